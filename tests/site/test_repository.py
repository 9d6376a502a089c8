"""The site in this repository as readers get it: two real reports, eleven invented ones."""

from __future__ import annotations

import json
import posixpath
import shutil
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from bantin.cli import main
from newsrooms import NOW, Newsroom, Tree

ROOT = Path(__file__).parents[2]
REVIEW = "news/2019/so-ket-cong-tac-tuyen"
VISIT = "news/2026/hop-tac-dao-tao-binh-xuyen"
SERIES = [f"news/{year}/so-ket-cong-tac-tuyen" for year in (2024, 2025, 2026)]
BLOOD = "news/2026/ngay-hoi-hien-mau"
BLOOD_IN_ENGLISH = "news/en/2026/blood-donation-day"
VACCINATION = "news/2026/tiem-chung-mua-dong"
WEEK = "news/2026/tuan-lam-viec-chung-dong-suong"
"""Coming, over the end of a month, without photos."""
BY_TIME = [
    REVIEW,
    "news/2024/tap-huan-cap-cuu-nhi",
    SERIES[0],
    SERIES[1],
    "news/2025/hoi-nghi-dieu-duong",
    VISIT,
    BLOOD,
    SERIES[2],
    WEEK,
    VACCINATION,
]
"""Every Vietnamese bulletin that is public, the oldest first."""
PICTURED = [one for one in BY_TIME if one != WEEK]
PHOTOS = dict(zip(PICTURED, (2, 2, 2, 3, 2, 7, 3, 12, 2), strict=True)) | {BLOOD_IN_ENGLISH: 3}
REAL = (REVIEW, VISIT)
HIDDEN = {
    "phong-cho-than-thien": "Phòng chờ thân thiện",
    "ban-tay-sach": "giấy khen Bàn tay sạch",
}
"""A draft and one under embargo, each with words of its title."""


@pytest.fixture(scope="module")
def room(tmp_path_factory) -> Newsroom:
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    room = Newsroom(tmp_path_factory.mktemp("repository"), settings)
    for folder in ("docs", "news", "images"):
        shutil.copytree(ROOT / folder, room.root / folder, dirs_exist_ok=True)
    return room


@pytest.fixture(scope="module")
def files(room) -> Tree:
    return room.built()  # strict, and without a WARNING


def page(files: Tree, address: str) -> Element:
    name = posixpath.join(address, "index.html")
    return html5lib.parse(files[name].decode(), namespaceHTMLElements=False)


def words(node: Element) -> str:
    return " ".join("".join(node.itertext()).split())


def classed(node: Element, name: str) -> Iterator[Element]:
    return (one for one in node.iter() if name in one.get("class", "").split())


def images(node: Element) -> Iterator[Element]:
    """Without what only stands in a photo's place until it is there."""
    return (one for one in node.iter("img") if not one.get("aria-hidden"))


def ways(node: Element, address: str) -> list[str]:
    """Where the links inside ``node`` lead, as paths of the site."""
    targets = (link.get("href", "").partition("#")[0] for link in node.iter("a"))
    return [posixpath.normpath(posixpath.join(address, target)) for target in targets]


@pytest.mark.parametrize(("address", "photos"), PHOTOS.items(), ids=PHOTOS)
def test_a_bulletin_shows_its_photos_numbered_and_with_captions(files, address, photos):
    found = page(files, address).iter("figure")
    figures = [one for one in found if one.get("id", "").startswith("anh-")]
    figures.sort(key=lambda one: int(one.get("id", "").removeprefix("anh-")))  # cover first
    numbers = [words(one) for figure in figures for one in classed(figure, "number")]
    captions = {words(one) for figure in figures for one in classed(figure, "caption")}
    assert numbers == [str(number) for number in range(1, photos + 1)]
    assert len(figures) == len(captions) == photos
    assert min(map(len, captions)) > 30
    for figure in figures:
        (image,) = images(figure)
        assert posixpath.normpath(f"{address}/{image.get('src')}") in files


NAMES = {
    VISIT: [
        "TTƯT, ThS.BSCKII Phan Kim Trọng",
        "BSCKII Nguyễn Thị Hảo",
        "BS Ngô Thị Thu Hương",
        "BSCKII Dương Văn Chiến",
        "Đại diện lãnh đạo các khoa, phòng chức năng",
    ],
    REVIEW: [
        "ThS.BS Trần Văn Tấn",
        "ThS.BS Đỗ Mạnh Toàn",
        "BSCKI Vũ Trọng Tài",
        "ThS.BS Vũ Hữu Quyền",
        "12 bệnh viện tuyến quận huyện",
        "Một số trung tâm y tế",
    ],
    SERIES[1]: [
        "TTƯT, TS.BS Đinh Hải Bình",
        "ThS.BS Kiều Minh Đăng",
        "BSCKI Hoàng Sĩ Nguyên",
        "BS Mạc Thị Lan",
        "Đại diện Phòng Nghiệp vụ Y",
        "Các bệnh viện và trung tâm y tế trong tỉnh Thanh Vân",
    ],
}


@pytest.mark.parametrize(("address", "names"), NAMES.items(), ids=NAMES)
def test_a_bulletin_names_who_took_part(files, address, names):
    (section,) = classed(page(files, address), "participants")
    assert sorted(words(one) for one in classed(section, "name")) == sorted(names)


def test_from_the_newest_bulletin_one_gets_back_to_the_first(files):
    address, visited = BY_TIME[-1], []
    while address:
        visited.append(address)
        (neighbours,) = classed(page(files, address), "neighbours")
        older = [link for link in neighbours.iter("a") if link.get("rel") == "prev"]
        address = posixpath.normpath(f"{address}/{older[0].get('href')}") if older else ""
    assert visited == BY_TIME[::-1]


@pytest.mark.parametrize(
    ("address", "name"),
    [
        pytest.param("", "Bản tin Nhi Mây Trắng", id="home"),
        pytest.param("gioi-thieu", "Bản tin Nhi Mây Trắng", id="document"),
        pytest.param("en", "May Trang Children’s News", id="english-home"),
        pytest.param("en/about", "May Trang Children’s News", id="english-document"),
        pytest.param("en/news", "May Trang Children’s News", id="english-list"),
        pytest.param(BLOOD_IN_ENGLISH, "May Trang Children’s News", id="english-bulletin"),
    ],
)
def test_a_page_calls_the_site_by_its_name_in_the_pages_language(files, address, name):
    shown = page(files, address)
    title = shown.find("head/title")
    shared = [
        m.get("content") for m in shown.iter("meta") if m.get("property") == "og:site_name"
    ]
    (brand,) = classed(shown, "brand")
    assert title is not None and words(title).endswith(name)
    assert shared == [name]
    assert words(brand).startswith(name)


def test_the_english_home_says_what_the_site_is(files):
    shown = page(files, "en")
    (intro,) = classed(shown, "intro")
    assert "Sample data." in words(intro)
    assert {"en/about", "."} <= set(ways(intro, "en"))
    (heading,) = shown.iter("h1")
    assert words(heading) == "May Trang Children’s News"
    assert BLOOD_IN_ENGLISH in ways(next(shown.iter("main")), "en")


def test_what_is_said_in_two_languages_says_which_is_which(files):
    for address in ("", "en", "en/about"):
        (print_,) = classed(page(files, address), "small-print")
        said = {one.get("lang"): words(one) for one in print_.iter("span")}
        assert said == {"vi": "Dữ liệu mẫu.", "en": "Sample data."}
        assert words(print_) == "Dữ liệu mẫu. Sample data."


@pytest.mark.parametrize("address", SERIES)
def test_a_yearly_meeting_leads_to_its_other_two_years(files, address):
    (facts,) = classed(page(files, address), "facts")
    assert "Sơ kết công tác tuyến" in words(facts)
    assert {*SERIES} & set(ways(facts, address)) == {*SERIES} - {address}


@pytest.mark.parametrize("address", [BLOOD, BLOOD_IN_ENGLISH])
def test_a_correction_is_announced_and_told(files, address):
    shown = page(files, address)
    (heading,) = shown.iter("h1")
    assert "214" in words(heading)
    (told,) = classed(shown, "corrections")
    assert [one.get("datetime") for one in told.iter("time")] == ["2026-06-16"]
    assert "241" in words(told) and "214" in words(told)
    assert words(next(shown.iter("body"))).count("241") == 1
    (announced,) = classed(shown, "corrected")
    (link,) = announced.iter("a")
    assert any(one.get("id") == link.get("href", "")[1:] for one in shown.iter())


def test_the_english_bulletin_shows_the_same_photos_in_its_own_words(files):
    there, here = page(files, BLOOD), page(files, BLOOD_IN_ENGLISH)
    assert (there.get("lang"), here.get("lang")) == ("vi", "en")
    assert BLOOD_IN_ENGLISH in ways(there, BLOOD)
    assert BLOOD in ways(here, BLOOD_IN_ENGLISH)
    sources, captions = [], []
    for shown, address in ((there, BLOOD), (here, BLOOD_IN_ENGLISH)):
        (gallery,) = classed(shown, "gallery")
        found = (str(image.get("src")) for image in images(gallery))
        sources.append([posixpath.normpath(f"{address}/{source}") for source in found])
        captions.append({words(one) for one in classed(gallery, "caption")})
    assert sources[0] == sources[1]
    assert captions[0] & captions[1] == set()


def test_the_pinned_notice_stands_on_the_first_page_with_a_leaflet_behind_it(files):
    (notices,) = classed(page(files, ""), "notices")
    assert VACCINATION in ways(notices, "")
    (attachments,) = classed(page(files, VACCINATION), "attachments")
    (leaflet,) = ways(attachments, VACCINATION)
    original = ROOT / "images" / "2026" / "tiem-chung-mua-dong" / "can-mang-theo.pdf"
    assert files[leaflet] == original.read_bytes()


def test_of_the_draft_and_the_embargoed_bulletin_nothing_is_to_be_found(room, files):
    for id, title in HIDDEN.items():
        assert title in (room.root / "news" / "2026" / f"{id}.md").read_text(encoding="utf-8")
        assert list((room.root / "images" / "2026" / id).glob("*.jpg"))
        assert [name for name in files if id in name] == []
        for name, content in files.items():
            assert title.encode() not in content, name
            assert id.encode() not in content, name


def test_private_notes_consents_and_the_guides_stay_at_home(files):
    for name, content in files.items():
        for private in ("Những chỗ báo cáo gốc", "Tủ hồ sơ", "dy-2026"):
            assert private.encode() not in content, name
    assert not [name for name in files if name.startswith(("dev/", "huong-dan/"))]


@pytest.mark.parametrize("address", [one for one in (*PHOTOS, WEEK) if one not in REAL])
def test_what_is_invented_says_so_at_its_end(files, address):
    last = list(classed(page(files, address), "body"))[-1].findall("p")[-1]
    (notice,) = last.findall("em")
    assert words(notice) == words(last)
    assert words(notice).startswith(("Dữ liệu mẫu:", "Sample data:"))


@pytest.mark.parametrize("address", REAL)
def test_a_real_report_says_at_its_end_that_it_is_retold(files, address):
    last = list(classed(page(files, address), "body"))[-1].findall("p")[-1]
    (notice,) = last.findall("em")
    assert "báo cáo có thật" in words(notice)
    assert ways(notice, address) == ["gioi-thieu"]


@pytest.mark.parametrize(
    ("address", "says"),
    [
        pytest.param("quyen-rieng-tu", "91/2025/QH15", id="privacy"),
        pytest.param("en/privacy", "91/2025/QH15", id="privacy-in-english"),
        pytest.param("tro-nang", "WCAG 2.2", id="accessibility"),
        pytest.param("en/accessibility", "WCAG 2.2", id="accessibility-in-english"),
        pytest.param("gioi-thieu", "hư cấu", id="about"),
        pytest.param("en/about", "invented", id="about-in-english"),
        pytest.param("lien-he", "maytrang.example.org", id="contact"),
        pytest.param("en/contact", "maytrang.example.org", id="contact-in-english"),
    ],
)
def test_every_reader_is_told_the_rules_in_both_languages(files, address, says):
    shown = page(files, address)
    assert shown.get("lang") == ("en" if address.startswith("en/") else "vi")
    assert says in words(next(shown.iter("main")))


def test_the_sample_photos_stay_small():
    photos = list((ROOT / "images").rglob("*.jpg"))
    assert len(photos) <= 40
    assert sum(photo.stat().st_size for photo in photos) < 4_000_000


def test_the_check_has_nothing_to_say(room, files, capsys, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(NOW))
    assert main(["check", "--root", str(room.root), "--strict", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {row["severity"] for row in found} <= {"info"}
