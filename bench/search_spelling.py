"""When words are the same, worked out apart from the index: normal forms, tones, days."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_OLD = ("òa óa ỏa õa ọa òe óe ỏe õe ọe", "ùy úy ủy ũy ụy")
_NEW = ("oà oá oả oã oạ oè oé oẻ oẽ oẹ", "uỳ uý uỷ uỹ uỵ")
_NEWER = dict(zip(" ".join(_OLD).split(), " ".join(_NEW).split(), strict=True))
_OLDER = {new: old for old, new in _NEWER.items()}
_TO_NEW = re.compile(rf"(?:(?<!q)(?:{_OLD[1]})|{_OLD[0]})(?!\w)".replace(" ", "|"))
_TO_OLD = re.compile(rf"(?<![qQ])(?:{_NEW[0]}|{_NEW[1]})(?!\w)".replace(" ", "|"))
_DAY = re.compile(
    r"(?<!\d)(?<!\d[-/.])(\d{1,2})(?:[-/.]| tháng )(\d{1,2})(?:[-/.]| năm )"
    r"((?:19|20)\d\d)(?!\d)"
)


def nfc(text: str) -> str:
    """Composed."""
    return unicodedata.normalize("NFC", text)


def nfd(text: str) -> str:
    """Decomposed, as macOS names files and some keyboards type."""
    return unicodedata.normalize("NFD", text)


def old_tones(text: str) -> str:
    """hoà -> hòa, in lower-case letters."""
    return _TO_OLD.sub(lambda found: _OLDER[found[0]], text)


def new_tones(text: str) -> str:
    """hòa -> hoà, in lower-case letters."""
    return _TO_NEW.sub(lambda found: _NEWER[found[0]], text)


def spelt(text: str) -> str:
    """Lower-case words with their accents, a space around each."""
    words = re.findall(r"[^\W_]+", nfc(text).lower())
    return f" {new_tones(' '.join(words))} "


def plain(text: str) -> str:
    """The same without accents."""
    apart = unicodedata.normalize("NFD", spelt(text).replace("đ", "d"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def days(text: str) -> Iterator[str]:
    """Full dates, ISO."""
    for day, month, year in _DAY.findall(nfc(text)):
        yield f"{year}-{int(month):02}-{int(day):02}"
