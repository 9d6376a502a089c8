from __future__ import annotations

import pytest

from bantin.markup.convert import convert
from bantin.markup.links import Leads, Resolved, fill, is_allowed, resolve


@pytest.mark.parametrize(
    ("destination", "resolved"),
    [
        pytest.param("b.md", Resolved(Leads.FILE, "news/2026/b.md"), id="beside"),
        pytest.param("./b/", Resolved(Leads.FILE, "news/2026/b"), id="folder"),
        pytest.param(
            "../../docs/lien-he.md#gi%E1%BB%9D",
            Resolved(Leads.FILE, "docs/lien-he.md", "giờ"),
            id="fragment-decoded",
        ),
        pytest.param(
            "a%CC%89nh%20l%E1%BB%9Bn.jpg",
            Resolved(Leads.FILE, "news/2026/ảnh lớn.jpg"),
            id="nfc",
        ),
        pytest.param("b.md?x=1", Resolved(Leads.FILE, "news/2026/b.md"), id="query"),
        pytest.param("b%3Fc.md", Resolved(Leads.FILE, "news/2026/b?c.md"), id="question-mark"),
        pytest.param("../../..", Resolved(Leads.OUTSIDE), id="above"),
        pytest.param("../../../x.md", Resolved(Leads.OUTSIDE), id="climbs"),
        pytest.param("%2e%2e/%2E%2E/..%2fx", Resolved(Leads.OUTSIDE), id="climbs-encoded"),
        pytest.param("..\\..\\..\\x", Resolved(Leads.OUTSIDE), id="climbs-backwards"),
        pytest.param("a%00.md", Resolved(Leads.OUTSIDE), id="no-path"),
        pytest.param("../../x.md", Resolved(Leads.FILE, "x.md"), id="at-the-root"),
        pytest.param("/docs/x.md", Resolved(Leads.ABSOLUTE), id="absolute"),
        pytest.param("%2fdocs/x.md", Resolved(Leads.ABSOLUTE), id="absolute-encoded"),
        pytest.param("#dau", Resolved(Leads.FRAGMENT, "", "dau"), id="same-page"),
        pytest.param("", Resolved(Leads.FRAGMENT), id="nothing"),
        pytest.param("https://x.vn/a", Resolved(Leads.EXTERNAL), id="external"),
        pytest.param("MAILTO:a@b.vn", Resolved(Leads.EXTERNAL), id="mail"),
        pytest.param("//x.vn/a", Resolved(Leads.EXTERNAL), id="host-only"),
    ],
)
def test_where_a_destination_leads(destination, resolved):
    assert resolve(destination, "news/2026") == resolved


def test_a_file_at_the_root_has_nothing_above():
    assert resolve("../a.md", "").leads == Leads.OUTSIDE
    assert resolve("docs/a.md", "") == Resolved(Leads.FILE, "docs/a.md")


@pytest.mark.parametrize(
    ("destination", "allowed"),
    [
        ("HTTPS://x.vn", True),
        ("tel:19001234", True),
        ("a/b:c.md", True),
        ("#a:b", True),
        ("java\tscr\nipt:x", False),
        ("\x1f javascript:x", False),
        (" //x.vn", False),
        ("/\t/x.vn", False),
        ("\\\\x.vn", False),
    ],
)
def test_schemes_are_read_as_a_browser_reads_them(destination, allowed):
    assert is_allowed(destination) is allowed


def test_gaps_are_filled_by_index():
    made = convert("[a](b.md 'c \"d\"') ![e & f](g.jpg)\n\n[gallery]\n\n[h](https://i.vn)")
    assert fill(made, {0: "/x/?a&\"b'", 2: "https://i.vn"}, {1: "<picture></picture>"}) == (
        '<p><a href="/x/?a&amp;&quot;b&#x27;" title="c &quot;d&quot;">a</a>'
        " <picture></picture></p>",
        '<p><a href="https://i.vn" rel="noopener">h</a></p>',
    )


def test_a_gap_without_content_is_text():
    made = convert("[*a*](b.md) [c](d.md) ![e < f](g.jpg) ![](h.jpg)")
    assert fill(made, {0: None}, {}) == ("<p><em>a</em> c e &lt; f </p>",)
