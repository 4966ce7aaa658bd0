"""Drop-downs and colours. What the colours say is worked out by a small reader of their formulas."""

import datetime
import io
import re

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from reportgen.workbook.plan import (
    Area,
    Choice,
    ColumnPlan,
    DueColumns,
    PlannedValue,
    SheetPlan,
    TablePlan,
    WorkbookPlan,
)
from reportgen.workbook.writing import workbook_bytes

TODAY = datetime.date(2022, 8, 16)
DAY = datetime.timedelta(1)
RED, AMBER = "00FFC7CE", "00FFE699"

Rows = tuple[tuple[PlannedValue, ...], ...]


def _sheet(
    columns: tuple[ColumnPlan, ...],
    rows: Rows,
    lists: dict[str, tuple[str, ...]] | None = None,
    merged: tuple[Area, ...] = (),
    due: tuple[DueColumns, ...] = (),
    locked: bool = False,
) -> Worksheet:
    table = TablePlan("标题", "", columns, rows, merged, due)
    plan = WorkbookPlan("标题", (SheetPlan("台账", (table,), locked),), lists or {})
    return load_workbook(io.BytesIO(workbook_bytes(plan)))["台账"]


def _status(strict: bool = True) -> tuple[ColumnPlan, ...]:
    return ColumnPlan("序号", 6), ColumnPlan("整改状态", 10, "centre", Choice("状态", strict))


STATUSES = {"单位": ("甲", "乙"), "状态": ("未启动", "已完成")}


def test_drop_down_refers_to_the_hidden_sheet():
    (rule,) = _sheet(_status(), (("1", "未启动"), ("2", None)), STATUSES).data_validations.dataValidation
    assert (rule.type, rule.formula1) == ("list", "'选项'!$B$2:$B$3")
    assert "B3:B4" in rule.sqref
    assert not rule.showDropDown  # of all things this attribute hides the arrow


def test_strict_list_refuses_other_text_and_says_so_in_chinese():
    (rule,) = _sheet(_status(), (("1", None),), STATUSES).data_validations.dataValidation
    assert rule.showErrorMessage
    assert (rule.errorStyle or "stop") == "stop"
    assert rule.errorTitle == "不在列表中"
    assert rule.error.startswith("“状态”只能从下拉列表中选")


def test_list_that_is_not_strict_takes_other_text():
    (rule,) = _sheet(_status(strict=False), (("1", None),), STATUSES).data_validations.dataValidation
    assert not rule.showErrorMessage


def test_drop_down_goes_on_below_the_table_but_not_where_nothing_can_be_added():
    (more,) = _sheet(_status(), (("1", None),), STATUSES).data_validations.dataValidation
    (locked,) = _sheet(_status(), (("1", None),), STATUSES, locked=True).data_validations.dataValidation
    assert (str(more.sqref), str(locked.sqref)) == ("B3:B203", "B3")


def test_empty_list_makes_no_drop_down():
    assert not _sheet(_status(), (("1", None),), {"状态": ()}).data_validations.dataValidation


def _colour(sheet: Worksheet, cell: str) -> str | None:
    """The fill that Excel would give the cell on the 16th of August: rules in order of priority, the first that holds."""
    row, column = sheet[cell].row, sheet[cell].column_letter
    rules = [
        (rule, str(area.sqref).split()) for area in sheet.conditional_formatting if cell in area for rule in area.rules
    ]
    for rule, areas in sorted(rules, key=lambda found: found[0].priority):
        first = int(re.search(r"\d+", areas[0]).group())  # type: ignore[union-attr]
        assert areas[0].startswith(column)
        if _holds(rule.formula[0], sheet, row - first):
            return str(rule.dxf.fill.bgColor.rgb)
    return None


def _holds(formula: str, sheet: Worksheet, down: int) -> bool:
    """Works out AND, OR, NOT, ISNUMBER, TODAY, comparisons and `$`-anchored columns, moved down as Excel moves them."""

    def value(found: re.Match[str]) -> str:
        held = sheet[f"{found[1]}{int(found[2]) + down}"].value
        return repr(held.date().toordinal() if isinstance(held, datetime.datetime) else held or "")

    text = formula.replace("TODAY()", str(TODAY.toordinal()))
    strings: list[str] = []

    def keep(found: re.Match[str]) -> str:
        strings.append(found[1].replace('""', '"'))
        return f"\0{len(strings) - 1}\0"

    text = re.sub(r'"((?:[^"]|"")*)"', keep, text)
    text = re.sub(r"(?<![<>=])=(?!=)", "==", text)
    text = re.sub(r"\$([A-Z]+)(\d+)", value, text)
    text = re.sub("\0(\\d+)\0", lambda found: repr(strings[int(found[1])]), text)
    functions = {
        "AND": lambda *given: all(given),
        "OR": lambda *given: any(given),
        "NOT": lambda given: not given,
        "ISNUMBER": lambda given: isinstance(given, int),
    }
    # Excel puts any text above any number, Python refuses; ISNUMBER is asked first in every formula, so the rest is lazy
    lazy = re.sub(r"^AND\((ISNUMBER\([^)]*\)),(.*)\)$", r"(\1 and AND(\2))", text)
    return bool(eval(lazy, {"__builtins__": {}}, functions))


COLUMNS = (
    ColumnPlan("措施", 20),
    ColumnPlan("措施时限", 11, "date"),
    ColumnPlan("措施完成日期", 11, "date"),
    ColumnPlan("整改时限", 11, "date"),
    ColumnPlan("整改状态", 10, "centre"),
)
OF_ISSUE = DueColumns(4, 5, ("已完成",), 30)
OF_MEASURE = DueColumns(2, 3, ("已完成",), 30, also_done=5)


@pytest.mark.parametrize(
    ("due", "status", "colour"),
    [
        (TODAY - DAY, "正在整改", RED),
        (TODAY - DAY, None, RED),
        (TODAY - DAY, "基本完成", RED),
        (TODAY - DAY, "已完成", None),
        (TODAY, "正在整改", AMBER),
        (TODAY + 30 * DAY, "正在整改", AMBER),
        (TODAY + 31 * DAY, "正在整改", None),
        (TODAY + DAY, "已完成", None),
        ("立行立改", "正在整改", None),
        ("长期坚持", "长期坚持", None),
        ("2022-01-01", "正在整改", None),
        (None, "正在整改", None),
        (TODAY - DAY, TODAY - DAY, None),
    ],
)
def test_date_is_red_when_it_has_passed_amber_when_it_is_near_plain_when_it_is_done_or_no_date(due, status, colour):
    sheet = _sheet(COLUMNS, (("甲", None, None, due, status),), due=(OF_ISSUE,))
    assert _colour(sheet, "D3") == colour


def test_dates_of_merged_issues_look_at_their_own_status():
    rows = (
        ("一", None, None, TODAY - DAY, "已完成"),
        ("二", None, None, None, None),
        ("三", None, None, TODAY - DAY, "正在整改"),
        ("四", None, None, None, None),
    )
    merged = tuple(Area(top, column, top + 1, column) for top in (1, 3) for column in (4, 5))
    sheet = _sheet(COLUMNS, rows, merged=merged, due=(OF_ISSUE,))
    assert (_colour(sheet, "D3"), _colour(sheet, "D5")) == (None, RED)


def test_measure_is_done_by_its_own_date_or_with_its_merged_issue():
    rows = (
        ("一", TODAY - DAY, None, TODAY, "正在整改"),
        ("二", TODAY - DAY, TODAY - DAY, None, None),
        ("三", TODAY + DAY, None, None, None),
        ("四", TODAY - DAY, None, TODAY, "已完成"),
        ("五", TODAY - DAY, None, None, None),
        ("六", TODAY - DAY, None, TODAY, None),
    )
    merged = tuple(Area(top, column, bottom, column) for top, bottom in ((1, 3), (4, 5)) for column in (4, 5))
    sheet = _sheet(COLUMNS, rows, merged=merged, due=(OF_MEASURE, OF_ISSUE))
    assert [_colour(sheet, f"B{row}") for row in range(3, 9)] == [RED, None, AMBER, None, None, RED]
    assert [_colour(sheet, f"D{row}") for row in (3, 6, 8)] == [AMBER, None, AMBER]


def test_many_merged_issues_need_few_rules():
    rows = tuple(("甲", TODAY - DAY, None, TODAY if row % 3 == 0 else None, None) for row in range(300))
    merged = tuple(Area(top, column, top + 2, column) for top in range(1, 300, 3) for column in (4, 5))
    sheet = _sheet(COLUMNS, rows, merged=merged, due=(OF_MEASURE, OF_ISSUE))
    assert sum(len(area.rules) for area in sheet.conditional_formatting) < 20
    assert _colour(sheet, "B302") == RED


def test_colours_go_on_below_the_table():
    sheet = _sheet(COLUMNS, (("甲", None, None, TODAY - DAY, None),), due=(OF_ISSUE,))
    assert any("D4" in area for area in sheet.conditional_formatting)


def test_word_with_a_quotation_mark_is_compared_as_it_is():
    due = DueColumns(4, 5, ('已"销号"',), 30)
    sheet = _sheet(COLUMNS, (("甲", None, None, TODAY - DAY, '已"销号"'),), due=(due,))
    assert _colour(sheet, "D3") is None
