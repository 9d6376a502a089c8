"""Markdown bodies -> finished HTML, with every link and photo resolved as on disk."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from bantin import addresses
from bantin.cache import Cache
from bantin.edition import Body, Heading
from bantin.edition.folders import nearest_path
from bantin.errors import Location, Problem, error, warning
from bantin.markup.convert import convert
from bantin.markup.converted import Converted, Target
from bantin.markup.fingerprint import fingerprint
from bantin.markup.links import Leads, fill, resolve
from bantin.model import Bulletin
from bantin.pictures import GalleryPhoto, Picture, Rendition

PASSING = ("body-too-slow", "body-unreadable")
"""Findings that may be the machine's fault: tried again next time."""
_PHONE = "(min-resolution: 2.5dppx) calc(67vw - 1.4rem), calc(100vw - 2.125rem)"
"""Very dense screens ask for more pixels than anybody sees; they get two thirds."""
_BESIDE = "(min-width: 1152px) 648px, (min-width: 960px) calc(100vw - 504px)"
"""With the facts beside the text."""
SIZES = f"{_BESIDE}, (min-width: 704px) 648px, {_PHONE}"
"""Width of a picture in the text, as ``sizes`` says it; article.css makes it so."""
PORTRAIT_SIZES = f"(min-width: 480px) 432px, {_PHONE}"
"""The same for one that is taller than wide: article.css keeps it on the screen."""


@dataclass(frozen=True)
class Neighbourhood:
    """Everything that a link may lead to, by logical path from the site's root."""

    pages: Mapping[str, str]
    """``docs/contact.md`` -> address."""
    bulletins: Mapping[str, str]
    """Public bulletins: ``news/2026/a.md`` -> address."""
    hidden: frozenset[str]
    """Paths of bulletins that the public does not see; a preview shows them."""
    files: Mapping[str, str] = field(default_factory=dict)
    """Attachments: ``images/2026/a/x.pdf`` -> address."""
    left_out: Collection[str] = frozenset()
    """Photos that nobody may see any more: of them not even the words are printed."""
    lies: Callable[[str], bool] = lambda _: False
    """Whether such a file lies below images/, published or not."""
    nearest: dict[str, str] = field(default_factory=dict)
    """Suggestions made so far: hundreds of links may miss the same page."""

    def address(self, path: str) -> str | None:
        """Where ``path`` is on the site; None: nowhere."""
        for shelf in (self.bulletins, self.pages, self.files):
            if path in shelf:
                return shelf[path]
        return None

    def suggestion(self, path: str) -> str:
        """The path that was probably meant; empty where none is near."""
        if path not in self.nearest:
            known = (*self.bulletins, *self.pages, *self.files)
            self.nearest[path] = nearest_path(path, known)
        return self.nearest[path]


Photograph = Callable[[Bulletin, str, Location], Picture | None]
"""Who asks, path of a photo, place -> its picture; None: its problem is noted."""


@dataclass(frozen=True)
class Finished:
    """A body and what was wrong with it."""

    body: Body
    problems: tuple[Problem, ...]


def converted(body: str, cache: Cache) -> Converted:
    """The body as HTML with gaps, from the cache where it was converted before."""
    key = f"{fingerprint()}\0{body}"
    kept = cache.get("body", key)
    if kept is not None:
        return Converted.from_json(kept.decode())
    fresh = convert(body)
    if not any(finding.code in PASSING for finding in fresh.findings):
        cache.put("body", key, fresh.to_json().encode())
    return fresh


class BodyFinisher:
    """Fills the gaps of one body."""

    def __init__(self, bulletin: Bulletin, around: Neighbourhood, photo: Photograph) -> None:
        self.bulletin = bulletin
        self.around = around
        self.photo = photo
        self.page = addresses.bulletin(bulletin.id)
        self.folder = posixpath.dirname(bulletin.path)
        self.problems: list[Problem] = []
        self.empty: Collection[str] = ()
        self.eager = False
        """Whether the next picture is the first photo of the page."""

    def finish(
        self,
        text: Converted,
        gallery: Sequence[GalleryPhoto] = (),
        empty: Collection[str] = (),
    ) -> Finished:
        """Links to addresses, photos to pictures; what leads nowhere is a problem.

        Args:
            text: The body with its gaps.
            gallery: The photos below it: a link ``#anh-3`` leads to the third.
            empty: Anchors of those that are not shown: of links there the words remain.
        """
        path, first = self.bulletin.path, self.bulletin.body_line
        self.eager = not gallery
        self.empty = empty
        self.problems += [finding.problem(path, first) for finding in text.findings]
        links: dict[int, str | None] = {}
        photos: dict[int, str] = {}
        anchors = {*text.anchors, *(photo.anchor for photo in gallery)}
        for index, target in enumerate(text.targets):
            at = Location(path, first + target.line - 1, target.column)
            if target.kind == "photo":
                photos[index] = self.picture(target, at)
            else:
                links[index] = self.link(target, at, anchors)
        headings = tuple(Heading(found.level, found.id, found.text) for found in text.headings)
        return Finished(Body(fill(text, links, photos), headings), tuple(self.problems))

    def link(self, target: Target, at: Location, anchors: Collection[str]) -> str | None:
        """The href of a link; None: its words stand there alone."""
        found = resolve(target.destination, self.folder)
        if found.leads is Leads.EXTERNAL:
            return target.destination
        if found.leads is Leads.FRAGMENT and found.fragment in self.empty:
            return None
        if found.leads is Leads.FRAGMENT:
            if found.fragment not in anchors:
                self.wrong("link-anchor", at, target)
            return f"#{found.fragment}"
        if found.leads is not Leads.FILE:
            self.wrong(f"link-{found.leads}", at, target)
            return None
        return self.file(target, found.path, found.fragment, at)

    def file(self, target: Target, path: str, fragment: str, at: Location) -> str | None:
        """The href of a file of the site."""
        address = self.around.address(path)
        if path in self.around.hidden and self.bulletin.path not in self.around.hidden:
            named = target.destination
            self.problems.append(warning("link-not-public", at, target=named))
        elif address is None and self.around.lies(path):
            self.wrong("link-unpublished", at, target)
        elif address is None:
            self.lost(target, path, at)
        if address is None:
            return None
        mark = f"#{fragment}" if fragment else ""
        return addresses.relative(address + mark, self.page)

    def lost(self, target: Target, path: str, at: Location) -> None:
        """A link to nothing, with the file that was probably meant."""
        near = self.around.suggestion(path)
        if not near:
            self.wrong("link-missing", at, target)
            return
        typed = posixpath.relpath(near, self.folder).replace(" ", "%20")
        self.problems.append(
            error("link-missing-near", at, target=target.destination, near=typed)
        )

    def wrong(self, code: str, at: Location, target: Target) -> None:
        """Note an error that quotes the target."""
        self.problems.append(error(code, at, target=target.destination))

    def picture(self, target: Target, at: Location) -> str:
        """The HTML of a photo in the text; its alt text where there is none."""
        found = resolve(target.destination, self.folder)
        if found.leads is not Leads.FILE:
            code = "photo-elsewhere" if found.leads is Leads.EXTERNAL else "link-missing"
            self.wrong(code, at, target)
            return escape(target.text)
        picture = self.photo(self.bulletin, found.path, at)
        if found.path in self.around.left_out:
            return ""
        return escape(target.text) if picture is None else self.markup(picture, target.text)

    def markup(self, picture: Picture, alt: str) -> str:
        """``<picture>`` with every width, and the JPEGs for old browsers.

        The same as the templates' ``parts.picture`` makes, where more is known of a photo.
        """
        plain = picture.fallback
        portrait = plain.height > plain.width
        opens = '<picture class="portrait">' if portrait else "<picture>"
        sizes = PORTRAIT_SIZES if portrait else SIZES
        address = escape(addresses.relative(plain.address, self.page))
        several = len(picture.fallbacks) > 1
        others = f" {self.candidates(picture.fallbacks, sizes)}" if several else ""
        eager, self.eager = self.eager, False
        comes = 'fetchpriority="high"' if eager else 'loading="lazy"'
        return (
            f'{opens}<source type="image/avif" {self.candidates(picture.uncut, sizes)}>'
            f'<img src="{address}"{others} width="{plain.width}" height="{plain.height}"'
            f' alt="{escape(alt)}" {comes} decoding="async"></picture>'
        )

    def candidates(self, found: Sequence[Rendition], sizes: str) -> str:
        """The renditions of which a browser takes one; the only one needs no width."""
        places = [escape(addresses.relative(one.address, self.page)) for one in found]
        if len(found) == 1:
            return f'srcset="{places[0]}"'
        named = zip(places, found, strict=True)
        srcset = ", ".join(f"{place} {one.width}w" for place, one in named)
        return f'srcset="{srcset}" sizes="{sizes}"'
