"""Tables that list issues or measures: which column holds which field, which row speaks of what."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reportgen.anatomy import Document, Paragraph, Table
from reportgen.check.agreement.fields import FIELD_OF
from reportgen.check.agreement.text import squeezed
from reportgen.terms import term

NUMBER, TITLE, MEASURE_NUMBER, MEASURE = "number", "title", "measure_number", "measure"
_HEADS: dict[str, str] = {
    **dict.fromkeys(("序号", "编号", *term("number").aliases), NUMBER),
    **dict.fromkeys((*term("title").aliases, "问题", "问题标题", "反馈意见", "反馈问题原文"), TITLE),
    **dict.fromkeys(("措施编号", "措施序号"), MEASURE_NUMBER),
    **dict.fromkeys(("整改措施", "具体措施", "措施"), MEASURE),
    **FIELD_OF,
}
_ASIDE = re.compile(r"（[^）]*）|\([^)]*\)")
FEWEST_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list: its cells by field. `own` are those that do not only continue the row above."""

    number: int
    cells: Mapping[str, tuple[Paragraph, ...]]
    codes: tuple[Paragraph, ...]
    prose: tuple[Paragraph, ...]
    own: frozenset[str] = field(default_factory=frozenset)

    def text(self, name: str) -> str:
        """The text of a field; empty where there is no such column."""
        return "".join(paragraph.text for paragraph in self.cells.get(name, ()))


@dataclass(frozen=True, slots=True)
class Grid:
    """A list of issues or measures."""

    table: Table
    head: Paragraph
    by_measure: bool
    rows: tuple[Row, ...]


def grids(document: Document) -> Iterator[Grid]:
    """The tables that list issues or measures, with a head that says so; a table without one continues that before it."""
    columns: dict[int, str] = {}
    width = 0
    bodies = [table for table in document.tables if table.part == "word/document.xml"]
    for table in bodies:
        first = _texts(document, table, 1)
        named = {column: name for column, text in first.items() if (name := field_named(text))}
        if len(named) >= FEWEST_COLUMNS and {NUMBER, TITLE} & set(named.values()):
            columns, width = named, table.columns
        elif table.columns != width or not columns:
            columns, width = {}, 0
            continue
        rows = tuple(_rows(document, table, columns))
        if rows:
            yield Grid(table, _head(document, table), MEASURE_NUMBER in columns.values(), rows)


def field_named(head: str) -> str | None:
    """The field that a column's head names: “反馈问题（原文）” names the title."""
    text = squeezed(head)
    return _HEADS.get(text) or _HEADS.get(_ASIDE.sub("", text))


def _head(document: Document, table: Table) -> Paragraph:
    return document.paragraphs[min(min(numbers, default=1) for numbers in table.cells.values() if numbers) - 1]


def _texts(document: Document, table: Table, row: int) -> dict[int, str]:
    return {
        column: "".join(paragraph.text for paragraph in _paragraphs(document, numbers))
        for (at, column), numbers in table.cells.items()
        if at == row
    }


def _paragraphs(document: Document, numbers: tuple[int, ...]) -> tuple[Paragraph, ...]:
    return tuple(document.paragraphs[number - 1] for number in numbers if number <= len(document.paragraphs))


def _rows(document: Document, table: Table, columns: Mapping[int, str]) -> Iterator[Row]:
    by_row: dict[int, dict[int, tuple[Paragraph, ...]]] = {}
    for (row, column), numbers in table.cells.items():
        by_row.setdefault(row, {})[column] = _paragraphs(document, numbers)
    above: dict[int, tuple[Paragraph, ...]] = {}
    for number in sorted(by_row):
        cells = by_row[number]
        if all(field_named(_joined(cells.get(column, ()))) == name for column, name in columns.items()):
            continue
        own = {column for column in columns if _joined(cells.get(column, ())).strip()}
        if not own:
            continue
        above = {column: cells.get(column, ()) if column in own else above.get(column, ()) for column in columns}
        yield _row(number, above, columns, own, cells)


def _row(
    number: int,
    filled: Mapping[int, tuple[Paragraph, ...]],
    columns: Mapping[int, str],
    own: set[int],
    cells: Mapping[int, tuple[Paragraph, ...]],
) -> Row:
    named: dict[str, tuple[Paragraph, ...]] = {}
    for column, name in columns.items():
        named.setdefault(name, filled[column])
    codes = tuple(p for column, name in columns.items() if name == NUMBER for p in filled[column][:1])
    free = [p for column, found in cells.items() if columns.get(column) in (None, MEASURE) for p in found]
    return Row(number, named, codes, tuple(free), frozenset(columns[column] for column in own))


def _joined(paragraphs: tuple[Paragraph, ...]) -> str:
    return "".join(paragraph.text for paragraph in paragraphs)
