"""Where things are to be found on the site: source path, id or slug -> address.

An address is a site path, '/'-separated, without a leading '/'; a page's ends with '/'.
The table is DESIGN section 4. A published address never changes.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from datetime import date
from urllib.parse import quote

from bantin import limits
from bantin.vietnamese.text import compare_key, slug

HOME = ""
NOT_FOUND = "404.html"
ENGLISH = "en/"
RESERVED = re.compile(r"index|page|[0-9]{2}|con|prn|aux|nul|com[0-9]|lpt[0-9]")
"""Names that lists and archives need (``/news/page/2/``, ``/news/2026/02/``), and those that
Windows keeps for its devices."""
_WHOLE = 100_000
"""More bytes than any tag has."""
YEARLY = re.compile(r"(?:en/)?(?:19|20)\d\d/", re.ASCII)
"""How the path of every bulletin and of its photo folder begins."""
ID = re.compile(r"(?:en/)?(?:19|20)[0-9]{2}/[a-z0-9-]+")


def allowed(bulletin_id: str) -> bool:
    """Whether a bulletin may have this id (``2026/a``, ``en/2026/a``)."""
    name = posixpath.basename(bulletin_id)
    return bool(
        ID.fullmatch(bulletin_id)
        and not RESERVED.fullmatch(name)
        and len(name.encode()) <= limits.SLUG_BYTES
    )


def bulletin(bulletin_id: str) -> str:
    """``2026/a`` -> ``news/2026/a/``."""
    return f"news/{bulletin_id}/"


def attachment(bulletin_id: str, file: str) -> str:
    """A document published beside its bulletin, under a name that a link can carry."""
    return bulletin(bulletin_id) + re.sub("[#?]", "-", file)


def document(name: str) -> str:
    """A page or document under docs/, by its path: ``contact.md`` -> ``contact/``."""
    if not name.endswith(".md"):
        return name
    stem = name[:-3]
    folder, _, last = stem.rpartition("/")
    if last in ("index", "README"):
        return f"{folder}/" if folder else HOME
    return f"{stem}/"


def old_file(alias: str) -> str:
    """The file that answers at an old address: ``tin/1.html``, ``tin/1/index.html``."""
    if posixpath.splitext(alias)[1] in (".html", ".htm"):
        return alias
    return alias.rstrip("/") + "/index.html"


def home(lang: str) -> str:
    """The first page of a language."""
    return ENGLISH if lang == "en" else HOME


def paged(first: str, page: int) -> str:
    """The page with this number, from 1, of the list that begins at ``first``."""
    return first if page == 1 else f"{first}page/{page}/"


def index(lang: str, page: int = 1) -> str:
    """All bulletins, newest first; ``page`` from 1."""
    return paged(f"{home(lang)}news/", page)


def search(lang: str) -> str:
    """Results of the search; the index's files lie below it in the first language."""
    return f"{home(lang)}search/"


def year(lang: str, number: int) -> str:
    """Archive of a year."""
    return f"{index(lang)}{number}/"


def month(lang: str, day: date) -> str:
    """Archive of the month in which ``day`` lies."""
    return f"{year(lang, day.year)}{day.month:02}/"


def category(lang: str, category_id: str) -> str:
    """Bulletins of one category."""
    return f"{home(lang)}categories/{category_id}/"


def tags(lang: str) -> str:
    """All tags."""
    return f"{home(lang)}tags/"


def tag(lang: str, slug: str) -> str:
    """Bulletins with one tag, by its ``tag_slug``."""
    return f"{tags(lang)}{slug}/"


def tag_slug(name: str) -> str:
    """What stands for a tag in its address: of its own words, whatever other tags there are.

    A digest stands behind what is cut or reserved, and for what has no letter or digit. Tags
    that differ in accents or signs alone have one address, and share its page.

    Args:
        name: As typed; case, spaces and the place of a tone mark make no difference.
    """
    key = compare_key(name)
    try:
        whole = slug(key, _WHOLE)
    except ValueError:
        return f"x-{_digest(key)[:12]}"
    if len(whole) <= limits.SLUG_BYTES and not RESERVED.fullmatch(whole):
        return whole
    return f"{slug(whole, limits.SLUG_BYTES - 9)}-{_digest(whole)[:8]}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def all_series(lang: str) -> str:
    """What returns: all series."""
    return f"{home(lang)}series/"


def series(lang: str, series_id: str) -> str:
    """The editions of one series."""
    return f"{all_series(lang)}{series_id}/"


def people(lang: str) -> str:
    """Everybody who has a page, by given name."""
    return f"{home(lang)}people/"


def person(lang: str, person_id: str) -> str:
    """Somebody of the registry."""
    return f"{people(lang)}{person_id}/"


def organizations(lang: str) -> str:
    """Every organization that has a page."""
    return f"{home(lang)}organizations/"


def organization(lang: str, organization_id: str) -> str:
    """An organization of the registry under all its names."""
    return f"{organizations(lang)}{organization_id}/"


def photos(lang: str) -> str:
    """The photo library, newest first."""
    return f"{home(lang)}photos/"


def photos_of_year(lang: str, number: int) -> str:
    """The photo library of a year."""
    return f"{photos(lang)}{number}/"


def photos_of_category(lang: str, category_id: str) -> str:
    """The photo library of a category."""
    return f"{photos(lang)}categories/{category_id}/"


def events(lang: str) -> str:
    """The calendar."""
    return f"{home(lang)}events/"


def events_of_month(lang: str, day: date) -> str:
    """The calendar of the month in which ``day`` lies."""
    return f"{events(lang)}{day.year}/{day.month:02}/"


def relative(target: str, page: str) -> str:
    """The link to ``target`` as written on the page at ``page``.

    A ``#fragment`` or ``?query`` of the target stays; other characters are percent-encoded.
    """
    path, mark, rest = _split(target)
    *folders, last = path.split("/")
    here = page.split("/")[:-1]
    shared = 0  # a large site has millions of links: posixpath.relpath takes five times as long
    for one, other in zip(folders, here, strict=False):
        if one != other:
            break
        shared += 1
    steps = [".."] * (len(here) - shared) + folders[shared:]
    found = "/".join([*steps, last]) if steps or last else "./"
    return quote(found) + mark + rest


def _split(target: str) -> tuple[str, str, str]:
    for mark in "#?":
        path, found, rest = target.partition(mark)
        if found:
            return path, found, rest
    return target, "", ""
