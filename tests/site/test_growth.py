"""A bulletin's page costs the same in a small site and in a large one."""

from __future__ import annotations

from datetime import date, timedelta

from newsrooms import SETTINGS, Newsroom

FIRST = date(2026, 1, 5)
SERIES = "      series:\n        giao-ban: {vi: Giao ban, en: Briefing}\n"
PEOPLE = "- {id: an, name: Trần Thị An}\n- {id: binh, name: Lê Văn Bình}\n"
ORGANIZATIONS = "- {id: so, name: Sở Y tế tỉnh Thanh Vân}\n"


def written(room: Newsroom, first: int, last: int) -> None:
    """Bulletins for a run of days; the number tells the day.

    All have a tag and an institution, every other one the same person, every tenth the series.
    """
    for number in range(first, last):
        day = FIRST + timedelta(days=number)
        body = f"Lời thứ {number}.\n\n## Mục\n\n- một\n- hai"
        name = "Trần Thị An" if number % 2 else "Lê Văn Bình"
        more = ["series: giao-ban"] if number % 10 == 0 else []
        room.bulletin(
            f"{day.year}/tin-{number + 200}",
            "tags: [giao ban]",
            f"participants: [BS {name} – Phó Giám đốc, Sở Y tế tỉnh Thanh Vân]",
            *more,
            date=day.isoformat(),
            body=body,
        )


def test_a_page_is_the_same_among_100_and_among_200(tmp_path):
    room = Newsroom(tmp_path, SETTINGS + SERIES)
    room.write("news/_registry/people.yml", PEOPLE)
    room.write("news/_registry/organizations.yml", ORGANIZATIONS)
    written(room, 45, 156)
    small = room.built()
    written(room, 0, 200)
    large = room.built()
    inner = [f"news/2026/tin-{number + 200}/index.html" for number in range(91, 110)]
    assert b'class="series-box"' in small["news/2026/tin-300/index.html"]
    assert all(small[name].count(b'class="reason"') == 4 for name in inner)
    assert {name: large[name] for name in inner} == {name: small[name] for name in inner}
    assert large["news/2026/tin-245/index.html"] != small["news/2026/tin-245/index.html"]
    assert len(large) > len(small) + 80
