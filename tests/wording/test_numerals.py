"""Chinese numerals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.wording import numeral, parse_numeral

ANY_NUMBER = st.one_of(st.integers(0, 10**5), st.integers(0, 10**40), st.integers(0, 40).map(lambda power: 10**power))


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "零"),
        (3, "三"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (21, "二十一"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (10_010, "一万零一十"),
        (100_000, "十万"),
        (1_101_000, "一百一十万一千"),
        (10**8, "一亿"),
        (100_001_000, "一亿零一千"),
        (10**12, "一万亿"),
        (10**16 + 5, "一亿亿零五"),
    ],
)
def test_a_number_is_written_as_it_is_read(number, text):
    assert numeral(number) == text


@given(ANY_NUMBER)
def test_every_numeral_reads_back_as_its_number(number):
    assert parse_numeral(numeral(number)) == number


@given(ANY_NUMBER.filter(bool))
def test_no_numeral_has_a_doubled_or_trailing_zero(number):
    text = numeral(number)
    assert "零零" not in text
    assert not text.startswith("零")
    assert not text.endswith("零")


@pytest.mark.parametrize("wrong", [True, False, -1, "3", 3.0, None])
def test_what_is_no_whole_number_from_zero_is_refused_in_chinese(wrong):
    with pytest.raises(ValueError, match="汉字数字"):
        numeral(wrong)


@pytest.mark.parametrize("wrong", ["", "一十", "二零", "一百零", "三只", "一零零"])
def test_an_irregular_numeral_is_not_read(wrong):
    with pytest.raises(ValueError, match="不是规范的汉字数字"):
        parse_numeral(wrong)
