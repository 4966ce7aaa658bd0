"""How high rows must be for the text in them: Excel fits no row to a merged cell, so it is reckoned beforehand.

Widths are in half-width characters of the body, heights in points. What is reckoned errs on the high side.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from reportgen.workbook.looks import BODY_PT, POINTS_PER_UNIT
from reportgen.workbook.plan import PlannedValue, TablePlan

HIGHEST_ROW: Final = 408.75

_LEADING = 1.25
_PADDING = 4.0
_LOST_AT_LINE_ENDS = 0.4
"""Half-widths: a mark that may not begin a line takes the character before it along."""
_PIXEL = 0.75
_ONE_LINE = BODY_PT * _LEADING + _PADDING
_SMALLER_SIZES = (9.0, 8.0, 7.0, 6.0)


@dataclass(frozen=True)
class Heights:
    """The height of each data row, counted from 0.

    `stretched` rows are higher than their own cells need; `sizes` are the cells (row and column from 0) whose text
    fits only in a smaller size.
    """

    rows: tuple[float, ...]
    stretched: frozenset[int] = frozenset()
    sizes: dict[tuple[int, int], float] = field(default_factory=dict)


def text_width(text: str) -> float:
    """Half-widths: one for ASCII, two for a Chinese character, somewhat more than needed for the rest."""
    return len(text) if text.isascii() else (len(text) + len(text.encode("utf-8", "replace"))) / 2


def line_count(text: str, width: float, size: float) -> int:
    """Lines that a text takes in a column, its own line breaks counted."""
    full = 2 * max(1, int(width * POINTS_PER_UNIT / size))
    lines = 0
    for paragraph in text.split("\n") if "\n" in text else (text,):
        needed = text_width(paragraph)
        lines += 1 if needed <= full else math.ceil(needed / (full - _LOST_AT_LINE_ENDS))
    return lines


def text_height(text: str, width: float, size: float) -> float:
    """Points that a text takes in a column."""
    return line_count(text, width, size) * size * _LEADING + _PADDING


def row_height(cells: Iterable[tuple[str, float]], size: float) -> float:
    """The height of a row of its own, such as a header: texts with the widths they have."""
    return min(HIGHEST_ROW, _in_pixels(max((text_height(text, width, size) for text, width in cells), default=0.0)))


def data_heights(table: TablePlan, widths: Sequence[float | None]) -> Heights:
    """Heights such that every cell fits, and every merged block into its rows together.

    Columns without a width are not seen and count for nothing. No row can be higher than Excel allows; what does not
    fit even so is set smaller, down to the smallest size that can be read.
    """
    fitting = _Fitting(table, widths)
    fitting.single_cells()
    stretched = fitting.blocks()
    return Heights(tuple(map(_in_pixels, fitting.heights)), frozenset(stretched), fitting.sizes)


class _Block(NamedTuple):
    rows: range
    columns: range


class _Fitting:
    def __init__(self, table: TablePlan, widths: Sequence[float | None]) -> None:
        self.table, self.widths = table, widths
        self.heights = [_ONE_LINE] * len(table.rows)
        self.sizes: dict[tuple[int, int], float] = {}
        self._blocks = [
            _Block(range(area.top - 1, area.bottom), range(area.left - 1, area.right)) for area in table.merged
        ]

    def single_cells(self) -> None:
        """Rows as high as the cells in them that are not merged."""
        merged = {(row, column) for block in self._blocks for column in block.columns for row in block.rows}
        if len(merged) < sum(len(block.rows) * len(block.columns) for block in self._blocks):
            raise ValueError("merged areas overlap, which Excel calls a damaged file")
        seen = [(column, width) for column, width in enumerate(self.widths) if width is not None]
        for row, values in enumerate(self.table.rows):
            height = self.heights[row]
            for column, width in seen:
                value = values[column]
                if value is not None and (row, column) not in merged:
                    height = max(height, self._height(row, column, value, width, HIGHEST_ROW))
            self.heights[row] = min(height, HIGHEST_ROW)

    def blocks(self) -> set[int]:
        """Rows raised, each by as much, where a block needs more than they have; the smallest blocks first."""
        stretched: set[int] = set()
        for block in sorted(self._blocks, key=lambda block: len(block.rows)):
            widths = [width for width in (self.widths[column] for column in block.columns) if width is not None]
            value = self.table.rows[block.rows[0]][block.columns[0]]
            if value is None or not widths:
                continue
            most = HIGHEST_ROW * len(block.rows)
            needed = self._height(block.rows[0], block.columns[0], value, sum(widths), most)
            lacking = min(needed, most) - sum(self.heights[row] for row in block.rows)
            if lacking > 0:
                self._raise(block.rows, lacking)
                stretched.update(block.rows)
        return stretched

    def _height(self, row: int, column: int, value: PlannedValue, width: float, most: float) -> float:
        if not isinstance(value, str):
            return _ONE_LINE
        height = text_height(value, width, BODY_PT)
        for size in _SMALLER_SIZES:
            if height <= most:
                break
            height = text_height(value, width, size)
            self.sizes[row, column] = size
        return height

    def _raise(self, rows: range, lacking: float) -> None:
        while lacking > _PIXEL / 2:
            able = [row for row in rows if self.heights[row] < HIGHEST_ROW]
            if not able:
                return
            share = lacking / len(able)
            for row in able:
                added = min(share, HIGHEST_ROW - self.heights[row])
                self.heights[row] += added
                lacking -= added


def _in_pixels(height: float) -> float:
    """Whole pixels, since Excel rounds what is not."""
    return min(HIGHEST_ROW, math.ceil(height / _PIXEL) * _PIXEL)
