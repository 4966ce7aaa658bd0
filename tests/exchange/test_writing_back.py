"""What import makes of data/: only the lines of changed values, comments kept, a copy, a record; or not one byte."""

import difflib
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from reportgen.cli.entry import run
from reportgen.errors import ProblemsFound
from reportgen.ledger.load import load
from reportgen.pipeline.exchanging import prepare_import, write_import
from reportgen.pipeline.project import Project
from tests.exchange.offices import ISSUES, JOURNAL, Imported, data_of

Bring = Callable[..., Imported]
SheetOf = Callable[..., Path]
HEAD = ["序号", "反馈问题", "整改措施", "整改时限", "整改状态", "完成日期", "备注"]


def changed_lines(before: str, after: str) -> list[str]:
    """Lines that went (-) and came (+)."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if line[0] in "+-" and line[:3] not in ("+++", "---")]


def issues_of(project: Path) -> str:
    return (project / "data/issues.yaml").read_text("utf-8")


def test_only_the_lines_of_changed_values_change_and_comments_stay(
    bring: Bring, small: Path, sheet_of: SheetOf
) -> None:
    bring(
        sheet_of(
            HEAD,
            [1, "项目整改不够彻底", "制定办法", "2022-06-30", None, None, "急"],
            [3, "制度不健全", None, None, None, None, "有"],
        )
    )
    assert changed_lines(ISSUES, issues_of(small)) == [
        "-    标题: 项目整改不彻底 # 原文",
        "+    标题: 项目整改不够彻底 # 原文",
        "-    整改时限: 2022-05-31",
        "+    整改时限: 2022-06-30",
        "+    备注: 急",
        "-    备注: '无' # 待补",
        "+    备注: 有 # 待补",
    ]


def test_the_sample_with_a_status_a_date_and_a_progress_changes_by_these_lines(
    project: Path, bring: Bring, sheet_of: SheetOf
) -> None:
    before = issues_of(project)
    found = bring(
        sheet_of(["序号", "整改措施", "整改状态", "完成日期", "进展情况"], [1, None, "已完成", "2022.7.20", "全部销号。\n长效机制已建立。"]),
        "--on", "2022-07-25", into=project,
    )  # fmt: skip
    assert (found.code, found.problems) == (0, [])
    lines = changed_lines(before, issues_of(project))
    assert [line[:20] for line in lines] == [
        "-    整改状态: 基本完成",
        "-    进展情况: 组建2个工作专班，",
        "+    整改状态: 已完成",
        "+    完成日期: 2022-07-2",
        "+    进展情况: |-",
        "+      全部销号。",
        "+      长效机制已建立。",
    ]


def test_line_ends_and_mark_of_encoding_stay(bring: Bring, small: Path, sheet_of: SheetOf) -> None:
    path = small / "data/issues.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + ISSUES.replace("\n", "\r\n").encode())
    bring(sheet_of(HEAD, [3, "制度不健全", None, None, None, None, "有"]))
    after = path.read_bytes()
    assert after == b"\xef\xbb\xbf" + ISSUES.replace("'无'", "有").replace("\n", "\r\n").encode()


def test_the_old_files_are_kept_each_time_under_a_name_of_its_own(bring: Bring, small: Path, sheet_of: SheetOf) -> None:
    for word in ("有", "再有"):
        bring(sheet_of(HEAD, [3, "制度不健全", None, None, None, None, word]))
    copies = sorted((small / "data/backup").iterdir())
    assert [copy.name for copy in copies] == ["issues-2.yaml", "issues.yaml"]
    assert copies[1].read_text("utf-8") == ISSUES
    assert copies[0].read_text("utf-8") == ISSUES.replace("'无'", "有")


def test_a_change_of_status_is_a_line_in_the_journal_with_its_source(
    bring: Bring, small: Path, sheet_of: SheetOf
) -> None:
    file = sheet_of(
        HEAD, [1, "项目整改不彻底", None, None, "已完成", "2022-05-20", None], [3, "制度不健全", None, None, "整改中"]
    )
    assert bring(file, "--on", "2022-06-01", "--why", "六月调度").code == 0
    assert changed_lines(JOURNAL, (small / "data/journal.yaml").read_text("utf-8")) == [
        "+  - {日期: 2022-05-20, 问题序号: 1, 原状态: 正在整改, 新状态: 已完成, 事由: 六月调度, 来源: 来自单位.xlsx}",
        "+  - {日期: 2022-06-01, 问题序号: 3, 原状态: 未启动, 新状态: 正在整改, 事由: 六月调度, 来源: 来自单位.xlsx}",
    ]
    assert sorted(copy.name for copy in (small / "data/backup").iterdir()) == ["issues.yaml", "journal.yaml"]


def test_without_a_reason_the_file_is_the_reason(bring: Bring, small: Path, sheet_of: SheetOf) -> None:
    bring(sheet_of(HEAD, [3, "制度不健全", None, None, "整改中"], file="三 季度.xlsx"))
    assert "事由: 导入三 季度.xlsx, 来源: 三 季度.xlsx}" in (small / "data/journal.yaml").read_text("utf-8")


def test_a_record_is_begun_when_a_status_changes_and_holds_what_was_before(
    bring: Bring, small: Path, sheet_of: SheetOf
) -> None:
    """The statuses of the past stay what they were for every date: nobody knows since when."""
    (small / "data/journal.yaml").unlink()
    bring(sheet_of(HEAD, [3, "制度不健全", None, None, None, None, "有"]))
    assert not (small / "data/journal.yaml").exists()
    bring(sheet_of(HEAD, [3, "制度不健全", None, None, "整改中"]), "--on", "2022-06-01")
    lines = (small / "data/journal.yaml").read_text("utf-8").splitlines()
    assert lines[-2:] == [
        "  - {日期: 2021-11-11, 问题序号: 1, 原状态: 未启动, 新状态: 正在整改, "
        "事由: 开始记录时已是这个状态，变动日期不详, 来源: data/issues.yaml}",
        "  - {日期: 2022-06-01, 问题序号: 3, 原状态: 未启动, 新状态: 正在整改, 事由: 导入来自单位.xlsx, 来源: 来自单位.xlsx}",
    ]  # fmt: skip


def test_importing_twice_changes_nothing_the_second_time(bring: Bring, small: Path, sheet_of: SheetOf) -> None:
    file = sheet_of(
        HEAD,
        [1, "项目整改不彻底", "1.制定办法\n2.开展检查\n3.建立台账", "2022年6月底", "已完成（5月）", "44701", None],
        [4, "作风不实", "建立清单", "长期", "整改中", None, None],
    )
    assert bring(file).problems == [("data-missing-field", "A3")]
    head = [*HEAD, "方面"]
    file = sheet_of(
        head,
        [1, "项目整改不彻底", "1.制定办法\n2.开展检查\n3.建立台账", "2022年6月底", "已完成（5月）", "44701", None],
        [4, "作风不实", "建立清单", "长期", "整改中", None, None, "新发现问题"],
    )
    assert bring(file).said["written"]
    after = data_of(small)
    second = bring(file)
    assert (second.code, second.changes, second.problems) == (0, [], [])
    assert data_of(small) == after


def test_a_measure_written_as_bare_text_becomes_a_record_when_it_gets_more(
    bring: Bring, small: Path, changed: Callable[..., Path]
) -> None:
    bring(changed({("措施完成日期", 1): "2022-03-01", ("措施类型", 2): None, ("措施时限", 2): None}))
    assert changed_lines(ISSUES, issues_of(small)) == [
        "-      - 制定办法",
        "+      - 内容: 制定办法",
        "+        完成日期: 2022-03-01",
        "-        措施类型: 专项整治",
        "-        整改时限: 2022-03-31",
    ]


def test_what_is_written_is_what_was_examined(small: Path, sheet_of: SheetOf) -> None:
    (small / "data/evidence/01").mkdir(parents=True)
    (small / "data/evidence/01/会议纪要、签到表.pdf").write_bytes(b"1")
    (small / "data/evidence/01/项目清单.pdf").write_bytes(b"2")
    head = ["序号", "反馈问题", "整改状态", "完成日期", "申请日期"]
    home = Project(small)
    file = sheet_of(head, [1, "项目整改不彻底", "已完成", "2022-05-20", "2022-05-21"])
    prepared = prepare_import(home, file, date(2022, 6, 1), "五月：“调度”, {1}", lambda _: None)
    write_import(home, prepared)
    assert prepared.revised is not None
    assert prepared.revised.loaded.ledger == load(small / "data").ledger


def test_a_ledger_that_was_changed_meanwhile_is_not_overwritten(small: Path, sheet_of: SheetOf) -> None:
    file = sheet_of(HEAD, [3, "制度不健全", None, None, None, None, "有"])
    home = Project(small)
    prepared = prepare_import(home, file, date(2022, 6, 1), None, lambda _: None)
    path = small / "data/issues.yaml"
    path.write_text(ISSUES.replace("备注: '无'", "备注: 别人写的"), "utf-8")
    before = data_of(small)
    with pytest.raises(ProblemsFound) as stopped:
        write_import(home, prepared)
    assert [problem.code for problem in stopped.value.problems] == ["ledger-changed-meanwhile"]
    assert data_of(small) == before


def test_a_dry_run_writes_nothing(bring: Bring, small: Path, sheet_of: SheetOf) -> None:
    before = data_of(small)
    found = bring(sheet_of(HEAD, [3, "制度不健全", None, None, "整改中"]), "--dry-run")
    assert (found.code, found.said["ok"], found.said["written"], len(found.changes)) == (0, True, False, 1)
    assert data_of(small) == before


def test_one_cell_that_cannot_be_read_keeps_everything_out(bring: Bring, small: Path, sheet_of: SheetOf) -> None:
    before = data_of(small)
    found = bring(sheet_of(HEAD, [1, "项目整改不彻底", None, "尽快"], [3, "制度不健全", None, "2022-06-30", "整改中"]))
    assert (found.code, found.said["ok"], found.said["written"]) == (1, False, False)
    assert data_of(small) == before


@pytest.mark.parametrize(
    ("row", "code", "cell", "says"),
    [
        ([3, "制度不健全", None, None, "已完成"], "done-without-date", "E2", "完成日期"),
        ([3, "制度不健全", None, None, "已完成", "2021-01-01"], "done-before-feedback", "F2", "反馈"),
        ([3, "制度不健全", None, None, None, "2022-01-01"], "date-without-done", "F2", "完成日期"),
        ([9, "作风不实"], "data-missing-field", "A2", "方面"),
    ],
)
def test_a_ledger_that_would_be_wrong_is_refused_with_the_cell(
    bring: Bring, small: Path, sheet_of: SheetOf, row: list[object], code: str, cell: str, says: str
) -> None:
    before = data_of(small)
    found = bring(sheet_of(HEAD, row))
    assert found.code == 1
    assert (code, cell) in found.problems
    assert says in found.messages
    assert data_of(small) == before


def test_striking_off_needs_evidence_that_is_there(bring: Bring, small: Path, sheet_of: SheetOf) -> None:
    head = [
        "序号",
        "反馈问题",
        "整改状态",
        "完成日期",
        "佐证材料",
        "申请日期",
        "复核单位",
        "复核日期",
        "批准人",
        "销号日期",
    ]
    row = [
        3,
        "制度不健全",
        "已完成",
        "2022-05-20",
        "制度汇编",
        "2022-05-21",
        "市审计局",
        "2022-05-25",
        "市长",
        "2022-05-26",
    ]
    file = sheet_of(head, row)
    before = data_of(small)
    found = bring(file)
    assert (found.code, found.problems) == (1, [("evidence-not-found", "E2")])
    assert data_of(small) == before
    folder = small / "data/evidence/03"
    folder.mkdir(parents=True)
    (folder / "制度汇编.pdf").write_bytes(b"%PDF-")
    assert (bring(file).code, bring(file).changes) == (0, [])
    journal = (small / "data/journal.yaml").read_text("utf-8")
    assert [line.partition("新状态: ")[2][:3] for line in journal.splitlines()[-5:]] == [
        "已完成",
        "申请,",
        "复核,",
        "批准,",
        "销号,",
    ]
    assert "文件: 03/制度汇编.pdf, 大小: 5, sha256: " in journal


def test_a_step_left_out_is_refused(bring: Bring, small: Path, sheet_of: SheetOf) -> None:
    before = data_of(small)
    found = bring(sheet_of(["序号", "反馈问题", "销号日期"], [3, "制度不健全", "2022-05-26"]))
    assert found.code == 1
    assert {cell for _, cell in found.problems} == {"C2"}
    assert data_of(small) == before


def test_an_aspect_that_the_inspection_does_not_know_is_refused(bring: Bring, small: Path, sheet_of: SheetOf) -> None:
    before = data_of(small)
    assert bring(sheet_of(["序号", "反馈问题", "方面"], [3, "制度不健全", "作风建设"])).problems == [
        ("sheet-cell", "C2")
    ]
    assert data_of(small) == before


def test_a_ledger_with_errors_is_not_imported_into(bring: Bring, small: Path, sheet_of: SheetOf) -> None:
    path = small / "data/issues.yaml"
    path.write_text(ISSUES.replace("序号: 3", "序号: 2"), "utf-8")
    before = data_of(small)
    assert bring(sheet_of(HEAD, [3, "制度不健全", None, None, "整改中"])).code == 1
    assert data_of(small) == before


def test_a_whole_ledger_comes_into_a_project_with_one_issue(
    project: Path, small: Path, tmp_path: Path, bring: Bring, capsys: pytest.CaptureFixture[str]
) -> None:
    """The 28 issues of the sample, from its workbook without marks, into a project that knows only their aspects."""
    file = tmp_path / "全部.xlsx"
    assert run(["ledger", "export", str(file), "-q", "--as-of", "2022-07-29", "--project", str(project)]) == 0
    book = openpyxl.load_workbook(file)
    for name in ("标记", "统计", "三个清单", "引用数字"):
        del book[name]
    for name in ("整改台账", "子问题"):
        book[name].delete_cols(1)
        for area in list(book[name].merged_cells.ranges):
            book[name].merged_cells.remove(area)
            area.shift(col_shift=-1)
            book[name].merged_cells.add(area)
    book.save(file)
    capsys.readouterr()
    shutil.copy(project / "data/inspection.yaml", small / "data/inspection.yaml")
    shutil.copytree(project / "data/evidence", small / "data/evidence")
    (small / "data/journal.yaml").unlink()
    first = issues_of(project).partition("  - 序号: 2\n")[0].partition("    整改状态")[0]
    (small / "data/issues.yaml").write_text(first, "utf-8")
    found = bring(file)
    assert [each for each in found.said["problems"] if each["severity"] == "error"] == []
    assert found.code == 0
    wanted, got = load(project / "data").ledger, load(small / "data").ledger
    assert wanted is not None
    assert got is not None
    assert got.issues == wanted.issues
