"""What building a newsroom costs: whole builds, and its pages by kind."""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from inspect import signature
from pathlib import Path
from time import perf_counter, process_time
from typing import Any, Final, NamedTuple

from bantin import newsroom, pages
from bantin.pages.outside import told_outside
from bantin.pages.shelf import shelf
from bantin.photos.store import ignore
from bantin.theme.render import Renderer

MKDOCS = Path(sys.executable).with_name("mkdocs")
NOW = "1795312800"
"""2026-11-22."""
LOOKING = "looking the edition through"
KINDS: Final = {
    "first page": r"",
    "not found": r"404\.html",
    "bulletin": r"news/(en/)?\d{4}/(?!\d\d/).+/",
    "list": r"news/(page/\d+/)?",
    "year": r"news/\d{4}/(page/\d+/)?",
    "month": r"news/\d{4}/\d\d/(page/\d+/)?",
    "category": r"categories/.*",
    "tags": r"tags/(page/\d+/)?",
    "tag": r"tags/.+",
    "all series": r"series/",
    "series": r"series/.+",
    "people": r"people/(page/\d+/)?",
    "person": r"people/.+",
    "organizations": r"organizations/(page/\d+/)?",
    "organization": r"organizations/.+",
    "photo library": r"photos/.*",
    "calendar": r"events/(page/\d+/)?",
    "calendar month": r"events/\d{4}/.*",
    "search": r"search/",
}
"""Kind -> addresses, without the language."""


class Built(NamedTuple):
    """One run of ``mkdocs build``."""

    seconds: float
    """CPU (user and system) of it and all that it has started."""
    wall: float
    """Seconds that went by."""
    memory: float
    """MB that its largest process held at most."""


def kind_of(address: str) -> str:
    """Of a page, by its address."""
    plain = address.removeprefix("en/")
    return next((kind for kind, those in KINDS.items() if re.fullmatch(those, plain)), "other")


def build(site: Path) -> Built:
    """Build a site.

    Raises:
        CalledProcessError: It failed.
    """
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": NOW}
    command = [MKDOCS, "build", "-q"]
    begun = perf_counter()
    running = subprocess.Popen(command, cwd=site, env=env, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, command)
    wall = perf_counter() - begun
    return Built(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1000)


def pages_alone(site: Path) -> dict[str, list[float]]:
    """CPU seconds of each kind of page, in a process of its own: deciding, drawing."""
    command = [sys.executable, __file__, str(site)]
    env = {**os.environ, "SOURCE_DATE_EPOCH": NOW}
    ran = subprocess.run(command, env=env, check=True, capture_output=True, text=True)
    return json.loads(ran.stdout)


def alone(site: Path) -> None:
    """Print what ``pages_alone`` wants to know."""
    read = newsroom.open_settings(site / "mkdocs.yml")
    with closing(newsroom.renditions(read.settings)) as store:
        edition = newsroom.proofread(read, (), store, ignore, preview=False).edition
    spent: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    renderer, clock = Renderer(read.settings), _Clock()
    found = shelf(edition)
    spent[LOOKING][0] += clock.lap()
    for subject in subjects():
        for draft in told_outside(found, subject.drafts(found)):
            kind = spent[kind_of(draft.address)]
            kind[0] += clock.lap()
            renderer.render(draft)
            kind[1] += clock.lap()
    print(json.dumps(spent))


class _Clock:
    """CPU seconds since the last question."""

    def __init__(self) -> None:
        self.last = process_time()

    def lap(self) -> float:
        before, self.last = self.last, process_time()
        return self.last - before


def subjects() -> Iterator[Any]:
    """The modules of the room, and of the rooms in it, that decide pages."""
    for module in pkgutil.walk_packages(pages.__path__, f"{pages.__name__}."):
        found = importlib.import_module(module.name)
        decides = getattr(found, "drafts", None)
        if decides and [*signature(decides).parameters] == ["shelf"]:
            yield found


if __name__ == "__main__":
    alone(Path(sys.argv[1]))
