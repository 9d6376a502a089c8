"""A preview that stays up: a failed rebuild is told in the terminal, the last pages stay.

MkDocs' server lets every request wait for a rebuild that failed ("will appear stuck"): here a
rebuild never fails, as far as the server can see.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable

from mkdocs.livereload import LiveReloadServer

from bantin.site.mount import Build
from bantin.site.report import Reporter

Latest = Callable[[], Build]
"""The last build that was begun."""


def guard(server: LiveReloadServer, latest: Latest) -> LiveReloadServer:
    """Make the server's builder keep its failures to itself.

    Args:
        server: Of ``mkdocs serve``, not yet listening.
        latest: Knows what went wrong, and the writers' folders: one that comes to be only
            later is watched from the next rebuild on.

    Raises:
        Abort: The port is taken.
    """
    _require_port(server, latest().reporter)
    rebuild = server.builder
    known = latest().folders()

    def guarded() -> None:
        try:
            rebuild()
        except (Exception, SystemExit) as failure:  # noqa: BLE001 -- the preview must live on
            latest().complain(failure)
        for folder in latest().folders() - known:
            known.add(folder)
            server.watch(str(folder))

    server.builder = guarded
    return server


def _require_port(server: LiveReloadServer, reporter: Reporter) -> None:
    """Stop where another program, often a forgotten preview, listens already.

    MkDocs itself ends with a traceback there.
    """
    host, port = str(server.server_address[0]), int(server.server_address[1])
    with socket.socket(server.address_family) as trial:
        if os.name == "posix":
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as reason:
            said = reason.strerror or str(reason)
            other = f"{host}:{port + 1}"
            raise reporter.abort("port_taken", port=port, reason=said, other=other) from reason
