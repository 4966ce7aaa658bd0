"""Kind and ledger, as of a date → the plain values that a template is filled with."""

from reportgen.compose.document import Composed, compose, narrative_problems

__all__ = ["Composed", "compose", "narrative_problems"]
