from __future__ import annotations

import pytest

from bantin import addresses
from edition.sites import Site, codes, rows, values

WRONG = {
    "marks-and-space": ("2026/Hội nghị.md", "2026/hoi-nghi"),
    "capitals": ("2026/HoiNghi.md", "2026/hoinghi"),
    "capital-suffix": ("2026/a.MD", "2026/a"),
    "spaces": ("2026/hoi nghi  2.md", "2026/hoi-nghi-2"),
    "underscore": ("2026/hoi_nghi.md", "2026/hoi-nghi"),
    "dot": ("2026/a.b.md", "2026/a-b"),
    "index": ("2026/index.md", "2026/ban-tin-index"),
    "page": ("2026/page.md", "2026/ban-tin-page"),
    "capital-index": ("2026/INDEX.md", "2026/ban-tin-index"),
    "device": ("2026/con.md", "2026/ban-tin-con"),
    "device-with-number": ("2026/COM1.md", "2026/ban-tin-com1"),
    "month": ("2026/02.md", "2026/ban-tin-02"),
    "month-in-brackets": ("2026/(02).md", "2026/ban-tin-02"),
    "punctuation": ("2026/!!!.md", "2026/ban-tin"),
    "emoji": ("2026/🎉.md", "2026/ban-tin"),
    "too-long": (f"2026/{'a' * 81}.md", f"2026/{'a' * 80}"),
    "too-long-words": (f"2026/{'hoi-' * 24}x.md", f"2026/{'hoi-' * 20}"[:-1]),
    "no-folder": ("hoi-nghi.md", "2026/hoi-nghi"),
    "no-folder-index": ("index.md", "2026/ban-tin-index"),
    "folder-of-topic": ("hop-tac/a.md", "2026/a"),
    "folder-of-month": ("2024/02/a.md", "2024/a"),
    "folder-before-year": ("tin/2019/a.md", "2019/a"),
    "year-too-old": ("1826/a.md", "2026/a"),
    "year-in-foreign-digits": ("20٢٦/a.md", "2026/a"),
    "english": ("en/2026/A b.md", "en/2026/a-b"),
    "english-without-year": ("en/a.md", "en/2026/a"),
    "another-language": ("fr/2026/a.md", "2026/a"),
    "capital-english": ("EN/2026/a.md", "2026/a"),
}


@pytest.mark.parametrize(("name", "id"), WRONG.values(), ids=WRONG)
def test_a_wrong_name_gets_one_that_is_allowed(site, name, id):
    site.write(f"news/{name}", "---\ntitle: Tin\ndate: 2026-02-06\n---\n")
    built = site.read()
    assert built.bulletins == ()
    assert rows(built.problems) == [("file-name", 1, f"news/{name}")]
    assert values(built.problems[0]) == {"suggestion": f"news/{id}.md"}
    assert addresses.allowed(id)


@pytest.mark.parametrize("name", [name for name, _ in WRONG.values()], ids=WRONG)
def test_a_renamed_file_is_read(site, name):
    site.write(f"news/{name}", "---\ntitle: Tin\ndate: 2026-02-06\n---\n")
    suggestion = values(site.read().problems[0])["suggestion"]
    (site.root / suggestion).parent.mkdir(parents=True, exist_ok=True)
    (site.root / "news" / name).rename(site.root / suggestion)
    built = site.read()
    assert built.problems == ()
    assert [bulletin.path for bulletin in built.bulletins] == [suggestion]


def test_a_suggestion_never_takes_the_place_of_another_file(site):
    site.bulletin("2026/hoi-nghi")
    site.bulletin("2026/bad", date="2026-02-31")
    for name in ("Hội nghị", "HOI NGHI", "Bad", "b" * 90, "b" * 91):
        site.write(f"news/2026/{name}.md", "x")
    built = site.read(preview=True)
    suggested = [
        values(problem)["suggestion"]
        for problem in built.problems
        if problem.code == "file-name"
    ]
    assert len(set(suggested)) == len(suggested) == 5
    assert not any((site.root / suggestion).exists() for suggestion in suggested)
    assert all(
        addresses.allowed(suggestion.removeprefix("news/").removesuffix(".md"))
        for suggestion in suggested
    )
    shown = [found.id for found in (*built.bulletins, *built.broken)]
    assert len(set(shown)) == len(shown) == 7


@pytest.mark.parametrize(
    "name",
    [
        ".a.md",
        "._a.md",
        "~$a.md",
        "#a.md#",
        "a.md~",
        "a.md.bak",
        ".a.md.swp",
        "a.md.tmp",
        "a.md.orig",
        ".obsidian/a.md",
        ".git/a.md",
    ],
)
def test_what_editors_leave_lying_about_is_no_bulletin(site, name):
    site.bulletin("2026/b")
    site.write(f"news/2026/{name}", "x")
    built = site.read()
    assert built.problems == ()
    assert [bulletin.id for bulletin in built.bulletins] == ["2026/b"]


@pytest.mark.parametrize(
    ("name", "code", "values"),
    [
        pytest.param("thu-moi.md.txt", "file-stray-text", {"name": "thu-moi.md"}, id="notepad"),
        pytest.param("a.markdown", "file-stray-text", {"name": "a.md"}, id="markdown"),
        pytest.param("a.docx", "file-stray", {}, id="word"),
        pytest.param("01.JPG", "file-stray-photo", {"folder": "images"}, id="photo"),
    ],
)
def test_a_file_that_is_not_read_is_told(site, name, code, values):
    site.bulletin("2026/b")
    site.write(f"news/2026/{name}", "x")
    (problem,) = site.read().problems
    assert (problem.at.path, problem.code) == (f"news/2026/{name}", code)
    assert (str(problem.severity), dict(problem.values)) == ("warning", values)


@pytest.mark.parametrize("path", ["registry/people.yml", "people.yml"])
def test_a_registry_in_another_folder_is_told_where_it_belongs(site, path):
    site.bulletin("2026/b")
    site.write(f"news/{path}", "- {id: a, name: A}")
    (problem,) = site.read().problems
    assert (problem.at.path, problem.code) == (f"news/{path}", "registry-folder")
    assert dict(problem.values) == {"folder": "news/_registry/"}


@pytest.mark.parametrize(
    ("folder", "code"),
    [
        pytest.param("2026/B", "photo-folder-near", id="other-capitals"),
        pytest.param("2026/khong-ai", "photo-folder-stray", id="nobody's"),
        pytest.param("en/2026/c", "photo-folder-stray", id="english"),
        pytest.param("chung", None, id="shared-by-links"),
    ],
)
def test_photos_that_belong_to_no_bulletin_are_told(site, folder, code):
    site.bulletin("2026/b")
    site.photos(folder, "1.jpg")
    found = [(problem.at.path, problem.code) for problem in site.read().problems]
    assert found == ([(f"images/{folder}", code)] if code else [])


# One address, one page


@pytest.mark.parametrize("page", ["news/2026/a.md", "News/2026/A.md"])
def test_a_page_under_docs_has_the_address_first(site, page):
    site.write(f"docs/{page}", "# Trang")
    site.bulletin("2026/a")
    problems = site.read().problems
    assert rows(problems) == [("address-twice", 1, "news/2026/a.md")]
    assert values(problems[0]) == {"address": "news/2026/a/", "other": f"docs/{page}"}


@pytest.mark.parametrize(
    ("alias", "other"),
    [
        pytest.param("/news/2026/a/", "news/2026/a.md", id="bulletin"),
        pytest.param("/news/2026/a", "news/2026/a.md", id="bulletin-without-slash"),
        pytest.param("/contact/", "docs/contact.md", id="page"),
        pytest.param("/tin/1.html", "news/2026/a.md", id="alias"),
    ],
)
def test_an_alias_that_somebody_else_has_is_told_at_its_line(site, alias, other):
    site.write("docs/contact.md", "# Liên hệ")
    site.bulletin("2026/a", "Lời.", "aliases: [/tin/1.html]")
    site.bulletin("2026/b", "Lời.", f"aliases: [{alias}]")
    problems = site.read().problems
    assert rows(problems) == [("address-twice", 4, "news/2026/b.md")]
    assert values(problems[0])["other"] == other


def test_an_alias_of_a_draft_is_nobodys_until_it_is_published(site):
    site.bulletin("2026/a", "Lời.", "aliases: [/tin/1.html]", status="draft")
    site.bulletin("2026/b", "Lời.", "aliases: [/tin/1.html]")
    assert site.read().problems == ()
    assert codes(site.read(preview=True).problems) == ["address-twice"]


def test_the_folder_of_bulletins_may_have_another_name(tmp_path):
    site = Site(tmp_path / "site", "plugins:\n  - bantin:\n      news_dir: tin\n")
    site.write("tin/2026/Hội nghị.md", "x")
    site.write("tin/2026/a.md", "---\ntitle: Tin\ndate: 2026-02-06\n---\n[b](b.md)")
    site.write("tin/2026/b.md", "---\ntitle: Tin\ndate: 2026-02-06\n---\n")
    built = site.read()
    assert rows(built.problems) == [("file-name", 1, "tin/2026/Hội nghị.md")]
    assert values(built.problems[0]) == {"suggestion": "tin/2026/hoi-nghi.md"}
    assert [bulletin.path for bulletin in built.bulletins] == ["tin/2026/b.md", "tin/2026/a.md"]


# Old addresses of organizations

MERGED = """\
- {id: ttyt-cu, name: Trung tâm Y tế huyện A, valid_to: 2025-06-30, successor: ttyt-moi}
- {id: ttyt-moi, name: Trung tâm Y tế khu vực A, valid_from: 2025-07-01}
- {id: ttyt-mai, name: Trung tâm Y tế khu vực B, valid_to: 2027-01-01, successor: ttyt-sau}
- {id: ttyt-sau, name: Bệnh viện B, valid_from: 2027-01-02}
"""


@pytest.mark.parametrize("preview", [False, True], ids=["build", "preview"])
@pytest.mark.parametrize(
    ("page", "address"),
    [
        pytest.param("organizations/ttyt-cu.md", "organizations/ttyt-cu/", id="page"),
        pytest.param("organizations/ttyt-cu/index.md", "organizations/ttyt-cu/", id="index"),
        pytest.param("en/organizations/ttyt-cu.md", "en/organizations/ttyt-cu/", id="english"),
        pytest.param("organizations/ttyt-mai.md", None, id="not-merged-yet"),
        pytest.param("ttyt-cu.md", None, id="elsewhere"),
    ],
)
def test_a_page_at_the_old_address_of_an_organization_is_told(site, page, address, preview):
    site.write("news/_registry/organizations.yml", MERGED)
    site.write(f"docs/{page}", "# Trang\n")
    site.bulletin()
    problems = site.read(preview=preview).problems
    path = "news/_registry/organizations.yml"
    assert rows(problems) == ([("registry-old-address", 1, path)] if address else [])
    for problem in problems:
        assert problem.severity == "warning"
        assert values(problem) == {
            "address": address,
            "name": "Trung tâm Y tế huyện A",
            "heir": "Trung tâm Y tế khu vực A",
            "other": f"docs/{page}",
        }


def test_an_old_address_of_a_bulletin_at_a_page_of_docs_is_told_at_its_line(site):
    site.write("docs/lien-he.md", "# Liên hệ\n")
    site.bulletin("2026/a", "Lời.", "aliases: [/tin/1.html, /lien-he/]")
    (problem,) = site.read(preview=True).problems
    assert rows((problem,)) == [("address-twice", 4, "news/2026/a.md")]
    assert values(problem) == {"address": "lien-he/", "other": "docs/lien-he.md"}
