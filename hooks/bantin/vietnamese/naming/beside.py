"""Which titles, roles and institutions stand beside which name."""

from __future__ import annotations

from typing import Final

from bantin.vietnamese.naming.markers import OF
from bantin.vietnamese.naming.mentions import Mention
from bantin.vietnamese.naming.parts import Kind, Part
from bantin.vietnamese.naming.posts import HELD, Found, Row
from bantin.vietnamese.words import Gap, Words

_TO_NAME: Final[tuple[Gap, ...]] = (Gap.SPACE, Gap.COMMA, Gap.DASH, Gap.COLON)
"""Gaps that a role may have to the name behind it."""
_IN_CHAIN: Final[tuple[Gap, ...]] = (Gap.SPACE, Gap.COMMA, Gap.DASH)
_FROM_NAME: Final = (Gap.SPACE, Gap.COMMA, Gap.DASH, Gap.COLON, Gap.OPEN)
_BEHIND: Final = (*_IN_CHAIN, Gap.COLON, Gap.OPEN, Gap.CLOSE)
_VERBS: Final = frozenset(
    ("chủ trì", "chủ tọa", "chủ toạ", "đồng chủ", "điều phối", "điều hành", "phụ trách")
)
"""Roles in capitals or before a name; behind one, what somebody does."""
_FOR: Final = ("thay mặt", "thừa lệnh", "ủy quyền", "uỷ quyền", "ủy quyền của", "uỷ quyền của")
_PATIENTS: Final = frozenset(("bệnh nhân", "bệnh nhi", "người bệnh", "sản phụ", "thai phụ"))
_MOST_SHARED: Final = 6
"""Parts that several people share."""
_FAR: Final = 12
"""Most parts between a post and its holder."""
_BETWEEN: Final = frozenset(("nữ", "nam", "vị", "đồng", "chí", "đ/c"))
"""Words between a number and what is counted."""
_PLURAL: Final = frozenset(
    (
        *("các", "những", "hai", "ba", "bốn", "năm", "sáu"),
        *("2", "3", "4", "5", "6", "02", "03", "04", "05", "06"),
    )
)


class Beside(Row):
    """The mentions in one row of parts."""

    def __init__(self, words: Words, parts: list[Part]) -> None:
        """Take the parts of a text."""
        super().__init__(words, parts)
        self.free = 0
        """The first part that belongs to no mention yet."""

    def mentions(self) -> list[Mention]:
        """Every name among the parts, in order."""
        found: list[Found] = []
        for place, part in enumerate(self.parts):
            if part.kind is Kind.NAME and not self._quoted(place):
                one = Found(place, before=self._before(place))
                one.shared = self._shared(one, found[-1] if found else None)
                one.behind = [] if self._is_patient(one) else self._behind(place)
                one.last = max((place, *one.behind))
                self.free = one.last + 1
                found.append(one)
        return [
            self.mention(one, found[index - 1] if index else None)
            for index, one in enumerate(found)
        ]

    def _is_patient(self, one: Found) -> bool:
        """Whether a post behind the name would rather be a physician's, who acts."""
        return any(self.key(self.parts[at]) in _PATIENTS for at in one.before)

    def _quoted(self, place: int) -> bool:
        """Whether the name ends what stands in quotation marks: a song, a play, a picture."""
        if self.words.gap(self.parts[place].behind) is not Gap.QUOTE:
            return False
        while place > 0 and self.parts[place].gap is Gap.SPACE:
            place -= 1
        return self.parts[place].gap is Gap.QUOTE

    # Before the name

    def _before(self, place: int) -> list[int]:
        """What stands in front: titles, word of address, roles with their institutions."""
        taken: list[int] = []
        at, allowed = place - 1, _TO_NAME
        while at >= self.free and self.parts[at + 1].gap in allowed:
            if not self._fits_before(at):
                break
            taken.insert(0, at)
            held = self.parts[at].kind in HELD
            at, allowed = at - 1, _IN_CHAIN if held else _TO_NAME
        return self._worth(taken, place)

    def _fits_before(self, at: int) -> bool:
        part, gap = self.parts[at], self.parts[at + 1].gap
        if part.kind in HELD:
            return not self._for_another(part)
        if part.kind in (Kind.TITLE, Kind.ADDRESS):
            return gap is Gap.SPACE or (part.kind is Kind.ADDRESS and gap is Gap.COLON)
        if part.kind is Kind.LINK:
            key = self.key(part)
            label = key == "là" and at > 0 and self.kind(at - 1) in HELD
            return (key in (*OF, "kiêm") or label) and gap is Gap.SPACE
        return gap is Gap.SPACE and self._counts(at)

    def _for_another(self, part: Part) -> bool:
        """Whether somebody speaks for the post: ``Thay mặt Giám đốc, Phó Giám đốc A``."""
        first = part.first
        words = " ".join(self.words.keys[max(0, first - 3) : first])
        return self.words.gap(first) is Gap.SPACE and words.endswith(_FOR)

    def _counts(self, at: int) -> bool:
        """``các`` in ``Trợ giảng là các điều dưỡng A, B``."""
        plural = self.kind(at) is Kind.WORD and self.key(self.parts[at]) in _PLURAL
        return plural and at > 0 and self.key(self.parts[at - 1]) == "là"

    def _worth(self, taken: list[int], place: int) -> list[int]:
        """Without institutions that no role or title ties to the name."""
        while taken and self.kind(taken[0]) in (Kind.INSTITUTION, Kind.LINK, Kind.WORD):
            taken.pop(0)
        return taken if self._near(taken, place) else self._titles_only(taken, place)

    def _near(self, taken: list[int], place: int) -> bool:
        """Whether a role is among them, or a title that stands right before an institution."""
        kinds = [self.kind(at) for at in taken]
        if Kind.INSTITUTION not in kinds or Kind.ROLE in kinds:
            return True
        spaces = all(self.parts[at].gap is Gap.SPACE for at in (*taken[1:], place))
        return spaces and not self._plural(taken[0])

    def _titles_only(self, taken: list[int], place: int) -> list[int]:
        kept: list[int] = []
        for at in reversed(taken):
            if self.kind(at) not in (Kind.TITLE, Kind.ADDRESS):
                break
            kept.insert(0, at)
        return kept

    def _plural(self, at: int) -> bool:
        """Whether ``các`` or a number stands before the part."""
        first = self.parts[at].first
        end = max(0, first - len(_BETWEEN))
        while first > end and self.words.keys[first - 1] in _BETWEEN:
            first -= 1
        return first > 0 and (
            self.words.keys[first - 1] in _PLURAL and self.words.gap(first) is Gap.SPACE
        )

    def _of_several(self, places: list[int]) -> bool:
        return self._plural(places[0]) or any(self.kind(at) is Kind.WORD for at in places)

    def _shared(self, one: Found, before: Found | None) -> list[int]:
        """What a plural before the first of several people says of this one, too."""
        if before is None or any(self.kind(at) in HELD for at in one.before):
            return []
        first = min((one.name, *one.before))
        between = self.parts[before.last + 1 : first]
        joined = all(part.kind is Kind.AND for part in between) and len(between) < 2
        gap = self.parts[before.last + 1].gap
        if not joined or gap not in (Gap.SPACE, Gap.COMMA) or before.behind:
            return []
        shared = before.shared
        if not shared and before.before and self._of_several(before.before):
            shared = before.before
        if any(self.kind(at) is Kind.TITLE for at in one.before):
            shared = [at for at in shared if self.kind(at) is not Kind.TITLE]
        return shared[:_MOST_SHARED]

    # Behind the name

    def _behind(self, place: int) -> list[int]:
        """What stands behind: roles, institutions, titles in apposition."""
        taken: list[int] = []
        at = place + 1
        while at < len(self.parts):
            size = self._step(at, first=not taken)
            if not size:
                break
            taken += range(at, at + size)
            at += size
        return self._given_back(taken, at)

    def _step(self, at: int, *, first: bool) -> int:
        """How many parts at ``at`` go on with what is told; 0: none."""
        part = self.parts[at]
        gap_fits = part.gap in (_FROM_NAME if first else _BEHIND)
        if part.kind in HELD and gap_fits:
            lower = part.gap is Gap.SPACE and not self.capital(part)
            near = self.parts[at - 1].kind in (Kind.ROLE, Kind.LINK)
            alone = part.kind is Kind.ROLE or not near
            another = self._is_verb(part) or self._leads_on(at)
            return 0 if (lower and alone) or another else 1
        if part.kind is Kind.TITLE and gap_fits and part.gap is not Gap.SPACE:
            department = self.of_department(at)
            goes_on = self.words.gap(part.behind) is Gap.SPACE  # (phụ mổ), KTV gây mê Lê Thị An
            return 0 if goes_on and not department else 1 + department
        if part.kind is Kind.LINK and part.gap in (Gap.SPACE, Gap.COMMA, Gap.DASH):
            return 2 if self._links(at) else 0
        if part.kind is Kind.AGE and part.gap in (Gap.OPEN, Gap.COMMA):
            return 2 if self._role_after_age(at + 1) else 0
        if part.kind is Kind.AND and not first and part.gap is Gap.SPACE:
            return 2 if self._another_role(at + 1) else 0
        return 0

    def _is_verb(self, part: Part) -> bool:
        """``chủ trì`` behind a name says what somebody does."""
        begins = " ".join(self.words.keys[part.first : part.first + 2])
        return not self.capital(part) and begins in _VERBS

    def _leads_on(self, at: int) -> bool:
        """Whether a role stands before capitals that are somebody else: ``, ca sĩ Mỹ Tâm``."""
        after = self.parts[at + 1] if at + 1 < len(self.parts) else None
        if after is None or self.kind(at) is not Kind.ROLE or after.kind is not Kind.WORD:
            return False
        listed = self.parts[at].gap is Gap.COMMA
        return listed and after.gap is Gap.SPACE and self.capital(after)

    def _links(self, at: int) -> bool:
        """Whether a link is followed by what it can tie."""
        if at + 1 >= len(self.parts) or self.parts[at + 1].gap is not Gap.SPACE:
            return False
        following = self.parts[at + 1]
        if self._leads_a_name(at + 1):
            return False
        return following.kind in HELD

    def _role_after_age(self, at: int) -> bool:
        comma = at < len(self.parts) and self.parts[at].gap is Gap.COMMA
        return comma and self.kind(at) in HELD and not self._leads_a_name(at)

    def _another_role(self, at: int) -> bool:
        near = at < len(self.parts) and self.parts[at].gap is Gap.SPACE
        return near and self.kind(at) is Kind.ROLE and not self._leads_a_name(at)

    def _leads_a_name(self, at: int) -> bool:
        """Whether the parts from ``at`` on run up to a name with only spaces between."""
        at, end = at + 1, min(len(self.parts), at + _FAR)
        while at < end and self.parts[at].gap in (Gap.SPACE, Gap.COLON):
            kind = self.kind(at)
            if kind is Kind.NAME:
                return True
            if kind not in (*HELD, Kind.TITLE, Kind.ADDRESS):
                return False
            at += 1
        return False

    def _given_back(self, taken: list[int], behind: int) -> list[int]:
        """Without what belongs to the next name: ``A, Giám đốc X, Phó Giám đốc Y B``."""
        if not taken or not self._leads_a_name(behind - 1):
            return taken
        for index in range(len(taken) - 1, -1, -1):
            if self.parts[taken[index]].gap is not Gap.SPACE:
                return taken[:index]
        return []
