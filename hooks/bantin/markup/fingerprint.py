"""What the HTML of a body depends on besides the body: for the keys of caches."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import metadata, resources


@cache
def fingerprint() -> str:
    """Python-Markdown's version and our code that shapes bodies: SHA-256, hexadecimal."""
    house = resources.files("bantin")
    files = [*house.joinpath("markup").iterdir(), *house.joinpath("vietnamese").iterdir()]
    files.append(house.joinpath("limits.py"))
    plain = [file for file in files if file.is_file()]
    code = sorted((file.name, file.read_bytes()) for file in plain)
    whole = hashlib.sha256(metadata.version("markdown").encode())
    for name, content in code:
        whole.update(f"\0{name}\0".encode() + content)
    return whole.hexdigest()
