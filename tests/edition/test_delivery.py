from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from bantin.cache import Cache
from bantin.edition import Edition
from bantin.edition.delivery import Delivered, Outputs, deliver
from bantin.edition.rendering import render
from bantin.errors import BulletinError
from bantin.photos.entries import Entries
from bantin.photos.store import Store
from edition.sites import PDF, Site, children, jpeg, rows


class Press:
    """Builds of one site, each in the place of the last."""

    def __init__(self, site: Site, room: Path) -> None:
        self.site, self.room = site, room
        self.public = room / "public"
        self.store = Store(Entries(room / "store"), children())

    def outputs(self, rules: str = "rules") -> Outputs:
        return Outputs(Cache(self.room / "texts"), self.public, rules, self.room / "spare")

    def read(self) -> Edition:
        return self.site.read()

    def build(self, rules: str = "rules") -> Delivered:
        edition = render(self.read(), self.store, lambda *_: None)
        outputs, new = self.outputs(rules), self.room / "new"
        delivered = deliver(edition, self.store, new, outputs)
        if self.public.exists():
            self.public.rename(self.room / "old")
        new.rename(self.public)
        if (self.room / "old").exists():
            outputs.salvage(self.room / "old")
            shutil.rmtree(self.room / "old")
        outputs.save(delivered)
        return delivered

    def files(self) -> dict[str, bytes]:
        found = (path for path in self.public.rglob("*") if path.is_file())
        return {path.relative_to(self.public).as_posix(): path.read_bytes() for path in found}

    def photos(self) -> set[str]:
        return {name for name in self.files() if name.startswith("images/")}


@pytest.fixture
def press(site: Site, tmp_path: Path) -> Press:
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
    return Press(site, tmp_path)


def test_what_is_delivered_is_what_was_declared(press):
    press.build()
    edition = press.site.read()
    declared = {
        rendition.address
        for picture in edition.pictures
        for rendition in (
            *picture.renditions,
            *picture.fallbacks,
            *(picture.crops.all if picture.crops else ()),
        )
    }
    assert len(edition.pictures) == 3
    assert set(press.files()) == declared | {"news/2026/a/x.pdf"}
    assert press.files()["news/2026/a/x.pdf"] == PDF


@pytest.mark.parametrize("builds", [2, 3, 4, 5])
def test_what_nobody_touched_is_taken_over_unread(press, builds):
    """Not even the store is asked: it is gone."""
    first = press.build()
    assert not first.kept
    before = press.files()
    press.store = Store(Entries(press.room / "none"), children())
    edition = press.site.read()
    for _ in range(1, builds):
        outputs = press.outputs()
        delivered = deliver(edition, press.store, press.room / "new", outputs)
        assert delivered.kept == {name for name in before if name.startswith("images/")}
        press.public.rename(press.room / "old")
        (press.room / "new").rename(press.public)
        outputs.salvage(press.room / "old")
        shutil.rmtree(press.room / "old", ignore_errors=True)
        outputs.save(delivered)
        assert press.files() == before
    assert not (press.room / "none").exists()


def damage(path: Path) -> None:
    path.write_bytes(b"x" + path.read_bytes()[1:])


def exchange(path: Path) -> None:
    content = path.read_bytes()
    path.unlink()
    path.write_bytes(content[::-1])


def link(path: Path) -> None:
    path.unlink()
    path.symlink_to("/etc/hostname")


@pytest.mark.parametrize("harm", [damage, exchange, link, Path.unlink])
@pytest.mark.parametrize("builds", [1, 2, 3])
def test_what_somebody_touched_comes_anew_from_the_store(press, harm, builds):
    for _ in range(builds):
        press.build()
    before = press.files()
    victim = press.public / min(press.photos())
    harm(victim)
    press.build()
    assert press.files() == before
    press.build()
    assert press.files() == before


def test_the_photos_kept_aside_are_no_more_trusted_than_the_site(press):
    press.build()
    press.build()
    before = press.files()
    for path in sorted((press.room / "spare").rglob("*.avif")):
        exchange(path)
    press.build()
    assert press.files() == before


def test_a_photo_that_is_gone_is_on_no_later_site(press):
    for _ in range(3):
        press.build()
    gone = {name for name in press.photos() if "/2." in name}
    assert gone
    (press.site.root / "images/2026/a/2.jpg").unlink()
    press.site.bulletin("2026/a", "Lời.", "captions:", "  - Một")
    for _ in range(3):
        press.build()
        assert not gone & press.photos()
        assert not any("/3." in name for name in press.photos())


def test_a_new_photo_joins_those_that_stay(press):
    press.build()
    press.build()
    before = press.files()
    press.site.photos("2026/a", "3.jpg")
    press.site.bulletin("2026/a", "Lời.", "captions: [Một, Hai, Ba]")
    kept = press.build().kept
    assert kept == {name for name in before if name.startswith("images/2026/a/")}
    assert {name for name in press.photos() if "/3." in name}


def test_the_present_site_does_not_change_while_the_next_one_is_made(press):
    press.build()
    press.build()
    press.site.write("images/2026/a/1.jpg", jpeg("another"))
    before = press.files()
    edition = render(press.site.read(), press.store, lambda *_: None)
    deliver(edition, press.store, press.room / "new", press.outputs())
    assert press.files() == before


def test_other_rules_take_nothing_over(press):
    press.build()
    assert press.build().kept
    assert not press.build("stricter").kept


def test_without_hard_links_everything_is_copied(press, monkeypatch):
    def refuse(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    press.build()
    before = press.files()
    press.build()
    assert press.files() == before


@pytest.mark.parametrize(
    ("gone", "row"),
    [
        ("images/2026/a/2.jpg", ("photo-no-access", 7, "news/2026/a.md")),
        ("images/2026/a/x.pdf", ("file-unreadable", 1, "images/2026/a/x.pdf")),
    ],
)
def test_what_went_away_during_a_build_is_told_and_no_traceback(press, gone, row):
    edition = press.site.read()
    (press.site.root / gone).unlink()
    with pytest.raises(BulletinError) as failed:
        deliver(edition, press.store, press.room / "new", press.outputs())
    assert rows([failed.value.problem]) == [row]


@pytest.fixture
def open_shelf(site, tmp_path):
    """Photos right in images/, where the folders of other photos are, too."""
    site.write("images/x.jpg", jpeg("x"))
    site.write("images/chung/1.jpg", jpeg("1"))
    site.bulletin("2026/a", "![](../../images/x.jpg)\n\n![](../../images/chung/1.jpg)")
    return Press(site, tmp_path)


def test_with_a_photo_right_in_images_the_others_don_t_come_back(open_shelf):
    for _ in range(2):
        open_shelf.build()
    gone = {name for name in open_shelf.photos() if "/chung/" in name}
    assert gone
    open_shelf.site.bulletin("2026/a", "![](../../images/x.jpg)")
    for _ in range(3):
        open_shelf.build()
        assert not gone & open_shelf.photos()


def test_a_folder_with_folders_in_it_is_not_trusted(open_shelf):
    open_shelf.build()
    before = open_shelf.files()
    exchange(min((open_shelf.public / "images").glob("x.*")))
    open_shelf.build()
    assert open_shelf.files() == before
