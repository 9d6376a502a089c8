"""The table of keys as JSON Schema (for editors) and as a Markdown table (for the guide)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from bantin import locale
from bantin.content.keys import KEYS, Key, Kind
from bantin.content.settings import Settings

_DAY = r"^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})$"
_MOMENT = r"^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})([ T]\d{1,2}:\d{2})?$"
_EVENT = r"^(\d{4}|\d{4}-\d{1,2}|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})$"
_TEXT: dict[str, Any] = {"type": ["string", "number", "boolean", "null"]}
"""YAML editors see 2019 or no as a number or a flag; we read what was typed."""


def json_schema(settings: Settings, lang: str) -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a bulletin's front matter."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": locale.text("schema_title", lang),
        **_object(KEYS, "", settings, lang),
    }


def _object(keys: tuple[Key, ...], under: str, settings: Settings, lang: str) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [key.name for key in keys if key.required],
        "properties": {
            key.name: {
                "description": describe(key, under, lang),
                **_value(key, under, settings, lang),
            }
            for key in keys
        },
    }


def _value(key: Key, under: str, settings: Settings, lang: str) -> dict[str, Any]:
    inner = _object(key.inner, f"{under}{key.name}.", settings, lang) if key.inner else {}
    fraction = {"type": "number", "minimum": 0, "maximum": 1}
    box = {"type": "array", "items": fraction, "minItems": 4, "maxItems": 4}
    shapes: dict[Kind, dict[str, Any]] = {
        Kind.EVENT_DATE: {"anyOf": [_pattern(_EVENT), inner]},
        Kind.DAY: _pattern(_DAY),
        Kind.MOMENT: _pattern(_MOMENT),
        Kind.FLAG: {"enum": [True, False, "yes", "no", "có", "không"]},
        Kind.NUMBER: {"type": "integer", "minimum": 0},
        Kind.CHOICE: {"enum": list(key.choices)},
        Kind.CATEGORY: _declared(settings.categories),
        Kind.SERIES: _declared(settings.series),
        Kind.ADDRESS: {"type": "string", "pattern": "^https?://"},
        Kind.TEXTS: {"type": "array", "items": _TEXT, "maxItems": key.limit},
        Kind.PATHS: {"type": "array", "items": {"type": "string", "pattern": "^/"}},
        Kind.MAPPING: inner,
        Kind.MAPPINGS: {"type": "array", "items": inner, "maxItems": key.limit},
        Kind.PARTICIPANTS: {"type": "array", "items": {"anyOf": [{"type": "string"}, inner]}},
        Kind.POINT: {"type": "array", "items": fraction, "minItems": 2, "maxItems": 2},
        Kind.BOXES: {"type": "array", "items": box},
    }
    return shapes.get(key.kind, {**_TEXT, "maxLength": key.limit})


def _declared(ids: Iterable[str]) -> dict[str, Any]:
    """One of the ids; ``false``, in the words of JSON Schema, where none is declared."""
    known = list(ids)
    return {"enum": known} if known else {"not": {}}


def _pattern(pattern: str) -> dict[str, Any]:
    return {"type": ["string", "number"], "pattern": pattern}


def describe(key: Key, under: str, lang: str) -> str:
    """What a key is for, in one sentence."""
    entry: str = locale.catalogue(lang)["keys"][f"{under}{key.name}"]
    return entry


def guide_table(lang: str) -> str:
    """The writing guide's table of keys, in Markdown."""
    head = " | ".join(locale.text(f"guide_{name}", lang) for name in ("key", "value", "for"))
    return (
        "\n".join([f"| {head} |", "| --- | --- | --- |", *_guide_rows(KEYS, "", lang)]) + "\n"
    )


def _guide_rows(keys: tuple[Key, ...], under: str, lang: str) -> Iterator[str]:
    for key in keys:
        kind = locale.text(f"kind_{key.kind.replace('-', '_')}", lang)
        if key.choices:
            kind = ", ".join(f"`{choice}`" for choice in key.choices)
        if key.required:
            kind += f" **({locale.text('guide_required', lang)})**"
        yield f"| `{under}{key.name}` | {kind} | {describe(key, under, lang)} |"
        yield from _guide_rows(key.inner, f"{under}{key.name}.", lang)
