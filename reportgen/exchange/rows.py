"""The rows of a table: which issue each belongs to, by its mark or its 序号, merged cells filled down and no others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportgen.errors import Place, Problem, Severity
from reportgen.exchange.asides import aspect_in, first_words, is_bare_number, is_note, section_title
from reportgen.exchange.cells import is_empty, read_cell
from reportgen.exchange.columns import ASPECT, NUMBER, SUB_TITLE, Column
from reportgen.exchange.headings import Heading, said_again
from reportgen.exchange.identity import Finder, Spot, is_mark, number_in
from reportgen.exchange.raw_rows import RawRow, raw_rows, without_copies
from reportgen.exchange.reading import Known, Read
from reportgen.workbook.grid import Cell, Sheet, column_letter

_ABOVE = 0
"""The column in which the 方面 of a section title stands, left of all others."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its place in the sheet, 序号 and index of its issue (None if the ledger has none), the record its mark
    stands for, and its cells, that of a merged area in all its rows.
    """

    row: int
    number: int
    issue: int | None
    spot: Spot | None
    cells: Mapping[Column, Cell]

    @property
    def marked(self) -> bool:
        """Whether the row was written by export."""
        return self.spot is not None


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet that was read: its heading, its rows, and what could not be understood."""

    file: str
    sheet: str
    heading: Heading
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]

    def place_in(self, row: Row, column: Column) -> Place:
        """The place of a cell that is empty."""
        col = next(col for col, known in self.heading.columns.items() if known is column)
        cell = f"{column_letter(col)}{row.row}" if col else None
        return Place(self.file, sheet=self.sheet, cell=cell)

    def place(self, cell: Cell | None, row: int = 0) -> Place:
        """The place of a cell, or of a row."""
        return Place(self.file, sheet=self.sheet, cell=(cell.address or None) if cell else None, row=row or None)


def read_rows(file: str, sheet: Sheet, heading: Heading, known: Known, finder: Finder) -> Table:
    """Every row below the heading that says something."""
    reader = _Reader(file, sheet, heading, known, finder)
    found = list(reader.read(without_copies(list(raw_rows(sheet, heading)), finder)))
    rows = tuple(each for each in found if isinstance(each, Row))
    problems = tuple(each for each in found if isinstance(each, Problem))
    if any(ASPECT in row.cells for row in rows) and not heading.has(ASPECT):
        heading = replace(heading, columns={_ABOVE: ASPECT, **heading.columns})
    return Table(file, sheet.name, heading, rows, (*heading.problems, *problems))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the rows of one sheet."""

    file: str
    sheet: Sheet
    heading: Heading
    known: Known
    finder: Finder

    def read(self, rows: Sequence[RawRow]) -> Iterator[Row | Problem]:
        issues = {number_in(row.mark): spot.issue for row in rows if row.mark and (spot := self.finder.spot(row.mark))}
        own_numbers = {issue.number: index for index, issue in enumerate(self.finder.issues)} | issues
        may_have_sections = not (self.heading.has(ASPECT) or self.heading.has(SUB_TITLE))
        named = aspect_in(self.sheet.name, self.known) if may_have_sections else None
        section = Cell(named, "") if named else None
        for row in rows:
            title = section_title(row, self.known) if may_have_sections and not row.mark else None
            found = None if title else self._row(row, own_numbers)
            if title or (isinstance(found, Problem) and row.says_one_thing):
                section = title
            if isinstance(found, Row) and section and ASPECT not in found.cells:
                found = replace(found, cells={ASPECT: section, **found.cells})
            if found:
                yield found

    def _row(self, row: RawRow, numbers: Mapping[int, int]) -> Row | Problem:
        if row.mark:
            return self._marked(row)
        cell = row.cells.get(NUMBER)
        read = None if cell is None or is_empty(cell) else read_cell(cell, NUMBER, self.known)
        if isinstance(read, Read) and isinstance(read.value, int):
            index = numbers.get(read.value)
            if is_bare_number(row) and index is None:
                message = f"第 {row.at} 行只有序号 {read.value}，没有读"
                return self._problem("sheet-row-bare", message, row, "warning")
            number = read.value if index is None else self.finder.issues[index].number
            return Row(row.at, number, index, None, row.cells)
        if said_again(self.sheet, self.heading, row.at):
            return self._problem("sheet-footer", f"第 {row.at} 行又是表头，没有读", row, "warning")
        if is_note(row, self.heading):
            message = f"第 {row.at} 行“{first_words(row)}”是说明或合计，没有读"
            return self._problem("sheet-footer", message, row, "warning")
        if read is None:
            message = f"第 {row.at} 行没有序号，也不在合并的单元格里，不知道属于哪个问题；请补上序号，或与上面一行合并"
        else:
            message = f"第 {row.at} 行的{getattr(read, 'message', '序号看不懂')}"
        return self._problem("sheet-row-number", message, row)

    def _marked(self, row: RawRow) -> Row | Problem:
        if row.copy_of is not None:
            message = (f"第 {row.at} 行是整行复制第 {row.copy_of} 行来的，分不清哪一行是原来的；"
                       "新增的请写上它自己的文字，或清空这一行隐藏的“行标识”")  # fmt: skip
            return self._problem("sheet-row-copied", message, row)
        spot = self.finder.spot(row.mark)
        if spot is None:
            why = "在台账里已经改写或删除，对不上" if is_mark(row.mark) else "认不出，“行标识”被改动过"
            message = f"第 {row.at} 行对应的问题、措施{why}；请重新导出后再填"
            return self._problem("sheet-row-lost", message, row)
        number, was = self.finder.issues[spot.issue].number, number_in(row.mark)
        cell = row.cells.get(NUMBER)
        read = None if cell is None or is_empty(cell) else read_cell(cell, NUMBER, self.known)
        if read is not None and (not isinstance(read, Read) or read.value not in (number, was)):
            message = f"第 {row.at} 行的序号改过了，原来是 {was}；序号请在 data/issues.yaml 里改"
            return self._problem("sheet-number-changed", message, row)
        return Row(row.at, number, spot.issue, spot, row.cells)

    def _problem(self, code: str, message: str, row: RawRow, severity: Severity = "error") -> Problem:
        cell = row.cells.get(NUMBER) or (row.first if row.said else None)
        place = Place(self.file, sheet=self.sheet.name, cell=cell.address if cell else None, row=row.at)
        return Problem(code, message, place, severity)


def groups_of(rows: Sequence[Row]) -> dict[int, list[Row]]:
    """Rows by the issue they belong to: its index in the ledger, or -序号 for one that is not there yet."""
    groups: dict[int, list[Row]] = {}
    for row in rows:
        groups.setdefault(-row.number if row.issue is None else row.issue, []).append(row)
    return groups
