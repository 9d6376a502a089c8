"""What the tests of the reading room share: a small site, a head, what is said of a text."""

from __future__ import annotations

from pathlib import Path

from bantin.content import decode
from bantin.content.settings import Settings
from bantin.model import BrokenBulletin, Bulletin, Name

PATH = "news/2026/a.md"
HEAD = "---\ntitle: Hội nghị\ndate: 2026-02-06\n"
"""Three lines: what a test adds begins on line 4."""
TAIL = "---\n\nThân bài.\n"
SETTINGS = Settings(
    root=Path(),
    categories={
        "hop-tac": Name("Hợp tác", "Cooperation"),
        "hoi-nghi": Name("Hội nghị", "News"),
    },
    series={"so-ket": Name("Sơ kết", "Review")},
)


def with_keys(lines: str) -> str:
    """A bulletin that is good but for ``lines``."""
    return f"{HEAD}{lines}\n{TAIL}"


def read(source: str | bytes, bulletin_id: str = "2026/a") -> decode.Decoded:
    content = source if isinstance(source, bytes) else source.encode("utf-8", "surrogatepass")
    return decode.bulletin(f"news/{bulletin_id}.md", bulletin_id, content, SETTINGS)


def good(source: str | bytes, bulletin_id: str = "2026/a") -> Bulletin:
    """The bulletin, when nothing but warnings is said of it."""
    found = read(source, bulletin_id)
    assert isinstance(found.bulletin, Bulletin), found.problems
    return found.bulletin


def said(source: str | bytes, bulletin_id: str = "2026/a") -> list[str]:
    """Each problem as ``error 4:9 code``, by place; errors and only errors break a bulletin."""
    found = read(source, bulletin_id)
    broken = any(problem.severity == "error" for problem in found.problems)
    assert isinstance(found.bulletin, BrokenBulletin if broken else Bulletin)
    assert all(problem.at.path == f"news/{bulletin_id}.md" for problem in found.problems)
    return [
        f"{problem.severity} {problem.at.line}:{problem.at.column} {problem.code}"
        for problem in sorted(found.problems)
    ]
