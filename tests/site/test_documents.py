"""Pictures and pages under docs/ come through the same doors as bulletins."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import html5lib
import pytest
from PIL import Image

from newsrooms import SETTINGS, Newsroom, Tree, addresses, jpeg, tree

PLACE = "Ward 12, Da Nang"
PAGES = {
    "index.md": "# Chào\n\n![Cổng](photo.jpg)\n",
    "a.md": "# A\n\n![Cổng](photo.jpg) ![Hoa](khoa/Hoa%20sen.PNG)\n",
    "khoa/b.md": "# B\n\n![Cổng][cổng] [mở](../photo.jpg) ![Hoa](<Hoa sen.PNG>)\n\n"
    "[cổng]: ../photo.jpg\n",
    "khoa/c/d.md": "# D\n\n<img alt='tay' src='../../../photo.jpg'>\n"
    '<a href="../../../khoa/Hoa%20sen.PNG">mở</a>\n\n`<img src="../../../photo.jpg">`\n',
}


def located() -> bytes:
    """A photo that tells where it was taken."""
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    exif[0x010E] = PLACE
    return jpeg("cổng", (64, 48), exif.tobytes())


def lotus() -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (32, 32), "pink").save(target, "PNG")
    return target.getvalue()


@pytest.fixture(scope="module")
def room(tmp_path_factory) -> Newsroom:
    room = Newsroom(tmp_path_factory.mktemp("site"), SETTINGS + "exclude_docs: /cat/\n")
    room.write("docs/photo.jpg", located())
    room.write("docs/khoa/Hoa sen.PNG", lotus())
    room.write("docs/cat/hong.jpg", located()[:-30])
    room.write("docs/quy-dinh.pdf", b"%PDF-1.7\n")
    for name, text in PAGES.items():
        room.write(f"docs/{name}", text)
    room.bulletin("2026/a", body="Lời.")
    return room


@pytest.fixture(scope="module")
def files(room) -> Tree:
    return room.built()


def test_a_picture_is_published_as_a_rendition_only(files):
    found = [
        name for name in addresses(files) if re.search(r"\.(webp|jpg|png|pdf)$", name, re.I)
    ]
    others = [name for name in found if not name.startswith("images/cards/")]
    keyless = [re.sub(r"[0-9a-f]{12}", "KEY", name) for name in others]
    assert keyless == ["khoa/hoa-sen.32.KEY.webp", "photo.64.KEY.webp", "quy-dinh.pdf"]


def test_nothing_tells_where_it_was_taken(files):
    assert PLACE.encode() in located()
    for name, content in files.items():
        assert PLACE.encode() not in content, name
    (picture,) = (name for name in files if name.startswith("photo."))
    with Image.open(io.BytesIO(files[picture])) as image:
        assert (image.format, image.size, dict(image.getexif())) == ("WEBP", (64, 48), {})


def leads(page: str) -> Iterator[tuple[str, str]]:
    """Alt text or words of what leads to a picture, with where to."""
    document = html5lib.parse(page, namespaceHTMLElements=False)
    for image in document.iter("img"):
        yield image.get("alt", ""), image.get("src", "")
    for link in document.iter("a"):
        if link.text == "mở":
            yield "mở", link.get("href", "")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("", [("Cổng", "photo")]),
        ("a", [("Cổng", "photo"), ("Hoa", "khoa/hoa-sen")]),
        (
            "khoa/b",
            [
                ("Cổng", "photo"), ("Hoa", "khoa/hoa-sen"),
                ("mở", "photo"),
            ],
        ),
        ("khoa/c/d", [("tay", "photo"), ("mở", "khoa/hoa-sen")]),
        ("news/2026/a", []),
    ],
    ids=["home", "page", "subfolder-and-reference", "typed-HTML", "bulletin"],
)  # fmt: skip
def test_every_way_to_it_leads_to_the_rendition(room, files, address, expected):
    found = []
    for words, target in leads(room.page(address)):
        if "/mark." in target:
            continue  # the site's own sign, in the header of every page
        place = (room.site / address / target).resolve().relative_to(room.site).as_posix()
        assert place in files
        stem = place.split(".", maxsplit=1)[0]
        if (words, stem) not in found:
            found.append((words, stem))
    assert found == expected


def test_html_shown_as_text_stays_as_typed(room, files):
    assert '&lt;img src="../../../photo.jpg"&gt;' in room.page("khoa/c/d")


def test_the_home_page_keeps_the_text_of_docs(room, files):
    home = room.page("")
    assert home.index("Tin 2026/a") < home.index("Chào</h2>")
    assert home.count("<h1") == 1


def test_what_only_lies_under_docs_stays_there(tmp_path):
    room = Newsroom(tmp_path / "site")
    (room.root / "docs/index.md").rename(room.root / "docs/README.md")
    room.bulletin("2026/a")
    kept_back = ("secret.txt", "luong.csv", "favicon.ico")
    for name in (*kept_back, "quy-dinh.pdf", "robots.txt", "font/a.woff2"):
        room.write(f"docs/{name}", b"x")
    ran = room.build()
    assert ran.code == 0, ran.output
    told = re.findall(r"docs/(\S+?):1:1: ", ran.output)
    assert told == sorted(kept_back)
    found = [name for name in addresses(tree(room.site)) if not name.endswith(".html")]
    ours = ("assets/", "images/cards/", "search/", "_headers", "security-headers.conf")
    assert [name for name in found if not name.startswith(ours)] == [
        "font/a.woff2",
        "quy-dinh.pdf",
        "robots.txt",
        "sitemap.xml",
        "sitemap.xml.gz",
    ]
    assert "Chào bạn đọc" in room.page("")
    assert not any(name.endswith(".map") for name in tree(room.site))
