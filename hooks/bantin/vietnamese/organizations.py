"""Where the institution begins in what is written after a name."""

from __future__ import annotations

import re
from typing import Final

from bantin.vietnamese.text import fold_tone, nfc

NOT_NEXT: Final[dict[str, tuple[str, ...]]] = {
    "Bệnh viện": (),
    "Trung tâm": (),
    "TT Y tế": (),
    "TT KSBT": (),
    "Trạm Y tế": (),
    "Bệnh xá": ("trưởng", "phó"),
    "Báo": ("cáo", "chí", "động", "hiệu", "ứng", "hiếu", "đáp", "giá"),
    "Đài Phát thanh": (),
    "Đài Truyền hình": (),
    "Tạp chí": (),
    "Tổ chức": ("cán bộ", "Hội", "hành chính", "Hành chính", "Lễ", "Đảng", "nhân sự"),
    "Quân khu": (),
    "Quân đoàn": (),
    "Sư đoàn": (),
    "Lữ đoàn": (),
    "Trung đoàn": (),
    "Tiểu đoàn": (),
    "Đồn Biên phòng": (),
    "Bộ Chỉ huy": (),
    "Liên chi hội": (),
    "Tổng hội": (),
    "Trạm xá": (),
    "Phòng khám": (),
    "Phòng khám đa khoa": (),
    "Nhà hộ sinh": (),
    "Sở": ("hữu", "thích", "dĩ", "trường", "đoản"),
    "Bộ": ("môn", "trưởng", "phận", "đội", "máy", "phim"),
    "Tổng cục": ("trưởng", "phó"),
    "Chi cục": ("trưởng", "phó"),
    "Cục": ("trưởng", "phó", "bộ"),
    "Vụ": ("trưởng", "phó", "án", "việc"),
    "Trường": ("hợp", "ca", "kỳ", "Sa", "Sơn"),
    "Đại học": (),
    "Cao đẳng": (),
    "Học viện": ("viên",),
    "Viện": ("trưởng", "phó", "sĩ", "sỹ", "phí", "dẫn", "trợ"),
    "Phân viện": ("trưởng", "phó"),
    "Ủy ban": ("kiểm tra",),
    "Quỹ": ("tiền", "đạo"),
    "Hội đồng nhân dân": (),
    "Mặt trận Tổ quốc": (),
    "Tỉnh ủy": ("viên",),
    "Thành ủy": ("viên",),
    "Huyện ủy": ("viên",),
    "Quận ủy": ("viên",),
    "Liên đoàn": (),
    "Liên hiệp": (),
    "Bảo hiểm xã hội": (),
    "Công an": (),
    "Công ty": (),
    "Tổng công ty": (),
    "Tập đoàn": (),
    "Ngân hàng": (),
    "Hiệp hội": (),
    "Hội": (
        *("nghị", "thảo", "thi", "trường", "đồng", "chẩn", "viên", "trưởng", "phó", "đàm"),
        *("họp", "diễn", "chợ", "trại", "ý", "báo", "chứng"),
    ),
}
"""Head words, each with the next words that make it none: Hội nghị, Bộ môn, Viện trưởng."""
NOT_BEHIND: Final[dict[str, tuple[str, ...]]] = {
    "Sở": ("Cơ", "Trụ"),
    "Bộ": ("Bắc", "Trung", "Nam", "Cán", "Chi", "Đảng", "Nội"),
    "Hội": ("Quốc", "Xã", "Đại", "Chi"),
    "Viện": ("Thư", "Nhập", "Xuất", "Nội"),
}
"""Words in capitals that end like a head word: Bắc Bộ, Trụ Sở, Quốc Hội."""
NEEDS_NAME: Final = ("Bộ", "Vụ", "Đại học", "Cao đẳng", "Báo", "Tổ chức", "Tạp chí", "Quỹ")
"""Heads only before a capital; alone they are a level of study or part of another word."""
ABBREVIATED: Final = (
    *(
        "BV",
        "BVĐK",
        "BVĐKKV",
        "BVSN",
        "TTYT",
        "TTYTKV",
        "TTKSBT",
        "CDC",
        "TYT",
        "PKĐK",
        "PKĐKKV",
    ),
    *("SYT", "BYT", "UBND", "HĐND", "BHXH", "LĐLĐ", "MTTQ", "ĐH"),
)
HEADS: Final = (*NOT_NEXT, *ABBREVIATED)
"""First words of an institution's name; the abbreviations in capitals only.

Khoa and Phòng are parts of an institution and stay with the role.
"""

_SEPARATORS: Final = " \t\n\u00a0,;:–—-"
_LINK: Final = re.compile(r"(?:^|\s+)(?:của|tại|thuộc|ở)$")


def split(text: str) -> tuple[str, str]:
    """Part a post from its institution.

    ``Trưởng phòng Nghiệp vụ Y, Sở Y tế`` -> ``("Trưởng phòng Nghiệp vụ Y", "Sở Y tế")``.

    Args:
        text: What stands after a name: role, department, institution.

    Returns:
        Role and organization in NFC, separators between them dropped. The organization begins
        at the first head word with a capital; without one it is empty.
    """
    whole = nfc(text)
    start = _head_start(fold_tone(whole))  # same length
    if start is None:
        return whole.strip(_SEPARATORS), ""
    role = _LINK.sub("", whole[:start].rstrip(_SEPARATORS + "("))
    return role.strip(_SEPARATORS), _closed(whole[start:].strip(_SEPARATORS))


def _head_start(folded: str) -> int | None:
    for found in _HEAD.finditer(folded):
        following = folded[found.end() :].lstrip()[:1]
        if following.isupper() or " ".join(found[0].split()) not in NEEDS_NAME:
            return found.start()
    return None


def _closed(organization: str) -> str:
    """Without the bracket that opened before it."""
    if organization.count(")") > organization.count("("):
        return organization.removesuffix(")")
    return organization


def _pattern(head: str) -> str:
    """Whole words; the first letter a capital, the others in any case, any white space."""
    folded = fold_tone(head)
    rest = r"\s+".join(folded[1:].split(" "))
    before = "".join(rf"(?<!\b{word}\s)" for word in NOT_BEHIND.get(head, ()))
    after = "|".join(map(fold_tone, NOT_NEXT[head])) or "$."
    return rf"{before}{folded[0]}(?i:{rest})\b(?!\s+(?i:{after})\b)"


_HEAD: Final = re.compile(
    rf"\b(?:{'|'.join(map(_pattern, NOT_NEXT))}|(?:{'|'.join(ABBREVIATED)})\b)"
)
