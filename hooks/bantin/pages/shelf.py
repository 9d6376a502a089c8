"""The bulletins of an edition as pages look them up: by language, neighbour, translation."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from bantin import addresses, locale
from bantin.edition import Edition
from bantin.errors import Problem
from bantin.locale import DEFAULT, LANGUAGES, text
from bantin.model import Bulletin, EventDate
from bantin.pages import pictures
from bantin.pages.complaints import Guide, guide
from bantin.pages.directory import Directory, directory
from bantin.pages.draft import Card, DateBlock, Link, Translation
from bantin.pages.tagged import Tagged, tagged
from bantin.pictures import GalleryPhoto, cover
from bantin.vietnamese import dates
from bantin.visibility import appears_at


@dataclass(frozen=True)
class Shelf:
    """One edition, looked up many times and built once."""

    edition: Edition
    by_lang: Mapping[str, tuple[Bulletin, ...]]
    """Newest first; the default language is always there, others only with bulletins."""
    translations: Mapping[str, str]
    """Bulletin id -> id of the other language's bulletin, both ways, both shown."""
    problems: Mapping[str, tuple[Problem, ...]]
    """Preview only: what is to be put right, by the bulletin's path."""
    directory: Directory = field(default_factory=Directory)
    """Who has a page of their own."""
    tags: Tagged = field(default_factory=Tagged)
    """Which tags there are."""
    guide: Guide = field(default_factory=Guide)
    """Where the staff read how to write."""
    _cards: dict[str, Card] = field(default_factory=dict, compare=False, repr=False)
    """Made so far, by id: a bulletin stands in a dozen lists."""

    @property
    def today(self) -> date:
        """The day of the build by the site's clock."""
        return self.edition.now.astimezone(self.edition.settings.timezone).date()

    def homeless(self) -> tuple[Problem, ...]:
        """Problems that no bulletin's page shows."""
        shown = {bulletin.path for bulletin in self.edition.bulletins}
        return tuple(
            problem
            for path, found in self.problems.items()
            if path not in shown
            for problem in found
        )

    def home(self, lang: str) -> Link:
        """The first page of a language."""
        return Link(text("home", lang), addresses.home(lang))

    def news(self, lang: str) -> Link:
        """The list of all bulletins."""
        return Link(text("news", lang), addresses.index(lang))

    def in_other_language(
        self, lang: str, find: Callable[[str], str | None]
    ) -> Translation | None:
        """The same list in the other language; None where it is not there.

        Args:
            lang: Of the list.
            find: Language -> address of the list in it; None where it has none.
        """
        other = locale.other(lang)
        address = find(other) if other in self.by_lang else None
        if address is None:
            return None
        return Translation(text(f"language_{other}", other), address, other)

    def cover(self, bulletin: Bulletin) -> GalleryPhoto | None:
        """The photo that stands for a bulletin; None where there is none that may."""
        return cover(self.edition.galleries.get(bulletin.id, ()), self.edition.marked)

    def kicker(self, bulletin: Bulletin) -> Link | None:
        """The category above a headline; None where mkdocs.yml does not know it."""
        name = self.edition.settings.categories.get(bulletin.category)
        if name is None:
            return None
        address = addresses.category(bulletin.lang, bulletin.category)
        return Link(name.in_language(bulletin.lang), address)

    def mark(self, bulletin: Bulletin) -> str:
        """Why readers don't see a bulletin of a preview; empty: they do."""
        reason = self.edition.hidden.get(bulletin.id)
        if reason is None:
            return ""
        mark = text(f"mark_{reason}", bulletin.lang)
        moment = appears_at(bulletin, self.edition.now)
        if moment is None:
            return mark
        local = moment.astimezone(self.edition.settings.timezone)
        when = dates.moment(local, bulletin.lang)
        return text("mark_appears", bulletin.lang, mark=mark, moment=when)

    def card(self, bulletin: Bulletin) -> Card:
        """A bulletin as lists show it."""
        if bulletin.id not in self._cards:
            self._cards[bulletin.id] = self._card(bulletin)
        return self._cards[bulletin.id]

    def listed_card(self, bulletin: Bulletin) -> Card:
        """The same for a list by days: it says when the bulletin was published."""
        card, said = self.card(bulletin), self.published(bulletin)
        return replace(card, listed=said) if said else card

    def day_listed(self, bulletin: Bulletin) -> date:
        """The day by which the lists sort a bulletin, on the site's clock."""
        return bulletin.sorted_by.astimezone(self.edition.settings.timezone).date()

    def published(self, bulletin: Bulletin) -> str:
        """When a bulletin was published, in words; empty if that was a day of its event.

        Lists go by that day and show the event's: where the two differ, readers are told.
        """
        day, when = self.day_listed(bulletin), bulletin.date
        if when.start <= day <= when.end:
            return ""
        said = dates.short(EventDate(day, day), bulletin.lang)
        return text("listed_since", bulletin.lang, date=said)

    def _card(self, bulletin: Bulletin) -> Card:
        shown, looks = self.cover(bulletin), self.edition.looks
        photos = len(self.edition.galleries.get(bulletin.id, ()))
        return Card(
            title=bulletin.title,
            address=addresses.bulletin(bulletin.id),
            kicker=self.kicker(bulletin),
            place=bulletin.place,
            date=sentence(dates.long(bulletin.date, bulletin.lang)),
            date_short=dates.short(bulletin.date, bulletin.lang),
            date_iso=dates.iso(bulletin.date),
            block=DateBlock(*dates.block(bulletin.date, bulletin.lang)),
            summary=bulletin.summary,
            photo_count=counted("photos", photos, bulletin.lang),
            picture=None if shown is None else pictures.card(shown.picture, looks),
            mark=self.mark(bulletin),
        )


def shelf(
    edition: Edition, problems: Iterable[Problem] = (), documents: Collection[str] = ()
) -> Shelf:
    """Look an edition through once; ``problems`` and the guide are for a preview's pages."""
    by_lang = {
        lang: tuple(bulletin for bulletin in edition.bulletins if bulletin.lang == lang)
        for lang in LANGUAGES
    }
    shown = {lang: found for lang, found in by_lang.items() if found or lang == DEFAULT}
    by_path: dict[str, tuple[Problem, ...]] = {}
    for problem in problems if edition.preview else ():
        by_path[problem.at.path] = (*by_path.get(problem.at.path, ()), problem)
    return Shelf(
        edition,
        shown,
        _translations(edition),
        by_path,
        directory(edition),
        tagged(edition),
        guide(documents),
    )


def counted(what: str, count: int, lang: str) -> str:
    """``7 ảnh``, ``1 photo``, ``3.000 bản tin``; empty for none."""
    if count == 0:
        return ""
    figure = f"{count:,}".replace(",", text("thousands", lang))
    return text(f"{what}_one" if count == 1 else f"{what}_many", lang, count=figure)


def sentence(phrase: str) -> str:
    """A phrase as a heading: ``tháng 2 năm 2026`` -> ``Tháng 2 năm 2026``."""
    return phrase[:1].upper() + phrase[1:]


def _translations(edition: Edition) -> dict[str, str]:
    shown = {bulletin.id for bulletin in edition.bulletins}
    found: dict[str, str] = {}
    for bulletin in edition.bulletins:
        other = bulletin.translation_of
        if other in shown and other != bulletin.id:
            found[bulletin.id] = other
            found.setdefault(other, bulletin.id)
    return found
