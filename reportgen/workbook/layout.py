"""Where the tables of a sheet stand, and what its columns and rows measure."""

from dataclasses import dataclass
from typing import Final

from openpyxl.utils import get_column_letter

from reportgen.workbook.heights import Heights, data_heights, row_height
from reportgen.workbook.looks import HEADING_PT, NOTE_PT, POINTS_PER_UNIT, TITLE_PT
from reportgen.workbook.plan import Area, SheetPlan, TablePlan

NUMBER_HEADING: Final = "序号"
CELL_MARGIN: Final = 0.7
"""What Excel keeps free beside the text of a cell, in half-widths; a column is that much wider than planned."""
_GAP_ROWS = 1


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column of a sheet, as wide as the widest of the table columns that stand in it."""

    letter: str
    width: float
    hidden: bool
    aside: bool

    @property
    def printed(self) -> bool:
        """Whether it belongs to the print area."""
        return not self.hidden and not self.aside

    @property
    def points(self) -> float:
        """Its width on paper at full size."""
        return (self.width + CELL_MARGIN) * POINTS_PER_UNIT


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table and the sheet rows it stands in, counted from 1; `left` and `right` are its first and last printed column."""

    table: TablePlan
    title_row: int
    note_row: int | None
    heading_row: int
    left: int
    right: int
    title_height: float
    note_height: float
    heading_height: float
    heights: Heights

    @property
    def first_row(self) -> int:
        """The first data row."""
        return self.heading_row + 1

    @property
    def last_row(self) -> int:
        """The last data row; the header's where there is none."""
        return self.heading_row + len(self.table.rows)

    @property
    def merges(self) -> list[Area]:
        """All merged areas in rows and columns of the sheet, the title's and the note's first."""
        wide = [row for row in (self.title_row, self.note_row) if row and self.left < self.right]
        above = [Area(row, self.left, row, self.right) for row in wide]
        down = self.heading_row
        blocks = [area for area in self.table.merged if area.top < area.bottom or area.left < area.right]
        return above + [Area(area.top + down, area.left, area.bottom + down, area.right) for area in blocks]


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """A sheet with everything in its place."""

    plan: SheetPlan
    columns: tuple[SheetColumn, ...]
    tables: tuple[PlacedTable, ...]

    @property
    def printed_columns(self) -> tuple[int, int]:
        """The first and last column of the print area, from 1."""
        return min(table.left for table in self.tables), max(table.right for table in self.tables)

    @property
    def last_row(self) -> int:
        """The last row of the last table."""
        return self.tables[-1].last_row

    @property
    def only_table(self) -> PlacedTable | None:
        """The table of a sheet that has one."""
        return self.tables[0] if len(self.tables) == 1 else None


def lay_out(plan: SheetPlan) -> SheetLayout:
    """Tables one below the other, a blank row between them."""
    columns = _columns(plan)
    tables = []
    row = 1
    for table in plan.tables:
        placed = _place(table, row, columns)
        tables.append(placed)
        row = placed.last_row + 1 + _GAP_ROWS
    return SheetLayout(plan, columns, tuple(tables))


def _columns(plan: SheetPlan) -> tuple[SheetColumn, ...]:
    """A column is hidden or aside only where every table that has it says so."""
    found = []
    for index in range(max(len(table.columns) for table in plan.tables)):
        here = [table.columns[index] for table in plan.tables if index < len(table.columns)]
        hidden = all(column.hidden for column in here)
        aside = not hidden and all(column.aside or column.hidden for column in here)
        width = max(column.width for column in here)
        found.append(SheetColumn(get_column_letter(index + 1), width, hidden, aside))
    return tuple(found)


def _place(table: TablePlan, row: int, columns: tuple[SheetColumn, ...]) -> PlacedTable:
    here = columns[: len(table.columns)]
    printed = [index for index, column in enumerate(here, 1) if column.printed] or [1]
    left, right = printed[0], printed[-1]
    across = sum(columns[index - 1].width for index in printed)
    note_row = row + 1 if table.note else None
    widths = [None if column.hidden else column.width for column in here]
    headings = [
        (plan.heading, column.width) for plan, column in zip(table.columns, here, strict=True) if not column.hidden
    ]
    return PlacedTable(
        table=table,
        title_row=row,
        note_row=note_row,
        heading_row=row + (2 if note_row else 1),
        left=left,
        right=right,
        title_height=row_height([(table.title, across)], TITLE_PT) + 6,
        note_height=row_height([(table.note, across)], NOTE_PT),
        heading_height=row_height(headings, HEADING_PT) + 3,
        heights=data_heights(table, widths),
    )
