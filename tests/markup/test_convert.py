from __future__ import annotations

from unicodedata import normalize

import pytest

from bantin.errors import Location, Severity
from bantin.locale import LANGUAGES, message
from bantin.markup.convert import convert
from bantin.markup.converted import Converted
from bantin.markup.links import fill


def page(body: str) -> str:
    """The filled HTML: links lead where they say, pictures are named by their file."""
    made = convert(body)
    links = {n: t.destination for n, t in enumerate(made.targets) if t.kind == "link"}
    photos = {
        n: f"<img:{t.destination}>" for n, t in enumerate(made.targets) if t.kind == "photo"
    }
    return "|".join(fill(made, links, photos))


def found(body: str) -> list[tuple[str, int, int]]:
    return [(finding.code, finding.line, finding.column) for finding in convert(body).findings]


@pytest.mark.parametrize(
    ("body", "html"),
    [
        pytest.param(
            "a *b* **c** `d`", "<p>a <em>b</em> <strong>c</strong> <code>d</code></p>"
        ),
        pytest.param(
            "a | b\n:--|--:\n1 | 2",
            "<table>\n<thead>\n<tr>\n"
            '<th class="align-left">a</th>\n<th class="align-right">b</th>\n'
            "</tr>\n</thead>\n<tbody>\n<tr>\n"
            '<td class="align-left">1</td>\n<td class="align-right">2</td>\n'
            "</tr>\n</tbody>\n</table>",
            id="table-aligned-by-class",
        ),
        pytest.param(
            "KH\n: Kế hoạch", "<dl>\n<dt>KH</dt>\n<dd>Kế hoạch</dd>\n</dl>", id="definition"
        ),
        pytest.param(
            "*[BHYT]: Bảo hiểm y tế\n\nThẻ BHYT",
            '<p>Thẻ <abbr title="Bảo hiểm y tế">BHYT</abbr></p>',
            id="abbreviation",
        ),
        pytest.param(
            "- a\n\n1. b", "<ul>\n<li>a</li>\n</ul>\n<ol>\n<li>b</li>\n</ol>", id="sane-lists"
        ),
        pytest.param(
            "```python\n<div>\n# [a](b)\n```",
            '<pre><code class="language-python">&lt;div&gt;\n# [a](b)\n</code></pre>',
            id="fence",
        ),
        pytest.param(
            "``` {#x .y onclick=z}\na\n```", "<pre><code>a\n</code></pre>", id="fence-ids"
        ),
        pytest.param("~~~\na", "<pre><code>a\n</code></pre>", id="fence-left-open"),
        pytest.param(
            '![Hội trường](../../images/a.jpg "Toàn cảnh *hội trường*")',
            "<figure><img:../../images/a.jpg>"
            "<figcaption>Toàn cảnh <em>hội trường</em></figcaption></figure>",
            id="figure",
        ),
        pytest.param(
            "![](a.jpg)\n![](b.jpg)",
            "<figure><img:a.jpg></figure>\n<figure><img:b.jpg></figure>",
            id="two-figures",
        ),
        pytest.param("xem ![a](a.jpg) đây", "<p>xem <img:a.jpg> đây</p>", id="in-a-line"),
        pytest.param(
            "[![a](a.jpg)](https://x.vn)",
            '<p><a href="https://x.vn" rel="noopener"><img:a.jpg></a></p>',
            id="picture-in-a-link",
        ),
        pytest.param(
            "[a <https://b.vn>](https://c.vn)",
            '<p><a href="https://c.vn" rel="noopener">a https://b.vn</a></p>',
            id="link-in-a-link",
        ),
        pytest.param(
            "<a@b.vn> <tel:19001234>",
            '<p><a href="mailto:a@b.vn">a@b.vn</a> <a href="tel:19001234">tel:19001234</a></p>',
            id="autolinks",
        ),
        pytest.param("a[^x y]", "<p>a[^x y]</p>", id="unknown-footnote"),
        pytest.param("a &nbsp; &amp; & b", "<p>a &nbsp; &amp; &amp; b</p>", id="entities"),
        pytest.param(r"\<div> \*a\*", "<p>&lt;div&gt; *a*</p>", id="escaped"),
        pytest.param("", "", id="empty"),
        pytest.param(
            "[TOC]\n\n///Footnotes Go Here///",
            "<p>[TOC]</p>\n<p>///Footnotes Go Here///</p>",
            id="no-secret-words",
        ),
        pytest.param('a {: .b }\n\n"c" -- d...', '<p>a {: .b }</p>\n<p>"c" -- d...</p>'),
    ],
)
def test_what_a_body_becomes(body, html):
    assert page(body) == html
    assert found(body) == []


@pytest.mark.parametrize(
    "text",
    [
        "{{ 1336 + 1 }} {% include 'x' %} {# c #}",
        '--8<-- "mkdocs.yml"',
        "!include /etc/passwd",
        "nồng độ x<y và z>t",
        "bé <5 tuổi, a < b, <<>>, <Trưởng khoa>",
        "\U00100002" + "0" + "\U00100003",
    ],
)
def test_text_stays_as_typed(text):
    made = convert(text)
    assert made.findings == ()
    (html,) = fill(made, {}, {})
    shown = html.removeprefix("<p>").removesuffix("</p>")
    typed = text.replace("\U00100002", "\ufffd").replace("\U00100003", "\ufffd")
    assert shown.replace("&lt;", "<").replace("&gt;", ">") == typed


def test_footnotes_lead_there_and_back():
    made = convert("a[^x y] b[^x y]\n\n[^x y]: c [d](e.md)")
    assert made.anchors == ("fnref:1", "fnref2:1", "fn:1")
    assert 'href="#fnref:1"' in made.parts[0]
    assert 'href="#fnref2:1"' in made.parts[0]
    assert [target.destination for target in made.targets] == ["e.md"]


@pytest.mark.parametrize(
    ("body", "headings"),
    [
        pytest.param("## Đỗ Mạnh\n\n### B", [(2, "do-manh"), (3, "b")], id="as-typed"),
        pytest.param("# A\n\n## B", [(2, "a"), (3, "b")], id="below-the-title"),
        pytest.param("A\n===\n\n###### B", [(2, "a"), (6, "b")], id="underlined"),
        pytest.param("## A\n\n## A\n\n## A-2", [(2, "a"), (2, "a-2"), (2, "a-2-2")]),
        pytest.param("## ***\n\n## ?", [(2, "muc"), (2, "muc-2")], id="no-letters"),
    ],
)
def test_headings_have_a_level_and_an_id_of_their_own(body, headings):
    made = convert(body)
    assert [(heading.level, heading.id) for heading in made.headings] == headings
    assert made.anchors == tuple(name for _, name in headings)
    assert all(f'<h{level} id="{name}">' in made.parts[0] for level, name in headings)


def test_letters_are_composed_and_columns_counted_as_typed():
    made = convert(normalize("NFD", "## Đỗ Hòa\n\nế [ố](a.md)"))
    assert made.parts[0].startswith('<h2 id="do-hoa">Đỗ Hòa</h2>')
    assert made.headings[0].text == "Đỗ Hòa"
    assert (made.targets[0].text, made.targets[0].column) == ("ố", 11)


def test_a_footnote_holds_no_gallery():
    made = convert("a[^1]\n\n[^1]: b\n\n    c\n[gallery]")
    assert len(made.parts) == 1


def test_a_heading_in_the_contents_has_its_words_and_no_links():
    made = convert("## A & [*b*](c.md) `<d>`[^1] &lt; ![e](f.jpg)\n\n[^1]: x")
    (heading,) = made.headings
    assert heading.text == "A & b <d> <"
    assert heading.html == "A &amp; <em>b</em> <code>&lt;d&gt;</code> &lt;"


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        pytest.param("a\n\n[gallery]\n\nb", ("<p>a</p>", "<p>b</p>"), id="between"),
        pytest.param("a\n[gallery]\nb", ("<p>a</p>", "<p>b</p>"), id="no-empty-lines"),
        pytest.param("- a\n[gallery]", ("<ul>\n<li>a</li>\n</ul>", ""), id="after-a-list"),
        pytest.param("[Gallery] ", ("", ""), id="alone"),
        pytest.param(
            "[gallery]\n: a", ("", "<dl>\n<dd>a</dd>\n</dl>"), id="no-term-of-a-definition"
        ),
        pytest.param("xem [gallery] nhé", ("<p>xem [gallery] nhé</p>",), id="in-a-line"),
        pytest.param("    [gallery]", ("<pre><code>[gallery]\n</code></pre>",), id="in-code"),
        pytest.param(
            "> [gallery]",
            ("<blockquote>\n<p>[gallery]</p>\n</blockquote>",),
            id="in-a-quote",
        ),
    ],
)
def test_the_gallery_parts_the_body(body, parts):
    assert convert(body).parts == parts
    assert convert(body).findings == ()


def test_every_target_knows_where_it_was_typed():
    body = (
        "[một](a.md) và [hai]( <b c.md> 'tựa')\n\n"
        "`[x](a.md)`\n\n"
        '    [y](a.md)\n\n- ![ba](a.md "chú")\n\n'
        "<https://x.vn> [bốn][r]\n\n[r]: d.md\n"
    )
    assert [
        (t.kind, t.destination, t.line, t.column, t.text, t.title)
        for t in convert(body).targets
    ] == [
        ("link", "a.md", 1, 7, "một", ""),
        ("link", "b c.md", 1, 24, "hai", "tựa"),
        ("photo", "a.md", 7, 9, "ba", "chú"),
        ("link", "https://x.vn", 9, 2, "https://x.vn", ""),
        ("link", "d.md", 11, 6, "bốn", ""),
    ]


def test_a_target_is_text_without_entities():
    (target,) = convert("[R&amp;D &copy; *x*](a.md?b=1&amp;c=2)").targets
    assert (target.text, target.destination) == ("R&D © x", "a.md?b=1&c=2")


@pytest.mark.parametrize(
    ("body", "findings"),
    [
        pytest.param("## A\n\nB <b>c</b>", [("raw-html", 3, 3), ("raw-html", 3, 7)], id="tags"),
        pytest.param(
            "# A\n\n> # B", [("body-heading-level", 1, 1), ("body-heading-level", 3, 3)]
        ),
        pytest.param("x\n\nA\n=", [("body-heading-level", 3, 1)], id="underlined"),
        pytest.param("```\n# a\n```\n\n    # b", [], id="code"),
        pytest.param("[gallery]\n\na\n\n  [gallery]", [("gallery-twice", 5, 12)]),
        pytest.param("a\n[b](javascript:c)", [("link-scheme", 2, 5)]),
    ],
)
def test_findings_say_where(body, findings):
    assert found(body) == findings


def test_the_same_text_gives_the_same_page_and_survives_the_cache():
    body = "# A\n\n[a](b.md) ![c](d.jpg 'e')\n\n[gallery]\n\n<div> [^1]\n\n[^1]: f"
    made = convert(body)
    assert convert(body) == made
    assert Converted.from_json(made.to_json()) == made


def test_a_finding_becomes_a_problem_of_its_file():
    level, tag = (found.problem("news/a.md", 9) for found in convert("# A\n\n<hr>").findings)
    assert (level.at, level.severity) == (Location("news/a.md", 9, 1), Severity.WARNING)
    assert (tag.at, tag.severity) == (Location("news/a.md", 11, 1), Severity.ERROR)
    assert "<hr>" in message(tag, "vi").text


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "body", ["<b>", "[a](file:b)", "[" * 4000, "# a", "[gallery]\n\n[gallery]"]
)
def test_every_finding_has_words(body, lang):
    for finding in convert(body).findings:
        words = message(finding.problem("news/a.md"), lang)
        assert words.text
        assert words.hint


def test_a_heading_never_takes_the_address_of_a_photo():
    (heading,) = convert("## Ảnh 3\n").headings
    assert heading.id != "anh-3"
