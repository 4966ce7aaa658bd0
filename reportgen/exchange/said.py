"""What rows of a table say of a record, cell by cell: a change, nothing new, or something that no rule reads."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from reportgen.errors import Place, Problem, errors_of
from reportgen.exchange.basis import NO_BASIS, Basis
from reportgen.exchange.cells import is_empty, read_cell, says
from reportgen.exchange.changes import Change, Target, spot_of
from reportgen.exchange.columns import ASPECT, CONTENT, SUB_TITLE, TITLE, Column
from reportgen.exchange.reading import Known, Unread, folded
from reportgen.exchange.rows import Row, Table
from reportgen.exchange.values import Holder, Value, value_of
from reportgen.reading.places import Path
from reportgen.workbook.grid import Cell

_NEVER_EMPTY = (ASPECT, TITLE, CONTENT, SUB_TITLE)


@dataclass(frozen=True, slots=True)
class Agreed:
    """A cell that says what the ledger says; kept where another sheet may say otherwise."""

    path: Path
    place: Place


Found: TypeAlias = Change | Problem | Agreed


@dataclass(frozen=True, slots=True)
class Subject:
    """A record that rows speak of: its place in the ledger, what it says now (None if it is new).

    `marked` rows were written by export, so that an empty cell takes a value away; `shared` records stand in several
    sheets.
    """

    table: Table
    known: Known
    target: Target
    record: Holder | None
    marked: bool
    shared: bool = False
    basis: Basis = NO_BASIS

    def of(self, target: Target, record: Holder | None, marked: bool) -> "Subject":
        """Another record in the same table."""
        return replace(self, target=target, record=record, marked=marked)

    @property
    def is_whole(self) -> bool:
        """Whether the table has everything that the workbook says of the issue, as far as could be read."""
        return not self.shared and not errors_of(self.table.problems)

    @property
    def name(self) -> str:
        """What the record is called in messages."""
        return f"问题 {self.target.number}{' ' + self.target.record if self.target.record else ''}"

    def said(self, row: Row, column: Column, cell: Cell | None, read_as: Column | None = None) -> Iterator[Found]:
        """What the cell of a row in a column says of the record; `read_as` is the column of the record it means."""
        meant = read_as or column
        now = value_of(self.record, meant) if self.record is not None else None
        if says(cell, now, epoch_1904=self.known.epoch_1904):
            yield from self._agreed(cell, meant)
        elif cell is None or is_empty(cell):
            yield from self._emptied(self.table.place_in(row, column), meant, now)
        else:
            read = read_cell(cell, meant, self.known, now)
            if isinstance(read, Unread):
                yield Problem("sheet-cell", f"{self.name}：{read.message}", self.table.place(cell))
            elif read.value == now:
                yield from self._agreed(cell, meant)
            else:
                yield self._changed(Change(self.target, meant, now, read.value, self.table.place(cell), read.rule))

    def _changed(self, change: Change) -> Found:
        """The change, unless the ledger was changed since the workbook was exported."""
        spot, column = spot_of(self.target.path), change.column
        known = self.record is not None and self.basis.is_known(spot, column)
        if not known or self.basis.was(spot, column, change.old):
            return change
        name = f"问题 {self.target.number} 的“{change.field}”"
        if self.basis.was(spot, column, change.new):
            message = f"{name}导出以后台账改过，表里没有动，保留台账现在的"
            return Problem("sheet-older", message, change.place, "warning")
        message = f"{name}导出以后表里和台账都改了（台账现在是“{change.was[:30]}”）；请核对后在台账里改，或重新导出再填"
        return Problem("sheet-conflict", message, change.place)

    def _emptied(self, place: Place, column: Column, now: Value) -> Iterator[Found]:
        if self.marked and column in _NEVER_EMPTY:
            message = f"{self.name}的“{column.heading}”是空的；这一项不能没有，要删除请改 data/issues.yaml"
            yield Problem("sheet-empty", message, place)
        elif self.marked and now is not None:
            yield self._changed(Change(self.target, column, now, None, place))

    def _agreed(self, cell: Cell | None, column: Column) -> Iterator[Found]:
        if self.shared and not is_empty(cell):
            yield Agreed((*self.target.path, *column.path), self.table.place(cell))

    def said_in(self, rows: Sequence[Row], column: Column, read_as: Column | None = None) -> Iterator[Found]:
        """What several rows say of the record: one thing, or it is reported."""
        cells = different(rows, column, self.known)
        if len(cells) > 1:
            where = "、".join(cell.address for cell in cells[:4])
            message = f"{self.name}的“{column.heading}”在几行里写得不一样（{where}）；请改成一样，或合并单元格"
            yield Problem("sheet-rows-differ", message, self.table.place(cells[0]))
            return
        yield from self.said(rows[0], column, cells[0] if cells else rows[0].cells.get(column), read_as)


def different(rows: Sequence[Row], column: Column, known: Known | None = None) -> list[Cell]:
    """The cells of a column that say different things; with `known`, the same in other words counts once."""
    first = rows[0].cells.get(column)
    if all(row.cells.get(column) is first for row in rows):
        return [] if first is None or is_empty(first) else [first]
    cells = {cell.address: cell for row in rows if (cell := row.cells.get(column)) and not is_empty(cell)}
    by_words: dict[object, Cell] = {}
    for cell in cells.values():
        by_words.setdefault(folded(cell.value) if isinstance(cell.value, str) else cell.value, cell)
    if len(by_words) < 2 or known is None:
        return list(by_words.values())
    by_meaning: dict[object, Cell] = {}
    for words, cell in by_words.items():
        read = read_cell(cell, column, known)
        by_meaning.setdefault(words if isinstance(read, Unread) else (read.value,), cell)
    return list(by_meaning.values())


def settled(found: Iterable[Found]) -> Iterator[Change | Problem]:
    """Each change once; where two cells say different things of one value, that is reported."""
    first: dict[Path, Change | Agreed] = {}
    for each in found:
        if isinstance(each, Problem):
            yield each
            continue
        before = first.setdefault(each.path, each)
        if before is each:
            if isinstance(each, Change):
                yield each
        elif not _same(before, each):
            yield _clash(before, each)


def _same(one: Change | Agreed, other: Change | Agreed) -> bool:
    if isinstance(one, Change) and isinstance(other, Change):
        return one.new == other.new
    return isinstance(one, Agreed) and isinstance(other, Agreed)


def _clash(one: Change | Agreed, other: Change | Agreed) -> Problem:
    change = one if isinstance(one, Change) else other
    assert isinstance(change, Change), "two cells that say what the ledger says do not clash"
    where = "、".join(f"“{place.sheet}”{place.cell or ''}" for place in (one.place, other.place))
    message = f"问题 {change.target.number} 的“{change.field}”在两处写得不一样（{where}）；请改成一样，或删掉一处"
    return Problem("sheet-rows-differ", message, other.place)
