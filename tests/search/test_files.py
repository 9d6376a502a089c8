from __future__ import annotations

import hashlib
import zlib

from bantin.search import files
from bantin.search.files import Files


def test_a_file_is_named_after_its_content():
    made = Files()
    name = made.add("texts", b"content")
    assert name == hashlib.sha256(b"content").hexdigest()[:10]
    assert zlib.decompress(made.made[f"texts/{name}.bin"]) == b"content"


def test_names_never_meet_however_short_they_are(monkeypatch):
    monkeypatch.setattr(files, "NAME", 2)
    made = Files()
    contents = [b"%d" % number for number in range(100)]
    names = [made.add("texts", content) for content in contents]
    assert len({*names}) == 100
    assert [made.add("texts", content) for content in contents] == names
    assert [zlib.decompress(made.made[f"texts/{name}.bin"]) for name in names] == contents


def test_names_that_were_taken_before_stay_taken(monkeypatch):
    monkeypatch.setattr(files, "NAME", 1)
    first = Files()
    name = first.add("texts", b"one")
    others = (b"%d" % number for number in range(1000))
    other = next(content for content in others if Files().add("texts", content) == name)
    assert Files(first.owners).add("texts", other) != name
    assert Files(first.owners).add("texts", b"one") == name
