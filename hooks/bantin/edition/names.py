"""File names and addresses: what a bulletin's file may be called, and who shares an address."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import count

from bantin import addresses, limits, locale
from bantin.content.decode import where
from bantin.content.settings import Settings
from bantin.edition.heirs import heirs_of
from bantin.errors import Location, Problem, error, warning
from bantin.model import Bulletin, Organization
from bantin.vietnamese.text import nfc, slug

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def misnamed(path: str, bulletin_id: str, settings: Settings) -> Problem:
    """A file whose name or folder can't become an address, with one that can.

    Args:
        path: As the writer knows it.
        bulletin_id: What ``proposed`` gave.
        settings: Of the site.
    """
    suggestion = f"{settings.news_dir}/{bulletin_id}.md"
    return error("file-name", Location(path), suggestion=suggestion)


def proposed(name: str, year: int, taken: Collection[str]) -> str:
    """An id for a file whose own name gives none.

    Args:
        name: Path below the folder of the bulletins, without suffix: ``2026/Hội nghị``.
        year: Proposed where the path names none.
        taken: Ids of other files.
    """
    folders, _, stem = name.rpartition("/")
    english = addresses.ENGLISH if f"{folders}/".startswith(addresses.ENGLISH) else ""
    named = next((part for part in folders.split("/") if _YEAR.fullmatch(part)), str(year))
    candidates = (f"{english}{named}/{last}" for last in _names(stem))
    return next(found for found in candidates if found not in taken)


def photo_folder(bulletin: Bulletin, known: Collection[str]) -> str:
    """The folder of its photos: a translation shows those of what it translates.

    Args:
        bulletin: Whose photos.
        known: Ids of all bulletins; a translation of none of them has photos of its own.
    """
    return bulletin.translation_of if bulletin.translation_of in known else bulletin.id


def _names(stem: str) -> Iterator[str]:
    """Names that are allowed, the nearest first, then numbered."""
    try:
        name = slug(stem)
    except ValueError:
        name = "ban-tin"
    name = f"ban-tin-{name}" if addresses.RESERVED.fullmatch(name) else name
    yield name
    for number in count(2):
        yield f"{slug(name, limits.SLUG_BYTES - 5)}-{number}"


def pages(folder: str, docs: Iterable[str]) -> dict[str, str]:
    """The pages under docs/: path as the writer knows it -> address.

    Args:
        folder: Of the pages: ``docs``.
        docs: Their paths from there.
    """
    return {nfc(f"{folder}/{name}"): addresses.document(name) for name in docs}


def addresses_shared(
    bulletins: Collection[Bulletin], pages: Mapping[str, str]
) -> list[Problem]:
    """Bulletins whose address, or an old one, is somebody else's too.

    Args:
        bulletins: Those that are shown.
        pages: Under docs/: path as the writer knows it -> address.
    """
    taken = {address.casefold(): path for path, address in pages.items()}
    problems = []
    for bulletin in sorted(bulletins, key=lambda found: found.path):
        address = addresses.bulletin(bulletin.id)
        if address in taken:
            at = Location(bulletin.path)
            problems.append(_shared(at, address, taken[address]))
        taken.setdefault(address, bulletin.path)
    for bulletin in sorted(bulletins, key=lambda found: found.path):
        for alias in bulletin.aliases:
            address = alias if alias.endswith((".html", "/")) else alias + "/"
            other = taken.get(address.casefold())
            if other:
                problems.append(_shared(where(bulletin, "aliases"), address, other))
            taken.setdefault(address.casefold(), bulletin.path)
    return problems


def addresses_given_way(
    organizations: Collection[Organization], pages: Mapping[str, str]
) -> Iterator[Problem]:
    """Old addresses of organizations that lead nowhere: a page under docs/ stands there.

    Args:
        organizations: Of the registry, as of today.
        pages: Under docs/: path as the writer knows it -> address.
    """
    taken = {address: path for path, address in pages.items()}
    names = {one.id: one.name for one in organizations}
    heirs = heirs_of(organizations)
    for one in organizations:
        for lang in locale.LANGUAGES:
            other = taken.get(addresses.organization(lang, one.id))
            if other and heirs[one.id] != one.id:
                told = {"address": addresses.organization(lang, one.id), "other": other}
                heir = names[heirs[one.id]]
                yield warning("registry-old-address", one.at, name=one.name, heir=heir, **told)


def _shared(at: Location, address: str, other: str) -> Problem:
    return error("address-twice", at, address=address, other=other)
