"""mkdocs.yml as we read it: our block with lines, everything else left alone."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bantin.content import hospital, pagesettings, photosettings, settings
from bantin.content.photosettings import PhotoSettings
from bantin.model import Name
from bantin.vietnamese.phones import Phone

GUIDE = Path(__file__).parents[2] / "docs" / "huong-dan" / "benh-vien.md"
PAGE_GUIDE = GUIDE.with_name("thiet-lap.md")
PHOTO_GUIDE = GUIDE.with_name("anh-ca-trang.md")
START = "site_name: Tin\nplugins:\n  - search\n  - bantin:\n"
"""What a test adds begins on line 5, six columns in."""


@pytest.fixture
def reading(tmp_path):
    def read(text: str | bytes) -> settings.SettingsRead:
        file = tmp_path / "mkdocs.yml"
        file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return settings.read(file)

    return read


def told(read: settings.SettingsRead) -> list[str]:
    return [
        f"{problem.at.line}:{problem.at.column} {problem.code}" for problem in read.problems
    ]


WHOLE = """site_name: Bệnh viện Sản Nhi
site_url: https://example.vn/tin
docs_dir: trang
theme:
  name: material
plugins:
  - search
  - bantin:
      news_dir: ban-tin/
      images_dir: /mnt/anh
      timezone: Europe/Berlin
      categories:
        hop-tac: Hợp tác
        dao-tao: {vi: Đào tạo, en: Training}
      series:
        so-ket: {vi: Sơ kết}
      hospital:
        name: {vi: Bệnh viện Sản Nhi Vĩnh Phúc, en: Vinh Phuc Hospital}
        short_name: Sản Nhi
        newsroom: {vi: Tin Sản Nhi, en: Hospital News}
        slogan: Vì mẹ và bé
        logo: ./images/logo.png
        hotline: "Tổng đài: 1900 1234"
        emergency: 0211 3 888 115
        email: lien-he@example.vn
        address: {vi: Đường Ngô Quyền}
        hours:
        responsible: Giám đốc
        governing_body: {vi: Sở Y tế, en: Department of Health}
      home: [events, newest]
      people_from: 3
      old_after: 0
      precompress: true
"""


def test_every_setting_is_read(reading, tmp_path):
    found = reading(WHOLE)
    assert found.problems == ()
    assert found.settings == settings.Settings(
        root=tmp_path,
        site_name="Bệnh viện Sản Nhi",
        site_url="https://example.vn/tin/",
        docs_dir="trang",
        news_dir="ban-tin",
        images_dir="/mnt/anh",
        timezone=ZoneInfo("Europe/Berlin"),
        categories={
            "hop-tac": Name("Hợp tác", "Hợp tác"),
            "dao-tao": Name("Đào tạo", "Training"),
        },
        series={"so-ket": Name("Sơ kết", "Sơ kết")},
        hospital=settings.Hospital(
            name=Name("Bệnh viện Sản Nhi Vĩnh Phúc", "Vinh Phuc Hospital"),
            short_name=Name("Sản Nhi", "Sản Nhi"),
            newsroom=Name("Tin Sản Nhi", "Hospital News"),
            slogan=Name("Vì mẹ và bé", "Vì mẹ và bé"),
            logo="images/logo.png",
            hotline=Phone("1900 1234", "19001234", "Tổng đài"),
            emergency=Phone("0211 3 888 115", "+842113888115"),
            email="lien-he@example.vn",
            address=Name("Đường Ngô Quyền", "Đường Ngô Quyền"),
            responsible=Name("Giám đốc", "Giám đốc"),
            governing_body=Name("Sở Y tế", "Department of Health"),
        ),
        home=("events", "newest"),
        people_from=3,
        old_after=0,
        precompress=True,
    )
    assert list(found.settings.categories) == ["hop-tac", "dao-tao"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("site_name: Tin\n", id="no-plugins"),
        pytest.param("site_name: Tin\nplugins: [search, bantin]\n", id="a-name-in-a-list"),
        pytest.param("site_name: Tin\nplugins:\n  - bantin:\n", id="empty-block"),
        pytest.param("site_name: Tin\nplugins:\n  bantin: {}\n", id="plugins-by-name"),
        pytest.param("site_name: Tin\nplugins:\n  - bantin: null\n", id="null-block"),
        pytest.param(
            f"{START}      timezone:\n      hospital:\n      people_from:\n      home:\n",
            id="empty-settings",
        ),
        pytest.param("site_name: Tin\nsite_url: ~\ndocs_dir: null\n", id="nulls"),
        pytest.param("site_name: Tin\nsite_url: !ENV SITE_URL\n", id="environment"),
        pytest.param("site_name: Tin\nsite_url: !ENV [A, 'https://a.vn']\n", id="alternatives"),
    ],
)
def test_what_is_not_set_stays_as_it_was(reading, tmp_path, text):
    found = reading(text)
    assert found.settings == settings.Settings(root=tmp_path, site_name="Tin")
    assert found.problems == ()


def test_foreign_parts_of_mkdocs_yml_are_left_alone(reading):
    found = reading(
        "site_name: &name Tin\n"
        "copyright: *name\n"
        "nav: [[[[[[[[[[[[a]]]]]]]]]]]]\n"
        "markdown_extensions:\n"
        "  - pymdownx.emoji:\n"
        "      emoji_index: !!python/name:material.extensions.emoji.twemoji\n"
        "      generator: !relative $config_dir\n"
        "plugins:\n"
        "  - search: {separator: '[\\s\\u200b]+', zzz: 1}\n"
        "  - bantin: {timezone: UTC}\n"
    )
    assert found.problems == ()
    assert found.settings.site_name == "Tin"
    assert found.settings.timezone == ZoneInfo("UTC")


WRONG = {
    "unknown-setting": ("zzz: a", ["5:7 key-unknown"]),
    "misspelt-setting": ("newsdir: a", ["5:7 key-unknown-near"]),
    "misspelt-timezone": ("timezone: Asia/Hanoi", ["5:17 timezone-unknown"]),
    "timezone-upwards": ("timezone: ../etc/passwd", ["5:17 timezone-unknown"]),
    "timezone-of-a-continent": ("timezone: Asia", ["5:17 timezone-unknown"]),
    "timezone-list": ("timezone: [a]", ["5:17 text-expected"]),
    "timezone-twice": ("timezone: UTC\n      timezone: UTC", ["6:7 key-twice"]),
    "category-with-marks": ("categories: {Hợp tác: A}", ["5:20 id-pattern"]),
    "category-twice": ("categories: {a: A, a: B}", ["5:26 key-twice"]),
    "category-without-name": ("categories: {a: }", ["5:23 key-missing"]),
    "category-in-english-only": ("categories: {a: {en: A}}", ["5:23 key-missing"]),
    "category-in-another-language": ("categories: {a: {vi: A, fr: B}}", ["5:31 key-unknown"]),
    "category-as-a-list": ("categories: [a, b]", ["5:19 keys-expected"]),
    "category-with-list-name": ("categories: {a: [A]}", ["5:23 text-expected"]),
    "series-as-text": ("series: so-ket", ["5:15 keys-expected"]),
    "hospital-key": ("hospital: {fax: 1}", ["5:18 key-unknown"]),
    "hospital-misspelt": ("hospital: {hotlin: 1}", ["5:18 key-unknown-near"]),
    "hospital-text": ("hospital: Sản Nhi", ["5:17 keys-expected"]),
    "hospital-name-in-english-only": ("hospital: {name: {en: A}}", ["5:24 key-missing"]),
    "hospital-name-in-another-language": (
        "hospital: {slogan: {vi: A, fr: B}}",
        ["5:34 key-unknown"],
    ),
    "hospital-name-as-a-list": ("hospital: {name: [A]}", ["5:24 text-expected"]),
    "hospital-twice": ("hospital: {name: A, name: B}", ["5:27 key-twice"]),
    "phone-without-area": ("hospital: {hotline: 3656 115}", ["5:27 phone-unknown"]),
    "phone-words": ("hospital: {emergency: đang cập nhật}", ["5:29 phone-unknown"]),
    "phones-two": ("hospital: {hotline: 0211 3656 115 / 115}", ["5:27 phone-several"]),
    "email-words": ("hospital: {email: a at b.vn}", ["5:25 email-unknown"]),
    "email-two": ("hospital: {email: a@b.vn; c@d.vn}", ["5:25 email-unknown"]),
    "email-list": ("hospital: {email: [a@b.vn]}", ["5:25 text-expected"]),
    "email-attack": ("hospital: {email: 'a@b.vn?cc=x\"@c.vn'}", ["5:25 email-unknown"]),
    "logo-upwards": ("hospital: {logo: ../logo.png}", ["5:24 logo-outside"]),
    "logo-on-a-drive": ("hospital: {logo: 'C:\\logo.png'}", ["5:24 logo-outside"]),
    "logo-elsewhere": ("hospital: {logo: 'https://a.vn/l.png'}", ["5:24 logo-outside"]),
    "photos-key": ("photos: {sizes: 1}", ["5:16 key-unknown"]),
    "photos-misspelt": ("photos: {watermak: A}", ["5:16 key-unknown-near"]),
    "photos-text": ("photos: true", ["5:15 keys-expected"]),
    "photos-list": ("photos: [credit]", ["5:15 keys-expected"]),
    "photos-twice": ("photos: {zip: true, zip: false}", ["5:27 key-twice"]),
    "credit-as-text": ("photos: {credit: Phòng Truyền thông}", ["5:24 flag-unknown"]),
    "credit-as-a-list": ("photos: {credit: [true]}", ["5:24 flag-unknown"]),
    "zip-as-a-number": ("photos: {zip: 1}", ["5:21 flag-unknown"]),
    "watermark-as-a-list": ("photos: {watermark: [A]}", ["5:27 text-expected"]),
    "watermark-too-long": (f"photos: {{watermark: {'a' * 81}}}", ["5:27 text-too-long"]),
    "home-unknown": ("home: [newest, photo]", ["5:22 choice-unknown"]),
    "home-twice": ("home: [events, newest, events]", ["5:30 home-twice"]),
    "home-as-text": ("home: newest, events", ["5:13 list-expected"]),
    "home-as-a-mapping": ("home: {newest: 6}", ["5:13 list-expected"]),
    "home-with-a-number-of": ("home: [newest: 6]", ["5:14 choice-unknown"]),
    "home-with-an-empty-line": ("home:\n      -\n      - events", ["6:8 choice-unknown"]),
    "people-from-none": ("people_from: 0", ["5:20 number-range"]),
    "people-from-a-word": ("people_from: hai", ["5:20 number-range"]),
    "old-after-a-fraction": ("old_after: 1.5", ["5:18 number-range"]),
    "old-after-centuries": ("old_after: 101", ["5:18 number-range"]),
    "old-after-less": ("old_after: -1", ["5:18 number-range"]),
    "old-after-other-digits": ("old_after: ٣", ["5:18 number-range"]),
    "old-after-a-list": ("old_after: [3]", ["5:18 number-range"]),
    "precompress-word": ("precompress: brotli", ["5:20 flag-unknown"]),
    "hospital-list": ("hospital: {hotline: [1, 2]}", ["5:27 text-expected"]),
}


@pytest.mark.parametrize(("lines", "problems"), WRONG.values(), ids=WRONG.keys())
def test_a_wrong_setting_is_told_at_its_line(reading, lines, problems):
    assert told(reading(f"{START}      {lines}\n")) == problems


MENU = """site_name: Tin
nav:
  - Tin tức: news/index.md
  - categories/hop-tac/index.md
  - Chuyên mục:
      - Sai: categories/hoptac/index.md
      - Sâu: [{Sai: en/series/so-ket-2/index.md}]
      - Thẻ: tags/hop-tac/index.md
      - categories/rieng/index.md
      - https://example.vn/categories/x/
      - khac/categories/x/index.md
plugins:
  - bantin:
      categories: {hop-tac: Hợp tác}
      series: {so-ket: Sơ kết}
"""


def test_a_line_of_the_menu_that_leads_to_no_list_is_told(reading, tmp_path):
    page = tmp_path / "docs" / "categories" / "rieng" / "index.md"
    page.parent.mkdir(parents=True)
    page.write_text("# Riêng\n")
    found = reading(MENU)
    assert told(found) == ["6:14 nav-undeclared-near", "7:21 nav-undeclared-near"]
    near = [dict(problem.values)["near"] for problem in found.problems]
    assert near == ["categories/hop-tac/index.md", "en/series/so-ket/index.md"]


def test_a_menu_without_anything_declared(reading):
    found = reading("nav:\n  - series/a/index.md\nplugins: [bantin]\n")
    assert told(found) == ["2:5 nav-undeclared"]


@pytest.mark.parametrize("address", ["bantin.vn", "ftp://bantin.vn/", "https://", "'http://['"])
def test_an_address_of_the_site_that_is_none(reading, address):
    found = reading(f"site_url: {address}\n")
    assert told(found) == ["1:11 address-unknown"]
    assert found.settings.site_url == ""


def test_the_guide_tells_of_every_key_and_its_example_is_right(reading):
    page = GUIDE.read_text(encoding="utf-8")
    found = reading(page.split("```yaml\n")[1].split("```")[0])
    assert found.problems == ()
    assert set(found.settings.hospital.at) == set(hospital.KEYS)
    assert [key for key in hospital.KEYS if f"| `{key}` |" not in page] == []


def test_the_guide_tells_of_every_setting_and_its_examples_are_right(reading):
    page = PAGE_GUIDE.read_text(encoding="utf-8")
    whole, short = (reading(one.split("```")[0]) for one in page.split("```yaml\n")[1:])
    assert (whole.problems, short.problems) == ((), ())
    assert whole.settings.home == pagesettings.HOME
    assert (whole.settings.people_from, whole.settings.precompress) == (2, True)
    told = (*settings.KEYS, *pagesettings.HOME)
    assert [key for key in told if f"`{key}`" not in page] == []


def test_what_a_hospital_leaves_empty_is_not_set(reading):
    found = reading(f"{START}      hospital: {{name: '', hotline: , email: ~, logo: ''}}\n")
    assert found.problems == ()
    assert found.settings.hospital == settings.Hospital()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param("credit: true", PhotoSettings(credit=True), id="credit"),
        pytest.param("credit: có, zip: yes", PhotoSettings(credit=True, zip=True), id="words"),
        pytest.param("credit: không, zip: 'false'", PhotoSettings(), id="no"),
        pytest.param("credit: , watermark: ~, zip: ''", PhotoSettings(), id="empty"),
        pytest.param(
            "watermark: '  Nhi   Mây Trắng '",
            PhotoSettings(watermark="Nhi Mây Trắng"),
            id="watermark",
        ),
        pytest.param("watermark: 2026", PhotoSettings(watermark="2026"), id="number"),
        pytest.param(f"watermark: {'a' * 80}", PhotoSettings(watermark="a" * 80), id="longest"),
    ],
)
def test_what_is_done_with_all_photos(reading, lines, expected):
    found = reading(f"{START}      photos: {{{lines}}}\n")
    assert found.problems == ()
    assert found.settings.photos == expected


def test_the_guide_tells_of_every_setting_for_photos_and_its_example_is_right(reading):
    page = PHOTO_GUIDE.read_text(encoding="utf-8")
    found = reading(page.split("```yaml\n")[1].split("```")[0])
    assert found.problems == ()
    assert found.settings.photos == PhotoSettings(True, "Bệnh viện Nhi Mây Trắng", True)
    assert [key for key in photosettings.KEYS if f"| `{key}` |" not in page] == []


def test_a_wrong_value_of_photos_leaves_the_others(reading):
    found = reading(f"{START}      photos: {{credit: x, watermark: [1], zip: true}}\n")
    assert found.settings.photos == PhotoSettings(zip=True)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param("home:", pagesettings.HOME, id="empty"),
        pytest.param("home: []", (), id="nothing-below-the-lead"),
        pytest.param("home: [archive, newest]", ("archive", "newest"), id="in-this-order"),
        pytest.param("home: [newest, newest, x]", ("newest",), id="what-is-right-of-it"),
    ],
)
def test_what_stands_on_the_first_page(reading, lines, expected):
    assert reading(f"{START}      {lines}\n").settings.home == expected


def test_a_wrong_figure_is_the_usual_one(reading):
    found = reading(f"{START}      people_from: 0\n      old_after: mãi mãi\n").settings
    assert (found.people_from, found.old_after) == (1, 3)


def test_a_wrong_value_leaves_the_others(reading):
    found = reading(f"{START}      hospital: {{hotline: 1, emergency: 115, email: x}}\n")
    assert found.settings.hospital == settings.Hospital(emergency=Phone("115", "115"))


def test_the_near_setting_is_named(reading):
    (problem,) = reading(f"{START}      imagedir: a\n").problems
    assert dict(problem.values) == {"key": "imagedir", "near": "images_dir"}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("site_name: a\n\tplugins: b\n", "2:1 indent-tab", id="tab"),
        pytest.param("site_name: a: b\n", "1:13 yaml-colon", id="colon"),
        pytest.param(b"site_name: B\xe1\n", "1:13 not-utf-8", id="old-encoding"),
    ],
)
def test_a_broken_mkdocs_yml_gives_its_line_and_the_defaults(reading, tmp_path, text, problem):
    found = reading(text)
    assert told(found) == [problem]
    assert found.settings == settings.Settings(root=tmp_path)


def test_without_mkdocs_yml(tmp_path):
    found = settings.read(tmp_path / "mkdocs.yml")
    assert told(found) == ["1:1 settings-missing"]
