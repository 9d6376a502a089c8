from __future__ import annotations

from pathlib import Path

import pytest

from bantin.edition.rendering import render
from bantin.photos.entries import Entries
from bantin.photos.store import Store
from edition.sites import PDF, Site, children, jpeg, rows


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(Entries(tmp_path / "store"), children())


@pytest.fixture
def full(site: Site) -> Site:
    """A bulletin with photos in its gallery and its text, and a document."""
    site.photos("2026/a", "1.jpg", "2.jpg")
    site.write("images/chung/3.jpg", jpeg("3"))
    site.write("images/2026/a/x.pdf", PDF)
    site.bulletin(
        "2026/a",
        "![](../../images/chung/3.jpg)",
        "attachments: [{file: x.pdf, title: X}]",
        "captions:",
        "  - Một",
        "  - Hai",
    )
    return site


def quiet(*_: object) -> None:
    pass


def test_progress_is_told_once_a_photo_and_nothing_is_made_twice(full, store):
    edition, told = full.read(), []
    render(edition, store, lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]
    render(edition, store, lambda *_: told.append(_))
    assert len(told) == 3


def test_failures_are_told_where_the_photo_is_spoken_of_and_the_others_made(full, store):
    whole = jpeg("2026/a/2.jpg")
    full.write("images/2026/a/2.jpg", whole[:-8])
    full.write("images/chung/3.jpg", jpeg("3")[:-8])
    edition = full.read()
    rendered = render(edition, store, quiet)
    assert rows(rendered.problems) == [
        ("photo-unreadable", 7, "news/2026/a.md"),
        ("photo-unreadable", 9, "news/2026/a.md"),
    ]
    assert [photo.number for photo in rendered.galleries["2026/a"]] == [1]
    assert [picture.original.path for picture in rendered.pictures] == ["images/2026/a/1.jpg"]
    assert len(edition.pictures) == 3


def test_a_video_loses_a_picture_that_can_not_be_made(site, store):
    site.write("images/2026/a/phim.jpg", jpeg("phim")[:-8])
    video = "video: {url: https://video.example.org/1, title: Phim, poster: phim.jpg}"
    site.bulletin("2026/a", "Lời.", video)
    edition = site.read()
    assert set(edition.posters) == {"2026/a"}
    rendered = render(edition, store, quiet)
    assert rows(rendered.problems) == [("photo-unreadable", 4, "news/2026/a.md")]
    assert dict(rendered.posters) == {}
