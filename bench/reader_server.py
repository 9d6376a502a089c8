"""nginx for the reader's bench: our sites as docs/dev/hosting.md says, others as usual."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

PAGE = Path(__file__).parents[1] / "docs" / "dev" / "hosting.md"
NGINX = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin") or "nginx"
MODULES = Path("/usr/lib/nginx/modules")
BROTLI = "ngx_http_brotli_static_module.so"
CONFIG = """\
{modules}
daemon off; worker_processes 1; pid {room}/pid; error_log {room}/log;
events {{}}
http {{
include /etc/nginx/mime.types;
access_log off; sendfile on; tcp_nopush on;
client_body_temp_path {room}; proxy_temp_path {room}; fastcgi_temp_path {room};
uwsgi_temp_path {room}; scgi_temp_path {room};
{servers}
}}
"""
USUAL = """server {{
    listen 127.0.0.1:{port} ssl http2;
    server_name localhost;
    ssl_certificate {room}/cert.pem;
    ssl_certificate_key {room}/key.pem;
    root {folder};
    charset utf-8;
    gzip on;
    gzip_types text/css application/javascript application/json application/xml image/svg+xml;
    location ~ \\.(?:css|js|woff2|jpg|webp|avif)$ {{
        add_header Cache-Control "public, max-age=31536000";
    }}
}}
"""


class Place(NamedTuple):
    """Where a site is shown."""

    folder: Path
    port: int
    ours: bool

    @property
    def address(self) -> str:
        """Ends in a slash."""
        return f"https://localhost:{self.port}/"


@contextmanager
def serving(room: Path, places: Sequence[Place]) -> Iterator[None]:
    """Show sites as long as the block runs.

    Raises:
        CalledProcessError: nginx refuses its configuration; it says why.
        RuntimeError: It has ended.
    """
    room.mkdir(parents=True, exist_ok=True)
    _certificate(room)
    modules = f"load_module {MODULES / BROTLI};" if (MODULES / BROTLI).exists() else ""
    servers = "\n".join(_ours(room, one) if one.ours else _usual(room, one) for one in places)
    config = room / "nginx.conf"
    config.write_text(CONFIG.format(modules=modules, room=room, servers=servers), "utf-8")
    command = [NGINX, "-p", str(room), "-c", str(config), "-e", str(room / "log")]
    subprocess.run([*command, "-t", "-q"], check=True)
    with subprocess.Popen(command) as server:
        try:
            for place in places:
                _wait(server, place.port)
            yield
        finally:
            server.terminate()


def _ours(room: Path, place: Place) -> str:
    """The block of the page, with other paths and names; its settings stay."""
    page = PAGE.read_text(encoding="utf-8")
    found = re.search(r"^```nginx\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    if found is None:
        raise RuntimeError(f"no server in {PAGE}")
    block = found[1].partition("server {\n    listen 80;")[0]
    block = re.sub(r"listen 443 ssl\b", f"listen 127.0.0.1:{place.port} ssl", block)
    block = re.sub(r"(ssl_certificate) .*;", rf"\1 {room}/cert.pem;", block)
    block = re.sub(r"(ssl_certificate_key) .*;", rf"\1 {room}/key.pem;", block)
    block = block.replace("tin.example.org", "localhost")
    if (MODULES / BROTLI).exists():
        block = block.replace("# brotli_static on;", "brotli_static on;")
    return block.replace("/srv/bantin/site", str(place.folder))


def _usual(room: Path, place: Place) -> str:
    return USUAL.format(room=room, folder=place.folder, port=place.port)


def _certificate(room: Path) -> None:
    if (room / "cert.pem").exists():
        return
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30"]
    command += ["-subj", "/CN=localhost", "-keyout", "key.pem", "-out", "cert.pem"]
    subprocess.run(command, cwd=room, check=True, stderr=subprocess.DEVNULL)


def _wait(server: subprocess.Popen[bytes], port: int) -> None:
    while server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except ConnectionRefusedError:
            continue
        return
    raise RuntimeError("nginx has ended")
