"""What the guide's first bulletin asks of its reader, taken from the page word for word.

The test plays it, and so does the script that takes the guide's pictures.
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from newsrooms import Newsroom, surroundings

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "docs" / "huong-dan"
PAGE = GUIDE / "bai-dau-tien.md"
TYPED = re.compile(r"(?<=\n\n)(?:(?: {8}.*)?\n)+")
"""What stands indented by eight spaces inside a numbered step."""


@dataclass(frozen=True)
class Walkthrough:
    """Everything that is typed or copied, in the order of the page."""

    commands: tuple[str, ...]
    file: str
    """``news/2026/a.md``, as the page names it."""
    folder: str
    """``images/2026/a``."""
    photos: tuple[str, ...]
    """Files of the repository that stand in for the reader's photos."""
    head: str
    """The front matter, filled in, between its two lines of dashes."""
    body: str

    @property
    def address(self) -> str:
        """Where the bulletin is shown."""
        return self.file.removesuffix(".md") + "/"

    @property
    def published(self) -> str:
        """The front matter without the line that keeps the bulletin back."""
        return re.sub(r"^status: draft.*\n", "", self.head, flags=re.MULTILINE)


def read() -> Walkthrough:
    page = PAGE.read_text(encoding="utf-8")
    blocks = [_flush(block) for block in TYPED.findall(page) if block.strip()]
    (head,) = (block for block in blocks if block.startswith("---\n"))
    commands = [block.strip() for block in blocks if re.match(r"make |\.venv/", block)]
    (body,) = (block for block in blocks if block != head and block.strip() not in commands)
    (file,) = re.findall(r"^- tệp chữ `(.+)`$", page, re.MULTILINE)
    (folder,) = re.findall(r"^- thư mục ảnh `(.+)/`$", page, re.MULTILINE)
    photos = re.findall(r"^    - `(images/.+\.jpg)`$", page, re.MULTILINE)
    return Walkthrough(tuple(commands), file, folder, tuple(photos), head, body)


def _flush(block: str) -> str:
    lines = (line.removeprefix(" " * 8) for line in block.strip("\n").split("\n"))
    return "\n".join(lines) + "\n"


def furnish(room: Newsroom) -> None:
    """The site of this repository, in the folder of a test."""
    shutil.copy(ROOT / "mkdocs.yml", room.root)
    for name in ("docs", "news", "images"):
        shutil.copytree(ROOT / name, room.root / name, dirs_exist_ok=True)


def type_in(room: Newsroom, command: str) -> str:
    """What ``.venv/bin/bantin …`` says, run as typed, but with the Python of the test."""
    words = shlex.split(command)
    ran = subprocess.run(
        [str(Path(sys.executable).parent / Path(words[0]).name), *words[1:]],
        cwd=room.root,
        env=surroundings(),
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def copy_photos(room: Newsroom, walk: Walkthrough) -> None:
    for photo in walk.photos:
        shutil.copy(room.root / photo, room.root / walk.folder)
