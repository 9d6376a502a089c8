"""Build time as ratios in one run: cold, warm, one edit; against stock MkDocs and Material.

    .venv/bin/python bench/build.py [BULLETINS] [PHOTOS]

The peer builds the same texts as plain pages under docs/, without photos. CPU seconds (user and
system, of the whole process tree) are compared, because other work may share the machine. What
the index of the search takes of them is measured once more by itself, with and without what the
last one left in the cache.
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from PIL import Image

from bantin import newsroom
from bantin.cache import Cache
from bantin.photos.store import ignore
from bantin.search import index as search_index
from bantin.search.documents import Library

ALONE = "--index-alone"
WORDS = ("bệnh viện", "hội nghị", "đào tạo", "tuyến dưới", "kỹ thuật", "người dân", "chăm sóc")
MKDOCS = Path(sys.executable).with_name("mkdocs")
CONFIG = "site_name: Bench\ntheme: {name: material, font: false}\nnav: [index.md]\nplugins: "


def text(rng: random.Random, words: int = 500) -> str:
    """Paragraphs under headings."""
    parts = []
    for _ in range(words // 100):
        parts.append("## " + " ".join(rng.choices(WORDS, k=5)))
        parts.append(" ".join(rng.choices(WORDS, k=95)) + ".")
    return "\n\n".join(parts)


def write(root: Path, bulletins: int, photos: int) -> None:
    """One site twice: as bulletins with photos, and as plain pages."""
    rng = random.Random(1)
    for name, plugins in (("bantin", "[bantin]"), ("plain", "[search]")):
        (root / name / "docs").mkdir(parents=True)
        (root / name / "mkdocs.yml").write_text(CONFIG + plugins + "\n", "utf-8")
        (root / name / "docs/index.md").write_text("# Bench\n", "utf-8")
    for number in range(bulletins):
        body = text(rng)
        year = 2010 + number % 15
        folder = root / "bantin/news" / str(year)
        folder.mkdir(parents=True, exist_ok=True)
        matter = f"---\ntitle: Hội nghị {number}\ndate: {year}-03-0{1 + number % 9}\n---\n"
        (folder / f"b{number}.md").write_text(matter + body, "utf-8")
        (root / f"plain/docs/b{number}.md").write_text(
            f"# Hội nghị {number}\n\n{body}", "utf-8"
        )
    noise = Image.effect_noise((1600, 1200), 60).convert("RGB")
    for number in range(photos):
        folder = root / f"bantin/images/{2010 + number % 15}/b{number % bulletins}"
        folder.mkdir(parents=True, exist_ok=True)
        noise.rotate(number).save(folder / f"{number}.jpg", quality=90)


def spent(whose: int) -> float:
    """CPU seconds until now."""
    used = resource.getrusage(whose)
    return used.ru_utime + used.ru_stime


def build(site: Path) -> float:
    """CPU seconds of one build."""
    before = spent(resource.RUSAGE_CHILDREN)
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([MKDOCS, "build", "-q"], cwd=site, env=env, check=True)
    return spent(resource.RUSAGE_CHILDREN) - before


def index(site: Path, cache: Path) -> float:
    """CPU seconds of the index alone, in a process of its own.

    Args:
        site: Its bulletins; the one page under docs/ is left out.
        cache: What indexes of before have left.
    """
    command = [sys.executable, __file__, ALONE, str(site), str(cache)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def alone(site: Path, cache: Path) -> None:
    """Print what ``index`` wants to know."""
    read = newsroom.open_settings(site / "mkdocs.yml")
    with closing(newsroom.renditions(read.settings)) as store:
        proof = newsroom.proofread(read, (), store, ignore, preview=False)
    both = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    before = sum(map(spent, both))
    search_index.build(Library(proof.edition, ()), Cache(cache))
    print(sum(map(spent, both)) - before)


def main() -> None:
    """Measure and print."""
    if sys.argv[1:2] == [ALONE]:
        alone(*map(Path, sys.argv[2:4]))
        return
    bulletins = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    photos = int(sys.argv[2]) if len(sys.argv) > 2 else 30
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write(root, bulletins, photos)
        plain = min(build(root / "plain") for _ in range(2))
        site, cache = root / "bantin", root / "cache"
        cold, cold_index = build(site), index(site, cache)
        warm = min(build(site) for _ in range(2))
        warm_index = min(index(site, cache) for _ in range(2))
        edited = max((site / "news").rglob("*.md"))
        edited.write_text(edited.read_text("utf-8") + "\nThêm.\n", "utf-8")
        edit, edit_index = build(site), index(site, cache)
    print(f"{bulletins} bulletins, {photos} photos; CPU seconds and ratio to stock MkDocs")
    print(f"{'stock':>9} {plain:7.2f} {1:6.2f}x")
    rows = (("cold", cold, cold_index), ("warm", warm, warm_index))
    for name, seconds, search in (*rows, ("one edit", edit, edit_index)):
        share = f"index {search:5.2f} = {search / seconds:4.0%} of it"
        print(f"{name:>9} {seconds:7.2f} {seconds / plain:6.2f}x   {share}")


if __name__ == "__main__":
    main()
