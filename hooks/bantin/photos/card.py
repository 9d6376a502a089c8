"""A share card: a headline beside a photo, or on the house's colour alone.

Other sites show it beside a link, often no wider than a thumb: few words, large, never across
the photo, where nobody could tell beforehand whether they can be read or whose face they hide.
"""

from __future__ import annotations

import io
from functools import cache
from typing import Final

from PIL import Image, ImageDraw

from bantin.photos import headlines, lettering
from bantin.photos.profiles import CARD, CARD_PHOTO
from bantin.pictures import CardText

WIDTH, HEIGHT = CARD
EDGE: Final = 60
"""px without letters around the card."""
BESIDE: Final = 44
"""px between letters and photo."""

HEADLINE_SIZES: Final = (72, 68, 64, 60, 56, 52, 48, 45, 42, 39, 36, 34, 31, 28)
"""px; the last are for a title of 200 capitals with two marks each."""
HEADLINE_TOP: Final = 156
HEADLINE_BOTTOM: Final = 472
"""px from the upper edge; a headline stands in the middle between them."""
SMALL: Final = 27
"""px, of all other letters."""
FOOT: Final = HEIGHT - 54
"""Baseline of the last line."""
BAR: Final = (64, 6)
BAR_GAP: Final = 22
"""px from the bar down to the last line's letters."""

PLATE: Final = 72
"""px, of the white field behind a logo: logos are drawn for white paper."""
PLATE_MARGIN: Final = 8
PLATE_WIDEST: Final = 240
PLATE_ROUND: Final = 14
PLATE_GAP: Final = 18

DEEP: Final = (5, 54, 61)
SEA: Final = (10, 101, 112)
"""The accent of the site's light scheme."""
PAPER: Final = (255, 255, 255)
MIST: Final = (200, 230, 233)
EMBER: Final = (243, 173, 139)
SIGN: Final = 0.08
"""How much lighter the house's sign is than the ground around it."""
SIGN_SIDE: Final = 700
SIGN_AT: Final = (700, 70)


def drawn(photo: Image.Image | None, words: CardText) -> Image.Image:
    """The card.

    Args:
        photo: ``CARD_PHOTO`` in size, RGB; None: the card is one of words alone.
        words: What is written on it.
    """
    card = ground()
    right = WIDTH - EDGE
    if photo:
        left = WIDTH - CARD_PHOTO[0]
        card.paste(photo, (left, 0))
        right = left - BESIDE
    else:
        card.paste(PAPER, SIGN_AT, _sign())
    _top(card, words, right)
    draw = ImageDraw.Draw(card)
    _headline(draw, words.headline, right - EDGE)
    _foot(draw, words.foot, right - EDGE)
    return card


def ground() -> Image.Image:
    """The house's colour, darker at the foot."""
    shade = Image.linear_gradient("L").resize((1, HEIGHT))
    foot, top = (Image.new("RGB", shade.size, colour) for colour in (DEEP, SEA))
    return Image.composite(foot, top, shade).resize((WIDTH, HEIGHT), Image.Resampling.NEAREST)


def _top(card: Image.Image, words: CardText, right: int) -> None:
    """Logo and name of the site."""
    left, middle = EDGE, EDGE + PLATE // 2 - 12
    if words.logo:
        left += _plate(card, words.logo, left, middle - PLATE // 2) + PLATE_GAP
    site = headlines.line(words.site, SMALL, right - left)
    ImageDraw.Draw(card).text((left, middle), site, PAPER, lettering.font(SMALL), "lm")


def _headline(draw: ImageDraw.ImageDraw, text: str, wide: int) -> None:
    room = HEADLINE_BOTTOM - HEADLINE_TOP
    found = headlines.headline(text, HEADLINE_SIZES, wide, room)
    if found:
        top = HEADLINE_TOP + (room - found.height) // 2
        for baseline, line in found.placed:
            draw.text((EDGE, top + baseline), line, PAPER, found.font, "ls")


def _foot(draw: ImageDraw.ImageDraw, text: str, wide: int) -> None:
    text = headlines.line(text, SMALL, wide)
    if text:
        draw.text((EDGE, FOOT), text, MIST, lettering.font(SMALL), "ls")
        top = FOOT - SMALL - BAR_GAP - BAR[1]
        draw.rectangle((EDGE, top, EDGE + BAR[0] - 1, top + BAR[1] - 1), EMBER)


def _plate(card: Image.Image, logo: bytes, left: int, top: int) -> int:
    """Put a logo on a white field.

    Returns:
        Its width in px.
    """
    with Image.open(io.BytesIO(logo), formats=["PNG"]) as opened:
        image = opened.convert("RGBA")
    room = PLATE - 2 * PLATE_MARGIN
    scale = min(room / image.height, (PLATE_WIDEST - 2 * PLATE_MARGIN) / image.width)
    wide, high = (max(1, round(side * scale)) for side in image.size)
    image = image.resize((wide, high), Image.Resampling.LANCZOS)
    plate = max(PLATE, wide + 2 * PLATE_MARGIN)
    card.paste(PAPER, (left, top), _field(plate))
    card.paste(image, (left + (plate - wide) // 2, top + (PLATE - high) // 2), image)
    return plate


@cache
def _field(wide: int) -> Image.Image:
    """A mask with round corners, drawn larger so that they are smooth."""
    large = Image.new("L", (wide * 4, PLATE * 4))
    box = (0, 0, large.width - 1, large.height - 1)
    ImageDraw.Draw(large).rounded_rectangle(box, PLATE_ROUND * 4, 255)
    return large.resize((wide, PLATE), Image.Resampling.BOX)


@cache
def _sign() -> Image.Image:
    """The house's sign as a mask: a sheet of news in the shape of a cross."""
    large = Image.new("L", (SIGN_SIDE * 2, SIGN_SIDE * 2))
    draw, third, end = ImageDraw.Draw(large), SIGN_SIDE * 2 / 3, SIGN_SIDE * 2 - 1
    level = round(255 * SIGN)
    draw.rounded_rectangle((third, 0, 2 * third, end), third / 6, level)
    draw.rounded_rectangle((0, third, end, 2 * third), third / 6, level)
    return large.resize((SIGN_SIDE, SIGN_SIDE), Image.Resampling.BOX)
