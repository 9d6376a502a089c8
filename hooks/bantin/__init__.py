"""Bantin turns a hospital's write-ups into a public news site with photo galleries."""

__version__ = "0.1.0"
