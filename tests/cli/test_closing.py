"""`reportgen ledger close` and `record`: 销号 step by step, every change of status on record, documents that follow it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from reportgen.console.width import columns
from reportgen.pipeline.lock import locked
from tests.cli.rounds import Run, bytes_of, changed_lines

Edit = Callable[[str, str, str], None]
BODY = "data/evidence/28"


@pytest.fixture
def ready(project: Path) -> Path:
    """The sample, with files for the evidence of issue 28, which is 已完成 and not yet applied for."""
    folder = project / "data/evidence/28"
    folder.mkdir()
    for name in evidence_named(project):
        (folder / f"{name}.pdf").write_bytes(name.encode())
    return project


def evidence_named(project: Path) -> list[str]:
    line = next(line for line in lines_of(project, 28) if line.startswith("    佐证材料: ["))
    return line.removeprefix("    佐证材料: [").rstrip("]").split(", ")


def text_of(project: Path, file: str = "issues.yaml") -> str:
    return (project / "data" / file).read_text("utf-8")


def lines_of(project: Path, issue: int) -> list[str]:
    """The lines of an issue in issues.yaml."""
    after = text_of(project).split(f"\n  - 序号: {issue}\n", 1)[1]
    return after.split("\n  - 序号: ", 1)[0].splitlines()


def journal(project: Path) -> list[str]:
    return [line.strip() for line in text_of(project, "journal.yaml").splitlines() if line.strip().startswith("- {")]


def codes(ran: Any) -> list[str]:
    return [problem["code"] for problem in json.loads(ran.out)["problems"]]


STEPS = (
    (("申请", "28", "--on", "2022-08-10"), "申请", "申请销号"),
    (("复核", "28", "--by", "市委督查室", "--opinion", "同意销号", "--on", "2022-08-12"), "复核", "同意销号"),
    (("批准", "28", "--by", "市委书记", "--on", "2022-08-14"), "批准", "批准销号"),
    (("销号", "28", "--on", "2022-08-15"), "销号", "销号"),
)


def test_an_issue_is_struck_off_step_by_step(ready: Path, reportgen: Run) -> None:
    state = "已完成"
    for arguments, step, why in STEPS:
        before, lines = bytes_of(ready), journal(ready)
        ran = reportgen("ledger", "close", *arguments)
        assert (ran.code, ran.err) == (0, "")
        assert f"问题 28：{state} → {step}" in ran.out
        (line,) = journal(ready)[len(lines) :]
        assert journal(ready)[:-1] == lines
        assert line.startswith(
            f"- {{日期: {arguments[-1]}, 问题序号: 28, 原状态: {state}, 新状态: {step}, 事由: {why}, 来源: 命令行"
        )
        gone, _ = changed_lines(before["issues.yaml"].decode(), text_of(ready))
        assert gone == []
        assert reportgen("validate").code == 0
        state = step
    assert lines_of(ready, 28)[-7:] == [
        "    销号:",
        "      申请日期: 2022-08-10",
        "      复核单位: 市委督查室",
        "      复核日期: 2022-08-12",
        "      复核意见: 同意销号",
        "      批准人: 市委书记",
        "      销号日期: 2022-08-15",
    ]


def test_copies_of_the_old_files_are_kept_and_named(ready: Path, reportgen: Run) -> None:
    before = bytes_of(ready)
    ran = reportgen("ledger", "close", *STEPS[0][0])
    assert "原文件存为" in ran.out
    for name in ("issues.yaml", "journal.yaml"):
        assert (ready / "data/backup" / name).read_bytes() == before[name]


def test_an_application_records_the_evidence(ready: Path, reportgen: Run) -> None:
    reportgen("ledger", "close", *STEPS[0][0])
    line = journal(ready)[-1]
    for name in evidence_named(ready):
        assert f"文件: 28/{name}.pdf, 大小: {len(name.encode())}, sha256: " in line


@pytest.mark.usefixtures("ready")
def test_json_says_what_was_changed(reportgen: Run) -> None:
    found = json.loads(reportgen("ledger", "close", *STEPS[0][0], "--json").out)
    assert found == {
        "ok": True,
        "changes": [{"issue": 28, "date": "2022-08-10", "from": "已完成", "to": "申请"}],
        "problems": [],
    }


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("申请", "1"), "close-order", "问题 1 现在是“基本完成”，不能“申请”"),
        (("复核", "28", "--by", "市委督查室"), "close-order", "问题 28 现在是“已完成”，不能“复核”"),
        (("销号", "28"), "close-order", "次序是 已完成、申请、复核、批准、销号"),
        (("申请", "3"), "close-order", "问题 3 现在是“销号”"),
        (("退回", "3", "--why", "x"), "close-order", "没有可以退回的销号申请"),
        (("重开", "28", "--why", "x"), "close-order", "没有销号"),
        (("重开", "3"), "close-needs", "--why"),
        (("退回", "3"), "close-needs", "--why"),
        (("复核", "28"), "close-needs", "--by 复核单位"),
        (("批准", "28"), "close-needs", "--by 批准人"),
        (("申请", "29"), "unknown-issue", "没有序号为 29 的问题"),
        (("申请", "28", "--on", "2022-08-01"), "journal-order", "问题 28 在 2022-08-08 还有变动"),
        (("重开", "3", "--why", "x", "--on", "2021-12-30"), "journal-order", "用 --on 写明办理日期"),
    ],
)
def test_what_is_refused_is_refused_in_one_message_and_changes_nothing(
    ready: Path, reportgen: Run, arguments: tuple[str, ...], code: str, says: str
) -> None:
    before = bytes_of(ready)
    dated = arguments if "--on" in arguments else (*arguments, "--on", "2022-08-20")
    ran = reportgen("ledger", "close", *dated, "--json")
    problems = json.loads(ran.out)["problems"]
    assert (ran.code, says in problems[0]["message"], bytes_of(ready)) == (1, True, before)
    assert code in [problem["code"] for problem in problems]
    assert not (ready / "data/backup").exists()


def test_without_a_file_for_its_evidence_nothing_is_applied_for(project: Path, reportgen: Run) -> None:
    before = bytes_of(project)
    ran = reportgen("ledger", "close", "申请", "28", "--on", "2022-08-10")
    assert (ran.code, bytes_of(project)) == (1, before)
    for name in evidence_named(project):
        assert f"“{name}”" in ran.err
    assert BODY in ran.err


def test_all_issues_or_none(ready: Path, reportgen: Run) -> None:
    before = bytes_of(ready)
    ran = reportgen("ledger", "close", "申请", "28", "1", "3", "--on", "2022-08-10", "--json")
    assert (codes(ran), bytes_of(ready)) == (["close-order", "close-order"], before)
    ran = reportgen("ledger", "close", "重开", "3", "5", "7", "--why", "巡视回头看发现反弹", "--on", "2022-08-10")
    assert (ran.code, "已记录 3 次状态变动" in ran.out) == (0, True)
    assert len(journal(ready)) == before["journal.yaml"].decode().count("- {日期") + 3


def test_an_issue_that_is_named_twice_takes_one_step(ready: Path, reportgen: Run) -> None:
    lines = len(journal(ready))
    assert reportgen("ledger", "close", "申请", "28", "28", "--on", "2022-08-10").code == 0
    assert len(journal(ready)) == lines + 1


def test_sent_back_it_begins_again(ready: Path, reportgen: Run) -> None:
    reportgen("ledger", "close", *STEPS[0][0])
    ran = reportgen("ledger", "close", "退回", "28", "--why", "佐证材料不全", "--on", "2022-08-11")
    assert (ran.code, "问题 28：申请 → 正在整改" in ran.out) == (0, True)
    fields = {line.strip().split(":")[0]: line for line in lines_of(ready, 28)}
    assert fields["整改状态"].endswith("正在整改")
    assert fields.keys().isdisjoint({"完成日期", "销号", "申请日期"})
    assert "事由: 佐证材料不全" in journal(ready)[-1]
    assert reportgen("validate").code == 0


def test_reopened_it_keeps_its_history(project: Path, reportgen: Run) -> None:
    before = journal(project)
    assert reportgen("ledger", "close", "重开", "3", "--why", "雨后反弹", "--on", "2022-08-10").code == 0
    assert journal(project)[:-1] == before
    assert "原状态: 销号, 新状态: 正在整改, 事由: 雨后反弹" in journal(project)[-1]
    assert "销号日期: 2021-12-31" not in "\n".join(lines_of(project, 3))
    assert reportgen("validate").code == 0


@pytest.mark.parametrize(
    "arguments",
    [("申请",), ("申请", "零"), ("申请", "0"), ("申请", "-1"), ("撤销", "1"), ("重开", "3", "--why", " "),
     ("重开", "3", "--why", "甲\x07乙"), ("重开", "3", "--why", "甲\n乙"), ("重开", "3", "--why", "\udc80"),
     ("复核", "28", "--by", "　"), ("申请", "28", "--on", "2022-02-30")],
)  # fmt: skip
def test_a_wrong_call_is_misuse(project: Path, reportgen: Run, arguments: tuple[str, ...]) -> None:
    before = bytes_of(project)
    ran = reportgen("ledger", "close", *arguments)
    assert (ran.code, ran.out, bytes_of(project)) == (2, "", before)
    assert any("\u4e00" <= character <= "\u9fff" for character in ran.err)


@pytest.mark.parametrize(
    "why", ["{甲}: [乙], # 丙", "'单' \"双\"", "- 一: 二", "& * ! %", "𠮷 é", "2022-08-10", "null"]
)
def test_a_reason_is_kept_as_it_was_said(project: Path, reportgen: Run, why: str) -> None:
    from reportgen.ledger.load import load

    assert reportgen("ledger", "close", "重开", "3", "--why", why, "--on", "2022-08-10").code == 0
    loaded = load(project / "data")
    assert loaded.ledger is not None
    assert loaded.ledger.journal is not None
    assert loaded.ledger.journal[-1].why == why


@pytest.mark.parametrize("name", ["表{1}, 附: 甲 #2", "a: b", "-", "'", "%甲%"])
def test_evidence_of_any_name_is_recorded(project: Path, reportgen: Run, edit: Edit, name: str) -> None:
    from reportgen.ledger.load import load

    line = next(line for line in lines_of(project, 28) if line.startswith("    佐证材料: ["))
    edit("issues.yaml", f"{line}\n", f"    佐证材料:\n      - {json.dumps(name, ensure_ascii=False)}\n")
    (project / "data/evidence/28").mkdir()
    (project / "data/evidence/28" / f"{name}.pdf").write_bytes(b"x")
    assert reportgen("ledger", "close", "申请", "28", "--on", "2022-08-10").code == 0
    loaded = load(project / "data")
    assert loaded.ledger is not None
    assert loaded.ledger.journal is not None
    assert [file.file for file in loaded.ledger.journal[-1].evidence] == [f"28/{name}.pdf"]
    assert reportgen("validate").code == 0


# Evidence after the application.


def test_evidence_that_is_gone_stops_the_next_step_validation_and_a_build(ready: Path, reportgen: Run) -> None:
    reportgen("ledger", "close", *STEPS[0][0])
    (ready / "data/evidence/28" / f"{evidence_named(ready)[0]}.pdf").unlink()
    before = bytes_of(ready)
    assert codes(reportgen("validate", "--json")) == ["evidence-missing"]
    assert codes(reportgen("build", "--json")) == ["evidence-missing"]
    assert codes(reportgen("ledger", "close", *STEPS[1][0], "--json")) == ["evidence-missing"]
    assert bytes_of(ready) == before


def test_evidence_of_another_size_stops_a_build_too(ready: Path, reportgen: Run) -> None:
    reportgen("ledger", "close", *STEPS[0][0])
    with (ready / "data/evidence/28" / f"{evidence_named(ready)[0]}.pdf").open("ab") as file:
        file.write(b"!")
    assert codes(reportgen("build", "--json")) == ["evidence-changed"]


def test_evidence_that_was_exchanged_is_found_by_its_digest(ready: Path, reportgen: Run) -> None:
    reportgen("ledger", "close", *STEPS[0][0])
    file = ready / "data/evidence/28" / f"{evidence_named(ready)[0]}.pdf"
    file.write_bytes(file.read_bytes()[::-1])
    ran = reportgen("validate", "--json")
    (problem,) = json.loads(ran.out)["problems"]
    assert (problem["code"], problem["file"]) == ("evidence-changed", "data/journal.yaml")
    assert "- {" in text_of(ready, "journal.yaml").splitlines()[problem["line"] - 1]
    assert codes(reportgen("ledger", "close", *STEPS[1][0], "--json")) == ["evidence-changed"]
    assert reportgen("ledger", "close", "退回", "28", "--why", "材料换过", "--on", "2022-08-11").code == 0
    assert reportgen("validate").code == 0


# Documents follow the record.


def report_of(project: Path, reportgen: Run, as_of: str) -> str:
    """All words of the report as of a date."""
    assert reportgen("build", "report", "--as-of", as_of, "--force").code == 0
    document = docx.Document(str(project / "out/整改进展情况报告.docx"))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_a_report_before_and_after_a_reopening_counts_what_was_true_then(project: Path, reportgen: Run) -> None:
    before = {day: report_of(project, reportgen, day) for day in ("2022-07-20", "2022-07-29")}
    assert "已完成18个" in before["2022-07-20"]
    assert "完成率为64.29%" in before["2022-07-29"]
    assert reportgen("ledger", "close", "重开", "3", "--why", "雨后反弹", "--on", "2022-07-25").code == 0
    assert report_of(project, reportgen, "2022-07-20") == before["2022-07-20"]
    after = report_of(project, reportgen, "2022-07-29")
    assert "已完成17个" in after
    assert "完成率为60.71%" in after
    assert "正在整改4个" in after
    assert "正在整改3个" in before["2022-07-29"]


def test_the_status_of_a_date_follows_the_record_too(reportgen: Run) -> None:
    reportgen("ledger", "close", "重开", "3", "--why", "雨后反弹", "--on", "2022-07-25")

    def done(day: str) -> int:
        return int(json.loads(reportgen("status", "--as-of", day, "--json").out)["by_status"]["已完成"])

    assert (done("2022-07-24"), done("2022-07-25")) == (18, 17)


# Statuses that were changed by hand.


def test_a_status_that_was_changed_by_hand_is_a_problem_until_it_is_recorded(
    project: Path, reportgen: Run, edit: Edit
) -> None:
    edit("issues.yaml", "整改状态: 基本完成", "整改状态: 正在整改 # 退回重做")
    for command in ("validate", "build", "status"):
        ran = reportgen(command, "--json")
        assert (ran.code, codes(ran)) == (1, ["status-not-recorded"])
    assert codes(reportgen("ledger", "close", "重开", "3", "--why", "x", "--json")) == ["status-not-recorded"]
    before = text_of(project)
    ran = reportgen("ledger", "record", "--why", "八月调度", "--on", "2022-08-10")
    assert (ran.code, ran.out.splitlines()[0]) == (0, "2022-08-10  问题 1：基本完成 → 正在整改")
    assert text_of(project) == before
    assert journal(project)[-1] == (
        "- {日期: 2022-08-10, 问题序号: 1, 原状态: 基本完成, 新状态: 正在整改, 事由: 八月调度, 来源: data/issues.yaml}"
    )
    assert reportgen("validate").code == 0


def test_with_everything_on_record_there_is_nothing_to_add(project: Path, reportgen: Run) -> None:
    before = bytes_of(project)
    ran = reportgen("ledger", "record", "--why", "调度")
    assert (ran.code, "没有要补的" in ran.out, bytes_of(project)) == (0, True, before)
    assert not (project / "data/backup").exists()


def test_a_project_without_a_record_gets_one_that_is_right(project: Path, reportgen: Run) -> None:
    (project / "data/journal.yaml").unlink()
    ran = reportgen("validate")
    assert (ran.code, "reportgen ledger record" in ran.err) == (0, True)
    before = text_of(project)
    assert reportgen("ledger", "record", "--why", "建立状态记录", "--on", "2022-08-20").code == 0
    assert text_of(project) == before
    ran = reportgen("validate")
    assert (ran.code, ran.err) == (0, "")
    assert text_of(project, "journal.yaml").startswith("# yaml-language-server: $schema=schema/journal.schema.json\n")
    assert any("日期: 2021-11-11, 问题序号: 12, 原状态: 未启动, 新状态: 正在整改" in line for line in journal(project))
    assert any("日期: 2022-01-24, 问题序号: 12, 原状态: 正在整改, 新状态: 已完成" in line for line in journal(project))


def test_steps_that_were_written_by_hand_need_their_evidence_and_their_order(
    project: Path, reportgen: Run, edit: Edit
) -> None:
    last = lines_of(project, 28)[-1]
    edit("issues.yaml", last, f"{last}\n    销号: {{申请日期: 2022-08-10}}")
    ran = reportgen("ledger", "record", "--why", "补记", "--json")
    assert (ran.code, set(codes(ran))) == (1, {"evidence-not-found"})
    edit("issues.yaml", "销号: {申请日期: 2022-08-10}", "销号: {销号日期: 2022-08-10}")
    ran = reportgen("ledger", "record", "--why", "补记", "--json")
    assert (ran.code, codes(ran)) == (1, ["close-out-gap"])


def test_other_errors_are_put_right_first(project: Path, reportgen: Run, edit: Edit) -> None:
    edit("issues.yaml", "整改状态: 基本完成", "整改状态: 已完成")
    before = bytes_of(project)
    ran = reportgen("ledger", "record", "--why", "调度", "--json")
    assert (ran.code, codes(ran), bytes_of(project)) == (1, ["done-without-date"], before)


def test_a_line_of_the_record_that_was_changed_is_a_problem(reportgen: Run, edit: Edit) -> None:
    edit("journal.yaml", "问题序号: 3, 原状态: 申请, 新状态: 复核", "问题序号: 3, 原状态: 申请, 新状态: 批准")
    found = codes(reportgen("validate", "--json"))
    assert {"journal-step", "journal-chain"} == set(found)


def test_the_record_needs_a_reason(reportgen: Run) -> None:
    ran = reportgen("ledger", "record")
    assert (ran.code, "--why" in ran.err) == (2, True)


@pytest.mark.usefixtures("ready")
def test_nothing_is_wider_than_80_columns(reportgen: Run) -> None:
    runs = [
        reportgen("ledger", "close", "申请", "28", "1", "2", "3", "5", "--on", "2022-08-10"),
        reportgen("ledger", "close", "申请", "28", "--on", "2022-08-10"),
        reportgen("ledger", "close", "重开", "3", "5", "7", "9", "--why", "很长的理由" * 30, "--on", "2022-08-10"),
        reportgen("ledger", "close", "申请", "1"),
    ]
    assert max(columns(line) for ran in runs for line in (ran.out + ran.err).splitlines()) <= 80


def test_a_record_that_cannot_be_written_leaves_the_ledger_as_it_was(ready: Path, reportgen: Run) -> None:
    (ready / "data/journal.yaml").chmod(0o444)
    before = bytes_of(ready)
    ran = reportgen("ledger", "close", *STEPS[0][0])
    assert (ran.code, "写不进去" in ran.err, bytes_of(ready)) == (1, True, before)


def test_nothing_is_written_while_another_command_writes(ready: Path, reportgen: Run) -> None:
    before = bytes_of(ready)
    with locked(ready / "out"):
        ran = reportgen("ledger", "close", *STEPS[0][0], "--json")
    assert (codes(ran), bytes_of(ready)) == (["output-locked"], before)


@pytest.mark.usefixtures("ready")
def test_quiet_says_nothing(reportgen: Run) -> None:
    ran = reportgen("ledger", "close", *STEPS[0][0], "-q")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_nothing_is_recorded_on_a_day_that_is_still_to_come(ready: Path, reportgen: Run) -> None:
    before = bytes_of(ready)
    for arguments in (["close", "申请", "28"], ["record", "--why", "调度"]):
        ran = reportgen("ledger", *arguments, "--on", "2999-01-01")
        assert ran.code == 2
        assert "2999-01-01 还没有到" in ran.err
    assert bytes_of(ready) == before


def test_a_record_that_is_begun_late_leaves_the_figures_of_earlier_documents_as_they_were(
    project: Path, reportgen: Run
) -> None:
    def progress() -> str:
        assert reportgen("build", "report").code == 0
        text = "\n".join(each.text for each in docx.Document(str(project / "out/整改进展情况报告.docx")).paragraphs)
        return text[text.index("截至2022年7月29日，反馈的") :][:80]

    (project / "data/journal.yaml").unlink()
    before = progress()
    assert reportgen("ledger", "record", "--why", "建立状态记录").code == 0
    assert progress() == before
    assert reportgen("validate", "--strict").code == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [(["结案", "28"], "请写 申请、复核、批准、销号、退回、重开 之一"), (["申请", "二十八"], "要写一个整数，例如 3")],
)
def test_a_wrong_step_or_number_is_said_in_chinese(reportgen: Run, arguments: list[str], says: str) -> None:
    ran = reportgen("ledger", "close", *arguments)
    assert ran.code == 2
    assert says in ran.err.replace("\n      ", "")
