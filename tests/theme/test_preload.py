"""The head asks for the photo in the first view in the very words of the picture."""

from __future__ import annotations

import pytest

from bantin.theme.preload import Ahead, ahead

AVIF = '<source type="image/avif" srcset="a.480.avif 480w, a.720.avif 720w" sizes="{}">'
LAZY = '<picture>\n<source type="image/avif" srcset="b.avif">\n<img src="b.jpg" loading="lazy">'
WIDTH = "(min-width: 60rem) calc(50vw - 2rem), 100vw"


def picture(*sources):
    listed = "\n".join(sources)
    return f'<picture>\n{listed}\n<img src="a.jpg" alt="A" fetchpriority="high"></picture>'


def test_a_page_without_such_a_photo_asks_for_none():
    assert ahead("<p>fetchpriority</p>") == ()
    assert ahead(LAZY) == ()


def test_it_is_not_the_first_photo_but_the_one_in_the_first_view():
    found = ahead(f"{LAZY}</picture>{picture(AVIF.format(WIDTH))}{LAZY}</picture>")
    assert found == (Ahead("a.480.avif 480w, a.720.avif 720w", WIDTH, ""),)


def test_words_of_html_become_text_again():
    (found,) = ahead(picture(AVIF.format("(width &gt; 3rem) 5rem")))
    assert found.sizes == "(width > 3rem) 5rem"


@pytest.mark.parametrize("type", ["image/avif", "image/webp"])
def test_only_one_window_asks_for_each_source(type):
    phone = '<source media="(max-width: 44rem)" type="{}" srcset="square.avif">'
    plain = '<source media="(max-width: 44rem)" srcset="square.jpg">'
    found = ahead(picture(phone.format(type), plain, AVIF.format(WIDTH)))
    assert [(one.srcset, one.media) for one in found if "square" in one.srcset] == (
        [("square.avif", "(max-width: 44rem)")] if type == "image/avif" else []
    )
    assert found[-1].media == ("not all and (max-width: 44rem)" if type == "image/avif" else "")
