"""Scripts that ask for other files of theirs, under names that follow the content of all."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rcssmin import cssmin
from rjsmin import jsmin

from bantin.locale import catalogue
from bantin.pages.draft import Link

SCRIPTS: Final = Path(__file__).parent / "scripts"
MODULES: Final = (
    "search-inflate",
    "search-further",
    "search-engine",
    "search-excerpt",
    "search-site",
    "search-result",
    "search-signposts",
    "search-notes",
    "search-filters",
    "search-box",
    "search-page",
    "search-marks",
    "not-found",
)
"""ES modules, each behind those that it asks for."""
PREFIX: Final = "search_"
"""How the interface's words begin that only the search says; it knows them without."""
SHARED: Final = ("all_news", "close", "photos_many", "photos_one", "search", "thousands")
"""Words that it shares with pages."""

_DESCENDANT = re.compile(r"(?<=[\w\])]) :(?=[a-z])")
"""``.a :is(.b)``: inside of ``@media`` the space gets lost, and with it the meaning."""
_ASKED = re.compile(r'"\./([a-z.-]+\.(?:js|css|json))"')
"""How a script names another file: in quotation marks, in the folder of all assets."""


@dataclass(frozen=True)
class Ways:
    """Where the search leads beside what it finds."""

    results: str
    """Address of the page of results."""
    news: str
    """Address of the list of bulletins."""
    categories: tuple[Link, ...] = ()


def words(lang: str, ways: Ways) -> bytes:
    """What the search says in a language, and where it leads: JSON."""
    interface = catalogue(lang)["interface"]
    own = {key: said for key, said in interface.items() if key.startswith(PREFIX)}
    said = {key.removeprefix(PREFIX): text for key, text in own.items()}
    said |= {key: interface[key] for key in SHARED}
    places = {
        "results": ways.results,
        "news": ways.news,
        "categories": [[one.text, one.address] for one in ways.categories],
    }
    return json.dumps({"words": said, "ways": places}, ensure_ascii=False).encode()


def source(name: str) -> str:
    """A script of this room as it was written."""
    return (SCRIPTS / f"{name}.js").read_text(encoding="utf-8")


def squeezed(name: str, written: str) -> str:
    """A script (``.js``) or stylesheet without comments and white space."""
    if name.endswith(".js"):
        return str(jsmin(written))
    return str(cssmin(_DESCENDANT.sub(" *:", written)))


def linked(script: str, published: Mapping[str, str]) -> bytes:
    """A script that asks for the published files.

    Args:
        script: Names other files as ``"./search-engine.js"``.
        published: Names of such files -> addresses; all lie in one folder.

    Raises:
        KeyError: It asks for a file that is not among them.
    """

    def keyed(found: re.Match[str]) -> str:
        return '"./' + published[found[1]].rpartition("/")[2] + '"'

    return _ASKED.sub(keyed, script).encode()
