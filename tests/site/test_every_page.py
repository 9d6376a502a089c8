"""Every kind of page, full and empty, is for everybody: any screen, any colours, on paper."""

from __future__ import annotations

import pytest
from every_kind import ADDRESSES, furnished
from faults import faults, findings

from newsrooms import Newsroom

EMPTY = ("", "news/", "categories/hop-tac/", "tags/", "series/", "people/", "organizations/",
         "photos/", "events/", "404.html")  # fmt: skip
"""Where a new site has nothing to show yet."""
SCREENS = {
    "phone-320-light": {"width": 320, "color_scheme": "light"},
    "phone-390-dark": {"width": 390, "color_scheme": "dark"},
    "desk-1280-forced": {"width": 1280, "forced_colors": "active"},
    "desk-1920-dark": {"width": 1920, "color_scheme": "dark"},
}
WIDTHS = [(320, "100%"), (390, "200%"), (768, "100%"), (1280, "200%"), (1920, "100%")]


@pytest.fixture(scope="module")
def full(tmp_path_factory) -> Newsroom:
    room = Newsroom(tmp_path_factory.mktemp("full"))
    furnished(room)
    room.built()
    return room


@pytest.fixture(scope="module")
def empty(tmp_path_factory) -> Newsroom:
    room = Newsroom(tmp_path_factory.mktemp("empty"))
    room.bulletin("2026/nhap", status="draft")
    room.built()
    return room


@pytest.fixture(scope="module")
def places(served, full, empty) -> list[str]:
    """Every address to be looked at, in full."""
    there, bare = served(full.site), served(empty.site)
    return [there + one for one in ADDRESSES] + [bare + one for one in EMPTY]


@pytest.fixture
def opened(browser):
    """``opened(width, …)``: a page in a context of its own."""
    contexts = []

    def open_(width: int, **look: str):
        size = {"width": width, "height": 900}
        contexts.append(browser.new_context(viewport=size, reduced_motion="reduce", **look))
        return contexts[-1].new_page()

    yield open_
    for context in contexts:
        context.close()


@pytest.mark.parametrize("look", SCREENS.values(), ids=SCREENS)
def test_axe_finds_nothing(opened, places, look):
    page, found = opened(**look), {}
    for place in places:
        page.goto(place)
        found[place] = list(findings(page))
    assert {place: those for place, those in found.items() if those} == {}


def test_axe_finds_nothing_on_paper(opened, places):
    page, found = opened(720), {}
    page.emulate_media(media="print")
    for place in places:
        page.goto(place)
        found[place] = list(findings(page, without=["target-size"]))  # nobody taps on paper
    assert {place: those for place, those in found.items() if those} == {}


@pytest.mark.parametrize(("width", "text"), WIDTHS)
def test_no_page_is_wider_than_the_screen(opened, places, width, text):
    page, found = opened(width), {}
    for place in places:
        page.goto(place)
        page.evaluate("size => { document.documentElement.style.fontSize = size }", text)
        found[place] = page.evaluate("document.documentElement.scrollWidth")
    assert {place: size for place, size in found.items() if size > width} == {}


def test_every_page_says_something_below_its_headline(opened, places):
    page, silent = opened(1280), []
    for place in places:
        page.goto(place)
        said = page.locator("main").inner_text().splitlines()
        silent += [place] if page.locator("main h1").count() != 1 or len(said) < 2 else []
    assert silent == []


def test_the_html_is_valid(nu, full, empty):
    assert faults(nu.complaints(full.site, empty.site)) == []
