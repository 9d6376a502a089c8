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
    """short, parted, bob, long, bun, tail, bunches, crop."""
    wear: str = "coat"
    """coat, suit, aodai, scrubs, tunic, shirt, tee, sweater, frock."""
    colour: str = "#7fb0b5"
    """Of the suit, the dress, the scrubs or what shows under the coat."""
    tie: str = ""
    glasses: bool = False
    mask: bool = False
    child: bool = False
    """Of about six years: a larger head; the scale of the pen makes them small."""


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

CHIEF: Final = Person(
    skin="#e8bb92", hair="#8b8785", wear="suit", colour="#31506b", tie="#c0913f", glasses=True
)
OFFICER: Final = Person(
    skin="#dfaa80", hair="#2f2a29", cut="parted", wear="suit", colour="#4f4a45", tie="#2b7f86"
)
SECRETARY: Final = Person(skin="#f2caa6", cut="long", wear="aodai", colour="#2f6f9f")
MATRON: Final = Person(
    skin="#efc29b", hair="#3b2a24", cut="bun", wear="tunic", colour="#a9cfdf"
)
NURSE: Final = Person(
    skin="#f2caa6", hair="#2f2522", cut="tail", wear="tunic", colour="#bcdcd6"
)
BROTHER: Final = Person(
    skin="#dfaa80", cut="crop", wear="tunic", colour="#a9cfdf", glasses=True
)
PAEDIATRICIAN: Final = Person(skin="#edbf98", hair="#3a2a22", cut="long", colour="#d98e7a")
PHYSICIAN: Final = Person(skin="#d9a177", hair="#5c5856", cut="parted", tie="#2d5c73")
REGISTRAR: Final = Person(skin="#e6b48b", cut="crop", colour="#6e98b8")
FELLOW: Final = Person(
    skin="#f0c6a1", hair="#4a332a", cut="bob", colour="#c9a25e", glasses=True
)
SURGEON: Final = Person(skin="#d29a70", hair="#241f1e", wear="scrubs", colour="#4f9a93")
THEATRE: Final = Person(skin="#edbf98", cut="bun", wear="scrubs", colour="#6e98b8")
GUEST: Final = Person(
    skin="#e3b088", hair="#6d6a69", wear="suit", colour="#5a5346", tie="#a9483a"
)
MANAGER: Final = Person(skin="#efc29b", cut="bob", wear="suit", colour="#8a4f5e")

MOTHER: Final = Person(
    skin="#efc29b", hair="#33261f", cut="long", wear="sweater", colour="#b9655c"
)
FATHER: Final = Person(skin="#d9a177", cut="crop", wear="sweater", colour="#57758a")
GRANNY: Final = Person(
    skin="#e3b088", hair="#b9b4ae", cut="bun", wear="sweater", colour="#7d6a8c"
)
UNCLE: Final = Person(skin="#dfaa80", hair="#3b3634", wear="shirt", colour="#dfe8ea")

BOY: Final = Person(skin="#e6b48b", cut="crop", wear="tee", colour="#e2b45c", child=True)
GIRL: Final = Person(
    skin="#f2caa6", hair="#33261f", cut="bunches", wear="frock", colour="#d8735b", child=True
)
LITTLE_SISTER: Final = Person(
    skin="#dfaa80", cut="bob", wear="frock", colour="#5b93a0", child=True
)
LITTLE_BROTHER: Final = Person(
    skin="#edbf98", hair="#4a332a", wear="tee", colour="#6fa37c", child=True
)

STAFF: Final = (
    PAEDIATRICIAN, REGISTRAR, NURSE, PHYSICIAN, MATRON, SURGEON, FELLOW, BROTHER, THEATRE,
    YOUNG, MANAGER, COACH, GUEST, TEACHER,
)  # fmt: skip
"""For rows of people; neighbours differ in hair, skin and clothes."""
