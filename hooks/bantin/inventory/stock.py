"""Reading a site as drafts, readers and docs/ show it: every picture with its renditions."""

from __future__ import annotations

import posixpath

from bantin import newsroom
from bantin.content.settings import SettingsRead
from bantin.edition import cards, logo
from bantin.edition.pictures import Pictures
from bantin.edition.reading import Desk
from bantin.edition.reading import read as read_edition
from bantin.errors import Location
from bantin.inventory import Stock
from bantin.photos import render
from bantin.photos.door import PhotoError
from bantin.photos.plan import address_stem, plan_document
from bantin.photos.store import Job, Store


def read(site: SettingsRead, store: Store, *, trusting: bool = True) -> Stock:
    """Everything that this site may have to render.

    Args:
        site: Its settings.
        store: Whose executor opens originals.
        trusting: Whether unchanged files are not hashed again.
    """
    settings = site.settings
    freshness = newsroom.freshness(settings, trusting=trusting)
    docs = newsroom.documents(settings)
    desk = Desk(newsroom.texts(settings), freshness, store.executor, docs)
    edition = read_edition(settings, desk, newsroom.now(), preview=True)
    edition = cards.add(logo.add(edition, desk.cache, freshness.digest, store.executor))
    pictures = Pictures(freshness.digest, render.codecs(), desk.cache, store.executor)
    names = newsroom.document_pictures(settings, drafts=True)
    shown = {*newsroom.document_pictures(settings, drafts=False)}
    folder = settings.docs_dir
    files = {name: settings.root / folder / name for name in names}
    pictures.prepare((path, f"{folder}/{name}") for name, path in files.items())
    jobs, problems = [], list(site.problems)
    for name, path in files.items():
        try:
            original = pictures.original(path, f"{folder}/{name}")
        except PhotoError as failed:
            if name in shown:
                problems.append(failed.problem(Location(f"{folder}/{name}")))
            continue
        stem = address_stem(*posixpath.split(name))
        jobs.append(Job(plan_document(original, stem, pictures.codecs), path))
    pictures.save()
    freshness.save()
    hidden = frozenset(f"{folder}/{name}" for name in names if name not in shown)
    return Stock(edition, tuple(jobs), hidden, tuple(problems))
