"""What the README and the notes for engineers say is so."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from bantin import __version__
from bantin.cli import main
from bantin.content import decode, settings
from bantin.model import Bulletin

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "hooks" / "bantin"
FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`([^`\n]+)`")
NOTES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(ROOT.glob("docs/dev/*.md"))]


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


README = text("README.md")
PROSE = FENCED.sub("", README)
TYPED = [*SPAN.findall(PROSE), *(block for _, block in FENCED.findall(README))]
"""What a reader may copy."""


def test_the_example_bulletin_is_read_without_a_word():
    site = settings.read(ROOT / settings.FILE)
    assert site.problems == ()
    (example,) = (block for lang, block in FENCED.findall(README) if lang == "yaml")
    path = re.search(r"`(news/(\d{4}/[a-z0-9-]+)\.md)`, with its photos", README)
    assert path is not None
    found = decode.bulletin(path[1], path[2], example.encode(), site.settings)
    assert found.problems == ()
    assert isinstance(found.bulletin, Bulletin)
    assert len(found.bulletin.participants) == len(found.bulletin.captions) == 2
    assert found.bulletin.participants[0].name == "Trần Văn Tấn"
    assert f"`/news/{path[2]}/`" in README


def words_after(command: str) -> set[str]:
    return {word for typed in TYPED for word in re.findall(rf"\b{command} ([a-z]+)\b", typed)}


def test_every_verb_of_make_is_there():
    verbs = re.search(r"^\.PHONY: (.+)$", text("Makefile"), re.MULTILINE)
    assert verbs is not None
    assert {"site", "serve", "test", "check"} <= words_after("make") <= set(verbs[1].split())


def help_of(capsys: pytest.CaptureFixture[str], *command: str) -> str:
    with pytest.raises(SystemExit) as left:
        main([*command, "--help"])
    shown = capsys.readouterr().out
    assert left.value.code == 0, command
    return shown


def test_every_command_and_option_is_there_and_none_is_kept_back(capsys):
    commands = words_after("bantin")
    overview = help_of(capsys)
    listed = re.findall(r"^    ([a-z]+)  ", overview, re.MULTILINE)
    assert commands == set(listed) != set()
    for typed in TYPED:
        command = re.match(r"bantin ([a-z]+)", typed)
        options = re.findall(r"--[a-z]+", typed) if command else []
        shown = help_of(capsys, command[1]) if command and options else ""
        for option in options:
            assert re.search(rf"{option}\b", shown), f"bantin {command[1]} {option}"
    for option in ("--root", "--lang"):
        assert option in README and option in overview


def test_every_module_it_names_is_there():
    named = {name for span in SPAN.findall(PROSE) for name in re.findall(r"[\w/]+\.py", span)}
    places = (ROOT, PACKAGE)
    gone = [name for name in named if not any((place / name).is_file() for place in places)]
    assert len(named) > 10
    assert gone == []


def test_every_room_it_draws_is_there():
    drawing = next(block for _, block in FENCED.findall(README) if "hooks/bantin/" in block)
    inside = drawing.partition("the package:\n")[2].partition("\ntests/")[0]
    rooms = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()}
    modules = {path.stem for path in PACKAGE.glob("[a-z]*.py")}
    assert set(re.findall(r"(\w+)/", inside)) == rooms
    assert modules <= set(re.findall(r"\w+", inside))


def slug(heading: str) -> str:
    return re.sub(r"[^\w -]", "", heading.lower()).strip().replace(" ", "-")


def headings(page: str) -> set[str]:
    return {slug(one) for one in re.findall(r"^#+ (.+)$", FENCED.sub("", page), re.MULTILINE)}


@pytest.mark.parametrize("note", [pytest.param(path, id=path.name) for path in NOTES])
def test_links_lead_to_files_and_headings_that_are_there(note):
    page = note.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", SPAN.sub("", FENCED.sub("", page))):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        led = note.parent / name if name else note
        assert led.exists(), target
        assert not anchor or anchor in headings(led.read_text(encoding="utf-8")), target


def test_the_links_of_the_readme_are_seen():
    assert len(re.findall(r"\]\([^)\s]+\)", PROSE)) > 10


def test_the_pictures_of_the_look_are_those_shown_and_together_small():
    look = ROOT / "docs" / "dev" / "look"
    pictures = sorted(look.iterdir())
    shown = re.findall(r"!\[[^\]]{20,}\]\(look/([^)]+)\)", text("docs/dev/look.md"))
    assert [path.name for path in pictures] == sorted(shown)
    assert len(shown) == 12
    assert sum(path.stat().st_size for path in pictures) < 1_500_000
    assert len(re.findall(r"!\[[^\]]{20,}\]\(docs/dev/look/[^)]+\)", README)) == 2


NUMBERS = {"Two": 2, "Nine": 9, "Ten": 10, "Eleven": 11, "Twelve": 12}


def test_what_it_says_of_the_sample_bulletins():
    texts = [path.read_text(encoding="utf-8").rstrip() for path in ROOT.glob("news/**/*.md")]
    invented = [text for text in texts if is_said_to_be_sample(text)]
    told = re.search(r"(\w+) of the sample bulletins are .*?\. (\w+) retell", flat(README))
    assert told is not None
    assert NUMBERS[told[1]] == len(invented)
    assert NUMBERS[told[2]] == len(texts) - len(invented)
    for guard in ("status: draft", "embargo:"):
        assert sum(f"\n{guard}" in text for text in invented) == 1


def is_said_to_be_sample(text: str) -> bool:
    last = text.rpartition("\n")[2]
    return last.startswith(("*Dữ liệu mẫu:", "*Sample data:")) and last.endswith("*")


def flat(page: str) -> str:
    return " ".join(page.split())


def test_one_version_everywhere_and_the_changes_know_it():
    assert tomllib.loads(text("pyproject.toml"))["project"]["version"] == __version__
    newest = re.search(r"^## (?:Unreleased|(\d[^\s]*).*)$", text("CHANGELOG.md"), re.MULTILINE)
    assert newest is not None
    assert newest[1] in (None, __version__)
