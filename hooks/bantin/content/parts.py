"""The readers of the table: (key, kind) -> value of the model."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from bantin.content import participants
from bantin.content.fields import Fields
from bantin.content.frontmatter import Node
from bantin.content.keys import PHOTO_KEYS, Key, Kind
from bantin.errors import Location
from bantin.model import (
    Acceptance,
    Attachment,
    Correction,
    Participant,
    People,
    Photo,
    Source,
    Video,
)

Reader = Callable[[Node, Key, Fields], Any]
_ALIAS = re.compile(r"/(?!/)[^\x00-\x1f\\?#%<>:\"|*]+")
"""A path that every web host and file system can hold."""
_FILE_NAMES = ("file", "poster")
_PHOTO = {key.name: key for key in PHOTO_KEYS}


def _plain_texts(node: Node, key: Key, fields: Fields) -> tuple[str, ...]:
    return tuple(text for text, _ in fields.texts(node, key) if text)


def _captions(node: Node, key: Key, fields: Fields) -> tuple[Photo, ...]:
    """The quick form; an empty entry is a photo without a caption."""
    return tuple(Photo("", caption, at=at) for caption, at in fields.texts(node, key))


def _participants(node: Node, key: Key, fields: Fields) -> tuple[Participant, ...]:
    found = (participants.read(item, key, fields) for item in fields.items(node, key))
    return tuple(participant for participant in found if participant)


def _rows(node: Node, key: Key, fields: Fields) -> Iterator[tuple[dict[str, Node], Location]]:
    """Each mapping of a list that has all it needs."""
    required = {inner.name for inner in key.inner if inner.required}
    for item in fields.items(node, key):
        values = fields.mapping(item, key.inner, key.name)
        if required <= set(values):
            yield values, item.at


def _photos(node: Node, key: Key, fields: Fields) -> tuple[Photo, ...]:
    return tuple(_photo(values, at, fields) for values, at in _rows(node, key, fields))


def _photo(values: dict[str, Node], at: Location, fields: Fields) -> Photo:
    def line(name: str) -> str:
        return fields.line(values[name], _PHOTO[name]) if name in values else ""

    people = fields.choice(values["people"], _PHOTO["people"]) if "people" in values else ""
    focus = fields.fractions(values["focus"], _PHOTO["focus"], 2) if "focus" in values else ()
    return Photo(
        file=fields.text(values["file"], _PHOTO["file"]) if "file" in values else "",
        caption=line("caption"),
        alt=line("alt") if "alt" in values else None,
        credit=line("credit"),
        people=People(people) if people else None,
        consent=line("consent"),
        focus=(focus[0], focus[1]) if focus else None,
        blur=fields.boxes(values["blur"], _PHOTO["blur"]) if "blur" in values else (),
        cover="cover" in values and fields.flag(values["cover"], _PHOTO["cover"]),
        at=at,
    )


def _texts_of(values: dict[str, Node], key: Key, fields: Fields) -> dict[str, str]:
    """The inner texts of a mapping by key."""
    found: dict[str, str] = {}
    for inner in key.inner:
        if inner.name in values and inner.kind in (Kind.LINE, Kind.TEXT, Kind.ADDRESS):
            read = fields.address if inner.kind is Kind.ADDRESS else fields.line
            if inner.name in _FILE_NAMES:  # a name may have two spaces in a row
                read = fields.text
            found[inner.name] = read(values[inner.name], inner)
    return found


def _attachments(node: Node, key: Key, fields: Fields) -> tuple[Attachment, ...]:
    rows = _rows(node, key, fields)
    return tuple(Attachment(**_texts_of(values, key, fields), at=at) for values, at in rows)


def _corrections(node: Node, key: Key, fields: Fields) -> tuple[Correction, ...]:
    found = []
    for values, at in _rows(node, key, fields):
        day: date | None = fields.day(values["date"], key.inner[0])
        if day is not None:
            found.append(Correction(day, **_texts_of(values, key, fields), at=at))
    return tuple(found)


def _acceptances(node: Node, key: Key, fields: Fields) -> tuple[Acceptance, ...]:
    return tuple(
        Acceptance(**_texts_of(values, key, fields)) for values, _ in _rows(node, key, fields)
    )


def _source(node: Node, key: Key, fields: Fields) -> Source | None:
    values = _texts_of(fields.mapping(node, key.inner, key.name), key, fields)
    return Source(**values) if "name" in values else None


def _video(node: Node, key: Key, fields: Fields) -> Video | None:
    values = _texts_of(fields.mapping(node, key.inner, key.name), key, fields)
    return Video(**values, at=node.at) if {"url", "title"} <= set(values) else None


def _paths(node: Node, key: Key, fields: Fields) -> tuple[str, ...]:
    """Old addresses on this site, without the leading '/'."""
    found = []
    for path, at in fields.texts(node, key):
        if not _ALIAS.fullmatch(path) or {".", ".."} & set(path.split("/")):
            fields.wrong("alias-not-path", at, value=path)
        else:
            found.append(path.removeprefix("/"))
    return tuple(found)


_BY_KIND: Mapping[Kind, Reader] = {
    Kind.TEXT: lambda node, key, fields: fields.text(node, key),
    Kind.LINE: lambda node, key, fields: fields.line(node, key),
    Kind.EVENT_DATE: lambda node, key, fields: fields.event_date(node, key),
    Kind.DAY: lambda node, key, fields: fields.day(node, key),
    Kind.MOMENT: lambda node, key, fields: fields.moment(node, key),
    Kind.FLAG: lambda node, key, fields: fields.flag(node, key),
    Kind.CHOICE: lambda node, key, fields: fields.choice(node, key),
    Kind.TEXTS: _plain_texts,
    Kind.PATHS: _paths,
    Kind.PARTICIPANTS: _participants,
}
_BY_NAME: Mapping[str, Reader] = {
    "captions": _captions,
    "photos": _photos,
    "attachments": _attachments,
    "corrections": _corrections,
    "accept": _acceptances,
    "source": _source,
    "video": _video,
}


def reader(key: Key) -> Reader:
    """The reader of a key: its own, else that of its kind."""
    return _BY_NAME.get(key.name) or _BY_KIND[key.kind]
