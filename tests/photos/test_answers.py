"""A child may be anybody's by the time it answers: what makes no sense is no answer."""

from __future__ import annotations

import io
import weakref
from base64 import b64encode
from pathlib import Path

import camera
import pytest
from newsway import AT
from PIL import Image

from bantin import limits
from bantin.locale import message
from bantin.photos import probe, render
from bantin.photos.answers import Nonsense, believed
from bantin.photos.children import AHEAD, Children
from bantin.photos.entries import Entries
from bantin.photos.render import asked
from bantin.photos.store import Job, Store
from bantin.photos.tasks import HEAD, Task, receive

HEADER = {"width": 30, "height": 20, "format": "JPEG", "located": False}
SEEN = {
    "hash": "0" * 16,
    "colours": "00" * 48,
    "sharpness": 0.5,
    "orientation": 1,
    "turned_twice": False,
    "taken": "2026-02-06 08:30:12",
    "camera": "Canon EOS",
}
TINY = b64encode(b"RIFF\x1a\0\0\0WEBPVP8 ").decode()
LOOK = {"colour": "#a01010", "placeholder": TINY}
NAMES = ("k/photo-480.avif", "k/plain-960.jpg")
TASKS = {
    "probe": Task("probe", "a.jpg", "/a.jpg"),
    "inspect": Task("inspect", "a.jpg", "/a.jpg", {"digest": "0"}),
    "logo": Task("logo", "a.png", "/a.png", {"sides": {"logo": [9, 9]}}),
    "render": Task(
        "render",
        "a.jpg",
        "/a.jpg",
        {"wanted": [["k", "photo", 480, 9, "avif"], ["k", "plain", 960, 9, "jpg"]]},
    ),
}
FILES = {"render": dict.fromkeys(NAMES, b"1"), "logo": {"logo": b"1"}}
SOUND = {"probe": HEADER, "inspect": SEEN, "logo": {}, "render": LOOK}


@pytest.mark.parametrize("work", TASKS)
def test_what_makes_sense_is_believed(work):
    found = believed(TASKS[work], {"values": SOUND[work]}, FILES.get(work, {}))
    assert (found.values, found.files) == (SOUND[work], FILES.get(work, {}))


def test_what_our_children_say_makes_sense(tmp_path):
    path = tmp_path / "a.jpg"
    path.write_bytes(camera.jpeg(Image.new("RGB", (700, 500), "#a01010")))
    picture = camera.planned(path, "images/2026/a/a.jpg", cropped=True)
    keys = [picture.key, picture.crops.key]
    task = Task("render", "a.jpg", str(path), asked(picture, keys))
    values, files = render.work(path, "a.jpg", task.values)
    assert believed(task, {"values": values}, files).files == files
    values, _ = probe.work(path, "a.jpg", {})
    assert believed(TASKS["probe"], {"values": values}, {}).values == values


@pytest.mark.parametrize(
    ("work", "lie"),
    [
        ("probe", {"width": "30"}),
        ("probe", {"width": True}),
        ("probe", {"width": 0}),
        ("probe", {"height": -20}),
        ("probe", {"height": 10**400}),
        ("probe", {"height": limits.PHOTO_SIDE + 1}),
        ("probe", {"format": "<script>"}),
        ("probe", {"format": ["JPEG"]}),
        ("probe", {"located": "no"}),
        ("probe", {"more": 1}),
        ("render", {"colour": '"><script>'}),
        ("render", {"colour": ["#a01010"]}),
        ("render", {"colour": "#a01010\n"}),
        ("render", {"placeholder": '"><script>'}),
        ("render", {"placeholder": None}),
        ("render", {"placeholder": "\ud800"}),
        ("render", {"placeholder": b64encode(b"<svg/>").decode()}),
        ("render", {"placeholder": TINY + "A" * 4_000}),
        ("inspect", {"hash": "x" * 16}),
        ("inspect", {"colours": ""}),
        ("inspect", {"sharpness": float("nan")}),
        ("inspect", {"orientation": 9}),
        ("inspect", {"taken": "\x1b[31m"}),
        ("inspect", {"camera": "\x1b[31m"}),
        ("inspect", {"camera": "x" * 4_000}),
        ("logo", {"more": 1}),
    ],
)
def test_values_of_another_kind_are_nonsense(work, lie):
    with pytest.raises(Nonsense):
        believed(TASKS[work], {"values": {**SOUND[work], **lie}}, FILES.get(work, {}))


@pytest.mark.parametrize(
    "found",
    [
        {},
        {"values": []},
        {"values": None},
        {"values": {}},
        {"failed": "photo-unknown", "told": {}},
        {"failed": ["photo-empty"], "told": {}},
        {"failed": "photo-too-large", "told": {}},
        {"failed": "photo-empty", "told": ["file"]},
        {"failed": "photo-empty"},
    ],
)
def test_an_answer_of_another_shape_is_nonsense(found):
    with pytest.raises(Nonsense):
        believed(TASKS["render"], found, FILES["render"])


@pytest.mark.parametrize(
    "names",
    [(), NAMES[:1], (*NAMES, "k/more.html"), (NAMES[0], "other/plain-960.jpg"), ("../x", "y")],
)
def test_other_files_than_those_asked_for_are_nonsense(names):
    with pytest.raises(Nonsense):
        believed(TASKS["render"], {"values": LOOK}, dict.fromkeys(names, b"1"))


def test_a_photo_is_named_as_it_was_asked_for_whatever_a_child_says():
    told = {"file": "b.jpg", "self": 1, "code": "x", "found": "\x1b[31mPDF"}
    outcome = believed(TASKS["probe"], {"failed": "photo-document", "told": told}, {})
    assert outcome.failure.values == {"file": "a.jpg", "found": "\x1b[31mPDF"}
    assert "\x1b" not in message(outcome.failure.problem(AT)).text


@pytest.mark.parametrize(
    "text",
    [
        b'{"sizes": {"a": Infinity}}',
        b'{"sizes": {"a": NaN}}',
        b'{"sizes": {"a": -1}}',
        b'{"sizes": {"a": 1e300}}',
        b'{"sizes": []}',
        b'{"sizes": {"a": ' + b"9" * 5_000 + b"}}",
        b"[" * 100_000,
        b"[]",
        b"\xff",
    ],
    ids=range(9),
)
def test_a_message_that_is_none_ends_the_talk(text):
    with pytest.raises(EOFError):
        receive(io.BytesIO(HEAD.pack(len(text)) + text), 1_000)


LIAR = """
import os, sys
sys.path[:0] = [HOOKS]
from bantin.photos import render
sound = render.work

def work(path, name, values):
    found, files = sound(path, name, values)
    if path.read_bytes().endswith(b"LIE"):
        found["colour"] = '"><script>'
    return found, files

render.work = work
"""


def test_a_child_that_lies_costs_its_photo_and_nothing_else(tmp_path, monkeypatch):
    hooks = str(Path(limits.__file__).parents[1])
    (tmp_path / "sitecustomize.py").write_text(LIAR.replace("HOOKS", repr(hooks)))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    jobs = []
    for number, word in enumerate((b"", b"LIE", b"")):
        path = tmp_path / f"{number}.jpg"
        path.write_bytes(camera.jpeg(Image.new("RGB", (90, 60), (number, 9, 9))) + word)
        jobs.append(Job(camera.planned(path, f"images/2026/a/{number}.jpg"), path))
    children = Children(1)
    store = Store(Entries(tmp_path / "renditions"), children)
    failures = store.fill(jobs)
    children.close()
    assert {path: one.code for path, one in failures.items()} == {
        "images/2026/a/1.jpg": "photo-crashed"
    }
    assert len(store.looks(one.picture for one in jobs)) == 2


def test_results_that_were_fetched_don_t_stay_in_memory(tmp_path):
    """Ten thousand photos would fill it."""
    path = tmp_path / "a.jpg"
    path.write_bytes(camera.jpeg())
    children = Children(2)
    tasks = [Task("probe", f"{n}.jpg", str(path), key=str(n)) for n in range(40)]
    seen, most = [], 0
    for outcome in children.run(tasks):
        seen.append(weakref.ref(outcome))
        del outcome
        most = max(most, sum(one() is not None for one in seen))
    children.close()
    assert len(seen) == 40
    assert most <= 2 * AHEAD
