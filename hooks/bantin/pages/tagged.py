"""Which tags there are, who has them, and where the page of each stands.

One reading of an edition. Spellings that differ in case, spaces or the place of a tone mark are
one tag; what differs in a letter or a tone is another one.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from bantin import addresses, limits
from bantin.edition import Edition
from bantin.model import Bulletin
from bantin.vietnamese import collation
from bantin.vietnamese.text import compare_key, distinct_slugs, slug

DIGITS: Final = (4, 8, 16, 32)
"""Of a digest behind a slug that another tag has already: as few as keep it apart."""


@dataclass(frozen=True)
class Tag:
    """A tag of one language."""

    name: str
    """As most of its bulletins write it."""
    slug: str
    bulletins: tuple[Bulletin, ...]
    """Newest first."""


@dataclass(frozen=True)
class Tagged:
    """The tags of an edition."""

    by_lang: Mapping[str, tuple[Tag, ...]] = field(default_factory=dict)
    """In the order of the dictionary."""
    slugs: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Language -> as typed -> slug."""

    def address(self, lang: str, tag: str) -> str:
        """Address of the page of a tag that a bulletin of the language has, as typed there."""
        return addresses.tag(lang, self.slugs[lang][tag])


def tagged(edition: Edition) -> Tagged:
    """Look an edition through once."""
    keys = {tag: compare_key(tag) for one in edition.bulletins for tag in one.tags}
    langs = {one.lang for one in edition.bulletins}
    of = {
        lang: [one for one in edition.bulletins if one.lang == lang and one.tags]
        for lang in sorted(langs)
    }
    slugs = {lang: _slugs(_oldest_first(edition, found), keys) for lang, found in of.items()}
    return Tagged(
        {lang: _tags(found, keys, slugs[lang]) for lang, found in of.items()},
        {
            lang: {tag: slugs[lang][keys[tag]] for one in found for tag in one.tags}
            for lang, found in of.items()
        },
    )


def _oldest_first(edition: Edition, bulletins: Iterable[Bulletin]) -> list[Bulletin]:
    """Those that only a preview shows come last: they take no address from the others."""
    return sorted(
        bulletins, key=lambda one: (one.id in edition.hidden, one.published, one.path)
    )


def _slugs(bulletins: Iterable[Bulletin], keys: Mapping[str, str]) -> dict[str, str]:
    """Key of a tag -> slug.

    Where two would have the same, that of the oldest bulletin keeps it, and a digest tells the
    other apart: its address depends on no third tag.
    """
    found = dict.fromkeys(keys[tag] for one in bulletins for tag in one.tags)
    own = {key: distinct_slugs((key,))[key] for key in found}
    given: dict[str, str] = {}
    taken = set(own.values())
    held: set[str] = set()
    for key, wanted in own.items():
        free = wanted not in held and not addresses.RESERVED.fullmatch(wanted)
        given[key] = wanted if free else _apart(key, wanted, taken)
        held.add(wanted)
        taken.add(given[key])
    return given


def _apart(key: str, wanted: str, taken: set[str]) -> str:
    digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
    candidates = (
        f"{slug(wanted, limits.SLUG_BYTES - digits - 1)}-{digest[:digits]}" for digits in DIGITS
    )
    return next(candidate for candidate in candidates if candidate not in taken)


def _tags(
    bulletins: Iterable[Bulletin], keys: Mapping[str, str], slugs: Mapping[str, str]
) -> tuple[Tag, ...]:
    """Each tag with its bulletins, in the order of the dictionary."""
    found: dict[str, list[Bulletin]] = {}
    written: dict[str, Counter[str]] = {}
    for bulletin in bulletins:
        for key in dict.fromkeys(keys[tag] for tag in bulletin.tags):
            found.setdefault(key, []).append(bulletin)
        for tag in bulletin.tags:
            written.setdefault(keys[tag], Counter())[tag] += 1
    tags = (
        Tag(written[key].most_common(1)[0][0], slugs[key], tuple(those))
        for key, those in found.items()
    )
    return tuple(sorted(tags, key=lambda tag: (collation.key(tag.name), tag.slug)))
