"""What has a page of its own -> signposts: the page and every name that leads to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bantin.pages.subjects import KINDS, Subject
from bantin.search import Signpost
from bantin.search.otherforms import OtherForms, short_names
from bantin.search.spellings import lean
from bantin.vietnamese.text import nfc


def signposts(subjects: Iterable[Subject], forms: OtherForms) -> tuple[Signpost, ...]:
    """Of one language, in the order of the index: what most readers look for comes last.

    Args:
        subjects: Of its pages.
        forms: What else things are called on this site.
    """
    ordered = sorted(subjects, key=_prominence, reverse=True)
    return tuple(_signpost(one, forms) for one in ordered)


def _prominence(one: Subject) -> tuple[int, int, str, str]:
    """Smaller for what is in more bulletins: by powers of two, so that it seldom changes."""
    return -one.bulletins.bit_length(), KINDS.index(one.kind), one.name, one.address


def _signpost(one: Subject, forms: OtherForms) -> Signpost:
    name = nfc(one.name)
    called = [nfc(other) for other in one.names if nfc(other) != name]
    named = forms.words(forms.read((name,)), (), one.organizations)
    words = lean((*called, *_addressed((name, *called), one.titles), *named))
    return Signpost(one.kind, one.address, name, one.lang, nfc(one.note), words)


def _addressed(names: Iterable[str], titles: tuple[str, ...]) -> Iterator[str]:
    """``BS Hảo``, ``BS Trần Thị Hảo``: names behind the titles of who bears them."""
    for name in names:
        given = name.rpartition(" ")[2]
        for form in short_names(name, titles):
            yield form
            yield form.removesuffix(given) + name
