"""Photos that some readers can't make out."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.edition import Edition
from bantin.errors import Problem, error, warning
from bantin.model import People

REFUSED = "no"
"""``consent: no``: somebody was asked and does not want to be seen."""


def without_alt(edition: Edition) -> Iterator[Problem]:
    """Photos of the full form without ``alt``: nothing is said to those who can't see them."""
    for bulletin in edition.bulletins:
        if bulletin.photos is not None:
            for shown in edition.galleries.get(bulletin.id, ()):
                if shown.photo.alt is None:
                    yield warning("photo-alt", shown.photo.at, file=shown.photo.file)


def against_somebodys_will(edition: Edition) -> Iterator[Problem]:
    """Photos of people who have not agreed, or whose faces we can't hide yet.

    Children and patients: Luật Trẻ em 2016 (21, 54), Luật 91/2025 (24). Any id counts as a
    consent: whether consents.yml has it is not looked at.
    """
    for bulletin in edition.bulletins:
        for shown in edition.galleries.get(bulletin.id, ()):
            photo = shown.photo
            if photo.consent == REFUSED:
                yield error("photo-consent-refused", photo.at, file=photo.file)
            elif photo.people in (People.CHILD, People.PATIENT) and not photo.consent:
                kind = error if photo.people is People.CHILD else warning
                yield kind("photo-consent-missing", photo.at, file=photo.file)
            if photo.blur:
                yield error("photo-blur-later", photo.at, file=photo.file)
