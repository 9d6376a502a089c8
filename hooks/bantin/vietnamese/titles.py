"""Titles before names: recognised however they are written, shown in the house form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from bantin.vietnamese.text import fold, nfc
from bantin.vietnamese.titleforms import (
    TOKEN,
    Found,
    after_separators,
    comparable,
    longest,
    may_begin,
)
from bantin.vietnamese.titletable import TITLES, Kind


@dataclass(frozen=True)
class TitleBlock:
    """Titles in a row. Places count in the text's NFC."""

    codes: tuple[str, ...]
    """In the order written."""
    written: str
    """The block as it stands in the text, without the separators after it."""
    end: int
    """Where the name begins, or whatever follows; 0 without titles."""
    start: int = 0
    """Where the first title begins."""


CODES: Final = tuple(title.code for title in TITLES)
"""All titles, in house order."""
_BY_CODE: Final = {title.code: title for title in TITLES}
_PLACE: Final = {title.code: place for place, title in enumerate(TITLES)}
_SAME_LINE: Final = re.compile(r"[^\w\n\r]*+\w")
_IN_INITIALS: Final = re.compile(r"(?<=\b[^\W\d_]\.)[^\W\d_]\.")
_FIELDS: Final = ("y tế công cộng", "kỹ thuật y", "kỹ thuật y học")
"""Fields of study: titles only behind others (Thạc sĩ Y tế công cộng)."""
_AMBIGUOUS: Final = re.compile(
    # tiền sử, vi sinh, chủ nhật, học sinh, dân số, đại diện …; initials; chuyển khoản
    r"bs|(?i:TS|VS|CN|KS|LS|HS|DS|ĐD|YS|NHS|KTY|YTCC|BSCC)"
    r"|(?i:t\.s|b\.s|g\.s|p\.gs|p\.g\.s)|CK\s+[12]|chuyên\s+khoa.*"
)
"""Alone these are titles only where a name may follow."""
_TIGHT: Final = frozenset("-‐‑–—,;:")


def canonical(written: str) -> tuple[str, ...]:
    """Codes of one written title or of a block: ``ThS.BSCKII`` -> ``("ThS", "BSCKII")``.

    Dots, commas, spaces, hyphens and case do not count, nor sĩ against sỹ.

    Returns:
        In the order written; empty where anything in the text is no title.
    """
    text = nfc(" ".join(written.split()))
    run = _run(text, after_separators(text, 0))
    whole = run and after_separators(text, run[-1].end) == len(text)
    return _codes(run) if whole else ()


def leading(text: str) -> TitleBlock:
    """The titles at the start of a text, up to the name.

    Takes any sequence of titles and separators, since their order varies. Where nothing but
    titles is found there is no name they could lead, and the text is left alone.
    """
    whole = nfc(text)
    run = _run(whole, after_separators(whole, 0))
    if not run or _is_field(whole, run[0]) or not _SAME_LINE.match(whole, run[-1].end):
        return TitleBlock((), "", 0)
    return _block(whole, run)


def find(text: str) -> tuple[TitleBlock, ...]:
    """Every run of titles in a text, with or without a name behind it.

    It is only the shape of a title: ``các bác sĩ trẻ`` and ``danh hiệu Thầy thuốc Ưu tú`` are
    found, too. TS, CN, HS and the like, alone, are found where a capital word follows.

    Returns:
        In order; none overlap, none goes beyond a line's end.
    """
    whole = nfc(text)
    found: list[TitleBlock] = []
    end = 0
    for token in TOKEN.finditer(whole):
        at = token.start()
        if at < end or not may_begin(token[0]) or _IN_INITIALS.match(whole, at):
            continue
        run = _run(whole, at, sentences=True)
        end = run[-1].end if run else end
        run = _without_fields(whole, run)
        if len(run) > 1 or (run and _is_title_alone(whole, run[0])):
            found.append(_block(whole, run))
    return tuple(found)


def house_form(codes: tuple[str, ...]) -> str:
    """Titles as the house writes them: ``TTƯT, ThS.BSCKII``.

    In house order; degrees in a row are glued with dots, all else is set off by commas.
    """
    parts: list[str] = []
    for code in in_house_order(codes):
        if parts and _is_degree(code) and _is_degree(parts[-1].rpartition(".")[2]):
            parts[-1] += f".{code}"
        else:
            parts.append(code)
    return ", ".join(parts)


def in_house_order(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Titles as the house orders them, each once, unknown codes last as they stood."""
    return tuple(sorted(dict.fromkeys(codes), key=lambda code: _PLACE.get(code, len(_PLACE))))


def full_form(code: str, lang: str) -> str:
    """What a code stands for, for ``<abbr title>``; empty for a code that is not ours."""
    title = _BY_CODE.get(code)
    if title is None:
        return ""
    return title.en if lang == "en" else title.vi


def _is_degree(code: str) -> bool:
    return code in _BY_CODE and _BY_CODE[code].kind is Kind.DEGREE


def _codes(run: list[Found]) -> tuple[str, ...]:
    return tuple(code for one in run for code in one.codes)


def _block(text: str, run: list[Found]) -> TitleBlock:
    start, last = run[0].start, run[-1].end
    dot = text[last : last + 1] == "." and not _is_plain(text, run[-1])
    written = text[start : last + dot]
    return TitleBlock(_codes(run), written, after_separators(text, last), start)


def _run(text: str, at: int, *, sentences: bool = False) -> list[Found]:
    """The titles that follow each other from ``at`` on.

    Args:
        text: In NFC.
        at: Where the first may begin.
        sentences: In running text: none is led on into by another sentence.
    """
    run: list[Found] = []
    while one := longest(text, at):
        run.append(one)
        at = after_separators(text, one.end)
        if sentences and _ends_sentence(text, one, at):
            break
    return run


def _ends_sentence(text: str, one: Found, after: int) -> bool:
    """Whether a new sentence or list begins: ``các bác sĩ. Thạc sĩ A nói``, but Thạc sĩ. BS."""
    stops = text[one.end : after].strip()
    return (
        stops[:1] in (".", ":", ";")
        and _is_plain(text, one)
        and text[after : after + 1].isupper()
    )


def _is_plain(text: str, one: Found) -> bool:
    """Whether a title is written in words that begin in lower case."""
    return text[one.start].islower() and len(text[one.start : one.end].split()) > 1


def _is_field(text: str, one: Found) -> bool:
    words = " ".join(text[one.start : one.end].split())
    return comparable(words) in _FIELDS


def _without_fields(text: str, run: list[Found]) -> list[Found]:
    first = next((place for place, one in enumerate(run) if not _is_field(text, one)), len(run))
    return run[first:]


def _is_title_alone(text: str, one: Found) -> bool:
    """Whether a single title is one beyond doubt, or a name may follow."""
    if not _AMBIGUOUS.fullmatch(text, one.start, one.end):
        return True
    after = after_separators(text, one.end)
    word = TOKEN.match(text, after)
    glued = text[one.end : after] in _TIGHT  # DS-KHHGĐ
    if glued or not word or not word[0][0].isupper():
        return False
    return len(word[0]) == 1 or any(letter in "aeiouy" for letter in fold(word[0]))
