from __future__ import annotations

import pytest

from bantin.vietnamese.datefinder import Kind, find

OF = {
    Kind.EVENT: (
        "Sáng ngày 06/02/2026, tại Trung tâm đã diễn ra Hội nghị",
        "Thực hiện Kế hoạch số 15/KH-SYT, sáng ngày 5/3/2026, Bệnh viện tổ chức",
        "Thực hiện Kế hoạch số 15/KH-SYT, ngày 06/02/2026, Bệnh viện tổ chức",
        "Bệnh viện thông báo ngày 12/3/2026 sẽ tổ chức khám",
        "Lễ ký kết ngày 5/3/2026",
        "Lễ kỷ niệm Ngày Thầy thuốc Việt Nam diễn ra sáng 25/2/2025",
        "cập nhật kiến thức ngày 5/3/2026",
        "Bệnh viện triển khai từ ngày 5/3/2026 đến 7/3/2026",
        "Quý IV năm 2025, hội thi sẽ diễn ra",
        "dự kiến hoàn thành quý I/2026",
        "Hội nghị năm 2027 sẽ họp",
        "trong dịp lễ 30/4-1/5/2026",
        "8:30 ngày 5/3/2026",
        "Tập huấn tại phòng số 5, ngày 5/3/2026",
        "Thứ Hai, ngày 05/01/2026",
    ),
    Kind.DOCUMENT: (
        "Kế hoạch số 123/KH-BV ngày 05/01/2026 của Bệnh viện",
        "Thông tư số 07/2014/TT-BYT ngày 25/02/2014",
        "Quyết định số 817/QĐ-UBND của UBND tỉnh ngày 28/8/2025",
        "Quyết định số 123/QĐ-BYT, ngày 5/3/2026 của Bộ Y tế",
        "Công văn số 565- CV/TU, ngày 14/03/2022 của Tỉnh ủy",
        "Chỉ thị số 35- CT/TW ngày 30/5/2019 của Bộ Chính trị",
        "Nghị quyết 72-NQ/TW, ngày 9/9/2025",
        "Giấy mời ngày 3/2/2026",
        "Thông báo ngày 12/3/2026 của Sở Y tế",
        "theo báo cáo ngày 12/3/2026",
        "Biên bản nghiệm thu lập ngày 20.09.2024",
        "được ban hành ngày 5/3/2026",
        "Luật Khám bệnh, chữa bệnh năm 2023",
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;",
        "Giấy phép hoạt động số 345/BYT-GPHĐ cấp ngày 12/5/2014",
        "Hải Phòng, ngày 06 tháng 02 năm 2026",
    ),
    Kind.ANNIVERSARY: (
        "(27/2/1955 – 27/2/2025)",
        "Bệnh viện được thành lập ngày 15/3/1990",
        "thành lập năm 1962",
        "Quốc khánh 2/9/2025",
        "nhân ngày 8/3/2026",
        "Ngày Thầy thuốc Việt Nam 27/2/2026",
        "chào mừng ngày Quốc tế Điều dưỡng 12/5/2026",
        "kỷ niệm 60 năm (1965 - 2025)",
    ),
    Kind.PERIOD: (
        "6 tháng đầu năm 2019",
        "9 tháng năm 2024",
        "năm học 2025-2026",
        "nhiệm kỳ 2025 - 2030",
        "giai đoạn 2021–2030",
        "1990 - 2020",
        "kế hoạch năm 2026",
        "Hội nghị tổng kết công tác năm 2025",
        "so với cùng kỳ năm 2024",
        "số ca tai biến năm 2021 giảm 12%",
        "Báo cáo quý III/2025",
        "trong quý III/2025, khoa khám 3.000 lượt",
        "năm 2022 là 4.874 ca",
        "tính đến hết ngày 3/6/2021, đã tiêm",
        "Tính đến 17h ngày 30/9/2025, đã tiêm",
        "tầm nhìn đến năm 2045",
        "số liệu từ ngày 1/1/2025 đến ngày 30/6/2025",
    ),
    Kind.DEADLINE: (
        "trước ngày 15/8/2025",
        "trước 17h00 ngày 15/8/2025",
        "hạn nộp hồ sơ: 30/6/2025",
        "Hạn đăng ký: 29/09/2023",
        "chậm nhất là ngày 15/12/2025",
        "đến hết ngày 30/6/2025",
        "nhận hồ sơ đến ngày 20/3/2026",
        "có giá trị đến ngày 31/12/2026",
    ),
    Kind.EFFECT: (
        "có hiệu lực thi hành kể từ ngày 01/01/2024",
        "Từ ngày 1/7/2025, Luật Bảo hiểm y tế sửa đổi có hiệu lực",
        "áp dụng từ 01/01/2026",
        "kể từ ngày 1/7/2025",
    ),
    Kind.PUBLICATION: (
        "Ngày đăng: 06/02/2026",
        "Bản đăng ngày 14/6/2026",
        "Cập nhật lần cuối lúc 08:15, 10/01/2024",
        "Đăng lúc: 10:24:33 29/07/2022 (GMT+7)",
        "Xuất bản:Chủ nhật, 18/11/2018 15:57 (GMT+7)",
        "Thứ Tư, 10/01/2024 08:15 (GMT+7)",
        "Thứ Tư, 10/01/2024 | 08:15 (GMT+7)",
        "Thứ Tư, 10/01/2024 - 08:15",
        "CBS-Thứ năm, ngày 27/02/2014 09:00 GMT+7",
        "18:11 28/12/2018",
        "(Hà Nội, 05/12/2016) – Bệnh viện",
    ),
}


@pytest.mark.parametrize(
    ("text", "kind"),
    [pytest.param(text, kind, id=text) for kind, texts in OF.items() for text in texts],
)
def test_words_around_say_what_a_date_is_of(text, kind):
    (found,) = find(text)
    assert found.kind is kind


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param(
            "Kế hoạch 12/KH-BV ngày 5/1/2026 và Công văn 13/SYT-NVY ngày 7/1/2026",
            [Kind.DOCUMENT, Kind.DOCUMENT],
            id="two-papers",
        ),
        pytest.param(
            "Công văn số 12/SYT-NVY ngày 5/1/2026 và 9/1/2026 của Sở Y tế",
            [Kind.DOCUMENT, Kind.DOCUMENT],
            id="two-days-of-one-paper",
        ),
        pytest.param(
            "Kỷ niệm 70 năm (27/2/1955 – 27/2/2025), sáng 25/2/2025, Bệnh viện gặp mặt",
            [Kind.ANNIVERSARY, Kind.EVENT],
            id="jubilee-and-party",
        ),
        pytest.param(
            "Hướng tới Ngày Quốc tế Điều dưỡng 12/5/2023, ngày 9/5/2023 bệnh viện mở hội thi",
            [Kind.ANNIVERSARY, Kind.EVENT],
            id="special-day-and-event",
        ),
        pytest.param(
            "Nhân kỷ niệm Ngày Thầy thuốc Việt Nam, ngày 27/2/2026, tại Hà Nội",
            [Kind.EVENT],
            id="event-on-the-special-day",
        ),
        pytest.param(
            "Thứ Bảy tuần trước (8/11/2025), đoàn khám cho 500 người",
            [Kind.EVENT, Kind.EVENT],
            id="last-week-is-no-deadline",
        ),
        pytest.param(
            "Sơ kết công tác. Ngày 5/3/2026, Bệnh viện họp",
            [Kind.EVENT],
            id="the-sentence-before-says-nothing",
        ),
    ],
)
def test_each_date_of_a_sentence_has_its_own_kind(text, kinds):
    assert [one.kind for one in find(text)] == kinds
