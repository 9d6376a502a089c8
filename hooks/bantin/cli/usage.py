"""A command that was used wrongly."""

from __future__ import annotations


class Usage(Exception):
    """The command can't do what was asked; says why, for the one who typed it."""
