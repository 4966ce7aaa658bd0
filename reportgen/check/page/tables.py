"""Tables: no wider than the type area, and their head on every page (5.2.1, 8)."""

from collections.abc import Iterator, Mapping

from reportgen.anatomy import Document, Paragraph, Role, Section, Table
from reportgen.check.page.lengths import mm, mm_text
from reportgen.check.rule import Case, Flaw, Rule, place_of
from reportgen.errors import Place

_SLACK_TW = 250
"""Word lets a table stand out by the cells' inner margins, 1.9 mm at either side."""
_FEW_ROWS = 5
_IMPRINT = frozenset({Role.COPIES, Role.PRINTED, Role.IMPRINT_RECIPIENTS})


def _tables(document: Document) -> Iterator[tuple[Table, Section, Mapping[int, Paragraph]]]:
    """Tables of the body that stand in the flow and hold no imprint, with their section and the body's paragraphs."""
    paragraphs = {one.number: one for one in document.paragraphs}
    part = document.paragraphs[0].part if document.paragraphs else ""
    nested = {number for table in document.tables if table.part == part for number in _inner(table, paragraphs)}
    for table in document.tables:
        known = 0 < table.section <= len(document.sections)
        alone = table.part == part and table.box is None and table.number not in nested
        if alone and known and not _is_imprint(table, paragraphs):
            yield table, document.sections[table.section - 1], paragraphs


def _inner(table: Table, paragraphs: Mapping[int, Paragraph]) -> Iterator[int]:
    """Tables that stand within this one: their paragraphs lie between those of one of its cells."""
    own = [number for numbers in table.cells.values() for number in numbers]
    if own:
        for number in range(min(own), max(own)):
            inner = paragraphs.get(number)
            if inner is not None and inner.cell is not None and inner.cell.table != table.number:
                yield inner.cell.table


def _is_imprint(table: Table, paragraphs: Mapping[int, Paragraph]) -> bool:
    numbers = (number for numbers in table.cells.values() for number in numbers)
    return any(number in paragraphs and paragraphs[number].role in _IMPRINT for number in numbers)


def _place(table: Table, paragraphs: Mapping[int, Paragraph]) -> Place:
    first = min((number for numbers in table.cells.values() for number in numbers), default=0)
    return place_of(paragraphs[first]) if first in paragraphs else Place(table=table.number)


def judge_width(case: Case) -> Iterator[Flaw]:
    """5.2.1: what is printed stays in the type area."""
    for table, section, paragraphs in _tables(case.document):
        if table.width_tw is None or section.columns > 1:
            continue
        room = section.text_width_tw
        indent = table.indent_tw if table.align in ("left", "start") and table.frame is None else 0
        out = max(table.width_tw - room, table.width_tw + indent - room, -indent if table.frame is None else 0)
        if out > _SLACK_TW:
            message = "表格超出版心；请调整列宽，使表格不宽于版心"
            expected, measured = f"不超过 {mm_text(mm(room))}", mm_text(mm(table.width_tw))
            yield Flaw(message, _place(table, paragraphs), expected, measured)


def judge_head(case: Case) -> Iterator[Flaw]:
    """The head is repeated where a table certainly runs over a page."""
    for table, section, paragraphs in _tables(case.document):
        if table.header_rows or table.rows < _FEW_ROWS or table.columns < 2 or table.frame is not None:
            continue
        if _has_head(table, paragraphs) and _least_height_tw(table, section, paragraphs) > section.text_height_tw:
            message = "表格跨页而表头没有在每页重复；请选中表头行，设“在各页顶端以标题行形式重复出现”"
            yield Flaw(message, _place(table, paragraphs), "重复标题行", "不重复")


def _has_head(table: Table, paragraphs: Mapping[int, Paragraph]) -> bool:
    first = [
        paragraphs[number]
        for (row, _), numbers in table.cells.items()
        if row == 1
        for number in numbers
        if number in paragraphs
    ]
    return len([one for one in first if 0 < len(one.text.strip()) <= 12]) >= 2


def _least_height_tw(table: Table, section: Section, paragraphs: Mapping[int, Paragraph]) -> float:
    """A height that the table has at least: every row one line, and all its text set solid over its whole width."""
    width = table.width_tw or section.text_width_tw
    area, rows = 0.0, dict.fromkeys(range(1, table.rows + 1), 0.0)
    for (row, _), numbers in table.cells.items():
        for number in numbers:
            one = paragraphs.get(number)
            if one is not None and one.text.strip():
                size = _em(one)
                line = one.shape.line_tw if one.shape.line_rule == "exact" else size
                rows[row] = max(rows.get(row, 0), line)
                area += sum(size if ord(character) > 0x2E80 else size * 0.4 for character in one.text) * line
    return max(area / max(width, 1), sum(rows.values()))


def _em(paragraph: Paragraph) -> float:
    runs = paragraph.shown_runs()
    return runs[0].letters.size_half_pt * 10 if runs else 210


RULES = (
    Rule("5.2.1-table-width", "GB/T 9704-2012 5.2.1", "MUST", "版心宽156mm，表格不超出版心", judge_width),
    Rule("8-table-head", "GB/T 9704-2012 8", "PRAC", "跨页的表格在每页重复表头", judge_head),
)
