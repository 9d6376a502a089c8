"""The search against Pagefind and Material's lunr, over invented news, in one run.

    .venv/bin/python bench/search.py ROOM [PART ...] [--bulletins N] [--lunr] [--rounds N]

ROOM is a folder for the news, the peers and all indexes. Parts: ``prose`` (how its words and
pairs grow beside real texts), ``builds`` (CPU and memory), ``queries`` (recall, bytes, CPU);
without any, all of them. CPU seconds are of user and system and of all processes: what to
compare where other work shares the machine.
"""

from __future__ import annotations

import argparse
import json
import pickle
import statistics
from dataclasses import asdict
from pathlib import Path

import search_ours
import search_pages
import search_peers
import search_tables
from search_archive import Archive
from search_corpus import loaded, saved
from search_edition import edition
from search_figures import Answers
from search_growth import growth
from search_queries import Asker, Query

PARTS = ("prose", "builds", "queries")
WAYS = ("cold", "same", "build", "closed", "preview")
COLD = 6
"""Pagefind is asked every so many queries cold: a minute each hundred otherwise."""
MOST, SAMPLE = 10**10, 6
"""Queries times bytes of news above which the peers are asked every so many queries only."""


def main() -> None:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("room", type=Path)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--bulletins", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=3, help="of all builds, in turn")
    parser.add_argument("--lunr", action="store_true", help="ask Material's lunr, too")
    chosen = parser.parse_args()
    parts = chosen.parts or PARTS
    if unknown := {*parts} - {*PARTS}:
        parser.error(f"no such part: {', '.join(unknown)}")
    room = chosen.room.absolute() / f"{chosen.bulletins}"
    program = search_peers.pagefind(chosen.room.absolute())
    news = saved(room / "news.jsonl", chosen.seed, chosen.bulletins)
    if "prose" in parts:
        growth(loaded(news))
    prepare(room, news)
    if "builds" in parts:
        builds(room, program, chosen.bulletins, chosen.rounds)
    if "queries" in parts:
        ask(room, news, seed=chosen.seed, lunr=chosen.lunr)


def prepare(room: Path, news: Path) -> None:
    """The news in the shape that each engine takes; what is there stays."""
    if not (room / "edition.pickle").exists():
        with (room / "edition.pickle").open("wb") as file:
            pickle.dump(edition(loaded(news)), file)
    if not (room / "pages").exists():
        search_pages.written(loaded(news), room / "pages")
    if not (room / "search_index.json").exists():
        search_pages.lunr(loaded(news), room / "search_index.json")


def builds(room: Path, program: Path, count: int, rounds: int) -> None:
    """CPU and memory of every way of building, in turn; bytes."""
    peers, ours = [], []
    for _ in range(rounds):
        peers.append(search_peers.pagefind_built(program, room).cpu)
        ours.append({way: search_ours.built(room, way).cpu for way in WAYS})
    cpu = {way: statistics.median(one[way] for one in ours) for way in WAYS}
    memory = search_peers.pagefind_built(program, room, watched=True).memory
    watched = search_ours.built(room, "cold", watched=True)
    search_tables.builds(statistics.median(peers), memory, cpu, watched)
    search_tables.sizes(search_ours.size(room), search_peers.pagefind_size(room), count)


def ask(room: Path, news: Path, *, seed: int, lunr: bool) -> None:
    """All queries to all engines."""
    file, queries = room / "queries.json", asked(room, news, seed)
    every = 1 if len(queries) * news.stat().st_size < MOST else SAMPLE
    sample = room / "queries-peers.json"
    if not _answered(sample, file):
        sample.write_text(json.dumps([asdict(one) for one in queries[::every]]), "utf-8")
    outs = {name: room / f"answers-{name}.json" for name in ("bantin", "pagefind", "lunr")}
    search_peers.ask(
        "search_bantin.mjs", search_ours.SCRIPTS, room / "search", file, outs["bantin"]
    )
    if not _answered(outs["pagefind"], sample):
        index = room / "pagefind"
        search_peers.ask("search_pagefind.mjs", index, sample, outs["pagefind"], COLD)
    if lunr and not _answered(outs["lunr"], sample):
        index = room / "search_index.json"
        search_peers.ask("search_lunr.mjs", search_peers.worker(), index, sample, outs["lunr"])
    code = search_ours.code(room)
    answers = {
        name: Answers(queries, out, code)
        if name == "bantin"
        else Answers(queries[::every], out)
        for name, out in outs.items()
        if out.exists()
    }
    search_tables.queries(answers)
    search_tables.kinds(answers)
    search_tables.worst(answers["bantin"])


def asked(room: Path, news: Path, seed: int) -> list[Query]:
    """The queries with what is right, made where they are missing."""
    file = room / "queries.json"
    if not file.exists():
        archive = Archive.of(loaded(news))
        rows = [asdict(query) for query in Asker(archive, seed).all()]
        file.write_text(json.dumps(rows, ensure_ascii=False), "utf-8")
    return [Query(**row) for row in json.loads(file.read_text("utf-8"))]


def _answered(out: Path, queries: Path) -> bool:
    """A peer's answers hold as long as the queries are the same."""
    return out.exists() and out.stat().st_mtime > queries.stat().st_mtime


if __name__ == "__main__":
    main()
