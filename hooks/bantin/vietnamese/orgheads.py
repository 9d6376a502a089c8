"""The first words of institutions' names, and which words around them make them none."""

from __future__ import annotations

from typing import Final

NOT_NEXT: Final[dict[str, tuple[str, ...]]] = {
    "Bệnh viện": (),
    "Trung tâm": (),
    "TT Y tế": (),
    "TT KSBT": (),
    "Trạm Y tế": (),
    "Nhà trường": (),
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
    "Ủy ban MTTQ": (),
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
    *("SYT", "BYT", "UBND", "HĐND", "BHXH", "LĐLĐ", "MTTQ", "UBMTTQ", "ĐH"),
)
HEADS: Final = (*NOT_NEXT, *ABBREVIATED)
"""First words of an institution's name; the abbreviations in capitals only.

Khoa and Phòng are parts of an institution and stay with the role.
"""
