"""Titles in lines."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.wording import title_lines

PIECES = [
    "中共示例市委员会",
    "关于",
    "《示例办法》",
    "“回头看”",
    "2022年",
    "省委巡视",
    "反馈意见",
    "整改",
    "的",
    "和",
    "、",
    "情况",
    "某",
    "A",
    "通知",
]
TITLES = st.lists(st.sampled_from(PIECES), max_size=16).map("".join)


def _width(line: str) -> float:
    return sum(1 if unicodedata.east_asian_width(char) in "WFA" else 0.5 for char in line)


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("示例市落实省委巡视反馈意见整改方案", ("示例市落实省委巡视反馈意见整改方案",)),
        ("中共示例市委员会关于巡视整改进展情况的通报", ("中共示例市委员会", "关于巡视整改进展情况的通报")),
        (
            "中共示例市委员会关于省委第九轮巡视整改进展情况的通报",
            ("中共示例市委员会", "关于省委第九轮巡视整改进展情况的通报"),
        ),
        ("关于省委第九轮巡视反馈意见集中整改进展情况的报告", ("关于省委第九轮巡视反馈意见", "集中整改进展情况的报告")),
        (
            "中共示例市委关于落实省委第七巡视组反馈意见的整改方案",
            ("中共示例市委", "关于落实省委第七巡视组", "反馈意见的整改方案"),
        ),
        ("关于印发《示例市2022年度整改工作要点》的通知", ("关于印发", "《示例市2022年度整改工作要点》的通知")),
        (
            "中共示例市委员会关于印发《示例市落实省委巡视反馈意见整改方案》的通知",
            ("中共示例市委员会", "关于印发《示例市落实省委巡视", "反馈意见整改方案》的通知"),
        ),
    ],
)
def test_a_title_breaks_where_its_meaning_does(title, lines):
    assert title_lines(title) == lines


def test_the_author_s_own_lines_hold():
    assert title_lines("中共示例市委员会\n 关于巡视整改进展情况的通报\n") == (
        "中共示例市委员会",
        "关于巡视整改进展情况的通报",
    )


def test_an_empty_title_has_no_lines():
    assert title_lines("") == ()


def test_a_title_without_any_good_place_is_still_broken_and_whole():
    lines = title_lines("9" * 45)
    assert "".join(lines) == "9" * 45
    assert all(_width(line) <= 19 for line in lines)


@settings(max_examples=30)
@given(TITLES, st.integers(12, 22))
def test_no_character_is_lost_and_no_line_too_wide(title, limit):
    lines = title_lines(title, limit)
    assert "".join(lines) == title
    assert all(0 < _width(line) <= limit for line in lines)


@settings(max_examples=20)
@given(st.text(max_size=120).filter(lambda text: len(text.split()) == 1 and text == text.strip()))
def test_any_text_whatever_keeps_its_characters(title):
    assert "".join(title_lines(title)) == title


@settings(max_examples=30)
@given(st.lists(st.sampled_from([piece for piece in PIECES if len(piece) > 1]), min_size=1, max_size=12).map("".join))
def test_no_line_starts_with_a_mark_or_splits_a_year_or_a_name_in_quotes(title):
    lines = title_lines(title)
    assert not any(line[0] in "的、》”和年" for line in lines)
    assert all(line.count("《") == line.count("》") and line.count("“") == line.count("”") for line in lines)
    assert not any(left[-1].isdigit() and right[0] in "0123456789年" for left, right in pairwise(lines))


@pytest.mark.parametrize("count", range(20, 38))
def test_lines_are_neither_a_rectangle_nor_an_hourglass(count):
    widths = [len(line) for line in title_lines("关于" + "某" * (count - 4) + "通知")]
    steps = [right - left for left, right in pairwise(widths)]
    assert any(steps) or sum(widths) == 38
    assert not any(left < 0 < right for left, right in pairwise(steps))
