"""The calendar in a browser: weeks on a desk, a list on a phone, and one text for both."""

from __future__ import annotations

from datetime import datetime

import pytest

from newsrooms import Newsroom

pytest.importorskip("playwright")
from playwright.sync_api import expect

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 800}
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
LONG = "Hội nghị sơ kết công tác chỉ đạo tuyến và ký kết hợp tác giữa các bệnh viện trong tỉnh"
BOXES = """() => Object.fromEntries(
  [...document.querySelectorAll(".days > li")].map((day) => {
    const box = day.getBoundingClientRect();
    const number = day.querySelector(".number").textContent;
    return [number, [box.left, box.top, box.right, box.bottom]];
  }).filter(([, [left, , right]]) => right > left)
)"""
"""Number of each day in sight -> its place."""
TODAY = """() => [...document.querySelectorAll(".days [aria-current=date]")].map((one) => {
  const said = getComputedStyle(one.parentElement, "::after").content;
  return [one.dateTime, one.closest("li").className, said];
})"""


@pytest.fixture(scope="module")
def site(tmp_path_factory, served):
    """Address of a site with events in November 2026, of which the 22nd is today."""
    room = Newsroom(tmp_path_factory.mktemp("calendar"))
    room.bulletin("2026/one", date="2026-11-06", place="Hội trường", title=LONG)
    room.bulletin("2026/two", date="2026-11-06", title="Tin thứ hai")
    room.bulletin(
        "2026/week", date="{start: 2026-11-24, end: 2026-11-27}", published="2026-11-01",
        title="Tuần lễ sữa mẹ",
    )  # fmt: skip
    room.bulletin("2026/next", date="2026-12-12", published="2026-11-01", title="Tiêm chủng")
    room.bulletin("2025/old", date="2025-03-01", title="Tin cũ")
    room.built()
    return served(room.site)


@pytest.fixture(scope="module")
def empty(tmp_path_factory, served):
    """Address of a site that has neither events nor photos yet."""
    room = Newsroom(tmp_path_factory.mktemp("empty"))
    room.bulletin("2026/a", "status: draft")
    room.built()
    return served(room.site)


@pytest.fixture
def opened(browser, site):
    """``opened(address, **context)`` opens a page of the site in a tab of its own."""
    contexts = []

    def open_page(address="events/2026/11/", day=None, **options):
        context = browser.new_context(**{"viewport": DESK} | options)
        contexts.append(context)
        page = context.new_page()
        if day:
            page.clock.set_fixed_time(datetime.fromisoformat(day))
        page.goto(site + address)
        return page

    yield open_page
    for context in contexts:
        context.close()


def enlarged(page):
    page.add_style_tag(content="html { font-size: 200% !important }")
    return page


def test_a_desk_has_weeks_of_seven_days(opened):
    page = opened()
    boxes = page.evaluate(BOXES)
    assert len(boxes) == 30
    tops = sorted({box[1] for box in boxes.values()})
    assert len(tops) == 6  # from a Sunday to a Monday
    lefts = sorted({round(box[0]) for box in boxes.values()})
    assert len(lefts) == 7
    assert (boxes["1"][1], round(boxes["1"][0])) == (tops[0], lefts[6])
    assert (boxes["2"][1], round(boxes["2"][0])) == (tops[1], lefts[0])


def test_a_day_stands_below_its_weekday(opened):
    page = opened()
    friday = page.locator(".weekdays span", has_text="Thứ Sáu").bounding_box()
    left, top, right, _ = page.evaluate(BOXES)["6"]
    assert friday["y"] + friday["height"] <= top
    assert left <= friday["x"] <= friday["x"] + friday["width"] <= right + 1


@pytest.mark.parametrize(
    "options",
    [
        pytest.param({"viewport": PHONE}, id="phone"),
        pytest.param({"viewport": {"width": 320, "height": 700}}, id="small-phone"),
        pytest.param({"viewport": DESK, "bypass_csp": True}, id="desk-large-text"),
    ],
)
def test_a_phone_and_large_text_have_a_list_of_the_days_with_something(opened, options):
    page = opened(day="2026-11-22T12:00", **options)
    if "bypass_csp" in options:
        enlarged(page)
    boxes = page.evaluate(BOXES)
    assert list(boxes) == ["6", "22", "24"]
    assert boxes["6"][3] <= boxes["22"][1] and boxes["22"][3] <= boxes["24"][1]
    expect(page.locator(".days").get_by_text("Thứ Sáu", exact=True).first).to_be_visible()
    expect(page.locator(".goes-on").first).to_be_hidden()


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_whoever_hears_the_month_hears_the_days_with_events_and_their_whole_dates(
    opened, viewport
):
    page = opened(viewport=viewport)
    expect(page.locator(".month")).to_match_aria_snapshot(
        f"""
        - list:
          - /children: equal
          - listitem:
            - heading "Thứ Sáu, ngày 6 tháng 11 năm 2026" [level=2]
            - list:
              - listitem:
                - link "{LONG}"
                - text: Hội trường
              - listitem:
                - link "Tin thứ hai"
          - listitem:
            - heading "Thứ Ba, ngày 24 tháng 11 năm 2026" [level=2]
            - list:
              - listitem:
                - link "Tuần lễ sữa mẹ"
                - text: 24–27/11/2026
        """
    )


def test_the_keyboard_stops_once_at_each_event(opened, site):
    page = opened()
    page.locator(".month-ways a").last.focus()
    stops = []
    for _ in range(3):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("() => document.activeElement.href"))
    assert stops == [f"{site}news/2026/{id}/" for id in ("one", "two", "week")]


def test_what_goes_on_can_be_seen_and_clicked_on_each_of_its_days(opened, site):
    page = opened()
    going_on = page.locator(".goes-on")
    expect(going_on).to_have_count(3)
    going_on.last.click()
    page.wait_for_url(f"{site}news/2026/week/")


@pytest.mark.parametrize("day", ["2026-11-06", "2026-11-28"])
def test_today_is_the_readers_day(opened, day):
    page = opened(day=f"{day}T12:00")
    ((marked, classes, said),) = page.evaluate(TODAY)
    assert (marked, said) == (day, '"Hôm nay"')
    assert "today" in classes


def test_an_old_page_marks_no_day_that_is_over(opened):
    assert opened(day="2027-01-05T12:00").evaluate(TODAY) == []


def test_without_a_script_today_is_the_day_of_the_build(opened):
    page = opened(java_script_enabled=False)
    expect(page.locator(".days [aria-current=date]")).to_have_attribute(
        "datetime", "2026-11-22"
    )
    expect(page.locator(".days > li")).to_have_count(30)


def test_the_ways_lead_from_month_to_month(opened, site):
    page = opened()
    page.get_by_role("link", name="Tháng có sự kiện sau: Tháng 12/2026").click()
    page.wait_for_url(f"{site}events/2026/12/")
    page.get_by_role("link", name="Tháng có sự kiện trước: Tháng 11/2026").click()
    page.wait_for_url(f"{site}events/2026/11/")
    page.get_by_role("link", name="Tháng có sự kiện trước: Tháng 3/2025").click()
    page.wait_for_url(f"{site}events/2025/03/")


def test_the_first_page_leads_to_every_event_and_month(opened, site):
    page = opened("events/")
    main = page.locator("main")
    addresses = main.locator("a").evaluate_all("all => all.map((one) => one.href)")
    for rest in (
        *("news/2026/one/", "news/2026/week/", "news/2026/next/", "news/2025/old/"),
        *("events/2026/11/", "events/2026/12/", "events/2025/03/"),
    ):
        assert site + rest in addresses
    coming = main.get_by_role("region", name="Sắp diễn ra").get_by_role("heading", level=3)
    assert coming.all_inner_texts() == ["Tuần lễ sữa mẹ", "Tiêm chủng"]


@pytest.mark.parametrize("address", ["events/", "events/2026/11/"])
@pytest.mark.parametrize("width", [320, 768, 1024, 1920])
@pytest.mark.parametrize("large", [False, True], ids=["usual", "large"])
def test_nothing_stands_beyond_the_edge(opened, address, width, large):
    page = opened(address, viewport={"width": width, "height": 800}, bypass_csp=large)
    if large:
        enlarged(page)
    assert page.evaluate(SIDEWAYS) == 0


@pytest.mark.parametrize(
    ("address", "said"),
    [("events/", "Chưa có sự kiện nào."), ("photos/", "Chưa có ảnh nào.")],
)
def test_an_empty_page_says_so(browser, empty, address, said):
    page = browser.new_page()
    page.goto(empty + address)
    expect(page.locator("main")).to_contain_text(said)
    expect(page.locator("main h2")).to_have_count(0)
    page.close()


def test_a_month_asks_for_nothing_that_the_policy_refuses(visit, site):
    visit.page.goto(site + "events/2026/11/")
    assert visit.refused == []
