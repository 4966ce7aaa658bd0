"""The exported workbook of the sample as the office knows a ledger, taken apart with openpyxl."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from reportgen.exchange.book import ledger_book
from reportgen.facts import compute
from reportgen.ledger.load import load
from reportgen.model import Ledger
from reportgen.workbook.writing import workbook_bytes
from tests.facts.conftest import ledger_of as _ledger_of

ledger_of = _ledger_of
AS_OF = date(2022, 7, 29)
HEADER = 3


@pytest.fixture(scope="module")
def sample() -> Ledger:
    ledger = load(Path(__file__).resolve().parents[2] / "data").ledger
    assert ledger is not None
    return ledger


@pytest.fixture(scope="module")
def book(sample: Ledger, tmp_path_factory: pytest.TempPathFactory) -> Any:
    file = tmp_path_factory.mktemp("export") / "台账.xlsx"
    file.write_bytes(workbook_bytes(ledger_book(sample, AS_OF, 15)))
    return openpyxl.load_workbook(file)


@pytest.fixture(scope="module")
def main(book: Any) -> Any:
    return book["整改台账"]


def heading(sheet: Any, name: str) -> int:
    return next(cell.column for cell in sheet[HEADER] if cell.value == name)


def filled(sheet: Any, name: str) -> Iterator[Any]:
    column = heading(sheet, name)
    return (row[column - 1] for row in sheet.iter_rows(min_row=HEADER + 1) if row[column - 1].value is not None)


def test_sheets_come_in_the_order_that_was_asked_for(book: Any) -> None:
    assert book.sheetnames[:3] == ["整改台账", "统计", "三个清单"]
    assert {sheet.title for sheet in book if sheet.sheet_state != "visible"} == {"选项", "标记"}


def test_a_title_above_a_header_that_stays(main: Any) -> None:
    titles = [cell.value for cell in main[1] if cell.value]
    assert titles == ["示例市委落实省委第九轮巡视反馈意见整改台账"]
    assert main.freeze_panes == f"C{HEADER + 1}"


def test_one_row_a_measure_with_the_cells_of_the_issue_merged(main: Any, sample: Ledger) -> None:
    assert main.max_row == HEADER + sum(max(len(issue.measures), 1) for issue in sample.issues)
    first = len(sample.issues[0].measures)
    number, content = heading(main, "序号"), heading(main, "整改措施")
    areas = {(area.min_col, area.min_row, area.max_row) for area in main.merged_cells.ranges}
    assert (number, HEADER + 1, HEADER + first) in areas
    assert not [area for area in areas if area[0] == content]


def test_marks_are_hidden_and_each_row_has_its_own(main: Any) -> None:
    column = main.column_dimensions["A"]
    marks = [cell.value for cell in filled(main, "行标识")]
    assert column.hidden
    assert len(marks) == len(set(marks)) == main.max_row - HEADER


def test_dates_are_dates_and_numbers_text(main: Any) -> None:
    deadlines = [cell.value for cell in filled(main, "整改时限")]
    assert {type(value) for value in deadlines} == {datetime, str}
    assert {value for value in deadlines if isinstance(value, str)} == {"立行立改", "长期坚持"}
    assert all(isinstance(cell.value, datetime) and "yy" in cell.number_format for cell in filled(main, "完成日期"))
    assert [cell.value for cell in filled(main, "序号")] == [str(number) for number in range(1, 29)]


@pytest.mark.parametrize("name", ["整改状态", "措施类型", "方面", "牵头单位", "责任单位", "专项整改组"])
def test_drop_downs_from_lists_on_a_hidden_sheet(main: Any, name: str) -> None:
    letter = main.cell(HEADER, heading(main, name)).column_letter
    rules = [rule for rule in main.data_validations.dataValidation if f"{letter}{HEADER + 1}" in rule.sqref]
    assert [rule.type for rule in rules] == ["list"]
    assert "选项" in rules[0].formula1


def test_overdue_and_due_soon_are_coloured(main: Any) -> None:
    letter = main.cell(HEADER, heading(main, "整改时限")).column_letter
    formulas = [
        formula
        for cells in main.conditional_formatting
        if str(cells.sqref).startswith(letter)
        for rule in cells.rules
        for formula in rule.formula
    ]
    assert any("<TODAY()" in formula for formula in formulas)
    assert any("TODAY()+15" in formula for formula in formulas)


def test_a4_landscape_with_the_header_on_every_page(main: Any) -> None:
    assert (main.page_setup.orientation, int(main.page_setup.paperSize)) == ("landscape", 9)
    assert main.print_title_rows == f"${HEADER}:${HEADER}"
    last = main.cell(HEADER, heading(main, "进展情况")).column_letter
    assert main.print_area.replace("$", "").split("!")[-1] == f"B1:{last}{main.max_row}"


def test_text_that_begins_like_a_formula_stays_text(ledger_of: Any, tmp_path: Path) -> None:
    texts = ["=1+1", "+86", "-3", "@甲", '=HYPERLINK("http://a")']
    ledger = ledger_of([{"标题": text, "进展情况": text, "整改措施": [text]} for text in texts])
    file = tmp_path / "台账.xlsx"
    file.write_bytes(workbook_bytes(ledger_book(ledger, AS_OF, 15)))
    sheet = openpyxl.load_workbook(file)["整改台账"]
    for name in ("反馈问题", "进展情况", "整改措施"):
        assert [(cell.value, cell.data_type, cell.quotePrefix) for cell in filled(sheet, name)] == [
            (text, "s", True) for text in texts
        ]


def test_statistics_are_those_of_the_facts(book: Any, sample: Ledger) -> None:
    facts = compute(sample, AS_OF)
    rows = {row[0].value: [cell.value for cell in row[1:]] for row in book["统计"].iter_rows() if row[0].value}
    for aspect in facts.by_aspect:
        assert rows[aspect.name][0] == aspect.as_row()["问题数"]
    assert rows["已完成"][0] == facts.values["已完成数"]


def test_the_three_lists_have_every_issue_and_measure(book: Any, sample: Ledger) -> None:
    sheet = book["三个清单"]
    cells = {cell.value for row in sheet.iter_rows() for cell in row}
    for title in ("巡视反馈问题清单", "整改任务清单", "整改责任清单"):
        assert any(title in str(value) for value in cells)
    assert {issue.title for issue in sample.issues} <= cells
    assert {measure.content for issue in sample.issues for measure in issue.measures} <= cells


def test_an_empty_ledger_is_a_workbook_too(ledger_of: Any, tmp_path: Path) -> None:
    file = tmp_path / "台账.xlsx"
    file.write_bytes(workbook_bytes(ledger_book(ledger_of([]), AS_OF, 15)))
    assert openpyxl.load_workbook(file)["整改台账"].max_row == HEADER
