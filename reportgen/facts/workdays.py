"""Working days: weekends and holidays off, days at work instead on; a year that nobody has announced is not guessed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

import chinese_calendar

from reportgen.model import YearOfHolidays

_SATURDAY = 5
_DAY = timedelta(days=1)
_Spans: TypeAlias = tuple[tuple[date, date], ...]


class YearUnknown(LookupError):
    """Whether a day of this year is worked is not known."""

    def __init__(self, year: int) -> None:
        self.year = year
        super().__init__(f"{year}年的放假安排没有收录，算不出工作日；请在 data/holidays.yaml 里写上这一年")


@dataclass(frozen=True, slots=True)
class Calendar:
    """The announced holidays that chinese_calendar knows, overridden day by day by those of a ledger.

    `years` are those that the ledger writes down; a day both off and at work is at work.
    """

    years: frozenset[int] = frozenset()
    days_off: _Spans = ()
    days_at_work: _Spans = ()

    def works(self, day: date) -> bool:
        """Whether it is a working day. Raises YearUnknown."""
        if _within(day, self.days_at_work):
            return True
        if _within(day, self.days_off):
            return False
        try:
            return bool(chinese_calendar.is_workday(day))
        except NotImplementedError:
            if day.year not in self.years:
                raise YearUnknown(day.year) from None
            return day.weekday() < _SATURDAY

    def after(self, start: date, count: int) -> date:
        """The working day that is the `count`th after `start`, which itself is not counted. Raises YearUnknown."""
        day = start
        while count > 0:
            day += _DAY
            count -= self.works(day)
        return day


def calendar_of(holidays: Iterable[YearOfHolidays]) -> Calendar:
    """The calendar with what a ledger says of its years."""
    years = tuple(holidays)
    return Calendar(
        frozenset(year.year for year in years),
        tuple(span for year in years for span in year.days_off),
        tuple(span for year in years for span in year.days_at_work),
    )


def _within(day: date, spans: _Spans) -> bool:
    return any(first <= day <= last for first, last in spans)
