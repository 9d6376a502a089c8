"""``hospital:`` in mkdocs.yml: who publishes the site."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath, PureWindowsPath
from typing import Final

from bantin.content import frontmatter as nodes
from bantin.content.block import Block
from bantin.errors import Location
from bantin.model import Name
from bantin.vietnamese.phones import Phone, phones

UNSET: Final = Name("", "")
_TEXTS: Final = (
    "name",
    "short_name",
    "newsroom",
    "slogan",
    "address",
    "hours",
    "responsible",
    "governing_body",
)
_PHONES: Final = ("hotline", "emergency")
KEYS: Final = (*_TEXTS[:4], "logo", *_PHONES, "email", *_TEXTS[4:])
"""Every key, in the order in which a hospital fills them in."""
_EMAIL: Final = re.compile(r"[a-z0-9._+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}", re.I | re.ASCII)


@dataclass(frozen=True)
class Hospital:
    """Who publishes the site; what is not set is left out of the pages."""

    name: Name = UNSET
    short_name: Name = UNSET
    newsroom: Name = UNSET
    """What the site is called, where that differs by language."""
    slogan: Name = UNSET
    logo: str = ""
    """Path of the original from the site's root."""
    hotline: Phone | None = None
    emergency: Phone | None = None
    email: str = ""
    address: Name = UNSET
    hours: Name = UNSET
    responsible: Name = UNSET
    governing_body: Name = UNSET
    at: Mapping[str, Location] = field(default_factory=dict, compare=False, repr=False)
    """Where each value stands."""

    @property
    def has_contacts(self) -> bool:
        """Whether a reader learns how to reach somebody."""
        return bool(self.hotline or self.emergency or self.email or self.address.vi)


def read(block: Block, node: nodes.Node) -> Hospital:
    """The settings below ``hospital:``; what is wrong with them goes to ``block``."""
    found: dict[str, object] = {}
    at: dict[str, Location] = {}
    for key, value in block.ours(node, "hospital", KEYS).values():
        name = key.text
        if name not in KEYS:
            block.unknown(key, KEYS)
        elif not _is_empty(value):
            found[name] = _value(block, name, value)
            at[name] = value.at
    return Hospital(**found, at=at)  # type: ignore[arg-type]  # KEYS are its fields


def _is_empty(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Scalar) and not node.text.strip()


def _value(block: Block, key: str, node: nodes.Node) -> object:
    if key in _TEXTS:
        return block.name(key, node)
    text = block.text(key, node)
    if key in _PHONES:
        return _phone(block, key, text, node.at) if text else None
    return _logo(block, text, node.at) if key == "logo" else _email(block, text, node.at)


def _phone(block: Block, key: str, text: str, at: Location) -> Phone | None:
    """The one number in a text."""
    found = phones(text)
    if len(found) == 1:
        return found[0]
    if found:
        numbers = ", ".join(phone.number for phone in found)
        block.wrong("phone-several", at, key=key, numbers=numbers, first=found[0].number)
    else:
        block.wrong("phone-unknown", at, key=key, value=text)
    return None


def _email(block: Block, text: str, at: Location) -> str:
    if not text or _EMAIL.fullmatch(text):
        return text
    block.wrong("email-unknown", at, value=text)
    return ""


def _logo(block: Block, text: str, at: Location) -> str:
    """A path inside the site's folder; whether a logo lies there, ``edition.logo`` sees."""
    path = PurePosixPath(text.replace("\\", "/"))
    absolute = path.is_absolute() or PureWindowsPath(text).is_absolute()
    if absolute or ".." in path.parts or "://" in text:
        block.wrong("logo-outside", at, file=text)
        return ""
    return path.as_posix() if text else ""
