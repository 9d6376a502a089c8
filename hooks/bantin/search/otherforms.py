"""Words that lead to a bulletin without standing in it: what it speaks of is called so, too.

Whoever looks for ``bác sĩ chuyên khoa 2`` means ``BSCKII``; whoever knows a health centre by
its old name, or as TTYT, is to find it under the new one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import cache
from itertools import chain
from typing import Final

from bantin.model import Registry, Term
from bantin.search.institutions import Institutions
from bantin.search.skim import Text, Tokens, outer
from bantin.search.spellings import comparable, lean
from bantin.vietnamese import titles
from bantin.vietnamese.orgnames import ABBREVIATIONS
from bantin.vietnamese.text import fold

_LEVEL: Final = re.compile(r"(.+)CK(II?)")
_SPELT: Final = (("sĩ", "sỹ"), ("Kỹ", "Kĩ"), ("kỹ", "kĩ"))
"""Two ways of writing one word."""
_SPOKEN: Final = 3
"""Words of a title by which somebody is addressed; honours have more."""
_NEVER_ALONE: Final = ("KTY", "YTCC")
"""Fields of study: ``kỹ thuật y tế`` is nobody's title."""


class OtherForms:
    """What else is called like what a text says. Made once for a site."""

    def __init__(self, registry: Registry) -> None:
        self._titles = {
            comparable(form): code
            for code in titles.CODES
            if code not in _NEVER_ALONE
            for form in title_forms(code)
            if " " in form
        }
        self._alike = _Alike(registry.glossary)
        self._institutions = Institutions(registry)
        others = (self._alike, self._institutions)
        self._tokens = Tokens(
            {
                "title": self._titles,
                "alike": self._alike.phrases,
                "institution": self._institutions.phrases,
            },
            (short for one in others for short in one.abbreviations),
        )

    def read(self, passages: Iterable[str]) -> Text:
        """Make a text ready to be asked.

        Args:
            passages: NFC.
        """
        return Text(passages, self._tokens)

    def institutions(self, text: Text, on: date | None) -> list[str]:
        """Ids of the registry: what a text names, sorted.

        Args:
            text: Of a document.
            on: The event's day, for names that several have had; None: those are left out.
        """
        return self._institutions.named(text, on)

    def words(self, text: Text, codes: Iterable[str], ids: Iterable[str]) -> Iterator[str]:
        """Other forms of a text's titles and abbreviations, and of its institutions.

        Args:
            text: Of a document.
            codes: Of titles that it has besides.
            ids: Of its institutions.
        """
        for code in sorted(self._codes(text).union(codes)):
            yield from _lean_title(code)
        yield from self._alike.of(text)
        for one in ids:
            yield from self._institutions.names(one)

    def _codes(self, text: Text) -> set[str]:
        spelt_out = outer(text.places("title"))
        return text.title_codes().union(self._titles[one.phrase] for one in spelt_out)


def short_names(name: str, codes: Iterable[str]) -> Iterator[str]:
    """How somebody is spoken of: ``BS Hảo``, ``Bác sĩ Hảo``.

    Args:
        name: In full.
        codes: Of titles.
    """
    words = name.split()
    for code in codes if len(words) > 1 else ():
        level = _LEVEL.fullmatch(code)
        base = level[1] if level else code
        full = titles.full_form(base, "vi")
        if full and len(full.split()) <= _SPOKEN:
            yield from (f"{base} {words[-1]}", f"{full} {words[-1]}")


@cache
def title_forms(code: str) -> tuple[str, ...]:
    """A title in every usual form: ``BSCKII``, ``BS CK2``, ``Bác sĩ chuyên khoa II``."""
    forms = [code, titles.full_form(code, "vi")]
    level = _LEVEL.fullmatch(code)
    if level and titles.full_form(level[1], "vi"):
        base, full = level[1], titles.full_form(level[1], "vi")
        for number in (level[2], str(len(level[2]))):
            forms += [f"{base}CK{number}", f"{base}CK {number}", f"{base} CK{number}"]
            forms += [f"{full} CK{number}", f"{full} chuyên khoa {number}"]
            forms += [f"{full} chuyên khoa cấp {number}"]
    other = [form.replace(*pair) for form in forms for pair in _SPELT if pair[0] in form]
    return tuple(dict.fromkeys(filter(None, (*forms, *other))))


@cache
def _lean_title(code: str) -> tuple[str, ...]:
    return lean(title_forms(code))


class _Alike:
    """Abbreviations with what they stand for, and words with their other spellings."""

    def __init__(self, glossary: Iterable[Term]) -> None:
        groups: dict[str, list[str]] = {}
        for short, full in ABBREVIATIONS.items():
            groups.setdefault(comparable(full), [full]).append(short)
        for term in glossary:
            full = term.expansion or term.term
            groups.setdefault(comparable(full), [full]).extend((term.term, *term.variants))
        self._by_form: dict[str, list[tuple[str, ...]]] = {}
        for forms in filter(_told_apart, groups.values()):
            passages = lean(forms)
            for form in dict.fromkeys(forms):
                key = form if _is_abbreviation(form) else comparable(form)
                self._by_form.setdefault(key, []).append(passages)
        self.abbreviations = frozenset(filter(_is_abbreviation, self._by_form))
        self.phrases = self._by_form.keys() - self.abbreviations

    def of(self, text: Text) -> Iterator[str]:
        """The other forms of what stands in a text, and those that stand there."""
        there = {one.phrase for one in text.places("alike")}
        for one in sorted(there.union(self.abbreviations & text.short)):
            yield from chain.from_iterable(self._by_form[one])


def _told_apart(forms: Collection[str]) -> bool:
    """Whether a search tells them apart at all: not so ``khỏe`` and ``khoẻ``."""
    return len({fold(form) for form in forms}) > 1


def _is_abbreviation(form: str) -> bool:
    return form.isupper() and " " not in form and len(form) > 1
