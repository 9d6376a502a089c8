"""Where readers of the other language go on from a page that has no counterpart there.

A bulletin leads to the list of its category, else to the archive of its year. Any other page
leads to the next list above it, step by step up its address: a month to its year, a tag to all
tags, somebody to the index of people. A list in which nothing stands is no way on; at last
there is all the news, else the first page. The link says where it leads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from bantin import addresses, locale
from bantin.locale import text
from bantin.model import Bulletin
from bantin.pages.draft import PageDraft, Translation
from bantin.pages.lists import categories, ways
from bantin.pages.shelf import Shelf

LATER_PAGE: Final = re.compile(r"page/[0-9]+/\Z", re.ASCII)
"""How the address of a list ends beyond its first page."""


def led_across(shelf: Shelf, drafts: Mapping[str, PageDraft]) -> Iterator[PageDraft]:
    """The pages by address, each with its way to the other language."""
    bulletins = {addresses.bulletin(one.id): one for one in shelf.edition.bulletins}
    empty = frozenset(address for lang in shelf.by_lang for address in _empty(shelf, lang))
    for draft in drafts.values():
        other = locale.other(draft.lang)
        if draft.translation or other not in shelf.by_lang:
            yield draft
            continue
        steps = _steps(shelf, draft, drafts, bulletins.get(draft.address))
        found = next((one for one in steps if one in drafts and one not in empty), "")
        yield replace(draft, nearest=_way(other, found, drafts))


def to_home(lang: str) -> Translation:
    """The way to the first page of a language."""
    return _said(lang, addresses.home(lang), text("home", lang))


def _way(lang: str, found: str, drafts: Mapping[str, PageDraft]) -> Translation:
    return _said(lang, found, drafts[found].title) if found else to_home(lang)


def _said(lang: str, address: str, title: str) -> Translation:
    language = text(f"language_{lang}", lang)
    return Translation(text("language_to", lang, language=language, title=title), address, lang)


def _steps(
    shelf: Shelf, draft: PageDraft, drafts: Mapping[str, PageDraft], shown: Bulletin | None
) -> Iterator[str]:
    """Addresses in the other language, the nearest first, whether there or not."""
    other = locale.other(draft.lang)
    if draft.address == addresses.NOT_FOUND:  # what was sought there, nobody knows
        return
    if shown is not None:
        yield addresses.category(other, shown.category)
        yield addresses.year(other, shelf.day_listed(shown).year)
    else:
        first = LATER_PAGE.sub("", draft.address)
        whole = drafts[first].translation if first in drafts else None
        if whole:
            yield whole.address
        yield from _above(first.removeprefix(addresses.home(draft.lang)), other)
    yield addresses.index(other)


def _above(path: str, lang: str) -> Iterator[str]:
    """The lists above a page, by its path within its own language."""
    *folders, _ = path.rstrip("/").split("/")
    for last in range(len(folders), 0, -1):
        yield f"{addresses.home(lang)}{'/'.join(folders[:last])}/"


def _empty(shelf: Shelf, lang: str) -> Iterator[str]:
    """The lists of a language that are there although nothing stands in them."""
    if not shelf.by_lang[lang]:
        yield addresses.index(lang)
    filled = {way.address for way in ways.ways(shelf, lang)}
    yield from (way.address for way in ways.every(shelf, lang) if way.address not in filled)
    yield from (one.address for one in categories.every(shelf, lang) if not one.count)
