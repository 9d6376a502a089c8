"""Dates of events and texts -> keys: day ``2026-02-06`` and ``--02-06``, month ``2026-02``.

A year alone has no key: its figures are a word of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from bantin import locale
from bantin.model import EventDate, Precision
from bantin.search.skim import EDGE, Text
from bantin.vietnamese import datefinder

MOST_DAYS: Final = 31
"""Of an event or a range; a longer one is known by its first and last day."""
MOST_MONTHS: Final = 12
"""Of an event that lasts longer, none."""
QUARTER: Final = 3
"""Months of a period in a text: ``6 tháng đầu năm`` names none of them."""
_MONTHS: Final = ("một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_YEAR: Final = r"(?P<year>(?:19|20)[0-9]{2})"
_END: Final = r"(?![\w/–-]|[.,][0-9])"
_BEHIND: Final = {
    "tháng": re.compile(rf"[0-9]|(?:{'|'.join(_MONTHS)}|giêng|bốn|bẩy|chạp)\b", re.IGNORECASE),
    "quý": re.compile(r"[1-4]|i|(?:tư|ba|hai)\b", re.IGNORECASE),
    **dict.fromkeys(
        ("ngày", "sáng", "chiều", "tối"),
        re.compile(r"[0-9]{1,2}(?: / | - |-|\.)[0-9]{1,2}(?![0-9./-])"),
    ),
}
"""Words of dates, and what stands behind them if they may be of one."""
_NAMED: Final = [name.title() for name in _MONTHS if name != "năm"]  # năm 2026
_PLAINLY: Final = (
    re.compile(rf"(?P<day>\d{{1,2}})(?P<sign>[/.-])(?P<month>\d{{1,2}})(?P=sign){_YEAR}{_END}"),
    re.compile(rf"(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})(?: năm {_YEAR})?{_END}"),
    re.compile(
        rf"(?P<day>)[Tt]háng (?P<month>\d{{1,2}}|{'|'.join(_NAMED)})"
        rf"(?:(?:/| năm ){_YEAR}|(?=[,;:).]|$)){_END}"
    ),
)
"""How most dates are written, the year named or the event's."""
_NAMED_DAY: Final = re.compile(r"(?:^|\b(?:trong|vào|từ|trước|sau|đến) )[Nn]gày $")
"""What stands before a day without a year that is one for certain."""
_DAY_BEFORE: Final = re.compile(r"\b[Nn]gày (\d{1,2}) $")
_ELSEWISE: Final = ("hằng ", "hàng ", "mỗi ", "rằm", "mùng", "mồng", "âm lịch", "tết", "giỗ")
_POINT: Final = re.compile(r"\b(?:ngày|sáng|trưa|chiều|tối|đêm) [0-9]")
_JOINED_BEFORE: Final = re.compile(
    r"(?:[0-9–—/-]|\b(?:số|mã|và|hoặc|bản|lịch|version|v\.?)|\b(?P<till>đến|tới|hết))"
    r"[ ,(:]*(?:ngày )?$"
)
_JOINED_AFTER: Final = re.compile(
    r"[ ,(]*(?:[–—-]|\d|(?:và (?:\d|ngày|sáng|chiều|tối|thứ|chủ)"
    r"|đến(?! nay)|tới|âm|năm|này|sau|trước|qua|tháng)\b)"
)
"""What may make something else of it: a range, a row of days, a number, the moon's calendar."""
_JOINED_TO_YEAR: Final = re.compile(r" *(?:[–—-]|(?:và|đến(?! nay)|tới)\b)|[ ,(]*âm\b")
"""The same behind a date with its year."""
_BEFORE_MONTH: Final = re.compile(r"\(?(\d{1,2})(?:[–-](\d{1,2}))?")
_BEHIND_MONTH: Final = re.compile(r"(?:(?P<day>\d{1,2}), )?(?P<year>(?:19|20)\d\d)\b")
_BEGINS: Final = re.compile(r" ?\(?")
_STOPS: Final = frozenset(f".!?{EDGE}")


def of_event(when: EventDate) -> tuple[str, ...]:
    """Each day of an event, and its months.

    Returns:
        Sorted, each once; nothing where only the year is known.
    """
    return tuple(sorted(set(_keys(when, MOST_MONTHS))))


def of_text(text: Text, part: range, year: int | None, lang: str) -> tuple[str, ...]:
    """The days and months that a text names.

    Args:
        text: Ready to be asked.
        part: Which of its tokens are read.
        year: Of dates without one: the event's; None: they are left out.
        lang: In English texts dates are found as English writes them, too.

    Returns:
        Sorted, each once.
    """
    found: list[EventDate] = []
    for (start, end), places in _sentences(text, part).items():
        sentence = " ".join(text.tokens[start:end])
        before = len(" ".join(text.tokens[start : places[0]]))
        day = _plainly(sentence, before, year) if len(places) == 1 else None
        mentions = () if day else datefinder.find(sentence, year)
        found += [day] if day else [one.when for one in mentions if one.when]
    if lang == "en":
        found += _english(text, part)
    return tuple(sorted({key for when in found for key in _keys(when, QUARTER)}))


def _sentences(text: Text, part: range) -> dict[tuple[int, int], list[int]]:
    """Where sentences begin and end in which something may be a date, and where that is."""
    found: dict[tuple[int, int], list[int]] = {}
    tokens = text.tokens
    start = end = -1
    for at in text.dated(part):
        behind = _BEHIND.get(tokens[at].lower())
        if not behind or behind.match(" ".join(tokens[at + 1 : at + 4])):
            if at > end:  # else it is in the same one as the last
                start, end = _sentence(tokens, at)
            found.setdefault((start, end + (tokens[end] != EDGE)), []).append(at)
    return found


def _sentence(tokens: Sequence[str], at: int) -> tuple[int, int]:
    """The first and the last token of the sentence in which one stands."""
    start = end = at
    while start and tokens[start - 1][-1] not in _STOPS:
        start -= 1
    while end < len(tokens) - 1 and tokens[end][-1] not in _STOPS:
        end += 1
    return start, end


def _plainly(sentence: str, at: int, year: int | None) -> EventDate | None:
    """The only date of a sentence where it is written as most are, and stands alone.

    It says the same as ``datefinder``, which looks for much more, in a tenth of its time; but
    it knows the day since when something is.

    Args:
        sentence: In NFC.
        at: Where it begins, or the space before it.
        year: If it names none.
    """
    begins = _BEGINS.match(sentence, at)
    place = begins.end() if begins else at
    before, lower = sentence[:place], sentence.lower()
    found = next(filter(None, (form.match(sentence, place) for form in _PLAINLY)), None)
    if found is None:
        return None
    joined = _JOINED_TO_YEAR if found["year"] else _JOINED_AFTER
    if joined.match(sentence, found.end()):
        return None
    day, month = found["day"], found["month"]
    if not day and (named := _DAY_BEFORE.search(before)):
        day, before = named[1], before[: named.start()]
    elif day and not found["year"] and not _NAMED_DAY.search(before):
        return None
    if _goes_on_from(before.lower()) or any(word in lower for word in _ELSEWISE):
        return None
    if len(_POINT.findall(lower)) > 1:
        return None
    number = int(month) if month.isdigit() else _MONTHS.index(month.lower()) + 1
    of_year = int(found["year"] or year or 0)
    return _date(of_year, number, int(day or 0)) if of_year else None


def _goes_on_from(before: str) -> bool:
    """Whether what stands before a date may belong to it: ``từ 6 đến``, ``số``."""
    found = _JOINED_BEFORE.search(before[-16:])
    if found is None or not found["till"]:
        return found is not None
    return any(letter.isdigit() for letter in before)


def _date(year: int, month: int, day: int = 0, last: int = 0) -> EventDate | None:
    """A day, or the days to ``last``, or a whole month; None where there is no such day."""
    try:
        first = date(year, month, day or 1)
        end = date(year, month, last) if last else first
    except ValueError:
        return None
    return EventDate(first, end, Precision.DAY if day else Precision.MONTH)


def _keys(when: EventDate, most_months: int) -> Iterator[str]:
    if when.precision is Precision.YEAR:
        return
    months = _months(when)
    if len(months) <= most_months:
        yield from months
    if when.precision is Precision.DAY:
        count = (when.end - when.start).days + 1
        some = range(count) if count <= MOST_DAYS else (0, count - 1)
        for day in (when.start + timedelta(step) for step in some):
            iso = day.isoformat()
            yield from (iso, f"-{iso[4:]}")


def _months(when: EventDate) -> list[str]:
    first = 12 * when.start.year + when.start.month - 1
    last = 12 * when.end.year + when.end.month - 1
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(first, last + 1)]


def _english(text: Text, part: range) -> Iterator[EventDate]:
    """``6 February 2026``, ``6–7 February 2026``, ``February 6, 2026``, ``February 2026``."""
    names = locale.catalogue("en")["dates"]["months"]
    tokens = text.tokens[part.start : part.stop]
    for at in (at for at, token in enumerate(tokens) if token in names):
        behind = _BEHIND_MONTH.match(" ".join(tokens[at + 1 : at + 3]))
        before = _BEFORE_MONTH.fullmatch(tokens[at - 1]) if at else None
        first, last = before.groups() if before else (behind and behind["day"], None)
        month = names.index(tokens[at]) + 1
        when = behind and _date(int(behind["year"]), month, int(first or 0), int(last or 0))
        if when:
            yield when
