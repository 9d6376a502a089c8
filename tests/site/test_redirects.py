"""Old addresses lead to their bulletins; documents under docs/ can be linked to."""

from __future__ import annotations

import re

import pytest

from newsrooms import Newsroom, tree


@pytest.fixture(scope="module")
def room(tmp_path_factory) -> Newsroom:
    room = Newsroom(tmp_path_factory.mktemp("site"))
    title = "'</title><script>alert(1)</script>'"
    aliases = "aliases: [/tin/12.html, /cu/bai-viet, /tin-tức/hội nghị/]"
    room.write("docs/mau.pdf", b"%PDF-1.7")
    room.bulletin("2026/a", aliases, title=title, body="[Mẫu đơn](../../docs/mau.pdf)")
    room.bulletin("2026/nhap", "aliases: [/tin/13.html]", status="draft")
    room.built()
    return room


@pytest.mark.parametrize(
    ("file", "url"),
    [
        ("tin/12.html", "../news/2026/a/"),
        ("cu/bai-viet/index.html", "../../news/2026/a/"),
        ("tin-tức/hội nghị/index.html", "../../news/2026/a/"),
    ],
)
def test_an_old_address_leads_to_its_bulletin(room, file, url):
    page = (room.site / file).read_text(encoding="utf-8")
    assert f'<meta http-equiv="refresh" content="0; url={url}">' in page
    assert f'<p><a href="{url}">' in page
    assert 'href="https://tin.example.org/news/2026/a/"' in page
    assert "<script>" not in page


def test_an_old_address_of_a_draft_tells_nobody(room):
    assert not (room.site / "tin/13.html").exists()


def test_a_bulletin_links_to_a_document_under_docs(room):
    assert 'href="../../../mau.pdf"' in room.page("news/2026/a")
    assert (room.site / "mau.pdf").is_file()


TAKEN = (
    *("/news/", "/index.html", "/404.html", "/search/"),
    *("/search/terms/a.html", "/search/manifest.json", "/Search/texts/"),
)


@pytest.mark.parametrize("alias", [*TAKEN, "/assets/"])
def test_an_old_address_never_takes_a_page_s_place(room, alias):
    before = tree(room.site)
    other = room.bulletin("2026/b", f"aliases: [{alias}]")
    ran = room.build()
    other.unlink()
    taken = alias in TAKEN
    assert ran.code == int(taken), ran.output
    assert bool(re.search(r"news/2026/b\.md:4:\d+: địa chỉ cũ", ran.output)) == taken
    if taken:
        assert tree(room.site) == before
