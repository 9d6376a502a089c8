"""Whether capitals are somebody's name, by what stands before them."""

from __future__ import annotations

from typing import Final

from bantin.vietnamese import tables
from bantin.vietnamese.naming import markers, names, nobody
from bantin.vietnamese.naming.heads import Heads
from bantin.vietnamese.naming.names import Name
from bantin.vietnamese.naming.nameshapes import SHORTEST_BARE, is_syllable
from bantin.vietnamese.naming.parts import Kind, Part
from bantin.vietnamese.words import Gap

_BESIDE: Final = (Gap.DASH, Gap.OPEN, Gap.COLON, Gap.COMMA, Gap.SPACE)
"""Gaps between a name and the post of the same person."""
_EVIDENCE: Final = (Kind.TITLE, Kind.ADDRESS, Kind.ROLE, Kind.LABEL)


class Evidence:
    """The parts found so far, as evidence for a name behind them."""

    def __init__(self, heads: Heads) -> None:
        """Begin with nothing found."""
        self.heads = heads
        self.words = heads.words
        self.found: list[Part] = []
        self.called: set[tuple[str, ...]] = set()
        """The given names of everybody named in full so far."""

    def name_at(self, at: int) -> Name | None:
        """The name that begins at ``at``."""
        return self._with_evidence(at) or self._alone(at) or self._again(at)

    def _with_evidence(self, at: int) -> Name | None:
        before, gap = self.before, self.gap(at)
        if before is None:
            return None
        evident = before.kind in _EVIDENCE or (
            before.kind is Kind.INSTITUTION and self._follows_role()
        )
        if not evident or gap not in markers.BEFORE_NAME:
            return None
        if before.kind is Kind.ROLE and not self.somebody_expected():
            return names.without_evidence(self.heads, at)
        start = self._behind_land(before, at)
        person = self._is_person(before)
        found = names.after_evidence(self.heads, start, person=person, called=self.called)
        if found and gap is Gap.COLON and found.behind - at < 2 and not found.full:
            return None
        return None if found and self._is_thing(before, found) else found

    def _behind_land(self, before: Part, at: int) -> int:
        """``Đại sứ Nhật Bản Ito Naoki``: the country belongs to what stands before."""
        size = nobody.land(self.heads, at)
        behind = at + size
        named = size and self.words.gap(behind) is Gap.SPACE and self.words[behind].capital
        if not named or before.kind not in (Kind.ROLE, Kind.TITLE):
            return at
        last = names.capitals(self.heads, behind)
        foreign = not all(map(is_syllable, self.words.keys[behind:last]))
        return behind if size > 1 or foreign else at

    def _is_person(self, before: Part) -> bool:
        """Whether only a name can follow: not behind ``người bệnh``, where an illness may."""
        if before.kind is Kind.LABEL:
            return True
        patient = nobody.is_patient(self.heads, before.first, before.behind)
        return before.kind is Kind.ADDRESS and not patient

    def _is_thing(self, before: Part, found: Name) -> bool:
        """``VS Code``, ``CT Siemens``, ``Khoa Nhi Hà Đông``: no academician, no chairman."""
        size, first = found.behind - found.first, self.words[found.first]
        if before.kind is Kind.ROLE and self.heads.place(found.first) == size < SHORTEST_BARE:
            return True
        short = self.words[before.first].upper and before.behind - before.first == 1
        title = before.block is not None and before.block.written != "VS"
        return size == 1 and short and not title and not is_syllable(first.key)

    def _follows_role(self) -> bool:
        return len(self.found) > 1 and self.found[-2].kind in (Kind.ROLE, Kind.TITLE)

    def _alone(self, at: int) -> Name | None:
        word = self.words[at]
        inside = word.gap in (Gap.SPACE, Gap.GLUE) and at > 0 and self.words[at - 1].capital
        if inside and not self._opens(at - 1):
            return None
        if self._shared_evidence(at):
            return names.after_evidence(self.heads, at, person=True)
        return names.without_evidence(self.heads, at)

    def _again(self, at: int) -> Name | None:
        """A given name of somebody named before, or initials in a line of their own."""
        gap = self.words.gap(at)
        if gap is Gap.LINE:
            found = names.initials(self.heads, at)
            if found and self.words.gap(found.behind) is Gap.LINE:
                return found
        evident = self._one_person(at)
        inside = gap is Gap.SPACE and at > 0 and self.words[at - 1].capital
        if inside and not (evident or self._opens(at - 1)):
            return None
        found = names.echo(self.heads, at, self.called, evident=evident)
        single = found is not None and found.behind - at == 1
        return None if single and gap is not Gap.SPACE else found

    def _one_person(self, at: int) -> bool:
        """Whether a title or word of address stands before that is of one person."""
        before = self.before
        if before is None or before.kind not in (Kind.TITLE, Kind.ADDRESS):
            return False
        near = self.gap(at) is Gap.SPACE
        return near and not nobody.several(self.heads, before.first)

    def _opens(self, at: int) -> bool:
        """Whether a sentence begins with a small word there: ``Với Diệp``."""
        small = tables.phrases("verbs.all").longest(self.words.keys[at : at + 1])
        return bool(small) and self.words.gap(at) is not Gap.SPACE

    def _shared_evidence(self, at: int) -> bool:
        """``Ảnh: N.H. và Thiện Tâm``: the label is of both."""
        kinds = [part.kind for part in self.found[-3:]]
        spaces = self.words.gap(at) is Gap.SPACE
        return spaces and kinds == [Kind.LABEL, Kind.NAME, Kind.AND]

    def gap(self, first: int) -> Gap:
        """What stands before; a title's own dots and commas are no gap."""
        before = self.found[-1] if self.found else None
        gap = self.words.gap(first)
        if before and before.block and before.block.end == self.words[first].start:
            ends = gap is Gap.STOP and self.words[first - 1].text.islower()  # … điều dưỡng. Tấm
            return gap if ends else Gap.SPACE
        return gap

    @property
    def before(self) -> Part | None:
        """The last part found."""
        return self.found[-1] if self.found else None

    def somebody_expected(self) -> bool:
        """Whether a role or title stands before that is nobody's yet: its holder may follow."""
        expecting = (Kind.ROLE, Kind.TITLE, Kind.LINK, Kind.INSTITUTION)
        behind: Part | None = None
        kinds: list[Kind] = []
        for part in reversed(self.found[-6:]):
            if part.kind is Kind.NAME:
                return behind is not None and behind.gap not in _BESIDE
            if part.kind not in expecting:
                break
            kinds.append(part.kind)
            behind = part
        if kinds[:1] == [Kind.INSTITUTION] and kinds[1:2] != [Kind.ROLE]:
            return False
        return Kind.ROLE in kinds or Kind.TITLE in kinds
