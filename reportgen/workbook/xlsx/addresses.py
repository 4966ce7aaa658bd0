"""Where a cell is: "C5" as row and column, both counted from 1."""

import re
from functools import cache
from typing import Final

from reportgen.workbook.grid import Range

LAST_ROW: Final = 1_048_576
LAST_COLUMN: Final = 16_384
_DIGITS = "0123456789"
_LETTERS = re.compile("[A-Za-z]{1,3}")


def position(address: str) -> tuple[int, int]:
    """The row and the column. Raises ValueError for what is no cell of a sheet."""
    letters = address.rstrip(_DIGITS)
    row = int(address[len(letters) :])
    if not 1 <= row <= LAST_ROW:
        raise ValueError(address)
    return row, _column_number(letters)


def area(reference: str) -> Range:
    """The rectangle between two corners, or one cell. Raises ValueError for what is none."""
    corners = [position(corner) for corner in reference.split(":")]
    rows, columns = [row for row, _ in corners], [column for _, column in corners]
    return Range(min(rows), min(columns), max(rows), max(columns))


def row_number(text: str) -> int:
    """A row, which some writers give as 5.0. Raises ValueError for what is none."""
    return _within(text, LAST_ROW)


def column_number(text: str) -> int:
    """A column given as a number. Raises ValueError for what is none."""
    return _within(text, LAST_COLUMN)


def _within(text: str, last: int) -> int:
    number = int(text) if text.isdecimal() else float(text)
    if not 1 <= number <= last or number != int(number):
        raise ValueError(text)
    return int(number)


@cache
def _column_number(letters: str) -> int:
    if not _LETTERS.fullmatch(letters):
        raise ValueError(letters)
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    if number > LAST_COLUMN:
        raise ValueError(letters)
    return number
