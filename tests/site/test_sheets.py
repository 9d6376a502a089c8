"""Every page brings the styles of what stands on it, and no page waits for those of others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from every_kind import SETTINGS, furnished

from newsrooms import Newsroom

CLASSES = re.compile(r' class="([^"]+)"')
NAMED = re.compile(r"\.([a-z][\w-]*)")
LEADING = re.compile(r"[{},]\.([a-z][\w-]*)")
"""Where a selector begins: what stands in its block may have a name that others use, too."""
SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)"')
LATE = "lightbox."
"""Its script brings the style."""


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    room = Newsroom(tmp_path_factory.mktemp("site"), SETTINGS)
    furnished(room)
    ran = room.build()
    assert ran.code == 0, ran.output
    return room.site


@pytest.fixture(scope="module")
def styles(site) -> dict[str, str]:
    """Our stylesheets, by their names."""
    found = (site / "assets").glob("*.css")
    return {path.name: path.read_text("utf-8") for path in found if "material" not in path.name}


def brought(page: Path, styles: dict[str, str]) -> list[str]:
    """The names of those that a page brings."""
    found = SHEET.findall(page.read_text(encoding="utf-8"))
    return [name for name in (one.rpartition("/")[2] for one in found) if name in styles]


def classes(page: Path) -> set[str]:
    found = CLASSES.findall(page.read_text(encoding="utf-8"))
    return {name for names in found for name in names.split()}


def test_what_has_a_style_has_it_on_every_page(site, styles):
    named = {name: set(NAMED.findall(css)) for name, css in styles.items()}
    early = (css for name, css in styles.items() if not name.startswith(LATE))
    styled = {name for css in early for name in LEADING.findall(f"}}{css}")}
    missing = {}
    for page in site.rglob("*.html"):
        dressed = set().union(*(named[sheet] for sheet in brought(page, styles)))
        for name in classes(page) & styled - dressed if dressed else ():
            missing[name] = page.relative_to(site).as_posix()
    assert missing == {}


def test_no_kind_of_page_waits_for_a_style_of_which_it_has_nothing(site, styles):
    used, waited = set(), set()
    for page in site.rglob("*.html"):
        common, *own = brought(page, styles) or [""]
        for sheet in own:
            kind = (page.parent.relative_to(site).parts[:1], sheet)
            waited.add(kind)
            alone = set(NAMED.findall(styles[sheet])) - set(NAMED.findall(styles[common]))
            used |= {kind} if alone & classes(page) else set()
    assert waited
    assert waited == used
