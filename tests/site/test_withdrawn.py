"""A consent is withdrawn: the next build has nothing of the photo any more."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile

import pytest

from newsrooms import SETTINGS, Newsroom, Tree, tree

CONSENTS = "news/_registry/consents.yml"
HOLDS = "- {id: dy-1, who: A, signed: 2026-02-01}\n"
WITHDRAWN = "- {id: dy-1, who: A, signed: 2026-02-01, withdrawn: 2026-11-20}\n"
CANARY = "chim-hoang-yen"
SHOWN = re.compile(rb"2026/[ad]/be-trai\.|" + CANARY.encode())
"""What stands in a page that shows the photo, or says a word of it."""


@pytest.fixture
def room(tmp_path) -> Newsroom:
    """A child stands first in its bulletin, in another's text, a translation and a film."""
    room = Newsroom(tmp_path / "room", f"{SETTINGS}      photos: {{zip: true}}\n")
    room.photos("2026/a", "be-trai.jpg", "hoi-truong.jpg", "x.jpg")
    room.bulletin(
        "2026/a",
        "photos:",
        f"  - {{file: be-trai.jpg, caption: {CANARY}, alt: {CANARY}, cover: true,"
        " people: child, consent: dy-1}",
        "  - {file: hoi-truong.jpg, alt: Hội trường}",
        "  - {file: x.jpg, alt: Sân}",
        body="[Ảnh đầu](#anh-1), [ảnh ba](#anh-3)",
    )
    room.bulletin("en/2026/a", f"captions: [{CANARY}, Hall, Yard]", translation_of="2026/a")
    away = "accept: [{code: photo-people-away, reason: Giấy đồng ý cho cả bài này}]"
    text = f"Trước ![{CANARY}](../../images/2026/a/be-trai.jpg) sau."
    room.bulletin("2026/b", away, body=text)
    film = "video: {url: https://video.example.org/1, title: Phim, poster: be-trai.jpg}"
    photos = "photos: [{file: x.jpg, alt: x}]"
    accepted = "accept: [{code: photo-unused, reason: Ảnh của bài chính}]"
    room.bulletin("en/2026/c", photos, film, accepted, translation_of="2026/a")
    room.write(CONSENTS, HOLDS)
    return room


def digests(files: Tree) -> dict[str, str]:
    return {hashlib.sha256(content).hexdigest(): name for name, content in files.items()}


def pictures(files: Tree) -> Tree:
    """Renditions, and what is in albums."""
    found = {name: one for name, one in files.items() if name.startswith("images/")}
    for name in [name for name in files if name.endswith(".zip")]:
        with zipfile.ZipFile(io.BytesIO(files[name])) as album:
            found |= {f"{name}/{inner}": album.read(inner) for inner in album.namelist()}
    return found


def mentions(files: Tree) -> list[str]:
    """Files that show the photo or say a word of it."""
    return sorted(name for name, content in files.items() if SHOWN.search(content))


def test_the_next_build_has_nothing_of_the_photo(room):
    before = room.built()
    of_the_child = {
        digest: name for digest, name in digests(pictures(before)).items() if "be-trai" in name
    }
    assert {name.rsplit(".", 1)[-1] for name in of_the_child.values()} == {"avif", "jpg"}
    assert {"news/2026/a/index.html", "news/2026/b/index.html", "index.html"} <= {
        *mentions(before)
    }
    room.write(CONSENTS, WITHDRAWN)
    for _ in range(3):  # the folders of earlier sites come back in turns
        ran = room.build()
        assert ran.code == 0, ran.output
        assert ran.output.count("photo-consent") <= 1
        after = tree(room.site)
        assert of_the_child.keys() & digests(pictures(after)).keys() == set()
        assert mentions(after) == []
    page = room.page("news/2026/a")
    assert 'id="anh-1"' not in page and 'id="anh-2"' in page and 'id="anh-3"' in page
    assert "hoi-truong" in room.page("")


def test_a_consent_that_holds_again_brings_it_back(room):
    before = room.built()
    room.write(CONSENTS, WITHDRAWN)
    assert room.build().code == 0
    room.write(CONSENTS, HOLDS)
    assert digests(pictures(room.built())).keys() == digests(pictures(before)).keys()


def test_a_photo_expires_by_itself_and_the_build_says_so(room):
    room.write(CONSENTS, "- {id: dy-1, who: A, signed: 2026-02-01, expires: 2026-11-22}\n")
    room.built()
    ran = room.build(SOURCE_DATE_EPOCH=str(1_795_366_800))  # 2026-11-23 00:00 in Việt Nam
    assert ran.code == 0, ran.output
    assert "be-trai.jpg" in ran.output and "2026-11-22" in ran.output
    assert mentions(tree(room.site)) == []


def test_a_page_of_docs_can_not_show_a_marked_photo_as_if_it_were_none(room):
    room.write("docs/anh.jpg", (room.root / "images/2026/a/be-trai.jpg").read_bytes())
    ran = room.build()
    assert ran.code == 1
    assert "docs/anh.jpg:1:1" in ran.output and "images/2026/a/be-trai.jpg" in ran.output
    assert not room.site.exists()
