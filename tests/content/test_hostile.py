"""Damage at random: whatever a file holds, reading it ends in problems with a place in it."""

from __future__ import annotations

import random

import pytest
from bulletins import read
from test_decode import WHOLE

from bantin import locale

PIECES = (
    *(
        ": ",
        ":",
        "- ",
        "-",
        "---\n",
        "\n",
        "\r",
        "\t",
        " ",
        '"',
        "'",
        "“",
        "”",
        "[",
        "]",
        "{",
        "}",
    ),
    *("&a ", "*a", "!x ", "!!int ", "#", "|", ">", "?", "%", "@", "`", "\\", ",", "~", "null"),
    *(
        "<<: ",
        "...\n",
        "—",
        "•",
        "9" * 30,
        "\x00",
        "\x1b",
        "\x85",
        "\u00a0",
        "\u200b",
        "\u2028",
    ),
    *("\ud800", "\uffff", "\U0001ffff", "😀", "e\u0302\u0323", "title: ", "embargo:\n", '"\\x'),
)
BYTES = (b"\xff", b"\xfe", b"\x80", b"\xc0\xaf", b"\xe1\xbb", b"\xf4\x90\x80\x80", b"\x00" * 90)


def damaged(chance: random.Random) -> bytes:
    characters = list(WHOLE)
    for _ in range(chance.randint(1, 4)):
        here, there = (chance.randrange(len(characters)) for _ in range(2))
        match chance.randrange(4):
            case 0:
                del characters[here : here + chance.randint(1, 8)]
            case 1:
                characters.insert(here, chance.choice(PIECES))
            case 2:
                characters[here] = chance.choice(PIECES)
            case _:
                characters[here], characters[there] = characters[there], characters[here]
    content = "".join(characters).encode("utf-8", "surrogatepass")
    if chance.random() < 0.1:
        here = chance.randrange(len(content))
        content = content[:here] + chance.choice(BYTES) + content[here:]
    return content


def lines_of(content: bytes) -> int:
    return len(content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"))


@pytest.mark.parametrize("seed", range(6))
def test_a_damaged_bulletin_is_read_or_refused_with_a_place(seed):
    chance = random.Random(seed)
    for _ in range(500):
        content = damaged(chance)
        for problem in read(content).problems:
            assert 1 <= problem.at.line <= lines_of(content), content
            assert problem.at.column >= 1, content
            for lang in locale.LANGUAGES:
                message = locale.message(problem, lang)
                shown = (message.text + message.hint).replace("\u00a0", " ")
                assert shown.isprintable(), content


@pytest.mark.parametrize("seed", range(2))
def test_noise_is_refused(seed):
    chance = random.Random(seed)
    for _ in range(300):
        noise = "".join(chance.choices(PIECES, k=chance.randint(0, 40)))
        content = f"---\n{noise}\n---\n".encode("utf-8", "surrogatepass")
        assert read(content).problems, content
