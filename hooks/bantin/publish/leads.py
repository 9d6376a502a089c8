"""Where an address leads, read as a browser reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

OWN: Final = ""
ELSEWHERE: Final = "//"
"""Another host, over http or https; neither it nor OWN can be a scheme."""

_TRIMMED: Final = "".join(map(chr, range(0x21)))
"""Control characters and the space: taken away at both ends."""
_DROPPED: Final = str.maketrans("", "", "\t\n\r")
"""Taken away everywhere: ``java<tab>script:`` is a script."""
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_ORIGIN = re.compile(r"(https?)://([^/?#]+)")
_WEB: Final = ("http", "https")


def lead(address: str, site_url: str) -> str:
    """Tell where an address leads from a page of the site.

    Args:
        address: As it stands in an attribute, its entities decoded, or in a stylesheet.
        site_url: The site's own address; empty if it has none.

    Returns:
        ``OWN``, ``ELSEWHERE`` or the scheme in small letters (``mailto``, ``javascript``).

    Whatever is written differently from what a careful author would write (``https:host``,
    ``///host``, a name before an @) counts as another host: browsers read it as one.
    """
    typed = address.strip(_TRIMMED).translate(_DROPPED)
    found = _SCHEME.match(typed)
    scheme = found[1].lower() if found else ""
    if scheme and scheme not in _WEB:
        return scheme
    rest = (typed[found.end() :] if found else typed).replace("\\", "/")
    if not scheme and not rest.startswith("//"):
        return OWN
    own = _ORIGIN.match(site_url.lower())
    host = re.match(r"//([^/?#]+)", rest.lower())
    if own and host and host[1] == own[2] and scheme in ("", own[1]):
        return OWN
    return ELSEWHERE


def is_picture(address: str) -> bool:
    """Whether it carries a picture in itself (``data:image/…``)."""
    plain = address.strip(_TRIMMED).translate(_DROPPED)
    return plain[:11].lower() == "data:image/"


# -- what a stylesheet loads


def _spelled(word: str) -> str:
    r"""A pattern for a word of CSS however it is spelled, also with escapes (``\75 rl``)."""
    return "".join(map(_letter, word))


def _letter(letter: str) -> str:
    if not letter.isalpha():
        return re.escape(letter)
    codes = f"{ord(letter):x}|{ord(letter.upper()):x}"
    literal = "" if letter in "abcdef" else rf"|\\{letter}"
    return rf"(?:{letter}|\\0{{0,4}}(?:{codes})[ \t\n\r\f]?{literal})"


_QUOTED: Final = r""""[^"\\\n]*(?:\\.[^"\\\n]*)*"?|'[^'\\\n]*(?:\\.[^'\\\n]*)*'?"""
_CSS = re.compile(
    rf"(?P<comment>/\*.*?(?:\*/|\Z)|@namespace[^;{{}}]*)|(?P<string>{_QUOTED})"
    rf"|{_spelled('url')}\(\s*(?:(?P<quoted>{_QUOTED})|(?P<bare>[^)\"'\s][^)\"']*))?"
    rf"|(?P<loads>@{_spelled('import')}|(?:{_spelled('image-set')}|{_spelled('src')})\()"
    r"|(?P<end>[;{}])",
    re.DOTALL | re.IGNORECASE,
)
_CSS_ESCAPE = re.compile(
    r"\\(?:([0-9a-f]{1,6})[ \t\n\r\f]?|(\n)|(.))", re.IGNORECASE | re.DOTALL
)
_LAST_UNICODE: Final = 0x10FFFF


def loaded(css: str) -> Iterator[tuple[int, str]]:
    """Addresses of all that a stylesheet, or a value of one, asks for.

    Yields:
        Place in ``css``, counted from 0, and address: of ``url()``, ``@import``,
        ``image-set()`` and ``src()``.
    """
    loads = False
    for token in _CSS.finditer(css):
        kind = token.lastgroup
        if kind in ("loads", "end"):
            loads = kind == "loads"
        elif kind in ("quoted", "bare") or (kind == "string" and loads):
            yield token.start(), _unescaped(token[kind].strip("\"'"))


def _unescaped(text: str) -> str:
    return _CSS_ESCAPE.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    if found[1]:
        code = int(found[1], 16)
        return chr(code) if 0 < code <= _LAST_UNICODE else "\ufffd"
    return found[3] or ""
