"""All facts of ``bantin photos report``, ready to be printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from bantin import newsroom
from bantin.errors import Problem
from bantin.inventory import Item, Stock, findings, originals, upkeep, weights
from bantin.inventory.findings import Finding
from bantin.inventory.weights import Gallery, Scales, Year
from bantin.photos.store import Progress, Store

MEGAPIXELS: Final = (1, 5, 15, 30)
"""Limits between classes of originals by their size."""


@dataclass(frozen=True)
class Kept:
    """What the store holds."""

    entries: int
    bytes: int
    needless: int | None
    """Bytes that belong to no photo any more; None: nobody can tell by now."""
    missing: int
    """Photos that a build would still have to render."""
    seconds: float | None
    """How long that may take on this machine; None: nobody knows."""


@dataclass(frozen=True)
class Report:
    """The stocktaking of a site's photos."""

    items: tuple[Item, ...]
    """Originals below images/."""
    documents: int
    """Pictures under docs/."""
    kept: Kept
    years: tuple[Year, ...]
    galleries: tuple[Gallery, ...]
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    """Originals that can't be opened."""
    broken: int
    """Bulletins that can't be read; all photos of their folders count as used."""

    def used(self, used: bool) -> tuple[Item, ...]:
        """Those that a bulletin shows, or the others."""
        return tuple(item for item in self.items if item.used is used)

    @property
    def formats(self) -> Mapping[str, int]:
        """How many of each, the most common first."""
        return dict(Counter(item.original.format for item in self.items).most_common())

    @property
    def sizes(self) -> Mapping[int | None, int]:
        """How many are below each of ``MEGAPIXELS``, and of more (None)."""
        found = dict.fromkeys((*MEGAPIXELS, None), 0)
        for item in self.items:
            below = (limit for limit in MEGAPIXELS if item.pixels < limit * 1_000_000)
            found[next(below, None)] += 1
        return found


def made(stock: Stock, store: Store, progress: Progress) -> Report:
    """Look at every original and weigh every rendition.

    Args:
        stock: Of the site.
        store: Where renditions are kept; whose executor opens originals.
        progress: Told of every original that is looked at for the first time.
    """
    items, problems = originals.take(stock.edition, store, progress)
    scales = Scales(store.storage)
    return Report(
        items,
        len(stock.documents),
        _kept(stock, store, scales),
        weights.years(items, stock, scales),
        weights.galleries(stock.edition, scales),
        tuple(findings.found(items)),
        problems,
        len(stock.edition.broken),
    )


def _kept(stock: Stock, store: Store, scales: Scales) -> Kept:
    entries, size = store.storage.prune((), dry_run=True)
    try:
        needless: int | None = upkeep.prune(stock, store, dry_run=True)[1]
    except upkeep.Hindered:
        needless = None
    missing = scales.missing(stock.published())
    texts = newsroom.texts(stock.edition.settings)
    return Kept(entries, size, needless, missing, upkeep.seconds_for(missing, texts))


def as_values(report: Report) -> dict[str, Any]:
    """The whole report as JSON has it; problems are worded by whoever prints them."""
    kept = report.kept
    return {
        "originals": [_item(item) for item in report.items],
        "documents": report.documents,
        "broken_bulletins": report.broken,
        "formats": report.formats,
        "renditions": {
            "entries": kept.entries,
            "bytes": kept.bytes,
            "needless_bytes": kept.needless,
            "missing": kept.missing,
            "missing_seconds": kept.seconds,
        },
        "years": [vars(year) for year in report.years],
        "galleries": [
            {
                "id": one.id,
                "path": one.path,
                "photos": one.photos,
                "bytes": {
                    str(w): size for w, size in zip(weights.WIDTHS, one.bytes, strict=True)
                },
            }
            for one in report.galleries
        ],
        "findings": {one.kind: list(_groups(one)) for one in report.findings},
    }


def _groups(finding: Finding) -> Iterator[list[str]]:
    for group in finding.groups:
        yield [item.path for item in group]


def _item(item: Item) -> dict[str, Any]:
    original, seen = item.original, item.inspected
    return {
        "path": item.path,
        "used": item.used,
        "bytes": item.size,
        "width": original.width,
        "height": original.height,
        "format": original.format,
        "sha256": original.digest,
        "located": original.located,
        **(seen._asdict() if seen else {}),
    }
