"""Paragraphs one below the other: what stands before a paragraph, how many empty lines lie between, where a page begins."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.anatomy import Document, Paragraph, Role, Table
from reportgen.check.page.stretches import section_of

_NEW_PAGE = frozenset({"nextPage", "oddPage", "evenPage"})
_LINE_TW = 580
_LEAST_LINE_TW = 360
"""An empty line of exact height below this is no whole line."""
_SHOWS_TW = 200
"""A blank paragraph lower than this is no empty line: it only carries a section break or a table's end."""


@dataclass(frozen=True, slots=True)
class Gap:
    """What lies above a paragraph: the paragraph with text before it, the empty lines between, whether a page began there.

    `after_table` says that a table stands between; then the paragraph is None.
    """

    before: Paragraph | None
    lines: float
    page_begins: bool = False
    after_table: bool = False


@dataclass(frozen=True, slots=True)
class Flow:
    """The paragraphs of the body in reading order, with the place of each."""

    document: Document
    floating: frozenset[int]
    places: dict[int, int]

    def gap_above(self, paragraph: Paragraph) -> Gap:
        """Walks up over what has no text and over what floats."""
        page_begins, lines = begins_page(paragraph), _typed_above(paragraph) + paragraph.shape.before_tw / _LINE_TW
        below = paragraph
        for above in self.above(paragraph):
            page_begins = page_begins or self._new_page_between(above, below) or above.text.endswith("\f")
            if above.cell is not None:
                return Gap(None, lines, page_begins, after_table=True)
            if above.text.strip("\n\f \u3000\t") or above.role is Role.RED_LINE:
                return Gap(above, lines + (0 if page_begins else _spacing_below(above)), page_begins)
            if not page_begins and "\f" not in above.text:
                lines += _height_of_blank(above)
            page_begins = page_begins or begins_page(above) or "\f" in above.text
            below = above
        return Gap(None, lines, page_begins)

    def above(self, paragraph: Paragraph) -> Iterator[Paragraph]:
        """Paragraphs before one, nearest first, without what floats."""
        for index in range(self.places.get(paragraph.number, 0) - 1, -1, -1):
            if not self.floats(self.document.paragraphs[index]):
                yield self.document.paragraphs[index]

    def below(self, paragraph: Paragraph) -> Iterator[Paragraph]:
        """Paragraphs after one, nearest first, without what floats."""
        for index in range(self.places.get(paragraph.number, 0) + 1, len(self.document.paragraphs)):
            if not self.floats(self.document.paragraphs[index]):
                yield self.document.paragraphs[index]

    def floats(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph stands in a box, a frame or a floating table."""
        cell = paragraph.cell
        in_floating_table = cell is not None and cell.table in self.floating
        return paragraph.box is not None or paragraph.shape.frame is not None or in_floating_table

    def in_line(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph stands in the running text: neither floating nor in a table."""
        return paragraph.cell is None and not self.floats(paragraph)

    def _new_page_between(self, above: Paragraph, below: Paragraph) -> bool:
        section = section_of(self.document, below)
        return above.section != below.section and section is not None and section.starts in _NEW_PAGE


def flow_of(document: Document) -> Flow:
    """The flow of a document's body."""
    floating = frozenset(
        table.number for table in document.tables if table.frame is not None and table.part == _body_part(document)
    )
    return Flow(document, floating, {each.number: index for index, each in enumerate(document.paragraphs)})


def _body_part(document: Document) -> str:
    return document.paragraphs[0].part if document.paragraphs else "word/document.xml"


def begins_page(paragraph: Paragraph) -> bool:
    """Whether a paragraph puts itself on a new page."""
    return paragraph.shape.page_break_before or paragraph.text.lstrip("\n \u3000").startswith("\f")


def _typed_above(paragraph: Paragraph) -> int:
    """Empty lines that are typed with line breaks at the head of a paragraph."""
    return len(paragraph.text) - len(paragraph.text.lstrip("\n"))


def _spacing_below(paragraph: Paragraph) -> float:
    breaks = len(paragraph.text) - len(paragraph.text.rstrip("\n"))
    return breaks + paragraph.shape.after_tw / _LINE_TW


def _height_of_blank(paragraph: Paragraph) -> float:
    """Height of a paragraph without text, in lines; one of any usual height is one line."""
    shape = paragraph.shape
    spacing = (shape.before_tw + shape.after_tw) / _LINE_TW
    if shape.line_rule == "exact" and shape.line_tw < _SHOWS_TW:
        return spacing
    size = paragraph.mark_letters.size_half_pt if paragraph.mark_letters else 32
    if shape.line_rule != "exact" and size * 13 < _SHOWS_TW:
        return spacing
    unusual = shape.line_rule == "exact" and not _LEAST_LINE_TW <= shape.line_tw <= 1.5 * _LINE_TW
    height = shape.line_tw / _LINE_TW if unusual else 1
    return spacing + height + paragraph.text.count("\n")


def blocks(paragraphs: Sequence[Paragraph], *roles: Role) -> Iterator[tuple[Paragraph, ...]]:
    """Groups of neighbours that have one of these roles; empty lines end a group."""
    held: list[Paragraph] = []
    for paragraph in paragraphs:
        if paragraph.role in roles:
            held.append(paragraph)
        elif held:
            yield tuple(held)
            held = []
    if held:
        yield tuple(held)


def table_of(document: Document, paragraph: Paragraph) -> Table | None:
    """The table a paragraph stands in."""
    cell = paragraph.cell
    if cell is None:
        return None
    found = (table for table in document.tables if table.number == cell.table and table.part == paragraph.part)
    return next(found, None)
