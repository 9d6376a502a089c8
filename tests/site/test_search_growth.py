"""The index grows: closed years keep their files, and its way of growing leaves no trace."""

from __future__ import annotations

import shutil

import pytest

import searchfiles
from newsrooms import NOW, Newsroom, Tree, tree

NEW_YEAR = NOW + 365 * 86_400
PEOPLE = "- {id: an, name: Trần Hoài An}\n- {id: binh, name: Lê Thị Bình}\n"
WORDS = ("hội nghị", "sơ kết", "khám sức khỏe", "tập huấn", "hồi sức", "kỹ thuật", "bàn giao")


def written(room: Newsroom, year: int, number: int, more: str = "") -> None:
    """A bulletin whose words follow from its number."""
    some = " ".join(WORDS[number % 5 :: 1 + number % 3])
    room.bulletin(
        f"{year}/tin-{number}",
        "participants: [{name: Trần Hoài An}, {name: Lê Thị Bình}]",
        "tags: [đào tạo]",
        title=f"Tin {some}",
        date=f"{year}-0{1 + number % 9}-1{number % 9}",
        category="hop-tac",
        body=f"Lời {some}, số {number} năm {year}. {more}\n\n- một\n- hai ba",
    )


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """Three years and a page, built once."""
    room = Newsroom(tmp_path_factory.mktemp("site"))
    room.write("news/_registry/people.yml", PEOPLE)
    room.write("docs/gioi-thieu.md", "# Giới thiệu\n\nBệnh viện có 300 giường.\n")
    for year in (2024, 2025, 2026):
        for number in range(7):
            written(room, year, number)
    index_of(room)
    return room


@pytest.fixture
def room(first, tmp_path):
    """The same with what the build has left, for one test."""
    room = Newsroom(tmp_path / "site")
    shutil.copytree(first.root, room.root, dirs_exist_ok=True)
    return room


def index_of(room: Newsroom, now: int = NOW) -> Tree:
    """What is below ``search/`` after a build."""
    ran = room.build(SOURCE_DATE_EPOCH=str(now))
    assert ran.code == 0, ran.output
    return files_of(room)


def files_of(room: Newsroom) -> Tree:
    return {name: one for name, one in tree(room.site / "search").items() if "html" not in name}


def from_nothing(room: Newsroom, now: int = NOW) -> Tree:
    """The same of a machine that has never built it; letters may be drawn already."""
    kept = room.root / ".cache" / "texts" / "font"
    aside = kept.rename(room.root / "font")
    shutil.rmtree(room.root / ".cache")
    kept.parent.mkdir(parents=True)
    aside.rename(kept)
    return index_of(room, now)


def closed(room: Newsroom) -> tuple[object, dict[str, bytes]]:
    """What the manifest says of the closed years, and all their files."""
    read = searchfiles.read(searchfiles.of_site(room.site))
    assert len(read.segments) == 2
    return read.manifest["segments"][0], read.segments[0].files


def test_the_newest_year_changes_no_file_of_the_closed_ones(room):
    before = closed(room)
    assert len(before[1]) > 10
    written(room, 2026, 7)
    written(room, 2026, 3, "Thêm lời.")
    (room.root / "news/2026/tin-1.md").unlink()
    room.write("docs/lien-he.md", "# Liên hệ\n\nĐiện thoại.\n")
    index_of(room)
    assert closed(room) == before
    read = searchfiles.read(searchfiles.of_site(room.site))
    assert read.holding("them loi") == ["news/2026/tin-3/"]
    assert "news/2026/tin-7/" in read.addresses and "news/2026/tin-1/" not in read.addresses


def test_a_closed_year_can_be_edited(room):
    before = closed(room)
    written(room, 2024, 2, "Thêm lời.")
    index_of(room)
    assert closed(room) != before
    read = searchfiles.read(searchfiles.of_site(room.site))
    assert read.holding("them loi") == ["news/2024/tin-2/"]


def test_step_by_step_leads_where_one_step_does(room):
    room.write("docs/lien-he.md", "# Liên hệ\n\nĐiện thoại.\n")
    written(room, 2026, 8)
    index_of(room)
    written(room, 2026, 8, "Sửa lời.")
    written(room, 2024, 2, "Thêm lời.")
    index_of(room)
    (room.root / "news/2025/tin-3.md").unlink()
    (room.root / "docs/lien-he.md").unlink()
    index_of(room)
    room.write("news/_registry/people.yml", PEOPLE.replace("Lê", "Lê Hoàng"))
    assert index_of(room) == from_nothing(room)


def test_the_first_bulletin_of_a_new_year_closes_the_last(room):
    written(room, 2027, 1)
    grown = index_of(room, NEW_YEAR)
    assert "news/2026/tin-1/" in searchfiles.read(grown.__getitem__).segments[0].living.values()
    before = closed(room)
    written(room, 2027, 2)
    grown = index_of(room, NEW_YEAR)
    assert closed(room) == before
    assert grown == from_nothing(room, NEW_YEAR)


def test_nothing_is_left_of_a_bulletin_that_was_deleted(room):
    before = files_of(room)
    written(room, 2024, 9, "Chuồn chuồn.")
    written(room, 2026, 9, "Chuồn chuồn.")
    assert index_of(room) != before
    for year in (2024, 2026):
        (room.root / f"news/{year}/tin-9.md").unlink()
    assert index_of(room) == before


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda content: content[:-1] + b"#", id="last-byte"),
        pytest.param(lambda content: content[: len(content) // 2], id="cut"),
        pytest.param(lambda content: b"", id="empty"),
    ],
)
def test_damaged_entries_of_the_cache_change_nothing(room, spoil):
    before = files_of(room)
    spoiled = [
        path
        for path in (room.root / ".cache" / "texts").rglob("*")
        if path.is_file() and "font" not in path.parts
    ]
    assert spoiled
    for path in spoiled:
        path.write_bytes(spoil(path.read_bytes()))
    assert index_of(room) == before


def test_entries_put_in_each_others_place_change_nothing(room):
    before = files_of(room)
    for kind in (room.root / ".cache" / "texts").iterdir():
        entries = sorted(path for path in kind.rglob("*") if path.is_file())
        contents = [path.read_bytes() for path in entries]
        for path, content in zip(entries, contents[1:] + contents[:1], strict=True):
            path.write_bytes(content)
    assert index_of(room) == before
