"""A preview that stays up: a failed rebuild is told in the terminal, the last pages stay.

MkDocs' server lets every request wait for a rebuild that failed ("will appear stuck"): here a
rebuild never fails, as far as the server can see.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path
from typing import Any, cast

from mkdocs.livereload import LiveReloadServer

from bantin.errors import Problem
from bantin.preview.photos import Photos
from bantin.preview.search import Search
from bantin.site.mount import Build
from bantin.site.report import Reporter
from bantin.site.settings import writers_folders

Latest = Callable[[], Build]
"""The last build that was begun."""


def guard(server: LiveReloadServer, latest: Latest) -> LiveReloadServer:
    """Make the server's builder keep its failures to itself, and its eyes open.

    Args:
        server: Of ``mkdocs serve``, not yet listening.
        latest: Knows what went wrong, and the writers' folders.

    Raises:
        Abort: The port is taken.
    """
    _require_port(server, latest().reporter)
    _answer_photos(server, latest)
    _answer_searches(server, latest())
    rebuild = server.builder

    def guarded() -> None:
        try:
            rebuild()
        except (Exception, SystemExit) as failure:  # noqa: BLE001 -- the preview must live on
            latest().complain(failure)

    server.builder = guarded
    lookout = Lookout(server, writers_folders(latest().site))
    for parent in sorted({folder.parent for folder in lookout.folders}):
        if parent.is_dir():
            server.observer.schedule(cast(Any, lookout), str(parent), recursive=False)
    return server


class Lookout:
    """Sees the writers' folders go and come: a branch was changed, a drive came back.

    MkDocs' watch of a folder ends for good when the folder goes, and it passes over folders
    that come to be. This is a handler of the observer, which asks only for ``dispatch``.
    """

    def __init__(self, server: LiveReloadServer, folders: Collection[Path]) -> None:
        self.server = server
        self.folders = {folder: folder.is_dir() for folder in folders}
        """Whether each is watched by now."""

    def dispatch(self, event: Any) -> None:
        """Take note of what happened in the folder above."""
        if event.is_directory and event.event_type in ("created", "deleted", "moved"):
            for folder in self.folders:
                if str(folder) in (event.src_path, event.dest_path):
                    self.look_again(folder)

    def look_again(self, folder: Path) -> None:
        """Watch the folder anew, if it is there, and rebuild."""
        if self.folders[folder]:
            self.server.unwatch(str(folder))
        self.folders[folder] = folder.is_dir()
        if self.folders[folder]:
            self.server.watch(str(folder))
        rebuild(self.server)


def rebuild(server: LiveReloadServer) -> None:
    """Ask for a rebuild; one that is under way is followed by another."""
    with server._rebuild_cond:
        server._want_rebuild = True
        server._rebuild_cond.notify_all()


def _answer_photos(server: LiveReloadServer, latest: Latest) -> None:
    """Let requests for photos go to the store, all others to MkDocs as before."""
    store = latest().on_demand
    assert store is not None, "builds have no server"
    others = server.get_app()
    assert others is not None

    def tell(problem: Problem) -> None:
        latest().reporter.problems([problem])

    store.learned = partial(rebuild, server)  # pages show what has become known
    server.set_app(Photos(others, server.mount_path, store, tell))


def _answer_searches(server: LiveReloadServer, build: Build) -> None:
    """Let requests for the index go to the memory."""
    others, index = server.get_app(), build.search_on_demand
    assert others is not None
    assert index is not None, "builds have no server"
    server.set_app(Search(others, server.mount_path, index))


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
            told = {"port": port, "reason": said, "other": port + 1}
            address = f"{host}:{port + 1}"
            raise reporter.abort("port_taken", address=address, **told) from reason
