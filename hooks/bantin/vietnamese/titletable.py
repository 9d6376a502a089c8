"""The table of titles: one row a code, with its full forms and the ways of writing it.

Degrees, posts of learning, state honours, ranks and grades. What somebody is at a hospital
(Giám đốc, Điều dưỡng trưởng) is a role, not a title.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """What sort of title; only degrees are glued together with dots."""

    RANK = "rank"
    HONOUR = "honour"
    DEGREE = "degree"
    GRADE = "grade"


@dataclass(frozen=True)
class Title:
    """One row of the table."""

    code: str
    """House form."""
    vi: str
    en: str
    written: tuple[str, ...] = ()
    """Other ways of writing it. ``code`` and ``vi`` always count."""
    kind: Kind = Kind.DEGREE


def _with_levels(base: Title, english: str) -> tuple[Title, ...]:
    """A clinical degree and its two specialist levels: BSCKII, BSCKI, BS."""
    short = [form for form in (base.code, *base.written) if " " not in form] + [base.vi]
    rows = []
    for level, digit in (("II", "2"), ("I", "1")):
        steps = (f"CK {level}", f"CK {digit}", *_in_words(level), *_in_words(digit))
        alone = steps if base.code == "BS" else ()
        written = (*(f"{form} {step}" for form in short for step in steps), *alone)
        full = f"{base.vi} chuyên khoa {level}"
        rows.append(Title(f"{base.code}CK{level}", full, f"{english}, level {level}", written))
    return (*rows, base)


def _in_words(level: str) -> tuple[str, str]:
    return f"chuyên khoa {level}", f"chuyên khoa cấp {level}"


def _ranks() -> tuple[Title, ...]:
    names = {
        "Đại tướng": "General",
        "Thượng tướng": "Colonel General",
        "Trung tướng": "Lieutenant General",
        "Thiếu tướng": "Major General",
        "Đại tá": "Senior Colonel",
        "Thượng tá": "Lieutenant Colonel",
        "Trung tá": "Lieutenant Colonel (second class)",
        "Thiếu tá": "Major",
        "Đại úy": "Captain",
        "Thượng úy": "Senior Lieutenant",
        "Trung úy": "Lieutenant",
        "Thiếu úy": "Second Lieutenant",
    }
    return tuple(Title(vi, vi, en, kind=Kind.RANK) for vi, en in names.items())


TITLES: Final[tuple[Title, ...]] = (
    *_ranks(),
    Title("AHLĐ", "Anh hùng Lao động", "Hero of Labour", ("AHLD",), Kind.HONOUR),
    Title("TTND", "Thầy thuốc Nhân dân", "People's Physician", kind=Kind.HONOUR),
    Title("TTƯT", "Thầy thuốc Ưu tú", "Merited Physician", ("TTUT",), Kind.HONOUR),
    Title("NGND", "Nhà giáo Nhân dân", "People's Teacher", kind=Kind.HONOUR),
    Title("NGƯT", "Nhà giáo Ưu tú", "Merited Teacher", ("NGUT",), Kind.HONOUR),
    Title("GS", "Giáo sư", "Professor", ("Gs",)),
    Title("PGS", "Phó Giáo sư", "Associate Professor"),
    Title("TSKH", "Tiến sĩ khoa học", "Doctor of Science"),
    Title("TS", "Tiến sĩ", "Doctor (PhD)", ("Ts", "Tiến sĩ y khoa", "Tiến sĩ y học")),
    Title("ThS", "Thạc sĩ", "Master", ("Thạc sĩ y khoa", "Thạc sĩ y học")),
    *_with_levels(
        Title("BS", "Bác sĩ", "Physician", ("Bs", "bs", "BSĐK", "Bác sĩ đa khoa")),
        "Specialist physician",
    ),
    Title("BSNT", "Bác sĩ nội trú", "Residency-trained physician", ("BS nội trú",)),
    Title(
        "BSCKĐH",
        "Bác sĩ chuyên khoa định hướng",
        "Physician with specialty orientation training",
        ("BS CKĐH", "BS chuyên khoa định hướng", "Bác sĩ định hướng chuyên khoa"),
    ),
    *_with_levels(
        Title("DS", "Dược sĩ", "Pharmacist", ("Ds", "DSĐH", "Dược sĩ đại học")),
        "Specialist pharmacist",
    ),
    *_with_levels(
        Title("ĐD", "Điều dưỡng", "Nurse", ("Đd", "ĐDV", "Điều dưỡng viên")),
        "Specialist nurse",
    ),
    Title(
        "CNĐD", "Cử nhân điều dưỡng", "Bachelor of Nursing", ("CNDD", "CN điều dưỡng", "CNĐDV")
    ),
    *_with_levels(Title("HS", "Hộ sinh", "Midwife"), "Specialist midwife"),
    Title("NHS", "Nữ hộ sinh", "Midwife"),
    Title("CNHS", "Cử nhân hộ sinh", "Bachelor of Midwifery", ("CN hộ sinh",)),
    *_with_levels(
        Title("KTV", "Kỹ thuật viên", "Medical technician"), "Specialist medical technician"
    ),
    Title(
        "CNKTV",
        "Cử nhân kỹ thuật viên",
        "Bachelor of Medical Technology",
        ("CN kỹ thuật viên", "Cử nhân kỹ thuật y", "CNKTY"),
    ),
    Title("KTY", "Kỹ thuật y", "Medical technologist"),
    Title("YS", "Y sĩ", "Assistant physician", ("Ys", "Y sĩ đa khoa")),
    Title("YTCC", "Y tế công cộng", "Public health"),
    Title(
        "CNYTCC",
        "Cử nhân y tế công cộng",
        "Bachelor of Public Health",
        ("CN YTCC", "CN y tế công cộng"),
    ),
    Title("CN", "Cử nhân", "Bachelor"),
    Title("KS", "Kỹ sư", "Engineer"),
    Title("LS", "Luật sư", "Lawyer"),
    Title("Bác sĩ chính", "Bác sĩ chính", "Principal physician", ("BS chính",), Kind.GRADE),
    Title(
        "Bác sĩ cao cấp",
        "Bác sĩ cao cấp",
        "Senior physician",
        ("BS cao cấp", "BSCC"),
        Kind.GRADE,
    ),
)
