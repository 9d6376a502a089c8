"""One photo after another by each peer: speed, bytes, memory, likeness."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from statistics import mean

from photo_runs import Command, Run, measured, rounds
from photo_tables import printed
from photo_tools import Tools

HERE = Path(__file__).parent
OURS = ("bantin", "extras", "floor")
"""Recipes that run in the project's Python; ``extras``: with fallbacks, placeholder, crops."""
PEERS = ("vips", "vips-file", "sharp", "sharp-file")
TWICE = ("bantin", "vips", "sharp")
"""With two workers, too."""
JUDGED = {"bantin": "avif", "vips": "webp", "sharp": "webp"}
WIDTHS = (480, 960, 1600)
Means = dict[int, tuple[float, float]]
"""Width in px -> SSIM and Butteraugli."""


class Micro:
    """One comparison.

    Args:
        tools: Where the peers are.
        originals: The photos.
        out: A folder for what is judged.
    """

    def __init__(self, tools: Tools, originals: Sequence[Path], out: Path) -> None:
        self.tools = tools
        self.originals = originals
        self.out = out

    def recipe(self, name: str, workers: int, out: str = "-", *, watched: bool = False) -> Run:
        """Run one recipe over the originals."""
        paths = [str(path) for path in self.originals]
        if name.startswith("sharp"):
            command = ["node", str(HERE / "photo_sharp.mjs"), name, str(workers), out, *paths]
            return measured(command, self.tools.node, {}, watched=watched)
        python = sys.executable if name in OURS else str(self.tools.python)
        command = [python, str(HERE / "photo_recipes.py"), name, str(workers), out, *paths]
        return measured(command, HERE, {"VIPS_CONCURRENCY": "1"}, watched=watched)

    def speed(self, count: int) -> None:
        """Interleaved rounds of every recipe."""
        jobs: dict[str, Command] = {}
        for name in ("bantin", *PEERS, "naive", "extras"):
            for workers in (1, 2) if name in TWICE else (1,):
                jobs[f"{name} {workers}"] = partial(self.recipe, name, workers)
        found = rounds(jobs, count)
        print(f"\n{len(self.originals)} originals, medians of {count} interleaved rounds")
        columns = (
            "recipe, workers",
            "photos/s",
            "of the best peer's",
            "CPU s a photo",
            "of it",
        )
        more = ("kB", "of the best peer's", "peak MB")
        printed((*columns, *more), [self._row(name, found) for name in found])
        ours = found["bantin 1"].wall / found["bantin 2"].wall
        print(f"\ntwo workers against one: {ours:.2f}x")
        decode, encode = map(float, self.recipe("floor", 1).printed.split())
        print(f"floor, CPU s a photo: decode {decode:.3f}, encode {encode:.3f}")

    def _row(self, name: str, found: Mapping[str, Run]) -> tuple[str, ...]:
        run, total = found[name], len(self.originals)
        workers = name.split()[1]
        rivals = [found[f"{peer} {workers}"] for peer in PEERS if f"{peer} {workers}" in found]
        fastest = min(rivals, key=lambda peer: peer.wall)
        return (
            name,
            f"{total / run.wall:.2f}",
            f"{fastest.wall / run.wall:.2f}",
            f"{run.cpu / total:.3f}",
            f"{run.cpu / fastest.cpu:.2f}",
            f"{int(run.printed) / total / 1000:.0f}",
            f"{int(run.printed) / int(fastest.printed):.3f}",
            f"{run.memory:.0f}",
        )

    def likeness(self) -> None:
        """Both judges' means of each recipe at each width, and how far ours is from peers."""
        found = {name: self._judged(name, suffix) for name, suffix in JUDGED.items()}
        best = {
            width: max(found[name][width][0] for name in JUDGED if name != "bantin")
            for width in WIDTHS
        }
        rows = [
            (
                name,
                str(width),
                f"{means[width][0]:.4f}",
                f"{means[width][0] - best[width]:+.4f}",
                f"{means[width][1]:.3f}",
            )
            for name, means in found.items()
            for width in WIDTHS
        ]
        printed(("recipe", "px", "SSIM", "less the best peer's", "Butteraugli"), rows)

    def _judged(self, name: str, suffix: str) -> Means:
        folder = self.out / name
        folder.mkdir(parents=True, exist_ok=True)
        self.recipe(name, 2, str(folder))
        command = [str(self.tools.python), str(HERE / "photo_judges.py"), suffix, str(folder)]
        paths = [str(path) for path in self.originals]
        said = subprocess.run([*command, *paths], check=True, stdout=subprocess.PIPE).stdout
        verdicts: dict[int, list[tuple[float, float]]] = {width: [] for width in WIDTHS}
        for line in said.decode().splitlines():
            width, ssim, butteraugli = line.split()
            verdicts[int(width)].append((float(ssim), float(butteraugli)))
        return {
            width: (mean(row[0] for row in rows), mean(row[1] for row in rows))
            for width, rows in verdicts.items()
        }
