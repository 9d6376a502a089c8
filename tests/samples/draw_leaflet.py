"""Writes the leaflet that a sample bulletin has attached: one page, tagged, with its font.

    .venv/bin/python tests/samples/draw_leaflet.py

A PDF by hand, because the ones of office programs carry authors, dates and 40 kB of fonts.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import fontpkg_be_vietnam_pro as family
from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = Path(__file__).parents[2]
TARGET = ROOT / "images" / "2026" / "tiem-chung-mua-dong" / "can-mang-theo.pdf"
TITLE = "Đưa con đi tiêm: mang gì, chuẩn bị gì"
LINES = (
    ("H1", TITLE),
    ("P", "Khoa Tiêm chủng, Bệnh viện Nhi Mây Trắng. Dữ liệu mẫu."),
    ("H2", "Mang theo"),
    ("P", "•  Sổ tiêm chủng hoặc phiếu của những lần tiêm trước"),
    ("P", "•  Thẻ bảo hiểm y tế hoặc mã định danh của trẻ"),
    ("P", "•  Phiếu hẹn có giờ và số ghế"),
    ("P", "•  Tã, khăn, nước uống, một món đồ chơi trẻ thích"),
    ("H2", "Trước khi tiêm"),
    ("P", "•  Cho trẻ ăn nhẹ, mặc áo dễ kéo tay"),
    ("P", "•  Báo bác sĩ nếu trẻ sốt, vừa ốm, từng mệt sau tiêm"),
    ("P", "•  Nói thật với trẻ: “Sẽ hơi đau một chút rồi hết”"),
    ("H2", "Sau khi tiêm"),
    ("P", "•  Ngồi lại phòng theo dõi đủ 30 phút"),
    ("P", "•  Ở nhà để ý trẻ thêm hai ngày, cho uống đủ nước"),
    ("P", "•  Khó thở, tím tái, co giật, sốt cao không hạ: gọi 115"),
)
SIZES = {"H1": 18, "H2": 15, "P": 12}
"""Points."""
GAPS = {"H1": 30, "H2": 40, "P": 23}
"""From the line above, points."""
PAGE = (420, 595)
"""A5, points."""
MARGIN, TOP = 40, 530


@dataclass(frozen=True)
class Cut:
    """The font with the letters of the leaflet only."""

    payload: bytes
    glyphs: dict[str, int]
    """Letter -> number of its glyph."""
    widths: list[int]
    """By number of the glyph, in thousandths of the size."""


def cut_font(letters: set[str]) -> Cut:
    font = TTFont(
        family.ROOT / "files" / "BeVietnamPro-Regular.ttf", recalcTimestamp=False, lazy=False
    )
    options = subset.Options(
        hinting=False, layout_features=[], name_IDs=[], notdef_outline=True
    )
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[ord(letter) for letter in letters])
    cutter.subset(font)
    for table in ("GSUB", "GPOS", "GDEF", "OS/2", "name", "post", "STAT", "DSIG", "gasp"):
        if table in font:
            del font[table]
    names = font.getGlyphOrder()
    by_letter = font.getBestCmap()
    per_em = font["head"].unitsPerEm
    widths = [round(font["hmtx"][name][0] * 1000 / per_em) for name in names]
    glyphs = {letter: names.index(by_letter[ord(letter)]) for letter in letters}
    del font["cmap"]  # the page names glyphs by number
    target = io.BytesIO()
    font.save(target)
    return Cut(target.getvalue(), glyphs, widths)


def drawing(cut: Cut) -> Iterator[str]:
    """The page's content, each line marked with its place in the tree of tags."""
    y = TOP
    for index, (tag, text) in enumerate(LINES):
        y -= 0 if index == 0 else GAPS[tag]
        shown = "".join(f"{cut.glyphs[letter]:04x}" for letter in text)
        yield (
            f"/{tag} <</MCID {index}>> BDC BT /F {SIZES[tag]} Tf "
            f"{MARGIN} {y} Td <{shown}> Tj ET EMC"
        )


def breadth(cut: Cut, tag: str, text: str) -> float:
    """Of a line, points."""
    return sum(cut.widths[cut.glyphs[letter]] for letter in text) * SIZES[tag] / 1000


def readable(cut: Cut) -> str:
    """What each glyph says, for copying, searching and reading aloud."""
    pairs = sorted((number, letter) for letter, number in cut.glyphs.items())
    rows = "\n".join(f"<{number:04x}> <{ord(letter):04x}>" for number, letter in pairs)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /L def "
        "/CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(pairs)} beginbfchar\n{rows}\nendbfchar endcmap end end"
    )


def packed(content: bytes, more: str = "") -> bytes:
    body = zlib.compress(content, 9)
    head = f"<</Length {len(body)} /Filter /FlateDecode {more}>> stream\n"
    return head.encode() + body + b"\nendstream"


def text_string(text: str) -> str:
    return f"<feff{text.encode('utf-16-be').hex()}>"


def objects(cut: Cut) -> Iterator[bytes]:
    """Every object of the file, the catalogue first."""
    first = 12  # number of the first line's tag
    tags = " ".join(f"{first + index} 0 R" for index in range(len(LINES)))
    widths = " ".join(map(str, cut.widths))
    plain = (
        "<</Type /Catalog /Pages 2 0 R /Lang (vi-VN) /MarkInfo <</Marked true>> "
        "/StructTreeRoot 9 0 R /ViewerPreferences <</DisplayDocTitle true>>>>",
        "<</Type /Pages /Kids [3 0 R] /Count 1>>",
        f"<</Type /Page /Parent 2 0 R /MediaBox [0 0 {PAGE[0]} {PAGE[1]}] /Contents 4 0 R "
        "/Resources <</Font <</F 5 0 R>>>> /StructParents 0 /Tabs /S>>",
    )
    yield from (one.encode() for one in plain)
    yield packed("\n".join(drawing(cut)).encode())
    yield (
        b"<</Type /Font /Subtype /Type0 /BaseFont /ABCDEF+BeVietnamPro /Encoding /Identity-H "
        b"/DescendantFonts [6 0 R] /ToUnicode 8 0 R>>"
    )
    yield (
        "<</Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+BeVietnamPro /CIDToGIDMap "
        "/Identity /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> "
        f"/FontDescriptor 7 0 R /W [0 [{widths}]]>>"
    ).encode()
    yield (
        b"<</Type /FontDescriptor /FontName /ABCDEF+BeVietnamPro /Flags 4 /ItalicAngle 0 "
        b"/FontBBox [-200 -300 1200 1100] /Ascent 1000 /Descent -265 /CapHeight 700 /StemV 80 "
        b"/FontFile2 10 0 R>>"
    )
    yield packed(readable(cut).encode())
    yield (f"<</Type /StructTreeRoot /K 11 0 R /ParentTree <</Nums [0 [{tags}]]>>>>".encode())
    yield packed(cut.payload, f"/Length1 {len(cut.payload)}")
    yield f"<</Type /StructElem /S /Document /P 9 0 R /K [{tags}]>>".encode()
    for index, (tag, _) in enumerate(LINES):
        yield f"<</Type /StructElem /S /{tag} /P 11 0 R /Pg 3 0 R /K {index}>>".encode()
    yield f"<</Title {text_string(TITLE)}>>".encode()


def assembled(parts: Iterable[bytes]) -> bytes:
    """Objects, the table of where they begin, and the trailer."""
    out, offsets = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", []
    for number, part in enumerate(parts, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + part + b"\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(offsets) + 1
    return (
        out
        + (
            f"xref\n0 {size}\n0000000000 65535 f \n{table}"
            f"trailer <</Size {size} /Root 1 0 R /Info {size - 1} 0 R>>\n"
            f"startxref\n{len(out)}\n%%EOF\n"
        ).encode()
    )


def cut() -> Cut:
    return cut_font({letter for _, text in LINES for letter in text})


def leaflet() -> bytes:
    return assembled(objects(cut()))


if __name__ == "__main__":
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_bytes(leaflet())
