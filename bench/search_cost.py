"""What building our index costs; a process of its own and one way of it.

    search_cost.py EDITION CACHE OUT WAY [--watched]

WAY is ``cold`` (empty cache; writes the index to OUT), ``build`` (one bulletin of the newest
year changed), ``closed`` (one of the oldest), ``same`` (none) or ``preview`` (one changed since
the last look). Prints JSON: CPU seconds of user and system of all processes, MB before and at
the peak. ``--watched`` looks at the memory all the time, which costs CPU.
"""

from __future__ import annotations

import json
import os
import pickle
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from photo_runs import PAUSE, pss, tree

from bantin.cache import Cache
from bantin.edition import Body, Edition
from bantin.search import Index, index
from bantin.search.documents import Library
from bantin.search.overlay import Preview

Made = TypeVar("Made")


def main() -> None:
    """Read the command line, measure, print."""
    edition_file, cache_folder, out, way = sys.argv[1:5]
    with Path(edition_file).open("rb") as file:
        edition: Edition = pickle.load(file)
    cache = Cache(Path(cache_folder))
    watched = "--watched" in sys.argv
    if way == "preview":
        made = _preview(edition, cache, watched=watched)
    else:
        now = (
            edition
            if way in ("cold", "same")
            else changed(edition, way, oldest=way == "closed")
        )
        made = measured(lambda: index.build(Library(now, ()), cache), watched=watched)
    found, cost = made
    if way == "cold":
        written(found, Path(out))
    print(json.dumps(cost))


def _preview(
    edition: Edition, cache: Cache, *, watched: bool
) -> tuple[Index, dict[str, float]]:
    preview = Preview(cache)
    preview.update(Library(edition, ()))
    preview.update(Library(changed(edition, "cũ", oldest=True), ()))
    now = changed(edition, "mới", oldest=False)
    return measured(lambda: preview.update(Library(now, ())), watched=watched)


def changed(edition: Edition, how: str, *, oldest: bool) -> Edition:
    """The same edition, one bulletin with a sentence more."""
    one = edition.bulletins[-1 if oldest else 0]
    text = edition.bodies[one.id].parts[0]
    body = Body((f"{text}<p>Một câu {how} thêm vào sáng nay.</p>",))
    return replace(edition, bodies={**edition.bodies, one.id: body})


def measured(make: Callable[[], Made], *, watched: bool) -> tuple[Made, dict[str, float]]:
    """What was made, and what it cost."""
    stop, peak = threading.Event(), [0.0]
    stood = _memory()
    watcher = threading.Thread(target=_watch, args=(stop, peak), daemon=True)
    if watched:
        watcher.start()
    begun = os.times()
    made = make()
    ended = os.times()
    stop.set()
    cpu = sum(ended[:4]) - sum(begun[:4])
    return made, {"cpu": cpu, "before": stood, "peak": max(peak[0], _memory())}


def written(found: Index, folder: Path) -> None:
    """Write the files of an index."""
    for path, content in found.files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _watch(stop: threading.Event, peak: list[float]) -> None:
    while not stop.wait(PAUSE):
        peak[0] = max(peak[0], _memory())


def _memory() -> float:
    """MB of this process and its children, what they share counted once."""
    return sum(map(pss, tree(os.getpid()))) / 1024


if __name__ == "__main__":
    main()
