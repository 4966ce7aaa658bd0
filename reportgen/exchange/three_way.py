"""The three-way rule for one record: what was sent, what the ledger says now, what came back; cell by cell."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.errors import Problem
from reportgen.exchange.cells import is_empty, read_cell, says
from reportgen.exchange.changes import Change
from reportgen.exchange.columns import NUMBER, Column
from reportgen.exchange.parts import Part
from reportgen.exchange.reading import Known, Unread
from reportgen.exchange.rows import Table
from reportgen.exchange.said import different
from reportgen.exchange.sent import Sending, sent_value
from reportgen.exchange.values import Value, as_yaml, shown, value_of
from reportgen.workbook.grid import Cell


@dataclass(frozen=True, slots=True)
class Conflict:
    """A cell that a unit filled in and that says something else in the ledger than when it was sent (or than another unit's)."""

    unit: str
    change: Change
    sent: Value

    @property
    def was_sent(self) -> str:
        """The value that was sent, on one line."""
        return shown(self.sent)

    def as_dict(self) -> dict[str, object]:
        """The conflict for `--json`."""
        return {"unit": self.unit, **self.change.as_dict(), "sent": as_yaml(self.sent)}


Brought = Change | Conflict | Problem


@dataclass(frozen=True, slots=True)
class Comparison:
    """A table that a unit sent back, held against what it was sent and against the ledger."""

    unit: str
    table: Table
    sending: Sending
    known: Known

    def brought(self, part: Part) -> Iterator[Brought]:
        """What the cells of one record bring."""
        if part.spot in self.sending.unclear:
            place = self.table.place(part.rows[0].cells.get(NUMBER), part.rows[0].row)
            message = (
                f"下发时有几条和{part.name}一样的，现在只剩一条，分不清这一行是哪一条，没有采用；请核对后在台账里改"
            )
            yield Problem("collect-row-unclear", message, place)
            return
        fills = part.spot in self.sending.filled_by(self.unit)
        for column in self.table.heading.columns.values():
            if column.level == part.level and column is not NUMBER:
                yield from self._cells(part, column) if fills and column.filled else self._locked(part, column)

    def _locked(self, part: Part, column: Column) -> Iterator[Problem]:
        """A cell that this unit does not fill in, and did."""
        cells: list[Cell | None] = [*different(part.rows, column)] or [part.rows[0].cells.get(column)]
        changed = [cell for cell in cells if not self._as_it_was(cell, part, column)]
        if changed:
            place = self.table.place(changed[0], part.rows[0].row)
            field = Change(part.target, column, None, None, place).field
            message = f"问题 {part.target.number} 的“{field}”不归这个单位填写，改动没有采用"
            yield Problem("collect-locked", message, place, "warning")

    def _cells(self, part: Part, column: Column) -> Iterator[Brought]:
        """A cell that this unit fills in; in rows that are no longer merged it may be several."""
        cells = different(part.rows, column)
        if len(cells) > 1:
            where = "、".join(cell.address for cell in cells[:4])
            message = f"{part.name}的“{column.heading}”在几行里写得不一样（{where}），没有采用；请改成一样"
            yield Problem("sheet-rows-differ", message, self.table.place(cells[0]))
            return
        cell = cells[0] if cells else part.rows[0].cells.get(column)
        if not self._as_it_was(cell, part, column):
            yield from self._filled_in(cell, part, column)

    def _filled_in(self, cell: Cell | None, part: Part, column: Column) -> Iterator[Brought]:
        was, now = self._was(part, column), value_of(part.record, column)
        place = self.table.place(cell, part.rows[0].row)
        came: Value = None
        rule = None
        if cell is not None and not is_empty(cell):
            read = read_cell(cell, column, self.known, was if now is None else now)
            if isinstance(read, Unread):
                yield Problem("sheet-cell", f"{part.name}：{read.message}", place)
                return
            came, rule = read.value, read.rule
        if came not in (was, now):
            change = Change(part.target, column, now, came, place, rule)
            yield change if now == was else Conflict(self.unit, change, was)

    def _as_it_was(self, cell: Cell | None, part: Part, column: Column) -> bool:
        """Whether a cell says what was sent, or what the ledger says by now."""
        known = (self._was(part, column), value_of(part.record, column))
        return any(says(cell, value, epoch_1904=self.known.epoch_1904) for value in known)

    def _was(self, part: Part, column: Column) -> Value:
        return sent_value(self.sending.sent(part.spot), column)
