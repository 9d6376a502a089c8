"""The registries in this repository know everybody whom its bulletins name."""

from __future__ import annotations

from pathlib import Path

import pytest

from bantin.content import decode, registries, registry, settings
from bantin.model import Bulletin, Participant
from bantin.vietnamese import orgnames
from bantin.vietnamese.known import Known

ROOT = Path(__file__).parents[2]
SITE = settings.read(ROOT / settings.FILE).settings
FILES = sorted((ROOT / "news" / "_registry").iterdir())
FOUND = registries.read(
    {f"news/_registry/{file.name}": file.read_bytes() for file in FILES}, SITE.timezone
)
HOSPITAL = (SITE.hospital.name.vi, SITE.hospital.name.en)
KNOWN = Known(FOUND.registry, HOSPITAL)
GROUPS = {
    "12 bệnh viện tuyến quận huyện",
    "Một số trung tâm y tế",
    "Các bệnh viện và trung tâm y tế trong tỉnh Thanh Vân",
    "Các trung tâm y tế huyện và bệnh viện đa khoa khu vực",
    "Sở Y tế",  # the report does not say whose
}


def participants() -> dict[str, Participant]:
    """Everybody in every bulletin, by file and line."""
    found = {}
    for file in sorted((ROOT / "news").glob("**/*.md")):
        path = file.relative_to(ROOT).as_posix()
        id = path.removeprefix("news/").removesuffix(".md")
        read = decode.bulletin(path, id, file.read_bytes(), SITE, KNOWN).bulletin
        assert isinstance(read, Bulletin), path
        found |= {str(one.at): one for one in read.participants}
    return found


PARTICIPANTS = participants()


def test_every_registry_is_there_and_nothing_is_wrong_with_it():
    assert {file.name for file in FILES} == set(registry.TABLES)
    assert FOUND.problems == ()
    assert len(FOUND.registry.people) > 20
    assert len(FOUND.registry.organizations) > 8


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_registry_tells_first_what_it_is_for(file):
    first = file.read_text(encoding="utf-8").split("\n\n")[0].splitlines()
    assert len(first) > 1 and first[0].startswith("# ")


@pytest.mark.parametrize("one", PARTICIPANTS.values(), ids=PARTICIPANTS)
def test_everybody_is_known(one):
    assert bool(one.person_id) == bool(one.name)
    own = orgnames.key(one.organization) in KNOWN.hospital_names
    named = bool(one.organization) and one.organization not in GROUPS and not own
    assert bool(one.organization_id) == named


def test_old_and_new_names_are_told_apart_and_belong_together():
    lan = {
        at: one.organization_id for at, one in PARTICIPANTS.items() if one.name == "Mạc Thị Lan"
    }
    years = {at[5:9]: id.removeprefix("trung-tam-y-te-") for at, id in lan.items()}
    assert years == {
        "2024": "huyen-thung-may",
        "2025": "khu-vuc-thung-may",
        "2026": "khu-vuc-thung-may",
    }
    ids = {one.person_id for one in PARTICIPANTS.values() if one.name == "Mạc Thị Lan"}
    assert ids == {"mac-thi-lan"}
    line = KNOWN.line(KNOWN.organization_by_id["trung-tam-y-te-huyen-thung-may"])
    assert {one.id for one in line} == set(lan.values())


def test_nobody_is_listed_who_is_not_in_a_bulletin_or_the_settings():
    used = {one.person_id for one in PARTICIPANTS.values()}
    assert {one.id for one in FOUND.registry.people} - used == {"tran-thu-van"}
    assert "Trần Thu Vân" in SITE.hospital.responsible.vi
