"""A workbook as plain data: what stands in each cell, which cells are merged, what is hidden."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

CellValue = str | int | float | bool | date | datetime | time | None


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell.

    Text is as the sheet shows it, not stripped; a number without a fraction is an int; what a date format shows is a
    datetime (midnight for a day alone) or, below one day, a time; a duration stays a number of days. The value is None
    where a formula was never computed, and where it came to an error (`error` is "#REF!" or the like).
    """

    value: CellValue
    address: str
    uncached_formula: bool = False
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """A rectangle of cells; rows and columns count from 1, and the last ones belong to it."""

    top: int
    left: int
    bottom: int
    right: int


_Line = tuple[list[int], list[Range]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worksheet: its cells that are not empty by row and column, in order.

    Hidden rows and columns are given where they hold cells. Merged ranges do not overlap in a sound workbook;
    where they do, `filled` takes the one that begins last.
    """

    name: str
    visible: bool
    rows: Mapping[int, Mapping[int, Cell]]
    merged: tuple[Range, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    _upright: Mapping[int, _Line] = field(init=False, repr=False, compare=False)
    _flat: Mapping[int, _Line] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        upright = [each for each in self.merged if _is_upright(each)]
        flat = [each for each in self.merged if not _is_upright(each)]
        object.__setattr__(self, "_upright", _lines((c, r.top, r) for r in upright for c in range(r.left, r.right + 1)))
        object.__setattr__(self, "_flat", _lines((row, r.left, r) for r in flat for row in range(r.top, r.bottom + 1)))

    def cell(self, row: int, col: int) -> Cell | None:
        """The cell that stands there, None if it is empty."""
        cells = self.rows.get(row)
        return cells.get(col) if cells else None

    def filled(self, row: int, col: int) -> Cell | None:
        """The cell there or, inside a merged range, the one in its upper left corner."""
        found = self.cell(row, col)
        if found is None and (merged := self._merged_at(row, col)):
            return self.cell(merged.top, merged.left)
        return found

    def _merged_at(self, row: int, col: int) -> Range | None:
        for lines, key, along in ((self._upright, col, row), (self._flat, row, col)):
            if line := lines.get(key):
                starts, ranges = line
                at = bisect_right(starts, along) - 1
                if (
                    at >= 0
                    and ranges[at].top <= row <= ranges[at].bottom
                    and ranges[at].left <= col <= ranges[at].right
                ):
                    return ranges[at]
        return None


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook as it was read; `name` is the file as it was given.

    `epoch_1904` says from which day its serial numbers count: 1 is 1904-01-02, else 1900-01-01.
    """

    name: str
    sheets: tuple[Sheet, ...]
    epoch_1904: bool = False


def column_letter(column: int) -> str:
    """The letters of a column counted from 1: 28 is AB."""
    letters = ""
    while column > 0:
        column, last = divmod(column - 1, 26)
        letters = chr(ord("A") + last) + letters
    return letters


def index_size(ranges: Iterable[Range]) -> int:
    """How many entries a sheet keeps to look up merged ranges."""
    return sum(min(each.bottom - each.top, each.right - each.left) + 1 for each in ranges)


def _is_upright(merged: Range) -> bool:
    """Whether it has no more columns than rows, so that it is looked up by its columns."""
    return merged.right - merged.left <= merged.bottom - merged.top


def _lines(entries: Iterable[tuple[int, int, Range]]) -> dict[int, _Line]:
    """The ranges of each row or column, sorted by where they begin along it."""
    lines: dict[int, list[tuple[int, Range]]] = {}
    for line, start, merged in entries:
        lines.setdefault(line, []).append((start, merged))
    for found in lines.values():
        found.sort(key=lambda entry: entry[0])
    return {line: ([start for start, _ in found], [each for _, each in found]) for line, found in lines.items()}
