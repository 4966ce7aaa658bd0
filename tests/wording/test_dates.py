"""Dates in documents."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.model import DeadlineWord
from reportgen.wording import official_date


@pytest.mark.parametrize("written", ["2022-08-06", "2022-8-6", date(2022, 8, 6), "2022年8月6日"])
def test_a_date_has_its_full_year_and_no_padding(written):
    assert official_date(written) == "2022年8月6日"


@pytest.mark.parametrize("word", ["立行立改", "长期坚持", DeadlineWord.IMMEDIATE])
def test_a_deadline_that_is_a_word_stays_a_word(word):
    assert official_date(word) == str(word)
    assert type(official_date(word)) is str


@pytest.mark.parametrize("nothing", [None, ""])
def test_no_date_is_no_text(nothing):
    assert official_date(nothing) == ""


@pytest.mark.parametrize("wrong", ["2022.8.16", "8月16日", "尽快", 20220816])
def test_what_is_no_date_is_refused_with_an_example(wrong):
    with pytest.raises(ValueError, match="不是日期，请写成 2022-08-16"):
        official_date(wrong)


def test_a_day_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="“2022-02-30”不存在"):
        official_date("2022-02-30")


@given(st.dates())
def test_a_date_and_its_iso_text_read_the_same(day):
    assert official_date(day) == official_date(day.isoformat())
