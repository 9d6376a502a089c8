"""A reader without a mouse: first page, a person, a bulletin, its third photo, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from every_kind import furnished

from newsrooms import Newsroom
from waiting import until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

MANY = 150
"""More stops than any page of the site has."""
PERSON, BULLETIN = "people/tran-duc/", "news/2026/so-ket/"
HERE = """() => {
  const one = document.activeElement;
  const size = (found) => found.width * found.height;
  const [box] = [...one.getClientRects()].sort((a, b) => size(b) - size(a));
  const look = getComputedStyle(one);
  const left = Math.max(0, box.left), right = Math.min(innerWidth, box.right);
  const above = Math.max(0, box.top), below = Math.min(innerHeight, box.bottom);
  const level = Math.min(above + 12, (above + below) / 2);
  const top = document.elementFromPoint((left + right) / 2, level);
  return {
    href: one.href ?? "",
    within: one.closest("[id]")?.id ?? "",
    ringed: look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2
      || getComputedStyle(one, "::after").outlineStyle !== "none",
    seen: left < right && above < below && (one.contains(top) || top.contains(one)),
  };
}"""


@pytest.fixture(scope="module")
def address(served, tmp_path_factory) -> str:
    room = Newsroom(tmp_path_factory.mktemp("walk"))
    furnished(room)
    room.built()
    return served(room.site)


@pytest.fixture(params=[1280, 390])
def page(request, browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": request.param, "height": 800}, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


def tab_to(page: Page, end: str, within: str = "") -> None:
    """Press Tab until a link to ``end`` has the focus; every stop on the way can be seen."""
    for _ in range(MANY):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        assert here["ringed"] and here["seen"], here
        if here["href"].endswith(end) and (not within or here["within"] == within):
            return
    raise AssertionError(f"no link to {end} on {page.url}")


def go(page: Page, end: str) -> None:
    tab_to(page, end)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.endswith(end)


def test_from_the_first_page_to_the_third_photo_of_somebody_and_back(page, address):
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.evaluate(HERE)["href"].endswith("#page_content")
    page.keyboard.press("Enter")
    go(page, "people/")
    go(page, PERSON)
    go(page, BULLETIN)
    tab_to(page, "", within="anh-3")
    page.keyboard.press("Enter")
    shown = page.locator("dialog[open] [data-place='0']")
    shown.wait_for()
    assert shown.get_attribute("alt") == "Bé trai giơ bó hoa"
    assert page.evaluate("document.activeElement.closest('dialog') !== null")
    page.keyboard.press("Escape")
    page.locator("dialog[open]").wait_for(state="hidden")
    until(page, "history.scrollRestoration === 'auto'")  # gone back for good
    assert page.evaluate(HERE)["within"] == "anh-3"
    page.go_back()
    page.wait_for_url(f"{address}{PERSON}")
    page.go_back()
    page.wait_for_url(f"{address}people/")
    page.go_back()
    page.wait_for_url(f"{address}#page_content")
