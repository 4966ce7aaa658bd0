"""期限 reckoned from a date: 6个月, 15日, 十个工作日, 1年, or a date outright."""

import re
import unicodedata
from calendar import monthrange
from datetime import date, timedelta

from reportgen.facts.workdays import Calendar

_WORKING_DAYS = ("个工作日", "工作日")
_DAYS = ("日", "天")
_PERIOD = re.compile(r"(\d+|[一二两三四五六七八九十百零]+)(年|个月|月|日|天|个工作日|工作日)(?:之内|以内|内)?")
_DATE = re.compile(r"(\d{4})(?:-|年)(\d{1,2})(?:-|月)(\d{1,2})日?")
_DIGIT = "[一二两三四五六七八九]"
_NUMERAL = re.compile(
    rf"(?:(?P<hundreds>{_DIGIT})百)?(?:(?P<tens>{_DIGIT}?)十|(?<=百)零(?=.))?(?:(?<!百)(?P<ones>{_DIGIT}))?"
)
_FIGURES = {figure: value for value, figure in enumerate("一二三四五六七八九", 1)} | {"两": 2}


def period_end(period: str, start: date, calendar: Calendar | None = None) -> date | None:
    """The last day of a period that runs from `start`: “6个月” from 2021-11-11 ends on 2022-05-11.

    The start itself is not counted. Months end on the same day of the month, or on its last day where it has none
    such. A date is its own end. None for anything that is no period, and for working days without a calendar;
    with one that does not know a year, raises YearUnknown.
    """
    text = "".join(unicodedata.normalize("NFKC", period).split())
    try:
        if found := _DATE.fullmatch(text):
            return date(*(int(part) for part in found.groups()))
        if found := _PERIOD.fullmatch("6个月" if text == "半年" else text):
            return _after(_counted(found[1]), found[2], start, calendar)
    except (ValueError, OverflowError):
        return None
    return None


def _counted(figure: str) -> int:
    """The number that figures or a numeral up to 九百九十九 write."""
    if figure.isdecimal():
        return int(figure)
    found = _NUMERAL.fullmatch(figure)
    if found is None:
        raise ValueError(figure)
    hundreds, ones = (_FIGURES.get(found[place] or "", 0) for place in ("hundreds", "ones"))
    tens = 0 if found["tens"] is None else _FIGURES.get(found["tens"], 1)
    return hundreds * 100 + tens * 10 + ones


def _after(count: int, unit: str, start: date, calendar: Calendar | None) -> date | None:
    if unit in _WORKING_DAYS:
        return calendar.after(start, count) if calendar else None
    if unit in _DAYS:
        return start + timedelta(days=count)
    months = start.year * 12 + start.month - 1 + count * (12 if unit == "年" else 1)
    year, month = months // 12, months % 12 + 1
    return start.replace(year=year, month=month, day=min(start.day, _days_in(year, month)))


def _days_in(year: int, month: int) -> int:
    return monthrange(year, month)[1]
