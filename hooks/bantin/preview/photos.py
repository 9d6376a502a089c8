"""Answers a browser's requests for photos; everything else is MkDocs' business."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final

from bantin.errors import BulletinError, Problem
from bantin.photos.door import PhotoError
from bantin.photos.ondemand import OnDemand

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

TYPES: Final = {
    "avif": "image/avif",
    "webp": "image/webp",
    "jpg": "image/jpeg",
    "zip": "application/zip",
}
METHODS: Final = ("GET", "HEAD")
KEEP: Final = "private, max-age=86400, immutable"
"""An address names its bytes (the key is in it): the page that loads itself anew after every
save need not ask for its photos again. One working day: no browser is an archive."""


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
        address = self._address(environ)
        if not self.store.offers(address):
            return self.others(environ, start_response)
        content = self._content(address)
        if content is None:
            start_response("404 Not Found", [("Content-Length", "0")])
            return []
        headers = [
            ("Content-Type", TYPES[address.rsplit(".", 1)[-1]]),
            ("Content-Length", str(len(content))),
            ("Cache-Control", KEEP),
        ]
        start_response("200 OK", headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [content]

    def _address(self, environ: WSGIEnvironment) -> str:
        """What is asked for, as pages' addresses are written; empty where it is no photo.

        It is only ever compared with addresses that are known: there is no way out of the site.
        """
        try:
            path = str(environ["PATH_INFO"]).encode("latin-1").decode()  # WSGI's bytes
        except UnicodeError:
            return ""
        # outside the site a path keeps its "/", which no address begins with
        return path.removeprefix(self.top) if environ["REQUEST_METHOD"] in METHODS else ""

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
