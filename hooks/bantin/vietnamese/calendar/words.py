"""Words that dates are made of, and words around them that say what a date is.

Text for the regular expressions of ``points.compiled``: a space is any white space, case
does not count.
"""

from __future__ import annotations

from typing import Final


def words(alternatives: str) -> str:
    """The alternatives as one group."""
    return f"(?:{alternatives})"


_ONES: Final = (
    *("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"),
    *("mười một", "mười hai", "mười ba", "mười bốn", "mười lăm", "mười sáu", "mười bảy"),
    *("mười tám", "mười chín", "hai mươi", "hai mươi mốt", "hai mươi hai", "hai mươi ba"),
    *("hai mươi bốn", "hai mươi lăm", "hai mươi sáu", "hai mươi bảy", "hai mươi tám"),
    *("hai mươi chín", "ba mươi", "ba mươi mốt"),
)
NUMBERS: Final[dict[str, int]] = {
    **{word: number for number, word in enumerate(_ONES, 1)},
    **{"tư": 4, "bẩy": 7, "mười tư": 14, "hai mươi tư": 24, "hai mươi nhăm": 25},
}
"""How the days of a month are said."""
MONTHS: Final[dict[str, int]] = {
    **{word: number for number, word in enumerate(_ONES[:12], 1) if number != 4},
    **{"tư": 4, "bốn": 4, "giêng": 1, "chạp": 12, "bẩy": 7},
}
"""Months after ``tháng``; tháng tư is said, tháng bốn is met."""
MOON_MONTHS: Final = ("giêng", "chạp")
"""Months of the lunar year; giêng is January where a year in figures stands beside it."""
WEEKDAYS: Final[dict[str, int]] = {
    **{"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "bẩy": 5},
    **{str(number): number - 2 for number in range(2, 8)},
    **{"chủ nhật": 6, "chúa nhật": 6, "cn": 6},
}
"""What stands after ``thứ`` or ``T``, or alone; Monday is 0."""
QUARTERS: Final[dict[str, int]] = {
    **{"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4},
    **{"một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4},
}


def _longest_first(table: dict[str, int]) -> str:
    return words("|".join(sorted(table, key=len, reverse=True)))


NUMBER: Final = _longest_first(NUMBERS)
MONTH: Final = _longest_first(MONTHS)
QUARTER: Final = _longest_first(QUARTERS)
WEEKDAY: Final = (
    words("thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật|chúa nhật")
    + r"|(?-i:T[2-7]|CN)(?=[\s,)–-])"
)
PART: Final = words("rạng sáng|sáng sớm|sáng|trưa|chiều|tối|đêm|khuya")
HOUR: Final = (
    r"(?:[01]?[0-9]|2[0-4])(?:\s?(?:h|g|giờ)(?:\s?[0-5][0-9])?(?:\s?(?:phút|p))?|:[0-5][0-9])"
    r"(?!\w)"
)
"""``8h``, ``7h30``, ``7g30``, ``14 giờ 30 phút``, ``08:15``."""

NOW: Final = words("nay|này")
OTHER: Final = words("ngoái|trước|sau|tới|qua|kia|vừa qua|vừa rồi")
RELATIVE: Final = words(
    "ngày hôm (?:nay|qua|kia|trước|sau)|hôm (?:nay|qua|kia|trước|sau)|ngày mai|ngày kia"
    "|(?:sáng|trưa|chiều|tối|đêm) (?:nay|qua|mai|hôm nay|hôm qua)"
    "|(?:tuần|tháng|quý|năm) (?:này|nay|qua|ngoái|trước|sau|tới|vừa qua|vừa rồi)"
)
COUNTED: Final = words(
    "nhiều|những|các|mấy|vài|mỗi|hằng|hàng|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|chục"
    "|nửa|từng|suốt mấy|[0-9]+"
)
"""Before ``năm qua``, ``tháng tới``: a duration, no date."""
EVERY: Final = words("hằng|hàng|mỗi")
MOON: Final = words("âm lịch|âl|al|tết(?! dương)")
MOON_YEAR: Final = words(
    "năm (?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý)"
    " (?:tý|sửu|dần|mão|mẹo|thìn|tỵ|tị|ngọ|mùi|thân|dậu|tuất|hợi)"
)
"""Behind a day of the lunar year."""
MOON_FEASTS: Final = words("giỗ|vu lan|tết|nguyên tiêu|lễ hội|đền|chùa|khai hội")

UNITS: Final = words(
    "viên|gói|lần|cữ|bữa|liều|ống|thìa|muỗng|ml|mg|g|kg|lít|giờ|tiếng|phút|ngày|tuần|độ|°"
    "|mmhg|mmol|tuổi|triệu|tỷ|tỉ|nghìn|ngàn|đồng|usd|vnđ|cm|mm|m|m2|km|giọt|cốc|quả|buổi"
    "|cuộc|điểm|vòng|đời"
)
"""Behind figures that measure."""
DOSES: Final = words(
    "viên|gói|lần(?! (?:đầu|thứ))|cữ|bữa|liều|ống|thìa|muỗng|ml|mg|g|lít|giờ|tiếng|giọt|cốc"
)
"""Behind ``ngày 2-3``: what is taken in a day."""
HEADS: Final = words(
    "trẻ|ca|khoa|phòng|người|bệnh nhân|bệnh nhi|người bệnh|đơn vị|tỉnh|huyện|xã|phường"
    "|thành viên|đại biểu|lượt|mẫu|giường|tiêu chí|chỉ tiêu|nội dung|bác sĩ|điều dưỡng"
    "|cán bộ|số|tổng số|bệnh viện|trường hợp|em|cháu|bé|phiếu|hộ|cơ sở|trạm|nhóm|đội"
    "|thí sinh|học viên|học sinh|sản phụ|thai phụ|phụ nữ|nam|nữ|ý kiến|câu|bài|báo cáo"
    "|đề tài|đảng viên|đoàn viên|bằng khen|mũi|cặp|kíp|máy|phần|suất|quà|tấm|bức"
)
"""Behind figures that count."""
SHARES: Final = words(
    "số|tổng|dân số|thời gian|quân số|trẻ|người|bệnh nhân|ca|học sinh|cán bộ|nhân viên"
    "|thành viên|đại biểu|hộ|giường|đơn vị|chỉ tiêu|tiêu chí|trường hợp"
)
"""What there are parts of: 2/3 quân số."""
REPORTS: Final = words(
    "ca|lượt|người|trẻ|bệnh nhân|bệnh nhi|người bệnh|trường hợp|xét nghiệm|mẫu|liều|học sinh"
)
"""What reports count."""
NUMBERED: Final = words(
    "số|nhà|ngõ|ngách|kiệt|hẻm|đường|phố|phòng|giường|tầng|tổ|quảng trường|công viên|cầu"
    "|chợ|bệnh viện|trường|thpt|thcs|tiểu học|mầm non|nhà văn hóa|rạp|nhà máy|xí nghiệp"
    "|công ty|khu phố|thị lực|huyết áp|mắt"
    "|tỷ số|tỉ số|tỷ lệ|tỉ lệ|trang|điều|khoản|mục|bảng|hình|chương|lớp|phiên bản|version"
    "|bản đồ|quy hoạch|thứ|mã|tờ|thửa|lô|xe|tuyến|đạt|chiếm|khoảng|gần|hơn|bằng|còn|có"
    "|tăng|giảm|lên|xuống|thắng|thua|hòa|điểm|mức|được|là|với|trên|dưới|thai|bầu|grade|độ"
    "|nhóm|khóa|khoá|đợt|lần|cứ|chấm|toa|bài|hiệp|vòng|tập|hàng|dãy|khu|cửa|quầy"
)
"""Before figures that number or measure; also streets, hospitals named after a day."""
AMOUNTS: Final = words(
    "thêm|gồm|tổng|cộng|mỗi|cứ|tới|đến|từ|và|hoặc|máy|iso|model|của|cho|chỉ|cả|đủ|hết"
    "|kỷ lục|mức|vượt|đón|khám|nhận|tặng|mổ|tuyển|dài|rộng|nặng|cao|giá|những"
    "|các|năm|tháng|ngày|lúc|như|qua|bệnh nhân|bn|ca|ca bệnh|phiên bản|tiêm|trao|phát"
    "|tiếp nhận|in|bán|mua|chi|ủng hộ|trị giá|sinh"
)
"""Before four figures that are a number and no year."""
LABELS: Final = words(
    "hội nghị|hội thảo|hội thi|hội thao|đại hội|ngày hội|hội diễn|hội trại|giải|lễ|tuần lễ"
    "|tháng|chương trình|chiến dịch|kế hoạch|báo cáo|tổng kết|sơ kết|công tác|nhiệm vụ"
    "|phương hướng|cuộc thi|kỳ thi|liên hoan|festival|tập huấn|luật|mùa|hè|xuân|thu|đông|tết"
    "|tuyển dụng|tuyển sinh|xét tuyển|diễn tập|cúp|world cup|euro|sea games|asiad|olympic"
)
"""Names in front of ``2025`` that have a year: Hội nghị Nhi khoa 2025."""
ORDINAL: Final = words(
    "quý|đợt|lần|kỳ|kì|tập|khóa|khoá|lớp|vòng|phiên|quyển|học kỳ|mùa|giai đoạn"
)
"""Before ``2/2025``: the second of that year."""
GOES_ON: Final = words(
    "tại|ở|đã|sẽ|vừa|này|và|của|do|nhằm|để|theo|về|diễn|tổ chức|cùng|nhân|trong|đến|tới"
    "|tức|nhưng|hằng"
)
"""Behind a date as well as behind a number; any other small word counts for a noun."""
SCALE: Final = words("tỷ lệ|tỉ lệ|quy hoạch|quy hoạch chi tiết|bản đồ|1 người|cứ")
HOTLINE: Final = words("hotline|tổng đài|đt|điện thoại|gọi|số")

PAPER: Final = (
    words(
        "kế hoạch|quyết định|công văn|chỉ thị|thông tư|nghị định|nghị quyết|giấy mời"
        "|thư mời|tờ trình|thông báo|công điện|báo cáo|biên bản|hợp đồng|văn bản|luật"
        "|pháp lệnh|kết luận|quy định|quy chế|giấy phép|chứng chỉ|giấy chứng nhận"
        "|hướng dẫn|đề án|thỏa thuận|thoả thuận|công thư|thông tri|phiếu|giấy giới thiệu"
    )
    + r"|(?-i:QĐ|CV|KH|NQ|TT|NĐ|TB|TTr|BC|HĐ|CT|TTLT)(?:-[A-ZĐ]{2,8}|)"
)
"""Heads of papers."""
VERBAL_PAPERS: Final = (
    *("thông báo", "báo cáo", "quyết định", "kết luận", "quy định", "hướng dẫn", "đề án"),
)
"""Heads that are verbs as well: Bệnh viện thông báo ngày 12/3 …"""
LAWS: Final = words("bộ luật|luật|hiến pháp|pháp lệnh|nghị định|thông tư|nghị quyết")
"""Known by their years."""
ISSUED: Final = words(
    "ban hành|được ban hành|ký ban hành|ký|được ký|đề|cấp"
    r"|(?<!thành\s)(?<!xác\s)(?<!độc\s)lập"
)
POSTED: Final = words(
    "ngày (?:đăng|tạo|gửi)(?: tin| bài| tải)?|đăng (?:ngày|lúc|vào)|đăng tải"
    "|bản đăng|bài đăng|đăng|cập nhật(?: (?:lần cuối|mới nhất|lúc|vào|ngày))?"
    "|ngày cập nhật|ngày xuất bản|xuất bản|ngày phát hành|phát hành|ngày viết|gửi lúc"
    "|posted|published"
)
IN_FORCE: Final = words("hiệu lực|có hiệu lực|hiệu lực thi hành|áp dụng|thi hành|thực hiện")
DUE: Final = words(
    "có giá trị|hạn chót|chậm nhất|muộn nhất|hạn cuối|thời hạn|hạn nộp|hết hạn|hạn đăng ký|hạn"
)
_NO_BIRTH: Final = (
    *("tuyển", "học", "thí", "phát", "vệ", "sơ", "khai", "hộ", "kháng", "dân", "y"),
)
"""Before sinh: học sinh, tuyển sinh, vệ sinh."""
BORN: Final = "".join(rf"(?<!{word}\s)" for word in _NO_BIRTH) + "sinh"
FOUNDED: Final = words("thành lập|ra đời|truyền thống")
JUBILEE: Final = words("kỷ niệm|kỉ niệm|chặng đường|[0-9]{1,3} năm")
REMEMBERED: Final = words(
    "kỷ niệm|kỉ niệm|chào mừng|nhân dịp|mừng|hướng tới|tri ân|hưởng ứng|tôn vinh|nhân|dịp"
    "|sinh nhật"
)
HOLIDAYS: Final = words(
    "quốc tế|thế giới|thầy thuốc|nhà giáo|phụ nữ|thiếu nhi|gia đình|thương binh"
    "|quốc khánh|giải phóng|truyền thống|quân đội|doanh nhân|toàn dân|toàn quốc"
    "|chuyển đổi số|báo chí|pháp luật|môi trường|lao động|sinh viên|bảo hiểm|dân số"
    "|sức khỏe|sức khoẻ"
)
"""In the names of the year's special days: Ngày Thầy thuốc Việt Nam."""
FEASTS: Final = words(
    "quốc khánh|quốc tế (?:phụ nữ|thiếu nhi|lao động|điều dưỡng|người cao tuổi)"
    "|thầy thuốc việt nam|nhà giáo việt nam|phụ nữ việt nam|giải phóng miền nam"
    "|thương binh|doanh nhân việt nam|báo chí cách mạng"
)
"""Special days that everybody knows by name: Quốc khánh 2/9."""
REPORTED: Final = words(
    "kế hoạch|báo cáo|tổng kết|sơ kết|nhiệm vụ|phương hướng|chỉ tiêu|dự toán|kết quả"
    "|công tác|hoạt động|số liệu|thống kê|mục tiêu|chương trình|giao ban|đánh giá"
    "|tình hình|so với|cùng kỳ|ngân sách|tầm nhìn|định hướng|phấn đấu|quyết toán|thi đua"
    "|chuyên đề|kiểm điểm|tổng thể"
    "|số (?:ca|lượt|người|trẻ|mắc|bệnh nhân)|tỷ lệ|tỉ lệ"
)
TERMS: Final = words(
    "giai đoạn|nhiệm kỳ|nhiệm kì|năm học|niên khóa|niên khoá|khóa|khoá|tài khóa|tài khoá"
    "|niên độ|kế hoạch|học kỳ|học kì"
)
MEASURED_OVER: Final = words(
    "kết quả|số liệu|thống kê|so với|cùng kỳ|cùng kì|phấn đấu|chỉ tiêu|mục tiêu|tầm nhìn"
    "|tổng kết|sơ kết|doanh thu|tỷ lệ"
)
WITHIN: Final = words(
    "trong|vào|hồi|từ|kể từ|đến|tới|sang|hết|trước|sau|ngay|đầu|giữa|cuối|dự kiến|tháng"
)
HAPPENS: Final = words(
    "diễn ra|tổ chức|khai mạc|bế mạc|khai trương|khánh thành|tiến hành|phát động|ra quân"
    "|ký kết|gặp mặt|họp|ra mắt|tham dự|tham gia|đón|tiếp|làm việc|đến thăm|thăm|trao"
    "|tặng|nhận|công bố|bổ nhiệm|khởi công|triển khai|đã|sẽ|vừa|mở|khám|sơ kết|tổng kết"
    "|tọa đàm|toạ đàm|tập huấn|hội thảo|mổ|phẫu thuật|cứu sống|tiếp nhận|bàn giao"
    "|sinh hoạt|trực tiếp|phối hợp|về dự|đi vào hoạt động"
)
"""Verbs that let an event take place; ``đã``, ``sẽ`` and ``vừa`` make one of any verb."""
ASIDE: Final = words(
    "trước đó|so với|lần trước|đợt trước|kỳ trước|tiếp theo|kế tiếp|lần sau|lần tới"
    "|sắp tới|kể từ|trước|tính đến|sau đó"
)
"""Before a day that is told beside the event."""
STAGED: Final = words(
    "diễn ra|tổ chức|khai mạc|bế mạc|khai trương|khánh thành|phát động|ra quân|khởi công"
    "|ký kết|ra mắt|tiến hành"
)
"""Those that nothing but the event of a text is said with."""
