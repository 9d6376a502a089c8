"""Tables of people: one in a row, parts in columns (``| Họ và tên | Trình độ | Chức vụ |``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bantin.vietnamese import titles
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
    ("name", ("ho va ten", "ho ten", "ho, ten", "ten", "nguoi", "dai bieu", "bao cao vien")),
    ("titles", ("trinh do", "hoc ham", "hoc vi", "chuc danh", "bang cap", "van bang")),
    ("role", ("chuc vu", "vai tro", "nhiem vu", "khoa", "phong", "vi tri", "bo phan")),
    ("organization", ("don vi", "co quan", "noi cong tac", "benh vien", "to chuc")),
)
"""Column -> how a heading begins, folded."""


@dataclass(frozen=True, slots=True)
class _Cell:
    start: int
    text: str

    def phrase(self) -> Phrase:
        return Phrase(self.start, self.start + len(self.text), self.text)


@dataclass
class _Row:
    """What the cells of one row tell."""

    name: Phrase | None = None
    full: bool = True
    titles: TitleBlock | None = None
    role: tuple[Phrase, ...] = ()
    organization: Phrase | None = None


def find(text: str, known: Known) -> list[Mention]:
    """The people in the tables of a text in NFC."""
    if "|" not in text and "\t" not in text:
        return []
    found = []
    columns: list[str] = []
    last = -1
    for row in _ROW.finditer(text):
        cells = list(_cells(text, row.start(), row.end()))
        if row.start() != last + 1:
            columns = []
        last = row.end()
        headings = [_column(cell.text) for cell in cells]
        if "name" in headings:
            columns = headings
        elif len(cells) > 1:
            mention = _mention(cells, columns if len(columns) == len(cells) else [], known)
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
    plain = fold(heading).strip(" *_:.")
    if len(plain) > 30:
        return ""
    for column, beginnings in _HEADINGS:
        if any(
            plain == one or plain.startswith((f"{one} ", f"{one},", f"{one}/", f"{one}-"))
            for one in beginnings
        ):
            return column
    return ""


def _mention(cells: list[_Cell], columns: list[str], known: Known) -> Mention | None:
    row = _Row()
    used = []
    for index, cell in enumerate(cells):
        column = columns[index] if columns else ""
        if _read(row, cell, column, known, named=bool(columns)):
            used.append(cell)
    if row.name is None or len(used) < 2:
        return None
    return Mention(
        start=min(cell.start for cell in used),
        end=max(cell.start + len(cell.text) for cell in used),
        name=row.name,
        titles=row.titles,
        posts=_posts(row),
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
