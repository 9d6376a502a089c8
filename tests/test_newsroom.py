from __future__ import annotations

import shutil
import unicodedata
from datetime import UTC, datetime

import pytest

from bantin import newsroom
from edition.sites import MKDOCS, Site, codes, jpeg, rows, site

__all__ = ["site"]


@pytest.mark.parametrize(
    ("epoch", "moment"),
    [
        pytest.param("0", datetime(1970, 1, 1, tzinfo=UTC), id="beginning"),
        pytest.param("1795312800", datetime(2026, 11, 22, 2, tzinfo=UTC), id="seconds"),
    ],
)
def test_now_is_what_the_surroundings_say(monkeypatch, epoch, moment):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert newsroom.now() == moment


@pytest.mark.parametrize("epoch", ["", "soon", "-1", "1.5", "²", "٣", "9" * 30])
def test_now_is_the_clock_where_they_say_nothing_sensible(monkeypatch, epoch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    before = datetime.now(UTC)
    assert before <= newsroom.now() <= datetime.now(UTC)


def test_a_proof_uses_the_one_clock(site, monkeypatch):
    site.bulletin("2026/a", published="2026-11-22 09:00")
    for epoch, count in (("1795312799", 0), ("1795312800", 1)):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        assert len(site.proofread().edition.bulletins) == count


def test_errors_and_warnings_are_counted(site):
    site.photos("2026/a", "1.jpg")
    site.bulletin("2026/a")
    site.bulletin("2026/bad", date="2026-02-31")
    site.bulletin("2019/info")
    proof = site.proofread()
    assert codes(proof.problems) == ["year-folder", "captions-none", "date-impossible"]
    assert (proof.errors, proof.warnings) == (1, 1)


def test_problems_of_settings_reading_checks_and_pixels_come_together(tmp_path):
    site = Site(tmp_path / "site", MKDOCS + "      timezone: Hà Nội\n")
    site.photos("2026/a", "1.jpg")
    site.write("images/2026/a/2.jpg", jpeg("2")[:-8])
    site.bulletin("2026/a", "[chữ](khong.md)", "photos: [{file: 1.jpg}, {file: 2.jpg, alt: B}]")
    assert codes(site.proofread().problems) == [
        "timezone-unknown",
        "photo-alt",
        "photo-unreadable",
        "link-missing",
    ]


def test_a_store_that_can_not_be_written_is_an_error_not_a_traceback(site):
    site.write(".cache", "in the way")
    site.photos("2026/a", "1.jpg")
    site.bulletin("2026/a", "Lời.", "captions: [Một]")
    assert codes(site.proofread().problems) == ["store-unwritable"]


def has_all(proof: newsroom.Proof) -> bool:
    """Whether every photo of an edition has been rendered."""
    return all(proof.store.storage.has(one.key) for one in proof.edition.pictures)


def test_photos_of_hidden_bulletins_are_rendered_for_the_preview_only(site):
    site.photos("2026/a", "1.jpg")
    site.bulletin("2026/a", "Lời.", "captions: [Một]", status="draft")
    built = site.proofread()
    assert built.edition.pictures == ()
    preview = site.proofread(preview=True)
    assert len(preview.edition.pictures) == 1
    assert has_all(preview)


def test_the_store_is_filled_again_after_the_cache_is_deleted(site):
    site.photos("2026/a", "1.jpg")
    site.bulletin("2026/a", "Lời.", "captions: [Một]")
    first = site.proofread()
    shutil.rmtree(site.root / ".cache")
    assert not has_all(first)
    second = site.proofread()
    assert second.edition == first.edition
    assert has_all(second)


def test_documents_are_the_pages_under_docs(site):
    settings = newsroom.open_settings(site.root / "mkdocs.yml").settings
    assert newsroom.documents(settings) == ()
    name = unicodedata.normalize("NFC", "liên hệ")
    for page in ("index.md", "guide/a.md", f"{name}.md", "picture.png", "notes.txt"):
        site.write(f"docs/{page}", "x")
    assert newsroom.documents(settings) == ("guide/a.md", "index.md", "liên hệ.md")


def test_settings_that_are_not_there_are_a_problem(tmp_path):
    read = newsroom.open_settings(tmp_path / "mkdocs.yml")
    assert rows(read.problems) == [("settings-missing", 1, "mkdocs.yml")]
    assert read.settings.root == tmp_path
