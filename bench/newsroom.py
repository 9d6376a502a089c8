"""A newsroom of thousands: what it costs to build, by kind of page; its lists; its links.

    .venv/bin/python bench/newsroom.py ROOM [--bulletins N]... [--without-cards] [--keep]

Writes invented newsrooms below ROOM (1,250, 2,500 and 5,000 bulletins unless others are named),
builds each with the real ``mkdocs`` command (``--without-cards``: as sites without an address,
for which no picture for other sites is drawn: a fifth of a second a bulletin) and prints:

- CPU seconds of the build (user and system of the whole process tree, because other work may
  share the machine), with photos already in the cache, and how they grow;
- CPU of every kind of page: deciding and drawing it, without the shell around it;
- how many there are, and the largest, in bytes of the HTML that goes out;
- from the finished folder, by the checker of the tests: internal links that lead nowhere,
  pages that nothing leads to.

Ends with 1 where a link or page is lost, a page has more than 200 kB, or a site of twice the
bulletins costs more than 2.6 times as much. The folders stay with ``--keep``.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import pkgutil
import re
import resource
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from inspect import signature
from itertools import pairwise
from pathlib import Path
from time import process_time
from typing import Any, Final, NamedTuple

HOUSE = Path(__file__).parents[1]
sys.path.insert(0, str(HOUSE / "tests" / "site"))

import links  # noqa: E402 - found by the line above
from newsroom_site import URL, written  # noqa: E402
from photo_tables import printed  # noqa: E402

from bantin import newsroom, pages  # noqa: E402
from bantin.pages.shelf import shelf  # noqa: E402
from bantin.photos.store import ignore  # noqa: E402
from bantin.theme.render import Renderer  # noqa: E402

ALONE = "--pages-alone"
MKDOCS = Path(sys.executable).with_name("mkdocs")
NOW = "1795312800"
"""2026-11-22."""
SIZES = (1_250, 2_500, 5_000)
LIST_BYTES = 200_000
GROWTH_BAR = 2.6
"""Times the CPU for twice the bulletins."""
SEARCH = ("search/", "en/search/")
"""Where the search box leads by script."""
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


class Cost(NamedTuple):
    """What the pages of a site cost, in CPU seconds."""

    build: float
    pages: dict[str, list[float]]
    """Kind -> deciding, drawing."""


def kind_of(address: str) -> str:
    """Of a page, by its address."""
    plain = address.removeprefix("en/")
    return next((kind for kind, those in KINDS.items() if re.fullmatch(those, plain)), "other")


def build(site: Path) -> float:
    """CPU seconds of one build.

    Raises:
        CalledProcessError: It failed.
    """
    before = _spent()
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": NOW}
    command = [MKDOCS, "build", "-q"]
    subprocess.run(command, cwd=site, env=env, check=True, stderr=subprocess.DEVNULL)
    return _spent() - before


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def pages_alone(site: Path) -> dict[str, list[float]]:
    """CPU seconds of each kind of page, in a process of its own."""
    command = [sys.executable, __file__, ALONE, str(site)]
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
        for draft in subject.drafts(found):
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
    """The modules of the room that decide pages."""
    for module in pkgutil.iter_modules(pages.__path__):
        found = importlib.import_module(f"bantin.pages.{module.name}")
        decides = getattr(found, "drafts", None)
        if decides and [*signature(decides).parameters] == ["shelf"]:
            yield found


def told(site: links.Site, cost: Cost) -> None:
    """One site as a table of its kinds of pages."""
    sizes: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for address, page in site.pages.items():
        sizes[kind_of(address)].append((page.size, address))
    rows = []
    for kind in dict.fromkeys((LOOKING, *KINDS, *sizes)):
        those, seconds = sizes.get(kind, []), cost.pages.get(kind, [0.0, 0.0])
        if not those and not any(seconds):
            continue
        largest, where = max(those, default=(0, ""))
        each = 1000 * sum(seconds) / max(1, len(those))
        figures = (*(f"{one:.2f}" for one in seconds), f"{each:.1f}", f"{largest / 1000:.0f}")
        rows.append((kind, f"{len(those):,}", *figures, where))
    head = ("kind", "pages", "deciding s", "drawing s", "ms each", "largest kB", "which")
    printed(head, rows)


def looked_through(site: links.Site, *, named: bool) -> bool:
    """Print what is lost; whether anything is.

    Args:
        site: The finished site.
        named: Whether its pages say under which address they stand.
    """
    lost = {
        "links that lead nowhere": site.broken(),
        "pages that nothing leads to": site.orphans(SEARCH),
        f"pages of more than {LIST_BYTES // 1000} kB": list(site.larger(LIST_BYTES)),
    }
    if named:
        told_wrong = [*site.astray(), *site.one_sided()]
        lost["wrong canonical addresses and translations"] = told_wrong
    for what, those in lost.items():
        print(f"{what}: {len(those)}", *those[:5], sep="\n    " if those else "")
    return any(lost.values())


def measured(root: Path, count: int, *, cards: bool) -> tuple[Cost, bool]:
    """Write, build twice and print one site; its cost, and whether something is lost."""
    site = root / f"{count}"
    if not site.exists():
        written(site, count)
    if not cards:
        settings = (site / "mkdocs.yml").read_text("utf-8")
        (site / "mkdocs.yml").write_text(settings.replace(URL, '""'), "utf-8")
    first = build(site)
    cost = Cost(build(site), pages_alone(site))
    finished = links.read(site / "site", URL)
    drawn = "photos and cards" if cards else "photos"
    print(f"\n{count:,} bulletins: {first:.0f} s with {drawn}, {cost.build:.0f} s after")
    told(finished, cost)
    return cost, looked_through(finished, named=cards)


def grown(costs: dict[int, Cost]) -> bool:
    """Print how costs grow from size to size; whether one grows faster than the site."""
    sizes = sorted(costs)
    parts = {
        "the build": {size: costs[size].build for size in sizes},
        "all pages": {size: sum(map(sum, costs[size].pages.values())) for size in sizes},
    }
    for kind in (LOOKING, "bulletin", "person", "organization", "tag", "photo library"):
        parts[kind] = {size: sum(costs[size].pages.get(kind, (0.0,))) for size in sizes}
    printed(
        ("CPU seconds", *(f"{size:,}" for size in sizes)),
        [(name, *(f"{seconds:.2f}" for seconds in of.values())) for name, of in parts.items()],
    )
    total = parts["the build"]
    bar = GROWTH_BAR / 2
    return any(total[b] / total[a] > bar * b / a for a, b in pairwise(sizes))


def main() -> int:
    """Measure and print."""
    if sys.argv[1:2] == [ALONE]:
        alone(Path(sys.argv[2]))
        return 0
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("room", type=Path)
    parser.add_argument("--bulletins", type=int, action="append", metavar="N")
    parser.add_argument("--without-cards", action="store_true", help="sites without an address")
    parser.add_argument("--keep", action="store_true", help="leave the sites in ROOM")
    asked = parser.parse_args()
    costs, lost = {}, False
    for count in sorted(asked.bulletins or SIZES):
        costs[count], found = measured(asked.room, count, cards=not asked.without_cards)
        lost |= found
        if not asked.keep:
            shutil.rmtree(asked.room / f"{count}")
    print()
    return int(grown(costs) | lost)


if __name__ == "__main__":
    sys.exit(main())
