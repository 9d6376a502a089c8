"""What other sites show beside a link to a page: planned for each bulletin, drawn later.

A card is one more rendition of the photo that stands for its bulletin, or of no photo at all,
and is kept, brought into the site and guarded like any other.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bantin.content.settings import FILE, Settings
from bantin.edition import Edition
from bantin.locale import DEFAULT
from bantin.model import Bulletin
from bantin.photos import lettering, render
from bantin.photos.plan import plan_card
from bantin.photos.profiles import CARD_LEAST
from bantin.pictures import CardText, GalleryPhoto, Original, Picture, ShareCard, cover, roams
from bantin.vietnamese import dates

FOLDER = "images/cards"
"""Of the cards without photo; a photo's lies beside its other renditions."""


def add(edition: Edition) -> Edition:
    """The edition with a card for every bulletin that is public, and one for the site.

    Args:
        edition: Whose photos, marks and signs are known; cards that it has are planned anew.

    Returns:
        Without any card where mkdocs.yml has no site_url: nobody could be told of it.
    """
    if not edition.settings.site_url:
        return edition
    return _Planning(edition).planned()


class _Planning:
    """The cards of one edition."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.codecs = f"{render.codecs()} {lettering.versions()}"
        self.logo = _logo(edition)
        self.on_photos: dict[str, dict[str, ShareCard]] = {}
        """By ``Original.path`` and key."""
        self.grounds: list[Picture] = []

    def planned(self) -> Edition:
        edition = self.edition
        shown = [one for one in edition.bulletins if one.id not in edition.hidden]
        found = {bulletin.id: self.card(bulletin) for bulletin in shown}
        languages = sorted({DEFAULT, *(bulletin.lang for bulletin in shown)})
        of_site = {lang: self.site_card(lang) for lang in languages}
        once = {card.key: card for card in of_site.values()}  # it may be called the same
        self.grounds.append(_nothing(FILE)._replace(cards=tuple(once.values())))
        root = edition.settings.root
        lies = {path: root / path for path in (one.original.path for one in self.grounds)}
        return replace(
            edition,
            pictures=tuple(map(self.carrying, edition.pictures)),
            grounds=tuple(self.grounds),
            sources={**edition.sources, **lies},
            cards=found,
            site_cards=of_site,
        )

    def carrying(self, picture: Picture) -> Picture:
        cards = tuple(self.on_photos.get(picture.original.path, {}).values())
        return picture if picture.cards == cards else picture._replace(cards=cards)

    def card(self, bulletin: Bulletin) -> ShareCard:
        words = self.words(bulletin)
        shown = _photo(self.edition, bulletin)
        if shown is None:
            nothing, stem = _nothing(bulletin.path), f"{FOLDER}/{bulletin.id}"
            card = plan_card(nothing, stem, words, self.codecs)
            self.grounds.append(nothing._replace(cards=(card,)))
            return card
        stem = shown.picture.fallback.address.rsplit(".", 3)[0]  # width, key and suffix
        card = plan_card(shown.picture, stem, words, self.codecs)
        self.on_photos.setdefault(shown.picture.original.path, {})[card.key] = card
        return card._replace(alt=shown.photo.alt or "")

    def words(self, bulletin: Bulletin) -> CardText:
        settings, lang = self.edition.settings, bulletin.lang
        category = settings.categories.get(bulletin.category)
        day = (dates.short if lang == DEFAULT else dates.long)(bulletin.date, lang)
        return CardText(
            headline=bulletin.title,
            site=settings.title(lang),
            foot=_joined((day, category.in_language(lang) if category else "")),
            logo=self.logo,
        )

    def site_card(self, lang: str) -> ShareCard:
        words = _site_words(self.edition.settings, lang)._replace(logo=self.logo)
        return plan_card(_nothing(FILE), f"{FOLDER}/site/home", words, self.codecs)


def _photo(edition: Edition, bulletin: Bulletin) -> GalleryPhoto | None:
    """The photo that stands for a bulletin, if it can be shown so large, and anywhere.

    Nobody can call a card back: a patient or a child is on none, though chosen as cover.
    """
    shown = cover(edition.galleries.get(bulletin.id, ()), edition.marked)
    if shown is None or not shown.picture.crops or not roams(shown, edition.marked):
        return None  # without crops it is not what was planned: the cover can't be read
    original, least = shown.picture.original, CARD_LEAST
    return shown if original.width >= least[0] and original.height >= least[1] else None


def _nothing(path: str) -> Picture:
    """What a card without photo is drawn on; ``path`` is the file that it speaks of."""
    return Picture(Original(path, 0, 0, "", ""), "", (), ())


def _site_words(settings: Settings, lang: str) -> CardText:
    """The hospital is named where the newsroom is called otherwise."""
    title, hospital = settings.title(lang), settings.hospital
    name = hospital.name.in_language(lang)
    return CardText(
        headline=title,
        site="" if name == title else name,
        foot=hospital.slogan.in_language(lang),
    )


def _logo(edition: Edition) -> bytes:
    """The hospital's own, as it was drawn anew; nothing where it has none."""
    return edition.signs.files.get(edition.signs.logo.address, b"") if edition.signs else b""


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(filter(None, parts))
