"""What a writer waits for: a preview's start, and the time from saving to seeing.

    .venv/bin/python bench/preview.py ROOM [--bulletins N] [--rounds N]

Writes an invented newsroom below ROOM (2,000 bulletins unless told otherwise), starts the real
``mkdocs serve`` twice (with an empty cache and with its own) and saves a bulletin again and
again, a line more each time; it prints the seconds that went by until its page had the line,
and the CPU seconds of the process, because other work may share the machine.
"""

from __future__ import annotations

import argparse
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from newsroom_cost import MKDOCS
from newsroom_site import written
from photo_tables import printed

PATIENCE = 900
TICKS = os.sysconf("SC_CLK_TCK")


class Serving:
    """A running preview."""

    def __init__(self, process: subprocess.Popen[bytes], terminal: Path, url: str) -> None:
        self.process, self.terminal, self.url = process, terminal, url

    def spent(self) -> float:
        """CPU seconds of the process until now, and of its children that have ended."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text("ascii").rpartition(")")[2]
        return sum(map(int, fields.split()[11:15])) / TICKS

    def said(self, words: str) -> int:
        """How often the terminal shows something."""
        return self.terminal.read_text("utf-8").count(words)

    def until(self, words: str, times: int) -> None:
        """Wait for it."""
        ends = time.monotonic() + PATIENCE
        while self.said(words) < times:
            if self.process.poll() is not None or time.monotonic() > ends:
                sys.exit(self.terminal.read_text("utf-8")[-2_000:])
            time.sleep(0.01)

    def get(self, address: str) -> str:
        """A page; while it is made, the server lets us wait."""
        with urllib.request.urlopen(self.url + address, timeout=PATIENCE) as answer:
            return answer.read().decode()


@contextmanager
def serving(site: Path) -> Iterator[Serving]:
    """``mkdocs serve``, which has not shown anything yet."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}
    with tempfile.TemporaryDirectory() as folder:
        terminal = Path(folder) / "terminal"
        with terminal.open("wb") as out:
            command = [MKDOCS, "serve", "-a", host]
            process = subprocess.Popen(command, cwd=site, env=env, stdout=out, stderr=out)
        found = re.search(r"^site_url: (?:https?://[^/]+)?(/\S*)?", _settings(site), re.M)
        top = (found and found[1]) or "/"
        try:
            yield Serving(process, terminal, f"http://{host}{top}")
        finally:
            process.kill()
            process.wait()


def _settings(site: Path) -> str:
    return (site / "mkdocs.yml").read_text("utf-8")


def started(site: Path) -> tuple[float, float]:
    """Seconds until it serves, and CPU seconds."""
    begun = time.perf_counter()
    with serving(site) as preview:
        preview.until("Serving on", 1)
        return time.perf_counter() - begun, preview.spent()


def saved(preview: Serving, file: Path, address: str, number: int) -> tuple[float, float]:
    """Seconds from saving until the page shows it, and CPU seconds."""
    line = f"Dòng thêm thứ {number}."
    preview.get(address)
    before, begun = preview.spent(), time.perf_counter()
    with file.open("a", encoding="utf-8") as bulletin:
        bulletin.write(f"\n{line}\n")
    preview.until("Detected file changes", number)
    while line not in preview.get(address):
        time.sleep(0.005)
    return time.perf_counter() - begun, preview.spent() - before


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("room", type=Path)
    parser.add_argument("--bulletins", type=int, default=2_000, metavar="N")
    parser.add_argument("--rounds", type=int, default=5, metavar="N")
    asked = parser.parse_args()
    site = asked.room / f"preview-{asked.bulletins}"
    if not site.exists():
        written(site, asked.bulletins)
        cold = [("first start", *started(site))]
    else:
        cold = []
    rows = [*cold, ("start", *started(site))]
    files = sorted((site / "news").glob("2*/*.md"))
    file = files[len(files) // 2]
    with serving(site) as preview:
        preview.until("Serving on", 1)
        address = file.relative_to(site).with_suffix("").as_posix() + "/"
        times = [saved(preview, file, address, n) for n in range(1, asked.rounds + 1)]
    rows += [("save to page", *map(median, zip(*times, strict=True)))]
    print(f"{asked.bulletins:,} bulletins")
    printed(("preview", "s", "CPU s"), [(n, f"{s:.2f}", f"{c:.2f}") for n, s, c in rows])


if __name__ == "__main__":
    main()
