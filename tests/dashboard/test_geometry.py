"""Figures become coordinates: in their order, within their bounds."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.dashboard.bars import bar, ring
from reportgen.dashboard.course import Course
from reportgen.dashboard.course_chart import WIDTH, course_chart
from reportgen.dashboard.geometry import Scale, apart, count_ticks, month_ticks, shares, stairs
from reportgen.facts import StatusCount, Tally

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2120, 12, 31))


@pytest.mark.parametrize(
    ("highest", "ticks"),
    [
        (0, (0, 1)),
        (1, (0, 1)),
        (6, (0, 1, 2, 3, 4, 5, 6)),
        (25, (0, 5, 10, 15, 20, 25)),
        (28, (0, 5, 10, 15, 20, 25, 30)),
        (5000, (0, 1000, 2000, 3000, 4000, 5000)),
    ],
)
def test_counts_are_marked_at_round_numbers(highest: int, ticks: tuple[int, ...]) -> None:
    assert count_ticks(highest, 6) == ticks


@given(st.integers(min_value=0, max_value=10**9))
def test_marks_of_counts_reach_the_highest_and_are_few(highest: int) -> None:
    ticks = count_ticks(highest, 6)
    assert ticks[0] == 0
    assert ticks[-1] >= highest
    assert len(ticks) <= 7


def test_quarters_begin_where_quarters_begin() -> None:
    found = month_ticks(date(2021, 11, 11), date(2023, 7, 1), 9)
    assert [day.isoformat() for day in found] == [
        "2022-01-01", "2022-04-01", "2022-07-01", "2022-10-01", "2023-01-01", "2023-04-01", "2023-07-01",
    ]  # fmt: skip


@given(DAYS, st.integers(min_value=0, max_value=40_000))
def test_marks_of_dates_are_few_and_within(first: date, days: int) -> None:
    last = first + timedelta(days)
    ticks = month_ticks(first, last, 9)
    assert len(ticks) <= 9
    assert all(first <= day <= last and day.day == 1 for day in ticks)
    assert list(ticks) == sorted(set(ticks))


def test_the_end_of_the_calendar_stops_no_marks() -> None:
    assert month_ticks(date(9999, 11, 2), date(9999, 12, 31), 9) == (date(9999, 12, 1),)


def test_a_scale_without_extent_draws_everything_at_its_start() -> None:
    assert Scale(3, 3, 10, 90).at(3) == 10
    assert Scale(0, 4, 10, 90).at(5) == 90


def test_stairs_keep_each_height_until_the_next_point() -> None:
    assert stairs([(0, 10), (5, 8.333), (7, 2)], 9) == "M0,10H5V8.33H7V2H9"
    assert stairs([], 9) == ""


@given(st.floats(0, 300), st.floats(0, 300))
def test_labels_are_moved_apart_and_keep_their_order(first: float, second: float) -> None:
    upper, lower = apart(first, second, 20)
    assert abs(upper - lower) >= 20 - 1e-9
    assert (upper <= lower) == (first <= second)


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=5), st.integers(0, 5000))
def test_parts_follow_each_other_without_gap_and_stay_within(counts: list[int], more: int) -> None:
    placed = shares(counts, sum(counts) + more)
    assert all(start >= 0 and length >= 0 and start + length <= 100.001 for start, length in placed)
    for (start, length), (following, _) in pairwise(placed):
        assert start + length == pytest.approx(following, abs=0.011)


def test_a_bar_has_no_part_for_a_status_without_issues() -> None:
    tally = Tally(
        name="甲", total=4, done=3, basically_done=0, in_progress=1, not_started=0, ongoing=0, not_done=1, overdue=0
    )
    assert [(part.name, part.count, part.start, part.length) for part in bar(tally, 8)] == [
        ("已完成", 3, 0, 37.5),
        ("正在整改", 1, 37.5, 12.5),
    ]


def test_a_sliver_is_drawn_without_its_count() -> None:
    parts = ring([StatusCount("已完成", 990), StatusCount("未启动", 10)])
    assert [part.legible for part in parts] == [True, False]


@given(
    st.lists(st.tuples(st.integers(0, 900), st.integers(1, 40)), max_size=8),
    st.lists(st.tuples(st.integers(0, 900), st.integers(1, 40)), max_size=8),
    st.integers(0, 4000),
)
def test_everything_of_the_course_is_drawn_within_its_box(
    done: list[tuple[int, int]], expected: list[tuple[int, int]], now: int
) -> None:
    start = date(2021, 11, 11)

    def points(steps: list[tuple[int, int]]) -> tuple[tuple[date, int], ...]:
        heights, total = [(start, 0)], 0
        for day, count in sorted(steps):
            total += count
            heights.append((start + timedelta(day), total))
        return tuple(heights)

    as_of = start + timedelta(now)
    past = [(day, count) for day, count in done if day <= now]
    chart = course_chart(Course(points(past), points(expected)), as_of)
    assert chart.done_by_now == sum(count for _, count in past)
    assert chart.expected_by_now == sum(count for day, count in expected if day <= now)
    assert chart.left <= chart.now <= chart.right
    for tick in chart.dates:
        assert chart.left <= tick.at <= chart.right
    for label in (chart.done_label, chart.owed_label):
        assert chart.left <= (label.x - 110 if label.anchor == "end" else label.x) <= WIDTH - 110
        assert 30 <= label.y <= chart.bottom
    if chart.cut_off is not None:
        assert chart.cut_off < as_of
        assert chart.now == chart.right
