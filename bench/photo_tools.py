"""The peers and originals of the photo bench: made once in its room, never in the project."""

from __future__ import annotations

import shutil
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
PROGRAMS = {"npm": "npm", "butteraugli_main": "libjxl-devtools"}
"""What this machine must have, and Debian's package with it."""
ORIGINALS = 60


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
        SystemExit: Something that can't be made is missing; says what to install.
        CalledProcessError: A registry can't be reached.
    """
    for program, package in PROGRAMS.items():
        if not shutil.which(program):
            sys.exit(f"{program} is missing: apt-get install {package}")
    tools = Tools(room / "venv/bin/python", room / "venv/bin/hugo", room / "node")
    if not tools.python.exists():
        subprocess.run([sys.executable, "-m", "venv", room / "venv"], check=True)
        subprocess.run([tools.python, "-m", "pip", "install", "-q", *PYTHON_PEERS], check=True)
    if not (tools.node / "node_modules").exists():
        tools.node.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "install", "--silent", *NODE_PEERS], cwd=tools.node, check=True)
    if len(list((room / "originals").glob("*.jpg"))) < ORIGINALS:
        maker = Path(__file__).with_name("photo_originals.py")
        command = [tools.python, maker, _papers(room), room / "originals"]
        subprocess.run([*command, str(ORIGINALS)], check=True)
    _versions(tools)
    return tools


def _papers(room: Path) -> Path:
    """A folder with Debian's wallpapers: those of the machine, else downloaded."""
    if all(Path(f"/usr/share/doc/{package}").exists() for package in PACKAGES):
        return Path("/usr/share")
    papers = room / "papers"
    papers.mkdir(parents=True, exist_ok=True)
    found = subprocess.run(["apt-get", "download", *PACKAGES], cwd=papers, check=False)
    if found.returncode:
        sys.exit(f"The photographs are missing: apt-get install {' '.join(PACKAGES)}")
    for package in papers.glob("*.deb"):
        subprocess.run(["dpkg-deb", "-x", package, papers], check=True)
    return papers


def _versions(tools: Tools) -> None:
    libvips = "import pyvips; print('libvips', *map(pyvips.version, range(3)))"
    subprocess.run([tools.python, "-c", libvips], check=True)
    subprocess.run([tools.python, "-m", "pip", "list", "-q"], check=True)
    subprocess.run([tools.hugo, "version"], check=True)
    subprocess.run(["npm", "ls", "--depth=0", *NODE_PEERS], cwd=tools.node, check=True)
