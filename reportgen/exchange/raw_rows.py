"""The rows of a sheet as they stand below the header, before anyone asks what they belong to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from reportgen.exchange.cells import is_empty, says
from reportgen.exchange.columns import CONTENT, NUMBER, SUB_TITLE, TITLE, Column
from reportgen.exchange.headings import Heading
from reportgen.exchange.identity import Finder, Spot, number_in
from reportgen.exchange.reading import Read, folded
from reportgen.exchange.reading_words import read_number
from reportgen.exchange.values import Holder, Value, value_of
from reportgen.workbook.grid import Cell, Sheet


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row: its place, its cells with those of merged areas, the text of its mark.

    `copy_of` is the row that was copied whole where it cannot be told which of the two is the original.
    """

    at: int
    cells: Mapping[Column, Cell]
    mark: str
    copy_of: int | None = None

    @property
    def said(self) -> Mapping[Column, Cell]:
        """The cells that say something."""
        return {column: cell for column, cell in self.cells.items() if not is_empty(cell)}

    @property
    def first(self) -> Cell:
        """The leftmost cell that says something."""
        return next(iter(self.said.values()))

    @property
    def says_one_thing(self) -> bool:
        """Whether all that it says stands in one cell."""
        return len({cell.address for cell in self.said.values()}) == 1


def raw_rows(sheet: Sheet, heading: Heading) -> Iterator[RawRow]:
    """Every row below the header that says something."""
    for at in sorted(row for row in sheet.rows if row > heading.row):
        own = sheet.rows[at]
        mark = _mark(own.get(heading.identity)) if heading.identity else ""
        if mark or any(col in heading.columns and not is_empty(cell) for col, cell in own.items()):
            columns = heading.columns.items()
            cells = {column: cell for col, column in columns if (cell := own.get(col) or sheet.filled(at, col))}
            yield RawRow(at, cells, mark)


def _mark(cell: Cell | None) -> str:
    return "" if cell is None or cell.value is None else folded(str(cell.value))


def without_copies(rows: list[RawRow], finder: Finder) -> list[RawRow]:
    """The rows, those that were copied whole to write something new in them without the mark of the original.

    The original is the one that still says what the mark stands for.
    """
    by_mark: dict[str, list[RawRow]] = {}
    for row in rows:
        by_mark.setdefault(row.mark, []).append(row)
    changed: dict[int, RawRow] = {}
    for mark, alike in by_mark.items():
        spot = finder.spot(mark) if len(alike) > 1 else None
        if spot is None:
            continue
        originals = [row for row in alike if _is_original(row, mark, spot, finder)]
        for row in alike:
            if len(originals) == 1 and row is not originals[0]:
                changed[row.at] = replace(row, mark="")
            elif len(originals) != 1 and row is not alike[0]:
                changed[row.at] = replace(row, copy_of=alike[0].at)
    return [changed.get(row.at, row) for row in rows]


def _is_original(row: RawRow, mark: str, spot: Spot, finder: Finder) -> bool:
    issue = finder.issues[spot.issue]
    record: Holder = issue
    column = TITLE
    if spot.measure is not None:
        record, column = issue.measures[spot.measure], CONTENT
    elif spot.sub_issue is not None:
        record, column = issue.sub_issues[spot.sub_issue], SUB_TITLE
    return _number(row) in (None, issue.number, number_in(mark)) and says(
        row.cells.get(column), value_of(record, column)
    )


def _number(row: RawRow) -> Value:
    cell = row.cells.get(NUMBER)
    read = read_number(cell.value) if cell is not None else None
    return read.value if isinstance(read, Read) else None
