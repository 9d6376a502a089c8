"""Tables as Markdown, so that what a run prints can go into docs/dev/photos.md as it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def printed(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print one table after an empty line."""
    print()
    for cells in (columns, ["---"] * len(columns), *rows):
        print(f"| {' | '.join(cells)} |", flush=True)
