"""Institutions of the registry that a text names, and everything that they are called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Final

from bantin.model import Organization, Registry
from bantin.search.skim import EDGE, Place, Text, outer
from bantin.search.spellings import comparable, lean
from bantin.vietnamese import organizations, orgnames
from bantin.vietnamese.known import Known, holds

_GOES_ON: Final = frozenset(
    ("tỉnh", "thành", "huyện", "quận", "xã", "khu", "trung", "quốc", "số")
)
"""What may belong to a longer name, like a capital: ``Bệnh viện Nhi Trung ương``."""
_CAPITALS: Final = re.compile(r"\b[A-ZĐƯ]{2}")
_MORE: Final = 4
"""Tokens behind a name that show whether it goes on."""
_INSIDE: Final = (("khu vực", "KV"), ("Khu vực", "KV"), ("Trung ương", "TW"))
_LEAST: Final = 2
"""Words of a name that is looked for in running text, if it is no abbreviation."""


class Institutions:
    """The registry of organizations, to be found in texts. Made once for a site."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._by_id = {one.id: one for one in registry.organizations}
        self._lines = _lines(self._by_id)
        self._names: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._owners: dict[str, list[Organization]] = {}
        for one in registry.organizations:
            for form in dict.fromkeys(map(_sought, _forms(one))):
                self._owners.setdefault(form, []).append(one)
        self._owners.pop("", None)
        self.abbreviations = frozenset(form for form in self._owners if form.isupper())
        self.phrases = self._owners.keys() - self.abbreviations
        self._judged: dict[str, frozenset[str]] = {}

    def named(self, text: Text, on: date | None) -> list[str]:
        """Ids of what a text names, sorted.

        Args:
            text: Of a document.
            on: For names that several have had; where that does not decide, nothing is said.
        """
        found: set[str] = set()
        for short in self.abbreviations & text.short:
            found.update(self._meant(short, on))
        for place in outer(text.places("institution")):
            ids = self._meant(place.phrase, on)
            if not found.issuperset(ids) and self._is_whole(place, ids, text):
                found.update(ids)
        return sorted(found)

    def names(self, id: str) -> tuple[str, ...]:
        """All names, abbreviated ones too, of an institution and its line; empty: unknown."""
        line = self._lines.get(id, ())
        if line not in self._names:
            forms = (form for one in line for form in _forms(self._by_id[one]))
            self._names[line] = lean(forms)
        return self._names[line]

    def _meant(self, form: str, on: date | None) -> set[str]:
        owners = self._owners[form]
        if len(owners) > 1 and on:
            owners = [one for one in owners if holds(one, on)]
        lines = {self._lines[one.id] for one in owners}
        return {one.id for one in owners} if len(lines) == 1 else set()

    def _is_whole(self, place: Place, ids: Iterable[str], text: Text) -> bool:
        """Whether a name is not the beginning of another one."""
        behind = text.bare(place.end)
        closed = text.bare(place.end - 1).closes or behind.opens or not behind.word
        if closed:
            return True
        if behind.word not in _GOES_ON and not text.tokens[place.end][:1].isupper():
            return True
        words = " ".join(text.tokens[place.start : place.end + _MORE]).partition(EDGE)[0]
        return not self._judge(words.strip()).isdisjoint(ids)

    def _judge(self, words: str) -> frozenset[str]:
        """What stands at the beginning of these words, as the language room reads them."""
        if words not in self._judged:
            found = organizations.find(words, self._known)
            self._judged[words] = frozenset(one.id for one in found if not one.phrase.start)
        return self._judged[words]

    @cached_property
    def _known(self) -> Known:
        return Known(self._registry)


def _sought(form: str) -> str:
    """A name as texts are searched for it; empty: it would be found where it is none."""
    if form.isupper() and " " not in form:
        return form if len(form) > 1 else ""
    return comparable(form) if len(form.split()) >= _LEAST else ""


def _lines(registered: Mapping[str, Organization]) -> dict[str, tuple[str, ...]]:
    """Id -> ids of the institution and of those before and behind it in its line."""
    line_of = {id: {id} for id in registered}
    for one in registered.values():
        if one.successor in registered:
            line = line_of[one.id] | line_of[one.successor]
            line_of.update((id, line) for id in line)
    return {id: tuple(sorted(line)) for id, line in line_of.items()}


def _forms(one: Organization) -> Iterator[str]:
    for name in (one.name, *one.aliases):
        yield name
        yield from _abbreviated(name)
        if _CAPITALS.search(name) and orgnames.is_abbreviated(name):
            yield orgnames.key(name)


def _abbreviated(name: str) -> Iterator[str]:
    """``TTYT khu vực Bình Xuyên``, ``TTYT KV Bình Xuyên``: as it is often written."""
    lower = name.lower()
    for short, full in orgnames.ABBREVIATIONS.items():
        if lower.startswith(f"{full.lower()} "):
            written = short + name[len(full) :]
            yield written
            yield from _inside(written)
    yield from _inside(name)


def _inside(name: str) -> Iterator[str]:
    yield from (name.replace(full, short) for full, short in _INSIDE if full in name)
