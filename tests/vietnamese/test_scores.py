from __future__ import annotations

from datetime import date

import pytest

from bantin.model import EventDate, Precision
from bantin.vietnamese.datefinder import DateMention, Kind
from bantin.vietnamese.people import Form, Mention, PostHeld
from bantin.vietnamese.phrases import Phrase
from bantin.vietnamese.titles import TitleBlock
from vietnamese import datescores, gold, peoplescores
from vietnamese.gold import DatesText, GoldDate, GoldMention, PeopleText
from vietnamese.scores import Tally, listed, total

AN, BINH = "Lê Văn An", "Trần Thị Bình"


def phrase(text):
    return Phrase(0, len(text), text)


def found(name, titles=(), roles=(), organizations=(), **values):
    """A mention; its places don't matter here."""
    posts = (
        *(PostHeld(phrase(role), None) for role in roles),
        *(PostHeld(None, phrase(one)) for one in organizations),
    )
    block = TitleBlock(titles, "", 0) if titles else None
    return Mention(0, 0, phrase(name), block, posts, **values)


def compared(expected, got):
    text = PeopleText("people-x.toml", "about", "text", tuple(expected))
    return peoplescores.compare([text], lambda _: tuple(got))


def short(name, refers_to=None):
    return found(name, form=Form.SHORT, refers_to=refers_to)


@pytest.mark.parametrize(
    ("part", "expected", "got", "tally"),
    [
        pytest.param("name", [GoldMention(AN)], [found(AN)], (1, 0, 0), id="found"),
        pytest.param("name", [GoldMention(AN)], [], (0, 1, 0), id="missed"),
        pytest.param("name", [], [found(AN)], (0, 0, 1), id="false"),
        pytest.param("name", [GoldMention(AN)], [found("Lê Văn")], (0, 1, 1), id="cut"),
        pytest.param("name", [GoldMention(AN)] * 2, [found(AN)], (1, 1, 0), id="once-of-two"),
        pytest.param(
            "titles",
            [GoldMention(AN, ("ThS", "BS")), GoldMention(BINH, ("DS",))],
            [found(AN, ("ThS", "TS")), found("Phòng Khám", ("CN",))],
            (1, 2, 2),
            id="titles-of-missed-and-false-mentions-count",
        ),
        pytest.param(
            "role",
            [GoldMention(AN, roles=("Giám đốc", "Bí thư"))],
            [found(AN, roles=("giám  đốc,", "Bí thư Chi bộ"))],
            (1, 1, 1),
            id="case-spaces-and-separators-do-not-count",
        ),
        pytest.param(
            "organization",
            [GoldMention(AN, organizations=("Sở Y tế",))],
            [found(AN, organizations=("Sở Y tế", "Sở Y tế"))],
            (1, 0, 0),
            id="an-organization-counts-once",
        ),
        pytest.param(
            "role",
            [GoldMention(AN), GoldMention(AN, roles=("Giám đốc",))],
            [found(AN, roles=("Giám đốc",))],
            (1, 0, 0),
            id="the-place-that-agrees-best",
        ),
        pytest.param(
            "refers_to",
            [GoldMention(AN), GoldMention("An", short=True, refers=AN)],
            [found(AN), short("An", refers_to=0)],
            (1, 0, 0),
            id="short-of-the-right-person",
        ),
        pytest.param(
            "refers_to",
            [GoldMention(AN), GoldMention("An", short=True, refers=AN)],
            [found(AN), short("An")],
            (0, 1, 1),
            id="short-of-nobody",
        ),
        pytest.param(
            "refers_to",
            [GoldMention("An", short=True)],
            [short("An")],
            (1, 0, 0),
            id="nobody-is-right-where-nobody-was-named",
        ),
        pytest.param(
            "refers_to",
            [GoldMention("An", short=True)],
            [found("An", form=Form.SHORT, undecided=("refers_to",))],
            (1, 0, 0),
            id="nobody-is-named-where-several-could-be-meant",
        ),
        pytest.param(
            "refers_to",
            [GoldMention("An", short=True)],
            [found("An")],
            (0, 1, 0),
            id="not-short",
        ),
    ],
)
def test_what_differs_is_counted(part, expected, got, tally):
    outcomes = compared(expected, got)
    assert total(one for one in outcomes if one.part == part) == Tally(*tally)


@pytest.mark.parametrize(
    ("part", "expected", "got", "tally"),
    [
        pytest.param(
            "role",
            [GoldMention(AN, undecided=frozenset({"role"}))],
            [found(AN, roles=("Giám đốc",))],
            (0, 0, 0),
            id="the-gold-set-leaves-it-open",
        ),
        pytest.param(
            "role",
            [GoldMention(AN, roles=("Giám đốc",))],
            [found(AN, roles=("Bí thư",), undecided=("role",))],
            (0, 1, 0),
            id="the-room-leaves-it-open",
        ),
        pytest.param(
            "name",
            [GoldMention(AN, undecided=frozenset({"name"}))],
            [],
            (0, 0, 0),
            id="an-open-name-need-not-be-found",
        ),
        pytest.param(
            "name",
            [GoldMention(AN, undecided=frozenset({"name"}))],
            [found("Lê Văn")],
            (0, 0, 0),
            id="an-open-name-may-be-shorter",
        ),
        pytest.param(
            "titles",
            [GoldMention(AN, ("BS",), undecided=frozenset({"name"}))],
            [],
            (0, 0, 0),
            id="nor-do-its-titles-count",
        ),
        pytest.param(
            "titles",
            [],
            [found(AN, ("BS",), undecided=("name",))],
            (0, 0, 0),
            id="the-room-does-not-claim-a-name",
        ),
    ],
)
def test_what_is_left_open_is_not_wrong(part, expected, got, tally):
    outcomes = compared(expected, got)
    assert total(one for one in outcomes if one.part == part) == Tally(*tally)


def test_a_disagreement_says_where_it_is_and_what_was_expected():
    outcomes = compared([GoldMention(AN, roles=("Giám đốc",))], [found(AN)])
    assert listed(outcomes) == (
        "people-x.toml: about\n    | text\n  Lê Văn An: role: expected Giám đốc, got nothing"
    )


@pytest.mark.parametrize(
    ("mention", "fault"),
    [
        pytest.param('name = "Lê An"', "'Lê An' does not stand in the text", id="name"),
        pytest.param('name = "Lê Văn A"', "'Lê Văn A' does not", id="half-a-syllable"),
        pytest.param(
            'name = "Lê Văn An", roles = ["Giám đốc"]', "'Giám đốc' does not", id="role"
        ),
        pytest.param('name = "Lê Văn An", titles = ["Bs."]', "'Bs.' is no code", id="title"),
        pytest.param('name = "Lê Văn An", role = ["BS"]', "unknown key 'role'", id="key"),
        pytest.param(
            'name = "An", form = "short", refers = "Trần An"', "can't refer", id="refers"
        ),
        pytest.param('name = "An", undecided = ["kind"]', "'kind' is no part", id="part"),
    ],
)
def test_a_gold_file_that_contradicts_its_text_is_refused(tmp_path, mention, fault):
    text = f'[[text]]\nabout = "x"\ntext = "BS Lê Văn An"\nmentions = [{{{mention}}}]\n'
    (tmp_path / "people-x.toml").write_text(text, "utf-8")
    with pytest.raises(gold.GoldError, match="people-x.toml: x: .*" + fault):
        gold.people([tmp_path])


JUNE, MARCH = EventDate(date(2026, 6, 1), date(2026, 6, 30), Precision.MONTH), date(2026, 3, 6)
DAY = EventDate(MARCH, MARCH)


def of_dates(expected, got):
    text = DatesText("dates-x.toml", "about", "text", None, tuple(expected), False, None)
    return datescores.compare([text], lambda text, year: got)


@pytest.mark.parametrize(
    ("part", "expected", "got", "tally"),
    [
        pytest.param("date", (DAY, "event"), (DAY, "event"), (1, 0, 0), id="right"),
        pytest.param("date", (DAY, "event"), (JUNE, "event"), (0, 1, 1), id="another"),
        pytest.param("date", (DAY, "event"), (None, "event"), (0, 1, 0), id="left-open"),
        pytest.param("date", (None, "event"), (DAY, "event"), (0, 0, 1), id="too-sure"),
        pytest.param("date", (None, "event"), (None, "event"), (0, 0, 0), id="both-open"),
        pytest.param("kind", (DAY, "event"), (DAY, "document"), (0, 1, 1), id="kind"),
        pytest.param(
            "event or not", (DAY, "period"), (DAY, "document"), (1, 0, 0), id="no-event"
        ),
        pytest.param(
            "event or not", (DAY, "event"), (DAY, "document"), (0, 1, 1), id="an-event"
        ),
        pytest.param("kind", (DAY, ""), (DAY, "document"), (0, 0, 0), id="kind-left-open"),
    ],
)
def test_what_differs_in_a_date_is_counted(part, expected, got, tally):
    outcomes = of_dates(
        [GoldDate(5, 10, "06/03", *expected)],
        [DateMention(2, 10, "ngày 06/03", got[0], Kind(got[1]))],
    )
    assert total(one for one in outcomes if one.part == part) == Tally(*tally)


@pytest.mark.parametrize(
    ("expected", "got", "tally"),
    [
        pytest.param([(0, 5)], [], (0, 1, 0), id="missed"),
        pytest.param([(0, 5)], [(5, 9)], (0, 1, 1), id="beside-it"),
        pytest.param([(0, 9)], [(0, 5), (6, 9)], (1, 0, 1), id="in-two-halves"),
        pytest.param([(0, 5), (6, 9)], [(0, 9)], (2, 0, 0), id="two-in-one"),
    ],
)
def test_dates_belong_together_where_they_overlap(expected, got, tally):
    outcomes = of_dates(
        [GoldDate(*place, "", DAY, "event") for place in expected],
        [DateMention(*place, "", DAY, Kind.EVENT) for place in got],
    )
    assert total(one for one in outcomes if one.part == "date") == Tally(*tally)


@pytest.mark.parametrize(
    ("expected", "got", "tally"),
    [
        pytest.param(MARCH, DAY, (1, 0, 0), id="right"),
        pytest.param(MARCH, JUNE, (0, 1, 1), id="another"),
        pytest.param(MARCH, None, (0, 1, 0), id="left-open"),
        pytest.param(None, DAY, (0, 0, 1), id="too-sure"),
    ],
)
def test_the_event_of_a_text_is_compared_by_its_first_day(expected, got, tally):
    text = DatesText("dates-x.toml", "about", "text", None, (), True, expected)
    assert total(datescores.compare_events([text], lambda text, year: got)) == Tally(*tally)


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        pytest.param('written = "6/2"', "'6/2' does not stand there", id="half-a-number"),
        pytest.param('written = "06/2", kind = "day"', "'day' is no kind", id="kind"),
        pytest.param('written = "06/2", day = 6', "unknown key 'day'", id="key"),
    ],
)
def test_a_date_that_contradicts_its_text_is_refused(tmp_path, row, fault):
    text = f'[[text]]\nabout = "x"\ntext = "Ngày 06/2"\ndates = [{{{row}}}]\n'
    (tmp_path / "dates-x.toml").write_text(text, "utf-8")
    with pytest.raises(gold.GoldError, match="dates-x.toml: x: .*" + fault):
        gold.dates([tmp_path])
