"""Tables of people: one in a row, parts in columns (``| Họ và tên | Trình độ | Chức vụ |``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bantin.vietnamese import tables, titles
from bantin.vietnamese.known import Known
from bantin.vietnamese.naming import names
from bantin.vietnamese.naming.cutting import cut
from bantin.vietnamese.naming.heads import Heads
from bantin.vietnamese.naming.mentions import Form, Mention, PostHeld
from bantin.vietnamese.naming.parts import Kind, Part
from bantin.vietnamese.phrases import Phrase
from bantin.vietnamese.text import fold
from bantin.vietnamese.titles import TitleBlock
from bantin.vietnamese.words import Words

_ROW: Final = re.compile(r"[^\n]*[|\t][^\n]*")
_CELL: Final = re.compile(r"[^|\t]+")
_HEADINGS: Final = (
    ("name", ("ho va ten", "ho ten", "ho, ten", "nguoi", "dai bieu", "bao cao vien")),
    ("titles", ("trinh do", "hoc ham", "hoc vi", "chuc danh", "bang cap", "van bang")),
    ("role", ("chuc vu", "vai tro", "nhiem vu", "khoa", "phong", "vi tri", "bo phan")),
    ("organization", ("don vi", "co quan", "noi cong tac", "benh vien", "to chuc")),
)
"""Column -> how a heading begins, folded."""
_NAMES: Final = frozenset(
    (
        *("ten", "ten can bo", "ten nhan vien", "ten hoc vien", "ten giang vien"),
        *("benh nhan", "benh nhi", "tac gia", "giang vien", "hoc vien", "can bo"),
    )
)
"""Headings of the column of names as a whole: ``Tên thuốc`` is none."""
_PRIVATE: Final = ("benh nhan", "benh nhi", "nguoi benh", "chan doan", "tuoi", "ma benh")
"""How a heading begins in a table of patients: nobody in it has a post."""


@dataclass(frozen=True, slots=True)
class _Cell:
    start: int
    text: str

    def phrase(self) -> Phrase:
        return Phrase(self.start, self.start + len(self.text), self.text)


@dataclass(frozen=True)
class _Table:
    """What the headings of one table say; nothing without."""

    columns: tuple[str, ...] = ()
    patients: bool = False
    address: str = ""
    """The heading above patients' names, where it is a word for them."""

    @classmethod
    def headed(cls, cells: list[_Cell]) -> _Table:
        """Read the row of headings."""
        columns = tuple(_column(cell.text) for cell in cells)
        above = cells[columns.index("name")].text.strip(" *_:.")
        patient = above in tables.phrases("address.private")
        private = any(_plain(cell.text).startswith(_PRIVATE) for cell in cells)
        return cls(columns, private, above if patient else "")

    def column(self, index: int, cells: list[_Cell]) -> str | None:
        """What a cell's heading names; None: the row has no headings."""
        return self.columns[index] if len(self.columns) == len(cells) else None


@dataclass
class _Row:
    """What the cells of one row tell."""

    name: Phrase | None = None
    full: bool = True
    sure: bool = True
    titles: TitleBlock | None = None
    role: tuple[Phrase, ...] = ()
    organization: Phrase | None = None


def find(text: str, known: Known) -> list[Mention]:
    """The people in the tables of a text in NFC."""
    if "|" not in text and "\t" not in text:
        return []
    found = []
    table = _Table()
    last = -1
    for row in _ROW.finditer(text):
        cells = list(_cells(text, row.start(), row.end()))
        if row.start() != last + 1:
            table = _Table()
        last = row.end()
        if "name" in [_column(cell.text) for cell in cells]:
            table = _Table.headed(cells)
        elif len(cells) > 1:
            mention = _mention(cells, table, known)
            found += [mention] if mention else []
    return found


def blanked(text: str, rows: list[Mention]) -> str:
    """The text with these rows left blank, as long as before: nobody is found twice."""
    pieces, end = [], 0
    for row in rows:
        pieces += [text[end : row.start], "\n" * (row.end - row.start)]
        end = row.end
    return "".join((*pieces, text[end:]))


def _cells(text: str, start: int, end: int) -> Iterator[_Cell]:
    for cell in _CELL.finditer(text, start, end):
        written = cell.group().strip()
        if written:
            yield _Cell(cell.start() + cell.group().index(written), written)


def _column(heading: str) -> str:
    """Which column a heading names; empty: none of ours."""
    plain = _plain(heading)
    if len(plain) > 30:
        return ""
    if plain in _NAMES:
        return "name"
    for column, beginnings in _HEADINGS:
        if any(
            plain == one or plain.startswith((f"{one} ", f"{one},", f"{one}/", f"{one}-"))
            for one in beginnings
        ):
            return column
    return ""


def _plain(heading: str) -> str:
    return fold(heading).strip(" *_:.")


def _mention(cells: list[_Cell], table: _Table, known: Known) -> Mention | None:
    row = _Row()
    used = []
    for index, cell in enumerate(cells):
        column = table.column(index, cells)
        if table.patients and column not in (None, "name"):
            continue
        if _read(row, cell, column or "", known, named=column is not None):
            used.append(cell)
    alone = len(used) < 2 and not table.patients
    if row.name is None or alone or not (row.sure or row.role or row.titles):
        return None
    return Mention(
        start=min(cell.start for cell in used),
        end=max(cell.start + len(cell.text) for cell in used),
        name=row.name,
        titles=row.titles,
        posts=_posts(row),
        address=table.address,
        form=Form.FULL if row.full else Form.SHORT,
    )


def _posts(row: _Row) -> tuple[PostHeld, ...]:
    roles = [PostHeld(role, None) for role in row.role]
    if row.organization is None:
        return tuple(roles)
    if not roles:
        return (PostHeld(None, row.organization),)
    return (*roles[:-1], PostHeld(roles[-1].role, row.organization))


def _read(row: _Row, cell: _Cell, column: str, known: Known, *, named: bool) -> bool:
    """Take what a cell tells; False: nothing."""
    words, found = cut(cell.text, known)
    if not found:
        return False
    if column == "name" or (not named and row.name is None and _holds_a_name(found)):
        row.sure = named or all(part.name is None or part.name.sure for part in found)
        return _name(row, cell, words, found)
    block = _titles(cell)
    if block and column in ("titles", "role", ""):
        row.titles = row.titles or block
        return True
    if named and not column:
        return False
    return _held(row, cell, column, words, found)


def _holds_a_name(found: list[Part]) -> bool:
    return found[-1].kind is Kind.NAME and all(
        part.kind in (Kind.NAME, Kind.TITLE, Kind.ADDRESS) for part in found
    )


def _name(row: _Row, cell: _Cell, words: Words, found: list[Part]) -> bool:
    """The name column: a title block and capitals, whatever they are."""
    first = 0
    while first < len(found) and found[first].kind in (Kind.TITLE, Kind.ADDRESS):
        if found[first].block:
            row.titles = _moved(found[first].block, cell.start)
        first += 1
    if first == len(found):
        return False
    start = found[first].first
    name = found[first].name or names.after_evidence(Heads(words), start)
    if name is None:
        return False
    begin = words[name.first].start
    row.name = Phrase(cell.start + begin, cell.start + name.end, cell.text[begin : name.end])
    row.full = name.full
    return True


def _moved(block: TitleBlock | None, by: int) -> TitleBlock | None:
    if block is None:
        return None
    return TitleBlock(block.codes, block.written, block.end + by, block.start + by)


def _titles(cell: _Cell) -> TitleBlock | None:
    codes = titles.canonical(cell.text)
    end = cell.start + len(cell.text)
    return TitleBlock(codes, cell.text, end, cell.start) if codes else None


def _held(row: _Row, cell: _Cell, column: str, words: Words, found: list[Part]) -> bool:
    """Roles and institution of one cell; a column's heading is believed."""

    def phrase(part: Part) -> Phrase:
        inside = words.written(part.first, part.behind)
        return Phrase(cell.start + inside.start, cell.start + inside.end, inside.text)

    roles = [phrase(part) for part in found if part.kind is Kind.ROLE]
    institutions = [phrase(part) for part in found if part.kind is Kind.INSTITUTION]
    whole = all(part.kind in (Kind.ROLE, Kind.INSTITUTION, Kind.LINK) for part in found)
    if column and not whole:
        roles, institutions = (
            ([cell.phrase()], []) if column in ("role", "titles") else ([], [cell.phrase()])
        )
    row.role = (*row.role, *roles)
    if institutions:
        row.organization = institutions[-1]
    return bool(roles or institutions)
