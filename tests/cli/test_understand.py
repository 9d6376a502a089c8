from __future__ import annotations

import io
import json
import sys

import pytest

from bantin.cli import main

SENTENCE = "BSCKII Phan Kim Trọng, Giám đốc TTYT Sơn Hà, phát biểu."


@pytest.fixture
def registered(site):
    site.write("news/_registry/people.yml", "- {id: pkt, name: Phan Kim Trọng}\n")
    site.write("news/_registry/organizations.yml", "- {id: sh, name: Trung tâm Y tế Sơn Hà}\n")
    return site


def test_the_registries_of_the_site_are_asked(registered, capsys):
    assert main(["understand", SENTENCE, "--root", str(registered.root)]) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith(f"{SENTENCE}\n1^^^")
    assert "có trong danh bạ, mã pkt\n" in shown.out
    assert "TTYT Sơn Hà: trong danh bạ là Trung tâm Y tế Sơn Hà, mã sh\n" in shown.out
    assert shown.err == ""


def test_in_the_folder_of_a_site_no_root_is_needed(registered, capsys, monkeypatch):
    monkeypatch.chdir(registered.root)
    assert main(["understand", "--lang", "en", SENTENCE]) == 0
    assert "in the registry, id pkt\n" in capsys.readouterr().out


def test_outside_of_a_site_nothing_is_said_of_registries(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["understand", SENTENCE]) == 0
    shown = capsys.readouterr().out
    assert "1. Người: Phan Kim Trọng" in shown
    assert "danh bạ" not in shown


def test_json_names_the_entries(registered, capsys):
    assert main(["understand", "--json", SENTENCE, "--root", str(registered.root)]) == 0
    (person,) = json.loads(capsys.readouterr().out)["people"]
    assert person["person_id"] == "pkt"
    assert person["posts"][0]["organization_id"] == "sh"


def test_a_text_may_come_through_a_pipe(registered, capsys, monkeypatch):
    piped = io.TextIOWrapper(io.BytesIO(SENTENCE.encode()), encoding="ascii")
    monkeypatch.setattr(sys, "stdin", piped)
    assert main(["understand", "--root", str(registered.root)]) == 0
    assert "mã pkt" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["understand", " "], id="blank"),
        pytest.param(["understand", "--root", "nowhere", SENTENCE], id="no-site"),
        pytest.param(["understand", "--jsn", SENTENCE], id="unknown-option"),
    ],
)
def test_wrong_usage_gives_2(arguments, capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    try:
        code = main(arguments)
    except SystemExit as left:
        code = left.code
    shown = capsys.readouterr()
    assert (code, shown.out) == (2, "")
    assert len(shown.err) > 20
