"""Vietnamese text: one normal form, tone placement, folding, slugs.

Folded forms are for comparing, searching and addresses only; what is printed is always what
somebody wrote.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from itertools import count
from typing import Final

from bantin import limits

TONES: Final = "\u0300\u0309\u0303\u0301\u0323"
"""Combining tone marks in dictionary order: huyền, hỏi, ngã, sắc, nặng. Ngang has none."""
MARKS: Final = "\u0300-\u036f"
"""All combining marks of Latin letters, as a range of a regular expression."""

_OLD_PLACEMENT: Final = re.compile(
    r"([oO](?=.[aeAE])|(?<![qQ])[uU](?=.[yY]))"  # hò|a, khỏ|e, thủ|y, but quỳ
    rf"([{TONES}])(.)(?![^\W\d_]|[{MARKS}])"  # in open syllables only
)
_MARK: Final = re.compile(f"[{MARKS}]")
_PLAIN: Final = str.maketrans(
    # Letters that Unicode doesn't take apart. ð is often typed for đ: its capital looks alike.
    {"đ": "d", "ð": "d", "ɖ": "d", "ø": "o", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe"}
)
_BY_RANK: Final = str.maketrans(
    # NFD marks as characters that sort as dictionaries do: ă before â, then the tones.
    {"\u0306": "\u0302", "\u0302": "\u0306", **dict(zip(TONES, "\1\2\3\4\5", strict=True))}
)
_RANKED_TONE: Final = re.compile("[\1-\5]")
_MEASURE: Final = re.compile(
    r"(\d+ (?:giờ|phút|tuổi|ảnh|(?:tháng|năm)(?! \d))(?!\w))"  # not "ngày 6 tháng 2"
)
_NOT_IN_SLUG: Final = re.compile(r"[^a-z0-9]+")


def nfc(s: str) -> str:
    """The text in Unicode's composed form: the only one that files and pages hold."""
    return unicodedata.normalize("NFC", s)


def fold_tone(s: str) -> str:
    """Move tone marks from the old place to the new: hòa -> hoà, khỏe -> khoẻ, thủy -> thuỷ.

    The two habits differ only in open syllables that end in oa, oe, uy; after q the u belongs
    to the consonant (quý, quỳ). NFC does not unify them.

    Returns:
        NFC, case kept; composed text keeps its length.
    """
    if s.isascii():
        return s
    return nfc(_OLD_PLACEMENT.sub(r"\1\3\2", unicodedata.normalize("NFD", s)))


def fold(s: str) -> str:
    """The text without case, tones and diacritics, for search and loose comparison.

    Returns:
        NFC; one letter for one letter, so words keep their length (foreign ones like ß and æ
        apart). White space and punctuation stay.
    """
    if s.isascii():
        return s.lower()
    parts = unicodedata.normalize("NFD", nfc(s).casefold())
    return nfc(_MARK.sub("", parts).translate(_PLAIN))


def measures(s: str) -> list[str]:
    """The text cut around numbers with their units, which a line must not part.

    Returns:
        What stands between, and a number with its unit, in turn: ``["Hơn ", "6 tháng",
        " qua"]``. Joined they are the text.
    """
    return _MEASURE.split(s)


def compare_key(s: str) -> str:
    """Equal for texts that are the same but for normal form, tone placement, case and spaces.

    Diacritics count: Vũ and Võ, Hoàng and Huỳnh, Hoa and Hòa are different.
    """
    return nfc(" ".join(fold_tone(s).casefold().split()))


def slug(s: str, limit: int = limits.SLUG_BYTES) -> str:
    """The text as part of an address: ``Đỗ Mạnh Toàn`` -> ``do-manh-toan``.

    Args:
        s: Any text.
        limit: Most bytes; longer slugs are cut after a word, a single long word anywhere.

    Returns:
        ``a-z``, ``0-9`` and single hyphens between words.

    Raises:
        ValueError: Nothing is left. Slugs never collapse silently.
    """
    whole = _NOT_IN_SLUG.sub("-", fold(unicodedata.normalize("NFKC", s))).strip("-")
    if not whole or limit < 1:
        raise ValueError(f"no slug of at most {limit} bytes can be made of {s!r}")
    if len(whole) <= limit:
        return whole
    return whole[: limit + 1].rpartition("-")[0] or whole[:limit]


def distinct_slugs(texts: Iterable[str]) -> dict[str, str]:
    """A slug for each text; only texts with the same ``compare_key`` share one.

    Where others would meet (Hoa, Hòa, Hóa) they are numbered in dictionary order: hoa, hoa-2,
    hoa-3; a text whose own slug is hoa-2 keeps it. A text without any letter or digit gets a
    slug made of its digest.

    Args:
        texts: In any order: the same set gives the same slugs.

    Returns:
        Text as given -> slug of at most ``limits.SLUG_BYTES`` bytes.
    """
    keys = {text: compare_key(text) for text in texts}
    wanted = {key: _own_slug(key) for key in sorted(set(keys.values()), key=_dictionary_order)}
    taken = set(wanted.values())
    given: dict[str, str] = {}
    handed_out: set[str] = set()
    for key, own in wanted.items():
        given[key] = _numbered(own, taken) if own in handed_out else own
        handed_out.add(own)
        taken.add(given[key])
    return {text: given[key] for text, key in keys.items()}


def _own_slug(key: str) -> str:
    try:
        return slug(key)
    except ValueError:
        return "x-" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _numbered(own: str, taken: set[str]) -> str:
    candidates = (
        slug(own, limits.SLUG_BYTES - len(suffix)) + suffix
        for suffix in (f"-{number}" for number in count(2))
    )
    return next(candidate for candidate in candidates if candidate not in taken)


def _dictionary_order(key: str) -> tuple[list[tuple[str, list[str]]], str]:
    """``collation.key`` in small: right for texts that differ in marks only."""
    words = unicodedata.normalize("NFD", fold_tone(key)).translate(_BY_RANK).split()
    return [(_RANKED_TONE.sub("", word), _RANKED_TONE.findall(word)) for word in words], key
