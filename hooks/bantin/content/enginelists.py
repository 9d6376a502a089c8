"""The lists of mkdocs.yml as MkDocs wants them: `nav`, `plugins`, `markdown_extensions`."""

from __future__ import annotations

import importlib.util
import posixpath
import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Final

from bantin.content import frontmatter as nodes
from bantin.content.block import Block
from bantin.content.menusettings import leaves
from bantin.content.settings import Settings
from bantin.content.source import is_there
from bantin.errors import warning

PAGE: Final = re.compile(r"[^/:][^:]*\.md")
"""A page of this site in ``nav``."""
CALLED: Final = re.compile(
    r"(?:en/)?(?:(?:categories|events|organizations|people|photos|series|tags)/.+|news/\d{4}/.*)"
)
"""A page that a bulletin calls into being."""
LISTS: Final = tuple(
    f"{lang}{name}/index.md"
    for lang in ("", "en/")
    for name in (
        *("news", "events", "organizations", "people", "photos", "search", "series", "tags"),
    )
)
"""Lists that are always there, as ``nav`` leads to them."""
HOMES: Final = ("index.md", "en/index.md")


def nav(block: Block, node: nodes.Node, settings: Settings) -> None:
    """The menu: a list of lines that lead somewhere each; an empty one is made by MkDocs."""
    if isinstance(node, nodes.Scalar) and not node.text:
        return
    if not isinstance(node, nodes.Sequence):
        block.wrong("nav-list", node.at)
        return
    for item in node.items:
        _line(block, item)
    _pages(block, node, settings)


def _line(block: Block, item: nodes.Node) -> None:
    """``news/index.md``, ``Tin: news/index.md``, or ``Giới thiệu:`` with lines below."""
    if isinstance(item, nodes.Scalar):
        if not item.text and not item.foreign:
            block.wrong("nav-empty", item.at, title="-")
    elif isinstance(item, nodes.Sequence):
        block.wrong("nav-list", item.at)
    else:
        for key, _ in item.pairs[1:]:
            block.wrong("nav-dash", key.at, title=key.text)
        for key, value in item.pairs[:1]:
            _leads(block, key, value)


def _leads(block: Block, key: nodes.Scalar, value: nodes.Node) -> None:
    if isinstance(value, nodes.Sequence):
        for inner in value.items:
            _line(block, inner)
    elif isinstance(value, nodes.Scalar) and not value.text and not value.foreign:
        block.wrong("nav-empty", key.at, title=key.text)


def _pages(block: Block, node: nodes.Node, settings: Settings) -> None:
    """Lines that lead to no page; those that bulletins call into being are the build's."""
    docs = settings.root / settings.docs_dir
    lost = [
        leaf
        for leaf in leaves(node)
        if PAGE.fullmatch(leaf.text) and not _is_there(posixpath.normpath(leaf.text), docs)
    ]
    pages = (*LISTS, *_docs(docs)) if lost and is_there(docs) else LISTS
    for leaf in lost:
        name = posixpath.normpath(leaf.text)
        alike = [one for one in pages if one.startswith("en/") == name.startswith("en/")]
        near = get_close_matches(name, alike, n=1, cutoff=0.75)
        values = {"path": leaf.text} | ({"near": near[0]} if near else {})
        code = "nav-missing-near" if near else "nav-missing"
        block.problems.append(warning(code, leaf.at, **values))


def _is_there(name: str, docs: Path) -> bool:
    made = name in LISTS or name in HOMES or CALLED.fullmatch(name)
    return bool(made) or (is_there(docs / name) and (docs / name).is_file())


def _docs(folder: Path) -> Iterator[str]:
    return (file.relative_to(folder).as_posix() for file in sorted(folder.rglob("*.md")))


def plugins(block: Block, node: nodes.Node) -> None:
    """What is switched on: our plugin among it, each name known, its settings indented."""
    if isinstance(node, nodes.Scalar):
        if not node.foreign:
            block.wrong("plugins-list", node.at)
        return
    names = list(_names(block, node))
    installed = _installed("mkdocs.plugins")
    known = installed | {name.rpartition("/")[2] for name in installed}
    for name in names:
        _known(block, name, name.text.removeprefix("/"), "plugin", known)
    if not any(name.foreign or _near(name.text, ("bantin",)) for name in names):
        block.wrong("plugins-bantin", node.at)


def extensions(block: Block, node: nodes.Node) -> None:
    """Extensions of Markdown, by the names that Python-Markdown knows them by."""
    if isinstance(node, nodes.Scalar):
        return
    known = _installed("markdown.extensions")
    for name in _names(block, node):
        if not _is_module(name.text.partition(":")[0]):
            _known(block, name, name.text, "extension", known)


@cache
def _installed(group: str) -> frozenset[str]:
    """What packages on this machine offer; looking through them all takes a while."""
    return frozenset(one.name for one in metadata.entry_points(group=group))


def _is_module(name: str) -> bool:
    try:
        return "." in name and importlib.util.find_spec(name) is not None
    except (ImportError, ValueError):
        return False


def _known(
    block: Block, name: nodes.Scalar, typed: str, what: str, known: Collection[str]
) -> None:
    """Complain of a name that is not installed here."""
    if not typed or typed in known:
        return
    near = _near(typed, sorted(known))
    if near:
        block.wrong(f"settings-{what}-near", name.at, value=typed, near=near)
    else:
        block.wrong(f"settings-{what}", name.at, value=typed)


def _near(typed: str, known: Collection[str]) -> str:
    return next(iter(get_close_matches(typed.lower(), known, n=1, cutoff=0.75)), "")


def _names(block: Block, node: nodes.Node) -> Iterator[nodes.Scalar]:
    """The names in a list or mapping; a second key in one entry should stand further right."""
    if isinstance(node, nodes.Mapping):
        yield from (key for key, _ in node.pairs)
    for item in node.items if isinstance(node, nodes.Sequence) else ():
        if isinstance(item, nodes.Scalar):
            yield item
        elif isinstance(item, nodes.Mapping) and item.pairs:
            first = item.pairs[0][0]
            yield first
            for key, _ in item.pairs[1:]:
                block.wrong("settings-indent", key.at, key=key.text, name=first.text)
