"""Faces of readers' own systems, sized like ours: they stand in until ours has come.

Each is drawn so much larger or smaller that words take as much room as in Be Vietnam Pro, with
the same height above and below the line. Single letters still differ, so that of a hundred
paragraphs of two to eight lines three to five take a line more or less; unsized, nine to 33 do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from bantin.theme.fonts import Measures, Typeface


@dataclass(frozen=True)
class Standin:
    """One face that many readers have."""

    family: str
    """As styles name it."""
    full_names: tuple[str, ...]
    """As systems know it; the first that is there is taken."""
    advance: float
    """Average width over ``fonts.SAMPLE``, in em; kerning (0.2 %) left out, as in ours."""
    weight: int
    """Which of our weights it stands in for."""
    drawn_bold: bool = False
    """It is a regular face; the browser draws its letters bolder, at the same widths."""


STANDINS: Final = (
    Standin("bantin-roboto", ("Roboto", "Roboto-Regular"), 0.4493, 400),
    Standin("bantin-roboto", ("Roboto Bold", "Roboto-Bold"), 0.4567, 600),
    # Android 12 and later: one file with all weights, of which a page is given the regular one
    Standin("bantin-roboto-file", ("Roboto", "Roboto-Regular"), 0.4493, 600, drawn_bold=True),
    Standin("bantin-arial", ("Arial",), 0.4585, 400),
    Standin("bantin-arial", ("Arial Bold",), 0.4901, 600),
    Standin("bantin-dejavu", ("DejaVu Sans",), 0.5149, 400),
    Standin("bantin-dejavu", ("DejaVu Sans Bold",), 0.577, 600),
)
"""Android and ChromeOS; Windows, macOS, iOS; Linux. In the order in which styles name them.

Sources of the widths, read with fontTools from the ``hmtx`` tables: Roboto 2.137 (Debian
fonts-roboto-unhinted); Arimo 1.33 (fonts-croscore), made to Arial's widths, as Arial itself
may not be passed on; DejaVu Sans 2.37. Liberation Sans has Arial's widths, too, but lacks the
Vietnamese letters with two marks, so that it can't stand in.
"""


def faces(typefaces: Iterable[Typeface]) -> str:
    """The ``@font-face`` rules of all that stand in.

    Args:
        typefaces: Both weights of ours.
    """
    ours = {one.weight: one.measures for one in typefaces}
    return "\n".join(_face(one, ours[one.weight]) for one in STANDINS) + "\n"


def weights(weight: int) -> str:
    """The weights that a face is for; 600 stands for every bold that a text asks for."""
    return "400" if weight == 400 else "600 700"


def _face(one: Standin, ours: Measures) -> str:
    return f"@font-face{{{';'.join(_lines(one, ours))}}}"


def _lines(one: Standin, ours: Measures) -> Iterator[str]:
    size = ours.advance / one.advance
    yield f"font-family:{one.family}"
    yield f"font-weight:{'400' if one.drawn_bold else weights(one.weight)}"
    yield "src:" + ",".join(f'local("{name}")' for name in one.full_names)
    yield f"size-adjust:{size:.2%}"
    yield f"ascent-override:{ours.ascent / size:.2%}"  # both are sized with the letters
    yield f"descent-override:{ours.descent / size:.2%}"
    yield "line-gap-override:0%"
