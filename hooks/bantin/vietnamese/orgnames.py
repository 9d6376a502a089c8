"""Names of institutions for exact comparison: abbreviations spelt out, nothing guessed.

Two hospitals differ by one word, so no word is ever dropped: *Bệnh viện Sản Nhi tỉnh Phú Thọ*
is not *Bệnh viện Sản Nhi Vĩnh Phúc*. What each letter stands for: facts 3.4.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from bantin.vietnamese.text import compare_key, nfc
from bantin.vietnamese.words import cut

_HEADS: Final = {
    "BV": "Bệnh viện",
    "BV ĐK": "Bệnh viện đa khoa",
    "BV ĐK KV": "Bệnh viện đa khoa khu vực",
    "BV SN": "Bệnh viện Sản Nhi",
    "ĐK KV": "đa khoa khu vực",
    "TT YT": "Trung tâm Y tế",
    "TT YT KV": "Trung tâm Y tế khu vực",
    "T YT": "Trạm Y tế",
    "PK ĐK": "Phòng khám đa khoa",
    "PK ĐK KV": "Phòng khám đa khoa khu vực",
    "CDC": "Trung tâm Kiểm soát bệnh tật",
    "TT KSBT": "Trung tâm Kiểm soát bệnh tật",
    "SYT": "Sở Y tế",
    "BYT": "Bộ Y tế",
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "BHXH": "Bảo hiểm xã hội",
    "LĐLĐ": "Liên đoàn Lao động",
    "MTTQ": "Mặt trận Tổ quốc",
    "UBMTTQ": "Ủy ban Mặt trận Tổ quốc",
    "YHCT": "Y học cổ truyền",
    "PHCN": "Phục hồi chức năng",
    "TW": "Trung ương",
    "TƯ": "Trung ương",
    "TP": "thành phố",
    "Tp": "thành phố",
    "ĐH": "Đại học",
}
"""Parts that may stand apart (``BV ĐK``, ``TTYT KV``) have a space between."""
_BEFORE_HEALTH: Final = {"CĐ": "Cao đẳng", "TT": "Trung tâm"}
"""Before ``Y tế`` only: alone they may be công đoàn, thị trấn …"""
_DEPARTMENTS: Final = {
    "KHTH": "Kế hoạch tổng hợp",
    "TCCB": "Tổ chức cán bộ",
    "TCKT": "Tài chính kế toán",
    "CTXH": "Công tác xã hội",
    "CNTT": "Công nghệ thông tin",
    "QLCL": "Quản lý chất lượng",
    "CĐT": "Chỉ đạo tuyến",
    "HTQT": "Hợp tác quốc tế",
    "VT-TBYT": "Vật tư – Thiết bị y tế",
    "KSNK": "Kiểm soát nhiễm khuẩn",
    "HSCC": "Hồi sức cấp cứu",
    "HSTC": "Hồi sức tích cực",
    "HSTC-CĐ": "Hồi sức tích cực – Chống độc",
    "GMHS": "Gây mê hồi sức",
    "CĐHA": "Chẩn đoán hình ảnh",
    "XN": "Xét nghiệm",
    "CSSKSS": "Chăm sóc sức khỏe sinh sản",
    "LCK": "Liên chuyên khoa",
    "TMH": "Tai Mũi Họng",
    "RHM": "Răng Hàm Mặt",
    "TT-GDSK": "Truyền thông – Giáo dục sức khỏe",
    "CGKT": "chuyển giao kỹ thuật",
    "BVVT": "bệnh viện vệ tinh",
    "NCKH": "nghiên cứu khoa học",
    "CME": "đào tạo liên tục",
    "ĐTLT": "đào tạo liên tục",
    "CBVC": "cán bộ, viên chức",
    "CBCNV": "cán bộ, công nhân viên",
    "VCNLĐ": "viên chức, người lao động",
}
_DASHES: Final = re.compile(r" ?[-‐-―−]+ ?")
_IN_ABBREVIATION: Final = re.compile(r"[\s.‐-―−-]+")


def _joined(abbreviation: str) -> str:
    """``TC-KT`` and ``TCKT``, ``T.Ư`` and ``TƯ`` are one."""
    return _IN_ABBREVIATION.sub("", abbreviation)


ABBREVIATIONS: Final[Mapping[str, str]] = MappingProxyType(
    {_joined(short): full for short, full in (_HEADS | _DEPARTMENTS).items()}
)
"""Heads of institutions' names, departments, programmes; keys without spaces, dots, dashes."""


def expanded(abbreviation: str) -> str:
    """What an abbreviation stands for: ``TC-KT`` -> ``Tài chính kế toán``.

    Returns:
        The full form; empty where the letters are unknown or stand for several things (CĐ:
        cao đẳng, công đoàn, chống độc).
    """
    return ABBREVIATIONS.get(_joined(nfc(abbreviation)), "")


def is_abbreviated(name: str) -> bool:
    """Whether letters in a name stand for words: ``BVĐK Sơn Hà``."""
    return any(word.upper and expanded(word.text) for word in cut(nfc(name)))


@lru_cache(maxsize=1 << 12)  # every bulletin names the same few
def key(name: str) -> str:
    """Equal for names of institutions that are the same but for how they are written.

    That is ``text.compare_key``, with abbreviations in capitals spelt out (BVĐK, TTYT KV, CDC,
    UBND, TW, TP.) and dashes dropped: Sản - Nhi is Sản Nhi. Every other word counts.
    """
    plain = _DASHES.sub(" ", " ".join(nfc(name).split()))
    return compare_key(_SHORT.sub(_spelt_out, plain))


def _pattern(abbreviation: str) -> str:
    """Parts glued or apart; only ``T.Ư`` has a dot between its letters."""
    if abbreviation in ("TW", "TƯ"):
        return r"\.?".join(abbreviation)
    return "[. ]{0,2}".join(abbreviation.split())


def _spelt_out(found: re.Match[str]) -> str:
    letters, dot, following = found.groups()
    if letters == "ĐH" and not following.strip().isupper():
        return found[0]
    full = _BEFORE_HEALTH.get(letters) or ABBREVIATIONS[re.sub("[ .]", "", letters)]
    return f"{full} " if dot else full


_HEAD: Final = "|".join(map(_pattern, sorted(_HEADS, key=len, reverse=True)))
_HEALTH: Final = rf"(?:{'|'.join(_BEFORE_HEALTH)})(?=\.? ?(?i:y tế)\b)"
_SHORT: Final = re.compile(rf"(?<!\w)({_HEAD}|{_HEALTH})(?!\w)(\.?)(?=( ?\w?))")
