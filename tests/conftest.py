"""What tests share: a browser, the Nu HTML checker, a web server for a folder.

Without a browser or the checker their tests are left out, and the run says so at its end;
with ``BANTIN_TEST_EVERYTHING=1`` they fail instead.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
LEFT_OUT = pytest.StashKey[set[str]]()


@dataclass(frozen=True)
class Nu:
    """The Nu HTML checker, the reference for valid HTML."""

    java: str
    jar: Path

    def complaints(self, *paths: Path) -> list[str]:
        """What it finds in files or whole folders, a line each: place, kind, sentence."""
        command = [self.java, "-jar", str(self.jar), "--stdout", "--format", "gnu"]
        found = subprocess.run(
            [*command, "--skip-non-html", *map(str, paths)],
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        assert found.returncode in (0, 1), found.stderr
        return found.stdout.splitlines()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[LEFT_OUT] = set()


def pytest_report_header() -> str:
    packages = ("pillow", "mkdocs", "mkdocs-material", "markdown")
    names = [f"{name} {version(name)}" for name in packages]
    return ", ".join([*names, chromium_version()])


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        for name in ("browser", "nu"):
            if name in getattr(item, "fixturenames", ()):
                item.add_marker(name)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    for line in sorted(config.stash[LEFT_OUT]):
        terminalreporter.write_line(f"Left out: {line}", yellow=True)


def find_chromium() -> str | None:
    return next(filter(None, map(shutil.which, CHROMIUM)), None)


def chromium_version() -> str:
    chromium = find_chromium()
    if chromium is None:
        return "no chromium"
    found = subprocess.run([chromium, "--version"], capture_output=True, text=True)
    return found.stdout.partition(" built on")[0].strip().lower()


def leave_out(config: pytest.Config, what: str, packages: str) -> NoReturn:
    reason = f"{what}; Debian has it: apt-get install {packages}"
    if os.environ.get("BANTIN_TEST_EVERYTHING") == "1":
        pytest.fail(reason, pytrace=False)
    config.stash[LEFT_OUT].add(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def chromium(pytestconfig: pytest.Config) -> str:
    """Path of the browser."""
    found = find_chromium()
    if found is None:
        leave_out(pytestconfig, "what needs a browser", "chromium")
    return found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """A headless Chromium, one for the whole run; tests open pages or contexts of their own."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=chromium, args=list(CHROMIUM_FLAGS)
        )
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def nu(pytestconfig: pytest.Config) -> Nu:
    java, jars = shutil.which("java"), sorted((ROOT / ".cache" / "nu").glob("vnu-*.jar"))
    if java is None or not jars:
        missing = "default-jre-headless npm, then make test"
        leave_out(pytestconfig, "what needs the Nu HTML checker", missing)
    return Nu(java, jars[-1])


@pytest.fixture(scope="session")
def served() -> Iterator[Callable[[Path], str]]:
    """``served(folder)`` shows a folder on 127.0.0.1 and returns its address, ending in '/'."""
    with ExitStack() as stack:
        yield lambda folder: stack.enter_context(serving(folder))


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    handler = partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()
