"""Names lead to the pages of who and what bears them, in few bytes, beside what is found."""

from __future__ import annotations

import random
import zlib

import pytest
from readers import Site, bulletin

from bantin.model import Organization, Registry, Term
from bantin.pages.subjects import Subject
from bantin.search import Signpost
from bantin.search.files import Files
from bantin.search.otherforms import OtherForms
from bantin.search.posted import Posts
from bantin.search.signposts import signposts

FILE_BYTES = 5_000
QUESTION_BYTES = 8_000
"""What a name may cost a reader, beside the manifest, on a site of 750 people and units."""

PARTS = (
    ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô"),
    ("Văn", "Thị", "Đức", "Minh", "Ngọc", "Thanh", "Hữu", "Kim", "Xuân", "Thu", "Quốc", "Gia"),
    ("An", "Bình", "Chi", "Dung", "Giang", "Hà", "Hùng", "Khánh", "Lan", "Long", "Mai", "Sơn"),
)

REGISTRY = Registry(
    organizations=(
        Organization(
            "san-nhi", "Bệnh viện Sản Nhi tỉnh Vĩnh Phúc", aliases=("BVSN", "Maternity")
        ),
        Organization("cu", "Trung tâm Y tế huyện Bình Xuyên", successor="moi"),
        Organization("moi", "Trung tâm Y tế khu vực Bình Xuyên"),
    ),
    glossary=(Term("SKSS", "sức khỏe sinh sản"),),
)
SUBJECTS = (
    Subject(
        *("person", "people/trong/", "Phan Kim Trọng", "vi", "Giám đốc, Sở Y tế", 3),
        names=("Phan Trọng Kim Long",),
        titles=("BSCKII",),
    ),
    Subject("person", "people/trong-2/", "Lê Kim Trọng", "vi", "Phó Giám đốc", 90),
    Subject(
        *("organization", "organizations/san-nhi/", "Bệnh viện Sản Nhi tỉnh Vĩnh Phúc"),
        *("vi", "", 40),
        organizations=("san-nhi",),
    ),
    Subject(
        *(
            "organization",
            "organizations/moi/",
            "Trung tâm Y tế khu vực Bình Xuyên",
            "vi",
            "",
            2,
        ),
        organizations=("cu", "moi"),
    ),
    Subject("series", "series/so-ket/", "Hội nghị sơ kết công tác tuyến", "vi", "3 kỳ", 3),
    Subject("category", "categories/hop-tac/", "Hợp tác – Đào tạo", "vi", "9 bản tin", 9),
    Subject("tag", "tags/skss/", "sức khỏe sinh sản", "vi", "1 bản tin", 1),
    Subject("tag", "tags/hop-tac/", "hợp tác", "vi", "9 bản tin", 9),
)
ENGLISH = (Subject("tag", "en/tags/training/", "training", "en", "", 1),)


def posted(registry: Registry = REGISTRY) -> dict[str, tuple[Signpost, ...]]:
    forms = OtherForms(registry)
    return {"vi": signposts(SUBJECTS, forms), "en": signposts(ENGLISH, forms)}


NEWS = [
    bulletin("news/a/", "Hội nghị sơ kết", "Phan Kim Trọng phát biểu."),
    bulletin("news/b/", "Tập huấn", "Có Lê Kim Trọng và Phan Kim Trọng."),
    bulletin("news/c/", "Hợp tác với Bệnh viện Sản Nhi tỉnh Vĩnh Phúc"),
]


@pytest.fixture
def site(node, tmp_path) -> Site:
    made = Site(node, tmp_path / "search")
    made.publish(NEWS, signposts=posted())
    return made


def led(site: Site, *questions: str, **options) -> list[list[str]]:
    options = {"lang": "vi", "typing": True, "limit": 3} | options
    answers = site.ask(*({"signposts": one, "options": options} for one in questions))
    return [[post["address"] for post in answer["posts"]] for answer in answers]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Phan Kim Trọng", "people/trong/"),
        ("phan kim trong", "people/trong/"),
        ("PHAN KIM TR", "people/trong/"),
        ("phan k", "people/trong/"),
        ("phan trong kim long", "people/trong/"),
        ("trọng phan kim", "people/trong/"),
        ("bác sĩ phan kim trọng", "people/trong/"),
        ("bs trong", "people/trong/"),
        ("bv san nhi vinh phuc", "organizations/san-nhi/"),
        ("bệnh viện sản nhi vĩnh phúc", "organizations/san-nhi/"),
        ("bvsn", "organizations/san-nhi/"),
        ("maternity", "organizations/san-nhi/"),
        ("ttyt huyen binh xuyen", "organizations/moi/"),
        ("trung tâm y tế kv bình xuyên", "organizations/moi/"),
        ("hoi nghi so ket", "series/so-ket/"),
        ("skss", "tags/skss/"),
        ("suc khoe sinh s", "tags/skss/"),
        ("đào tạo", "categories/hop-tac/"),
    ],
)
def test_every_name_leads_to_its_page(site, typed, first):
    ((found, *_),) = led(site, typed)
    assert found == first


@pytest.mark.parametrize(
    "typed",
    ["", "p", "kim phan hội nghị", "phan kim trọng sơ kết", "6/2/2026", "tap huan", "nobody"],
)
def test_what_is_no_name_leads_nowhere(site, typed):
    assert led(site, typed) == [[]]


def test_of_equals_what_more_bulletins_name_comes_first(site):
    assert led(site, "kim trong", "hop tac", "kim trong") == [
        ["people/trong-2/", "people/trong/"],
        ["categories/hop-tac/", "tags/hop-tac/"],
        ["people/trong-2/", "people/trong/"],
    ]
    assert led(site, "kim trong", limit=1) == [["people/trong-2/"]]


def test_each_language_has_its_own(site):
    assert led(site, "training") == [[]]
    assert led(site, "training", lang="en") == [["en/tags/training/"]]


def test_a_signpost_says_what_it_is(site):
    ((post,),) = (one["posts"] for one in site.ask({"signposts": "phan k", "options": LANG}))
    assert post == {
        "address": "people/trong/",
        "name": "Phan Kim Trọng",
        "kind": "person",
        "note": "Giám đốc, Sở Y tế",
        "lang": "vi",
    }


LANG = {"lang": "vi", "typing": True}


def test_what_is_found_is_the_same_with_and_without_them(node, tmp_path):
    questions = ["phan kim trong", "hội nghị", "san nhi", "kim trọgn", "trong", "khongcogi"]
    options = {"everything": True, "facets": True, **LANG}
    found = []
    for name, posts in (("with", posted()), ("without", None)):
        site = Site(node, tmp_path / name / "search")
        site.publish(NEWS, signposts=posts)
        found.append(site.ask(*questions, **options))
    assert found[0] == found[1]


def test_names_cost_few_bytes_on_a_large_site(node, tmp_path):
    """No file grows with the number of names; a question fetches some."""
    rng = random.Random(7)
    names = {" ".join(map(rng.choice, PARTS)) for _ in range(900)}
    people = tuple(
        Subject("person", f"people/{number}/", name, "vi", "Giám đốc", 2, titles=("BS",))
        for number, name in enumerate(sorted(names)[:600])
    )
    units = tuple(
        Organization(f"u{n}", f"Bệnh viện Đa khoa {rng.choice(PARTS[0])} {n}")
        for n in range(150)
    )
    bodies = tuple(
        Subject("organization", f"{one.id}/", one.name, "vi", "", 1, organizations=(one.id,))
        for one in units
    )
    assert len(people) == 600
    site = Site(node, tmp_path / "search")
    posts = signposts((*people, *bodies), OtherForms(Registry(organizations=units)))
    site.publish(NEWS, signposts={"vi": posts})
    asked = [people[5].name, people[300].name.lower(), units[70].name, "bệnh viện", "nguyễn"]
    asked += ["khám sức khỏe người cao tuổi", "hội nghị sơ kết công tác 6 tháng đầu năm"]
    answers = site.ask(*({"signposts": one, "options": LANG} for one in asked))
    assert [answer["posts"][0]["name"] for answer in answers[:3]] == [
        *(people[5].name, people[300].name, units[70].name)
    ]
    sizes = {path: (site.folder / path).stat().st_size for path in _paths(site)}
    assert max(size for path, size in sizes.items() if path != "manifest.json") < FILE_BYTES
    for one in asked:
        (alone,) = site.ask({"signposts": one, "options": LANG})
        cost = sum(sizes[path] for path in alone["fetched"] if path != "manifest.json")
        assert cost < QUESTION_BYTES, one


def _paths(site: Site) -> list[str]:
    files = (file for file in site.folder.rglob("*") if file.is_file())
    return [file.relative_to(site.folder).as_posix() for file in files]


def test_a_damaged_signpost_is_fetched_anew(site):
    for file in (site.folder / "terms").iterdir():
        good = file.read_bytes()
        file.with_name(f"{file.name}.fresh").write_bytes(good)
        file.write_bytes(good[:-5])
    assert led(site, "phan kim trong") == [["people/trong/"]]


def test_what_did_not_change_is_written_as_before():
    posts, anew = Posts(), posted()
    first, second = Files(), Files()
    told = posts.written(posted(), first)
    assert posts.written(posted(), second) == told
    assert second.made == first.made
    fewer = {**anew, "vi": anew["vi"][1:]}
    again, clean = Files(), Files()
    assert posts.written(fewer, again) == Posts().written(fewer, clean)
    assert again.made == clean.made


def test_a_name_that_another_file_has_is_left_to_it():
    """Ten hexadecimal figures may mean two contents: then the later one is called otherwise."""
    posts, first = Posts(), Files()
    posts.written(posted(), first)
    (path, content), *_ = sorted(first.made.items())
    taken = Files({path.split("/")[1].removesuffix(".bin"): b"another's"})
    posts.written(posted(), taken)
    assert path not in taken.made
    assert zlib.decompress(content) in [zlib.decompress(one) for one in taken.made.values()]
