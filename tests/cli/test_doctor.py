from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from bantin import __version__
from bantin.cli import main
from edition.sites import MKDOCS, Site, snapshot


class Disk(NamedTuple):
    """What ``shutil.disk_usage`` gives, in bytes."""

    total: int
    used: int
    free: int


def machine_has(monkeypatch: pytest.MonkeyPatch, free: int) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Disk(10**12, 10**12 - free, free))


@pytest.fixture(autouse=True)
def room_on_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """However full the disk is on which the tests run."""
    machine_has(monkeypatch, 10**11)


def doctor(root: Path, *arguments: str) -> int:
    return main(["doctor", "--root", str(root), *arguments])


def complaints(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return [line for line in capsys.readouterr().out.splitlines() if line.startswith("! ")]


def test_a_sound_machine_gets_versions_limits_and_a_good_word(site, capsys):
    assert doctor(site.root) == 0
    shown = capsys.readouterr().out
    assert f"bantin {__version__}" in shown and "mkdocs 1.6" in shown
    assert "CAPTION_CHARACTERS = 500" in shown
    assert shown.endswith("Mọi thứ đều ổn.\n")
    assert "!" not in shown


def test_a_folder_without_a_site_is_told(tmp_path, capsys):
    assert doctor(tmp_path) == 1
    (told,) = complaints(capsys)
    assert "mkdocs.yml" in told and str(tmp_path) in told


@pytest.mark.parametrize(
    ("settings", "place"),
    [
        pytest.param(MKDOCS + "      timezone: Hà Nội\n", "mkdocs.yml:6:", id="value"),
        pytest.param(MKDOCS + "      timezon: UTC\n", "mkdocs.yml:6:", id="key"),
        pytest.param("plugins: [", "mkdocs.yml:1:", id="yaml"),
    ],
)
def test_wrong_settings_are_told_with_their_line(tmp_path, capsys, settings, place):
    site = Site(tmp_path / "site", settings)
    assert doctor(site.root) == 1
    (told,) = complaints(capsys)
    assert told.startswith(f"! {place}")


def test_settings_that_are_no_text_are_told(tmp_path, capsys):
    site = Site(tmp_path / "site")
    site.write("mkdocs.yml", b"site_name: \xff\xfe\n")
    assert doctor(site.root) == 1
    (told,) = complaints(capsys)
    assert "UTF-8" in told


@pytest.mark.parametrize("what", ["file", "dangling-link"])
def test_a_cache_that_can_not_be_used_is_told(site, capsys, what):
    if what == "file":
        site.write(".cache", "in the way")
    else:
        (site.root / ".cache").symlink_to("nowhere")
    assert doctor(site.root) == 1
    (told,) = complaints(capsys)
    assert ".cache" in told


@pytest.mark.parametrize("forbidden", [".", ".cache"], ids=["site", "cache"])
def test_a_folder_that_may_not_be_written_is_told(site, capsys, monkeypatch, forbidden):
    (site.root / forbidden).mkdir(exist_ok=True)
    allowed = os.access

    def refuse(path, mode, **more):  # not by chmod: root may write anywhere
        writing = mode & os.W_OK and Path(path) == site.root / forbidden
        return not writing and allowed(path, mode, **more)

    monkeypatch.setattr(os, "access", refuse)
    assert doctor(site.root) == 1
    (told,) = complaints(capsys)
    assert ".cache" in told


def test_a_disk_that_is_nearly_full_is_told(site, capsys, monkeypatch):
    machine_has(monkeypatch, 123_456_789)
    assert doctor(site.root) == 1
    (told,) = complaints(capsys)
    assert "123 MB" in told


def test_it_speaks_english_and_changes_nothing(site, capsys):
    before = snapshot(site.root)
    assert doctor(site.root, "--lang", "en") == 0
    shown = capsys.readouterr().out
    assert shown.isascii()
    assert snapshot(site.root) == before
    assert not (site.root / ".cache").exists()
