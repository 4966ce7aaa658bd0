"""The names of the five data files (design, section 4)."""

INSPECTION = "inspection.yaml"
ISSUES = "issues.yaml"
ACTIVITIES = "activities.yaml"
DOCUMENTS = "documents.yaml"
NARRATIVE = "narrative.yaml"
