"""Pictures that neither photos nor docs/ brought into a site: a theme of one's own does."""

from __future__ import annotations

import pytest
from PIL import ExifTags, Image

from newsrooms import SETTINGS, Newsroom, jpeg, leftovers, tree

OWN = SETTINGS.replace("  font: false\n", "  font: false\n  custom_dir: rieng\n")


@pytest.fixture
def room(tmp_path):
    site = Newsroom(tmp_path, OWN)
    site.write("rieng/assets/nen.jpg", jpeg("nen"))
    site.bulletin("2026/a")
    site.built()
    return site


@pytest.mark.parametrize("name", ["nen.jpg", "nen.bin"])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_one_with_metadata_stops_the_build_and_leaves_the_site(room, name, lang):
    before = tree(room.site)
    tags = Image.Exif()
    tags[ExifTags.Base.Artist] = "Nguyễn Văn A"
    room.write(f"rieng/assets/{name}", jpeg("nen", exif=tags.tobytes()))
    ran = room.build(BANTIN_LANG=lang)
    assert ran.code == 1, ran.output
    assert "Traceback" not in ran.output
    assert f"assets/{name}:1:1: " in ran.output
    assert "APP1 Exif" in ran.output
    assert tree(room.site) == before
    assert leftovers(room) == []


def test_one_of_bare_pixels_goes_out(room):
    assert (room.site / "assets/nen.jpg").read_bytes() == jpeg("nen")
