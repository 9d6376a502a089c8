from __future__ import annotations

import os
import struct
import zlib

import camera
import pytest
from PIL import Image
from PIL.TiffImagePlugin import ImageFileDirectory_v2

from bantin import limits
from bantin.errors import Location
from bantin.locale import LANGUAGES, message
from bantin.photos.door import PhotoError, quiet
from bantin.photos.probe import probe

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP", "AVIF")


def measured(path):
    with quiet():
        return probe(path, camera.NAME)


def refusal(path):
    """The refusal's code; its words are seen to be complete in both languages."""
    with pytest.raises(PhotoError) as caught:
        measured(path)
    problem = caught.value.problem(Location("news/2026/a.md", 9, 3))
    for lang in LANGUAGES:
        said = message(problem, lang)
        assert camera.NAME in said.text
        assert said.hint
        assert "Error" not in said.text + said.hint
    return caught.value.code


@pytest.mark.parametrize("form", FORMATS)
def test_the_content_decides_not_the_name(tmp_path, form):
    path = tmp_path / "01.jpg"
    path.write_bytes(camera.encoded(camera.scene(640, 400), form))
    found = measured(path)
    assert (found.format, found.width, found.height) == (form, 640, 400)


def test_a_phone_picture_with_a_second_one_inside_is_a_jpeg(tmp_path):
    path = tmp_path / "01.jpg"
    scene = camera.scene()
    path.write_bytes(camera.encoded(scene, "MPO", save_all=True, append_images=[scene]))
    assert measured(path).format == "JPEG"


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_size_is_as_displayed(tmp_path, form, orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = tmp_path / "01.jpg"
    path.write_bytes(camera.encoded(camera.scene(640, 400), form, exif=exif))
    found = measured(path)
    assert (found.width, found.height) == ((640, 400) if orientation < 5 else (400, 640))


def told_where(form):
    """The options with which Pillow writes a place into a file."""
    place = {1: "N", 2: (21.0, 18.0, 30.5), 3: "E", 4: (105.0, 36.0, 1.0)}
    if form == "TIFF":
        tags = ImageFileDirectory_v2()
        tags[0x8825] = place
        return {"tiffinfo": tags}
    exif = Image.Exif()
    exif[0x8825] = place
    return {"exif": exif}


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_whether_an_original_tells_where_it_was_taken(tmp_path, form):
    path = tmp_path / "01.jpg"
    path.write_bytes(camera.encoded(camera.scene(64, 40), form, **told_where(form)))
    assert measured(path).located
    exif = Image.Exif()
    exif[0x010F] = "Camera"
    path.write_bytes(camera.encoded(camera.scene(64, 40), form, exif=exif))
    assert not measured(path).located


@pytest.mark.parametrize("value", [0, 9, 65_535])
def test_an_orientation_that_is_none_counts_as_upright(tmp_path, value):
    exif = Image.Exif()
    exif[0x0112] = value
    path = tmp_path / "01.jpg"
    path.write_bytes(camera.jpeg(exif=exif))
    assert measured(path).width == 640


@pytest.mark.parametrize(
    "exif", [b"Exif\0\0", b"Exif\0\0II*\0\xff\xff\xff\xff", b"Exif\0\0garbage" * 9]
)
def test_broken_exif_does_not_cost_the_photo(tmp_path, exif):
    path = tmp_path / "01.jpg"
    path.write_bytes(camera.with_segments(camera.jpeg(), camera.segment(0xE1, exif)))
    assert measured(path).width == 640


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(b"", "photo-empty", id="zero-bytes"),
        pytest.param(b"%PDF-1.7\n", "photo-document", id="pdf-as-jpg"),
        pytest.param(b"PK\x03\x04" + b"\0" * 99, "photo-document", id="docx-as-jpg"),
        pytest.param(b"\0\0\0\x14ftypqt  ", "photo-film", id="film-as-jpg"),
        pytest.param(b"\0" * 128 + b"DICM", "photo-dicom", id="dicom-as-jpg"),
        pytest.param(b"II*\0\x10\0\0\0CR\x02\0", "photo-raw", id="raw-as-jpg"),
        pytest.param(b"8BPS\0\x01", "photo-format", id="psd-as-jpg"),
        pytest.param(b"%!PS-Adobe-3.0", "photo-format", id="eps-as-jpg"),
        pytest.param(b"<svg onload='alert(1)'/>", "photo-format", id="svg-as-jpg"),
        pytest.param("Ảnh ở đây".encode(), "photo-text", id="text-as-jpg"),
        pytest.param(b"\0" * 5000, "photo-unreadable", id="only-zeros"),
        pytest.param(b"\xff\xd8\xff", "photo-unreadable", id="only-the-first-bytes"),
        pytest.param(camera.jpeg()[:300], "photo-unreadable", id="header-cut"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "photo-unreadable", id="png-of-zeros"),
        pytest.param(b"GIF89a", "photo-unreadable", id="gif-of-six-bytes"),
        pytest.param(b"II*\0\xff\xff\xff\x7f", "photo-unreadable", id="tiff-pointing-nowhere"),
        pytest.param(b"RIFF\x10\0\0\0WEBPVP8 ", "photo-unreadable", id="webp-cut"),
        pytest.param(b"BM" + b"\xff" * 60, "photo-unreadable", id="bmp-of-noise"),
    ],
)
def test_refused_with_words_that_help(tmp_path, content, code):
    path = tmp_path / "01.jpg"
    path.write_bytes(content)
    assert refusal(path) == code


def test_a_phone_s_200_megapixels_are_welcome(tmp_path):
    path = tmp_path / "01.jpg"
    path.write_bytes(camera.declaring(camera.jpeg(), 16_320, 12_240))
    assert (measured(path).width, measured(path).height) == (16_320, 12_240)


def png_declaring(width, height):
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    crc = struct.pack(">I", zlib.crc32(header))
    return b"\x89PNG\r\n\x1a\n\0\0\0\x0d" + header + crc + b"\0\0\0\0IDAT"


def gif_declaring(width, height):
    content = camera.encoded(camera.scene(8, 8), "GIF")
    return content[:6] + struct.pack("<HH", width, height) + content[10:]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(camera.declaring(camera.jpeg(), 20_000, 15_000), id="jpeg-300-megapixels"),
        pytest.param(camera.declaring(camera.jpeg(), 65_500, 1), id="jpeg-too-wide"),
        pytest.param(png_declaring(10_000, 9_000), id="png-90-megapixels"),
        pytest.param(png_declaring(60_000, 60_000), id="png-bomb"),
        pytest.param(gif_declaring(60_000, 60_000), id="gif-bomb"),
    ],
)
def test_too_many_pixels(tmp_path, content):
    path = tmp_path / "01.jpg"
    path.write_bytes(content)
    assert refusal(path) == "photo-too-large"


def test_too_many_bytes_are_not_read(tmp_path):
    path = tmp_path / "01.jpg"
    with path.open("wb") as file:
        file.write(camera.jpeg())
        file.truncate(limits.PHOTO_BYTES + 1)
    assert refusal(path) == "photo-too-heavy"


def link(path, target):
    target.write_bytes(camera.jpeg())
    path.symlink_to(target)


@pytest.mark.parametrize(
    ("make", "code"),
    [
        pytest.param(lambda path: path.mkdir(), "photo-not-a-file", id="folder.jpg"),
        pytest.param(
            lambda path: link(path, path.with_name("secret.jpg")), "photo-not-a-file", id="link"
        ),
        pytest.param(
            lambda path: path.symlink_to("nowhere.jpg"), "photo-not-a-file", id="dangling-link"
        ),
        pytest.param(
            lambda path: path.symlink_to(path), "photo-not-a-file", id="link-to-itself"
        ),
        pytest.param(lambda path: os.mkfifo(path), "photo-not-a-file", id="pipe"),
        pytest.param(lambda path: None, "photo-no-access", id="gone"),
    ],
)
def test_only_a_file_is_a_photo(tmp_path, make, code):
    path = tmp_path / "01.jpg"
    make(path)
    assert refusal(path) == code
