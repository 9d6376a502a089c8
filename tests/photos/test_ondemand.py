"""The store of a preview: what is asked for is rendered, once, and nothing else."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from camera import jpeg, planned, scene

from bantin.photos import ondemand
from bantin.photos.children import Children
from bantin.photos.door import PhotoError
from bantin.photos.entries import Entries
from bantin.photos.ondemand import OnDemand
from bantin.photos.store import Job
from bantin.photos.tasks import Outcome, Task
from processes import children_of

THREADS = 8


class Witness:
    """Hands tasks on to children, and can hold some of them up."""

    def __init__(self, children: Children) -> None:
        self.children = children
        self.rendered: list[str] = []
        """Names of originals, one for each time."""
        self.begun = threading.Event()
        self.held: dict[str, threading.Event] = {}
        """What is not begun before the event, by name."""

    def run(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        waiting = list(tasks)
        for task in waiting:
            self.rendered.append(task.name)
            self.begun.set()
            if task.name in self.held:
                assert self.held[task.name].wait(60)
        yield from self.children.run(waiting)

    def rest(self) -> None:
        self.children.rest()

    def close(self) -> None:
        self.children.close()


@pytest.fixture
def witness() -> Iterator[Witness]:
    found = Witness(Children(2))
    yield found
    found.close()


@pytest.fixture
def store(tmp_path: Path, witness: Witness) -> Iterator[OnDemand]:
    found = OnDemand(Entries(tmp_path / "store"), witness)
    yield found
    found.close()


def job(folder: Path, name: str = "01.jpg", content: bytes | None = None) -> Job:
    source = folder / name
    source.write_bytes(content or jpeg(scene(1000, 600 + len(name))))
    return Job(planned(source, f"images/2026/a/{name}"), source)


def entries(folder: Path) -> set[str]:
    return {path.name for path in (folder / "store").rglob("*") if path.is_file()}


def addresses(found: Job) -> list[str]:
    return [one.address for renditions in found.sets().values() for one in renditions]


def test_filling_renders_nothing_and_asking_only_what_is_asked_for(store, tmp_path):
    first, second = job(tmp_path), job(tmp_path, "other.jpg")
    assert store.fill([first, second]) == {}
    store.offer([first, second])
    assert entries(tmp_path) == set()
    rendition = first.picture.renditions[0]
    content = store.ask(rendition.address)
    assert content[4:12] == b"ftypavif"
    assert entries(tmp_path) == {first.picture.key}
    assert store.ask(rendition.address) == content


def test_only_what_is_on_offer_can_be_asked_for(store, tmp_path):
    old, new = job(tmp_path), job(tmp_path, "other.jpg")
    store.offer([old])
    store.offer([new])
    for address in (*addresses(old), new.picture.original.path, "", "../01.jpg"):
        assert not store.offers(address)
        assert store.ask(address) is None
    assert all(map(store.offers, addresses(new)))
    assert entries(tmp_path) == set()


def test_a_photo_that_many_ask_for_at_once_is_rendered_once(store, witness, tmp_path):
    photo = job(tmp_path)
    store.offer([photo])
    together = threading.Barrier(THREADS)

    def ask(number: int) -> bytes:
        together.wait(60)
        wanted = addresses(photo)
        return store.ask(wanted[number % len(wanted)])

    with ThreadPoolExecutor(THREADS) as pool:
        found = list(pool.map(ask, range(THREADS)))
    assert all(found)
    assert witness.rendered == [photo.picture.original.path]


def test_a_slow_photo_keeps_no_other_waiting(store, witness, tmp_path):
    slow, quick = job(tmp_path), job(tmp_path, "other.jpg")
    store.offer([slow, quick])
    go_on = witness.held[slow.picture.original.path] = threading.Event()
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(store.ask, slow.picture.fallback.address)
        assert store.ask(quick.picture.fallback.address)
        assert not waiting.done()
        go_on.set()
        assert waiting.result(60)


def test_what_fails_is_said_once_and_known_until_the_original_changes(store, witness, tmp_path):
    broken = job(tmp_path, content=jpeg()[:-600])
    store.offer([broken])
    told = []
    store.learned = lambda: told.append("a failure")
    for address in addresses(broken):
        with pytest.raises(PhotoError, match="photo-unreadable"):
            store.ask(address)
    assert len(witness.rendered) == len(told) == 1
    failures = store.fill([broken])
    assert {path: one.code for path, one in failures.items()} == {
        broken.picture.original.path: "photo-unreadable"
    }
    mended = job(tmp_path)
    store.offer([mended])
    assert store.fill([mended]) == {}
    assert store.ask(mended.picture.fallback.address)


def test_the_same_broken_bytes_saved_once_more_are_tried_once_more(store, witness, tmp_path):
    broken = job(tmp_path, content=jpeg()[:-600])
    store.offer([broken])
    with pytest.raises(PhotoError):
        store.ask(broken.picture.fallback.address)
    os.utime(broken.source, ns=(1, 1))
    assert store.fill([broken]) == {}
    with pytest.raises(PhotoError):
        store.ask(broken.picture.fallback.address)


def test_what_is_packed_is_packed_when_it_is_asked_for(store, witness, tmp_path):
    photo = job(tmp_path)

    def pack() -> bytes:
        return b"packed " + store.contents(photo)[photo.picture.large.address]

    store.offer([photo], {"images/2026/a/a.zip": pack})
    assert store.offers("images/2026/a/a.zip")
    assert witness.rendered == []
    content = store.ask("images/2026/a/a.zip")
    assert content == b"packed " + store.ask(photo.picture.large.address)
    assert len(witness.rendered) == 1
    store.offer([photo])
    assert not store.offers("images/2026/a/a.zip")


def test_children_with_nothing_to_do_are_ended_and_new_ones_come(
    tmp_path, witness, monkeypatch
):
    monkeypatch.setattr(ondemand, "IDLE_SECONDS", 0.0)
    before = children_of(os.getpid())
    store = OnDemand(Entries(tmp_path / "store"), witness)
    rested = threading.Event()
    rest = witness.children.rest
    witness.rest = lambda: (rest(), rested.set())
    for name in ("01.jpg", "other.jpg"):
        photo = job(tmp_path, name)
        store.offer([photo])
        rested.clear()
        assert store.ask(photo.picture.fallback.address)
        assert rested.wait(60)
        assert children_of(os.getpid()) <= before
    store.close()


def test_a_child_at_work_is_not_disturbed(tmp_path, witness, store):
    photo = job(tmp_path, content=jpeg(scene(3000, 2000)))
    store.offer([photo])
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(store.ask, photo.picture.fallback.address)
        while not asked.done():
            witness.rest()
        assert asked.result()


def test_after_the_end_nobody_gets_a_photo_and_no_child_is_started(store, witness, tmp_path):
    before = children_of(os.getpid())
    held, waiting = job(tmp_path), job(tmp_path, "other.jpg")
    store.offer([held, waiting])
    go_on = witness.held[held.picture.original.path] = threading.Event()
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(store.ask, held.picture.fallback.address)
        second = pool.submit(store.ask, held.picture.large.address)
        assert witness.begun.wait(60)
        store.close()
        go_on.set()
        first.exception(60)  # was at work already: whatever comes of it
        assert isinstance(second.exception(60), PhotoError)
    with pytest.raises(PhotoError):
        store.ask(waiting.picture.fallback.address)
    assert witness.rendered == [held.picture.original.path]
    witness.close()
    assert children_of(os.getpid()) <= before
