"""Titles before names: recognised however they are written, shown in the house form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from bantin.vietnamese.text import fold_tone, nfc
from bantin.vietnamese.titletable import TITLES, Kind, Title


@dataclass(frozen=True)
class TitleBlock:
    """The titles at the start of a text."""

    codes: tuple[str, ...]
    """In the order written."""
    written: str
    """The block as it stands in the text, without the separators after it."""
    end: int
    """Index into the text, where the name begins; 0 without titles."""
    start: int = 0
    """Where the first title begins."""


_BY_CODE: Final = {title.code: title for title in TITLES}
_PLACE: Final = {title.code: place for place, title in enumerate(TITLES)}
_TOKEN: Final = re.compile(r"[^\W_]+")
_SEPARATORS: Final = re.compile(r"[.,;:\s–—-]*")
_GLUED_LENGTH: Final = 24
_SHORT: Final = 2
"""Abbreviations up to this length count only as the table writes them: ``Hs`` is no title."""
_CHIEFS: Final = ("ĐD", "HS", "KTV")
"""Before ``trưởng`` these make a role: Điều dưỡng trưởng, KTV trưởng."""


def _comparable(joined: str) -> str:
    """What stays of a title without separators, case, sĩ against sỹ; tones folded before."""
    if len(joined) <= _SHORT:
        return joined
    return joined.casefold().replace("sỹ", "sĩ").replace("kĩ", "kỹ")


def _forms(title: Title) -> tuple[str, ...]:
    return title.code, title.vi, *title.written


_WRITTEN: Final = {
    _comparable(fold_tone(form).replace(" ", "")): title.code
    for title in TITLES
    for form in _forms(title)
}
_LONGEST: Final = max(len(form.split()) for title in TITLES for form in _forms(title))


def canonical(written: str) -> tuple[str, ...]:
    """Codes of one written title or of a block: ``ThS.BSCKII`` -> ``("ThS", "BSCKII")``.

    Dots, commas, spaces, hyphens and case do not count, nor sĩ against sỹ.

    Returns:
        In the order written; empty where anything in the text is no title.
    """
    text = nfc(written)
    codes, end = _consume(text)
    return codes if _SEPARATORS.fullmatch(text, end) else ()


def leading(text: str) -> TitleBlock:
    """The titles at the start of a text, up to the name.

    Takes any sequence of titles and separators, since their order varies. Where nothing but
    titles is found there is no name they could lead, and the text is left alone.
    """
    whole = nfc(text)
    codes, last = _consume(whole)
    end = _after_separators(whole, last)
    if not codes or not _TOKEN.search(whole, end):
        return TitleBlock((), "", 0)
    dot = whole[last] == "."
    written = whole[_after_separators(whole, 0) : last + dot]
    return TitleBlock(codes, written, _index_before_nfc(text, whole[:end]))


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


def _after_separators(text: str, start: int) -> int:
    found = _SEPARATORS.match(text, start)
    return found.end() if found else start


def _consume(text: str) -> tuple[tuple[str, ...], int]:
    """Codes at the start of a text in NFC, and the end of the last of them."""
    text = fold_tone(text)  # same length
    tokens = list(_TOKEN.finditer(text))
    codes: list[str] = []
    index = end = 0
    while index < len(tokens) and _after_separators(text, end) == tokens[index].start():
        found, size = _longest(text, tokens[index : index + _LONGEST + 1])
        if not found:
            break
        codes += found
        index += size
        end = tokens[index - 1].end()
    return tuple(codes), end


def _longest(text: str, tokens: list[re.Match[str]]) -> tuple[tuple[str, ...], int]:
    """The longest title at the first token, and how many tokens it takes.

    II is tried before I, and a title ends where a word ends: Tsuji is a name.
    """
    for size in range(min(len(tokens), _LONGEST), 0, -1):
        code = _one_title(text, tokens[:size])
        after = tokens[size].group().casefold() if size < len(tokens) else ""
        if code and not (after == "trưởng" and code.endswith(_CHIEFS)):
            return (code,), size
    return _glued(tokens[0].group()), 1


def _one_title(text: str, tokens: list[re.Match[str]]) -> str:
    words = [token.group() for token in tokens]
    code = _WRITTEN.get(_comparable("".join(words)), "")
    if not code or not all(_belong_together(text, *pair) for pair in pairwise(tokens)):
        return ""
    if _BY_CODE[code].kind is Kind.GRADE and words[1:] and not words[-1].islower():
        return ""  # BS Chính: a doctor whose given name is Chính
    return code


def _belong_together(text: str, left: re.Match[str], right: re.Match[str]) -> bool:
    """Whether only separators stand between; single letters need a dot (T.S, but not T. S.)."""
    between = text[left.end() : right.start()]
    if not _SEPARATORS.fullmatch(between):
        return False
    initials = any(len(part) == 1 and part not in "IYy12" for part in (left[0], right[0]))
    return not initials or not any(character.isspace() for character in between)


def _glued(token: str) -> tuple[str, ...]:
    """Titles written without anything between: PGSTS."""
    if len(token) > _GLUED_LENGTH:
        return ()
    for cut in range(len(token) - 1, 1, -1):
        code = _WRITTEN.get(_comparable(token[:cut]))
        rest = _WRITTEN.get(_comparable(token[cut:]))
        more = (rest,) if rest else _glued(token[cut:])
        if code and more:
            return (code, *more)
    return ()


def _index_before_nfc(text: str, start: str) -> int:
    """How much of ``text``, in whatever normal form, makes up ``start`` in NFC."""
    lengths = range(len(start), len(text) + 1)
    return next(length for length in lengths if nfc(text[:length]) == start)
