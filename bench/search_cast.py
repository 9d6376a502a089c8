"""Who and what the invented news are about: people, units, topics, places."""

from __future__ import annotations

import random
from typing import NamedTuple

from search_words import LISTS, Weighted, table

CATEGORIES = {
    "su-kien": "Sự kiện",
    "hop-tac": "Hợp tác",
    "chi-dao-tuyen": "Chỉ đạo tuyến",
    "dao-tao": "Đào tạo",
    "cong-dong": "Cộng đồng",
    "khoa-hoc": "Khoa học",
}


class Person(NamedTuple):
    """Somebody invented."""

    name: str
    title: str
    role: str
    unit: str


class Cast:
    """Everybody and everything that returns, from the frequent to the rare."""

    def __init__(self, rng: random.Random, people: int = 5000, units: int = 500) -> None:
        self.places = [*table("places", "districts"), *table("places", "communes")]
        rng.shuffle(self.places)
        self.units = [*dict.fromkeys(_unit(rng, self.places) for _ in range(units * 2))][:units]
        self.topics = LISTS["topics"]
        names = [*dict.fromkeys(_name(rng) for _ in range(people * 2))][:people]
        self.people = {name: _person(rng, name, self.units) for name in names}
        self._people = Weighted(names, 0.75, 60)
        self._units = Weighted(self.units, 0.7, 15)
        self._topics = Weighted(self.topics, 0.5, 5)

    def guests(self, rng: random.Random, count: int) -> list[Person]:
        """Different people."""
        drawn = dict.fromkeys(self._people.draw(rng, count))
        return [self.people[name] for name in drawn]

    def unit(self, rng: random.Random) -> str:
        """An institution, or a department of one."""
        return self._units.draw(rng, 1)[0]

    def topic(self, rng: random.Random) -> str:
        """What a bulletin can be about."""
        return self._topics.draw(rng, 1)[0]


def _name(rng: random.Random) -> str:
    surname = rng.choice(_SURNAMES)
    given = rng.choice(LISTS["given"])
    middle = rng.choice([one for one in rng.sample(_MIDDLES, 3) if one != given])
    extra = f"{rng.choice(LISTS['given'])} " if rng.random() < 0.15 else ""
    return f"{surname} {middle} {extra}{given}"


def _unit(rng: random.Random, places: list[str]) -> str:
    house = f"{rng.choice(LISTS['houses'])} {rng.choice(places)}"
    return f"Khoa {rng.choice(_DEPARTMENTS)}, {house}" if rng.random() < 0.15 else house


def _person(rng: random.Random, name: str, units: list[str]) -> Person:
    return Person(
        name, rng.choice(LISTS["titles"]), rng.choice(LISTS["roles"]), rng.choice(units)
    )


_MIDDLES = table("middles", "typical")
_SURNAMES = [*LISTS["surnames"] * 4, *table("surnames", "common")]
_DEPARTMENTS = table("departments", "names")
