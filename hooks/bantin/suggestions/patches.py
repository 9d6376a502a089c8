"""A registry file with new entries at its end, and the difference as a unified diff.

What stands in the file is never touched: entries are appended, in the file's own indent and
line ends, and read back before anybody sees them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo

from bantin import locale
from bantin.content import registries
from bantin.content.registry import FOLDER
from bantin.errors import Problem, Severity
from bantin.suggestions import writing
from bantin.suggestions.entries import Suggestions

PEOPLE: Final = "people.yml"
ORGANIZATIONS: Final = "organizations.yml"
_CONTEXT: Final = 3
"""Lines that a diff shows before what is new."""
_ENTRY: Final = re.compile(r"^( *)- ", re.MULTILINE)


@dataclass(frozen=True)
class Patch:
    """One registry file, as it is and as it would be."""

    path: str
    """As the writer knows it: from the site's root."""
    before: bytes | None
    """None: there is no such file yet."""
    after: bytes

    @property
    def diff(self) -> str:
        """A unified diff that ``git apply`` and ``patch -p1`` take from the site's root."""
        old = _lines((self.before or b"").decode())
        whole = _lines(self.after.decode())
        new = whole[len(old) :]
        last = old[-_CONTEXT:]
        start = len(old) - len(last)
        source = "/dev/null" if self.before is None else _named("a", self.path)
        hunk = f"@@ -{_range(start, len(last))} +{_range(start, len(last) + len(new))} @@"
        head = f"--- {source}\n+++ {_named('b', self.path)}\n{hunk}\n"
        closed = "".join(whole[len(old) - 1 : len(old)])
        return head + "".join((*_kept(last, closed), *(f"+{line}" for line in new)))


class Unfit(Exception):
    """A file to which nothing can be added as it is."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems
        """What would be wrong with it, if that can be said."""


def made(
    found: Suggestions, news_dir: str, contents: Mapping[str, bytes], lang: str
) -> tuple[Patch, ...]:
    """The files that change, organizations first, since people name their ids.

    Args:
        found: What is new.
        news_dir: Of the site's settings.
        contents: The registry files that are there, by their path from the site's root.
        lang: Of the remarks.
    """
    organizations = [writing.organization(one, lang) for one in found.organizations]
    people = [writing.person(one, lang) for one in found.people]
    changes = []
    for name, entries in ((ORGANIZATIONS, organizations), (PEOPLE, people)):
        path = f"{news_dir}/{FOLDER}/{name}"
        before = contents.get(path)
        if entries:
            changes.append(Patch(path, before, _appended(before, name, entries, lang)))
    return tuple(changes)


def check(patches: Sequence[Patch], contents: Mapping[str, bytes], zone: ZoneInfo) -> None:
    """Read the new files as every build does.

    Args:
        patches: As ``made`` gave them.
        contents: As for ``made``.
        zone: Of the site.

    Raises:
        Unfit: Something would be wrong that was not, or an entry would not be read.
    """
    before = registries.read(contents, zone)
    after = registries.read({**contents, **{one.path: one.after for one in patches}}, zone)
    told = set(after.problems) - set(before.problems)
    problems = {problem for problem in told if problem.severity is not Severity.INFO}
    old, new = before.registry, after.registry
    grown = [_grown(old.people, new.people), _grown(old.organizations, new.organizations)]
    if problems or sum(grown) != len(patches):
        raise Unfit(tuple(sorted(problems)))


def _grown(before: Sequence[object], after: Sequence[object]) -> bool:
    """Whether entries came in behind those that were there."""
    return len(after) > len(before) and after[: len(before)] == before


def _appended(
    before: bytes | None, name: str, entries: Iterable[Iterable[str]], lang: str
) -> bytes:
    text = (before or b"").decode()
    if before is None:
        key = name.removesuffix(".yml")
        text = "".join(f"# {line}\n" for line in _header(key, lang))
    found = _ENTRY.search(text)
    indent = found[1] if found else ""
    end = "\r\n" if "\r\n" in text else "\n"
    closed = text if not text or text.endswith("\n") else text + end
    lines = (f"{indent}{line}{end}" for entry in entries for line in entry)
    return (closed + "".join(lines)).encode()


def _header(key: str, lang: str) -> list[str]:
    return locale.text(f"suggest_head_{key}", lang).splitlines()


def _lines(text: str) -> list[str]:
    """The lines with their ends; as in diffs, nothing but a line feed ends one."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _kept(last: Sequence[str], closed: str) -> list[str]:
    """Lines before what is new; where the last has no end, it becomes ``closed``."""
    if not last or last[-1].endswith("\n"):
        return [f" {line}" for line in last]
    ends = [f"-{last[-1]}\n", "\\ No newline at end of file\n", f"+{closed}"]
    return [*(f" {line}" for line in last[:-1]), *ends]


def _range(start: int, length: int) -> str:
    return f"{start + 1 if length else start},{length}"


def _named(side: str, path: str) -> str:
    """A path in a diff's head; behind one with spaces stands a tab."""
    return f"{side}/{path}" + ("\t" if " " in path else "")
