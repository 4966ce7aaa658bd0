"""The rows of a table: title, note, header, data. All looks are asked for before the first row is made."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from reportgen.workbook.cells import Row
from reportgen.workbook.layout import PlacedTable
from reportgen.workbook.looks import LONGEST_AS_TEXT, NOTE, TITLE, TYPED_AS_FORMULA, Looks, body, heading
from reportgen.workbook.plan import ColumnPlan, PlannedValue

_A_DATE = date(2000, 1, 1)


class _ColumnLooks(NamedTuple):
    """The numbers of the looks that the cells of a column can have."""

    text: int
    long: int
    quoted: int
    long_quoted: int
    date: int
    number: int
    empty: int

    def of(self, value: PlannedValue) -> int:
        if value is None:
            return self.empty
        if isinstance(value, str):
            if value.startswith(TYPED_AS_FORMULA):
                return self.quoted if len(value) <= LONGEST_AS_TEXT else self.long_quoted
            return self.text if len(value) <= LONGEST_AS_TEXT else self.long
        return self.date if isinstance(value, date) else self.number


class TableRows:
    """The rows of one placed table, again for each iteration."""

    def __init__(self, placed: PlacedTable, looks: Looks, locked: bool) -> None:
        self._placed = placed
        self._title, self._note = looks.number(TITLE), looks.number(NOTE)
        columns = placed.table.columns
        self._headings = [looks.number(heading(locked and column.open)) for column in columns]
        self._open = [_column_looks(column, looks, locked and column.open) for column in columns]
        self._shut = [_column_looks(column, looks, False) for column in columns]
        self._small = {
            (row, column): looks.number(body(columns[column].look, placed.table.rows[row][column], opened, size))
            for (row, column), size in placed.heights.sizes.items()
            for opened in [locked and columns[column].open and (row + 1, column + 1) not in placed.table.shut]
        }

    def __iter__(self) -> Iterator[Row]:
        placed, table = self._placed, self._placed.table
        yield self._across(placed.title_row, placed.title_height, self._title, table.title)
        if placed.note_row:
            yield self._across(placed.note_row, placed.note_height, self._note, table.note)
        headings = [column.heading for column in table.columns]
        yield Row(placed.heading_row, placed.heading_height, True, 1, self._headings, headings)
        yield from self._data()

    def _across(self, number: int, height: float, look: int, text: str) -> Row:
        left, more = self._placed.left, self._placed.right - self._placed.left
        return Row(number, height, True, left, [look] * (more + 1), [text, *[None] * more])

    def _data(self) -> Iterator[Row]:
        placed, heights = self._placed, self._placed.heights
        shut_rows = {row for row, _ in placed.table.shut}
        small_rows = {row for row, _ in heights.sizes}
        for index, values in enumerate(placed.table.rows):
            looks = self._shut_in(index) if index + 1 in shut_rows else self._open
            numbers = [look.of(value) for look, value in zip(looks, values, strict=True)]
            if index in small_rows:
                numbers = [self._small.get((index, column), number) for column, number in enumerate(numbers)]
            yield Row(placed.first_row + index, heights.rows[index], index in heights.stretched, 1, numbers, values)

    def _shut_in(self, index: int) -> list[_ColumnLooks]:
        shut = self._placed.table.shut
        return [
            self._shut[column] if (index + 1, column + 1) in shut else looks for column, looks in enumerate(self._open)
        ]


def _column_looks(column: ColumnPlan, looks: Looks, opened: bool) -> _ColumnLooks:
    long = "字" * (LONGEST_AS_TEXT + 1)
    samples: tuple[PlannedValue, ...] = ("字", long, "=", f"={long}", _A_DATE, 1, None)
    return _ColumnLooks(*(looks.number(body(column.look, sample, opened)) for sample in samples))
