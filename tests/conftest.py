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
from fnmatch import fnmatchcase
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

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
PATIENCE = 60_000
"""ms until something hangs, in a browser; five seconds are few on a busy machine."""
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
def missing(pytestconfig: pytest.Config) -> Callable[[str, str], NoReturn]:
    """Leaves a test out that learns by itself what its machine lacks."""
    return partial(leave_out, pytestconfig)


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
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=chromium, args=list(CHROMIUM_FLAGS)
        )
        launched.on("context", lambda context: context.set_default_timeout(PATIENCE))
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
def nginx(pytestconfig: pytest.Config) -> str:
    """Path of the web server."""
    folders = ("/usr/sbin", "/usr/local/sbin", os.environ.get("PATH", ""))
    found = shutil.which("nginx", path=os.pathsep.join(folders))
    if found is None:
        leave_out(pytestconfig, "what needs nginx", "nginx-light")
    return found


@pytest.fixture(scope="session")
def node(pytestconfig: pytest.Config) -> str:
    """Path of Node.js."""
    found = shutil.which("node") or shutil.which("nodejs")
    if found is None:
        leave_out(pytestconfig, "what needs Node.js", "nodejs")
    return found


@pytest.fixture(scope="session")
def served() -> Iterator[Callable[[Path], str]]:
    """``served(folder)`` shows a folder on 127.0.0.1 and returns its address, ending in '/'.

    It sends the headers that a ``_headers`` file there asks for, as web hosts do, so that every
    browser test of a built site runs under its policy.
    """
    with ExitStack() as stack:
        yield lambda folder: stack.enter_context(serving(folder))


class Host(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass

    def end_headers(self) -> None:
        for name, value in headers_for(Path(self.directory), self.path):
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, *more: object, **named: object) -> None:
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, *more, **named)
            return
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())


def headers_for(folder: Path, path: str) -> list[tuple[str, str]]:
    """What the ``_headers`` file of a folder says of a path: every rule that fits."""
    file = folder / "_headers"
    found, fits = [], False
    for line in file.read_text(encoding="utf-8").splitlines() if file.is_file() else ():
        if line.startswith("/"):
            fits = fnmatchcase(path.partition("?")[0], line.strip())
        elif fits and line.strip():
            name, _, value = line.partition(":")
            found.append((name.strip(), value.strip()))
    return found


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    handler = partial(Host, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@dataclass(frozen=True)
class Visit:
    """A tab, and what the browser did in it."""

    page: Page
    refused: list[str]
    """What the policy stopped, a line each: directive and address, or the browser's words."""
    asked: list[str]
    """Every address that was asked for."""


TELLS = """document.addEventListener("securitypolicyviolation", (event) =>
  refused(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));"""


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """A tab of its own that writes down what the policy refuses, and every request."""
    context = browser.new_context()
    seen = Visit(context.new_page(), [], [])
    context.expose_function("refused", lambda line: seen.refused.append(line))
    context.add_init_script(TELLS)
    context.on("request", lambda request: seen.asked.append(request.url))
    context.on("console", lambda message: _note(message.text, seen.refused))
    yield seen
    context.close()


def _note(message: str, refused: list[str]) -> None:
    """A worker's violations reach the console only."""
    if "Content Security Policy" in message:
        refused.append(message)
