"""期限 reckoned from a date: 6个月, 15日, 1年, or a date outright."""

import re
import unicodedata
from calendar import monthrange
from datetime import date, timedelta

_PERIOD = re.compile(r"(\d+)\s*(年|个月|月|日|天)")
_DATE = re.compile(r"(\d{4})(?:-|年)(\d{1,2})(?:-|月)(\d{1,2})日?")
_FIGURES = {figure: str(value) for value, figure in enumerate("一二三四五六七八九", 1)} | {"两": "2"}


def period_end(period: str, start: date) -> date | None:
    """The last day of a period that runs from `start`: “6个月” from 2021-11-11 ends on 2022-05-11.

    Months end on the same day of the month, or on its last day where it has none such. A date is its own end.
    None for working days, which need the calendar of holidays, and for anything that is no period.
    """
    text = _in_figures(period)
    try:
        if found := _DATE.fullmatch(text):
            return date(*(int(part) for part in found.groups()))
        if found := _PERIOD.fullmatch(text):
            return _after(int(found[1]), found[2], start)
    except (ValueError, OverflowError):
        return None
    return None


def _in_figures(period: str) -> str:
    """Half-width figures; 三个月 and 半年 as 3个月 and 6个月 (only figures of one character are read)."""
    text = unicodedata.normalize("NFKC", period).strip().removesuffix("内")
    text = "6个月" if text == "半年" else text
    return re.sub(r"\A[一二两三四五六七八九](?=年|个月|月|日|天)", lambda found: _FIGURES[found[0]], text)


def _after(count: int, unit: str, start: date) -> date:
    if unit in ("日", "天"):
        return start + timedelta(days=count)
    months = start.year * 12 + start.month - 1 + count * (12 if unit == "年" else 1)
    year, month = months // 12, months % 12 + 1
    return start.replace(year=year, month=month, day=min(start.day, _days_in(year, month)))


def _days_in(year: int, month: int) -> int:
    return monthrange(year, month)[1]
