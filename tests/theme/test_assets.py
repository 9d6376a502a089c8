from __future__ import annotations

import gzip
import hashlib
import io
import json
import re
import unicodedata

import pytest
from fontTools.ttLib import TTFont

from bantin.cache import Cache
from bantin.locale import LANGUAGES
from bantin.pages import pictures
from bantin.pages.bulletin.gallery import SHAPES
from bantin.pages.draft import Link
from bantin.theme.assets import ROOM, assets
from bantin.theme.modules import Ways, squeezed

VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
VIETNAMESE = {
    unicodedata.normalize("NFC", letter + tone)
    for vowel in VOWELS
    for tone in TONES
    for letter in (vowel, vowel.upper())
} | set("đĐ")


WAYS = {
    "vi": Ways("search/", "news/", (Link("Hợp tác", "categories/hop-tac/"),)),
    "en": Ways("en/search/", "en/news/"),
}


def made(folder, *, preview=False):
    return assets(Cache(folder), WAYS, preview=preview)


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    return made(tmp_path_factory.mktemp("cache"))


def sheet(found, name=""):
    """The stylesheet of every page, or one of single kinds of pages."""
    return found.files[found.sheets[name] if name else found.style].decode()


def look(found):
    """All styles together."""
    return "".join((sheet(found), *(sheet(found, name) for name in found.sheets)))


def fonts(found):
    return [TTFont(io.BytesIO(found.files[address])) for address in found.fonts]


def test_an_asset_is_published_under_a_name_that_follows_its_content(found):
    for address, content in found.files.items():
        key = hashlib.sha256(content).hexdigest()[:12]
        assert f".{key}." in address or address == "assets/OFL.txt"


def test_every_file_of_the_look_is_in_a_stylesheet_and_none_twice_on_a_page(found):
    sheets = [sheet(found, name) for name in found.sheets]
    for file in (ROOM / "styles").glob("*.css"):
        content = squeezed(".css", file.read_text("utf-8"))
        of_all, of_some = content in sheet(found), any(content in one for one in sheets)
        assert of_all + of_some == (file.stem != "preview"), file.name


MOST_BYTES = {"": 6_000, "pictures": 4_500, "bulletin": 6_000, "home": 2_500}
"""gzip, as a page of that kind waits for them."""


@pytest.mark.parametrize("name", MOST_BYTES)
def test_what_a_page_waits_for_is_small(found, name):
    packed = gzip.compress(sheet(found, name).encode(), 9, mtime=0)
    assert len(packed) <= MOST_BYTES[name]


def test_comments_stay_with_the_source_and_nothing_else_does():
    for file in (ROOM / "scripts").glob("*.js"):
        written = file.read_text("utf-8")
        without = re.sub(r"/\*.*?\*/", "", written, flags=re.DOTALL)
        lean = squeezed(file.name, written)
        assert re.sub(r"\s", "", lean) == re.sub(r"\s", "", without), file.name
        assert len(lean) < len(written)


@pytest.mark.parametrize(
    "around", ["{}", "@media print{{{}}}", "@container (width>9rem){{{}}}"]
)
@pytest.mark.parametrize("selector", [".a :is(.b,.c)", ".a .b :focus-visible", ".a>:is(p)"])
def test_squeezed_a_selector_means_what_was_written(selector, around):
    found = squeezed(".css", around.format(f"{selector} {{\n  margin: 0;\n}}"))
    assert found == around.format(f"{selector.replace(' :', ' *:')}{{margin:0}}")


ASKED = re.compile(r"""["']\./([^"']+)["']""")


def test_what_a_script_asks_for_is_published_beside_it(found):
    asked = {
        name
        for address, content in found.files.items()
        if address.endswith(".js")
        for name in ASKED.findall(content.decode())
        if not name.startswith(("search/", "$"))
    }
    assert {f"assets/{name}" for name in asked} <= set(found.files)
    stems = {re.sub(r"\.[0-9a-f]{12}\.", ".", name) for name in asked}
    assert stems >= {"search-box.js", "search-marks.js", "search-engine.js", "search.css",
                     "search-words.vi.json", "search-words.en.json"}  # fmt: skip


def test_a_page_asks_for_another_file_when_one_that_it_leads_to_has_changed(found, tmp_path):
    """Browsers keep them for ever: a changed word must change every name up to the shell's."""
    ways = WAYS | {"vi": Ways("search/", "news/", (Link("Khác", "categories/khac/"),))}
    other = assets(Cache(tmp_path), ways, preview=False)
    changed = {name for name in found.scripts if found.scripts[name] != other.scripts[name]}
    assert changed >= {"search-site", "search-box", "search-page", "search-marks", "shell"}
    assert {"search-engine", "lightbox"} & changed == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_search_speaks_both_languages_and_knows_where_to_go_on(found, lang):
    (address,) = (one for one in found.files if one.startswith(f"assets/search-words.{lang}."))
    said = json.loads(found.files[address])
    assert said["words"]["busy"] == {"vi": "Đang tìm…", "en": "Searching…"}[lang]
    assert said["ways"]["results"] == WAYS[lang].results
    assert len(said["ways"]["categories"]) == len(WAYS[lang].categories)


def test_the_search_says_every_word_of_its_own(found):
    """A word that no script and no template names is left over in the catalogues."""
    (address,) = (one for one in found.files if one.startswith("assets/search-words.vi."))
    words = set(json.loads(found.files[address])["words"])
    files = [*(ROOM / "scripts").glob("search-*.js"), *(ROOM / "templates").rglob("*.html")]
    source = "".join(file.read_text("utf-8") for file in files)
    kinds = "series|tag"  # of signposts, as the index has them
    composed = re.compile(f"sort_(relevance|date)|failed_(offline|damaged|format)|{kinds}")
    named = set(re.findall(r"[\"'](?:search_)?(\w+)[\"']", source))
    stems = {word: re.sub("_(one|many)$", "", word) for word in words}
    used = {word for word in words if {word, stems[word]} & named or composed.fullmatch(word)}
    assert words - used == {"thousands"}  # asked for as a property


DOOR = ("scripts/search-door.js", "styles/search-door.css")
BUTTON = re.compile(r"<button class=\"tool find.*?</button>")


def test_before_the_search_is_used_a_page_has_hardly_anything_of_it():
    """At most 1 kB compressed: script, style and button."""
    button = BUTTON.search((ROOM / "templates/shell/header.html").read_text("utf-8"))
    parts = [squeezed(name, (ROOM / name).read_text("utf-8")) for name in DOOR] + [button[0]]
    assert len(gzip.compress("".join(parts).encode(), mtime=0)) <= 1_000


def test_only_a_preview_has_what_teaches_writers(found, tmp_path):
    more = made(tmp_path, preview=True)
    only = {address.split("/")[1].split(".")[0] for address in {*more.files} - {*found.files}}
    assert only == {"preview"}
    assert {*found.files} <= {*more.files}


def test_every_shape_of_a_photo_has_its_class(found):
    assert {int(shape) for shape in re.findall(r"\.shape-(\d+)\b", look(found))} == set(SHAPES)


def test_every_tone_has_its_class_and_paper_has_none(found):
    before, _, tones = sheet(found, "pictures").rpartition("@media screen{")
    named = dict(re.findall(r"\.tone-(\d{3})\{background:#(\w{3})\}", tones))
    assert set(named) == set(pictures.TONES)
    assert len(named) == 6**3
    assert (named["000"], named["124"], named["555"]) == ("000", "36c", "fff")
    assert not re.search(r"\.tone-\d", before)
    assert len(gzip.compress(tones.encode())) < 2_000


def test_the_look_asks_for_its_own_fonts_and_nothing_else(found):
    assert {f"assets/{name}" for name in re.findall(r'url\("([^"]+)"\)', look(found))} == set(
        found.fonts
    )
    assert not re.search(r"@import|https?:|//", re.sub(r"/\*.*?\*/", "", look(found)))


def test_colours_are_said_once(found):
    for file in (ROOM / "styles").glob("*.css"):
        if file.stem != "tokens":
            assert not re.findall(r"#[0-9a-f]{3,8}\b|rgba?\(", file.read_text("utf-8")), file


def test_lines_are_tall_enough_for_stacked_diacritics(found):
    heights = [float(one) for one in re.findall(r"line-height:\s*([\d.]+)", look(found))]
    assert heights
    assert min(heights) >= 1.3
    assert re.search(r"/\s*1\.65", sheet(found))  # the text's own, in the short form of `font`


def test_both_weights_have_every_vietnamese_letter(found):
    regular, semibold = fonts(found)
    assert len(VIETNAMESE) == 146
    for font in (regular, semibold):
        assert {chr(code) for code in font.getBestCmap()} >= VIETNAMESE | set("“”–—…₫")
    assert [font["OS/2"].usWeightClass for font in (regular, semibold)] == [400, 600]


def test_marks_typed_apart_find_their_places(found):
    for font in fonts(found):
        tags = {record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord}
        assert {"mark", "mkmk"} <= tags


def test_fonts_are_light_and_carry_their_licence(found):
    assert max(len(found.files[address]) for address in found.fonts) <= 27_000
    assert b"SIL OPEN FONT LICENSE" in found.files["assets/OFL.txt"].upper()
    for font in fonts(found):
        assert "Open Font License" in str(font["name"].getDebugName(13))


def test_fonts_are_the_same_bytes_wherever_they_are_cut(found, tmp_path):
    again = made(tmp_path)
    assert again.files == found.files


def test_a_damaged_font_in_the_cache_is_cut_again(found, tmp_path):
    made(tmp_path)
    for entry in tmp_path.rglob("*"):
        if entry.is_file():
            entry.write_bytes(entry.read_bytes()[:-100])
    assert made(tmp_path).files == found.files
