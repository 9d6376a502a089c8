"""The site in this repository: the two conference reports, as a reader gets them."""

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
    return html5lib.parse(files[f"{address}/index.html"].decode(), namespaceHTMLElements=False)


def words(node: Element) -> str:
    return " ".join("".join(node.itertext()).split())


def classed(node: Element, name: str) -> Iterator[Element]:
    return (one for one in node.iter() if name in one.get("class", "").split())


@pytest.mark.parametrize(
    ("address", "photos"),
    [pytest.param(VISIT, 7, id="2026"), pytest.param(REVIEW, 2, id="2019")],
)
def test_a_report_shows_its_photos_numbered_and_with_captions(files, address, photos):
    figures = list(page(files, address).iter("figure"))
    numbers = [words(one) for figure in figures for one in classed(figure, "number")]
    captions = {words(one) for figure in figures for one in classed(figure, "caption")}
    assert numbers == [str(number) for number in range(1, photos + 1)]
    assert len(figures) == len(captions) == photos
    assert min(map(len, captions)) > 30
    for figure in figures:
        (image,) = figure.iter("img")
        assert posixpath.normpath(f"{address}/{image.get('src')}") in files


NAMES = {
    VISIT: [
        "TTƯT, ThS.BSCKII Phan Kim Trọng",
        "BSCKII Nguyễn Thị Hảo",
        "BS Ngô Thị Thu Hương",
        "BSCKII Dương Văn Chiến",
        "Trung tâm Y tế khu vực Bình Xuyên",
    ],
    REVIEW: [
        "ThS.BS Trần Văn Tấn",
        "ThS.BS Đỗ Mạnh Toàn",
        "BSCKI Vũ Trọng Tài",
        "ThS.BS Vũ Hữu Quyền",
        "12 bệnh viện tuyến quận huyện",
        "Một số trung tâm y tế",
    ],
}


@pytest.mark.parametrize(("address", "names"), NAMES.items(), ids=["2026", "2019"])
def test_a_report_names_who_took_part(files, address, names):
    (section,) = classed(page(files, address), "participants")
    assert [words(one) for one in classed(section, "name")] == names


def test_from_each_report_one_gets_to_the_other(files):
    for address, rel, other in ((VISIT, "prev", REVIEW), (REVIEW, "next", VISIT)):
        (neighbours,) = classed(page(files, address), "neighbours")
        ways = [(link.get("rel"), link.get("href")) for link in neighbours.iter("a")]
        assert ways == [(rel, f"../../{other.removeprefix('news/')}/")]


def test_its_private_notes_and_the_guides_stay_at_home(files):
    for name, content in files.items():
        assert "Những chỗ báo cáo gốc".encode() not in content, name
    assert not [name for name in files if name.startswith(("dev/", "huong-dan/"))]


def test_the_check_has_nothing_to_say(room, files, capsys, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(NOW))
    assert main(["check", "--root", str(room.root), "--strict", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {row["severity"] for row in found} <= {"info"}
