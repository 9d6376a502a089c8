"""``bantin doctor``: versions, limits, and what is wrong with this machine.

Where a package is missing the rooms that need it can't be imported: they are fetched late.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import platform
import shutil
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from bantin import __version__, limits, locale

PACKAGES = ("mkdocs", "mkdocs-material", "markdown", "pillow", "pyyaml", "jinja2", "click")
BROKEN_CLICKS = ("8.2.2", "8.3.0", "8.3.1", "8.3.2", "8.3.3")
"""With these ``mkdocs serve`` never rebuilds, or forgets mkdocs.yml."""
FREE_BYTES = 500_000_000


def arguments(parser: argparse.ArgumentParser, lang: str) -> None:
    """Nothing can be asked for."""


def run(options: argparse.Namespace) -> int:
    """Print what is there, then what is wrong; 1 when something is."""
    print(f"bantin {__version__}")
    print(f"Python {platform.python_version()} ({platform.system()} {platform.machine()})")
    for name in PACKAGES:
        print(f"{name} {_version(name)}")
    missing = [name for name in PACKAGES if _version(name) == "?"]
    if not missing:
        print(_codecs())
    print(locale.text("doctor_limits", options.lang))
    for name, value in limits.table().items():
        print(f"  {name} = {value}")
    wrong = [locale.text("doctor_package", options.lang, name=name) for name in missing]
    wrong += [] if missing else _wrong(options)
    for sentence in wrong:
        print(f"! {sentence}")
    if not wrong:
        print(locale.text("doctor_well", options.lang))
    return int(bool(wrong))


def _codecs() -> str:
    from bantin.photos import render

    return render.codecs()


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "?"


def _wrong(options: argparse.Namespace) -> Iterator[str]:
    lang = options.lang
    if not _version("mkdocs").startswith("1."):
        yield locale.text("doctor_mkdocs", lang, version=_version("mkdocs"))
    if _version("click") in BROKEN_CLICKS:
        yield locale.text("doctor_click", lang, version=_version("click"))
    if importlib.util.find_spec("_yaml") is None:
        yield locale.text("doctor_yaml", lang)
    yield from _wrong_here(Path(options.root), lang)


def _wrong_here(root: Path, lang: str) -> Iterator[str]:
    """What is wrong with the site's folder."""
    from bantin.content import enginekeys, settings
    from bantin.newsroom import CACHE

    if not (root / settings.FILE).is_file():
        yield locale.text("no_site", lang, folder=root.absolute())
        return
    cache = root / CACHE
    in_the_way = os.path.lexists(cache) and not cache.is_dir()
    if in_the_way or not os.access(cache if cache.exists() else root, os.W_OK):
        yield locale.text("doctor_cache", lang, folder=cache)
    free = shutil.disk_usage(root).free
    if free < FREE_BYTES:
        yield locale.text("doctor_disk", lang, free=free // 1_000_000)
    read = enginekeys.read((root / settings.FILE).absolute())
    for problem in read.problems:
        place = locale.visible(str(problem.at))
        yield f"{place}: {locale.message(problem, lang).text}"
