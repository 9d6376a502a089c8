"""The one Jinja environment of our templates: whatever they print is escaped."""

from __future__ import annotations

from functools import cache
from urllib.parse import quote, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from bantin import addresses
from bantin.pages.bulletin import widths
from bantin.vietnamese.text import measures


@cache
def environment() -> Environment:
    """Templates of this room; a name that nobody gave them is an error.

    One for all: compiling them takes as long as drawing hundreds of pages, and each rebuild of
    a preview would do it again. A template that is changed meanwhile is read anew.
    """
    made = Environment(
        loader=PackageLoader("bantin.theme"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["together"] = together
    made.globals["widths"] = widths
    return made


def together(title: str) -> Markup:
    """A title in which a number and its unit stay on one line; its characters stay as typed."""
    parts = [
        Markup('<span class="together">{}</span>').format(part) if at % 2 else escape(part)
        for at, part in enumerate(measures(title))
    ]
    return Markup().join(parts)


def root_of(site_url: str) -> str:
    """Path under which the site lies on its host: ``/`` or ``/tin/``."""
    return quote(urlsplit(site_url).path or "/", safe="/%")


def link(target: str, *, page: str, root: str) -> str:
    """``target`` as written on ``page``: relative, or below ``root`` where one is given.

    The 404 page needs a root, because it appears at any address.
    """
    if not root:
        return addresses.relative(target, page)
    return root + addresses.relative(target, addresses.HOME).removeprefix("./")
