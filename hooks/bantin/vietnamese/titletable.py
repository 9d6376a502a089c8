"""The table of titles: one row a code, with its full forms and the ways of writing it.

Degrees, posts of learning, state honours, ranks and grades. What somebody is at a hospital
(Giám đốc, PGĐ, Điều dưỡng trưởng) is a role, not a title.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import product
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
    """Other ways of writing it. ``code`` and ``vi`` always count. Of each, dots, dashes, spaces
    and case may differ; case not in abbreviations of two letters, unless a dot follows."""
    kind: Kind = Kind.DEGREE

    @property
    def forms(self) -> tuple[str, ...]:
        """Every way of writing it."""
        return self.code, self.vi, *self.written


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


def _honour(code: str, vi: str, en: str, *written: str) -> Title:
    return Title(code, vi, en, written, Kind.HONOUR)


def _levels(base: Title, english: str) -> tuple[Title, ...]:
    """The two specialist levels of a clinical degree: BSCKII, BSCKI."""
    short = [form for form in (base.code, *base.written) if " " not in form] + [base.vi]
    rows = []
    for level, digit in (("II", "2"), ("I", "1")):
        steps = tuple(
            f"{step} {number}"
            for step in ("CK", "CK cấp", "chuyên khoa", "chuyên khoa cấp")
            for number in (level, digit)
        )
        alone = steps if base.code == "BS" else ()
        written = (*(f"{form} {step}" for form in short for step in steps), *alone)
        full = f"{base.vi} chuyên khoa {level}"
        rows.append(Title(f"{base.code}CK{level}", full, f"{english}, level {level}", written))
    return tuple(rows)


_BS: Final = Title("BS", "Bác sĩ", "Physician", ("Bs", "bs", "BSĐK", "Bác sĩ đa khoa"))
_DS: Final = Title("DS", "Dược sĩ", "Pharmacist", ("Ds", "DSĐH", "Dược sĩ đại học"))
_DD: Final = Title("ĐD", "Điều dưỡng", "Nurse", ("Đd", "ĐDV", "Điều dưỡng viên"))
_HS: Final = Title("HS", "Hộ sinh", "Midwife")
_KTV: Final = Title("KTV", "Kỹ thuật viên", "Medical technician")

TITLES: Final[tuple[Title, ...]] = (
    *_ranks(),
    _honour("AHLĐ", "Anh hùng Lao động", "Hero of Labour", "AHLD"),
    _honour("TTND", "Thầy thuốc Nhân dân", "People's Physician"),
    _honour("TTƯT", "Thầy thuốc Ưu tú", "Merited Physician", "TTUT"),
    _honour("NGND", "Nhà giáo Nhân dân", "People's Teacher"),
    _honour("NGƯT", "Nhà giáo Ưu tú", "Merited Teacher", "NGUT"),
    Title("VS", "Viện sĩ", "Academician"),
    Title("GS", "Giáo sư", "Professor", ("Gs",)),
    Title("PGS", "Phó Giáo sư", "Associate Professor"),
    Title("TSKH", "Tiến sĩ khoa học", "Doctor of Science", ("TS khoa học",)),
    Title(
        "TS",
        "Tiến sĩ",
        "Doctor (PhD)",
        ("Ts", "Tiến sĩ y khoa", "Tiến sĩ y học", "TS y khoa", "TS y học"),
    ),
    Title(
        "ThS",
        "Thạc sĩ",
        "Master",
        ("Thạc sĩ y khoa", "Thạc sĩ y học", "ThS y khoa", "ThS y học"),
    ),
    *_levels(_BS, "Specialist physician"),
    Title("BSNT", "Bác sĩ nội trú", "Residency-trained physician", ("BS nội trú",)),
    Title(
        "BSCKĐH",
        "Bác sĩ chuyên khoa định hướng",
        "Physician with specialty orientation training",
        ("Bác sĩ CKĐH", "BS chuyên khoa định hướng", "Bác sĩ định hướng chuyên khoa"),
    ),
    _BS,
    *_levels(_DS, "Specialist pharmacist"),
    _DS,
    *_levels(_DD, "Specialist nurse"),
    Title(
        "CNĐD",
        "Cử nhân điều dưỡng",
        "Bachelor of Nursing",
        ("CNDD", "CN điều dưỡng", "Cử nhân ĐD", "CNĐDV"),
    ),
    _DD,
    *_levels(_HS, "Specialist midwife"),
    Title("CNHS", "Cử nhân hộ sinh", "Bachelor of Midwifery", ("CN hộ sinh", "Cử nhân HS")),
    Title("NHS", "Nữ hộ sinh", "Midwife"),
    _HS,
    *_levels(_KTV, "Specialist medical technician"),
    Title(
        "CNKTV",
        "Cử nhân kỹ thuật viên",
        "Bachelor of Medical Technology",
        (
            "CNKTY",
            "CN kỹ thuật viên",
            "CN kỹ thuật y",
            "CN kỹ thuật y học",
            "Cử nhân kỹ thuật y",
            "Cử nhân kỹ thuật y học",
        ),
    ),
    _KTV,
    Title("KTY", "Kỹ thuật y", "Medical technologist", ("Kỹ thuật y học",)),
    Title("YS", "Y sĩ", "Assistant physician", ("Ys", "YSĐK", "Y sĩ đa khoa")),
    Title(
        "CNYTCC",
        "Cử nhân y tế công cộng",
        "Bachelor of Public Health",
        ("CN y tế công cộng", "Cử nhân YTCC"),
    ),
    Title("YTCC", "Y tế công cộng", "Public health"),
    Title("KS", "Kỹ sư", "Engineer"),
    Title("LS", "Luật sư", "Lawyer"),
    Title("CN", "Cử nhân", "Bachelor"),
    Title(
        "Bác sĩ cao cấp",
        "Bác sĩ cao cấp",
        "Senior physician",
        ("BS cao cấp", "BSCC"),
        Kind.GRADE,
    ),
    Title("Bác sĩ chính", "Bác sĩ chính", "Principal physician", ("BS chính",), Kind.GRADE),
)
"""In house order. CN stands behind what it would be read together with: CN.ĐD is CNĐD."""


def _glued() -> dict[str, tuple[str, ...]]:
    clinical = [
        (form.replace(" ", ""), title.code)
        for title in TITLES
        for form in title.forms
        if title.code.startswith(("BS", "DS", "ĐD", "KTV")) and form.isupper()
    ]
    posts = [(code, code) for code in ("GS", "PGS")]
    degrees = [(code, code) for code in ("TSKH", "TS", "ThS")]
    nothing = ("", "")
    blocks = product((nothing, *posts), (nothing, *degrees), (nothing, *clinical))
    written = [
        tuple(zip(*filter(any, block), strict=True)) for block in blocks if any(map(any, block))
    ]
    return {"".join(forms).casefold(): codes for forms, codes in written if len(codes) > 1}


GLUED: Final = _glued()
"""What is often written without anything between, in lower case: ``tsbs`` -> TS, BS."""
