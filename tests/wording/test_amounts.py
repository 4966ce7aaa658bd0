"""Rates and sums."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.wording import amount, percentage, rate


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (Fraction(19, 25), "76%"),
        (Fraction(688, 697), "98.71%"),
        (Decimal("0.051"), "5.1%"),
        (0, "0%"),
        (1, "100%"),
        (Fraction(1, 3), "33.33%"),
        (Fraction(2, 3), "66.67%"),
        (Decimal("0.123450"), "12.35%"),
        (0.29, "29%"),
        (0.00005, "0.01%"),
        ("98.71%", "98.71%"),
        (None, "—"),
    ],
)
def test_a_share_is_shown_to_two_decimals_rounded_half_up(share, text):
    assert percentage(share) == text


def test_a_rate_of_nothing_is_a_dash():
    assert rate(0, 0) == "—"
    assert rate(20, 28) == "71.43%"


@pytest.mark.parametrize("wrong", [True, "很多", "0.5", float("nan"), Decimal("Infinity"), [1]])
def test_what_is_no_number_has_no_percentage(wrong):
    with pytest.raises(ValueError, match="百分比要由一个数转换"):
        percentage(wrong)


@given(st.integers(1, 10**6).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_a_rate_is_never_off_by_more_than_half_its_last_digit(counts):
    part, whole = counts
    shown = Fraction(rate(part, whole).removesuffix("%")) / 100
    assert abs(shown - Fraction(part, whole)) <= Fraction(1, 20_000)


@pytest.mark.parametrize(
    ("yuan", "text"),
    [
        (Decimal("665700"), "66.57万元"),
        (Decimal("13695000"), "1369.5万元"),
        (Decimal("1460000"), "146万元"),
        (Decimal("320000000"), "3.2亿元"),
        (Decimal("123456700"), "12345.67万元"),
        (Decimal("1234.56"), "1234.56元"),
        (Decimal("71320"), "71320元"),
        (500, "500元"),
        (10_000, "1万元"),
        (Decimal("0.05"), "0.05元"),
        (0, "0元"),
        ("66.57万元", "66.57万元"),
        (None, "—"),
    ],
)
def test_a_sum_takes_the_largest_unit_that_loses_no_digit(yuan, text):
    assert amount(yuan) == text


@pytest.mark.parametrize("wrong", [Decimal(-1), Decimal("0.005"), "66.57", True])
def test_a_sum_that_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError, match="金额"):
        amount(wrong)


@given(st.decimals(0, 10**12, places=2))
def test_every_sum_reads_back_as_it_was(yuan):
    text = amount(yuan)
    figure = text.rstrip("亿万元")
    unit = {"亿元": 10**8, "万元": 10**4, "元": 1}[text[len(figure) :]]
    assert Fraction(figure) * unit == Fraction(yuan)
    assert len(figure.partition(".")[2]) <= 2
