from __future__ import annotations

import os

import pytest

from edition.sites import PDF, Site, jpeg, rows, values

A = "news/2026/a.md"
ZIP = b"PK\x03\x04 and so on"


def attach(site: Site, *files: str) -> None:
    """A bulletin with these attachments, the first on line 5."""
    lines = (f"  - {{file: '{file}', title: Tài liệu}}" for file in files)
    site.bulletin("2026/a", "Lời.", "attachments:", *lines)


@pytest.mark.parametrize(
    ("file", "content"),
    [
        pytest.param("Kế hoạch.pdf", PDF, id="pdf"),
        pytest.param("b.PDF", PDF, id="capitals"),
        pytest.param("c.docx", ZIP, id="word"),
        pytest.param("d.xlsx", ZIP, id="excel"),
    ],
)
def test_a_document_is_published_beside_its_bulletin(site, file, content):
    path = site.write(f"images/2026/a/{file}", content)
    attach(site, file)
    built = site.read()
    assert built.problems == ()
    assert built.documents == {f"news/2026/a/{file}": path}
    assert built.document_sizes == {f"news/2026/a/{file}": len(content)}


@pytest.mark.parametrize(
    ("file", "code", "near"),
    [
        pytest.param("ke-hoach-2.pdf", "attachment-near", "ke-hoach-1.pdf", id="near"),
        pytest.param("KE-HOACH-1.pdf", "attachment-near", "ke-hoach-1.pdf", id="case"),
        pytest.param("xyz", "attachment-missing", None, id="missing"),
        pytest.param("../b/rieng.pdf", "attachment-missing", None, id="another-folder"),
        pytest.param("photo.pdf", "attachment-format", None, id="photo-named-pdf"),
        pytest.param("word.pdf", "attachment-format", None, id="word-named-pdf"),
        pytest.param("old.doc", "attachment-format", None, id="old-word"),
        pytest.param("page.html", "attachment-format", None, id="page"),
        pytest.param("empty.pdf", "attachment-format", None, id="empty"),
    ],
)
def test_what_is_no_document_is_told_at_its_line(site, file, code, near):
    folder = "images/2026/a"
    site.write(f"{folder}/ke-hoach-1.pdf", PDF)
    site.write("images/2026/b/rieng.pdf", PDF)
    site.write(f"{folder}/photo.pdf", jpeg("1"))
    site.write(f"{folder}/word.pdf", ZIP)
    site.write(f"{folder}/old.doc", b"\xd0\xcf\x11\xe0")
    site.write(f"{folder}/page.html", "<script>alert(1)</script>")
    site.write(f"{folder}/empty.pdf", b"")
    attach(site, "ke-hoach-1.pdf", file)
    built = site.read()
    assert rows(built.problems) == [(code, 6, A)]
    assert values(built.problems[0]).get("near") == near
    assert list(built.documents) == ["news/2026/a/ke-hoach-1.pdf"]


@pytest.mark.skipif(os.name == "nt", reason="no links and pipes here")
@pytest.mark.parametrize("what", ["link", "pipe"])
def test_a_link_or_pipe_is_refused_at_the_line_of_the_attachment(site, what):
    path = site.root / "images/2026/a/x.pdf"
    path.parent.mkdir(parents=True)
    if what == "link":
        path.symlink_to(site.write("private/x.pdf", PDF))
    else:
        os.mkfifo(path)
    attach(site, "x.pdf")
    built = site.read()
    assert rows(built.problems) == [("attachment-unreadable", 5, A)]
    assert built.documents == {}


def test_documents_of_a_draft_are_in_its_preview_only(site):
    site.write("images/2026/a/x.pdf", PDF)
    site.bulletin("2026/a", "Lời.", "attachments: [{file: x.pdf, title: X}]", status="draft")
    assert site.read().documents == {}
    assert list(site.read(preview=True).documents) == ["news/2026/a/x.pdf"]
