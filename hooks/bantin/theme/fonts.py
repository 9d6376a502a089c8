"""Be Vietnam Pro for the web: two weights, cut to the letters that the pages need.

One file per weight holds Latin and Vietnamese together, because Vietnamese text needs both:
ă and ế in one word. The family has no arrows; scripts and templates draw theirs.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from importlib.metadata import version
from statistics import fmean
from typing import Final

import fontpkg_be_vietnam_pro as family

from bantin.cache import Cache

WEIGHTS: Final = {400: "BeVietnamPro-Regular", 600: "BeVietnamPro-SemiBold"}
_FAMILY: Final = "fontpkg-be-vietnam-pro"
LICENCE: Final = "OFL.txt"
"""Published beside the fonts, as the SIL Open Font License asks."""
FEATURES: Final = ("ccmp", "kern", "liga", "locl", "mark", "mkmk", "tnum")
"""Layout that is kept: marks in their places, kerning, figures of one width for tables."""
LETTERS: Final = frozenset(
    {
        *range(0x20, 0x7F),  # Latin
        *range(0xA0, 0x180),  # Latin-1, Latin Extended-A: ă, đ, ĩ, ũ, and names from abroad
        *map(ord, "ƠơƯư"),
        *range(0x1EA0, 0x1EFA),  # Vietnamese letters with two marks
        *range(0x300, 0x304),  # grave, acute, circumflex, tilde: text that is not yet NFC
        *map(ord, "\u0306\u0309\u031b\u0323"),  # breve, hook above, horn, dot below
        *map(ord, "–—‘’‚“”„•…‹›₫€™−≈≤≥"),
    }
)

SAMPLE: Final = (
    "Sáng ngày 24 tháng 3 năm 2026, tại Hội trường tầng 4, Bệnh viện tổ chức Hội nghị sơ kết "
    "công tác chỉ đạo tuyến, đào tạo và chuyển giao kỹ thuật giai đoạn 2022 - 2025. Tham dự "
    "hội nghị có các đồng chí trong Ban Giám đốc, lãnh đạo Sở Y tế, đại diện 20 bệnh viện vệ "
    "tinh, cùng toàn thể bác sĩ, điều dưỡng các khoa cấp cứu, hồi sức. Phát biểu khai mạc, "
    "PGS.TS Trần Thị Thu, Giám đốc Bệnh viện, nhấn mạnh: nhờ được hỗ trợ thường xuyên, nhiều "
    "ca bệnh nặng đã được cứu chữa ngay ở tuyến dưới, người bệnh không phải đi xa. Hội nghị "
    "thảo luận về những khó khăn còn lại và thống nhất kế hoạch cho năm tới; kết thúc chương "
    "trình, Ban tổ chức trao giấy khen cho các tập thể, cá nhân xuất sắc."
)
"""Words as bulletins have them: an average weighs the letters as often as they stand here."""


@dataclass(frozen=True)
class Measures:
    """What decides about the room that words take, in em."""

    advance: float
    """Average width of the letters, marks and spaces of ``SAMPLE``."""
    ascent: float
    descent: float
    """Below the line, positive."""


@dataclass(frozen=True)
class Typeface:
    """One weight of the family."""

    weight: int
    payload: bytes
    """WOFF2."""
    measures: Measures


def typefaces(cache: Cache) -> tuple[Typeface, ...]:
    """Both weights; cut once and kept by the versions of the tool and the family."""
    return tuple(_typeface(weight, cache) for weight in WEIGHTS)


def licence() -> bytes:
    """The text of the licence."""
    return bytes((family.ROOT / "LICENSE").read_bytes())


def _typeface(weight: int, cache: Cache) -> Typeface:
    key = "\n".join(_recipe(weight))
    payload = cache.get("font", key)
    if payload is None:
        payload = _cut(_file(weight))
        cache.put("font", key, payload)
    return Typeface(weight, payload, _measures(weight, cache))


def _measures(weight: int, cache: Cache) -> Measures:
    key = "\n".join((version("fonttools"), WEIGHTS[weight], version(_FAMILY), SAMPLE))
    kept = cache.get("measures", key)
    if kept is None:
        found = _measured(_file(weight))
        cache.put("measures", key, json.dumps(astuple(found)).encode())
        return found
    return Measures(*json.loads(kept))


def _measured(file: str) -> Measures:
    from fontTools.ttLib import TTFont

    with TTFont(file, lazy=True) as font:
        em, letters = font["head"].unitsPerEm, font.getBestCmap()
        advances = [font["hmtx"][letters[ord(letter)]][0] for letter in SAMPLE]
        line = font["hhea"]
        return Measures(fmean(advances) / em, line.ascent / em, -line.descent / em)


def _file(weight: int) -> str:
    return str(family.ROOT / "files" / f"{WEIGHTS[weight]}.ttf")


def _recipe(weight: int) -> Iterator[str]:
    """Everything that decides about the bytes."""
    yield from (f"{name} {version(name)}" for name in ("fonttools", "brotli"))
    yield f"{WEIGHTS[weight]} {version(_FAMILY)}"
    yield " ".join((*FEATURES, *map(str, sorted(LETTERS))))


def _cut(file: str) -> bytes:
    from fontTools import subset  # a fifth of a second that only this function needs

    options = subset.Options(
        flavor="woff2",
        layout_features=list(FEATURES),
        hinting=False,  # screens of today smooth without, and it is half of the bytes
        name_IDs=[0, 1, 2, 13, 14],  # copyright, names and licence stay in the file
    )
    target = io.BytesIO()
    with subset.load_font(file, options) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=LETTERS)
        cutter.subset(font)
        subset.save_font(font, target, options)
    return target.getvalue()
