"""How a sheet is printed and first seen: A4, one page wide, the header on every page, blocks kept together."""

from collections.abc import Iterator
from typing import Final

from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.pagebreak import Break, RowBreak
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from reportgen.workbook.layout import NUMBER_HEADING, PlacedTable, SheetLayout
from reportgen.workbook.plan import TablePlan

A4: Final = 9
FOOTER: Final = "第 &P 页 共 &N 页"

_LONG_SIDE_POINTS, _SHORT_SIDE_POINTS = 841.9, 595.3
_SIDE_MARGIN, _TOP_MARGIN, _BOTTOM_MARGIN, _FOOTER_MARGIN = 0.4, 0.6, 0.65, 0.3
_PORTRAIT_SIDE_MARGIN = 0.8
"""In inches."""
_POINTS_PER_INCH = 72
_SURELY_ON_THE_PAGE = 0.97
"""The share of a page that is filled before a break is set: elsewhere faces and so columns are a little wider or narrower."""
_MOST_BREAKS = 1023
"""What Excel takes on one sheet."""


def set_up_page(sheet: Worksheet, portrait: bool = False) -> None:
    """A4, fitted to one page wide, centred, numbered."""
    sheet.page_setup.paperSize = A4
    sheet.page_setup.orientation = "portrait" if portrait else "landscape"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    margins = sheet.page_margins
    margins.left = margins.right = _PORTRAIT_SIDE_MARGIN if portrait else _SIDE_MARGIN
    margins.top, margins.bottom = _TOP_MARGIN, _BOTTOM_MARGIN
    margins.header = margins.footer = _FOOTER_MARGIN
    sheet.print_options.horizontalCentered = True
    footer = HeaderFooterItem()
    footer.center.text = FOOTER
    sheet.oddFooter = footer


def set_up_tables(sheet: Worksheet, layout: SheetLayout) -> None:
    """What is printed and repeated, what stays in sight, where pages end."""
    first, last = (layout.columns[column - 1].letter for column in layout.printed_columns)
    sheet.print_area = f"{first}1:{last}{layout.last_row}"
    only = layout.only_table
    if only:
        sheet.print_title_rows = f"{only.heading_row}:{only.heading_row}"
        sheet.freeze_panes = f"{_first_moving_column(layout, only)}{only.first_row}"
        sheet.auto_filter.ref = f"A{only.heading_row}:{layout.columns[-1].letter}{only.last_row}"
    sheet.row_breaks = RowBreak(brk=[Break(id=row) for row in _breaks(layout)])


def _first_moving_column(layout: SheetLayout, only: PlacedTable) -> str:
    """The column after 序号, where that is the first to be seen."""
    if only.table.columns[only.left - 1].heading == NUMBER_HEADING and only.left < len(layout.columns):
        return layout.columns[only.left].letter
    return "A"


def _breaks(layout: SheetLayout) -> list[int]:
    """Rows after which a page ends by force: before each table if paged, and so that no block is torn."""
    forced = [table.title_row - 1 for table in layout.tables[1:]] if layout.plan.paged else []
    kept = (
        []
        if not forced and len(layout.tables) > 1
        else [row for table in layout.tables for row in _keeping(layout, table)]
    )
    every = sorted({*forced, *kept})
    return every if len(every) <= _MOST_BREAKS else forced[:_MOST_BREAKS]


def _keeping(layout: SheetLayout, placed: PlacedTable) -> Iterator[int]:
    """Rows after which a page ends so that the block below, which would be torn, begins the next one."""
    page = _page_points(layout)
    repeated = placed.heading_height if layout.only_table else 0.0
    used = placed.title_height + placed.heading_height + (placed.note_height if placed.note_row else 0.0)
    for first, last in _blocks(placed.table):
        height = sum(placed.heights.rows[first : last + 1])
        if used + height <= page:
            used += height
        elif first and last > first and height + repeated <= page:
            yield placed.first_row + first - 1
            used = repeated + height
        else:
            used = repeated + (used + height - repeated) % (page - repeated)


def _page_points(layout: SheetLayout) -> float:
    """The height of a page in points of the sheet, which is printed smaller where it is wider than the paper."""
    first, last = layout.printed_columns
    width = sum(column.points for column in layout.columns[first - 1 : last] if not column.hidden)
    scale = min(1.0, (_LONG_SIDE_POINTS - 2 * _SIDE_MARGIN * _POINTS_PER_INCH) / width)
    height = _SHORT_SIDE_POINTS - (_TOP_MARGIN + _BOTTOM_MARGIN) * _POINTS_PER_INCH
    return height / scale * _SURELY_ON_THE_PAGE


def _blocks(table: TablePlan) -> Iterator[tuple[int, int]]:
    """First and last data row, from 0, of the rows that merged cells hold together."""
    ends = list(range(len(table.rows)))
    for area in table.merged:
        ends[area.top - 1] = max(ends[area.top - 1], area.bottom - 1)
    first = last = 0
    for row, end in enumerate(ends):
        if row > last:
            yield first, last
            first = row
        last = max(last, end)
    if table.rows:
        yield first, last
