"""What the reader's bench needs beside the project: made once in its room."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import photo_tools

NODE_PEERS = ("lighthouse@12",)
PYTHON_PEERS = ("mkdocs-material", "mkdocs-glightbox")
PROGRAMS = {
    "nginx": "nginx-light libnginx-mod-http-brotli-static",
    "chromium": "chromium",
    "openssl": "openssl",
    "hugo": "hugo",
    "node": "nodejs",
}
"""What this machine must have, and Debian's packages with it."""


class Tools(NamedTuple):
    """Where things are."""

    room: Path
    lighthouse: Path
    """Its command line, for node."""
    material: Path
    """MkDocs of an environment with Material and glightbox, without us."""
    originals: tuple[Path, ...]
    """Camera files."""


def ready(room: Path) -> Tools:
    """Have everything in ``room``.

    Raises:
        SystemExit: A program is missing; says what to install.
        CalledProcessError: A registry can't be reached.
    """
    for program, package in PROGRAMS.items():
        if not shutil.which(program, path="/usr/sbin:/usr/bin:/usr/local/bin"):
            sys.exit(f"{program} is missing: apt-get install {package}")
    room.mkdir(parents=True, exist_ok=True)
    node, python = room / "node", room / "venv" / "bin" / "python"
    if not (node / "node_modules").exists():
        node.mkdir(exist_ok=True)
        subprocess.run(["npm", "install", "--silent", *NODE_PEERS], cwd=node, check=True)
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", room / "venv"], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", *PYTHON_PEERS], check=True)
    if not any((room / "originals").glob("*.jpg")):
        photo_tools.ready(room)
    return Tools(
        room,
        node / "node_modules" / "lighthouse" / "cli" / "index.js",
        python.with_name("mkdocs"),
        tuple(sorted((room / "originals").glob("*.jpg"))),
    )
