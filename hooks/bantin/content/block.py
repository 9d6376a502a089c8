"""A mapping in our block of mkdocs.yml: its keys, texts and names, with their lines."""

from __future__ import annotations

from difflib import get_close_matches

from bantin import locale
from bantin.content import frontmatter as nodes
from bantin.content.fields import FLAGS
from bantin.errors import Location, Problem, error
from bantin.model import Name


class Block:
    """Reads mappings of one mkdocs.yml and keeps what was wrong with them."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def wrong(self, code: str, at: Location, **values: object) -> None:
        """Note an error."""
        self.problems.append(error(code, at, **values))

    def ours(
        self, node: nodes.Node, name: str, known: tuple[str, ...] = ()
    ) -> dict[str, tuple[nodes.Scalar, nodes.Node]]:
        """The pairs of a mapping of ours by key, none twice; empty is no pairs."""
        if isinstance(node, nodes.Mapping):
            return nodes.unique(node, self.problems)
        if not isinstance(node, nodes.Scalar) or node.text.strip():
            self.wrong(
                "keys-expected",
                node.at,
                key=name,
                keys=", ".join(known) or "hop-tac, dao-tao …",
            )
        return {}

    def unknown(self, key: nodes.Scalar, known: tuple[str, ...]) -> None:
        """Complain of a key, with its nearest neighbour or all of them."""
        near = get_close_matches(key.text, known, n=1, cutoff=0.7)
        if near:
            self.wrong("key-unknown-near", key.at, key=key.text, near=near[0])
        else:
            self.wrong("key-unknown", key.at, key=key.text, keys=", ".join(known))

    def text(self, key: str, node: nodes.Node) -> str:
        """A text; empty, with a problem, where it is none."""
        if isinstance(node, nodes.Scalar):
            return node.text.strip()
        self.wrong("text-expected", node.at, key=key)
        return ""

    def flag(self, key: str, node: nodes.Node) -> bool:
        """Yes or no, in Vietnamese or English; empty is no."""
        value = node.text.strip() if isinstance(node, nodes.Scalar) else "[…]"
        if value and value.lower() not in FLAGS:
            self.wrong("flag-unknown", node.at, key=key, value=value)
        return FLAGS.get(value.lower(), False)

    def texts(self, node: nodes.Node, name: str, known: tuple[str, ...]) -> dict[str, str]:
        """The texts of a mapping with these keys."""
        found: dict[str, str] = {}
        for key, value in self.ours(node, name, known).values():
            if key.text in known:
                found[key.text] = self.text(key.text, value)
            else:
                self.unknown(key, known)
        return found

    def name(self, key: str, node: nodes.Node) -> Name:
        """One text for both languages, or ``{vi, en}``; a Vietnamese one must be there."""
        if isinstance(node, nodes.Mapping):
            texts = self.texts(node, key, locale.LANGUAGES)
        else:
            texts = {"vi": self.text(key, node)}
        vi = texts.get("vi", "")
        if not vi and not isinstance(node, nodes.Sequence):
            self.wrong("key-missing", node.at, key="vi" if "en" in texts else key)
        return Name(vi, texts.get("en") or vi)
