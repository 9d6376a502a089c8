"""The one table of front matter keys: name, kind, default.

Reading, the writing guide's table and ``bantin schema`` all come from here. What a key is for
stands in the catalogues under ``[keys]``, in both languages.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from bantin import limits
from bantin.model import Part, People, Status
from bantin.vietnamese.text import fold


class Kind(StrEnum):
    """What may stand behind a key."""

    TEXT = "text"
    LINE = "line"
    """Text on one line."""
    EVENT_DATE = "event-date"
    DAY = "day"
    MOMENT = "moment"
    FLAG = "flag"
    NUMBER = "number"
    CHOICE = "choice"
    CATEGORY = "category"
    SERIES = "series"
    ADDRESS = "address"
    """A link to another site."""
    TEXTS = "texts"
    PATHS = "paths"
    MAPPING = "mapping"
    MAPPINGS = "mappings"
    PARTICIPANTS = "participants"
    POINT = "point"
    BOXES = "boxes"


_GUARDS = ("status", "expires", "withdrawn")
"""Keys that decide what is public, in registries too; so do moments, flags, boxes to blur."""


@dataclass(frozen=True)
class Key:
    """One key of the front matter, or of a mapping inside it."""

    name: str
    kind: Kind
    limit: int = limits.TEXT_CHARACTERS
    """Characters of a text, entries of a list."""
    choices: tuple[str, ...] = ()
    default: str = ""
    """As documented; empty: nothing."""
    required: bool = False
    may_be_empty: bool = False
    """Whether a typed ``""`` says something."""
    inner: tuple[Key, ...] = ()
    """Keys of the mapping, or of each mapping in the list."""

    @property
    def guards(self) -> bool:
        """Whether it decides what is public: typed but left empty, it must not mean nothing."""
        return self.kind in (Kind.MOMENT, Kind.FLAG, Kind.BOXES) or self.name in _GUARDS


def _items(
    name: str, kind: Kind, inner: tuple[Key, ...], limit: int = limits.LIST_ITEMS
) -> Key:
    return Key(name, kind, limit, inner=inner)


RANGE_KEYS = (Key("start", Kind.DAY, required=True), Key("end", Kind.DAY, required=True))
PARTICIPANT_KEYS = (
    Key("name", Kind.LINE),
    Key("titles", Kind.TEXTS, 20),
    Key("role", Kind.LINE),
    Key("organization", Kind.LINE),
    Key("part", Kind.CHOICE, choices=tuple(Part)),
    Key("delegation", Kind.LINE),
    Key("count", Kind.NUMBER),
)
PHOTO_KEYS = (
    Key("file", Kind.LINE, required=True),
    Key("caption", Kind.LINE, limits.CAPTION_CHARACTERS),
    Key("alt", Kind.LINE, limits.CAPTION_CHARACTERS, may_be_empty=True),
    Key("credit", Kind.LINE),
    Key("people", Kind.CHOICE, choices=tuple(People)),
    Key("consent", Kind.LINE),
    Key("focus", Kind.POINT),
    Key("blur", Kind.BOXES, 50),
    Key("cover", Kind.FLAG, default="false"),
)
KEYS = (
    Key("title", Kind.LINE, limits.TITLE_CHARACTERS, required=True),
    Key("date", Kind.EVENT_DATE, required=True, inner=RANGE_KEYS),
    Key("published", Kind.MOMENT, default="date"),
    Key("status", Kind.CHOICE, choices=tuple(Status), default="published"),
    Key("draft", Kind.FLAG, default="false"),
    Key("embargo", Kind.MOMENT),
    Key("expires", Kind.MOMENT),
    Key("place", Kind.LINE),
    Key("category", Kind.CATEGORY),
    Key("tags", Kind.TEXTS, limits.LIST_ITEMS),
    Key("series", Kind.SERIES),
    Key("summary", Kind.TEXT),
    Key("byline", Kind.LINE),
    Key("lang", Kind.CHOICE, choices=("vi", "en"), default="vi"),
    Key("translation_of", Kind.LINE),
    Key("pinned_until", Kind.DAY),
    _items("participants", Kind.PARTICIPANTS, PARTICIPANT_KEYS, limits.PARTICIPANTS),
    Key("captions", Kind.TEXTS, limits.PHOTOS),
    _items("photos", Kind.MAPPINGS, PHOTO_KEYS, limits.PHOTOS),
    Key("outcomes", Kind.TEXTS, limits.LIST_ITEMS),
    _items(
        "attachments",
        Kind.MAPPINGS,
        (Key("file", Kind.LINE, required=True), Key("title", Kind.LINE, required=True)),
    ),
    Key(
        "source",
        Kind.MAPPING,
        inner=(Key("name", Kind.LINE, required=True), Key("url", Kind.ADDRESS)),
    ),
    _items(
        "corrections",
        Kind.MAPPINGS,
        (
            Key("date", Kind.DAY, required=True),
            Key("note", Kind.TEXT, required=True),
            Key("kind", Kind.LINE),
        ),
    ),
    Key("aliases", Kind.PATHS, limits.LIST_ITEMS),
    Key(
        "video",
        Kind.MAPPING,
        inner=(
            Key("url", Kind.ADDRESS, required=True),
            Key("title", Kind.LINE, required=True),
            Key("poster", Kind.LINE),
        ),
    ),
    _items(
        "accept",
        Kind.MAPPINGS,
        (Key("code", Kind.LINE, required=True), Key("reason", Kind.TEXT, required=True)),
    ),
    Key("notes", Kind.TEXT, limits.BULLETIN_BYTES),
)
_SPOKEN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "tieu de": "title",
        "ten": "title",
        "ten bai": "title",
        "ngay": "date",
        "ngay thang": "date",
        "ngay dang": "published",
        "dia diem": "place",
        "noi": "place",
        "noi to chuc": "place",
        "chuyen muc": "category",
        "danh muc": "category",
        "tu khoa": "tags",
        "the": "tags",
        "tom tat": "summary",
        "tac gia": "byline",
        "nguoi viet": "byline",
        "nguoi tham du": "participants",
        "thanh phan": "participants",
        "thanh phan tham du": "participants",
        "tham du": "participants",
        "chu thich": "captions",
        "chu thich anh": "captions",
        "anh": "photos",
        "hinh anh": "photos",
        "ket qua": "outcomes",
        "dinh kem": "attachments",
        "nguon": "source",
        "dinh chinh": "corrections",
        "trang thai": "status",
        "ghi chu": "notes",
        "ngon ngu": "lang",
        "ho ten": "name",
        "chuc danh": "titles",
        "chuc vu": "role",
        "don vi": "organization",
        "so luong": "count",
        "tep": "file",
        "nguoi chup": "credit",
    }
)
"""What writers call the keys in Vietnamese, folded -> the key: for hints only."""


def nearest(typed: str, names: Collection[str]) -> str:
    """The key that was probably meant, misspelt or in Vietnamese; empty where none is near."""
    plain = fold(typed.strip("“”‘’'\" "))
    meant = _SPOKEN.get(plain.replace("_", " "), plain)
    if plain == "ten" and "name" in names:  # of a person; a bulletin's is its title
        return "name"
    found = get_close_matches(meant, names, n=1, cutoff=0.7)
    return found[0] if found else ""
