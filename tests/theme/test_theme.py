from __future__ import annotations

import hashlib
import re

from bantin import theme
from bantin.pages.gallery import SHAPES


def style():
    (file,) = (file for address, file in theme.assets().items() if address.endswith(".css"))
    return file.read_text(encoding="utf-8")


def test_an_asset_is_published_under_a_name_that_follows_its_content():
    for address, file in theme.assets().items():
        key = hashlib.sha256(file.read_bytes()).hexdigest()[:12]
        assert address == f"assets/{file.stem}.{key}{file.suffix}"


def test_every_shape_of_a_photo_has_its_class():
    assert {int(found) for found in re.findall(r"\.shape-(\d+) ", style())} == set(SHAPES)


def test_the_look_asks_no_other_host_for_anything():
    assert not re.search(r"url\(|@import|https?:", style())


def test_lines_are_tall_enough_for_stacked_diacritics():
    heights = re.findall(r"line-height: ([\d.]+)", style())
    assert heights
    assert min(map(float, heights)) >= 1.5


def test_the_shell_is_where_mkdocs_looks_for_it():
    assert (theme.material_dir() / "main.html").is_file()
