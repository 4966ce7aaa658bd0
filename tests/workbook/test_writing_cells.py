"""What is written is what was given: read back by two readers that know nothing of the writing half."""

import datetime
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.cell import Cell
from python_calamine import CalamineWorkbook

from reportgen.errors import ReportgenError
from reportgen.workbook.plan import ColumnPlan, Look, PlannedValue, SheetPlan, TablePlan, WorkbookPlan
from reportgen.workbook.writing import workbook_bytes

FIRST_DATA_ROW = 3


def _plan(values: list[PlannedValue], look: Look = "text") -> WorkbookPlan:
    """A sheet 台账 with a title, a header and one value in each row of column B."""
    columns = (ColumnPlan("序号", 6, "centre"), ColumnPlan("内容", 30, look))
    rows = tuple((f"{number:03}", value) for number, value in enumerate(values, 1))
    return WorkbookPlan("标题", (SheetPlan("台账", (TablePlan("标题", "", columns, rows),)),))


def _cells(values: list[PlannedValue], look: Look = "text") -> list[Cell]:
    sheet = load_workbook(io.BytesIO(workbook_bytes(_plan(values, look))))["台账"]
    return [sheet.cell(FIRST_DATA_ROW + place, 2) for place in range(len(values))]


def _cell(value: PlannedValue, look: Look = "text") -> Cell:
    return _cells([value], look)[0]


def _shown(values: list[PlannedValue]) -> list[object]:
    """What a program shows that, as Excel does, resolves the escapes of OOXML."""
    raw = io.BytesIO(workbook_bytes(_plan(values)))
    rows = CalamineWorkbook.from_filelike(raw).get_sheet_by_name("台账").to_python(skip_empty_area=False)
    return [row[1] for row in rows[FIRST_DATA_ROW - 1 :]]


LEGAL = st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff" + "".join(map(chr, [*range(9), 11, 12, *range(14, 32)])))  # fmt: skip


@settings(max_examples=60)
@given(st.lists(st.text(LEGAL, min_size=1, max_size=60), min_size=1, max_size=20))
def test_every_text_that_xml_allows_comes_back_as_it_was(texts):
    assert _shown(texts) == texts


@settings(max_examples=60)
@given(st.lists(st.text("_x0aAdD5F\r\n", min_size=1, max_size=30), min_size=1, max_size=20))
def test_text_that_looks_like_an_escape_comes_back_as_it_was(texts):
    assert _shown(texts) == texts


@pytest.mark.parametrize("text", ["=1+1", "=SUM(A1:A3)", "+86", "-5", "@甲", "=cmd|' /C calc'!A0"])
def test_text_that_would_be_a_formula_is_text_and_stays_text_when_edited(text):
    cell = _cell(text)
    assert (cell.value, cell.data_type, cell.number_format, cell.quotePrefix) == (text, "s", "@", True)


@pytest.mark.parametrize("text", ["002", "1:2", "3.10", "2022-05-31", "1e5", "TRUE", "#N/A", "０１２", "立行立改"])
def test_text_that_looks_like_something_else_is_text(text):
    cell = _cell(text)
    assert (cell.value, cell.data_type, cell.number_format) == (text, "s", "@")


@pytest.mark.parametrize(
    "text", [" 前", "后 ", "　", "一\n\n二\n", "\n一", "甲\t乙", "&<>\"'", "]]>", "𠮷𝌆😀", "{{ 事实 }}"]
)
def test_blanks_line_breaks_and_rare_characters_are_kept(text):
    assert _cell(text).value == text
    assert _shown([text]) == [text]


def test_text_typed_later_into_an_empty_cell_stays_text():
    assert _cell(None).number_format == "@"


def test_long_text_has_no_text_format_because_old_excel_shows_signs_for_it():
    assert [cell.number_format for cell in _cells(["字" * 255, "字" * 256, "=" + "字" * 256])] == [
        "@",
        "General",
        "General",
    ]
    assert _cell("=" + "字" * 256).quotePrefix


def test_date_is_a_real_date():
    cell = _cell(datetime.date(2022, 5, 31), "date")
    assert (cell.value, cell.number_format) == (datetime.datetime(2022, 5, 31), "yyyy-mm-dd")


def test_date_is_a_date_in_a_column_of_text():
    assert _cell(datetime.date(2024, 2, 29)).value == datetime.datetime(2024, 2, 29)


def test_word_in_a_column_of_dates_is_text_and_a_date_can_be_typed_over_it():
    cell = _cell("立行立改", "date")
    assert (cell.value, cell.data_type, cell.number_format) == ("立行立改", "s", "yyyy-mm-dd")


def test_date_before_excel_can_count_right_is_written_as_text():
    assert _cell(datetime.date(1900, 2, 28), "date").value == "1900-02-28"
    assert _cell(datetime.date(1900, 3, 1), "date").value == datetime.datetime(1900, 3, 1)


def test_numbers_are_numbers():
    assert [cell.value for cell in _cells([0, -3, 1.25, 10**14], "number")] == [0, -3, 1.25, 10**14]


def test_rate_is_shown_in_percent():
    cell = _cell(0.4286, "percent")
    assert (cell.value, cell.number_format) == (0.4286, "0.0%")


def test_number_that_is_none_is_a_fault_of_the_program():
    with pytest.raises(ValueError, match="B3 holds no number"):
        workbook_bytes(_plan([float("nan")], "number"))


def test_longest_text_of_a_cell_is_written_whole():
    assert _cell("字" * 32_767).value == "字" * 32_767


def test_longer_text_is_refused_and_not_cut():
    with pytest.raises(ReportgenError) as raised:
        workbook_bytes(_plan(["好", "字" * 32_768]))
    (problem,) = raised.value.problems
    assert problem.code == "workbook-cell-too-long"
    assert (problem.place.sheet, problem.place.cell) == ("台账", "B4")
    assert "32768" in problem.message


def test_length_is_counted_as_excel_counts_it():
    assert _cell("𠮷" * 16_383).value == "𠮷" * 16_383
    with pytest.raises(ReportgenError):
        workbook_bytes(_plan(["𠮷" * 16_384]))


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_character_that_xml_forbids_is_refused(character):
    with pytest.raises(ReportgenError) as raised:
        workbook_bytes(_plan([f"甲{character}乙"]))
    (problem,) = raised.value.problems
    assert problem.code == "workbook-illegal-character"
    assert (problem.place.sheet, problem.place.cell) == ("台账", "B3")
    assert f"第 2 个字符（U+{ord(character):04X}）" in problem.message


def test_all_faults_are_told_together():
    with pytest.raises(ReportgenError) as raised:
        workbook_bytes(_plan(["\x01", "好", "\x02", "长" * 40_000]))
    assert [problem.place.cell for problem in raised.value.problems] == ["B3", "B5", "B6"]


@pytest.mark.parametrize("name", ["", "  ", "甲/乙", "a:b", "[甲]", "甲?", "'甲'", "长" * 32, "甲\x01", "甲\n乙"])
def test_name_that_no_sheet_can_have_is_refused(name):
    table = TablePlan("标题", "", (ColumnPlan("序号", 6),), ())
    with pytest.raises(ReportgenError) as raised:
        workbook_bytes(WorkbookPlan("标题", (SheetPlan(name, (table,)),)))
    assert [problem.code for problem in raised.value.problems] == ["workbook-sheet-name"]


def test_two_sheets_cannot_have_one_name_nor_that_of_a_hidden_one():
    table = TablePlan("标题", "", (ColumnPlan("序号", 6),), ())
    sheets = tuple(SheetPlan(name, (table,)) for name in ("Sheet", "sheet", "标记"))
    with pytest.raises(ReportgenError) as raised:
        workbook_bytes(WorkbookPlan("标题", sheets, marks={"格式": "1"}))
    assert [problem.place.sheet for problem in raised.value.problems] == ["sheet", "标记"]
