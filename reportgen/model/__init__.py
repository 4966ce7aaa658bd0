"""What a ledger is: five files as frozen records, in the field's own words.

Every record takes Chinese keys (from `terms`), refuses unknown ones and is immutable.
Almost everything is optional: a ledger grows from the planning stage to the notice, and
each kind of document asks for what it needs (`kinds`).
"""

from reportgen.model.activities import (
    Activities,
    ClueDisposition,
    Fund,
    Meeting,
    PeopleHandled,
    ReportedFigures,
    RuleDocument,
)
from reportgen.model.documents import Contact, DocumentElements, Documents
from reportgen.model.inspection import (
    Inspected,
    Inspection,
    InspectionFile,
    LeadingGroup,
    SpecialGroup,
)
from reportgen.model.issues import (
    CloseOut,
    Issue,
    IssuesFile,
    Measure,
    PublicWording,
    SubIssue,
    Withheld,
)
from reportgen.model.ledger import Ledger
from reportgen.model.narrative import Narrative, NarrativeParagraph
from reportgen.model.values import DeadlineWord, Record, Status

__all__ = [
    "Activities",
    "CloseOut",
    "ClueDisposition",
    "Contact",
    "DeadlineWord",
    "DocumentElements",
    "Documents",
    "Fund",
    "Inspected",
    "Inspection",
    "InspectionFile",
    "Issue",
    "IssuesFile",
    "LeadingGroup",
    "Ledger",
    "Measure",
    "Meeting",
    "Narrative",
    "NarrativeParagraph",
    "PeopleHandled",
    "PublicWording",
    "Record",
    "ReportedFigures",
    "RuleDocument",
    "SpecialGroup",
    "Status",
    "SubIssue",
    "Withheld",
]
