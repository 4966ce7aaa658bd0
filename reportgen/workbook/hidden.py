"""Sheets that are there for the workbook itself: the lists behind its drop-downs, the marks by which it is known again."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from reportgen.workbook.cells import Row
from reportgen.workbook.looks import PLAIN, Looks

LISTS_SHEET: Final = "选项"
MARKS_SHEET: Final = "标记"
_ROW_HEIGHT = 15.0


class ListRows:
    """Each list in a column of its own, below its name."""

    def __init__(self, lists: dict[str, tuple[str, ...]], looks: Looks) -> None:
        self.columns = [(name, *items) for name, items in lists.items()]
        self._look = looks.number(PLAIN)

    def __iter__(self) -> Iterator[Row]:
        return _rows(list(zip_longest(*self.columns)), self._look)


class MarkRows:
    """A name and its value in each row."""

    def __init__(self, marks: dict[str, str], looks: Looks) -> None:
        self.marks = list(marks.items())
        self._look = looks.number(PLAIN)

    def __iter__(self) -> Iterator[Row]:
        return _rows(self.marks, self._look)


def _rows(rows: Sequence[Sequence[str | None]], look: int) -> Iterator[Row]:
    for number, values in enumerate(rows, 1):
        yield Row(number, _ROW_HEIGHT, True, 1, [look] * len(values), values)
