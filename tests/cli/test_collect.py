"""`reportgen ledger collect`: what units filled in goes into the ledger, cell by cell; what is in dispute does not."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date

import openpyxl
import pytest

from reportgen.console.width import columns
from reportgen.errors import ProblemsFound
from reportgen.pipeline.collecting import prepare_collect, write_collected
from reportgen.pipeline.project import Project
from tests.cli.rounds import (
    MAIN,
    MAY_31,
    SUB_ISSUES,
    Round,
    bytes_of,
    changed_lines,
    codes,
    column_of,
    rows_of,
)

LONG_AGO = "组建2个工作专班，对遗留项目逐个建立档案"


def test_untouched_workbooks_change_nothing(sent: Round) -> None:
    before = bytes_of(sent.project)
    ran = sent.collect()
    assert (ran.code, bytes_of(sent.project)) == (0, before)
    assert "应交 9 份，收到 9 份；采用 0 处改动；台账没有改动。" in ran.out
    assert not (sent.project / "data/backup").exists()


def test_what_was_filled_in_changes_its_own_lines_and_no_others(sent: Round) -> None:
    sent.fill("市国资委", 2, "备注", "已归档")
    sent.fill("市国资委", 2, "措施完成日期", MAY_31.replace(month=1), measure=1)
    sent.fill("市委办公室", 6, "进展情况", "第一段。\n第二段。")
    before = sent.text()
    assert sent.collect("--on", "2022-07-20").code == 0
    gone, came = changed_lines(before, sent.text())
    assert len(gone) == 1
    assert gone[0].startswith("进展情况: ")
    assert sorted(came) == sorted(["备注: 已归档", "完成日期: 2022-01-31", "进展情况: |-", "第一段。", "第二段。"])
    assert sent.run("validate").code == 0


def test_copies_of_the_old_files_are_kept(sent: Round) -> None:
    sent.fill("市国资委", 2, "备注", "已归档")
    before = sent.text()
    ran = sent.collect()
    assert "原文件存为" in ran.out
    assert (sent.project / "data/backup/issues.yaml").read_text("utf-8") == before


def test_a_new_status_is_recorded_with_its_workbook_as_source(sent: Round) -> None:
    sent.fill("市住房城乡建设局", 1, "整改状态", "已完成")
    sent.fill("市住房城乡建设局", 1, "完成日期", MAY_31.replace(month=7))
    sent.fill("市国资委", 2, "备注", "无关")
    before = sent.text("journal.yaml")
    sent.collect("--on", "2022-08-01")
    (gone, (line,)) = changed_lines(before, sent.text("journal.yaml"))
    assert gone == []
    assert line == (
        "- {日期: 2022-07-31, 问题序号: 1, 原状态: 基本完成, 新状态: 已完成, 事由: 单位填报, 来源: 市住房城乡建设局.xlsx}"
    )


def test_a_status_without_a_day_of_its_own_is_recorded_on_the_day_that_was_named(sent: Round) -> None:
    sent.fill("市住房城乡建设局", 1, "整改状态", "正在整改")
    sent.collect("--on", "2022-08-01")
    assert sent.text("journal.yaml").splitlines()[-1].strip().startswith("- {日期: 2022-08-01, 问题序号: 1,")


def test_a_day_before_the_last_change_on_record_is_no_day_for_a_new_one(sent: Round) -> None:
    sent.fill("市住房城乡建设局", 1, "整改状态", "正在整改")
    sent.fill("市国资委", 2, "备注", "已归档")
    found = sent.said("--on", "2022-06-01")
    assert [change["issue"] for change in found["changes"]] == [2]
    assert codes(found["problems"]) == ["journal-order"]
    assert "--on" in found["problems"][0]["message"]


def test_json_says_everything(sent: Round) -> None:
    cell = sent.fill("市国资委", 2, "备注", "已归档")
    found = sent.said()
    assert list(found) == [
        "ok", "written", "batch", "returned", "missing", "changes", "conflicts", "held", "problems",
    ]  # fmt: skip
    assert (found["ok"], found["written"], found["missing"], found["problems"]) == (True, True, [], [])
    assert len(found["returned"]) == 9
    assert found["changes"] == [
        {"unit": "市国资委", "issue": 2, "field": "备注", "old": None, "new": "已归档", "rule": None,
         "file": "市国资委.xlsx", "sheet": MAIN, "cell": cell},
    ]  # fmt: skip


def test_a_cell_that_the_ledger_says_otherwise_by_now_is_in_conflict_and_left_alone(sent: Round) -> None:
    cell = sent.fill("市住房城乡建设局", 1, "进展情况", "单位写的进展")
    sent.fill("市住房城乡建设局", 1, "备注", "没有争议")
    sent.edit(LONG_AGO, "台账后来写的进展")
    found = sent.said()
    (conflict,) = found["conflicts"]
    assert (conflict["unit"], conflict["issue"], conflict["field"]) == ("市住房城乡建设局", 1, "进展情况")
    assert (conflict["file"], conflict["cell"]) == ("市住房城乡建设局.xlsx", cell)
    assert conflict["sent"].startswith(LONG_AGO)
    assert conflict["old"].startswith("台账后来写的进展")
    assert conflict["new"] == "单位写的进展"
    assert [change["field"] for change in found["changes"]] == ["备注"]
    assert not found["ok"]
    assert "台账后来写的进展" in sent.text()
    assert "单位写的进展" not in sent.text()


def test_a_conflict_is_shown_with_unit_issue_field_and_all_three_values(sent: Round) -> None:
    sent.fill("市住房城乡建设局", 1, "进展情况", "单位写的进展")
    sent.edit(LONG_AGO, "台账后来写的进展")
    ran = sent.collect()
    assert ran.code == 1
    shown = ran.out[ran.out.index("【市住房城乡建设局】冲突 1 处") :]
    for said in (
        "问题 1  省委指出",
        "进展情况（整改台账 P4）",
        "下发时：组建",
        "台账现在：台账后来",
        "交回：单位写的进展",
    ):
        assert said in shown


def test_units_that_fill_in_one_cell_differently_are_in_conflict(sent_by: Callable[[str], Round]) -> None:
    sent = sent_by("责任单位")
    sent.fill("市财政局", 2, "备注", "财政局说")
    sent.fill("市住房城乡建设局", 2, "备注", "住建局说")
    sent.fill("市财政局", 2, "进展情况", "一样的话")
    sent.fill("市住房城乡建设局", 2, "进展情况", "一样的话")
    before = sent.text()
    found = sent.said()
    assert [(each["unit"], each["new"]) for each in found["conflicts"]] == [
        ("市住房城乡建设局", "住建局说"),
        ("市财政局", "财政局说"),
    ]
    assert [(each["field"], each["new"]) for each in found["changes"]] == [("进展情况", "一样的话")]
    assert changed_lines(before, sent.text())[1] == ["进展情况: 一样的话"]


def test_groups_bring_theirs_too(sent_by: Callable[[str], Round]) -> None:
    sent = sent_by("专项整改组")
    sent.fill("城乡建设专项整改组", 1, "备注", "组里说")
    assert [change["unit"] for change in sent.said()["changes"]] == ["城乡建设专项整改组"]


def test_the_source_names_every_workbook_that_changed_the_issue(sent_by: Callable[[str], Round]) -> None:
    sent = sent_by("责任单位")
    sent.fill("市自然资源和规划局", 1, "备注", "说明")
    sent.fill("市财政局", 1, "整改状态", "正在整改")
    sent.collect("--on", "2022-08-01")
    last = sent.text("journal.yaml").splitlines()[-1]
    assert "市财政局.xlsx" in last
    assert "市自然资源和规划局.xlsx" in last


@pytest.mark.parametrize("conflict", [False, True])
def test_running_it_twice_changes_nothing(sent: Round, conflict: bool) -> None:
    sent.fill("市国资委", 2, "备注", "已归档")
    sent.fill("市国资委", 2, "佐证材料", "甲、乙；丙")
    sent.fill("市委办公室", 6, "完成日期", "2022.3.20")
    sent.fill("市住房城乡建设局", 1, "整改状态", "正在整改")
    if conflict:
        sent.fill("市住房城乡建设局", 1, "进展情况", "单位写的进展")
        sent.edit(LONG_AGO, "台账后来写的进展")
    first = sent.said("--on", "2022-08-01")
    after = bytes_of(sent.project)
    second = sent.said("--on", "2022-08-02")
    assert first["written"]
    assert (second["written"], second["changes"], second["conflicts"]) == (False, [], first["conflicts"])
    assert bytes_of(sent.project) == after


def test_workbooks_that_come_in_later_are_collected_later(sent: Round) -> None:
    sent.fill("市国资委", 2, "备注", "先到")
    sent.fill("市委办公室", 6, "备注", "后到")
    late = sent.project / "后到.xlsx"
    shutil.move(sent.book("市委办公室"), late)
    first = sent.said()
    assert (first["missing"], codes(first["problems"]), first["ok"]) == (["市委办公室"], ["collect-missing"], True)
    shutil.move(late, sent.folder)
    second = sent.said()
    assert (second["missing"], [change["new"] for change in second["changes"]]) == ([], ["后到"])


def test_a_dry_run_writes_nothing_and_says_what_it_would(sent: Round) -> None:
    sent.fill("市国资委", 2, "备注", "已归档")
    before = bytes_of(sent.project)
    ran = sent.collect("--dry-run")
    assert (ran.code, bytes_of(sent.project)) == (0, before)
    assert "备注：（空） → 已归档" in ran.out
    assert "台账没有改动（--dry-run）" in ran.out
    found = sent.said("--dry-run")
    assert (found["written"], len(found["changes"])) == (False, 1)
    assert bytes_of(sent.project) == before


def test_a_sub_issue_is_collected(sent: Round) -> None:
    sent.fill("市住房城乡建设局", 4, "进展情况", "子问题的新进展", sheet=SUB_ISSUES)
    found = sent.said()
    assert [change["field"] for change in found["changes"]] == ["子问题 1 进展情况"]
    assert "        进展情况: 子问题的新进展\n" in sent.text()


def test_a_locked_cell_that_was_changed_is_said_and_left_alone(sent: Round) -> None:
    cell = sent.fill("市国资委", 2, "整改时限", MAY_31)
    before = sent.text()
    found = sent.said()
    (problem,) = found["problems"]
    assert (problem["code"], problem["severity"]) == ("collect-locked", "warning")
    assert (problem["file"], problem["sheet"], problem["cell"]) == ("市国资委.xlsx", MAIN, cell)
    assert "“整改时限”" in problem["message"]
    assert (found["ok"], found["changes"], sent.text()) == (True, [], before)
    assert sent.collect("--strict").code == 1


def test_a_row_that_was_added_is_said_and_left_alone(sent: Round) -> None:
    book = openpyxl.load_workbook(sent.book("市国资委"))
    sheet = book[MAIN]
    row = sheet.max_row + 1
    sheet.cell(row, column_of(sheet, "序号")).value = 2
    sheet.cell(row, column_of(sheet, "整改措施")).value = "单位自己加的措施"
    book.save(sent.book("市国资委"))
    found = sent.said()
    assert (codes(found["problems"]), found["changes"]) == (["collect-row-new"], [])
    assert found["problems"][0]["cell"] == f"B{row}"


@pytest.mark.parametrize(
    ("heading", "value", "says"),
    [
        ("整改状态", "差不多了", "看不懂"),
        ("完成日期", "5月31日", "没有年份"),
        ("完成日期", "2022-02-30", "不存在"),
        ("进展情况", "甲\x7f乙", "控制字符"),
    ],
)
def test_a_wrong_value_is_said_with_its_cell_and_the_others_go_in(
    sent: Round, heading: str, value: str, says: str
) -> None:
    cell = sent.fill("市国资委", 2, heading, value)
    sent.fill("市国资委", 2, "备注", "照样采用")
    found = sent.said()
    (problem,) = found["problems"]
    assert (problem["code"], problem["file"], problem["sheet"], problem["cell"]) == (
        "sheet-cell", "市国资委.xlsx", MAIN, cell,
    )  # fmt: skip
    assert says in problem["message"]
    assert "问题 2" in problem["message"]
    assert ([change["new"] for change in found["changes"]], found["ok"]) == (["照样采用"], False)


def test_what_would_make_the_ledger_wrong_is_held_back_without_the_rest(sent: Round) -> None:
    cell = sent.fill("市住房城乡建设局", 1, "整改状态", "已完成")
    sent.fill("市住房城乡建设局", 1, "备注", "连着的改动")
    sent.fill("市住房城乡建设局", 4, "备注", "别的问题")
    sent.fill("市国资委", 2, "备注", "别的单位")
    found = sent.said()
    assert [(each["issue"], each["field"]) for each in found["held"]] == [(1, "整改状态"), (1, "备注")]
    assert sorted(change["new"] for change in found["changes"]) == ["别的单位", "别的问题"]
    (problem,) = found["problems"]
    assert (problem["code"], problem["severity"]) == ("done-without-date", "error")
    assert (problem["file"], problem["sheet"], problem["cell"]) == ("市住房城乡建设局.xlsx", MAIN, cell)
    assert sent.run("validate").code == 0
    after = bytes_of(sent.project)
    assert sent.said()["held"] == found["held"]
    assert bytes_of(sent.project) == after
    ran = sent.collect()
    assert (ran.code, "【暂不采用】" in ran.out) == (1, True)


def test_several_issues_that_would_be_wrong_are_all_named(sent: Round) -> None:
    sent.fill("市住房城乡建设局", 1, "整改状态", "已完成")
    sent.fill("市住房城乡建设局", 4, "完成日期", MAY_31)
    sent.fill("市委办公室", 6, "完成日期", MAY_31.replace(year=2021, month=1))
    found = sent.said()
    assert {each["issue"] for each in found["held"]} == {1, 4, 6}
    assert {"done-without-date", "date-without-done", "done-before-feedback"} <= set(codes(found["problems"]))
    assert not found["written"]


def test_a_status_that_is_taken_back_after_the_application_is_held_back(sent: Round) -> None:
    sent.fill("市国资委", 2, "整改状态", "正在整改")
    sent.fill("市国资委", 2, "完成日期", None)
    found = sent.said()
    assert ({each["issue"] for each in found["held"]}, found["changes"]) == ({2}, [])
    assert "closed-but-not-done" in codes(found["problems"])


def test_issues_that_moved_since_are_still_found(sent: Round) -> None:
    sent.fill("市国资委", 2, "备注", "跟着走")
    text = sent.text()
    second, third = (text.index(f"  - 序号: {number}\n") for number in (2, 3))
    fourth = text.index("  - 序号: 4\n")
    swapped = text[third:fourth].replace("序号: 3", "序号: 2", 1) + text[second:third].replace("序号: 2", "序号: 3", 1)
    (sent.project / "data/issues.yaml").write_text(text[:second] + swapped + text[fourth:], "utf-8")
    journal = sent.text("journal.yaml").replace("问题序号: 2,", "问题序号: 二,").replace("问题序号: 3,", "问题序号: 2,")
    (sent.project / "data/journal.yaml").write_text(journal.replace("问题序号: 二,", "问题序号: 3,"), "utf-8")
    found = sent.said()
    assert [(change["issue"], change["new"]) for change in found["changes"]] == [(3, "跟着走")]


def test_a_ledger_with_errors_is_not_touched(sent: Round) -> None:
    sent.fill("市国资委", 2, "备注", "已归档")
    sent.edit("整改状态: 基本完成", "整改状态: 差不多")
    before = bytes_of(sent.project)
    ran = sent.collect()
    assert (ran.code, bytes_of(sent.project)) == (1, before)
    assert "差不多" in ran.err


def test_a_status_that_was_changed_by_hand_is_put_on_record_first(sent: Round) -> None:
    sent.fill("市国资委", 2, "备注", "已归档")
    sent.edit("整改状态: 基本完成", "整改状态: 正在整改")
    assert codes(sent.said()["problems"]) == ["status-not-recorded"]
    assert sent.run("ledger", "record", "--why", "调度").code == 0
    assert sent.collect().code == 0


@pytest.mark.parametrize("arguments", [(), ("-v",)])
def test_nothing_is_wider_than_80_columns(sent: Round, arguments: tuple[str, ...]) -> None:
    long = "没有标点的很长的一段话" * 20
    for heading in ("进展情况", "备注", "佐证材料"):
        sent.fill("市住房城乡建设局", 1, heading, long)
        sent.fill("市国资委", 2, heading, f"{long}\n{long}")
    sent.fill("市国资委", 2, "整改状态", long)
    sent.fill("市委办公室", 6, "完成日期", MAY_31.replace(year=2021, month=1))
    sent.edit(LONG_AGO, long)
    (sent.folder / f"{'长' * 60}.docx").write_bytes(b"")
    shutil.copy(sent.book("市国资委"), sent.folder / f"{'国' * 50}.xlsx")
    ran = sent.collect(*arguments)
    assert ran.code == 1
    assert max(columns(line) for line in (ran.out + ran.err).splitlines()) <= 80


def test_quiet_shows_errors_alone(sent: Round) -> None:
    sent.fill("市国资委", 2, "备注", "已归档")
    shutil.copy(sent.book("市信访局"), sent.folder / "市信访局(1).xlsx")
    sent.book("市委组织部").unlink()
    ran = sent.collect("-q")
    assert (ran.code, ran.out) == (1, "")
    assert "交回了 2 份" in ran.err
    assert "没有交回" not in ran.err


def test_quiet_shows_what_did_not_go_in(sent: Round) -> None:
    sent.fill("市住房城乡建设局", 1, "进展情况", "单位写的进展")
    sent.fill("市住房城乡建设局", 1, "备注", "没有争议")
    sent.edit(LONG_AGO, "台账后来写的进展")
    ran = sent.collect("-q")
    assert (ran.code, ran.out) == (1, "")
    assert "【市住房城乡建设局】冲突 1 处" in ran.err
    assert "没有争议" not in ran.err


def test_where_nobody_can_be_asked_it_is_written(sent: Round) -> None:
    sent.fill("市国资委", 2, "备注", "已归档")
    assert "已写入台账" in sent.collect().out


def on_a_terminal(sent: Round, answer: str) -> str:
    """What collecting shows to somebody who sits there and answers."""
    pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "reportgen", "ledger", "collect", str(sent.folder), "--project", str(sent.project)]
    clean = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    running = subprocess.Popen(command, stdin=follower, stdout=follower, stderr=follower, env=clean)
    os.close(follower)
    os.write(leader, f"{answer}\n".encode())
    shown = b""
    try:
        while chunk := os.read(leader, 65536):
            shown += chunk
    except OSError:
        pass  # the end of a pseudo-terminal is an error on Linux
    os.close(leader)
    assert running.wait() == 0
    return shown.decode("utf-8")


@pytest.mark.parametrize(("answer", "written"), [("是", True), ("否", False), ("", False), ("也许", False)])
def test_who_sits_at_a_terminal_is_asked(sent: Round, answer: str, written: bool) -> None:
    sent.fill("市国资委", 2, "备注", "已归档")
    shown = on_a_terminal(sent, answer)
    assert "共 1 处改动，写入台账吗？（是/否）" in shown
    assert ("已写入台账" in shown, "已归档" in sent.text()) == (written, written)


def test_a_ledger_that_was_changed_meanwhile_is_not_overwritten(sent: Round) -> None:
    sent.fill("市国资委", 2, "备注", "已归档")
    project = Project(sent.project)
    collected = prepare_collect(project, sent.folder, date(2022, 8, 1), lambda _: None)
    sent.edit(LONG_AGO, "别人正在写的进展")
    before = bytes_of(sent.project)
    with pytest.raises(ProblemsFound) as stopped:
        write_collected(project, collected)
    assert [problem.code for problem in stopped.value.problems] == ["ledger-changed-meanwhile"]
    assert bytes_of(sent.project) == before


def test_the_json_of_a_failure_is_one_object(sent: Round) -> None:
    ran = sent.run("ledger", "collect", str(sent.project / "没有"), "--json")
    found = json.loads(ran.out)
    assert (ran.code, found["ok"], codes(found["problems"])) == (2, False, ["collect-no-folder"])


def test_rows_are_found_though_the_sheet_was_sorted(sent: Round) -> None:
    """Unlocked and sorted: measures of an issue stand apart, merged cells are gone."""
    book = openpyxl.load_workbook(sent.book("市国资委"))
    sheet = book[MAIN]
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))
    first = rows_of(sheet, 2)[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=first)]
    for offset, values in enumerate(reversed(rows)):
        for column, value in enumerate(values, 1):
            sheet.cell(first + offset, column).value = value
    sheet.cell(sheet.max_row, column_of(sheet, "备注")).value = "排过序"
    book.save(sent.book("市国资委"))
    found = sent.said()
    assert ([change["new"] for change in found["changes"]], found["problems"]) == (["排过序"], [])


def test_what_the_office_corrects_after_collecting_is_not_collected_again(sent: Round) -> None:
    sent.fill("市国资委", 2, "备注", "单位写的")
    assert sent.said()["written"]
    sent.edit("    备注: 单位写的\n", "    备注: 整改办核过，改成这样\n")
    before = sent.text()
    again = sent.said()
    assert (again["changes"], again["conflicts"], again["written"]) == ([], [], False)
    assert sent.text() == before
    sent.fill("市国资委", 2, "备注", "单位又写的")
    (conflict,) = sent.said()["conflicts"]
    assert (conflict["sent"], conflict["old"], conflict["new"]) == ("单位写的", "整改办核过，改成这样", "单位又写的")


def test_a_workbook_that_was_sent_out_is_not_imported_past_its_locks(sent: Round) -> None:
    ran = sent.run("ledger", "import", str(sent.book("市国资委")), "--yes")
    assert ran.code == 1
    assert "运行reportgenledgercollect汇总" in "".join(ran.err.split())
