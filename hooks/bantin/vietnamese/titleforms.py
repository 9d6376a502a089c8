"""One title at one place of a text, however it is written."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from bantin.vietnamese.text import MARKS
from bantin.vietnamese.titletable import GLUED, TITLES, Kind

_WORD: Final = rf"[^\W_]++(?:[{MARKS}_'’@]++[^\W_]++)*+[{MARKS}]*+"
_BETWEEN: Final = r"[.,;:\-‐-―−\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*+"
"""No line end: what stands in another line or cell is not led by a title."""
TOKEN: Final = re.compile(_WORD)
"""A word. A title is never part of one (H'BS, TS_2019)."""
_NEXT: Final = re.compile(f"({_BETWEEN})({_WORD})")
_SEPARATORS: Final = re.compile(_BETWEEN)


class Found(NamedTuple):
    """One title, or several that are glued together."""

    codes: tuple[str, ...]
    start: int
    end: int


@lru_cache(1 << 13)  # there are fewer syllables
def comparable(word: str) -> str:
    """A word without case, sĩ against sỹ, kĩ against kỹ, uý against úy, Ð (eth) against Đ."""
    word = word.casefold()
    if word.isascii():
        return word
    return word.replace("sỹ", "sĩ").replace("kĩ", "kỹ").replace("úy", "uý").replace("ð", "đ")


_FORMS: Final = {
    "".join(map(comparable, form.split())): title.code
    for title in TITLES
    for form in title.forms
}
"""Every way of writing, without separators -> code."""
_INCOMPLETE: Final = {form[:length] for form in _FORMS for length in range(1, len(form))}


def _beginnings() -> set[str]:
    """What the first word of a title may be. Abbreviations may be parted: TT.ND, BS.CK.II."""
    forms = [form for title in TITLES for form in title.forms]
    words = {comparable(form.split()[0]) for form in forms}
    codes = {comparable(form) for form in forms if " " not in form}
    parted = {code[:length] for code in codes for length in range(2, len(code))}
    return {*words, *parted, *_FORMS, *GLUED, *"tbgp"}


_BEGINNINGS: Final = _beginnings()
_SHORT: Final = 2
_SHORT_FORMS: Final = {form for title in TITLES for form in title.forms if len(form) <= _SHORT}
"""Abbreviations that count as the table writes them, else with a dot: ``Hs.``, not ``Hs``."""
_GRADES: Final = {title.code for title in TITLES if title.kind is Kind.GRADE}
_NUMERALS: Final = {"i", "ii"}
_WORDS: Final = {comparable(word) for one in TITLES for word in one.vi.split()} - _NUMERALS
_LONGEST_WORD: Final = max(map(len, (*_FORMS, *GLUED)))

_NOT_INITIALS: Final = "IYy12"
_INITIALS: Final = re.compile(r"(?i:t\.s|b\.s|g\.s|th\.s|p\.gs|p\.g\.s)(?!\.\w\b(?!\.s\b))")
"""The only titles with letters one by one; more initials behind make a name (T.S.N.)."""
_LEVELS: Final = ("ck", "chuyên")
_CHIEFS: Final = ("ĐD", "HS", "KTV")
_CHIEF: Final = re.compile(r"\s+(?:viên\s+)?trưởng\b", re.IGNORECASE)
"""Makes a role of these: Điều dưỡng trưởng, KTV trưởng."""
_OPEN: Final = ("chính", "y", "Y")
"""May belong to a word behind: ``bác sĩ chính thức``, ``kỹ thuật y tế``."""


def after_separators(text: str, start: int) -> int:
    """Where something else than dots, commas, dashes and spaces stands, in the same line."""
    found = _SEPARATORS.match(text, start)
    return found.end() if found else start


def may_begin(word: str) -> bool:
    """Whether a title may begin with this word: a quick answer, no for most words."""
    return len(word) <= _LONGEST_WORD and comparable(word) in _BEGINNINGS


def longest(text: str, start: int) -> Found | None:
    """The longest title that begins at a place of a text in NFC.

    II is tried before I, and a title ends where a word ends: Tsuji is a name. It looks at no
    more words than the longest title has.
    """
    found: Found | None = None
    joined, at = "", start
    words: list[str] = []
    while (token := _NEXT.match(text, at)) and len(token[2]) <= _LONGEST_WORD:
        word = comparable(token[2])
        joined += word
        code, more = _FORMS.get(joined), joined in _INCOMPLETE
        if not (code or more) or not _belong_together(words, token[1], word):
            break
        words.append(token[2])
        at = token.end()
        if code and _stands(text, (start, at), words, code):
            found = Found((code,), start, at)
        if not more:
            break
    return found or _glued(text, start)


def _glued(text: str, start: int) -> Found | None:
    token = TOKEN.match(text, start)
    codes = GLUED.get(comparable(token[0])) if token and may_begin(token[0]) else None
    return Found(codes, start, token.end()) if token and codes else None


def _belong_together(before: list[str], between: str, word: str) -> bool:
    """Whether what stands before a word may stand inside of a title.

    Anything before a level (``BS, CKII``); only spaces between words in full; dots and dashes
    in abbreviations.
    """
    if not before:
        return not between
    if word.startswith(_LEVELS):
        return True
    last = comparable(before[-1])
    if last in _WORDS:
        return between.isspace()
    if word == "i" and last.endswith("i"):
        return False  # BSCKI I Nhân is no BSCKII
    return not any(sign in between for sign in ",;:")


def _stands(text: str, place: tuple[int, int], words: list[str], code: str) -> bool:
    """Whether words that make up a title are one here, and not a name or a role."""
    start, end = place
    joined = "".join(words)
    if len(joined) <= _SHORT and joined not in _SHORT_FORMS:
        return joined.istitle() and text[end : end + 1] == "."
    if words[1:] and any(len(word) == 1 and word not in _NOT_INITIALS for word in words):
        initials = _INITIALS.match(text, start)
        return initials is not None and initials.end() == end
    if words[1:] and _begins_name(words, code):
        return False
    if words[-1] in _OPEN and _goes_on(text, end):
        return False
    return not (code.endswith(_CHIEFS) and _CHIEF.match(text, end))


def _begins_name(words: list[str], code: str) -> bool:
    """Whether the last word is a name, for its capital: Điều dưỡng Viên Thu, BS Chính."""
    last = words[-1]
    if code in _GRADES:
        return not last.islower()
    return words[-2].islower() and last.istitle() and last not in _NOT_INITIALS


def _goes_on(text: str, end: int) -> bool:
    """Whether a lower-case word follows, with nothing but spaces between."""
    after = after_separators(text, end)
    return text[end:after].isspace() and text[after : after + 1].islower()
