"""Faces that stand in: named by the style, as wide as ours, measured right."""

from __future__ import annotations

import re
from pathlib import Path
from statistics import fmean

import pytest
from fontTools.ttLib import TTFont

from bantin.cache import Cache
from bantin.theme.assets import ROOM
from bantin.theme.fonts import SAMPLE, typefaces
from bantin.theme.standins import STANDINS, faces

INSTALLED = Path("/usr/share/fonts")
FILES = {
    "Roboto": "Roboto-Regular.ttf",
    "Roboto Bold": "Roboto-Bold.ttf",
    "Arial": "Arimo-Regular.ttf",
    "Arial Bold": "Arimo-Bold.ttf",
    "DejaVu Sans": "DejaVuSans.ttf",
    "DejaVu Sans Bold": "DejaVuSans-Bold.ttf",
}
"""Where Debian has what the widths were read from, or what has the same widths."""


@pytest.fixture(scope="module")
def ours(tmp_path_factory):
    return typefaces(Cache(tmp_path_factory.mktemp("cache")))


def test_the_style_names_all_that_stand_in_after_ours_and_before_what_is_left():
    style = (ROOM / "styles/base.css").read_text("utf-8")
    stack = re.search(r"\bfont:[^;]+?/ 1\.65 ([^;]+);", style)[1]
    first, *others = (one.strip() for one in stack.split(","))
    families = list(dict.fromkeys(one.family for one in STANDINS))
    assert first == '"Be Vietnam Pro"'
    assert others[: len(families)] == families
    assert others[-1] == "sans-serif"


def test_what_stands_in_is_as_wide_and_as_high_as_ours(ours):
    rules = faces(ours).splitlines()
    assert len(rules) == len(STANDINS)
    by_weight = {one.weight: one.measures for one in ours}
    for one, rule in zip(STANDINS, rules, strict=True):
        said = {
            name: float(value) / 100 for name, value in re.findall(r"([\w-]+):([\d.]+)%", rule)
        }
        size, wanted = said["size-adjust"], by_weight[one.weight]
        assert one.advance * size == pytest.approx(wanted.advance, rel=1e-3)
        assert said["ascent-override"] * size == pytest.approx(wanted.ascent, rel=1e-3)
        assert said["descent-override"] * size == pytest.approx(wanted.descent, rel=1e-3)
        assert said["line-gap-override"] == 0


def test_ours_is_measured_as_it_is_published(ours):
    for one in ours:
        assert (one.measures.ascent, one.measures.descent) == (1.0, 0.265)
    regular, bold = (one.measures.advance for one in ours)
    assert 0.45 < regular < bold < 0.55


def test_what_was_measured_before_is_taken_from_the_cache(ours, tmp_path):
    first, again = typefaces(Cache(tmp_path)), typefaces(Cache(tmp_path))
    assert first == again == ours


@pytest.mark.parametrize("name", FILES)
def test_the_widths_of_others_are_those_of_their_files(name):
    file = next(INSTALLED.rglob(FILES[name]), None)
    if file is None:
        pytest.skip(f"{FILES[name]} is not installed")
    with TTFont(file, lazy=True) as font:
        letters = font.getBestCmap()
        advances = [font["hmtx"][letters[ord(letter)]][0] for letter in SAMPLE]
        width = fmean(advances) / font["head"].unitsPerEm
    said = [one.advance for one in STANDINS if one.full_names[0] == name]
    assert said == pytest.approx([width] * len(said), abs=1e-4)
