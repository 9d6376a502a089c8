"""Writes a large invented newsroom: registries, series, tags, galleries, some English."""

from __future__ import annotations

import io
import json
import random
from collections.abc import Collection, Iterator
from pathlib import Path

from PIL import Image
from search_cast import CATEGORIES, Cast
from search_corpus import News, cast, news

from bantin.vietnamese.text import distinct_slugs

SEED = 7
PEOPLE, UNITS, SERIES = 600, 150, 10
MONTHLY = 2
"""So many of the series meet each month, the others once a year."""
PICTURED, ENGLISH = 3, 20
"""Every so many-th bulletin has photos, is translated."""
ORIGINALS, PHOTO = 24, (900, 600)
"""Different photos and their size in px; each is in many galleries: few are rendered."""
URL = "https://tin.example.org/"
SETTINGS = """\
site_name: Bản tin
site_url: {url}
theme: {{name: material, language: vi, font: false}}
plugins:
  - bantin:
      categories: {categories}
      series: {series}
      hospital: {{name: Bệnh viện Nhi Mây}}
"""


def written(root: Path, count: int) -> None:
    """A site of so many Vietnamese bulletins below ``root``, the same each time."""
    categories = {id: {"vi": name, "en": id.title()} for id, name in CATEGORIES.items()}
    names = {_series_id(n): {"vi": f"Hội nghị {n}"} for n in range(SERIES)}
    settings = SETTINGS.format(url=URL, categories=_line(categories), series=_line(names))
    _write(root / "mkdocs.yml", settings)
    _write(root / "docs/index.md", "# Bản tin\n")
    _register(root / "news/_registry", cast(SEED, PEOPLE, UNITS)[-1])
    photos = [_photo(number) for number in range(ORIGINALS)]
    met: set[tuple[int, ...]] = set()
    for number, one in enumerate(news(SEED, count, PEOPLE, UNITS)):
        pictured = photos if number % PICTURED == 0 else []
        _bulletin(root, one, _series(one, met), pictured)
        for index, _ in enumerate(one.captions if pictured else ()):
            photo = photos[(number + index) % ORIGINALS]
            _write(root / f"images/{one.id}/{index + 1:02}.jpg", photo)
        if number % ENGLISH == 0:
            _translation(root, one, pictured)


def _series(one: News, met: set[tuple[int, ...]]) -> str:
    """The first series that has not met yet in its month, or in its year; mostly none."""
    year, month = (int(part) for part in one.date.split("-")[:2])
    for number in range(SERIES):
        monthly = number < MONTHLY
        period = (number, year, month if monthly else 0)
        if period not in met and (monthly or month == number + 1):
            met.add(period)
            return _series_id(number)
    return ""


def _series_id(number: int) -> str:
    return f"hoi-nghi-{number}"


def _register(folder: Path, everybody: Cast) -> None:
    """Everybody and every institution; departments belong to theirs."""
    houses = sorted({_house(unit) for unit in everybody.units})
    ids = distinct_slugs(houses)
    organizations = [{"id": ids[house], "name": house} for house in houses]
    own = distinct_slugs([*everybody.people])
    people = [
        {
            "id": own[name],
            "name": name,
            "posts": [{"role": one.role, "organization": ids[_house(one.unit)]}],
        }
        for name, one in everybody.people.items()
    ]
    for name, entries in (("organizations", organizations), ("people", people)):
        _write(folder / f"{name}.yml", "".join(f"- {_line(one)}\n" for one in entries))


def _house(unit: str) -> str:
    return unit.rpartition(", ")[2]


def _bulletin(root: Path, one: News, series: str, pictured: Collection[bytes]) -> None:
    matter = {
        "title": one.title,
        "date": one.date,
        "place": one.place,
        "category": one.category,
        "tags": one.tags,
        "summary": one.summary,
        "participants": [*_participants(one)],
    }
    if series:
        matter["series"] = series
    if pictured:
        matter["captions"] = one.captions
    marks = {"h2": "## ", "p": ""}
    body = "\n\n".join(marks[kind] + text for kind, text in one.body)
    _file(root / f"news/{one.id}.md", matter, body)


def _translation(root: Path, one: News, pictured: Collection[bytes]) -> None:
    """The same in a few English words, with everybody who took part."""
    matter = {
        "title": f"News of {one.date}",
        "date": one.date,
        "category": one.category,
        "translation_of": f"news/{one.id}.md",
        "tags": [f"topic {len(tag)}" for tag in one.tags],
        "participants": [*_participants(one)],
    }
    if pictured:
        matter["captions"] = [f"Photo {number + 1}." for number, _ in enumerate(one.captions)]
    _file(root / f"news/en/{one.id}.md", matter, "A few words.")


def _participants(one: News) -> Iterator[dict[str, object]]:
    for name, titles, role, organization in one.participants:
        yield {"name": name, "titles": [titles], "role": role, "organization": organization}


def _file(path: Path, matter: dict[str, object], body: str) -> None:
    lines = "".join(f"{key}: {_line(value)}\n" for key, value in matter.items())
    _write(path, f"---\n{lines}---\n\n{body}\n")


def _line(value: object) -> str:
    """A value as YAML reads it: JSON, but a day without quotation marks is a day."""
    return json.dumps(value, ensure_ascii=False)


def _photo(number: int) -> bytes:
    """A smooth picture, so that its renditions are as light as a calm photo's."""
    rng = random.Random(number)
    corners = [tuple(rng.randrange(40, 220) for _ in range(3)) for _ in range(4)]
    small = Image.new("RGB", (2, 2))
    for index, colour in enumerate(corners):
        small.putpixel((index % 2, index // 2), colour)
    target = io.BytesIO()
    small.resize(PHOTO, Image.Resampling.BICUBIC).save(target, "JPEG", quality=85)
    return target.getvalue()


def _write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
