"""Words stand where they will stand when the typeface has come, however late that is.

Before it, a browser shows a face of the reader's own system, in our size: here that of the
machine which runs the tests.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from newsrooms import Newsroom, jpeg
from waiting import painted, typeset

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

FONT, SHEET = re.compile(r"\.woff2$"), re.compile(r"/assets/bantin\.\w+\.css$")
SIZED = re.compile(r"(size-adjust|(ascent|descent|line-gap)-override):[\d.]+%;?")
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 800}
SIZES = [pytest.param(PHONE, id="phone"), pytest.param(DESK, id="desk")]
PLACES = [
    pytest.param("", id="home"),
    pytest.param("news/", id="list"),
    pytest.param("news/2026/tin-0/", id="bulletin"),
]
PATIENCE = 600
"""Pairs of frames until both weights are asked for; nearly always there is none to wait."""
MOST = 0.01
"""Of a page's score (CLS). Half a line of a paragraph low on a screen is more."""
BREAK_ELSEWHERE = 0.08
"""Of texts of several lines: so many may take a line more or less. Three to five of a hundred
do with any face that stands in, as single letters differ, and a few pages have few texts."""
NEWS = (
    ("Sơ kết công tác chỉ đạo tuyến sáu tháng đầu năm: thêm nhiều trẻ được chăm sóc gần nhà",
     "Hơn 160 đại biểu từ 14 bệnh viện của tỉnh cùng nhìn lại nửa năm chuyển giao kỹ thuật và "
     "bàn cách giữ chân bác sĩ trẻ ở tuyến dưới."),
    ("Ngày hội hiến máu nhận 214 đơn vị máu",
     "Từ sáng sớm, cán bộ, sinh viên và người nhà bệnh nhi xếp hàng ở hội trường để chia sẻ "
     "những giọt máu cho các ca mổ cuối năm."),
    ("Tập huấn cấp cứu nhi cho điều dưỡng bốn huyện miền núi",
     "Ba ngày học trên mô hình, hai ngày trực cùng kíp cấp cứu; cuối khóa, mỗi học viên tự "
     "dẫn một ca hồi sức từ đầu đến khi bàn giao."),
    ("Bệnh viện mở thêm một ngày tiêm chủng trong tuần, nhận đặt giờ qua điện thoại",
     "Trẻ bớt phải đợi ngoài hành lang lạnh, phụ huynh biết trước giờ đến và những giấy tờ "
     "cần mang theo."),
    ("Hội nghị khoa học điều dưỡng lần thứ năm: chăm sóc bắt đầu từ việc lắng nghe",
     "Mười tám báo cáo, trong đó bảy báo cáo của các bệnh viện huyện, nói về giảm đau, dinh "
     "dưỡng và nói chuyện với trẻ trước khi làm thủ thuật."),
    ("Trao 35 suất quà cho bệnh nhi dịp Trung thu",
     "Đêm hội có múa lân, có đèn ông sao các em tự làm, và một tiết mục ảo thuật của bác sĩ "
     "khoa Ngoại."),
    ("Khánh thành phòng chờ thân thiện với trẻ em tại khoa Khám bệnh",
     "Tường được vẽ lại, ghế thấp hơn, có góc đọc sách và một bảng cho biết còn bao nhiêu "
     "người nữa thì đến lượt."),
)  # fmt: skip
BODY = "\n\n".join(f"{title}. {summary}" for title, summary in NEWS)
ARRIVED = """async () => {
  const photos = [...document.images];
  photos.forEach((photo) => { photo.loading = "eager"; });
  await Promise.all(photos.map((photo) => photo.decode()));
}"""
WATCH = """() => {
  window.moved = [];
  window.observer = new PerformanceObserver((list) => moved.push(...list.getEntries()));
  observer.observe({ type: "layout-shift" });
}"""
MOVED = """() => [...moved, ...observer.takeRecords()]
  .reduce((sum, one) => sum + one.value, 0)"""
FACES = """() => [...document.fonts]
  .filter((face) => face.status === "loaded").map((face) => face.family.replaceAll('"', ""))"""
LINES = """() => [...document.querySelectorAll("main :is(h1, h2, h3, p, li, dd, figcaption)")]
  .filter((one) => one.textContent.trim() && one.checkVisibility())
  .map((one) => {
    const line = parseFloat(getComputedStyle(one).lineHeight);
    return Math.round(one.getBoundingClientRect().height / line);
  })"""


@pytest.fixture(scope="module")
def address(served, tmp_path_factory) -> str:
    room = Newsroom(tmp_path_factory.mktemp("typeface"))
    for number, (title, summary) in enumerate(NEWS):
        id = f"2026/tin-{number}"
        room.write(f"images/{id}/1.jpg", jpeg(id, (1200, 800)))
        room.bulletin(
            id,
            "captions: [Đại biểu chụp ảnh lưu niệm sau phiên họp buổi sáng ở hội trường lớn.]",
            title=f'"{title}"',
            summary=f'"{summary}"',
            date=f"2026-10-{20 - number}",
            category="hop-tac",
            body=BODY,
        )
    room.built()
    return served(room.site)


class Late:
    """A page, finished but for the typeface, which waits to be let go."""

    def __init__(self, page: Page, *, sized: bool) -> None:
        self.page = page
        self._held: list[Route] = []
        page.route(FONT, lambda route: self._held.append(route))
        if not sized:
            page.route(SHEET, _unsized)

    def open(self, address: str) -> None:
        self.page.goto(address, wait_until="domcontentloaded")
        self.page.evaluate(ARRIVED)
        painted(self.page)

    def let_come(self) -> None:
        for _ in range(PATIENCE):
            if len(self._held) == 2:
                break
            painted(self.page)
        assert len(self._held) == 2, "both weights were asked for, and none is there"
        while self._held:
            self._held.pop().continue_()
        typeset(self.page)


def _unsized(route: Route) -> None:
    answer = route.fetch()
    body, times = SIZED.subn("", answer.text())
    assert times
    route.fulfill(response=answer, body=body)


@pytest.fixture
def late(browser, missing):
    """``late(address, viewport, sized=False)``: shown in a face of this machine."""
    contexts = []

    def open_page(address, viewport, *, sized=True) -> Late:
        contexts.append(browser.new_context(viewport=viewport))
        page = Late(contexts[-1].new_page(), sized=sized)
        page.open(address)
        if not any(name.startswith("bantin-") for name in page.page.evaluate(FACES)):
            missing("what needs a common typeface", "fonts-dejavu-core")
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("viewport", SIZES)
@pytest.mark.parametrize("place", PLACES)
def test_nothing_moves_when_the_typeface_comes(late, address, place, viewport):
    tab = late(address + place, viewport)
    assert "Be Vietnam Pro" not in tab.page.evaluate(FACES)
    tab.page.evaluate(WATCH)
    tab.let_come()
    assert tab.page.evaluate(FACES).count("Be Vietnam Pro") == 2
    assert tab.page.evaluate(MOVED) < MOST


def test_lines_break_where_they_will_break(late, address):
    assert changed(late, address, sized=True) <= BREAK_ELSEWHERE


def test_without_a_size_of_their_own_lines_would_break_elsewhere(late, address):
    """What the tests above measure is the size, and they do measure it."""
    assert changed(late, address, sized=False) > BREAK_ELSEWHERE


def changed(late, address: str, *, sized: bool) -> float:
    """The share of texts of several lines that take more or fewer once ours is there."""
    long = []
    for place, viewport in (("news/", PHONE), ("news/2026/tin-0/", PHONE), ("news/", DESK)):
        tab = late(address + place, viewport, sized=sized)
        before = tab.page.evaluate(LINES)
        tab.let_come()
        lines = zip(before, tab.page.evaluate(LINES), strict=True)
        long += [pair for pair in lines if max(pair) > 1]
    assert len(long) >= 40
    return sum(one != other for one, other in long) / len(long)
