from __future__ import annotations

import random
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest

from bantin.vietnamese.people import Mention, mentions
from bantin.vietnamese.text import nfc
from vietnamese import gold

NEWS = Path(__file__).parents[2] / "news"
LETTERS = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
)
WORDS = (
    *("Giám đốc", "Phó", "Trưởng khoa", "Bí thư", "Bệnh viện", "Trung tâm", "Sở Y tế", "tỉnh"),
    *("Khoa Nhi", "kiêm", "nguyên", "các", "ông", "chị", "đồng chí", "cùng", "và", "là", "của"),
    *("ThS", "BSCKII", "bác sĩ", "PGS.TS", "TTƯT", "điều dưỡng", "Đại tá", "CKI", "T.S"),
    *("Nguyễn Văn An", "Trần Thị Bình", "Lê", "Hảo", "H'Hen Niê", "N.T.H.", "Kenji Tanaka"),
    *(",", ".", ":", ";", "–", "-", "(", ")", "“", "”", "|", "\n", "\n- ", "1.", "06/02/2026"),
)
ALPHABETS = {
    "letters": (*LETTERS, *LETTERS.upper(), " "),
    "punctuation": tuple(".,;:–—-()[]“”\"'’…/|*_#\n\t\u00a0 aBĐ"),
    "words": tuple(f"{word} " for word in WORDS),
    "glued-words": WORDS,
    "marks": ("\u0300", "\u0323", "\u031b", "\u0302", "a", "Ơ", "đ", " ", "\u200d", "İ", "ß"),
    "anything": tuple(map(chr, range(0xD800))),
}
RANDOM_LENGTH = 10_000


def drawn(name: str) -> str:
    rng = random.Random(name)
    pieces = rng.choices(ALPHABETS[name], k=RANDOM_LENGTH)
    return "".join(pieces)[:RANDOM_LENGTH]


TEXTS = [
    *(pytest.param(one.text, id=f"{one.file}:{one.about}") for one in gold.people()),
    *(
        pytest.param(file.read_text("utf-8"), id=str(file.relative_to(NEWS)))
        for file in sorted(NEWS.rglob("*.md"))
    ),
    *(pytest.param(drawn(name), id=name) for name in ALPHABETS),
]


def phrases(mention: Mention):
    yield mention.name
    for post in mention.posts:
        yield from filter(None, (post.role, post.organization))


@pytest.mark.parametrize("text", TEXTS)
def test_every_part_is_the_text_as_written(text):
    whole = nfc(text)
    for mention in mentions(text):
        assert 0 <= mention.start <= mention.name.start < mention.name.end <= mention.end
        assert mention.end <= len(whole)
        for phrase in phrases(mention):
            assert phrase.text == whole[phrase.start : phrase.end]
            assert phrase.text.strip() == phrase.text != ""


@pytest.mark.parametrize("text", TEXTS)
def test_mentions_stand_in_order_and_apart(text):
    for before, after in pairwise(mentions(text)):
        assert before.end <= after.start


@pytest.mark.parametrize("text", TEXTS)
def test_titles_are_the_text_as_written(text):
    whole = nfc(text)
    for block in (mention.titles for mention in mentions(text) if mention.titles):
        assert block.codes != ()
        assert whole[block.start : block.end].startswith(block.written)


@pytest.mark.parametrize("text", TEXTS)
def test_a_short_form_refers_to_a_full_one_before_it(text):
    found = mentions(text)
    for place, mention in enumerate(found):
        if mention.refers_to is not None:
            assert mention.form == "short"
            assert mention.refers_to < place
            assert found[mention.refers_to].form == "full"


@pytest.mark.parametrize("text", TEXTS)
def test_normal_forms_are_read_alike(text):
    assert mentions(unicodedata.normalize("NFD", text)) == mentions(nfc(text))
