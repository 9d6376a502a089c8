"""Public or not: the one answer for pages, lists, photos, search and every later output."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from bantin.model import Bulletin, Status


class Reason(StrEnum):
    """Why a bulletin is not public."""

    DRAFT = "draft"
    REVIEW = "review"
    WITHDRAWN = "withdrawn"
    AHEAD = "ahead"
    """``published`` is still to come."""
    EMBARGO = "embargo"
    EXPIRED = "expired"
    UNKNOWN = "unknown"


_BY_STATUS = {
    Status.DRAFT: Reason.DRAFT,
    Status.REVIEW: Reason.REVIEW,
    Status.WITHDRAWN: Reason.WITHDRAWN,
}


def why_hidden(bulletin: Bulletin, now: datetime) -> Reason | None:
    """Why the public does not see the bulletin at ``now`` (aware); None: it does.

    Fails closed: whatever is not plainly public is hidden.
    """
    if bulletin.status != Status.PUBLISHED:
        return _BY_STATUS.get(bulletin.status, Reason.UNKNOWN)
    if bulletin.expires is not None and bulletin.expires <= now:
        return Reason.EXPIRED
    if bulletin.embargo is not None and bulletin.embargo > now:
        return Reason.EMBARGO
    if bulletin.published > now:
        return Reason.AHEAD
    return None


def is_public(bulletin: Bulletin, now: datetime) -> bool:
    """Whether the public sees the bulletin at ``now`` (aware)."""
    return why_hidden(bulletin, now) is None


def appears_at(bulletin: Bulletin, now: datetime) -> datetime | None:
    """When a hidden bulletin becomes public by itself, in a build made then; None: never."""
    if why_hidden(bulletin, now) not in (Reason.AHEAD, Reason.EMBARGO):
        return None
    moment = max(bulletin.published, bulletin.embargo or bulletin.published)
    if bulletin.expires is not None and bulletin.expires <= moment:
        return None
    return moment


def reasons(bulletins: Iterable[Bulletin], now: datetime) -> dict[str, Reason]:
    """Why the public does not see them, by id, at ``now`` (aware); without those it sees."""
    found = ((one.id, why_hidden(one, now)) for one in bulletins)
    return {bulletin_id: reason for bulletin_id, reason in found if reason}


def waiting(
    bulletins: Iterable[Bulletin], now: datetime
) -> tuple[tuple[Bulletin, datetime], ...]:
    """Hidden bulletins that become public by themselves, and when; the next one first."""
    found = ((one, appears_at(one, now)) for one in bulletins)
    coming = [(one, moment) for one, moment in found if moment]
    return tuple(sorted(coming, key=lambda pair: (pair[1], pair[0].path)))
