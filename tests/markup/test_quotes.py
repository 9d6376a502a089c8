from __future__ import annotations

import pytest

from bantin.markup.convert import convert
from bantin.markup.links import fill


def page(body: str) -> str:
    made = convert(body)
    assert made.findings == ()
    links = {number: target.destination for number, target in enumerate(made.targets)}
    (html,) = fill(made, links, {})
    return html.replace("\n", "")


@pytest.mark.parametrize(
    ("body", "words", "speaker"),
    [
        pytest.param("> Lời.\n> — An, Giám đốc", "<p>Lời.</p>", "An, Giám đốc", id="line"),
        pytest.param("> Lời.\n> – An", "<p>Lời.</p>", "An", id="short-dash"),
        pytest.param("> Lời.\n>\n> — An", "<p>Lời.</p>", "An", id="paragraph"),
        pytest.param("> Lời.  \n> — An", "<p>Lời.</p>", "An", id="after-a-break"),
        pytest.param("> Lời *nhẹ*\n> — An", "<p>Lời <em>nhẹ</em></p>", "An", id="emphasis"),
        pytest.param(
            "> Lời.\n> — **An**, [Sở](https://x.vn)",
            "<p>Lời.</p>",
            '<strong>An</strong>, <a href="https://x.vn" rel="noopener">Sở</a>',
            id="emphasis-and-link-in-the-name",
        ),
        pytest.param("> Một.\n>\n> Hai.\n> — An", "<p>Một.</p><p>Hai.</p>", "An", id="two"),
        pytest.param("> - Một.\n>\n> — An", "<ul><li>Một.</li></ul>", "An", id="after-a-list"),
        pytest.param(
            "> a & 1 < 2\n> — C & D", "<p>a &amp; 1 &lt; 2</p>", "C &amp; D", id="escaped"
        ),
    ],
)
def test_the_last_line_after_a_dash_names_the_speaker(body, words, speaker):
    html = f"<blockquote>{words}<footer><cite>{speaker}</cite></footer></blockquote>"
    assert page(body) == html


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("> Lời.", id="no-dash"),
        pytest.param("> Lời – và lời.", id="dash-in-the-line"),
        pytest.param("> Lời.\n> - An", id="hyphen"),
        pytest.param("> Lời.\n> —An", id="no-space"),
        pytest.param("> Lời.\n> —", id="dash-alone"),
        pytest.param("> — An", id="name-alone"),
        pytest.param("> — An\n> Lời.", id="first-line"),
        pytest.param("> – Anh đi đâu?\n> – Tôi về.", id="conversation"),
        pytest.param("> – Anh đi đâu?\n>\n> – Tôi về.", id="conversation-in-paragraphs"),
        pytest.param("Lời.\n— An", id="no-quotation"),
    ],
)
def test_other_dashes_stay_as_typed(body):
    assert "<cite>" not in page(body)
    assert page(body).count("—") == body.count("—")
    assert page(body).count("–") == body.count("–")
