"""How dates are read in running text; doors: ``datefinder``, ``eventdate``."""
