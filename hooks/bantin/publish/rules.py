"""What a tag of a published page may not do, whoever wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bantin.publish.leads import OWN, is_picture, lead, loaded
from bantin.publish.tags import Tag

SCRIPT: Final = "gate-script"
HANDLER: Final = "gate-handler"
STYLE: Final = "gate-style"
ADDRESS: Final = "gate-address"
BASE: Final = "gate-base"
FRAME: Final = "gate-frame"
REQUEST: Final = "gate-elsewhere"
UNREADABLE: Final = "gate-unreadable"

_DATA: Final = ("application/json", "application/ld+json")
"""Types of ``<script>`` that no browser runs."""
_FRAMES: Final = [
    "iframe",
    "frame",
    "frameset",
    "object",
    "embed",
    "applet",
    "portal",
    "fencedframe",
]
_ELEMENTS: Final = {"style": STYLE, "base": BASE, **dict.fromkeys(_FRAMES, FRAME)}
"""Elements that have no place in a page, whatever they say."""
_RUNS: Final = ("javascript", "vbscript", "data", "blob", "filesystem")
"""Schemes behind which code may stand."""
_ASKS: Final = frozenset(
    [
        "href",
        "src",
        "srcset",
        "imagesrcset",
        "data",
        "poster",
        "background",
        "action",
        "formaction",
        "ping",
        "manifest",
    ]
)
_LISTS: Final = ("srcset", "imagesrcset", "ping")
_PAINTS: Final = frozenset(
    [
        "fill",
        "stroke",
        "filter",
        "mask",
        "clip-path",
        "cursor",
        "marker",
        "marker-start",
        "marker-mid",
        "marker-end",
    ]
)
"""Attributes of SVG whose value may be ``url(…)``."""
_NAMES_ONLY: Final = frozenset(
    ["canonical", "alternate", "prev", "next", "author", "license", "help", "me", "edit"]
)
"""Relations of ``<link>`` that only name a page: a browser asks for none of them."""
_REFRESH = re.compile(r"[\s\d.]*[;,\s]\s*(?:url\s*=\s*)?[\"']?(.*)", re.I | re.S)
_ANIMATIONS: Final = ("animate", "set", "animatetransform", "animatemotion", "discard")


def broken(tag: Tag, site_url: str) -> Iterator[str]:
    """Codes of the rules that a tag breaks.

    Args:
        tag: Of an end tag a browser reads the name only: it breaks none.
        site_url: The site's own address; empty if it has none.
    """
    if tag.source.startswith("</"):
        return
    if not tag.closed:
        yield UNREADABLE
    if tag.name == "script" and not _is_harmless_script(tag):
        yield SCRIPT
    if tag.name in _ELEMENTS:
        yield _ELEMENTS[tag.name]
    for name, value in tag.attributes:
        code = HANDLER if name.startswith("on") else _attribute(tag, name, value, site_url)
        if code:
            yield code


def _is_harmless_script(tag: Tag) -> bool:
    """Whether it names its file, or is data; what stands inside is for the gate to read."""
    named = tag.values.get("src", "").strip()
    return bool(named) or tag.values.get("type", "").strip().lower() in _DATA


def _attribute(tag: Tag, name: str, value: str, site_url: str) -> str | None:
    """The code of the rule that an attribute breaks."""
    plain = name.rpartition(":")[2]  # in a drawing: xlink:href
    if plain == "style":
        return STYLE
    if plain in _ASKS:
        return _asking(tag, plain, value, site_url)
    if plain in _PAINTS:
        found = [lead(address, site_url) for _, address in loaded(value)]
        return REQUEST if any(found) else None
    if plain == "content" and tag.values.get("http-equiv", "").strip().lower() == "refresh":
        address = _REFRESH.match(value)
        return _request(lead(address[1] if address else "", site_url))
    if plain == "attributename" and tag.name in _ANIMATIONS:
        target = value.strip().lower().rpartition(":")[2]
        return ADDRESS if target in _ASKS or target.startswith("on") else None
    return None


def _asking(tag: Tag, name: str, value: str, site_url: str) -> str | None:
    """The same for an attribute that holds addresses."""
    if _only_leads(tag, name):
        return ADDRESS if lead(value, site_url) in _RUNS else None
    addresses = re.split(r"[\s,]+", value) if name in _LISTS else [value]
    leads = (lead(address, site_url) for address in addresses if not _shows(tag, address))
    return next(filter(None, map(_request, leads)), None)


def _only_leads(tag: Tag, name: str) -> bool:
    """Whether an address is followed by nobody but a reader."""
    relations = tag.values.get("rel", "").lower().split()
    named = tag.name == "link" and bool(relations) and _NAMES_ONLY.issuperset(relations)
    return name == "href" and (tag.name in ("a", "area") or named)


def _shows(tag: Tag, address: str) -> bool:
    """Whether it is a picture in itself where only pictures are shown."""
    pictures = tag.name in ("img", "source", "image", "feimage", "video", "input", "link")
    return pictures and is_picture(address)


def _request(found: str) -> str | None:
    if found == OWN:
        return None
    return ADDRESS if found in _RUNS else REQUEST


def elsewhere(css: str, site_url: str) -> Iterator[tuple[int, str]]:
    """Place and address of what a stylesheet asks of others, from 0."""
    for place, address in loaded(css):
        if not is_picture(address) and lead(address, site_url) != OWN:
            yield place, address
