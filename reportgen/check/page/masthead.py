"""The masthead of a document (版头, clause 7.2): its parts, and which form of clause 10 it may belong to."""

import re
from dataclasses import dataclass
from functools import cached_property

from reportgen.anatomy import Border, Document, Drawing, Paragraph, Role, Section, Table
from reportgen.check.page.kinds_of_form import mark_of
from reportgen.check.page.lengths import MM_TW
from reportgen.check.page.stretches import section_of

_BELOW = frozenset({Role.TITLE, Role.RECIPIENTS, Role.BODY, Role.HEADING_1, Role.ATTACHMENT_LABEL})
_ANCHORED_BELOW = 6
_LETTER_LINE_MM = (165, 175)
_DOUBLE = re.compile(r"double|triple|thinThick|thickThin", re.IGNORECASE)
SIGNATORY = re.compile(r"签[ \u3000]*发[ \u3000]*人")


@dataclass(frozen=True)
class Masthead:
    """What stands above the title. `number` is None where there is none; `lines` are what is drawn there."""

    document: Document
    above: tuple[Paragraph, ...]

    @cached_property
    def marks(self) -> tuple[Paragraph, ...]:
        return self._of(Role.ISSUER_MARK)

    @cached_property
    def number(self) -> Paragraph | None:
        return next(iter(self._of(Role.DOCUMENT_NUMBER)), None)

    @cached_property
    def signatories(self) -> tuple[Paragraph, ...]:
        """Paragraphs that name who signs, the one of 发文字号 among them."""
        return tuple(
            paragraph
            for paragraph in self._of(Role.SIGNATORY, Role.DOCUMENT_NUMBER)
            if paragraph.role is Role.SIGNATORY or SIGNATORY.search(paragraph.text)
        )

    @property
    def goes_upward(self) -> bool:
        return bool(self.signatories)

    @cached_property
    def drawings(self) -> tuple[Drawing, ...]:
        """What is drawn about the masthead (its anchor may stand a little below), and in the headers."""
        last = max((paragraph.number for paragraph in self.above), default=0) + _ANCHORED_BELOW
        part = self.above[0].part if self.above else ""
        return tuple(
            drawing
            for drawing in self.document.drawings
            if drawing.story == "页眉" or (drawing.part == part and drawing.paragraph <= last)
        )

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        numbers = {paragraph.cell.table for paragraph in self.above if paragraph.cell}
        part = self.above[0].part if self.above else ""
        return tuple(table for table in self.document.tables if table.number in numbers and table.part == part)

    def section(self, paragraph: Paragraph) -> Section | None:
        return section_of(self.document, paragraph)

    def _of(self, *roles: Role) -> tuple[Paragraph, ...]:
        return tuple(paragraph for paragraph in self.above if paragraph.role in roles)

    @cached_property
    def is_usual(self) -> bool:
        """Whether the rules of 7.2 hold: no letter, order or minutes (clause 10), as far as the file tells."""
        mark = mark_of(self.document)
        return not (mark.endswith(("令", "纪要")) or self._is_letter(mark))

    def _is_letter(self, mark: str) -> bool:
        if any(_DOUBLE.search(border.style) for border in self._borders()):
            return True
        if any(_is_letter_line(drawing) for drawing in self.drawings):
            return True
        if mark.endswith("文件") or not mark:
            return False
        return self._line_is_above_number() or (self.number is not None and self.number.shape.align == "right")

    def _borders(self) -> list[Border]:
        borders = [border for paragraph in self.above for border in paragraph.shape.borders.values()]
        for table in self.tables:
            borders += table.borders.values()
            borders += [border for row in table.row_borders.values() for border in row.values()]
        return borders

    def _line_is_above_number(self) -> bool:
        number = self.number.number if self.number else 0
        return any(
            paragraph.shape.borders and paragraph.number < number
            for paragraph in self._of(Role.ISSUER_MARK, Role.RED_LINE, Role.BLANK)
        )


def _is_letter_line(drawing: Drawing) -> bool:
    low, high = _LETTER_LINE_MM
    return drawing.kind in ("line", "shape") and low * MM_TW <= (drawing.frame.width_tw or 0) <= high * MM_TW


def masthead_of(document: Document) -> Masthead:
    """What stands above the title of a document."""
    above: list[Paragraph] = []
    for paragraph in document.paragraphs:
        if paragraph.role in _BELOW:
            break
        above.append(paragraph)
    return Masthead(document, tuple(above))


def in_line(paragraph: Paragraph) -> bool:
    """Whether a paragraph stands in the running text: not in a table, a frame or a text box."""
    return paragraph.cell is None and paragraph.box is None and paragraph.shape.frame is None
