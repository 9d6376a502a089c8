"""Every file of the table through the guarded door: verdict, reason, memory, nothing told."""

from __future__ import annotations

import base64
import re
import zlib
from pathlib import Path

import camera
import pytest
from hostile import CANARY, EITHER, ROWS, Row
from newsway import AT, worded

from bantin import limits
from bantin.locale import message


def forget_peaks(pids: frozenset[int]) -> None:
    for pid in pids:
        Path(f"/proc/{pid}/clear_refs").write_text("5")


def peak(pids: frozenset[int]) -> int:
    """Megabytes of the largest child since ``forget_peaks``."""
    statuses = [Path(f"/proc/{pid}/status").read_text() for pid in pids]
    found = [re.search(r"VmHWM:\s+(\d+)", status) for status in statuses]
    return max((int(each[1]) * 1024 // 1_000_000 for each in found if each), default=0)


def spellings(word: str) -> list[bytes]:
    raw = word.encode()
    shifted = [base64.b64encode(b" " * shift + raw)[4:-4] for shift in range(3)]
    return [raw, word.encode("utf-16-le"), word.encode("utf-16-be"), *shifted]


def inflated(content: bytes) -> list[bytes]:
    """The content, and whatever in it can be unpacked."""
    found = [content]
    for start in re.finditer(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08", content):
        try:
            machine = zlib.decompressobj(47)
            found.append(machine.decompress(content[start.start() :], 10_000_000))
        except zlib.error:
            continue
    return found


def tells(content: bytes) -> bool:
    """Whether the canary is in there, however it is written."""
    return any(word in part for part in inflated(content) for word in spellings(CANARY))


def seen(content: bytes) -> list[tuple[int, int, int]]:
    """Colours in the middle of the four quarters."""
    image = camera.opened(content).convert("RGB")
    x, y = image.width // 4, image.height // 4
    places = ((x, y), (image.width - 1 - x, y), (x, image.height - 1 - y))
    return [image.getpixel(at) for at in (*places, (image.width - 1 - x, image.height - 1 - y))]


def check_published(files: dict[str, bytes], row: Row) -> None:
    for address, content in files.items():
        assert not tells(content), address
        for block in (b"Exif", b"EXIF", b"ICC_PROFILE", b"ICCP", b"http://ns.adobe", b"8BIM"):
            assert block not in content, address
        image = camera.opened(content)
        assert max(image.size) <= 16_383 and not image.getexif()
        if address.endswith(".jpg"):
            assert content.count(b"\xff\xd8\xff") == 1
            assert content.endswith(b"\xff\xd9")
    if row.patches:
        whole = [each for address, each in files.items() if address.endswith(".avif")]
        found = seen(max(whole, key=lambda content: camera.opened(content).width))
        far = max(
            abs(a - b)
            for pixel, wanted in zip(found, row.patches, strict=True)
            for a, b in zip(pixel, wanted, strict=True)
        )
        assert far <= row.tolerance, f"{found}, not {row.patches}"


@pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])
def test_every_file_ends_in_a_verdict(newsroom, tmp_path, capfd, row):
    content = row.make()
    assert not row.told or tells(content)
    path = tmp_path / "01.jpg"
    path.write_bytes(content)
    newsroom.published(tmp_path / "none.jpg", "none.jpg")  # so that a child is there
    alive = newsroom.children.pids()
    forget_peaks(alive)
    files, problem = newsroom.published(path, camera.NAME)
    code = problem.code if problem else ""
    assert row.verdict in (code, EITHER), problem
    if problem:
        worded(problem)
        assert problem.at == AT and camera.NAME in message(problem, "vi").text
    else:
        check_published(files, row)
    if code not in ("photo-crashed", "photo-too-slow"):
        assert alive <= newsroom.children.pids(), "a child was lost"
        assert peak(alive) <= row.megabytes
    assert capfd.readouterr() == ("", "")


def test_there_are_enough_of_them_and_no_two_alike():
    assert len(ROWS) >= 90
    assert len({row.name for row in ROWS}) == len(ROWS)


def test_nothing_can_take_twenty_seconds():
    assert limits.PHOTO_SECONDS + 1 < 20
