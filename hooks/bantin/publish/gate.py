"""The last look at a built site: only our scripts run, no other host is asked, pixels are bare.

Pages come from templates that escape, but also from raw HTML under docs/, from overrides of the
theme and from other plugins. The policy that goes out with the pages (``headers``) stops in the
reader's browser what slips through; here it stops before anybody reads it, and somebody learns
of it.
"""

from __future__ import annotations

import hashlib
import os
import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final

from bantin.errors import Location, Problem, error
from bantin.publish import compress, images, rules, tags

PINNED: Final[tuple[str, ...]] = ()
"""Inline scripts that may stand in a page: SHA-256 of their text in base64, as in a policy.

There are none. Our shell has no inline script, so every one is an injection. Whoever must add
one takes its hash from the template that prints it, never from a built site: there an injected
script would be blessed along with it. The policy in ``headers`` needs the same hash.
"""
PAGES: Final = (".html", ".htm", ".xhtml", ".svg")
XML: Final = (".xhtml", ".svg")
STYLES: Final = (".css",)
ARCHIVE: Final = "gate-archive"
ZIP: Final = b"PK\x03\x04"
DOCUMENTS: Final = (".docx", ".xlsx")

_PLAIN = re.compile(
    rb"/?[A-Za-z][A-Za-z0-9-]*(?:[ \t\n\r]+[A-Za-z_][\w:.-]*(?:=\"[^\"]*\")?)*[ \t\n\r]*/?>"
)
_TAME = re.compile(
    rb"(?:/[a-z][a-z0-9]*|(?!script|style|link|meta|base|i?frame|object|embed|applet|portal"
    rb"|fenced|animate|set|discard)[a-z][a-z0-9]*"
    rb"(?: (?:(?:class|id|alt|title|lang|width|height|sizes|loading|decoding|role|hidden|d"
    rb"|viewBox|aria-[a-z]+)(?:=\"[^\"]*+\")?|(?:href|src|srcset)=\"[\w.,~%#?=/ -]*+\""
    rb"|src=\"data:image/webp;base64,[A-Za-z0-9+/=]*+\"))*+)>"
)
"""Nearly all tags: without ``//`` nothing in them can break a rule. It saves reading them."""
_HIDES: Final = (b"\0", b"\x1b")
"""NUL, which readings differ about and UTF-16 is full of, and what switches ISO-2022-JP."""
_XML_HIDES = re.compile(r"<!entity|<!doctype[^>]*\[|<\?(?!xml\s)", re.IGNORECASE)
"""Words of one's own, and sheets that rewrite a drawing."""

_ANY_SCRIPT = re.compile(rb"<script", re.IGNORECASE)
_EMPTY_SCRIPT = re.compile(rb"<script[^<>]*>[ \t\n\r]*</script", re.IGNORECASE)

REMEMBERED: Final = 300
"""Bytes of a tag with the text behind it; what is longer hardly comes a second time."""
QUOTED: Final = 200
"""Characters kept of what stands there; a message shows fewer."""

Finding = tuple[str, int, str]
"""Code, place in the text from 0, what stands there."""


def nothing_judged(_name: str) -> bool:
    """No file has been judged before."""
    return False


def problems(
    folder: Path, site_url: str, judged: Callable[[str], bool] = nothing_judged
) -> Iterator[Problem]:
    """What must not go out.

    Args:
        folder: A built site, complete.
        site_url: Its own address: what lies there is not elsewhere. Empty if it has none.
        judged: Asked with the path of every file that is neither page nor stylesheet. True is
            a promise, and saves opening it: these very bytes have passed the gate at this path
            (its suffix is part of the verdict) under the same ``images.fingerprint()``.

    Yields:
        Errors, one for each different thing, at the first page that has it: what stands in the
        shell stands on every page. The path is that of the published file from ``folder``.

    Raises:
        OSError: A file can't be read.
    """
    found: dict[tuple[str, object], _Found] = {}
    sieve = Sieve(site_url)
    for name in _files(folder, judged):
        for problem in _problems_of(folder / name, name, sieve):
            first = found.setdefault((problem.code, problem.values), _Found(problem))
            first.files.add(name)
    for one in found.values():
        problem = one.problem
        yield error(problem.code, problem.at, **dict(problem.values), files=len(one.files))


def _problems_of(path: Path, name: str, sieve: Sieve) -> Iterator[Problem]:
    if name.lower().endswith((*PAGES, *STYLES)):
        content = path.read_bytes()
        yield from sieve.problems(name, content)
        is_picture = images.is_picture(name, content[: images.HEAD_BYTES])
        found = images.findings(name, content) if is_picture else ()
    elif compress.is_packed(name) and compress.is_copy(path):
        return
    elif _is_archive(path, name):
        found = ((ARCHIVE, 0, PurePosixPath(name).name),)
    else:
        found = images.findings_of(path)
    for code, _, quoted in found:
        yield error(code, Location(name), found=quoted)


def _is_archive(path: Path, name: str) -> bool:
    """Whether nobody can see what goes out with a file; Word's and Excel's are meant to."""
    if name.lower().endswith(DOCUMENTS):
        return False
    if name.lower().endswith(".zip") or compress.is_packed(name):
        return True
    with path.open("rb") as file:
        return file.read(len(ZIP)) == ZIP


@dataclass
class _Found:
    problem: Problem
    files: set[str] = field(default_factory=set)


class Sieve:
    """Reads the files of one site; nearly all of them only for tags not seen before.

    The sieve lets nothing through that the whole reading would stop: where every ``<`` begins a
    tag of the plainest shape, closed before the next ``<``, each can be judged by itself, and
    its verdict kept.
    """

    def __init__(self, site_url: str) -> None:
        self._site_url = site_url
        self._harmless: set[bytes] = set()

    def problems(self, name: str, content: bytes) -> Iterator[Problem]:
        """What must not go out with the file of a name; its suffix tells how it is read."""
        suffix = PurePosixPath(name).suffix.lower()
        if suffix not in STYLES and suffix not in XML and self._is_harmless(content):
            return
        text = content.decode("utf-8", "replace")
        css = suffix in STYLES
        findings = self._of_style(text) if css else self._of_page(text, xml=suffix in XML)
        for code, place, quoted in findings:
            line, start = text.count("\n", 0, place) + 1, text.rfind("\n", 0, place) + 1
            short = " ".join(quoted[:QUOTED].split())
            yield error(code, Location(name, line, place - start + 1), found=short)

    def _is_harmless(self, content: bytes) -> bool:
        if any(sign in content for sign in _HIDES):
            return False
        if len(_ANY_SCRIPT.findall(content)) != len(_EMPTY_SCRIPT.findall(content)):
            return False
        return all(map(self._is_plain, set(content.split(b"<")[1:]) - self._harmless))

    def _is_plain(self, piece: bytes) -> bool:
        """Whether what stands between two ``<`` begins with a tag that breaks no rule."""
        tame = b"//" not in piece and _TAME.match(piece)
        if not tame and not piece.startswith(b"!"):  # a comment begins no tag
            plain = _PLAIN.match(piece)
            tag = plain and tags.read(f"<{plain[0].decode('utf-8', 'replace')}", 0)
            if not tag or any(rules.broken(tag, self._site_url)):
                return False
        if len(piece) <= REMEMBERED:
            self._harmless.add(piece)
        return True

    def _of_page(self, text: str, *, xml: bool) -> Iterator[Finding]:
        for sign in _HIDES:
            if sign.decode() in text:
                yield rules.UNREADABLE, text.index(sign.decode()), sign.decode()
        for hides in _XML_HIDES.finditer(text) if xml else ():
            yield rules.UNREADABLE, hides.start(), hides[0]
        for opens in re.finditer("<", text):
            tag = tags.read(text, opens.start())
            if tag:
                yield from self._of_tag(text, opens.start(), tag)
                if not tag.closed:
                    return  # nor is any behind it

    def _of_tag(self, text: str, place: int, tag: tags.Tag) -> Iterator[Finding]:
        codes = [*rules.broken(tag, self._site_url)]
        if rules.SCRIPT not in codes and _runs_its_text(text, tag):
            codes.append(rules.SCRIPT)
        for code in codes:
            content = _content(text, tag)
            if code != rules.SCRIPT or _digest(content) not in PINNED:
                yield code, place, tag.source + content

    def _of_style(self, css: str) -> Iterator[Finding]:
        for place, address in rules.elsewhere(css, self._site_url):
            yield rules.REQUEST, place, address


def _runs_its_text(text: str, tag: tags.Tag) -> bool:
    """Whether a script has text beside its ``src``: in a drawing that is what runs."""
    named = tag.name == "script" and "src" in tag.values and not tag.source.startswith("</")
    return named and bool(_content(text, tag).strip())


def _content(text: str, tag: tags.Tag) -> str:
    """What an inline script or style says; of other elements nothing."""
    if tag.name not in ("script", "style"):
        return ""
    ends = re.compile(rf"</{tag.name}[\t\n\f\r />]", re.IGNORECASE).search(text, tag.end)
    return text[tag.end : ends.start() if ends else len(text)]


def _digest(script: str) -> str:
    return b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _files(folder: Path, judged: Callable[[str], bool]) -> Iterator[str]:
    """Paths of the files to be read, in the same order everywhere.

    Plain strings: of nearly all photos of a large site nothing else is asked.
    """
    for parent, folders, names in os.walk(folder):
        folders.sort()
        path = Path(parent).relative_to(folder).as_posix()
        inside = "" if path == "." else f"{path}/"
        for name in sorted(names):
            is_text = name.lower().endswith((*PAGES, *STYLES))
            if is_text or not judged(inside + name):
                yield inside + name
