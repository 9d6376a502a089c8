"""The guide's first bulletin, done word for word, shows at each step what the guide says."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from urllib.parse import urljoin

import pytest
from previews import Preview, free_port

import searchfiles
import walkthrough
from bantin.locale import text
from newsrooms import SETTINGS, Newsroom, tree

WALK = walkthrough.read()
GUIDE = "huong-dan/"
ENGINEERS = "dev/"


@pytest.fixture(scope="module")
def room(tmp_path_factory) -> Newsroom:
    """A small site with the guide, the notes for engineers and the photos to be copied."""
    settings = SETTINGS.replace(
        "hop-tac: {", "chi-dao-tuyen: {vi: Chỉ đạo tuyến, en: Support}\n        hop-tac: {"
    )
    kept_back = "draft_docs: |\n  /huong-dan/\n  /dev/\nmarkdown_extensions: [attr_list]\n"
    room = Newsroom(tmp_path_factory.mktemp("site"), settings + kept_back)
    room.write("docs/lien-he.md", "# Liên hệ\n")
    for folder in (GUIDE, ENGINEERS):
        shutil.copytree(walkthrough.ROOT / "docs" / folder, room.root / "docs" / folder)
    for photo in WALK.photos:
        room.write(photo, (walkthrough.ROOT / photo).read_bytes())
    (source,) = {photo.split("/")[2] for photo in WALK.photos}
    room.bulletin(f"2026/{source}", 'captions: ["", "", ""]')
    return room


@pytest.fixture(scope="module")
def preview(room, tmp_path_factory) -> Iterator[Preview]:
    preview = Preview(room, tmp_path_factory.mktemp("scratch"), free_port())
    try:
        yield preview.started()
    finally:
        preview.end()


def test_each_step_shows_what_the_guide_says(room, preview):
    serve, new, check, build = WALK.commands
    assert (serve, build) == ("make serve", "make site")
    said = walkthrough.type_in(room, new)
    assert WALK.file in said and WALK.folder in said
    assert (room.root / WALK.file).is_file() and (room.root / WALK.folder).is_dir()
    preview.shows(WALK.address, text("ribbon_draft", "vi"))

    walkthrough.copy_photos(room, WALK)
    preview.shows(WALK.address, "chưa có chú thích")
    room.write(WALK.file, f"{WALK.head}\nViết nội dung bản tin ở đây.\n")
    preview.shows(WALK.address, text("preview_clean", "vi"))
    assert "Trưởng phòng Chỉ đạo tuyến" in preview.get(WALK.address)[1]

    room.write(WALK.file, WALK.head + WALK.body)
    preview.shows(WALK.address, "<cite>CNĐD Quách Thùy Dương")
    page = preview.get(WALK.address)[1]
    assert text("preview_clean", "vi") in page
    assert re.findall(r'<figure[^>]* id="(anh-\d)"', page) == ["anh-1", "anh-2", "anh-3"]

    room.write(WALK.file, WALK.published + WALK.body)
    assert walkthrough.type_in(room, check).strip() == text("check_clean", "vi")
    ran = room.build()
    assert ran.code == 0, ran.output
    assert "Học bằng tay" in room.page(WALK.address)
    assert text("ribbon_draft", "vi") not in room.page(WALK.address)


@pytest.mark.parametrize("address", [GUIDE, f"{GUIDE}bai-dau-tien/", f"{GUIDE}thong-bao/"])
def test_the_preview_shows_the_guide_with_its_pictures(preview, address):
    status, page = preview.get(address)
    assert status == 200
    pictures = re.findall(r'<img[^>]* src="([^"]*anh/[^"]+)"', page)
    assert bool(pictures) == ("thong-bao" not in address)
    for picture in pictures:
        assert preview.get(urljoin(address, picture))[0] == 200, picture


def test_the_preview_shows_the_notes_for_engineers(preview):
    assert preview.get(ENGINEERS)[0] == 200


def test_the_terminal_does_not_speak_of_our_own_arrangements(preview):
    assert "Serving on" in preview.said()
    for puzzling in (".site.next", "draft_docs", ENGINEERS):
        assert puzzling not in preview.said()


def test_a_message_in_the_preview_leads_to_its_entry_in_the_guide(preview):
    page = preview.get(f"{GUIDE}thong-bao/")[1]
    for code in ("caption-count", "photo-consent-missing"):  # one with an example, one without
        assert re.search(rf'<h[34] id="{code}">', page), code


def test_a_build_publishes_neither_nor_a_picture_of_theirs(room, preview):
    assert list(walkthrough.GUIDE.glob("anh/*"))
    assert room.build().code == 0
    built = tree(room.site)
    assert [name for name in built if name.startswith((GUIDE, ENGINEERS))] == []
    pictures = {name for name in built if name.endswith((".avif", ".webp", ".jpg"))}
    ours = ("images/2026/", "images/cards/")
    assert {name for name in pictures if not name.startswith(ours)} == set()
    assert b"huong-dan" not in built["sitemap.xml"]
    index = searchfiles.read(searchfiles.of_site(room.site))
    assert [page for page in index.addresses if page.startswith((GUIDE, ENGINEERS))] == []
