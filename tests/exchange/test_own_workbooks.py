"""Workbooks that export made and a clerk filled in: rows are known by their marks, wherever the ledger has gone since."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.exchange.offices import FIRST_ROW, Imported, column_of, data_of, fill

Bring = Callable[..., Imported]
Changed = Callable[..., Path]
MARK = "行标识"


def edit(project: Path, old: str, new: str, file: str = "issues.yaml") -> None:
    path = project / "data" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def row_of(file: Path, *texts: str) -> list[dict[str, Any]]:
    """The rows of the first sheet that hold a text, by heading."""
    sheet = openpyxl.load_workbook(file)["整改台账"]
    heads = [cell.value for cell in sheet[FIRST_ROW - 1]]
    rows = [dict(zip(heads, [cell.value for cell in row], strict=True)) for row in sheet.iter_rows(min_row=FIRST_ROW)]
    return [row for row in rows if set(texts) & {str(value) for value in row.values()}]


def test_what_was_exported_changes_nothing(bring: Bring, exported: Path) -> None:
    found = bring(exported)
    assert (found.code, found.changes, found.problems, found.said["absent"]) == (0, [], [], [])


def test_cells_that_were_filled_in_are_changes_with_old_and_new(bring: Bring, changed: Changed) -> None:
    found = bring(
        changed({
            ("整改状态", 1): "已完成", ("完成日期", 1): "2022.5.20", ("进展情况", 1): "办法已印发。\n检查已完成。",
            ("措施完成日期", 2): "2022年3月底", ("责任单位", 1): "市财政局\n市委办公室",
        })
    )  # fmt: skip
    assert found.changes == [
        (1, "责任单位", ["市财政局", "市审计局"], ["市财政局", "市委办公室"]),
        (1, "整改状态", "正在整改", "已完成"),
        (1, "完成日期", None, "2022-05-20"),
        (1, "进展情况", "已建立台账。", "办法已印发。\n检查已完成。"),
        (1, "措施 2 完成日期", None, "2022-03-31"),
    ]


def test_an_emptied_cell_takes_the_value_away_here_and_nowhere_else(
    bring: Bring, changed: Changed, small: Path, sheet_of: Callable[..., Path]
) -> None:
    assert bring(sheet_of(["序号", "反馈问题", "备注", "进展情况"], [3, "制度不健全", None, ""])).changes == []
    found = bring(changed({("备注", 4): None, ("佐证材料", 1): None, ("措施类型", 2): " "}))
    assert found.changes == [
        (1, "佐证材料", ["会议纪要、签到表", "项目清单"], None),
        (1, "措施 2 措施类型", "专项整治", None),
        (3, "备注", "无", None),
    ]
    assert "备注" not in (small / "data/issues.yaml").read_text("utf-8")


@pytest.mark.parametrize(("heading", "row"), [("反馈问题", 1), ("方面", 1), ("整改措施", 2)])
def test_what_cannot_be_missing_cannot_be_emptied(bring: Bring, changed: Changed, heading: str, row: int) -> None:
    found = bring(changed({(heading, row): None}))
    column = {"反馈问题": "D4", "方面": "C4", "整改措施": "F5"}[heading]
    assert (found.code, found.problems, found.changes) == (1, [("sheet-empty", column)], [])


def test_an_item_that_holds_a_mark_between_items_stays_whole_when_another_is_added(
    bring: Bring, changed: Changed
) -> None:
    found = bring(changed({("佐证材料", 1): "会议纪要、签到表\n项目清单\n照片、录像"}))
    assert found.news == [(1, "佐证材料", ["会议纪要、签到表", "项目清单", "照片", "录像"])]


def test_rows_of_a_ledger_that_was_renumbered_are_found_by_their_marks(
    bring: Bring, changed: Changed, small: Path
) -> None:
    file = changed({("备注", 4): "已办", ("措施完成日期", 3): "2022-06-30"})
    for old, new in (("序号: 3", "序号: 30"), ("序号: 2", "序号: 3"), ("序号: 30", "序号: 2")):
        edit(small, old, new)
    text = (small / "data/issues.yaml").read_text("utf-8")
    second, third = text.index("  - 序号: 3"), text.index("  - 序号: 2")
    (small / "data/issues.yaml").write_text(text[:second] + text[third:] + "\n" + text[second:third], "utf-8")
    found = bring(file)
    assert (found.code, found.changes) == (0, [(3, "措施 1 完成日期", None, "2022-06-30"), (2, "备注", "无", "已办")])


def test_rows_inserted_into_an_issue_that_was_renumbered_go_with_it(bring: Bring, exported: Path, small: Path) -> None:
    book = openpyxl.load_workbook(exported)
    sheet = book["整改台账"]
    row = FIRST_ROW + 4
    sheet.cell(row, column_of(sheet, "序号")).value = "2"
    sheet.cell(row, column_of(sheet, "整改措施")).value = "按月对账"
    book.save(exported)
    edit(small, "序号: 3", "序号: 4")
    edit(small, "序号: 2", "序号: 3")
    edit(small, "  - 序号: 3", "  - {序号: 2, 方面: 新发现问题, 标题: 插入的问题}\n  - 序号: 3")
    found = bring(exported)
    assert (found.code, found.news) == (0, [(3, "措施 2 内容", "按月对账")])


def test_a_title_that_was_rewritten_since_is_reported_and_stops_the_import(
    bring: Bring, changed: Changed, small: Path
) -> None:
    file = changed({("备注", 4): "已办"})
    edit(small, "标题: 制度不健全", "标题: 制度还不健全")
    before = data_of(small)
    found = bring(file)
    assert (found.code, [code for code, _ in found.problems]) == (1, ["sheet-row-lost"])
    assert "请重新导出" in found.messages
    assert data_of(small) == before


def test_a_measure_that_was_rewritten_since_is_reported(bring: Bring, changed: Changed, small: Path) -> None:
    file = changed({("措施完成日期", 2): "2022-03-31"})
    edit(small, "内容: 开展检查", "内容: 开展全面检查")
    assert (bring(file).code, [code for code, _ in bring(file).problems]) == (1, ["sheet-row-lost"])


def test_numbers_are_not_changed_in_the_workbook(bring: Bring, changed: Changed) -> None:
    found = bring(changed({("序号", 4): "9"}))
    assert (found.code, found.problems) == (1, [("sheet-number-changed", "B7")])


@pytest.mark.parametrize(
    ("mark", "code"),
    [("乱写", "sheet-row-lost"), ("3-0123456789", "sheet-row-lost"), (12, "sheet-row-lost")],
)
def test_marks_that_were_tampered_with_are_reported(bring: Bring, changed: Changed, mark: object, code: str) -> None:
    found = bring(changed({(MARK, 4): mark, ("备注", 4): "已办"}))
    assert (found.code, [each for each, _ in found.problems]) == (1, [code])


def test_the_mark_of_another_issue_does_not_carry_the_row_there(bring: Bring, changed: Changed, exported: Path) -> None:
    sheet = openpyxl.load_workbook(exported)["整改台账"]
    first, last = (sheet.cell(FIRST_ROW + row, column_of(sheet, MARK)).value for row in (0, 3))
    found = bring(changed({(MARK, 4): first, ("备注", 4): "已办"}), "--dry-run")
    assert (found.code, found.news) == (0, [(3, "备注", "已办")])
    exchanged = bring(changed({(MARK, 4): first, (MARK, 1): last}))
    assert (exchanged.code, [code for code, _ in exchanged.problems]) == (1, ["sheet-number-changed"] * 2)


def test_rows_without_their_marks_are_read_by_number_and_words(bring: Bring, changed: Changed) -> None:
    found = bring(changed({(MARK, row): None for row in range(1, 5)} | {("备注", 4): "已办", ("佐证材料", 1): None}))
    assert (found.code, found.changes) == (0, [(3, "备注", "无", "已办")])


def test_a_row_copied_whole_and_written_anew_is_a_new_measure(bring: Bring, exported: Path) -> None:
    book = openpyxl.load_workbook(exported)
    sheet = book["整改台账"]
    for col in range(1, sheet.max_column + 1):
        sheet.cell(FIRST_ROW + 4, col).value = sheet.cell(FIRST_ROW + 2, col).value
    sheet.cell(FIRST_ROW + 4, column_of(sheet, "整改措施")).value = "按月对账"
    book.save(exported)
    assert bring(exported, "--dry-run").news == [(2, "措施 2 内容", "按月对账")]
    sheet.cell(FIRST_ROW + 4, column_of(sheet, "整改措施")).value = "清理账户"
    book.save(exported)
    found = bring(exported)
    assert (found.code, found.problems) == (1, [("sheet-row-copied", "B8")])


def test_a_new_issue_below_the_exported_ones(bring: Bring, changed: Changed) -> None:
    new = {("序号", 5): 4, ("方面", 5): "新发现问题", ("反馈问题", 5): "作风不实", ("整改措施", 5): "建立清单"}
    found = bring(changed(new))
    assert found.news == [
        (4, "序号", "4"),
        (4, "方面", "新发现问题"),
        (4, "反馈问题", "作风不实"),
        (4, "措施 1 内容", "建立清单"),
    ]


def test_a_new_issue_whose_number_the_ledger_has_given_away_since_overwrites_nothing(
    bring: Bring, changed: Changed, small: Path
) -> None:
    file = changed({("序号", 5): 4, ("方面", 5): "新发现问题", ("反馈问题", 5): "作风不实"})
    with (small / "data/issues.yaml").open("a", encoding="utf-8") as ledger:
        ledger.write("\n  - {序号: 4, 方面: 新发现问题, 标题: 监督不力}\n")
    found = bring(file)
    assert (found.code, found.problems) == (1, [("sheet-number-title", "B8")])
    assert "监督不力" in found.messages


def test_a_measure_whose_row_was_deleted_stays_and_that_is_said(bring: Bring, exported: Path) -> None:
    book = openpyxl.load_workbook(exported)
    sheet = book["整改台账"]
    for area in [area for area in sheet.merged_cells.ranges if area.min_row == FIRST_ROW]:
        sheet.unmerge_cells(str(area))
    sheet.delete_rows(FIRST_ROW + 1)
    book.save(exported)
    found = bring(exported)
    assert (found.code, found.changes, found.problems) == (0, [], [("sheet-measure-absent", "B4")])
    assert "措施 2" in found.messages


def test_an_issue_whose_rows_were_deleted_is_named(bring: Bring, exported: Path) -> None:
    book = openpyxl.load_workbook(exported)
    book["整改台账"].delete_rows(FIRST_ROW + 3)
    book.save(exported)
    found = bring(exported)
    assert (found.changes, found.said["absent"]) == ([], [3])


def test_the_workbook_of_another_project_is_refused(bring: Bring, exported: Path, small: Path) -> None:
    edit(small, "全称: 中共示例市委员会", "全称: 中共另一市委员会", "inspection.yaml")
    before = data_of(small)
    found = bring(exported)
    assert (found.code, found.problems) == (1, [("ledger-foreign", None)])
    assert data_of(small) == before


def test_sheets_that_were_renamed_or_added_are_named(bring: Bring, exported: Path) -> None:
    book = openpyxl.load_workbook(exported)
    fill(book.create_sheet("我的草稿"), [["序号", "反馈问题", "备注"], [3, "制度不健全", "改"]])
    book.save(exported)
    found = bring(exported)
    assert (found.code, [(p["code"], p["sheet"]) for p in found.said["problems"]]) == (
        0,
        [("sheet-not-read", "我的草稿")],
    )
    book["整改台账"].title = "台账"
    book.save(exported)
    found = bring(exported)
    assert found.code == 1
    assert "请把导出时的名称和表头改回来" in found.messages


def test_statistics_and_lists_are_not_read_back(bring: Bring, exported: Path) -> None:
    book = openpyxl.load_workbook(exported)
    for name in ("统计", "三个清单", "引用数字"):
        book[name]["A3"].value = "改了"
    book.save(exported)
    assert (bring(exported).code, bring(exported).problems) == (0, [])


# --- sub-issues and public wording ----------------------------------------------------------------------------------


def test_sub_issues_have_a_sheet_of_their_own(bring: Bring, changed: Changed, small: Path) -> None:
    changed({("进展情况", 2): "按月对账。", ("公开表述", 1): "账户已清理。"}, "子问题")
    new = {("序号", 3): "2", ("子问题", 3): "核销不规范", ("公开分述", 3): "查清。\n改好。", ("公开引语", 3): "两项："}
    found = bring(changed(new, "子问题"))
    assert (found.code, found.problems) == (0, [])
    assert found.news == [
        (2, "子问题 1 内容", "账户已清理。"),
        (2, "子问题 2 进展情况", "按月对账。"),
        (2, "子问题 3 标题", "核销不规范"),
        (2, "子问题 3 引语", "两项："),
        (2, "子问题 3 分述", ["查清。", "改好。"]),
    ]
    text = (small / "data/issues.yaml").read_text("utf-8")
    assert "      - {标题: 账户过多, 进展情况: 已清理, 公开表述: 账户已清理。}\n" in text
    assert "      - 标题: 对账不及时\n        进展情况: 按月对账。\n" in text
    added = text[text.index("      - 标题: 核销") : text.index("    公开表述: 清理了账户。")]
    assert added == (
        "      - 标题: 核销不规范\n        公开表述:\n          引语: 两项：\n          分述:\n"
        "            - 查清。\n            - 改好。\n"
    )


def test_a_sub_issue_without_its_title_is_reported(bring: Bring, changed: Changed) -> None:
    found = bring(changed({("序号", 3): "2", ("进展情况", 3): "已办"}, "子问题"))
    assert (found.code, [code for code, _ in found.problems]) == (1, ["sheet-row-lost"])


def test_a_new_issue_may_bring_its_sub_issues_along(bring: Bring, changed: Changed, small: Path) -> None:
    changed({("序号", 5): 4, ("方面", 5): "新发现问题", ("反馈问题", 5): "作风不实"})
    found = bring(changed({("序号", 3): 4, ("子问题", 3): "文山会海"}, "子问题"))
    assert (found.code, found.problems) == (0, [])
    assert "    标题: 作风不实\n    子问题:\n      - 标题: 文山会海\n" in (small / "data/issues.yaml").read_text(
        "utf-8"
    )


def test_a_sub_issue_of_an_issue_that_nobody_has_is_reported(bring: Bring, changed: Changed) -> None:
    found = bring(changed({("序号", 3): 9, ("子问题", 3): "文山会海"}, "子问题"))
    assert (found.code, [code for code, _ in found.problems]) == (1, ["sheet-row-lost"])


@pytest.mark.parametrize(
    ("cells", "yaml"),
    [
        ({"公开表述": "已全部清理。"}, "    公开表述: 已全部清理。\n"),
        ({"公开表述": None}, ""),
        (
            {"公开表述": None, "公开分述": "清理账户。\n建立制度。"},
            "    公开表述:\n      - 清理账户。\n      - 建立制度。\n",
        ),
        (
            {"公开表述": None, "公开分述": "清理账户。\n建立制度。", "公开句式": "一方面另一方面"},
            "    公开表述:\n      句式: 一方面另一方面\n      分述:\n        - 清理账户。\n        - 建立制度。\n",
        ),
        ({"公开标题": "账户清理"}, "    公开表述:\n      公开标题: 账户清理\n      内容: 清理了账户。\n"),
        ({"公开结语": "已完成。"}, "    公开表述:\n      内容: 清理了账户。\n      结语: 已完成。\n"),
    ],
)
def test_public_wording_is_written_in_its_shortest_form(
    bring: Bring, changed: Changed, small: Path, cells: dict[str, str | None], yaml: str
) -> None:
    found = bring(changed({(heading, 3): value for heading, value in cells.items()}))
    assert (found.code, found.problems) == (0, [])
    text = (small / "data/issues.yaml").read_text("utf-8")
    assert text.partition("      - 标题: 对账不及时\n")[2].partition("\n  - 序号: 3")[0] == yaml
