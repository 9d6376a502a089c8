"""``nav`` in mkdocs.yml, as far as it leads to lists of our block: is there such a list?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from bantin.content import frontmatter as nodes
from bantin.content.block import Block
from bantin.content.source import is_there

_LIST: Final = re.compile(r"(?:en/)?(categories|series)/([^/]+)/(?:index\.md)?")


def check(
    block: Block, nav: nodes.Node, declared: Mapping[str, Collection[str]], docs: Path
) -> None:
    """Complain of lines that lead to a category or a series which nobody declared.

    Args:
        block: Takes the problems.
        nav: Whatever stands behind the key.
        declared: ``categories`` and ``series`` -> their ids.
        docs: Folder of the pages; what lies there is a page of its own.
    """
    for leaf in leaves(nav):
        found = _LIST.fullmatch(leaf.text.strip())
        if found is None or found[2] in declared[found[1]]:
            continue
        page = docs / found[0]
        if is_there(page) and page.is_file():
            continue
        ids = tuple(declared[found[1]])
        near = get_close_matches(found[2].lower(), ids, n=1, cutoff=0.6)
        values = {"key": found[1], "value": found[2], "path": found[0]}
        if near:
            meant = found[0].replace(f"/{found[2]}/", f"/{near[0]}/")
            block.wrong("nav-undeclared-near", leaf.at, **values, near=meant)
        else:
            block.wrong("nav-undeclared", leaf.at, **values)


def leaves(node: nodes.Node) -> Iterator[nodes.Scalar]:
    """Every path of the menu, sections opened."""
    if isinstance(node, nodes.Scalar):
        yield node
        return
    inner = (
        node.items if isinstance(node, nodes.Sequence) else [value for _, value in node.pairs]
    )
    for one in inner:
        yield from leaves(one)
