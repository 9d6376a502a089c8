"""Sentences of hospital news: patterns with gaps, and free clauses around them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from search_cast import Cast, Person
from search_words import LISTS, Words

_GAP = re.compile(r"\{(\w+)\}")


class Writer:
    """Writes one bulletin's texts: its own people, its own favourite words."""

    def __init__(self, rng: random.Random, words: Words, cast: Cast) -> None:
        self.rng, self.words, self.cast = rng, words, cast
        self.favourites: list[str] = []
        self.people: list[Person] = []
        self.event = self.topic = self.unit = ""
        self.day = date.min
        self._gaps: Mapping[str, Callable[[], str]] = {
            "w": self.word,
            "link": lambda: self.words.links.draw(self.rng, 1)[0],
            "n": self.figure,
            "clause": self.clause,
            "who": self.who,
            "unit": self.somewhere,
            "place": lambda: self.rng.choice(self.cast.places),
            "topic": lambda: self.topic if self.rng.random() < 0.7 else cast.topic(self.rng),
            "event": lambda: self.event,
            "date": self.some_day,
            "given": lambda: self.rng.choice([*self.cast.people]).split()[-1],
        }

    def line(self, kind: str) -> str:
        """A sentence, caption or heading."""
        pattern = self.rng.choice(LISTS[kind])
        text = _GAP.sub(self._fill, pattern)
        return text[0].upper() + text[1:]

    def _fill(self, gap: re.Match[str]) -> str:
        name = gap[1]
        text = self._gaps[name.lower()]()
        return text if name.islower() else text[0].upper() + text[1:]

    def word(self) -> str:
        """One of the bulletin's own words, or any."""
        if self.rng.random() < OWN:
            return self.rng.choice(self.favourites)
        return self.words.content.draw(self.rng, 1)[0]

    def clause(self) -> str:
        """Words with links between some of them."""
        count = self.rng.randint(3, 7)
        parts = [self.word() for _ in range(count)]
        links = self.words.links.draw(self.rng, count)
        joined = (
            f"{link} {part}" if self.rng.random() < LINKED else part
            for link, part in zip(links, parts, strict=True)
        )
        return " ".join(joined)

    def figure(self) -> str:
        """A number as news give it."""
        figure = int(self.rng.lognormvariate(3.2, 1.2)) + 2
        return f"{figure:,}".replace(",", ".")

    def who(self) -> str:
        """A participant in one of the usual ways."""
        one = self.rng.choice(self.people)
        ways = (one.name, f"{one.title} {one.name}", f"{one.title} {one.name}, {one.role}")
        return self.rng.choice((*ways, f"{one.role} {one.name}"))

    def somewhere(self) -> str:
        """The unit that the bulletin is about, mostly."""
        return self.unit if self.rng.random() < 0.6 else self.cast.unit(self.rng)

    def some_day(self) -> str:
        """The day itself or one around it."""
        near = self.rng.random() < 0.5
        shift = 0 if near else self.rng.randint(-90, 60)
        return self.rng.choice(LISTS["dates"]).format(self.day + timedelta(days=shift))


OWN = 0.4
"""Share of the words that a bulletin keeps returning to."""
LINKED = 0.45
"""Share of the words that stand behind a link."""
