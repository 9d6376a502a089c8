"""``kill -9`` at random moments of a render: whatever has a name is whole, the rest is swept.

``BANTIN_TEST_KILLS=200`` says how often; a few dozen find what is wrong within seconds.
"""

from __future__ import annotations

import os
import random
import select
import signal
import subprocess
import sys
import time

import camera
import pytest
from PIL import Image

from bantin.photos.entries import LEFTOVER_SECONDS, Entries
from bantin.photos.store import Job, Store

KILLS = int(os.environ.get("BANTIN_TEST_KILLS", "40"))
PHOTOS = 12

# For each line that it reads, a process that fills the store, throws a third away, fills it
# again, until it is killed. It renders by itself, or has guarded children do it.
NURSERY = """
import os, sys
from pathlib import Path
import camera
from bantin.photos.children import Children
from bantin.photos.entries import Entries
from bantin.photos.store import Job, Store
from bantin.photos.tasks import Outcome

class Alone:
    def run(self, tasks):
        for task in tasks:
            found = camera.asked_of_a_child("render", Path(task.path), task.values)
            yield Outcome(task, *found)

    def rest(self):
        pass

    close = rest

def fill(executor):
    store = Store(Entries(Path(sys.argv[2])), executor)
    for start in range(10**6):
        assert store.fill(jobs, lambda done, total: print("photo", flush=True)) == {}
        store.storage.prune([key for number, key in enumerate(keys) if (number + start) % 3])

jobs = [
    Job(camera.planned(path, f"images/2026/a/{path.name}"), path)
    for path in sorted(Path(sys.argv[1]).glob("*.jpg"))
]
keys = [job.picture.key for job in jobs]
for line in sys.stdin:
    process = os.fork()
    if not process:
        fill(Alone() if line == "alone\\n" else Children(2))
    print(process, flush=True)
    os.waitpid(process, 0)
    print("gone", flush=True)
"""


@pytest.fixture
def nursery(tmp_path):
    running = subprocess.Popen(
        [sys.executable, "-c", NURSERY, str(tmp_path / "photos"), str(tmp_path / "renditions")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        text=True,
    )
    with running:
        yield running


@pytest.fixture
def jobs(tmp_path):
    folder = tmp_path / "photos"
    folder.mkdir()
    found = []
    for number in range(PHOTOS):
        path = folder / f"{number:02}.jpg"
        path.write_bytes(camera.jpeg(Image.new("RGB", (96, 60), (20 * number, 90, 60))))
        found.append(Job(camera.planned(path, f"images/2026/a/{path.name}"), path))
    return found


def kill(nursery, how, chance):
    """One run, ended at a moment that nobody chose."""
    nursery.stdin.write(f"{how}\n")
    nursery.stdin.flush()
    process = int(nursery.stdout.readline())
    for _ in range(chance.randrange(PHOTOS)):
        assert nursery.stdout.readline() == "photo\n"
    # somewhere between two photos: it is no waiting for anything, it makes the moment random
    select.select([], [], [], chance.random() * 0.03)
    os.kill(process, signal.SIGKILL)
    while not (line := nursery.stdout.readline()).endswith("gone\n"):  # or half a line
        assert line == "photo\n"


def whole(storage, job):
    """Whether an entry is there; if it is, it is all there, or this raises."""
    if not storage.has(job.picture.key):
        return False
    names = [f"{each.profile}-{each.width}.{each.format}" for each in all_of(job)]
    files = storage.read(job.picture.key, job.picture.original.digest, names)
    for name, content in files.items():
        image = camera.opened(content)
        image.load()
        assert image.width == int(name.split("-")[1].partition(".")[0])
    return True


def all_of(job):
    return (*job.picture.renditions, *job.picture.fallbacks)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills as Unix does")
def test_no_half_file_is_ever_there(tmp_path, jobs, nursery, children):
    folder, chance = tmp_path / "renditions", random.Random(5)
    storage, complete = Entries(folder), []
    for number in range(KILLS):
        kill(nursery, "alone" if number % 10 else "children", chance)
        complete.append(sum(whole(storage, job) for job in jobs))
        assert storage.keys() <= {job.picture.key for job in jobs}
    assert len(set(complete)) > 2  # they were killed in the middle of something
    told = []
    store = Store(storage, children, folder.as_posix(), told.append)
    assert store.fill(jobs) == {}
    clean = Store(Entries(tmp_path / "clean"), children)
    assert [store.contents(job) for job in jobs] == [clean.contents(job) for job in jobs]
    assert told == []
    check_swept(storage, jobs)


def check_swept(storage, jobs):
    """What was left goes away once it is old; nothing else does."""
    long_ago = time.time() - LEFTOVER_SECONDS - 60
    for path in list(storage.folder.glob("??/.*")):
        os.utime(path, (long_ago, long_ago))
    storage.sweep()
    names = {path.name for path in storage.folder.glob("??/*")}
    assert names == {job.picture.key for job in jobs}
