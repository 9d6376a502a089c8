"""The logo that mkdocs.yml names: found, refused with its line, drawn once."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from sites import Site, codes, rows, values

SETTINGS = """\
site_name: Bản tin
plugins:
  - bantin:
      hospital:
        name: Nhi Mây Trắng
        logo: {logo}
theme: material
"""
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"/>'


def picture(form: str = "PNG", size: tuple[int, int] = (200, 200)) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", size, "teal").save(target, form)
    return target.getvalue()


@pytest.fixture
def named(tmp_path):
    """A site whose mkdocs.yml names a logo."""

    def named(logo: str) -> Site:
        site = Site(tmp_path / "site", SETTINGS.format(logo=logo))
        site.bulletin()
        return site

    return named


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
def test_a_logo_becomes_three_signs(named, form):
    site = named("images/logo.x")
    site.write("images/logo.x", picture(form))
    proof = site.proofread()
    assert proof.problems == ()
    signs = proof.edition.signs
    assert sorted(signs.files) == sorted(
        [signs.logo.address, signs.favicon.address, signs.touch_icon.address]
    )


def test_the_original_itself_is_in_no_output(named):
    site = named("images/logo.png")
    site.write("images/logo.png", picture())
    edition = site.proofread().edition
    assert edition.pictures == ()
    assert edition.documents == {}
    assert picture() not in edition.signs.files.values()


def test_a_second_reading_takes_them_from_the_cache(named):
    site = named("images/logo.png")
    site.write("images/logo.png", picture())
    first = site.proofread().edition.signs
    kept = sorted((site.root / ".cache/texts/logo").rglob("*/*"))
    assert len(kept) == 3
    stamps = [file.stat().st_mtime_ns for file in kept]
    again = site.proofread().edition.signs
    assert (again, again.files) == (first, first.files)
    assert [file.stat().st_mtime_ns for file in kept] == stamps


def test_a_new_logo_has_new_addresses(named):
    site = named("images/logo.png")
    site.write("images/logo.png", picture())
    before = site.proofread().edition.signs
    site.write("images/logo.png", picture(size=(300, 300)))
    assert site.proofread().edition.signs.logo.address != before.logo.address


@pytest.mark.parametrize(
    ("file", "content", "code"),
    [
        pytest.param("logo.svg", SVG, "logo-svg", id="svg"),
        pytest.param("logo.png", SVG, "logo-svg", id="svg-by-another-name"),
        pytest.param("logo.png", picture("TIFF"), "logo-format", id="tiff"),
        pytest.param("logo.gif", picture("GIF"), "logo-format", id="gif"),
        pytest.param("logo.png", picture(size=(95, 300)), "logo-small", id="narrow"),
        pytest.param("logo.png", picture(size=(300, 95)), "logo-small", id="low"),
        pytest.param("logo.png", b"", "photo-empty", id="empty"),
        pytest.param("logo.png", picture()[:200], "photo-unreadable", id="cut"),
        pytest.param("logo.pdf", b"%PDF-1.7\n", "photo-document", id="pdf"),
    ],
)
def test_what_is_no_logo_is_told_at_its_line(named, file, content, code):
    site = named(f"images/{file}")
    site.write(f"images/{file}", content)
    proof = site.proofread()
    assert rows(proof.problems) == [(code, 6, "mkdocs.yml")]
    assert proof.edition.signs is None


def test_ninety_six_pixels_are_enough(named):
    site = named("images/logo.png")
    site.write("images/logo.png", picture(size=(96, 96)))
    assert site.proofread().problems == ()


def test_a_missing_logo(named):
    assert rows(named("images/logo.png").proofread().problems) == [
        ("logo-missing", 6, "mkdocs.yml")
    ]


@pytest.mark.parametrize("near", ["Logo.png", "logo.PNG", "logos.png"])
def test_a_misspelt_logo_gets_its_nearest_name(named, near):
    site = named("images/logo.png")
    site.write(f"images/{near}", picture())
    (problem,) = site.proofread().problems
    assert problem.code == "logo-missing-near"
    assert values(problem)["near"] == f"images/{near}"


def test_a_link_out_of_the_site_is_not_followed(named, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "logo.png").write_bytes(picture())
    site = named("art/logo.png")
    (site.root / "art").symlink_to(outside)
    assert codes(site.proofread().problems) == ["logo-outside"]


def test_a_linked_file_is_refused(named, tmp_path):
    (tmp_path / "logo.png").write_bytes(picture())
    site = named("images/logo.png")
    (site.root / "images").mkdir()
    (site.root / "images/logo.png").symlink_to(tmp_path / "logo.png")
    assert site.proofread().edition.signs is None


def test_images_on_another_drive_may_hold_the_logo(named, tmp_path):
    drive = tmp_path / "drive"
    drive.mkdir()
    (drive / "logo.png").write_bytes(picture())
    site = named("images/logo.png")
    (site.root / "images").symlink_to(drive)
    assert site.proofread().edition.signs is not None


def test_without_a_logo_nothing_is_drawn(named):
    proof = named("").proofread()
    assert (proof.problems, proof.edition.signs) == ((), None)
