"""YAML as people break it: each fault at its own line, or taken knowingly."""

from __future__ import annotations

import pytest
from bulletins import HEAD, TAIL, good, read, said, with_keys

from bantin import limits, locale

BROKEN = {
    "tab-indent": (with_keys("participants:\n\t- name: A"), "error 5:1 indent-tab"),
    "tab-behind-spaces": (
        with_keys("participants:\n  - name: A\n  \trole: B"),
        "error 6:3 indent-tab",
    ),
    "nbsp-indent": (with_keys("captions:\n  - A\n\u00a0 - B"), "error 6:1 indent-nbsp"),
    "nbsp-indent-of-all": (with_keys("captions:\n\u00a0 - A"), "error 5:1 indent-nbsp"),
    "nbsp-indent-of-more": (with_keys("summary: A\n\u00a0 B"), "error 5:1 indent-nbsp"),
    "nbsp-behind-a-key": (with_keys("place:\u00a0A"), "error 4:7 yaml-colon-space"),
    "colon-in-a-title": (
        HEAD.replace("Hội nghị", "Hội nghị: sơ kết") + TAIL,
        "error 2:16 yaml-colon",
    ),
    "colon-at-the-end": (with_keys("place: Hội trường:"), "error 4:18 yaml-colon"),
    "colon-in-a-caption": (
        with_keys("captions:\n  - Ảnh 1: Toàn cảnh\n  - B"),
        "error 5:5 text-expected-colon",
    ),
    "two-colons-in-a-caption": (
        with_keys("captions:\n  - Ảnh 1: Toàn cảnh: hai"),
        "error 5:21 yaml-colon",
    ),
    "no-space-behind-the-colon": (with_keys("place:Hội trường"), "error 4:7 yaml-colon-space"),
    "no-space-on-line-one": (f"---\ntitle:A\ndate: 2026\n{TAIL}", "error 2:7 yaml-colon-space"),
    "no-space-anywhere": (
        f"---\ntitle:A\ndate:2026-02-06\n{TAIL}",
        "error 2:7 yaml-colon-space",
    ),
    "fullwidth-colon": (f"---\ntitle： A\ndate: 2026\n{TAIL}", "error 2:1 yaml-no-colon"),
    "line-without-key": (with_keys("place: A\nHội trường lớn"), "error 5:1 yaml-no-colon"),
    "line-without-key-in-the-middle": (
        with_keys("summary: Một\nhai\nplace: A"),
        "error 5:1 yaml-no-colon",
    ),
    "colon-without-key": (with_keys(": A"), "error 4:1 yaml-no-colon"),
    "at-sign": (with_keys("byline: @phong"), "error 4:9 yaml-special"),
    "percent": (with_keys("byline: %phong"), "error 4:9 yaml-special"),
    "star": (with_keys("byline: *phong*"), "error 4:9 yaml-special"),
    "star-alone": (with_keys("byline: * phong"), "error 4:9 yaml-special"),
    "ampersand": (with_keys("byline: &phong ban"), "error 4:9 yaml-unwanted"),
    "ampersand-vietnamese": (with_keys("byline: &Đoàn"), "error 4:9 yaml-special"),
    "star-vietnamese": (with_keys("byline: *Đoàn"), "error 4:9 yaml-special"),
    "exclamation-vietnamese": (with_keys("byline: !Đoàn"), "error 4:9 yaml-special"),
    "ampersand-alone": (with_keys("byline: & phong"), "error 4:9 yaml-special"),
    "exclamation": (with_keys("byline: !phong ban"), "error 4:9 yaml-unwanted"),
    "exclamation-alone": (with_keys("byline: ! phong"), "error 4:9 yaml-unwanted"),
    "backtick": (with_keys("byline: `phong`"), "error 4:9 yaml-special"),
    "pipe": (with_keys("byline: | phong"), "error 4:9 yaml-special"),
    "greater-than": (with_keys("byline: > phong"), "error 4:9 yaml-special"),
    "question-mark": (with_keys("byline: ? phong"), "error 4:9 yaml-special"),
    "hyphen": (with_keys("byline: - phong"), "error 4:9 yaml-dash"),
    "comma": (with_keys("byline: , phong"), "error 4:9 yaml-special"),
    "text-behind-brackets": (with_keys("byline: [Sở] Y tế"), "error 4:9 yaml-special"),
    "text-behind-braces": (with_keys("byline: {Sở} Y tế"), "error 4:9 yaml-special"),
    "brace-open": (with_keys("byline: {phong"), "error 4:9 yaml-bracket"),
    "bracket-open": (with_keys("tags: [a, b\nplace: A"), "error 4:7 yaml-bracket"),
    "bracket-too-many": (with_keys("tags: [a]]"), "error 4:10 yaml-stray"),
    "quote-open": (with_keys('byline: "phong'), "error 4:9 yaml-quote-open"),
    "single-quote-open": (with_keys("byline: 'phong"), "error 4:9 yaml-quote-open"),
    "quote-open-before-others": (
        with_keys('byline: "phong\nplace: "A"\nsummary: B'),
        "error 4:9 yaml-quote-open",
    ),
    "single-quote-inside": (with_keys("byline: 'Đ'Hòa'"), "error 4:9 yaml-quote-open"),
    "text-behind-a-quote": (with_keys('byline: "A" và B'), "error 4:9 yaml-after-quote"),
    "text-behind-a-single-quote": (with_keys("byline: 'A' và B"), "error 4:9 yaml-after-quote"),
    "backslash": (with_keys('byline: "C:\\phong"'), "error 4:13 yaml-escape"),
    "half-a-surrogate": (with_keys('byline: "\\ud800"'), "error 4:12 yaml-escape"),
    "curly-quotes": (with_keys("byline: “Phòng”"), "error 4:9 quotes-curly"),
    "curly-single-quotes": (with_keys("byline: ‘Phòng’"), "error 4:9 quotes-curly"),
    "guillemets": (with_keys("byline: «Phòng»"), "error 4:9 quotes-curly"),
    "curly-quotes-around-a-date": (
        with_keys("embargo: “2026-02-06”"),
        "error 4:10 quotes-curly",
    ),
    "key-one-in": (f"---\ntitle: A\n date: 2026-02-06\n{TAIL}", "error 3:2 yaml-indent"),
    "first-key-one-in": (f"---\n title: A\ndate: 2026-02-06\n{TAIL}", "error 2:1 yaml-indent"),
    "inner-key-too-shallow": (
        with_keys("participants:\n  - name: A\n role: B"),
        "error 6:2 yaml-indent",
    ),
    "inner-key-between": (
        with_keys("participants:\n  - name: A\n   role: B"),
        "error 6:4 yaml-indent",
    ),
    "inner-key-too-deep": (
        with_keys("participants:\n  - name: A\n      role: B"),
        "error 6:7 yaml-indent",
    ),
    "inner-key-under-the-hyphen": (
        with_keys("photos:\n  - file: 1.jpg\n  caption: B"),
        "error 6:3 yaml-indent",
    ),
    "entry-too-shallow": (with_keys("captions:\n  - A\n - B"), "error 6:2 yaml-indent"),
    "entry-too-deep": (with_keys("captions:\n  - A\n   - B"), "error 6:4 yaml-indent"),
    "entries-without-space": (with_keys("captions:\n  -A\n  -B"), "error 5:3 list-dash"),
    "first-entry-without-space": (with_keys("captions:\n  -A\n  - B"), "error 5:3 list-dash"),
    "last-entry-without-space": (with_keys("captions:\n  - A\n  -B"), "error 6:3 list-dash"),
    "entries-with-dashes": (with_keys("captions:\n  – A\n  – B"), "error 5:3 list-dash"),
    "one-entry-with-a-dash": (with_keys("captions:\n  - A\n  – B"), "error 6:3 list-dash"),
    "entries-with-bullets": (with_keys("captions:\n  • A\n  • B"), "error 5:3 list-dash"),
    "entries-with-numbers": (with_keys("captions:\n  1. A\n  2. B"), "error 5:3 list-dash"),
    "list-as-text": (with_keys("captions: A"), "error 4:11 list-next-line"),
    "text-as-list": (with_keys("place: [A]"), "error 4:8 text-expected"),
    "text-as-keys": (with_keys("place:\n  a: A"), "error 5:3 text-expected-colon"),
    "keys-as-text": (with_keys("source: A"), "error 4:9 keys-expected"),
    "no-front-matter": ("Hội nghị\n\nThân bài.\n", "error 1:1 front-matter-missing"),
    "no-dashes": ("title: A\ndate: 2026\n\nThân bài.\n", "error 1:1 front-matter-missing"),
    "empty-file": ("", "error 1:1 front-matter-missing"),
    "blank-file": ("  \n\n", "error 1:1 front-matter-missing"),
    "multimarkdown": ("Title: A\nDate: 2026-02-06\n\nB\n", "error 1:1 front-matter-missing"),
    "toml": ('+++\ntitle = "A"\n+++\n', "error 1:1 front-matter-other"),
    "json": ('{\n"title": "A"\n}\n', "error 1:1 front-matter-other"),
    "json-on-a-line": ('{"title": "A"}\n', "error 1:1 front-matter-other"),
    "four-hyphens": ("----\ntitle: A\n----\n", "error 1:1 front-matter-dashes"),
    "two-hyphens": ("--\ntitle: A\n---\n", "error 1:1 front-matter-dashes"),
    "em-dash": ("—\ntitle: A\n—\n", "error 1:1 front-matter-dashes"),
    "em-dashes": ("———\ntitle: A\n———\n", "error 1:1 front-matter-dashes"),
    "en-dash-and-hyphen": ("–-\ntitle: A\n---\n", "error 1:1 front-matter-dashes"),
    "hyphens-indented": (" ---\ntitle: A\n---\n", "error 1:1 front-matter-dashes"),
    "closed-by-four": (f"{HEAD}----\nA\n", "error 4:1 front-matter-dashes"),
    "closed-by-an-em-dash": (f"{HEAD}—\nA\n", "error 4:1 front-matter-dashes"),
    "closed-by-an-indented-line": (f"{HEAD} ---\nA\n", "error 4:1 front-matter-dashes"),
    "never-closed": (f"{HEAD}\nThân bài.\n", "error 1:1 front-matter-unclosed"),
    "closed-by-a-rule-in-the-body": (f"{HEAD}\nThân.\n\n---\n", "error 5:1 yaml-no-colon"),
    "list-at-the-top": ("---\n- a\n- b\n---\n", "error 2:1 front-matter-not-keys"),
    "text-at-the-top": ("---\nHội nghị\n---\n", "error 2:1 front-matter-not-keys"),
    "quoted-text-at-the-top": ('---\n"A"\n---\n', "error 2:1 front-matter-not-keys"),
    "directive": ("---\n%YAML 1.1\n---\ntitle: A\n---\n", "error 2:1 yaml-special"),
    "list-as-key": (with_keys("? [a, b]\n: c"), "error 4:3 key-not-text"),
    "anchor": (with_keys("byline: &a A\nplace: *a"), "error 4:9 yaml-unwanted"),
    "alias": (with_keys("place: *a"), "error 4:8 yaml-unwanted"),
    "merge-key": (with_keys("<<: *a"), "error 4:5 yaml-unwanted"),
    "merge-without-alias": (with_keys("<<: {place: A}"), "error 4:1 key-unknown-here"),
    "python-tag": (with_keys("place: !!python/name:os.system"), "error 4:8 yaml-unwanted"),
    "env-tag": (with_keys("place: !ENV HOME"), "error 4:8 yaml-unwanted"),
    "include-tag": (with_keys("place: !include /etc/passwd"), "error 4:8 yaml-unwanted"),
    "standard-tag": (with_keys("place: !!str 12"), "error 4:8 yaml-unwanted"),
    "list-in-itself": (with_keys("tags: &a [*a]"), "error 4:7 yaml-unwanted"),
    "nine-levels": (with_keys("tags: [[[[[[[[a]]]]]]]]"), "error 4:14 yaml-too-deep"),
    "escape-in-quotes": (with_keys('place: "\\x1b[2J"'), "error 4:8 control-character"),
    "bidi-in-quotes": (with_keys('place: "\\u202eA"'), "error 4:8 control-character"),
    "next-line-in-quotes": (with_keys('place: "A\\NB"'), "error 4:8 control-character"),
    "escape-in-a-key": (with_keys('"\\e": A'), "error 4:1 control-character"),
}


@pytest.mark.parametrize(("source", "problem"), BROKEN.values(), ids=BROKEN.keys())
def test_a_fault_is_told_at_the_line_to_change(source, problem):
    assert said(source) == [problem]


WELCOME = {
    "blank-lines-first": (f"\n\n{HEAD}{TAIL}", []),
    "spaces-behind-dashes": (f"{HEAD}{TAIL}".replace("---\n", "---  \n"), []),
    "closed-by-dots": (f"{HEAD}...\nA\n", []),
    "entries-at-the-margin": (with_keys("captions:\n- A\n- B"), []),
    "curly-quotes-inside": (with_keys("place: Hội trường “Lớn”"), []),
    "curly-quotes-around-a-part": (with_keys("place: “Lớn” và “Nhỏ” ở tầng 2"), []),
    "curly-quotes-in-quotes": (with_keys("place: '“Hội trường lớn”'"), []),
    "json-between-dashes": ('---\n{"title": "A", "date": "2026"}\n---\n', []),
    "hash-lost": (with_keys("place: Phòng số #2"), ["warning 4:17 yaml-hash"]),
    "hash-first": (with_keys("place: #2"), ["warning 4:8 yaml-hash"]),
    "comment": (with_keys("# ghi chú\nplace: A # chỗ cũ"), []),
    "empty-value": (with_keys("place:"), []),
}


@pytest.mark.parametrize(("source", "problems"), WELCOME.values(), ids=WELCOME.keys())
def test_what_is_accepted_knowingly(source, problems):
    assert said(source) == problems


@pytest.mark.parametrize(
    ("lines", "value"),
    [
        pytest.param("summary: Một\n  hai", "Một hai", id="wrapped"),
        pytest.param('summary: "Một\n  hai"', "Một hai", id="wrapped-in-quotes"),
        pytest.param("summary: >\n  Một\n  hai", "Một hai", id="folded"),
        pytest.param("summary: |\n  Một\n  - hai", "Một\n- hai", id="literal"),
        pytest.param("summary: 'A ''B'''", "A 'B'", id="doubled-single-quotes"),
        pytest.param('summary: "A \\"B\\""', 'A "B"', id="escaped-quotes"),
    ],
)
def test_a_value_may_go_on_below(lines, value):
    assert good(with_keys(lines)).summary == value


def test_an_entry_may_go_on_below_its_hyphen():
    captions = good(with_keys("captions:\n  - Ths. Toàn\n    – Phó Giám đốc\n  - B")).captions
    assert [photo.caption for photo in captions] == ["Ths. Toàn – Phó Giám đốc", "B"]


@pytest.mark.parametrize(
    ("lines", "advice"),
    [
        pytest.param("summary: Một: hai", 'summary: "Một: hai"', id="colon"),
        pytest.param('place: "A" và B', "place: '\"A\" và B'", id="quotes-inside"),
        pytest.param("participants:\n\t- A", "  - A", id="tab"),
        pytest.param("place:A", "place: A", id="space"),
        pytest.param("tags: [a, b", "tags: [a, b]", id="bracket"),
        pytest.param("captions:\n  - A\n - B", "  - B", id="indent"),
        pytest.param("captions:\n  • A\n  • B", "- A", id="bullet"),
        pytest.param("captions:\n  - Ảnh 1: A", '"Ảnh 1: A"', id="colon-in-an-entry"),
        pytest.param("place: !ENV HOME", 'place: "!ENV HOME"', id="tag"),
    ],
)
def test_the_hint_shows_the_line_as_it_should_be(lines, advice):
    problem = read(with_keys(lines)).problems[0]
    assert all(
        locale.message(problem, lang).hint.endswith(f": {advice}") for lang in ("vi", "en")
    )


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param("tags: " + "[" * 3000 + "]" * 3000, id="brackets"),
        pytest.param("tags: " + "[" * 3000, id="brackets-open"),
        pytest.param("source: " + "{a: " * 3000 + "}" * 3000, id="braces"),
        pytest.param("tags:\n  " + "- " * 3000 + "a", id="hyphens"),
        pytest.param("tags:\n" + "\n".join(" " * n + "-" for n in range(1300)), id="lines"),
    ],
)
def test_thousands_of_levels_stop_at_the_limit(lines):
    (problem,) = read(with_keys(lines)).problems
    assert problem.code == "yaml-too-deep"
    assert ("limit", str(limits.NESTING)) in problem.values


def test_broken_front_matter_never_becomes_body_text():
    found = read(with_keys("notes: CANARY\nbyline: @phong"))
    assert "CANARY" not in repr(found)
