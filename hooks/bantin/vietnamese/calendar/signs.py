"""Words beside a date that say what it is of, as patterns that end or begin at the date."""

from __future__ import annotations

from typing import Final

from bantin.vietnamese.calendar import words as w
from bantin.vietnamese.calendar.points import Ending, compiled


def _beside(pattern: str, reach: int) -> Ending:
    """The words right before a date; commas, brackets and dashes may stand between."""
    return Ending(rf"\b(?:{pattern})[\s,(:–-]{{0,4}}", reach)


def _some_words(most: int) -> str:
    return rf"(?: [^\s,;.()/]{{1,12}}){{0,{most}}}?"


_DAY: Final = r"(?:ngày )?"
_WEEKDAY: Final = rf"(?:(?:{w.WEEKDAY})[\s,(]{{1,3}})?"
_CLOCK: Final = r"[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?"
_NUMBER: Final = (
    r"(?:số\s?:?\s?[0-9]{1,7}[\w.]{0,4}(?:\s?[–-]\s?\w{1,8})?(?:/[\w.-]{1,12}){1,3}"
    r"|[0-9]{1,7}(?:\s?[–-]\s?\w{1,8})?(?:/[0-9]{4})?/(?-i:[A-ZĐ])[\w.-]{0,12}"
    r"(?:/[\w.-]{1,12}){0,2})"
)
"""``817/QĐ-UBND``, ``số: 26/2020/TT-BYT``, ``số 565- CV/TU``, ``72-NQ/TW``; no day."""
_AT: Final = rf"(?: {w.HOUR})?(?: {w.PART})?"

_NOT_LAST: Final = "".join(
    rf"(?<!{word}\s)" for word in ("tuần", "tháng", "năm", "hôm", "lần", "đợt", "ngày")
)
"""Before trước: tuần trước, but trước ngày 15/8."""

POSTED: Final = _beside(
    rf"{w.POSTED}(?: lúc)?(?:[\s:]{{1,4}}{w.HOUR}(?::[0-5][0-9])?)?"
    rf"(?:[\s,:|–-]{{1,4}}(?:{w.WEEKDAY}))?(?: vào)?",
    60,
)
STAMP: Final = compiled(rf"\s?[|,–-]?\s?{_CLOCK}(?:\s?[AP]M)?\s?(?:\(?(?:GMT|UTC)|[|\0]|$)")
"""``08:15 (GMT+7)``, behind a date and with nothing more in its line."""
ZONE: Final = compiled(rf"\s?[|,–-]?\s?{_CLOCK}\s?\(?(?:GMT|UTC)")
STAMP_OPENS: Final = compiled(rf"\W{{0,3}}{_WEEKDAY}")
TIME_BEFORE: Final = compiled(rf"\W{{0,3}}{_CLOCK}[\s|,–-]{{1,4}}{_WEEKDAY}")
LINE_ENDS: Final = compiled(r"\s{0,3}(?:\(?GMT|[|\0]|$)")
DATELINE: Final = compiled(rf"\s{{0,3}}\([^()]{{1,40}}?\s?[,–-]\s?{_DAY}")
BRACKET: Final = compiled(r"\s?\)")

NUMBERED_PAPER: Final = _beside(
    rf"{_NUMBER}(?: (?:của|do|về|v/v|được|ký|ban){_some_words(14)})?", 160
)
NUMBER_SAID: Final = _beside(rf"(?:{w.PAPER}) số \S{{1,40}}", 80)
PAPER: Final = _beside(rf"(?P<paper>{w.PAPER})(?: (?:của|do){_some_words(6)})?", 100)
LAW: Final = _beside(rf"{w.LAWS}(?:,? [^\s,;.()]{{1,12}}){{0,9}}?", 100)
BASED_ON: Final = Ending(
    rf"\b(?:căn cứ|theo) {w.LAWS}(?:,? [^\s,;.()/]{{1,12}}){{0,12}}?\s{{0,3}}", 120
)
"""Căn cứ Luật Tổ chức chính quyền địa phương ngày …"""
LED_TO: Final = Ending(r"\b(?:theo|tại|căn cứ|thực hiện|kèm theo|bản|các|của) ", 16)
ISSUED: Final = _beside(rf"(?<!lễ\s)(?<!đăng\s){w.ISSUED}(?: vào)?", 24)
ISSUED_BY: Final = compiled(r"\s?\)?\s?(?:của|về việc|v/v|về)\s")
OF_PAPER: Final = compiled(r"\s?\)?\s?(?:(?:của|về việc|v/v|về)\s|[);.\0]|$)")
"""Behind a paper's date: whose it is, or nothing. Else the date opens what happened."""
PART_OR_WEEKDAY: Final = compiled(rf"\b(?:{w.PART}|{w.WEEKDAY})\b")
COMMA: Final = Ending(r",\s?", 4)
MOMENT: Final = Ending(
    rf"\b(?:{w.PART}|{w.HOUR})(?: (?:nay|qua|mai))?[\s,(]{{1,3}}{_WEEKDAY}", 60
)

IN_FORCE: Final = _beside(
    rf"{w.IN_FORCE}{_some_words(4)} (?:kể )?từ|kể từ|hiệu lực(?: thi hành)?(?: (?:vào|từ))?", 90
)
SINCE: Final = _beside("từ", 8)
GETS_FORCE: Final = compiled(r"[^.;\0]{0,100}?(?:có hiệu lực|được áp dụng)")

DUE: Final = _beside(
    rf"(?P<before>{_NOT_LAST}trước{_AT})|hết{_AT}|hết (?:giá trị|hiệu lực){_some_words(3)} sau"
    rf"|{w.DUE}{_some_words(6)}(?: (?:là|đến|vào|trước))?{_AT}"
    rf"|(?:nộp|gửi|đăng ký|nhận hồ sơ|bình chọn){_some_words(6)} (?:đến|tới){_AT}",
    120,
)
COUNTED_TO: Final = _beside(rf"tính (?:đến|tới)(?: (?:hết|cuối))?{_AT}", 50)

FOUNDED: Final = _beside(rf"{w.FOUNDED}(?: (?:vào|từ))?", 30)
REMEMBERED: Final = _beside(rf"{w.REMEMBERED}(?P<what>{_some_words(14)})", 160)
JUBILEE: Final = _beside(rf"{w.JUBILEE}{_some_words(14)}", 160)
SPECIAL_DAY: Final = Ending(
    rf"\b(?:ngày(?: [^\W\d_]{{1,10}}){{0,4}}? {w.HOLIDAYS}|{w.FEASTS})\b"
    r"(?P<rest>[^,;.]{0,60})",
    140,
)
FEAST: Final = _beside("(?:nghỉ |dịp )?lễ|dịp|nghỉ", 16)
HAPPENS: Final = compiled(r"\b(?:diễn ra|tổ chức|vào|sẽ|đã|khai mạc)\b")

TERM: Final = _beside(rf"{w.TERMS}{_some_words(3)}", 60)
REPORTED: Final = _beside(rf"{w.REPORTED}{_some_words(9)}", 120)
MEASURED: Final = _beside(rf"{w.MEASURED_OVER}{_some_words(6)}", 90)
WITHIN: Final = _beside(w.WITHIN, 16)
COUNTS: Final = compiled(r" (?:là|còn|đạt|có) [0-9]")
"""``năm 2022 là 4.874 ca``: a year in a report."""
IN: Final = _beside("trong", 10)
COUNTED_NEXT: Final = compiled(rf"[^.;\0]{{0,80}}?\b[0-9][0-9.,]{{0,9}} {w.REPORTS}\b")
"""Behind ``Trong tháng 11``: bệnh viện tiếp nhận 37 ca."""
COUNTED_IN: Final = _beside(
    rf"(?:[0-9][0-9.,]{{0,9}} {w.REPORTS}|ca thứ [0-9.]{{1,9}}){_some_words(6)} trong", 80
)
PLANNED: Final = compiled(rf"\b(?:{w.STAGED}|hoàn thành|dự kiến|sẽ|đưa vào)\b")
PLANNED_NEXT: Final = compiled(rf"[^.;\0]{{0,80}}?\b{w.STAGED}\b")
