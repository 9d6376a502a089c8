"""A problem as the command line shows it."""

from __future__ import annotations

from bantin import locale
from bantin.errors import Problem


def shown(problem: Problem, lang: str) -> str:
    """Place, severity and what is wrong on one line, the hint below."""
    worded = locale.message(problem, lang)
    severity = locale.text(f"severity_{problem.severity}", lang)
    place = locale.visible(str(problem.at))
    hint = locale.text("hint", lang)
    return f"{place}: {severity}: {worded.text}\n    {hint}: {worded.hint}"
