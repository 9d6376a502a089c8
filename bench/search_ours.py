"""Our side: the code that readers fetch, the index's bytes, the builds."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from bantin.cache import Cache
from bantin.theme.assets import assets
from bantin.theme.modules import SCRIPTS as SCRIPTS
from bantin.theme.modules import Ways

HERE = Path(__file__).parent
ASKED = re.compile(r'from\s*"\./([^"]+)"')
"""A script that comes with another one."""


class Cost(NamedTuple):
    """Of one way of building."""

    cpu: float
    """Seconds."""
    before: float
    """MB of the process, the whole edition in it."""
    peak: float
    """MB"""


class Size(NamedTuple):
    """Bytes of an index."""

    terms: int
    """With leaves, words for typing errors and the manifest."""
    facets: int
    records: int
    texts: int


def code(room: Path) -> int:
    """Bytes of scripts, words and style, each gzipped: what comes with the first query."""
    ways = {lang: Ways("search/", "news/") for lang in ("vi", "en")}
    files = assets(Cache(room / "cache"), ways, preview=False).files
    beginnings = ("search-box.", "search-words.vi.", "search.")
    wanted = [
        path for path in files if path.startswith(tuple(f"assets/{one}" for one in beginnings))
    ]
    if len(wanted) != len(beginnings):
        raise SystemExit(f"the box's files are not what they were: {wanted}")
    for path in wanted:  # grows on the way
        found = ASKED.findall(files[path].decode()) if path.endswith(".js") else []
        wanted += {f"assets/{name}" for name in found} - {*wanted}
    return sum(len(gzip.compress(files[path], 6, mtime=0)) for path in wanted)


def built(room: Path, way: str, *, watched: bool = False) -> Cost:
    """One of the ways of ``search_cost.py``; ``cold`` begins without a cache."""
    cache, out = room / "index-cache", room / "search"
    if way == "cold":
        for folder in (cache, out):
            shutil.rmtree(folder, ignore_errors=True)
    command = [
        sys.executable,
        HERE / "search_cost.py",
        room / "edition.pickle",
        cache,
        out,
        way,
    ]
    extra = ["--watched"] if watched else []
    found = subprocess.run([*map(str, command), *extra], check=True, stdout=subprocess.PIPE)
    return Cost(**json.loads(found.stdout))


def size(room: Path) -> Size:
    """Of the index that the last cold build wrote."""
    folder = room / "search"
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    segments = manifest["segments"]
    facets = [folder / f"texts/{one['facets']}.bin" for one in segments]
    packs = [file for one in segments for file in (folder / "texts" / one["records"]).iterdir()]
    loose = [file for file in (folder / "texts").iterdir() if file.is_file()]
    terms = [folder / "manifest.json", *(folder / "terms").iterdir()]
    return Size(_sum(terms), _sum(facets), _sum(packs), _sum({*loose} - {*facets}))


def _sum(files: Iterable[Path]) -> int:
    return sum(file.stat().st_size for file in files)
