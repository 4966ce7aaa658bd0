"""What a sheet does by itself: drop-downs, and the colours of what is overdue or due soon on the day it is opened."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from reportgen.workbook.hidden import LISTS_SHEET
from reportgen.workbook.layout import PlacedTable
from reportgen.workbook.plan import Area, Choice, DueColumns

OVERDUE_FILL: Final = "FFC7CE"
OVERDUE_TEXT: Final = "9C0006"
DUE_SOON_FILL: Final = "FFE699"
DUE_SOON_TEXT: Final = "7F4F00"
_AREAS_IN_A_RULE = 500


def list_ranges(lists: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """Where each list stands on the sheet of lists, below its name; an empty one stands nowhere."""
    found = {}
    for column, (name, items) in enumerate(lists.items(), 1):
        letter = get_column_letter(column)
        if items:
            found[name] = f"'{LISTS_SHEET}'!${letter}$2:${letter}${len(items) + 1}"
    return found


def add_choices(sheet: Worksheet, placed: PlacedTable, ranges: dict[str, str], spare_rows: int) -> None:
    """A drop-down in each column that has one, also in the rows below the table that are kept for more."""
    last = placed.last_row + spare_rows
    if last < placed.first_row:
        return
    for index, column in enumerate(placed.table.columns, 1):
        if column.choice and column.choice.name in ranges:
            letter = get_column_letter(index)
            validation = _validation(column.choice, ranges[column.choice.name])
            validation.add(f"{letter}{placed.first_row}:{letter}{last}")
            sheet.add_data_validation(validation)


def _validation(choice: Choice, cells: str) -> DataValidation:
    return DataValidation(
        type="list",
        formula1=cells,
        allow_blank=True,
        showErrorMessage=choice.strict,
        errorStyle="stop",
        errorTitle="不在列表中",
        error=f"“{choice.name}”只能从下拉列表中选。请点“取消”，再用单元格右边的箭头选一项。",
    )


def add_colours(sheet: Worksheet, placed: PlacedTable, due: DueColumns, spare_rows: int) -> None:
    """Red where the date has passed, amber where it is near, nothing where it is done or no date."""
    for cells in _due_cells(placed, due, spare_rows):
        date = f"${get_column_letter(due.due)}{cells.first}"
        says_done = [
            _says_done(column, row, due) for column, row in zip(due.done_columns, cells.done_rows, strict=True)
        ]
        is_open = f"ISNUMBER({date}),NOT(OR({','.join(says_done)}))"
        soon = f"{date}>=TODAY(),{date}<=TODAY()+{due.days}"
        colouring = sheet.conditional_formatting
        colouring.add(cells.areas, _rule(f"AND({is_open},{date}<TODAY())", OVERDUE_FILL, OVERDUE_TEXT))
        colouring.add(cells.areas, _rule(f"AND({is_open},{soon})", DUE_SOON_FILL, DUE_SOON_TEXT))


def _says_done(column: int, row: int, due: DueColumns) -> str:
    cell = f"${get_column_letter(column)}{row}"
    return ",".join([f"ISNUMBER({cell})", *(f"{cell}={_quoted(word)}" for word in due.done_words)])


def _rule(formula: str, fill: str, text: str) -> Rule:
    colours = DifferentialStyle(font=Font(color=text, bold=True), fill=PatternFill(bgColor=fill))
    return Rule(type="expression", formula=[formula], dxf=colours, stopIfTrue=True)


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


class _DueCells(NamedTuple):
    """Cells that one rule fits: the row of the first, the rows in which it is said whether that is done, all of them."""

    first: int
    done_rows: tuple[int, ...]
    areas: str


def _due_cells(placed: PlacedTable, due: DueColumns, spare_rows: int) -> Iterator[_DueCells]:
    """The cells of the due column in groups.

    A merged cell holds its value in its top row alone. So dates are taken together by how far above them it is said
    that they are done; where the columns are merged alike that is nowhere else than beside them.
    """
    letter, down = get_column_letter(due.due), placed.heading_row
    for above, stretches in sorted(_by_distance(placed, due).items()):
        for start in range(0, len(stretches), _AREAS_IN_A_RULE):
            part = stretches[start : start + _AREAS_IN_A_RULE]
            first = part[0][0] + down
            areas = " ".join(f"{letter}{top + down}:{letter}{bottom + down}" for top, bottom in part)
            yield _DueCells(first, tuple(first - rows for rows in above), areas)
    if spare_rows:
        first = placed.last_row + 1
        yield _DueCells(first, (first,) * len(due.done_columns), f"{letter}{first}:{letter}{first + spare_rows - 1}")


def _by_distance(placed: PlacedTable, due: DueColumns) -> dict[tuple[int, ...], list[tuple[int, int]]]:
    """Stretches of data rows by the numbers of rows from a date up to the tops of what says whether it is done."""
    inner = {row for area in _merged_in(placed, due.due) for row in range(area.top + 1, area.bottom + 1)}
    tops = [_tops(placed, column) for column in due.done_columns]
    found: dict[tuple[int, ...], list[tuple[int, int]]] = {}
    latest = None
    for row in range(1, len(placed.table.rows) + 1):
        above = tuple(0 if row in inner else row - top.get(row, row) for top in tops)
        stretches = found.setdefault(above, [])
        if above == latest:
            stretches[-1] = (stretches[-1][0], row)
        else:
            stretches.append((row, row))
        latest = above
    return found


def _tops(placed: PlacedTable, column: int) -> dict[int, int]:
    return {row: area.top for area in _merged_in(placed, column) for row in range(area.top, area.bottom + 1)}


def _merged_in(placed: PlacedTable, column: int) -> list[Area]:
    return [area for area in placed.table.merged if area.left <= column <= area.right]
