"""Serial numbers and durations of office programs as dates, times and days."""

from datetime import date, datetime, time, timedelta
from typing import Final

from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from reportgen.workbook.grid import CellValue

_EXACT_INT: Final = 2**53
_DAY = timedelta(days=1)


def plain_number(number: float) -> int | float:
    """An int where there is no fraction; ledgers hold counts, and formats store them as 2.0."""
    return int(number) if abs(number) < _EXACT_INT and number.is_integer() else number


def as_date(number: float, *, epoch_1904: bool) -> CellValue:
    """What a date format shows for a number: a datetime, a time below one day, or the number if no date goes with it."""
    if number < 0:
        return number
    try:
        return plain(from_excel(number, CALENDAR_MAC_1904 if epoch_1904 else CALENDAR_WINDOWS_1900))
    except (OverflowError, ValueError):
        return number


def plain(value: date | datetime | time | timedelta | None) -> CellValue:
    """A day as its midnight, a duration as days."""
    if isinstance(value, timedelta):
        return plain_number(value / _DAY)
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day)
    return value
