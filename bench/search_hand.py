"""What readers find who typed the queries of search_by_hand.toml.

    .venv/bin/python bench/search_hand.py [--sample SITE] [--prose SITE] [--late]

Builds both sites, or takes those that are named, and asks the search's engine in Node as a
reader's browser does while the last word is still being typed. Each query starts with nothing
fetched.

- **recall@10**: how many of what is right (ten at most) stand among the first ten;
- **MRR**: one divided by the place of the first that is right;
- **1, 3, 10**: how often one that is right stands at or above that place;
- queries to which nothing on the site is an answer count apart: nothing is given that claims to
  have all the words; or it is said that other words were looked for.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

BENCH: Final = Path(__file__).parent
HOUSE: Final = BENCH.parent
SOURCES: Final = {"sample": HOUSE, "prose": BENCH / "prose"}
ENGINE: Final = HOUSE / "hooks/bantin/theme/scripts/search-engine.js"
NOW: Final = "1795305600"
"""2026-11-22: what is under embargo stays so, whenever this is run."""
PLACES: Final = (1, 3, 10)


class Asked(NamedTuple):
    """A query, what is right (addresses) and what came."""

    query: str
    site: str
    kind: str
    right: tuple[str, ...]
    addresses: tuple[str, ...]
    complete: bool
    repaired: str
    bytes: int

    @property
    def place(self) -> int:
        """Of the first that is right, from 1; 0 if none is."""
        places = (n for n, address in enumerate(self.addresses, 1) if address in self.right)
        return next(places, 0)

    @property
    def recall(self) -> float:
        """How much of what is right is there: 0 to 1."""
        hits = sum(address in self.right for address in self.addresses)
        return hits / min(10, len(self.right))

    @property
    def calm(self) -> bool:
        """For a query without an answer: nothing claims to be one."""
        return not (self.addresses and self.complete)

    @property
    def missed(self) -> bool:
        """Whether the reader went away without what is right."""
        return not (self.place if self.right else self.calm)


def address(right: str) -> str:
    """``2026/a`` -> ``news/2026/a/``; a page's address stays."""
    return right if right.endswith("/") else f"news/{right}/"


def build(source: Path, site: Path) -> Path:
    """The site of a newsroom, built."""
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": NOW}
    mkdocs = Path(sys.executable).with_name("mkdocs")
    subprocess.run([mkdocs, "build", "-q", "-d", site], cwd=source, env=env, check=True)
    return site


def ask(site: Path, queries: Sequence[dict[str, Any]]) -> Iterator[Asked]:
    """All queries of one site, in one Node."""
    questions = [
        {"query": typed(query), "lang": "en" if query["kind"] == "english" else "vi"}
        for query in queries
    ]
    node = subprocess.run(
        ["node", BENCH / "search_hand.mjs", ENGINE, site / "search"],
        input=json.dumps(questions).encode(),
        stdout=subprocess.PIPE,
        check=True,
    )
    for query, answer in zip(queries, json.loads(node.stdout), strict=True):
        answer["addresses"] = tuple(answer["addresses"])
        yield Asked(
            query["query"],
            query["site"],
            query["kind"],
            tuple(map(address, query["right"])),
            **answer,
        )


def typed(query: dict[str, Any]) -> str:
    """The text as it comes from the keyboard."""
    text: str = query["query"]
    return unicodedata.normalize("NFD" if query["kind"] == "nfd" else "NFC", text)


def row(name: str, asked: Sequence[Asked]) -> str:
    """Figures of a kind; of `nothing`, only how often it is calm."""
    answered = [one for one in asked if one.right]
    cells = [f"{name:14}", f"{len(asked):4}"]
    if answered:
        cells.append(f"{statistics.fmean(one.recall for one in answered):7.3f}")
        cells.append(
            f"{statistics.fmean(1 / one.place if one.place else 0 for one in answered):7.3f}"
        )
        for most in PLACES:
            share = statistics.fmean(0 < one.place <= most for one in answered)
            cells.append(f"{share:7.1%}")
    else:
        calm = statistics.fmean(one.calm for one in asked)
        told = statistics.fmean(one.calm or bool(one.repaired) for one in asked)
        cells.append(f"{calm:7.1%} say that nothing has all, {told:.1%} that or other words")
    return " ".join(cells)


def table(asked: Sequence[Asked]) -> Iterator[str]:
    """By kind, by site, all."""
    yield f"{'kind':14} {'n':>4} {'rec@10':>7} {'MRR':>7} {'1':>7} {'3':>7} {'10':>7}"
    for kind in sorted({one.kind for one in asked}):
        yield row(kind, [one for one in asked if one.kind == kind])
    yield ""
    for site in SOURCES:
        yield row(site, [one for one in asked if one.site == site and one.right])
    yield row("all", [one for one in asked if one.right])
    fetched = sorted(one.bytes for one in asked)
    yield f"bytes of the index for a first query: median {statistics.median(fetched):,.0f}"


def misses(asked: Iterable[Asked]) -> Iterator[str]:
    """What was looked for in vain, and what came in its place."""
    for one in asked:
        if one.missed:
            came = ", ".join(one.addresses[:3]) or "nothing"
            repair = f" [{one.repaired}]" if one.repaired else ""
            yield f"{one.kind:12} {one.site:6} {one.query!r}{repair} -> {came}"


def late(asked: Iterable[Asked]) -> Iterator[str]:
    """What is right, but not at the top."""
    for one in asked:
        if one.place > 1:
            where = f"at {one.place}, after {one.addresses[0]}"
            yield f"{one.kind:12} {one.site:6} {one.query!r} {where}"


def main() -> None:
    """Build what is not named, ask, print."""
    parser = argparse.ArgumentParser(description="Queries by hand over two sites.")
    parser.add_argument("--late", action="store_true", help="also those not at the first place")
    for site in SOURCES:
        parser.add_argument(f"--{site}", type=Path, help="a site folder that is built already")
    options = vars(parser.parse_args())
    queries = tomllib.loads((BENCH / "search_by_hand.toml").read_text("utf-8"))["queries"]
    asked: list[Asked] = []
    with tempfile.TemporaryDirectory() as folder:
        for name, source in SOURCES.items():
            site = options[name] or build(source, Path(folder, name))
            asked += ask(site, [query for query in queries if query["site"] == name])
    print("\n".join(table(asked)))
    print("\nFound in vain:", *misses(asked), sep="\n")
    if options["late"]:
        print("\nNot at the top:", *late(asked), sep="\n")


if __name__ == "__main__":
    main()
