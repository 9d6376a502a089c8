"""The sample bulletins and their drawn photos: complete, true to the reports, reproducible."""

from __future__ import annotations

import re
import unicodedata
from importlib.resources import as_file
from pathlib import Path

import draw_photos
import pytest
import yaml
from easel import TYPEFACE, save
from fontTools.ttLib import TTFont
from PIL import Image, ImageChops

ROOT = Path(__file__).parents[2]
VISIT = "2026/hop-tac-dao-tao-binh-xuyen"
REVIEW = "2019/so-ket-cong-tac-tuyen"
GALLERY = "2026/so-ket-cong-tac-tuyen"
PHOTOS = "images/*/*/*.jpg"
TEXTS = [
    f"news/{VISIT}.md",
    f"news/{REVIEW}.md",
    "docs/index.md",
    "docs/gioi-thieu.md",
    "docs/lien-he.md",
]


def text_of(path: str) -> str:
    return (ROOT / path).read_bytes().decode("utf-8")


def front_matter(bulletin: str) -> dict:
    return yaml.safe_load(text_of(f"news/{bulletin}.md").split("---\n")[1])


def captions_of(front: dict) -> list[str]:
    return front.get("captions") or [photo["caption"] for photo in front["photos"]]


def photos(bulletin: str) -> list[Path]:
    return sorted((ROOT / "images" / bulletin).glob("*.jpg"))


def coarse_difference(one: Image.Image, other: Image.Image) -> int:
    """Largest difference of a channel, 0-255, between squares of 8 pixels: an encoder's grain
    does not count, a moved hand does.
    """
    difference = ImageChops.difference(one.reduce(8), other.reduce(8))
    return max(high for _, high in difference.getextrema())


@pytest.mark.parametrize("name", draw_photos.SCENES)
def test_the_photo_is_what_the_script_draws(name):
    with Image.open(ROOT / "images" / name) as photo:
        drawn = draw_photos.draw(name)
        assert photo.size == drawn.size
        assert coarse_difference(photo, drawn) <= 16


def test_a_changed_scene_is_noticed():
    with Image.open(ROOT / "images" / VISIT / "03.jpg") as photo:
        changed = photo.copy()
        changed.paste("#0a6b75", (700, 300, 730, 330))
        assert coarse_difference(photo, changed) > 16


def test_every_run_writes_the_same_bytes(tmp_path):
    name = f"{REVIEW}/02.jpg"
    for run in ("first", "second"):
        save(draw_photos.draw(name), tmp_path / f"{run}.jpg")
    assert (tmp_path / "first.jpg").read_bytes() == (tmp_path / "second.jpg").read_bytes()


@pytest.mark.parametrize("name", draw_photos.SCENES)
def test_the_photo_is_small_and_carries_only_pixels(name):
    path = ROOT / "images" / name
    assert path.stat().st_size < 150_000
    with Image.open(path) as photo:
        assert photo.format == "JPEG"
        assert not photo.getexif()
        assert not {"exif", "comment", "icc_profile", "xmp"} & set(photo.info)


@pytest.mark.parametrize("bulletin", draw_photos.BULLETINS)
def test_each_photo_has_its_caption(bulletin):
    captions = captions_of(front_matter(bulletin))
    number = len(draw_photos.BULLETINS[bulletin])
    assert len(captions) == len(photos(bulletin)) == number
    assert len(set(captions)) == number


def test_no_photo_lies_there_that_is_not_drawn():
    there = {path.relative_to(ROOT / "images").as_posix() for path in ROOT.glob(PHOTOS)}
    assert there == set(draw_photos.SCENES)


def test_a_clone_stays_light():
    files = [path for path in (ROOT / "images").rglob("*") if path.is_file()]
    assert len(list(ROOT.glob(PHOTOS))) <= 40
    assert sum(path.stat().st_size for path in files) < 4_000_000


def test_the_long_gallery_mixes_shapes():
    shapes = set()
    for path in photos(GALLERY):
        with Image.open(path) as photo:
            shapes.add(round(photo.width / photo.height, 1))
    assert len(shapes) >= 4
    assert min(shapes) < 1
    assert max(shapes) > 2


def test_the_typeface_has_every_letter_written_in_a_scene():
    with as_file(TYPEFACE) as path, TTFont(path) as font:
        known = font.getBestCmap()
    written = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("*.py"))
    assert unicodedata.is_normalized("NFC", written)
    assert {
        letter for letter in written if letter.isalpha() and ord(letter) not in known
    } == set()


@pytest.mark.parametrize(
    ("bulletin", "name", "role", "organization"),
    [
        (VISIT, "Phan Kim Trọng", "Giám đốc", "Trung tâm Y tế khu vực Bình Xuyên"),
        (VISIT, "Nguyễn Thị Hảo", "Phó Giám đốc", "Bệnh viện Sản Nhi Vĩnh Phúc"),
        (VISIT, "Ngô Thị Thu Hương", "Khoa Nhi", "Trung tâm Y tế khu vực Bình Xuyên"),
        (VISIT, "Dương Văn Chiến", "Khoa Liên chuyên khoa", ""),
        (REVIEW, "Trần Văn Tấn", "Trưởng phòng Nghiệp vụ Y", "Sở Y tế"),
        (REVIEW, "Đỗ Mạnh Toàn", "Phó Giám đốc", "Bệnh viện Trẻ em Hải Phòng"),
        (REVIEW, "Vũ Trọng Tài", "Trưởng phòng Chỉ đạo tuyến", "Bệnh viện Trẻ em Hải Phòng"),
        (REVIEW, "Vũ Hữu Quyền", "Trưởng khoa Cấp cứu", "Bệnh viện Trẻ em Hải Phòng"),
        (REVIEW, "12 bệnh viện tuyến quận huyện", "", ""),
    ],
)
def test_everybody_named_in_the_report_is_a_participant(bulletin, name, role, organization):
    entries = [_as_line(entry) for entry in front_matter(bulletin)["participants"]]
    found = [entry for entry in entries if name in entry]
    assert len(found) == 1
    assert role in found[0]
    assert organization in found[0]


def _as_line(entry: dict | str) -> str:
    return entry if isinstance(entry, str) else " – ".join(str(part) for part in entry.values())


def test_no_day_and_no_place_are_made_up_where_the_report_gives_none():
    review = front_matter(REVIEW)
    assert review["date"] == 2019
    assert "place" not in review
    assert "byline" not in front_matter(VISIT)


@pytest.mark.parametrize("path", TEXTS)
def test_links_lead_to_files(path):
    links = re.findall(r"\]\(([^)]+)\)", text_of(path))
    files = [link.partition("#")[0] for link in links]
    assert [name for name in files if not (ROOT / path).parent.joinpath(name).is_file()] == []


@pytest.mark.parametrize("path", TEXTS)
def test_text_is_composed_and_has_unix_line_ends(path):
    assert unicodedata.is_normalized("NFC", text_of(path))
    assert "\r" not in text_of(path)
