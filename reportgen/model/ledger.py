"""台账: all its files together."""

from dataclasses import dataclass

from reportgen.model.activities import Activities
from reportgen.model.documents import DocumentElements
from reportgen.model.holidays import YearOfHolidays
from reportgen.model.inspection import InspectionFile
from reportgen.model.issues import Issue
from reportgen.model.journal import StatusChange
from reportgen.model.narrative import NarrativeParagraph


@dataclass(frozen=True, slots=True)
class Ledger:
    """The whole ledger. `documents` and `narrative` are keyed by the Chinese name of a kind.

    `journal` is None where no record of statuses is kept.
    """

    background: InspectionFile
    issues: tuple[Issue, ...]
    activities: Activities
    documents: dict[str, DocumentElements]
    narrative: dict[str, dict[str, tuple[NarrativeParagraph, ...]]]
    journal: tuple[StatusChange, ...] | None = None
    holidays: tuple[YearOfHolidays, ...] = ()
