"""People as the language room finds them against the gold set.

Mentions are aligned by name, in order of occurrence. Roles and organizations are compared by
``compare_key``, without the separators around them, each string once a mention.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from math import inf

from bantin.vietnamese.people import Form, Mention
from bantin.vietnamese.text import compare_key, nfc
from vietnamese.gold import GoldMention, PeopleText
from vietnamese.scores import NOTHING, OPEN, Outcome, Tally

PARTS = ("name", "titles", "role", "organization", "refers_to")
_SEPARATORS = " \u00a0\n\t.,;:–—-()"
_NOBODY = ("nobody",)
"""Whom a short form refers to when nobody was named before."""


@dataclass(frozen=True)
class _Read:
    """A mention as one side reads it."""

    name: str
    parts: dict[str, dict[str, str]]
    """Part -> what is compared -> as written."""
    undecided: frozenset[str]

    def agreement(self, other: _Read) -> int:
        """How many things both say."""
        return sum(len(self.parts[part].keys() & other.parts[part].keys()) for part in PARTS)


_Pair = tuple[_Read | None, _Read | None]
"""The same mention in the gold set and as found; None where a side has it not."""


def compare(
    texts: Iterable[PeopleText], find: Callable[[str], tuple[Mention, ...]]
) -> list[Outcome]:
    """Every part of every mention that counts, text by text."""
    return [outcome for text in texts for outcome in _outcomes(text, find(text.text))]


def _outcomes(text: PeopleText, mentions: tuple[Mention, ...]) -> Iterator[Outcome]:
    gold = [_gold(one) for one in text.mentions]
    found = [_found(one, mentions) for one in mentions]
    for expected, got in _aligned(gold, found):
        name = (expected or got or gold[0]).name
        for part in PARTS:
            if expected and {"name", part} & expected.undecided:
                continue
            theirs = expected.parts[part] if expected else {}
            ours = got.parts[part] if got else {}
            is_open = _is_open(part, expected, got)
            said = OPEN if is_open else _listed(ours)
            tally = _tally(theirs, {} if is_open else ours)
            if tally != Tally():
                yield Outcome(
                    text.file, text.about, text.text, name, part, tally, _listed(theirs), said
                )


def _gold(mention: GoldMention) -> _Read:
    refers = ([mention.refers] if mention.refers else _NOBODY) if mention.short else ()
    return _read(
        mention.name,
        mention.titles,
        mention.roles,
        mention.organizations,
        refers,
        mention.undecided,
    )


def _found(mention: Mention, mentions: tuple[Mention, ...]) -> _Read:
    refers: Iterable[str] = ()
    if mention.form is Form.SHORT:
        person = mention.refers_to
        refers = _NOBODY if person is None else [mentions[person].name.text]
    return _read(
        mention.name.text,
        mention.titles.codes if mention.titles else (),
        [post.role.text for post in mention.posts if post.role],
        [post.organization.text for post in mention.posts if post.organization],
        refers,
        mention.undecided,
    )


def _read(
    name: str,
    titles: Iterable[str],
    roles: Iterable[str],
    organizations: Iterable[str],
    refers: Iterable[str],
    undecided: Iterable[str],
) -> _Read:
    parts = {
        "name": {_one_line(name): name},
        "titles": {code: code for code in titles},
        "role": {_key(role): role for role in roles},
        "organization": {_key(one): one for one in organizations},
        "refers_to": {_one_line(one): one for one in refers},
    }
    return _Read(_one_line(name), parts, frozenset(undecided))


def _one_line(text: str) -> str:
    return " ".join(nfc(text).split())


def _key(text: str) -> str:
    return compare_key(text.strip(_SEPARATORS))


def _aligned(gold: list[_Read], found: list[_Read]) -> list[_Pair]:
    """Both sides, in order; what is found beyond the gold set comes last.

    A mention whose name the gold set leaves open may be missing, or longer or shorter.
    """
    pairs = list(_same_name(gold, found))
    met = {id(one) for pair in pairs for one in pair}
    left_open = [one.name for one in gold if "name" in one.undecided]
    alone: list[_Pair] = [(one, None) for one in gold if id(one) not in met]
    false: list[_Pair] = [
        (None, one)
        for one in found
        if id(one) not in met and not any(_alike(one.name, name) for name in left_open)
    ]
    order = {id(one): place for place, one in enumerate(gold)}
    return sorted([*pairs, *alone, *false], key=lambda pair: order.get(id(pair[0]), inf))


def _same_name(gold: list[_Read], found: list[_Read]) -> Iterator[tuple[_Read, _Read]]:
    """Where one side names somebody more often, those places count that agree best."""
    for name in dict.fromkeys(one.name for one in gold):
        theirs = [one for one in gold if one.name == name]
        ours = [one for one in found if one.name == name]
        size = min(len(theirs), len(ours))
        choices = (
            list(zip(some, others, strict=True))
            for some in combinations(theirs, size)
            for others in combinations(ours, size)
        )
        yield from max(choices, key=lambda rows: sum(a.agreement(b) for a, b in rows))


def _alike(name: str, other: str) -> bool:
    """Whether one is the other with more or fewer syllables."""
    return f" {name} " in f" {other} " or f" {other} " in f" {name} "


def _is_open(part: str, expected: _Read | None, got: _Read | None) -> bool:
    """Whether the room leaves the part open: all of it where the name itself is no claim.

    Who a short form means is open, too, where the gold set names nobody: that agrees.
    """
    if got is None or (expected is not None and "nobody" in expected.parts[part]):
        return False
    return part in got.undecided or (expected is None and "name" in got.undecided)


def _tally(gold: dict[str, str], found: dict[str, str]) -> Tally:
    right = len(gold.keys() & found.keys())
    return Tally(right, len(gold) - right, len(found) - right)


def _listed(texts: dict[str, str]) -> str:
    return " | ".join(_one_line(text) for text in texts.values()) or NOTHING
