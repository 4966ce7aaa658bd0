"""A planned workbook as the bytes of an .xlsx file."""

from collections.abc import Iterator
from itertools import chain
from typing import Final, Literal

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from reportgen.errors import ReportgenError
from reportgen.workbook.cover import NAME_WIDTH, VALUE_WIDTH, CoverRows
from reportgen.workbook.hidden import LISTS_SHEET, MARKS_SHEET, ListRows, MarkRows
from reportgen.workbook.layout import CELL_MARGIN, SheetLayout, lay_out
from reportgen.workbook.looks import Looks, below_table, dress
from reportgen.workbook.package import SheetCells, packed
from reportgen.workbook.pages import set_up_page, set_up_tables
from reportgen.workbook.plan import CoverPlan, SheetPlan, WorkbookPlan
from reportgen.workbook.rules import add_choices, add_colours, list_ranges
from reportgen.workbook.sheet_names import name_faults
from reportgen.workbook.table_rows import TableRows

SPARE_ROWS: Final = 200
"""Rows below the only table of an open sheet in which drop-downs, formats and colours are kept for more."""


def workbook_bytes(plan: WorkbookPlan) -> bytes:
    """The .xlsx file of a plan; the same plan gives the same bytes.

    Raises ReportgenError with every text that no workbook can hold (`workbook-cell-too-long`,
    `workbook-illegal-character`) and every name that no sheet can have (`workbook-sheet-name`).
    """
    faults = tuple(name_faults(_sheet_names(plan)))
    if faults:
        raise ReportgenError(faults)
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    content, faults = packed(workbook, list(_contents(plan, workbook)), plan.title)
    if faults:
        raise ReportgenError(faults)
    return content


def _sheet_names(plan: WorkbookPlan) -> list[str]:
    names = [sheet.name for sheet in plan.sheets]
    cover = [plan.cover.name] if plan.cover else []
    hidden = [name for name, there in ((LISTS_SHEET, plan.lists), (MARKS_SHEET, plan.marks)) if there]
    return [*cover, *names, *hidden]


def _contents(plan: WorkbookPlan, workbook: Workbook) -> Iterator[SheetCells]:
    looks = Looks(workbook)
    if plan.cover:
        yield _cover(plan.cover, workbook.create_sheet(plan.cover.name), looks)
    ranges = list_ranges(plan.lists)
    for sheet_plan in plan.sheets:
        yield _sheet(sheet_plan, workbook.create_sheet(sheet_plan.name), looks, ranges)
    if plan.lists:
        lists = ListRows(plan.lists, looks)
        yield _hidden(workbook.create_sheet(LISTS_SHEET), "hidden", lists, len(lists.columns))
    if plan.marks:
        yield _hidden(workbook.create_sheet(MARKS_SHEET), "veryHidden", MarkRows(plan.marks, looks), 2)


def _cover(plan: CoverPlan, sheet: Worksheet, looks: Looks) -> SheetCells:
    rows = CoverRows(plan, looks)
    sheet.column_dimensions["A"].width = NAME_WIDTH + CELL_MARGIN
    sheet.column_dimensions["B"].width = VALUE_WIDTH + CELL_MARGIN
    sheet.sheet_view.showGridLines = False
    set_up_page(sheet, portrait=True)
    _lock(sheet)
    return SheetCells(sheet, f"A1:B{rows.last_row}", rows, rows.merges)


def _sheet(plan: SheetPlan, sheet: Worksheet, looks: Looks, ranges: dict[str, str]) -> SheetCells:
    layout = lay_out(plan)
    spare = SPARE_ROWS if layout.only_table and not plan.locked else 0
    _set_up_columns(sheet, layout)
    set_up_page(sheet)
    set_up_tables(sheet, layout)
    for placed in layout.tables:
        add_choices(sheet, placed, ranges, spare)
        for due in placed.table.due:
            add_colours(sheet, placed, due, spare)
    if plan.locked:
        _lock(sheet)
    rows = [TableRows(placed, looks, plan.locked) for placed in layout.tables]
    merges = [area for placed in layout.tables for area in placed.merges]
    dimension = f"A1:{layout.columns[-1].letter}{layout.last_row}"
    return SheetCells(sheet, dimension, chain.from_iterable(rows), merges)


def _set_up_columns(sheet: Worksheet, layout: SheetLayout) -> None:
    """Widths; columns aside are folded away, but not where the sheet is locked and could not be unfolded."""
    only = layout.only_table
    for index, column in enumerate(layout.columns):
        dimension = sheet.column_dimensions[column.letter]
        dimension.width = column.width + CELL_MARGIN
        dimension.hidden = column.hidden or (column.aside and not layout.plan.locked)
        if column.aside:
            dimension.outlineLevel = 1
        if only and not layout.plan.locked:
            dress(dimension, below_table(only.table.columns[index].look))
    if layout.columns[-1].aside and not layout.plan.locked:
        sheet.column_dimensions[get_column_letter(len(layout.columns) + 1)].collapsed = True


def _lock(sheet: Worksheet) -> None:
    """Without a password: against slips, not against anybody. Sizes and filters stay free."""
    protection = sheet.protection
    protection.sheet = True
    protection.formatRows = protection.formatColumns = protection.autoFilter = False


def _hidden(
    sheet: Worksheet, state: Literal["hidden", "veryHidden"], rows: ListRows | MarkRows, columns: int
) -> SheetCells:
    sheet.sheet_state = state
    every = list(rows)
    return SheetCells(sheet, f"A1:{get_column_letter(columns)}{len(every)}", every, [])
