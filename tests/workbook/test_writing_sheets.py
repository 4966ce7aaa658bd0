"""What the sheets look like: read back with openpyxl."""

import io
from dataclasses import replace

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from reportgen.workbook.plan import Area, ColumnPlan, CoverPlan, SheetPlan, TablePlan, WorkbookPlan
from reportgen.workbook.writing import workbook_bytes
from tests.workbook.sample import issues, list_tables, sent_plan, workbook_plan


@pytest.fixture(scope="module")
def workbook() -> Workbook:
    return load_workbook(io.BytesIO(workbook_bytes(workbook_plan())))


@pytest.fixture(scope="module")
def ledger(workbook: Workbook) -> Worksheet:
    return workbook["整改台账"]


@pytest.fixture(scope="module")
def sent() -> Workbook:
    return load_workbook(io.BytesIO(workbook_bytes(sent_plan())))


def _sheet(*tables: TablePlan, **more: bool) -> Worksheet:
    plan = WorkbookPlan("标题", (SheetPlan("台账", tables, **more),))
    return load_workbook(io.BytesIO(workbook_bytes(plan)))["台账"]


def _table(columns: tuple[ColumnPlan, ...], rows: int = 2) -> TablePlan:
    return TablePlan("标题", "说明", columns, (tuple("字" for _ in columns),) * rows)


def test_title_and_note_stand_above_the_header_over_the_printed_columns(ledger):
    assert ledger["B1"].value == "示例市落实省委巡视反馈意见整改台账"
    assert ledger["B2"].value.startswith("截至2022年8月16日，共28个问题")
    assert [cell.value for cell in ledger[3]][:5] == ["行标识", "序号", "方面", "反馈问题", "整改目标"]
    assert {"B1:P1", "B2:P2"} <= {str(area) for area in ledger.merged_cells.ranges}


def test_title_is_set_in_the_face_of_titles(ledger):
    assert (ledger["B1"].font.name, ledger["B1"].font.size) == ("方正小标宋简体", 18)


def test_header_is_bold_filled_framed_centred_and_wrapped(ledger):
    for cell in ledger[3]:
        assert cell.font.bold
        assert cell.fill.fgColor.rgb == "00DCE6F1"
        assert (cell.alignment.horizontal, cell.alignment.wrap_text) == ("center", True)
        assert cell.border.left.style == cell.border.bottom.style == "thin"


def test_no_note_leaves_no_row():
    sheet = _sheet(replace(_table((ColumnPlan("序号", 6), ColumnPlan("问题", 20))), note=""))
    assert sheet["A2"].value == "序号"


def test_every_cell_of_a_merged_area_has_a_frame_on_all_sides(ledger):
    areas = [area for area in ledger.merged_cells.ranges if area.min_row > 3]
    assert areas
    raw = load_workbook(io.BytesIO(workbook_bytes(replace(workbook_plan(), sheets=_unmerged(workbook_plan())))))
    for row in raw["整改台账"].iter_rows(min_row=4):
        for cell in row:
            border = cell.border
            assert {border.left.style, border.right.style, border.top.style, border.bottom.style} == {"thin"}


def _unmerged(plan: WorkbookPlan) -> tuple[SheetPlan, ...]:
    """openpyxl changes the frames of merged cells when it reads them; so they are read without."""
    first = plan.sheets[0]
    return (replace(first, tables=(replace(first.tables[0], merged=()),)), *plan.sheets[1:])


def test_merged_areas_count_from_the_first_data_row():
    columns = (ColumnPlan("序号", 6), ColumnPlan("措施", 20))
    sheet = _sheet(TablePlan("标题", "说明", columns, (("1", "甲"), (None, "乙")), (Area(1, 1, 2, 1),)))
    assert "A4:A5" in {str(area) for area in sheet.merged_cells.ranges}


def test_area_of_one_cell_is_not_merged_since_excel_calls_that_damaged():
    columns = (ColumnPlan("序号", 6), ColumnPlan("措施", 20))
    sheet = _sheet(TablePlan("标题", "", columns, (("1", "甲"),), (Area(1, 1, 1, 1),)))
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A1:B1"}


def test_areas_that_overlap_are_a_fault_of_the_program():
    columns = (ColumnPlan("序号", 6), ColumnPlan("措施", 20))
    with pytest.raises(ValueError, match="overlap"):
        _sheet(TablePlan("标题", "", columns, (("1", "甲"), (None, None)), (Area(1, 1, 2, 1), Area(2, 1, 2, 2))))


def test_header_and_the_number_stay_in_sight_and_a_filter_stands_on_the_header(ledger):
    last = ledger.max_row
    assert ledger.freeze_panes == "C4"
    assert ledger.auto_filter.ref == f"A3:V{last}"


def test_only_the_header_is_frozen_where_the_first_column_is_no_number():
    assert _sheet(_table((ColumnPlan("方面", 20), ColumnPlan("问题数", 10)))).freeze_panes == "A4"


def test_page_is_a4_landscape_one_page_wide_with_the_header_repeated(ledger):
    assert (ledger.page_setup.paperSize, ledger.page_setup.orientation) == (9, "landscape")
    assert ledger.sheet_properties.pageSetUpPr.fitToPage
    assert (ledger.page_setup.fitToWidth, ledger.page_setup.fitToHeight) == (1, 0)
    assert ledger.print_title_rows == "$3:$3"
    assert ledger.print_options.horizontalCentered
    assert ledger.oddFooter.center.text == "第 &P 页 共 &N 页"


def test_print_area_leaves_out_what_is_hidden_or_aside(ledger):
    assert ledger.print_area == f"'整改台账'!$B$1:$P${ledger.max_row}"


def test_hidden_column_is_hidden_and_columns_aside_are_folded_away(ledger):
    columns = ledger.column_dimensions
    assert columns["A"].hidden
    assert columns["A"].outlineLevel == 0
    for letter in "QRSTUV":
        assert columns[letter].hidden
        assert columns[letter].outlineLevel == 1
    assert columns["W"].collapsed
    assert not columns["P"].hidden


def test_column_is_as_wide_as_planned_and_the_margin_of_its_cells(ledger):
    assert ledger.column_dimensions["D"].width == pytest.approx(18.7)


def test_unit_of_width_is_half_a_character_of_the_body(workbook):
    assert (workbook._fonts[0].name, workbook._fonts[0].size) == ("宋体", 10.5)  # type: ignore[attr-defined]


def test_what_is_typed_below_the_table_is_taken_as_text_or_date(ledger):
    assert ledger.column_dimensions["B"].number_format == "@"
    assert ledger.column_dimensions["H"].number_format == "yyyy-mm-dd"


def test_blocks_are_not_torn_between_pages(ledger):
    inner = {
        row for area in ledger.merged_cells.ranges if area.min_row > 3 for row in range(area.min_row, area.max_row)
    }
    breaks = {mark.id for mark in ledger.row_breaks.brk}
    assert breaks
    assert not breaks & inner


def test_more_page_breaks_than_excel_takes_are_not_set():
    columns = (ColumnPlan("序号", 6), ColumnPlan("问题", 20))
    rows = (("1", "长" * 500), (None, None)) * 1100
    merged = tuple(Area(top, column, top + 1, column) for top in range(1, 2200, 2) for column in (1, 2))
    assert len(_sheet(TablePlan("标题", "", columns, rows, merged)).row_breaks) == 0


def test_several_tables_stand_below_each_other_each_on_a_new_page(workbook):
    sheet, number = workbook["三张清单"], len(issues())
    tops = [1, number + 4, 2 * number + 7]
    assert [sheet.cell(top, 1).value for top in tops] == ["问题清单", "任务清单", "责任清单"]
    assert [sheet.cell(top + 1, 1).value for top in tops] == ["序号"] * 3
    assert [mark.id for mark in sheet.row_breaks.brk] == [tops[1] - 1, tops[2] - 1]
    assert sheet.freeze_panes is None
    assert sheet.auto_filter.ref is None
    assert sheet.print_title_rows is None


def test_tables_that_are_not_paged_follow_each_other():
    assert len(_sheet(*list_tables()).row_breaks) == 0


def test_column_is_as_wide_as_the_widest_of_its_tables_needs(workbook):
    assert workbook["三张清单"].column_dimensions["C"].width == pytest.approx(50.7)


def test_table_without_rows_is_a_header():
    sheet = _sheet(_table((ColumnPlan("序号", 6), ColumnPlan("问题", 20)), rows=0))
    assert sheet.print_area == "'台账'!$A$1:$B$3"
    assert sheet.auto_filter.ref == "A3:B3"


def test_lists_stand_on_a_hidden_sheet_and_marks_on_one_that_is_not_even_offered(workbook):
    assert [(sheet.title, sheet.sheet_state) for sheet in workbook.worksheets] == [
        ("整改台账", "visible"),
        ("统计", "visible"),
        ("三张清单", "visible"),
        ("选项", "hidden"),
        ("标记", "veryHidden"),
    ]
    assert [cell.value for cell in workbook["选项"]["D"]][:6] == [
        "整改状态", "未启动", "正在整改", "基本完成", "已完成", "长期坚持"
    ]  # fmt: skip
    assert list(workbook["标记"].values) == [("格式", "1"), ("台账", "0f3a")]


def test_workbook_without_lists_and_marks_has_no_hidden_sheets():
    plan = WorkbookPlan("标题", (SheetPlan("台账", (_table((ColumnPlan("序号", 6),)),)),))
    assert load_workbook(io.BytesIO(workbook_bytes(plan))).sheetnames == ["台账"]


def test_locked_sheet_can_be_filled_in_only_where_it_is_open(sent):
    sheet = sent["填报"]
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert not sheet.protection.formatRows
    assert not sheet.protection.formatColumns
    assert not sheet.protection.autoFilter
    open_columns = {cell.column for row in sheet.iter_rows(min_row=4) for cell in row if not cell.protection.locked}
    assert open_columns == {6, 9, 14, 15, 16, 21, 22}


def test_open_cells_are_tinted_and_so_are_their_headings(sent):
    sheet = sent["填报"]
    assert sheet["P4"].fill.fgColor.rgb == "00E8F5E9"
    assert sheet["P3"].fill.fgColor.rgb == "00B7DFBB"
    assert sheet["D4"].fill.fill_type is None


def test_shut_cell_of_an_open_column_stays_locked_and_plain(sent):
    sheet = sent["填报"]
    assert (sheet["F4"].protection.locked, sheet["F4"].fill.fill_type) == (True, None)
    assert not sheet["F5"].protection.locked


def test_columns_aside_of_a_locked_sheet_are_not_folded_since_they_could_not_be_unfolded(sent):
    assert not sent["填报"].column_dimensions["U"].hidden


def test_open_columns_say_nothing_where_the_sheet_is_not_locked(ledger):
    assert ledger["P4"].protection.locked
    assert ledger["P4"].fill.fill_type is None
    assert not ledger.protection.sheet


def test_cover_is_the_first_sheet_upright_and_locked(sent):
    cover = sent.worksheets[0]
    assert (cover.title, cover.page_setup.orientation, cover.page_setup.paperSize) == ("封面", "portrait", 9)
    assert cover.protection.sheet
    assert cover["A1"].value == "示例市巡视整改进展填报表"
    assert (cover["A2"].value, cover["B2"].value) == ("填报单位", "市住房城乡建设局")
    assert cover["A6"].value == "填报说明"
    assert cover["A7"].value.startswith("1．只填写绿色单元格")


def test_cover_without_instructions_ends_with_its_lines():
    plan = WorkbookPlan(
        "标题",
        (SheetPlan("台账", (_table((ColumnPlan("序号", 6),)),)),),
        cover=CoverPlan("封面", "标题", (("期限", "8月"),), ()),
    )
    assert load_workbook(io.BytesIO(workbook_bytes(plan)))["封面"].max_row == 2
