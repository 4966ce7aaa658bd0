"""The names of the data files (design, section 4)."""

INSPECTION = "inspection.yaml"
ISSUES = "issues.yaml"
ACTIVITIES = "activities.yaml"
DOCUMENTS = "documents.yaml"
NARRATIVE = "narrative.yaml"
JOURNAL = "journal.yaml"
HOLIDAYS = "holidays.yaml"
