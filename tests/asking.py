"""Asking the search in a browser, as readers do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from waiting import until

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

BUTTON = "[data-opens-search]"
OPTIONS = "#search_list [role=option]"
ANSWERS = "#search_list > [role=option]"
"""Bulletins and pages of words; what is called so stands above them, in a group of its own."""
FIELD = ".search-dialog [role=combobox]"
RESULTS = ".search-results li"
SETTLED = "document.querySelector({!r}) && !document.querySelector({!r}).ariaBusy"


def open_search(page: Page) -> Locator:
    """The field of the dialog, opened with its button and furnished."""
    page.locator(BUTTON).click()
    field = page.locator(FIELD)
    field.wait_for()
    return field


def ask(page: Page, query: str) -> Locator:
    """The options for a query that is typed into the open dialog, in the place of the last."""
    page.locator(FIELD).fill(query)
    until(page, SETTLED.format("#search_list", "#search_list"))
    return page.locator(OPTIONS)


def answers(page: Page, query: str) -> Locator:
    """Those options that hold what is typed."""
    ask(page, query)
    return page.locator(ANSWERS)


def results(page: Page, address: str) -> Locator:
    """What the page of results shows at an address with a query."""
    page.goto(address)
    return shown(page)


def shown(page: Page) -> Locator:
    """What it shows when the answer is there."""
    until(page, SETTLED.format(".search-results", ".search-results"))
    return page.locator(RESULTS)
