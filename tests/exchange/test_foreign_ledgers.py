"""Ledgers as offices really have them: each value is read by a listed rule or reported with sheet and cell."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from tests.exchange.offices import Imported, data_of, fill, with_xml

Bring = Callable[..., Imported]
SheetOf = Callable[..., Path]
HEAD = ["序号", "反馈问题", "整改措施", "整改时限", "整改状态"]


# --- where the table is ---------------------------------------------------------------------------------------------


def test_title_rows_above_and_headings_of_another_office(bring: Bring, sheet_of: SheetOf) -> None:
    file = sheet_of(
        ["附件1"],
        ["示例市委巡视反馈问题整改台账"],
        ["填报单位：", None, "填报日期：2022年7月1日"],
        ["问题编号", "具体问题", "整改举措", "责任部门", "完成时限（年月日）", "任务状态", "目前进展", "佐证资料"],
        [3, "制度不健全", "修订制度", "市财政局", "2022.9.30", "整改中", "已起草。", "初稿"],
        merged=["A1:H1", "A2:H2"],
    )
    found = bring(file)
    assert found.problems == []
    assert found.news == [
        (3, "责任单位", ["市财政局"]),
        (3, "整改时限", "2022-09-30"),
        (3, "整改状态", "正在整改"),
        (3, "进展情况", "已起草。"),
        (3, "佐证材料", ["初稿"]),
        (3, "措施 1 内容", "修订制度"),
    ]


def test_two_row_header_with_merged_group_headings(bring: Bring, sheet_of: SheetOf) -> None:
    file = sheet_of(
        ["整改台账"],
        ["序号", "问题", None, "责任", None, "完成时间"],
        [None, "反馈问题", "具体表现", "牵头单位", "责任单位", None],
        [3, "制度不健全", "有的制度过时", "市财政局", "市审计局", "2022-09-30"],
        merged=["A1:F1", "A2:A3", "B2:C2", "D2:E2", "F2:F3"],
    )
    found = bring(file)
    assert found.problems == []
    assert found.news == [
        (3, "具体表现", "有的制度过时"),
        (3, "牵头单位", "市财政局"),
        (3, "责任单位", ["市审计局"]),
        (3, "整改时限", "2022-09-30"),
    ]


def test_a_column_that_nobody_knows_and_one_without_a_heading_are_said_not_to_be_read(
    bring: Bring, sheet_of: SheetOf
) -> None:
    found = bring(sheet_of([*HEAD, "包保干部"], [3, "制度不健全", None, "2022-09-30", None, "某同志", "请尽快"]))
    assert found.problems == [("sheet-heading-none", "G2"), ("sheet-heading-unknown", "F1")]
    assert found.news == [(3, "整改时限", "2022-09-30")]


def test_two_columns_for_one_thing_are_refused(bring: Bring, sheet_of: SheetOf) -> None:
    found = bring(sheet_of([*HEAD, "完成时限"], [3, "制度不健全", None, "2022-09-30", None, "2022-10-31"]))
    assert (found.code, found.problems) == (1, [("sheet-heading-double", "F1")])


def test_a_sheet_without_header_an_empty_sheet_and_one_with_nothing_but_a_header(
    bring: Bring, sheet_of: SheetOf
) -> None:
    assert bring(sheet_of(["随便", "写写"])).problems == [("sheet-no-heading", None), ("sheet-none", None)]
    assert bring(sheet_of()).problems == [("sheet-none", None)]
    only_header = bring(sheet_of(HEAD))
    assert (only_header.code, only_header.problems, only_header.changes) == (0, [], [])
    assert only_header.said["absent"] == [1, 2, 3]


def test_several_sheets_are_read_and_one_without_header_is_named(bring: Bring, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    fill(book.active, [["说明", "请各单位认真填报"]])
    fill(book.create_sheet("第一批"), [HEAD, [1, "项目整改不彻底", None, "2022-06-30", None]])
    fill(book.create_sheet("第二批"), [HEAD, [3, "制度不健全", None, "2022-09-30", None]])
    book.save(tmp_path / "台账.xlsx")
    found = bring(tmp_path / "台账.xlsx")
    assert [(each["code"], each["sheet"]) for each in found.said["problems"]] == [("sheet-no-heading", "Sheet")]
    assert found.news == [(1, "整改时限", "2022-06-30"), (3, "整改时限", "2022-09-30")]
    assert found.said["absent"] == [2]


def test_sheets_that_contradict_each_other_are_reported_also_where_one_says_what_the_ledger_says(
    bring: Bring, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    fill(book.active, [HEAD, [3, "制度不健全", None, "2022-09-30", None]])
    fill(book.create_sheet("二"), [HEAD, [3, "制度不健全", None, "2022-10-31", None]])
    fill(book.create_sheet("三"), [HEAD, [1, "项目整改不彻底", None, "2022-05-31", None]])
    fill(book.create_sheet("四"), [HEAD, [1, "项目整改不彻底", None, "2022-06-30", None]])
    book.save(tmp_path / "台账.xlsx")
    found = bring(tmp_path / "台账.xlsx")
    assert found.code == 1
    assert [(each["code"], each["sheet"], each["cell"]) for each in found.said["problems"]] == [
        ("sheet-rows-differ", "二", "D2"),
        ("sheet-rows-differ", "四", "D2"),
    ]


def test_sheets_that_say_the_same_change_it_once(bring: Bring, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    fill(book.active, [HEAD, [3, "制度不健全", None, "2022-09-30", None]])
    fill(book.create_sheet("二"), [HEAD, [3, "制度不健全", None, datetime(2022, 9, 30), None]])
    book.save(tmp_path / "台账.xlsx")
    assert bring(tmp_path / "台账.xlsx").news == [(3, "整改时限", "2022-09-30")]


def test_the_header_once_more_on_a_later_page_is_no_row(bring: Bring, sheet_of: SheetOf) -> None:
    found = bring(
        sheet_of(
            HEAD, [1, "项目整改不彻底", None, "2022-06-30", None], HEAD, [3, "制度不健全", None, "2022-09-30", None]
        )
    )
    assert found.problems == [("sheet-footer", "A3")]
    assert len(found.changes) == 2


def test_another_table_below_the_first_is_not_read_by_its_header(bring: Bring, sheet_of: SheetOf) -> None:
    found = bring(sheet_of(HEAD, [3, "制度不健全"], ["序号", "整改措施", "反馈问题", "整改时限", "整改状态"]))
    assert (found.code, found.problems) == (1, [("sheet-row-number", "A3")])


def test_hidden_rows_columns_and_sheets_are_read_and_said(bring: Bring, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    fill(book.active, [HEAD, [1, "项目整改不彻底", None, "2022-06-30", None], [3, "制度不健全", None, None, "整改中"]])
    book.active.row_dimensions[3].hidden = True
    book.active.column_dimensions["D"].hidden = True
    fill(book.create_sheet("旧"), [HEAD, [2, "资金管理有漏洞", None, "2022-12-31", None]])
    book["旧"].sheet_state = "hidden"
    book.save(tmp_path / "台账.xlsx")
    found = bring(tmp_path / "台账.xlsx", "--dry-run")
    assert [each["code"] for each in found.said["problems"]] == ["sheet-hidden"] * 3
    assert "第 3 行" in found.messages
    assert "D（整改时限）" in found.messages
    assert len(found.changes) == 3


# --- which row belongs to which issue -------------------------------------------------------------------------------


def test_merged_cells_are_filled_down(bring: Bring, sheet_of: SheetOf) -> None:
    file = sheet_of(
        HEAD,
        [1, "项目整改不彻底", "制定办法", "2022-05-31", "整改中"],
        [None, None, "开展检查", None, None],
        [None, None, "建立台账", None, None],
        merged=["A2:A4", "B2:B4", "D2:D4", "E2:E4"],
    )
    assert bring(file).news == [(1, "措施 3 内容", "建立台账")]


def test_repeated_numbers_without_merging(bring: Bring, sheet_of: SheetOf) -> None:
    file = sheet_of(
        HEAD,
        [1, "项目整改不彻底", "制定办法", "2022-05-31", "整改中"],
        [1, "项目整改不彻底", "开展检查", "2022-05-31", "整改中"],
        [1, "项目整改不彻底", "建立台账", "2022-05-31", "整改中"],
    )
    assert bring(file).news == [(1, "措施 3 内容", "建立台账")]


def test_blank_numbers_that_are_not_merged_are_reported_and_nothing_is_guessed(bring: Bring, sheet_of: SheetOf) -> None:
    file = sheet_of(
        HEAD,
        [1, "项目整改不彻底", "制定办法", "2022-05-31", "整改中"],
        [None, None, "开展检查", None, None],
        [None, "审核把关不严", "建立台账", None, None],
    )
    found = bring(file)
    assert (found.code, found.problems) == (1, [("sheet-row-number", "C3"), ("sheet-row-number", "B4")])


@pytest.mark.parametrize("number", [0, -3, "0", "三", "1-2", 1.5, "1.1", True])
def test_numbers_that_are_no_numbers_of_issues(bring: Bring, sheet_of: SheetOf, number: object) -> None:
    found = bring(sheet_of(HEAD, [number, "制度不健全", "修订制度", None, None]))
    assert (found.code, found.problems) == (1, [("sheet-row-number", "A2")])


@pytest.mark.parametrize("number", [3, 3.0, "3", "３", "（3）", "3、", "003", "第3号"])
def test_numbers_as_people_type_them(bring: Bring, sheet_of: SheetOf, number: object) -> None:
    assert bring(sheet_of(HEAD, [number, "制度不健全", None, "2022-09-30", None])).news == [
        (3, "整改时限", "2022-09-30")
    ]


def test_totals_and_notes_at_the_foot_are_not_read_and_said(bring: Bring, sheet_of: SheetOf) -> None:
    file = sheet_of(
        HEAD,
        [3, "制度不健全", None, "2022-09-30", None],
        ["合计", 1, None, None, None],
        ["注：以上问题均已核实。"],
        [None, "填表人：", None, "审核人："],
        ["本表一式两份"],
        merged=["A6:E6"],
    )
    found = bring(file)
    assert found.problems == [("sheet-footer", cell) for cell in ("A3", "A4", "B5", "A6")]
    assert found.news == [(3, "整改时限", "2022-09-30")]


def test_a_number_without_anything_else_is_said_not_to_be_read(bring: Bring, sheet_of: SheetOf) -> None:
    found = bring(sheet_of(HEAD, [3, "制度不健全", None, "2022-09-30"], [4], [5]))
    assert (found.code, found.problems) == (0, [("sheet-row-bare", "A3"), ("sheet-row-bare", "A4")])


def test_rows_of_one_issue_that_contradict_each_other(bring: Bring, sheet_of: SheetOf) -> None:
    file = sheet_of(
        HEAD,
        [1, "项目整改不彻底", "制定办法", None, "整改中"],
        [1, "项目整改不彻底", "开展检查", None, "已完成"],
    )
    found = bring(file)
    assert (found.code, found.problems) == (1, [("sheet-rows-differ", "E2")])


def test_numbers_that_begin_anew_in_each_part_do_not_overwrite_other_issues(bring: Bring, sheet_of: SheetOf) -> None:
    found = bring(sheet_of(HEAD, [1, "项目整改不彻底"], [1, "制度不健全"]))
    assert found.code == 1
    assert "sheet-rows-differ" in [code for code, _ in found.problems]
    shifted = bring(sheet_of(HEAD, [1, "项目整改不彻底"], [2, "制度不健全"]))
    assert (shifted.code, shifted.problems) == (1, [("sheet-number-title", "A3")])
    assert "问题 3" in shifted.messages


def test_titles_of_sections_and_names_of_sheets_say_the_aspect(bring: Bring, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "新发现问题"
    fill(book.active, [HEAD, [4, "作风不实", None, None, None]])
    rows = [HEAD, ["一、关于整改任务落实方面", " "], [5, "责任不清"], ["二、新发现问题"], [6, "监督不力"]]
    fill(book.create_sheet("其他"), rows, ["A4:E4"])
    book.save(tmp_path / "台账.xlsx")
    found = bring(tmp_path / "台账.xlsx")
    aspects = {issue: new for issue, field, new in found.news if field == "方面"}
    assert (found.code, found.problems, aspects) == (0, [], {4: "新发现问题", 5: "整改任务落实", 6: "新发现问题"})


def test_a_section_title_that_is_no_aspect_ends_the_section_before(bring: Bring, sheet_of: SheetOf) -> None:
    rows = [["一、整改任务落实"], [4, "作风不实"], ["二、其他方面"], [5, "责任不清"]]
    found = bring(sheet_of(HEAD, *rows, merged=["A2:E2", "A4:E4"]))
    assert found.code == 1
    assert ("sheet-footer", "A4") in found.problems
    assert "缺少“方面”" in found.messages


# --- what cells say -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (date(2022, 9, 30), "2022-09-30"),
        (datetime(2022, 9, 30, 8, 30), "2022-09-30"),
        ("2022.9.30", "2022-09-30"),
        ("２０２２年９月３０日前完成", "2022-09-30"),
        ("2022年9月底", "2022-09-30"),
        ("2022年9月底前完成", "2022-09-30"),
        ("2022年底", "2022-12-31"),
        (44834, "2022-09-30"),
        ("44834", "2022-09-30"),
        (20220930, "2022-09-30"),
        ("立即整改", "立行立改"),
        ("长期", "长期坚持"),
        (" 2022-09-30\xa0\n", "2022-09-30"),
    ],
)
def test_deadlines_of_every_kind(bring: Bring, sheet_of: SheetOf, typed: object, read: str) -> None:
    assert bring(sheet_of(HEAD, [3, "制度不健全", None, typed, None])).news == [(3, "整改时限", read)]


@pytest.mark.parametrize(
    "typed", ["2022年9月", "9月底", "9.30", 9.3, 31, "2022-02-30", "尽快", "=1/0", True, date(1900, 1, 31), "市财政局"]
)
def test_deadlines_that_no_rule_reads_are_reported_with_their_cell(
    bring: Bring, sheet_of: SheetOf, typed: object
) -> None:
    found = bring(sheet_of(HEAD, [3, "制度不健全", None, typed, None]))
    assert (found.code, found.problems, found.said["written"]) == (1, [("sheet-cell", "D2")], False)


def test_serial_numbers_of_a_workbook_that_counts_from_1904(bring: Bring, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    fill(
        book.active,
        [HEAD, [1, "项目整改不彻底", None, 44712 - 1462, None], [3, "制度不健全", None, 44834 - 1462, None]],
    )
    book.save(tmp_path / "台账.xlsx")
    assert bring(tmp_path / "台账.xlsx").news == [(3, "整改时限", "2022-09-30")]


def test_units_by_all_marks_people_use(bring: Bring, sheet_of: SheetOf) -> None:
    head = ["序号", "反馈问题", "责任单位"]
    for typed in (
        "市财政局、市审计局；市委办公室",
        "市财政局\n市审计局\xa0\n市委办公室",
        "市财政局 市审计局 市委办公室",
    ):
        found = bring(sheet_of(head, [3, "制度不健全", typed]), "--dry-run")
        assert found.news == [(3, "责任单位", ["市财政局", "市审计局", "市委办公室"])]
    assert bring(sheet_of(head, [3, "制度不健全", "市财政局、市审计厅"])).problems == [("sheet-cell", "C2")]
    assert bring(sheet_of(head, [3, "制度不健全", "、"])).problems == [("sheet-cell", "C2")]


def test_people_where_no_list_of_units_is_kept(bring: Bring, small: Path, sheet_of: SheetOf) -> None:
    inspection = small / "data/inspection.yaml"
    inspection.write_text(inspection.read_text("utf-8").replace("单位: [市委", "# 单位: [市委"), "utf-8")
    found = bring(sheet_of(["序号", "反馈问题", "责任单位"], [3, "制度不健全", "张三、李四；王五"]))
    assert found.news == [(3, "责任单位", ["张三", "李四", "王五"])]
    assert found.rules == ["分开读作张三、李四、王五"]


def test_line_breaks_in_titles_and_blanks_without_a_break(bring: Bring, sheet_of: SheetOf) -> None:
    found = bring(sheet_of(["序号", "反馈问题", "进展情况"], [3, "制度\n不健全", "已起草。\xa0\r\n\t已报送。"]))
    assert found.news == [(3, "进展情况", "已起草。\n已报送。")]


def test_statuses_with_more_words(bring: Bring, sheet_of: SheetOf) -> None:
    head = ["序号", "反馈问题", "整改状态"]
    found = bring(sheet_of(head, [3, "制度不健全", "正在整改（已完成初稿）"]))
    assert found.problems == [("sheet-cell", "C2")]
    found = bring(sheet_of(head, [3, "制度不健全", "正在整改，按计划推进"]))
    assert (found.news, found.rules) == (
        [(3, "整改状态", "正在整改")],
        ["“正在整改，按计划推进”读作“正在整改”，后面的话没有录入"],
    )


def test_control_characters_are_reported(bring: Bring, sheet_of: SheetOf) -> None:
    file = sheet_of(["序号", "反馈问题", "进展情况"], [3, "制度不健全", "已QQ起草"])
    with_xml(file, lambda xml: xml.replace("QQ", "_x000B_"))
    found = bring(file)
    assert (found.code, found.problems) == (1, [("sheet-cell", "C2")])


def test_numbers_and_dates_where_text_is_wanted_say_how_they_were_read(bring: Bring, sheet_of: SheetOf) -> None:
    head = ["序号", "反馈问题", "备注", "进展情况", "责任人"]
    found = bring(sheet_of(head, [3, "制度不健全", 2022, date(2022, 5, 31), 0.85]))
    assert found.news == [(3, "备注", "2022"), (3, "进展情况", "2022-05-31"), (3, "责任人", "0.85")]
    assert all(rule and "读作文字" in rule for rule in found.rules)


def test_values_in_the_wrong_column_are_reported(bring: Bring, sheet_of: SheetOf) -> None:
    head = ["序号", "反馈问题", "牵头单位", "整改时限", "整改状态", "方面"]
    found = bring(sheet_of(head, [3, "制度不健全", "2022-09-30", "市财政局", "市审计局", "整改中"]))
    assert found.problems == [("sheet-cell", cell) for cell in ("C2", "D2", "E2", "F2")]


def test_formulas_give_their_value_or_are_reported(bring: Bring, sheet_of: SheetOf) -> None:
    file = sheet_of([*HEAD, "备注"], [3, "制度不健全", "=A2", "=DATE(2022,9,30)", None, '="见"&"附件"'])
    assert bring(file).problems == [("sheet-cell", "D2"), ("sheet-cell", "F2"), ("sheet-cell", "C2")]

    def calculated(xml: str) -> str:
        for cell, value in (("C2", "<v>修订制度</v>"), ("F2", "<v>见附件</v>"), ("D2", "<v>44834</v>")):
            start = xml.index(f'<c r="{cell}"')
            before, after = xml[:start], xml[start:]
            kind = "" if cell == "D2" else ' t="str"'
            xml = before + after.replace("<c ", f"<c{kind} ", 1).replace("<v />", value, 1).replace("<v></v>", value, 1)
        return xml

    found = bring(with_xml(file, calculated))
    assert found.problems == []
    assert found.news == [(3, "整改时限", "2022-09-30"), (3, "备注", "见附件"), (3, "措施 1 内容", "修订制度")]


def test_a_sheet_that_is_called_like_a_hidden_one_of_ours_is_read(bring: Bring, sheet_of: SheetOf) -> None:
    assert bring(sheet_of(HEAD, [3, "制度不健全", None, "2022-09-30"], name="选项")).news == [
        (3, "整改时限", "2022-09-30")
    ]


# --- measures -------------------------------------------------------------------------------------------------------


def test_several_measures_in_one_cell(bring: Bring, sheet_of: SheetOf) -> None:
    found = bring(sheet_of(HEAD, [1, "项目整改不彻底", "1.制定办法\n2.开展检查\n3.建立台账，\n逐项核对", None, None]))
    assert found.news == [(1, "措施 3 内容", "建立台账，\n逐项核对")]
    assert found.rules == ["一格里写了 3 条，按序号拆开"]


def test_measures_that_are_numbered_through_the_rows_lose_their_numbers(bring: Bring, sheet_of: SheetOf) -> None:
    rows = [[1, "项目整改不彻底", text] for text in ("（1）制定办法", "（2）开展检查", "（3）建立台账")]
    assert bring(sheet_of(HEAD, *rows)).news == [(1, "措施 3 内容", "建立台账")]


def test_a_measure_whose_cell_is_merged_over_rows_is_one(bring: Bring, sheet_of: SheetOf) -> None:
    head = ["序号", "反馈问题", "整改措施", "备注", "措施类型"]
    rows = [[3, "制度不健全", "修订制度", "无", "建章立制"], [None, None, None, None, None]]
    found = bring(sheet_of(head, *rows, merged=["A2:A3", "B2:B3", "C2:C3", "D2:D3"]), "--dry-run")
    assert found.news == [(3, "措施 1 内容", "修订制度"), (3, "措施 1 措施类型", "建章立制")]
    rows[1][4] = "其他"
    found = bring(sheet_of(head, *rows, merged=["A2:A3", "B2:B3", "C2:C3", "D2:D3"]))
    assert (found.code, found.problems) == (1, [("sheet-rows-differ", "E2")])


def test_units_and_deadlines_of_their_own_belong_to_the_measures(bring: Bring, sheet_of: SheetOf) -> None:
    head = ["序号", "反馈问题", "整改措施", "责任单位", "完成时限"]
    rows = [
        [1, "项目整改不彻底", "制定办法", "市财政局", "2022-05-31"],
        [None, None, "开展检查", "市审计局", "2022-06-30"],
    ]
    assert bring(sheet_of(head, *rows, merged=["A2:A3", "B2:B3"])).news == [
        (1, "措施 1 责任单位", ["市财政局"]),
        (1, "措施 1 整改时限", "2022-05-31"),
        (1, "措施 2 责任单位", ["市审计局"]),
        (1, "措施 2 整改时限", "2022-06-30"),
    ]


def test_something_said_of_a_measure_that_is_not_there_is_reported(bring: Bring, sheet_of: SheetOf) -> None:
    head = ["序号", "反馈问题", "整改措施", "措施类型"]
    found = bring(sheet_of(head, [3, "制度不健全", None, "建章立制"]))
    assert (found.code, found.problems) == (1, [("sheet-measure-none", "D2")])
    found = bring(
        sheet_of(["序号", "反馈问题", "责任单位"], [3, "制度不健全", "市财政局"], [3, "制度不健全", "市审计局"])
    )
    assert found.code == 1
    assert [cell for _, cell in found.problems] == ["C2", "C3"]


def test_measures_of_the_ledger_that_the_table_does_not_have_are_said_and_stay(
    bring: Bring, small: Path, sheet_of: SheetOf
) -> None:
    before = data_of(small)
    found = bring(sheet_of(HEAD, [1, "项目整改不彻底", "开展检查", None, None]))
    assert (found.code, found.changes, found.problems) == (0, [], [("sheet-measure-absent", "A2")])
    assert "措施 1 表里没有" in found.messages
    assert data_of(small) == before


# --- new issues -----------------------------------------------------------------------------------------------------


def test_new_issues_are_added_at_the_end_in_the_order_of_the_vocabulary(
    bring: Bring, small: Path, sheet_of: SheetOf
) -> None:
    before = (small / "data/issues.yaml").read_text("utf-8")
    head = [
        "序号",
        "反馈问题",
        "方面",
        "进展情况",
        "整改措施",
        "措施类型",
        "责任单位",
        "销号日期",
        "公开分述",
        "不公开（党内）",
    ]
    rows = [
        [5, "监督不力", "新发现问题", None, "开展督查", None, None, None, None, "未结案"],
        [4, "作风不实", "（二）新发现问题", "已查。\n已改。", "建立清单", "建章立制", "市财政局、市审计局", None, "查清了。\n改好了。", None],
        [4, "作风不实", "新发现问题", "已查。\n已改。", "开展督查", None, "市财政局、市审计局", None, "查清了。\n改好了。", None],
    ]  # fmt: skip
    found = bring(sheet_of(head, *rows))
    assert (found.code, found.problems) == (0, [])
    after = (small / "data/issues.yaml").read_text("utf-8")
    assert after.startswith(before)
    assert (
        after[len(before) :]
        == """\

  - 序号: 4
    方面: 新发现问题
    标题: 作风不实
    责任单位: [市财政局, 市审计局]
    进展情况: |-
      已查。
      已改。
    整改措施:
      - 内容: 建立清单
        措施类型: 建章立制
      - 开展督查
    公开表述:
      - 查清了。
      - 改好了。

  - 序号: 5
    方面: 新发现问题
    标题: 监督不力
    整改措施:
      - 开展督查
    不公开:
      党内: 未结案
"""
    )


def test_a_measure_with_other_words_at_the_same_place_is_a_new_one(
    bring: Bring, sheet_of: SheetOf, small: Path
) -> None:
    """Nothing but its place says that it is the old one in other words; that would be a guess."""
    before = (small / "data/issues.yaml").read_text("utf-8")
    found = bring(sheet_of(["序号", "反馈问题", "整改措施"], [1, "项目整改不彻底", "新增一条毫不相干的任务"]))
    assert [change[3] for change in found.changes] == ["新增一条毫不相干的任务"]
    after = (small / "data/issues.yaml").read_text("utf-8").splitlines()
    assert [line for line in before.splitlines() if line not in after] == []
