"""Our block of mkdocs.yml as MkDocs sees it.

MkDocs checks only that the keys are ours; ``content.settings`` reads them, with lines.
"""

from __future__ import annotations

from mkdocs.config import config_options as options
from mkdocs.config.base import Config


class BantinConfig(Config):
    """The plugin's settings; what they mean stands in docs/dev/architecture.md."""

    news_dir = options.Type(str, default="news")
    images_dir = options.Type(str, default="images")
    timezone = options.Type(str, default="Asia/Ho_Chi_Minh")
    categories = options.Type(dict, default={})
    series = options.Type(dict, default={})
    hospital = options.Type(dict, default={})
