"""Counts, rates, sums and what is overdue as of a stated date; never asks the clock."""

from reportgen.facts.activities import meeting_kinds
from reportgen.facts.compute import Facts, compute
from reportgen.facts.explain import Explanation, explain, explainable
from reportgen.facts.figures import Entry, FactValue
from reportgen.facts.history import as_it_stood
from reportgen.facts.issues import NO_DEADLINE, NO_GROUP, NO_UNIT
from reportgen.facts.limits import CONCENTRATED, TimeLimit, concentrated_end, time_limits
from reportgen.facts.meanings import FACT_MEANINGS, LIST_MEANINGS, ROW_MEANINGS, fact_meanings
from reportgen.facts.periods import period_end
from reportgen.facts.status import (
    DEADLINE_KINDS,
    completed_as_of,
    deadline_kind,
    due_soon,
    overdue,
    status_as_of,
)
from reportgen.facts.tally import StatusCount, Tally
from reportgen.facts.workdays import Calendar, YearUnknown, calendar_of

__all__ = [
    "CONCENTRATED",
    "DEADLINE_KINDS",
    "FACT_MEANINGS",
    "LIST_MEANINGS",
    "NO_DEADLINE",
    "NO_GROUP",
    "NO_UNIT",
    "ROW_MEANINGS",
    "Calendar",
    "Entry",
    "Explanation",
    "FactValue",
    "Facts",
    "StatusCount",
    "Tally",
    "TimeLimit",
    "YearUnknown",
    "as_it_stood",
    "calendar_of",
    "completed_as_of",
    "compute",
    "concentrated_end",
    "deadline_kind",
    "due_soon",
    "explain",
    "explainable",
    "fact_meanings",
    "meeting_kinds",
    "overdue",
    "period_end",
    "status_as_of",
    "time_limits",
]
