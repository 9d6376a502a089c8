"""Answers a browser's requests for photos; everything else is MkDocs' business."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final

from bantin.errors import BulletinError, Problem
from bantin.photos.door import PhotoError
from bantin.photos.ondemand import OnDemand
from bantin.preview.requests import answer, asked_for

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

TYPES: Final = {
    "avif": "image/avif",
    "webp": "image/webp",
    "jpg": "image/jpeg",
    "zip": "application/zip",
}


class Photos:
    """The web application of a preview. Called by many threads at once.

    A photo waits for no rebuild, unlike a page: what the browser shows is the last build, and
    its photos are on offer until the next one is there.

    Args:
        others: Answers what is no photo.
        top: Path of the site on the server, with a "/" at both ends.
        store: What can be asked for.
        tell: Hears of what is wrong with the whole store.
    """

    def __init__(
        self,
        others: WSGIApplication,
        top: str,
        store: OnDemand,
        tell: Callable[[Problem], None],
    ) -> None:
        self.others, self.top, self.store = others, top, store
        self.tell = tell
        self._told: set[Problem] = set()

    def __call__(
        self, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        """Answer one request."""
        address = asked_for(environ, self.top)
        if not self.store.offers(address):
            return self.others(environ, start_response)
        kind = TYPES[address.rsplit(".", 1)[-1]]
        return answer(environ, start_response, self._content(address), kind)

    def _content(self, address: str) -> bytes | None:
        try:
            return self.store.ask(address)
        except PhotoError:  # the next build words it, with its line
            return None
        except BulletinError as reason:
            if reason.problem not in self._told:
                self._told.add(reason.problem)
                self.tell(reason.problem)
            return None
