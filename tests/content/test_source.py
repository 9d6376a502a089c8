"""Bytes as they arrive: encodings, line ends, characters that hide, sizes."""

from __future__ import annotations

import unicodedata

import pytest
from bulletins import HEAD, TAIL, good, read, said, with_keys

from bantin import locale

TEXT = with_keys("place: Bình Xuyên")
BYTES = TEXT.encode("utf-8")
SYLLABLE = "Bình".encode()
TCVN3 = str.maketrans({"ộ": "é", "ị": "Þ", "ì": "×", "ê": "ª", "â": "©", "à": "µ"})
"""Letters of TEXT as the bytes of .VnTime show in Latin-1."""


def replaced(old: str | bytes, new: bytes) -> bytes:
    return BYTES.replace(old if isinstance(old, bytes) else old.encode(), new)


REFUSED = {
    "utf-16-le": (b"\xff\xfe" + TEXT.encode("utf-16-le"), "error 1:1 not-utf-8"),
    "utf-16-be": (b"\xfe\xff" + TEXT.encode("utf-16-be"), "error 1:1 not-utf-8"),
    "utf-16-le-without-mark": (TEXT.encode("utf-16-le"), "error 1:1 not-utf-8"),
    "utf-16-be-without-mark": (TEXT.encode("utf-16-be"), "error 1:1 not-utf-8"),
    "utf-32": (TEXT.encode("utf-32"), "error 1:1 not-utf-8"),
    "tcvn3": (TEXT.translate(TCVN3).encode("latin-1"), "error 2:9 encoding-tcvn3"),
    "windows-1258": (
        unicodedata.normalize("NFD", TEXT)
        .replace("o\u0323\u0302", "ô\u0323")
        .replace("e\u0302", "ê")
        .replace("a\u0302", "â")
        .encode("cp1258"),
        "error 2:9 not-utf-8",
    ),
    "cut": (replaced("ị", "ị".encode()[:1]), "error 2:15 utf-8-damaged"),
    "overlong": (replaced("-02-", b"\xc0\xad02-"), "error 3:11 utf-8-damaged"),
    "surrogate": (replaced("ì", b"\xed\xa0\x80"), "error 4:9 utf-8-damaged"),
    "beyond-unicode": (replaced("ì", b"\xf4\x90\x80\x80"), "error 4:9 utf-8-damaged"),
    "damaged-after-carriage-returns": (
        replaced("ị", "ị".encode()[:1]).replace(b"\n", b"\r"),
        "error 2:15 utf-8-damaged",
    ),
    "nul": (replaced("ì", b"\x00"), "error 4:9 control-character"),
    "nul-at-the-start": (b"\x00" + BYTES, "error 1:1 control-character"),
    "escape": (replaced("ì", b"\x1b[31m"), "error 4:9 control-character"),
    "delete": (replaced("ì", b"\x7f"), "error 4:9 control-character"),
    "form-feed": (replaced("ì", b"\x0c"), "error 4:9 control-character"),
    "vertical-tab": (replaced("ì", b"\x0b"), "error 4:9 control-character"),
    "second-set-of-controls": (replaced("ì", "\x9b".encode()), "error 4:9 control-character"),
    "no-character": (replaced("ì", "\ufffe".encode()), "error 4:9 control-character"),
    "escape-in-the-body": (replaced("Thân", b"\x1bTh"), "error 7:1 control-character"),
    "over-a-megabyte": (BYTES + b"a\n" * 500_000, "error 1:1 file-too-large"),
}


@pytest.mark.parametrize(("content", "problem"), REFUSED.values(), ids=REFUSED.keys())
def test_bytes_that_are_refused(content, problem):
    assert said(content) == [problem]


@pytest.mark.parametrize(
    ("case", "encoding"),
    [("utf-16-le", "UTF-16"), ("windows-1258", "Windows-1258")],
)
def test_the_old_encoding_is_named(case, encoding):
    assert dict(read(REFUSED[case][0]).problems[0].values) == {"encoding": encoding}


HIDDEN = {
    "zero-width-space": ("place: B\u200bình", "warning 4:9 invisible-character", "Bình"),
    "soft-hyphen": ("place: Bì\u00adnh", "warning 4:10 invisible-character", "Bình"),
    "bidi-override": ("place: B\u202eình", "warning 4:9 invisible-character", "Bình"),
    "byte-order-mark": ("place: \ufeffBình", "warning 4:8 invisible-character", "Bình"),
    "line-separator": ("place: Bình\u2028A", "warning 4:12 invisible-character", "Bình A"),
    "next-line": ("place: Bình\x85A", "warning 4:12 invisible-character", "Bình A"),
    "in-a-key": ("\u200bplace: Bình", "warning 4:1 invisible-character", "Bình"),
    "two-on-a-line": ("place: B\u200bì\u200bnh", "warning 4:9 invisible-character", "Bình"),
}


@pytest.mark.parametrize(("line", "problem", "place"), HIDDEN.values(), ids=HIDDEN.keys())
def test_what_hides_is_taken_out_with_a_warning(line, problem, place):
    assert said(with_keys(line)) == [problem]
    assert good(with_keys(line)).place == place


def test_joiners_of_emoji_and_other_scripts_stay():
    assert said(with_keys("place: 👩\u200d⚕️")) == []
    assert good(with_keys("place: 👩\u200d⚕️")).place == "👩\u200d⚕️"


def test_a_no_break_space_is_a_space():
    assert good(with_keys("place: Bình\u00a0Xuyên")).place == "Bình Xuyên"


@pytest.mark.parametrize("mark", ["\x85", "\u2028", "\u2029"])
def test_lines_are_counted_as_editors_count_them(mark):
    assert said(with_keys(f"byline: a{mark}b\nplce: A")) == [
        "warning 4:10 invisible-character",
        "error 5:1 key-unknown-near",
    ]


LINE_ENDS = {
    "byte-order-mark": b"\xef\xbb\xbf" + BYTES,
    "crlf": BYTES.replace(b"\n", b"\r\n"),
    "cr": BYTES.replace(b"\n", b"\r"),
    "mixed": BYTES.replace(b"\n", b"\r\n", 2).replace(b"\n\n", b"\n\r"),
    "all": b"\xef\xbb\xbf" + BYTES.replace(b"\n", b"\r\n"),
}


@pytest.mark.parametrize("content", LINE_ENDS.values(), ids=LINE_ENDS.keys())
def test_line_ends_make_no_difference(content):
    assert read(content) == read(BYTES)
    assert good(content).at == good(BYTES).at
    assert good(content).body_line == 6


def test_composed_and_decomposed_text_is_the_same_bulletin():
    source = with_keys("tags: [Sản khoa]\nphotos:\n  - file: Ảnh đẹp.jpg\ncategory: hoi-nghi")
    apart = unicodedata.normalize("NFD", source)
    assert apart != source
    assert read(apart) == read(source)
    assert good(with_keys('place: "Bi\\u0300nh"')).place == "Bình"


LONG = {
    "title-just-fits": (f"---\ntitle: {'a' * 200}\ndate: 2026\n{TAIL}", []),
    "title": (f"---\ntitle: {'a' * 201}\ndate: 2026\n{TAIL}", ["error 2:8 text-too-long"]),
    "title-of-9600": (
        f"---\ntitle: {'a' * 9600}\ndate: 2026\n{TAIL}",
        ["error 2:8 text-too-long"],
    ),
    "word-of-300": (with_keys("place: " + "a" * 300), []),
    "caption-just-fits": (with_keys("captions:\n  - " + "a" * 500), []),
    "caption": (with_keys("captions:\n  - " + "a" * 501), ["error 5:5 text-too-long"]),
    "text": (with_keys("summary: " + "a" * 1001), ["error 4:10 text-too-long"]),
    "number-of-5000-digits": (
        with_keys("participants:\n  - name: A\n    count: " + "9" * 5000),
        ["error 6:12 number-expected"],
    ),
    "date-of-5000-digits": (
        f"---\ntitle: A\ndate: {'9' * 5000}\n{TAIL}",
        ["error 3:7 event-date-unknown"],
    ),
    "5000-names": (
        with_keys("participants:\n" + "\n".join(["  - BS Nguyễn Văn An"] * 5000)),
        ["error 2005:5 list-too-long"],
    ),
    "501-captions": (
        with_keys("captions:\n" + "\n".join(["  - a"] * 501)),
        ["error 505:5 list-too-long"],
    ),
    "501-tags": (
        with_keys("tags:\n" + "\n".join(["  - a"] * 501)),
        ["error 505:5 list-too-long"],
    ),
    "line-of-a-megabyte": (with_keys("place: " + "a" * 990_000), ["error 4:8 text-too-long"]),
    "megabyte-of-open-quotes": (
        with_keys('place: "a\n' + "  b c d\n" * 100_000),
        ["error 4:8 yaml-quote-open"],
    ),
}


@pytest.mark.parametrize(("source", "problems"), LONG.values(), ids=LONG.keys())
def test_what_is_too_long_is_refused_at_its_line(source, problems):
    assert said(source) == problems


HOSTILE = {
    "escape-typed": f"{HEAD}embargo: \x1b[2J\n{TAIL}",
    "escape-written": with_keys('embargo: "\\x1b[2J"'),
    "override-written": with_keys('embargo: "\\u202e2026"'),
    "escape-in-a-key": with_keys('"\\x1b[2J": A'),
    "tab-in-a-value": with_keys('embargo: "A\\tB"'),
    "very-long": with_keys("embargo: " + "x" * 900),
    "very-long-key": with_keys("x" * 900 + ": A"),
    "very-long-line": with_keys("place: @" + "x" * 900),
}


@pytest.mark.parametrize("lang", locale.LANGUAGES)
@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_message_quotes_little_and_nothing_that_acts(source, lang):
    for problem in read(source).problems:
        message = locale.message(problem, lang)
        assert (message.text + message.hint).isprintable()
        assert "x" * 120 not in message.text + message.hint
