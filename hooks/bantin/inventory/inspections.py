"""What was seen in originals, by their content; one entry of the cache, as for headers."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Final

from bantin.cache import Cache, table
from bantin.inventory import Item
from bantin.photos.door import PhotoError
from bantin.photos.inspect import VERSION, Inspected
from bantin.photos.kinds import bytes_needed
from bantin.photos.store import Progress
from bantin.photos.tasks import Executor, Task

KIND: Final = "inspected"
"""Of the cache's entry."""
_ROWS: Final = (
    (str, str, float, int, bool, str, str),
    (str, str, type(None), int, bool, str, str),
)


class Inspections:
    """Looks at originals that nobody has looked at before.

    Args:
        cache: Keeps what was seen.
        codecs: Versions of what decodes.
        executor: Opens originals.
    """

    def __init__(self, cache: Cache, codecs: str, executor: Executor) -> None:
        self._cache = cache
        self._key = f"{VERSION}\0{codecs}"
        self._executor = executor
        found = table(cache.get(KIND, self._key), *_ROWS).items()
        self._known = {digest: Inspected(*values) for digest, values in found}

    def get(self, digest: str) -> Inspected | None:
        """What was seen in the original with this SHA-256."""
        return self._known.get(digest)

    def look(self, items: Iterable[Item], progress: Progress) -> dict[str, PhotoError]:
        """Look at what is new.

        Returns:
            The failures by ``Original.path``; an original is tried again in the next run.
        """
        waiting: dict[str, list[Item]] = {}
        for item in items:
            if item.original.digest not in self._known:
                waiting.setdefault(item.original.digest, []).append(item)
        failures: dict[str, PhotoError] = {}
        tasks = [_task(equal[0]) for equal in waiting.values()]
        try:
            for done, outcome in enumerate(self._executor.run(tasks) if tasks else (), 1):
                if outcome.failure is None:
                    self._known[outcome.task.key] = Inspected(**outcome.values)
                else:
                    equal = waiting[outcome.task.key]
                    failures |= {item.path: outcome.failure for item in equal}
                progress(done, len(tasks))
        finally:  # of ten minutes' work nothing is lost to Ctrl+C
            if len(failures) < len(tasks):
                self._save()
        return failures

    def _save(self) -> None:
        content = json.dumps(self._known, separators=(",", ":"))
        self._cache.put(KIND, self._key, content.encode())


def _task(item: Item) -> Task:
    original = item.original
    return Task(
        "inspect",
        original.path,
        str(item.source.absolute()),
        {"digest": original.digest},
        key=original.digest,
        cost=item.pixels,
        memory=bytes_needed(original.format, item.pixels),
    )
