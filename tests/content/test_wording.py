"""The words of every problem, as a writer sees them: ``UPDATE=1 pytest`` writes them anew.

``golden/<case>.md`` is a bulletin; what is said of it stands in ``golden/<case>.txt``.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from string import Formatter
from zoneinfo import ZoneInfo

import pytest
from bulletins import SETTINGS as SITE
from bulletins import read

import bantin
from bantin import locale
from bantin.content import decode, enginekeys, registries, settings
from bantin.content.keys import KEYS
from bantin.errors import Problem
from bantin.model import Organization, Person, Registry
from bantin.vietnamese.known import Known

GOLDEN = Path(__file__).with_name("golden")
BULLETINS = sorted(GOLDEN.glob("*.md"))
BYTES = {
    "encoding-tcvn3": b"---\ntitle: H\xe9i ngh\xde t\xb9i Trung t\xa9m\n---\n",
    "not-utf-8": b"---\ntitle: H\xf4\xf2i ngh\xf2\n---\n",
    "utf-8-damaged": "---\ntitle: Hội nghị sơ kết\n---\n".encode().replace(b"\x8b", b""),
    "control-character-typed": b"---\ntitle: H\x1b[2J\n---\n",
    "file-too-large": b"a" * 1_000_001,
}
SETTINGS = {
    "settings": "plugins:\n  - bantin:\n      timezone: Asia/Hanoi\n"
    "      categories:\n        Hợp tác: Hợp tác\n        dao-tao: {en: Training}\n"
    "      newsdir: tin\n      logo: a.svg\n      hospital: Sản Nhi\n      series: [a]\n",
    "settings-hospital": "plugins:\n  - bantin:\n      hospital:\n        nam: Sản Nhi\n"
    "        short_name: {en: Children}\n        logo: ../logo.svg\n"
    "        hotline: 3656 115\n        emergency: 0211 3656 115 hoặc 115\n"
    "        email: phòng công tác xã hội\n        hours: [sáng, chiều]\n",
    "settings-photos": "plugins:\n  - bantin:\n      photos:\n"
    "        credit: Phòng Truyền thông\n        watermak: Nhi Mây Trắng\n        zip: [có]\n",
    "settings-pages": "plugins:\n  - bantin:\n      home: [newest, phots, events, newest]\n"
    "      people_from: hai\n      old_after: -1\n      precompress: gzip\n",
    "settings-nav": "site_url: bantin.benhvien.vn\nnav:\n"
    "  - Hợp tác: categories/hoptac/index.md\n  - [series/hien-mau/index.md]\n"
    "plugins:\n  - bantin:\n      categories: {hop-tac: Hợp tác}\n",
    "settings-home": "plugins:\n  - bantin:\n      home: newest, events\n",
    "settings-broken": "site_name: Bệnh viện: Sản Nhi\n",
    "settings-folders": "INHERIT: a.yml\nplugins:\n  - bantin:\n      images_dir: docs/anh\n",
    "settings-missing": None,
}
ENGINE = {
    "settings-engine": "site_nam: Bản tin\nsite_url: https://tin.example.org/?trang=1\n"
    "theme: {name: materal, custom_dir: giao-dien}\nuse_directory_urls: no\n"
    "site_dir: docs\ncopyright: 2026\nlop: 1\ndocs_dir: docs\n",
    "settings-lists": "site_name: Bản tin\ntheme: material\nnav:\n  - Tin: news/index.md\n"
    "    Liên hệ: lien-he.md\n  - Ảnh:\n  - Kho: qwertz.md\n  - photo/index.md\n"
    "markdown_extensions: [tabels, qwertz]\nplugins:\n  - serch\n  - qwertz\n"
    "  - bantin:\n    home: [newest]\n",
    "settings-no-lists": "site_name: Bản tin\ntheme: material\nnav:\n  Tin: news/index.md\n"
    "plugins: bantin\n",
    "settings-no-plugin": "site_name: Bản tin\ntheme: material\nplugins: [search]\n",
    "settings-no-keys": "Bản tin\n",
}
"""What MkDocs wants of mkdocs.yml."""
UNDECLARED = {"id-none-declared": b"---\ntitle: Tin\ndate: 2026\ncategory: hop-tac\n---\n"}
REGISTERED = {
    "participant-id": b"---\ntitle: Tin\ndate: 2026\nparticipants:\n  - phan-kim-trong\n"
    b"  - name: phan-kim-trong\n    organization: so-y-te-tinh-thanh-van\n  - so-y-te\n---\n"
}
"""Bulletins of a site that has registered somebody."""
KNOWN = Known(
    Registry(
        people=(Person("phan-kim-trong", "Phan Kim Trọng"),),
        organizations=(Organization("so-y-te-tinh-thanh-van", "Sở Y tế tỉnh Thanh Vân"),),
    )
)
REGISTRIES = {
    "registry": {
        "consents": "- id: gd-1\n  who: A\n  signed: 2026-02-06\n- id: gd-1\n  signed:\n"
        "  phone: 1\n- gd-2\n"
    },
    "registry-text": {"consents": "gd-1\n"},
    "registry-consents": {
        "consents": "- id: Giấy số 1\n  signed: 2026-02-06\n  expires: 2025-02-06\n"
        "- id: gd-2\n  who: A\n  signed: 2026-02-06\n  withdrawn: 2026-02-05\n"
        "- id: gd-3\n  who: B\n  signed: 2026-02-06\n  withdrawn:\n"
    },
    "registry-people": {
        "people": "- id: a\n  name: Phan Kim Trọng\n- id: b\n  name: Phan Kim Trọng\n"
        "  titles: [Sếp]\n  posts:\n    - role: Giám đốc\n      organization: ttyt-bx\n"
        "    - {role: Giám đốc, organization: ttyt-bx, valid_from: 2020-01-01}\n"
        "    - {role: Bác sĩ, organization: sanatorium, valid_to: 2020-01-01}\n",
        "organizations": "- id: ttyt-binh-xuyen\n  name: Trung tâm Y tế khu vực Bình Xuyên\n",
    },
    "registry-ids": {
        "people": "- {id: page, name: Trần Văn Tấn}\n",
        "organizations": "- {id: aux, name: Bệnh viện X}\n",
    },
    "registry-organizations": {
        "organizations": "- id: sn-1\n  name: Bệnh viện Sản Nhi\n  valid_from: 2025-07-01\n"
        "  valid_to: 2025-06-30\n  successor: sn-2\n"
        "- id: sn-2\n  name: BV Sản - Nhi A\n  valid_to: 2025-06-30\n  successor: sn-3\n"
        "- id: sn-3\n  name: Bệnh viện A\n  aliases: [BVSN A]\n  successor: sn-2\n"
        "- id: sn-4\n  name: Bệnh viện B\n  valid_to: 2025-06-30\n  successor: nhi-trung-uong\n"
        "- id: sn-5\n  name: Bệnh viện C\n  valid_to: 2025-06-30\n  successor: sn_4\n"
    },
    "registry-shapes": {
        "people": "- id: a\n  name: A\n  role: Giám đốc\n  titles: ThS, BS\n"
        "  posts:\n    role: Giám đốc\n- Lê Thị B\n",
        "organizations": "---\n- {id: a, name: A}\n---\n",
        "glossary": "- term: a\n- term: a\n- hằng năm\n",
        "consents": "-\tid: a\n",
    },
    "registry-names": {
        "people": "- {id: a, name: ThS.BS Phan Văn Trọng}\n- {id: b, name: TRẦN VĂN NĂM}\n"
        "- {id: c, name: '12345'}\n- {id: d, name: Lê Thị B, aliases: [Bác sĩ]}\n"
        "- {id: e, name: Lê Em, posts: [{role: Giám đốc}]}\n"
        "- {id: f, name: Lê Em, posts: [{role: Phó Giám đốc}]}\n",
        "organizations": "- {id: a, name: Sở Y tế}\n- {id: b, name: Bệnh viện Mây}\n"
        "- {id: c, name: Bệnh viện X, aliases: [Bệnh viện, Bệnh viện Mây]}\n",
    },
    "registry-glossary": {
        "glossary": "- term: khỏe\n  variants: [khoẻ, khỏe]\n- term: mạnh khỏe\n"
        "  variants: [khoẻ, khỏe]\n"
    },
}
"""Case -> the files of news/_registry/ without their suffix."""
MADE = re.compile(r'f"([a-z-]*)\{[^}]+\}([a-z-]*)"')
CALL = re.compile(r'\b(?:error|warning|info|wrong|_no|_renamed)\(\s*"([a-z0-9-]+)"')
CODE = re.compile(r'"([a-z0-9]+(?:-[a-z0-9]+)+)"')


def problems_of(case: str, folder: Path) -> tuple[Problem, ...]:
    if case in BYTES:
        return read(BYTES[case]).problems
    if case in UNDECLARED:
        bare = settings.Settings(root=folder)
        return decode.bulletin("news/2026/a.md", "2026/a", UNDECLARED[case], bare).problems
    if case in REGISTERED:
        return decode.bulletin(
            "news/2026/a.md", "2026/a", REGISTERED[case], SITE, KNOWN
        ).problems
    if case in REGISTRIES:
        files = REGISTRIES[case].items()
        contents = {f"news/_registry/{name}.yml": text.encode() for name, text in files}
        zone, hospital = ZoneInfo("Asia/Ho_Chi_Minh"), ("Bệnh viện Mây",)
        return registries.read(contents, zone, hospital).problems
    if case in ENGINE:
        file = folder / "mkdocs.yml"
        file.write_text(ENGINE[case], encoding="utf-8")
        return enginekeys.read(file).problems
    if case in SETTINGS:
        file = folder / "mkdocs.yml"
        if SETTINGS[case]:
            file.write_text(SETTINGS[case], encoding="utf-8")
        return settings.read(file).problems
    return read((GOLDEN / f"{case}.md").read_bytes()).problems


CASES = (
    *(path.stem for path in BULLETINS),
    *BYTES,
    *SETTINGS,
    *ENGINE,
    *UNDECLARED,
    *REGISTERED,
    *REGISTRIES,
)


def shown(problems: tuple[Problem, ...]) -> str:
    blocks = []
    for problem in sorted(problems):
        lines = [f"{problem.at} {problem.severity} {problem.code}"]
        for lang in locale.LANGUAGES:
            message = locale.message(problem, lang)
            lines += [f"  {message.text}", f"    {message.hint}"]
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


@pytest.mark.parametrize("case", CASES)
def test_wording(case, tmp_path):
    words = shown(problems_of(case, tmp_path))
    golden = GOLDEN / f"{case}.txt"
    if os.environ.get("UPDATE"):
        golden.write_text(words, encoding="utf-8")
    assert words == golden.read_text(encoding="utf-8")


def test_no_golden_is_left_over():
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(CASES)


def sources(folder: str = "") -> list[str]:
    package = Path(bantin.__file__).parent / folder
    return [path.read_text(encoding="utf-8") for path in sorted(package.rglob("*.py"))]


def codes_in(texts: list[str], known: set[str]) -> set[str]:
    """Codes that stand in the source as text, or that an f-string there can make."""
    plain = {code for text in texts for code in CODE.findall(text)}
    made = [f"{before}[a-z]+{after}" for text in texts for before, after in MADE.findall(text)]
    made = [pattern for pattern in made if "-" in pattern.replace("[a-z]", "")]
    return {code for code in known if code in plain or any(re.fullmatch(p, code) for p in made)}


def test_every_code_of_the_reading_room_has_a_golden_case():
    known = set(locale.catalogue("vi")["messages"])
    ours = {code for text in sources("content") for code in CODE.findall(text)} & known
    ours |= {f"{key.name}-missing" for key in KEYS if key.required}
    told = "".join(path.read_text(encoding="utf-8") for path in GOLDEN.glob("*.txt"))
    seen = set(re.findall(r"^\S+ (?:error|warning|info) (\S+)$", told, re.MULTILINE))
    assert ours - seen == set()


@pytest.mark.parametrize("lang", locale.LANGUAGES)
def test_every_code_has_words(lang):
    used = {code for text in sources() for code in CALL.findall(text)}
    messages = locale.catalogue(lang)["messages"]
    assert used - set(messages) == set()
    assert [
        code for code, entry in messages.items() if not entry["text"] or not entry["hint"]
    ] == []


def test_no_words_are_left_over():
    known = set(locale.catalogue("vi")["messages"])
    assert known - codes_in(sources(), known) == set()


def quoted(entry: dict[str, str]) -> set[str]:
    both = entry["text"] + entry["hint"]
    return {name for _, name, _, _ in Formatter().parse(both) if name}


def test_both_languages_say_the_same_things():
    vi, en = (locale.catalogue(lang)["messages"] for lang in ("vi", "en"))
    assert set(vi) == set(en)
    assert {code: quoted(vi[code]) for code in vi} == {code: quoted(en[code]) for code in en}
    assert set(locale.catalogue("vi")) == set(locale.catalogue("en"))
