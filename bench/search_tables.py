"""The run's tables, as Markdown."""

from __future__ import annotations

from collections.abc import Mapping

from photo_tables import printed
from search_figures import Answers
from search_ours import Cost, Size

WORST = 30
"""Queries shown."""


def builds(peer: float, memory: float, cpu: Mapping[str, float], watched: Cost) -> None:
    """What each way of building takes, beside Pagefind from nothing (it knows no other)."""
    rows = [("Pagefind", f"{peer:.2f}", "1", f"{memory:.0f}", "")]
    for way, cost in cpu.items():
        peak = (f"{watched.peak:.0f}", f"{watched.before:.0f}") if way == "cold" else ("", "")
        rows.append((way, f"{cost:.2f}", f"{cost / peer:.3f}", *peak))
    printed(("way", "CPU s", "of Pagefind", "peak MB", "MB of it before"), rows)


def sizes(ours: Size, peer: tuple[int, int], count: int) -> None:
    """Bytes of each bulletin."""
    whole = ours.terms + ours.facets + ours.records
    rows = [
        ("ours: terms, directory, words", ours.terms),
        ("ours: facets", ours.facets),
        ("ours: records", ours.records),
        ("ours: all of these", whole),
        ("ours: texts for marked sentences", ours.texts),
        ("Pagefind: index", peer[0]),
        ("Pagefind: fragments", peer[1]),
    ]
    printed(
        ("what", "bytes a bulletin"), [(name, f"{size / count:.0f}") for name, size in rows]
    )


def queries(answers: Mapping[str, Answers]) -> None:
    """The measures, an engine in each column."""
    rows = {
        "queries": [f"{len(one.all)}" for one in answers.values()],
        "recall@10": [f"{one.recall():.4f}" for one in answers.values()],
        "worst kind": [_worst(one) for one in answers.values()],
        "MRR": [f"{one.rank():.4f}" for one in answers.values()],
        "points lost without accents": [f"{one.lost():.2f}" for one in answers.values()],
        "recall with a typo": [f"{one.typos():.4f}" for one in answers.values()],
        "code with the first query, bytes": [f"{one.code:,}" for one in answers.values()],
        "first query, bytes: median, p95": [_pair(one, "first") for one in answers.values()],
        "… requests": [_pair(one, "first", "requests") for one in answers.values()],
        "later query, bytes": [_pair(one, "later") for one in answers.values()],
        "first query by letter, bytes": [_pair(one, "typed") for one in answers.values()],
        "query CPU, µs": [_pair(one, "cpu", "") for one in answers.values()],
    }
    printed(("", *answers), [(name, *row) for name, row in rows.items()])


def kinds(answers: Mapping[str, Answers]) -> None:
    """Recall and MRR of each kind."""
    found = {name: one.kinds() for name, one in answers.items()}
    names = next(iter(found.values()))
    rows = [(kind, *(_of_kind(one, kind) for one in found.values())) for kind in names]
    printed(("recall@10 / MRR", *answers), rows)


def worst(answers: Answers) -> None:
    """Where we fail."""
    rows = [
        (
            one.query.kind,
            one.query.text,
            f"{one.recall:.2f}",
            f"{one.rank:.2f}",
            f"{len(one.query.right)}",
            one.row.get("repaired", ""),
        )
        for one in answers.worst(WORST)
        if one.recall < 1
    ]
    printed(("kind", "query", "recall", "rank", "right", "taken as"), rows)


def _of_kind(figures: Mapping[str, tuple[float, float]], kind: str) -> str:
    """Empty where a peer was asked nothing of the kind."""
    return "{:.3f} / {:.3f}".format(*figures[kind]) if kind in figures else ""


def _worst(answers: Answers) -> str:
    kind, (recall, _) = min(answers.kinds().items(), key=lambda one: one[1][0])
    return f"{recall:.3f} ({kind})"


def _pair(answers: Answers, name: str, part: str = "bytes") -> str:
    middle, high = answers.numbers(name, part)
    return f"{middle:,}, {high:,}"
