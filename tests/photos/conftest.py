"""What the tests of photos share: guarded children, started once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from newsway import Newsroom

from bantin.photos.children import Children


@pytest.fixture(scope="session")
def children() -> Iterator[Children]:
    """As many as there are cores, at least two."""
    found = Children(2)
    yield found
    found.close()


@pytest.fixture
def newsroom(children: Children, tmp_path: Path) -> Newsroom:
    """With a store of its own."""
    return Newsroom(children, tmp_path / "cache")
