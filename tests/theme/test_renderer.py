from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin

import html5lib
import pytest

from bantin import locale, theme
from bantin.edition import Body
from bantin.errors import Location, error
from bantin.model import (
    BrokenBulletin,
    Name,
    Part,
    Participant,
    Photo,
)
from bantin.pages import drafts
from bantin.pages.bulletin.gallery import SHAPES
from bantin.pages.draft import PageDraft
from bantin.theme.render import Renderer
from bantin.visibility import Reason
from pages.editions import (
    SETTINGS,
    bulletin,
    crowded,
    edition,
    full,
    gallery,
    looks,
    many,
)

ATTACKS = [
    "</title><script>alert(1)</script>",
    '" onerror="alert(1)" x="',
    "' autofocus onfocus='alert(1)",
    "<img src=x onerror=alert(1)>",
    "<!-- --><svg/onload=alert(1)>",
    "{{ 7 * 191 }} {% raw %}",
    "&lt;script&gt; &amp; <b>",
]
ELEMENTS = re.compile(
    "a|abbr|article|aside|b|button|code|dd|dialog|div|dl|dt|em|figcaption|figure|footer|form|"
    "h[123]|header|img|input|label|li|nav|ol|p|picture|section|source|span|strong|time|ul|"
    r"\{http://www\.w3\.org/2000/svg\}(svg|path)"
)
ATTRIBUTES = re.compile(
    "action|alt|aria-(atomic|current|describedby|hidden|label|labelledby|live)|autocomplete|"
    "class|d|data-[a-z-]+|datetime|decoding|download|"
    "enterkeyhint|fetchpriority|for|height|hidden|href|hreflang|id|lang|loading|media|name|rel|"
    "role|sizes|spellcheck|src|srcset|tabindex|title|type|viewBox|width"
)
LINKED = ("action", "href", "src")


def rendered(shown, address):
    draft = next(draft for draft in drafts(shown) if draft.address == address)
    return Renderer(shown.settings).render(draft)


def tree(html):
    """The content as a browser would build it; fails on what the parser has to mend."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    page = f'<!doctype html><html lang="vi"><head><title>x</title></head><body>{html}</body>'
    return parser.parse(f"{page}</html>").find("body")


def preview_of_everything(text="lời"):
    problem = error("title-missing", Location(f"news/{text}.md", 2, 1))
    broken = BrokenBulletin("2026/broken", f"news/{text}.md", (problem,))
    return crowded(
        text,
        preview=True,
        broken=(broken,),
        hidden={"2026/full": Reason.DRAFT, "2026/b0": Reason.REVIEW},
        settings=replace(
            SETTINGS,
            site_name=text,
            categories={"hop-tac": Name(text, text), "hoi-nghi": Name(text, text)},
            series={"so-ket": Name(text, text)},
        ),
    )


def every_page(shown):
    renderer = Renderer(shown.settings)
    for draft in drafts(shown):
        yield draft, renderer.render(draft)


def test_everything_is_there_to_be_drawn():
    used = {draft.template for draft in drafts(preview_of_everything())}
    written = {file.name for file in (Path(theme.__file__).parent / "templates").glob("*.html")}
    assert used == written - {
        "parts.html",
        "appendix.html",
        "cover.html",
        "facts.html",
        "gallery.html",
        "named.html",
        "hospital.html",
        "lightbox.html",
        "participants.html",
        "preview.html",
        "problems.html",
        "sign_off.html",
        "share.html",
        "seriesbox.html",
        "redirect.html",
        "related.html",
    }


@pytest.mark.parametrize("text", ["lời", *ATTACKS])
def test_what_people_type_is_only_text(text):
    for draft, html in every_page(preview_of_everything(text)):
        for element in tree(html).iter():
            assert ELEMENTS.fullmatch(element.tag) or element.tag == "body", draft.address
            assert all(map(ATTRIBUTES.fullmatch, element.attrib)), draft.address


@pytest.mark.parametrize("text", ATTACKS)
def test_what_people_type_comes_out_as_typed(text):
    html = rendered(preview_of_everything(text), "news/2026/full/")
    page = tree(html)
    assert "".join(page.find(".//h1").itertext()) == text
    photos = [image.get("alt") for image in page.findall(".//picture/img")]
    assert photos == [text, "", text]  # the cover, then the gallery
    (credit,) = (e for e in page.iter("span") if e.get("class") == "credit")
    assert "".join(credit.itertext()) == f"Ảnh: {text}"
    named = [e for e in page.iter("span") if e.get("class") == "organization"]
    assert ["".join(e.itertext()) for e in named] == [text, text]


def test_every_page_begins_with_the_header_of_its_only_headline():
    for draft, html in every_page(preview_of_everything()):
        page = tree(html)
        assert html.startswith("<header"), draft.address
        assert len(list(page.iter("h1"))) == len(list(page[0].iter("h1"))) == 1, draft.address


def test_headings_leave_out_no_level():
    for draft, html in every_page(preview_of_everything()):
        levels = [int(e.tag[1]) for e in tree(html).iter() if re.fullmatch("h[1-6]", e.tag)]
        steps = pairwise(levels)
        assert all(below <= above + 1 for above, below in steps), draft.address


def test_ids_are_there_once():
    for draft, html in every_page(preview_of_everything()):
        ids = [element.get("id") for element in tree(html).iter() if element.get("id")]
        assert len(ids) == len(set(ids)), draft.address


def test_no_element_is_empty():
    """An empty thing leaves nothing behind, whatever else a bulletin lacks."""
    plain = edition([bulletin(), *many(3)])
    for shown in (plain, edition(), preview_of_everything()):
        for draft, html in every_page(shown):
            page = tree(html)
            for dialog in page.findall(".//dialog"):
                dialog.clear()  # its script fills it
                dialog.text = "x"
            for element in page.iter():
                if element.tag not in ("img", "input", "source"):
                    content = "".join(element.itertext()).strip() or len(element)
                    assert content, (draft.address, element.tag, element.attrib)


def test_a_plain_bulletin_is_a_plain_page():
    found = [element.tag for element in tree(rendered(edition([bulletin()]), "news/2026/a/"))]
    assert found == ["header"]


def targets(address, html):
    """Site paths to which a page links, each with where it was found."""
    base = "https://x.example/sub/"
    for element in tree(html).iter():
        links = [element.get(name) for name in LINKED if element.get(name)]
        links += [part.split()[0] for part in element.get("srcset", "").split(",") if part]
        for found in links:
            absolute = urljoin(base + address, found).partition("#")[0]
            if absolute.startswith(base):
                yield unquote(absolute.removeprefix(base))


def published(shown):
    """Everything that will be there: pages, renditions, attachments."""
    yield from (draft.address for draft in drafts(shown))
    for photos in shown.galleries.values():
        for photo in photos:
            kept = photo.picture.sets().values()
            yield from (found.address for together in kept for found in together)
    yield from shown.albums.values()
    for one in shown.bulletins:
        yield from (f"news/{one.id}/{found.file}" for found in one.attachments)


def test_no_link_leads_nowhere():
    shown = preview_of_everything()
    there = set(published(shown))
    settings = replace(shown.settings, site_url="https://x.example/sub/")
    renderer = Renderer(settings)
    for draft in drafts(shown):
        led = set(targets(draft.address, renderer.render(draft)))
        assert led - there == set(), draft.address


def test_every_bulletin_can_be_reached_from_home():
    shown = crowded()
    pages = {draft.address: html for draft, html in every_page(shown)}
    seen, ahead = set(), [""]
    while ahead:
        address = ahead.pop()
        if address in pages and address not in seen:
            seen.add(address)
            ahead += targets(address, pages[address])
    assert {f"news/{one.id}/" for one in shown.bulletins} <= seen


@pytest.mark.parametrize(
    ("site_url", "absolute", "home", "news"),
    [
        pytest.param("", "", "/", "/news/", id="no-site-url"),
        pytest.param("https://x.example/", "", "/", "/news/", id="at-the-top"),
        pytest.param("https://x.example/a b/", "", "/a%20b/", "/a%20b/news/", id="below"),
        pytest.param("https://x.example/", "/z/", "/z/", "/z/news/", id="as-told"),
    ],
)
def test_the_404_page_works_at_any_depth(site_url, absolute, home, news):
    settings = replace(SETTINGS, site_url=site_url)
    draft = next(draft for draft in drafts(edition()) if draft.address == "404.html")
    page = tree(Renderer(settings).render(draft, absolute=absolute))
    assert [link.get("href") for link in page.iter("a")] == [home, news]


def test_a_photo_is_a_numbered_figure_with_its_sizes():
    shown = edition([bulletin()], galleries={"2026/a": gallery("2026/a", *[Photo("")] * 3)})
    page = tree(rendered(shown, "news/2026/a/"))
    figure = next(one for one in page.iter("figure") if one.get("id") == "anh-3")
    link, image, source = (figure.find(f".//{tag}") for tag in ("a", "picture/img", "source"))
    assert figure.get("id") == "anh-3"
    assert link.get("href") == "../../../images/2026/a/03.1600.key.jpg"
    assert link.get("aria-label") == "Mở ảnh 3 trên 3"
    assert (image.get("width"), image.get("height")) == ("960", "640")
    assert (image.get("alt"), image.get("loading")) == ("", "lazy")
    assert image.get("src") == "../../../images/2026/a/03.960.key.jpg"
    for element, format, widths in (
        (source, "avif", (480, 960, 1600)),
        (image, "jpg", (960, 1600)),
    ):
        named = (f"03.{width}.key.{format} {width}w" for width in widths)
        assert element.get("srcset") == ", ".join(f"../../../images/2026/a/{x}" for x in named)
        assert element.get("sizes") == source.get("sizes") != ""
    assert source.get("type") == "image/avif"


def test_a_place_says_the_photos_colour_and_shows_a_few_pixels_to_the_eye_alone():
    photos = {"2026/a": gallery("2026/a", *[Photo("")] * 4)}
    shown = edition([bulletin(), *many(1)], galleries=photos, looks=looks(photos))
    for address, count in (("news/2026/a/", 5), ("", 5), ("news/", 1)):
        page = tree(rendered(shown, address))
        places = [one for one in page.iter("span") if "photo" in one.get("class", "").split()]
        assert len(places) == count
        for place in places:
            assert place.get("class") == "photo tone-124"
            below, picture = place
            assert below.get("src") == "data:image/webp;base64,UklGRi4uLi5XRUJQVlA4IA=="
            assert (below.get("alt"), below.get("aria-hidden")) == ("", "true")
            assert picture.tag == "picture"


def test_where_no_look_is_known_there_is_nothing_of_it():
    photos = {"2026/a": gallery("2026/a", *[Photo("")] * 4)}
    for address in ("news/2026/a/", "", "news/"):
        html = rendered(edition([bulletin()], galleries=photos), address)
        assert '<span class="photo">' in html
        assert not re.search("placeholder|tone-|data:", html)


def test_a_list_says_where_it_shows_the_square_of_a_photo():
    shown = crowded(
        galleries={f"2026/b{n}": gallery(f"2026/b{n}", Photo("")) for n in range(9)}
    )
    page = tree(rendered(shown, ""))
    newest = next(one for one in page.iter("section") if one.get("class") == "newest")
    phone, old_phone, other = newest.find(".//picture").findall("source")
    assert phone.get("media") == old_phone.get("media") == "(max-width: 43.99rem)"
    assert phone.get("srcset").endswith(".240.square-key.avif 240w")
    assert (old_phone.get("srcset")[-8:], old_phone.get("type")) == ("jpg 240w", None)
    assert phone.get("sizes") == old_phone.get("sizes") == "32vw", "one tells widths, so do all"
    assert (other.get("media"), other.get("srcset").count("cover-key")) == (None, 3)
    cards = (one for one in page.iter("article") if one.get("class") == "card compact")
    (always,) = next(one for one in cards if one.find(".//picture") is not None).iter("source")
    assert always.get("media") is None
    assert always.get("srcset").endswith(".240.square-key.avif")


def test_a_photo_that_may_not_be_shown_leaves_its_number_empty():
    one, two, _, four, five = gallery("2026/a", *[Photo("")] * 5)
    shown = edition([bulletin()], galleries={"2026/a": (one, two, four, five)})
    page = tree(rendered(shown, "news/2026/a/"))
    figures = page.findall(".//figure[@id]")
    assert [found.get("id") for found in figures] == ["anh-1", "anh-2", "anh-4", "anh-5"]
    assert figures[2].find("a").get("aria-label") == "Mở ảnh 4 trên 5"
    note = next(one for one in page.iter("p") if one.get("class") == "gallery-note")
    assert "".join(note.itertext()).startswith("4 ảnh")


def test_the_file_with_all_photos_is_offered_where_there_is_one():
    photos = {"2026/a": gallery("2026/a", *[Photo("")] * 4)}
    with_one = {"albums": {"2026/a": "images/2026/a/a-4-anh.key.zip"}, "galleries": photos}
    page = tree(rendered(edition([bulletin()], **with_one), "news/2026/a/"))
    (link,) = next(one for one in page.iter("p") if one.get("class") == "album")
    assert link.text == "Tải tất cả 4 ảnh (zip)"
    assert link.get("href") == "../../../images/2026/a/a-4-anh.key.zip"
    assert link.get("download") is not None
    assert "album" not in rendered(edition([bulletin()], galleries=photos), "news/2026/a/")


def test_the_only_photo_comes_at_once_where_the_writer_placed_it():
    shown = edition(
        [bulletin()],
        bodies={"2026/a": Body(("<p>a</p>", "<p>b</p>"))},
        galleries={"2026/a": gallery("2026/a", Photo(""))},
    )
    image = tree(rendered(shown, "news/2026/a/")).find(".//picture/img")
    assert (image.get("loading"), image.get("fetchpriority")) == (None, "high")


def test_names_of_files_may_hold_anything():
    photos = gallery("2026/ảnh, 1 (x)", Photo(""))
    shown = edition([bulletin()], galleries={"2026/a": photos})
    page = tree(rendered(shown, "news/2026/a/"))
    candidates = page.find(".//source").get("srcset").split(", ")
    assert len(candidates) == 4
    assert all(len(candidate.split(" ")) == 2 for candidate in candidates)


def test_the_gallery_stands_between_the_parts_of_the_text():
    shown = crowded()
    page = tree(rendered(shown, "news/2026/full/"))
    column = next(e for e in page.iter("div") if e.get("class") == "column")
    order = [element.get("class") for element in column]
    assert order == ["body", "gallery placed", "body", "byline"]


def test_a_cover_is_there_at_once_and_opens_its_place_in_the_gallery():
    two = Photo("", "Hai", credit="An", cover=True)
    photos = gallery("2026/a", Photo("", "Một"), two, Photo(""), Photo(""))
    page = tree(rendered(edition([bulletin()], galleries={"2026/a": photos}), "news/2026/a/"))
    cover = page.find(".//figure")
    image = cover.find(".//img")
    assert (image.get("loading"), image.get("fetchpriority")) == (None, "high")
    assert cover.find("a").get("href") == "#anh-2"
    assert "".join(cover.find("figcaption").itertext()).strip() == "Hai Ảnh: An"
    later = [one.get("loading") for one in page.findall(".//figure[@id]//img")]
    assert later == ["lazy"] * 4


def test_a_cover_that_is_not_shown_again_is_a_photo_of_the_gallery():
    photos = gallery("2026/a", Photo("", "Một"), Photo("", "Hai", credit="An", cover=True))
    page = tree(rendered(edition([bulletin()], galleries={"2026/a": photos}), "news/2026/a/"))
    cover, other = page.iter("figure")
    assert [one.get("id") for one in (cover, other)] == ["anh-2", "anh-1"]
    assert cover.find("a").get("href") == "../../../images/2026/a/02.1600.key.jpg"
    assert "".join(cover.find("figcaption").itertext()).split() == ["2", "Hai", "Ảnh:", "An"]


def test_the_only_photo_opens_itself():
    shown = edition([bulletin()], galleries={"2026/a": gallery("2026/a", Photo(""))})
    page = tree(rendered(shown, "news/2026/a/"))
    (figure,) = page.iter("figure")
    assert figure.get("id") == "anh-1"
    assert figure.find("a").get("href") == "../../../images/2026/a/01.1600.key.jpg"
    counted = next(e for e in page.iter("a") if e.get("class") == "photo-count")
    assert counted.get("href") == "#anh-1"


def test_every_shape_of_a_photo_has_its_class():
    styles = Path(theme.__file__).parent / "styles" / "gallery.css"
    named = re.findall(r"\.shape-(\d+) \{ --shape: ([\d.]+); \}", styles.read_text("utf-8"))
    assert [int(name) for name, _ in named] == list(SHAPES)
    assert all(abs(100 * float(value) - int(name)) < 0.5 for name, value in named)


def test_what_leads_down_the_page_arrives():
    """Facts that are cut short, the correction and the count of photos."""
    people = tuple(Participant(f"A{n}", organization=f"Đơn vị {n}") for n in range(9))
    photos = {"2026/a": gallery("2026/a", *[Photo("")] * 4)}
    shown = edition([full("2026/a", participants=people)], galleries=photos)
    page = tree(rendered(shown, "news/2026/a/"))
    led = {e.get("href")[1:] for e in page.iter("a") if e.get("href", "").startswith("#")}
    ids = {e.get("id") for e in page.iter() if e.get("id")}
    assert led == {"all_photos", "anh-1", "all_corrections", "all_participants"}
    assert led <= ids


def test_a_caption_may_stress_a_word_and_nothing_else():
    photos = gallery("2026/a", Photo("", "Ký *ghi nhớ* <b>x</b>"))
    shown = edition([bulletin()], galleries={"2026/a": photos})
    caption = tree(rendered(shown, "news/2026/a/")).find(".//figcaption")
    assert [e.tag for e in caption.iter()] == ["figcaption", "span", "em"]
    assert "<b>x</b>" in "".join(caption.itertext())


def with_people(*participants, lang="vi"):
    id = "en/2026/a" if lang == "en" else "2026/a"
    return tree(rendered(edition([bulletin(id, participants=participants)]), f"news/{id}/"))


def names(page):
    """Those whom the box and the list name, in page order."""
    holders = (e for e in page.iter() if e.tag == "dd" or e.get("class") == "name")
    return ["".join(e.itertext()) for e in holders]


def explained(element):
    """Titles with what they stand for, in page order."""
    return [("".join(e.itertext()), e.get("title")) for e in element.iter("abbr")]


def test_titles_stand_before_the_name_in_the_box_and_in_the_list():
    page = with_people(Participant("An", ("BSCKII", "ThS", "TTƯT"), part=Part.CHAIR))
    assert names(page)[1:] == ["TTƯT, ThS.BSCKII\u00a0An"] * 2


@pytest.mark.parametrize(
    ("people", "in_box", "in_list"),
    [
        pytest.param(
            [Participant("An", ("TTƯT", "ThS"), part=Part.CHAIR)],
            [("TTƯT", "Thầy thuốc Ưu tú"), ("ThS", "Thạc sĩ")],
            [],
            id="all-of-them-in-the-box",
        ),
        pytest.param(
            [
                Participant("An", ("ThS", "BS")),
                Participant("Bình", ("ThS", "DS"), part=Part.SPEAKER),
                Participant("Chi", ("BS", "ThS"), part=Part.CHAIR),
            ],
            [("ThS", "Thạc sĩ"), ("BS", "Bác sĩ"), ("DS", "Dược sĩ")],
            [],
            id="chairs-before-speakers",
        ),
        pytest.param(
            [
                Participant("An", ("ThS", "BS"), part=Part.CHAIR),
                Participant("Bình", ("PGS", "TS", "BS")),
            ],
            [("ThS", "Thạc sĩ"), ("BS", "Bác sĩ")],
            [("PGS", "Phó Giáo sư"), ("TS", "Tiến sĩ")],
            id="the-rest-in-the-list",
        ),
        pytest.param(
            [
                *(Participant(f"A{n}", ("BS",), part=Part.SPEAKER) for n in range(4)),
                Participant("A4", ("DS",), part=Part.SPEAKER),
            ],
            [("BS", "Bác sĩ")],
            [("DS", "Dược sĩ")],
            id="who-is-left-out-of-the-box-explains-nothing-there",
        ),
        pytest.param(
            [
                Participant("X", ("ThS",)),
                *(Participant(f"A{n}", ("ThS",), part=Part.HOST) for n in range(6)),
            ],
            [],
            [("ThS", "Thạc sĩ")],
            id="no-box-of-people",
        ),
    ],
)
def test_a_page_explains_each_title_once_where_it_comes_first(people, in_box, in_list):
    page = with_people(*people)
    boxes, lists = page.iter("aside"), page.iter("section")
    assert [pair for box in boxes for pair in explained(box)] == in_box
    assert [pair for found in lists for pair in explained(found)] == in_list
    assert explained(page) == in_box + in_list


def test_a_list_in_groups_explains_a_title_at_the_first_who_is_shown():
    guests = [Participant(f"A{n}", ("ThS",), part=Part.HOST) for n in range(6)]
    page = with_people(Participant("X", ("ThS",)), *guests)
    holders = [e for e in page.iter("span") if e.get("class") == "name"]
    assert [bool(explained(e)) for e in holders] == [True] + [False] * 6


def test_english_pages_explain_titles_in_english_once():
    page = with_people(Participant("An", ("ThS",), part=Part.CHAIR), lang="en")
    assert explained(page) == [("ThS", "Master")]


def test_a_box_never_prints_what_somebody_typed_as_markup():
    page = with_people(Participant("<b>An</b>", ("<i>",), part=Part.CHAIR))
    assert names(page)[1:] == ["<i>\u00a0<b>An</b>"] * 2


def test_english_pages_speak_english():
    html = rendered(crowded("word"), "news/en/2026/full/")
    words = locale.catalogue("en")["interface"]
    for key in ("photos_heading", "participants", "outcomes", "attachments", "corrections"):
        assert words[key] in html
    vietnamese = re.compile("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽềếểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.I)
    text = "".join(tree(html).itertext())
    left = {word for word in text.split() if vietnamese.search(word)}
    typed = {"TTƯT,", "Trần", "Văn", "Tấn", "đào", "tạo"}
    assert left - typed == {"Đọc", "bản", "tiếng", "Việt"}  # the way back, for its readers


def test_home_prints_the_text_of_docs_as_it_is():
    draft = next(draft for draft in drafts(edition()) if draft.address == "")
    page = tree(Renderer(SETTINGS).render(draft, intro="<p>Chào <em>mừng</em></p>"))
    intro = next(e for e in page.iter("section") if e.get("class") == "intro")
    assert [e.tag for e in intro.iter()] == ["section", "p", "em"]


def test_home_has_one_headline_even_when_docs_bring_their_own():
    draft = next(draft for draft in drafts(edition()) if draft.address == "")
    intro = '<h1 id="a">Giới thiệu</h1><pre><code>&lt;h1&gt;</code></pre>'
    page = tree(Renderer(SETTINGS).render(draft, intro=intro))
    assert ["".join(found.itertext()) for found in page.iter("h1")] == ["Bản tin Bệnh viện"]
    assert "".join(page.find(".//h2").itertext()) == "Giới thiệu"
    assert "".join(page.find(".//code").itertext()) == "<h1>"


def test_a_template_that_asks_for_what_is_not_there_fails():
    draft = PageDraft("x/", "not_found.html", "x", "vi", {"title": "x"})
    with pytest.raises(Exception, match="search"):
        Renderer(SETTINGS).render(draft)


def test_templates_take_nobodys_word_for_safe_and_write_nothing_inline():
    for file in (Path(theme.__file__).parent / "templates").glob("*.html"):
        source = file.read_text("utf-8")
        assert not re.search(r"\|\s*safe|<script|<style|\sstyle=|\son\w+=", source), file.name


def test_both_catalogues_have_the_same_words():
    vi, en = (locale.catalogue(lang)["interface"] for lang in ("vi", "en"))
    assert set(vi) == set(en)
