"""The walls of the house: who may import whom, who may have guests, how large things get.

The order of rooms is DESIGN's; docs/dev/architecture.md says what each is for.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "hooks" / "bantin"

# A room may import rooms above it; inside a room, a module those to the left of it.
ROOMS: dict[str, tuple[str, ...]] = {
    "errors": (),
    "limits": (),
    "locale": (),
    "registered": (),
    "model": (),
    "pictures": (),
    "vietnamese": (
        "text",
        "collation",
        "phrases",
        "tables",
        "words",
        "titletable",
        "titleforms",
        "titles",
        "orgnames",
        "known",
        "orgheads",
        "departments",
        "naming",
        "ownnames",
        "ordinary",
        "people",
        "organizations",
        "standing",
        "dates",
        "calendar",
        "datefinder",
        "eventdate",
        "phones",
        "privacy",
        "doubts",
        "understood",
        "underlines",
        "explain",
        "asking",
        "__main__",
    ),
    "vietnamese.calendar": (
        "words",
        "points",
        "days",
        "spans",
        "shapes",
        "chains",
        "values",
        "trust",
        "around",
        "signs",
        "kinds",
    ),
    "vietnamese.naming": (
        "heads",
        "nameshapes",
        "institutions",
        "tails",
        "roles",
        "nobody",
        "names",
        "division",
        "parts",
        "markers",
        "evidence",
        "cutting",
        "mentions",
        "posts",
        "beside",
        "rosters",
    ),
    "content": (
        "source",
        "corrections",
        "diagnosis",
        "misread",
        "frontmatter",
        "keys",
        "misshapen",
        "days",
        "fields",
        "block",
        "hospital",
        "photosettings",
        "pagesettings",
        "menusettings",
        "settings",
        "enginelists",
        "enginekeys",
        "oddnames",
        "unsplit",
        "participants",
        "registry",
        "claims",
        "entrynames",
        "registries",
        "parts",
        "decode",
        "schema",
    ),
    "visibility": (),
    "addresses": (),
    "cache": (),
    "photos": (
        "profiles",
        "kinds",
        "plan",
        "door",
        "colour",
        "probe",
        "lettering",
        "headlines",
        "card",
        "overlay",
        "encoding",
        "render",
        "logo",
        "inspect",
        "tasks",
        "worker",
        "machine",
        "answers",
        "children",
        "entries",
        "looks",
        "store",
        "ondemand",
        "progress",
    ),
    "markup": (
        "converted",
        "guard",
        "marks",
        "links",
        "inline",
        "extensions",
        "quotes",
        "tree",
        "headings",
        "tables",
        "convert",
        "fingerprint",
    ),
    "edition": (
        "folders",
        "consents",
        "registries",
        "heirs",
        "elsewhere",
        "names",
        "galleries",
        "treatments",
        "attachments",
        "strays",
        "pictures",
        "photofolders",
        "bodies",
        "spotted",
        "identities",
        "named",
        "people",
        "captions",
        "orgspotted",
        "orgmeant",
        "orgenglish",
        "orgnamed",
        "organizations",
        "reading",
        "albums",
        "cards",
        "rendering",
        "delivery",
        "logo",
    ),
    "checks": ("folders", "photos", "texts"),
    "newsroom": (),
    "inventory": (
        "inspections",
        "originals",
        "stock",
        "alike",
        "findings",
        "weights",
        "upkeep",
        "report",
    ),
    "suggestions": (
        "entries",
        "ids",
        "lookalikes",
        "sightings",
        "organizations",
        "people",
        "writing",
        "patches",
    ),
    "pages": (
        "pictures",
        "draft",
        "identity",
        "shell",
        "targets",
        "complaints",
        "directory",
        "tagged",
        "shelf",
        "previewbar",
        "outside",
        "participants",
        "held",
        "bulletin",
        "lists",
        "home",
        "search",
        "subjects",
        "broken",
        "not_found",
        "across",
    ),
    "pages.bulletin": (
        "rows",
        "widths",
        "gallery",
        "paper",
        "protocol",
        "appendix",
        "facts",
        "reading",
        "headline",
        "seriesbox",
        "ties",
        "related",
        "sharing",
        "signoff",
    ),
    "pages.lists": (
        "paging",
        "letters",
        "archive",
        "categories",
        "tags",
        "attendance",
        "series",
        "captioned",
        "records",
        "person",
        "people",
        "organization",
        "organizations",
        "events",
        "month",
        "calendar",
        "spreads",
        "library",
        "ways",
        "listings",
    ),
    "pages.home": (
        "strip",
        "returning",
    ),
    "search": (
        "tokens",
        "spellings",
        "skim",
        "institutions",
        "otherforms",
        "daysnamed",
        "passages",
        "materials",
        "signposts",
        "documents",
        "stretches",
        "entries",
        "files",
        "shards",
        "records",
        "segments",
        "kept",
        "team",
        "posted",
        "index",
        "overlay",
    ),
    "theme": (
        *("signs", "fonts", "standins", "modules", "assets"),
        *("environment", "render", "preload", "shell"),
    ),
    "publish": (
        "failure",
        "lock",
        "disk",
        "target",
        "staging",
        "leads",
        "tags",
        "rules",
        "containers",
        "images",
        "compress",
        "gate",
        "headers",
    ),
    "publish.containers": ("reading", "jpeg", "png", "webp", "av1", "avif"),
    "site": (
        "settings",
        "page",
        "report",
        "documents",
        "placeholders",
        "docpictures",
        "placeholders",
        "docpages",
        "redirects",
        "engine",
        "menu",
        "shell",
        "ownpages",
        "searching",
        "mount",
    ),
    "preview": ("requests", "photos", "search", "guard"),
    "plugin": (),
    "cli": (
        "usage",
        "site",
        "problems",
        "new",
        "check",
        "understand",
        "registry",
        "stocktaking",
        "photos",
        "schema",
        "doctor",
    ),
}

# Guest: the modules and rooms that may import it.
GUESTS: dict[str, tuple[str, ...]] = {
    "mkdocs": ("site", "preview", "plugin"),
    "material": ("site", "preview"),
    "PIL": (
        *("photos.colour", "photos.probe", "photos.lettering", "photos.overlay"),
        *("photos.headlines", "photos.card", "photos.encoding"),
        *("photos.render", "photos.logo", "photos.inspect"),
    ),
    "pillow_heif": ("photos.probe",),
    "yaml": ("content",),
    "markdown": ("markup",),
    "jinja2": ("theme",),
    "pathspec": ("newsroom",),
    "fontTools": ("theme.fonts",),
    "brotli": ("publish.compress",),
    "rjsmin": ("theme.modules",),
    "rcssmin": ("theme.modules",),
    "fontpkg_be_vietnam_pro": ("theme.fonts", "photos.lettering"),
}

# A room that others enter by these modules only: no other knows the shape of a title or a name.
DOORS: dict[str, tuple[str, ...]] = {
    "vietnamese": (
        *(
            "text",
            "collation",
            "phrases",
            "titles",
            "orgnames",
            "known",
            "ownnames",
            "ordinary",
        ),
        *("people", "organizations", "standing", "departments", "dates", "datefinder"),
        *("eventdate", "phones", "privacy", "doubts", "understood", "explain", "asking"),
    ),
}

# Rooms whose modules don't import each other.
APART = ("checks",)

MODULE_LINES = 250
FUNCTION_LINES = 40


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def dotted(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            module = node.module or ""
            for alias in node.names:
                yield f"{module}.{alias.name}"


def room_of(name: str) -> str:
    return name.split(".", maxsplit=1)[0]


def wrong_imports(name: str, source: str) -> list[str]:
    """Imports in module ``name`` of the package that break a wall."""
    found = []
    for imported in imports(ast.parse(source)):
        if imported.startswith("bantin."):
            found += _upward(name, imported.removeprefix("bantin."))
        else:
            found += _guest(name, imported)
    return found


def _upward(name: str, imported: str) -> list[str]:
    room, other = room_of(name), room_of(imported)
    if room == "" or other not in ROOMS:
        return []
    order = list(ROOMS)
    if room != other:
        above = order.index(other) < order.index(room)
        return [] if above and _by_a_door(imported) else [f"{name} -> {imported}"]
    here, there = [*name.split("."), ""][1], [*imported.split("."), ""][1]
    row = ROOMS[room]
    if here == there and f"{room}.{here}" in ROOMS:  # a room inside a room
        row = ROOMS[f"{room}.{here}"]
        here, there = [*name.split("."), "", ""][2], [*imported.split("."), "", ""][2]
    if room in APART and here and there in row:
        return [f"{name} -> {imported}"]
    if here in row and there in row and row.index(there) >= row.index(here):
        return [f"{name} -> {imported}"]
    return []


def _by_a_door(imported: str) -> bool:
    """Whether a module that another room imports is open to it."""
    doors = DOORS.get(room_of(imported))
    return doors is None or [*imported.split("."), ""][1] in doors


def _guest(name: str, imported: str) -> list[str]:
    allowed = GUESTS.get(room_of(imported))
    if allowed is None or any(name == host or name.startswith(f"{host}.") for host in allowed):
        return []
    return [f"{name} has the guest {imported}"]


def too_large(name: str, source: str) -> list[str]:
    """The module, or functions in it, past their size."""
    found = []
    lines = len(source.splitlines())
    if lines > MODULE_LINES:
        found.append(f"{name}: {lines} lines")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            if length > FUNCTION_LINES:
                found.append(f"{name}.{node.name}: {length} lines")
    return found


def prints(name: str, source: str) -> list[str]:
    """Uses of ``print`` outside the command line."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    used = any(isinstance(call.func, ast.Name) and call.func.id == "print" for call in calls)
    return [name] if used and room_of(name) != "cli" else []


@pytest.mark.parametrize("rule", [wrong_imports, too_large, prints])
def test_the_walls_stand(rule):
    assert [
        finding for path in modules() for finding in rule(dotted(path), path.read_text("utf-8"))
    ] == []


def test_every_room_is_in_the_plan():
    rooms = {room_of(dotted(path)) for path in modules()} - {""}
    assert rooms <= set(ROOMS)


def test_every_module_of_an_ordered_room_is_in_its_row():
    for path in modules():
        room, _, module = dotted(path).rpartition(".")
        if ROOMS.get(room):
            assert module in ROOMS[room], f"{room}: place {module} in its row"


@pytest.mark.parametrize(
    ("name", "source"),
    [
        pytest.param("model", "import bantin.edition", id="upwards"),
        pytest.param("checks.texts", "from bantin.checks import photos", id="between-checks"),
        pytest.param("publish.failure", "import bantin.publish.staging", id="in-publish"),
        pytest.param("content.frontmatter", "import bantin.content.decode", id="rightwards"),
        pytest.param(
            "content.days", "from bantin.vietnamese import tables", id="past-the-doors"
        ),
        pytest.param(
            "suggestions.people", "from bantin.vietnamese.naming.names import Name", id="inside"
        ),
        pytest.param("edition", "from mkdocs import plugins", id="mkdocs-in-the-core"),
        pytest.param("photos.plan", "from PIL import Image", id="pixels-in-the-plan"),
        pytest.param("pages.home", "def f():\n    import yaml", id="hidden-in-a-function"),
    ],
)
def test_a_broken_wall_is_seen(name, source):
    assert wrong_imports(name, source) != []


def test_a_large_module_or_function_is_seen():
    assert too_large("x", "pass\n" * (MODULE_LINES + 1)) != []
    assert too_large("x", "def f():\n" + "    pass\n" * FUNCTION_LINES) != []


def test_print_outside_the_command_line_is_seen():
    assert prints("edition", "print(1)") == ["edition"]
    assert prints("cli.check", "print(1)") == []
