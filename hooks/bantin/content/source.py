r"""Bytes of a writer's file -> text that every later reader can trust.

Strict UTF-8, line ends as ``\n``, no character that hides. Lines are counted as editors
count them: ``\n``, ``\r\n`` and ``\r`` end one, nothing else does.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bantin import limits
from bantin.errors import BulletinError, Location, Problem, error, warning

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\x85]")
"""Zero-width, soft hyphen, bidi controls, foreign line ends: pasted from the web or a chat."""
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
)
_JOINERS = "\u200c\u200d"
"""Belong to other scripts and to emoji; they stay."""
_WITHOUT_JOINERS = dict.fromkeys(map(ord, _JOINERS))
_UTF_8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|\xf0[\x80-\xbf]{3}")
_TCVN3 = re.compile(rb"[\xa8-\xae\xb5-\xbe]")
"""ă â ê ô ơ ư đ, à ả ã á ạ … in TCVN3; signs such as © « » in Windows-1258, rare in text."""
_SAMPLE = 200
"""Bytes at the start of a file; in UTF-16 a third of them or more are zero."""


@dataclass(frozen=True)
class SourceText:
    """A file's text, NFC, with what was noticed on the way."""

    path: str
    text: str
    problems: tuple[Problem, ...] = ()


def decode(path: str, content: bytes) -> SourceText:
    """Decode a bulletin or registry.

    Args:
        path: For messages, as the writer knows it.
        content: The whole file.

    Raises:
        BulletinError: Too large, not UTF-8, or with control characters.
    """
    if len(content) > limits.BULLETIN_BYTES:
        at = Location(path)
        raise BulletinError(error("file-too-large", at, size=-(-len(content) // 1000)))
    text = _lines_unified(_decoded(path, content))
    control = _CONTROL.search(text)
    if control:
        raise BulletinError(
            error("control-character", _location(path, text, control.start()), found=control[0])
        )
    problems = tuple(_hidden_characters(path, text))
    clean = _INVISIBLE.sub(_replacement, text)
    return SourceText(path, unicodedata.normalize("NFC", clean), problems)


def _lines_unified(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(path: str, content: bytes) -> str:
    zeros = content[:_SAMPLE].count(0)
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or zeros * 3 > len(content[:_SAMPLE]):
        raise BulletinError(error("not-utf-8", Location(path), encoding="UTF-16"))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as reason:
        before = content[: reason.start]
        lines = _lines_unified(before.decode("utf-8-sig", "replace"))
        at = _location(path, lines, len(lines))
        raise BulletinError(_not_utf_8(content, at)) from None


def _not_utf_8(content: bytes, at: Location) -> Problem:
    """Damaged UTF-8, or the old encoding that the bytes look like."""
    rest, sound = _UTF_8.subn(b"", content)
    strange = [byte for byte in rest if byte >= 0x80]
    if sound > len(strange):
        return error("utf-8-damaged", at)
    if len(_TCVN3.findall(rest)) * 10 > len(strange):
        return error("encoding-tcvn3", at)
    return error("not-utf-8", at, encoding="Windows-1258")


def hidden(text: str) -> str:
    """The first character of a text that nobody would see; empty if none.

    Line ends, tabs and the joiners of other scripts and emoji are no such characters.
    """
    found = _CONTROL.search(text) or _INVISIBLE.search(text.translate(_WITHOUT_JOINERS))
    return found[0] if found else ""


def is_there(path: Path) -> bool:
    """Whether there is such a file or folder; of a name that is too long there is none."""
    try:
        return path.exists()
    except OSError:
        return False


def _hidden_characters(path: str, text: str) -> Iterator[Problem]:
    """One warning a line that has characters nobody sees."""
    if not _INVISIBLE.search(text):
        return
    for number, line in enumerate(text.split("\n"), start=1):
        found = next((one for one in _INVISIBLE.finditer(line) if one[0] not in _JOINERS), None)
        if found:
            at = Location(path, number, found.start() + 1)
            yield warning("invisible-character", at, found=f"U+{ord(found[0]):04X}")


def _replacement(match: re.Match[str]) -> str:
    if match[0] in _JOINERS:
        return match[0]
    return " " if match[0] in "\x85\u2028\u2029" else ""


def _location(path: str, text: str, index: int) -> Location:
    start = text.rfind("\n", 0, index) + 1
    return Location(path, text.count("\n", 0, index) + 1, index - start + 1)
