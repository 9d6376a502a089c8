"""What the HTML of a body depends on besides the body: for the keys of caches."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import metadata, resources


@cache
def fingerprint() -> str:
    """Python-Markdown's version and this room's own code, as a SHA-256 in hexadecimal."""
    room = resources.files(__package__)
    code = sorted((file.name, file.read_bytes()) for file in room.iterdir() if file.is_file())
    whole = hashlib.sha256(metadata.version("markdown").encode())
    for name, content in code:
        whole.update(f"\0{name}\0".encode() + content)
    return whole.hexdigest()
