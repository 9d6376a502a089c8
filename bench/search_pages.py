"""The same news as plain HTML pages for Pagefind, and as Material's search_index.json."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from search_cast import CATEGORIES
from search_corpus import News

FIELDS = {"title": {"boost": 1e3}, "text": {"boost": 1}, "tags": {"boost": 1e6}}
"""As mkdocs-material's plugin writes them."""
CONFIG = {
    "lang": ["vi"],
    "separator": "[\\s\\-]+",
    "pipeline": ["stopWordFilter"],
    "fields": FIELDS,
}
"""Material's settings where mkdocs.yml has ``language: vi`` and nothing else."""


def address(one: News) -> str:
    """Site path of a bulletin, for every engine."""
    return f"news/{one.id}/"


def written(news: Iterable[News], folder: Path) -> None:
    """A page for each, with the words that readers see and no more."""
    for one in news:
        file = folder / address(one) / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(
            f'<!doctype html><html lang="vi"><head><meta charset="utf-8">'
            f"<title>{escape(one.title)}</title></head><body><main data-pagefind-body>"
            f"<h1>{escape(one.title)}</h1>{facts(one)}{body(one)}{captions(one)}"
            f"</main></body></html>",
            "utf-8",
        )


def body(one: News) -> str:
    """Headings and paragraphs, as both sites print them."""
    return "".join(f"<{kind}>{escape(text)}</{kind}>" for kind, text in one.body)


def facts(one: News) -> str:
    """What stands above the text."""
    year, month, day = one.date.split("-")
    people = "".join(
        f"<li>{escape(titles)} {escape(name)} – {escape(role)}, {escape(unit)}</li>"
        for name, titles, role, unit in one.participants
    )
    tags = " ".join(f"<span>{escape(tag)}</span>" for tag in one.tags)
    return (
        f"<p>{day}/{month}/{year}</p><p>{escape(one.summary)}</p><p>{escape(one.place)}</p>"
        f"<p>{CATEGORIES[one.category]}</p><p>{tags}</p><ul>{people}</ul>"
    )


def captions(one: News) -> str:
    """Below the pictures."""
    return "".join(
        f"<figure><figcaption>{escape(text)}</figcaption></figure>" for text in one.captions
    )


def lunr(news: Iterable[News], file: Path) -> None:
    """Material's index: a page, then each of its sections."""
    docs = [entry for one in news for entry in _sections(one)]
    file.write_text(json.dumps({"config": CONFIG, "docs": docs}), "utf-8")  # its own way: ASCII


def _sections(one: News) -> Iterator[dict[str, object]]:
    place, title, text, number = address(one), one.title, facts(one), 0
    for kind, said in one.body:
        if kind == "h2":
            yield {"location": place, "title": title, "text": text, "tags": one.tags}
            number += 1
            place, title, text = f"{address(one)}#s{number}", said, ""
        else:
            text += f"<p>{escape(said)}</p>"
    text += captions(one)
    yield {"location": place, "title": title, "text": text, "tags": one.tags}
