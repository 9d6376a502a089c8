"""The tags of a site: an index in the order of the dictionary, and the bulletins of each."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from bantin import addresses
from bantin.locale import text
from bantin.model import Bulletin
from bantin.pages.draft import Link, Listing, PageDraft
from bantin.pages.lists import archive
from bantin.pages.lists.letters import LetteredPage, lettered
from bantin.pages.lists.paging import Page, listing_page, pages
from bantin.pages.shelf import Shelf, counted
from bantin.pages.tagged import Tag
from bantin.vietnamese import collation

TAGS_PER_PAGE: Final = 240
OFTEN: Final = 12
"""Tags that the index names beforehand, because most bulletins have them."""
MANY: Final = 2 * OFTEN
"""An index of fewer is seen at a glance."""
SHEET: Final = "tags"
_WORD: Final = re.compile(r"[^\W_]+")


def drafts(shelf: Shelf) -> Iterator[PageDraft]:
    """The index of each language, also without any tag, and a list for each."""
    slugs = {lang: {tag.slug for tag in found} for lang, found in shelf.tags.by_lang.items()}
    for lang in shelf.by_lang:
        tags = shelf.tags.by_lang.get(lang, ())
        yield from _index(shelf, lang, tags)
        for tag in tags:
            for page in pages(
                tag.bulletins, archive.LISTED, addresses.tag(lang, tag.slug), lang
            ):
                yield _draft(shelf, tag, page, slugs)


def _index(shelf: Shelf, lang: str, tags: tuple[Tag, ...]) -> Iterator[PageDraft]:
    cut = tuple(pages(tags, TAGS_PER_PAGE, addresses.tags(lang), lang))
    for one in lettered(cut, _letter, text("tags_other", lang)):
        page = one.page
        yield PageDraft(
            address=page.address,
            template="tags.html",
            title=page.title(text("tags", lang), lang),
            lang=lang,
            view={
                "title": text("tags", lang),
                "crumbs": (shelf.home(lang), shelf.news(lang)),
                "count": counted("tags", len(tags), lang),
                **_shown(one, lang),
                "often": _often(tags, lang) if page.number == 1 else (),
            },
            summary=text("tags_summary", lang, site=shelf.edition.settings.title(lang)),
            previous=page.previous,
            next=page.next,
            searchable=False,
            sheets=(SHEET,),
            translation=shelf.in_other_language(lang, addresses.tags)
            if page.number == 1
            else None,
        )


def _shown(one: LetteredPage[Tag], lang: str) -> dict[str, object]:
    """The tags of one page."""
    return {
        "page": one.page.said,
        "letters": one.letters,
        "groups": tuple(
            (group, tuple(_link(tag, lang) for tag in group.items)) for group in one.groups
        ),
        "pagination": one.page.pagination,
    }


def _letter(tag: Tag) -> str:
    """Of its first word: people stand under their last one."""
    first = _WORD.search(tag.name)
    return collation.index_letter(first[0] if first else "")


def _often(tags: tuple[Tag, ...], lang: str) -> tuple[Link, ...]:
    """The tags of most bulletins, if there are so many that somebody would look for them."""
    if len(tags) < MANY:
        return ()
    most = sorted(tags, key=lambda tag: -len(tag.bulletins))
    return tuple(_link(tag, lang) for tag in most[:OFTEN])


def _link(tag: Tag, lang: str) -> Link:
    count = counted("bulletins", len(tag.bulletins), lang)
    return Link(tag.name, addresses.tag(lang, tag.slug), count)


def _draft(
    shelf: Shelf, tag: Tag, page: Page[Bulletin], slugs: Mapping[str, Collection[str]]
) -> PageDraft:
    lang = page.lang
    cards, groups = archive.listed(shelf, page)
    listing = Listing(
        title=text("tag_title", lang, tag=tag.name),
        crumbs=(
            shelf.home(lang),
            shelf.news(lang),
            Link(text("tags", lang), addresses.tags(lang)),
        ),
        count=counted("bulletins", len(tag.bulletins), lang),
        page=page.said,
        cards=cards,
        groups=groups,
        pagination=page.pagination,
    )

    def there(other: str) -> str | None:
        return addresses.tag(other, tag.slug) if tag.slug in slugs.get(other, ()) else None

    summary = text("tag_summary", lang, tag=tag.name)
    return listing_page(page, listing, summary, shelf.in_other_language(lang, there))
