"""A newsroom of thousands: what it costs to build, by kind of page; its lists; its links.

    .venv/bin/python bench/newsroom.py ROOM [--bulletins N]... [--without-cards] [--keep]

Writes invented newsrooms below ROOM (1,250, 2,500 and 5,000 bulletins unless others are named),
builds each three times with the real ``mkdocs`` command: first, again, and with a line more in
one bulletin (``--without-cards``: as sites without an address, for which no picture for other
sites is drawn: a fifth of a second a bulletin). It prints:

- CPU seconds of the builds (user and system of the whole process tree, because other work may
  share the machine), the memory of the largest process, and how they grow;
- CPU of every kind of page: deciding and drawing it, without the shell around it;
- how many there are, and the largest, in bytes of the HTML that goes out;
- how many bytes pages have that stand at the same address in each size;
- from the finished folder, by the checker of the tests: internal links that lead nowhere,
  pages that nothing leads to.

Ends with 1 where a link or page is lost, a page has more than 200 kB, or a site of twice the
bulletins costs more than 2.6 times as much. The folders stay with ``--keep``.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from statistics import mean
from typing import Final, NamedTuple

HOUSE = Path(__file__).parents[1]
sys.path.insert(0, str(HOUSE / "tests" / "site"))

import links  # noqa: E402 - found by the line above
from newsroom_cost import KINDS, LOOKING, Built, build, kind_of, pages_alone  # noqa: E402
from newsroom_site import URL, written  # noqa: E402
from photo_tables import printed  # noqa: E402

SIZES = (1_250, 2_500, 5_000)
LIST_BYTES = 200_000
GROWTH_BAR = 2.6
"""Times the CPU for twice the bulletins."""
SEARCH = ("search/", "en/search/")
"""Where the search box leads by script."""
BUILDS: Final = ("first", "again", "one line more")


class Measured(NamedTuple):
    """One site."""

    builds: dict[str, Built]
    """As in ``BUILDS``."""
    pages: dict[str, list[float]]
    """Kind -> CPU seconds of deciding, of drawing."""
    sizes: dict[str, int]
    """Address -> bytes of HTML."""


def told(site: links.Site, pages: Mapping[str, list[float]]) -> None:
    """One site as a table of its kinds of pages."""
    sizes: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for address, page in site.pages.items():
        sizes[kind_of(address)].append((page.size, address))
    rows = []
    for kind in dict.fromkeys((LOOKING, *KINDS, *sizes)):
        those, seconds = sizes.get(kind, []), pages.get(kind, [0.0, 0.0])
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


def measured(root: Path, count: int, *, cards: bool) -> tuple[Measured, bool]:
    """Write, build and print one site; its figures, and whether something is lost."""
    site = root / f"{count}"
    if not site.exists():
        written(site, count)
    if not cards:
        settings = (site / "mkdocs.yml").read_text("utf-8")
        (site / "mkdocs.yml").write_text(settings.replace(URL, '""'), "utf-8")
    builds = {}
    print(f"\n{count:,} bulletins, {'with' if cards else 'without'} cards")
    for name, one in zip(BUILDS, _builds(site), strict=True):
        builds[name] = one
        figures = f"{one.seconds:.0f} s of CPU in {one.wall:.0f} s, {one.memory:.0f} MB"
        print(f"build, {name}: {figures}", flush=True)
    print()
    finished = links.read(site / "site", URL)
    pages = pages_alone(site)
    told(finished, pages)
    sizes = {address: page.size for address, page in finished.pages.items()}
    return Measured(builds, pages, sizes), looked_through(finished, named=cards)


def _builds(site: Path) -> Iterator[Built]:
    yield build(site)
    yield build(site)
    files = sorted((site / "news").glob("2*/*.md"))
    with files[len(files) // 2].open("a", encoding="utf-8") as edited:
        edited.write("\nThêm một câu.\n")
    yield build(site)


def grown(found: Mapping[int, Measured]) -> bool:
    """Print how costs grow from size to size; whether one grows faster than the site."""
    sizes = sorted(found)
    rows = {
        f"build: {name}": [found[size].builds[name].seconds for size in sizes]
        for name in BUILDS
    }
    rows["memory, MB"] = [found[size].builds["first"].memory for size in sizes]
    rows["all pages"] = [sum(map(sum, found[size].pages.values())) for size in sizes]
    for kind in (LOOKING, *KINDS):
        rows[kind] = [sum(found[size].pages.get(kind, (0.0,))) for size in sizes]
    printed(
        ("CPU seconds", *(f"{size:,}" for size in sizes)),
        [(name, *(f"{one:.2f}" for one in row)) for name, row in rows.items() if any(row)],
    )
    bar = GROWTH_BAR / 2
    totals = [[found[size].builds[name].seconds for size in sizes] for name in BUILDS]
    steps = [*pairwise(sizes)]
    return any(
        total[at + 1] / total[at] > bar * b / a
        for total in totals
        for at, (a, b) in enumerate(steps)
    )


def same_pages(found: Mapping[int, Measured]) -> None:
    """Print how heavy pages are that every size has, by kind: kB on average."""
    sizes = sorted(found)
    shared = set.intersection(*(set(found[size].sizes) for size in sizes))
    of_kind: dict[str, list[str]] = defaultdict(list)
    for address in shared:
        of_kind[kind_of(address)].append(address)
    rows = []
    for kind in KINDS:
        those = of_kind[kind]
        means = (mean(found[n].sizes[one] for one in those) / 1000 for n in sizes if those)
        if those:
            rows.append((kind, f"{len(those):,}", *(f"{one:.1f}" for one in means)))
    printed(("kB of the same pages", "pages", *(f"{size:,}" for size in sizes)), rows)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("room", type=Path)
    parser.add_argument("--bulletins", type=int, action="append", metavar="N")
    parser.add_argument("--without-cards", action="store_true", help="sites without an address")
    parser.add_argument("--keep", action="store_true", help="leave the sites in ROOM")
    asked = parser.parse_args()
    found, lost = {}, False
    for count in sorted(asked.bulletins or SIZES):
        found[count], missed = measured(asked.room, count, cards=not asked.without_cards)
        lost |= missed
        if not asked.keep:
            shutil.rmtree(asked.room / f"{count}")
    print()
    slower = grown(found)
    print()
    same_pages(found)
    return int(slower | lost)


if __name__ == "__main__":
    sys.exit(main())
