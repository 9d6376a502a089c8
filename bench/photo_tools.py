"""The peers and originals of the photo bench: made once in its room, never in the project."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

PYTHON_PEERS = ("pyvips", "pyvips-binary", "hugo", "numpy", "pillow>=13,<14")
PACKAGES = (
    "mate-backgrounds",
    "plasma-workspace-wallpapers",
    "lomiri-wallpapers-16.04",
    "lomiri-wallpapers-20.04",
)
"""Debian's; photographs among drawings (``photo_originals.NATURAL`` names them)."""
NODE_PEERS = ("sharp", "@11ty/eleventy", "@11ty/eleventy-img")


class Tools(NamedTuple):
    """Where the peers are."""

    python: Path
    """An interpreter with pyvips, numpy and Pillow."""
    hugo: Path
    node: Path
    """A folder with node_modules."""


def ready(room: Path) -> Tools:
    """Have every peer and 60 originals in ``room``; says what they are.

    Raises:
        CalledProcessError: A registry can't be reached, or npm or apt-get is missing.
    """
    room = room.absolute()
    tools = Tools(room / "venv/bin/python", room / "venv/bin/hugo", room / "node")
    if not tools.python.exists():
        subprocess.run([sys.executable, "-m", "venv", room / "venv"], check=True)
        subprocess.run([tools.python, "-m", "pip", "install", "-q", *PYTHON_PEERS], check=True)
    if not (tools.node / "node_modules").exists():
        tools.node.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "install", "--silent", *NODE_PEERS], cwd=tools.node, check=True)
    if len(list((room / "originals").glob("*.jpg"))) < 60:
        _originals(room, tools)
    _versions(tools)
    return tools


def _originals(room: Path, tools: Tools) -> None:
    papers = room / "papers"
    papers.mkdir(parents=True, exist_ok=True)
    subprocess.run(["apt-get", "download", *PACKAGES], cwd=room, check=True)
    for package in room.glob("*.deb"):
        subprocess.run(["dpkg-deb", "-x", package, papers], check=True)
    maker = Path(__file__).with_name("photo_originals.py")
    subprocess.run([tools.python, maker, papers, room / "originals"], check=True)


def _versions(tools: Tools) -> None:
    said = (
        "import pyvips as v, PIL; print('libvips', v.version(0), v.version(1), PIL.__version__)"
    )
    subprocess.run([tools.python, "-c", said], check=True)
    subprocess.run([tools.hugo, "version"], check=True)
    subprocess.run(["npm", "ls", "--depth=0"], cwd=tools.node, check=True)
