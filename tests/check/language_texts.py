"""Plain texts for the rules of language: one paragraph of the body a line."""

from collections.abc import Iterable

from reportgen.anatomy import Cell, Document, Paragraph, Role
from reportgen.check.rule import Case, Rule
from reportgen.errors import Finding
from tests.check.building import body, document, findings, paragraph


def written(*texts: str | Paragraph) -> Document:
    """A document of these paragraphs; plain text stands in the body."""
    return document(*(body(text) if isinstance(text, str) else text for text in texts))


def found(rules: Iterable[Rule[Case]], *texts: str | Paragraph) -> list[Finding]:
    """What the rules find in these paragraphs."""
    return findings(rules, written(*texts))


def severities(rules: Iterable[Rule[Case]], *texts: str | Paragraph) -> list[str]:
    """How heavy each finding is."""
    return [finding.severity for finding in found(rules, *texts)]


def repairs(rules: Iterable[Rule[Case]], *texts: str | Paragraph) -> list[str | None]:
    """What should stand there instead, of each finding."""
    return [finding.expected for finding in found(rules, *texts)]


def cell(text: str) -> Paragraph:
    """The text of a table's cell."""
    return paragraph(Role.TABLE_TEXT, text, cell=Cell(1, 2, 1))


def heading(level: int, text: str) -> Paragraph:
    """A heading that is a paragraph of its own."""
    role = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4)[level - 1]
    return paragraph(role, text, level=level, heading_length=len(text))


def title(text: str) -> Paragraph:
    """The title of the document."""
    return paragraph(Role.TITLE, text)
