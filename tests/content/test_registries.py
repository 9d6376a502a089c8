"""What entries of the registries say together: contradictions are told, nothing is mended."""

from __future__ import annotations

import random
import sys
from types import FrameType
from zoneinfo import ZoneInfo

import pytest
from test_hostile import PIECES, lines_of

from bantin import locale
from bantin.content import claims, registries, registry
from bantin.content.registry import RegistryRead
from bantin.model import Organization, Person, Post, Registry
from bantin.vietnamese.known import Known

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def read(**files: str | bytes) -> RegistryRead:
    """The registries with these files, by name without suffix."""
    contents = {
        f"news/_registry/{name}.yml": text if isinstance(text, bytes) else text.encode()
        for name, text in files.items()
    }
    return registries.read(contents, ZONE)


def said(**files: str | bytes) -> list[str]:
    """Each problem as ``people 4:9 error code``, by place."""
    return [
        f"{problem.at.path.split('/')[-1].removesuffix('.yml')} {problem.at.line}:"
        f"{problem.at.column} {problem.severity} {problem.code}"
        for problem in sorted(read(**files).problems)
    ]


def values(**files: str) -> dict[str, str]:
    (problem,) = read(**files).problems
    return dict(problem.values)


OLD = "- {id: old, name: Trung tâm Y tế huyện X, valid_to: 2025-06-30, successor: new}\n"
NEW = "- {id: new, name: Trung tâm Y tế khu vực X, valid_from: 2025-07-01}\n"
WELL = {
    "nothing": {},
    "empty": {"people": "", "organizations": "# chưa có", "glossary": "[]", "consents": "\n"},
    "renamed": {"organizations": OLD + NEW},
    "renamed-on-one-day": {
        "organizations": "- {id: a, name: A, valid_to: 2025-07-01, successor: b}\n"
        "- {id: b, name: B, valid_from: 2025-07-01}\n"
    },
    "one-name-one-after-the-other": {
        "organizations": "- {id: a, name: TTYT X, valid_to: 2025-06-30}\n"
        "- {id: b, name: Trung tâm Y tế X, valid_from: 2025-07-01}\n"
    },
    "one-name-in-three-times": {
        "organizations": "- {id: c, name: X, valid_from: 2020-01-01}\n"
        "- {id: a, name: X, valid_to: 2009-12-31}\n"
        "- {id: b, name: X, valid_from: 2010-01-01, valid_to: 2019-12-31}\n"
    },
    "look-alikes": {
        "organizations": "- {id: a, name: Bệnh viện Sản Nhi tỉnh Phú Thọ}\n"
        "- {id: b, name: Bệnh viện Sản Nhi Vĩnh Phúc}\n"
    },
    "own-name-as-alias": {
        "organizations": "- {id: a, name: BV X, aliases: [Bệnh viện X, BV X]}"
    },
    "gone-without-successor": {"organizations": "- {id: a, name: A, valid_to: 2020-01-01}"},
    "two-into-one": {
        "organizations": "- {id: a, name: A, valid_to: 2020-01-01, successor: c}\n"
        "- {id: b, name: B, valid_to: 2020-01-01, successor: c}\n- {id: c, name: C}\n"
    },
    "posts-one-after-the-other": {
        "people": "- id: a\n  name: A\n  posts:\n"
        "    - {role: Giám đốc, valid_to: 2020-12-31}\n"
        "    - {role: Giám đốc, valid_from: 2021-01-01}\n"
    },
    "posts-at-the-same-time": {
        "people": "- id: a\n  name: A\n  posts:\n"
        "    - {role: Bí thư Đảng ủy}\n    - {role: Giám đốc}\n"
        "    - {role: Giám đốc, organization: Bệnh viện X}\n"
    },
    "post-at-a-known-id": {
        "organizations": NEW,
        "people": "- {id: a, name: A, posts: [{role: Giám đốc, organization: new}]}",
    },
    "post-at-a-free-name": {
        "people": "- {id: a, name: A, posts: [{role: Giám đốc, organization: Bệnh viện X}]}"
    },
    "namesakes-told-apart-by-place": {
        "people": "- {id: a, name: Hoa, posts: [{role: Giám đốc, organization: Bệnh viện X}]}\n"
        "- {id: b, name: Hoa, posts: [{role: Giám đốc, organization: Bệnh viện Y}]}\n"
    },
    "namesakes-told-apart-by-time": {
        "people": "- {id: a, name: Hoa, posts: [{role: A, valid_to: 2020-12-31}]}\n"
        "- {id: b, name: Hoa, posts: [{role: A, valid_from: 2021-01-01}]}\n"
    },
    "namesake-who-holds-two-posts": {
        "people": "- {id: a, name: Hoa, posts: [{role: A}, {role: B}, {role: C}]}\n"
        "- {id: b, name: Hoa, posts: [{role: A, organization: Bệnh viện Y}]}\n"
    },
    "names-that-differ-in-a-tone": {"people": "- {id: a, name: Hoa}\n- {id: b, name: Hòa}\n"},
    "variants": {
        "glossary": "- {term: khỏe, variants: [khoẻ]}\n- {term: CĐT, variants: [cđt, C.Đ.T]}\n"
        "- {term: hằng năm, variants: [hàng năm, hàng năm]}\n"
    },
    "consents": {
        "consents": "- {id: a, who: A, signed: 2026-02-06, expires: 2026-02-06}\n"
        "- {id: b, photo: 1.jpg, signed: 2026-02-06, withdrawn: 2026-02-06}\n"
    },
}


@pytest.mark.parametrize("files", WELL.values(), ids=WELL)
def test_what_fits_together_is_taken_without_a_word(files):
    assert said(**files) == []


WRONG = {
    "id-of-a-person": (
        {"people": "- name: Trọng\n  id: Phan Kim Trọng\n"},
        ["people 2:7 error registry-id"],
    ),
    "id-of-an-organization": (
        {"organizations": "- {id: Sở_Y_tế, name: Sở Y tế tỉnh X}"},
        ["organizations 1:8 error registry-id"],
    ),
    "id-that-lists-need": (
        {"people": "- {id: page, name: Trần Văn Tấn}\n- {id: page-2, name: Lê Thị Mai}\n"},
        ["people 1:8 error registry-id-taken"],
    ),
    "id-that-no-folder-may-have": (
        {
            "organizations": "- {id: con, name: Bệnh viện Sơn Hà}\n"
            "- {id: page, name: Bệnh viện Sơn Ca}\n"
        },
        [
            "organizations 1:8 error registry-id-taken",
            "organizations 2:8 error registry-id-taken",
        ],
    ),
    "id-of-a-consent-has-no-address": (
        {"consents": "- {id: page, who: A, signed: 2026-02-06}"},
        [],
    ),
    "id-of-a-consent": (
        {"consents": "- {id: gd/1, who: A, signed: 2026-02-06}"},
        ["consents 1:8 error registry-id"],
    ),
    "period": (
        {"organizations": "- {id: a, name: A, valid_from: 2025-07-01, valid_to: 2025-06-30}"},
        ["organizations 1:54 error date-order"],
    ),
    "period-of-a-post": (
        {
            "people": "- id: a\n  name: A\n  posts:\n    - role: Giám đốc\n"
            "      valid_to: 2010-01-01\n      valid_from: 2011-01-01\n"
        },
        ["people 5:17 error date-order"],
    ),
    "consent-that-ends-first": (
        {"consents": "- {id: a, who: A, signed: 2026-02-06, expires: 2025-02-06}"},
        ["consents 1:48 error registry-consent-order"],
    ),
    "consent-withdrawn-before-it-was-signed": (
        {"consents": "- {id: a, who: A, signed: 2026-02-06, withdrawn: 2026-02-05}"},
        ["consents 1:50 warning registry-consent-withdrawn"],
    ),
    "consent-of-nobody": (
        {"consents": "- {id: a, signed: 2026-02-06, scope: web}"},
        ["consents 1:3 error registry-consent-nobody"],
    ),
    "successor-unknown": (
        {"organizations": OLD},
        ["organizations 1:76 error registry-successor-unknown"],
    ),
    "successor-unknown-and-undated": (
        {"organizations": "- {id: a, name: A, successor: zzz}"},
        ["organizations 1:31 error registry-successor-unknown"],
    ),
    "successor-of-itself-and-undated": (
        {"organizations": "- {id: a, name: A, successor: a}"},
        ["organizations 1:31 error registry-successor-circle"],
    ),
    "successor-misspelt": (
        {"organizations": OLD.replace("new", "nwe") + NEW},
        ["organizations 1:76 error registry-successor-near"],
    ),
    "successor-nearest-to-itself": (
        {"organizations": OLD.replace("successor: new", "successor: olds")},
        ["organizations 1:76 error registry-successor-unknown"],
    ),
    "successor-by-name": (
        {"organizations": OLD.replace("new", "Trung tâm Y tế khu vực X") + NEW},
        ["organizations 1:76 error registry-successor-near"],
    ),
    "successor-of-itself": (
        {"organizations": OLD.replace("successor: new", "successor: old")},
        ["organizations 1:76 error registry-successor-circle"],
    ),
    "successors-in-a-circle": (
        {
            "organizations": "- {id: in, name: I, valid_to: 2001-01-01, successor: a}\n"
            "- {id: a, name: A, valid_to: 2001-01-01, successor: b}\n"
            "- {id: b, name: B, valid_to: 2001-01-01, successor: a}\n"
        },
        ["organizations 2:53 error registry-successor-circle"],
    ),
    "successor-without-an-end": (
        {"organizations": "- {id: a, name: A, successor: new}\n" + NEW},
        ["organizations 1:31 warning registry-successor-undated"],
    ),
    "name-twice": (
        {"organizations": "- {id: a, name: BV Nhi X}\n- {id: b, name: Bệnh viện Nhi X}\n"},
        ["organizations 2:17 warning registry-name-twice"],
    ),
    "alias-twice": (
        {
            "organizations": "- {id: a, name: A, aliases: [BV Nhi X]}\n"
            "- id: b\n  name: B\n  aliases:\n    - BÊ\n    - Bệnh viện Nhi X\n"
        },
        ["organizations 6:7 warning registry-name-twice"],
    ),
    "name-twice-for-a-day": (
        {
            "organizations": "- {id: b, name: X, valid_from: 2025-06-30}\n"
            "- {id: a, name: X, valid_to: 2025-06-30}\n"
        },
        ["organizations 2:17 warning registry-name-twice"],
    ),
    "name-twice-inside-a-longer-time": (
        {
            "organizations": "- {id: a, name: XY, valid_to: 2020-12-31}\n"
            "- {id: b, name: Y, aliases: [XY], valid_from: 2001-01-01, valid_to: 2002-01-01}\n"
            "- {id: c, name: XY, valid_from: 2010-01-01, valid_to: 2011-01-01}\n"
            "- {id: d, name: XY, valid_from: 2021-01-01}\n"
        },
        [
            "organizations 2:30 warning registry-name-twice",
            "organizations 3:17 warning registry-name-twice",
        ],
    ),
    "post-twice": (
        {
            "people": "- id: a\n  name: A\n  posts:\n"
            "    - {role: Giám đốc, organization: x, valid_to: 2020-12-31}\n"
            "    - {role: giám đốc, organization: Bệnh viện X, valid_from: 2020-12-31}\n",
            "organizations": "- {id: x, name: BV X}\n",
        },
        ["people 5:7 warning registry-post-twice"],
    ),
    "post-at-an-unknown-id": (
        {"people": "- id: a\n  name: A\n  posts: [{role: Giám đốc, organization: ttyt}]\n"},
        ["people 3:42 warning registry-post-unknown"],
    ),
    "post-at-a-misspelt-id": (
        {
            "people": "- id: a\n  name: A\n  posts: [{role: Giám đốc, organization: nwe}]\n",
            "organizations": NEW,
        },
        ["people 3:42 warning registry-post-near"],
    ),
    "namesakes": (
        {"people": "- {id: a, name: Hoa}\n- {id: b, name: HoA}\n- {id: c, name: Hoa}\n"},
        ["people 2:3 info registry-person-twice", "people 3:3 info registry-person-twice"],
    ),
    "namesake-by-alias": (
        {
            "people": "- {id: a, name: Lê Hoa}\n"
            "- {id: b, name: Lan, aliases: [Lê Hoa, LÊ HOA]}\n"
        },
        ["people 2:3 info registry-person-twice"],
    ),
    "namesakes-at-one-institution": (
        {
            "people": "- {id: y1, name: Em, posts: [{role: Giám đốc, organization: Sở X}]}\n"
            "- {id: y2, name: Em, posts: [{role: A}, {role: Phó Giám đốc, organization: Sở X}]}"
        },
        ["people 2:3 info registry-person-same-place"],
    ),
    "namesakes-at-the-own-hospital": (
        {
            "people": "- {id: a, name: Hoa, posts: [{role: A}, {role: B}]}\n"
            "- {id: b, name: Hoa, posts: [{role: B}, {role: A}]}\n"
            "- {id: c, name: Hoa, posts: [{role: D}]}\n"
        },
        [
            "people 2:3 info registry-person-same-place",
            "people 3:3 info registry-person-same-place",
        ],
    ),
    "namesakes-before-and-after-a-new-name": (
        {
            "organizations": OLD + NEW,
            "people": "- {id: a, name: Hoa, posts: [{role: A, organization: old}]}\n"
            "- {id: b, name: Hoa, posts: [{role: B, organization: TTYT khu vực X}]}\n",
        },
        ["people 2:3 info registry-person-same-place"],
    ),
    "namesake-without-posts": (
        {
            "people": "- {id: a, name: Hoa, posts: [{role: Giám đốc}]}\n- {id: b, name: Hoa}\n"
            "- {id: c, name: Hoa, posts: [{role: Khoa Nhi}]}\n"
        },
        ["people 2:3 info registry-person-twice", "people 3:3 info registry-person-twice"],
    ),
    "variant-of-itself": (
        {"glossary": "- {term: CĐT, variants: [cđt, CĐT]}"},
        ["glossary 1:31 warning registry-variant-own"],
    ),
    "variant-that-is-a-term": (
        {"glossary": "- {term: khỏe, variants: [khoẻ]}\n- {term: khoẻ}\n"},
        ["glossary 1:27 warning registry-variant-term"],
    ),
    "variant-twice": (
        {"glossary": "- {term: A, variants: [x]}\n- {term: B, variants: [y, x]}\n"},
        ["glossary 2:27 warning registry-variant-twice"],
    ),
    "unknown-in-an-unreadable-file": (
        {
            "organizations": "- {id: new, nmae: X}\n",
            "people": "- {id: a, name: A, posts: [{role: Giám đốc, organization: new}]}",
        },
        ["organizations 1:13 error key-unknown-near"],
    ),
}


@pytest.mark.parametrize(("files", "problems"), WRONG.values(), ids=WRONG)
def test_what_contradicts_is_told_at_its_place(files, problems):
    assert said(**files) == problems


def test_a_contradiction_names_the_other_entry():
    twice = "- {id: a, name: Lê A}\n- {id: b, name: B}\n\n- {id: c, name: C, aliases: [lê A]}\n"
    assert values(organizations=twice) == {"name": "lê A", "other": "a", "line": "1"}
    assert values(people=twice) == {"name": "C", "other": "a", "line": "1"}


@pytest.mark.parametrize(
    ("typed", "corrected"),
    [
        pytest.param(
            "ThS.BSCKII Phan Văn Trọng",
            "name: Phan Văn Trọng; titles: [ThS, BSCKII]",
            id="titles",
        ),
        pytest.param("Ông Hồ Văn H", "name: Hồ Văn H", id="address"),
        pytest.param("BS TRẦN VĂN NĂM", "name: Trần Văn Năm; titles: [BS]", id="capitals"),
        pytest.param(
            "Nguyễn Văn E, Giám đốc Sở Y tế tỉnh Thanh Vân",
            "name: Nguyễn Văn E; "
            "posts: [{role: Giám đốc, organization: Sở Y tế tỉnh Thanh Vân}]",
            id="post",
        ),
    ],
)
def test_a_name_with_more_in_it_is_told_with_the_lines_to_write(typed, corrected):
    people = f"- id: a\n  name: '{typed}'"
    assert said(people=people) == ["people 2:9 warning registry-name-more"]
    assert values(people=people) == {"value": typed, "corrected": corrected}


@pytest.mark.parametrize(
    ("typed", "corrected"),
    [
        pytest.param("TRẦN VĂN NĂM", "Trần Văn Năm", id="capitals"),
        pytest.param("lê thị b", "Lê Thị B", id="lower-case"),
        pytest.param("H'HEN NIÊ", "H'Hen Niê", id="apostrophe"),
    ],
)
def test_a_name_in_one_case_is_told_with_the_name_to_write(typed, corrected):
    people = f'- {{id: a, name: "{typed}"}}'
    assert said(people=people) == ["people 1:17 info registry-name-case"]
    assert values(people=people)["corrected"] == corrected


def test_a_name_without_a_letter_is_told():
    assert said(people="- {id: a, name: 12345}") == ["people 1:17 warning registry-name-none"]


NAMES = [
    "Kenji Tanaka",
    "N.T.H.",
    "H'Hen Niê",
    "Ana de la Cruz",
    "Y Moan Êban",
    "Lê Thị Hồng-Anh",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_is_one_is_taken(name):
    assert said(people=f'- {{id: a, name: "{name}"}}') == []


@pytest.mark.parametrize(
    "name",
    ["Bệnh viện", "Sở Y tế", "UBND tỉnh", "TTYT", "Trung tâm Kiểm soát bệnh tật", "Viện"],
)
def test_a_name_that_many_go_by_is_told(name):
    short = f"- {{id: a, name: {name}}}"
    assert said(organizations=short) == ["organizations 1:17 warning registry-short-name"]
    alias = f"- {{id: a, name: Đơn vị X, aliases: [{name}]}}"
    assert "organizations 1:37 warning registry-short-alias" in said(organizations=alias)


WHOLE = [
    "Sở Y tế tỉnh Thanh Vân",
    "Bệnh viện Bạch Mai",
    "Viện Dinh dưỡng",
    "Cục Y tế dự phòng",
    "Học viện Quân y",
    "Bộ Y tế",
    "University of Barcelona",
    "Văn phòng Chính phủ",
]


@pytest.mark.parametrize("name", WHOLE)
def test_a_name_that_one_institution_has_is_taken(name):
    assert said(organizations=f"- {{id: a, name: {name}}}") == []


@pytest.mark.parametrize("alias", ["Hội nghị", "Nhi", "Bác sĩ", "A", "Giám đốc", "khoa nhi"])
def test_an_alias_that_stands_in_every_text_is_told(alias):
    body = f"- {{id: a, name: Bệnh viện X, aliases: ['{alias}']}}"
    assert said(organizations=body) == ["organizations 1:40 warning registry-alias-word"]
    person = f"- {{id: a, name: Trần Gấm, aliases: ['{alias}']}}"
    assert said(people=person) == ["people 1:37 warning registry-alias-word"]


@pytest.mark.parametrize(
    "alias", ["CDC X", "UNICEF", "Ohara", "P. Trọng", "Sản Nhi Vĩnh Phúc", "Trần Gờ"]
)
def test_an_alias_that_names_one_is_taken(alias):
    entry = f"- {{id: a, name: Tên Dài, aliases: ['{alias}']}}"
    assert said(organizations=entry) == said(people=entry) == []


def test_the_site_s_own_hospital_is_not_registered():
    text = "- {id: a, name: BV Sản - Nhi X}\n- {id: b, name: Khác, aliases: [X Hospital]}\n"
    contents = {"news/_registry/organizations.yml": text.encode()}
    found = registries.read(contents, ZONE, ("Bệnh viện Sản Nhi X", "X Hospital")).problems
    assert [(one.at.line, one.at.column, one.code) for one in found] == [
        (1, 17, "registry-own-name"),
        (2, 33, "registry-own-alias"),
    ]


SAME = [
    "- {id: a, name: Hoa, posts: [{role: A}]}\n- {id: b, name: Hoa, posts: [{role: B}]}\n",
    "- {id: a, name: Hoa}\n- {id: b, name: Hoa, posts: [{role: B}]}\n",
]


@pytest.mark.parametrize("people", SAME)
def test_whom_a_bulletin_will_not_know_is_told(people):
    """As the reading of bulletins decides, not by another rule."""
    found = read(people=people)
    assert Known(found.registry).person("Hoa") is None
    assert found.problems != ()


@pytest.mark.parametrize("typed", ["nwe", "TTYTKV X", "Trung tâm Y tế khu vực X"])
def test_the_id_that_was_meant_is_proposed(typed):
    found = values(organizations=OLD.replace("new", typed) + NEW)
    assert found == {"value": typed, "near": "new"}


@pytest.mark.parametrize(
    ("size", "way"),
    [
        pytest.param(5, "o0 → o1 → o2 → o3 → o4 → o0", id="whole"),
        pytest.param(6, "o0 → o1 → o2 → o3 → … → o0", id="long"),
        pytest.param(2000, "o0 → o1 → o2 → o3 → … → o0", id="longer"),
    ],
)
def test_of_a_long_circle_the_beginning_is_told(size, way):
    circle = "".join(
        f"- {{id: o{at}, name: Trạm số {at}, valid_to: 2001-01-01, successor: o{next}}}\n"
        for at, next in ((at, (at + 1) % size) for at in range(size))
    )
    assert values(organizations=circle) == {"way": way}


def calls(size: int) -> int:
    """How many functions are called to look at namesakes along a line of institutions."""
    line = tuple(
        Organization(f"o{at}", f"Trạm số {at}", successor=f"o{at + 1}") for at in range(size)
    )
    people = tuple(
        Person(f"p{at}", "Lê An", posts=(Post("Trạm trưởng", f"o{at}"),)) for at in range(size)
    )
    there = RegistryRead(Registry(people, line), (), {})
    known, count = Known(there.registry), 0

    def called(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(called)
    try:
        found = list(claims.problems(there, known))
    finally:
        sys.setprofile(None)
    assert len(found) == size - 1
    return count


def test_namesakes_along_a_long_line_are_no_more_work_than_many():
    few = calls(60)
    assert calls(600) < 15 * few


def test_namesakes_in_a_circle_of_institutions_are_at_one_place():
    circle = "".join(
        f"- {{id: {id}, name: Trạm số {id}, valid_to: 2001-01-01, successor: {after}}}\n"
        for id, after in ("xa", "ab", "ba")
    )
    people = "".join(
        f"- {{id: {id}-1, name: Lê An, posts: [{{role: Y tá, organization: {id}}}]}}\n"
        for id in "xb"
    )
    assert "people 2:3 info registry-person-same-place" in said(
        people=people, organizations=circle
    )


def test_a_circle_is_told_with_its_way():
    circle = "".join(
        f"- {{id: {id}, name: {id}, valid_to: 2001-01-01, successor: {after}}}\n"
        for id, after in ("ab", "bc", "cb")
    )
    assert values(organizations=circle) == {"way": "b → c → b"}


@pytest.mark.parametrize(
    ("typed", "suggestion"),
    [
        pytest.param("Phan Kim Trọng", "phan-kim-trong", id="name"),
        pytest.param("a_b", "a-b", id="underscore"),
        pytest.param("“?”", "phan-kim-trong", id="nothing-left"),
    ],
)
def test_an_id_is_proposed(typed, suggestion):
    found = values(people=f"- id: '{typed}'\n  name: A")
    assert found["suggestion"] == suggestion


def test_what_is_contradicted_stays_readable():
    files = {"organizations": OLD, "people": "- {id: a, name: Hoa}\n- {id: b, name: Hoa}\n"}
    found = read(**files).registry
    assert [one.successor for one in found.organizations] == ["new"]
    assert [one.id for one in found.people] == ["a", "b"]


def test_a_mass_of_contradictions_is_told_in_the_end():
    """Quadratic work would not end."""
    names = "".join(f"- {{id: o{i}, name: X, successor: p{i}}}\n" for i in range(3_000))
    posts = "".join(f"    - {{role: A, organization: q{i % 500}}}\n" for i in range(500))
    people = f"- id: a\n  name: A\n  posts:\n{posts}"
    found = said(organizations=names, people=people)
    assert sum("registry-name-twice" in one for one in found) == 2_999
    assert len(found) > 6_000


# Damage

FILES = {
    "people": "- id: a\n  name: Phan Kim Trọng\n  titles: [ThS]\n  aliases: [P. Trọng]\n"
    "  posts:\n    - role: Giám đốc\n      organization: new\n      valid_to: 2020-12-31\n",
    "organizations": OLD + NEW,
    "glossary": "- term: CĐT\n  expansion: Chỉ đạo tuyến\n  variants: [cđt]\n  keep: có\n",
    "consents": "- id: a\n  who: B\n  signed: 2026-02-06\n  expires: 2027-02-06\n",
}


def damaged(text: str, chance: random.Random) -> bytes:
    characters = list(text)
    for _ in range(chance.randint(1, 4)):
        here = chance.randrange(len(characters))
        if chance.random() < 0.4:
            del characters[here : here + chance.randint(1, 8)]
        else:
            characters.insert(here, chance.choice(PIECES))
    return "".join(characters).encode("utf-8", "surrogatepass")


@pytest.mark.parametrize("seed", range(4))
def test_damaged_registries_are_read_or_refused_with_a_place(seed):
    chance = random.Random(seed)
    for _ in range(150):
        contents = {name: damaged(text, chance) for name, text in FILES.items()}
        for problem in read(**contents).problems:
            content = contents[problem.at.path.split("/")[-1].removesuffix(".yml")]
            assert 1 <= problem.at.line <= lines_of(content), content
            assert problem.at.column >= 1, content
            for lang in locale.LANGUAGES:
                message = locale.message(problem, lang)
                shown = (message.text + message.hint).replace("\u00a0", " ")
                assert shown.isprintable(), content


@pytest.mark.parametrize("name", registry.TABLES)
def test_one_broken_registry_leaves_the_others(name):
    files = {file: text.encode() for file, text in FILES.items()}
    broken = files | {name.removesuffix(".yml"): b"- {"}
    whole, left = read(**files).registry, read(**broken).registry
    parts = ("people", "organizations", "glossary", "consents")
    empty = [part for part in parts if not getattr(left, part)]
    assert all(getattr(whole, part) for part in parts)
    assert empty == [name.removesuffix(".yml")]


@pytest.mark.parametrize("id", ["../../../x", "page", "Mai", "", "a/b"])
def test_an_entry_whose_id_is_no_address_is_told_and_left_out(id):
    found = read(
        people=f"- {{id: '{id}', name: Lê Thị Mai}}\n- {{id: lan, name: Mạc Thị Lan}}\n",
        organizations=f"- {{id: '{id}', name: Bệnh viện Thung Mây}}\n"
        "- {id: y, name: Bệnh viện Sơn Hà}\n",
    )
    assert [one.severity for one in found.problems] == ["error", "error"]
    there = (*found.registry.people, *found.registry.organizations)
    assert [one.id for one in there] == ["lan", "y"]
