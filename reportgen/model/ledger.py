"""台账: the five files together."""

from dataclasses import dataclass

from reportgen.model.activities import Activities
from reportgen.model.documents import DocumentElements
from reportgen.model.inspection import InspectionFile
from reportgen.model.issues import Issue
from reportgen.model.narrative import NarrativeParagraph


@dataclass(frozen=True, slots=True)
class Ledger:
    """The whole ledger. `documents` and `narrative` are keyed by the Chinese name of a kind."""

    background: InspectionFile
    issues: tuple[Issue, ...]
    activities: Activities
    documents: dict[str, DocumentElements]
    narrative: dict[str, dict[str, tuple[NarrativeParagraph, ...]]]
