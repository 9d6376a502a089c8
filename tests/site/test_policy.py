"""A built site under its own policy: nothing refused, nobody else asked, nothing slips in."""

from __future__ import annotations

import shutil

import pytest

from asking import ask, open_search, shown
from newsrooms import SETTINGS, Newsroom, jpeg, leftovers, tree

EXTENSIONS = """\
markdown_extensions:
  - tables
  - admonition
  - footnotes
  - pymdownx.highlight
  - pymdownx.superfences
"""
DOCUMENT = """\
# Lịch khám

| Buổi | Số chỗ | Phòng |
| :--- | ---: | :---: |
| Sáng | 40 | 12 |

!!! note "Lưu ý"
    Mang theo sổ khám.[^1]

```python
def lich(): return {"sáng": 40}
```

![Cổng](cong.jpg)

[^1]: Và thẻ bảo hiểm.
"""
PAGES = (
    *("", "news/", "news/2026/", "news/2026/hoi-nghi/", "news/2026/don-gian/"),
    *("categories/hop-tac/", "lich-kham/", "khong-co/", "tin-cu/7/"),
    *("en/", "en/news/", "news/en/2026/visit/", "en/about/"),
    *("search/", "search/?q=hoi+nghi", "en/search/?q=visit", "news/2026/hoi-nghi/?h=hop+tac"),
)
INJECTED = (
    "<script>document.title = 'hacked'</script>"
    "<img src='/x' onerror=\"document.title = 'hacked'\">"
    "<p id=marked style='color: rgb(1, 2, 3)'>x</p>"
)


@pytest.fixture(scope="module")
def room(tmp_path_factory) -> Newsroom:
    """A site with every sort of page."""
    room = Newsroom(tmp_path_factory.mktemp("site"), SETTINGS + EXTENSIONS)
    room.bulletin(
        "2026/hoi-nghi",
        "captions: [Chủ tọa phát biểu., Chụp ảnh lưu niệm.]",
        "aliases: [/tin-cu/7]",
        "participants: ['ThS. Trần Văn An – Giám đốc, Sở Y tế']",
        title="Hội nghị hợp tác",
        category="hop-tac",
        body="Lời.\n\n| Khoa | Số |\n| --- | ---: |\n| Nhi | 12 |\n",
    )
    for name in ("01.jpg", "02.jpg"):
        room.write(f"images/2026/hoi-nghi/{name}", jpeg(name, (640, 480)))
    room.bulletin("2026/don-gian", title="Tin không ảnh")
    room.bulletin("en/2026/visit", title="A visit", date="2026-03-06", category="hop-tac")
    room.write("docs/lich-kham.md", DOCUMENT)
    room.write("docs/cong.jpg", jpeg("cổng", (64, 48)))
    room.write("docs/en/about.md", "# About us\n")
    room.built()
    return room


def hosts(addresses: list[str]) -> set[str]:
    return {address.split("/")[2] for address in addresses if not address.startswith("data:")}


@pytest.mark.parametrize("address", PAGES)
def test_the_policy_refuses_nothing_and_nobody_else_is_asked(visit, served, room, address):
    root = served(room.site)
    answer = visit.page.goto(root + address, wait_until="networkidle")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    visit.page.mouse.wheel(0, 20_000)
    visit.page.wait_for_load_state("networkidle")
    assert visit.page.locator("h1, a").first.is_visible()
    assert visit.refused == []
    assert hosts(visit.asked) == hosts([root])


def test_pages_are_drawn_in_our_style(visit, served, room):
    """The policy lets our stylesheet through: a refused one is told as a violation, too."""
    visit.page.goto(served(room.site) + "lich-kham/")
    aligned = visit.page.locator("td.align-right, td.align-center")
    found = aligned.evaluate_all("cells => cells.map(one => getComputedStyle(one).textAlign)")
    assert found == ["right", "center"]


def test_the_search_is_used(visit, served, room):
    root = served(room.site)
    visit.page.goto(root + "news/2026/don-gian/")
    open_search(visit.page)
    ask(visit.page, "hoi nghi")
    visit.page.locator(".search-all").click()
    visit.page.wait_for_url("**/search/?q=*")
    first = shown(visit.page).first
    first.locator("picture img").evaluate("one => one.decode()")
    first.locator("a").click()
    visit.page.locator(".search-unmark").wait_for()
    assert visit.page.locator("mark").count() > 0
    assert visit.refused == []
    assert hosts(visit.asked) == hosts([root])


def test_the_lightbox_opens(visit, served, room):
    root = served(room.site)
    visit.page.goto(root + "news/2026/hoi-nghi/")
    visit.page.locator("#anh-2 a").first.click()
    dialog = visit.page.locator("dialog[open]")
    dialog.wait_for()
    assert dialog.locator("img").first.is_visible()
    visit.page.keyboard.press("ArrowLeft")
    visit.page.keyboard.press("Escape")
    dialog.wait_for(state="detached" if dialog.count() == 0 else "hidden")
    assert visit.refused == []
    assert hosts(visit.asked) == hosts([root])


@pytest.fixture
def copied(room, tmp_path):
    """The built site, to be broken into."""
    shutil.copytree(room.site, tmp_path / "site")
    page = tmp_path / "site/news/2026/don-gian/index.html"
    page.write_text(page.read_text("utf-8").replace("</main>", INJECTED + "</main>"), "utf-8")
    return tmp_path / "site"


def without_headers(site):
    (site / "_headers").unlink()


def without_meta(site):
    for page in site.rglob("*.html"):
        page.write_text(
            page.read_text("utf-8").replace("Content-Security-Policy", "x"), "utf-8"
        )


@pytest.mark.parametrize("taken", [[], [without_headers], [without_meta]])
def test_what_was_injected_later_does_not_run(visit, served, copied, taken):
    """Header and meta element hold each by itself."""
    for take in taken:
        take(copied)
    visit.page.goto(served(copied) + "news/2026/don-gian/", wait_until="networkidle")
    assert visit.page.title().startswith("Tin không ảnh")
    assert visit.page.locator("#marked").evaluate("one => getComputedStyle(one).color") != (
        "rgb(1, 2, 3)"
    )
    kinds = {line.split(" ")[0] for line in visit.refused}
    assert {"script-src-elem", "script-src-attr", "style-src-attr"} <= kinds


def test_without_a_policy_it_would_run(visit, served, copied):
    """Shows that the test above can fail."""
    without_headers(copied)
    without_meta(copied)
    visit.page.goto(served(copied) + "news/2026/don-gian/", wait_until="networkidle")
    assert visit.page.title() == "hacked"


INLINE = [
    pytest.param("<script>\nalert(1)\n</script>", "alert(1)", id="script"),
    pytest.param('<p onclick="alert(1)">x</p>', "onclick", id="handler"),
    pytest.param('<p style="color: red">x</p>', "style=", id="style"),
    pytest.param('<img src="https://cdn.example/a.jpg" alt="">', "cdn.example", id="elsewhere"),
    pytest.param("[x](javascript:alert%281%29)", "javascript:", id="link"),
]


@pytest.mark.parametrize(("html", "named"), INLINE)
def test_a_page_with_code_stops_the_build_and_leaves_the_site(room, html, named):
    before = tree(room.site)
    file = room.write("docs/xau.md", f"# Xấu\n\nLời.\n\n{html}\n")
    ran = room.build(BANTIN_LANG="en")
    file.unlink()
    assert ran.code == 1, ran.output
    assert "Traceback" not in ran.output
    (line,) = (line for line in ran.output.splitlines() if "xau/index.html:" in line)
    place = line.partition("xau/index.html:")[2].split(":")
    assert int(place[0]) > 1
    assert named in line
    assert tree(room.site) == before
    assert leftovers(room) == []


def test_a_script_in_a_file_of_its_own_is_the_way(visit, served, tmp_path):
    """What the hint says works: the file runs, under the policy."""
    room = Newsroom(tmp_path, SETTINGS + "extra_javascript: [dem.js]\n")
    room.write("docs/dem.js", 'document.documentElement.dataset.ran = "1";\n')
    room.bulletin("2026/a")
    room.built()
    visit.page.goto(served(room.site), wait_until="networkidle")
    assert visit.page.locator("html").get_attribute("data-ran") == "1"
    assert visit.refused == []
