"""Who of the registry a sentence means by a name; nobody where that is not certain.

A name alone joins nobody: whoever the bulletin lists is meant where nobody else has the name,
anybody else only where an institution or a post beside the name says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from bantin.model import Bulletin, Person
from bantin.vietnamese import orgnames, privacy
from bantin.vietnamese.known import Known, holds
from bantin.vietnamese.people import Form, Mention
from bantin.vietnamese.text import compare_key

_GOES_ON: Final = re.compile(r"\)?[ \u00a0]([^\W\d_])")
_OPEN: Final = frozenset(("name", "role", "organization"))
"""Parts that must be decided."""


class Identities:
    """The people of one bulletin.

    Args:
        bulletin: With its list of participants.
        known: The registries.
    """

    def __init__(self, bulletin: Bulletin, known: Known) -> None:
        self._known = known
        self._days = sorted({bulletin.date.start, bulletin.date.end})
        self._listed: dict[str, set[str]] = {}
        for one in bulletin.participants:
            _, name = privacy.addressed(one.name)
            self._listed.setdefault(name, set()).add(one.person_id)

    def meant(self, text: str, one: Mention, *, tells: bool) -> str:
        """Id of the person meant; empty where it is not certain.

        Args:
            text: In which somebody is named who is not private.
            one: The mention.
            tells: Whether the text speaks of patients, children or families: a bare name may
                be one of theirs.
        """
        told = bool(one.titles or any(post.role for post in one.posts))
        if not _is_clear(text, one) or (tells and not told):
            return ""
        name = compare_key(one.name.text)
        namesakes = self._known.people.get(name, ())
        listed = self._listed.get(name)
        if not namesakes or (listed and (len(listed) > 1 or "" in listed)):
            return ""
        beside = [
            (
                post.role.text if post.role else "",
                post.organization.text if post.organization else "",
            )
            for post in one.posts
        ]
        if listed:
            (id,) = listed
            return self._listed_one(name, id, namesakes, beside)
        return self._other(name, beside)

    def _listed_one(
        self,
        name: str,
        id: str,
        namesakes: tuple[Person, ...],
        beside: Iterable[tuple[str, str]],
    ) -> str:
        """The one who is listed, unless another institution stands beside the name."""
        placed = [(role, body) for role, body in beside if body]
        if not placed:
            return id if len(namesakes) == 1 else ""
        return id if all(self._ids(name, *post) == {id} for post in placed) else ""

    def _other(self, name: str, beside: Iterable[tuple[str, str]]) -> str:
        """Whoever is known by what stands beside the name."""
        found: set[str] = set()
        proved = False
        for role, body in beside:
            ids = self._ids(name, role, body)
            found |= ids
            proved = proved or (len(ids) == 1 and self._proves(ids, role, body))
        return found.pop() if proved and len(found) == 1 and "" not in found else ""

    def _ids(self, name: str, role: str, body: str) -> set[str]:
        people = (self._known.person(name, day, body, role) for day in self._days)
        return {one.id if one else "" for one in people}

    def _proves(self, ids: Iterable[str], role: str, body: str) -> bool:
        """Whether an institution by its full name, or a registered post, is theirs."""
        people = [self._known.person_by_id[id] for id in ids if id]
        if not all(one.posts for one in people):
            return False
        key = orgnames.key(body)
        whole = key in self._known.organization_names or key in self._known.hospital_names
        return (bool(body) and whole) or all(self._holds(one, role) for one in people)

    def _holds(self, person: Person, role: str) -> bool:
        """Whether somebody has a post of that name all through the event."""
        wanted = compare_key(role)
        posts = [post for post in person.posts if compare_key(post.role) == wanted]
        return bool(wanted) and all(any(holds(one, day) for one in posts) for day in self._days)


def _is_clear(text: str, one: Mention) -> bool:
    """Whether it is a whole name, everything beside it is decided, and nothing goes on."""
    behind = _GOES_ON.match(text, one.end)
    return (
        one.form is Form.FULL
        and _OPEN.isdisjoint(one.undecided)
        and privacy.is_formal(one.address)
        and not (behind and behind[1].isupper())
    )
