"""Cells as the XML of a sheet: what is written is what was given, or a problem that says where it cannot be.

A string is never a formula and never cut, a date is a date, and what Excel would read as an escape is escaped.
"""

import math
import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter

from reportgen.errors import Place, Problem
from reportgen.workbook.plan import PlannedValue

LONGEST_TEXT: Final = 32_767
"""What a cell of Excel holds, in UTF-16 units."""

_FIRST_DATE = date(1900, 3, 1)
"""Excel counts a day too many before it."""
_DAY_ZERO = date(1899, 12, 30).toordinal()
ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_READ_AS_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}[_\r])")


class Row(NamedTuple):
    """One row of a sheet: numbers of looks and values from the column `left` on, counted from 1.

    A fixed height stays when its cells are typed into, another follows them.
    """

    number: int
    height: float
    fixed: bool
    left: int
    looks: Sequence[int]
    values: Sequence[PlannedValue]


def row_xml(row: Row) -> str:
    """The row element, where nothing in it is at fault."""
    number = row.number
    fixed = ' customHeight="1"' if row.fixed else ""
    parts = [f'<row r="{number}" ht="{row.height:g}"{fixed}>']
    for letter, look, value in zip(_letters(row.left, len(row.values)), row.looks, row.values, strict=True):
        if value is None or value == "":
            parts.append(f'<c r="{letter}{number}" s="{look}"/>')
        elif isinstance(value, str):
            parts.append(f'<c r="{letter}{number}" s="{look}" t="inlineStr">{_string_xml(value)}</c>')
        elif isinstance(value, date):
            parts.append(_date_xml(f"{letter}{number}", look, value))
        else:
            parts.append(_number_xml(f"{letter}{number}", look, value))
    parts.append("</row>")
    return "".join(parts)


def _string_xml(text: str) -> str:
    return f'<is><t xml:space="preserve">{escaped(text)}</t></is>'


def _number_xml(cell: str, look: int, value: float) -> str:
    if not math.isfinite(value):
        raise ValueError(f"{cell} holds no number: {value}")
    return f'<c r="{cell}" s="{look}"><v>{+value!r}</v></c>'


def _date_xml(cell: str, look: int, value: date) -> str:
    if value < _FIRST_DATE:
        return f'<c r="{cell}" s="{look}" t="inlineStr">{_string_xml(value.isoformat())}</c>'
    return f'<c r="{cell}" s="{look}"><v>{value.toordinal() - _DAY_ZERO}</v></c>'


def escaped(text: str) -> str:
    """Text as XML that Excel shows as it was; a carriage return would not outlive the reading of XML."""
    if "_x" in text:
        text = _READ_AS_ESCAPE.sub("_x005F_", text)
    if "\r" in text:
        text = text.replace("\r", "_x000D_")
    return escape(text)


def xml_text(text: str) -> str:
    """Text as XML outside cells; what XML forbids is left out."""
    return escape(ILLEGAL.sub("", text))


def row_faults(row: Row, sheet: str) -> Iterator[Problem]:
    """What no workbook can hold: characters that XML forbids, and text longer than a cell."""
    texts = [value for value in row.values if isinstance(value, str)]
    if not ILLEGAL.search("".join(texts)) and max(map(len, texts), default=0) <= LONGEST_TEXT // 2:
        return
    for letter, value in zip(_letters(row.left, len(row.values)), row.values, strict=True):
        if isinstance(value, str):
            yield from text_faults(value, Place(sheet=sheet, cell=f"{letter}{row.number}"))


@lru_cache
def _letters(left: int, count: int) -> tuple[str, ...]:
    return tuple(map(get_column_letter, range(left, left + count)))


def text_faults(text: str, place: Place) -> Iterator[Problem]:
    """The faults of one text."""
    where = f"工作表“{place.sheet}”的单元格 {place.cell}"
    illegal = ILLEGAL.search(text)
    if illegal:
        mark = f"U+{ord(illegal.group()):04X}"
        message = (
            f"{where}里的文字第 {illegal.start() + 1} 个字符（{mark}）是 Excel 不能保存的控制字符；请在台账里删去它"
        )
        yield Problem("workbook-illegal-character", message, place)
    length = len(text) + sum(character > "\uffff" for character in text)
    if length > LONGEST_TEXT:
        message = (
            f"{where}里的文字有 {length} 个字符，超过 Excel 一个单元格的上限 {LONGEST_TEXT} 个；请在台账里把它写短"
        )
        yield Problem("workbook-cell-too-long", message, place)
