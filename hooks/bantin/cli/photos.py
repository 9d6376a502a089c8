"""``bantin photos``: what the photos cost and what is odd about them; render ahead, tidy up."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from contextlib import closing
from typing import Any, Final

from bantin import locale, newsroom
from bantin.cli import stocktaking
from bantin.cli.check import as_json
from bantin.cli.problems import shown
from bantin.cli.site import opened
from bantin.cli.usage import Usage
from bantin.errors import BulletinError, Problem
from bantin.inventory import Stock, report, stock, upkeep
from bantin.photos.progress import ProgressLine
from bantin.photos.store import Store

OPTIONS: Final = {"details": "report", "verify": "render", "dry_run": "prune"}
"""Option -> the action that it belongs to."""


def arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """What can be asked for."""
    actions = ("report", "render", "prune")
    about = locale.text("help_photos_action", lang)
    parser.add_argument("action", nargs="?", choices=actions, default="report", help=about)
    parser.add_argument("--format", choices=("text", "json"), default="text")
    for option in OPTIONS:
        about = locale.text(f"help_photos_{option}", lang)
        parser.add_argument(f"--{option.replace('_', '-')}", action="store_true", help=about)


def run(options: argparse.Namespace) -> int:
    """Do it; 1 when a photo can't be opened or rendered, or nothing may be deleted."""
    for option, action in OPTIONS.items():
        if getattr(options, option) and options.action != action:
            told = {"option": f"--{option.replace('_', '-')}", "action": action}
            raise Usage(locale.text("photos_option", options.lang, **told))
    site = opened(options)
    with closing(newsroom.renditions(site.settings)) as store:
        taken = stock.read(site, store, trusting=not options.verify)
        try:
            return int(_ACTIONS[options.action](options, taken, store))
        except BulletinError as unwritable:
            print(shown(unwritable.problem, options.lang), file=sys.stderr)
            return 1


def _report(options: argparse.Namespace, taken: Stock, store: Store) -> bool:
    """Whether an original can't be opened."""
    progress = ProgressLine(sys.stderr, options.lang, words="photos_looking")
    found = report.made(taken, store, progress)
    if options.format == "json":
        _print_json(report.as_values(found), found.problems, options.lang)
    else:
        for line in stocktaking.lines(found, options.lang, details=options.details):
            print(locale.visible(line))
    return bool(found.problems)


def _render(options: argparse.Namespace, taken: Stock, store: Store) -> bool:
    """Whether something could not be rendered."""
    lang = options.lang
    cache = newsroom.texts(taken.edition.settings)
    proof = ProgressLine(sys.stderr, lang, words="photos_proving") if options.verify else None
    found = upkeep.render(taken, store, cache, ProgressLine(sys.stderr, lang), proof)
    told: dict[str, float] = {
        "made": found.made,
        "there": found.there,
        "damaged": found.damaged,
        "seconds": round(found.seconds, 1),
    }
    if options.format == "json":
        _print_json(told, found.problems, lang)
        return bool(found.problems)
    for problem in found.problems:
        print(shown(problem, lang))
    written = {
        "made": stocktaking.photos(found.made, lang),
        "there": stocktaking.photos(found.there, lang),
        "damaged": stocktaking.photos(found.damaged, lang),
        "seconds": stocktaking.number(told["seconds"], lang),
    }
    print(locale.text("photos_rendered", lang, **written))
    if options.verify:
        print(locale.text("photos_proved", lang, **written))
    if taken.edition.broken:
        print(stocktaking.broken(len(taken.edition.broken), lang))
    return bool(found.problems)


def _prune(options: argparse.Namespace, taken: Stock, store: Store) -> bool:
    """Whether nothing could be deleted, for nobody knows what is needed."""
    lang = options.lang
    try:
        count, freed = upkeep.prune(taken, store, dry_run=options.dry_run)
    except upkeep.Hindered as hindered:
        for problem in hindered.problems:
            print(shown(problem, lang))
        print(locale.text("photos_hindered", lang), file=sys.stderr)
        return True
    if options.format == "json":
        _print_json({"deleted": count, "bytes": freed, "dry_run": options.dry_run}, (), lang)
        return False
    key = "photos_would_prune" if options.dry_run else "photos_pruned"
    written = {
        "count": stocktaking.number(count, lang),
        "size": stocktaking.weight(freed, lang),
    }
    print(locale.text(key, lang, **written))
    return False


def _print_json(values: Mapping[str, Any], problems: tuple[Problem, ...], lang: str) -> None:
    worded = json.loads(as_json(problems, lang))
    print(json.dumps({**values, "problems": worded}, ensure_ascii=False, indent=2))


_ACTIONS: Final = {"report": _report, "render": _render, "prune": _prune}
