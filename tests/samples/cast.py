"""Who is on the drawn sample photos, and what they wear in which colours.

A figure's own coordinates: origin between the shoulders at the base of the neck, y down; a head
is about 115 units high, the shoulders are 210 wide, the hips lie at 330.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

INK: Final = "#2c3a3f"
COAT: Final = "#f7f9f8"
SEAM: Final = "#c6d3d4"


@dataclass(frozen=True)
class Person:
    """How somebody looks."""

    skin: str = "#edbf98"
    hair: str = "#2b2524"
    cut: str = "short"
    """short, parted, bob, long, bun, tail."""
    wear: str = "coat"
    """coat, suit, aodai, scrubs."""
    colour: str = "#7fb0b5"
    """Of the suit, the dress, the scrubs or what shows under the coat."""
    tie: str = ""
    glasses: bool = False


DIRECTOR: Final = Person(
    hair="#6d6a69", cut="parted", wear="suit", colour="#2d4354", tie="#a9483a", glasses=True
)
DEPUTY: Final = Person(skin="#f0c6a1", cut="bun", wear="aodai", colour="#a34f62")
TEACHER: Final = Person(
    skin="#efc29b", hair="#33261f", cut="bob", colour="#d98e7a", glasses=True
)
YOUNG: Final = Person(skin="#e6b48b", hair="#221d1c", cut="short", colour="#7fb0b5")
LEADER: Final = Person(
    skin="#e3b088", hair="#3a3634", cut="short", wear="suit", colour="#3b4a45", tie="#c0913f"
)
HOST: Final = Person(
    skin="#e8b98f", hair="#2a2625", cut="parted", wear="suit", colour="#3a4a6b", tie="#a9483a"
)
COACH: Final = Person(
    skin="#dfaa80", hair="#2a2423", cut="short", wear="coat", colour="#5b93a0", tie="#8a3d34"
)
