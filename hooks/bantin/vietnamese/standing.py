"""Where a text names an institution of the registry by its whole name, nothing else in mind.

What stands around a name decides: a name that goes on (``Bệnh viện Bạch Mai cơ sở 2``) is
another one's, a street or a nursery may be called after a hospital, and a short form (``Sở Y
tế``) is of whoever is named beside it. ``organizations.find`` says what is likely; here doubt
is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from bantin.vietnamese import orgheads, orgnames, ownnames, tables
from bantin.vietnamese.known import Known
from bantin.vietnamese.naming import institutions, nameshapes
from bantin.vietnamese.naming.heads import Heads
from bantin.vietnamese.tables import Phrases
from bantin.vietnamese.text import nfc
from bantin.vietnamese.words import Gap, Words

_CALLED_AFTER: Final = frozenset(
    (
        *("đường", "phố", "ngõ", "ngách", "hẻm", "xóm", "thôn", "bến"),
        *("trường", "non", "giải", "cúp", "quán", "nhánh"),
    )
)
"""Words before a name that is only theirs then."""
_COUNTED: Final = frozenset(
    ("các", "những", "mỗi", "mọi", "từng", "nhiều", "một", "hai", "ba", "bốn", "vài", "số")
)
_OTHER_ONE: Final = Phrases(
    (
        *("cũ", "mới", "trước đây", "trước kia", "ngày trước"),
        *("cơ sở", "chi nhánh", "phân hiệu", "khu vực", "trung ương", "quốc tế"),
        *("tỉnh", "thành phố", "huyện", "quận", "xã", "phường"),
    )
)
"""Words behind a name that make it another's, or another time's."""
_WHOSE: Final = frozenset(
    (
        *("của", "thuộc", "ở", "tại", "trực", "các", "khác", "bạn", "nào", "tuyến", "hai"),
        *("ba", "và"),
    )
)
"""Words behind a short form that may say whose it is."""
_WHICH_COUNTRYS: Final = frozenset(
    ("nước", "phía", "bên", "đất", "của", "bạn", "các", "hai", "ba", "khác", "nào")
)
"""Words behind a ministry that may say that it is another country's."""
_AND_OTHERS: Final = frozenset(("các", "những", "toàn", "đại", "lãnh", "nhiều"))
"""Words behind ``và`` with which a ministry's name does not go on."""
_OPEN_END: Final = (Gap.DASH, Gap.OPEN)
_SHORTEST: Final = 3
"""Letters of an abbreviation that is a name by itself."""


@dataclass(frozen=True)
class Standing:
    """One place where a registered name stands."""

    key: str
    """Of ``Known.organization_names``."""
    clear: bool
    """Whether nothing around it leaves a doubt."""
    goes_on: bool
    """Whether it is the beginning of a longer name, of which it may be short elsewhere."""


class Standings:
    """The names of a registry, to be found in texts. Made once for an edition."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.starts = known.organization_phrases.lengths.keys() | _heads()
        """First words of what is looked at."""
        self._whole: dict[str, bool] = {}

    def find(self, text: str) -> tuple[Standing, ...]:
        """Every place of a text where a registered name stands, in order.

        Args:
            text: In any normal form.
        """
        return tuple(_Reading(nfc(text), self).places())

    def is_whole(self, written: str) -> bool:
        """Whether a name says which institution it is."""
        if written not in self._whole:
            self._whole[written] = ownnames.is_whole(written, self.known)
        return self._whole[written]


class _Reading:
    """The reading of one text."""

    def __init__(self, text: str, names: Standings) -> None:
        self.names = names
        self.known = names.known
        self.words = Words(text)
        self.heads = Heads(self.words)

    def places(self) -> Iterator[Standing]:
        at, before, keys = 0, -1, self.words.keys
        while at < len(keys):
            looked_at = keys[at] in self.names.starts
            found = (
                institutions.at(self.heads, at, self.known, lower=True) if looked_at else None
            )
            if found is None:
                at += 1
            elif self._is_any(found):
                at += max(1, self.heads.institution(at, lower=True))
            else:
                yield from self._read(found, beside=found.first == before)
                at = before = found.behind

    def _is_any(self, found: institutions.Institution) -> bool:
        """``Tổ chức Newborns Vietnam``: the head is a common word before the name."""
        return self.words.keys[found.first] == "tổ" and not self._named(found.first, found)

    def _named(self, first: int, found: institutions.Institution) -> int:
        """Behind the longest registered name with which it begins; 0: there is none."""
        most = first + self.known.organization_words
        for behind in range(min(found.behind, most), first, -1):
            if self._key(first, behind) in self.known.organization_names:
                return behind
        return 0

    def _key(self, first: int, behind: int) -> str:
        return orgnames.key(self.words.written(first, behind).text)

    def _read(self, found: institutions.Institution, *, beside: bool) -> Iterator[Standing]:
        first = found.first
        behind = self._named(first, found)
        if not behind:
            return
        rest = self.words.keys[behind : found.behind]
        if rest:
            likely = nameshapes.is_likely(rest) and not self.heads.place(behind)
            yield Standing(self._key(first, behind), clear=False, goes_on=not likely)
            return
        goes_on = self._goes_on(behind) or self._is_other_countrys(first, behind)
        clear = not (goes_on or (beside and self.words.gap(first) is Gap.SPACE))
        clear = clear and self._is_free(first, behind) and self._ends(first, behind)
        yield Standing(self._key(first, behind), clear, goes_on)

    def _goes_on(self, behind: int) -> bool:
        """``… Thung Mây 2``, ``… Thung Mây Hà Nội``, ``… Thung Mây cơ sở Hà Nội``."""
        words = self.words
        if words.gap(behind) is Gap.GLUE:
            return True
        if words.gap(behind) is not Gap.SPACE or behind >= len(words):
            return False
        size = words.longest(_OTHER_ONE, behind)
        follows = behind + size
        if size and words.keys[behind] != "cũ" and words.gap(follows) is Gap.SPACE:
            return words[follows].capital or words[follows].text.isdigit()
        return words[behind].text.isdigit() or self.heads.place(behind) > 0

    def _is_ministry(self, first: int, behind: int) -> bool:
        """Whether other countries have one that is called so."""
        return self._key(first, behind).startswith("bộ ")

    def _is_other_countrys(self, first: int, behind: int) -> bool:
        """``Bộ Y tế nước bạn Lào``, ``Bộ Y tế (Lào)``, ``Bộ Y tế và Phúc lợi Hàn Quốc``."""
        words = self.words
        if behind >= len(words) or not self._is_ministry(first, behind):
            return False
        if words.gap(behind) in _OPEN_END:
            return self.heads.place(behind) > 0
        if words.gap(behind) is Gap.SPACE and words.keys[behind] in _WHICH_COUNTRYS:
            return True
        between = words.text[words[behind - 1].end : words[behind].start]
        linked = words.gap(behind) is Gap.SPACE and words.keys[behind] == "và"
        return (linked or "&" in between) and not self._begins_another(behind + linked)

    def _begins_another(self, at: int) -> bool:
        """Whether what stands at ``at`` is somebody or something by itself."""
        words, heads = self.words, self.heads
        if at >= len(words) or words[at].upper or words.keys[at] in _AND_OTHERS:
            return True
        return heads.begin(at) or heads.institution(at, lower=True) > 0

    def _is_free(self, first: int, behind: int) -> bool:
        """Whether what stands before it does not make it somebody else's."""
        words = self.words
        if words.gap(first) is Gap.GLUE:
            return False
        if not self.heads.institution(first, lower=True) and not self._is_foreign(
            first, behind
        ):
            return False
        if not first or words.gap(first) is not Gap.SPACE:
            return True
        last = words[first - 1]
        if last.key in _CALLED_AFTER:
            return False
        if self.heads.institution(first, lower=True):
            many = last.key in _COUNTED or last.text.isdigit()
            one_only = self._is_whole(first, behind) and not self._is_ministry(first, behind)
            return not many or one_only
        return not last.capital

    def _is_foreign(self, first: int, behind: int) -> bool:
        """Whether a name without a head word is no street's, place's or person's as well."""
        words = self.words.words[first:behind]
        if len(words) == 1:
            return words[0].upper and len(words[0].text) >= _SHORTEST
        return not all(nameshapes.is_syllable(word.key) for word in words)

    def _is_whole(self, first: int, behind: int) -> bool:
        return self.names.is_whole(self.words.written(first, behind).text)

    def _ends(self, first: int, behind: int) -> bool:
        """Whether what stands behind it does not say that another one is meant."""
        words, heads, gap = self.words, self.heads, self.words.gap(behind)
        if behind >= len(words) or gap in (Gap.LINE, Gap.STOP, Gap.SEMICOLON, Gap.CLOSE):
            return True
        if words.longest(_OTHER_ONE, behind):
            return False
        whole, follows = self._is_whole(first, behind), words[behind]
        if not whole and (
            gap in _OPEN_END or follows.key in _WHOSE or heads.institution(behind)
        ):
            return False
        if not follows.capital:
            return True
        if gap is Gap.SPACE:
            return behind in heads.titles
        if gap in _OPEN_END:
            return heads.begin(behind) or follows.upper
        return not heads.place(behind)


@cache
def _heads() -> frozenset[str]:
    """First words of institutions' names."""
    return frozenset(tables.words(head)[0] for head in orgheads.HEADS)
