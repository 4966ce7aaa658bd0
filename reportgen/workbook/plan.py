"""What a workbook should hold and look like, as plain data; `writing` makes the file of it."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

LISTS, MARKS = "选项", "标记"
"""Hidden sheets: the lists behind drop-downs; the marks of the workbook, names and values."""

PlannedValue = str | int | float | date | None
Look = Literal["text", "centre", "date", "number", "percent"]
"""How a column's cells look; `text` is wrapped and at the left, `date` is a real date or a word, both centred."""


@dataclass(frozen=True, slots=True)
class Area:
    """Rows and columns of a block, both ends included, counted from 1 (the first data row is 1)."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Choice:
    """A drop-down: the name of one of the workbook's lists; with `strict`, nothing else can be typed."""

    name: str
    strict: bool = True


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """One column. `width` counts half-width characters; a hidden column is neither seen nor printed.

    `aside` columns stand right of the print area, folded away under an outline. `open` cells can be filled in where
    the sheet is locked.
    """

    heading: str
    width: float
    look: Look = "text"
    choice: Choice | None = None
    hidden: bool = False
    aside: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True)
class DueColumns:
    """Columns (counted from 1) whose rows are coloured by the date in `due`: overdue, or due within `days`.

    Not coloured where the cell in `done`, or in `also_done`, holds one of `done_words` (a date in it counts as done
    too): a measure is done by its own date, or with its issue.
    """

    due: int
    done: int
    done_words: tuple[str, ...]
    days: int
    also_done: int | None = None

    @property
    def done_columns(self) -> tuple[int, ...]:
        """The columns that can say so."""
        return (self.done,) if self.also_done is None else (self.done, self.also_done)


@dataclass(frozen=True, slots=True)
class TablePlan:
    """A title, a line below it, a header, rows; `merged` areas count data rows from 1.

    `shut` names cells (row, column) that stay locked although their column is open.
    """

    title: str
    note: str
    columns: tuple[ColumnPlan, ...]
    rows: tuple[tuple[PlannedValue, ...], ...]
    merged: tuple[Area, ...] = ()
    due: tuple[DueColumns, ...] = ()
    shut: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """One sheet: tables one below the other, on A4 landscape, the header repeated on every page.

    With one table its header is frozen and a filter stands on it; with several each begins a new page if `paged`.
    `locked` protects the sheet but for open cells.
    """

    name: str
    tables: tuple[TablePlan, ...]
    locked: bool = False
    paged: bool = False


@dataclass(frozen=True, slots=True)
class CoverPlan:
    """A first sheet in portrait, locked: a title, lines of “name: value”, then numbered instructions."""

    name: str
    title: str
    lines: tuple[tuple[str, str], ...]
    instructions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WorkbookPlan:
    """A whole workbook: cover (or none), sheets, lists for drop-downs and marks, the last two on hidden sheets."""

    title: str
    sheets: tuple[SheetPlan, ...]
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)
    cover: CoverPlan | None = None
