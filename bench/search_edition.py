"""The same news as the edition of a site, without files: what our index is built from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from zlib import crc32

from search_cast import CATEGORIES
from search_corpus import News
from search_pages import body as html
from search_spelling import nfc

from bantin.content.settings import Settings
from bantin.edition import Body, Edition
from bantin.model import (
    Bulletin,
    EventDate,
    Name,
    Organization,
    Participant,
    Person,
    Photo,
    Registry,
)
from bantin.pictures import Crops, GalleryPhoto, Original, Picture, Rendition
from bantin.vietnamese import titles
from bantin.vietnamese.text import slug

KNOWN = 400
"""People of the registry: those who are named most."""


def edition(news: Iterable[News]) -> Edition:
    """Every bulletin public, with a cover, its people and institutions in registries."""
    decomposed = list(news)
    people = Counter(nfc(who[0]) for one in decomposed for who in one.participants)
    units = Counter(nfc(who[3]) for one in decomposed for who in one.participants)
    persons = {name: slug(name) for name, _ in people.most_common(KNOWN)}
    houses = {name: slug(name) for name in sorted(units)}
    bulletins = [_bulletin(one, persons, houses) for one in decomposed]
    return Edition(
        Settings(
            Path(), categories={id_: Name(name, name) for id_, name in CATEGORIES.items()}
        ),
        datetime(2026, 11, 22, tzinfo=UTC),
        bulletins=tuple(reversed(bulletins)),
        bodies={one.id: Body((nfc(html(one)),)) for one in decomposed},
        galleries={one.id: tuple(_gallery(one)) for one in decomposed},
        registry=Registry(
            tuple(Person(id_, name) for name, id_ in persons.items()),
            tuple(Organization(id_, name, _aliases(name)) for name, id_ in houses.items()),
        ),
    )


def _aliases(name: str) -> tuple[str, ...]:
    short = name.replace("Trung tâm Y tế", "TTYT").replace("Bệnh viện Đa khoa", "BVĐK")
    return () if short == name else (short,)


def _bulletin(one: News, persons: Mapping[str, str], houses: Mapping[str, str]) -> Bulletin:
    day = date.fromisoformat(one.date)
    when = datetime(day.year, day.month, day.day, 8, tzinfo=UTC)
    return Bulletin(
        id=one.id,
        path=f"news/{one.id}.md",
        title=nfc(one.title),
        date=EventDate(day, day),
        published=when,
        sorted_by=when,
        body="",  # Finished HTML stands in the edition's bodies.
        place=nfc(one.place),
        category=one.category,
        tags=tuple(map(nfc, one.tags)),
        summary=nfc(one.summary),
        participants=tuple(_participant(who, persons, houses) for who in one.participants),
    )


def _participant(
    who: Sequence[str], persons: Mapping[str, str], houses: Mapping[str, str]
) -> Participant:
    name, written, role, unit = map(nfc, who)
    codes = titles.canonical(written) or tuple(re.split("[.]", written))
    return Participant(
        name=name,
        titles=codes,
        role=role,
        organization=unit,
        person_id=persons.get(name, ""),
        organization_id=houses[unit],
    )


def _gallery(one: News) -> Iterable[GalleryPhoto]:
    for number, caption in enumerate(one.captions, 1):
        key = f"{crc32(f'{one.id} {number}'.encode()):08x}"
        yield GalleryPhoto(number, Photo(f"{number:02}.jpg", nfc(caption)), _picture(one, key))


def _picture(one: News, key: str) -> Picture:
    def named(end: str) -> Rendition:
        suffix = end.rpartition(".")[2]
        return Rendition(f"images/{one.id}/01.{end}", 240, 240, suffix, "square")

    small, fallback = named(f"square-240.{key}.avif"), named(f"square-240.{key}.jpg")
    crops = Crops(key, (0.5, 0.5), (small,), fallback, (small,), fallback)
    original = Original(f"images/{one.id}/01.jpg", 1600, 1200, "JPEG", key * 8)
    return Picture(original, key, (small,), (fallback,), crops=crops)
