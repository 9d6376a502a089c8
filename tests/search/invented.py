"""Invented documents that look like Vietnamese news, and some that nobody would write."""

from __future__ import annotations

import random

from bantin.search import Document, Thumbnail

_SYLLABLES = """
bệnh viện nhi trung ương hội nghị sơ kết công tác chỉ đạo tuyến hòa hoà Thúy Thuý phòng khám đào
tạo tập huấn kỹ thuật vĩnh phúc Đỗ Mạnh Toàn Phan Kim Trọng điều dưỡng bác sĩ BSCKII ThS.BS
(TTYT) “sức khỏe” người dân, địa-phương 06/02/2026 12,5% và các được trong cho với đã là có"""
SYLLABLES = _SYLLABLES.split()
COMMON = "và bệnh viện của người bệnh"


def passage(rng: random.Random, words: int) -> str:
    return " ".join(rng.choices(SYLLABLES, k=words))


def bulletin(number: int, year: int, seed: object = "") -> Document:
    """One of a year; another seed, another text."""
    rng = random.Random(f"{number} {year} {seed}")
    day = f"{year}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    people = rng.sample(["p1", "p2", "p3", "p4"], 2)
    return Document(
        address=f"/news/{year}/bai-{number}/",
        title=f"{passage(rng, 7)} {number}",
        lang=rng.choice(["vi", "vi", "en"]),
        year=year,
        date=day,
        date_text=day,
        category=rng.choice(["", "hop-tac", "dao-tao"]),
        category_text="Hợp tác",
        photos=3,
        thumbnail=rng.choice([None, Thumbnail("/images/a.avif", "/images/a.jpg")]),
        facts=(passage(rng, 5), passage(rng, 3)),
        captions=((1, passage(rng, 6)), (3, passage(rng, 5))),
        text=(COMMON, *(passage(rng, 15) for _ in range(3)), f"riêng{number} bài này"),
        title_dates=(day,) if rng.random() < 0.2 else (),
        facts_dates=(day, day[:7]),
        text_dates=(f"--{day[5:]}",),
        words=(passage(rng, 2),),
        people=tuple(people),
        organizations=("o1",) if rng.random() < 0.5 else (),
    )


def bulletins(count: int, years: int = 1, seed: object = "") -> list[Document]:
    """The oldest first; the newest year is 2026."""
    first = 2027 - years
    return [bulletin(number, first + number * years // count, seed) for number in range(count)]


def page(number: int, text: str = "Đường đến bệnh viện, sân trước") -> Document:
    return Document(f"/docs/{number}/", f"Liên hệ {number}", "vi", text=(text, "và của"))


def odd(name: str, text: str) -> Document:
    return Document(
        address=f"/news/2026/{name}/",
        title=text,
        lang="vi",
        year=2026,
        facts=(text,),
        captions=((1, text),),
        text=(text, f"a {text} b"),
        people=(text[:20],),
    )


HOSTILE = [
    odd("long", "x" * 10_000),
    odd("marks", "a" + "\u0301" * 10_000),
    odd("control", "".join(map(chr, range(32))) + "a\x00b\x1ec\x0cd\x7f\x85e"),
    odd("surrogates", "a\ud83d b\udc00c \ud800\udfff"),
    odd("planes", "😀 𝐀𝐁 日本 𠀀字 đ😀đ"),
    odd("nothing", ""),
    odd("spaces", " \t\n\u3000\u200b "),
    odd("signs", "!a #2026-01-01 ~b c !!! ~~~ \"'\\ </script> {{x}}"),
    odd("folding", "ﬃ ß ŉ ǰ İSTANBUL ẞ Σίσυφος ½ ² Ⅷ"),
    odd("scripts", "Привет ελληνικά עברית العربية ไทย 한국어"),
    odd("many", " ".join(f"w{number}" for number in range(70_000))),
    odd("again", "a b " * 20_000),
]
