"""What comes back in the folder: one usable workbook a unit, everything else named, and nothing stops the others."""

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from reportgen.cli.entry import run
from reportgen.export import available
from tests.cli.rounds import MAIN, SUB_ISSUES, Round, bytes_of, codes, column_of


@pytest.fixture
def good(sent: Round) -> Round:
    """A round in which one unit has something to say; it goes in whatever else lies in the folder."""
    sent.fill("市生态环境局", 3, "备注", "照样采用")
    return sent


def only_problem(sent: Round) -> dict[str, Any]:
    """The one problem of a collection into which the good change goes all the same."""
    found = sent.said()
    assert [change["new"] for change in found["changes"]] == ["照样采用"]
    assert "备注: 照样采用" in sent.text()
    (problem,) = found["problems"]
    assert found["ok"] == (problem["severity"] == "warning")
    return dict(problem)


def test_units_that_have_sent_nothing_are_named(good: Round) -> None:
    good.book("市国资委").unlink()
    good.book("市信访局").unlink()
    problem = only_problem(good)
    assert (problem["code"], problem["severity"]) == ("collect-missing", "warning")
    assert problem["message"] == "2 个还没有交回：市国资委、市信访局"
    ran = good.collect()
    assert (ran.code, "应交 9 份，收到 7 份" in ran.out) == (0, True)


def test_of_two_workbooks_of_one_unit_neither_is_used(good: Round) -> None:
    shutil.copy(good.book("市国资委"), good.folder / "市国资委(1).xlsx")
    good.fill("市国资委", 2, "备注", "哪一份")
    problem = only_problem(good)
    assert (problem["code"], problem["severity"]) == ("collect-double", "error")
    assert "“市国资委”交回了 2 份（市国资委(1).xlsx、市国资委.xlsx）" in problem["message"]


def test_a_workbook_under_another_name_is_known_by_its_marks(good: Round) -> None:
    good.fill("市国资委", 2, "备注", "改了名")
    good.book("市国资委").rename(good.folder / "国资委报送（最终版）.xlsx")
    good.fill("市生态环境局", 3, "备注", None)
    found = good.said()
    assert [(change["unit"], change["file"]) for change in found["changes"]] == [
        ("市国资委", "国资委报送（最终版）.xlsx")
    ]


def test_workbooks_in_folders_below_are_read_and_named_by_their_folder(good: Round) -> None:
    for unit in ("市国资委", "市信访局"):
        (good.folder / unit).mkdir()
        shutil.move(good.book(unit), good.folder / unit / "填报表.xlsx")
    book = openpyxl.load_workbook(good.folder / "市国资委/填报表.xlsx")
    book[MAIN].cell(4, column_of(book[MAIN], "整改状态")).value = "不知道"
    book.save(good.folder / "市国资委/填报表.xlsx")
    problem = only_problem(good)
    assert (problem["code"], problem["file"]) == ("sheet-cell", "市国资委/填报表.xlsx")


def test_a_table_of_their_own_is_foreign(good: Round) -> None:
    book = openpyxl.Workbook()
    book.active.append(["序号", "反馈问题", "进展情况"])  # type: ignore[union-attr] # a new workbook has a sheet
    book.save(good.folder / "自制表.xlsx")
    problem = only_problem(good)
    assert (problem["code"], problem["severity"], problem["file"]) == ("collect-foreign", "error", "自制表.xlsx")
    assert "不是下发的表" in problem["message"]


def test_the_whole_ledger_is_foreign_here(good: Round) -> None:
    assert good.run("ledger", "export", str(good.folder / "全部.xlsx"), "-q").code == 0
    problem = only_problem(good)
    assert (problem["code"], problem["file"]) == ("collect-foreign", "全部.xlsx")
    assert "ledger import" in problem["message"]


def test_the_workbook_of_another_ledger_is_foreign(good: Round, tmp_path: Path) -> None:
    other = tmp_path / "另一个"
    shutil.copytree(good.project, other)
    shutil.rmtree(other / "data/dispatch")
    names = other / "data/inspection.yaml"
    names.write_text(names.read_text("utf-8").replace("中共示例市委员会", "中共另一市委员会"), "utf-8")
    assert run(["ledger", "split", str(tmp_path / "别处下发"), "-q", "--project", str(other)]) == 0
    shutil.copy(tmp_path / "别处下发/市国资委.xlsx", good.folder / "外来.xlsx")
    problem = only_problem(good)
    assert (problem["code"], problem["file"]) == ("collect-foreign", "外来.xlsx")
    assert "另一个台账" in problem["message"]


def test_a_workbook_of_an_earlier_round_is_outdated(good: Round, tmp_path: Path) -> None:
    shutil.copytree(good.folder, tmp_path / "第一次")
    again = tmp_path / "再下发"
    assert good.run("ledger", "split", str(again), "-q").code == 0
    second = Round(good.project, again, good.run)
    second.fill("市生态环境局", 3, "备注", "照样采用")
    shutil.copy(tmp_path / "第一次/市国资委.xlsx", second.book("市国资委"))
    found = second.said()
    assert sorted(codes(found["problems"])) == ["collect-missing", "collect-outdated"]
    outdated = next(each for each in found["problems"] if each["code"] == "collect-outdated")
    assert (outdated["severity"], outdated["file"]) == ("error", "市国资委.xlsx")
    assert "第 1 次下发" in outdated["message"]
    assert [change["new"] for change in found["changes"]] == ["照样采用"]


def test_a_workbook_of_a_round_that_nobody_recorded_is_foreign(good: Round, tmp_path: Path) -> None:
    again = tmp_path / "再下发"
    good.run("ledger", "split", str(again), "-q")
    (good.project / "data/dispatch/0002.json").unlink()
    shutil.copy(again / "市国资委.xlsx", good.folder / "没有记录.xlsx")
    problem = only_problem(good)
    assert (problem["code"], problem["file"]) == ("collect-foreign", "没有记录.xlsx")


DAMAGED: dict[str, Callable[[bytes], bytes]] = {
    "workbook-empty": lambda _: b"",
    "workbook-damaged": lambda raw: raw[: len(raw) // 2],
    "workbook-not-xlsx": lambda _: b"%PDF-1.7 " + b"x" * 2000,
}


@pytest.mark.parametrize("code", DAMAGED)
def test_a_workbook_that_cannot_be_read_is_named_and_its_unit_is_missing(good: Round, code: str) -> None:
    good.book("市国资委").write_bytes(DAMAGED[code](good.book("市国资委").read_bytes()))
    found = good.said()
    assert codes(found["problems"]) == [code, "collect-missing"]
    assert (found["problems"][0]["file"], found["missing"]) == ("市国资委.xlsx", ["市国资委"])
    assert [change["new"] for change in found["changes"]] == ["照样采用"]
    assert not found["ok"]


def test_a_workbook_whose_table_is_gone_is_not_taken_for_one_without_changes(good: Round) -> None:
    book = openpyxl.load_workbook(good.book("市国资委"))
    book[MAIN].title = "我们的台账"
    book.save(good.book("市国资委"))
    found = good.said()
    assert "sheet-none" in codes(found["problems"])
    assert not found["ok"]


def test_a_sheet_that_was_deleted_is_missed(good: Round) -> None:
    book = openpyxl.load_workbook(good.book("市住房城乡建设局"))
    del book[SUB_ISSUES]
    book.save(good.book("市住房城乡建设局"))
    problem = only_problem(good)
    assert (problem["code"], problem["severity"]) == ("collect-row-missing", "warning")
    assert "问题 4 " in problem["message"]


def test_other_files_in_the_folder_are_named(good: Round) -> None:
    (good.folder / "说明.docx").write_bytes(b"")
    with zipfile.ZipFile(good.folder / "市国资委.zip", "w") as packed:
        packed.writestr("市国资委.xlsx", b"")
    problem = only_problem(good)
    assert (problem["code"], problem["severity"]) == ("collect-other-files", "warning")
    assert "市国资委.zip、说明.docx" in problem["message"]


@pytest.mark.parametrize("name", ["~$市国资委.xlsx", ".~市国资委.xlsx", ".DS_Store", "._市国资委.xlsx"])
def test_the_traces_of_open_workbooks_are_passed_over(good: Round, name: str) -> None:
    (good.folder / name).write_bytes(b"x")
    found = good.said()
    assert (found["ok"], found["problems"]) == (True, [])


@pytest.mark.skipif(sys.platform != "linux", reason="other systems take no names that are not Unicode")
def test_a_name_in_gbk_from_an_older_archive_is_read_and_recorded(sent: Round) -> None:
    sent.fill("市住房城乡建设局", 1, "整改状态", "正在整改")
    raw = os.fsencode(sent.folder) + b"/" + "住建局.xlsx".encode("gbk")
    sent.book("市住房城乡建设局").rename(os.fsdecode(raw))
    found = sent.said()
    assert (found["problems"], [change["file"] for change in found["changes"]]) == ([], ["住建局.xlsx"])
    assert "来源: 住建局.xlsx" in sent.text("journal.yaml")


def test_a_folder_that_is_not_there_or_empty_is_misuse(sent: Round, tmp_path: Path) -> None:
    ran = sent.run("ledger", "collect", str(tmp_path / "没有"))
    assert (ran.code, "没有这个文件夹" in ran.err) == (2, True)
    (tmp_path / "空的").mkdir()
    ran = sent.run("ledger", "collect", str(tmp_path / "空的"))
    assert (ran.code, "没有电子表格" in ran.err) == (2, True)


def test_before_anything_was_sent_there_is_nothing_to_collect(sent: Round) -> None:
    shutil.rmtree(sent.project / "data/dispatch")
    ran = sent.collect()
    assert (ran.code, "还没有下发过" in ran.err) == (2, True)


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[: len(text) // 2],
        lambda _: "",
        lambda _: "[]",
        lambda _: "null",
        lambda text: text.replace("省委巡视反馈", "省委反馈"),
        lambda text: text.replace('"次数": 1', '"次数": "一"'),
        lambda text: text.replace('"报送时限": null', '"报送时限": "很快"'),
    ],
)
def test_a_damaged_record_of_what_was_sent_stops_everything(good: Round, damage: Callable[[str], str]) -> None:
    record = good.project / "data/dispatch/0001.json"
    text = record.read_text("utf-8")
    assert damage(text) != text
    record.write_text(damage(text), "utf-8")
    before = bytes_of(good.project)
    found = good.said()
    assert (codes(found["problems"]), bytes_of(good.project)) == (["dispatch-damaged"], before)
    assert "备份" in found["problems"][0]["message"]
    assert good.run("ledger", "split", str(good.project / "再下发")).code == 1


def test_a_record_that_is_no_utf8_is_damaged(good: Round) -> None:
    record = good.project / "data/dispatch/0001.json"
    record.write_bytes(record.read_text("utf-8").encode("gbk"))
    assert codes(good.said()["problems"]) == ["dispatch-damaged"]


@pytest.mark.parametrize("form", ["xlsx", "xls"])
@pytest.mark.skipif(not available(), reason="LibreOffice is not installed")
@pytest.mark.xdist_group("collect-libreoffice")
def test_a_workbook_that_libreoffice_saved_is_collected(sent: Round, form: str, tmp_path: Path) -> None:
    sent.fill("市住房城乡建设局", 1, "进展情况", "第一段。\n第二段。")
    sent.fill("市住房城乡建设局", 1, "整改状态", "正在整改")
    sent.fill("市住房城乡建设局", 1, "措施完成日期", "2022-05-31")
    sent.fill("市住房城乡建设局", 4, "进展情况", "子问题的进展", sheet=SUB_ISSUES)
    program = shutil.which("soffice") or shutil.which("libreoffice") or "soffice"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--norestore", "--convert-to", form, "--outdir", str(tmp_path / "存过")]
    done = subprocess.run([*command, str(sent.book("市住房城乡建设局"))], check=True, capture_output=True, timeout=240)
    saved = tmp_path / "存过" / f"市住房城乡建设局.{form}"
    if not saved.exists():
        pytest.skip(f"LibreOffice has no Calc: {done.stderr!r}")
    sent.book("市住房城乡建设局").unlink()
    shutil.copy(saved, sent.folder)
    found = sent.said()
    assert (found["conflicts"], found["held"], found["problems"]) == ([], [], [])
    assert [(change["issue"], change["field"], change["new"]) for change in found["changes"]] == [
        (1, "整改状态", "正在整改"),
        (1, "进展情况", "第一段。\n第二段。"),
        (1, "措施 1 完成日期", "2022-05-31"),
        (4, "子问题 1 进展情况", "子问题的进展"),
    ]
