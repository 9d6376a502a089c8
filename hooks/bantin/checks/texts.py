"""Bulletins that were probably not meant to be published like this."""

from __future__ import annotations

from collections.abc import Iterator

from bantin import addresses, locale
from bantin.content.decode import where
from bantin.edition import Edition
from bantin.errors import Location, Problem, error, info, warning
from bantin.model import Bulletin, EventDate, Status
from bantin.vietnamese.text import compare_key, fold_tone


def empty_body(edition: Edition) -> Iterator[Problem]:
    """No text in what is no draft."""
    for bulletin in edition.bulletins:
        if bulletin.status is not Status.DRAFT and not bulletin.body.strip():
            yield warning("body-empty", Location(bulletin.path, bulletin.body_line))


def sentence_of_the_template(edition: Edition) -> Iterator[Problem]:
    """The sentence with which ``bantin new`` marks the place of the text, in what is no draft.

    No reader may ever see it, so it is an error, wherever it was left.
    """
    sentences = [_sentence(lang) for lang in locale.LANGUAGES]
    for bulletin in edition.bulletins:
        if bulletin.status is Status.DRAFT:
            continue
        for number, line in enumerate(bulletin.body.split("\n"), start=bulletin.body_line):
            for found in (sentence for sentence in sentences if sentence in line):
                at = Location(bulletin.path, number, line.index(found) + 1)
                yield error("body-template", at, sentence=found)


def _sentence(lang: str) -> str:
    return locale.text("new_bulletin", lang).strip().rsplit("\n", 1)[-1]


def same_title_and_date(edition: Edition) -> Iterator[Problem]:
    """Two bulletins in one language that a list can't tell apart."""
    seen: dict[tuple[str, str, EventDate], Bulletin] = {}
    for bulletin in sorted(edition.bulletins, key=lambda found: found.path):
        key = (bulletin.lang, compare_key(bulletin.title), bulletin.date)
        first = seen.setdefault(key, bulletin)
        if first is not bulletin:
            yield warning("bulletin-twice", where(bulletin, "title"), other=first.path)


def tags_alike(edition: Edition) -> Iterator[Problem]:
    """Tags that share a page because they differ in accents, signs or capitals alone.

    Each is told once, where its oldest bulletin has it; the other is that of most bulletins.
    """
    spellings: dict[tuple[str, str], dict[str, list[Bulletin]]] = {}
    for bulletin in sorted(edition.bulletins, key=lambda one: (one.published, one.path)):
        for tag in dict.fromkeys(" ".join(fold_tone(one).split()) for one in bulletin.tags):
            page = (bulletin.lang, addresses.tag_slug(tag))
            spellings.setdefault(page, {}).setdefault(tag, []).append(bulletin)
    for found in spellings.values():
        usual, *others = sorted(found, key=lambda tag: -len(found[tag]))
        for tag in others:
            at = where(found[tag][0], "tags")
            named = {"tag": tag, "other": usual, "file": str(where(found[usual][0], "tags"))}
            if compare_key(tag) == compare_key(usual):
                yield info("tag-capitals", at, **named)
            else:
                yield warning("tag-alike", at, **named)
