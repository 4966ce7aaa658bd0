"""The workbook as a whole: its sheets as calamine reads them, with what the records say besides."""

from types import MappingProxyType
from typing import Final

from reportgen.workbook.dates import plain_number
from reportgen.workbook.grid import Cell, Sheet, column_letter, index_size
from reportgen.workbook.refusing import (
    CELLS_LIMIT,
    MERGED_LIMIT,
    ROWS_LIMIT,
    damaged,
    locked,
    macros,
    not_a_workbook,
    too_large,
    too_many_cells,
    too_many_merged,
    too_many_rows,
)
from reportgen.workbook.xls.calamine import ReadSheet, read_sheets
from reportgen.workbook.xls.compound import Compound, open_compound
from reportgen.workbook.xls.records import SheetSurvey, Survey, survey

AREA_LIMIT: Final = 6_000_000
"""calamine keeps the empty cells between the first and the last, too."""

_STREAMS: Final = ("Workbook", "Book")
_PROGRAMS: Final = frozenset({"_vba_project_cur", "_vba_project"})
_OTHERS: Final = (
    ("WordDocument", " Word 旧格式文档（.doc、.wps）"),
    ("PowerPoint Document", "演示文稿（.ppt、.dps）"),
)


def read_xls(raw: bytes) -> tuple[tuple[Sheet, ...], bool]:
    """The worksheets of a .xls or .et file in order, and whether its days count from 1904. Refused: any `workbook-…`.

    A formula is known by the value it last had; whether it was ever computed, and the cell that leads to another file,
    this format does not tell. Encrypted .xlsx files are compound files, too, and refused here.
    """
    compound = open_compound(raw)
    _refuse_foreign(compound)
    found = survey(next(compound.stream(name) for name in _STREAMS if compound.has(name)))
    if _PROGRAMS & compound.names:
        raise macros()
    _refuse_large(found)
    sheets = read_sheets(raw)
    if len(sheets) != len(found.sheets):
        raise damaged("工作表的目录不对")
    both = zip(sheets, found.sheets, strict=True)
    return tuple(_sheet(sheet, surveyed) for sheet, surveyed in both if sheet.cells), found.epoch_1904


def _refuse_foreign(compound: Compound) -> None:
    if compound.has("EncryptedPackage") or compound.has("EncryptionInfo"):
        raise locked()
    if any(compound.has(name) for name in _STREAMS):
        return
    for name, what in _OTHERS:
        if compound.has(name):
            raise not_a_workbook(what, "请填报单位提供 .xlsx 文件")
    raise not_a_workbook("其他程序的文件", "请用 WPS 或 Excel 打开，另存为 .xlsx 再试")


def _refuse_large(found: Survey) -> None:
    for sheet in found.sheets:
        if len(sheet.rows) > ROWS_LIMIT:
            raise too_many_rows(sheet.name)
        if sheet.area > AREA_LIMIT:
            cell = f"{column_letter(max(sheet.columns))}{max(sheet.rows)}"
            raise too_large(f"表“{sheet.name}”里有内容一直到 {cell}", "请删除远离表格的单元格，保存后再试")
    if sum(sheet.cells for sheet in found.sheets) > CELLS_LIMIT:
        raise too_many_cells()


def _sheet(sheet: ReadSheet, surveyed: SheetSurvey) -> Sheet:
    if index_size(sheet.merged) > MERGED_LIMIT:
        raise too_many_merged()
    rows: dict[int, dict[int, Cell]] = {}
    for (row, column), error in surveyed.errors.items():
        rows.setdefault(row, {})[column] = Cell(None, f"{column_letter(column)}{row}", error=error)
    for row, values in enumerate(sheet.values, sheet.top):
        for column, value in enumerate(values, sheet.left):
            if value != "" and (row, column) not in surveyed.errors:
                plain = plain_number(value) if isinstance(value, float) else value
                rows.setdefault(row, {})[column] = Cell(plain, f"{column_letter(column)}{row}")
    return Sheet(
        name=sheet.name,
        visible=sheet.visible,
        rows=MappingProxyType({row: MappingProxyType(dict(sorted(rows[row].items()))) for row in sorted(rows)}),
        merged=sheet.merged,
        hidden_rows=tuple(sorted(surveyed.hidden_rows & rows.keys())),
        hidden_columns=tuple(sorted(surveyed.hidden_columns & surveyed.columns)),
    )
