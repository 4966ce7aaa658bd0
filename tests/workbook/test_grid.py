"""Cells found by row and column, inside merged ranges too."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.workbook.grid import Cell, Range, Sheet, column_letter


def sheet(cells: dict[tuple[int, int], str], *merged: Range) -> Sheet:
    rows: dict[int, dict[int, Cell]] = {}
    for (row, column), value in cells.items():
        rows.setdefault(row, {})[column] = Cell(value, f"{column_letter(column)}{row}")
    return Sheet("台账", True, rows, merged)


def filled(of: Sheet, row: int, column: int) -> object:
    cell = of.filled(row, column)
    return cell and cell.value


@pytest.mark.parametrize(
    ("column", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (28, "AB"), (702, "ZZ"), (16384, "XFD")]
)
def test_letters_of_columns(column: int, letters: str) -> None:
    assert column_letter(column) == letters


def test_a_cell_that_is_empty_is_none() -> None:
    assert sheet({(2, 2): "有"}).cell(2, 2) == Cell("有", "B2")
    assert sheet({(2, 2): "有"}).cell(2, 3) is None
    assert sheet({(2, 2): "有"}).cell(7, 2) is None


def test_inside_a_merged_range_the_upper_left_cell_is_meant() -> None:
    found = sheet({(2, 1): "1", (5, 1): "2"}, Range(2, 1, 4, 1), Range(5, 1, 6, 1))
    assert [filled(found, row, 1) for row in range(1, 8)] == [None, "1", "1", "1", "2", "2", None]


def test_a_title_over_all_columns_is_found_in_each() -> None:
    found = sheet({(1, 1): "整改台账", (2, 1): "序号"}, Range(1, 1, 1, 30))
    assert [filled(found, 1, column) for column in (1, 2, 30, 31)] == ["整改台账", "整改台账", "整改台账", None]
    assert filled(found, 2, 2) is None


def test_what_stands_in_the_cell_itself_goes_before_the_corner() -> None:
    assert filled(sheet({(1, 1): "角", (2, 1): "自己"}, Range(1, 1, 3, 1)), 2, 1) == "自己"


def test_a_merged_range_without_text_is_empty() -> None:
    assert filled(sheet({(9, 9): "远"}, Range(1, 1, 3, 3)), 2, 2) is None


@given(st.data())
def test_ranges_side_by_side_are_told_apart(data: st.DataObject) -> None:
    """A grid cut into blocks of any size: every cell of a block says what its corner says."""
    heights = data.draw(st.lists(st.integers(1, 5), min_size=1, max_size=6))
    widths = data.draw(st.lists(st.integers(1, 5), min_size=1, max_size=6))
    blocks, top = [], 1
    for height in heights:
        left = 1
        for width in widths:
            blocks.append(Range(top, left, top + height - 1, left + width - 1))
            left += width
        top += height
    blocks = data.draw(st.permutations(blocks))
    found = sheet({(each.top, each.left): str(each) for each in blocks}, *blocks)
    for each in blocks:
        rows, columns = range(each.top, each.bottom + 1), range(each.left, each.right + 1)
        assert {filled(found, row, column) for row in rows for column in columns} == {str(each)}
    assert filled(found, top, 1) is None
    assert filled(found, 1, sum(widths) + 1) is None


def test_looking_up_does_not_slow_down_with_the_number_of_ranges() -> None:
    ranges = [Range(row, column, row + 2, column) for row in range(1, 15_000, 3) for column in range(1, 11)]
    found = sheet({(each.top, each.left): "文" for each in ranges}, *ranges)
    begun = time.process_time()
    assert all(filled(found, row, column) == "文" for row in range(1, 15_000) for column in range(1, 11))
    assert time.process_time() - begun < 3
