from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bantin.model import Bulletin, EventDate, Status
from bantin.visibility import Reason, appears_at, is_public, why_hidden

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 22, 8, 0, tzinfo=HANOI)
TICK = timedelta(microseconds=1)
EARLIER, LATER = NOW - timedelta(days=1), NOW + timedelta(days=1)
MUCH_LATER = NOW + timedelta(days=9)


def bulletin(**values: Any) -> Bulletin:
    day = date(2026, 2, 6)
    first = {"published": EARLIER, "sorted_by": EARLIER, "body": ""}
    return Bulletin("2026/a", "news/2026/a.md", "Tin", EventDate(day, day), **first | values)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        pytest.param({}, None, id="public"),
        pytest.param({"status": Status.DRAFT}, Reason.DRAFT, id="draft"),
        pytest.param({"status": Status.REVIEW}, Reason.REVIEW, id="review"),
        pytest.param({"status": Status.WITHDRAWN}, Reason.WITHDRAWN, id="withdrawn"),
        pytest.param({"status": "finished"}, Reason.UNKNOWN, id="status-from-the-future"),
        pytest.param({"status": ""}, Reason.UNKNOWN, id="status-empty"),
        pytest.param({"published": NOW}, None, id="published-now"),
        pytest.param({"published": NOW + TICK}, Reason.AHEAD, id="published-in-a-moment"),
        pytest.param({"embargo": NOW}, None, id="embargo-ends-now"),
        pytest.param({"embargo": NOW + TICK}, Reason.EMBARGO, id="embargo-ends-in-a-moment"),
        pytest.param({"expires": NOW}, Reason.EXPIRED, id="expires-now"),
        pytest.param({"expires": NOW + TICK}, None, id="expires-in-a-moment"),
        pytest.param(
            {"published": NOW, "embargo": NOW, "expires": NOW}, Reason.EXPIRED, id="all-now"
        ),
        pytest.param(
            {"published": NOW, "embargo": NOW, "expires": NOW + TICK}, None, id="a-moment-long"
        ),
        pytest.param(
            {"published": LATER, "embargo": MUCH_LATER}, Reason.EMBARGO, id="ahead-and-embargo"
        ),
        pytest.param(
            {"status": Status.DRAFT, "expires": EARLIER}, Reason.DRAFT, id="draft-comes-first"
        ),
        pytest.param(
            {"embargo": LATER, "expires": EARLIER}, Reason.EXPIRED, id="expired-comes-first"
        ),
    ],
)
def test_why_a_bulletin_is_hidden(values, reason):
    found = bulletin(**values)
    assert why_hidden(found, NOW) is reason
    assert is_public(found, NOW) == (reason is None)


@pytest.mark.parametrize("key", ["published", "embargo", "expires"])
@pytest.mark.parametrize(
    "zone", [UTC, ZoneInfo("America/New_York"), timezone(timedelta(hours=14))], ids=str
)
def test_a_moment_is_the_same_in_every_zone(key, zone):
    hidden = [
        why_hidden(bulletin(**{key: moment.astimezone(zone)}), NOW)
        for moment in (NOW - TICK, NOW, NOW + TICK)
    ]
    here = [
        why_hidden(bulletin(**{key: moment}), NOW.astimezone(zone))
        for moment in (NOW - TICK, NOW, NOW + TICK)
    ]
    assert hidden == here
    assert len(set(hidden)) == 2


@pytest.mark.parametrize(
    ("values", "moment"),
    [
        pytest.param({}, None, id="public-already"),
        pytest.param({"published": LATER}, LATER, id="ahead"),
        pytest.param({"embargo": LATER}, LATER, id="embargo"),
        pytest.param(
            {"published": LATER, "embargo": MUCH_LATER},
            MUCH_LATER,
            id="embargo-after-published",
        ),
        pytest.param(
            {"published": MUCH_LATER, "embargo": LATER},
            MUCH_LATER,
            id="published-after-embargo",
        ),
        pytest.param({"published": LATER, "expires": MUCH_LATER}, LATER, id="for-a-while"),
        pytest.param({"published": LATER, "expires": LATER}, None, id="gone-as-it-comes"),
        pytest.param(
            {"published": NOW - TICK, "embargo": MUCH_LATER, "expires": LATER},
            None,
            id="expires-before-the-embargo-ends",
        ),
        pytest.param({"expires": EARLIER}, None, id="expired"),
        pytest.param({"status": Status.DRAFT, "published": LATER}, None, id="draft"),
        pytest.param({"status": Status.REVIEW, "embargo": LATER}, None, id="review"),
        pytest.param({"status": Status.WITHDRAWN, "published": LATER}, None, id="withdrawn"),
    ],
)
def test_when_a_hidden_bulletin_appears(values, moment):
    found = bulletin(**values)
    assert appears_at(found, NOW) == moment
    if moment is not None:
        assert not is_public(found, moment - TICK)
        assert is_public(found, moment)
