from __future__ import annotations

import json

from bantin.cli import main
from edition.sites import Site


def schema(site: Site, *arguments: str) -> int:
    return main(["schema", "--root", str(site.root), *arguments])


def test_the_schema_knows_the_keys_and_the_sites_own_categories(site, capsys):
    assert schema(site) == 0
    found = json.loads(capsys.readouterr().out)
    assert {"title", "date", "captions"} <= set(found["properties"])
    assert "hop-tac" in json.dumps(found["properties"]["category"])
    assert found["additionalProperties"] is False
    assert set(found["required"]) == {"title", "date"}


def test_the_schema_explains_in_the_language_asked_for(site, capsys):
    schema(site)
    vi = capsys.readouterr().out
    schema(site, "--lang", "en")
    en = capsys.readouterr().out
    assert "Tiêu đề bản tin." in vi and "Tiêu đề bản tin." not in en
