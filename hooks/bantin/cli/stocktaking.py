"""``bantin photos report`` in lines for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from bantin import locale
from bantin.cli.problems import shown
from bantin.inventory import Item
from bantin.inventory.findings import Finding
from bantin.inventory.report import MEGAPIXELS, Kept, Report
from bantin.inventory.weights import WIDTHS

NAMED: Final = 10
"""Most lines of a list or table without ``--details``."""
GROUPED: Final = 6
"""Most photos of a group."""
_UNITS: Final = ((1_000_000_000, "GB"), (1_000_000, "MB"))


def lines(report: Report, lang: str, *, details: bool) -> Iterator[str]:
    """The whole report.

    Args:
        report: The facts.
        lang: ``vi`` or ``en``.
        details: Name every photo, and tell when and with what it was taken.
    """
    most = None if details else NAMED
    yield from _table(list(_totals(report, lang)))
    yield from _years(report, lang)
    yield from _galleries(report, lang, most)
    for finding in report.findings:
        yield from _finding(finding, lang, most)
    if not any(finding.groups for finding in report.findings) and not report.problems:
        yield from ("", locale.text("photos_well", lang))
    if details:
        yield from _details(report, lang)
    if report.problems:
        yield from (
            "",
            locale.text("photos_closed", lang, count=photos(len(report.problems), lang)),
        )
        yield from (line for one in report.problems for line in shown(one, lang).split("\n"))
    if report.broken:
        yield from ("", broken(report.broken, lang))


def broken(count: int, lang: str) -> str:
    """That so many bulletins can't be read."""
    key = "photos_broken_one" if count == 1 else "photos_broken_many"
    return locale.text(key, lang, count=number(count, lang))


def number(value: float, lang: str) -> str:
    """``12.345`` or ``12,345``; ``1,5`` or ``1.5``."""
    text = f"{value:,}"
    return text if lang == "en" else text.translate(str.maketrans(",.", ".,"))


def weight(size: int, lang: str) -> str:
    """``84 kB``, ``1,2 MB``, ``5,6 GB``."""
    for unit, name in _UNITS:
        if size >= unit:
            return f"{number(round(size / unit, 1), lang)} {name}"
    return f"{-(-size // 1000)} kB"


def photos(count: int, lang: str) -> str:
    """``1 photo``, ``2 photos``."""
    key = "photos_one" if count == 1 else "photos_many"
    return locale.text(key, lang, count=number(count, lang))


def _totals(report: Report, lang: str) -> Iterator[Sequence[str]]:
    for key, items in (("used", report.used(True)), ("idle", report.used(False))):
        yield _label(key, lang), *_measured(items, lang)
    if report.documents:
        yield _label("documents", lang), photos(report.documents, lang)
    formats = (f"{name} {number(count, lang)}" for name, count in report.formats.items())
    if report.items:
        yield _label("formats", lang), ", ".join(formats)
        yield _label("sizes", lang), ", ".join(_sizes(report, lang))
    yield from _kept(report.kept, lang)


def _measured(items: Sequence[Item], lang: str) -> tuple[str, str, str]:
    pixels = round(sum(item.pixels for item in items) / 1_000_000)
    size = weight(sum(item.size for item in items), lang)
    return photos(len(items), lang), size, f"{number(pixels, lang)} MP"


def _sizes(report: Report, lang: str) -> Iterator[str]:
    for limit, count in report.sizes.items():
        key = "photos_above" if limit is None else "photos_below"
        named = locale.text(key, lang, limit=limit or MEGAPIXELS[-1])
        if count:
            yield f"{named}: {number(count, lang)}"


def _kept(kept: Kept, lang: str) -> Iterator[Sequence[str]]:
    yield _label("kept", lang), weight(kept.bytes, lang)
    if kept.missing:
        minutes, seconds = divmod(round(kept.seconds or 0), 60)
        time = locale.text("photos_takes", lang, time=f"{minutes}:{seconds:02}")
        known = (time,) if kept.seconds is not None else ()
        yield _label("missing", lang), photos(kept.missing, lang), *known
    if kept.needless:
        yield _label("needless", lang), weight(kept.needless, lang), "bantin photos prune"


def _years(report: Report, lang: str) -> Iterator[str]:
    if not report.years:
        return
    heads = ("year", "folders", "photos", "originals", "renditions")
    rows = [[_label(f"head_{head}", lang) for head in heads]]
    for year in report.years:
        counts = [number(count, lang) for count in (year.folders, year.photos)]
        sizes = [weight(size, lang) for size in (year.bytes, year.rendered)]
        rows.append([year.year or _label("no_year", lang), *counts, *sizes])
    yield ""
    yield from _table(rows, right=True)


def _galleries(report: Report, lang: str, most: int | None) -> Iterator[str]:
    if not report.galleries:
        return
    rows = [[_label("head_bulletin", lang), _label("head_photos", lang)]]
    rows[0] += [f"{width} px" for width in WIDTHS]
    for one in report.galleries[:most]:
        sizes = ("?" if size is None else weight(size, lang) for size in one.bytes)
        rows.append([one.path, number(one.photos, lang), *sizes])
    yield from ("", locale.text("photos_heaviest", lang))
    yield from _table(rows, right=True)
    yield from _more(len(report.galleries), most, lang)


def _finding(finding: Finding, lang: str, most: int | None) -> Iterator[str]:
    if not finding.groups:
        return
    count = sum(map(len, finding.groups))
    yield ""
    yield locale.text(f"photos_{finding.kind}", lang, count=photos(count, lang))
    for group in finding.groups[:most]:
        if len(group) == 1:
            yield f"  {group[0].path}{_size(group[0])}"
        else:
            shown = group if most is None else group[:GROUPED]
            rest = f" … +{len(group) - len(shown)}" if len(group) > len(shown) else ""
            yield "  " + " = ".join(item.path for item in shown) + rest
    yield from _more(len(finding.groups), most, lang)


def _details(report: Report, lang: str) -> Iterator[str]:
    yield from ("", locale.text("photos_details", lang))
    rows = []
    for item in report.items:
        seen = item.inspected
        told = (seen.taken, seen.camera) if seen else ()
        rows.append([item.path, _size(item)[2:], weight(item.size, lang), *filter(None, told)])
    yield from _table(rows)


def _more(count: int, most: int | None, lang: str) -> Iterator[str]:
    if most is not None and count > most:
        yield "  " + locale.text("photos_more", lang, count=number(count - most, lang))


def _size(item: Item) -> str:
    return f"  {item.original.width} × {item.original.height}"


def _label(key: str, lang: str) -> str:
    return locale.text(f"photos_{key}", lang)


def _table(rows: Sequence[Sequence[str]], *, right: bool = False) -> Iterator[str]:
    """Columns below one another, all but the first at the right if so wanted."""
    longest = max(map(len, rows), default=0)
    wide = [
        max((len(row[at]) for row in rows if at < len(row) - (not right)), default=0)
        for at in range(longest)
    ]
    for row in rows:
        cells = [
            cell.rjust(wide[at]) if right and at else cell.ljust(wide[at])
            for at, cell in enumerate(row)
        ]
        yield ("  " + "  ".join(cells)).rstrip()
