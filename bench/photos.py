"""Photos against peers, as ratios in one run: speed, bytes, likeness, memory; sites; warm.

    .venv/bin/python bench/photos.py ROOM [micro|sites|warm] ... [--photos N] [--rounds N]

ROOM is a folder for originals and peers; what is missing there is made (``photo_tools.py``).
CPU seconds (user and system, of the whole process tree) are what to compare where other work
shares the machine; walls are ratios of interleaved runs.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import photo_sites as sites
import photo_tools
import photo_warm
from photo_runs import Run, measured, rounds

HERE = Path(__file__).parent
RECIPES = HERE / "photo_recipes.py"
SHARP = HERE / "photo_sharp.mjs"
WIDTHS = (480, 960, 1600)


class Bench:
    """One run of everything."""

    def __init__(self, room: Path, photos: int, count: int) -> None:
        self.tools = photo_tools.ready(room)
        self.originals = sorted((room / "originals").glob("*.jpg"))[:photos]
        self.count = count
        self.room = room

    def recipe(self, name: str, workers: int, out: str = "-") -> Run:
        """Run one recipe over the originals."""
        paths = [str(path) for path in self.originals]
        if name == "sharp":
            command = ["node", str(SHARP), str(workers), out, *paths]
            return measured(command, self.tools.node, {})
        ours = name in ("bantin", "extras", "encode")
        python = sys.executable if ours else str(self.tools.python)
        command = [python, str(RECIPES), name, str(workers), out, *paths]
        return measured(command, HERE, {"VIPS_CONCURRENCY": "1"})

    def micro(self) -> None:
        """Three widths by each peer, one worker and two."""
        jobs: dict[str, Callable[[], Run]] = {}
        for name in ("bantin", "vips", "sharp", "naive", "decode", "extras"):
            for workers in (1, 2):
                jobs[f"{name} {workers}"] = partial(self.recipe, name, workers)
        found = rounds(jobs, self.count)
        likeness = self.likeness()
        total = len(self.originals)
        best = {
            w: max(_rate(found[f"{name} {w}"], total) for name in ("vips", "sharp"))
            for w in (1, 2)
        }
        print(f"\n{total} originals, {self.count} interleaved rounds, medians\n")
        columns = "recipe, workers|photos/s|of the best peer|CPU s a photo|kB|peak MB"
        _row(*columns.split("|"), "SSIM 480 / 960 / 1600", "Butteraugli")
        _row(*["---"] * 8)
        for name, run in found.items():
            recipe, _, workers = name.partition(" ")
            rate = _rate(run, total)
            _row(
                name,
                f"{rate:.2f}",
                f"{rate / best[int(workers)]:.2f}",
                f"{run.cpu / total:.3f}",
                f"{int(run.printed) / total / 1000:.0f}",
                f"{run.memory:.0f}",
                *likeness.get(recipe, ("", "")),
            )
        ours = [_rate(found[f"bantin {workers}"], total) for workers in (1, 2)]
        print(f"\ntwo workers against one: {ours[1] / ours[0]:.2f}x")

    def likeness(self) -> dict[str, tuple[str, str]]:
        """Mean SSIM and Butteraugli of each recipe at each width."""
        found = {}
        for name, suffix in (("bantin", "avif"), ("vips", "webp"), ("sharp", "webp")):
            out = self.room / "out" / name
            out.mkdir(parents=True, exist_ok=True)
            self.recipe(name, 2, str(out))
            verdicts = self.judged(out, suffix)
            found[name] = tuple(
                " / ".join(
                    f"{statistics.mean(row[k] for row in verdicts[width]):.4f}"
                    for width in WIDTHS
                )
                for k in (0, 1)
            )
        return found

    def judged(self, out: Path, suffix: str) -> dict[int, list[tuple[float, float]]]:
        """Verdicts of the first originals, by width."""
        some = self.originals[:: max(1, len(self.originals) // 12)]
        command = [str(self.tools.python), str(HERE / "photo_judges.py"), suffix, str(out)]
        lines = subprocess.run(
            [*command, *map(str, some)], check=True, capture_output=True, text=True
        )
        verdicts: dict[int, list[tuple[float, float]]] = {width: [] for width in WIDTHS}
        for line in lines.stdout.splitlines():
            width, ssim, butter = line.split()
            verdicts[int(width)].append((float(ssim), float(butter)))
        return verdicts

    def sites(self) -> None:
        """Ten bulletins of six photos: cold, and once more."""
        roots = {name: self.room / "sites" / name for name in ("bantin", "hugo", "eleventy")}
        sites.bantin(roots["bantin"], self.originals)
        sites.hugo(roots["hugo"], self.originals)
        sites.eleventy(roots["eleventy"], self.originals, self.tools.node / "node_modules")
        commands = {
            "bantin": [str(Path(sys.executable).with_name("mkdocs")), "build", "-q"],
            "hugo": [str(self.tools.hugo), "--quiet"],
            "eleventy": ["npx", "@11ty/eleventy", "--quiet"],
        }
        quiet = {"NO_MKDOCS_2_WARNING": "1"}

        def cold(name: str) -> Run:
            sites.forget(roots[name])
            return measured(commands[name], roots[name], quiet)

        found = rounds({name: partial(cold, name) for name in roots}, self.count)
        warm = {name: measured(commands[name], roots[name], quiet) for name in roots}
        columns = "whole site, cold|wall s|CPU s|ours of it|warm CPU s|peak MB|MB of pictures"
        print()
        _row(*columns.split("|"))
        _row(*["---"] * 7)
        for name, run in found.items():
            _row(
                name,
                f"{run.wall:.1f}",
                f"{run.cpu:.1f}",
                f"{found['bantin'].cpu / run.cpu:.2f}",
                f"{warm[name].cpu:.2f}",
                f"{run.memory:.0f}",
                f"{_pictures(roots[name]):.1f}",
            )


def _row(*cells: str) -> None:
    print(f"| {' | '.join(cells)} |")


def _rate(run: Run, photos: int) -> float:
    return photos / run.wall


def _pictures(root: Path) -> float:
    suffixes = (".webp", ".avif", ".jpg", ".jpeg")
    out = next(root / name for name in ("site", "public", "_site") if (root / name).exists())
    return sum(path.stat().st_size for path in out.rglob("*") if path.suffix in suffixes) / 1e6


def main() -> None:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("room", type=Path)
    parser.add_argument("parts", nargs="*", default=["micro", "sites", "warm"])
    parser.add_argument("--photos", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    if "warm" in chosen.parts:
        photo_warm.run(chosen.room / "warm", 20_000)
    if {"micro", "sites"} & {*chosen.parts}:
        bench = Bench(chosen.room.absolute(), chosen.photos, chosen.rounds)
        for part in ("micro", "sites"):
            if part in chosen.parts:
                getattr(bench, part)()


if __name__ == "__main__":
    main()
