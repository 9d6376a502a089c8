"""One file with all photos of a gallery: what is in it, and that it is always the same."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from PIL import Image

from bantin import newsroom
from bantin.cache import Cache
from bantin.edition import albums
from bantin.edition.delivery import Outputs, deliver
from bantin.errors import BulletinError
from bantin.photos.door import PhotoError
from edition.sites import MKDOCS, Site, jpeg

ZIPPED = f"{MKDOCS}      photos: {{zip: true}}\n"


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A gallery of three photos with captions, and one photo elsewhere."""
    found = Site(tmp_path / "site", ZIPPED)
    found.photos("2026/hoi-thi", "1.jpg", "2.jpg", "3.jpg")
    found.bulletin("2026/hoi-thi", "Lời.", "captions: [Một, Hai, Ba]")
    found.photos("2026/mot", "1.jpg")
    found.bulletin("2026/mot", "Lời.", "captions: [Một]")
    return found


@pytest.fixture
def store(site):
    settings = newsroom.open_settings(site.root / "mkdocs.yml").settings
    with closing(newsroom.renditions(settings)) as opened:
        yield opened


def opened(album, store):
    return ZipFile(io.BytesIO(b"".join(albums.content(album, store))))


def test_the_photos_of_a_gallery_as_they_are_published(site, store):
    (album,) = albums.of(site.read())
    archive = opened(album, store)
    assert archive.namelist() == ["hoi-thi-01.jpg", "hoi-thi-02.jpg", "hoi-thi-03.jpg"]
    assert archive.testzip() is None
    for name, job in album.entries:
        large = job.picture.large
        assert archive.read(name) == store.contents(job)[large.address]
        assert Image.open(io.BytesIO(archive.read(name))).size == (large.width, large.height)
        assert archive.read(name) != Path(job.source).read_bytes()


def test_only_galleries_of_two_and_more_and_only_if_asked_for(site):
    assert list(albums.addresses(site.read())) == ["2026/hoi-thi"]
    site.write("mkdocs.yml", MKDOCS)
    assert albums.addresses(site.read()) == {} and albums.of(site.read()) == ()


def test_no_photo_of_a_draft_is_offered(site):
    site.bulletin("2026/hoi-thi", "Lời.", "captions: [Một, Hai, Ba]", "status: draft")
    assert albums.of(site.read()) == ()


def test_it_lies_beside_its_photos_under_a_name_that_stands_for_its_bytes(site, store):
    (album,) = albums.of(site.read())
    folder, _, name = album.address.rpartition("/")
    assert folder == "images/2026/hoi-thi"
    slug, key, suffix = name.split(".")
    assert (slug, len(key), suffix) == ("hoi-thi", 12, "zip")
    first = b"".join(albums.content(album, store))
    os.utime(site.root / "images/2026/hoi-thi/1.jpg", (1, 1))
    (again,) = albums.of(site.read())
    assert again.address == album.address
    assert b"".join(albums.content(again, store)) == first


CHANGES = {
    "a-photo": lambda site: site.write("images/2026/hoi-thi/2.jpg", jpeg("other")),
    "a-photo-more": lambda site: site.photos("2026/hoi-thi", "4.jpg"),
    "the-order": lambda site: (site.root / "images/2026/hoi-thi/1.jpg").rename(
        site.root / "images/2026/hoi-thi/9.jpg"
    ),
    "what-is-drawn": lambda site: site.write(
        "mkdocs.yml", ZIPPED.replace("zip: true", "zip: true, watermark: Nhi Mây Trắng")
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_other_bytes_have_another_address(site, change):
    (before,) = albums.of(site.read())
    change(site)
    (after,) = albums.of(site.read())
    assert after.address != before.address


def test_a_translation_shares_the_album(site):
    site.bulletin("en/2026/contest", "Words.", "translation_of: 2026/hoi-thi")
    edition = site.read()
    (album,) = albums.of(edition)
    assert albums.addresses(edition) == dict.fromkeys(
        ("2026/hoi-thi", "en/2026/contest"), album.address
    )


def test_a_number_that_is_left_empty_stays_empty(site, store):
    edition = site.read()
    photos = edition.galleries["2026/hoi-thi"]
    less = replace(edition, galleries={"2026/hoi-thi": (photos[0], photos[2])})
    (album,) = albums.of(less)
    assert opened(album, store).namelist() == ["hoi-thi-01.jpg", "hoi-thi-03.jpg"]
    assert album.address != albums.of(edition)[0].address
    many = (*photos[:2], replace(photos[2], number=120))
    (album,) = albums.of(replace(edition, galleries={"2026/hoi-thi": many}))
    assert [name for name, _ in album.entries][::2] == ["hoi-thi-001.jpg", "hoi-thi-120.jpg"]


def test_it_says_nothing_of_time_and_machine(site, store):
    (album,) = albums.of(site.read())
    for entry in opened(album, store).infolist():
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)
        assert entry.compress_type == ZIP_STORED
        assert (entry.create_system, entry.external_attr >> 16) == (3, 0o100644)
        assert (entry.extra, entry.comment, entry.flag_bits) == (b"", b"", 0)
    assert opened(album, store).comment == b""


def test_it_is_made_a_photo_at_a_time(site, store):
    (album,) = albums.of(site.read())
    parts = list(albums.content(album, store))
    assert len(parts) == len(album.entries) + 1
    for part, (name, job) in zip(parts, album.entries, strict=False):
        photo = store.contents(job)[job.picture.large.address]
        assert part.endswith(photo) and len(part) == 30 + len(name) + len(photo)


def test_an_edition_knows_its_albums_once_its_photos_are_made(site):
    album = albums.of(site.read())[0]
    assert site.proofread().edition.albums == {"2026/hoi-thi": album.address}
    site.write("images/2026/hoi-thi/3.jpg", jpeg("3", (2000, 1500))[:-8])
    without = site.proofread().edition
    assert len(without.galleries["2026/hoi-thi"]) == 2
    assert without.albums == {"2026/hoi-thi": albums.of(without)[0].address}


@pytest.mark.skipif(not shutil.which("unzip"), reason="needs unzip")
def test_another_program_unpacks_it(site, store, tmp_path):
    (album,) = albums.of(site.read())
    target = tmp_path / "public" / album.address
    albums.write(album, store, target)
    subprocess.run(["unzip", "-q", target, "-d", tmp_path / "out"], check=True)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        name for name, _ in album.entries
    ]


def test_it_is_written_whole_and_readable_by_a_web_server(site, store, tmp_path):
    (album,) = albums.of(site.read())
    target = tmp_path / "public" / album.address
    albums.write(album, store, target)
    assert target.read_bytes() == b"".join(albums.content(album, store))
    ordinary = tmp_path / "ordinary"
    ordinary.touch()
    assert target.stat().st_mode == ordinary.stat().st_mode
    assert list(target.parent.iterdir()) == [target]


def test_where_a_photo_fails_nothing_is_left(site, store, tmp_path):
    (album,) = albums.of(site.read())
    site.write("images/2026/hoi-thi/3.jpg", b"")
    target: Path = tmp_path / "public" / album.address
    with pytest.raises(PhotoError):
        albums.write(album, store, target)
    assert list(target.parent.iterdir()) == []


def test_an_older_site_that_shares_the_file_keeps_its_own(site, store, tmp_path):
    (album,) = albums.of(site.read())
    target, last = tmp_path / "next.zip", tmp_path / "last.zip"
    last.write_bytes(b"last")
    os.link(last, target)
    albums.write(album, store, target)
    assert last.read_bytes() == b"last"


def test_a_site_has_its_albums_and_the_next_takes_them_over(site, store, tmp_path):
    (album,) = albums.of(site.read())
    public, following = tmp_path / "public", tmp_path / "next"
    outputs = Outputs(Cache(tmp_path / "cache"), public, "", tmp_path / "spare")
    outputs.save(deliver(site.read(), store, public, outputs))
    assert (public / album.address).read_bytes() == b"".join(albums.content(album, store))
    again = Outputs(Cache(tmp_path / "cache"), public, "", tmp_path / "spare")
    assert album.address in deliver(site.read(), store, following, again).kept
    assert (following / album.address).samefile(public / album.address)


def test_an_album_that_changed_takes_the_place_of_the_old_one(site, store, tmp_path):
    public, following = tmp_path / "public", tmp_path / "next"
    outputs = Outputs(Cache(tmp_path / "cache"), public, "", tmp_path / "spare")
    outputs.save(deliver(site.read(), store, public, outputs))
    site.write("images/2026/hoi-thi/2.jpg", jpeg("other"))
    again = Outputs(Cache(tmp_path / "cache"), public, "", tmp_path / "spare")
    deliver(site.read(), store, following, again)
    (album,) = albums.of(site.read())
    assert [path.name for path in following.rglob("*.zip")] == [album.address.split("/")[-1]]


def test_a_photo_that_went_away_meanwhile_is_told_at_its_gallery(site, store, tmp_path):
    edition = site.read()
    (site.root / "images/2026/hoi-thi/3.jpg").unlink()
    with pytest.raises(BulletinError) as reason:
        albums.deliver(edition, store, tmp_path / "public", frozenset())
    assert reason.value.problem.at.path == "news/2026/hoi-thi.md"
    assert not list((tmp_path / "public").rglob("*.zip"))
