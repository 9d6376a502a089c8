"""Edition + registries -> entries that the registries of people and organizations lack."""

from __future__ import annotations

from collections.abc import Callable

from bantin.edition import Edition
from bantin.suggestions import people, sightings
from bantin.suggestions.entries import Place, Suggestions
from bantin.suggestions.organizations import Organizations
from bantin.suggestions.sightings import Sighting
from bantin.vietnamese.known import Known

LANG = "vi"
"""Names are read in Vietnamese bulletins; a translation tells nothing new."""


def suggest(
    edition: Edition, known: Known, progress: Callable[[int, int], None] = lambda *_: None
) -> Suggestions:
    """Look for people and institutions that no registry has.

    Nothing is found by likeness, nothing is merged, no date is made up.

    Args:
        edition: A preview's: drafts and hidden bulletins are read, too, since the registries
            are as private as these.
        known: The registries, and the site's own hospital.
        progress: Told how many bulletins are read, of how many.
    """
    bulletins = [one for one in edition.bulletins if one.lang == LANG]
    found: list[Sighting] = []
    named: list[tuple[str, Place]] = []
    for done, bulletin in enumerate(bulletins, start=1):
        found += sightings.people(bulletin, known)
        named += sightings.organizations(bulletin)
        progress(done, len(bulletins))
    held = ((held.organization, one.place) for one in found for held in one.posts)
    organizations = Organizations(known, (*named, *(one for one in held if one[0])))
    return Suggestions(
        organizations.proposed(),
        people.proposed(found, organizations, known),
        organizations.left_open,
    )
