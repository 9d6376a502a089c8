from __future__ import annotations

import unicodedata

import pytest

from bantin.model import Precision
from bantin.vietnamese.eventdate import event_date, event_mention

HELD = {
    "verb-of-taking-place": (
        "Sáng ngày 06/02/2026, tại Trung tâm đã diễn ra Hội nghị hợp tác đào tạo.",
        "2026-02-06",
    ),
    "date-behind-the-verb": ("Hội nghị khai mạc ngày 12.8.2016 tại Hạ Long.", "2016-08-12"),
    "opening-the-sentence": (
        "Sáng 10/7/2026, hơn 160 người từ 14 đơn vị về Bệnh viện sơ kết công tác tuyến.",
        "2026-07-10",
    ),
    "hour-before": ("Lúc 7h30 ngày 12/12/2026, Khoa Tiêm chủng mở cửa.", "2026-12-12"),
    "not-the-paper": (
        "Thực hiện Kế hoạch số 12/KH-BV ngày 05/01/2026 của Bệnh viện, sáng 06/02/2026, "
        "Khoa Nhi đã tổ chức tập huấn.",
        "2026-02-06",
    ),
    "papers-in-the-first-paragraph": (
        "Thực hiện Kế hoạch số 235-KH/TU ngày 05/8/2024 của Thành ủy; Hướng dẫn số 30-HD/TU "
        "ngày 16/10/2024 của Thành ủy.\nNgày 12/03/2025, Chi bộ đã tổ chức Đại hội.",
        "2025-03-12",
    ),
    "not-the-jubilee": (
        "Kỷ niệm 71 năm Ngày Thầy thuốc Việt Nam (27/2/1955 - 27/2/2026), chiều 26/2/2026, "
        "Bệnh viện đã tổ chức gặp mặt.",
        "2026-02-26",
    ),
    "not-the-founding-day": (
        "Bệnh viện được thành lập ngày 15/3/1990. Sáng 15/4/2026, Bệnh viện tổ chức lễ.",
        "2026-04-15",
    ),
    "not-the-law": (
        "Luật có hiệu lực từ ngày 1/1/2024. Ngày 5/3/2024, Bệnh viện tổ chức tập huấn.",
        "2024-03-05",
    ),
    "not-the-deadline": (
        "Hồ sơ nộp trước ngày 15/8/2026. Lễ trao giải diễn ra ngày 20/8/2026.",
        "2026-08-20",
    ),
    "not-the-birthday": (
        "Bé sinh ngày 3/3/2026. Chiều 20/6/2026, bé đã được xuất viện.",
        "2026-06-20",
    ),
    "not-the-page-stamp": (
        "Cập nhật: 19:14, 03/07/2023 (GMT+7)\n\nNgày 2/7/2023, Tỉnh Đoàn tổ chức ngày hội.",
        "2023-07-02",
    ),
    "not-the-year-before": (
        "Năm 2025, Bệnh viện đã khám 120.000 lượt. Sáng 15/01/2026, Bệnh viện tổ chức họp.",
        "2026-01-15",
    ),
    "behind-a-word-like-born": (
        "Đợt khám sức khỏe học sinh diễn ra ngày 25/12/2023.",
        "2023-12-25",
    ),
    "first-of-two": (
        "Sáng 5/3/2026, Bệnh viện tổ chức hội nghị chuẩn bị cho đợt khám ngày 12/3/2026.",
        "2026-03-05",
    ),
    "first-of-listed-days": (
        "Lớp học được tổ chức vào các ngày 5, 12 và 19/4/2025.",
        "2025-04-05",
    ),
    "today-in-brackets": ("Sáng nay (5/3/2026), Bệnh viện tổ chức hội thảo.", "2026-03-05"),
    "behind-a-heading": (
        "# Ngày hội\n\nĐoạn một không có ngày.\n\nSáng 6/3/2026, Bệnh viện tổ chức khám.",
        "2026-03-06",
    ),
    "a-part-is-no-date": (
        "Tỷ lệ đạt 7/10. Ngày 5/3/2026, Bệnh viện tổ chức họp.",
        "2026-03-05",
    ),
}

UNDECIDED = {
    "no-date": "Hội nghị không có ngày.",
    "empty": "",
    "no-year": "Chiều 8/4, Bệnh viện tổ chức hội thảo.",
    "reporting-period": "Bệnh viện đã tổ chức hội nghị sơ kết 6 tháng đầu năm 2025.",
    "paper-only": "Căn cứ Quyết định số 817/QĐ-UBND ngày 28/8/2025, Trung tâm tổ chức họp.",
    "deadline-only": "Trước ngày 15/8/2025, các đơn vị gửi báo cáo.",
    "impossible": "Ngày 31/11/2025, Bệnh viện tổ chức họp.",
    "two-days": "Ngày 12/9 và ngày 20/9/2025, Bệnh viện tổ chức khám.",
    "two-sentences": "Ngày 3/3/2026, bé được đưa vào viện. Ngày 5/3/2026, bác sĩ đã mổ.",
    "today": "Sáng nay, Bệnh viện tổ chức hội thảo. Ngày 1/3/2026, hội thảo trước diễn ra.",
    "third-paragraph": "Đoạn một.\n\nĐoạn hai.\n\nNgày 6/3/2026, Bệnh viện tổ chức khám.",
    "year-of-a-prize": "Giải Sao Vàng 2018 đã về tay nhóm nghiên cứu.",
}


@pytest.mark.parametrize(
    ("text", "day"), [pytest.param(*row, id=name) for name, row in HELD.items()]
)
def test_the_event_was_on(text, day):
    found = event_date(text)
    assert found is not None
    assert (str(found.start), found.precision) == (day, Precision.DAY)
    assert event_date(unicodedata.normalize("NFD", text)) == found


@pytest.mark.parametrize(
    "text", [pytest.param(text, id=name) for name, text in UNDECIDED.items()]
)
def test_nobody_can_say_when_the_event_was(text):
    assert event_date(text) is None


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        pytest.param(
            "Trong hai ngày 12 và 13/9/2025, Bệnh viện tổ chức hội nghị khoa học.",
            *("2025-09-12", "2025-09-13", Precision.DAY),
            id="two-days",
        ),
        pytest.param(
            "Từ ngày 5 đến 7/6/2019, đoàn công tác đã khám cho 500 trẻ.",
            *("2019-06-05", "2019-06-07", Precision.DAY),
            id="range",
        ),
        pytest.param(
            "Trong tháng 5/2026, Bệnh viện tổ chức 12 lớp tập huấn.",
            *("2026-05-01", "2026-05-31", Precision.MONTH),
            id="month",
        ),
        pytest.param(
            "Năm 2019, Bệnh viện họp sơ kết công tác tuyến 6 tháng đầu năm.",
            *("2019-01-01", "2019-12-31", Precision.YEAR),
            id="year",
        ),
    ],
)
def test_it_is_as_exact_as_the_text(text, start, end, precision):
    found = event_date(text)
    assert found is not None
    assert (str(found.start), str(found.end), found.precision) == (start, end, precision)


@pytest.mark.parametrize(
    ("text", "year", "title", "day"),
    [
        pytest.param("Chiều 8/4, Bệnh viện họp.", 2024, "", "2024-04-08", id="page"),
        pytest.param(
            "Chiều 8/4, Bệnh viện họp.", None, "Hội thi 2024", "2024-04-08", id="title"
        ),
        pytest.param(
            "Chiều 8/4, Bệnh viện họp.", 2024, "Hội thi 2023", "2024-04-08", id="both"
        ),
        pytest.param("Chiều 8/4/2022, Bệnh viện họp.", 2024, "", "2022-04-08", id="written"),
        pytest.param(
            "Chiều 8/4, Bệnh viện họp.", None, "Từ 2023 đến 2024", None, id="two-years"
        ),
        pytest.param(
            "Chiều 8/4, Bệnh viện họp.", None, "Giai đoạn 2020-2025", None, id="range"
        ),
        pytest.param("Chiều 8/4, Bệnh viện họp.", None, "QĐ 12/2020/QĐ-BYT", None, id="paper"),
        pytest.param(
            "Chiều 5/7, Bệnh viện họp.",
            *(None, "Sơ kết 6 tháng đầu năm 2025", "2025-07-05"),
            id="report-in-summer",
        ),
        pytest.param(
            "Chiều 15/1, Bệnh viện họp.",
            *(None, "Tổng kết công tác năm 2025", None),
            id="report-in-winter",
        ),
    ],
)
def test_a_year_that_is_not_written_comes_from_the_page_or_the_title(text, year, title, day):
    found = event_date(text, year, title)
    assert (found and str(found.start)) == day


def test_the_expression_is_known():
    text = "Sáng thứ Sáu, ngày 06/02/2026, từ 8h00 đến 11h30, Bệnh viện tổ chức hội nghị."
    found = event_mention(text)
    assert found is not None
    assert (found.text, found.weekday, len(found.hours)) == ("ngày 06/02/2026", 4, 2)
