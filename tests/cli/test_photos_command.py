from __future__ import annotations

import io
import json
from functools import cache
from pathlib import Path

import pytest
from PIL import Image, ImageFilter

from bantin import newsroom
from bantin.cli import main
from edition.sites import MKDOCS, Site, snapshot

SAMPLES = sorted((Path(__file__).parents[2] / "images").glob("20*/*/*.jpg"))
ORIENTATION, GPS, MAKE = 0x0112, 0x8825, 0x010F
PLACE = {1: "N", 2: (10.0, 46.0, 12.5), 3: "E", 4: (106.0, 40.0, 3.25)}


@cache
def photo(number: int, side: int = 1000) -> Image.Image:
    """A photo; another number, another scene."""
    with Image.open(SAMPLES[3 * number]) as image:
        image.draft("RGB", (side, side))
        found = image.convert("RGB")
    found.thumbnail((side, side))
    return found


def jpeg(image: Image.Image, **options: object) -> bytes:
    target = io.BytesIO()
    image.save(target, "JPEG", **{"quality": 85, **options})
    return target.getvalue()


def exif(**tags: object) -> bytes:
    found = Image.Exif()
    for name, value in tags.items():
        tag = globals()[name.upper()]
        if isinstance(value, dict):
            found.get_ifd(tag).update(value)
        else:
            found[tag] = value
    return found.tobytes()


@pytest.fixture
def site(site: Site) -> Site:
    """One bulletin with two photos, a draft with one; all of them well."""
    site.bulletin("2026/a", "Lời.", "captions: [Một, Hai]")
    site.bulletin("2025/b", "Lời.", "captions: [Một]", status="draft", date="2025-02-06")
    for number, name in enumerate(("2026/a/1.jpg", "2026/a/2.jpg", "2025/b/1.jpg")):
        site.write(f"images/{name}", jpeg(photo(number)))
    return site


def photos(site: Site, *arguments: str) -> int:
    return main(["photos", *arguments, "--root", str(site.root)])


def report(site: Site, capsys: pytest.CaptureFixture[str], code: int = 0) -> dict:
    capsys.readouterr()
    assert photos(site, "report", "--format", "json") == code
    return json.loads(capsys.readouterr().out)


def entries(site: Site) -> set[str]:
    """Keys of everything in the store."""
    folder = site.root / ".cache/renditions"
    return {path.name for path in folder.glob("??/*")}


def entry_of(site: Site, path: str) -> list[Path]:
    """Files of the store that were made of an original."""
    settings = newsroom.open_settings(site.root / "mkdocs.yml").settings
    digest = newsroom.freshness(settings).digest(site.root / path).encode()
    files = sorted((site.root / ".cache/renditions").glob("??/*"))
    return [file for file in files if digest in file.read_bytes()]


# --- report


def test_a_site_whose_photos_are_well(site, capsys):
    before = snapshot(site.root)
    assert photos(site) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith("  đang dùng    3 ảnh")
    assert shown.out.endswith("Không có ảnh nào cần xem lại.\n")
    assert shown.err == ""
    assert snapshot(site.root) == before and entries(site) == set()


def test_the_report_speaks_both_languages(site, capsys):
    assert photos(site, "--lang", "en") == 0
    shown = capsys.readouterr().out
    assert shown.startswith("  used            3 photos")
    assert "\n  to be rendered  3 photos\n" in shown
    assert not any(letter in shown for letter in "ảđươ")


def test_what_is_used_and_what_only_lies_about(site, capsys):
    shown = "![Sân](../../images/2026/c/3.jpg)"
    site.bulletin("2026/c", shown, "photos:", "  - file: 1.jpg", "    caption: Một")
    for number, name in enumerate(("c/1.jpg", "c/2.jpg", "c/3.jpg", "nobody/1.jpg"), 3):
        site.write(f"images/2026/{name}", jpeg(photo(number)))
    site.write("images/2026/nobody/._1.jpg", b"x")
    found = report(site, capsys)
    unused = [["images/2026/c/2.jpg"], ["images/2026/nobody/1.jpg"]]
    assert found["findings"]["unused"] == unused
    assert {one["path"] for one in found["originals"] if one["used"]} == {
        *("images/2026/a/1.jpg", "images/2026/a/2.jpg", "images/2025/b/1.jpg"),
        *("images/2026/c/1.jpg", "images/2026/c/3.jpg"),
    }
    photos(site)
    assert "\n  images/2026/nobody/1.jpg  " in capsys.readouterr().out


def test_the_logo_is_no_photo_that_lies_about(tmp_path, capsys):
    site = Site(tmp_path, MKDOCS + "      hospital: {logo: images/logo.png}\n")
    target = io.BytesIO()
    photo(0).resize((200, 200)).save(target, "PNG")
    site.write("images/logo.png", target.getvalue())
    site.bulletin("2026/a")
    assert report(site, capsys)["originals"] == []


def test_photos_of_a_bulletin_that_cannot_be_read_are_not_called_unused(site, capsys):
    site.write("news/2026/a.md", "---\ntitle: [\n---\n")
    assert report(site, capsys)["findings"]["unused"] == []
    photos(site)
    assert "1 bản tin chưa đọc được" in capsys.readouterr().out


def test_odd_photos_are_each_in_their_list(site, capsys):
    whole, small = photo(4), photo(5)
    site.bulletin("2026/odd")
    folder = "images/2026/odd"
    for name, content in {
        "1-small.jpg": jpeg(small.resize((640, 427))),
        "2-blurred.jpg": jpeg(photo(6).filter(ImageFilter.GaussianBlur(6))),
        "3-whole.jpg": jpeg(whole),
        "4-again.jpg": jpeg(whole, quality=50),
        "5-turned.jpg": jpeg(
            photo(7).transpose(Image.Transpose.ROTATE_90), exif=exif(orientation=6)
        ),
        "6-wrong.jpg": jpeg(photo(8), exif=exif(orientation=77)),
        "7-place.jpg": jpeg(photo(9), exif=exif(gps=PLACE)),
    }.items():
        site.write(f"{folder}/{name}", content)
    site.write("images/2026/a/3.jpg", (site.root / folder / "3-whole.jpg").read_bytes())
    again, odd = f"{folder}/4-again.jpg", f"{folder}/3-whole.jpg"
    copy = "images/2026/a/3.jpg"
    found = report(site, capsys)["findings"]
    assert found == {
        "unused": [],
        "small": [[f"{folder}/1-small.jpg"]],
        "blurred": [[f"{folder}/2-blurred.jpg"]],
        "copies": [[copy, odd]],
        "alike": [[copy, odd, again]],
        "twice_turned": [],
        "misturned": [[f"{folder}/6-wrong.jpg"]],
        "turned": [[f"{folder}/5-turned.jpg"]],
        "located": [[f"{folder}/7-place.jpg"]],
    }
    for lang in ("vi", "en"):
        photos(site, "--lang", lang)
        shown = capsys.readouterr().out
        assert f"\n  {copy} = {odd}\n" in shown
        assert f"\n  {copy} = {odd} = {again}\n" in shown
        assert all(path in shown for groups in found.values() for one in groups for path in one)


def test_what_cannot_be_opened_is_told_where_it_is_used(site, capsys):
    site.write("images/2026/a/2.jpg", (site.root / "images/2026/a/1.jpg").read_bytes()[:-99])
    site.write("images/2026/nobody/1.png", "không phải ảnh")
    found = report(site, capsys, code=1)
    told = {(one["path"], one["line"], one["code"]) for one in found["problems"]}
    assert ("news/2026/a.md", 4, "photo-unreadable") in told
    assert {path for path, _, _ in told} == {"news/2026/a.md", "images/2026/nobody/1.png"}
    assert photos(site) == 1
    shown = capsys.readouterr().out
    assert "\nnews/2026/a.md:4:" in shown and "\n    cách sửa: " in shown
    assert "Không có ảnh nào cần xem lại" not in shown


def test_time_and_camera_are_told_to_those_who_ask(site, capsys):
    tags = exif(make="Nokia")
    site.write("images/2026/a/1.jpg", jpeg(photo(0), exif=tags))
    photos(site)
    assert "Nokia" not in capsys.readouterr().out
    photos(site, "--details")
    assert "Nokia" in capsys.readouterr().out
    assert report(site, capsys)["originals"][1]["camera"] == "Nokia"


def test_a_second_report_opens_nothing(site, capsys, monkeypatch):
    first = report(site, capsys)
    monkeypatch.setattr("sys.executable", "/nowhere")  # no child could be started
    assert report(site, capsys) == first


def test_five_hundred_bulletins_stay_readable(site, capsys):
    small = [jpeg(Image.new("RGB", (64, 64), (n % 256, n // 256, 90))) for n in range(300)]
    for number, content in enumerate(small):
        site.bulletin(f"2024/tin-{number}", date="2024-02-06")
        site.write(f"images/2024/tin-{number}/1.jpg", content)
        site.write(f"images/2024/nobody-{number}/1.jpg", content)
    photos(site)
    shown = capsys.readouterr().out
    assert len(shown.splitlines()) < 80
    assert "… và 290 dòng nữa" in shown
    years = [line.split()[:3] for line in shown.splitlines() if line.startswith("  20")]
    assert years == [["2026", "1", "2"], ["2025", "1", "1"], ["2024", "600", "600"]]
    photos(site, "--details")
    last = "\n  images/2024/nobody-299/1.jpg  64 × 64\n"
    assert last not in shown and last in capsys.readouterr().out


def test_what_a_page_loads_is_known_when_it_is_rendered(site, capsys):
    before = report(site, capsys)
    assert before["renditions"]["missing"] == 3
    assert {size for one in before["galleries"] for size in one["bytes"].values()} == {None}
    photos(site, "render")
    after = report(site, capsys)
    assert after["renditions"]["missing"] == 0
    (heaviest, *_) = after["galleries"]
    assert heaviest["id"] == "2026/a" and heaviest["photos"] == 2
    phone, computer, large = heaviest["bytes"].values()
    assert 1_000 < phone < computer <= large
    stored = sum(file.stat().st_size for file in (site.root / ".cache/renditions").glob("??/*"))
    assert after["renditions"]["bytes"] == stored
    assert 0 < sum(year["rendered"] for year in after["years"]) < stored


# --- render


def test_everything_is_rendered_and_drafts_too(site, capsys):
    site.write("docs/index.md", "![Cổng](cong.jpg)")
    site.write("docs/cong.jpg", jpeg(photo(4)))
    assert photos(site, "render") == 0
    assert capsys.readouterr().out.startswith("Đã vẽ 4 ảnh trong ")
    for path in ("images/2026/a/1.jpg", "images/2025/b/1.jpg", "docs/cong.jpg"):
        assert entry_of(site, path), path
    there = entries(site)
    assert photos(site, "render", "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["made"], told["there"], told["problems"]) == (0, 4, [])
    assert entries(site) == there


def test_a_photo_that_cannot_be_rendered_is_told_with_its_line_and_the_others_are_made(
    site, capsys
):
    site.write("images/2026/a/2.jpg", jpeg(photo(1))[:-99])
    assert photos(site, "render") == 1
    shown = capsys.readouterr().out
    assert shown.startswith("news/2026/a.md:4:")
    assert "Đã vẽ 2 ảnh" in shown
    assert not entry_of(site, "images/2026/a/2.jpg")


def test_verify_makes_damaged_renditions_anew(site, capsys):
    photos(site, "render")
    (damaged,) = entry_of(site, "images/2026/a/2.jpg")
    whole = damaged.read_bytes()
    damaged.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert photos(site, "render") == 0
    assert damaged.read_bytes() != whole  # nobody has looked
    capsys.readouterr()
    assert photos(site, "render", "--verify") == 0
    assert "\nĐã đọc lại hết; 1 ảnh có bản vẽ lại bị hỏng" in capsys.readouterr().out
    assert damaged.read_bytes() == whole
    photos(site, "render", "--verify")
    assert "\nĐã đọc lại hết; 0 ảnh" in capsys.readouterr().out


def test_verify_reads_originals_whose_times_have_not_changed(site, capsys, monkeypatch):
    """A disk may rot behind an unchanged size and time."""
    monkeypatch.setattr("bantin.cache.SETTLED_NS", -(10**12))
    photos(site, "render")
    settings = newsroom.open_settings(site.root / "mkdocs.yml").settings
    record = newsroom.freshness(settings)
    path = str(site.root / "images/2026/a/2.jpg")
    signature, _ = record._known[path]
    record._known[path], record._changed = (signature, "0" * 64), True
    record.save()
    assert photos(site, "render") == 1  # what was recorded is not what is there
    capsys.readouterr()
    assert photos(site, "render", "--verify") == 0
    assert capsys.readouterr().out.startswith("Đã vẽ 0 ảnh")


# --- prune


def test_prune_deletes_what_belongs_to_no_photo_of_the_site(site, capsys):
    site.write("docs/index.md", "![Cổng](cong.jpg)")
    site.write("docs/cong.jpg", jpeg(photo(4)))
    photos(site, "render")
    kept = entries(site) - {file.name for file in entry_of(site, "images/2026/a/2.jpg")}
    (site.root / "images/2026/a/2.jpg").unlink()
    site.bulletin("2026/a", "Lời.", "captions: [Một]")
    capsys.readouterr()
    assert photos(site, "prune", "--dry-run") == 0
    assert capsys.readouterr().out.startswith("Sẽ xóa 1 tệp")
    assert len(entries(site)) == len(kept) + 1
    assert report(site, capsys)["renditions"]["needless_bytes"] > 1_000
    assert photos(site, "prune") == 0
    assert capsys.readouterr().out.startswith("Đã xóa 1 tệp")
    assert entries(site) == kept
    assert photos(site, "render", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["made"] == 0


def test_prune_empties_the_folder_of_photos_that_wait_for_the_next_site(site):
    waiting = site.root / ".cache/spare/2026/a/01.960.key.avif"
    waiting.parent.mkdir(parents=True)
    waiting.write_bytes(b"a photo that may no longer be shown")
    assert photos(site, "prune", "--dry-run") == 0
    assert waiting.exists()
    assert photos(site, "prune") == 0
    assert not waiting.exists()


def test_prune_keeps_pictures_of_pages_that_are_not_published(site, capsys):
    site.write("mkdocs.yml", MKDOCS + "draft_docs: /later/\n")
    site.write("docs/cong.jpg", jpeg(photo(4)))
    photos(site, "render")
    there = entries(site)
    site.write("mkdocs.yml", MKDOCS + "draft_docs: /cong.jpg\n")
    assert photos(site, "prune") == 0
    assert entries(site) == there


def lose_a_bulletin(site: Site) -> None:
    site.write("news/2026/a.md", "---\ntitle: [\n---\n")


def lose_the_drive(site: Site) -> None:
    (site.root / "images").rename(site.root / "elsewhere")


def lose_the_settings(site: Site) -> None:
    site.write("mkdocs.yml", MKDOCS + "      images_dir: docs/images\n")


@pytest.mark.parametrize("lose", [lose_a_bulletin, lose_the_drive, lose_the_settings])
def test_prune_deletes_nothing_while_it_is_not_known_what_is_needed(site, capsys, lose):
    photos(site, "render")
    there = entries(site)
    lose(site)
    capsys.readouterr()
    assert photos(site, "prune") == 1
    shown = capsys.readouterr()
    assert ": lỗi: " in shown.out and "Chưa xóa gì" in shown.err
    assert entries(site) == there


# --- usage


@pytest.mark.parametrize(
    "arguments",
    [["sweep"], ["--verify"], ["prune", "--details"], ["render", "--dry-run"]],
)
def test_wrong_usage(site, capsys, arguments):
    try:
        code = photos(site, *arguments)
    except SystemExit as left:
        code = left.code
    shown = capsys.readouterr()
    assert code == 2 and shown.out == "" and len(shown.err) > 20
    assert entries(site) == set()


def test_a_folder_without_a_site(tmp_path, capsys):
    assert main(["photos", "--root", str(tmp_path)]) == 2
    assert list(tmp_path.iterdir()) == []
