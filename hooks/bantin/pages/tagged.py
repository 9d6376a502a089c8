"""Which tags there are, who has them, and where the page of each stands.

One reading of an edition. Spellings that differ in case, spaces or the place of a tone mark are
one tag; what differs in a letter or a tone is another one. Tags of one address share its page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bantin import addresses
from bantin.edition import Edition
from bantin.model import Bulletin
from bantin.vietnamese import collation
from bantin.vietnamese.text import compare_key


@dataclass(frozen=True)
class Tag:
    """A tag of one language that has a page, or several that share it."""

    name: str
    """As most of its bulletins write it; of several, that of most first: ``bỏng / bóng``."""
    slug: str
    bulletins: tuple[Bulletin, ...]
    """Newest first."""


@dataclass(frozen=True)
class Tagged:
    """The tags of an edition."""

    by_lang: Mapping[str, tuple[Tag, ...]] = field(default_factory=dict)
    """In the order of the dictionary."""
    by_key: Mapping[str, Mapping[str, tuple[Bulletin, ...]]] = field(default_factory=dict)
    """Language -> ``compare_key`` of each tag -> its bulletins, newest first."""

    def address(self, lang: str, tag: str) -> str:
        """Address of the page of a tag, as typed."""
        return addresses.tag(lang, addresses.tag_slug(tag))


def tagged(edition: Edition) -> Tagged:
    """Look an edition through once."""
    keys = {tag: compare_key(tag) for one in edition.bulletins for tag in one.tags}
    of: dict[str, list[Bulletin]] = {}
    for one in edition.bulletins:
        if one.tags:
            of.setdefault(one.lang, []).append(one)
    return Tagged(
        {lang: _tags(found, keys) for lang, found in sorted(of.items())},
        {lang: _by(found, keys) for lang, found in sorted(of.items())},
    )


def _by(
    bulletins: Iterable[Bulletin], named: Mapping[str, str]
) -> dict[str, tuple[Bulletin, ...]]:
    """The bulletins by what ``named`` makes of their tags, each once."""
    found: dict[str, list[Bulletin]] = {}
    for bulletin in bulletins:
        for name in dict.fromkeys(named[tag] for tag in bulletin.tags):
            found.setdefault(name, []).append(bulletin)
    return {name: tuple(those) for name, those in found.items()}


def _tags(bulletins: list[Bulletin], keys: Mapping[str, str]) -> tuple[Tag, ...]:
    """What has a page, in the order of the dictionary."""
    written: dict[str, dict[str, Counter[str]]] = {}
    slugs = {tag: addresses.tag_slug(tag) for one in bulletins for tag in one.tags}
    for tag in (tag for one in bulletins for tag in one.tags):
        written.setdefault(slugs[tag], {}).setdefault(keys[tag], Counter())[tag] += 1
    tags = (
        Tag(_name(written[slug]), slug, those) for slug, those in _by(bulletins, slugs).items()
    )
    return tuple(sorted(tags, key=lambda tag: (collation.key(tag.name), tag.slug)))


def _name(written: Mapping[str, Counter[str]]) -> str:
    """Key -> how often each spelling of it stands there: what they are called together."""
    most = sorted(written, key=lambda key: (-written[key].total(), collation.key(key)))
    return " / ".join(written[key].most_common(1)[0][0] for key in most)
