"""File names and addresses: what a bulletin's file may be called, and who shares an address."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable
from datetime import datetime

from bantin import addresses
from bantin.content.decode import where
from bantin.content.settings import Settings
from bantin.errors import Location, Problem, error
from bantin.model import Bulletin
from bantin.vietnamese.text import slug

_YEAR = re.compile(r"(?:19|20)\d\d")


def misnamed(path: str, settings: Settings, now: datetime) -> Problem:
    """A file whose name or folder can't become an address, with a name that can.

    Args:
        path: As the writer knows it.
        settings: Of the site.
        now: Its year is proposed where the path names none.
    """
    inside = path.removeprefix(f"{settings.news_dir}/")
    english = "en/" if inside.startswith("en/") else ""
    year = next((part for part in inside.split("/")[:-1] if _YEAR.fullmatch(part)), now.year)
    name = _proposed(posixpath.basename(inside)[:-3])
    suggestion = f"{settings.news_dir}/{english}{year}/{name}.md"
    return error("file-name", Location(path), suggestion=suggestion)


def _proposed(stem: str) -> str:
    try:
        name = slug(stem)
    except ValueError:
        name = "ban-tin"
    return f"ban-tin-{name}" if addresses.RESERVED.fullmatch(name) else name


def tame(bulletin_id: str) -> str:
    """An id under which a preview can show a misnamed file."""
    return "/".join(_proposed(part) for part in bulletin_id.split("/") if part)


def addresses_shared(bulletins: Iterable[Bulletin], docs: Collection[str]) -> list[Problem]:
    """Bulletins whose address, or an old one, is somebody else's too."""
    taken = {addresses.document(name): f"docs/{name}" for name in docs}
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
            if address in taken:
                problems.append(_shared(where(bulletin, "aliases"), address, taken[address]))
            taken.setdefault(address, bulletin.path)
    return problems


def _shared(at: Location, address: str, other: str) -> Problem:
    return error("address-twice", at, address=address, other=other)
