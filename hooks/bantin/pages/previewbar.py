"""Preview only: the bar above a page, which says what readers see of it and what is wrong."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from bantin import addresses
from bantin.edition import Body
from bantin.errors import Severity
from bantin.locale import DEFAULT, text
from bantin.model import Bulletin
from bantin.pages.complaints import Guide, Panel, guide, panel
from bantin.pages.draft import PageDraft
from bantin.pages.shelf import Shelf, counted
from bantin.pages.targets import Targets
from bantin.vietnamese import dates
from bantin.visibility import Reason, appears_at


@dataclass(frozen=True)
class Preview:
    """What ``preview.html`` prints: ready words in the language of the staff."""

    guide: Guide
    name: str = field(default_factory=partial(text, "preview", DEFAULT))
    """What the bar is called."""
    state: str = ""
    """``bản nháp``; empty for pages that are neither public nor hidden by themselves."""
    tone: str = "plain"
    """``public``, ``hidden``, ``broken`` or ``plain``: how the bar is coloured."""
    clean: str = ""
    """A friendly word where nothing is wrong."""
    panel: Panel | None = None
    inside: bool = False
    """The page itself lists the problems; the bar only counts them."""
    ribbon: str = ""
    """Why readers don't see the page, in its own language: on paper, too."""

    @property
    def guide_name(self) -> str:
        """What the link to the guide is called."""
        return text("preview_guide", DEFAULT)


def with_bars(shelf: Shelf, drafts: Iterable[PageDraft]) -> Iterator[PageDraft]:
    """The pages of a preview, each with its bar; those of a build as they are."""
    if not shelf.edition.preview:
        yield from drafts
        return
    bulletins = {bulletin.path: bulletin for bulletin in shelf.edition.bulletins}
    for draft in drafts:
        yield replace(draft, preview=_bar(shelf, draft, bulletins.get(draft.source)))


def document(kept_back: bool, documents: Collection[str]) -> Preview:
    """The bar of a page under docs/.

    Args:
        kept_back: mkdocs.yml keeps the page off the site (``draft_docs``).
        documents: Pages under docs/ that are shown, by their path from there.
    """
    if kept_back:
        return Preview(guide(documents), tone="hidden", name=text("preview_only", DEFAULT))
    state = text("preview_state_public", DEFAULT)
    return Preview(guide(documents), state=state, tone="public")


def _bar(shelf: Shelf, draft: PageDraft, bulletin: Bulletin | None) -> Preview:
    if bulletin is not None:
        return _of_bulletin(shelf, bulletin)
    if draft.source:
        found = panel(shelf.problems.get(draft.source, ()), shelf.guide)
        state = text("preview_state_broken", DEFAULT)
        return Preview(shelf.guide, state=state, tone="broken", panel=found, inside=True)
    if draft.address == addresses.home(draft.lang):
        found = panel(shelf.homeless(), shelf.guide)
        return Preview(shelf.guide, panel=found, clean="" if found else _of_all(shelf))
    return Preview(shelf.guide)


def _of_all(shelf: Shelf) -> str:
    """How many bulletins' pages list something to be put right."""
    told = shelf.problems.values()
    count = sum(any(one.severity is not Severity.INFO for one in found) for found in told)
    return counted("preview_home", count, DEFAULT) or text("preview_clean_home", DEFAULT)


def _of_bulletin(shelf: Shelf, bulletin: Bulletin) -> Preview:
    edition = shelf.edition
    reason = edition.hidden.get(bulletin.id)
    problems = shelf.problems.get(bulletin.path, ())
    stops = not reason and any(one.severity is Severity.ERROR for one in problems)
    photos = edition.galleries.get(bulletin.id, ())
    targets = Targets(bulletin, photos, edition.bodies.get(bulletin.id, Body()))
    found = panel(problems, shelf.guide, targets.of)
    return Preview(
        guide=shelf.guide,
        state=text(f"preview_state_{reason or ('stopped' if stops else 'public')}", DEFAULT),
        tone="hidden" if reason else "broken" if stops else "public",
        clean="" if found else text("preview_clean", DEFAULT),
        panel=found,
        ribbon=_ribbon(shelf, bulletin, reason) if reason else "",
    )


def _ribbon(shelf: Shelf, bulletin: Bulletin, reason: Reason) -> str:
    if reason not in (Reason.AHEAD, Reason.EMBARGO):
        return text(f"ribbon_{reason}", bulletin.lang)
    moment = appears_at(bulletin, shelf.edition.now)
    if moment is None:  # it expires before
        return text("ribbon_unknown", bulletin.lang)
    local = moment.astimezone(shelf.edition.settings.timezone)
    when = dates.moment(local, bulletin.lang)
    return text(f"ribbon_{reason}", bulletin.lang, moment=when)
