"""Rows are high enough for the text in them."""

from reportgen.workbook.heights import HIGHEST_ROW, data_heights, line_count, row_height, text_height, text_width
from reportgen.workbook.looks import BODY_PT
from reportgen.workbook.plan import Area, ColumnPlan, PlannedValue, TablePlan


def _heights(rows: tuple[tuple[PlannedValue, ...], ...], widths: list[float | None], merged: tuple[Area, ...] = ()):
    columns = tuple(ColumnPlan("列", width or 0) for width in widths)
    return data_heights(TablePlan("标题", "", columns, rows, merged), widths)


def test_chinese_character_is_as_wide_as_two_digits():
    assert text_width("2022年") == 6


def test_rare_character_takes_at_least_its_room():
    assert text_width("𠮷") >= 2
    assert text_width("é") >= 1


def test_text_that_just_fits_takes_one_line():
    assert line_count("整改任务", 8, BODY_PT) == 1
    assert line_count("整改任务落", 8, BODY_PT) == 2


def test_half_a_character_more_does_not_fit_another_one():
    assert line_count("整改任务落", 9, BODY_PT) == 2


def test_line_breaks_count_and_so_do_empty_lines():
    assert line_count("一\n\n三\n", 20, BODY_PT) == 4


def test_larger_type_takes_more_lines():
    assert line_count("整改任务", 8, 2 * BODY_PT) > 1


def test_column_narrower_than_a_character_is_no_endless_loop():
    assert line_count("整改任务", 1, BODY_PT) > 1


def test_row_is_as_high_as_its_longest_cell():
    heights = _heights((("字" * 40, "短"),), [10, 10])
    assert heights.rows[0] >= text_height("字" * 40, 10, BODY_PT)
    assert heights.stretched == frozenset()


def test_merged_text_fits_the_rows_of_its_block_together_and_each_row_gets_as_much():
    heights = _heights((("字" * 200, "甲"), (None, "乙"), (None, "丙")), [20, 20], (Area(1, 1, 3, 1),))
    assert sum(heights.rows) >= text_height("字" * 200, 20, BODY_PT)
    assert len(set(heights.rows)) == 1
    assert heights.stretched == {0, 1, 2}


def test_rows_that_are_high_enough_are_not_raised():
    rows = (("短", "字" * 100), (None, "字" * 100))
    assert (
        _heights(rows, [20, 20], (Area(1, 1, 2, 1),)).rows
        == _heights((("", rows[0][1]), ("", rows[1][1])), [20, 20]).rows
    )


def test_block_over_several_columns_has_their_widths_together():
    heights = _heights((("字" * 20, None),), [20, 20], (Area(1, 1, 1, 2),))
    assert heights.rows[0] == _heights((("字",),), [20]).rows[0]


def test_hidden_column_does_not_raise_its_row():
    assert _heights((("短", "字" * 500),), [10, None]).rows[0] == _heights((("短",),), [10]).rows[0]


def test_no_row_is_higher_than_excel_takes_and_too_much_text_is_set_smaller():
    heights = _heights((("字" * 900,),), [30])
    assert heights.rows[0] <= HIGHEST_ROW
    (size,) = heights.sizes.values()
    assert 6 <= size < BODY_PT
    assert text_height("字" * 900, 30, size) <= HIGHEST_ROW


def test_more_than_the_smallest_type_can_hold_gets_the_highest_row():
    heights = _heights((("字" * 30_000,),), [30])
    assert heights.rows == (HIGHEST_ROW,)
    assert heights.sizes == {(0, 0): 6.0}


def test_block_uses_all_its_rows_before_it_is_set_smaller():
    heights = _heights((("字" * 900, "甲"), (None, "乙")), [30, 10], (Area(1, 1, 2, 1),))
    assert heights.sizes == {}
    assert sum(heights.rows) >= text_height("字" * 900, 30, BODY_PT)


def test_rows_raised_to_the_limit_leave_the_rest_to_the_others():
    rows = (("字" * 1200, "字" * 440), (None, "乙"))
    heights = _heights(rows, [30, 30], (Area(1, 1, 2, 1),))
    assert max(heights.rows) <= HIGHEST_ROW
    assert sum(heights.rows) >= text_height("字" * 1200, 30, heights.sizes.get((0, 0), BODY_PT))


def test_numbers_take_one_line():
    assert _heights(((0.5714285714285714,),), [6]).rows == _heights((("字",),), [6]).rows


def test_row_of_its_own_is_as_high_as_its_highest_text():
    assert row_height([("一", 10), ("字" * 40, 10)], 18) > row_height([("一", 10)], 18)
