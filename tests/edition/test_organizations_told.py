"""Which organizations texts and captions name for certain, and what only looks like one."""

from __future__ import annotations

import unicodedata

import pytest

from bantin.edition import Named
from bantin.pictures import roams
from edition.sites import OWN_NAMES, Site, site

__all__ = ["site"]

ORGANIZATIONS = """\
- {id: huyen-tm, name: Trung tâm Y tế huyện Thung Mây, valid_to: 2025-06-30, successor: kv-tm}
- id: kv-tm
  name: Trung tâm Y tế khu vực Thung Mây
  aliases: [Thung May Regional Medical Centre]
  valid_from: 2025-07-01
- {id: vp, name: Bệnh viện Sản Nhi Vĩnh Phúc, aliases: [BVSN Vĩnh Phúc]}
- {id: bm, name: Bệnh viện Bạch Mai, aliases: [Bạch Mai, Bach Mai Hospital, BMH]}
- {id: syt, name: Sở Y tế tỉnh Thanh Vân, aliases: [Sở Y tế, Department of Health]}
- {id: ub, name: Trung tâm Ung bướu}
- {id: nb, name: Newborns Vietnam}
- {id: cdyt, name: Trường Cao đẳng Y tế Thanh Vân}
- {id: own, name: Bệnh viện Nhi Mây Trắng, aliases: [BVNMT]}
- {id: nhi, name: Bệnh viện Nhi}
- {id: hn-1, name: Bệnh viện Hữu nghị, valid_to: 2026-02-06}
- {id: hn-2, name: Bệnh viện Hữu nghị, valid_from: 2026-02-06}
- {id: ct-1, name: Bệnh viện Đa khoa Cẩm Tú, valid_to: 2025-12-31}
- {id: ct-2, name: Bệnh viện Đa khoa Cẩm Tú, valid_from: 2026-01-01}
- {id: byt, name: Bộ Y tế, aliases: [Ministry of Health, MOH]}
- {id: mn, name: Trường Mầm non Hoa Sen}
- {id: duoc, name: Công ty Dược Sông Mây}
- {id: ch, name: "Children's House No. 1"}
- {id: sau, name: Bệnh viện Mai Sau, valid_from: 2026-02-07}
"""


@pytest.fixture
def room(site: Site) -> Site:
    site.write("mkdocs.yml", OWN_NAMES)
    site.write("news/_registry/organizations.yml", ORGANIZATIONS)
    return site


def named(room: Site, id: str = "2026/a") -> Named:
    return room.read().institutions.get(id, Named())


SOMEBODY = [
    ("Đoàn công tác của Bệnh viện Sản Nhi Vĩnh Phúc đã đến thăm.", "vp"),
    ("Bệnh viện Sản Nhi Vĩnh Phúc (BVSN) cử bác sĩ.", "vp"),
    ("Đoàn BV Sản - Nhi Vĩnh Phúc dự.", "vp"),
    ("Đoàn BVSN Vĩnh Phúc dự.", "vp"),
    ("TTYT KV Thung Mây dự.", "kv-tm"),
    ("Ê kíp của bệnh viện Bạch Mai hỗ trợ.", "bm"),
    ("BỆNH VIỆN BẠCH MAI", "bm"),
    ("ThS. Lê An – Giám đốc Bệnh viện Bạch Mai – phát biểu.", "bm"),
    ("Khoa Nhi Bệnh viện Bạch Mai cử hai bác sĩ.", "bm"),
    ("Giám đốc Bệnh viện Bạch Mai TS. Lê Văn An dự.", "bm"),
    ("Các Bệnh viện Bạch Mai, Việt Đức dự.", "bm"),
    ("| Đơn vị | Số |\n| --- | --- |\n| Bệnh viện Bạch Mai | 3 |", "bm"),
    ("- **Bệnh viện Bạch Mai**: 3 bác sĩ", "bm"),
    ("Xem [Bệnh viện Bạch Mai](https://example.org).", "bm"),
    ("Trung tâm Ung bướu, Bệnh viện Bạch Mai, cử bác sĩ.", "bm"),
    ("Bé từng nằm ở Bệnh viện Bạch Mai.", "bm"),
    ("Cả nhóm BMH đã về.", "bm"),
    ("Sở Y tế chỉ đạo.", "syt"),
    ("Phó Giám đốc Sở Y tế Lê An dự. Sở Y tế tỉnh Thanh Vân chỉ đạo.", "syt"),
    ("Trung tâm Ung bướu vừa khánh thành.", "ub"),
    ("Tổ chức Newborns Vietnam trao máy.", "nb"),
    ("Sinh viên Trường Cao đẳng Y tế Thanh Vân thực tập.", "cdyt"),
    ("Bệnh viện Đa khoa Cẩm Tú dự.", "ct-2"),
    ("Bộ Y tế (BYT) chỉ đạo.", "byt"),
    ("Công ty Dược Sông Mây trao quà.", "duoc"),
    ("Bộ Y tế và các bệnh viện dự.", "byt"),
    ("Bộ Y tế và lãnh đạo bệnh viện dự.", "byt"),
    ("Bộ Y tế và WHO tập huấn.", "byt"),
    ("Bộ Y tế và Tổ chức Y tế Thế giới tập huấn.", "byt"),
]
NOBODY = [
    # a longer name
    "Bệnh viện Bạch Mai cơ sở 2 khánh thành.",
    "Bệnh viện Bạch Mai Ninh Bình khánh thành.",
    "Bệnh viện Bạch Mai Ninh Bình mở cửa. Bệnh viện Bạch Mai nhận bệnh.",
    "Bệnh viện Bạch Mai nhận bệnh. Lễ mở cửa Bệnh viện Bạch Mai Ninh Bình.",
    "Bệnh viện Bạch Mai 2 khánh thành.",
    "Bệnh viện Bạch Mai – Ninh Bình khánh thành.",
    "Bệnh viện Bạch Mai (Nghệ An) dự.",
    "Bệnh viện Bạch Mai, Nghệ An dự.",
    "Bệnh viện Bạch Mai-Ninh Bình dự.",
    "Trường Cao đẳng Y tế Thanh Vân Hà tuyển sinh.",
    "Chi nhánh Bệnh viện Bạch Mai khai trương.",
    # called after it, or part of another
    "Họp tại đường Bệnh viện Bạch Mai.",
    "Nhà ở phố Bạch Mai.",
    "Bạch Mai đông người.",
    "Trường Mầm non Bệnh viện Bạch Mai khai giảng.",
    "Phòng khám Bệnh viện Bạch Mai khai trương.",
    "Công ty Bệnh viện Bạch Mai tài trợ.",
    "Trung tâm Ung bướu Bệnh viện Việt Đức cử bác sĩ.",
    "Trung tâm Ung bướu của Bệnh viện Việt Đức cử bác sĩ.",
    "Trung tâm Ung bướu – Bệnh viện Việt Đức cử bác sĩ.",
    "Công văn số 12/BMH-KHTH.",
    # not its name on that day
    "Bệnh viện Bạch Mai cũ đã thành khu nhà ở.",
    "Họp tại trụ sở Bệnh viện Bạch Mai (cũ).",
    "Trung tâm Y tế huyện Thung Mây cũ nay là trạm.",
    "Trung tâm Y tế huyện Thung Mây dự.",
    "Bệnh viện Mai Sau dự.",
    "Bệnh viện Hữu nghị dự.",
    # whose it is
    "Các Sở Y tế dự.",
    "Sở Y tế các tỉnh dự.",
    "Sở Y tế Hải Phòng dự.",
    "Đoàn Sở Y tế Hải Phòng đến. Lãnh đạo Sở Y tế cảm ơn.",
    "Sở Y tế (Hải Phòng) dự.",
    "Sở Y tế của Hải Phòng dự.",
    "Giám đốc Sở Y tế Lê Văn An dự.",
    # which country's it is
    "Bộ Y tế và Phúc lợi Hàn Quốc tài trợ.",
    "Bộ Y tế và phúc lợi Hàn Quốc tài trợ. Bộ Y tế trao máy.",
    "Bộ Y tế & Phúc lợi Hàn Quốc tài trợ.",
    "Bộ Y tế và Chăm sóc sức khỏe Malaysia dự.",
    "Bộ Y tế nước Cộng hòa Dân chủ Nhân dân Lào dự. Bộ Y tế cảm ơn.",
    "Bộ Y tế của Lào dự.",
    "Bộ Y tế phía Lào dự.",
    "Bộ Y tế (CHDCND Lào) dự.",
    "Bộ Y tế – CHDCND Lào dự.",
    "Bộ Y tế hai nước ký kết.",
    "Hai Bộ Y tế ký kết.",
    # one's own, and what may be one's own
    "Bệnh viện Nhi Mây Trắng đón đoàn.",
    "BVNMT đón đoàn.",
    "Bệnh viện Nhi đón đoàn.",
    # where somebody private belongs
    "Mẹ cháu là giáo viên Trường Cao đẳng Y tế Thanh Vân.",
    "Bé 4 tuổi. Con học Trường Mầm non Hoa Sen.",
    "Em học Trường Mầm non Hoa Sen.",
    "Con gái chị làm ở Công ty Dược Sông Mây.",
    # nobody's
    "Bệnh viện Bạch Đằng dự.",
    "Newborns rất vui.",
    "Xem [ảnh](/tin/Bệnh viện Bạch Mai).",
]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(("body", "id"), SOMEBODY)
def test_texts(room, body, id, form):
    room.bulletin("2026/a", unicodedata.normalize(form, body))
    assert named(room) == Named(frozenset([id]))


@pytest.mark.parametrize("body", NOBODY)
def test_in_doubt_a_text_names_nobody(room, body):
    room.bulletin("2026/a", body)
    assert named(room) == Named()


def test_of_two_in_a_text_both_are_named(room):
    room.bulletin("2026/a", "Bệnh viện Bạch Mai và Trung tâm Y tế khu vực Thung Mây ký kết.")
    assert named(room).text == {"bm", "kv-tm"}


def test_title_and_summary_name_too(room):
    room.bulletin("2026/a", title="Bệnh viện Bạch Mai thăm")
    room.bulletin("2026/b", summary="Đón Bệnh viện Bạch Mai.")
    assert named(room).text == named(room, "2026/b").text == {"bm"}


@pytest.mark.parametrize(
    ("date", "ids"),
    [
        ("2025-06-30", {"huyen-tm"}),
        ("2025-07-01", set()),
        ("{start: 2025-06-29, end: 2025-07-02}", set()),
    ],
)
def test_an_old_name_counts_for_as_long_as_it_was_held(room, date, ids):
    room.bulletin("2025/a", "Trung tâm Y tế huyện Thung Mây dự.", date=date)
    assert named(room, "2025/a").text == ids


def test_who_is_listed_need_not_be_named_by_the_text(room):
    listed = "participants: [{organization: Trung tâm Y tế khu vực Thung Mây}]"
    room.bulletin("2026/a", "TTYT KV Thung Mây dự.", listed)
    assert named(room) == Named()


def test_a_longer_name_in_the_list_makes_the_shorter_one_doubtful(room):
    text = "Bệnh viện Bạch Mai cảm ơn."
    room.bulletin(
        "2026/a", text, "participants: [{organization: Bệnh viện Bạch Mai Ninh Bình}]"
    )
    room.bulletin("2026/b", text, "participants: [{organization: Bệnh viện Việt Đức}]")
    assert (named(room), named(room, "2026/b").text) == (Named(), {"bm"})


def with_captions(room: Site, *captions: str, id: str = "2026/a") -> None:
    room.photos(id, *(f"{number:02}.jpg" for number, _ in enumerate(captions, start=1)))
    room.bulletin(id, "Lời.", "captions:", *(f"  - '{caption}'" for caption in captions))


def test_captions_name_by_the_number_of_the_photo(room):
    with_captions(room, "Toàn cảnh.", "Đoàn *Bệnh viện Bạch Mai*.", "Sở Y tế Hải Phòng dự.")
    assert named(room) == Named(photos={2: frozenset(["bm"])})


def test_captions_name_who_is_listed_too(room):
    room.photos("2026/a", "01.jpg")
    listed = "participants: [{organization: Bệnh viện Bạch Mai}]"
    room.bulletin("2026/a", "Lời.", listed, "captions: [Đoàn Bệnh viện Bạch Mai.]")
    assert named(room) == Named(photos={1: frozenset(["bm"])})


def test_what_a_caption_leaves_in_doubt_the_text_may_not_use_either(room):
    room.photos("2026/a", "01.jpg")
    captions = "captions: [Lễ khánh thành Bệnh viện Bạch Mai Ninh Bình.]"
    room.bulletin("2026/a", "Bệnh viện Bạch Mai cảm ơn.", captions)
    assert named(room) == Named()


def test_from_a_photo_of_patients_or_children_nobody_is_taken(room):
    room.photos("2026/a", "01.jpg", "02.jpg", "03.jpg")
    room.bulletin(
        "2026/a",
        "Bệnh viện Bạch Mai cử bác sĩ.",
        "photos:",
        "  - {file: 01.jpg, caption: Bệnh viện Bạch Mai khám., people: child, consent: x}",
        "  - {file: 02.jpg, caption: Bệnh viện Bạch Mai khám., people: patient, consent: x}",
        "  - {file: 03.jpg, caption: Bệnh viện Bạch Mai thăm bệnh nhi Lê Bảo An (7 tuổi).}",
    )
    edition = room.read()
    assert edition.institutions == {"2026/a": Named(frozenset(["bm"]))}
    assert not roams(edition.galleries["2026/a"][2], edition.marked)


ENGLISH = [
    ("A team from Bach Mai Hospital came.", "bm"),
    ("The Thung May Regional Medical Centre took part.", "kv-tm"),
    ("Doctors of Bệnh viện Bạch Mai came.", "bm"),
    ("Newborns Vietnam gave a ventilator.", "nb"),
    ("The Department of Health agreed.", "syt"),
    ("It was Bach Mai Hospital's day.", "bm"),
    ("The BMH team came.", "bm"),
    ("Students of Trường Cao đẳng Y tế Thanh Vân came.", "cdyt"),
    ("Bach Mai Hospital Ninh Binh opened.", ""),
    ("Bach Mai Hospital 2 opened.", ""),
    ("New Bach Mai Hospital opened.", ""),
    ("The former Bach Mai Hospital closed.", ""),
    ("It is in Bach Mai Hospital Street.", ""),
    ("Near Bach Mai Hospital road.", ""),
    ("Bach Mai, Hospital beds.", ""),
    ("bach mai hospital", ""),
    ("Bach Mai is crowded.", ""),
    ("The Hai Phong Department of Health agreed.", ""),
    ("The Department of Health of Hai Phong agreed.", ""),
    ("The Department of Health, Hai Phong, agreed.", ""),
    ("The Hai Phong Department of Health came. The Department of Health agreed.", ""),
    ("The Ministry of Health (MOH) came.", "byt"),
    ("The Ministry of Health and WHO came.", "byt"),
    ("It was told by the Ministry of Health and", "byt"),
    ("The Ministry of Health and Welfare of Korea came.", ""),
    ("The Ministry of Health & Welfare of Korea came.", ""),
    ("The Ministry of Health of Laos came. The Ministry of Health thanked.", ""),
    ("The Ministry of Health of the Lao PDR came.", ""),
    ("The Ministry of Health (Laos) came.", ""),
    ("The MOH of Laos came.", ""),
    ("Korea's Ministry of Health came.", ""),
    ("Laos’ Ministry of Health came.", ""),
    ("The Children’s Hospital in Ward 1 and Children’s House No. 1 came.", "ch"),
    ("Trung tâm Y tế huyện Thung Mây took part.", ""),
    ("Her mother studies at Trường Cao đẳng Y tế Thanh Vân.", ""),
]


@pytest.mark.parametrize(("body", "id"), ENGLISH)
def test_english_texts(room, body, id):
    room.bulletin("en/2026/a", body)
    assert named(room, "en/2026/a").text == ({id} if id else set())


def test_english_captions(room):
    with_captions(room, "A hall.", "Bach Mai Hospital.", id="en/2026/a")
    assert named(room, "en/2026/a") == Named(photos={2: frozenset(["bm"])})


def test_a_name_that_two_may_have_names_neither(room):
    room.write("news/_registry/organizations.yml", "- {id: a, name: Bệnh viện Số Một}\n")
    room.bulletin("2026/a", "Bệnh viện Số Một dự.")
    assert named(room).text == {"a"}
    two = "- {id: a, name: Bệnh viện Số Một}\n- {id: b, name: Bệnh viện Số Một}\n"
    room.write("news/_registry/organizations.yml", two)
    assert named(room) == Named()


def test_a_short_form_is_nobodys_where_another_registered_name_begins_so(room):
    room.bulletin("2026/a", "Sở Y tế chỉ đạo.")
    assert named(room).text == {"syt"}
    other = f"{ORGANIZATIONS}- {{id: syt-hp, name: Sở Y tế Hải Phòng}}\n"
    room.write("news/_registry/organizations.yml", other)
    assert named(room) == Named()


def test_hidden_bulletins_name_nobody(room):
    room.bulletin("2026/a", "Bệnh viện Bạch Mai dự.", draft="true")
    assert room.read().institutions == {}
    assert room.read(preview=True).institutions["2026/a"].text == {"bm"}


def test_what_is_read_is_kept_until_something_it_depends_on_changes(room):
    def kept() -> int:
        folder = room.root / ".cache" / "texts" / "organizations"
        return len([one for one in folder.rglob("*") if one.is_file()])

    room.bulletin("2026/a", "Bệnh viện Bạch Mai dự.")
    assert (named(room).text, kept()) == ({"bm"}, 1)
    assert (named(room).text, kept()) == ({"bm"}, 1)
    room.bulletin("2026/a", "Bệnh viện Bạch Mai dự.", date="2026-02-07")
    assert (named(room).text, kept()) == ({"bm"}, 2)
    listed = "participants: [{organization: Bệnh viện Bạch Mai Ninh Bình}]"
    room.bulletin("2026/a", "Bệnh viện Bạch Mai dự.", listed)
    assert (named(room), kept()) == (Named(), 3)
    room.bulletin("2026/a", "Bệnh viện Bạch Mai dự.")
    renamed = ORGANIZATIONS.replace("id: bm,", "id: bach-mai,")
    room.write("news/_registry/organizations.yml", renamed)
    assert (named(room).text, kept()) == ({"bach-mai"}, 4)


@pytest.mark.parametrize(
    "text",
    ["Bệnh viện Bạch Mai " * 5_000, "Bạch Mai, " * 10_000, "[a](" * 20_000, "Sở Y tế " * 9_000],
    ids=["names", "ends", "links", "short"],
)
def test_a_text_of_any_shape_is_read(room, text):
    room.bulletin("2026/a", text)
    assert named(room).text <= {"bm", "syt"}
