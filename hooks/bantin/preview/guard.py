"""A preview that stays up: a failed rebuild is told in the terminal, the last pages stay.

MkDocs' server lets every request wait for a rebuild that failed ("will appear stuck"): here a
rebuild never fails, as far as the server can see.
"""

from __future__ import annotations

from collections.abc import Callable

from mkdocs.livereload import LiveReloadServer

Tell = Callable[[str], None]


def guard(server: LiveReloadServer, tell: Tell) -> LiveReloadServer:
    """Make the server's builder keep its failures to itself.

    Args:
        server: Of ``mkdocs serve``.
        tell: Told what went wrong, in one line.
    """
    build = server.builder

    def guarded() -> None:
        try:
            build()
        except (Exception, SystemExit) as failure:  # noqa: BLE001 -- the preview must live on
            tell(f"{failure}".strip() or type(failure).__name__)

    server.builder = guarded
    return server
