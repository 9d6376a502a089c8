"""Mistakes in mkdocs.yml at which MkDocs stops in words of its own: ours come first."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bantin import locale
from bantin.cli import main
from bantin.content import enginekeys
from bantin.errors import Severity

GOOD = """\
site_name: Bản tin
site_url: https://tin.example.org/
theme:
  name: material
nav:
  - Tin tức: news/index.md
  - Giới thiệu:
      - Liên hệ: lien-he.md
markdown_extensions:
  - tables
  - pymdownx.superfences
plugins:
  - search
  - bantin:
      timezone: Asia/Ho_Chi_Minh
"""
SITE_URLS = [
    *(
        "tin.example.org",
        "htps://tin.example.org/",
        "ftp://tin.example.org/",
        "//tin.example.org",
    ),
    *("http://[tin", "javascript:alert(1)", "https://", "https:tin.example.org"),
]
STRANGE = [
    *(
        "https://tin.example.org/?a=1",
        "https://tin.example.org/#tin",
        "https://a@tin.example.org",
    ),
    *("https://tin.example.org:x/", "https://tin .example.org/", 'https://tin.example.org/"x/'),
    "https://tin.example.org/<script>/",
]

LONG = "a" * 300
"""No file may be called so."""

CASES = [
    *(
        pytest.param("https://tin.example.org/", f"'{url}'", 2, "address-unknown", id=url)
        for url in SITE_URLS
    ),
    *(
        pytest.param("https://tin.example.org/", f"'{url}'", 2, "site-url-more", id=url)
        for url in STRANGE
    ),
    pytest.param("https://tin.example.org/", "[a]", 2, "text-expected", id="address-list"),
    pytest.param("site_name: Bản tin", "site_nam: Bản tin", 1, "key-missing", id="no-name"),
    pytest.param("site_name: Bản tin", "site_name:", 1, "key-empty", id="name-empty"),
    pytest.param("site_name: Bản tin", "site_name: ~", 1, "key-empty", id="name-none"),
    *(
        pytest.param("site_name: Bản tin", f"site_name: {no}", 1, "settings-no-text", id=no)
        for no in ("2026", "1.0e+3", "0x1F", "24:07", ".inf", "2026-11-23 07:30:00", "Yes")
    ),
    pytest.param("name: material", "name: materal", 4, "theme-other", id="theme-misspelt"),
    pytest.param("name: material", "language: vi", 4, "theme-other", id="theme-without-name"),
    pytest.param("theme:\n  name: material\n", "", 1, "theme-other", id="theme-missing"),
    pytest.param(
        "theme:\n  name: material", "theme: mkdocs", 3, "theme-other", id="theme-mkdocs"
    ),
    pytest.param(
        "name: material",
        "name: material\n  custom_dir: giao-dien",
        5,
        "settings-path",
        id="custom",
    ),
    pytest.param("nav:\n", "docs_dir: trang\nnav:\n", 5, "docs-missing", id="docs-missing"),
    pytest.param("nav:\n", "site_dir: docs\nnav:\n", 5, "settings-site-dir", id="site-in-docs"),
    pytest.param("nav:\n", "site_dir: .\nnav:\n", 5, "settings-site-dir", id="site-over-docs"),
    pytest.param("nav:\n", "hooks: [a.py]\nnav:\n", 5, "settings-path", id="hook"),
    *(
        pytest.param("nav:\n", f"{key}: {value}\nnav:\n", 5, code, id=f"{key}-long")
        for key, value, code in (
            ("hooks", f"[{LONG}]", "settings-path"),
            ("docs_dir", LONG, "docs-missing"),
        )
    ),
    pytest.param("lien-he.md", f"categories/{LONG}/", 8, "nav-undeclared", id="category-long"),
    pytest.param(
        "nav:\n", 'site_dir: "a\\0b"\nnav:\n', 5, "control-character", id="site-hidden"
    ),
    pytest.param("nav:\n", "theme: material\nnav:\n", 5, "key-twice", id="key-twice"),
    pytest.param(
        "nav:\n", "use_directory_urls: no\nnav:\n", 5, "settings-directory-urls", id="urls"
    ),
    pytest.param("  - Giới thiệu:", "    Giới thiệu:", 7, "nav-dash", id="nav-no-hyphen"),
    pytest.param("news/index.md", "", 6, "nav-empty", id="nav-empty"),
    pytest.param(
        "nav:\n  - Tin tức: news/index.md\n  - Giới thiệu:\n      - Liên hệ: lien-he.md\n",
        "nav:\n  Tin tức: news/index.md\n",
        6,
        "nav-list",
        id="nav-mapping",
    ),
    pytest.param("  - bantin:\n", "  - bantim:\n", 14, "settings-plugin-near", id="plugin"),
    pytest.param("  - search", "  - qwertz", 13, "settings-plugin", id="plugin-unknown"),
    pytest.param(
        "  - bantin:\n      timezone: Asia/Ho_Chi_Minh\n", "", 13, "plugins-bantin", id="none"
    ),
    pytest.param("      timezone", "    timezone", 15, "settings-indent", id="indent"),
    pytest.param("timezone:", "timezon:", 15, "key-unknown-near", id="option"),
    pytest.param("  - tables", "  - tabels", 10, "settings-extension-near", id="extension"),
    pytest.param("superfences", "superfense", 11, "settings-extension", id="extension-module"),
    pytest.param("  - tables", "\t- tables", 10, "indent-tab", id="tab"),
    pytest.param("site_name: Bản", "site_name: Bản: tin", 1, "yaml-colon", id="colon"),
    pytest.param("  - tables", "  - [tables", 10, "yaml-bracket", id="bracket"),
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in ("docs", "news"):
        (tmp_path / folder).mkdir()
    (tmp_path / "docs" / "lien-he.md").write_text("# Liên hệ\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(GOOD, encoding="utf-8")
    return tmp_path


def settings(root: Path, old: str, new: str) -> None:
    assert old in GOOD
    (root / "mkdocs.yml").write_text(GOOD.replace(old, new, 1), encoding="utf-8")


def told(root: Path) -> list[tuple[int, str]]:
    found = enginekeys.read(root / "mkdocs.yml").problems
    return [(one.at.line, one.code) for one in sorted(found) if one.severity is Severity.ERROR]


@pytest.mark.parametrize(("old", "new", "line", "code"), CASES)
def test_a_mistake_is_told_at_its_line_in_both_languages(root, capsys, old, new, line, code):
    settings(root, old, new)
    assert told(root)[:1] == [(line, code)]
    for lang in locale.LANGUAGES:
        assert main(["check", "--settings", "--root", str(root), "--lang", lang]) == 1
        first, hint, *_ = capsys.readouterr().out.splitlines()
        severity = locale.text("severity_error", lang)
        assert re.match(rf"mkdocs\.yml:{line}:\d+: {severity}: \S.{{10}}", first)
        assert len(hint.partition(": ")[2]) > 10


def test_sound_settings_are_nothing_to_talk_about(root, capsys):
    assert main(["check", "--settings", "--root", str(root)]) == 0
    assert capsys.readouterr().out == ""
    assert enginekeys.read(root / "mkdocs.yml").problems == ()


@pytest.mark.parametrize(
    "line",
    [
        "site_url: ''",
        "site_url: http://localhost:8000/tin",
        "site_url: !ENV ADDRESS",
        "site_url: https://bảntin.example.org/",
        "strict: true",
        "site_author: !ENV AUTHOR",
        "extra: {a: [1, 2]}",
        "copyright: 'Bản quyền: 2026'",
        "site_author: 0912 345 678",
        "site_url: !ENV [ADDRESS, 'https://tin.example.org/']",
        "repo_url: !ENV [REPOSITORY, 'https://git.example.org/tin']",
        "nav:",
        "nav: null",
        "nav: !ENV [MENU, []]",
    ],
)
def test_what_mkdocs_takes_passes(root, line):
    old = "site_url: https://tin.example.org/"
    if line.startswith("nav"):
        old = GOOD[GOOD.index("nav:") : GOOD.index("markdown_extensions:")]
        line += "\n"
    settings(root, old, line if line[:3] in ("nav", "sit") else f"{old}\n{line}")
    assert enginekeys.read(root / "mkdocs.yml").problems == ()


def test_a_name_and_a_theme_may_come_from_the_environment(root):
    settings(root, "site_name: Bản tin", "site_name: !ENV NAME")
    assert enginekeys.read(root / "mkdocs.yml").problems == ()
    settings(root, "site_name: Bản tin", "site_name: !ENV [NAME, OTHER, Bản tin]")
    assert enginekeys.read(root / "mkdocs.yml").problems == ()
    settings(root, "name: material", "name: !ENV [THEME, material]")
    assert enginekeys.read(root / "mkdocs.yml").problems == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("  name: material", "  <<: *look\n  language: vi", id="theme-merged"),
        pytest.param("theme:\n  name: material", "theme: *look", id="theme"),
        pytest.param("  - Giới thiệu:\n", "  - *line\n  - Giới thiệu:\n", id="line"),
        pytest.param("  - search", "  - !ENV [SEARCH, search]", id="plugin"),
        pytest.param(
            "  - bantin:\n      timezone: Asia/Ho_Chi_Minh\n", "  - *ours\n", id="our-plugin"
        ),
    ],
)
def test_what_is_written_elsewhere_in_the_file_passes(root, old, new):
    settings(root, old, new)
    file = root / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    kept = "look: &look {name: material}, line: &line index.md, ours: &ours bantin"
    file.write_text(f"extra: {{{kept}}}\n{text}", encoding="utf-8")
    assert enginekeys.read(file).problems == ()


@pytest.mark.parametrize(
    ("path", "code", "near"),
    [
        pytest.param("lien-hee.md", "nav-missing-near", "lien-he.md", id="page"),
        pytest.param("new/index.md", "nav-missing-near", "news/index.md", id="list"),
        pytest.param("qwertz.md", "nav-missing", None, id="nothing-like-it"),
        pytest.param(f"{LONG}.md", "nav-missing", None, id="too-long"),
        pytest.param("./lien-he.md", None, None, id="there"),
        pytest.param("people/tran-thu-van/index.md", None, None, id="called-by-bulletins"),
        pytest.param("https://example.org/a.md", None, None, id="elsewhere"),
    ],
)
def test_a_line_of_the_menu_without_page_is_told_by_check(root, path, code, near):
    settings(root, "lien-he.md", path)
    found = enginekeys.read(root / "mkdocs.yml").problems
    assert [(one.code, one.at.line, one.severity) for one in found] == (
        [(code, 8, "warning")] if code else []
    )
    assert [dict(one.values).get("near") for one in found] == ([near] if code else [])


@pytest.mark.parametrize(
    ("key", "code"), [("extra_cs", "key-unknown-near"), ("lop", "settings-key-unknown")]
)
def test_a_key_that_nobody_knows_is_a_warning(root, key, code):
    settings(root, "nav:\n", f"{key}: a\nnav:\n")
    (problem,) = enginekeys.read(root / "mkdocs.yml").problems
    assert (problem.code, problem.at.line, problem.severity) == (code, 5, "warning")


def test_doctor_says_it_too(root, capsys):
    settings(root, "name: material", "name: materal")
    assert main(["doctor", "--root", str(root)]) == 1
    assert "! mkdocs.yml:4:9: " in capsys.readouterr().out
