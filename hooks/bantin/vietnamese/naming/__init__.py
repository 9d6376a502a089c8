"""How names of people and institutions are read; doors: ``people``, ``organizations``."""
