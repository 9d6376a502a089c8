"""How far long work is, on a terminal; silence in a pipe."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final, TextIO

from bantin import locale

PAUSE_SECONDS: Final = 0.1
"""Shortest time between two lines."""


class ProgressLine:
    """One line that is written over and over: photos done, photos a second, time left.

    Args:
        stream: Where to; only a terminal gets anything.
        lang: Language of the wording.
        clock: Seconds that only grow.
        words: What is counted, as a key of the catalogues.
    """

    def __init__(
        self,
        stream: TextIO,
        lang: str = locale.DEFAULT,
        clock: Callable[[], float] = time.monotonic,
        words: str = "photos_progress",
    ) -> None:
        self._stream = stream
        self._words = words
        self._lang = lang
        self._clock = clock
        self._started = clock()
        self._next = self._started
        self._width = 0

    def __call__(self, done: int, total: int) -> None:
        """Say that ``done`` of ``total`` are finished; the last one ends the line."""
        now = self._clock()
        if not self._stream.isatty() or (now < self._next and done < total):
            return
        self._next = now + PAUSE_SECONDS
        line = self._line(done, total, max(now - self._started, 1e-3))
        self._stream.write("\r" + line.ljust(self._width) + ("\n" if done >= total else ""))
        self._stream.flush()
        self._width = len(line)

    def _line(self, done: int, total: int, seconds: float) -> str:
        rate = done / seconds
        shown = f"{rate:.1f}".replace(".", "," if self._lang == "vi" else ".")
        minutes, rest = divmod(round((total - done) / rate), 60) if done else (0, 0)
        return locale.text(
            self._words,
            self._lang,
            done=done,
            total=total,
            rate=shown,
            left=f"{minutes}:{rest:02}",
        )
