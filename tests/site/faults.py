"""What axe finds on a page, and which of the Nu checker's complaints are none of ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
NO_FAULT = (
    "Resource violates Content Security Policy",  # it takes a file's folder for another host
    "Trailing slash on void elements has no effect",  # how Python-Markdown writes docs/ pages
)

Finding = tuple[str, str]
"""Rule and selector."""


def findings(page, *, without: Iterable[str] = ()) -> Iterator[Finding]:
    """By the rules of WCAG 2.2 AA, but for those named."""
    from axe_playwright_python.sync_playwright import Axe

    rules = {rule: {"enabled": False} for rule in without}
    options = {"runOnly": {"type": "tag", "values": TAGS}, "rules": rules}
    for found in Axe().run(page, options=options).response["violations"]:
        for node in found["nodes"]:
            yield found["id"], " ".join(map(str, node["target"]))


def faults(complaints: Iterable[str]) -> list[str]:
    return [line for line in complaints if not any(one in line for one in NO_FAULT)]
