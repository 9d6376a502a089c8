"""What photos that are rendered already cost a build in which nothing has changed.

20,000 originals in galleries of 40. Their pixels don't matter here: an executor of the bench's
own says that each is a camera's, and gives a few bytes for each rendition. Measured is all that
a build does for photos, from the listing of folders to the folder of the new site, against one
``os.stat`` of the same files in the same run.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from bantin import newsroom
from bantin.edition import delivery, reading, rendering
from bantin.photos.tasks import Outcome, Task
from bantin.publish import gate

EACH = 40
"""Photos of a bulletin."""
CAMERA = {"width": 4000, "height": 3000, "format": "JPEG", "located": False}
LOOK = {
    "colour": "#112233",
    "placeholder": "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA",
}
"""A WebP of one pixel stands for a placeholder."""
BUILDS = 4
"""The first renders, the second gives every file a second name; from the third on two sites
take turns."""


class Instead:
    """In the place of the children: no pixel is opened."""

    def run(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """An answer for each."""
        for task in tasks:
            if task.work == "probe":
                yield Outcome(task, CAMERA)
            else:
                wanted = task.values["wanted"]
                files = {
                    f"{key}/{name}-{width}.{form}": b"x" for key, name, width, _, form in wanted
                }
                yield Outcome(task, LOOK, files)

    def rest(self) -> None:
        """Nothing to let go."""

    def close(self) -> None:
        """The same."""


def run(root: Path, photos: int) -> None:
    """Build four times; prints the parts of each build in microseconds a photo."""
    shutil.rmtree(root, ignore_errors=True)
    paths = _write(root, photos)
    print(f"\n{photos} photos; us a photo, of the processor\n")
    print("| build | stat | listing, plan | store | looks | delivery | gate | all | of stat |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for number in range(1, BUILDS + 1):
        parts = [used / photos * 1e6 for used in _build(root, paths)]
        whole = sum(parts[1:])
        cells = " | ".join(f"{part:.1f}" for part in (*parts, whole))
        print(f"| {number} | {cells} | {whole / parts[0]:.1f} |")


def _build(root: Path, paths: list[str]) -> Iterator[float]:
    """CPU seconds of the parts."""
    read = newsroom.open_settings(root / "mkdocs.yml")
    store = newsroom.renditions(read.settings)
    store.executor = Instead()
    desk = reading.Desk(
        newsroom.texts(read.settings), newsroom.freshness(read.settings), store.executor, ()
    )
    room = reading._Reading(read.settings, desk, newsroom.now(), preview=False)
    room.registries()
    room.bulletins()
    yield _used(lambda: [os.stat(path) for path in paths])  # noqa: PTH116
    yield _used(lambda: (room.galleries(), desk.freshness.save(), room.pictures.save()))
    room.bodies()
    edition = room.edition()
    yield _used(lambda: store.fill(rendering.jobs(edition)))
    yield _used(lambda: store.looks(edition.pictures))
    outputs, new = newsroom.outputs(read.settings, root / "site", "rules"), root / "new"
    found: list[delivery.Delivered] = []
    yield _used(lambda: found.append(delivery.deliver(edition, store, new, outputs)))
    kept = found[0].kept if found[0].kept else _all(new)
    yield _used(lambda: list(gate.problems(new, "", kept.__contains__)))
    if (root / "site").exists():
        outputs.salvage(root / "site")
        shutil.rmtree(root / "site")
    new.rename(root / "site")
    outputs.save(found[0])


def _used(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _all(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def _write(root: Path, photos: int) -> list[str]:
    """A site; the originals differ in a few bytes, which is all that is read of them."""
    paths = []
    (root / "docs").mkdir(parents=True)
    (root / "mkdocs.yml").write_text("site_name: Bench\nplugins: [bantin]\n", "utf-8")
    for number in range(photos // EACH):
        year = 2010 + number % 15
        news, images = root / f"news/{year}", root / f"images/{year}/b{number}"
        news.mkdir(parents=True, exist_ok=True)
        images.mkdir(parents=True)
        captions = "".join(f"  - Ảnh {place}.\n" for place in range(EACH))
        matter = (
            f"---\ntitle: Hội nghị {number}\ndate: {year}-02-06\ncaptions:\n{captions}---\n"
        )
        (news / f"b{number}.md").write_text(matter + "Lời.\n", "utf-8")
        for place in range(EACH):
            path = images / f"IMG_{place:04}.jpg"
            path.write_bytes(f"{number} {place}".encode())
            paths.append(str(path))
    time.sleep(2.1)  # a file that has just been written is not taken for settled
    return paths
