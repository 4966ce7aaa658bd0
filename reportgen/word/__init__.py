"""Fills Word templates. The only place that knows docxtpl; nothing else in the house opens its door."""

from reportgen.word.fill import Filled, fill

__all__ = ["Filled", "fill"]
