"""Editions made of model values, for the tests of pages and theme."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bantin.content.settings import Settings
from bantin.edition import Body, Edition, Heading
from bantin.model import (
    Attachment,
    Bulletin,
    Correction,
    EventDate,
    Name,
    Organization,
    Part,
    Participant,
    Person,
    Photo,
    Precision,
    Registry,
    Source,
    Video,
)
from bantin.photos.profiles import PROFILES
from bantin.pictures import Crops, GalleryPhoto, Look, Original, Picture, Rendition

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 22, 8, 0, tzinfo=ZONE)
SETTINGS = Settings(
    root=Path(),
    site_name="Bản tin Bệnh viện",
    categories={
        "hop-tac": Name("Hợp tác – Đào tạo", "Cooperation"),
        "hoi-nghi": Name("Hội nghị", "Conferences"),
    },
)


def bulletin(
    id: str = "2026/a", day: date | EventDate = date(2026, 2, 6), **values
) -> Bulletin:
    """A bulletin with nothing but what is required, unless ``values`` say more."""
    when = day if isinstance(day, EventDate) else EventDate(day, day)
    made = Bulletin(
        id=id,
        path=f"news/{id}.md",
        title=f"Bản tin {id}",
        date=when,
        published=datetime.combine(when.start, time(), ZONE),
        sorted_by=datetime.combine(when.end, time(), ZONE),
        body="",
        lang="en" if id.startswith("en/") else "vi",
    )
    return replace(made, **values)


def year(number: int) -> EventDate:
    return EventDate(date(number, 1, 1), date(number, 12, 31), Precision.YEAR)


def many(count: int, **values) -> list[Bulletin]:
    """One bulletin a day, back from 6 February 2026."""
    last = date(2026, 2, 6)
    return [bulletin(f"2026/b{n}", last - timedelta(n), **values) for n in range(count)]


def picture(
    stem: str, width: int = 1800, height: int = 1200, *, cropped: bool = False
) -> Picture:
    """A picture with the renditions that its size allows, named like ``01.480.key.avif``."""

    def made(name: str, *, end: str = "", shape: tuple[int, int] | None = None):
        profile = PROFILES[name]
        most, (wide, high) = width, shape or (width, height)
        return tuple(
            Rendition(
                f"{stem}.{across}.{end}key.{profile.format}",
                across,
                max(1, across * high // wide),
                profile.format,
                name,
            )
            for across in sorted({min(across, most) for across in profile.widths})
        )

    original = Original(f"{stem}.jpg", width, height, "JPEG", "0" * 64)
    crops = Crops(
        f"{stem} cut",
        (0.5, 0.5),
        made("cover", end="cover-", shape=(3, 2)),
        made("cover-plain", end="cover-", shape=(3, 2))[0],
        made("square", end="square-", shape=(1, 1)),
        made("square-plain", end="square-", shape=(1, 1))[0],
    )
    return Picture(
        original,
        stem,
        made("photo"),
        made("plain"),
        crops=crops if cropped else None,
        first=made("first", end="first-") if cropped else (),
        first_key=f"{stem} first",
    )


def gallery(of: str, *photos: Photo, size: tuple[int, int] = (1800, 1200)):
    """Numbered photos of the bulletin with this id; lists show its cover, cut to shape."""
    covers = [number for number, photo in enumerate(photos, start=1) if photo.cover]
    first = covers[0] if covers else 1
    return tuple(
        GalleryPhoto(
            number,
            photo,
            picture(f"images/{of}/{number:02}", *size, cropped=number == first),
        )
        for number, photo in enumerate(photos, start=1)
    )


LOOK = Look("#3366cc", b"RIFF....WEBPVP8 ")


def looks(galleries: Mapping[str, Iterable[GalleryPhoto]]) -> dict[str, Look]:
    """One look for all photos of these galleries."""
    shown = (photo for photos in galleries.values() for photo in photos)
    return {photo.picture.key: LOOK for photo in shown}


def edition(bulletins: Iterable[Bulletin] = (), **values) -> Edition:
    """An edition, its bulletins sorted as the real one sorts them."""
    ordered = sorted(bulletins, key=lambda b: (b.sorted_by, b.date, b.path), reverse=True)
    values = {"settings": SETTINGS, "now": NOW} | values
    return Edition(bulletins=tuple(ordered), **values)


def full(id: str = "2026/full", text: str = "lời", **values) -> Bulletin:
    """A bulletin in which every field is filled, with ``text`` in every free text."""
    return bulletin(
        id,
        **{
            "title": text,
            "place": text,
            "category": "hop-tac",
            "tags": (text, "đào tạo"),
            "summary": text,
            "byline": text,
            "participants": (
                Participant(text, ("TTƯT", "ThS", "BSCKII"), text, text, Part.CHAIR, text, 12),
                Participant("Trần Văn Tấn", ("ThS", "BS", text), text, text),
                Participant("", (), "", text, count=12),
            ),
            "outcomes": (text,),
            "attachments": (Attachment("ke hoach.pdf", text),),
            "source": Source(text, "https://example.org/?a=1&b=2"),
            "corrections": (Correction(date(2026, 2, 9), text, text),),
            "video": Video("https://video.example.org/1", text),
        }
        | values,
    )


def body(*parts: str) -> Body:
    return Body(parts, (Heading(2, "muc-mot", "Mục một"),))


def known(found: Bulletin) -> Bulletin:
    """The bulletin, with the ids of a registry for its first participant."""
    first, *others = found.participants
    first = replace(first, person_id="ai", organization_id="noi")
    return replace(found, participants=(first, *others))


def crowded(text: str = "lời", **values) -> Edition:
    """An edition that makes every kind of page, with ``text`` wherever somebody may type."""
    vi, en = (
        known(full(id, text, series="so-ket", translation_of=other))
        for id, other in (("2026/full", ""), ("en/2026/full", "2026/full"))
    )
    photos = [Photo("1.jpg", text, credit=text), Photo("2.jpg", text, alt=text, cover=True)]
    galleries = {one.id: gallery(one.id, *photos) for one in (vi, en)}
    old = bulletin("2019/old", year(2019), title=text)
    return edition(
        [vi, en, old, *many(30, category="hoi-nghi", title=text)],
        **{
            "bodies": {
                vi.id: body("<p>trước</p>", "<p>sau</p>"),
                en.id: body("<p>before</p>"),
            },
            "galleries": galleries,
            "looks": looks(galleries),
            "albums": {vi.id: f"images/{vi.id}/full-2-anh.key.zip"},
            "registry": Registry((Person("ai", text),), (Organization("noi", text),)),
            "settings": replace(SETTINGS, series={"so-ket": Name(text, text)}),
        }
        | values,
    )
