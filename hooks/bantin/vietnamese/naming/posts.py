"""What the parts beside one name say of its bearer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from bantin.vietnamese import tables
from bantin.vietnamese.naming.mentions import Form, Mention, PostHeld
from bantin.vietnamese.naming.parts import Kind, Part
from bantin.vietnamese.phrases import Phrase
from bantin.vietnamese.titles import TitleBlock
from bantin.vietnamese.words import Gap, Words

_FORMER: Final = frozenset(("từng là", "vốn là", "nguyên là"))
HELD: Final = (Kind.ROLE, Kind.INSTITUTION)


@dataclass
class Found:
    """One name with what is beside it, by places in the row of parts."""

    name: int
    before: list[int] = field(default_factory=list)
    """Ascending."""
    behind: list[int] = field(default_factory=list)
    shared: list[int] = field(default_factory=list)
    """Parts before the first of several people that speak of all of them."""
    last: int = 0


class Row:
    """The parts of one text in a row."""

    def __init__(self, words: Words, parts: list[Part]) -> None:
        """Take the parts of a text."""
        self.words = words
        self.parts = parts

    def mention(self, one: Found, before: Found | None) -> Mention:
        """What is told of one name; ``before`` is the name before it."""
        part = self.parts[one.name]
        assert part.name is not None
        places = [*one.before, one.name, *one.behind]
        start = self.words[self.parts[places[0]].first].start
        end = self.words[self.parts[places[-1]].behind - 1].end
        name = Phrase(
            self.words[part.first].start,
            part.name.end,
            self.words.text[self.words[part.first].start : part.name.end],
        )
        beside = [*one.shared, *one.before, *one.behind]
        titles = self._titles([at for at in beside if not self._is_post(at, one)])
        address = [at for at in one.before if self.kind(at) is Kind.ADDRESS]
        evident = bool(beside) or part.name.sure or self._spoken(one, before)
        return Mention(
            start=start,
            end=max(end, name.end),
            name=name,
            titles=titles,
            posts=self._posts(beside, one),
            address=self.as_written(self.parts[address[0]]) if address else "",
            form=Form.FULL if part.name.full else Form.SHORT,
            undecided=self._open(one, evident=evident),
        )

    def _open(self, one: Found, *, evident: bool) -> tuple[str, ...]:
        """What is undecided: ``Giám đốc Bệnh viện Lê Hùng`` may be a hospital's director."""
        if any(self.parts[at].undecided for at in one.before):
            return "name", "organization"
        return () if evident else ("name",)

    def _spoken(self, one: Found, before: Found | None) -> bool:
        """Whether a verb follows, or the name stands in a row of names."""
        behind, part_gap = self.parts[one.name].behind, self.parts[one.name].gap
        if self.words.gap(behind) is Gap.SPACE and behind < len(self.words):
            return bool(self.words.longest(tables.phrases("verbs.all"), behind))
        if part_gap is Gap.COLON and self.words.gap(behind) is not Gap.SPACE:
            return True
        return before is not None and before.last + 2 >= one.name

    def _titles(self, places: list[int]) -> TitleBlock | None:
        blocks = [block for at in places if (block := self.parts[at].block)]
        if len(blocks) < 2:
            return blocks[0] if blocks else None
        blocks.sort(key=lambda block: block.start)
        last = blocks[-1]
        return TitleBlock(
            codes=tuple(code for block in blocks for code in block.codes),
            written=self.words.text[blocks[0].start : last.start + len(last.written)],
            end=last.end,
            start=blocks[0].start,
        )

    def _former(self, at: int, places: list[int]) -> int:
        """Where a role begins: ``từng là Giám đốc`` is no director's."""
        before = self.parts[at - 1] if at else None
        tied = before is not None and at - 1 in places and before.kind is Kind.LINK
        if before is not None and tied and self.key(before) in _FORMER:
            return before.first
        return self.parts[at].first

    def _is_post(self, at: int, one: Found) -> bool:
        """Whether a title is what somebody is in a department, behind the name."""
        return at in one.behind and self._in_words(at) and bool(self.of_department(at))

    def _posts(self, places: list[int], one: Found) -> tuple[PostHeld, ...]:
        """Each role with the institution that follows it."""
        posts: list[PostHeld] = []
        begun: int | None = None
        for at in places:
            part = self.parts[at]
            if self._is_post(at, one):
                begun = part.first
                if self.kind(at + 1) is Kind.INSTITUTION:
                    posts.append(PostHeld(self.words.written(begun, part.behind), None))
                    begun = None
            if part.kind not in HELD:
                continue
            own = part.start if part.start >= 0 else self._former(at, places)
            first, begun = own if begun is None else begun, None
            phrase = self.words.written(first, part.behind)
            if part.kind is Kind.ROLE:
                posts.append(PostHeld(phrase, None))
            elif posts and posts[-1].organization is None:
                posts[-1] = PostHeld(posts[-1].role, phrase)
            else:
                posts.append(PostHeld(None, phrase))
        return tuple(posts)

    def of_department(self, at: int) -> int:
        """``bác sĩ Khoa Ngoại`` behind a name: how many parts belong to the word ``bác sĩ``."""
        after = at + 1
        near = after < len(self.parts) and self.parts[after].gap is Gap.SPACE
        return int(near and self.kind(after) in HELD and self._in_words(at))

    def _in_words(self, at: int) -> bool:
        """Whether a title is written out: ``bác sĩ``, ``điều dưỡng``."""
        part = self.parts[at]
        last = self.words[part.behind - 1]
        return part.kind is Kind.TITLE and last.text.islower()

    def kind(self, at: int) -> Kind:
        """What the part at ``at`` is."""
        return self.parts[at].kind

    def key(self, part: Part) -> str:
        """Its words, for comparison."""
        return " ".join(self.words.keys[part.first : part.behind])

    def as_written(self, part: Part) -> str:
        """Its words as they stand in the text, with the dot of ``Mr.``."""
        found = self.words.written(part.first, part.behind)
        return found.text + "." * (self.words.text[found.end : found.end + 1] == ".")

    def capital(self, part: Part) -> bool:
        """Whether it begins with a capital."""
        return self.words[part.first].capital
