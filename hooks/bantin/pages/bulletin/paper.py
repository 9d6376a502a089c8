"""What only paper shows: where the links of a text lead."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import Final
from urllib.parse import unquote, urljoin

from bantin.pages.draft import Html

_LINK: Final = re.compile(r'<a href="(?!#|[a-z]+:)([^"]+)"')
"""A link to another page of the site; whole addresses can be printed as they are."""


def written_out(html: Html, page: str) -> Html:
    """A text whose links to pages of the site tell paper where they lead: ``data-address``.

    Args:
        html: Finished, its links relative to ``page``.
        page: Absolute address; empty where the site has none: then paper can't tell.
    """

    def told(found: re.Match[str]) -> str:
        whole = unquote(urljoin(page, unescape(found[1])))
        return f'{found[0]} data-address="{escape(whole)}"'

    return Html(_LINK.sub(told, html)) if page else html
