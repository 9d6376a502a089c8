"""A small invented newsroom that has every kind of page, in both languages, and empty lists."""

from __future__ import annotations

from newsrooms import Newsroom, jpeg

URL = "https://tin.example.org/"
SETTINGS = """\
site_name: Bản tin
site_url: https://tin.example.org/
theme:
  name: material
  language: vi
  font: false
markdown_extensions: [tables, {toc: {permalink: false}}]
validation:
  links:
    anchors: warn
plugins:
  - bantin:
      categories:
        hop-tac: {vi: Hợp tác, en: Partnership}
        su-kien: {vi: Sự kiện, en: Events}
        nghien-cuu: {vi: Nghiên cứu, en: Research}
      series:
        so-ket: {vi: Sơ kết công tác tuyến, en: Review of work with local hospitals}
        hien-mau: {vi: Ngày hội hiến máu, en: Blood donation day}
      hospital:
        name: {vi: Bệnh viện Nhi Mây, en: May Children’s Hospital}
        hotline: 1900 1234
        responsible: BS Lan
"""
PEOPLE = """\
- {id: le-an, name: Lê Văn An, titles: [TS, BS], posts: [{role: Giám đốc}]}
- id: tran-duc
  name: Trần Minh Đức
  titles: [BSCKII]
  posts:
    - {role: Giám đốc, organization: ttyt-huyen-suoi-may, valid_to: 2025-06-30}
    - {role: Giám đốc, organization: ttyt-khu-vuc-suoi-may, valid_from: 2025-07-01}
- id: pham-oc
  name: Phạm Thị Ước
  titles: [ThS]
  posts: [{role: Phó Giám đốc, organization: so-y-te-thanh-van}]
- {id: vo-ai, name: Võ Thị Ái, titles: [ĐDCKI], posts: [{role: Trưởng khoa Nhi}]}
"""
ORGANIZATIONS = """\
- {id: so-y-te-thanh-van, name: Sở Y tế tỉnh Thanh Vân}
- id: ttyt-huyen-suoi-may
  name: Trung tâm Y tế huyện Suối Mây
  valid_to: 2025-06-30
  successor: ttyt-khu-vuc-suoi-may
- {id: ttyt-khu-vuc-suoi-may, name: Trung tâm Y tế khu vực Suối Mây, valid_from: 2025-07-01}
"""
CONSENTS = """\
- id: dy-2026-001
  who: Một bé trai
  guardian: Mẹ của em
  photo: images/2026/so-ket/03.jpg
  scope: Trang tin
  signed: 2026-07-01
  expires: 2030-07-01
  reference: Tủ hồ sơ
"""
DIRECTOR = "TS.BS Lê Văn An – Giám đốc, Bệnh viện Nhi Mây"
DEPARTMENT = "ThS Phạm Thị Ước – Phó Giám đốc, Sở Y tế tỉnh Thanh Vân"
GUEST = {
    2024: "BSCKII Trần Minh Đức – Giám đốc, Trung tâm Y tế huyện Suối Mây",
    2025: "BSCKII Trần Minh Đức – Giám đốc, Trung tâm Y tế khu vực Suối Mây",
    2026: "BSCKII Trần Minh Đức – Giám đốc, Trung tâm Y tế khu vực Suối Mây",
}
BODY = """\
Lời [dẫn](../../docs/gioi-thieu.md) đầu tiên.

## Ba con số

| Năm | Ca |
|---|--:|
| 2025 | 12 |

> Chúng tôi ở đây vì các cháu.
>
> — TS.BS Lê Văn An, Giám đốc Bệnh viện
"""
PHOTOS = """\
photos:
  - file: 01.jpg
    caption: TS.BS Lê Văn An, Giám đốc Bệnh viện, khai mạc.
    alt: Một người đứng trên bục
    people: staff
    cover: true
  - file: 02.jpg
    caption: BSCKII Trần Minh Đức, Giám đốc Trung tâm Y tế khu vực Suối Mây, phát biểu.
    alt: Một người cầm giấy
    people: public
  - {file: 03.jpg, caption: Một em nhỏ tặng hoa., alt: Bé trai giơ bó hoa, people: child,
     consent: dy-2026-001}
  - {file: 04.jpg, caption: Ảnh lưu niệm., alt: Ba hàng người, people: public, credit: Lan}"""
BULLETINS = (*(f"news/{year}/so-ket/" for year in GUEST), "news/2026/sap-toi/")
LISTS = (
    *("news/", "news/page/2/", "news/2026/", "news/2026/07/", "categories/hop-tac/"),
    *("categories/nghien-cuu/", "tags/", "tags/dao-tao/", "series/", "series/so-ket/"),
    *("people/", "people/tran-duc/", "people/vo-ai/", "organizations/"),
    *("organizations/so-y-te-thanh-van/", "organizations/ttyt-khu-vuc-suoi-may/"),
    *("photos/", "photos/2026/", "photos/categories/hop-tac/"),
    *("events/", "events/2026/07/", "events/2026/12/"),
)
ENGLISH = (
    *("news/", "news/2026/", "categories/su-kien/", "tags/", "tags/training/", "series/"),
    *("series/so-ket/", "people/", "people/le-an/", "organizations/", "photos/"),
    *("photos/2026/", "events/", "events/2026/07/", "search/", "about/", ""),
)
PAGES = ("", "404.html", "gioi-thieu/", "search/")
ADDRESSES = (
    *(*PAGES, *LISTS, *BULLETINS, "news/en/2026/review/"),
    *(f"en/{address}" for address in ENGLISH),
)
"""One of each kind at least, and each list that is empty."""


def furnished(room: Newsroom) -> None:
    """Write it all into an empty room."""
    room.write("mkdocs.yml", SETTINGS)
    room.write("docs/gioi-thieu.md", "# Giới thiệu\n\n[hospital]\n")
    room.write("docs/en/about.md", "# About\n\n[hospital]\n")
    room.write("docs/en/index.md", "# News\n\n[About](about.md) us.\n")
    room.write("docs/index.md", "# Tin\n\n[Giới thiệu](gioi-thieu.md)\n")
    for name, entries in (("people", PEOPLE), ("organizations", ORGANIZATIONS)):
        room.write(f"news/_registry/{name}.yml", entries)
    room.write("news/_registry/consents.yml", CONSENTS)
    _series(room)
    _others(room)
    _english(room)


def _series(room: Newsroom) -> None:
    for year, guest in GUEST.items():
        last = year == 2026
        room.bulletin(
            f"{year}/so-ket",
            f"tags: [chỉ đạo tuyến, đào tạo{', sơ sinh' if last else ''}]",
            "participants:",
            *(f"  - {one}" for one in (DIRECTOR, DEPARTMENT, guest)),
            *((PHOTOS, "corrections: [{date: 2026-07-12, note: Sửa tên}]") if last else ()),
            title=f"Sơ kết công tác tuyến {year}",
            date=f"{year}-07-10",
            category="hop-tac",
            series="so-ket",
            place="Hội trường tầng 5",
            summary="Các đơn vị nhìn lại nửa năm.",
            byline="Phòng Chỉ đạo tuyến",
            body=BODY,
        )
    for name in ("01.jpg", "02.jpg", "03.jpg", "04.jpg"):
        room.write(f"images/2026/so-ket/{name}", jpeg(name, (900, 600)))


def _others(room: Newsroom) -> None:
    for number in range(1, 13):
        id = f"2026/tin-{number:03}"
        pictured = number % 4 == 0
        room.bulletin(
            id,
            f"tags: [{'sơ sinh' if number % 2 else 'đào tạo'}]",
            *(("captions: [Lớp học tại chỗ., Ảnh lưu niệm.]",) if pictured else ()),
            "participants:",
            "  - ĐDCKI Võ Thị Ái – Trưởng khoa Nhi, Bệnh viện Nhi Mây",
            date=f"2026-03-{number:02}",
            category="su-kien" if number % 3 else "hop-tac",
            place="Phòng họp 2",
        )
        if pictured:
            room.photos(id, "01.jpg", "02.jpg")
    room.bulletin(
        "2026/sap-toi", title="Ngày hội sắp tới", date="2026-12-12", published="2026-11-10",
        category="su-kien", place="Sân trước",
    )  # fmt: skip
    room.bulletin("2019/cu", "aliases: [/tin/12.html]", title="Tin cũ", date="2019")


def _english(room: Newsroom) -> None:
    room.bulletin(
        "en/2026/review",
        "translation_of: news/2026/so-ket.md",
        "tags: [training]",
        "participants:",
        "  - {name: Lê Văn An, role: Director, organization: May Children’s Hospital}",
        "photos:",
        "  - {file: 01.jpg, caption: The director opens the day., alt: A man, people: staff}",
        "  - {file: 02.jpg, caption: A guest speaks., alt: A man, people: public}",
        "  - {file: 03.jpg, caption: A child gives flowers., alt: A boy, people: child,",
        "     consent: dy-2026-001}",
        "  - {file: 04.jpg, caption: Everybody together., alt: Three rows, people: public}",
        title="A review of half a year",
        date="2026-07-10",
        category="hop-tac",
        series="so-ket",
        lang="en",
        body="Words.",
    )
