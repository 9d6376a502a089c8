"""The ways to pass a bulletin on: plain links, and what the page's script needs for the others.

Zalo has none: the addresses in use for it are documented nowhere and need its script; a phone
offers it among the programs of its own share sheet.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from bantin import addresses
from bantin.model import Bulletin
from bantin.pages.shelf import Shelf

FACEBOOK: Final = "https://www.facebook.com/sharer/sharer.php?u="


@dataclass(frozen=True)
class Sharing:
    """Addresses that leave the site."""

    site: str
    """The site's own: paper spells the others out with it."""
    url: str
    """The page's own, absolute."""
    facebook: str
    mail: str


def sharing(shelf: Shelf, bulletin: Bulletin) -> Sharing | None:
    """The ways; None for what readers can't open, and where ``site_url`` is missing."""
    site = shelf.edition.settings.site_url
    if not site or bulletin.id in shelf.edition.hidden:
        return None
    url = site + addresses.bulletin(bulletin.id)
    mail = f"mailto:?subject={quote(bulletin.title, safe='')}&body={quote(url, safe='')}"
    return Sharing(site, url, FACEBOOK + quote(url, safe=""), mail)
