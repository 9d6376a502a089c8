from __future__ import annotations

import os

import pytest

from bantin import limits
from bantin.edition import folders
from bantin.errors import BulletinError


def test_a_file_that_vanished_after_the_listing_is_a_problem(site):
    site.bulletin("2026/a")
    (found,) = folders.bulletins(site.root / "news")
    found.path.unlink()
    with pytest.raises(BulletinError) as refused:
        folders.read(found.path, "news/2026/a.md")
    assert refused.value.problem.code == "file-unreadable"
    assert str(refused.value.problem.at) == "news/2026/a.md:1:1"


@pytest.mark.skipif(os.name == "nt", reason="no links and pipes here")
@pytest.mark.parametrize("what", ["link", "pipe", "folder", "device"])
def test_only_plain_files_are_read(site, what):
    path = site.root / "a.md"
    if what == "link":
        path.symlink_to(site.root / "mkdocs.yml")
    elif what == "pipe":
        os.mkfifo(path)
    elif what == "folder":
        path.mkdir()
    else:
        path = type(path)(os.devnull)
    with pytest.raises(BulletinError) as refused:
        folders.read(path, "a.md")
    assert refused.value.problem.code == "file-not-plain"


def test_no_more_is_read_than_a_bulletin_may_have(site):
    huge = site.write("a.md", bytes(3 * limits.BULLETIN_BYTES))
    assert len(folders.read(huge, "a.md")) == limits.BULLETIN_BYTES + 1


def test_bulletins_come_in_the_order_of_their_names(site):
    for id in ("2026/b", "2025/z", "2026/a", "en/2026/a"):
        site.bulletin(id)
    names = [found.name for found in folders.bulletins(site.root / "news")]
    assert names == ["2025/z.md", "2026/a.md", "2026/b.md", "en/2026/a.md"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param("news/2026/hop-tac.md", "news/2026/hop-tac-1.md", id="name"),
        pytest.param("news/2019/so-ket.md", "news/2018/so-ket.md", id="folder"),
        pytest.param("news/2026/SO-KET", "news/2026/so-ket.md", id="case-and-suffix"),
        pytest.param("news/2026/lich-truc.md", "", id="only-the-folder-is-alike"),
    ],
)
def test_the_path_that_was_probably_meant(path, expected):
    known = ("news/2026/hop-tac-1.md", "news/2026/so-ket.md", "news/2018/so-ket.md")
    assert folders.nearest_path(path, known) == expected
