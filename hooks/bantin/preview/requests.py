"""What a browser asks a preview for, and how it is answered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

METHODS: Final = ("GET", "HEAD")
KEEP: Final = "private, max-age=86400, immutable"
"""An address names its bytes (the key is in it): the page that loads itself anew after every
save need not ask for its photos again. One working day: no browser is an archive."""


def asked_for(environ: WSGIEnvironment, top: str) -> str:
    """What is asked for, as pages' addresses are written; empty where it is nothing of ours.

    It is only ever compared with addresses that are known: there is no way out of the site.

    Args:
        environ: The request.
        top: Path of the site on the server, with a "/" at both ends.
    """
    try:
        path = str(environ["PATH_INFO"]).encode("latin-1").decode()  # WSGI's bytes
    except UnicodeError:
        return ""
    # outside the site a path keeps its "/", which no address begins with
    return path.removeprefix(top) if environ["REQUEST_METHOD"] in METHODS else ""


def answer(
    environ: WSGIEnvironment,
    start_response: StartResponse,
    content: bytes | None,
    kind: str,
    keep: str = KEEP,
) -> Iterable[bytes]:
    """Send a file; None stands for one that is not there.

    Args:
        environ: The request.
        start_response: Of WSGI.
        content: Of the file.
        kind: Its ``Content-Type``.
        keep: Its ``Cache-Control``.
    """
    if content is None:
        start_response("404 Not Found", [("Content-Length", "0")])
        return []
    headers = [("Content-Type", kind), ("Content-Length", str(len(content)))]
    start_response("200 OK", [*headers, ("Cache-Control", keep)])
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [content]
