"""What readers find: the engine that browsers run, over an index that a build has written."""

from __future__ import annotations

import base64
import json
import random
import unicodedata
import zlib
from pathlib import Path

import pytest
from readers import Site, addresses, bulletin, run
from shelves import Shelf

from bantin.cache import Cache
from bantin.model import Name
from bantin.search import Labels
from bantin.search.overlay import Preview

TABLE = json.loads((Path(__file__).parent / "words.json").read_text("utf-8"))
HOSTILE = {
    "long": "hội nghị " * 1200,
    "one long word": "a" * 10_000,
    "expression": "(hoi|nghi)*.+?[a-z]{2,}\\b^$\\",
    "markup": "</script><img src=x onerror=alert(1)>",
    "control": "\x00\x01#2026-02-06\x00\x1b[31m hoi\x7f",
    "half": "\ud83d hoi \udc00 nghi",
    "emoji": "😀🎉 👩‍⚕️",
    "signs": "!!! ??? … ### ~~~ !hoi ~hoi nghi #--02-06",
    "quote": '"',
    "quotes": '"" “” «» „',
    "nothing": "",
    "spaces": " \t\n\u00a0\u200b",
    "marks": "\u0301\u0301\u0301",
    "many": " ".join("abcdefghijklmnopqrstuvwxyz"),
    "names of objects": "__proto__ constructor toString hasOwnProperty",
}


@pytest.fixture
def site(node: str, tmp_path: Path) -> Site:
    return Site(node, tmp_path / "search")


def test_words_are_those_of_the_index(node):
    answers = run(node, *({"words": text} for text in TABLE))
    told = [[[plain, accent] for plain, accent, _ in words] for words in answers]
    assert told == [entry["words"] for entry in TABLE.values()]


def test_title_before_facts_before_captions_before_text_then_the_newest(site):
    site.publish(
        [
            bulletin("title", "Phan Kim Trọng"),
            bulletin("facts", facts=("Phan Kim Trọng",)),
            bulletin("caption", captions=((3, "Phan Kim Trọng"),)),
            bulletin("text", "", "Phan Kim Trọng"),
            bulletin("newer", "", "Phan Kim Trọng"),
        ]
    )
    (found,) = site.ask("phan kim trong")
    assert addresses(found) == ["title", "facts", "caption", "newer", "text"]
    assert [one["field"] for one in found["results"]] == [8, 4, 2, 1, 1]


def test_words_that_stand_together_before_words_apart(site):
    site.publish(
        [
            bulletin("together", "", "Hội nghị sơ kết công tác tuyến."),
            bulletin("apart", "Hội nghị", "Buổi sơ kết."),
        ]
    )
    assert site.found("hoi nghi so ket") == ["together", "apart"]


def test_typed_accents_first_and_only_those_typed(site):
    site.publish(
        [bulletin("hoa", "Lê Hoa"), bulletin("hoà", "Lê Hòa"), bulletin("hoả", "Lê Hoả")]
    )
    assert site.found("lê hoà") == ["hoà", "hoả", "hoa"]
    assert site.found("Lê Hòa") == ["hoà", "hoả", "hoa"]
    assert site.found("le hoa") == ["hoả", "hoà", "hoa"]


def test_pages_of_docs_last_and_own_language_first_among_equals(site):
    site.publish(
        [
            bulletin("page", "Hiến máu", year=0),
            bulletin("tin", "Hiến máu"),
            bulletin("news", "Hiến máu", lang="en"),
        ]
    )
    assert site.found("hien mau", lang="vi") == ["tin", "news", "page"]
    assert site.found("hien mau", lang="en") == ["news", "tin", "page"]


def test_two_subjects_anywhere_in_a_document(site):
    site.publish(
        [
            bulletin("both", "Hiến máu", "Có Phan Kim Trọng."),
            bulletin("one", "Phan Kim Trọng"),
            bulletin("other", "Hiến máu"),
        ]
    )
    assert site.found("phan kim trong hien mau") == ["both"]
    assert site.found("hien mau phan kim trong") == ["both"]


def test_a_chance_neighbourhood_hides_no_document(site):
    both = "Kiểm soát nhiễm khuẩn theo dõi từ xa.", "Trung tâm Y tế Bình Xuyên."
    chance = "Kiểm soát nhiễm khuẩn trung tâm y tế Bình Xuyên."
    site.publish([bulletin("both", "", *both), bulletin("chance", "", chance)])
    found = site.found("kiem soat nhiem khuan trung tam y te binh xuyen")
    assert sorted(found) == ["both", "chance"]


def test_a_word_beside_a_name_that_it_never_follows(site):
    site.publish(
        [bulletin("both", "Marathon", "Có Phan Kim Trọng."), bulletin("one", "Phan Kim Trọng")]
    )
    assert site.found("phan kim trong marathon") == ["both"]
    assert site.found("marathon phan kim trong") == ["both"]


def test_the_last_word_may_be_a_beginning_while_one_types(site):
    site.publish([bulletin("trong", "Phan Kim Trọng"), bulletin("tro", "Phan Kim Trò")])
    assert site.found("phan kim tro", typing=True) == ["tro", "trong"]
    assert site.found("phan kim t", typing=True) == ["tro", "trong"]
    assert site.found("tron", typing=True) == ["trong"]
    assert site.found("phan kim tro ", typing=True) == ["tro"]
    assert site.found("phan kim tro") == ["tro"]


TYPOS = [
    "phan kim trog",
    "phan kim tronng",
    "phan kim teong",
    "phan kim rtong",
    "phaan kim trong",
    "fhan kim trong",
    "phan im trong",
    "phan jim trong",
    "phan kin trong",
    "Phan Kìm Trọngg",
]


def test_one_wrong_letter_is_repaired_and_said(site):
    site.publish(
        [bulletin("name", "Phan Kim Trọng"), bulletin("other", "Áp kín vết thương im")]
    )
    answers = site.ask(*TYPOS, typing=True)
    told = [(addresses(found), found["repaired"]) for found in answers]
    assert dict(zip(TYPOS, told, strict=True)) == dict.fromkeys(
        TYPOS, (["name"], "phan kim trong")
    )


def test_a_single_mistyped_word(site):
    site.publish([bulletin("a", "Marathon"), bulletin("b", "Marathon")])
    (found,) = site.ask("maraton")
    assert (addresses(found), found["repaired"]) == (["b", "a"], "marathon")


@pytest.mark.parametrize("typed", ["hieens maus", "Hieens masu", "hieesn maus", "hiến maus"])
def test_keys_of_a_vietnamese_keyboard_that_was_off(site, typed):
    site.publish([bulletin("a", "Hiến máu tình nguyện"), bulletin("b", "Hiện mẫu")])
    (found,) = site.ask(typed)
    assert (addresses(found)[0], found["repaired"], found["complete"]) == (
        "b",
        "hien mau",
        True,
    )


def test_known_words_are_not_exchanged_where_a_document_has_them_all(site):
    other = bulletin("other", "", "Tiêm chủng phòng bệnh.")
    site.publish([bulletin("typed", "Tiêm chủng", "Có đau không?"), other])
    (found,) = site.ask("tiem chung khong")
    assert (addresses(found), found["repaired"]) == (["typed"], "")


def test_a_rare_word_counts_more_than_usual_ones_among_the_nearest(site):
    text = "Tháng bảy. Lớp học. " + " ".join(f"từ{at}" for at in range(150))
    usual = [bulletin(f"{at:02}", f"Lớp số {at}", text) for at in range(30)]
    site.publish([*usual, bulletin("rare", "Khoá PALS")])
    assert site.found("lop pals thang bay sang")[0] == "rare"


def test_days_are_never_repaired(site):
    site.publish([bulletin("a", "", "Nay 25 tháng 4 năm 2019 lần thứ hai.")])
    (found,) = site.ask("ngày 25 tháng 4 năm 2020")
    assert found["repaired"] == ""


def test_what_is_spelt_right_is_not_repaired(site):
    site.publish([bulletin("an", "", "Nguyễn Thị An"), bulletin("lan", "Nguyễn Thị Lan")])
    (found,) = site.ask("nguyen thi an")
    assert (addresses(found), found["repaired"]) == (["an"], "")


def test_nearest_documents_where_none_has_all_words(site):
    site.publish([bulletin("most", "Hội nghị sơ kết"), bulletin("little", "Hội trường")])
    (found,) = site.ask("hội nghị sơ kết xyzzy")
    assert (addresses(found), found["complete"]) == (["most"], False)
    (found,) = site.ask("xyzzy qwerty")
    assert (found["total"], found["complete"]) == (0, False)


@pytest.mark.parametrize("query", ['"kim trọng phan"', "“kim trong phan”", "«kim trọng phan»"])
def test_quoted_words_stand_together(site, query):
    apart = bulletin("apart", "", "Kim Trọng.", "Trọng Phan.", "Trọng Phan và Kim Trọng")
    site.publish([apart, bulletin("phrase", "", "Ông Kim Trọng Phan.")])
    assert site.found(query) == ["phrase"]
    assert sorted(site.found(query.strip('"“”«»'))) == ["apart", "phrase"]


DAYS = [
    "06/02/2026",
    "6-2-2026",
    "6.2.2026",
    "2026-02-06",
    "06/02/26",
    "6/2",
    "ngày 6 tháng 2 năm 2026",
    "ngay 6 thang 2 nam 2026",
    "mồng 6 tháng 2",
    "6 tháng 2",
    "tháng 2 năm 2026",
    "tháng 2/2026",
    "02/2026",
    "2026-02",
    "6 February 2026",
    "Feb 6, 2026",
    "February 2026",
    "sơ kết ngày 6/2/2026",
]


def test_a_day_in_every_spelling(site):
    days = ("2026-02-06", "2026-02", "--02-06")
    site.publish(
        [
            bulletin("day", "Sơ kết", facts_dates=days),
            bulletin(
                "other",
                "Sơ kết",
                "6 2 2026 02",
                facts_dates=("2025-07-11", "2025-07", "--07-11"),
            ),
        ]
    )
    answers = site.ask(*DAYS, typing=True)
    told = [addresses(found) for found in answers]
    assert dict(zip(DAYS, told, strict=True)) == {query: ["day"] for query in DAYS}


def test_an_impossible_day_and_a_fraction_are_words(site):
    site.publish([bulletin("words", "", "Phòng 31/02/2026, tỉ lệ 3/4.")])
    assert site.found("31/02/2026") == ["words"]
    assert site.found("tỉ lệ 3/4") == ["words"]


def crowd(count: int = 300) -> list:
    many = [bulletin(f"{at:03}", f"Tin số {at}", "Bệnh viện Sản Nhi.") for at in range(count)]
    return [
        *many,
        bulletin("title", "Bệnh viện", year=2025),
        bulletin("rare", "", "Bệnh viện Mắt."),
    ]


def test_very_many_texts_are_all_counted_when_everything_is_asked_for(site):
    site.publish(crowd())
    some, everything = site.ask(
        {"search": "benh vien", "options": {"limit": 1}},
        {"search": "benh vien", "options": {"limit": 1, "everything": True}},
    )
    assert (addresses(some), some["exact"]) == (["title"], False)
    assert (everything["total"], everything["exact"]) == (302, True)


def test_texts_kept_apart_are_fetched_where_results_are_few(site):
    site.publish(crowd())
    found = site.found("benh vien", limit=3)
    assert found == ["title", "rare", "299"]
    assert site.found("benh vien mat") == ["rare"]
    assert site.found('"sản nhi"', limit=2) == ["299", "298"]


def test_a_word_dropped_from_old_texts_excludes_none_of_them(site):
    site.publish([bulletin("old", "Marathon", "Bệnh viện."), *crowd()])
    assert site.found("marathon vien") == ["old"]


def test_segments_are_one_archive(site):
    years = [bulletin(f"{year}", "Hiến máu", year=year) for year in (2023, 2024, 2025, 2026)]
    site.publish([*years, bulletin("page", "Hiến máu", year=0)])
    (found,) = site.ask("hien mau")
    assert addresses(found) == ["2026", "2025", "2024", "2023", "page"]
    assert (found["total"], found["exact"]) == (5, True)


def test_a_previews_overlay_hides_what_it_replaces(site, tmp_path):
    before = [bulletin("a", "Hiến máu"), bulletin("b", "Hiến máu"), bulletin("c", "Hiến máu")]
    preview = Preview(Cache(tmp_path / "cache"))
    preview.update(Shelf(before))
    index = preview.update(
        Shelf([bulletin("a", "Hiến máu đợt hai"), bulletin("c", "Hiến máu")])
    )
    for path, content in index.files.items():
        (site.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (site.folder / path).write_bytes(content)
    assert sorted(site.found("hien mau")) == ["a", "c"]
    assert site.found("dot hai") == ["a"]


def test_filters_and_their_counts(site):
    labels = Labels(
        {"hop-tac": Name("Hợp tác", "Partnership")}, {"trong": "Phan Kim Trọng"}, {}
    )
    site.publish(
        [
            bulletin("a", "Hiến máu", year=2025, category="hop-tac", people=("trong",)),
            bulletin("b", "Hiến máu", year=2026, category="hop-tac"),
            bulletin("c", "Hiến máu", year=2026),
        ],
        labels,
    )
    every, narrow, both = site.ask(
        {"search": "hien mau", "options": {"facets": True}},
        {"search": "hien mau", "options": {"facets": True, "only": {"category": ["hop-tac"]}}},
        {
            "search": "hien mau",
            "options": {"only": {"category": ["hop-tac"], "year": ["2026", "2024"]}},
        },
    )
    assert every["facets"]["category"] == [
        {"id": "hop-tac", "label": "Hợp tác", "labelEn": "Partnership", "count": 2}
    ]
    assert [(one["id"], one["count"]) for one in every["facets"]["year"]] == [
        ("2026", 2),
        ("2025", 1),
    ]
    assert [one["label"] for one in every["facets"]["person"]] == ["Phan Kim Trọng"]
    assert addresses(narrow) == ["b", "a"]
    assert [(one["id"], one["count"]) for one in narrow["facets"]["year"]] == [
        ("2026", 1),
        ("2025", 1),
    ]
    assert narrow["facets"]["category"][0]["count"] == 2
    assert addresses(both) == ["b"]


def test_by_date_and_page_by_page(site):
    site.publish(
        [
            bulletin("old", "Hiến máu"),
            bulletin("new", "", "Hiến máu"),
            bulletin("p", "Hiến máu", year=0),
        ]
    )
    assert site.found("hien mau") == ["old", "p", "new"]
    assert site.found("hien mau", sort="date") == ["new", "old", "p"]
    assert site.found("hien mau", sort="date", limit=1, offset=1) == ["old"]


def test_a_result_says_all_that_is_shown(site):
    more = {
        "date_text": "ngày 6 tháng 2",
        "category": "x",
        "category_text": "Hợp tác",
        "photos": 7,
    }
    site.publish([bulletin("a/b/", "Hiến máu", **more)])
    (found,) = site.ask("hiến máu")
    (one,) = found["results"]
    shown = {
        key: one[key] for key in ("address", "title", "date", "dateText", "category", "photos")
    }
    assert shown == {
        "address": "a/b/",
        "title": "Hiến máu",
        "date": "2026-02-06",
        "dateText": "ngày 6 tháng 2",
        "category": "Hợp tác",
        "photos": 7,
    }
    assert (one["thumbnail"], one["spelt"], one["lang"]) == (None, True, "vi")


def test_no_file_is_fetched_twice(site):
    site.publish(crowd())
    first, again = site.ask("benh vien mat", "benh vien mat")
    assert len(first["fetched"]) == len(set(first["fetched"]))
    assert again["fetched"] == []


def test_a_long_title_needs_few_files(site):
    title = "Hội nghị sơ kết công tác tuyến sáu tháng đầu năm và triển khai nhiệm vụ trọng tâm"
    noise = [bulletin(f"{at}", f"Tin {at}", spread(at)) for at in range(20)]
    site.publish([*noise, bulletin("title", title)])
    (found,) = site.ask(title)
    assert addresses(found) == ["title"]
    shards = [path for path in found["fetched"] if path.startswith("terms/")]
    assert len(shards) < 10  # some leaves, and shards of five pairs, not of fifteen


def spread(number: int) -> str:
    """Words of their own, so that an index has many shards."""
    letters = "abcdeghiklmnopqrstuvxy"
    chance = random.Random(number)
    return " ".join("".join(chance.choices(letters, k=5)) for _ in range(1500))


class TestDamage:
    @pytest.fixture
    def asked(self, site) -> Site:
        site.publish([bulletin("a", "Hiến máu", "Một câu."), bulletin("b", "Hiến máu")])
        return site

    def shards(self, site: Site) -> list[Path]:
        leaf = json.loads((site.folder / "manifest.json").read_text())["segments"][0]["leaves"][
            0
        ][1]
        names = json.loads(
            zlib.decompress((site.folder / "terms" / f"{leaf}.bin").read_bytes())
        )["names"]
        return [
            site.folder / "terms" / f"{names[at : at + 10]}.bin"
            for at in range(0, len(names), 10)
        ]

    def test_a_cut_file(self, asked):
        for file in self.shards(asked):
            file.write_bytes(file.read_bytes()[:-3])
        (found,) = asked.ask("hien mau")
        assert found["error"] == "damaged"

    def test_another_files_content(self, asked):
        for file in self.shards(asked):
            file.write_bytes(zlib.compress(b"\x05\xff\xff\xff\x7f\x00nonsense"))
        (found,) = asked.ask("hien mau")
        assert found["error"] == "damaged"

    def test_every_changed_byte_of_a_shard_is_noticed_or_harmless(self, asked):
        file = self.shards(asked)[0]
        whole = zlib.decompress(file.read_bytes())
        for at in range(0, len(whole), max(1, len(whole) // 10)):
            file.write_bytes(
                zlib.compress(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
            )
            (found,) = asked.ask("hien mau")
            assert found.get("error", "damaged") == "damaged"

    def test_a_damaged_copy_is_fetched_anew(self, asked):
        for file in self.shards(asked):
            Path(f"{file}.fresh").write_bytes(file.read_bytes())
            file.write_bytes(b"")
        (found,) = asked.ask("hien mau")
        assert addresses(found) == ["b", "a"]

    def test_a_missing_file(self, asked):
        for file in self.shards(asked):
            file.unlink()
        (found,) = asked.ask("hien mau")
        assert found["error"] == "damaged"

    def test_a_site_published_anew_meanwhile(self, asked, tmp_path):
        new = Site(asked.node, tmp_path / "new")
        new.publish([bulletin("c", "Marathon hiến máu")])
        first, then = asked.ask("hien mau", {"search": "marathon", "folder": str(new.folder)})
        assert (addresses(first), addresses(then)) == (["b", "a"], ["c"])

    def test_off_line_and_on_line_again(self, asked):
        off, on, again = asked.ask(
            {"search": "hien mau", "offline": True}, "hien mau", "mot cau"
        )
        assert off["error"] == "offline"
        assert (addresses(on), addresses(again)) == (["b", "a"], ["a"])

    @pytest.mark.parametrize(
        ("manifest", "code"),
        [
            ('{"format": 2, "common": "", "segments": []}', "format"),
            ("<!doctype html>", "damaged"),
            ('{"format": 1}', "damaged"),
            ('{"format": 1, "common": "", "segments": [{"documents": 1}]}', "damaged"),
        ],
    )
    def test_a_manifest_that_is_none(self, asked, manifest, code):
        (asked.folder / "manifest.json").write_text(manifest)
        (found,) = asked.ask("hien mau")
        assert found["error"] == code


@pytest.mark.parametrize("options", [{}, {"typing": True, "everything": True, "facets": True}])
def test_hostile_questions_are_answered_calmly(site, options):
    site.publish([bulletin("a", "Hội nghị", "Toán tử.")])
    for name, found in zip(HOSTILE, site.ask(*HOSTILE.values(), **options), strict=True):
        assert "error" not in found, name
        assert len(found["words"]) <= 16, name
        assert len(found["fetched"]) < 20, name


def test_an_index_of_nothing(site):
    site.publish([])
    assert site.found("hội nghị", typing=True, facets=True) == []


class TestMarks:
    @pytest.mark.parametrize(
        ("query", "text", "marked"),
        [
            ("phan kim trong", "BSCKII. Phan Kim Trọng, Giám đốc", ["Phan Kim Trọng"]),
            (
                "Phan Kim Trọng",
                unicodedata.normalize("NFD", "Ông Phan Kim Trọng"),
                ["Phan Kim Trọng"],
            ),
            ("hoi nghi so ket", "Hội nghị: sơ kết. Hội trường, một số", ["Hội nghị: sơ kết"]),
            ("do manh toan", "ĐỖ MẠNH TOÀN – Toàn thể", ["ĐỖ MẠNH TOÀN"]),
            ("bsckii", "ThS.BSCKII", ["BSCKII"]),
            ("06/02/2026", "Sáng ngày 6 tháng 2 năm 2026, tại", ["ngày 6 tháng 2 năm 2026"]),
            ("tháng 2 năm 2026", "hôm 6/2/2026 và 7/3", ["6/2/2026"]),
            ("hien mau binh xuyen", "Bình Xuyên hiến máu", ["Bình Xuyên", "hiến máu"]),
            ("<b>", "a < b > c <b>", ["b", "b"]),
            ("", "Hội nghị", []),
        ],
    )
    def test_words_as_they_stand_there(self, node, query, text, marked):
        (found,) = run(node, {"marks": text, "read": query})
        assert [unicodedata.normalize("NFC", one) for one in found] == marked

    def test_the_whole_word_of_a_beginning_and_the_repaired_words(self, site):
        site.publish([bulletin("a", "Phan Kim Trọng")])
        begun, repaired = site.ask(
            {"search": "phan kim tr", "options": {"typing": True}, "sentences": True},
            {"search": "phan jim trong", "sentences": True},
        )
        assert begun["results"][0]["marked"] == ["Phan Kim Trọng"]
        assert repaired["results"][0]["marked"] == ["Phan Kim Trọng"]

    def test_a_caption_where_the_words_stand_in_captions(self, site):
        site.publish(
            [bulletin("a", "", "Phan Kim.", captions=((7, "Ông Phan Kim Trọng phát biểu"),))]
        )
        (found,) = site.ask({"search": "phan kim trong", "sentences": True})
        told = found["results"][0]["excerpt"]
        assert (told["kind"], told["photo"]) == ("caption", 7)

    def test_the_sentence_with_most_of_the_words(self, node):
        first = "Hội nghị diễn ra sáng nay. " + "Nhiều đại biểu dự. " * 20
        text = first + "Hội nghị sơ kết của BSCKII. Phan Kim Trọng kết thúc tốt đẹp. " + first
        (told,) = run(node, {"excerpt": {"text": [first, text]}, "query": "hoi nghi so ket"})
        assert told["text"].startswith("Hội nghị sơ kết của BSCKII. Phan Kim Trọng")
        assert told["marks"] == ["Hội nghị sơ kết"]
        assert len(told["text"]) <= 202

    def test_a_long_sentence_is_cut_between_words_around_the_marks(self, node):
        text = "từ đầu " * 60 + "Phan Kim Trọng " + "đến cuối " * 60
        (told,) = run(node, {"excerpt": {"text": [text]}, "query": "phan kim trong"})
        body = told["text"].strip("… ")
        assert told["marks"] == ["Phan Kim Trọng"]
        assert 150 < len(told["text"]) <= 204
        assert set(body.split()) <= set(text.split())

    def test_most_of_the_words_behind_thousands_of_some(self, node):
        text = "hội nghị " * 20_000 + "hội nghị sơ kết"
        (told,) = run(node, {"excerpt": {"text": [text]}, "query": "hoi nghi so ket"})
        assert told["text"].endswith("hội nghị sơ kết")
        assert told["marks"][-1] == "hội nghị sơ kết"

    def test_nothing_where_no_word_stands(self, node):
        assert run(node, {"excerpt": {"text": ["Không có"]}, "query": "phan kim"}) == [None]


def test_inflate_of_old_browsers(node, site):
    chance = random.Random(6)
    contents = [
        b"",
        b"a",
        bytes(range(256)) * 300,
        "Hội nghị sơ kết ".encode() * 5000,
        chance.randbytes(70_000),
        bytes(chance.choices(b"abcdefgh ", k=50_000)),
    ]
    packed = [zlib.compress(content, level) for content in contents for level in (0, 1, 6, 9)]
    steps = [{"inflate": base64.b64encode(one).decode()} for one in packed]
    assert [base64.b64decode(one) for one in run(node, *steps)] == [
        c for c in contents for _ in range(4)
    ]


def test_inflate_refuses_damaged_bytes(node):
    whole = zlib.compress("Hội nghị sơ kết công tác tuyến ".encode() * 50)
    cut = [whole[:at] for at in range(0, len(whole), 3)]
    changed = [
        whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :] for at in range(len(whole))
    ]
    steps = [
        {"inflate": base64.b64encode(one).decode()} for one in [*cut, whole + b"x", *changed]
    ]
    answers = run(node, *steps)
    harmless = base64.b64encode(zlib.decompress(whole)).decode()  # in what only fills a byte
    assert set(answers[: -len(changed)]) == {None}
    assert set(answers) <= {None, harmless}
    assert answers.count(harmless) < 3


def test_the_same_is_found_with_the_inflate_of_old_browsers(site):
    site.publish(crowd())
    plain, old = site.ask(
        "benh vien mat", {"search": "benh vien mat", "anew": True, "inflated": True}
    )
    assert addresses(plain) == addresses(old) == ["rare"]


SYLLABLES = (
    "an bình cường dũng đức giang hà hải hoà hồng khánh lan liên minh nam ngọc phúc quý sơn tâm"
)


def test_every_phrase_is_found_wherever_it_stands(site):
    """Against a search through the plain texts of 400 made-up documents."""
    chance = random.Random(2026)
    syllables = SYLLABLES.split()
    texts = {f"{at:03}": " ".join(chance.choices(syllables, k=40)) for at in range(400)}
    site.publish(
        bulletin(address, text[:30], text, year=2024 + at % 3)
        for at, (address, text) in enumerate(texts.items())
    )
    phrases = [
        " ".join(chance.choice(list(texts.values())).split()[at : at + length])
        for at, length in ((at % 30, 2 + at % 4) for at in range(40))
    ]
    answers = site.ask(*phrases, limit=400, everything=True)
    for phrase, found in zip(phrases, answers, strict=True):
        right = {address for address, text in texts.items() if f" {phrase} " in f" {text} "}
        assert right <= set(addresses(found)), phrase


PAGE = {"everything": True, "facets": True, "lang": "vi"}
"""How the page of results asks."""


def test_more_results_come_behind_those_that_are_there(site):
    """Equals in two languages: whatever is shown of them, nothing moves and nothing is lost."""
    site.publish(
        [
            bulletin(f"{at:02}", "Hội nghị sơ kết", lang="en" if at % 3 else "vi")
            for at in range(50)
        ]
    )
    some, more, rest = site.ask(
        *(
            {"search": "hoi nghi so ket", "options": {**PAGE, **part}}
            for part in ({"limit": 20}, {"limit": 40}, {"limit": 20, "offset": 20})
        )
    )
    assert addresses(more) == addresses(some) + addresses(rest)
    assert [result["lang"] for result in more["results"]] == ["vi"] * 17 + ["en"] * 23


def test_how_many_there_are_does_not_depend_on_how_many_are_shown(site):
    """`của` is usual: documents without it are listed where few have everything."""
    usual = " ".join(
        f"{one}{two}{three}" for one in "bcdghklmnprstvx" for two in "aeiou" for three in "nm"
    )
    site.publish(
        [
            *(bulletin(f"a{at:02}", "", "Phẫu thuật của khoa ngoại") for at in range(25)),
            *(
                bulletin(f"b{at:02}", "", "Phẫu thuật tại khoa", "việc riêng")
                for at in range(60)
            ),
            *(bulletin(f"c{at:03}", "", "Chương trình của tỉnh", usual) for at in range(150)),
        ]
    )
    asked = (
        {"search": "phẫu thuật của", "options": {**PAGE, "limit": 20 * page}}
        for page in (1, 2, 3)
    )
    assert len({found["total"] for found in site.ask(*asked)}) == 1


def test_of_the_nearest_that_with_the_rare_word_comes_first(site):
    site.publish(
        [
            *(bulletin(f"{at:02}", "", "Nhiều đại biểu tham dự.") for at in range(60)),
            bulletin("rare", "", "Máy thở xenon mới."),
        ]
    )
    (found,) = site.ask({"search": "đại biểu tham dự xenon", "options": {"lang": "vi"}})
    assert not found["complete"]
    assert addresses(found)[0] == "rare"
