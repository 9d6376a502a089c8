"""Text from anywhere: whatever is pasted, the page holds the elements we know and no others."""

from __future__ import annotations

import random

import html5lib
import markdown
import pytest
from html5lib.serializer import serialize

from bantin import limits
from bantin.markup.convert import convert
from bantin.markup.links import fill, is_allowed

ATTRIBUTES = {
    "a": {"href", "title", "rel", "class"},
    "abbr": {"title"},
    "code": {"class"},
    "div": {"class"},
    "li": {"id"},
    "sup": {"id"},
    "td": {"class"},
    "th": {"class"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
}
ELEMENTS = {
    *ATTRIBUTES,
    *("blockquote", "br", "dd", "dl", "dt", "em", "figcaption", "figure", "hr", "ol", "p"),
    *("pre", "strong", "table", "tbody", "thead", "tr", "ul", "DOCUMENT_FRAGMENT"),
}


def filled(body: str) -> str:
    made = convert(body)
    links = {n: t.destination for n, t in enumerate(made.targets)}
    return "".join(fill(made, links, {}))


def parsed(html: str):
    parser = html5lib.HTMLParser(namespaceHTMLElements=False, strict=True)
    return parser.parseFragment(html)


def assert_safe(html: str) -> None:
    tree = parsed(html)
    for element in tree.iter():
        assert element.tag in ELEMENTS, element.tag
        assert set(element.attrib) <= ATTRIBUTES.get(element.tag, set())
        assert is_allowed(element.get("href", ""))
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    once = serialize(tree)
    assert serialize(parsed(once)) == once
    assert not any(character >= "\U000f0000" for character in html)


@pytest.mark.parametrize(
    ("body", "tags"),
    [
        pytest.param("<script>alert(1)</script>", ["<script>", "</script>"], id="script"),
        pytest.param("a <img src=x onerror=alert(1)> b", ["<img src=x onerror=alert(1)>"]),
        pytest.param("<svg/onload=alert(1)>", ["<svg/onload=alert(1)>"], id="slash"),
        pytest.param("<div\n  class='x'\n>", ["<div\n  class='x'\n>"], id="three-lines"),
        pytest.param("<base href='//x'>", ["<base href='//x'>"], id="base"),
        pytest.param('<meta http-equiv="refresh" content="0;url=x">', None, id="meta"),
        pytest.param("<iframe srcdoc='<b>x</b>'></iframe>", None, id="iframe"),
        pytest.param("<form action=x><input name=y autofocus></form>", None, id="form"),
        pytest.param("<math><mtext></table><style><!--</style>", None, id="mutation"),
        pytest.param("<o:p></o:p>", ["<o:p>", "</o:p>"], id="word"),
        pytest.param("<!-- a -->", ["<!-- a -->"], id="comment"),
        pytest.param("<!-- a\n\nb", ["<!-- a"], id="comment-left-open"),
        pytest.param("<!DOCTYPE html>", ["<!DOCTYPE html>"], id="declaration"),
        pytest.param("<![CDATA[x]]>", ["<![CDATA[x]]>"], id="cdata"),
        pytest.param("<?php echo 1 ?>", ["<?php echo 1 ?>"], id="instruction"),
        pytest.param("- a\n\n    - <b>", ["<b>"], id="in-a-list"),
        pytest.param("a|b\n-|-\n<b>|c", ["<b>"], id="in-a-table"),
        pytest.param("## <b>", ["<b>"], id="in-a-heading"),
        pytest.param("**[<b>](a.md)**", ["<b>"], id="in-a-link"),
        pytest.param("a[^1]\n\n[^1]: <b>", ["<b>"], id="in-a-footnote"),
        pytest.param("`a` <b> `", ["<b>"], id="beside-code"),
        pytest.param(r"\\<b>", ["<b>"], id="escaped-backslash"),
    ],
)
def test_raw_html_is_refused_and_shown_as_typed(body, tags):
    findings = convert(body).findings
    assert {finding.code for finding in findings} == {"raw-html"}
    if tags:
        assert [dict(finding.values)["tag"] for finding in findings] == [
            " ".join(tag.split(" ")) for tag in tags
        ]
    lines = body.split("\n")
    assert all(lines[f.line - 1][f.column - 1] == "<" for f in findings)
    assert_safe(filled(body))


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("`<b>`", id="span"),
        pytest.param("`` ` <b> ``", id="double-span"),
        pytest.param("```\n<b>\n```", id="fence"),
        pytest.param("~~~ html\n<b>\n~~~", id="tilde-fence"),
        pytest.param("    <b>", id="indented"),
        pytest.param("- a\n\n        <b>", id="indented-in-a-list"),
        pytest.param(r"\<b>", id="escaped"),
        pytest.param("<https://x.vn/a?b=c>", id="autolink"),
        pytest.param("<a.b@c.vn>", id="mail"),
        pytest.param("[a](<b c.pdf>)", id="destination"),
        pytest.param("[a]: <b>\n\n[a]", id="reference"),
        pytest.param("<5 tuổi; a < b; <<>>; <3; <Bà Trần>; a<b", id="signs"),
        pytest.param("&lt;b&gt; &#x3c;script&#x3e;", id="entities"),
    ],
)
def test_what_only_looks_like_html_passes(body):
    assert convert(body).findings == ()
    assert_safe(filled(body))


SCHEMES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java&#115;cript:alert(1)",
    "java&Tab;script&colon;alert(1)",
    "&#x6A;avascript:alert(1)",
    "\x01javascript:alert(1)",
    "vbscript:x",
    "data:text/html,x",
    "file:///etc/passwd",
    "ftp://x.vn",
    "//x.vn/a",
    "/\\x.vn",
    "C:\\a.jpg",
]


@pytest.mark.parametrize("destination", SCHEMES)
@pytest.mark.parametrize(
    "form", ["[a]({})", "[a](<{}>)", "![a]({})", "[a][r]\n\n[r]: {}", "**[a]({} 't')**"]
)
def test_a_link_to_a_refused_scheme_is_text(form, destination):
    made = convert(form.format(destination))
    assert [finding.code for finding in made.findings] == ["link-scheme"]
    assert made.targets == ()
    assert_safe("".join(made.parts))


def test_a_refused_autolink_is_text():
    made = convert("<javascript:alert(1)>")
    assert [finding.code for finding in made.findings] == ["link-scheme"]
    assert made.parts == ("<p>javascript:alert(1)</p>",)


@pytest.mark.parametrize(
    ("body", "line"),
    [
        pytest.param("[" * 4_000, 1, id="4000-brackets"),
        pytest.param("a\n\n" + "[" * 20_000, 3, id="20000-brackets"),
        pytest.param("![" * 4_000, 1, id="pictures"),
        pytest.param("[a](b " * 3_000, 1, id="links-left-open"),
        pytest.param("a\n" + "*a" * 500_000, 2, id="a-megabyte-of-stars"),
        pytest.param("x\n" + "y" * (limits.LINE_CHARACTERS + 1), 2, id="long-line"),
        pytest.param("a\n\n" * 6_000, 10_001, id="paragraphs"),
        pytest.param(("*a* " * 4_000 + "\n\n") * 5, 7, id="emphasis"),
        pytest.param("# a\n" * 200_000, 1_001, id="headings"),
        pytest.param("*[a]: b\n" * 1_000, 201, id="abbreviations"),
    ],
)
def test_a_body_that_would_take_for_ever_is_refused(body, line):
    (finding,) = convert(body).findings
    assert (finding.code, finding.line) == ("body-too-complex", line)
    assert 1 <= finding.column <= len(body.split("\n")[line - 1]) + 1


def test_a_long_honest_report_passes():
    paragraph = "Hội nghị (lần thứ *hai*) do [Sở Y tế](https://x.vn) [chủ trì]. " * 20
    assert convert("\n\n".join(["## Phần", paragraph] * 50)).findings == ()


@pytest.mark.parametrize("body", ["- " * 1_000 + "a", "    " * 60 + "a"])
def test_lists_without_bottom_are_refused(body):
    assert [finding.code for finding in convert(body).findings] == ["body-too-complex"]


def test_quotes_without_bottom_are_shown():
    assert_safe(filled(">" * 3_000 + " a"))


def test_bookmarks_of_the_library_are_never_published():
    made = convert("*s**t*[a](b.md)")
    assert [finding.code for finding in made.findings] == ["body-unreadable"]
    assert made.parts == ("",)


def test_time_is_limited(monkeypatch):
    monkeypatch.setattr(limits, "SECONDS_PER_FILE", 0.001)
    made = convert("*a* " * 4_000)
    assert [finding.code for finding in made.findings] == ["body-too-slow"]
    assert made.parts == ("",)


def test_a_fault_of_the_library_is_a_finding(monkeypatch):
    def broken(_self, _source):
        raise AssertionError("we should not get here!")

    monkeypatch.setattr(markdown.Markdown, "convert", broken)
    assert [finding.code for finding in convert("a").findings] == ["body-unreadable"]


PIECES = (
    *("<b>", "</b>", "<", ">", "<!--", "-->", "<?x", "&", "&lt;", "&#60;", '"', "'", "\\"),
    *("*", "**", "_", "`", "```\n", "~~~\n", "[", "]", "](", ")", "![", "(", "[^1]", "[^1]: "),
    *("[gallery]", "\n[gallery]\n", "# ", "## ", "\n", "\n\n", "    ", "- ", "1. ", "> ", ": "),
    *("|", "-|-\n", "===\n", "---\n", "*[a]: ", "[a]: ", "a", "đ", "javascript:", "https://x"),
    *("<https://x>", "<a@b>", "\x02", "\x03", "\U000f0000", "\U000f8000", "\U00100000"),
    *("\U00100003", "wzxhzdk:0", "klzzwxh:0000", "amp", "{: #x onclick=y}", 'b "t"', "  \n"),
)


@pytest.mark.parametrize("seed", range(40))
def test_no_mixture_of_signs_escapes(seed):
    dice = random.Random(seed)
    for _ in range(15):
        body = "".join(dice.choices(PIECES, k=dice.randrange(1, 40)))
        made = convert(body)
        assert_safe(filled(body))
        lines = body.split("\n")
        for place in (*made.findings, *made.targets):
            assert 1 <= place.line <= len(lines)
            assert 1 <= place.column <= len(lines[place.line - 1]) + 1
