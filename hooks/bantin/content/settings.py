"""Our block of mkdocs.yml, read with lines and without MkDocs."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from itertools import permutations
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bantin.content import frontmatter as nodes
from bantin.content import hospital, menusettings, pagesettings, photosettings
from bantin.content.block import Block
from bantin.content.fields import is_web_address
from bantin.content.hospital import Hospital
from bantin.content.photosettings import PhotoSettings
from bantin.content.source import decode
from bantin.errors import BulletinError, Location, Problem
from bantin.model import Name

FILE = "mkdocs.yml"
_FOLDERS = ("news_dir", "images_dir")
_FIGURES = tuple(pagesettings.FIGURES)
KEYS: Final = (
    *(*_FOLDERS, "timezone", "categories", "series", "hospital", "photos"),
    *("home", *_FIGURES, "precompress"),
)
"""Every key of our block."""


@dataclass(frozen=True)
class Settings:
    """What one site is set to."""

    root: Path
    """Folder of mkdocs.yml."""
    site_name: str = "Bantin"
    site_url: str = ""
    """Absolute, ends with '/'; empty where mkdocs.yml names none."""
    site_url_at: Location | None = field(default=None, compare=False)
    """Where mkdocs.yml says so, or says that there is none; None where the key is missing."""
    menu: tuple[tuple[str, Location], ...] = field(default=(), compare=False)
    """What ``nav`` leads to, as typed."""
    docs_dir: str = "docs"
    kept_back: tuple[str, ...] = ()
    """``draft_docs`` and ``exclude_docs``: patterns of pages that are not published."""
    news_dir: str = "news"
    images_dir: str = "images"
    timezone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Asia/Ho_Chi_Minh"))
    categories: Mapping[str, Name] = field(default_factory=dict)
    """Id -> name, in the order of mkdocs.yml."""
    series: Mapping[str, Name] = field(default_factory=dict)
    hospital: Hospital = field(default_factory=Hospital)
    photos: PhotoSettings = field(default_factory=PhotoSettings)
    home: tuple[str, ...] = pagesettings.HOME
    """What stands on the first page below its lead, in this order."""
    people_from: int = pagesettings.FIGURES["people_from"].usual
    """In how many bulletins of a language somebody must appear to have a page there."""
    old_after: int = pagesettings.FIGURES["old_after"].usual
    """Years after which a bulletin says that it is old; 0: never."""
    precompress: bool = False
    """Write ``.gz`` and ``.br`` beside what web servers would compress for each reader."""

    def title(self, lang: str) -> str:
        """What the site is called in a language: the hospital's ``newsroom``, else its name."""
        return self.hospital.newsroom.in_language(lang) or self.site_name


@dataclass(frozen=True)
class SettingsRead:
    """The settings, as far as they could be read, and what was wrong with them."""

    settings: Settings
    problems: tuple[Problem, ...]


def read(file: Path) -> SettingsRead:
    """Read mkdocs.yml: its ``site_name``, ``site_url``, ``docs_dir`` and our plugin's block.

    Never fails: what can't be read is a problem, and the default stands in its place.
    """
    reading = _Reading(Settings(root=file.parent), file.name)
    try:
        source = decode(file.name, file.read_bytes())
        top = nodes.parse(file.name, source.text, tags=True)
    except OSError:
        reading.wrong("settings-missing", Location(file.name))
    except BulletinError as reason:
        reading.problems.append(reason.problem)
    else:
        reading.top(top)
        reading.apart()
    return SettingsRead(reading.found, tuple(reading.problems))


class _Reading(Block):
    """The reading of one mkdocs.yml."""

    def __init__(self, start: Settings, path: str) -> None:
        super().__init__(path)
        self.found = start

    def top(self, node: nodes.Node) -> None:
        """The keys of MkDocs that matter to us, then our block."""
        pairs = self.pairs(node)
        for name in ("site_name", "site_url", "docs_dir"):
            value = pairs.get(name)
            if isinstance(value, nodes.Scalar) and value.text.strip():
                self.set(name, value.text.strip())
        self.site_url(pairs.get("site_url"))
        patterns = [pairs.get(name) for name in ("exclude_docs", "draft_docs")]
        texts = [node.text for node in patterns if isinstance(node, nodes.Scalar)]
        self.set("kept_back", tuple("\n".join(texts).splitlines()))
        if "INHERIT" in pairs:
            self.wrong("settings-inherit", pairs["INHERIT"].at)
        plugins = pairs.get("plugins")
        entries = plugins.items if isinstance(plugins, nodes.Sequence) else (plugins,)
        for entry in entries:
            block = self.pairs(entry).get("bantin") if entry else None
            if block is not None:
                self.block(block)
        if "nav" in pairs:
            found = menusettings.leaves(pairs["nav"])
            self.set("menu", tuple((leaf.text.strip(), leaf.at) for leaf in found))
            declared = {"categories": self.found.categories, "series": self.found.series}
            docs = self.found.root / self.found.docs_dir
            menusettings.check(self, pairs["nav"], declared, docs)

    def site_url(self, node: nodes.Node | None) -> None:
        """The site's own address; what is none is left out."""
        if node is None:
            return
        self.set("site_url_at", node.at)
        address = self.found.site_url
        if address and not is_web_address(address):
            self.wrong("address-unknown", node.at, key="site_url", value=address)
            address = ""
        self.set("site_url", address and address.rstrip("/") + "/")

    def apart(self) -> None:
        """Folders that lie in one another would publish drafts and originals as documents."""
        root = self.found.root
        names = (self.found.docs_dir, self.found.news_dir, self.found.images_dir)
        places = [Path(os.path.realpath(root / name)) for name in names]
        for one, other in permutations(range(len(names)), 2):
            if places[one].is_relative_to(places[other]):
                values = {"folder": names[one], "other": names[other]}
                self.wrong("settings-folders", Location(self.path), **values)

    def pairs(self, node: nodes.Node | None) -> dict[str, nodes.Node]:
        return {key.text: value for key, value in _pairs(node)}

    def set(self, name: str, value: Any) -> None:
        self.found = replace(self.found, **{name: value})

    def block(self, block: nodes.Node) -> None:
        """``- bantin:`` with its settings."""
        for key, value in self.ours(block, "bantin", KEYS).values():
            if key.text in KEYS:
                self.set(key.text, self.value(key.text, value))
            else:
                self.unknown(key, KEYS)

    def value(self, key: str, node: nodes.Node) -> object:
        """What one of our keys is set to; the usual where that can't be understood."""
        if key in _FOLDERS:
            folder = self.text(key, node).rstrip("/").removeprefix("./")
            return folder or key.removesuffix("_dir")
        if key in _FIGURES:
            return pagesettings.figure(self, key, node)
        if key in ("categories", "series"):
            return self.names(key, node)
        readers: Mapping[str, Callable[[Block, nodes.Node], object]] = {
            "hospital": hospital.read,
            "photos": photosettings.read,
            "home": pagesettings.home,
        }
        if key in readers:
            return readers[key](self, node)
        return self.flag(key, node) if key == "precompress" else self.timezone(node)

    def timezone(self, node: nodes.Node) -> ZoneInfo:
        value = self.text("timezone", node)
        try:
            return ZoneInfo(value) if value else self.found.timezone
        except (ZoneInfoNotFoundError, ValueError, OSError):  # a folder of the zone data
            self.wrong("timezone-unknown", node.at, value=value)
            return self.found.timezone

    def names(self, name: str, node: nodes.Node) -> dict[str, Name]:
        """Id -> name: one text for both languages, or ``{vi, en}``."""
        found: dict[str, Name] = {}
        for key, value in self.ours(node, name).values():
            if _is_id(key.text):
                found[key.text] = self.name(key.text, value)
            else:
                self.wrong("id-pattern", key.at, value=key.text)
        return found


def _pairs(node: nodes.Node | None) -> tuple[tuple[nodes.Scalar, nodes.Node], ...]:
    return node.pairs if isinstance(node, nodes.Mapping) else ()


def _is_id(text: str) -> bool:
    return re.fullmatch(r"[a-z0-9-]+", text) is not None
