"""Whatever goes wrong in a build, the last good site stays where it is."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable

import pytest

import searchfiles
from newsrooms import (
    PATIENCE,
    SETTINGS,
    Newsroom,
    Ran,
    addresses,
    jpeg,
    leftovers,
    surroundings,
    tree,
)

HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"
PHOTO = jpeg("x", (64, 48))
HOOK = """\
from mkdocs.plugins import event_priority

@event_priority(-1_000)
def on_post_build(config):
    raise RuntimeError("too late")
"""


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    """A built site; every test puts back what it breaks."""
    room = Newsroom(tmp_path_factory.mktemp("site"))
    room.bulletin("2026/a", "captions: [Một]")
    room.photos("2026/a", "01.jpg")
    room.built()
    return room


@pytest.fixture
def untouched(room):
    """Whatever a test does here, the site stays, byte for byte, and nothing lies about."""
    sources = tree(room.root)
    before = tree(room.site)
    yield before
    assert tree(room.site) == before
    assert leftovers(room) == []
    shutil.rmtree(room.root)
    for name, content in sources.items():
        room.write(name, content)


def refused(ran: Ran, *expected: str) -> None:
    """A build that ended in words, not in a traceback."""
    assert ran.code == 1, ran.output
    assert "Traceback" not in ran.output
    for words in expected:
        assert words in ran.output


def in_a_bulletin(room: Newsroom) -> None:
    room.bulletin("2026/b", date="2026-02-31")
    room.bulletin("2026/c", "particpants: [A]")
    room.bulletin("2026/d", "captions: [Một, Hai]", body="[x](y.md)")


def bytes_in_docs(room: Newsroom) -> None:
    room.write("docs/cu.md", "# Liên hệ\n\nđịa chỉ\n".encode("cp1258", "replace"))


def matter_in_docs(room: Newsroom) -> None:
    room.write("docs/cu.md", "---\ntitle: Một: hai\n---\n\nLời\n")


def photo_in_docs(room: Newsroom) -> None:
    room.write("docs/anh/a.jpg", PHOTO[:-80])
    room.write("docs/b.heic", HEIC)
    room.write("docs/c.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")


def photo_of_bulletin(room: Newsroom) -> None:
    room.write("images/2026/a/01.jpg", PHOTO[:-80])


def list_s_place(room: Newsroom) -> None:
    room.write("docs/news/2026/index.md", "# 2026\n")


def category_without_name(room: Newsroom) -> None:
    room.write("mkdocs.yml", SETTINGS + "        rubbish: {vi: }\n")


def draft_in_docs(room: Newsroom) -> None:
    room.write("docs/mat.md", "---\ntitle: Mật\ndraft: true\n---\n\nMật\n")


def link_out_of_docs(room: Newsroom) -> None:
    private = room.root.parent / "private"
    private.mkdir(exist_ok=True)
    (private / "luong.pdf").write_bytes(b"%PDF-1.7")
    (room.root / "docs/ngoai").symlink_to(private)


def folders_in_one_another(room: Newsroom) -> None:
    room.write("mkdocs.yml", SETTINGS + "      images_dir: docs/anh\n")


def inherited_settings(room: Newsroom) -> None:
    room.write("base.yml", SETTINGS)
    room.write("mkdocs.yml", "INHERIT: base.yml\n" + SETTINGS)


def plain_addresses(room: Newsroom) -> None:
    room.write("mkdocs.yml", "use_directory_urls: false\n" + SETTINGS)


def two_documents_at_one_address(room: Newsroom) -> None:
    for name in ("x#1.pdf", "x-1.pdf"):
        room.write(f"images/2026/a/{name}", b"%PDF-1.7")
    files = '[{file: "x#1.pdf", title: M}, {file: x-1.pdf, title: H}]'
    room.bulletin("2026/a", "captions: [Một]", f"attachments: {files}")


FAULTS: list[tuple[Callable[[Newsroom], object], list[str]]] = [
    (
        in_a_bulletin,
        [
            'news/2026/b.md:3:7: ngày "2026-02-31" không tồn tại',
            "cách sửa: sửa thành một ngày có thật, ví dụ 2026-02-28",
            'news/2026/c.md:4:1: không có khóa nào tên là "particpants"',
            'cách sửa: nếu muốn ghi "participants" thì sửa "particpants" thành "participants"',
            "news/2026/d.md:4:11: có 2 chú thích nhưng thư mục images/2026/d chưa có ảnh nào",
            "news/2026/d.md:7:",
            "Có 4 lỗi, trang chưa được thay",
        ],
    ),
    (
        bytes_in_docs,
        ["docs/cu.md:1:5: tệp không được lưu bằng UTF-8", "cách sửa: mở bằng Notepad"],
    ),
    (matter_in_docs, ["docs/cu.md:2:", "cách sửa: đặt cả giá trị trong dấu ngoặc kép"]),
    (
        photo_in_docs,
        ["docs/anh/a.jpg:1:1: ", "bị hỏng", "docs/b.heic:1:1: ", "docs/c.svg:1:1: ", "3 lỗi"],
    ),
    (photo_of_bulletin, ["news/2026/a.md:4:", "01.jpg", "bị hỏng"]),
    (list_s_place, ["docs/news/2026/index.md:1:1: ", "/news/2026/", "cách sửa: đổi tên tệp"]),
    (draft_in_docs, ["docs/mat.md:3:1: ", "draft", "draft_docs"]),
    (link_out_of_docs, ["docs/ngoai/luong.pdf:1:1: ", "liên kết"]),
    (folders_in_one_another, ["mkdocs.yml:1:1: ", "docs/anh"]),
    (inherited_settings, ["mkdocs.yml:1:10: ", "INHERIT"]),
    (plain_addresses, ["use_directory_urls"]),
    (two_documents_at_one_address, ["news/2026/a.md:5:", "/news/2026/a/x-1.pdf"]),
    (category_without_name, ["mkdocs.yml:14:", "cách sửa"]),
]


@pytest.mark.parametrize(
    ("fault", "words"), [pytest.param(*row, id=row[0].__name__) for row in FAULTS]
)
def test_a_build_tells_what_is_wrong_and_replaces_nothing(room, untouched, fault, words):
    fault(room)
    refused(room.build(), *words)


@pytest.mark.parametrize("options", [("--strict",), ("--strict", "-q")], ids="-".join)
@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param(
            "news/2026/a.md",
            "---\ntitle: T\ndate: 2026-02-06\nphotos: [{file: 01.jpg}]\n---\n\nx\n",
            id="ours",
        ),
        pytest.param("docs/b.md", "# B\n\n[x](nowhere.md)\n", id="of-MkDocs"),
    ],
)
def test_a_strict_build_stops_at_a_warning(room, untouched, options, name, content):
    room.write(name, content)
    refused(room.build(*options), "(--strict)")


def test_in_english_too(room, untouched):
    in_a_bulletin(room)
    ran = room.build(BANTIN_LANG="en")
    refused(
        ran, 'news/2026/b.md:3:7: the date "2026-02-31" does not exist', "hint: type a date"
    )


@pytest.mark.parametrize(
    ("prepare", "words"),
    [
        pytest.param("Documents/letter.docx", "ví dụ letter.docx", id="somebody-s-documents"),
        pytest.param("Documents/.git/HEAD", "có .git", id="somebody-s-work"),
        pytest.param("Documents", "là một tệp", id="a-file"),
    ],
)
def test_a_folder_that_is_no_site_is_refused(room, untouched, prepare, words):
    path = room.write(prepare, "x")
    refused(room.build("-d", "Documents"), words, "site_dir", "trang cũ giữ nguyên")
    assert path.read_text(encoding="utf-8") == "x"


def test_a_folder_that_cannot_be_written_is_told(room, untouched):
    room.write("notes.txt", "x")
    refused(room.build("-d", "notes.txt/site"), "notes.txt", "trang cũ giữ nguyên")


def test_a_disk_that_takes_no_more_is_told(room, untouched):
    # a limit for files stands for a full disk: only the number of the error is another
    pytest.importorskip("resource")
    command = "ulimit -f 64 && exec " + " ".join((sys.executable, "-m", "mkdocs", "build"))
    ran = subprocess.run(
        ["sh", "-c", command],
        cwd=room.root,
        env=surroundings(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    refused(Ran(ran.returncode, ran.stdout), "trang cũ giữ nguyên")


def test_another_plugin_that_fails_last_of_all_stops_the_swap(room, untouched):
    room.write("late.py", HOOK)
    room.write("mkdocs.yml", SETTINGS + "hooks: [late.py]\n")
    room.bulletin("2026/b")
    ran = room.build()
    assert ran.code == 1
    assert "too late" in ran.output


def test_broken_settings_stop_a_build(room, untouched):
    room.write("mkdocs.yml", SETTINGS + "nav: [\n")
    refused(room.build(), "mkdocs.yml")


def test_another_site_folder_is_built_and_this_one_stays(room, untouched, tmp_path):
    other = tmp_path / "other"
    assert room.build("-d", str(other)).code == 0
    assert tree(other) == untouched


def test_a_build_from_another_folder_is_the_same(room, untouched, tmp_path):
    ran = room.build("-f", str(room.root / "mkdocs.yml"), cwd=tmp_path)
    assert ran.code == 0, ran.output
    assert list(tmp_path.iterdir()) == []


def test_docs_may_lie_elsewhere(tmp_path):
    room = Newsroom(tmp_path, SETTINGS + "docs_dir: trang/chung\n")
    room.write("trang/chung/index.md", b"# \xe0\n")
    refused(room.build(), "trang/chung/index.md:1:3: ")
    assert not room.site.exists()


def test_three_builds_at_once_all_end_well(room, untouched):
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    started = [
        subprocess.Popen(command, cwd=room.root, env=surroundings(), stderr=subprocess.PIPE)
        for _ in range(3)
    ]
    for build in started:
        _, errors = build.communicate(timeout=PATIENCE)
        assert (build.returncode, errors) == (0, b"")


def test_ctrl_c_leaves_nothing_lying_about(room, untouched):
    room.write(
        "slow.py",
        "import os, signal\n"
        "def on_env(env, config, files):\n"
        "    signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "    os.kill(os.getpid(), signal.SIGINT)\n",
    )
    room.write("mkdocs.yml", SETTINGS + "hooks: [slow.py]\n")
    refused(room.build())


def test_what_the_server_needs_stays(room, untouched):
    room.write("site/.htaccess", "deny")
    assert room.build().code == 0
    assert (room.site / ".htaccess").read_text(encoding="utf-8") == "deny"
    (room.site / ".htaccess").unlink()


def test_nothing_is_indexed_of_a_failed_build(room, untouched):
    index = searchfiles.read(lambda path: untouched[f"search/{path}"])
    assert index.addresses == ["news/2026/a/"]
    assert "news/2026/a/index.html" in addresses(untouched)
