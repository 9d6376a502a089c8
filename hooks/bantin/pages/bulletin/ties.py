"""What bulletins share, and how a page says it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Final, NamedTuple

from bantin.locale import text
from bantin.model import Bulletin
from bantin.pages.shelf import Shelf, sentence
from bantin.vietnamese import titles
from bantin.vietnamese.text import compare_key

KINDS: Final = ("series", "person", "organization", "tag")
"""In the order in which a reason names them: the series, and one of the others."""
MOST_TAGS: Final = 2
"""That a reason names."""


class Tie(NamedTuple):
    """Something that several bulletins share."""

    kind: str
    """One of ``KINDS``."""
    id: str
    """The registry's or that of mkdocs.yml; a tag's slug."""


def ties(shelf: Shelf, lang: str) -> Iterator[tuple[Tie, tuple[Bulletin, ...]]]:
    """Everything that two or more bulletins of a language share, and which do.

    Everybody shares the hospital itself.
    """
    for tie, bulletins in _all(shelf, lang):
        if len(bulletins) > 1 and not (tie.kind == "organization" and _is_own(shelf, tie.id)):
            yield tie, bulletins


def reason(shelf: Shelf, bulletin: Bulletin, shared: Iterable[Tie]) -> str:
    """Why another bulletin belongs beside this one, as a sentence begins.

    People and institutions are called what this bulletin calls them.
    """
    ids: dict[str, set[str]] = {}
    for tie in shared:
        ids.setdefault(tie.kind, set()).add(tie.id)
    told = [kind for kind in KINDS if kind in ids][: 2 if "series" in ids else 1]
    return sentence("; ".join(_said(shelf, bulletin, kind, ids[kind]) for kind in told))


def _all(shelf: Shelf, lang: str) -> Iterator[tuple[Tie, tuple[Bulletin, ...]]]:
    directory = shelf.directory
    for id, appearances in directory.people.get(lang, {}).items():
        yield Tie("person", id), tuple(one.bulletin for one in appearances)
    for id, appearances in directory.organizations.get(lang, {}).items():
        took_part = tuple(one.bulletin for one in appearances if one.participants)
        yield Tie("organization", id), took_part
    for key, bulletins in shelf.tags.by_key.get(lang, {}).items():
        yield Tie("tag", key), bulletins
    series: dict[str, list[Bulletin]] = {}
    for one in shelf.by_lang[lang]:
        if one.series in shelf.edition.settings.series:
            series.setdefault(one.series, []).append(one)
    for id, editions in series.items():
        yield Tie("series", id), tuple(editions)


def _is_own(shelf: Shelf, organization: str) -> bool:
    hospital = shelf.edition.settings.hospital
    own = {
        compare_key(name.in_language(lang))
        for name in (hospital.name, hospital.short_name)
        for lang in ("vi", "en")
    }
    return any(compare_key(one.name) in own for one in shelf.directory.lines[organization])


def _said(shelf: Shelf, bulletin: Bulletin, kind: str, ids: Collection[str]) -> str:
    lang = bulletin.lang
    names = list(_NAMES[kind](shelf, bulletin, ids))
    if kind == "tag":
        return text("related_tag", lang, names=", ".join(names[:MOST_TAGS]))
    said = text(f"related_{kind}", lang, name=names[0])
    count = len(names) - 1
    if not count:
        return said
    more = f"more_{_MORE[kind]}_{'one' if count == 1 else 'many'}"
    return f"{said} {text(more, lang, count=count)}"


def _people(shelf: Shelf, bulletin: Bulletin, ids: Collection[str]) -> Iterable[str]:
    """With the titles of this bulletin; who is only named in its text, as registered."""
    named: dict[str, str] = {}
    for one in bulletin.participants:
        if one.person_id in ids:
            named.setdefault(one.person_id, _titled(one.titles, one.name))
    for id in sorted(ids):
        named.setdefault(id, shelf.directory.registered[id].name)
    return named.values()


def _titled(codes: tuple[str, ...], name: str) -> str:
    return f"{titles.house_form(codes)}\u00a0{name}" if codes else name


def _organizations(shelf: Shelf, bulletin: Bulletin, ids: Collection[str]) -> Iterable[str]:
    named: dict[str, str] = {}
    for one in bulletin.participants:
        heir = shelf.directory.heirs.get(one.organization_id, "")
        if heir in ids:
            named.setdefault(heir, one.organization)
    for id in sorted(ids):
        named.setdefault(id, shelf.directory.lines[id][0].name)
    return named.values()


def _series(shelf: Shelf, bulletin: Bulletin, ids: Collection[str]) -> Iterable[str]:
    names = shelf.edition.settings.series
    return (names[id].in_language(bulletin.lang) for id in ids)


def _tags(shelf: Shelf, bulletin: Bulletin, ids: Collection[str]) -> Iterable[str]:
    return (tag for tag in bulletin.tags if compare_key(tag) in ids)


_NAMES: Final = {
    "person": _people,
    "organization": _organizations,
    "series": _series,
    "tag": _tags,
}
_MORE: Final = {"person": "people", "organization": "organizations"}
