"""Invented hospital news, the same for the same seed: as values, as lines of a file."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path

from search_cast import CATEGORIES, Cast, Person
from search_prose import Writer
from search_spelling import nfd, old_tones
from search_words import LISTS, Words

FIRST, LAST = 2012, 2026
END = date(LAST, 11, 21)
OLD_TONES, DECOMPOSED, CAPTION_ONLY = 0.35, 0.05, 0.10
"""Shares of all bulletins."""
WORDS = (520, 240)
"""Of a body: mean and spread."""


@dataclass(frozen=True)
class News:
    """A bulletin as people read it; texts may be NFD or in old tone placement."""

    id: str
    title: str
    date: str
    """ISO."""
    category: str
    """Id."""
    tags: list[str]
    place: str
    summary: str
    participants: list[list[str]]
    """Name, titles, role, organization."""
    captions: list[str]
    body: list[list[str]]
    """Headings and what stands below them: ``["h2", …]``, ``["p", …]``."""
    hidden_person: str = ""
    """Whoever is in a caption only."""

    def passages(self) -> list[str]:
        """All that readers see, each passage for itself."""
        people = [
            ", ".join(filter(None, (f"{t} {n}", r, o))) for n, t, r, o in self.participants
        ]
        facts = [self.place, CATEGORIES[self.category], *self.tags]
        texts = [text for _, text in self.body]
        return [self.title, self.summary, *facts, *people, *texts, *self.captions]


def cast(seed: int, people: int = 5000, units: int = 500) -> tuple[random.Random, Words, Cast]:
    """What news of a seed are made of, and the chance that the rest of them depends on."""
    rng = random.Random(seed)
    return rng, Words(rng), Cast(rng, people, units)


def news(seed: int, count: int, people: int = 5000, units: int = 500) -> Iterator[News]:
    """So many, oldest first."""
    rng, words, everybody = cast(seed, people, units)
    days = sorted(_day(rng) for _ in range(count))
    for number, day in enumerate(days):
        yield _News(random.Random(f"{seed} {number}"), words, everybody, day, number).written()


def saved(file: Path, seed: int, count: int) -> Path:
    """The file of a corpus, made where it is missing."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        lines = (json.dumps(asdict(one), ensure_ascii=False) for one in news(seed, count))
        part = file.with_suffix(".part")
        with part.open("w", encoding="utf-8") as out:
            out.writelines(f"{line}\n" for line in lines)
        part.replace(file)
    return file


def loaded(file: Path) -> Iterator[News]:
    """What ``saved`` wrote."""
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            yield News(**json.loads(line))


def _day(rng: random.Random) -> date:
    years = range(FIRST, LAST + 1)
    year = rng.choices(years, weights=[2 + n / 7 for n, _ in enumerate(years)])[0]
    first = date(year, 1, 1)
    last = min(END, date(year, 12, 31))
    return first + timedelta(days=rng.randint(0, (last - first).days))


class _News:
    """The writing of one bulletin."""

    def __init__(
        self, rng: random.Random, words: Words, cast: Cast, day: date, number: int
    ) -> None:
        self.rng, self.words, self.cast, self.number = rng, words, cast, number
        self.writer = writer = Writer(rng, words, cast)
        writer.day, writer.topic, writer.unit = day, cast.topic(rng), cast.unit(rng)
        writer.event = rng.choice(LISTS["events"]).lower()
        writer.people = cast.guests(rng, rng.randint(3, 7))
        topical = random.Random(writer.topic)
        shared = words.content.draw(topical, 40)
        writer.favourites = [*rng.sample(shared, 12), *words.content.draw(rng, 70)]

    def written(self) -> News:
        """Everything, in this bulletin's spelling."""
        writer, rng = self.writer, self.rng
        spell = _spelling(rng)
        captions = [writer.line("captions") for _ in range(rng.randint(3, 9))]
        lonely = self.cast.guests(rng, 1)[0] if rng.random() < CAPTION_ONLY else None
        if lonely and lonely not in writer.people:
            captions.append(f"{lonely.title} {lonely.name} {writer.word()} {writer.word()}.")
        people = [_participant(one) for one in writer.people]
        return News(
            id=f"{writer.day.year}/tin-{self.number:05}",
            title=spell(self.title()),
            date=writer.day.isoformat(),
            category=rng.choice([*CATEGORIES]),
            tags=[spell(tag) for tag in self.tags()],
            place=spell(f"{rng.choice(('Hội trường', 'Phòng họp', 'Sân'))}, {writer.unit}"),
            summary=spell(f"{writer.line('patterns')} {writer.line('patterns')}"),
            participants=[[spell(part) for part in one] for one in people],
            captions=[spell(caption) for caption in captions],
            body=[[kind, spell(text)] for kind, text in self.body()],
            hidden_person=lonely.name if lonely and lonely not in writer.people else "",
        )

    def title(self) -> str:
        writer, rng = self.writer, self.rng
        text = rng.choice(LISTS["news_titles"]).format(
            event=writer.event,
            topic=writer.topic,
            unit=writer.unit,
            year=writer.day.year,
            other=self.cast.unit(rng),
            verb=rng.choice(LISTS["verbs"]),
            words=" ".join(writer.word() for _ in range(rng.randint(2, 4))),
            number=rng.randint(2, 30),
            person=writer.people[0].name,
        )
        return text[0].upper() + text[1:]

    def tags(self) -> Iterable[str]:
        topics = LISTS["topics"]
        return dict.fromkeys((self.writer.topic, self.rng.choice(topics), self.writer.word()))

    def body(self) -> Iterator[tuple[str, str]]:
        left = max(120, self.rng.gauss(*WORDS))
        while left > 0:
            count = self.rng.randint(2, 5)
            text = " ".join(self.writer.line("patterns") for _ in range(count))
            left -= text.count(" ") + 1
            yield "p", text
            if left > 150 and self.rng.random() < 0.25:
                yield "h2", self.writer.line("headings")


def _participant(one: Person) -> list[str]:
    return [one.name, one.title, one.role, one.unit]


def _spelling(rng: random.Random) -> Callable[[str], str]:
    old, apart = rng.random() < OLD_TONES, rng.random() < DECOMPOSED

    def spell(text: str) -> str:
        text = old_tones(text) if old else text
        return nfd(text) if apart else text

    return spell
