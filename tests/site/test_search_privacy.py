"""The index of the search holds no byte of what is not public.

Every hidden thing gets words of its own that stand nowhere else. They are looked for in every
byte below ``search/``: as stored, inflated, and among the keys (which a shard shortens).
"""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterator

import pytest

import searchfiles
from newsrooms import SETTINGS, Newsroom, Tree, tree

SIGNED = "{id: dy-1, who: A, signed: 2026-02-01, expires: 2030-01-01"
HIDDEN = {
    "draft": "status: draft",
    "review": "status: review",
    "withdrawn": "status: withdrawn",
    "ahead": "published: 2026-12-24 08:00",
    "embargo": "embargo: 2026-12-25 09:30",
    "expired": "expires: 2026-03-01",
}
PARTS = (
    *("title", "summary", "body", "caption", "alt", "credit", "person", "role", "body2"),
    *("tag", "place", "outcome", "corrected", "registered", "alias", "file", "notes", "remark"),
)
PRIVATE = ("notes", "remark")
"""Parts of a public bulletin that nobody may see, either."""


def word(kind: str, part: str) -> str:
    """A word that stands in one place only: nine letters, as the list of words takes them."""
    digest = zlib.crc32(f"{kind} {part}".encode())
    return "q" + "".join("bcdghklm"[digest >> shift & 7] for shift in range(0, 24, 3))


def bulletin(room: Newsroom, kind: str, line: str = "status: published") -> None:
    """A bulletin with a word of its own in every place, and its entries in the registries."""
    said = {part: word(kind, part) for part in PARTS}
    room.bulletin(
        f"2026/{kind}",
        line,
        f"summary: {said['summary']}",
        f"place: {said['place']}",
        f"tags: [{said['tag']}]",
        f"outcomes: [{said['outcome']}]",
        f"corrections: [{{date: 2026-02-20, note: {said['corrected']}}}]",
        "participants:",
        f"  - {{name: Trần {said['person'].title()}, role: {said['role']},"
        f" organization: Khoa {said['registered'].title()}}}",
        "photos:",
        f"  - {{file: {said['file']}.jpg, caption: {said['caption']}, alt: {said['alt']},"
        f" credit: {said['credit']}}}",
        f"notes: {said['notes']}  # {said['remark']}",
        title=said["title"],
        body=f"Lời {said['body']}.\n\n- {said['body2']}",
    )
    room.photos(f"2026/{kind}", f"{said['file']}.jpg")


def register(room: Newsroom, kinds: list[str]) -> None:
    """An institution and a person for each kind."""
    institutions, people = [], []
    for number, kind in enumerate(kinds):
        name, alias, person = (
            word(kind, part).title() for part in ("registered", "alias", "person")
        )
        institutions.append(f"- {{id: khoa-{number}, name: Khoa {name}, aliases: [{alias}]}}\n")
        people.append(f"- {{id: nguoi-{number}, name: Trần {person}}}\n")
    room.write("news/_registry/organizations.yml", "".join(institutions))
    room.write("news/_registry/people.yml", "".join(people))


def furnish(room: Newsroom, hidden: dict[str, str]) -> None:
    bulletin(room, "shown")
    for kind, line in hidden.items():
        bulletin(room, kind, line)
    register(room, ["shown", *hidden])
    ended = f"{word('consent', 'caption')}, alt: {word('consent', 'alt')}"
    room.bulletin("2026/child", f"photos: [{{file: be.jpg, caption: {ended}, consent: dy-1}}]")
    room.photos("2026/child", "be.jpg")
    room.write("news/_registry/consents.yml", f"- {SIGNED}, withdrawn: 2026-11-22}}\n")
    room.write("docs/dev/nhap.md", f"# {word('docs', 'title')}\n\n{word('docs', 'body')}\n")
    out = f"---\nsearch: {{exclude: true}}\n---\n# {word('out', 'title')}\n"
    room.write("docs/ngoai.md", f"{out}\n{word('out', 'body')}\n")


WITH_DRAFTS = f"{SETTINGS}draft_docs: /dev/\n"
SECRETS = {
    *(word(kind, part) for kind in HIDDEN for part in PARTS),
    *(word("consent", part) for part in ("caption", "alt")),
    *(word(kind, part) for kind in ("docs", "out") for part in ("title", "body")),
    *(word("shown", part) for part in PRIVATE),
}


def spellings(said: str) -> Iterator[bytes]:
    """How a word may stand in a file; of base64 that part which is the same in any place."""
    for code in ("utf-8", "utf-16-le", "utf-16-be"):
        plain = said.encode(code)
        yield plain
        yield plain.hex().encode()
        for place in range(3):
            packed = base64.b64encode(b"\0" * place + plain)
            yield packed[4:-4].lower()


def traces(files: Tree, words: set[str]) -> set[str]:
    """Which of the words stand somewhere in the files."""
    every = [content.lower() for content in _contents(files)]
    return {
        said
        for said in words
        if any(one in content for one in spellings(said) for content in every)
    }


def _contents(files: Tree) -> Iterator[bytes]:
    yield from files.values()
    yield from (name.encode() for name in files)
    for name, content in files.items():
        if name.endswith(".bin"):
            yield zlib.decompress(content)
    index = searchfiles.read(lambda path: files[path])
    yield "\n".join(index.keys).encode()


def index_of(room: Newsroom) -> Tree:
    """All below ``search/`` but the pages of results."""
    files = tree(room.site / "search")
    return {name: one for name, one in files.items() if not name.endswith(".html")}


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    room = Newsroom(tmp_path_factory.mktemp("site"), WITH_DRAFTS)
    furnish(room, HIDDEN)
    ran = room.build()
    assert ran.code == 0, ran.output
    return room


def test_the_index_has_no_byte_of_what_is_hidden(room):
    assert traces(index_of(room), SECRETS) == set()


def test_nothing_lies_beside_the_index(room):
    read = searchfiles.read(searchfiles.of_site(room.site))
    assert set(index_of(room)) == {*read.files, "manifest.json"}


def test_only_what_is_public_can_be_found(room):
    read = searchfiles.read(searchfiles.of_site(room.site))
    assert sorted(read.addresses) == ["news/2026/child/", "news/2026/shown/"]


def test_names_lead_to_what_public_bulletins_name_alone(room):
    """And what is scanned holds those that do: a tag, a category, people, organizations."""
    read = searchfiles.read(searchfiles.of_site(room.site))
    posted = {record[0] for part in read.signposts.values() for record in part.records}
    shown = [f"!{word('shown', part)}" for part in ("person", "registered", "alias", "tag")]
    assert [read.posted(key) for key in shown] == [
        *(["people/nguoi-0/"], ["organizations/khoa-0/"], ["organizations/khoa-0/"]),
        [f"tags/{word('shown', 'tag')}/"],
    ]
    assert len(posted) == 3


def test_this_scan_finds_every_word_that_is_there(room):
    """What is scanned for would be seen: the same places of a public bulletin all are."""
    words = {part: word("shown", part) for part in PARTS if part not in PRIVATE}
    found = traces(index_of(room), set(words.values()))
    assert {part for part, said in words.items() if said not in found} == set()


@pytest.mark.parametrize("code", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("pack", [bytes, zlib.compress, base64.b64encode])
def test_this_scan_sees_through_what_words_may_be_packed_in(room, code, pack):
    said = word("shown", "notes")
    packed = pack(f"ab {said}, cd".encode(code))
    assert traces(index_of(room) | {"texts/0.bin": _deflated(packed)}, {said}) == {said}


def _deflated(content: bytes) -> bytes:
    return content if content[:1] == b"x" else zlib.compress(content)


def test_what_is_published_later_is_found_and_what_is_taken_back_is_not(room, tmp_path):
    later = Newsroom(tmp_path, WITH_DRAFTS)
    furnish(later, {"draft": "status: published"})
    assert later.build().code == 0
    assert word("draft", "title") in traces(index_of(later), SECRETS)
    later.edit("news/2026/draft.md", "status: published", "status: withdrawn")
    assert later.build().code == 0
    assert traces(index_of(later), SECRETS) == set()
