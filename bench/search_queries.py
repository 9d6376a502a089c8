"""What people type: some 420 queries of 32 kinds, each with the bulletins that are right."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from search_archive import Archive, Need, Paper, phrase, words
from search_spelling import nfc, nfd, old_tones, plain
from search_typos import mistyped, real_word

EACH = 13
"""Queries of a kind."""
Made = tuple[str, tuple[Need, ...]]
Maker = Callable[["Asker", Paper], Made | None]


@dataclass(frozen=True)
class Query:
    """One query."""

    kind: str
    text: str
    right: list[str]
    """Addresses of all bulletins that are right."""


class Asker:
    """Makes queries from bulletins drawn at random; every one has an answer."""

    def __init__(self, archive: Archive, seed: int) -> None:
        self.archive = archive
        self.rng = random.Random(f"queries {seed}")

    def all(self) -> Iterator[Query]:
        """Kind by kind."""
        for kind, make in KINDS.items():
            yield from self._of(kind, make)

    def _of(self, kind: str, make: Maker) -> Iterator[Query]:
        seen: set[str] = set()
        for _ in range(400):
            if len(seen) == EACH:
                return
            made = make(self, self.rng.choice(self.archive.papers))
            if made is None or made[0] in seen:
                continue
            right = self.archive.holding(made[1])
            if right:
                seen.add(made[0])
                yield Query(kind, made[0], right)

    def name(self, paper: Paper) -> str:
        """Of a participant."""
        return self.rng.choice(paper.people)

    def unit(self, paper: Paper) -> str:
        """Of a participant, without its department."""
        return nfc(self.rng.choice(paper.news.participants)[3]).rpartition(", ")[2]

    def cut(self, text: str, least: int, most: int) -> str:
        """Some words in a row."""
        found = words(text)
        count = min(len(found), self.rng.randint(least, most))
        start = self.rng.randint(0, len(found) - count)
        return " ".join(found[start : start + count])

    def sentence(self, paper: Paper) -> str:
        """A paragraph of the text."""
        return self.rng.choice([text for kind, text in paper.news.body if kind == "p"])


def _accented(pick: Callable[[Asker, Paper], str]) -> Maker:
    return lambda asker, paper: _both(pick(asker, paper), accents=True)


def _plain(pick: Callable[[Asker, Paper], str]) -> Maker:
    return lambda asker, paper: _both(plain(pick(asker, paper)).strip(), accents=False)


def _both(text: str, *, accents: bool) -> Made:
    typed = " ".join(words(text)).lower() if accents else text
    return typed, (phrase(text, accents=accents),)


def _nfd(asker: Asker, paper: Paper) -> Made:
    name = asker.name(paper)
    return nfd(name), (phrase(name, accents=True),)


def _other_tones(pick: Callable[[Asker, Paper], str]) -> Maker:
    def make(asker: Asker, paper: Paper) -> Made | None:
        text = pick(asker, paper).lower()
        old = old_tones(text)
        return None if old == text else (old, (phrase(text, accents=True),))

    return make


def _d_for_d(asker: Asker, paper: Paper) -> Made | None:
    name = asker.name(paper)
    typed = plain(name).strip()
    return (typed, (phrase(name, accents=False),)) if "đ" in name.lower() else None


def _beginning(pick: Callable[[Asker, Paper], str], *, accents: bool) -> Maker:
    def make(asker: Asker, paper: Paper) -> Made | None:
        text = words(pick(asker, paper))
        keep = max(1, len(text[-1]) // 2)
        if len(text) < 2 or keep == len(text[-1]):
            return None
        cut = " ".join([*text[:-1], text[-1][:keep]]).lower()
        typed = cut if accents else plain(cut).strip()
        return typed, (phrase(typed, accents=accents, open_=True),)

    return make


def _typo(pick: Callable[[Asker, Paper], str], *, accents: bool) -> Maker:
    def make(asker: Asker, paper: Paper) -> Made | None:
        text = " ".join(words(pick(asker, paper))).lower()
        typed = mistyped(asker.rng, text if accents else plain(text).strip())
        return _meant(asker, typed, text)

    return make


def _real_word(pick: Callable[[Asker, Paper], str]) -> Maker:
    def make(asker: Asker, paper: Paper) -> Made | None:
        text = plain(pick(asker, paper)).strip()
        return _meant(asker, real_word(asker.rng, text, asker.archive.syllables), text)

    return make


def _meant(asker: Asker, typed: str, text: str) -> Made | None:
    """None where the slip is no slip, or where something else could be meant as well."""
    if not typed or asker.archive.holding([phrase(typed, accents=False)]):
        return None
    if asker.archive.readings(typed) - {plain(text).strip()}:
        return None
    return typed, (phrase(text, accents=False),)


def _and(*picks: Callable[[Asker, Paper], str], accents: bool = False) -> Maker:
    def make(asker: Asker, paper: Paper) -> Made:
        texts = [pick(asker, paper) for pick in picks]
        typed = " ".join(texts).lower()
        needs = tuple(phrase(text, accents=accents) for text in texts)
        return (typed if accents else plain(typed).strip()), needs

    return make


def _quoted(*, accents: bool) -> Maker:
    def make(asker: Asker, paper: Paper) -> Made:
        text, needs = _both(asker.cut(asker.sentence(paper), 3, 5), accents=accents)
        return f'"{text if accents else plain(text).strip()}"', needs

    return make


def _date(form: str) -> Maker:
    def make(asker: Asker, paper: Paper) -> Made:
        day = asker.rng.choice(sorted(paper.days))
        year, month, number = map(int, day.split("-"))
        return form.format(number, month, year), (Need("day", day),)

    return make


def _lonely(asker: Asker, paper: Paper) -> Made | None:
    name = paper.news.hidden_person
    return (plain(name).strip(), (phrase(name, accents=False),)) if name else None


def _degree(asker: Asker, paper: Paper) -> Made:
    name, titles, *_ = asker.rng.choice(paper.news.participants)
    return _both(plain(f"{titles} {name}").strip(), accents=False)


def _title(asker: Asker, paper: Paper) -> str:
    return paper.news.title


def _long_title(asker: Asker, paper: Paper) -> str:
    return asker.cut(paper.news.title, 8, 12)


def _caption(asker: Asker, paper: Paper) -> str:
    return asker.cut(asker.rng.choice(paper.news.captions), 4, 6)


def _tag(asker: Asker, paper: Paper) -> str:
    return nfc(paper.news.tags[0])


def _place(asker: Asker, paper: Paper) -> str:
    return " ".join(asker.unit(paper).split()[-3:])


def _words(asker: Asker, paper: Paper) -> str:
    return asker.cut(asker.sentence(paper), 2, 3)


KINDS: dict[str, Maker] = {
    "name": _accented(Asker.name),
    "name, no accents": _plain(Asker.name),
    "name, NFD": _nfd,
    "name, other tones": _other_tones(Asker.name),
    "name, đ as d": _d_for_d,
    "name, beginning": _beginning(Asker.name, accents=True),
    "name, beginning, no accents": _beginning(Asker.name, accents=False),
    "name, typo": _typo(Asker.name, accents=True),
    "name, typo, no accents": _typo(Asker.name, accents=False),
    "name, typo a real word": _real_word(Asker.name),
    "unit": _accented(Asker.unit),
    "unit, no accents": _plain(Asker.unit),
    "unit, beginning, no accents": _beginning(Asker.unit, accents=False),
    "unit, typo, no accents": _typo(Asker.unit, accents=False),
    "place of a unit, no accents": _plain(_place),
    "title": _accented(_title),
    "title, no accents": _plain(_title),
    "title, 8-12 words": _accented(_long_title),
    "title, 8-12 words, no accents": _plain(_long_title),
    "title, other tones": _other_tones(_title),
    "title, typo, no accents": _typo(_title, accents=False),
    "topic": _accented(_tag),
    "topic, no accents": _plain(_tag),
    "topic, beginning, no accents": _beginning(_tag, accents=False),
    "topic AND unit": _and(_tag, Asker.unit, accents=True),
    "topic AND unit, no accents": _and(_tag, Asker.unit),
    "name AND topic, no accents": _and(Asker.name, _tag),
    "quoted": _quoted(accents=True),
    "quoted, no accents": _quoted(accents=False),
    "date 06/02/2026": _date("{:02}/{:02}/{}"),
    "date 6-2-2026": _date("{}-{}-{}"),
    "date in words": _date("ngày {} tháng {} năm {}"),
    "caption": _accented(_caption),
    "caption, no accents": _plain(_caption),
    "person of a caption, no accents": _lonely,
    "degree and name, no accents": _degree,
    "words of the text": _accented(_words),
    "words of the text, no accents": _plain(_words),
}
