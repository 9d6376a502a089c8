"""The page of search results: a form, and what stands there before anything is asked."""

from __future__ import annotations

from collections.abc import Iterator

from bantin import addresses
from bantin.locale import text
from bantin.pages.draft import PageDraft
from bantin.pages.lists import archive, categories
from bantin.pages.shelf import Shelf


def drafts(shelf: Shelf) -> Iterator[PageDraft]:
    """A page in each language. Its script fills it; without one it leads to the lists."""
    for lang in shelf.by_lang:
        title = text("search", lang)
        yield PageDraft(
            address=addresses.search(lang),
            template="search.html",
            title=title,
            lang=lang,
            view={
                "title": title,
                "crumbs": (shelf.home(lang),),
                "news": addresses.index(lang),
                "categories": categories.links(shelf, lang),
                "years": archive.years(shelf, lang),
            },
            summary=text("search_summary", lang),
            searchable=False,
            listed=False,
            modules=("search-page",),
            sheets=("search",),
            translation=shelf.in_other_language(lang, addresses.search),
        )
