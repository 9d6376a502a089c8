"""Who of the registry a sentence means by a name; nobody where that is not certain.

A name alone joins nobody: whoever the bulletin lists is meant where nobody else has the name,
anybody else only where a post that touches the name, and its institution, say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from bantin.model import Bulletin, Person
from bantin.vietnamese import doubts, organizations, orgnames, privacy
from bantin.vietnamese.known import Known, holds
from bantin.vietnamese.people import Form, Mention, PostHeld
from bantin.vietnamese.text import compare_key

_GOES_ON: Final = re.compile(r"\)?[ \u00a0]([^\W\d_])")
_OPEN: Final = frozenset(("name", "role", "organization"))
"""Parts that must be decided."""
_LEADS_IN: Final = re.compile(
    r"(?:^|[.,;:!?(\[|\n–—\"“*]|\s-|\b(?:do|và|cùng|với|có|gồm|bởi|đồng chí))\W*$",
    re.IGNORECASE,
)
"""What stands before a post of one's own: not ``con gái``, ``trợ lý cho``, ``được … của``."""
_NEAR: Final = 24
"""Characters before a post that are looked at."""


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
        name = compare_key(one.name.text)
        if not _is_clear(text, one) or (tells and not (told and name in self._listed)):
            return ""
        namesakes = self._known.people.get(name, ())
        listed = self._listed.get(name)
        if not namesakes or (listed and (len(listed) > 1 or "" in listed)):
            return ""
        if listed:
            (id,) = listed
            return self._listed_one(name, id, namesakes, map(_said, one.posts))
        return self._other(text, name, one)

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

    def _other(self, text: str, name: str, one: Mention) -> str:
        """Whoever is known by what stands beside the name."""
        found: set[str] = set()
        proved = False
        for post in one.posts:
            ids = self._ids(name, *_said(post))
            found |= ids
            firm = len(ids) == 1 and _touches(text, one, post)
            proved = proved or (firm and self._proves(text, ids, post))
        return found.pop() if proved and len(found) == 1 and "" not in found else ""

    def _ids(self, name: str, role: str, body: str) -> set[str]:
        people = (self._known.person(name, day, body, role) for day in self._days)
        return {one.id if one else "" for one in people}

    def _proves(self, text: str, ids: Iterable[str], post: PostHeld) -> bool:
        """Whether an institution by its full name, or a registered post, is theirs.

        A post that every hospital has proves nothing by itself, nor does any without the
        institution where the text speaks of another one.
        """
        role, body = _said(post)
        people = [self._known.person_by_id[id] for id in ids if id]
        if not all(one.posts for one in people):
            return False
        key = orgnames.key(body)
        if key in self._known.organization_names or key in self._known.hospital_names:
            return bool(body)
        telling = bool(body) or not doubts.is_everywhere(role)
        held = telling and all(self._holds(one, role) for one in people)
        return held and not self._speaks_of_others(text, post)

    def _speaks_of_others(self, text: str, post: PostHeld) -> bool:
        own = post.organization.start if post.organization else -1
        return any(
            not one.own and one.phrase.start != own
            for one in organizations.find(text, self._known)
        )

    def _holds(self, person: Person, role: str) -> bool:
        """Whether somebody has a post of that name all through the event."""
        wanted = compare_key(role)
        posts = [post for post in person.posts if compare_key(post.role) == wanted]
        return bool(wanted) and all(any(holds(one, day) for one in posts) for day in self._days)


def _said(post: PostHeld) -> tuple[str, str]:
    """Role and institution, as written; empty without."""
    return (
        post.role.text if post.role else "",
        post.organization.text if post.organization else "",
    )


def _touches(text: str, one: Mention, post: PostHeld) -> bool:
    """Whether what stands before the name is the name's: no comma, no ``là`` between.

    ``Con của Giám đốc A là B``, ``nhờ Giám đốc A, bà B đã khỏe`` speak of two people.
    """
    start = one.name.start
    before = [part for part in (post.role, post.organization) if part and part.start < start]
    if not before:
        return True
    between = text[max(part.end for part in before) : start]
    if one.titles and one.titles.start < start:
        between = between.replace(one.titles.written, " ")
    bare = between.replace("*", " ").strip()
    first = min(part.start for part in before)
    near = max(0, first - _NEAR)
    leads_in = _LEADS_IN.search(("x" if near else "") + text[near:first])
    return bare in ("", one.address) and leads_in is not None


def _is_clear(text: str, one: Mention) -> bool:
    """Whether it is a whole name, everything beside it is decided, and nothing goes on."""
    behind = _GOES_ON.match(text, one.end)
    return (
        one.form is Form.FULL
        and _OPEN.isdisjoint(one.undecided)
        and privacy.is_formal(one.address)
        and not (behind and behind[1].isupper())
    )
