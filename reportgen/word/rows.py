"""Rows taller than a page are let break; all others stay whole (w:cantSplit, as the template says).

A row that may not break and does not fit on a page below the repeated head of its table runs over the foot of the
page in LibreOffice 7.4, and loses lines there (measured: 10 sentences of 90). Whether a row fits is estimated from
the widths of its cells and the sizes of their styles, on the safe side: a row that nearly fills a page may break too.
"""

from dataclasses import dataclass
from math import ceil
from typing import Any

from docx.document import Document

from reportgen.standard import GRID, SIZES
from reportgen.word.xml import style_of, text_of, w

SAFETY = 1.15  # lines end early where a mark may not begin the next
CELL_MARGINS_TWIPS, CELL_PADDING_TWIPS = 120, 60
BODY_SIZE_TWIPS, BODY_LINE_TWIPS = SIZES.body_half_pt * 10, GRID.line_tw


@dataclass(frozen=True, slots=True)
class _Measure:
    """Size of type and line pitch of a style, in twips."""

    glyph: float = BODY_SIZE_TWIPS
    pitch: float = BODY_LINE_TWIPS


def release_tall_rows(document: Document) -> None:
    """Take w:cantSplit from every row that may not fit on a page below the heads of its table."""
    measures = {style.style_id: _measure(style) for style in document.styles}
    for section, tables in _tables_by_section(document):
        if section.page_height is None or section.page_width is None:
            continue
        height = section.page_height.twips - _twips(section.top_margin) - _twips(section.bottom_margin)
        for table in tables:
            rows = table.findall(w("tr"))
            heads = [row for row in rows if row.find(f"{w('trPr')}/{w('tblHeader')}") is not None]
            room = height - sum(_row_height(row, measures, section.page_width.twips) for row in heads)
            for row in rows:
                mark = row.find(f"{w('trPr')}/{w('cantSplit')}")
                too_tall = mark is not None and _row_height(row, measures, section.page_width.twips) > room
                if too_tall and row not in heads:
                    mark.getparent().remove(mark)


def _twips(length: Any) -> int:
    return length.twips if length is not None else 0


def _measure(style: Any) -> _Measure:
    size: Any = getattr(getattr(style, "font", None), "size", None)
    line: Any = getattr(getattr(style, "paragraph_format", None), "line_spacing", None)
    pitch = line.twips if hasattr(line, "twips") else BODY_LINE_TWIPS
    return _Measure(size.twips if size is not None else BODY_SIZE_TWIPS, pitch)


def _tables_by_section(document: Document) -> list[tuple[Any, list[Any]]]:
    """Each section with the tables of the body that stand in it."""
    found: list[tuple[Any, list[Any]]] = [(section, []) for section in document.sections]
    place = 0
    for child in document.element.body:
        if child.tag == w("tbl") and place < len(found):
            found[place][1].append(child)
        elif child.find(f"{w('pPr')}/{w('sectPr')}") is not None:
            place += 1
    return found


def _row_height(row: Any, measures: dict[str, _Measure], page_width: int) -> float:
    """Estimated height in twips: that of its tallest cell."""
    cells = row.findall(w("tc"))
    heights = (_cell_height(cell, measures, page_width // len(cells)) for cell in cells)
    return max(heights, default=0) * SAFETY


def _cell_height(cell: Any, measures: dict[str, _Measure], share: int) -> float:
    """`share` is the width in twips where the cell says none of its own."""
    given = cell.find(f"{w('tcPr')}/{w('tcW')}")
    fixed = given is not None and given.get(w("type")) == "dxa" and (given.get(w("w")) or "").isdigit()
    width = (int(given.get(w("w"))) if fixed else share) - CELL_MARGINS_TWIPS
    return sum(_paragraph_height(each, width, measures) for each in cell.findall(w("p"))) + CELL_PADDING_TWIPS


def _paragraph_height(paragraph: Any, width: int, measures: dict[str, _Measure]) -> float:
    """Height of one paragraph in a column of so many twips, by the size and the exact pitch of its style."""
    measure = measures.get(style_of(paragraph) or "", _Measure())
    text = sum(0.5 if character.isascii() else 1 for character in text_of(paragraph))
    per_line = max(int(width / measure.glyph), 1)
    return ceil(max(text, 1) / per_line) * measure.pitch
