"""Periods reckoned from a date."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.facts import period_end


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        ("6个月", date(2021, 11, 11), date(2022, 5, 11)),
        ("1个月", date(2021, 12, 15), date(2022, 1, 15)),
        ("1个月", date(2022, 1, 31), date(2022, 2, 28)),
        ("1个月", date(2024, 1, 31), date(2024, 2, 29)),
        ("3个月", date(2021, 11, 30), date(2022, 2, 28)),
        ("1年", date(2024, 2, 29), date(2025, 2, 28)),
        ("半年", date(2022, 8, 31), date(2023, 2, 28)),
        ("三个月", date(2022, 1, 1), date(2022, 4, 1)),
        ("１５日", date(2022, 2, 20), date(2022, 3, 7)),
        ("15天", date(2022, 12, 20), date(2023, 1, 4)),
        (" 15日内 ", date(2022, 1, 1), date(2022, 1, 16)),
        ("2022-5-31", date(2021, 11, 11), date(2022, 5, 31)),
        ("2022年5月31日", date(2021, 11, 11), date(2022, 5, 31)),
    ],
)
def test_a_period_ends_on_its_day(period, start, end):
    assert period_end(period, start) == end


@pytest.mark.parametrize(
    "period", ["10个工作日", "尽快", "", "2022-02-30", "99999年", "9" * 5000 + "日", "9999999999天"]
)
def test_what_is_no_period_or_needs_a_calendar_of_holidays_has_no_end(period):
    assert period_end(period, date(2022, 1, 1)) is None


@given(st.integers(0, 240), st.dates(date(2000, 1, 1), date(2050, 12, 31)))
def test_a_period_of_months_ends_in_its_month_on_the_same_day_or_the_last(months, start):
    end = period_end(f"{months}个月", start)
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    assert end.day == start.day or (end.day < start.day and end.day >= 28)
