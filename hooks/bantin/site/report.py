"""Problems and news of a build in the terminal, worded for staff."""

from __future__ import annotations

import logging
import os
import re
import sys
from collections.abc import Iterable
from datetime import datetime

from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger

from bantin import locale
from bantin.errors import Problem, Severity
from bantin.model import Bulletin
from bantin.photos.progress import ProgressLine
from bantin.vietnamese import dates

_LEVELS = {
    Severity.ERROR: logging.ERROR,
    Severity.WARNING: logging.WARNING,
    Severity.INFO: logging.INFO,
}


class Reporter:
    """Speaks to the person at the terminal, in their language (``BANTIN_LANG``)."""

    def __init__(self) -> None:
        wanted = os.environ.get("BANTIN_LANG", "")
        self.lang = wanted if wanted in locale.LANGUAGES else locale.DEFAULT
        self.log = get_plugin_logger("bantin")

    def progress(self, words: str = "photos_progress") -> ProgressLine:
        """A progress line, for photos or what else ``words`` of the catalogues count."""
        return ProgressLine(sys.stderr, self.lang, words=words)

    def problems(self, problems: Iterable[Problem]) -> None:
        """Every problem with its place and what to do, one log record each."""
        for problem in problems:
            self.log.log(_LEVELS[problem.severity], "%s", self.worded(problem))

    def worded(self, problem: Problem) -> str:
        """``file:line:column: what`` and, below, what to type instead."""
        found = locale.message(problem, self.lang)
        hint = locale.text("hint", self.lang)
        return f"{locale.visible(str(problem.at))}: {found.text}\n    {hint}: {found.hint}"

    def later(self, waiting: Iterable[tuple[Bulletin, datetime]]) -> None:
        """Which bulletins will appear by themselves, and when."""
        for bulletin, moment in waiting:
            local = moment.astimezone(bulletin.published.tzinfo)
            when = dates.moment(local, self.lang)
            self.say("appears_later", path=bulletin.path, when=when)

    def say(self, key: str, **values: object) -> None:
        """A sentence of the interface."""
        self.log.info("%s", locale.text(key, self.lang, **values))

    def stop(self, *problems: Problem) -> Abort:
        """Say what is wrong; what is returned is to be raised."""
        self.problems(problems)
        return self.abort("build_stopped")

    def abort(self, key: str, **values: object) -> Abort:
        """The end of a build that replaces nothing, with its last sentence; to be raised."""
        return Abort(locale.text(key, self.lang, **values))

    def failed(self, reason: str) -> None:
        """A rebuild of the preview that came to nothing."""
        self.log.error("%s", locale.text("rebuild_failed", self.lang, reason=reason))


class Quiet(logging.Filter):
    """Keeps from the terminal what MkDocs says of our own arrangements; used with ``with``.

    The folder beside the site folder is not where anybody finds the site (``site_at`` says
    that), and pages under ``draft_docs`` say of themselves that only a preview has them. What
    is graver than information goes through, whatever it begins with; but of a line of the menu
    that leads to no page we speak ourselves, where there is something to be done.

    Args:
        menu: The paths in ``nav`` that we look at.
    """

    LOGGERS = ("mkdocs.commands.build", "mkdocs.structure.nav")
    KEPT_BACK = (
        "Building documentation to directory:",
        "The following pages are being built only for the preview",
    )
    NO_PAGE = re.compile(
        r"A reference to '([^/:][^:]*\.md)' is included in the 'nav' .*not found"
    )

    def __init__(self, menu: Iterable[str]) -> None:
        super().__init__()
        self.menu = frozenset(menu)

    def __enter__(self) -> Quiet:
        for name in self.LOGGERS:
            logging.getLogger(name).addFilter(self)
        return self

    def __exit__(self, *_: object) -> None:
        for name in self.LOGGERS:
            logging.getLogger(name).removeFilter(self)

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is printed."""
        said = record.getMessage()
        led = self.NO_PAGE.match(said)
        if led and led[1] in self.menu:
            return False
        return record.levelno > logging.INFO or not said.startswith(self.KEPT_BACK)


class WarningCount(logging.Handler):
    """Counts what a strict build must not have; used with ``with``.

    MkDocs counts too, but tells nobody before the site is written, and with ``--quiet`` it sees
    no warning at all: there its logger drops them. Here only the terminal does.
    """

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0
        self.logger = logging.getLogger("mkdocs")

    def __enter__(self) -> WarningCount:
        if self.logger.level > logging.WARNING:
            for handler in self.logger.handlers:
                handler.setLevel(max(handler.level, self.logger.level))
            self.logger.setLevel(logging.WARNING)
        self.logger.addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        self.logger.removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """One more."""
        self.count += 1
