"""Our block of mkdocs.yml as MkDocs sees it.

MkDocs checks only that the keys are ours; ``content.settings`` reads them, with lines.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from mkdocs.config.base import BaseConfigOption, Config
from mkdocs.config.defaults import MkDocsConfig

from bantin import newsroom
from bantin.content.settings import Settings, SettingsRead


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


def read_settings(file: Path, config: MkDocsConfig) -> SettingsRead:
    """Ours, with the site's name and address as MkDocs understands them (``!ENV``)."""
    read = newsroom.open_settings(file)
    url = (config.site_url or "").rstrip("/")
    site = replace(read.settings, site_name=config.site_name, site_url=url and f"{url}/")
    return replace(read, settings=site)


def writers_folders(site: Settings) -> tuple[Path, ...]:
    """The writers' folders, there or not."""
    return (site.root / site.news_dir, site.root / site.images_dir)
