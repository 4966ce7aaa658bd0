"""A .docx as paragraphs with roles and the formatting that takes effect, whoever made it."""

from reportgen.anatomy.formats import Border, Frame, Letters, Run, Shape, TabStop
from reportgen.anatomy.model import HEADINGS, Cell, Document, Drawing, Paragraph, Role, Section, Settings, Table

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
