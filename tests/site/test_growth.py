"""A bulletin's page costs the same in a small site and in a large one."""

from __future__ import annotations

from datetime import date, timedelta

from newsrooms import Newsroom

FIRST = date(2026, 1, 5)


def written(room: Newsroom, first: int, last: int) -> None:
    """Bulletins for a run of days; the number tells the day."""
    for number in range(first, last):
        day = FIRST + timedelta(days=number)
        body = f"Lời thứ {number}.\n\n## Mục\n\n- một\n- hai"
        room.bulletin(f"{day.year}/tin-{number + 200}", date=day.isoformat(), body=body)


def test_a_page_is_the_same_among_20_and_among_200(tmp_path):
    room = Newsroom(tmp_path)
    written(room, 90, 110)
    small = room.built()
    written(room, 0, 200)
    large = room.built()
    inner = [f"news/2026/tin-{number + 200}/index.html" for number in range(91, 109)]
    assert {name: large[name] for name in inner} == {name: small[name] for name in inner}
    assert large["news/2026/tin-290/index.html"] != small["news/2026/tin-290/index.html"]
    assert len(large) > len(small) + 180
