"""Rendered pages: what stands where on them, in millimetres, and pictures of them with findings marked."""

from reportgen.pages.drawing import draw
from reportgen.pages.feet import foot_of, number_in, turned_foot_of
from reportgen.pages.locate import Spot, locate_all, spots
from reportgen.pages.measuring import measure
from reportgen.pages.model import Glyph, Line, Page, Picture, Rule, Type
from reportgen.pages.pdfium import HINT, available

__all__ = [
    "HINT",
    "Glyph",
    "Line",
    "Page",
    "Picture",
    "Rule",
    "Spot",
    "Type",
    "available",
    "draw",
    "foot_of",
    "locate_all",
    "measure",
    "number_in",
    "spots",
    "turned_foot_of",
]
