"""The registries of news/_registry/."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from bantin.content import registry
from bantin.errors import Location
from bantin.model import Consent, Organization, Person, Post, Registry, Term

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def read(name: str, text: str) -> registry.RegistryRead:
    return registry.read(f"news/_registry/{name}", text.encode("utf-8"), ZONE)


def place(at: Location) -> str:
    return f"{at.line}:{at.column}"


ENTRIES = {
    "people": (
        "people.yml",
        "- id: phan-kim-trong\n  name: Phan Kim Trọng\n  titles: [Ths, Bs.CKII]\n"
        "  aliases: [P. Trọng, '']\n"
        "  posts:\n    - {role: Giám đốc, organization: tt, valid_from: 2020-01-01}\n"
        "    - role: Bí thư\n      valid_to: 31/12/2019\n",
        Registry(
            people=(
                Person(
                    "phan-kim-trong",
                    "Phan Kim Trọng",
                    ("ThS", "BSCKII"),
                    ("P. Trọng",),
                    (
                        Post("Giám đốc", "tt", date(2020, 1, 1)),
                        Post("Bí thư", valid_to=date(2019, 12, 31)),
                    ),
                ),
            )
        ),
        {"1:3": ["4:13"], "6:7": [], "7:7": []},
    ),
    "organizations": (
        "organizations.yml",
        "- {id: a, name: A, aliases: [B], successor: c,"
        " valid_from: 2010-01-01, valid_to: 2025-06-30}",
        Registry(
            organizations=(
                Organization("a", "A", ("B",), date(2010, 1, 1), date(2025, 6, 30), "c"),
            )
        ),
        {"1:3": ["1:30"]},
    ),
    "glossary": (
        "glossary.yml",
        "- {term: CĐT, expansion: Chỉ đạo tuyến, variants: [cđt], keep: có}\n- term: TTYT",
        Registry(glossary=(Term("CĐT", "Chỉ đạo tuyến", ("cđt",), keep=True), Term("TTYT"))),
        {"1:3": [], "2:3": []},
    ),
    "consents": (
        "consents.yml",
        "- {id: gd-1, who: A, photo: 01.jpg, scope: web, signed: 06/02/2026,"
        " expires: 2027-02-06, withdrawn: 1/3/2026, guardian: B, reference: tủ 3}",
        Registry(
            consents=(
                Consent(
                    "gd-1",
                    date(2026, 2, 6),
                    who="A",
                    photo="01.jpg",
                    scope="web",
                    expires=date(2027, 2, 6),
                    withdrawn=date(2026, 3, 1),
                    guardian="B",
                    reference="tủ 3",
                ),
            )
        ),
        {"1:3": []},
    ),
}
"""File, text, what is read, and of each entry and post its place and those of its aliases."""


@pytest.mark.parametrize(("name", "text", "whole", "at"), ENTRIES.values(), ids=ENTRIES.keys())
def test_entries_are_read(name, text, whole, at):
    found = read(name, text)
    assert found.registry == whole
    assert all(problem.severity == "info" for problem in found.problems)


@pytest.mark.parametrize(("name", "text", "whole", "at"), ENTRIES.values(), ids=ENTRIES.keys())
def test_every_entry_knows_its_place(name, text, whole, at):
    found = read(name, text).registry
    entries = (*found.people, *found.organizations, *found.glossary, *found.consents)
    posts = [post for one in found.people for post in one.posts]
    assert [place(one.at) for one in (*entries, *posts)] == list(at)
    assert {one.at.path for one in (*entries, *posts)} == {f"news/_registry/{name}"}


@pytest.mark.parametrize(("name", "text", "whole", "at"), ENTRIES.values(), ids=ENTRIES.keys())
def test_every_alias_knows_its_place(name, text, whole, at):
    found = read(name, text)
    for one in (*found.registry.people, *found.registry.organizations):
        places = [found.where(one.at, "aliases", i) for i in range(len(one.aliases))]
        assert [place(where) for where in places] == at[place(one.at)]
        assert found.where(one.at, "phone") == one.at


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
    "consent-with-empty-withdrawal": (
        "consents.yml",
        "- id: a\n  signed: 2026-02-06\n  withdrawn:",
        ["3:13 key-empty"],
    ),
    "consent-on-no-day": (
        "consents.yml",
        "- id: a\n  signed: 31/02/2026",
        ["2:11 date-impossible"],
    ),
    "consent-in-words": ("consents.yml", "- id: a\n  signed: có", ["2:11 date-unknown"]),
    "consent-without-id": ("consents.yml", "- signed: 2026-02-06", ["1:3 key-missing"]),
    "id-twice": ("people.yml", "- {id: a, name: A}\n- {id: a, name: B}", ["2:3 id-twice"]),
    "term-twice": ("glossary.yml", "- term: A\n- term: A", ["2:3 registry-term-twice"]),
    "key-twice": ("people.yml", "- id: a\n  id: b\n  name: A", ["2:3 key-twice"]),
    "key-unknown": ("people.yml", "- id: a\n  name: A\n  phone: 1", ["3:3 key-unknown"]),
    "key-misspelt": ("people.yml", "- id: a\n  nam: A", ["2:3 key-unknown-near"]),
    "no-list": ("people.yml", "id: a\nname: A", ["1:1 list-no-dash"]),
    "entry-as-text": ("people.yml", "- Phan Kim Trọng", ["1:3 keys-left-out"]),
    "post-without-role": (
        "people.yml",
        "- id: a\n  name: A\n  posts:\n    - organization: b",
        ["4:7 key-missing"],
    ),
    "flag": ("glossary.yml", "- {term: A, keep: ture}", ["1:19 flag-unknown"]),
    "tab": ("people.yml", "- id: a\n\tname: A", ["2:1 indent-tab"]),
    "alias": ("people.yml", "- &a {id: a, name: A}\n- *a", ["1:3 yaml-unwanted"]),
    "id-too-long": ("people.yml", f"- id: {'a' * 81}\n  name: A", ["1:7 text-too-long"]),
    "title": ("people.yml", "- id: a\n  name: A\n  titles: [ThS, Sep]", ["3:17 title-unknown"]),
    "hash": (
        "consents.yml",
        "- id: a\n  who: B\n  signed: 2026-02-06\n  reference: Tủ #3",
        ["4:17 yaml-hash"],
    ),
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


PERSON = "- id: a\n  name: A\n"
MENDED = {
    "titles-as-text": ("people.yml", PERSON + "  titles: ThS, BS", "titles: [ThS, BS]"),
    "alias-as-text": ("people.yml", PERSON + "  aliases: Trần Gờ", "aliases: [Trần Gờ]"),
    "post-as-text": (
        "people.yml",
        PERSON + "  posts:\n    - Giám đốc Bệnh viện D",
        "- role: Giám đốc Bệnh viện D",
    ),
    "posts-as-text": ("people.yml", PERSON + "  posts: Giám đốc", "- role: Giám đốc"),
    "post-without-hyphen": (
        "people.yml",
        PERSON + "  posts:\n    role: Giám đốc\n    organization: b",
        "- role: Giám đốc",
    ),
    "term-alone": ("glossary.yml", "- hằng năm", "- term: hằng năm"),
    "name-alone": ("people.yml", "- Lê Thị B", "- {id: le-thi-b, name: Lê Thị B}"),
    "name-to-quote": ("organizations.yml", '- "A: B"', '- {id: a-b, name: "A: B"}'),
    "entry-without-hyphen": ("people.yml", "id: a\nname: A", "- id: a"),
    "post-beside-the-name": (
        "people.yml",
        PERSON + "  organization: b\n  role: Giám đốc",
        "role: Giám đốc, organization: b",
    ),
    "institution-beside-the-name": (
        "people.yml",
        PERSON + "  organization: b",
        "role: …, organization: b",
    ),
    "dash-of-word": ("people.yml", "– id: a\n  name: A", "- id: a"),
    "dash-of-word-below": ("people.yml", "- id: b\n  name: B\n– id: a\n  name: A", "- id: a"),
    "dash-alone": ("glossary.yml", "– term: a", "- term: a"),
    "dash-glued": ("people.yml", "-id: a\n  name: A", "- id: a"),
    "dash-glued-alone": ("glossary.yml", "-term: a", "- term: a"),
    "tab-behind-the-dash": ("glossary.yml", "-\tterm: a", "- term: a"),
    "tab-behind-the-dash-below": (
        "people.yml",
        PERSON + "  posts:\n    -\trole: a",
        "    - role: a",
    ),
}
"""What is typed, and the line that is proposed."""


@pytest.mark.parametrize(("name", "text", "line"), MENDED.values(), ids=MENDED.keys())
def test_the_line_to_type_instead_is_told(name, text, line):
    (problem,) = read(name, text).problems
    assert dict(problem.values)["corrected"] == line


def test_the_rest_of_an_entry_is_read_where_a_post_stands_beside_the_name():
    found = read("people.yml", "- id: a\n  role: X\n  name: A\n  titles: [BS]")
    assert found.registry.people == (Person("a", "A", ("BS",)),)


def test_a_registry_has_no_head():
    found = read("people.yml", "---\n- {id: a, name: A}\n---\n")
    assert [f"{one.at.line} {one.code}" for one in found.problems] == ["3 registry-dashes"]
    assert read("people.yml", "---\n- {id: a, name: A}\n").problems == ()


def test_of_two_entries_with_one_id_the_first_stays():
    found = read("people.yml", "- {id: a, name: A}\n- {id: a, name: B}\n- {id: b, name: C}")
    assert [one.name for one in found.registry.people] == ["A", "C"]


def test_an_entry_that_lacks_what_it_must_have_is_left_out():
    text = "- {id: a, signed: 31/02/2026}\n- {id: b, signed: 2026-02-06}\n- signed: 2026-02-06"
    assert [one.id for one in read("consents.yml", text).registry.consents] == ["b"]


def test_a_post_that_lacks_its_role_is_left_out_of_its_entry():
    text = "- {id: a, name: A, posts: [{organization: b}, {role: Giám đốc}]}"
    (person,) = read("people.yml", text).registry.people
    assert person.posts == (Post("Giám đốc"),)


def test_many_consents_add_up():
    one = "- {{id: c{}, who: A, signed: 2026-02-06}}\n"
    found = read("consents.yml", "".join(map(one.format, range(2_001))))
    assert len(found.registry.consents) == 2_001
    assert found.problems == ()


def test_the_file_is_named_as_the_writer_knows_it():
    (problem,) = read("consents.yml", "a").problems
    assert dict(problem.values) == {"key": "consents.yml"}
