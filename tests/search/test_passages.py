from __future__ import annotations

import pytest

from bantin.markup.convert import convert
from bantin.search import passages

BODY = """\
Lời[^1] **đậm** & *nghiêng*, a < b.
Dòng hai\\
xuống dòng.

## Đầu đề

> Trích lời.
>
> — BS Lan

| Khoa | Ca |
|---|--:|
| Nhi | 12 |

- một
    - hai

[gallery]

Từ [đường dẫn](a.md) tới `mã`.

[^1]: Chú giải.
""".replace("\\\n", "  \n")  # a line break, as Markdown writes it


def test_each_block_of_a_body_is_a_passage():
    before, after = convert(BODY).parts
    assert passages.of_html(before) == (
        "Lời đậm & nghiêng, a < b. Dòng hai xuống dòng.",
        *("Đầu đề", "Trích lời.", "BS Lan"),
        *("Khoa · Ca", "Nhi · 12"),
        *("một", "hai"),
    )
    assert "↩" in after
    assert passages.of_html(after)[1:] == ("Chú giải.",)


@pytest.mark.parametrize(
    ("html", "seen"),
    [
        pytest.param("", (), id="nothing"),
        pytest.param("chữ trần", ("chữ trần",), id="no-tags"),
        pytest.param('<p><img src="a" alt="Ảnh &quot;x&quot;"></p>', ('Ảnh "x"',), id="alt"),
        pytest.param(
            "<p>một <img src=a alt='hai'> ba</p>", ("một", "hai", "ba"), id="alt-inside"
        ),
        pytest.param(
            "<p>a</p><script>if (1 < 2) x()</script><p>b</p>", ("a", "b"), id="script"
        ),
        pytest.param("<p>a<!-- <b>lời dặn</b> --></p>", ("a",), id="comment"),
        pytest.param(
            "<p>a</p><!--mật <b>lộ</b> hết--><p>b</p>", ("a", "b"), id="tight-comment"
        ),
        pytest.param("<p>a</p><!--xem > mật--><p>b</p>", ("a", "b"), id="comment-with-sign"),
        pytest.param("<p>a</p><!-- mật <b>lộ</b>", ("a",), id="unclosed-comment"),
        pytest.param("<p title='a>b'>x</p>", ("x",), id="single-quotes"),
        pytest.param(
            '<h2>x<a class="headerlink" href="#x">¶</a></h2>'
            '<p>viết title="Hội nghị</p><p>Đoạn hai</p><p>"</p>',
            ("x", 'viết title="Hội nghị', "Đoạn hai", '"'),
            id="quotation-marks-in-text",
        ),
        pytest.param("<p>x</p><svg><svg>a</svg>b</svg><p>y</p>", ("x", "y"), id="nested"),
        pytest.param("<p>x</p><svg/onload=a>a</svg><p>y</p>", ("x", "y"), id="slash"),
        pytest.param("<P>a<STYLE>b{}</STYLE></P>", ("a",), id="capitals"),
        pytest.param(
            '<p>a <a title="1 > 2 <i>" href="#">b</a></p>', ("a b",), id="sign-in-tag"
        ),
        pytest.param(
            '<h2>Đầu đề<a class="headerlink" href="#x">¶</a></h2>', ("Đầu đề",), id="headerlink"
        ),
        pytest.param("<p>6&nbsp;tháng\n  đầu</p>", ("6 tháng đầu",), id="spaces"),
        pytest.param("<p>&lt;script&gt;</p>", ("<script>",), id="escaped"),
        pytest.param("<script>never closed", ("never closed",), id="unclosed"),
        pytest.param("<p>x</p><svg><title>sao</title></svg>", ("x",), id="drawing"),
    ],
)
def test_what_is_seen_of_html(html, seen):
    assert passages.of_html(html) == seen


@pytest.mark.parametrize(
    ("caption", "seen"),
    [
        (
            "Toàn cảnh *hội trường* và [khách](https://a.example.org)",
            "Toàn cảnh hội trường và khách",
        ),
        ("Giá < 5 & > 3", "Giá < 5 & > 3"),
        ("Lời  thường", "Lời thường"),
    ],
)
def test_a_caption_is_plain_text(caption, seen):
    assert passages.of_caption(caption) == seen


@pytest.mark.parametrize("tag", ["<svg>", "<a class='headerlink'>", "<script>", "<!-->"])
def test_what_is_never_closed_is_looked_for_once(tag):
    count = 100_000  # quadratic work would not end
    assert passages.of_html(f"<p>a</p>{tag * count}<p>b</p>") == ("a", "b")
