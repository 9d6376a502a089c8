"""A running ``mkdocs serve``, driven as a writer and a browser drive it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from newsrooms import MKDOCS, Newsroom, surroundings

PATIENCE = 300
"""Seconds until something is taken for hanging; on a quiet machine all takes about one."""
REQUEST = 120
"""Seconds for one request."""


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def interruptible() -> None:
    """Ctrl-C works in the child even where a shell in the background has switched it off."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@dataclass(frozen=True)
class Answer:
    """Of the server."""

    status: int
    headers: Mapping[str, str]
    content: bytes


class Preview:
    """``mkdocs serve`` in a process of its own; its temporary files lie in ``scratch``."""

    def __init__(
        self, room: Newsroom, scratch: Path, port: int, *options: str, **environment: str
    ) -> None:
        self.room = room
        self.scratch = scratch / "tmp"
        self.scratch.mkdir()
        self.terminal = scratch / "terminal.txt"
        self.url = f"http://127.0.0.1:{port}/"
        with self.terminal.open("wb") as stream:
            self.process = subprocess.Popen(
                [*MKDOCS, "serve", "-a", f"127.0.0.1:{port}", *options],
                cwd=room.root,
                env=surroundings(TMPDIR=str(self.scratch), **environment),
                stdout=stream,
                stderr=subprocess.STDOUT,
                preexec_fn=interruptible,
            )

    def wait_for(self, happened: Callable[[], bool]) -> None:
        """Until it has happened, or it takes too long."""
        deadline = time.monotonic() + PATIENCE
        while not happened():
            assert self.process.poll() is None, self.said()
            assert time.monotonic() < deadline, self.said()[-4_000:]
            time.sleep(0.02)

    def started(self) -> Preview:
        self.wait_for(lambda: "Serving on" in self.said())
        return self

    def said(self) -> str:
        return self.terminal.read_text(encoding="utf-8")

    def rebuilds(self) -> int:
        """How often it has been rebuilt so far."""
        return self.said().count("Reloading browsers")

    def rebuilt_since(self, rebuilds: int) -> bool:
        return self.rebuilds() > rebuilds

    def get(self, address: str) -> tuple[int, str]:
        """Status and text; whoever waits longer than patience fails."""
        answer = self.ask(address)
        return answer.status, answer.content.decode(errors="replace")

    def ask(self, address: str, method: str = "GET") -> Answer:
        """What a request gets, byte by byte."""
        request = urllib.request.Request(self.url + address, method=method)
        try:
            with urllib.request.urlopen(request, timeout=REQUEST) as found:
                return Answer(found.status, dict(found.headers), found.read())
        except urllib.error.HTTPError as refused:
            with refused:
                return Answer(refused.code, dict(refused.headers), refused.read())

    def shows(self, address: str, words: str, status: int = 200) -> None:
        """Sooner or later the page says so."""
        self.wait_for(lambda: self._says(address, words, status))

    def _says(self, address: str, words: str, status: int) -> bool:
        code, text = self.get(address)
        return code == status and words in text

    def interrupt(self) -> int:
        """Ctrl-C; the code with which the preview ends."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)

    def end(self) -> None:
        if self.process.poll() is None:
            os.kill(self.process.pid, signal.SIGKILL)
            self.process.wait()
