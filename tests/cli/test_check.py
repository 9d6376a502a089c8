from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bantin.cli import main
from edition.sites import MKDOCS, Site, jpeg, snapshot


@pytest.fixture
def faulty(site: Site) -> Site:
    """One error, one warning, one info, each in a file of its own."""
    site.bulletin("2026/error", date="2026-02-31")
    site.bulletin("2026/warning", place="Phòng #2")
    site.bulletin("2026/info", date="06/02/2026")
    return site


def check(site: Site, *arguments: str) -> int:
    return main(["check", "--root", str(site.root), *arguments])


@pytest.mark.parametrize(
    ("name", "arguments", "code"),
    [
        pytest.param("2026/error", [], 1, id="error"),
        pytest.param("2026/error", ["--strict"], 1, id="error-strict"),
        pytest.param("2026/error", ["--format", "json"], 1, id="error-json"),
        pytest.param("2026/warning", [], 0, id="warning"),
        pytest.param("2026/warning", ["--strict"], 1, id="warning-strict"),
        pytest.param("2026/info", ["--strict"], 0, id="info-strict"),
        pytest.param("2026/good", ["--strict"], 0, id="clean"),
    ],
)
def test_the_exit_code_says_what_was_found(faulty, name, arguments, code):
    for other in (faulty.root / "news/2026").iterdir():
        if other.stem != name.partition("/")[2]:
            other.unlink()
    assert check(faulty, *arguments) == code


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param([], id="no-command"),
        pytest.param(["chek"], id="unknown-command"),
        pytest.param(["check", "--formt", "json"], id="unknown-option"),
        pytest.param(["check", "--format", "xml"], id="unknown-format"),
        pytest.param(["check", "--lang", "fr"], id="unknown-language"),
        pytest.param(["check", "--root", "nowhere"], id="no-site"),
        pytest.param(["schema", "--root", "nowhere"], id="no-site-for-schema"),
        pytest.param(["new", "Tin", "--root", "nowhere"], id="no-site-for-new"),
        pytest.param(["new"], id="no-title"),
    ],
)
def test_wrong_usage_gives_2_and_says_why(arguments, capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    try:
        code = main(arguments)
    except SystemExit as left:
        code = left.code
    shown = capsys.readouterr()
    assert code == 2
    assert shown.out == ""
    assert len(shown.err) > 20
    assert list(tmp_path.iterdir()) == []


def test_the_text_has_place_severity_words_and_hint(faulty, capsys):
    check(faulty)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("news/2026/error.md:3:7: lỗi: ")
    assert lines[1].startswith("    cách sửa: ")
    assert lines[2].startswith("news/2026/info.md:3:7: ghi nhận: ")
    assert lines[4].startswith("news/2026/warning.md:4:14: cảnh báo: ")
    assert lines[6] == "1 lỗi, 1 cảnh báo."
    assert len(lines) == 7


def test_a_clean_site_says_so(site, capsys):
    site.bulletin("2026/a")
    assert check(site, "--strict") == 0
    assert capsys.readouterr().out == "Không có lỗi nào.\n"
    assert check(site, "--lang", "en") == 0
    assert capsys.readouterr().out == "No errors.\n"


def test_json_is_a_list_of_problems_for_programs(faulty, capsys):
    check(faulty, "--format", "json")
    found = json.loads(capsys.readouterr().out)
    assert [set(row) for row in found] == [
        {"path", "line", "column", "code", "severity", "message", "hint"}
    ] * 3
    assert [(row["path"], row["line"], row["column"], row["severity"]) for row in found] == [
        ("news/2026/error.md", 3, 7, "error"),
        ("news/2026/info.md", 3, 7, "info"),
        ("news/2026/warning.md", 4, 14, "warning"),
    ]
    assert found[0]["code"] == "date-impossible"
    assert "31/02/2026" in found[0]["message"] or "2026-02-31" in found[0]["message"]
    assert all(row["hint"] for row in found)


def test_json_of_a_clean_site_is_an_empty_list(site, capsys):
    site.bulletin("2026/a")
    assert check(site, "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == []


def test_text_and_json_say_the_same_in_both_languages(faulty, capsys):
    for lang in ("vi", "en"):
        check(faulty, "--lang", lang)
        text = capsys.readouterr().out
        check(faulty, "--lang", lang, "--format", "json")
        for row in json.loads(capsys.readouterr().out):
            assert row["message"] in text and row["hint"] in text


def test_the_language_comes_from_the_option_then_from_the_surroundings(
    faulty, capsys, monkeypatch
):
    monkeypatch.setenv("BANTIN_LANG", "en")
    check(faulty)
    assert capsys.readouterr().out.endswith("1 error, 1 warning.\n")
    check(faulty, "--lang", "vi")
    assert capsys.readouterr().out.endswith("1 lỗi, 1 cảnh báo.\n")
    monkeypatch.setenv("BANTIN_LANG", "xx")
    check(faulty)
    assert capsys.readouterr().out.endswith("1 lỗi, 1 cảnh báo.\n")


@pytest.mark.parametrize("place", ["before", "after"])
def test_root_and_lang_may_stand_before_or_after_the_command(faulty, capsys, place):
    common = ["--root", str(faulty.root), "--lang", "en"]
    assert main([*common, "check"] if place == "before" else ["check", *common]) == 1
    assert capsys.readouterr().out.endswith("1 error, 1 warning.\n")


def test_without_root_it_is_the_folder_where_one_stands(faulty, capsys, monkeypatch):
    monkeypatch.chdir(faulty.root)
    assert main(["check"]) == 1
    assert "news/2026/error.md" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("folder", "typed", "expected"),
    [
        pytest.param(".", ["news/2026/error.md"], ["error"], id="file"),
        pytest.param(".", ["./news//2026/error.md"], ["error"], id="file-as-typed"),
        pytest.param(".", ["news/2026"], ["error", "info", "warning"], id="folder"),
        pytest.param(".", ["news/2026/"], ["error", "info", "warning"], id="folder-with-slash"),
        pytest.param(".", ["."], ["error", "info", "warning"], id="everything"),
        pytest.param(".", ["news/2025"], [], id="another-folder"),
        pytest.param(".", ["news/2026/error~"], [], id="not-by-the-start-of-a-name"),
        pytest.param(
            ".", ["news/2026/info.md", "news/2026/error.md"], ["error", "info"], id="two"
        ),
        pytest.param("news", ["2026/error.md"], ["error"], id="from-a-folder-of-the-site"),
        pytest.param("news", ["news/2026/error.md"], ["error"], id="from-the-root-anyway"),
        pytest.param("/", ["news/2026/error.md"], ["error"], id="from-anywhere"),
    ],
)
def test_only_what_was_asked_for_is_shown_and_counts(
    faulty, capsys, monkeypatch, folder, typed, expected
):
    faulty.bulletin("2025/a", date="2025-02-06")
    faulty.write("news/2026/error~", "x")
    monkeypatch.chdir(faulty.root / folder)
    code = check(faulty, *typed, "--format", "json")
    found = json.loads(capsys.readouterr().out)
    assert [Path(row["path"]).stem for row in found] == expected
    assert code == int("error" in expected)


def test_a_file_may_be_named_in_full_and_decomposed(site, capsys):
    site.write("news/2026/Hội nghị.md", "x")
    assert check(site, str(site.root / "news/2026/Hội nghị.md")) == 1
    link = site.root.parent / "link"
    link.symlink_to(site.root, target_is_directory=True)
    assert check(site, str(link / "news/2026/Hội nghị.md")) == 1
    assert capsys.readouterr().out.count("file-name") == 0


@pytest.mark.parametrize("typed", ["news/2026/eror.md", "/", "..", ""])
def test_a_path_that_is_not_in_the_site_is_wrong_usage(faulty, capsys, typed):
    """Not "no errors": nothing was checked."""
    code = check(faulty, typed)
    shown = capsys.readouterr()
    if typed:
        assert code == 2 and shown.out == "" and "mkdocs" not in shown.err
        assert typed in shown.err


def test_drafts_are_checked_too(site, capsys):
    site.bulletin("2026/draft", "Lời.", "captions: [Một]", status="draft")
    site.write("images/2026/draft/1.jpg", "không phải ảnh")
    assert check(site) == 1
    assert "news/2026/draft.md:5:" in capsys.readouterr().out


def test_a_photo_is_looked_at_to_its_last_pixel(site, capsys):
    site.bulletin("2026/a", "Lời.", "captions: [Một]")
    site.write("images/2026/a/1.jpg", jpeg("1")[:-8])
    assert check(site) == 1
    assert "news/2026/a.md:4:12: lỗi: " in capsys.readouterr().out


def test_problems_of_the_settings_are_told(tmp_path, capsys):
    site = Site(tmp_path / "site", MKDOCS + "      timezone: Hà Nội\n")
    site.bulletin("2026/a")
    assert check(site) == 1
    assert "mkdocs.yml:6:17: lỗi: " in capsys.readouterr().out


def test_checking_writes_nothing_outside_the_cache(faulty, capsys):
    faulty.photos("2026/info", "1.jpg")
    faulty.write("docs/index.md", "# Trang")
    before = snapshot(faulty.root)
    check(faulty)
    check(faulty)
    assert snapshot(faulty.root) == before
    assert (faulty.root / ".cache").is_dir()


def in_a_pipe(site: Site, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = [
        sys.executable,
        "-c",
        "import sys; from bantin.cli import main; sys.exit(main())",
    ]
    surroundings = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    return subprocess.run(
        [*command, *arguments], cwd=site.root, env=surroundings, capture_output=True
    )


def test_a_pipe_gets_words_in_utf_8_and_nothing_else(faulty):
    faulty.photos("2026/info", "1.jpg", "2.jpg")
    ran = in_a_pipe(faulty, "check")
    assert ran.returncode == 1
    assert ran.stderr == b""
    assert b"\x1b" not in ran.stdout and b"\r" not in ran.stdout
    assert "cảnh báo" in ran.stdout.decode()


def test_a_pipe_that_is_closed_early_gives_no_traceback(faulty):
    for number in range(500):
        faulty.bulletin(f"2026/error-{number}", date="2026-02-31")
    python = f'"{sys.executable}" -c "from bantin.cli import main; main()"'
    command = f"{python} check --format json | head -n 1"
    ran = subprocess.run(command, shell=True, cwd=faulty.root, capture_output=True)
    assert ran.stdout.count(b"\n") == 1
    assert ran.stderr == b""


def test_hostile_names_do_not_reach_the_terminal(site, capsys):
    try:
        site.write("news/2026/\x1b[2J\u202e.md", "x")
    except OSError:
        pytest.skip("this disk refuses such names")
    check(site)
    assert not {"\x1b", "\u202e"} & set(capsys.readouterr().out)
