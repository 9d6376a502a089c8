"""Cutting a text into its parts, from left to right."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Final

from bantin.vietnamese import tables
from bantin.vietnamese.known import Known
from bantin.vietnamese.naming import heads, institutions, markers, names, nobody, roles
from bantin.vietnamese.naming.division import divide
from bantin.vietnamese.naming.evidence import Evidence
from bantin.vietnamese.naming.heads import Heads
from bantin.vietnamese.naming.institutions import Institution
from bantin.vietnamese.naming.names import Name
from bantin.vietnamese.naming.nameshapes import is_likely, is_surname
from bantin.vietnamese.naming.parts import Kind, Part
from bantin.vietnamese.naming.roles import Role
from bantin.vietnamese.words import Gap, Words


def cut(text: str, known: Known) -> tuple[Words, list[Part]]:
    """The parts of a text in NFC, in order; together they are all its words."""
    cutting = _Cutting(Heads(Words(text)), known)
    return cutting.words, cutting.parts()


_CALLED: Final = frozenset(("công", "tập", "ngân", "quỹ", "báo", "tạp", "trường"))
"""First words of institutions that always have a name: Công ty, Ngân hàng, Báo."""


@cache
def _first_words() -> frozenset[str]:
    """The words with which anything begins that may be in lower case."""
    sections = ("roles.all", "departments.all", "address.all", "namesakes.before")
    entries = [one for section in sections for one in tables.entries(section)]
    phrases = (tables.Phrases(entries), *markers.PHRASES, *heads.phrases())
    return frozenset(word for some in phrases for word in some.lengths)


class _Cutting(Evidence):
    """One walk over the words."""

    def __init__(self, found: Heads, known: Known) -> None:
        super().__init__(found)
        self.known = known

    def parts(self) -> list[Part]:
        at = 0
        while at < len(self.words):
            self._take(at)
            at = self.found[-1].behind
        return self.found

    def _take(self, at: int) -> None:
        """Put what stands at ``at`` to the parts found."""
        word = self.words[at]
        plain = not word.capital and at not in self.heads.titles and not word.text.isdigit()
        if self.words.shouted(at) or (plain and word.key not in _first_words()):
            self._add(Kind.WORD, at, at + 1)
            return
        if not (self._known_person(at) or self._role(at) or self._title(at)):
            _ = (
                self._body(at)
                or self._institution(at)
                or self._some(Kind.LABEL, at, markers.label(self.heads, at))
                or self._some(Kind.ADDRESS, at, self._address(at))
                or self._name(at)
                or self._link(at)
            )

    def _some(self, kind: Kind, at: int, size: int) -> bool:
        return size > 0 and self._add(kind, at, at + size)

    def _address(self, at: int) -> int:
        """Words of address; behind a title ``Ông`` is a surname."""
        titled = self.before is not None and self.before.kind is Kind.TITLE
        if titled and self.words[at].capital and is_surname(self.words.keys[at]):
            return 0
        return markers.address(self.heads, at)

    def _link(self, at: int) -> bool:
        kind, size = markers.link(self.heads, at)
        return self._some(kind, at, size) or self._add(Kind.WORD, at, at + 1)

    def _add(self, kind: Kind, first: int, behind: int, name: Name | None = None) -> bool:
        addressed = kind is Kind.ADDRESS  # cho các bác sĩ, bà Lê Thị An …
        gap = self.words.gap(first) if addressed else self.gap(first)
        self.found.append(Part(kind, first, behind, gap, name))
        if name and name.full:
            self.called |= names.endings(self.words.keys[first:behind])
        return True

    def _body(self, at: int) -> bool:
        """``Ban Giám đốc`` is nobody's role."""
        size = self.words.longest(tables.phrases("roles.bodies"), at)
        return (
            size > 1
            and self.words[at].capital
            and not self.heads.role(at)
            and not self.heads.institution(at)
            and self._add(Kind.WORD, at, at + size)
        )

    def _known_person(self, at: int) -> bool:
        size = self.words.longest(self.known.person_phrases, at, dashes=False)
        behind = at + size
        if not size or not self.words[at].capital or nobody.named_after(self.heads, at):
            return False
        if names.goes_on(self.heads, behind):  # Nguyễn Thị Thu in Nguyễn Thị Thu Hương
            return False
        name = Name(at, behind, full=True, end=self.words[behind - 1].end)
        return self._add(Kind.NAME, at, behind, name)

    def _title(self, at: int) -> bool:
        if at not in self.heads.titles:
            return False
        block, behind = self.heads.titles[at]
        behind = nobody.behind_field(self.heads, max(behind, at + 1), self.called)
        self.found.append(Part(Kind.TITLE, at, behind, self.words.gap(at), block=block))
        return True

    def _role(self, at: int) -> bool:
        role = roles.at(self.heads, at)
        if role is None:
            return False
        if self._of_station(role):
            return True
        start = role.behind
        if role.run < role.behind:
            start = self._divided_role(role)
        self._add(Kind.ROLE, role.first, start)
        if start < role.behind:
            self._name_after(start)
        return True

    def _of_station(self, role: Role) -> bool:
        """``Trưởng Trạm Y tế xã X``: Trạm belongs to the role and to the institution."""
        last = self._station(role)
        if not last:
            return False
        found = institutions.at(self.heads, last, self.known, lower=True)
        if found is None or found.bare:
            return False
        self._add(Kind.ROLE, role.first, last + 1)
        self._put_institution(last + 1, found, Gap.SPACE)
        return True

    def _station(self, role: Role) -> int:
        """Index of the word Trạm behind Trưởng; 0: none."""
        keys = self.words.keys
        near = self.words.gap(role.behind) is Gap.SPACE
        for at in range(role.first + 1, role.behind + near):
            if keys[at - 1 : at + 1] == ["trưởng", "trạm"] and keys[at - 2] != "trạm":
                return at
        return 0

    def _divided_role(self, role: Role) -> int:
        """Where the name begins in the capitals behind a role."""
        alone = not self.heads.department(role.first) and roles.is_head_alone(self.heads, role)
        if names.echo(self.heads, role.run, self.called):
            return role.run
        found = divide(self.heads, self.known, role.run, role.behind, complete=alone)
        if found is None:
            return role.run if alone else role.behind
        return found

    def _name_after(self, first: int, *, undecided: bool = False) -> None:
        found = names.after_evidence(self.heads, first)
        if found:
            found = replace(found, sure=found.sure and not undecided)
            self._add(Kind.NAME, first, found.behind, found)

    def _institution(self, at: int) -> bool:
        before = self.before
        after_role = before is not None and (
            before.kind is Kind.ROLE or (before.kind is Kind.LINK and self._leads_to(before))
        )
        near = self.gap(at) is Gap.SPACE
        lower = after_role and (near or self.gap(at) is Gap.COMMA)
        found = institutions.at(self.heads, at, self.known, lower=lower)
        if found is None or (found.bare and not near and not self.words[at].capital):
            return False
        self._put_institution(at, found, self.gap(at))
        return True

    def _leads_to(self, link: Part) -> bool:
        """Whether an institution may follow in lower case: ``của``, not ``là``."""
        return self.words.keys[link.behind - 1] not in ("là", "làm", "kiêm", "chức", "trò")

    def _put_institution(self, at: int, found: Institution, gap: Gap) -> None:
        """Put it to the parts, and whoever is named at its end."""
        behind: int | None = found.behind
        if found.run < found.behind and (self.somebody_expected() or self._next_one(found)):
            named = self.words.keys[at] in _CALLED and found.run - at < 3
            complete = found.run > at and not named
            behind = divide(self.heads, self.known, found.run, found.behind, complete=complete)
        undecided = behind is None
        end = found.run if behind is None else behind
        self.found.append(
            Part(Kind.INSTITUTION, at, end, gap, start=found.first, undecided=undecided)
        )
        if end < found.behind:
            self._name_after(end, undecided=undecided)

    def _next_one(self, found: Institution) -> bool:
        """Whether a second post in a row, with a full name at its end, is somebody else's."""
        last = self.before
        if last is None or last.kind is not Kind.ROLE or last.gap is not Gap.COMMA:
            return False
        before = [part.kind for part in self.found[-3:-1]]
        keys = self.words.keys[max(found.run, found.behind - 4) : found.behind]
        full = any(is_likely(keys[start:]) for start in range(len(keys) - 2))
        return full and before in ([Kind.ROLE, Kind.INSTITUTION], [Kind.NAME, Kind.ROLE])

    def _name(self, at: int) -> bool:
        if not self.words[at].capital:
            return False
        found = self.name_at(at)
        if found is None:
            return False
        if found.first > at:  # Đại sứ Nhật Bản Ito Naoki
            self.found[-1] = replace(self.found[-1], behind=found.first)
        return self._add(Kind.NAME, found.first, found.behind, found)
