"""How far the rectification has come as of a date: one value, and one HTML page of it."""

from reportgen.dashboard.overview import Due, NextDocument, Overview, overview

__all__ = ["Due", "NextDocument", "Overview", "overview"]
