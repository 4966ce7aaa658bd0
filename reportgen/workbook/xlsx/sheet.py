"""One worksheet: its cells as values, its merged ranges, what is hidden."""

from types import MappingProxyType
from typing import Final, TypeVar

from reportgen.workbook.grid import Cell, CellValue, Range, Sheet, column_letter, index_size
from reportgen.workbook.refusing import (
    COLUMNS_LIMIT,
    MERGED_LIMIT,
    ROWS_LIMIT,
    Refused,
    damaged,
    external,
    too_many_cells,
    too_many_columns,
    too_many_merged,
    too_many_rows,
)
from reportgen.workbook.xlsx.addresses import LAST_COLUMN, area, column_number, position, row_number
from reportgen.workbook.xlsx.archive import Archive
from reportgen.workbook.xlsx.formulas import leads_outside
from reportgen.workbook.xlsx.markup import Attributes, is_true, read_markup
from reportgen.workbook.xlsx.rows import has_more_rows_than, without_empty_rows
from reportgen.workbook.xlsx.strings import RichText
from reportgen.workbook.xlsx.values import READERS, Meanings, words

FORMULA_LIMIT: Final = 100_000
"""Characters; Excel itself allows 8,192."""

_NO_ATTRIBUTES: Attributes = {}


def read_sheet(archive: Archive, part: str, name: str, visible: bool, meanings: Meanings, cells_left: int) -> Sheet:
    """A worksheet with at most so many cells.

    Refused: workbook-damaged, workbook-entities, workbook-external (the first such cell),
    workbook-too-many-rows, workbook-too-many-columns, workbook-too-large.
    """
    if has_more_rows_than(ROWS_LIMIT, archive.chunks(part)):
        raise too_many_rows(name)
    sheet = _SheetInMaking(name, meanings, cells_left)
    read_markup(
        without_empty_rows(archive.chunks(part)),
        part,
        starts={
            "worksheet": sheet.begin,
            "row": sheet.begin_row,
            "c": sheet.begin_cell,
            "is": sheet.inline.begin,
            "rPh": sheet.inline.begin_reading,
            "col": sheet.column,
            "mergeCell": sheet.merge,
        },
        ends={"c": sheet.end_cell, "rPh": sheet.inline.end_reading, "is": sheet.end_inline},
        texts={"v": sheet.value, "f": sheet.formula, "t": sheet.inline.add},
    )
    return sheet.finished(visible)


class _SheetInMaking:
    """What was read of a sheet so far; its methods are called as the elements come by."""

    def __init__(self, name: str, meanings: Meanings, cells_left: int) -> None:
        self.name = name
        self.meanings = meanings
        self.cells_left = cells_left
        self.inline = RichText()
        self.begun = False
        self.rows: dict[int, dict[int, Cell]] = {}
        self.columns: set[int] = set()
        self.merged: list[Range] = []
        self.merged_size = 0
        self.hidden_rows: set[int] = set()
        self.hidden_columns: list[range] = []
        self._row = self._column = 0
        self._attributes = _NO_ATTRIBUTES
        self._address = ""
        self._text: str | None = None
        self._computed = False

    def begin(self, _: Attributes) -> None:
        self.begun = True

    def begin_row(self, attributes: Attributes) -> None:
        number = attributes.get("r")
        try:
            self._row = row_number(number) if number else self._row + 1
        except ValueError:
            raise damaged("行号写错了", self.name) from None
        self._column = 0
        if is_true(attributes.get("hidden")):
            self.hidden_rows.add(self._row)

    def begin_cell(self, attributes: Attributes) -> None:
        self._attributes = attributes
        self._text = None
        self._computed = False
        if address := attributes.get("r"):
            self._address = address
            try:
                self._row, self._column = position(address)
            except ValueError:
                raise self._damaged("单元格的位置写错了") from None
        else:
            self._column += 1
            self._address = f"{column_letter(self._column)}{self._row}"

    def value(self, text: str) -> None:
        self._text = text

    def end_inline(self) -> None:
        self._text = self.inline.whole()

    def formula(self, text: str) -> None:
        self._computed = True
        if len(text) > FORMULA_LIMIT:
            raise self._damaged("公式过长")
        if leads_outside(text):
            raise external(f"={text}", self.name, self._address)

    def end_cell(self) -> None:
        kind, text = self._attributes.get("t", "n"), self._text
        if kind == "e" and text:
            self._put(Cell(None, self._address, error=text))
        elif text:
            value = self._read(kind, text)
            if value != "":
                self._put(Cell(value, self._address))
        elif self._computed and (text is None or kind != "str"):  # a formula may well come to an empty text
            self._put(Cell(None, self._address, uncached_formula=True))

    def _read(self, kind: str, text: str) -> CellValue:
        try:
            return READERS.get(kind, words)(text, self._attributes.get("s", "0"), self.meanings)
        except (IndexError, ValueError):
            raise self._damaged("单元格所指的文字不存在") from None

    def _put(self, cell: Cell) -> None:
        row = self.rows.get(self._row)
        if row is None:
            row = self.rows[self._row] = {}
            if len(self.rows) > ROWS_LIMIT:
                raise too_many_rows(self.name)
        if self._column in row:
            raise self._damaged("同一个单元格出现两次")
        row[self._column] = cell
        if self._column not in self.columns:
            self.columns.add(self._column)
            if len(self.columns) > COLUMNS_LIMIT:
                raise too_many_columns(self.name)
        self.cells_left -= 1
        if self.cells_left < 0:
            raise too_many_cells()

    def column(self, attributes: Attributes) -> None:
        if is_true(attributes.get("hidden")):
            try:
                first, last = column_number(attributes.get("min", "")), column_number(attributes.get("max", ""))
            except ValueError:
                raise damaged("列的范围写错了", self.name) from None
            self.hidden_columns.append(range(first, last + 1))
            if len(self.hidden_columns) > LAST_COLUMN:
                raise damaged("列的范围重复", self.name)

    def merge(self, attributes: Attributes) -> None:
        try:
            merged = area(attributes.get("ref", ""))
        except ValueError:
            raise damaged("合并单元格的范围写错了", self.name) from None
        self.merged.append(merged)
        self.merged_size += index_size([merged])
        if self.merged_size > MERGED_LIMIT:
            raise too_many_merged()

    def finished(self, visible: bool) -> Sheet:
        if not self.begun:
            raise damaged("不是工作表", self.name)
        rows = {row: MappingProxyType(_sorted(cells)) for row, cells in _sorted(self.rows).items()}
        return Sheet(
            name=self.name,
            visible=visible,
            rows=MappingProxyType(rows),
            merged=tuple(self.merged),
            hidden_rows=tuple(sorted(self.hidden_rows & rows.keys())),
            hidden_columns=tuple(each for each in sorted(self.columns) if any(each in r for r in self.hidden_columns)),
        )

    def _damaged(self, what: str) -> Refused:
        return damaged(what, self.name, self._address)


_Value = TypeVar("_Value")


def _sorted(entries: dict[int, _Value]) -> dict[int, _Value]:
    """In the order of rows or columns, in which nearly every file already has them."""
    keys = list(entries)
    return entries if keys == (in_order := sorted(keys)) else {key: entries[key] for key in in_order}
