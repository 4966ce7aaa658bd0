"""Where the table begins in a sheet, and which column holds what."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportgen.errors import Place, Problem
from reportgen.exchange.cells import is_empty
from reportgen.exchange.columns import CONTENT, IDENTITY, NUMBER, SUB_TITLE, TITLE, Column
from reportgen.exchange.reading import folded, narrow
from reportgen.workbook.grid import Sheet, column_letter

_SEARCHED_ROWS = 30
_FEWEST = 3
_IN_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")


@dataclass(frozen=True, slots=True)
class Heading:
    """The header of a table: its last row, what stands in each column (counted from 1), the columns with any name."""

    row: int
    columns: Mapping[int, Column]
    identity: int | None
    named: frozenset[int]
    problems: tuple[Problem, ...] = ()

    def has(self, column: Column) -> bool:
        """Whether the table has a column."""
        return column in self.columns.values()


def find_heading(file: str, sheet: Sheet, columns: tuple[Column, ...]) -> Heading | None:
    """The header: the row that names most known columns, 序号 among them; None if there is none.

    Where a heading spans columns whose own names stand in the row below, the row below names them.
    """
    names = _names(columns)
    best: Heading | None = None
    for row in [row for row in sorted(sheet.rows) if row <= _SEARCHED_ROWS]:
        for height in (1, 2):
            found = _heading(file, sheet, row, height, names)
            if found and (best is None or len(found.columns) > len(best.columns)):
                best = found
    return best


def _names(columns: tuple[Column, ...]) -> dict[str, Column]:
    """Every name of every column, without blanks, brackets kept and left out."""
    names: dict[str, Column] = {}
    for column in columns:
        for name in (column.heading, *column.aliases):
            names.setdefault(narrow(name), column)
    return names


def _heading(file: str, sheet: Sheet, row: int, height: int, names: Mapping[str, Column]) -> Heading | None:
    last = row + height - 1
    width = max((col for at in range(row, last + 1) for col in sheet.rows.get(at, {})), default=0)
    said_in = {col: said for col in range(1, width + 1) if (said := _said(sheet, row, last, col))}
    found: dict[int, Column] = {}
    problems: list[Problem] = []
    identity = None
    for col, said in said_in.items():
        if narrow(said) == IDENTITY:
            identity = col
        elif (column := _known(said, names)) is None:
            problems.append(_unknown(file, sheet, last, col, said))
        elif column in found.values():
            problems.append(_double(file, sheet, last, col, said, column))
        else:
            found[col] = column
    if len(found) < _FEWEST or NUMBER not in found.values() or not {TITLE, CONTENT, SUB_TITLE} & {*found.values()}:
        return None
    return Heading(last, found, identity, frozenset(said_in), tuple(problems))


def _said(sheet: Sheet, first: int, last: int, col: int) -> str:
    """The heading of a column: the lowest text of the header rows, merged cells filled."""
    for row in range(last, first - 1, -1):
        cell = sheet.filled(row, col)
        if cell is not None and cell.value is not None and folded(str(cell.value)):
            return folded(str(cell.value))
    return ""


def _known(said: str, names: Mapping[str, Column]) -> Column | None:
    plain = narrow(said).strip("*:")
    return names.get(plain) or names.get(_IN_BRACKETS.sub("", plain))


def _double(file: str, sheet: Sheet, row: int, col: int, said: str, column: Column) -> Problem:
    message = f"“{narrow(said)}”和另一列都读作“{column.heading}”，分不清用哪一列；请改掉其中一个表头，或删除这一列"
    return Problem("sheet-heading-double", message, Place(file, sheet=sheet.name, cell=f"{column_letter(col)}{row}"))


def _unknown(file: str, sheet: Sheet, row: int, col: int, said: str) -> Problem:
    message = f"不认识“{' '.join(said.split())[:20]}”这一列，没有读；需要的话请把表头改成台账的名称"
    place = Place(file, sheet=sheet.name, cell=f"{column_letter(col)}{row}")
    return Problem("sheet-heading-unknown", message, place, "warning")


def said_again(sheet: Sheet, heading: Heading, row: int) -> bool:
    """Whether a row says the header once more, as in tables that were joined page by page."""
    return all(_said(sheet, row, row, col) == _said(sheet, heading.row, heading.row, col) for col in heading.columns)


def nameless(file: str, sheet: Sheet, heading: Heading) -> Iterator[Problem]:
    """Columns that say something below the header but have no name in it."""
    found: dict[int, int] = {}
    for row, cells in sheet.rows.items():
        if row > heading.row:
            for col in cells.keys() - heading.named - found.keys():
                if not is_empty(cells[col]):
                    found[col] = row
    for col, row in sorted(found.items()):
        message = f"{column_letter(col)} 列没有表头，里面的内容没有读；需要的话请写上表头"
        place = Place(file, sheet=sheet.name, cell=f"{column_letter(col)}{row}")
        yield Problem("sheet-heading-none", message, place, "warning")


def hidden_problems(file: str, sheet: Sheet, heading: Heading) -> Iterator[Problem]:
    """Rows and columns that the clerk does not see but that were read; our own workbooks fold columns away themselves."""
    rows = [row for row in sheet.hidden_rows if row > heading.row and row in sheet.rows]
    folded_away = heading.identity is not None
    columns = [
        col
        for col in sheet.hidden_columns
        if col in heading.columns and not (folded_away and not heading.columns[col].printed)
    ]
    if rows:
        shown = "、".join(map(str, rows[:10])) + (f" 等 {len(rows)} 行" if len(rows) > 10 else "")
        message = f"第 {shown} 行是隐藏的，也读了；不要它们就先删除再导入"
        yield Problem("sheet-hidden", message, Place(file, sheet=sheet.name), "warning")
    if columns:
        shown = "、".join(f"{column_letter(col)}（{heading.columns[col].heading}）" for col in columns)
        message = f"{shown} 列是隐藏的，也读了；不要它们就先删除再导入"
        yield Problem("sheet-hidden", message, Place(file, sheet=sheet.name), "warning")
