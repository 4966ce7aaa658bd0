"""Each kind asks only for what it needs, and names all that is missing at once."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Protocol


class Ran(Protocol):
    """What a command did."""

    code: int
    out: str
    err: str


def planning_stage(project: Path) -> None:
    """The ledger as it is one month after the feedback: no activities, no progress, nothing public, one document."""
    data = project / "data"
    (data / "activities.yaml").unlink()
    (data / "journal.yaml").unlink()
    kept, leaving = [], False
    for line in (data / "issues.yaml").read_text("utf-8").splitlines():
        if re.match(r"    \S", line):
            leaving = line.strip().split(":")[0] in {
                "整改状态", "完成日期", "进展情况", "佐证材料", "公开表述", "不公开", "销号", "子问题",
            }  # fmt: skip
        elif re.match(r"  - ", line):
            leaving = False
        if not leaving:
            kept.append(line)
    (data / "issues.yaml").write_text("\n".join(kept) + "\n", "utf-8")
    for name in ("documents.yaml", "narrative.yaml"):
        text = (data / name).read_text("utf-8")
        (data / name).write_text(text[: text.index("\n整改进展情况报告:")] + "\n", "utf-8")


def test_the_plan_is_built_from_a_ledger_of_the_planning_stage(reportgen: Callable[..., Ran], project: Path) -> None:
    planning_stage(project)
    ran = reportgen("build", "plan")
    assert (ran.code, "错误" in ran.err, "提醒" in ran.err) == (0, False, False)
    assert (project / "out/整改方案.docx").exists()
    assert reportgen("validate").code == 0


def test_the_other_documents_then_name_all_that_is_missing_at_once(
    reportgen: Callable[..., Ran], project: Path
) -> None:
    planning_stage(project)
    ran = reportgen("build", "--json")
    messages = [problem["message"] for problem in json.loads(ran.out)["problems"]]
    for need in ("发文字号", "签发人", "主送机关", "成文日期", "总体情况", "线索处置", "下一步打算"):
        assert any(message.startswith("整改进展情况报告") and f"“{need}”" in message for message in messages), need
    assert "整改进展情况报告：问题 1、2、3、4、5、6、7、8 等 28 个问题缺“进展情况”；请补上" in messages
    assert "整改进展情况通报：缺“会议”；请补上" in messages
    assert sum("没有“公开表述”" in message for message in messages) == 28
    assert not any(message.startswith("整改方案") for message in messages)
    assert list((project / "out").glob("*.docx")) == []


def test_an_issue_that_is_not_cleared_is_an_error_of_the_notice_alone(
    reportgen: Callable[..., Ran], edit: Callable[[str, str, str], None]
) -> None:
    edit("issues.yaml", "    公开表述: 由市级领导挂帅", "    备注: 由市级领导挂帅")
    assert reportgen("build", "plan", "report").code == 0
    assert reportgen("validate").code == 0
    ran = reportgen("build", "notice", "--json")
    (problem,) = json.loads(ran.out)["problems"]
    assert problem["code"] == "not-cleared"
    assert problem["message"].startswith("整改进展情况通报：问题 1“")
    assert problem["file"] == "data/issues.yaml"


def test_withheld_from_the_party_alone_is_not_withheld_from_society(
    reportgen: Callable[..., Ran], edit: Callable[[str, str, str], None]
) -> None:
    edit("issues.yaml", "    公开表述: 由市级领导挂帅", "    不公开: {党内: 涉密}\n    备注: 由市级领导挂帅")
    assert '"not-cleared"' in reportgen("build", "notice", "--json").out


def test_a_sub_issue_without_public_wording_is_named(reportgen: Callable[..., Ran], project: Path) -> None:
    path = project / "data/issues.yaml"
    text = path.read_text("utf-8")
    line = next(line for line in text[text.index("    子问题:") :].splitlines() if line.startswith("        公开表述:"))
    path.write_text(text.replace(line + "\n", "", 1), "utf-8")
    (problem,) = json.loads(reportgen("build", "notice", "--json").out)["problems"]
    assert problem["code"] == "not-cleared"
    assert "问题 4 的子问题" in problem["message"]


def test_a_report_has_one_main_recipient(reportgen: Callable[..., Ran], edit: Callable[[str, str, str], None]) -> None:
    edit("documents.yaml", "主送机关: 中共示例省委员会", "主送机关: [中共示例省委员会, 示例省人民政府]")
    assert '"upward-recipients"' in reportgen("build", "report", "--json").out


def test_a_request_inside_a_report_is_pointed_out(
    reportgen: Callable[..., Ran], edit: Callable[[str, str, str], None]
) -> None:
    edit("narrative.yaml", "现将整改进展情况报告如下。", "现将整改进展情况报告如下，恳请省委予以批准。")
    result = json.loads(reportgen("build", "report", "--json").out)
    assert [(problem["code"], problem["severity"]) for problem in result["problems"]] == [("report-request", "warning")]


def test_a_public_document_bears_no_classification(
    reportgen: Callable[..., Ran], edit: Callable[[str, str, str], None]
) -> None:
    edit("documents.yaml", "整改进展情况通报:\n", "整改进展情况通报:\n  密级: 秘密★1年\n")
    assert '"public-classified"' in reportgen("build", "notice", "--json").out


def test_validate_with_a_kind_says_what_it_still_needs(
    reportgen: Callable[..., Ran], edit: Callable[[str, str, str], None]
) -> None:
    edit("documents.yaml", "  发文字号: 示委〔2021〕36号\n", "")
    assert reportgen("validate").code == 0
    ran = reportgen("validate", "plan")
    assert ran.code == 1
    assert "整改方案：公文要素缺“发文字号”" in ran.err


def test_a_requirement_that_names_nothing_is_a_fault_of_the_kind(reportgen: Callable[..., Ran], project: Path) -> None:
    path = project / "templates/plan/kind.yaml"
    path.write_text(path.read_text("utf-8").replace("公文要素.署名", "公文要素.属名"), "utf-8")
    ran = reportgen("build", "plan")
    assert ran.code == 1
    assert "templates/plan/kind.yaml" in ran.err
    assert "“属名”不是台账里的名称" in ran.err.replace("\n      ", "")


def test_a_further_kind_is_a_folder_without_code(reportgen: Callable[..., Ran], project: Path) -> None:
    from docx import Document

    folder = project / "templates/card"
    folder.mkdir()
    (folder / "kind.yaml").write_text("名称: 问题卡片\n文种: 通知\n受众: 党内\n文件名: 问题卡片.docx\n", "utf-8")
    document = Document()
    document.add_paragraph("共{{ 事实.问题总数 }}个问题，第一个是“{{ 问题清单[0].标题 }}”。")
    document.save(str(folder / "template.docx"))
    assert reportgen("build", "问题卡片").code == 0
    (paragraph,) = Document(str(project / "out/问题卡片.docx")).paragraphs
    assert paragraph.text.startswith("共28个问题，第一个是“省委指出的")
