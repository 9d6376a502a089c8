"""What is believed of a child's answer: it has read a stranger's file, and may speak for it."""

from __future__ import annotations

import binascii
import math
import re
from base64 import b64decode
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from bantin import limits, locale
from bantin.errors import Location
from bantin.photos.door import PhotoError
from bantin.photos.inspect import CAMERA_CHARACTERS
from bantin.photos.kinds import FORMATS
from bantin.photos.render import Wanted
from bantin.photos.tasks import Outcome, Task

PLACEHOLDER_CHARACTERS: Final = 1_500
"""Of base64; it has a few hundred."""

Test = Callable[[Any], bool]


class Nonsense(Exception):
    """No child of ours answers like that."""


def believed(task: Task, found: Mapping[str, Any], files: Mapping[str, bytes]) -> Outcome:
    """The outcome of a task.

    Args:
        task: What was asked.
        found: ``values``, or ``failed`` and ``told``, of any kind whatever.
        files: Their names are compared, their content is the gate's business.

    Raises:
        Nonsense: Something is missing, too much, or not of its kind.
    """
    if "failed" in found:
        return Outcome(task, failure=_failure(task.name, found))
    values: Any = found.get("values")
    if fits(task.work, values) and files.keys() == _named(task):
        return Outcome(task, values, files)
    raise Nonsense


def fits(work: str, values: object) -> bool:
    """Whether values are of the kinds that a work gives, and within their limits.

    Args:
        work: A name in ``worker.WORKS``.
        values: Whatever somebody says or kept.
    """
    tests = _VALUES[work]
    if not isinstance(values, dict) or values.keys() != tests.keys():
        return False
    return all(test(values[name]) for name, test in tests.items())


def _failure(name: str, found: Mapping[str, Any]) -> PhotoError:
    """What a child says is wrong with a photo, in words that we have."""
    code, told = found["failed"], found.get("told")
    if not isinstance(code, str) or not isinstance(told, dict):
        raise Nonsense
    quoted = {key: told[key] for key in ("found", "limit") if key in told}
    failure = PhotoError(code, **{**quoted, "file": name})
    try:
        locale.message(failure.problem(Location("")))
    except KeyError as unknown:
        raise Nonsense from unknown
    return failure


def _named(task: Task) -> set[str]:
    """The files that a task asks for."""
    if task.work == "render":
        wanted = [Wanted(*each) for each in task.values["wanted"]]
        return {f"{one.set}/{one.name}" for one in wanted}
    return {*task.values["sides"]} if task.work == "logo" else set()


def _number(least: float, most: float) -> Test:
    return lambda value: type(value) in (int, float) and least <= value <= most


def _whole(least: int, most: int) -> Test:
    return lambda value: type(value) is int and least <= value <= most


def _like(pattern: str) -> Test:
    whole = re.compile(pattern)
    return lambda value: isinstance(value, str) and whole.fullmatch(value) is not None


def _flag(value: object) -> bool:
    return isinstance(value, bool)


def _words(value: object) -> bool:
    """They are printed in a terminal."""
    return isinstance(value, str) and value.isprintable() and len(value) <= CAMERA_CHARACTERS


def _placeholder(value: object) -> bool:
    """It is put into pages, where nobody looks into it any more."""
    if not isinstance(value, str) or len(value) > PLACEHOLDER_CHARACTERS:
        return False
    try:
        content = b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        return False
    return content[:4] == b"RIFF" and content[8:12] == b"WEBP"


_SIDE = _whole(1, limits.PHOTO_SIDE)
_VALUES: Final[Mapping[str, Mapping[str, Test]]] = MappingProxyType(
    {
        "probe": {
            "width": _SIDE,
            "height": _SIDE,
            "format": FORMATS.__contains__,
            "located": _flag,
        },
        "render": {"colour": _like("#[0-9a-f]{6}"), "placeholder": _placeholder},
        "logo": {},
        "inspect": {
            "hash": _like("([0-9a-f]{16})?"),
            "colours": _like("[0-9a-f]{96}"),
            "sharpness": lambda value: value is None or _number(0, math.inf)(value),
            "orientation": _whole(0, 8),
            "turned_twice": _flag,
            "taken": _like(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)?"),
            "camera": _words,
        },
    }
)
