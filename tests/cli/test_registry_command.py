from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bantin import limits
from bantin.cli import main
from bantin.content import registry
from edition.sites import ZONE, Site, snapshot

PEOPLE = "news/_registry/people.yml"
ORGANIZATIONS = "news/_registry/organizations.yml"
LINES = (
    "participants:",
    "  - ThS.BS Trần Văn Tấn – Trưởng phòng Nghiệp vụ Y, Sở Y tế Lào Cai",
    "  - BS H'Hen Niê – Khoa Nhi",
    "  - {name: Cháu Nguyễn Minh An, role: Lớp trưởng}",
)


@pytest.fixture
def site(site: Site) -> Site:
    """A bulletin with two people and an institution that nobody has registered."""
    site.bulletin("2026/a", "Bệnh nhân Lê Thị Mai đã khỏe.", *LINES)
    return site


def suggest(site: Site, *arguments: str) -> int:
    return main(["registry", "suggest", "--root", str(site.root), *arguments])


def text(site: Site, name: str) -> str:
    return (site.root / name).read_bytes().decode()


def problems(site: Site, name: str) -> tuple[object, ...]:
    return registry.read(name, (site.root / name).read_bytes(), ZONE).problems


NEW = """\
--- /dev/null
+++ b/news/_registry/organizations.yml
@@ -0,0 +1,5 @@
+# Danh bạ đơn vị bạn; chỉ tên và ngày đổi tên lên trang.
+# "# news/…" là chỗ thấy tên; "# ?" là chỗ cần xem lại, xem xong thì xóa.
+# news/2026/a.md:5
+- id: so-y-te-lao-cai
+  name: Sở Y tế Lào Cai
--- /dev/null
+++ b/news/_registry/people.yml
@@ -0,0 +1,14 @@
+# Danh bạ người; chỉ họ tên lên trang. Không ghi người bệnh, người nhà, trẻ em.
+# "# news/…" là chỗ thấy tên; "# ?" là chỗ cần xem lại, xem xong thì xóa.
+# news/2026/a.md:6
+- id: h-hen-nie
+  name: H'Hen Niê
+  titles: [BS]
+  # ? Khoa Nhi (news/2026/a.md:6): không ghi đơn vị; nếu ở bệnh viện mình thì thêm vào posts
+# news/2026/a.md:5
+- id: tran-van-tan
+  name: Trần Văn Tấn
+  titles: [ThS, BS]
+  posts:
+    - role: Trưởng phòng Nghiệp vụ Y  # 2026-02-06
+      organization: so-y-te-lao-cai
"""


def test_what_is_new_is_shown_as_a_diff_and_nothing_is_written(site, capsys):
    before = snapshot(site.root)
    assert suggest(site) == 0
    shown = capsys.readouterr()
    assert shown.out == NEW
    assert shown.err == (
        "Chưa có trong danh bạ: 2 người, 1 đơn vị (đã đọc cả bản nháp).\n"
        '1 mục có dòng "# ?": xem lại trước khi dùng.\n'
        "Xem xong, muốn ghi vào danh bạ thì gõ: bantin registry suggest --accept\n"
    )
    assert snapshot(site.root) == before


def test_the_same_in_english(site, capsys):
    assert suggest(site, "--lang", "en") == 0
    shown = capsys.readouterr()
    assert "+# Registry of people; only names are published." in shown.out
    assert "no organization is given" in shown.out
    assert shown.err.startswith("Not in the registries: 2 people, 1 organization (")


def test_accepted_entries_are_read_without_a_problem_and_proposed_no_more(site, capsys):
    assert suggest(site, "--accept") == 0
    left = 'Còn 1 dòng "# ?" trong danh bạ: xem lại rồi xóa dòng ấy.\n'
    assert capsys.readouterr().err.endswith(f"Đã ghi vào cuối danh bạ.\n{left}")
    assert problems(site, PEOPLE) == problems(site, ORGANIZATIONS) == ()
    assert [one for one in site.read(preview=True).problems if "_registry" in one.at.path] == []
    (one, other) = site.read(preview=True).bulletins[0].participants[:2]
    assert (one.person_id, one.organization_id) == ("tran-van-tan", "so-y-te-lao-cai")
    assert other.person_id == "h-hen-nie"
    for arguments in ((), ("--accept",)):
        before = snapshot(site.root)
        assert suggest(site, *arguments) == 0
        shown = capsys.readouterr()
        assert shown.out == ""
        assert shown.err == f"Không có ai, không có đơn vị nào mới.\n{left}"
        assert snapshot(site.root) == before


COUNTED = [
    pytest.param(0, "", id="none"),
    pytest.param(1, 'line with "# ?" is left in the registries: look at it', id="one"),
    pytest.param(3, 'lines with "# ?" are left in the registries: look at them', id="several"),
]


@pytest.mark.parametrize(("lines", "told"), COUNTED)
def test_lines_to_look_at_are_counted_in_every_registry(site, lines, told, capsys):
    for name in (PEOPLE, ORGANIZATIONS):
        kept = "".join(f"  # ? chỗ {n}\n" for n in range(lines)) if name == PEOPLE else ""
        site.write(name, f'# "# ?" là dấu\n- id: a\n  name: Lê Văn A\n{kept}')
    assert suggest(site, "--lang", "en") == 0
    assert (
        capsys.readouterr()
        .err.rstrip()
        .split("\n")[-1]
        .startswith(f"{lines} {told}" if lines else "When you have looked")
    )
    assert suggest(site, "--lang", "en", "--accept") == 0
    added = "1 line with" if not lines else f"{lines + 1} lines with"
    assert capsys.readouterr().err.rstrip().split("\n")[-1].startswith(added)


def test_one_of_each_is_told_in_the_singular(site, capsys):
    site.bulletin("2026/a", "BS Trần Văn Tấn – Khoa Nhi, Bệnh viện Sơn Hà, nói.")
    site.bulletin("2026/b", "Lời.", date="2026-02-31")
    assert suggest(site, "--lang", "en") == 0
    told = capsys.readouterr().err
    assert "1 person, 1 organization (" in told
    assert "1 bulletin can't be read and was left out" in told


THERE = [
    pytest.param("- id: a\n  name: Lê A\n", id="one-entry"),
    pytest.param("# Danh bạ\n\n# - id: x\n", id="comments"),
    pytest.param("", id="empty"),
    pytest.param(
        "# Đầu\n- id: a # giữ\n  name: Lê A   # tên\n\n\n# Cuối", id="no-last-line-end"
    ),
    pytest.param("- id: a\r\n  name: Lê A\r\n", id="windows-line-ends"),
    pytest.param("- id: a\r\n  name: Lê A", id="windows-no-last-line-end"),
    pytest.param("  - id: a\n    name: Lê A\n", id="indented"),
    pytest.param("\ufeff- id: a\n  name: Lê A\n", id="byte-order-mark"),
    pytest.param("- {id: a, name: Le\u0302 A}\n", id="nfd"),
    pytest.param("- id: a\n  name: >-\n    Lê\n    A\n", id="folded"),
    pytest.param("- id: a\n  name: Lê A\n  posts: [{role: A\u2028}]\n", id="foreign-line-end"),
    pytest.param("".join(f"- id: a{n}\n  name: Lê A{n}\n" for n in range(2000)), id="long"),
]


@pytest.mark.parametrize("there", THERE)
def test_what_stands_in_a_registry_stays_to_the_byte(site, there, capsys):
    site.write(PEOPLE, there)
    before = problems(site, PEOPLE)
    assert suggest(site, "--accept") == 0
    after = text(site, PEOPLE)
    end = "\r\n" if "\r\n" in there else "\n"
    kept = there if not there or there.endswith("\n") else there + end
    assert after.startswith(kept)
    added = after.removeprefix(kept)
    assert added.count("id: ") == 2
    assert added.count(end) == added.count("\n") == len(added.splitlines()) == 12
    assert problems(site, PEOPLE) == before


@pytest.mark.parametrize("there", THERE)
@pytest.mark.parametrize("apply", [["git", "apply"], ["patch", "-p1", "--quiet", "--binary"]])
def test_the_diff_can_be_applied(site, there, apply, capfdbinary):
    if not shutil.which(apply[0]):
        pytest.skip(f"{apply[0]} is not installed")
    site.write(PEOPLE, there)
    assert suggest(site) == 0
    diff = capfdbinary.readouterr().out
    done = subprocess.run(apply, cwd=site.root, input=diff, check=False, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
    applied = [text(site, name) for name in (PEOPLE, ORGANIZATIONS)]
    site.write(PEOPLE, there)
    (site.root / ORGANIZATIONS).unlink()
    suggest(site, "--accept")
    assert [text(site, name) for name in (PEOPLE, ORGANIZATIONS)] == applied


def test_a_folder_with_a_space_can_be_patched(tmp_path, capfdbinary):
    site = Site(tmp_path, "site_name: Tin\nplugins:\n  - bantin: {news_dir: tin tức}\n")
    start = "---\ntitle: Tin\ndate: 2026-02-06\n"
    site.write("tin tức/2026/a.md", "\n".join((start + LINES[0], LINES[2], "---\nLời.\n")))
    site.write("tin tức/_registry/people.yml", "- id: a\n  name: Lê A\n")
    assert suggest(site) == 0
    diff = capfdbinary.readouterr().out
    done = subprocess.run(["git", "apply"], cwd=tmp_path, input=diff, check=False)
    assert done.returncode == 0
    assert "H'Hen Niê" in text(site, "tin tức/_registry/people.yml")


REFUSED = [
    pytest.param(PEOPLE, "- id: a\n  nam: Lê A\n", id="error"),
    pytest.param(PEOPLE, "[{id: a, name: Lê A}]\n", id="in-brackets"),
    pytest.param(PEOPLE, "- id: a\n  name: Lê A\n...\n", id="closed"),
    pytest.param(PEOPLE, '- id: a\n  name: "Lê A\n', id="quote-open"),
    pytest.param(PEOPLE, b"- id: a\n  name: L\xea A\n", id="not-utf-8"),
    pytest.param(PEOPLE, "#" * (limits.BULLETIN_BYTES - 100), id="too-large-then"),
    pytest.param("news/_registry/People.yml", "- id: a\n  name: Lê A\n", id="capitals"),
    pytest.param("news/_registry/people.yaml", "- id: a\n  name: Lê A\n", id="ending"),
    pytest.param("mkdocs.yml", "plugins:\n  - bantin: {news_dirs: x}\n", id="settings"),
]


@pytest.mark.parametrize(("name", "content"), REFUSED)
@pytest.mark.parametrize("arguments", [(), ("--accept",)])
def test_a_registry_that_can_not_be_added_to_is_left_alone(
    site, name, content, arguments, capsys
):
    site.write(name, content)
    before = snapshot(site.root)
    assert suggest(site, *arguments) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert len(shown.err) > 40
    assert snapshot(site.root) == before


def test_a_link_in_place_of_a_registry_is_not_followed(site, tmp_path):
    elsewhere = tmp_path / "elsewhere.yml"
    elsewhere.write_text("- id: a\n  name: Lê A\n", encoding="utf-8")
    (site.root / PEOPLE).parent.mkdir()
    (site.root / PEOPLE).symlink_to(elsewhere)
    assert suggest(site, "--accept") == 1
    assert elsewhere.read_text(encoding="utf-8") == "- id: a\n  name: Lê A\n"
    assert (site.root / PEOPLE).is_symlink()


def test_an_error_in_another_registry_is_not_in_the_way(site, capsys):
    site.write("news/_registry/consents.yml", "- id: gd-1\n")
    site.write(PEOPLE, "- id: a\n  name: Lê A\n")
    assert suggest(site) == 0
    assert "--- a/news/_registry/people.yml\n" in capsys.readouterr().out


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_a_registry_keeps_its_rights_and_a_new_one_has_those_of_the_site(site):
    site.write(PEOPLE, "- id: a\n  name: Lê A\n").chmod(0o640)
    (site.root / "mkdocs.yml").chmod(0o664)
    assert suggest(site, "--accept") == 0
    assert (site.root / PEOPLE).stat().st_mode & 0o777 == 0o640
    assert (site.root / ORGANIZATIONS).stat().st_mode & 0o777 == 0o664
    assert sorted(path.name for path in (site.root / "news/_registry").iterdir()) == [
        "organizations.yml",
        "people.yml",
    ]


def test_what_was_left_out_is_told(site, capsys):
    site.bulletin("2026/b", "BS Trần Văn Ba, Giám đốc Trung tâm, nói.")
    site.bulletin("2026/c", "BS Trần Văn Tư nói.", date="2026-02-31")
    assert suggest(site) == 0
    shown = capsys.readouterr()
    assert "Trần Văn Tư" not in shown.out
    assert "Trung tâm (1)." in shown.err
    assert "1 bản tin chưa đọc được nên không xem ở đây: gõ bantin check." in shown.err


def test_in_a_pipe_it_says_nothing_else(site):
    command = [sys.executable, "-c", "from bantin.cli import main; raise SystemExit(main())"]
    done = subprocess.run(
        [*command, "registry", "suggest", "--root", str(site.root)],
        capture_output=True,
        env=dict(os.environ, PYTHONIOENCODING="ascii"),
        check=False,
    )
    assert done.returncode == 0
    assert done.stdout.decode("utf-8").replace("\r\n", "\n") == NEW
    assert len(done.stderr.splitlines()) == 3


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["registry"], id="nothing-to-do"),
        pytest.param(["registry", "sugest"], id="unknown"),
        pytest.param(["registry", "suggest", "--acept"], id="unknown-option"),
        pytest.param(["registry", "suggest", "--root", "nowhere"], id="no-site"),
    ],
)
def test_wrong_usage_gives_2(arguments, capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    try:
        code = main(arguments)
    except SystemExit as left:
        code = left.code
    shown = capsys.readouterr()
    assert (code, shown.out) == (2, "")
    assert len(shown.err) > 20


@pytest.mark.skipif(os.name == "nt" or not os.geteuid(), reason="root may write anywhere")
def test_a_folder_that_can_not_be_written_is_told(site, capsys):
    site.write(PEOPLE, "- id: a\n  name: Lê A\n")
    folder = Path(site.root / "news/_registry")
    folder.chmod(0o555)
    try:
        assert suggest(site, "--accept") == 2
    finally:
        folder.chmod(0o755)
    assert "news/_registry/organizations.yml" in capsys.readouterr().err


def test_a_folder_in_place_of_a_registry_is_told(site, capsys):
    (site.root / ORGANIZATIONS).mkdir(parents=True)
    assert suggest(site, "--accept") == 2
    assert "news/_registry/organizations.yml:1:1: lỗi: " in capsys.readouterr().err
    assert [path.name for path in (site.root / "news/_registry").iterdir()] == [
        "organizations.yml"
    ]
