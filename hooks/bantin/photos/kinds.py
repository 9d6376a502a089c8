"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

import re
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from typing import Final

from bantin import limits

HEAD_BYTES: Final = 4096
"""As much as ``kind`` wants to see."""
_BYTES: Final = {"WEBP": 16, "AVIF": 15, "JPEG": 8, "HEIC": 8}
_BYTES_ELSE: Final = 10
"""Of memory for each pixel of a picture that is decoded as a whole, in its mode and in ours."""
UNKNOWN: Final = ""
TEXT: Final = "text"

HEIF_READER: Final = "pillow_heif"
"""Reads HEIC where somebody has installed the extra ``heif``; only children import it."""
FORMATS: Final = (
    *("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP", "AVIF"),
    *(("HEIC",) if find_spec(HEIF_READER) else ()),
)
"""What we render; everything else is refused by name."""

_RENDERED: Final = r"jpe?g|jpe|jfif|png|webp|gif|tiff?|bmp|avif|hei[cf]|hif"
_REFUSED: Final = r"jxl|jp2|svg|psd|eps|ai|dcm|dicom|cr[23]|nef|arw|dng|raf|rw2|orf"
_PHOTO_NAME: Final = re.compile(rf"(?!\.|~\$).+\.({_RENDERED}|{_REFUSED})", re.I | re.S)
"""Names that stand for a photo; those we can't render are reported, not passed over."""

# The first pattern that matches from the start of the file wins.
_SIGNATURES: Final = tuple(
    (re.compile(pattern, re.DOTALL), name)
    for pattern, name in (
        (rb"\xff\xd8\xff", "JPEG"),
        (rb"\x89PNG\r\n\x1a\n", "PNG"),
        (rb"RIFF....WEBP", "WEBP"),
        (rb"GIF8[79]a", "GIF"),
        (rb"II\*\0....CR", "RAW"),
        (rb"II[*+]\0|MM\0[*+]", "TIFF"),
        (rb"BM", "BMP"),
        (rb"....ftyp(avi[fs]|mif1....(....){0,8}avif)", "AVIF"),
        (rb"....ftyp(hei|hev|mif1|msf1)", "HEIC"),
        (rb"....ftypcrx|FUJIFILMCCD-RAW|IIU\0|IIR[OS]", "RAW"),
        (rb"....(ftyp|moov|mdat|wide|free|skip)|\x1a\x45\xdf\xa3|RIFF....AVI ", "MOV, MP4"),
        (rb"%PDF-", "PDF"),
        (rb"PK\x03\x04|PK\x05\x06", "DOCX, XLSX, PPTX, ZIP"),
        (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "DOC, XLS, PPT"),
        (rb"\{\\rtf", "RTF"),
        (rb"8BPS", "PSD"),
        (rb"%!PS|\xc5\xd0\xd3\xc6", "EPS"),
        (rb"\xff\x0a|\0\0\0\x0cJXL ", "JPEG XL"),
        (rb"\0\0\0\x0cjP  |\xff\x4f\xff\x51", "JPEG 2000"),
        (rb".{128}DICM", "DICOM"),
        (rb"\0\0\x01\0[^\0]\0", "ICO"),
        (rb"(?:\xef\xbb\xbf)?\s*<(?:[^\0]*<)?svg[\s>]", "SVG"),
    )
)

_REFUSALS: Final = {
    "HEIC": "photo-heic",
    "RAW": "photo-raw",
    "DICOM": "photo-dicom",
    "MOV, MP4": "photo-film",
    "PDF": "photo-document",
    "DOCX, XLSX, PPTX, ZIP": "photo-document",
    "DOC, XLS, PPT": "photo-document",
    "RTF": "photo-document",
    TEXT: "photo-text",
    UNKNOWN: "photo-unreadable",
}


def kind(head: bytes) -> str:
    """What the file is: one of ``FORMATS``, or the name of something else.

    Args:
        head: The first ``HEAD_BYTES`` of the file, fewer if it is shorter.
    """
    for pattern, name in _SIGNATURES:
        if pattern.match(head):
            return name
    return TEXT if _is_text(head) else UNKNOWN


def bytes_needed(form: str, pixels: int) -> int:
    """Memory that decoding may take, at the most; 0 where a JPEG is decoded at a fraction."""
    if form == "JPEG" and pixels > limits.PHOTO_PIXELS_PROGRESSIVE:
        return 0  # it can't be a progressive one, which is held as a whole
    return pixels * _BYTES.get(form, _BYTES_ELSE)


@cache
def decoder(form: str) -> str:
    """Version of what decodes a format if that is none of Pillow's own codecs."""
    return f"{HEIF_READER} {version(HEIF_READER)}" if form == "HEIC" in FORMATS else ""


def refusal(name: str) -> str:
    """Code of the message for a file of a kind we don't render."""
    return _REFUSALS.get(name, "photo-format")


def is_photo_name(name: str) -> bool:
    """Whether a file of this name in a bulletin's folder counts as a photo.

    What systems and programs leave lying about (``.DS_Store``, ``._01.jpg``, ``~$a.jpg``,
    ``Thumbs.db``, ``desktop.ini``, ``01.jpg.part``) does not.
    """
    return _PHOTO_NAME.fullmatch(name) is not None


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):  # UTF-16, as Notepad may save
        return True
    try:
        text = head.decode("utf-8")
    except UnicodeDecodeError as broken:
        if broken.start < len(head) - 3:  # not only a character cut at the end of the head
            return False
        text = head[: broken.start].decode("utf-8")
    return all(character.isprintable() or character.isspace() for character in text)
