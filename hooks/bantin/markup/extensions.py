"""The one fixed list of Markdown extensions, and the house's own rules among them."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.util import AtomicString

from bantin.markup.converted import GALLERY, Finding
from bantin.markup.marks import PLACE_MARK, RAW_MARK, Marked, clear_html

if TYPE_CHECKING:
    from re import Match

BACKLINK: Final = "↩"


class Notes:
    """What the parser meets on its way, and the marks that tell it where."""

    def __init__(self, marked: Marked) -> None:
        self.marked = marked
        self.findings: list[Finding] = []
        self.gallery = False
        """Whether the gallery has its place."""

    def add(self, code: str, position: tuple[int, int], **values: str) -> None:
        """Note a finding."""
        self.findings.append(Finding(code, *position, tuple(sorted(values.items()))))


class _Footnotes(FootnoteExtension):
    """Numbers in ids, whatever the writer calls the note: ids have no spaces."""

    def makeFootnoteId(self, id: str) -> str:
        return f"fn:{self._numbers[id]}"

    def makeFootnoteRefId(self, id: str, found: bool = False) -> str:
        return self.unique_ref(f"fnref:{self._numbers[id]}", found)

    def setFootnote(self, id: str, text: str) -> None:
        self._numbers.setdefault(id, len(self._numbers) + 1)
        super().setFootnote(id, text)

    def reset(self) -> None:
        self._numbers: dict[str, int] = {}
        super().reset()


class _Fences(Preprocessor):
    """Code between ``` or ~~~, to the end of the body where nothing closes it.

    The library's own takes ids and classes from the writer, and goes through the body again
    for each fence that is never closed.
    """

    OPENS = re.compile(r"(`{3,}|~{3,})[ ]*([\w+#.-]*)[^`]*$")

    def run(self, lines: list[str]) -> list[str]:
        out: list[str] = []
        code: list[str] = []
        fence, language = "", ""
        for line in lines:
            opens = self.OPENS.match(line)
            if fence and line.startswith(fence) and not line.strip(fence[0] + " "):
                out += self._stashed(code, language)
                fence, code = "", []
            elif fence:
                code.append(line)
            elif opens:
                fence, language = opens[1], opens[2]
            else:
                out.append(line)
        return out + self._stashed(code, language) if fence else out

    def _stashed(self, code: list[str], language: str) -> list[str]:
        name = f' class="language-{escape(language)}"' if language else ""
        text = escape("\n".join(code).rstrip("\n") + "\n", quote=False)
        html = clear_html(f"<pre><code{name}>{text}</code></pre>")
        return ["", self.md.htmlStash.store(html), "", ""]


class _Gallery(BlockProcessor):
    """The line ``[gallery]`` outside lists, quotes and notes."""

    LINE = re.compile(rf"^[ ]{{0,3}}\[gallery\]({PLACE_MARK})[ \t]*$", re.M | re.I)

    def __init__(self, md: Markdown, notes: Notes) -> None:
        super().__init__(md.parser)
        self.notes = notes

    def test(self, parent: Element, block: str) -> bool:
        return parent is self.parser.root and bool(self.LINE.search(block))

    def run(self, parent: Element, blocks: list[str]) -> bool:
        block = blocks.pop(0)
        found = self.LINE.search(block)
        if found is None:
            return False
        before, after = block[: found.start()].rstrip("\n"), block[found.end() :].lstrip("\n")
        if after:
            blocks.insert(0, after)
        if before:
            self.parser.parseBlocks(parent, [before])
        if self.notes.gallery:
            self.notes.add("gallery-twice", self.notes.marked.place(found[1]))
        else:
            SubElement(parent, "hr", {"class": GALLERY})
            self.notes.gallery = True
        return True


class _RawTag(InlineProcessor):
    """A tag outside code: noted, and shown as typed."""

    def __init__(self, md: Markdown, notes: Notes) -> None:
        super().__init__(RAW_MARK, md)
        self.notes = notes

    def handleMatch(  # type: ignore[override]
        self, m: Match[str], data: str
    ) -> tuple[str, int, int]:
        line, column, tag = self.notes.marked.tag(m.group())
        self.notes.add("raw-html", (line, column), tag=tag)
        return "<", m.start(), m.end()


class _AutoLink(InlineProcessor):
    """``<https://…>`` and ``<a@b.vn>``, in plain letters: mail addresses are public here."""

    PATTERN = rf"<({PLACE_MARK})([^\s<>]+)>"

    def handleMatch(  # type: ignore[override]
        self, m: Match[str], data: str
    ) -> tuple[Element, int, int]:
        link = Element("a")
        is_mail = "@" in m[2] and not re.match(r"[A-Za-z][A-Za-z0-9+.-]+:", m[2])
        link.set("href", m[1] + ("mailto:" if is_mail else "") + m[2])
        link.text = AtomicString(m[2])
        return link, m.start(), m.end()


class House(Extension):
    """Our rules: no raw HTML, galleries, plain fences and mail links."""

    def __init__(self, notes: Notes) -> None:
        super().__init__()
        self.notes = notes

    def extendMarkdown(self, md: Markdown) -> None:
        """Put our rules in and take the library's raw HTML out."""
        md.preprocessors.deregister("html_block")
        for name in ("html", "autolink", "automail"):
            md.inlinePatterns.deregister(name)
        md.ESCAPED_CHARS.append("<")
        md.preprocessors.register(_Fences(md), "fences", 25)
        md.parser.blockprocessors.register(_Gallery(md, self.notes), "gallery", 95)
        md.inlinePatterns.register(_AutoLink(_AutoLink.PATTERN, md), "autolink", 120)
        md.inlinePatterns.register(_RawTag(md, self.notes), "raw_tag", 90)


def reader(notes: Notes) -> Markdown:
    """A parser for one body; it keeps state, so each body has its own."""
    extensions: list[Extension] = [
        AbbrExtension(),
        DefListExtension(),
        _Footnotes(
            BACKLINK_TEXT=BACKLINK,
            BACKLINK_TITLE=f"{BACKLINK} {{}}",
            PLACE_MARKER="\x02nowhere else\x03",
        ),
        SaneListExtension(),
        TableExtension(),
        House(notes),
    ]
    return Markdown(extensions=extensions, output_format="html")
