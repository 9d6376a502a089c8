"""What a web server says along with every file: what a page may do, how long it may be kept.

Three spellings of the same: an include for nginx, a ``_headers`` file for hosts that read one
(Cloudflare Pages, Netlify), and the part of it that a page can say of itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

NGINX: Final = "security-headers.conf"
HOSTS: Final = "_headers"

_POLICY: Final = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",  # icons in the styles of docs/ pages
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
)
"""Whatever is not named is forbidden; so is every inline script and style."""
_NOT_IN_PAGES: Final = "frame-ancestors 'none'"
"""Browsers take no notice of it there."""
_ENCRYPTED: Final = "upgrade-insecure-requests"
_OTHERS: Final = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), browsing-topics=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
)
_HSTS: Final = ("Strict-Transport-Security", "max-age=31536000")

FOR_EVER: Final = "public, max-age=31536000, immutable"
"""Of what gets another name with every change: a year."""
A_DAY: Final = "public, max-age=86400"
"""Of photos, and of what the search quotes. Their names change as well, but either may have to
be taken back: then no copy of it should outlive the next day."""
_KEYED = re.compile(r"[^/]+\.[0-9a-f]{8,64}\.(?:[a-z0-9]+\.)*(?:css|js|json|woff2|svg|png|ico)")
"""Not pictures of docs/assets: they are photos, whatever folder they lie in."""
_QUOTING: Final = ("images", "search/texts")
"""Folders of what may have to be taken back."""
_RULES: Final = 90
"""Cloudflare Pages reads 100."""


def policy(site_url: str) -> str:
    """The Content-Security-Policy to be sent as a header."""
    encrypted = (_ENCRYPTED,) if _is_encrypted(site_url) else ()
    return "; ".join((*_POLICY, _NOT_IN_PAGES, *encrypted))


def meta_policy() -> str:
    """The same for ``<meta http-equiv>``, where a host sends no headers of ours."""
    return "; ".join(_POLICY)


def headers(site_url: str) -> tuple[tuple[str, str], ...]:
    """Name and value of what is sent with every file.

    Args:
        site_url: Only a site that says ``https`` there asks browsers never to do without.
    """
    hsts = (_HSTS,) if _is_encrypted(site_url) else ()
    return (("Content-Security-Policy", policy(site_url)), *_OTHERS, *hsts)


def nginx(site_url: str) -> str:
    """The include for nginx."""
    lines = (f'add_header {name} "{value}" always;\n' for name, value in headers(site_url))
    return (
        "# Written by the build: how to use it is told in Bantin's docs/dev/hosting.md.\n"
        "# A block with an add_header of its own inherits none: include this there again.\n"
        + "".join(lines)
    )


def hosts(site_url: str, lasting: Iterable[str]) -> str:
    """The ``_headers`` file.

    Args:
        site_url: The site's own address.
        lasting: Addresses of files that get another name with every change.

    A host adds up the values of all rules that fit, so no header may stand in two of them: what
    is in no rule is asked for again each time, which is how such hosts begin.
    """
    kept = [(f"/{folder}/*", A_DAY) for folder in _QUOTING]
    kept += [(f"/{address}", FOR_EVER) for address in ("search/terms/*", *lasting)]
    rules = [("/*", headers(site_url))]
    rules += [(path, (("Cache-Control", how_long),)) for path, how_long in kept]
    return "\n".join(
        f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in found)
        for path, found in rules[:_RULES]
    )


def write(folder: Path, site_url: str) -> None:
    """Put both files into a built site; a ``_headers`` that is there already comes after ours.

    Raises:
        OSError: They can't be written.
    """
    assets = folder / "assets"
    lasting = sorted(
        path.relative_to(folder).as_posix()
        for path in assets.rglob("*")
        if _KEYED.fullmatch(path.name)
    )
    (folder / NGINX).write_text(nginx(site_url), encoding="utf-8")
    file = folder / HOSTS
    theirs = b"\n" + file.read_bytes() if file.exists() else b""
    file.write_bytes(hosts(site_url, lasting).encode() + theirs)


def _is_encrypted(site_url: str) -> bool:
    return site_url.lower().startswith("https://")
