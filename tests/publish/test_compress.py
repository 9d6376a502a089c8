"""Packed copies: what has one, that it is the same, and that the gate lets no other through."""

from __future__ import annotations

import gzip

import brotli
import pytest

from bantin.publish import compress, gate
from newsrooms import SETTINGS, Newsroom

TEXT = "<p>Hội nghị sơ kết công tác tuyến.</p>\n" * 60
UNPACK = {".gz": gzip.decompress, ".br": brotli.decompress}
PRECOMPRESSED = SETTINGS.replace("  - bantin:\n", "  - bantin:\n      precompress: true\n")


def packed(site):
    return {path.relative_to(site).as_posix() for path in site.rglob("*.[gb][zr]")}


@pytest.fixture(scope="module")
def room(tmp_path_factory) -> Newsroom:
    room = Newsroom(tmp_path_factory.mktemp("site"), PRECOMPRESSED)
    room.bulletin("2026/a", "captions: [Một]")
    room.photos("2026/a", "01.jpg")
    room.built()
    return room


def test_every_text_has_its_copies_and_nothing_else(room):
    texts = {path for path in room.site.rglob("*") if path.suffix in compress.TEXTS}
    large = {path for path in texts if path.stat().st_size >= compress.LEAST}
    assert {path.suffix for path in large} >= {".html", ".css", ".js", ".json", ".xml", ".txt"}
    for path in large:
        for suffix, unpack in UNPACK.items():
            copy = path.with_name(path.name + suffix)
            assert unpack(copy.read_bytes()) == path.read_bytes()
            assert copy.stat().st_size < path.stat().st_size
    names = {path.relative_to(room.site).as_posix() for path in large}
    assert packed(room.site) <= {name + suffix for name in names for suffix in UNPACK}


def test_the_same_site_has_the_same_copies_however_it_was_built(room, tmp_path):
    other = Newsroom(tmp_path, PRECOMPRESSED)
    other.bulletin("2026/a", "captions: [Một]")
    other.bulletin("2026/b")
    other.photos("2026/a", "01.jpg")
    other.built()
    (other.root / "news/2026/b.md").unlink()
    other.built()
    assert packed(other.site) == packed(room.site)
    for name in packed(room.site):
        assert (other.site / name).read_bytes() == (room.site / name).read_bytes(), name


def test_nobody_who_does_not_ask_gets_copies(tmp_path):
    room = Newsroom(tmp_path)
    room.bulletin("2026/a")
    room.built()
    assert packed(room.site) <= {"sitemap.xml.gz"}


def test_what_browsers_keep_for_a_year_is_packed_best(tmp_path):
    for name in ("assets/a.css", "a.css"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("".join(f".c{n * n % 997}{{margin:{n}px}}" for n in range(900)))
    compress.write(tmp_path)
    kept, asked = (tmp_path / f"{name}a.css.br" for name in ("assets/", ""))
    assert kept.stat().st_size < asked.stat().st_size


@pytest.mark.parametrize("suffix", UNPACK)
@pytest.mark.parametrize(
    "other",
    [
        pytest.param(lambda text: text + b"<script>alert(1)</script>", id="more"),
        pytest.param(lambda text: text[:-1], id="less"),
        pytest.param(lambda _: b"", id="nothing"),
        pytest.param(lambda _: b"x" * 9_000_000, id="very-much"),
    ],
)
def test_the_gate_stops_a_copy_of_something_else(tmp_path, suffix, other):
    page = tmp_path / "index.html"
    page.write_text(TEXT, encoding="utf-8")
    compress.write(tmp_path)
    assert list(gate.problems(tmp_path, "")) == []
    pack = {".gz": gzip.compress, ".br": brotli.compress}[suffix]
    copy = tmp_path / f"index.html{suffix}"
    copy.write_bytes(pack(other(page.read_bytes())))
    assert [one.code for one in gate.problems(tmp_path, "")] == ["gate-archive"]


@pytest.mark.parametrize("suffix", UNPACK)
def test_the_gate_stops_what_follows_a_copy(tmp_path, suffix):
    (tmp_path / "index.html").write_text(TEXT, encoding="utf-8")
    compress.write(tmp_path)
    with (tmp_path / f"index.html{suffix}").open("ab") as copy:
        copy.write(b"GPS 10.77, 106.69")
    assert [one.code for one in gate.problems(tmp_path, "")] == ["gate-archive"]


def test_a_copy_made_before_is_replaced(tmp_path):
    (tmp_path / "sitemap.xml").write_text(TEXT, encoding="utf-8")
    (tmp_path / "sitemap.xml.gz").write_bytes(gzip.compress(b"old", mtime=1))
    compress.write(tmp_path)
    found = gzip.decompress((tmp_path / "sitemap.xml.gz").read_bytes())
    assert found == TEXT.encode()
