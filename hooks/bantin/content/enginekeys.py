"""What MkDocs itself wants of mkdocs.yml, told with lines and in words, before MkDocs stops.

Its own words are for programmers, name no line, and come before any plugin is asked.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from yaml.nodes import ScalarNode
from yaml.resolver import Resolver

from bantin.content import enginelists
from bantin.content import frontmatter as nodes
from bantin.content.block import Block
from bantin.content.fields import is_web_address
from bantin.content.settings import SettingsRead
from bantin.content.settings import read as read_settings
from bantin.content.source import decode, is_there
from bantin.errors import BulletinError, Location, Problem, warning

THEME: Final = "material"
"""The only one whose files our pages need."""
TEXTS: Final = (
    *("site_name", "site_description", "site_author", "copyright"),
    *("docs_dir", "site_dir", "edit_uri", "repo_url", "repo_name", "dev_addr"),
)
KEYS: Final = (
    *TEXTS,
    *("nav", "exclude_docs", "draft_docs", "not_in_nav", "site_url", "theme"),
    *("use_directory_urls", "edit_uri_template", "extra_css", "extra_javascript"),
    *("extra_templates", "markdown_extensions", "strict", "remote_branch", "remote_name"),
    *("extra", "plugins", "hooks", "watch", "validation", "INHERIT"),
)
"""Every key at the left edge of mkdocs.yml."""
_IN_NO_ADDRESS: Final = re.compile(r"[\s\"'<>\\^`{|}]")
_NO: Final = ("false", "no", "off")

Pairs = Mapping[str, tuple[nodes.Scalar, nodes.Node]]


def read(file: Path) -> SettingsRead:
    """The settings, and all that is wrong with mkdocs.yml, MkDocs' own keys included.

    Never fails: what can't be read is a problem.
    """
    found = read_settings(file)
    try:
        top = nodes.parse(file.name, decode(file.name, file.read_bytes()).text, tags=True)
    except (OSError, BulletinError):  # told by the reading of the settings
        return found
    block = Block(file.name)
    if isinstance(top, nodes.Mapping):
        _keys(block, nodes.unique(top, block.problems), file.parent, found)
    else:
        block.wrong("keys-expected", top.at, key=file.name, keys="site_name, theme, plugins")
    problems = tuple(dict.fromkeys((*found.problems, *block.problems)))
    return SettingsRead(found.settings, problems)


def _keys(block: Block, pairs: Pairs, root: Path, found: SettingsRead) -> None:
    """Each key, as far as MkDocs or the build would stop at it."""
    start = Location(block.path)
    if "site_name" not in pairs:
        block.wrong("key-missing", start, key="site_name")
    if "theme" not in pairs:
        block.wrong("theme-other", start, value="")
    if "plugins" not in pairs:
        block.wrong("plugins-bantin", start)
    readers: dict[str, Callable[[Block, nodes.Node], None]] = {
        "site_url": _site_url,
        "theme": lambda block, node: _theme(block, node, root),
        "use_directory_urls": _directory_urls,
        "nav": lambda block, node: enginelists.nav(block, node, found.settings),
        "plugins": enginelists.plugins,
        "markdown_extensions": enginelists.extensions,
        "hooks": lambda block, node: _paths(block, "hooks", node, root),
        "watch": lambda block, node: _paths(block, "watch", node, root),
    }
    for name, (key, value) in pairs.items():
        if name in TEXTS:
            _text(block, key, value)
        elif name in readers:
            readers[name](block, value)
        elif name not in KEYS:
            block.problems.extend(_unknown(key))
    _folders(block, pairs, root, found)


def _unknown(key: nodes.Scalar) -> Iterator[Problem]:
    near = get_close_matches(key.text, KEYS, n=1, cutoff=0.7)
    if near:
        yield warning("key-unknown-near", key.at, key=key.text, near=near[0])
    else:
        yield warning("settings-key-unknown", key.at, key=key.text)


def _text(block: Block, key: nodes.Scalar, node: nodes.Node) -> None:
    if not isinstance(node, nodes.Scalar):
        block.wrong("text-expected", node.at, key=key.text)
    elif node.plain and node.text and _is_no_text(node.text):
        block.wrong("settings-no-text", node.at, key=key.text, value=node.text)
    elif key.text == "site_name" and not node.text.strip() and not node.foreign:
        block.wrong("key-empty", node.at, key=key.text)


def _is_no_text(text: str) -> bool:
    """Whether YAML takes it for a number, a day, or yes and no."""
    tag: str = Resolver().resolve(ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return tag != Resolver.DEFAULT_SCALAR_TAG


def _site_url(block: Block, node: nodes.Node) -> None:
    """What is no address at all is told by ``settings``; here: what spoils every link."""
    if not isinstance(node, nodes.Scalar):
        block.wrong("text-expected", node.at, key="site_url")
    elif node.text and is_web_address(node.text) and not _is_plain_address(node.text):
        block.wrong("site-url-more", node.at, value=node.text)


def _is_plain_address(text: str) -> bool:
    """Whether it has nothing but a scheme, a host, perhaps a port, and a path."""
    parts = urlsplit(text)
    try:
        port_is_none = parts.port is None or parts.port > 0
    except ValueError:
        return False
    more = parts.query or parts.fragment or "?" in text or "#" in text or "@" in parts.netloc
    return port_is_none and not more and not _IN_NO_ADDRESS.search(text)


def _theme(block: Block, node: nodes.Node, root: Path) -> None:
    """``material``, or a mapping with its name."""
    pairs = {key.text: value for key, value in _pairs(node)}
    name = pairs.get("name") if isinstance(node, nodes.Mapping) else node
    said = name.text if isinstance(name, nodes.Scalar) else ""
    if said != THEME and not _is_foreign(name) and (name or "<<" not in pairs):
        block.wrong("theme-other", name.at if name else node.at, value=said)
    if "custom_dir" in pairs:
        _path(block, "custom_dir", pairs["custom_dir"], root)


def _is_foreign(node: nodes.Node | None) -> bool:
    return isinstance(node, nodes.Scalar) and node.foreign


def _pairs(node: nodes.Node) -> tuple[tuple[nodes.Scalar, nodes.Node], ...]:
    return node.pairs if isinstance(node, nodes.Mapping) else ()


def _directory_urls(block: Block, node: nodes.Node) -> None:
    if isinstance(node, nodes.Scalar) and node.text.lower() in _NO:
        block.wrong("settings-directory-urls", node.at)


def _paths(block: Block, key: str, node: nodes.Node, root: Path) -> None:
    for item in node.items if isinstance(node, nodes.Sequence) else ():
        _path(block, key, item, root)


def _path(block: Block, key: str, node: nodes.Node, root: Path) -> None:
    """A file or folder that MkDocs looks for."""
    if isinstance(node, nodes.Scalar) and node.text and not is_there(root / node.text):
        block.wrong("settings-path", node.at, key=key, path=node.text)


def _folders(block: Block, pairs: Pairs, root: Path, found: SettingsRead) -> None:
    """docs/ is there, and the site is built beside the writers' folders."""
    docs = pairs["docs_dir"][1].at if "docs_dir" in pairs else Location(block.path)
    settings = found.settings
    pages = root / settings.docs_dir
    if not (is_there(pages) and pages.is_dir()):
        block.wrong("docs-missing", docs, folder=settings.docs_dir)
    node = pairs["site_dir"][1] if "site_dir" in pairs else None
    if not isinstance(node, nodes.Scalar) or not node.text:
        return
    site = Path(os.path.realpath(root / node.text))
    for folder in (settings.docs_dir, settings.news_dir, settings.images_dir):
        other = Path(os.path.realpath(root / folder))
        if site.is_relative_to(other) or other.is_relative_to(site):
            block.wrong("settings-site-dir", node.at, folder=node.text, other=folder)
            return
