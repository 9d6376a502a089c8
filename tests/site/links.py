"""Looks a finished site through: links that lead nowhere, pages to which nothing leads, sizes.

It reads the folder that goes out and asks none of the code that wrote it, so that it finds what
that code forgot. Whole tags are read with one pattern, because a site of 5,000 bulletins has
hundreds of megabytes of HTML; a test holds what it reads beside what a real parser does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

FIRST = ""
NOT_FOUND = "404.html"
NOWHERE = "http://localhost/"
"""Stands for the address of a site that gives none."""
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
TAG = re.compile(r"""<([a-z][a-z0-9-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>""", re.IGNORECASE)
ATTRIBUTE = re.compile(
    r"""([a-z][a-z0-9:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.I
)
LEADS = {("a", "href"), ("area", "href"), ("form", "action")}
"""Where a reader gets to another page."""
ASKS = {("link", "href"), ("script", "src"), ("img", "src"), ("source", "src"),
        ("video", "src"), ("video", "poster"), ("audio", "src"), ("iframe", "src")}  # fmt: skip
"""What else a page needs."""
CANDIDATES = {("img", "srcset"), ("source", "srcset"), ("link", "imagesrcset")}
SHARED = {"og:image", "og:url", "og:image:secure_url", "twitter:image"}


@dataclass
class Seen:
    """What a page has in it."""

    size: int
    """Bytes of HTML."""
    ids: set[str] = field(default_factory=set)
    twice: set[str] = field(default_factory=set)
    """Ids that it has more than once."""
    ways: set[str] = field(default_factory=set)
    """Links that readers can follow, as written."""
    needs: set[str] = field(default_factory=set)
    """Everything else that has to be there, as written."""
    alternates: dict[str, str] = field(default_factory=dict)
    """Language -> address, as written."""
    canonical: str = ""
    sends_on: bool = False
    """An old address: it leads to another page at once."""


@dataclass(frozen=True)
class Site:
    """A finished site, read once.

    Args:
        folder: What goes out.
        url: Where it stands, as its pages say it in full; ends with '/'.
    """

    folder: Path
    url: str
    pages: dict[str, Seen]
    """Address -> what is there; a page's ends with '/', the first one's is empty."""
    files: frozenset[str]

    def broken(self) -> list[str]:
        """Internal links that lead nowhere: page, then what it says."""
        return sorted(
            f"{address or '/'} -> {target}"
            for address, page in self.pages.items()
            for target in page.ways | page.needs
            if self._is_broken(address, target)
        )

    def orphans(self, known: Collection[str] = ()) -> list[str]:
        """Pages that no chain of links from the first page leads to.

        Args:
            known: Addresses that readers get to in other ways.
        """
        reached, waiting = {FIRST}, [FIRST]
        while waiting:
            for address in self.leads_to(waiting.pop()) - reached:
                reached.add(address)
                waiting.append(address)
        return sorted(
            address
            for address, page in self.pages.items()
            if address not in {*reached, *known, NOT_FOUND} and not page.sends_on
        )

    def leads_to(self, address: str) -> set[str]:
        """Pages to which links on a page lead."""
        found = (self.resolved(address, target) for target in self.pages[address].ways)
        return {one.partition("#")[0] for one in found if one is not None} & set(self.pages)

    def larger(self, most: int) -> dict[str, int]:
        """Pages of more than so many bytes of HTML, the largest first."""
        sizes = {address: page.size for address, page in self.pages.items()}
        found = sorted(sizes.items(), key=lambda item: -item[1])
        return {address: size for address, size in found if size > most}

    def doubled(self) -> list[str]:
        """Ids that a page has twice."""
        return sorted(
            f"{a or '/'} #{id}" for a, page in self.pages.items() for id in page.twice
        )

    def one_sided(self) -> list[str]:
        """Translations that don't name this page, or pages that leave themselves out."""
        found = []
        for address, page in self.pages.items():
            for lang, target in page.alternates.items():
                there = self.resolved(address, target)
                if there is None or there not in self.pages:
                    found.append(f"{address or '/'} {lang} -> {target}")
                    continue
                back = self.pages[there].alternates.values()
                if address not in {self.resolved(there, one) for one in back}:
                    found.append(f"{address or '/'} {lang} -> {there or '/'}: not back")
        return sorted(found)

    def astray(self) -> list[str]:
        """Pages that give another address than their own as the one that counts."""
        return sorted(
            f"{address or '/'}: {page.canonical}"
            for address, page in self.pages.items()
            if page.canonical and not page.sends_on
            and self.resolved(address, page.canonical) != address
        )  # fmt: skip

    def resolved(self, address: str, target: str) -> str | None:
        """Site path of a link with its fragment; None where it leads to another host.

        What leads to this host, but past the folder of this site, keeps its leading '/'.
        """
        here = urlsplit(self.url or NOWHERE)
        page = "" if address == NOT_FOUND else address  # it may appear at any address
        there = urlsplit(urljoin(here.geturl() + quote(page), target))
        if (there.scheme, there.netloc) != (here.scheme, here.netloc):
            return None
        path = unquote(there.path or "/")
        path = path + "/" if path + "/" == here.path else path
        path = re.sub(r"(^|/)index\.html$", r"\1", path.removeprefix(here.path))
        return path + (f"#{unquote(there.fragment)}" if there.fragment else "")

    def _is_broken(self, address: str, target: str) -> bool:
        found = self.resolved(address, target)
        if found is None:
            return False
        path, _, fragment = found.partition("#")
        if path not in self.pages and path not in self.files:
            return True
        if not fragment or path not in self.pages or fragment.startswith(":~:"):
            return False
        return fragment not in self.pages[path].ids


def read(folder: Path, url: str = "") -> Site:
    """Every page below a folder, and the names of all other files."""
    files = {
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    }
    pages = {
        name if name == NOT_FOUND else re.sub(r"(^|/)index\.html$", r"\1", name): seen(
            (folder / name).read_text(encoding="utf-8")
        )
        for name in sorted(files)
        if name.endswith((".html", ".htm"))
    }
    return Site(folder, url, pages, frozenset(files))


def seen(html: str) -> Seen:
    """One page."""
    page = Seen(len(html.encode()))
    ids: Counter[str] = Counter()
    for tag, attributes in tags(html):
        if attributes.get("id"):
            ids[attributes["id"]] += 1
        _note(page, tag, attributes)
    page.ids = {*ids, "top"}  # a browser's own
    page.twice = {id for id, count in ids.items() if count > 1}
    return page


def tags(html: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Every opening tag with its attributes, names in small letters."""
    for tag, inside in TAG.findall(COMMENT.sub("", html)):
        found = ATTRIBUTE.findall(inside)
        yield tag.lower(), {name.lower(): unescape("".join(values)) for name, *values in found}


def _note(page: Seen, tag: str, attributes: dict[str, str]) -> None:
    if tag == "meta":
        _note_meta(page, attributes)
    elif tag == "link":
        _note_relation(page, attributes)
    for name, value in attributes.items():
        if (tag, name) in LEADS:
            page.ways.add(value)
        elif (tag, name) in ASKS:
            page.needs.add(value)
        elif (tag, name) in CANDIDATES:
            page.needs.update(_candidates(value))


def _note_meta(page: Seen, attributes: dict[str, str]) -> None:
    content = attributes.get("content", "")
    if attributes.get("http-equiv", "").lower() == "refresh":
        page.sends_on = True
        page.ways.add(content.partition("url=")[2])
    elif {attributes.get("property"), attributes.get("name")} & SHARED:
        page.needs.add(content)


def _note_relation(page: Seen, attributes: dict[str, str]) -> None:
    if attributes.get("rel") == "canonical":
        page.canonical = attributes.get("href", "")
    elif attributes.get("rel") == "alternate" and "hreflang" in attributes:
        page.alternates[attributes["hreflang"]] = attributes.get("href", "")


def _candidates(srcset: str) -> Iterable[str]:
    return (one.split()[0] for one in srcset.split(", ") if one.strip())
