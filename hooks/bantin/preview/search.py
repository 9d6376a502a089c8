"""Answers a browser's requests for the index of the search, from memory."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from bantin.preview.requests import KEEP, answer, asked_for
from bantin.site.searching import TOP, SearchOnDemand

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

MANIFEST: Final = "manifest.json"
FOLDERS: Final = ("terms/", "texts/")


class Search:
    """The web application of a preview. Called by many threads at once.

    Like a photo, a file of the index waits for no rebuild: the words that can be found are
    those of the pages that can be seen.

    Args:
        others: Answers what is no file of the index.
        top: Path of the site on the server, with a "/" at both ends.
        index: What can be asked for.
    """

    def __init__(self, others: WSGIApplication, top: str, index: SearchOnDemand) -> None:
        self.others, self.top, self.index = others, top, index

    def __call__(
        self, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        """Answer one request."""
        address = asked_for(environ, self.top)
        name = address.removeprefix(TOP)
        if name == address or not (name == MANIFEST or name.startswith(FOLDERS)):
            return self.others(environ, start_response)
        content = self.index.ask(name)
        if name == MANIFEST:
            return answer(environ, start_response, content, "application/json", "no-cache")
        return answer(environ, start_response, content, "application/octet-stream", KEEP)
