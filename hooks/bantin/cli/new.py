"""``bantin new``: a bulletin ready to fill in, and the folder for its photos."""

from __future__ import annotations

import argparse
from datetime import date, datetime
from pathlib import Path

from bantin import addresses, limits, locale
from bantin.cli.site import opened
from bantin.cli.usage import Usage
from bantin.content import days, decode, source
from bantin.content.corrections import in_quotes
from bantin.content.settings import Settings
from bantin.errors import BulletinError
from bantin.model import Bulletin
from bantin.vietnamese.text import slug


def arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """What can be asked for."""
    parser.add_argument("title", nargs="+", help=locale.text("help_new_title", lang))
    parser.add_argument("--date", help=locale.text("help_new_date", lang))
    parser.add_argument("--category", help=locale.text("help_new_category", lang))
    parser.add_argument("--slug", help=locale.text("help_new_slug", lang))


def run(options: argparse.Namespace) -> int:
    """Write ``news/<year>/<slug>.md`` and make ``images/<year>/<slug>/``."""
    settings = opened(options).settings
    title = _title(options)
    when = _date(options, settings)
    bulletin_id = f"{when.year}/{_slug(options, title)}"
    file = settings.root / settings.news_dir / f"{bulletin_id}.md"
    photos = settings.root / settings.images_dir / bulletin_id
    if not addresses.allowed(bulletin_id):
        raise Usage(locale.text("new_slug_wrong", options.lang, slug=options.slug or title))
    if options.category and options.category not in settings.categories:
        known = ", ".join(settings.categories)
        key = "new_category" if known else "new_category_none"
        raise Usage(locale.text(key, options.lang, known=known))
    try:
        photos.mkdir(parents=True, exist_ok=True)
        _write(file, _text(title, when, options, settings), options.lang)
    except OSError as failed:
        where, reason = failed.filename or file, failed.strerror or ""
        told = locale.text("new_unwritable", options.lang, where=where, reason=reason)
        raise Usage(told) from failed
    shown = {"file": _below(file, settings.root), "photos": _below(photos, settings.root)}
    print(locale.text("new_done", options.lang, **shown))
    return 0


def _below(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


def _title(options: argparse.Namespace) -> str:
    """The title, clean as a file's text is when it is read."""
    try:
        typed = " ".join(options.title).encode("utf-8", "surrogateescape")
        title = " ".join(source.decode("", typed).text.split())
    except BulletinError:
        title = ""
    if not 0 < len(title) <= limits.TITLE_CHARACTERS:
        raise Usage(locale.text("new_title_wrong", options.lang))
    return title


def _date(options: argparse.Namespace, settings: Settings) -> date:
    if not options.date:
        return datetime.now(settings.timezone).date()
    found = days.day(options.date.strip())
    if isinstance(found, days.NoDate):
        raise Usage(locale.text("new_date_wrong", options.lang, value=options.date))
    return found


def _slug(options: argparse.Namespace, title: str) -> str:
    try:
        return options.slug or slug(title)
    except ValueError:
        raise Usage(locale.text("new_title_wrong", options.lang)) from None


def _text(title: str, when: date, options: argparse.Namespace, settings: Settings) -> str:
    """A draft that says at every line what to type there."""
    template = locale.text("new_bulletin", options.lang)
    return template.format(
        title=_value(title, settings),
        date=when.isoformat(),
        category=f" {options.category}" if options.category else "",
    )


def _value(title: str, settings: Settings) -> str:
    """The title as it must be typed so that it is read to the letter."""
    plain = f"---\ntitle: {title}\ndate: 2026-02-06\n---\n".encode()
    found = decode.bulletin("", "2026/a", plain, settings)
    as_typed = isinstance(found.bulletin, Bulletin) and found.bulletin.title == title
    return title if as_typed else in_quotes(title)


def _write(file: Path, text: str, lang: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("x", encoding="utf-8", newline="\n") as target:
            target.write(text)
    except FileExistsError:
        raise Usage(locale.text("new_exists", lang, file=file)) from None
