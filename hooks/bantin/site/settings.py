"""Our block of mkdocs.yml as MkDocs sees it.

MkDocs checks only that the keys are ours; ``content.settings`` reads them, with lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from mkdocs.config.base import BaseConfigOption, Config, ConfigErrors, ConfigWarnings
from mkdocs.config.defaults import MkDocsConfig

from bantin import newsroom
from bantin.content.settings import Settings, SettingsRead
from bantin.errors import Location, Problem, warning

_LOOPBACK: Final = re.compile(r"(?:.+\.)?localhost|127(?:\.\d+){3}|0\.0\.0\.0|::1?")


class BantinConfig(Config):
    """The plugin's keys. Whatever stands behind one passes: MkDocs has no lines to tell of."""

    news_dir = BaseConfigOption[object]()
    images_dir = BaseConfigOption[object]()
    timezone = BaseConfigOption[object]()
    categories = BaseConfigOption[object]()
    series = BaseConfigOption[object]()
    hospital = BaseConfigOption[object]()
    photos = BaseConfigOption[object]()
    home = BaseConfigOption[object]()
    people_from = BaseConfigOption[object]()
    old_after = BaseConfigOption[object]()
    precompress = BaseConfigOption[object]()

    def validate(self) -> tuple[ConfigErrors, ConfigWarnings]:
        """Keys that are not ours are told of by us, with their line and what was meant."""
        errors, _ = super().validate()
        return errors, []


def read_settings(file: Path, config: MkDocsConfig, *, preview: bool) -> SettingsRead:
    """Ours, with the site's name and address as MkDocs understands them (``!ENV``).

    A build says so where readers could not open the address; a preview has one of its own.
    """
    read = newsroom.open_settings(file)
    url = (config.site_url or "").rstrip("/")
    site = replace(read.settings, site_name=config.site_name, site_url=url and f"{url}/")
    found = () if preview else tuple(_unreachable(site, file.name))
    return replace(read, settings=site, problems=(*read.problems, *found))


def _unreachable(site: Settings, file: str) -> Iterator[Problem]:
    """That the site's address is missing, or is one of this machine alone."""
    at = site.site_url_at or Location(file)
    host = urlsplit(site.site_url).hostname or ""
    if not site.site_url and site.site_url_at is None:
        yield warning("site-url-missing", at)
    elif _LOOPBACK.fullmatch(host):
        yield warning("site-url-local", at, value=site.site_url)


def writers_folders(site: Settings) -> tuple[Path, ...]:
    """The writers' folders, there or not."""
    return (site.root / site.news_dir, site.root / site.images_dir)
