"""Counts, rates, sums and what is overdue as of a stated date; never asks the clock."""

from reportgen.facts.compute import Facts, FactValue, compute
from reportgen.facts.meanings import FACT_MEANINGS, LIST_MEANINGS, ROW_MEANINGS, fact_meanings
from reportgen.facts.periods import period_end
from reportgen.facts.status import DEADLINE_KINDS, completed_as_of, deadline_kind, overdue, status_as_of
from reportgen.facts.tally import StatusCount, Tally

__all__ = [
    "DEADLINE_KINDS",
    "FACT_MEANINGS",
    "LIST_MEANINGS",
    "ROW_MEANINGS",
    "FactValue",
    "Facts",
    "StatusCount",
    "Tally",
    "completed_as_of",
    "compute",
    "deadline_kind",
    "fact_meanings",
    "overdue",
    "period_end",
    "status_as_of",
]
