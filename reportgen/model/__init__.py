"""What a ledger is: its files as frozen records, in the field's own words.

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
from reportgen.model.holidays import Holidays, YearOfHolidays
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
from reportgen.model.journal import STATES, STEPS, EvidenceFile, Journal, StatusChange, state_of, status_of
from reportgen.model.ledger import Ledger
from reportgen.model.narrative import Narrative, NarrativeParagraph
from reportgen.model.values import DeadlineWord, Record, Status

__all__ = [
    "STATES",
    "STEPS",
    "Activities",
    "CloseOut",
    "ClueDisposition",
    "Contact",
    "DeadlineWord",
    "DocumentElements",
    "Documents",
    "EvidenceFile",
    "Fund",
    "Holidays",
    "Inspected",
    "Inspection",
    "InspectionFile",
    "Issue",
    "IssuesFile",
    "Journal",
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
    "StatusChange",
    "SubIssue",
    "Withheld",
    "YearOfHolidays",
    "state_of",
    "status_of",
]
