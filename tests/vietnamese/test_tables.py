from __future__ import annotations

import tomllib
import unicodedata
from pathlib import Path

import pytest

from bantin.vietnamese import collation, tables
from bantin.vietnamese.text import compare_key, nfc

FOLDER = Path(tables.__file__).with_name("tables")
FILES = sorted(FOLDER.glob("*.toml"))
SECTIONS = {
    f"{path.stem}.{name}": found
    for path in FILES
    for name, found in tomllib.loads(path.read_text("utf-8")).items()
}


def nfd(s: str) -> str:
    return unicodedata.normalize("NFD", s)


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in FILES])
def test_files_are_nfc(path):
    written = path.read_text("utf-8")
    assert written == nfc(written)


@pytest.mark.parametrize("section", SECTIONS)
def test_entries_are_sorted_words_and_none_stands_twice(section):
    entries = list(SECTIONS[section])
    assert entries == sorted(entries, key=collation.key)
    assert entries == [" ".join(entry.split()) for entry in entries]
    assert all(any(map(str.isalnum, entry)) for entry in entries)
    assert len({tables.words(entry) for entry in entries}) == len(entries)


@pytest.mark.parametrize("section", SECTIONS)
def test_every_entry_is_reached_by_longest_match(section):
    table = tables.phrases(section)
    for entry in SECTIONS[section]:
        words = tables.words(entry)
        assert table.longest(words) == len(words), entry
        assert entry in table
        without = tuple(word for word in words if word != tables.DASH)
        assert table.longest(without) == len(without), entry


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in FILES])
def test_all_is_the_union_of_a_file(path):
    whole = tables.phrases(f"{path.stem}.all")
    for section, entries in SECTIONS.items():
        if section.startswith(f"{path.stem}."):
            assert all(entry in whole for entry in entries)


def test_surnames_have_one_syllable_and_double_surnames_more():
    for group in ("common", "rare", "minority", "also_words"):
        assert [name for name in SECTIONS[f"surnames.{group}"] if " " in name] == []
    for group in ("double", "minority_double"):
        assert [name for name in SECTIONS[f"surnames.{group}"] if " " not in name] == []


def test_a_surname_stands_in_one_group():
    groups = [SECTIONS[f"surnames.{group}"] for group in ("common", "rare", "minority")]
    keys = [compare_key(name) for group in groups for name in group]
    assert len(keys) == len(set(keys)) == len(tables.surnames())
    assert {compare_key(name) for name in SECTIONS["surnames.also_words"]} < set(keys)


PEOPLE = [
    pytest.param("Nguyễn", True, id="common"),
    pytest.param("HUỲNH", True, id="capitals"),
    pytest.param("Uông", True, id="rare"),
    pytest.param("Giàng", True, id="hmong"),
    pytest.param("Ksor", True, id="jarai"),
    pytest.param(nfd("Đặng"), True, id="nfd"),
    pytest.param("Vù", True, id="vù-is-one"),
    pytest.param("Vú", False, id="other-tone"),
    pytest.param("Nguyen", False, id="without-marks"),
    pytest.param("Khoa", False, id="department"),
    pytest.param("Trung", False, id="of-trung-tâm"),
    pytest.param("Bệnh", False, id="of-bệnh-viện"),
]


@pytest.mark.parametrize(("name", "known"), PEOPLE)
def test_surnames(name, known):
    assert (compare_key(name) in tables.surnames()) is known


LONGEST = [
    pytest.param("surnames.double", "Công Tằng Tôn Nữ Thị Mai", 4, id="royal"),
    pytest.param("surnames.double", "Tôn Nữ Thị Mai", 2, id="royal-shorter"),
    pytest.param("surnames.double", "Tôn Đức Thắng", 0, id="first-syllable-alone"),
    pytest.param("places.all", "Hoàng Su Phì", 3, id="district-like-a-name"),
    pytest.param("places.all", "Châu Thành A rất", 3, id="longer-first"),
    pytest.param("places.all", "Châu Thành và", 2, id="shorter"),
    pytest.param("places.all", nfd("ĐẮK LẮK"), 2, id="nfd-capitals"),
    pytest.param("places.provinces", "Hoà Bình", 2, id="new-tone-placement"),
    pytest.param("places.all", "Bà Rịa – Vũng Tàu", 5, id="en-dash"),
    pytest.param("places.all", "Bà Rịa - Vũng Tàu", 5, id="hyphen"),
    pytest.param("places.all", "Bà Rịa Vũng Tàu", 4, id="no-dash"),
    pytest.param("departments.names", "hồi sức tích cực - chống độc nhi", 7, id="lower-case"),
    pytest.param("departments.names", "Nội Nhi", 2, id="dash-left-out"),
    pytest.param("departments.names", "Nhi Nguyễn Văn A", 1, id="up-to-a-name"),
    pytest.param("departments.names", "Phòng chống HIV/AIDS", 3, id="comma-left-out"),
    pytest.param("departments.abbreviations", "HSTC-CĐ Trần", 1, id="abbreviation"),
    pytest.param("roles.heads", "Phó Tổng Giám đốc điều hành", 4, id="role"),
    pytest.param("roles.heads", "Trưởng phòng Nghiệp vụ Y", 2, id="role-before-department"),
    pytest.param("roles.bodies", "Đoàn TNCS Hồ Chí Minh tỉnh", 5, id="body"),
    pytest.param("institutions.kinds", "đa khoa khu vực tỉnh X", 5, id="kind"),
    pytest.param("institutions.kinds", "Lao động – Thương binh và Xã hội", 8, id="office"),
    pytest.param("namesakes.names", "Hải Thượng Lãn Ông", 4, id="namesake"),
    pytest.param("address.words", "đ/c Nguyễn", 1, id="slash-inside"),
    pytest.param("verbs.words", "phát biểu khai mạc hội nghị", 4, id="longer-verb"),
    pytest.param("verbs.words", "Bệnh viện", 0, id="no-verb"),
]


@pytest.mark.parametrize(("section", "text", "length"), LONGEST)
def test_longest(section, text, length):
    assert tables.phrases(section).longest(tables.words(text), 0) == length


def test_longest_counts_from_the_place_given():
    words = tables.words("của Sở Y tế Hà Nội")
    found = [tables.phrases("places.provinces").longest(words, at) for at in range(7)]
    assert found == [0, 0, 0, 0, 2, 0, 0]


EXPANSIONS = [
    pytest.param("roles.abbreviated", "PGĐ", "Phó Giám đốc", id="deputy"),
    pytest.param("roles.abbreviated", "p.gđ", "Phó Giám đốc", id="lower-case"),
    pytest.param("departments.abbreviations", "KSNK", "Kiểm soát nhiễm khuẩn", id="department"),
    pytest.param("departments.abbreviations", "XYZ", None, id="unknown"),
]


@pytest.mark.parametrize(("section", "written", "full"), EXPANSIONS)
def test_expansions(section, written, full):
    assert tables.expansion(section, written) == full


def test_a_plain_list_expands_nothing():
    with pytest.raises(KeyError):
        tables.expansion("roles.heads", "Giám đốc")


def test_unknown_sections_and_files_are_told():
    with pytest.raises(KeyError):
        tables.phrases("roles.tails")
    with pytest.raises(FileNotFoundError):
        tables.phrases("tails.all")


def test_a_role_is_no_department():
    roles, departments = tables.phrases("roles.heads"), tables.phrases("departments.names")
    assert [entry for entry in SECTIONS["departments.names"] if entry in roles] == []
    assert "Trưởng khoa" not in departments
