"""A build of a small site in a process of its own, so that tests can kill it.

``builder.py TARGET HOW VERSION MODE``: HOW is ``at-once`` or ``two-steps``; MODE is ``loop``
(builds VERSION, VERSION + 1 … and writes a byte to stdout at every change of the disk),
``hold`` (says that it has begun, then waits for stdin) or the number of the change in
``publish`` before which it dies, nothing flushed, nothing closed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

from bantin.publish.disk import exchange
from bantin.publish.staging import Exchange, Staging

PAGES = ("index.html", "404.html", "sitemap.xml", *(f"news/{n}/index.html" for n in range(2)))
CHANGES = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.chmod", "ctypes.dlsym"}
DIED = 9

HOW: dict[str, Exchange] = {"at-once": exchange, "two-steps": lambda _one, _other: False}


def write_site(folder: Path, version: int) -> None:
    for page in PAGES:
        path = folder / page
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{page} {version}", encoding="utf-8")


def read_site(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def site(version: int) -> dict[str, str]:
    return {page: f"{page} {version}" for page in PAGES}


def on_change(act: Callable[[], None]) -> None:
    """Call ``act`` before every change of the disk from now on."""

    def hook(event: str, args: tuple[object, ...]) -> None:
        writes = event == "open" and isinstance(args[2], int) and bool(args[2] & os.O_CREAT)
        if writes or event in CHANGES:
            act()

    sys.addaudithook(hook)


def loop(target: Path, swap: Exchange, first: int) -> None:
    on_change(lambda: void(os.write(1, b".")))
    for version in count(first):
        with Staging.open(target, swap) as staging:
            write_site(staging.folder, version)
            staging.publish()


def hold(target: Path, swap: Exchange, version: int) -> None:
    with Staging.open(target, swap) as staging:
        write_site(staging.folder, version)
        os.write(1, b"begun\n")
        sys.stdin.readline()


def die(target: Path, swap: Exchange, version: int, before: int) -> None:
    changes = count(1)
    with Staging.open(target, swap) as staging:
        write_site(staging.folder, version)
        on_change(lambda: os._exit(DIED) if next(changes) == before else None)
        staging.publish()


def void(_: object) -> None:
    pass


def main(target: str, how: str, version: str, mode: str) -> None:
    where, swap, number = Path(target), HOW[how], int(version)
    if mode == "loop":
        loop(where, swap, number)
    elif mode == "hold":
        hold(where, swap, number)
    else:
        die(where, swap, number, int(mode))


if __name__ == "__main__":
    main(*sys.argv[1:])
