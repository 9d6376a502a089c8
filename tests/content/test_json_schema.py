"""JSON Schema for editors: complete, and in agreement with what we read."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
import yaml
from bulletins import SETTINGS
from test_decode import WHOLE

from bantin import locale
from bantin.content import schema
from bantin.content.keys import KEYS

KEYWORDS = {
    *("$schema", "title", "description", "type", "enum", "not", "anyOf", "pattern", "required"),
    *("properties", "additionalProperties", "items", "minItems", "maxItems", "maxLength"),
    *("minimum", "maximum"),
}
TYPES = {
    "string": str,
    "number": int | float,
    "integer": int,
    "boolean": bool,
    "null": type(None),
    "array": list,
    "object": dict,
}


def admits(rule: dict, value: object) -> bool:
    """The few keywords of JSON Schema that ours has."""
    assert set(rule) <= KEYWORDS
    kinds = rule.get("type", list(TYPES))
    kinds = [kinds] if isinstance(kinds, str) else kinds
    return (
        any(isinstance(value, TYPES[kind]) for kind in kinds)
        and ("enum" not in rule or value in rule["enum"])
        and "not" not in rule
        and ("anyOf" not in rule or any(admits(one, value) for one in rule["anyOf"]))
        and _admits_text(rule, value)
        and _admits_parts(rule, value)
    )


def _admits_text(rule: dict, value: object) -> bool:
    if isinstance(value, str):
        fits = len(value) <= rule.get("maxLength", len(value))
        return fits and re.search(rule.get("pattern", ""), value) is not None
    if isinstance(value, int | float):
        return rule.get("minimum", value) <= value <= rule.get("maximum", value)
    return True


def _admits_parts(rule: dict, value: object) -> bool:
    if isinstance(value, list) and "items" in rule:
        count = rule.get("minItems", 0) <= len(value) <= rule.get("maxItems", len(value))
        return count and all(admits(rule["items"], one) for one in value)
    if isinstance(value, dict) and "properties" in rule:
        known = rule["properties"]
        assert rule["additionalProperties"] is False
        return set(rule["required"]) <= set(value) <= set(known) and all(
            admits(known[name], one) for name, one in value.items()
        )
    return True


def matter(text: str) -> dict:
    """The front matter as an editor sees it: JSON values, dates as text."""
    return json.loads(json.dumps(yaml.safe_load(text.split("---\n")[1]), default=str))


@pytest.fixture(params=locale.LANGUAGES)
def built(request):
    return schema.json_schema(SETTINGS, request.param)


def test_the_schema_admits_the_good_bulletin(built):
    assert json.loads(json.dumps(built)) == built
    assert admits(built, matter(WHOLE))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        pytest.param("title", None, id="no-title"),
        pytest.param("title", "a" * 201, id="long-title"),
        pytest.param("zzz", "a", id="unknown-key"),
        pytest.param("date", "hôm nay", id="date"),
        pytest.param("date", {"start": "2026-02-06"}, id="half-a-range"),
        pytest.param("status", "nháp", id="status"),
        pytest.param("category", "zzz", id="category"),
        pytest.param("captions", "A", id="captions-as-text"),
        pytest.param("photos", [{"caption": "A"}], id="photo-without-file"),
        pytest.param("photos", [{"file": "a", "focus": [2, 0]}], id="focus-outside"),
        pytest.param("photos", [{"file": "a", "blur": [[0, 0, 1]]}], id="short-box"),
        pytest.param("video", {"url": "a.vn", "title": "A"}, id="address"),
        pytest.param("aliases", ["a"], id="alias"),
    ],
)
def test_the_schema_refuses_what_we_refuse(built, key, value):
    good = matter(WHOLE)
    if value is None:
        good.pop(key)
    else:
        good[key] = value
    assert not admits(built, good)


@pytest.mark.parametrize(
    "date", ["2026", "2026-02", "2026-02-06", "06/02/2026", "6.2.2026", 2019]
)
def test_the_schema_admits_every_way_to_write_a_date(built, date):
    assert admits(built["properties"]["date"], date)


def test_without_categories_none_is_admitted():
    bare = schema.json_schema(replace(SETTINGS, categories={}), "vi")
    assert not admits(bare["properties"]["category"], "hop-tac")


def keys_of(rule: dict, under: str = ""):
    for name, inner in rule.get("properties", {}).items():
        yield f"{under}{name}", inner
        for nested in (inner, inner.get("items", {}), *inner.get("anyOf", ())):
            for deeper in (nested, *nested.get("anyOf", ())):
                yield from keys_of(deeper, f"{under}{name}.")


def test_every_key_is_described_in_both_languages(built):
    described = dict(keys_of(built))
    assert set(described) == set(locale.catalogue("vi")["keys"])
    assert set(described) == set(locale.catalogue("en")["keys"])
    assert all(rule["description"] for rule in described.values())


@pytest.mark.parametrize("lang", locale.LANGUAGES)
def test_the_guide_has_a_row_for_every_key(lang):
    rows = schema.guide_table(lang).splitlines()
    assert all(row.count(" | ") == 2 for row in rows)
    for name in locale.catalogue(lang)["keys"]:
        assert sum(row.startswith(f"| `{name}` |") for row in rows) == 1
    assert len(rows) == 2 + len(locale.catalogue(lang)["keys"])
    assert {key.name for key in KEYS} <= set(locale.catalogue(lang)["keys"])
