"""What a reader with a cheap phone waits for: Lighthouse on our pages, beside two peers.

    .venv/bin/python bench/reader.py ROOM [--rounds N] [--page NAME ...]

ROOM is a folder for sites, peers and camera files; what is missing there is made. Every site is
served by a real nginx with encryption and HTTP/2: ours as docs/dev/hosting.md says, with the
files that the build has compressed; the peers with compression on the fly. Lighthouse runs as
it comes (mobile, throttled by simulation); each figure is the median of N interleaved rounds.
"""

from __future__ import annotations

import argparse
import statistics
from collections.abc import Mapping, Sequence
from pathlib import Path

import reader_sites
import reader_tools
from photo_tables import printed
from reader_lighthouse import Report, phones, report
from reader_server import serving

COLUMNS = (
    *("page", "performance", "accessibility", "best practices", "SEO", "FCP s", "LCP s"),
    *("TBT ms", "longest task, CPU ms", "CLS", "requests", "kB"),
    "LCP picture, kB at 390 px (2, 3 px a point)",
)


def main() -> None:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("room", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--page", action="append", help="only pages with such a name")
    chosen = parser.parse_args()
    tools = reader_tools.ready(chosen.room.absolute())
    sites = reader_sites.built(tools)
    with serving(tools.room / "nginx", [site.place for site in sites]):
        pages = {
            f"{site.name}: {name}": site.place.address + path
            for site in sites
            for name, path in site.pages.items()
            if not chosen.page or any(word in f"{site.name}: {name}" for word in chosen.page)
        }
        compare(tools, pages, chosen.rounds)


def compare(tools: reader_tools.Tools, pages: Mapping[str, str], count: int) -> None:
    """Measure every page ``count`` times, taking turns, and print the table."""
    found: dict[str, list[Report]] = {name: [] for name in pages}
    for _ in range(count):
        for name, address in pages.items():
            found[name].append(report(tools, address))
    pictures = {name: phones(address) for name, address in pages.items()}
    printed(COLUMNS, [_row(name, found[name], pictures[name]) for name in pages])
    for name, reports in found.items():
        complaints = sorted({one for each in reports for one in each.complaints})
        print(*(f"\n{name}: {one}" for one in complaints), sep="")


def _row(name: str, reports: Sequence[Report], pictures: Sequence[float]) -> tuple[str, ...]:
    def middle(of: str) -> float:
        return statistics.median(getattr(one, of) for one in reports)

    return (
        name,
        *(f"{middle(of):.0f}" for of in ("performance", "accessibility", "practices", "seo")),
        *(f"{middle(of):.2f}" for of in ("first", "largest")),
        *(f"{middle(of):.0f}" for of in ("blocked", "longest")),
        f"{middle('shift'):.3f}",
        f"{middle('requests'):.0f}",
        f"{middle('weight'):.0f}",
        ", ".join(f"{size:.0f}" if size else "none" for size in pictures),
    )


if __name__ == "__main__":
    main()
