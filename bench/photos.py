"""Photos against peers, as ratios in one run: speed, bytes, likeness, memory; sites; warm.

    .venv/bin/python bench/photos.py ROOM [PART ...] [--photos N] [--rounds N] [--warm N]

ROOM is a folder for originals and peers; what is missing there is made. Parts: ``originals``
(only makes them), ``micro`` (speed, bytes, memory), ``likeness`` (two judges), ``sites`` (whole
builds), ``warm`` (nothing changed), ``codecs`` (encoders' settings and filters); without any,
all of them. CPU seconds (user and system, of the whole process tree) are what to compare where
other work shares the machine; walls are ratios of interleaved runs.
"""

from __future__ import annotations

import argparse
import subprocess
from pathlib import Path

import photo_sites
import photo_tools
import photo_warm
from photo_micro import Micro

PARTS = ("originals", "micro", "likeness", "sites", "warm", "codecs")
CODECS = Path(__file__).with_name("photo_codecs.py")


def main() -> None:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("room", type=Path)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--photos", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--warm", type=int, default=20_000, help="photos of a warm build")
    chosen = parser.parse_args()
    parts = chosen.parts or PARTS
    if unknown := {*parts} - {*PARTS}:
        parser.error(f"no such part: {', '.join(unknown)}")
    room = chosen.room.absolute()
    tools = photo_tools.ready(room)
    originals = sorted((room / "originals").glob("*.jpg"))[: chosen.photos]
    micro = Micro(tools, originals, room / "out")
    if "micro" in parts:
        micro.speed(chosen.rounds)
    if "likeness" in parts:
        micro.likeness()
    if "sites" in parts:
        photo_sites.compare(room, tools, originals, chosen.rounds)
    if "warm" in parts:
        photo_warm.run(room / "warm", chosen.warm)
    if "codecs" in parts:
        subprocess.run([tools.python, CODECS, room], check=True)


if __name__ == "__main__":
    main()
