"""Who is measured beside us: Pagefind, installed into the room, and Material's own lunr."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

import material
from photo_runs import Run, measured

PAGEFIND = "1.6.0"
HERE = Path(__file__).parent
ASSETS = Path(material.__file__).parent / "templates/assets/javascripts"


def pagefind(room: Path) -> Path:
    """The program, from npm."""
    folder = room / "peers"
    program = folder / "node_modules/.bin/pagefind"
    if not program.exists():
        folder.mkdir(parents=True, exist_ok=True)
        command = ["npm", "install", "--prefix", str(folder), f"pagefind@{PAGEFIND}"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return program


def pagefind_built(program: Path, room: Path, *, watched: bool = False) -> Run:
    """Its index of the room's pages, made."""
    command = [program, "--site", "pages", "--output-path", "pagefind"]
    return measured([*map(str, command)], room, {}, watched=watched)


def pagefind_size(room: Path) -> tuple[int, int]:
    """Bytes of its index, and of its fragments (texts with titles)."""
    folder = room / "pagefind"
    index = [*(folder / "index").iterdir(), *folder.glob("*.pf_meta")]
    return _bytes(index), _bytes((folder / "fragment").iterdir())


def ask(runner: str, *arguments: Path | int) -> None:
    """Have Node ask all queries."""
    command = ["node", "--max-old-space-size=8000", HERE / runner, *arguments]
    subprocess.run([*map(str, command)], check=True)


def worker() -> Path:
    """Material's search worker."""
    return next((ASSETS / "workers").glob("search.*.min.js"))


def _bytes(files: Iterable[Path]) -> int:
    return sum(file.stat().st_size for file in files)
