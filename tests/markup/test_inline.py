from __future__ import annotations

import pytest

from bantin.markup.inline import caption_html, plain

CAPTIONS = [
    pytest.param("Giám đốc phát biểu", "Giám đốc phát biểu", "Giám đốc phát biểu", id="text"),
    pytest.param(
        "*a* __b__ ***c***",
        "<em>a</em> <strong>b</strong> <strong><em>c</em></strong>",
        "a b c",
        id="emphasis",
    ),
    pytest.param(
        "[a](<https://x.vn?b=1&c=\"d> 'tựa')",
        '<a href="https://x.vn?b=1&amp;c=&quot;d" rel="noopener">a</a>',
        "a",
        id="link",
    ),
    pytest.param("[a](mailto:b@c.vn)", '<a href="mailto:b@c.vn">a</a>', "a", id="mail"),
    pytest.param("[a](../b.md) [c](tel:1) [d](#e)", "a c d", "a c d", id="other-links"),
    pytest.param("[a](javascript:b) [c](java&#115;cript:d)", "a c", "a c", id="script"),
    pytest.param("[a](//b.vn)", "a", "a", id="host-only"),
    pytest.param(
        "<b onclick=x>*a*</b> <!-- c -->",
        "&lt;b onclick=x&gt;<em>a</em>&lt;/b&gt; &lt;!-- c --&gt;",
        "<b onclick=x>a</b> <!-- c -->",
        id="html",
    ),
    pytest.param('A & B < C "D"', 'A &amp; B &lt; C "D"', 'A & B < C "D"', id="signs"),
    pytest.param("R&amp;D", "R&amp;D", "R&D", id="entity"),
    pytest.param(r"\*a\* \<", "*a* &lt;", "*a* <", id="escaped"),
    pytest.param("1. *a*", "1. <em>a</em>", "1. a", id="no-list"),
    pytest.param("# *a*", "# <em>a</em>", "# a", id="no-heading"),
    pytest.param("> `a` *b*", "&gt; `a` <em>b</em>", "> `a` b", id="no-quote-no-code"),
    pytest.param("![a](b.jpg)", "![a](b.jpg)", "![a](b.jpg)", id="no-picture"),
    pytest.param("a\n\n    *b*", "a <em>b</em>", "a b", id="one-line"),
    pytest.param("<span>*a*</span>", "&lt;span&gt;<em>a</em>&lt;/span&gt;", "<span>a</span>"),
    pytest.param("{{ a }} [x][y] [z]", "{{ a }} [x][y] [z]", "{{ a }} [x][y] [z]"),
    pytest.param("", "", "", id="empty"),
]


@pytest.mark.parametrize(("caption", "html", "_text"), CAPTIONS)
def test_a_caption_as_html(caption, html, _text):
    assert caption_html(caption) == html


@pytest.mark.parametrize(("caption", "_html", "text"), CAPTIONS)
def test_a_caption_as_text(caption, _html, text):
    assert plain(caption) == text
