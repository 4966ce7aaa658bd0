"""A .docx as paragraphs with roles and the formatting that takes effect, whoever made it."""

from reportgen.anatomy.model import (
    HEADINGS,
    Border,
    Cell,
    Document,
    Drawing,
    Frame,
    Letters,
    Paragraph,
    Role,
    Run,
    Section,
    Settings,
    Shape,
    Table,
    TabStop,
)

__all__ = [
    "HEADINGS",
    "Border",
    "Cell",
    "Document",
    "Drawing",
    "Frame",
    "Letters",
    "Paragraph",
    "Role",
    "Run",
    "Section",
    "Settings",
    "Shape",
    "TabStop",
    "Table",
]
