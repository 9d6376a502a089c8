from __future__ import annotations

import errno
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bantin.locale import LANGUAGES, message
from bantin.publish.failure import PublishError, failure
from bantin.publish.staging import Staging, recover
from publish.builder import DIED, HOW, read_site, site, write_site

BUILDER = Path(__file__).with_name("builder.py")
OPERATIONS = 60
"""More than one publication of the small site makes."""
KILLS = {"at-once": 30, "two-steps": 10}

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")
both_ways = pytest.mark.parametrize("how", sorted(HOW))


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "site"


def publish(target: Path, version: int, how: str = "at-once") -> None:
    with Staging.open(target, HOW[how]) as staging:
        write_site(staging.folder, version)
        staging.publish()


def start(target: Path, how: str, version: int, mode: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(BUILDER), str(target), how, str(version), mode]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def kill(builder: subprocess.Popen[bytes]) -> None:
    with builder:
        builder.kill()


def refused(target: Path) -> str:
    with pytest.raises(PublishError) as caught, Staging.open(target) as staging:
        write_site(staging.folder, 2)
        staging.publish()
    assert all(message(caught.value.problem, lang).hint for lang in LANGUAGES)
    return caught.value.problem.code


def beside(target: Path) -> set[str]:
    """What lies beside the site, but for the lock that stays."""
    return {path.name for path in target.parent.iterdir()} - {
        target.name,
        f".{target.name}.lock",
    }


@both_ways
def test_a_build_replaces_the_whole_site(target, how):
    publish(target, 1, how)
    (target / "news" / "withdrawn.html").write_text("gone in the next build", encoding="utf-8")
    publish(target, 2, how)
    assert read_site(target) == site(2)
    assert beside(target) == set()


def test_the_first_build_makes_the_folders_around_it(tmp_path):
    publish(tmp_path / "out" / "public" / "site", 1)
    assert read_site(tmp_path / "out" / "public" / "site") == site(1)


@both_ways
def test_a_failed_build_leaves_the_last_site(target, how):
    publish(target, 1, how)
    with pytest.raises(KeyError), Staging.open(target, HOW[how]) as staging:
        write_site(staging.folder, 2)
        raise KeyError
    assert read_site(target) == site(1)
    assert beside(target) == set()


def test_a_build_that_did_not_publish_is_thrown_away(target):
    with Staging.open(target) as staging:
        write_site(staging.folder, 1)
    assert not target.exists()
    assert beside(target) == set()


def test_an_empty_build_does_not_wipe_the_site(target):
    publish(target, 1)
    with pytest.raises(PublishError) as caught, Staging.open(target) as staging:
        staging.publish()
    assert caught.value.problem.code == "publish-nothing"
    assert read_site(target) == site(1)


def test_a_reader_sees_the_site_at_the_same_path_all_the_time(target):
    publish(target, 1)
    seen = set()

    def look(one: Path, other: Path) -> bool:
        seen.add((target / "index.html").read_text(encoding="utf-8"))
        return HOW["at-once"](one, other)

    with Staging.open(target, look) as staging:
        write_site(staging.folder, 2)
        staging.publish()
    assert seen == {"index.html 1"}
    assert read_site(target) == site(2)


def test_what_a_killed_build_left_is_removed_by_the_next(target):
    builder = start(target, "at-once", 1, "hold")
    assert builder.stdout is not None
    builder.stdout.readline()
    kill(builder)
    assert beside(target) != set()
    publish(target, 2)
    assert beside(target) == set()


def test_a_running_build_is_spared_and_publishes_in_its_turn(target):
    builder = start(target, "at-once", 1, "hold")
    assert builder.stdout is not None
    builder.stdout.readline()
    running = beside(target)
    publish(target, 2)
    recover(target)
    assert beside(target) == running != set()
    assert read_site(target) == site(2)
    kill(builder)


@both_ways
def test_killed_at_any_moment_it_leaves_a_whole_site(target, how):
    publish(target, 1, how)
    moments, version = random.Random(20261122), 1
    for _ in range(KILLS[how]):
        builder = start(target, how, version + 1, "loop")
        assert builder.stdout is not None
        builder.stdout.read(moments.randrange(1, 150))
        kill(builder)
        recover(target)
        found = int((target / "index.html").read_text(encoding="utf-8").split()[1])
        assert read_site(target) == site(found)
        assert found >= version
        version = found
    publish(target, 999, how)
    assert read_site(target) == site(999)
    assert beside(target) == set()


@both_ways
def test_dead_before_any_change_of_the_disk_it_leaves_the_old_or_the_new_site(target, how):
    seen = []
    for number in range(1, OPERATIONS):
        publish(target, 1, how)
        with start(target, how, 2, str(number)) as builder:
            builder.communicate()
        if how == "two-steps":
            recover(target)  # at once there is no moment without a whole site
        assert read_site(target) in (site(1), site(2)), f"dead before change {number}"
        recover(target)
        assert beside(target) == set()
        seen.append(read_site(target) == site(2))
        if builder.returncode != DIED:
            break
    else:
        pytest.fail("the publication made more changes than this test tries")
    assert seen == sorted(seen), "once the new site is out it stays"
    assert seen[0] is False


def test_between_its_two_steps_a_failure_brings_the_old_site_back(target):
    publish(target, 1)

    def spoil(new: Path, _live: Path) -> bool:
        (new / "index.html").unlink()
        new.rename(f"{new}-stolen")
        return False

    with Staging.open(target, spoil) as staging:
        write_site(staging.folder, 2)
        with pytest.raises(PublishError):
            staging.publish()
        assert read_site(target) == site(1)
    assert read_site(target) == site(1)


def test_a_half_deleted_old_site_never_comes_back(target):
    tried = 0
    for number in range(1, OPERATIONS):
        publish(target, 1)
        with start(target, "two-steps", 2, str(number)) as builder:
            builder.communicate()
        if any(target.parent.glob(".site.next-*/gone")):
            shutil.rmtree(target)
            recover(target)
            assert not target.exists()
            tried += 1
        if builder.returncode != DIED:
            break
    assert tried > 1


@pytest.mark.parametrize(
    ("names", "code"),
    [
        pytest.param(("thesis.docx",), "publish-target-foreign", id="documents"),
        pytest.param(("404.html", "old.php"), "publish-target-foreign", id="another-website"),
        pytest.param(
            ("404.html", "sitemap.xml", ".git"), "publish-target-work", id="git-checkout"
        ),
        pytest.param(
            ("404.html", "sitemap.xml", "mkdocs.yml"), "publish-target-work", id="source"
        ),
    ],
)
def test_a_folder_that_no_build_made_is_refused_and_untouched(target, names, code):
    target.mkdir()
    for name in names:
        (target / name).write_text("precious", encoding="utf-8")
    assert refused(target) == code
    assert sorted(read_site(target)) == sorted(names)
    assert {path.name for path in target.parent.iterdir()} == {target.name}


def test_what_somebody_put_there_during_the_build_is_not_replaced(target):
    with Staging.open(target) as staging:
        write_site(staging.folder, 1)
        target.mkdir()
        (target / "thesis.docx").write_text("precious", encoding="utf-8")
        with pytest.raises(PublishError):
            staging.publish()
    assert sorted(read_site(target)) == ["thesis.docx"]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({}, id="empty"),
        pytest.param({"404.html": "", "sitemap.xml": "", "index.html": ""}, id="with-sitemap"),
        pytest.param(
            {"404.html": '<meta name="generator" content="mkdocs-1.6.1">', "a.html": ""},
            id="sealed",
        ),
    ],
)
def test_an_empty_folder_or_an_earlier_build_is_replaced(target, files):
    target.mkdir()
    for name, text in files.items():
        (target / name).write_text(text, encoding="utf-8")
    publish(target, 1)
    assert read_site(target) == site(1)


def test_a_file_in_the_way_is_refused(target):
    target.write_text("precious", encoding="utf-8")
    assert refused(target) == "publish-target-file"
    assert target.read_text(encoding="utf-8") == "precious"


def test_a_link_stays_a_link_and_the_folder_behind_it_is_replaced(target, tmp_path):
    webroot = tmp_path / "srv" / "html"
    webroot.mkdir(parents=True)
    target.symlink_to(webroot)
    publish(target, 1)
    publish(target, 2)
    assert target.is_symlink()
    assert read_site(webroot) == site(2)


@pytest.mark.parametrize("where", ["unplugged/html", "site"])
def test_a_link_to_nowhere_is_refused(target, where):
    target.symlink_to(target.parent / where)
    assert refused(target) == "publish-target-link"
    assert not (target.parent / "unplugged").exists()


def test_what_the_server_keeps_beside_the_pages_stays(target):
    publish(target, 1)
    (target / ".htaccess").write_text("Options -Indexes", encoding="utf-8")
    (target / ".well-known").mkdir()
    (target / ".well-known" / "security.txt").write_text("mailto:", encoding="utf-8")
    publish(target, 2)
    kept = {".htaccess": "Options -Indexes", ".well-known/security.txt": "mailto:"}
    assert read_site(target) == site(2) | kept


def test_the_mode_of_the_site_folder_stays(target):
    publish(target, 1)
    target.chmod(0o750)
    publish(target, 2)
    assert target.stat().st_mode & 0o777 == 0o750


def test_the_site_can_be_read_by_a_web_server(target):
    before = os.umask(0o022)
    try:
        publish(target, 1)
    finally:
        os.umask(before)
    assert target.stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize(
    ("number", "code"),
    [
        pytest.param(errno.ENOSPC, "publish-disk-full", id="disk-full"),
        pytest.param(errno.EACCES, "publish-no-permission", id="no-permission"),
        pytest.param(errno.EROFS, "publish-no-permission", id="read-only-drive"),
        pytest.param(errno.EIO, "publish-failed", id="broken-disk"),
    ],
)
def test_what_the_system_says_becomes_a_message_with_the_place(number, code):
    problem = failure(
        OSError(number, os.strerror(number), "site/index.html"), Path("site")
    ).problem
    assert problem.code == code
    for lang in LANGUAGES:
        assert "site/index.html" in message(problem, lang).text


def test_a_place_where_nothing_can_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert refused(tmp_path / "file" / "site") == "publish-failed"
