"""Periods reckoned from a date."""

from calendar import isleap, monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.facts import period_end
from reportgen.wording import numeral

STARTS = st.dates(date(2000, 1, 1), date(2050, 12, 31))


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        ("6个月", date(2021, 11, 11), date(2022, 5, 11)),
        ("1个月", date(2021, 12, 15), date(2022, 1, 15)),
        ("1个月", date(2022, 1, 31), date(2022, 2, 28)),
        ("1个月", date(2024, 1, 31), date(2024, 2, 29)),
        ("3个月", date(2021, 11, 30), date(2022, 2, 28)),
        ("6个月", date(2023, 8, 31), date(2024, 2, 29)),
        ("1年", date(2024, 2, 29), date(2025, 2, 28)),
        ("4年", date(2024, 2, 29), date(2028, 2, 29)),
        ("半年", date(2022, 8, 31), date(2023, 2, 28)),
        ("三个月", date(2022, 1, 1), date(2022, 4, 1)),
        ("两年", date(2022, 1, 1), date(2024, 1, 1)),
        ("十二个月", date(2022, 1, 1), date(2023, 1, 1)),
        ("１５日", date(2022, 2, 20), date(2022, 3, 7)),
        ("十五日", date(2022, 2, 20), date(2022, 3, 7)),
        ("15天", date(2022, 12, 20), date(2023, 1, 4)),
        (" 15日内 ", date(2022, 1, 1), date(2022, 1, 16)),
        ("15 日以内", date(2022, 1, 1), date(2022, 1, 16)),
        ("2022-5-31", date(2021, 11, 11), date(2022, 5, 31)),
        ("2022年5月31日", date(2021, 11, 11), date(2022, 5, 31)),
    ],
)
def test_a_period_ends_on_its_day(period: str, start: date, end: date) -> None:
    assert period_end(period, start) == end


@given(st.integers(1, 999))
def test_numerals_are_read_like_figures(days: int) -> None:
    assert period_end(f"{numeral(days)}日", date(2022, 1, 1)) == date(2022, 1, 1) + timedelta(days)


@pytest.mark.parametrize(("spelt", "days"), [("两", 2), ("两百", 200), ("一百十五", 115)])
def test_numerals_are_read_as_they_are_spoken_too(spelt: str, days: int) -> None:
    assert period_end(f"{spelt}天", date(2022, 1, 1)) == date(2022, 1, 1) + timedelta(days)


@pytest.mark.parametrize(
    "period", ["10个工作日", "尽快", "", "2022-02-30", "99999年", "9" * 5000 + "日", "9999999999天", "几个工作日"]
)
def test_what_is_no_period_or_needs_a_calendar_of_holidays_has_no_end(period: str) -> None:
    assert period_end(period, date(2022, 1, 1)) is None


@pytest.mark.parametrize("period", ["零日", "百日", "一百二日", "二三日", "十十日", "3个日", "3个年", "3月内内"])
def test_a_spelling_that_leaves_doubt_is_not_read(period: str) -> None:
    assert period_end(period, date(2022, 1, 1)) is None


@given(st.integers(0, 240), STARTS)
def test_a_period_of_months_ends_in_its_month_on_the_same_day_or_the_last(months: int, start: date) -> None:
    end = period_end(f"{months}个月", start)
    assert end is not None
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    last = monthrange(end.year, end.month)[1]
    assert end.day == start.day if start.day <= last else end.day == last < start.day


@given(st.integers(0, 40), STARTS)
def test_a_period_of_years_ends_on_the_same_day_but_for_the_leap_day(years: int, start: date) -> None:
    end = period_end(f"{years}年", start)
    assert end == period_end(f"{years * 12}个月", start)
    leap_day = (start.month, start.day) == (2, 29)
    lost = leap_day and not isleap(start.year + years)
    assert end == date(start.year + years, start.month, 28 if lost else start.day)


@given(st.integers(0, 10_000), STARTS)
def test_a_period_of_days_has_so_many_days(days: int, start: date) -> None:
    assert period_end(f"{days}日", start) == start + timedelta(days)
