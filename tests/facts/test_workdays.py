"""Working days: known years, years that a ledger writes down, years that nobody knows."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.facts import Calendar, YearUnknown, calendar_of, period_end
from reportgen.model import YearOfHolidays

KNOWN = calendar_of(())
IN_2097 = calendar_of(
    [
        YearOfHolidays.model_validate(
            {"年份": "2097", "放假": ["2097-01-01", "2097-02-11 至 2097-02-17"], "上班": ["2097-02-23"]}
        )
    ]
)
"""A year that no release of the holidays will know for long."""


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2022, 9, 30), True),  # Friday
        (date(2022, 10, 7), False),  # Friday of 国庆
        (date(2022, 10, 8), True),  # Saturday, 调休
        (date(2022, 10, 9), True),  # Sunday, 调休
        (date(2022, 10, 15), False),  # an ordinary Saturday
        (date(2022, 1, 29), True),  # Saturday before 春节, 调休
        (date(2022, 1, 31), False),  # Monday of 春节
        (date(2026, 10, 10), True),  # Saturday, 调休
        (date(2026, 10, 7), False),
        (date(2024, 2, 29), True),
    ],
)
def test_holidays_and_days_at_work_instead_of_them_are_known(day: date, works: bool) -> None:
    assert KNOWN.works(day) is works


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        ("5个工作日", date(2022, 9, 30), date(2022, 10, 12)),  # 国庆, then 调休 on 8 and 9 October
        ("1个工作日", date(2022, 9, 30), date(2022, 10, 8)),
        ("3个工作日", date(2022, 1, 28), date(2022, 2, 7)),  # 29 and 30 January are worked, then 春节
        ("10个工作日", date(2021, 11, 11), date(2021, 11, 25)),
        ("2个工作日", date(2026, 9, 30), date(2026, 10, 9)),
        ("3个工作日", date(2026, 9, 30), date(2026, 10, 10)),
        ("1个工作日", date(2022, 10, 15), date(2022, 10, 17)),  # from a Saturday
    ],
)
def test_working_days_run_over_holidays(period: str, start: date, end: date) -> None:
    assert period_end(period, start, KNOWN) == end


@pytest.mark.parametrize(
    "period",
    ["10个工作日", "十个工作日", "10 个工作日内", "１０个工作日", "10工作日", " 十 个 工作日 以内", "10个工作日之内"],
)
def test_working_days_may_be_written_in_several_ways(period: str) -> None:
    assert period_end(period, date(2022, 3, 1), KNOWN) == date(2022, 3, 15)


def test_a_year_that_the_ledger_writes_down_is_known() -> None:
    days = {8: True, 9: False, 11: False, 17: False, 18: True, 23: True, 24: False}
    assert {day: IN_2097.works(date(2097, 2, day)) for day in days} == days
    assert period_end("6个工作日", date(2097, 2, 8), IN_2097) == date(2097, 2, 23)


def test_the_ledger_overrides_single_days_of_a_known_year() -> None:
    year = {"年份": "2022", "放假": "2022-03-02", "上班": ["2022-03-05", "2022-10-01 至 2022-10-02"]}
    calendar = calendar_of([YearOfHolidays.model_validate(year)])
    assert not calendar.works(date(2022, 3, 2))
    assert calendar.works(date(2022, 3, 5))
    assert calendar.works(date(2022, 10, 2))
    assert not calendar.works(date(2022, 10, 3))


def test_a_day_both_off_and_at_work_is_at_work() -> None:
    year = {"年份": "2097", "放假": "2097-02-11 至 2097-02-17", "上班": "2097-02-13"}
    assert calendar_of([YearOfHolidays.model_validate(year)]).works(date(2097, 2, 13))


@pytest.mark.parametrize("day", [date(2003, 12, 31), date(1950, 1, 1), date(2999, 12, 31)])
def test_a_year_that_nobody_knows_is_not_guessed(day: date) -> None:
    with pytest.raises(YearUnknown) as unknown:
        IN_2097.works(day)
    assert unknown.value.year == day.year


def test_a_period_into_an_unknown_year_names_that_year() -> None:
    with pytest.raises(YearUnknown, match="2098年的放假安排没有收录") as unknown:
        period_end("10个工作日", date(2097, 12, 24), IN_2097)
    assert unknown.value.year == 2098


def test_a_period_that_ends_before_the_unknown_year_needs_nothing_of_it() -> None:
    assert period_end("5个工作日", date(2097, 12, 24), IN_2097) == date(2097, 12, 31)


def test_more_working_days_than_there_are_lead_into_an_unknown_year() -> None:
    with pytest.raises(YearUnknown):
        period_end("999999999个工作日", date(2022, 1, 1), IN_2097)


@given(st.dates(date(2004, 1, 1), date(2025, 6, 30)), st.integers(1, 60))
def test_the_last_working_day_of_a_period_is_worked_and_has_the_others_before_it(start: date, count: int) -> None:
    end = KNOWN.after(start, count)
    days = [start + timedelta(passed) for passed in range(1, (end - start).days + 1)]
    assert KNOWN.works(end)
    assert sum(KNOWN.works(day) for day in days) == count


@given(st.dates(date(2090, 1, 1), date(2199, 12, 31)))
def test_without_holidays_a_written_year_has_ordinary_weeks(day: date) -> None:
    assert Calendar(frozenset({day.year})).works(day) is (day.weekday() < 5)
