from edition.sites import site

__all__ = ["site"]
