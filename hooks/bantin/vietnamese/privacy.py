"""Who is a private person: patients, children and their families.

No registry has them, and no page may name them without consent. Where a sentence leaves open
whether somebody is the family of a patient, it is taken for so.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from functools import cache
from typing import Final

from bantin.vietnamese import tables
from bantin.vietnamese.naming.mentions import Mention
from bantin.vietnamese.text import fold_tone

_BEFORE: Final = 240
"""Characters before a name that are looked at; its sentence is rarely longer."""
_BEHIND: Final = 160
_YEARS: Final = r"(?:sinh năm|SN|\d{1,3}\s(?:ngày |tháng )?tuổi)\b"
_AGE: Final = re.compile(rf"\W{{0,3}}{_YEARS}")
"""Behind the name of somebody whom a text introduces as private: ``(7 tuổi)``."""
_SENTENCE: Final = re.compile(
    r"\n\s*(?:[-*+•>#|]|\d{1,3}[.)]|\n)|(?<=[\w)”\"]{2})[.!?…][\"”»*_]*\s+(?=\W*[^\W\d_])|[;|]"
)
_BRACKETS: Final = re.compile(r"\s*\([^()]*\)")
_SIGNS: Final = ' *_\t\n\r"“”'
_PIECES: Final = re.compile(r"\s*[,:(]\s*|\s*[–—]\s*|\s-+\s")
_TIE: Final = re.compile(r"(?:^|\s)(?:(?:cũng|hiện|chính|vốn) là|(?:có )?tên(?: là)?|là)$")
"""What ties somebody to words for the family."""
_DETAIL: Final = re.compile(
    rf"(?:{_YEARS}|(?:ở|trú|ngụ|quê|tại|thường trú|thôn|bản|xã|phường|huyện|tỉnh|dân tộc|người"
    r"|học|lớp|đang|vừa|được|bị|mắc|nằm|điều trị)\b)[^.]*",
    re.IGNORECASE,
)
"""What is told of a patient on the way to the name: age, home, illness."""
_LEADS_ON: Final = re.compile(
    r"[*_]*\s*\)?\s*(?:[,(–—]|\s-+\s|\s(?:(?:cũng|chính|hiện|vốn) )?là\s)\s*"
)
_MAY_LEAD: Final = re.compile(rf"(?:[,:(–—-]|\b(?:là|tên))[{_SIGNS}]*$")
"""The end of what stands before a name, where families may be told of; most ends are others."""
_PIECE: Final = re.compile(r"[^,()–—]*")
_ENGLISH: Final = re.compile(
    r"(?:(?:a|the|our)\s)?(?:(?:in|out)?patient|child|baby|pupil|mother|father|parent|grand\w+"
    r"|relative|wife|husband|son|daughter)\b(?:[’']s\b|\sof\b|$)",
    re.IGNORECASE,
)
"""The same in lists of English bulletins: ``Patient``, ``Mother of a patient``."""
_IN_A_ROW: Final = re.compile(r"[^,.;:()\n–—]{0,80}?\s(?:và|cùng|với)\b", re.IGNORECASE)
"""Others follow: ``A, mẹ cháu bé và các bác sĩ``."""


def is_private(text: str, one: Mention) -> bool:
    """Whether a text calls somebody a patient, a child, a pupil, or the family of one.

    By a word before the name (``bé``, ``mẹ cháu``), by an age, or by words for the family in
    apposition, before or behind: ``Người nhà bệnh nhân, ông …``, ``Mẹ bệnh nhi là bà …``,
    ``chị … (mẹ cháu An)``. Whoever is named elsewhere in the sentence is not meant.

    Args:
        text: In NFC.
        one: Somebody of ``people.mentions(text)``.
    """
    told = any(post.role and is_private_role(post.role.text) for post in one.posts)
    aged = any(_AGE.match(text, end) for end in (one.name.end, one.end))
    return (
        told
        or aged
        or one.address in _private()
        or _follows_family(text, one)
        or any(_leads_to_family(text, end, one) for end in (one.name.end, one.end))
    )


def is_private_role(role: str) -> bool:
    """Whether a role is what somebody private is: bệnh nhi, mẹ của cháu An, học sinh."""
    if _private().longest(tables.words(role)):
        return True
    pieces = _PIECES.split(fold_tone(role))
    return any(_family().match(piece) or _ENGLISH.match(piece) for piece in pieces)


def tells_family(text: str) -> bool:
    """Whether words for a patient's family stand anywhere in a text."""
    return _family().search(fold_tone(text)) is not None


def may_tell(words: Sequence[str]) -> bool:
    """Whether there is any word for patients, children or families: a look that takes little.

    Where there is none, ``is_private`` says no of everybody.

    Args:
        words: Compare keys of the words of a text, signs left out.
    """
    hints = _hints()
    return any(
        word in hints.lengths and hints.longest(words, at) for at, word in enumerate(words)
    )


def addressed(written: str) -> tuple[str, str]:
    """The words of address that stand before a name, and the name, as compare keys.

    Args:
        written: A name as it stands in a list of participants: ``Bà Lê Thị Mai``.

    Returns:
        ``("bà", "lê thị mai")``; the first is empty where there are none.
    """
    keys = tables.words(written)
    size = tables.phrases("address.words").longest(keys)
    size = size if size < len(keys) else 0
    return " ".join(keys[:size]), " ".join(keys[size:])


def is_formal(address: str) -> bool:
    """Whether colleagues and guests are called so: ``ông``, ``đồng chí``; also empty."""
    return not address or address in _formal()


def _follows_family(text: str, one: Mention) -> bool:
    """``Mẹ bệnh nhi, bà …``: words for the family stand in front, tied to the name."""
    window = text[max(0, one.start - _BEFORE) : one.start]
    if not (one.address or _MAY_LEAD.search(window)):
        return False
    window = fold_tone(window)
    sentence = _SENTENCE.split(window)[-1]
    found = deque(_family().finditer(sentence), maxlen=1)
    if not found:
        return False
    before = sentence[: found[0].start()]
    between = _BRACKETS.sub("", sentence[found[0].end() :])
    pieces = [piece.strip(_SIGNS) for piece in _PIECES.split(between)]
    if ")" in between or not _is_tied(pieces, one):
        return False
    if not between.rstrip(_SIGNS).endswith(","):
        return True
    several = found[0]["some"] is not None
    if not one.titles:
        return not (several and _is_done_to(before))
    opens = not before.strip(_SIGNS)
    return opens and not several and not _IN_A_ROW.match(text, one.end)


def _is_tied(pieces: list[str], one: Mention) -> bool:
    """Whether nothing but a patient's name, age and home stands in the pieces, and ``là``."""
    last = _without_name(pieces[-1]) if len(pieces) == 1 else pieces[-1]
    tie = _TIE.search(last)
    if len(pieces) == 1:
        between = last[: tie.start()] if tie else last
        return _is_detail(between) and bool(tie or (not last and one.address))
    first, *details = pieces[:-1]
    ties = not last or (tie is not None and tie.start() == 0)
    home = all(_DETAIL.fullmatch(piece) for piece in details[:1])
    return ties and home and all(map(_is_detail, (_TIE.sub("", first), *details)))


def _is_detail(piece: str) -> bool:
    return not _without_name(piece) or _DETAIL.fullmatch(piece) is not None


def _without_name(piece: str) -> str:
    """Without the capitals and figures at its start."""
    words = piece.split()
    while words and (words[0][0].isupper() or words[0].isdigit() or words[0] == "tuổi"):
        words.pop(0)
    return " ".join(words)


def _is_done_to(before: str) -> bool:
    """Whether they are whom a verb means: ``thăm người nhà bệnh nhân, ông …``."""
    keys, doing = tables.words(before), tables.phrases("kinship.doing")
    sizes = range(1, min(3, len(keys)) + 1)
    return any(doing.longest(keys[-size:]) == size for size in sizes)


def _leads_to_family(text: str, end: int, one: Mention) -> bool:
    """``bà … (mẹ cháu An)``: words for the family stand behind, tied to the name."""
    window = text[end : end + _BEHIND]
    if not _LEADS_ON.match(window):
        return False
    window = fold_tone(_SENTENCE.split(window)[0])
    tie = _LEADS_ON.match(window)
    while tie:
        found = _family().match(window, tie.end())
        if found:
            in_list = _IN_A_ROW.match(window, found.end()) or (one.titles and found["some"])
            return not ("," in tie[0] and in_list)
        piece = _PIECE.match(window, tie.end())
        if piece is None or not _is_detail(piece[0].strip()):
            return False
        tie = _LEADS_ON.match(window, piece.end())
    return False


@cache
def _family() -> re.Pattern[str]:
    """Words for a patient's family, the word for the patient with them."""
    children = _any("children")
    somebody = rf"(?:(?:một|các|những|hai|ba|\d)\s+)?(?:{_any('patients')}|{children})"
    return re.compile(
        rf"\b(?:(?:{_any('one')}|(?P<some>{_any('some')}))\s+(?:của\s+)?{somebody}"
        rf"|(?:{_any('others')})\s+của\s+{somebody}|(?:{_any('numbers')})\s+(?:{children})"
        rf"|{somebody}\s+có\s+(?:{_any('one')}|{_any('others')})(?=\s+là\b))\b",
        re.IGNORECASE,
    )


@cache
def _hints() -> tables.Phrases:
    sections = ("one", "some", "patients", "children")
    family = (entry for section in sections for entry in tables.entries(f"kinship.{section}"))
    return tables.Phrases(
        (*family, *tables.entries("address.private"), "tuổi", "sinh năm", "SN")
    )


def _any(section: str) -> str:
    """A pattern for the entries of a section, the longest first."""
    entries = sorted(tables.entries(f"kinship.{section}"), key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, fold_tone(one).split())) for one in entries)


@cache
def _formal() -> tables.Phrases:
    return tables.phrases("address.formal")


@cache
def _private() -> tables.Phrases:
    return tables.phrases("address.private")
