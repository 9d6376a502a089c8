from __future__ import annotations

import pytest

from bantin.photos.kinds import is_photo_name, kind


@pytest.mark.parametrize(
    "name",
    [
        *("01.jpg", "Ảnh hội nghị.JPEG", "a.png", "b.webp", "c.gif", "d.tiff", "e.bmp"),
        *("f.HEIC", "g.svg", "h.psd", "i.CR2", "j.dng", "k.avif", "l.dcm", "a.b.jpg"),
    ],
)
def test_counts_as_a_photo(name):
    assert is_photo_name(name)


@pytest.mark.parametrize(
    "name",
    [
        *(".DS_Store", "._01.jpg", ".01.jpg", ".jpg", "Thumbs.db", "desktop.ini", "~$01.jpg"),
        *("01.jpg.part", "01.jpg~", "bao-cao.pdf", "bao-cao.docx", "phim.mov", "jpg", "01", ""),
    ],
)
def test_does_not_count_as_a_photo(name):
    assert not is_photo_name(name)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param(b"\0\0\0\x18ftypheic", "HEIC", id="heic"),
        pytest.param(b"\0\0\0\x18ftypmif1", "HEIC", id="heif"),
        pytest.param(b"\0\0\0\x1cftypavif", "AVIF", id="avif"),
        pytest.param(b"\0\0\0\x14ftypqt  ", "MOV, MP4", id="iphone-film"),
        pytest.param(b"\0\0\0\x18ftypcrx ", "RAW", id="canon-raw"),
        pytest.param(b"II*\0\x10\0\0\0CR\x02\0", "RAW", id="older-canon-raw"),
        pytest.param(b"II+\0\x08\0\0\0", "TIFF", id="big-tiff"),
        pytest.param(b"PK\x03\x04rest", "DOCX, XLSX, PPTX, ZIP", id="word"),
        pytest.param(b"%PDF-1.7", "PDF", id="pdf"),
        pytest.param(b"\0" * 128 + b"DICM", "DICOM", id="dicom"),
        pytest.param(b"8BPS\0\x01", "PSD", id="photoshop"),
        pytest.param(b"%!PS-Adobe-3.0 EPSF", "EPS", id="eps"),
        pytest.param(b'<?xml version="1.0"?>\n<svg xmlns="">', "SVG", id="svg"),
        pytest.param(b"\xef\xbb\xbf<svg>", "SVG", id="svg-with-bom"),
        pytest.param(b"<!DOCTYPE html><html>", "text", id="error-page"),
        pytest.param("Ghi chú về ảnh".encode(), "text", id="note"),
        pytest.param(("x" * 4095 + "ế").encode()[:4096], "text", id="note-cut-in-a-letter"),
        pytest.param("Ghi chú".encode("utf-16"), "text", id="notepad"),
        pytest.param(b"\0" * 4096, "", id="zeros"),
        pytest.param(b"\x93\x00\xfe\x01" * 9, "", id="noise"),
    ],
)
def test_a_file_is_known_by_its_content(head, expected):
    assert kind(head) == expected
