"""The last look at the parsed tree: links and pictures become gaps, pictures get frames."""

from __future__ import annotations

from html import unescape
from typing import Literal
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from bantin.markup.converted import GAP_ENDS, LINK_CLOSES, LINK_OPENS, PHOTO, Target
from bantin.markup.extensions import Notes
from bantin.markup.inline import caption_html
from bantin.markup.links import is_allowed
from bantin.markup.marks import clear

AFTER_ALL_OTHERS = -1


class Gaps(Treeprocessor):
    """Collects the targets and leaves a gap for each in the tree."""

    def __init__(self, md: Markdown, notes: Notes) -> None:
        super().__init__(md)
        self.notes = notes
        self.targets: list[Target] = []
        md.treeprocessors.register(self, "gaps", AFTER_ALL_OTHERS)

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        _unnest(root)
        self._frame(root)
        for element in root.iter():
            if element.tag == "img":
                self._photo(element)
            elif element.tag == "a" and "class" not in element.attrib:  # not a footnote's
                self._link(element)

    def _link(self, link: Element) -> None:
        text, title = "".join(link.itertext()), link.get("title", "")
        index = self._target("link", link.get("href", ""), text, title)
        _dissolve(link)
        if index is not None:
            link.text = f"{LINK_OPENS}{index}{GAP_ENDS}{link.text or ''}"
            _append(link, f"{LINK_CLOSES}{index}{GAP_ENDS}")

    def _photo(self, picture: Element) -> None:
        alt, title = picture.get("alt", ""), picture.get("title", "")
        index = self._target("photo", picture.get("src", ""), alt, title)
        _dissolve(picture)
        picture.text = self._plain(alt) if index is None else f"{PHOTO}{index}{GAP_ENDS}"

    def _target(
        self, kind: Literal["link", "photo"], typed: str, text: str, title: str
    ) -> int | None:
        """Its index, or None with a finding where nobody may be led there."""
        position = self.notes.marked.place(typed)
        destination = unescape(clear(typed)).strip()
        if not is_allowed(destination):
            self.notes.add("link-scheme", position, destination=destination)
            return None
        plain = self._plain(text)
        self.targets.append(Target(destination, kind, *position, plain, self._plain(title)))
        return len(self.targets) - 1

    def _plain(self, text: str) -> str:
        """Text of the tree as a reader sees it; entities lie in the library's stash."""
        return unescape(clear(self.md.postprocessors["raw_html"].run(text)))

    def _frame(self, root: Element) -> None:
        """Make figures of the paragraphs that hold pictures and nothing else."""
        for parent in list(root.iter()):
            if any(_is_pictures(child) for child in parent):
                parent[:] = [new for child in parent for new in self._framed(child)]

    def _framed(self, child: Element) -> list[Element]:
        if not _is_pictures(child):
            return [child]
        return [self._figure(picture) for picture in child if picture.tag == "img"]

    def _figure(self, picture: Element) -> Element:
        figure = Element("figure")
        figure.tail = "\n"
        figure.append(picture)
        picture.tail = None
        caption = self._plain(picture.get("title", ""))
        if caption:
            html = caption_html(caption)
            SubElement(figure, "figcaption").text = self.md.htmlStash.store(html)
        return figure


def _is_pictures(paragraph: Element) -> bool:
    tags = {child.tag for child in paragraph}
    between = [paragraph.text, *(child.tail for child in paragraph)]
    return (
        paragraph.tag == "p"
        and "img" in tags
        and tags <= {"img", "br"}
        and not any(text and text.strip() for text in between)
    )


def _unnest(root: Element) -> None:
    """Take apart links inside links, which HTML does not know."""
    for link in root.iter("a"):
        for inner in list(link.iter("a"))[1:]:
            _dissolve(inner)


def _dissolve(element: Element) -> None:
    """Leave an element's text and children without the element: the serializer's None."""
    element.attrib.clear()
    element.tag = None  # type: ignore[assignment]


def _append(element: Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
