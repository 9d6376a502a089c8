"""Our block of mkdocs.yml as MkDocs sees it.

MkDocs checks only that the keys are ours; ``content.settings`` reads them, with lines.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig

from bantin import newsroom
from bantin.content.settings import Settings, SettingsRead


class BantinConfig(Config):
    """The plugin's settings; what they mean stands in docs/dev/architecture.md."""

    news_dir = options.Type(str, default="news")
    images_dir = options.Type(str, default="images")
    timezone = options.Type(str, default="Asia/Ho_Chi_Minh")
    categories = options.Type(dict, default={})
    series = options.Type(dict, default={})
    hospital = options.Type(dict, default={})
    photos = options.Type(dict, default={})


def read_settings(file: Path, config: MkDocsConfig) -> SettingsRead:
    """Ours, with the site's name and address as MkDocs understands them (``!ENV``)."""
    read = newsroom.open_settings(file)
    url = (config.site_url or "").rstrip("/")
    site = replace(read.settings, site_name=config.site_name, site_url=url and f"{url}/")
    return replace(read, settings=site)


def writers_folders(site: Settings) -> tuple[Path, ...]:
    """The writers' folders, there or not."""
    return (site.root / site.news_dir, site.root / site.images_dir)
