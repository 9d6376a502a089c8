from __future__ import annotations

import subprocess
import sys

import pytest

from bantin.publish.disk import exchange

OPENED = """
import sys
from pathlib import Path
from bantin.publish.disk import flush_each
sys.addaudithook(lambda event, args: event == "open" and sys.stderr.write(f"{args[0]}\\n"))
flush_each(Path(sys.argv[1]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="file systems elsewhere may not do it")
def test_folders_change_places(tmp_path):
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    assert exchange(tmp_path / "one", tmp_path / "other")
    assert [path.name for path in (tmp_path / "one").iterdir()] == ["other"]
    assert [path.name for path in (tmp_path / "other").iterdir()] == ["one"]


@pytest.mark.skipif(sys.platform != "linux", reason="file systems elsewhere may not do it")
def test_a_missing_folder_can_not_change_places(tmp_path):
    (tmp_path / "one").mkdir()
    with pytest.raises(FileNotFoundError):
        exchange(tmp_path / "one", tmp_path / "missing")
    assert (tmp_path / "one").is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="links and folders as on POSIX")
def test_every_file_is_flushed_then_the_folders_from_the_inmost_out(tmp_path):
    site = tmp_path / "site"
    (site / "news" / "a").mkdir(parents=True)
    (site / "news" / "a" / "index.html").touch()
    (site / "nowhere").symlink_to(tmp_path / "missing")
    found = subprocess.run(
        [sys.executable, "-c", OPENED, str(site)], capture_output=True, text=True, check=True
    )
    opened = [line for line in found.stderr.splitlines() if line.startswith(str(tmp_path))]
    files, folders = opened[:1], opened[1:]
    assert files == [str(site / "news" / "a" / "index.html")]
    assert folders == [str(site / "news" / "a"), str(site / "news"), str(site)]
