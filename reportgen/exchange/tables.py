"""The tables of a workbook that are read: of one of ours the named sheets, of any other every sheet with a header."""

from collections.abc import Iterator, Sequence

from reportgen.errors import Place, Problem
from reportgen.exchange.columns import (
    CITED,
    COVER,
    MAIN,
    MAIN_COLUMNS,
    STATISTICS,
    SUB_COLUMNS,
    SUB_ISSUES,
    THREE_LISTS,
)
from reportgen.exchange.headings import Heading, find_heading, hidden_problems, nameless
from reportgen.exchange.identity import Finder
from reportgen.exchange.ours import READ_BACK
from reportgen.exchange.reading import Known
from reportgen.exchange.returned import marks_in
from reportgen.exchange.rows import Table, read_rows
from reportgen.model import Issue
from reportgen.workbook.grid import Sheet, Workbook
from reportgen.workbook.plan import LISTS, MARKS

PASSED_OVER = (COVER, STATISTICS, THREE_LISTS, CITED, LISTS)
"""Sheets of our own workbooks that are there to be looked at, or for their drop-downs."""


def tables_of(
    file: str, workbook: Workbook, known: Known, issues: Sequence[Issue]
) -> tuple[tuple[Table, ...], tuple[Problem, ...]]:
    """Every table that is read, and what is said of sheets, rows and columns that are hidden or left out."""
    finder = Finder(issues)
    tables: list[Table] = []
    problems: list[Problem] = []
    named = marks_in(workbook).get(READ_BACK)
    for sheet in _with_content(workbook, ours=named is not None):
        heading = find_heading(file, sheet, SUB_COLUMNS if sheet.name == SUB_ISSUES else MAIN_COLUMNS)
        if named is not None and sheet.name not in named.split("、"):
            message = "这张表不是导出时的表，没有读；要读它请另存为单独的文件"
            problems.append(Problem("sheet-not-read", message, Place(file, sheet=sheet.name), "warning"))
        elif heading is None:
            message = "没有找到表头（要有“序号”和“反馈问题”或“整改措施”），这张表没有读"
            problems.append(Problem("sheet-no-heading", message, Place(file, sheet=sheet.name), "warning"))
        else:
            problems += _remarks(file, sheet, heading)
            tables.append(read_rows(file, sheet, heading, known, finder))
    if named is not None and MAIN not in (table.sheet for table in tables):
        message = f"没有工作表“{MAIN}”，或它的表头改过了；请把导出时的名称和表头改回来"
        problems.append(Problem("sheet-none", message, Place(file)))
    return tuple(tables), tuple(problems)


def _with_content(workbook: Workbook, *, ours: bool) -> Iterator[Sheet]:
    return (sheet for sheet in workbook.sheets if sheet.rows and not (ours and sheet.name in (*PASSED_OVER, MARKS)))


def _remarks(file: str, sheet: Sheet, heading: Heading) -> Iterator[Problem]:
    """What is said of a sheet that is read."""
    if not sheet.visible:
        message = "这张表是隐藏的，也读了；不要它就先删除再导入"
        yield Problem("sheet-hidden", message, Place(file, sheet=sheet.name), "warning")
    yield from hidden_problems(file, sheet, heading)
    yield from nameless(file, sheet, heading)
