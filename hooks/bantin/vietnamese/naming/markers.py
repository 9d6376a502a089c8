"""Small words around names: words of address, labels, links between a name and a post."""

from __future__ import annotations

from typing import Final

from bantin.vietnamese import tables
from bantin.vietnamese.naming import names
from bantin.vietnamese.naming.heads import Heads
from bantin.vietnamese.naming.nameshapes import MARKS, is_surname
from bantin.vietnamese.naming.parts import Kind
from bantin.vietnamese.tables import Phrases
from bantin.vietnamese.words import Gap

_LINKS: Final = Phrases(
    (
        *("của", "thuộc", "đến từ", "công tác tại", "đang công tác tại", "hiện công tác tại"),
        *("làm việc tại", "đang làm việc tại", "đại diện", "đại diện cho", "là", "hiện là"),
        *("đang là", "nguyên là", "vốn là", "làm", "giữ chức", "giữ chức vụ", "với vai trò"),
        *("trong vai trò", "với tư cách", "với tư cách là", "kiêm", "kiêm nhiệm"),
        *(
            "đồng thời là",
            "đã là",
            "từng là",
            "vẫn là",
            "hiện đang là",
            "hiện giữ chức",
            "trên cương vị",
            "với cương vị",
        ),
    )
)
OF: Final = frozenset(("của", "thuộc"))
_AND: Final = frozenset(("và", "cùng", "&"))
_LABELS: Final = Phrases(
    (
        *("ảnh", "bài", "tin", "tin bài", "bài ảnh", "bài và ảnh", "tin và ảnh", "tin ảnh"),
        *("thực hiện", "người viết", "chụp ảnh", "tác giả"),
    )
)
_COMPOUNDS: Final = frozenset(
    (
        ("công", "cụ"),
        ("dụng", "cụ"),
        ("nhạc", "cụ"),
        ("đạo", "cụ"),
        ("ngã", "ba"),
        ("thứ", "ba"),
        ("trẻ", "em"),
        ("bà", "con"),
    )
)
"""Words that end like a word of address."""
_BEGUN: Final = frozenset((("chú", "ý"), ("bà", "con"), ("trẻ", "em")))
"""Words that begin like a word of address."""
_NUMBERS: Final = frozenset(("ba",))
"""Words of address that are numbers before a title or role: ``ba Phó Giám đốc``."""
PHRASES: Final = (_LINKS, _LABELS, Phrases(_AND))
BEFORE_NAME: Final = (Gap.SPACE, Gap.COLON)
"""Gaps that a word of address may have to the name."""


def address(heads: Heads, at: int) -> int:
    """How many words of address stand at ``at``, somebody named behind; 0: none."""
    words = heads.words
    size = words.longest(tables.phrases("address.all"), at, dashes=False)
    after = at + size
    if not size or words.gap(after) not in BEFORE_NAME or heads.place(at) > size:
        return 0
    if at and (words.keys[at - 1], words.keys[at]) in _COMPOUNDS:
        return 0
    if size == 1 and tuple(words.keys[at : at + 2]) in _BEGUN:
        return 0
    if words[at].capital and not _capital_address(heads, at, after):
        return 0
    if size == 1 and words.keys[at] in _NUMBERS and heads.begin(after):
        return 0
    return size if words[after].capital or heads.begin(after) else 0


def _capital_address(heads: Heads, at: int, after: int) -> bool:
    """``Ông Nguyễn Văn An``, but neither ``Ông Thị Hoa`` nor ``Từ``."""
    starts = heads.words.gap(at) is not Gap.SPACE
    if not is_surname(heads.words.keys[at]):
        return starts or after - at > 1
    if heads.begin(after) or names.initials(heads, after):
        return True
    behind = names.capitals(heads, after)
    if behind - after >= 2:
        key = heads.words.keys[after]
        return is_surname(key) or (starts and key not in MARKS)
    return starts and behind > after


def label(heads: Heads, at: int) -> int:
    """How many words of ``Ảnh:``, ``Bài và ảnh:`` stand at ``at``; 0: none."""
    size = heads.words.longest(_LABELS, at)
    return size if size and heads.words.gap(at + size) is Gap.COLON else 0


def link(heads: Heads, at: int) -> tuple[Kind, int]:
    """What ties a post to a name, an age or ``và`` at ``at``, in how many words."""
    words = heads.words
    years = words.keys[at + 1 : at + 2] == ["tuổi"] and words.gap(at + 1) is Gap.SPACE
    if years and words[at].text.isdigit():
        return Kind.AGE, 2
    size = words.longest(_LINKS, at, dashes=False)
    if size:
        return Kind.LINK, size
    return Kind.AND, int(words.keys[at] in _AND)
