"""Build time as ratios in one run: cold, warm, one edit; against stock MkDocs and Material.

    .venv/bin/python bench/build.py [BULLETINS] [PHOTOS]

The peer builds the same texts as plain pages under docs/, without photos. CPU seconds (user and
system, of the whole process tree) are compared, because other work may share the machine.
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

WORDS = ("bệnh viện", "hội nghị", "đào tạo", "tuyến dưới", "kỹ thuật", "người dân", "chăm sóc")
MKDOCS = Path(sys.executable).with_name("mkdocs")
CONFIG = (
    "site_name: Bench\ntheme: {name: material, font: false}\nnav: [index.md]\nplugins: [search"
)


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
    for name, plugins in (("bantin", ", bantin]"), ("plain", "]")):
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


def build(site: Path) -> float:
    """CPU seconds of one build."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([MKDOCS, "build", "-q"], cwd=site, env=env, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Measure and print."""
    bulletins = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    photos = int(sys.argv[2]) if len(sys.argv) > 2 else 30
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write(root, bulletins, photos)
        plain = min(build(root / "plain") for _ in range(2))
        cold = build(root / "bantin")
        warm = min(build(root / "bantin") for _ in range(2))
        edited = next((root / "bantin/news").rglob("*.md"))
        edited.write_text(edited.read_text("utf-8") + "\nThêm.\n", "utf-8")
        edit = build(root / "bantin")
    print(f"{bulletins} bulletins, {photos} photos; CPU seconds and ratio to stock MkDocs")
    for name, seconds in (("stock", plain), ("cold", cold), ("warm", warm), ("one edit", edit)):
        print(f"{name:>9} {seconds:7.2f} {seconds / plain:6.2f}x")


if __name__ == "__main__":
    main()
