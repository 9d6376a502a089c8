"""A preview in a real browser: problems marked where they stand, and the page on paper."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from paper import sheets
from previews import PATIENCE, Preview, free_port

from newsrooms import SETTINGS, Newsroom, jpeg

DRAFT = "news/2026/nhap/"
BODY = """\
Xem [trang này](../../docs/a.md), rồi [trang *này*](../../docs/khong-co.md).

## Mục có <b>chữ</b>
"""
LONG = "\n\n".join("Lãnh đạo bệnh viện phát biểu tại hội nghị. " * 9 for _ in range(16))
SCREENS = {"desktop": (1280, 800), "phone": (390, 844)}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
TEACHING = ("preview", "complaint", "problems", "ribbon", "sign-off", "sign_off", "Xem thử",
            "Bản nháp", "chờ duyệt", "Duyệt bản tin", "awaiting approval")  # fmt: skip


@pytest.fixture(scope="module")
def preview(tmp_path_factory) -> Iterator[Preview]:
    settings = SETTINGS.replace("validation:", "draft_docs: /huong-dan/\nvalidation:")
    room = Newsroom(tmp_path_factory.mktemp("site"), settings)
    room.write("docs/a.md", "# Trang a\n")
    room.write("docs/huong-dan/index.md", "# Hướng dẫn\n")
    room.write("docs/huong-dan/thong-bao.md", "# Thông báo\n")
    room.bulletin(
        "2026/nhap",
        "status: draft",
        "participants:",
        "  - name: Lê Thị Bình",
        "    titles: [XYZ]",
        "photos:",
        "  - {file: 01.jpg, alt: Một}",
        "  - {file: 02.jpg}",
        title="Tin nháp",
        body=BODY,
    )
    for name in ("01.jpg", "02.jpg"):
        room.write(f"images/2026/nhap/{name}", jpeg(name, (640, 480)))
    room.bulletin("2026/tot")
    room.bulletin("en/2026/draft", "status: draft", title="A draft", body=LONG)
    for name in ("01.jpg", "02.jpg", "03.jpg"):
        room.write(f"images/en/2026/draft/{name}", jpeg(name, (640, 480)))
    room.write("news/2026/hong.md", "---\ntitle: Tin: hỏng\n---\n\nLời.\n")
    preview = Preview(room, tmp_path_factory.mktemp("scratch"), free_port())
    try:
        yield preview.started()
    finally:
        preview.end()


@pytest.fixture
def page(browser, preview):
    """The draft on a wide screen."""
    opened = browser.new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    opened.set_default_timeout(PATIENCE * 1000)  # a rebuild may lie between two steps
    opened.goto(preview.url + DRAFT)
    yield opened
    opened.close()


def number_of(page, words: str) -> str:
    """The number in the list of the problem that says so."""
    entry = page.locator(".complaints li", has_text=words)
    return entry.locator(".complaint-number").inner_text()


def test_the_words_of_a_problem_are_marked_and_numbered(page):
    number = number_of(page, "khong-co.md")
    marks = page.locator(f"mark[data-number='{number}']")
    assert "".join(marks.all_inner_texts()) == "trang này"
    assert marks.last.evaluate("mark => mark.closest('em') !== null")  # not the sound link
    assert page.locator(f"#mark_{number}").inner_text() == number


def test_a_mark_inside_a_list_of_people_and_a_heading(page):
    texts = page.locator("mark").all_inner_texts()
    assert {"XYZ", "<b>", "</b>"} <= set(texts)
    assert page.locator("h2 mark").count() == 2


def test_a_photo_is_outlined_and_carries_the_number(page):
    number = number_of(page, '"02.jpg" chưa có mô tả')
    assert page.locator("#anh-2.complaint-target").count() == 1
    assert page.locator("#anh-1.complaint-target").count() == 0
    assert page.locator(f"#anh-2 #mark_{number}").is_visible()


def in_sight(page, selector: str) -> bool:
    """Whether nothing lies over it."""
    return page.locator(selector).evaluate(
        """element => {
          const box = element.getBoundingClientRect();
          const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
          return top !== null && element.contains(top);
        }"""
    )


@pytest.mark.parametrize("words", ["khong-co.md", '"02.jpg" chưa có mô tả'])
@pytest.mark.parametrize("screen", SCREENS)
def test_numbers_lead_to_the_page_and_back_by_keyboard(page, screen, words):
    page.set_viewport_size(dict(zip(("width", "height"), SCREENS[screen], strict=True)))
    number = number_of(page, words)
    entry = f"#complaint_{number} .complaint-number"
    page.locator(entry).focus()
    page.keyboard.press("Enter")
    assert page.locator(f"#mark_{number}:focus").count() == 1
    assert in_sight(page, f"#mark_{number}")
    page.keyboard.press("Enter")
    assert page.locator(f"{entry}:focus").count() == 1
    assert in_sight(page, entry)
    assert not page.url.count("#")  # an address would open the photo
    assert page.locator("dialog[open]").count() == 0


def test_the_way_back_opens_a_list_that_was_folded(page):
    number = number_of(page, "khong-co.md")
    page.locator(".preview-panel > summary").click()
    assert not page.locator(f"#complaint_{number}").is_visible()
    page.locator(f"#mark_{number}").click()
    assert page.locator(f"#complaint_{number} .complaint-number:focus").is_visible()


def test_without_a_script_numbers_lead_to_the_elements(browser, preview):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(preview.url + DRAFT)
    page.locator(".complaints li", has_text="02.jpg").locator("a.complaint-number").click()
    page.wait_for_url("**/*#anh-2")
    assert page.locator("#anh-2").is_visible()
    context.close()


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser, preview, screen, scheme):
    from axe_playwright_python.sync_playwright import Axe

    width, height = SCREENS[screen]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    page = context.new_page()
    found = []
    for address in (DRAFT, "news/2026/hong/", "", "huong-dan/"):
        page.goto(preview.url + address)
        options = {"runOnly": {"type": "tag", "values": TAGS}}
        violations = Axe().run(page, options=options).response["violations"]
        found += [(address, one["id"], node["target"]) for one in violations
                  for node in one["nodes"]]  # fmt: skip
    context.close()
    assert found == []


def test_on_a_phone_the_list_stands_above_the_page_and_nothing_is_too_wide(page):
    page.set_viewport_size({"width": 390, "height": 844})
    bar, main = page.locator(".preview").bounding_box(), page.locator("main").bounding_box()
    assert bar["y"] + bar["height"] <= main["y"] + 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_on_a_wide_screen_the_end_of_the_page_is_not_hidden(page):
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    foot, bar = page.locator(".site-footer").bounding_box(), page.locator(".preview")
    assert foot["y"] + foot["height"] <= bar.bounding_box()["y"] + 1


def printed(browser, address: str) -> list[str]:
    page = browser.new_page()
    page.goto(address)
    page.emulate_media(media="print")
    found = sheets(page.pdf(format="A4"))
    page.close()
    return found


def test_every_sheet_of_a_draft_says_so_and_the_last_is_signed(browser, preview):
    found = printed(browser, preview.url + DRAFT)
    assert all("Bảnnháp,chờduyệt" in sheet for sheet in found)
    for words in ("Ngườiduyệt", "Ngàyduyệt", "Chữký", "Ýkiến", "news/2026/nhap.md", "Sốảnh:2"):
        assert words in found[-1]
    for words in ("Cáchsửa", "Xemthử", "chưacómôtả"):
        assert words not in "".join(found)


def test_a_long_english_draft_says_so_on_every_sheet(browser, preview):
    found = printed(browser, f"{preview.url}news/en/2026/draft/")
    assert len(found) > 1
    assert all("Draft,awaitingapproval" in sheet for sheet in found)
    assert "Approvedby" in found[-1]


def test_photos_far_below_are_there_for_the_printer(page, preview):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{preview.url}news/en/2026/draft/")
    assert page.locator("#anh-3 img").bounding_box()["y"] > 5_000
    page.wait_for_function("document.querySelector('#anh-3 img').naturalWidth > 0")


def test_what_is_public_is_printed_as_it_is(browser, preview):
    (sheet,) = printed(browser, f"{preview.url}news/2026/tot/")
    assert "Tin2026/tot" in sheet
    assert not [word for word in ("duyệt", "Bảnnháp", "Xemthử") if word in sheet]


def test_a_saved_correction_takes_mark_and_entry_away(page, preview):
    source = (preview.room.root / "news/2026/nhap.md").read_text(encoding="utf-8")
    preview.room.edit("news/2026/nhap.md", "../../docs/khong-co.md", "../../docs/a.md")
    page.wait_for_function("!document.body.textContent.includes('khong-co.md')")
    assert "trang này" not in page.locator("mark").all_inner_texts()
    assert page.locator("mark").count() == 3
    preview.room.write("news/2026/nhap.md", source)
    page.wait_for_function("document.body.textContent.includes('khong-co.md')")


def test_pages_that_are_never_published_say_so(preview):
    assert "Chỉ hiện khi xem thử" in preview.get("huong-dan/")[1]
    assert "Chỉ hiện khi xem thử" not in preview.get("a/")[1]


def test_a_built_site_has_not_a_byte_of_it(preview, tmp_path):
    room = Newsroom(tmp_path, SETTINGS)
    room.bulletin("2026/nhap", "status: draft", title="Tin mật")
    room.bulletin("2026/tot", "photos: [{file: 01.jpg}]", "participants: [một hai ba bốn]")
    room.bulletin("en/2026/visit")
    room.photos("2026/tot", "01.jpg")
    ran = room.build()
    assert ran.code == 0, ran.output
    assert "chưa có mô tả" in ran.output  # there was something to complain of
    ours = [file for file in room.site.rglob("*") if file.is_file() and not theirs(file, room)]
    assert not [file for file in ours if "preview" in file.name]
    for file in ours:
        text = file.read_bytes().decode(errors="replace")
        assert not [word for word in TEACHING if word in text], file


def theirs(file, room) -> bool:
    """What Material brings along."""
    name = file.relative_to(room.site).as_posix()
    return name.startswith("assets/stylesheets/")
