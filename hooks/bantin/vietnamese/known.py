"""The registries, ready to be asked by name: exact names and aliases, never look-alikes."""

from __future__ import annotations

from datetime import date

from bantin.model import Organization, Person, Registry
from bantin.vietnamese.text import compare_key


class Known:
    """People and organizations by name.

    Nothing is found by likeness: two hospitals differ by one word. Equal are names and aliases
    with the same ``orgnames.key`` (abbreviated head words spelt out, dashes dropped).
    """

    def __init__(
        self, registry: Registry | None = None, hospital: tuple[str, ...] = ()
    ) -> None:
        """Take the registry of the site, and the names of its own hospital."""
        self.registry = registry or Registry()
        self.hospital = hospital
        self.people: dict[str, tuple[Person, ...]] = {}
        self.organizations: dict[str, tuple[Organization, ...]] = {}
        for person in self.registry.people:
            for name in (person.name, *person.aliases):
                key = compare_key(name)
                self.people[key] = (*self.people.get(key, ()), person)

    def person(self, name: str) -> Person | None:
        """The only person of that name or alias; None where there are none or several."""
        found = self.people.get(compare_key(name), ())
        return found[0] if len(found) == 1 else None

    def organization(self, written: str, on: date | None = None) -> Organization | None:
        """The organization of that name or alias, on a day where names were used twice."""
        raise NotImplementedError
