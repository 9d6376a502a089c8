"""Styles, scripts, fonts and marks as they are published: names that follow the content."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bantin.cache import Cache
from bantin.pages.pictures import STEP, TONES
from bantin.theme.fonts import LICENCE, Typeface, licence, typefaces
from bantin.theme.modules import MODULES, Ways, linked, source, squeezed, words
from bantin.theme.standins import faces as standing_in
from bantin.theme.standins import weights

ROOM: Final = Path(__file__).parent
STYLES: Final = ("tokens", "base", "shell", "head", "lists", "search-door", "print")
"""The stylesheet of every page, in this order: later files may say more than earlier ones."""
SCRIPTS: Final = ("lightbox", "share", "library", "calendar")
SHELL: Final = ("shell", "search-door", "prefetch")
"""The one script of every page, in this order."""
SEARCH: Final = "search"
"""Style of the search: fetched with its scripts, by who opens it."""
DOCUMENT: Final = "document"
"""Style of the pages under docs/."""
PICTURES: Final = "pictures"
"""Style of photos in their places and of cards; with a class for each tone of a photo."""
SHEETS: Final[Mapping[str, tuple[str, ...]]] = {
    SEARCH: (SEARCH,),
    PICTURES: ("photos", "cards"),
    DOCUMENT: ("documents", "hospital"),
    "home": ("agenda", "home"),
    "bulletin": ("article", "gallery", "share", "related"),
    "lightbox": ("lightbox",),
    "people": ("letters", "people"),
    "library": ("library",),
    "calendar": ("agenda", "calendar"),
    "tags": ("letters", "tags"),
    "series": ("series",),
    "not-found": ("not-found",),
}
"""Stylesheets of single kinds of pages (``PageDraft.sheets``), and the files in each. A page
names them in the order in which they may say more than those before."""
PREVIEW: Final = "preview"
"""Style and script that only a preview has; never in a built site."""


@dataclass(frozen=True)
class Assets:
    """What every page may ask for, and the files behind it."""

    files: Mapping[str, bytes]
    """Address -> content, all of them to be published."""
    style: str
    """Address of the stylesheet of every page."""
    sheets: Mapping[str, str]
    """Name -> address of the stylesheets of single pages."""
    scripts: Mapping[str, str]
    """Name -> address."""
    fonts: tuple[str, ...]
    """Addresses, for preloading."""


def assets(cache: Cache, ways: Mapping[str, Ways], *, preview: bool) -> Assets:
    """Put the files of the theme together.

    Args:
        cache: Keeps the cut fonts, which take half a second to make.
        ways: Language -> where the search leads.
        preview: With what only a preview shows.
    """
    faces = {_address(f"be-vietnam-pro-{one.weight}.woff2", one.payload): one
             for one in typefaces(cache)}  # fmt: skip
    common = (_font_faces(faces) + _joined(STYLES)).encode()
    style = _address("bantin.css", common)
    single = _sheets(preview=preview)
    own = single | {f"search-words.{lang}.json": words(lang, way) for lang, way in ways.items()}
    names = [*SCRIPTS, PREVIEW] if preview else SCRIPTS
    scripts, files = _scripts(names, own)
    return Assets(
        files={
            **{address: face.payload for address, face in faces.items()},
            f"assets/{LICENCE}": licence(),
            **files,
            style: common,
        },
        style=style,
        sheets={name.removesuffix(".css"): _address(name, single[name]) for name in single},
        scripts=scripts,
        fonts=tuple(faces),
    )


def _scripts(
    names: Iterable[str], own: Mapping[str, bytes]
) -> tuple[dict[str, str], dict[str, bytes]]:
    """Addresses of scripts and modules by name, and the files with what they ask for.

    Args:
        names: Scripts that ask for nothing.
        own: What scripts may ask for beside their modules.
    """
    published = {name: _address(name, content) for name, content in own.items()}
    files = {published[name]: content for name, content in own.items()}
    joined = {name: (name,) for name in (*names, *MODULES)} | {"shell": SHELL}
    for name, parts in joined.items():
        script = linked("\n".join(squeezed(".js", source(part)) for part in parts), published)
        published[f"{name}.js"] = _address(f"{name}.js", script)
        files[published[f"{name}.js"]] = script
    return {name: published[f"{name}.js"] for name in joined}, files


def _sheets(*, preview: bool) -> dict[str, bytes]:
    """File name -> content, of the stylesheets of single kinds of pages."""
    kinds = {**SHEETS, PREVIEW: (PREVIEW,)} if preview else SHEETS
    found = {f"{name}.css": _joined(parts) for name, parts in kinds.items()}
    found[f"{PICTURES}.css"] += _tones()
    return {name: sheet.encode() for name, sheet in found.items()}


def _joined(names: Iterable[str]) -> str:
    return "\n".join(
        squeezed(".css", (ROOM / "styles" / f"{name}.css").read_text(encoding="utf-8"))
        for name in names
    )


def _tones() -> str:
    """A class for every colour that may stand in a photo's place; paper needs none."""
    rules = (f".tone-{tone}{{background:{_colour(tone)}}}" for tone in TONES)
    return f"\n@media screen{{{''.join(rules)}}}\n"


def _colour(tone: str) -> str:
    """``142`` -> ``#3c6``: both digits of a channel are the same at every step."""
    return "#" + "".join(f"{int(step) * STEP % 16:x}" for step in tone)


def _font_faces(faces: Mapping[str, Typeface]) -> str:
    """The fonts lie beside the stylesheet; what stands in for them, readers have."""
    return "".join(
        '@font-face{font-family:"Be Vietnam Pro";font-display:swap;'
        f"font-weight:{weights(face.weight)};"
        f'src:url("{address.removeprefix("assets/")}") format("woff2")}}\n'
        for address, face in faces.items()
    ) + standing_in(faces.values())


def _address(name: str, content: bytes) -> str:
    stem, _, suffix = name.rpartition(".")
    key = hashlib.sha256(content).hexdigest()[:12]
    return f"assets/{stem}.{key}.{suffix}"
