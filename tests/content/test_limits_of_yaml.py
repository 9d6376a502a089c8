"""YAML made to fill the memory is refused before anything is built of it."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from bulletins import SETTINGS

from bantin.content import decode, registry, settings
from bantin.errors import Problem

MEGABYTES_50 = 50_000_000
LEVELS = 3_000
TEN = "[" + ", ".join(["*{0}"] * 10) + "]"
BOMB = "\n".join(
    [
        "a: &a [x, x, x, x, x, x, x, x, x, x]",
        *(f"{name}: &{name} {TEN.format(below)}" for below, name in pairwise("abcdefghijkl")),
    ]
)
"""Twelve lines that mean 10**12 texts."""
DEEP = {
    "lists": "tags: " + "[" * LEVELS + "]" * LEVELS,
    "mappings": "tags: " + "{a: " * LEVELS + "}" * LEVELS,
    "indented": "\n".join(" " * level + "a:" for level in range(1_000)),
    "dashes": "tags:\n  " + "- " * LEVELS + "x",
    "unclosed": "tags: " + "[" * LEVELS,
}


def in_a_bulletin(yaml: str, _: Path) -> tuple[Problem, ...]:
    content = f"---\ntitle: T\ndate: 2026-02-06\n{yaml}\n---\n\nLời.\n"
    return decode.bulletin("news/2026/a.md", "2026/a", content.encode(), SETTINGS).problems


def in_a_registry(yaml: str, _: Path) -> tuple[Problem, ...]:
    path = "news/_registry/people.yml"
    return tuple(registry.read(path, yaml.encode(), SETTINGS.timezone).problems)


def in_mkdocs_yml(yaml: str, folder: Path) -> tuple[Problem, ...]:
    file = folder / settings.FILE
    file.write_text(f"site_name: Tin\n{yaml}\n", encoding="utf-8")
    return settings.read(file).problems


@pytest.fixture
def read(tmp_path):
    """``read(place, yaml)``: the codes of what was found, read in little memory."""

    def codes(place: Callable[[str, Path], tuple[Problem, ...]], yaml: str) -> list[str]:
        tracemalloc.start()
        try:
            found = place(yaml, tmp_path)
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        assert peak < MEGABYTES_50
        return [problem.code for problem in found]

    return codes


@pytest.mark.parametrize("yaml", DEEP.values(), ids=DEEP)
@pytest.mark.parametrize("place", [in_a_bulletin, in_a_registry, in_mkdocs_yml])
def test_depth_is_refused_in_little_memory(read, place, yaml):
    assert read(place, yaml) == ["yaml-too-deep"]


@pytest.mark.parametrize("place", [in_a_bulletin, in_a_registry])
def test_a_bomb_of_aliases_is_refused_in_little_memory(read, place):
    assert read(place, BOMB) == ["yaml-unwanted"]


def test_a_bomb_of_aliases_in_mkdocs_yml_does_not_go_off(read):
    lit = f"{BOMB}\nplugins:\n  - bantin:\n      categories: *l\n"
    assert read(in_mkdocs_yml, lit) == []
