"""Readers for tests: they ask the engine of browsers, in Node, over an index of a build."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from shelves import Shelf

from bantin.cache import Cache
from bantin.search import Document, Labels, Signpost
from bantin.search.index import build
from newsrooms import PATIENCE

SCRIPTS = Path(__file__).parents[2] / "hooks" / "bantin" / "theme" / "scripts"
RUNNER = Path(__file__).parent / "ask.mjs"
Found = dict[str, Any]


def bulletin(address: str, title: str = "", *text: str, **more: Any) -> Document:
    """A document; ``year=0`` makes it a page of docs/."""
    more = {"lang": "vi", "year": 2026, "date": "2026-02-06", **more}
    return Document(address=address, title=title, text=text, **more)


def run(node: str, *steps: Any) -> list[Any]:
    """What the engine answers to the steps of ``ask.mjs``, in turn."""
    asked = json.dumps({"scripts": str(SCRIPTS), "steps": steps})
    done = subprocess.run(
        [node, str(RUNNER)],
        input=asked,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
    )
    assert done.returncode == 0, done.stderr
    answers: list[Any] = json.loads(done.stdout)
    return answers


class Site:
    """The index of some documents in a folder, and readers who ask it."""

    def __init__(self, node: str, folder: Path) -> None:
        self.node = node
        self.folder = folder

    def publish(
        self,
        documents: Iterable[Document],
        labels: Labels | None = None,
        signposts: Mapping[str, tuple[Signpost, ...]] | None = None,
    ) -> None:
        """Write the index, over what is there."""
        shelf = Shelf(documents, labels, signposts)
        index = build(shelf, Cache(self.folder.parent / "cache"))
        for path, content in index.files.items():
            file = self.folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)

    def ask(self, *questions: str | Found, **options: Any) -> list[Found]:
        """What is found for each question, by one engine."""
        steps: list[Found] = [
            {"search": one, "options": options} if isinstance(one, str) else one
            for one in questions
        ]
        steps[0] = {"folder": str(self.folder), **steps[0]}
        return run(self.node, *steps)

    def found(self, question: str, **options: Any) -> list[str]:
        """Addresses of the results."""
        (found,) = self.ask(question, **options)
        return addresses(found)


def addresses(found: Found) -> list[str]:
    assert "error" not in found, found["error"]
    return [one["address"] for one in found["results"]]
