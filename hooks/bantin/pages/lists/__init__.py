"""Lists: everything that stands together, and the ways to it."""
