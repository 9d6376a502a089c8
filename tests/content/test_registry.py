"""The registries of news/_registry/."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from bantin.content import registry

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def read(name: str, text: str) -> registry.RegistryRead:
    return registry.read(f"news/_registry/{name}", text.encode("utf-8"), ZONE)


ENTRIES = {
    "people": (
        "people.yml",
        "- id: phan-kim-trong\n  name: Phan Kim Trọng\n  titles: [ThS]\n  aliases: [P. Trọng]\n"
        "  posts:\n    - {role: Giám đốc, organization: tt, valid_from: 2020-01-01}\n",
        {
            "id": "phan-kim-trong",
            "name": "Phan Kim Trọng",
            "titles": ("ThS",),
            "aliases": ("P. Trọng",),
            "posts": (
                {
                    "role": "Giám đốc",
                    "organization": "tt",
                    "valid_from": date(2020, 1, 1),
                },
            ),
        },
    ),
    "organizations": (
        "organizations.yml",
        "- {id: a, name: A, aliases: [B], successor: c,"
        " valid_from: 2010-01-01, valid_to: 2025-06-30}",
        {
            "id": "a",
            "name": "A",
            "aliases": ("B",),
            "successor": "c",
            "valid_from": date(2010, 1, 1),
            "valid_to": date(2025, 6, 30),
        },
    ),
    "glossary": (
        "glossary.yml",
        "- {term: CĐT, expansion: Chỉ đạo tuyến, variants: [cđt], keep: có}",
        {"term": "CĐT", "expansion": "Chỉ đạo tuyến", "variants": ("cđt",), "keep": True},
    ),
    "consents": (
        "consents.yml",
        "- {id: gd-1, who: A, photo: 01.jpg, scope: web, signed: 06/02/2026,"
        " expires: 2027-02-06, guardian: B, reference: tủ 3}",
        {
            "id": "gd-1",
            "who": "A",
            "photo": "01.jpg",
            "scope": "web",
            "signed": date(2026, 2, 6),
            "expires": date(2027, 2, 6),
            "guardian": "B",
            "reference": "tủ 3",
        },
    ),
}


@pytest.mark.parametrize(("name", "text", "entry"), ENTRIES.values(), ids=ENTRIES.keys())
def test_entries_are_read(name, text, entry):
    found = read(name, text)
    assert found.entries == (entry,)
    assert all(problem.severity == "info" for problem in found.problems)


@pytest.mark.parametrize("name", registry.TABLES)
@pytest.mark.parametrize("text", ["", "\n", "# chưa có ai\n", "[]\n"])
def test_an_empty_registry_is_no_fault(name, text):
    assert read(name, text) == registry.RegistryRead()


WRONG = {
    "consent-without-date": ("consents.yml", "- id: a", ["1:3 key-missing"]),
    "consent-with-empty-end": (
        "consents.yml",
        "- id: a\n  signed: 2026-02-06\n  expires:",
        ["3:11 key-empty"],
    ),
    "consent-on-no-day": (
        "consents.yml",
        "- id: a\n  signed: 31/02/2026",
        ["2:11 date-impossible"],
    ),
    "consent-in-words": ("consents.yml", "- id: a\n  signed: có", ["2:11 date-unknown"]),
    "consent-without-id": ("consents.yml", "- signed: 2026-02-06", ["1:3 key-missing"]),
    "id-twice": ("people.yml", "- {id: a, name: A}\n- {id: a, name: B}", ["2:3 id-twice"]),
    "term-twice": ("glossary.yml", "- term: A\n- term: A", ["2:3 id-twice"]),
    "key-twice": ("people.yml", "- id: a\n  id: b\n  name: A", ["2:3 key-twice"]),
    "key-unknown": ("people.yml", "- id: a\n  name: A\n  phone: 1", ["3:3 key-unknown"]),
    "key-misspelt": ("people.yml", "- id: a\n  nam: A", ["2:3 key-unknown-near"]),
    "no-list": ("people.yml", "id: a\nname: A", ["1:1 list-expected"]),
    "entry-as-text": ("people.yml", "- Phan Kim Trọng", ["1:3 keys-expected"]),
    "post-without-role": (
        "people.yml",
        "- id: a\n  name: A\n  posts:\n    - organization: b",
        ["4:7 key-missing"],
    ),
    "flag": ("glossary.yml", "- {term: A, keep: ture}", ["1:19 flag-unknown"]),
    "tab": ("people.yml", "- id: a\n\tname: A", ["2:1 indent-tab"]),
    "alias": ("people.yml", "- &a {id: a, name: A}\n- *a", ["1:3 yaml-unwanted"]),
    "hidden": ("people.yml", "- id: a\n  name: A\u200b", ["2:10 invisible-character"]),
}


@pytest.mark.parametrize(("name", "text", "problems"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_is_told_at_its_place(name, text, problems):
    found = read(name, text)
    told = [
        f"{problem.at.line}:{problem.at.column} {problem.code}" for problem in found.problems
    ]
    assert told == problems
    assert {problem.at.path for problem in found.problems} == {f"news/_registry/{name}"}


def test_of_two_entries_with_one_id_the_first_stays():
    found = read("people.yml", "- {id: a, name: A}\n- {id: a, name: B}\n- {id: b, name: C}")
    assert [entry["name"] for entry in found.entries] == ["A", "C"]


def test_the_file_is_named_as_the_writer_knows_it():
    (problem,) = read("consents.yml", "a").problems
    assert dict(problem.values) == {"key": "consents.yml"}
