"""What the gate stops, what it lets through, and that nothing hides from it."""

from __future__ import annotations

import random
import zlib
from pathlib import Path

import pytest

from bantin import locale
from bantin.publish import gate

SITE = "https://tin.example.org/bv/"
PAGE = """\
<!doctype html>
<html lang="vi">
<head><title>Tin</title></head>
<body>
{}
</body></html>
"""
LINE = 5
"""Where the body of PAGE begins."""


def found(folder: Path) -> list[tuple[str, str]]:
    """Place and code of each problem."""
    return [(str(one.at), one.code) for one in gate.problems(folder, SITE)]


def codes(folder: Path, name: str, content: str | bytes) -> set[str]:
    file = folder / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return {one.code for one in gate.problems(folder, SITE)}


STOPPED = {
    "script": ("<script>alert(1)</script>", "script"),
    "script-in-capitals": ("<ScRiPt>alert(1)</sCrIpT>", "script"),
    "script-over-lines": ("<script\n\ttype='text/javascript'\n>alert(1)</script\n>", "script"),
    "script-with-slash": ("<script/defer>alert(1)</script>", "script"),
    "script-never-closed": ("<script>alert(1)", "script"),
    "script-as-module": ('<script type="module">alert(1)</script>', "script"),
    "script-as-map": ('<script type="importmap">{}</script>', "script"),
    "script-of-two-types": (
        '<script type="text/javascript" type="application/json">alert(1)</script>',
        "script",
    ),
    "script-of-no-file": ('<script src="">alert(1)</script>', "script"),
    "script-with-text-in-a-drawing": (
        '<svg><script src="/a">alert(1)</script></svg>',
        "script",
    ),
    "script-with-cdata-in-a-drawing": (
        '<svg><script src="/a"><![CDATA[alert(1)]]></script></svg>',
        "script",
    ),
    "script-with-text-in-capitals": ('<SCRIPT SRC="/a">alert(1)</SCRIPT>', "script"),
    "script-with-tags-inside": ('<script src="/a"><b>alert(1)</b></script>', "script"),
    "script-of-no-known-type": ('<script type="text/plain">x</script>', "script"),
    "script-in-a-drawing": ('<svg><script href="/a.js"></script></svg>', "script"),
    "script-with-a-prefix": ("<svg:script>alert(1)</svg:script>", "script"),
    "script-behind-a-short-comment": ("<!--><script>alert(1)</script>-->", "script"),
    "script-behind-a-bang": ("<!-- --!><script>alert(1)</script> -->", "script"),
    "script-behind-a-title": ('<title><a title="</title><script>alert(1)</script>">', "script"),
    "script-behind-cdata": ('<svg><![CDATA[x>]]><script>1</script><a title="]]>">', "script"),
    "script-behind-a-quote": ("<p title=\"a'>\"<script>alert(1)</script>'>", "script"),
    "script-in-noscript": ('<noscript><p title="</noscript><script>1</script>">', "script"),
    "script-in-json": (
        '<script type="application/json">"</script><script>1</script>',
        "script",
    ),
    "script-in-a-comment": ("<!-- <script>alert(1)</script> -->", "script"),
    "handler": ("<img src=x onerror=alert(1)>", "handler"),
    "handler-in-capitals": ('<IMG SRC="x" OnError="alert(1)">', "handler"),
    "handler-behind-slashes": ("<img/src='x'/onerror=alert(1)>", "handler"),
    "handler-behind-a-slash": ('<img/onerror="alert(1)"src="x">', "handler"),
    "handler-behind-a-quote": ('<img src="x"onerror="alert(1)">', "handler"),
    "handler-on-its-own-line": ("<img src=x\nonerror\n=\nalert(1)>", "handler"),
    "handler-behind-a-form-feed": ("<img\fsrc=x\fonerror=alert(1)>", "handler"),
    "handler-in-a-drawing": ("<svg onload=alert(1)>", "handler"),
    "handler-of-a-made-up-tag": ("<xss onfocus=alert(1) tabindex=1>", "handler"),
    "handler-without-value": ("<details open ontoggle>", "handler"),
    "handler-in-single-quotes": ("<b onclick='alert(1)'>x</b>", "handler"),
    "handler-behind-a-larger": ('<b title="a>b" onclick="alert(1)">x</b>', "handler"),
    "handler-behind-an-equals": ("<b a=b=c onclick=alert(1)>x</b>", "handler"),
    "handler-of-an-animation": (
        "<svg><animate attributeName=onclick values=alert(1)></svg>",
        "address",
    ),
    "tag-never-closed": ("<img src=x onerror=alert(1) ", "handler"),
    "quote-never-closed": ('<a href="x', "unreadable"),
    "tags-without-end": ("<a " * 2_000, "unreadable"),
    "nul": ("<scr\0ipt>alert(1)</script>", "unreadable"),
    "other-encoding": ("\x1b$B<p>\x1b(B", "unreadable"),
    "style": ('<p style="color: red">x</p>', "style"),
    "style-in-capitals": ("<P STYLE=color:red>x</P>", "style"),
    "style-element": ("<style>p { color: red }</style>", "style"),
    "style-element-in-a-drawing": ("<svg><style>*{}</style></svg>", "style"),
    "javascript": ('<a href="javascript:alert(1)">x</a>', "address"),
    "javascript-in-capitals": ('<a href="JaVaScRiPt:alert(1)">x</a>', "address"),
    "javascript-behind-a-space": ('<a href=" javascript:alert(1)">x</a>', "address"),
    "javascript-behind-a-sign": ('<a href="\x01javascript:alert(1)">x</a>', "address"),
    "javascript-in-entities": ('<a href="java&#115;cript:alert(1)">x</a>', "address"),
    "javascript-in-bare-entities": ("<a href=&#106avascript:alert(1)>x</a>", "address"),
    "javascript-with-a-tab": ('<a href="java\tscript:alert(1)">x</a>', "address"),
    "javascript-over-lines": ('<a href="java\nscript:alert(1)">x</a>', "address"),
    "javascript-with-tab-entity": ('<a href="java&Tab;script&colon;alert(1)">x</a>', "address"),
    "javascript-without-quotes": ("<a href=javascript:alert(1)>x</a>", "address"),
    "javascript-in-a-drawing": (
        '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
        "address",
    ),
    "javascript-in-a-form": ('<form action="javascript:alert(1)"></form>', "address"),
    "javascript-of-a-button": (
        '<button formaction="javascript:alert(1)">x</button>',
        "address",
    ),
    "javascript-animated": (
        '<svg><animate attributeName="xlink:href" values="javascript:alert(1)"/></svg>',
        "address",
    ),
    "vbscript": ('<a href="vbscript:x">x</a>', "address"),
    "data-page": ('<a href="data:text/html,<script>alert(1)</script>">x</a>', "address"),
    "data-script": ('<script src="data:text/javascript,alert(1)"></script>', "address"),
    "data-picture-as-a-page": ('<a href="data:image/svg+xml,<svg/>">x</a>', "address"),
    "refresh-to-code": (
        '<meta http-equiv="refresh" content="0; url=javascript:alert(1)">',
        "address",
    ),
    "base": ('<base href="/x/">', "base"),
    "base-in-capitals": ("<BASE HREF=//evil.example>", "base"),
    "frame": ('<iframe src="x.html"></iframe>', "frame"),
    "frame-of-text": ("<iframe srcdoc='<b>x</b>'></iframe>", "frame"),
    "object": ('<object data="x.pdf"></object>', "frame"),
    "embedded": ('<embed src="x.pdf">', "frame"),
    "script-elsewhere": ('<script src="https://cdn.example/a.js"></script>', "elsewhere"),
    "script-at-no-scheme": ('<script src="//cdn.example/a.js"></script>', "elsewhere"),
    "script-at-backslashes": (r'<script src="\\cdn.example/a.js"></script>', "elsewhere"),
    "script-at-mixed-slashes": (r'<script src="/\cdn.example/a.js"></script>', "elsewhere"),
    "script-at-three-slashes": ('<script src="///cdn.example/a.js"></script>', "elsewhere"),
    "script-at-no-slashes": ('<script src="http:cdn.example/a.js"></script>', "elsewhere"),
    "script-at-hidden-slashes": ('<script src="/\t/cdn.example/a.js"></script>', "elsewhere"),
    "script-at-a-name-like-ours": (
        '<script src="https://tin.example.org.evil.example/a.js"></script>',
        "elsewhere",
    ),
    "script-at-our-name-as-user": (
        '<script src="https://tin.example.org@evil.example/a.js"></script>',
        "elsewhere",
    ),
    "script-unencrypted": ('<script src="http://tin.example.org/a.js"></script>', "elsewhere"),
    "stylesheet-elsewhere": ('<link rel="stylesheet" href="//cdn.example/a.css">', "elsewhere"),
    "stylesheet-of-two-relations": (
        '<link rel="alternate stylesheet" href="//cdn.example/a.css">',
        "elsewhere",
    ),
    "font-ahead": ('<link rel="preload" href="https://cdn.example/a.woff2">', "elsewhere"),
    "name-ahead": ('<link rel="preconnect" href="https://cdn.example">', "elsewhere"),
    "icon-elsewhere": ('<link rel="icon" href="https://cdn.example/a.svg">', "elsewhere"),
    "module-ahead": ('<link rel="modulepreload" href="https://cdn.example/a.js">', "elsewhere"),
    "manifest-elsewhere": ('<link rel="manifest" href="https://cdn.example/a">', "elsewhere"),
    "photo-elsewhere": ('<img src="https://cdn.example/a.jpg">', "elsewhere"),
    "photo-of-a-set": (
        '<img src="a.jpg" srcset="a.jpg 480w,//cdn.example/a.jpg 960w">',
        "elsewhere",
    ),
    "source-elsewhere": ('<source srcset="https://cdn.example/a.webp 1x">', "elsewhere"),
    "film-elsewhere": ('<video src="https://cdn.example/a.mp4"></video>', "elsewhere"),
    "poster-elsewhere": ('<video poster="https://cdn.example/a.jpg"></video>', "elsewhere"),
    "sound-elsewhere": ('<audio src="https://cdn.example/a.mp3"></audio>', "elsewhere"),
    "form-elsewhere": ('<form action="https://evil.example/"></form>', "elsewhere"),
    "mail-form": ('<form action="mailto:a@example.org"></form>', "elsewhere"),
    "telling-of-a-click": ('<a href="/" ping="https://evil.example/">x</a>', "elsewhere"),
    "drawing-elsewhere": ('<svg><use href="//cdn.example/a.svg#a"/></svg>', "elsewhere"),
    "paint-elsewhere": ('<svg><path fill="url(//cdn.example/a#a)"/></svg>', "elsewhere"),
    "refresh-elsewhere": (
        '<meta content="0;URL=\'//evil.example\'" http-equiv="REFRESH">',
        "elsewhere",
    ),
    "refresh-without-url": (
        '<meta http-equiv="refresh" content="0 https://evil.example">',
        "elsewhere",
    ),
    "background": ('<body background="https://cdn.example/a.jpg">', "elsewhere"),
}

LET_THROUGH = {
    "script": '<script src="../assets/shell.0123456789ab.js" defer></script>',
    "script-of-the-site": '<script src="https://tin.example.org/a.js"></script>',
    "script-of-the-site-without-scheme": "<script src=//TIN.example.org/a.js></script>",
    "data": '<script id="__config" type="application/json">{"a": "x onload=1"}</script>',
    "linked-data": '<script type="application/ld+json">{"url": "https://a.example"}</script>',
    "link": '<a href="https://benhvien.example/?a=1&amp;b=javascript:">x</a>',
    "mail": '<a href="mailto:a@example.org">x</a> <a href="tel:19001234">x</a>',
    "canonical": '<link rel="canonical" href="https://other.example/a/">',
    "translation": '<link rel="alternate" hreflang="en" href="https://other.example/en/">',
    "neighbours": '<link rel="prev" href="../a/"><link rel="next" href="../b/">',
    "fonts-ahead": '<link rel="preload" href="a.woff2" as="font" crossorigin>',
    "photo": '<img src="a.480.jpg" srcset="a.480.webp 480w, a.960.webp 960w" alt="Ảnh" hidden>',
    "photo-in-itself": '<img src="data:image/png;base64,AA==" alt="">',
    "drawing": '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12"/></svg>',
    "drawing-of-this-page": '<svg><use xlink:href="#a"/><path fill="url(#b)"/></svg>',
    "form": '<form action="/search/" method="get"><input name="q"></form>',
    "refresh": '<meta http-equiv="refresh" content="0; url=../../news/2026/a/">',
    "shared-picture": '<meta property="og:image" content="https://cdn.example/a.jpg">',
    "policy": '<meta http-equiv="Content-Security-Policy" content="script-src \'self\'">',
    "description-of-code": '<meta name="description" content="javascript: onload=x">',
    "written-of": '<p title="style=x onload=y javascript:">a onclick=b style="c"</p>',
    "shown-as-code": "<code>&lt;script&gt;alert(1)&lt;/script&gt; &lt;p onclick=x&gt;</code>",
    "sums": "<p>a < b, 1<2, I <3 you, 5 > 4, <- ->",
    "comment": "<!-- <p class='x'>not yet</p> -->",
    "class-and-data": '<table class="style" data-on="1" data-src="//x">',
    "names-with-on": '<p data-onload="x" aria-controls="on" id="onload">',
    "single-quotes": "<p title='5\" < 6\"'>x</p>",
    "dialog": '<dialog open><form method="dialog"><button>OK</button></form></dialog>',
}


@pytest.mark.parametrize("name", STOPPED)
def test_it_stops(name, tmp_path):
    html, code = STOPPED[name]
    assert f"gate-{code}" in codes(tmp_path, "index.html", PAGE.format(html))


@pytest.mark.parametrize("name", LET_THROUGH)
def test_it_lets_through(name, tmp_path):
    assert codes(tmp_path, "index.html", PAGE.format(LET_THROUGH[name])) == set()


@pytest.mark.parametrize("name", STOPPED)
def test_a_page_that_was_harmless_once_does_not_cover_for_another(name, tmp_path):
    """The sieve remembers tags; what it remembers may not be taken for something else."""
    harmless = "\n".join(LET_THROUGH.values())
    (tmp_path / "a.html").write_text(PAGE.format(harmless), encoding="utf-8")
    html, code = STOPPED[name]
    assert f"gate-{code}" in codes(tmp_path, "b.html", PAGE.format(harmless + html))


def test_it_tells_file_line_and_column(tmp_path):
    (tmp_path / "lien-he").mkdir()
    text = PAGE.format("<p>Đường dây nóng</p>\n<p>Ảnh: <img src=x onerror=alert(1)></p>")
    (tmp_path / "lien-he/index.html").write_text(text, encoding="utf-8")
    (problem,) = gate.problems(tmp_path, SITE)
    assert str(problem.at) == f"lien-he/index.html:{LINE + 1}:9"
    for lang in locale.LANGUAGES:
        assert "<img src=x onerror=alert(1)>" in locale.message(problem, lang).text


def test_it_quotes_what_a_script_says(tmp_path):
    html = '<script type="text/javascript">\n  var a = "tin";\n</script>'
    (tmp_path / "a.html").write_text(PAGE.format(html), encoding="utf-8")
    (problem,) = gate.problems(tmp_path, SITE)
    assert 'var a = "tin";' in locale.message(problem, "en").text


def test_what_stands_on_every_page_is_told_once(tmp_path):
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.html").write_text(PAGE.format("<script>1</script>"), "utf-8")
    (tmp_path / "d.html").write_text(PAGE.format("<script>2</script>"), "utf-8")
    first, second = gate.problems(tmp_path, SITE)
    assert [str(first.at), str(second.at)] == [f"a.html:{LINE}:1", f"d.html:{LINE}:1"]
    assert "3" in locale.message(first, "en").text


def test_without_an_address_of_its_own_every_host_is_another(tmp_path):
    html = '<script src="https://tin.example.org/a.js"></script>'
    (tmp_path / "a.html").write_text(PAGE.format(html), encoding="utf-8")
    assert [one.code for one in gate.problems(tmp_path, "")] == ["gate-elsewhere"]


DRAWING = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg">{}</svg>\n'


@pytest.mark.parametrize(
    ("svg", "expected"),
    [
        pytest.param(DRAWING.format('<path d="M0 0"/>'), set(), id="plain"),
        pytest.param(DRAWING.format("<script>1</script>"), {"gate-script"}, id="script"),
        pytest.param(
            DRAWING.format('<_a:script xmlns:_a="http://www.w3.org/2000/svg">1</_a:script>'),
            {"gate-script"},
            id="prefix",
        ),
        pytest.param(
            '<!DOCTYPE svg [<!ENTITY a "<script/>">]>\n<svg>&a;</svg>',
            {"gate-unreadable", "gate-script"},
            id="entity",
        ),
        pytest.param(
            '<?xml-stylesheet href="//evil.example/a.xsl"?>\n<svg/>',
            {"gate-unreadable"},
            id="rewritten",
        ),
        pytest.param(DRAWING.format('<g onload="x"/>'), {"gate-handler"}, id="handler"),
    ],
)
def test_drawings_are_read_as_strictly(svg, expected, tmp_path):
    assert codes(tmp_path, "a.SVG", svg) == expected


@pytest.mark.parametrize(
    ("css", "stopped"),
    [
        ("a { background: url(https://cdn.example/a.png) }", True),
        ('a { background: url( "//cdn.example/a.png" ) }', True),
        ("a { background: URL('HTTP://cdn.example/a.png') }", True),
        (r"a { background: \75 rl(//cdn.example/a.png) }", True),
        (r"a { background: u\000052L(//cdn.example/a.png) }", True),
        (r"a { background: url(\2f\2f cdn.example/a.png) }", True),
        (r"a { background: \url(//cdn.example/a.png) }", True),
        ("@import '//cdn.example/a.css';", True),
        ("@import/**/url(//cdn.example/a.css) layer(x);", True),
        (r'@\69mport "https://cdn.example/a.css";', True),
        ('a { background: image-set("https://cdn.example/a.png" 1x) }', True),
        ('/* " */ @import "//cdn.example/a.css"; /* " */', True),
        ("a { background: url(data:text/html,x) }", True),
        ('@font-face { src: url("be-vietnam-pro.woff2") format("woff2") }', False),
        (
            "a { mask: url('data:image/svg+xml,<svg xmlns=\"http://www.w3.org/2000/svg\"/>') }",
            False,
        ),
        ('a[href^="https://"]::after { content: "https://x.example" }', False),
        ("/* url(https://cdn.example/a.png) @import '//x' */", False),
        ('@namespace svg url("http://www.w3.org/2000/svg");', False),
        ('@import url("../main.css") layer(material);', False),
        ("a { background: url(https://tin.example.org/a.png) }", False),
        ('a { content: "\\"; } b { background: url(//cdn.example/" }', False),
    ],
)
def test_stylesheets_ask_nobody_else(css, stopped, tmp_path):
    assert codes(tmp_path, "a.css", css) == ({"gate-elsewhere"} if stopped else set())


def test_a_place_in_a_stylesheet(tmp_path):
    (tmp_path / "a.css").write_text("a {}\nb { mask: url(//x.example/a) }\n", encoding="utf-8")
    assert found(tmp_path) == [("a.css:2:11", "gate-elsewhere")]


PIECES = (
    *(
        "<",
        ">",
        '"',
        "'",
        "=",
        "/",
        " ",
        "\n",
        "\f",
        "a",
        "b=",
        "&quot;",
        "&lt;",
        "\0",
        "-",
        "!",
    ),
    *(
        "<!--",
        "-->",
        "--!>",
        "<!-->",
        "<![CDATA[",
        "]]>",
        "<?",
        "</",
        "<!x",
        "<p",
        "<p ",
        "<img ",
    ),
    *("<title>", "</title>", "<textarea>", "</textarea>", "<noscript>", "</noscript>", "<xmp>"),
    *(
        "<svg>",
        "</svg>",
        "<math>",
        "<mtext>",
        "<foreignObject>",
        "<desc>",
        "<template>",
        "<table>",
    ),
    *(
        "<script",
        "<script>",
        "</script>",
        "<script src=x>",
        ' type="application/json"',
        " src=x",
    ),
    *("<style>", "</style>", "style=", " style=x", "onload=", " onload=x", "/onload", "<base "),
    *(
        "<plaintext>",
        "<select>",
        "<iframe>",
        "</iframe>",
        "<a href=",
        "javascript:",
        '" title="',
    ),
)
ACTIVE = """documents => documents.map(text => {
  const all = [...new DOMParser().parseFromString(text, 'text/html').querySelectorAll('*')];
  const roots = all.filter(one => one.content instanceof DocumentFragment);
  all.push(...roots.flatMap(one => [...one.content.querySelectorAll('*')]));
  return all.some(one => ['style', 'base', 'iframe'].includes(one.localName)
    || (one.localName === 'script' && !one.hasAttribute('src')
        && one.getAttribute('type') !== 'application/json')
    || one.getAttributeNames().some(name => name.startsWith('on') || name === 'style')
    || /^javascript:/i.test(one.protocol ?? ''));
})"""


def test_no_browser_sees_what_the_gate_does_not(browser, tmp_path):
    """Thousands of heaps of broken markup: where Chromium finds something, so does the gate."""
    dice = random.Random(20261122)
    heaps = ["".join(dice.choices(PIECES, k=dice.randint(2, 14))) for _ in range(20_000)]
    page = browser.new_page()
    active = page.evaluate(ACTIVE, heaps)
    page.close()
    assert sum(active) > 5_000
    sieve = gate.Sieve(SITE)
    missed = [
        heap
        for heap, is_active in zip(heaps, active, strict=True)
        if is_active and not any(sieve.problems("a.html", heap.encode()))
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("name", "content", "stopped"),
    [
        pytest.param("a/anh.zip", b"PK\x03\x04...", True, id="archive"),
        pytest.param("a/anh.ZIP", b"", True, id="by-name"),
        pytest.param("a/anh.bin", b"PK\x03\x04...", True, id="by-content"),
        pytest.param("a/mau.docx", b"PK\x03\x04...", False, id="word"),
        pytest.param("a/so-lieu.XLSX", b"PK\x03\x04...", False, id="excel"),
        pytest.param("a/anh.tar.gz", b"\x1f\x8b...", True, id="packed"),
        pytest.param("a/anh.BR", b"", True, id="packed-by-name"),
        pytest.param("a/anh.txt", b"P", False, id="short"),
        pytest.param("search/terms/0.bin", zlib.compress(b"PK\x03\x04..."), False, id="words"),
        pytest.param("search/texts/0.bin", b"PK\x03\x04...", True, id="no-words"),
    ],
)
def test_an_archive_goes_out_only_if_we_made_it(tmp_path, name, content, stopped):
    (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
    (tmp_path / name).write_bytes(content)
    assert [code for _, code in found(tmp_path)] == ["gate-archive"] * stopped
    assert list(gate.problems(tmp_path, SITE, {name}.__contains__)) == []
