"""The server of docs/dev/hosting.md, run as it stands there, but for names and encryption."""

from __future__ import annotations

import re
import socket
import subprocess
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from newsrooms import SETTINGS, Newsroom

PAGE = Path(__file__).parents[1] / "docs" / "dev" / "hosting.md"
AROUND = """\
daemon off; master_process off; pid {folder}/pid; error_log {folder}/log;
events {{}}
http {{
include /etc/nginx/mime.types;
access_log off;
client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
uwsgi_temp_path {folder}; scgi_temp_path {folder};
{block}
}}
"""


@pytest.fixture(scope="module")
def room(tmp_path_factory) -> Newsroom:
    settings = SETTINGS.replace("- bantin:\n", "- bantin:\n      precompress: true\n")
    room = Newsroom(tmp_path_factory.mktemp("site"), settings)
    room.bulletin("2026/a", "captions: [Một]")
    room.photos("2026/a", "01.jpg")
    room.built()
    return room


@pytest.fixture(scope="module")
def port(room, nginx, tmp_path_factory):
    """Where nginx shows the site."""
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        number = free.getsockname()[1]
    folder = tmp_path_factory.mktemp("nginx")
    config = folder / "nginx.conf"
    config.write_text(
        AROUND.format(folder=folder, block=block(room.site, number)), encoding="utf-8"
    )
    command = [nginx, "-p", str(folder), "-c", str(config), "-e", str(folder / "log")]
    checked = subprocess.run([*command, "-t"], capture_output=True, text=True)
    assert checked.returncode == 0, checked.stderr
    with subprocess.Popen(command) as server:
        wait_for(server, number)
        yield number
        server.terminate()


def block(site: Path, port: int) -> str:
    """The page's own server, here: on this computer, without certificates."""
    page = PAGE.read_text(encoding="utf-8")
    text = re.search(r"^```nginx\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)[1]
    text = text.replace("/srv/bantin/site", str(site))
    text = text.replace("listen 443 ssl http2;", f"listen 127.0.0.1:{port};")
    text = re.sub(r"^ *ssl_.*\n", "", text, flags=re.MULTILINE)
    return text.partition("server {\n    listen 80;")[0]


def wait_for(server: subprocess.Popen, port: int) -> None:
    while server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except ConnectionRefusedError:
            continue
        return
    pytest.fail("nginx has ended")


def ask(
    port: int, path: str, method: str = "GET", **headers: str
) -> tuple[HTTPResponse, bytes]:
    with closing(HTTPConnection("127.0.0.1", port)) as connection:
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        return answer, answer.read()


def first(room: Newsroom, pattern: str) -> str:
    return "/" + next(room.site.glob(pattern)).relative_to(room.site).as_posix()


def test_everything_is_kept_as_long_as_the_page_says(room, port):
    paths = ["/", "/news/2026/a/", first(room, "assets/bantin.*.css")]
    paths += [first(room, "assets/*.woff2"), first(room, "images/2026/a/01.*.avif")]
    paths += [first(room, "assets/search-words.vi.*.json"), "/search/"]
    paths += ["/search/manifest.json", first(room, "search/terms/*.bin")]
    paths += [first(room, "search/texts/*.bin"), first(room, "search/texts/*/*.bin")]
    found = {path: ask(port, path)[0].getheader("Cache-Control") for path in paths}
    assert len(found) == len(paths)
    assert [value.partition(",")[2].strip() or value for value in found.values()] == [
        "no-cache",
        "no-cache",
        "max-age=31536000, immutable",
        "max-age=31536000, immutable",
        "max-age=86400",
        "max-age=31536000, immutable",
        "no-cache",
        "no-cache",
        "max-age=31536000, immutable",
        "max-age=86400",
        "max-age=86400",
    ]


def test_a_missing_file_of_the_search_is_asked_for_again(port):
    answer, _ = ask(port, "/search/terms/0123456789.bin")
    assert (answer.status, answer.getheader("Cache-Control")) == (404, "no-cache")


def test_what_is_packed_is_not_packed_again(room, port):
    packed = {
        path: ask(port, path, **{"Accept-Encoding": "gzip"})[0]
        for path in ("/search/manifest.json", first(room, "search/terms/*.bin"))
    }
    assert [answer.getheader("Content-Encoding") for answer in packed.values()] == [
        "gzip",
        None,
    ]
    kinds = [answer.getheader("Content-Type") for answer in packed.values()]
    assert kinds == ["application/json", "application/octet-stream"]


def test_what_the_build_has_packed_is_sent_as_it_lies_there(room, port):
    for path in ("/news/2026/a/index.html", first(room, "assets/bantin.*.css")):
        answer, content = ask(port, path, **{"Accept-Encoding": "gzip"})
        assert content == (room.site / f"{path[1:]}.gz").read_bytes()
        assert answer.getheader("Content-Encoding") == "gzip"
        assert answer.getheader("Vary") == "Accept-Encoding"
        assert ask(port, path)[1] == (room.site / path[1:]).read_bytes()


@pytest.mark.parametrize("path", ["/", "/khong-co/", "/.git/config", "/sitemap.xml"])
def test_every_answer_carries_the_policy(port, path):
    answer, _ = ask(port, path)
    assert "default-src 'none'" in answer.getheader("Content-Security-Policy")
    assert answer.getheader("X-Content-Type-Options") == "nosniff"
    assert len(answer.headers.get_all("Cache-Control")) == 1


def test_what_is_missing_is_told_on_our_page(room, port):
    answer, content = ask(port, "/khong-co/")
    assert answer.status == 404
    assert content == (room.site / "404.html").read_bytes()


@pytest.mark.parametrize(
    "path", ["/_headers", "/security-headers.conf", "/.git/config", "/.env", "/news/2026/a.md"]
)
def test_what_is_not_for_readers_is_not_shown(room, port, path):
    file = room.site / path[1:]
    if not file.exists():
        file.parent.mkdir(exist_ok=True)
        file.write_text("private", encoding="utf-8")
    assert ask(port, path)[0].status == 404


def test_what_the_administrator_put_there_is_shown(room, port):
    (room.site / ".well-known").mkdir()
    (room.site / ".well-known/security.txt").write_text("Contact: x", encoding="utf-8")
    assert ask(port, "/.well-known/security.txt")[1] == b"Contact: x"


def test_an_address_without_its_slash_gets_one(port):
    answer, _ = ask(port, "/news/2026/a")
    assert (answer.status, answer.getheader("Location")) == (301, "/news/2026/a/")


def test_nothing_can_be_sent_there(port):
    assert ask(port, "/", "POST")[0].status == 405
