"""Signposts -> a small index of their own: a reader fetches the few shards of a name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from bantin.search import Document, Entry, Signpost
from bantin.search.entries import encoded, entry
from bantin.search.files import Files
from bantin.search.records import Records
from bantin.search.shards import Lines, leaves
from bantin.search.stretches import Gathered
from bantin.search.tokens import Words

Signposts = Mapping[str, Sequence[Signpost]]
"""By language."""


class Posts:
    """Writes signposts. In a preview most rebuilds have those of the one before."""

    def __init__(self) -> None:
        self._words = Words()
        self._entries: dict[Signpost, Entry] = {}
        self._last: _Written | None = None

    def written(self, signposts: Signposts, files: Files) -> Mapping[str, Any]:
        """Put them among the files.

        Returns:
            Language -> what the manifest says of its signposts.
        """
        last = self._last
        if last is None or last.signposts != signposts or last.clashes(files):
            last = self._last = self._anew(signposts, Files(files.owners))
        files.made |= last.files.made
        return last.manifest

    def _anew(self, signposts: Signposts, files: Files) -> _Written:
        every = {one for posts in signposts.values() for one in posts}
        self._entries = {one: self._entries.get(one) or self._entry(one) for one in every}
        found = {lang: self._index(posts, files) for lang, posts in signposts.items()}
        return _Written(signposts, files, found)

    def _entry(self, post: Signpost) -> Entry:
        sought = Document(post.address, post.name, post.lang, words=post.words)
        record = encoded([post.address, post.name, post.kind, post.note, post.lang])
        made = entry(sought, self._words)
        return made._replace(record=record, row=b"", digest=b"", text=b"")

    def _index(self, posts: Iterable[Signpost], files: Files) -> Mapping[str, Any]:
        gathered, records = Gathered(), Records(files)
        for made in map(self._entries.__getitem__, posts):
            gathered.add(made.terms, made.payloads)
            records.add_line(made.record)
        count = len(records)
        found = Lines(count).of(gathered.merged())
        written = leaves(found, count, files)
        return {"documents": count, "leaves": written, "records": records.written()}


class _Written(NamedTuple):
    signposts: Signposts
    files: Files
    manifest: Mapping[str, Any]

    def clashes(self, files: Files) -> bool:
        """Whether other files have one of the names for something else."""
        own = self.files.owners
        names = {path.split("/")[1].removesuffix(".bin") for path in self.files.made}
        return any(files.owners.get(name, own[name]) != own[name] for name in names)
