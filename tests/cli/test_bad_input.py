"""Every mistake ends in a Chinese message with file, line and repair, exit code 1, and nothing written."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import pytest


class Ran(Protocol):
    """What a command did."""

    code: int
    out: str
    err: str


def nothing_written(project: Path) -> bool:
    return [path.name for path in (project / "out").iterdir() if not path.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "says"),
    [
        ("issues.yaml", "    标题: 省委", "    标题：省委", "yaml-fullwidth-colon", "半角冒号"),
        ("issues.yaml", "    方面: 整改任务落实", "\t方面: 整改任务落实", "yaml-tab", "空格"),
        ("issues.yaml", "    责任人: ", "    责任领导: 市长\n    责任人: ", "yaml-duplicate-key", "写了两遍"),
        ("issues.yaml", "    责任人: ", "    责任仁: ", "data-unknown-key", "是不是“责任人”？"),
        ("issues.yaml", "    标题: 省委指出的", "    备注: 省委指出的", "data-missing-field", "缺少“标题”"),
        ("issues.yaml", "整改时限: 2022-03-31", "整改时限: 2022-02-30", "data-date-unreal", "不存在"),
        ("issues.yaml", "整改时限: 2022-03-31", "整改时限: 2022.5.1", "data-date-format", "请写成 2022-05-01"),
        (
            "issues.yaml",
            "整改时限: 2022-03-31",
            "整改时限: 二〇二二年五月一日",
            "data-date-format",
            "请写成 2022-05-01",
        ),
        (
            "issues.yaml",
            "整改状态: 基本完成",
            "整改状态: 差不多",
            "data-choice",
            "未启动、正在整改、基本完成、已完成、长期坚持",
        ),
        ("issues.yaml", "整改时限: 2022-03-31", "整改时限: 90", "data-deadline", "立行立改"),
        ("issues.yaml", "    标题: 省委", '    标题: "省委\\x0b', "yaml-quote", "引号"),
        ("issues.yaml", "    标题: 省委", "    标题: 省\x0b委", "data-control-character", "控制字符"),
        ("narrative.yaml", "{{ 事实.方面数 }}", "{{ 事实.没有 }}", "narrative-quote", "没有“事实.没有”这个数据"),
        ("narrative.yaml", "{{ 事实.方面数 }}", "{{ 事实.方面书 }}", "narrative-quote", "是不是“事实.方面数”？"),
        ("narrative.yaml", "{{ 事实.方面数 }}", "｛｛ 事实.方面数 ｝｝", "narrative-quote", "全角花括号"),
        ("narrative.yaml", "{{ 事实.完成率 }}", "{{ 事实.完成率|汉字数字 }}", "narrative-quote", "不能这样用"),
        ("narrative.yaml", "{{ 事实.方面数 }}", "{ 事实.方面数 }", "narrative-quote", "少了一层花括号"),
        ("issues.yaml", "整改状态: 基本完成", "整改状态: [基本完成]", "data-choice", "不能是列表"),
        ("issues.yaml", "整改时限: 2022-03-31", "整改时限: 2022年底", "data-date-format", "例如"),
        ("issues.yaml", "整改时限: 2022-03-31", "整改时限: null", "yaml-null", "删除这一行"),
        ("narrative.yaml", "  总体要求:", "  总体要秋:", "unknown-chapter", "是不是“总体要求”？"),
        ("documents.yaml", "整改方案:", "整改方安:", "kind-unknown", "是不是“整改方案”？"),
        ("documents.yaml", "加盖印章: 否", "加盖印章: 不", "data-yes-no", "是 或 否"),
    ],
)
def test_a_slip_in_a_data_file(
    reportgen: Callable[..., Ran],
    project: Path,
    edit: Callable[[str, str, str], None],
    file: str,
    old: str,
    new: str,
    code: str,
    says: str,
) -> None:
    edit(file, old, new)
    ran = reportgen("build", "--json")
    result = json.loads(ran.out)
    assert (ran.code, result["ok"]) == (1, False)
    found = [problem for problem in result["problems"] if problem["code"] == code]
    assert found, result["problems"]
    assert any(says in problem["message"] for problem in found)
    assert found[0]["file"] == f"data/{file}"
    assert found[0]["line"] > 0
    assert nothing_written(project)


def test_the_line_is_the_line_of_the_mistake(project: Path, edit: Callable[[str, str, str], None]) -> None:
    from reportgen.ledger.load import load

    edit("issues.yaml", "整改时限: 2022-03-31", "整改时限: 2022-02-30")
    (problem,) = load(project / "data").problems
    lines = (project / "data/issues.yaml").read_text("utf-8").splitlines()
    assert problem.place.line is not None
    assert lines[problem.place.line - 1] == "    整改时限: 2022-02-30"
    assert problem.place.column == lines[problem.place.line - 1].index("2022") + 1


def test_mistakes_in_several_files_are_shown_in_one_run(
    reportgen: Callable[..., Ran], edit: Callable[[str, str, str], None]
) -> None:
    edit("inspection.yaml", "反馈日期: 2021-11-11", "反馈日期: 2021.11.11")
    edit("issues.yaml", "整改状态: 基本完成", "整改状态: 差不多")
    edit("issues.yaml", "牵头单位: 市国资委", "牵头单位: 市国姿委")
    edit("activities.yaml", "类型: 市委常委会", "类型: 市委常委会议")
    edit("documents.yaml", "成文日期: 2021-12-10", "成文日期: 2021-12-32")
    ran = reportgen("build")
    for said in ("2021-11-11", "差不多", "2021-12-32"):
        assert said in ran.err


def test_a_bad_value_does_not_hide_a_contradiction_elsewhere(
    reportgen: Callable[..., Ran], edit: Callable[[str, str, str], None]
) -> None:
    edit("issues.yaml", "整改状态: 基本完成", "整改状态: 差不多")
    edit("issues.yaml", "牵头单位: 市国资委", "牵头单位: 市国姿委")
    ran = reportgen("validate")
    assert "差不多" in ran.err
    assert "市国姿委" in ran.err


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("问题清单:\n".encode("gbk") + "甲".encode("gbk"), "GBK"),
        (b"", "空的"),
        ("# 只有注释\n".encode(), "只有注释"),
        ("- 甲\n- 乙\n".encode(), "键: 值"),
        ("问题清单: 甲\n".encode(), "列表"),
        ("甲: &a [哈]\n乙: *a\n".encode(), "锚点"),
    ],
)
def test_a_whole_file_that_is_not_what_it_should_be(
    reportgen: Callable[..., Ran], project: Path, content: bytes, says: str
) -> None:
    (project / "data/issues.yaml").write_bytes(content)
    ran = reportgen("build")
    assert ran.code == 1
    assert "data/issues.yaml" in ran.err
    assert says in ran.err.replace("\n      ", "")
    assert nothing_written(project)


def test_a_bom_is_no_mistake(reportgen: Callable[..., Ran], project: Path) -> None:
    path = project / "data/issues.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert reportgen("build").code == 0


def test_braces_in_the_text_of_an_issue_are_text(
    reportgen: Callable[..., Ran], project: Path, edit: Callable[[str, str, str], None]
) -> None:
    from docx import Document

    edit("issues.yaml", "    标题: 省委指出的", "    标题: 省委指出的{{ 事实.没有 }}<甲>&乙")
    assert reportgen("build").code == 0
    for name in ("整改方案", "整改进展情况报告", "整改进展情况通报"):
        texts = [paragraph.text for paragraph in Document(str(project / f"out/{name}.docx")).paragraphs]
        assert any("省委指出的{{ 事实.没有 }}<甲>&乙" in text for text in texts)


def test_a_missing_template(reportgen: Callable[..., Ran], project: Path) -> None:
    (project / "templates/notice/template.docx").unlink()
    ran = reportgen("build")
    assert ran.code == 1
    assert "没有找到模板" in ran.err
    assert nothing_written(project)


def test_a_project_without_kinds(reportgen: Callable[..., Ran], project: Path) -> None:
    shutil.rmtree(project / "templates")
    (project / "templates").mkdir()
    ran = reportgen("build")
    assert ran.code == 1
    assert "没有找到文书种类" in ran.err


@pytest.mark.parametrize(
    "name", ["../通报.docx", "a/b.docx", "CON.docx", "通报.doc", "通报?.docx", ".docx", "C:\\x.docx"]
)
def test_a_file_name_that_is_a_path_or_reserved(reportgen: Callable[..., Ran], project: Path, name: str) -> None:
    path = project / "templates/notice/kind.yaml"
    path.write_text(path.read_text("utf-8").replace("文件名: 整改进展情况通报.docx", f"文件名: '{name}'"), "utf-8")
    ran = reportgen("build")
    assert ran.code == 1
    assert "不能用" in ran.err
    assert nothing_written(project)


def test_messages_fit_80_columns(reportgen: Callable[..., Ran], edit: Callable[[str, str, str], None]) -> None:
    from reportgen.console.width import columns

    edit("issues.yaml", "整改状态: 基本完成", "整改状态: 差不多")
    edit("issues.yaml", "牵头单位: 市国资委", "牵头单位: 市国资委、市财政局、市审计局、市自然资源和规划局")
    ran = reportgen("build")
    assert max(columns(line) for line in ran.err.splitlines()) <= 82  # a stop may hang over


def test_a_fault_in_the_folder_of_a_kind_is_shown_even_if_that_kind_is_named(
    reportgen: Callable[..., Ran], project: Path
) -> None:
    path = project / "templates/plan/kind.yaml"
    path.write_text(path.read_text("utf-8").replace("受众: 党内", "受众: 公众"), "utf-8")
    ran = reportgen("build", "plan")
    assert ran.code == 1
    assert "受众“公众”不在规定的范围内" in ran.err


def test_a_bad_status_does_not_hide_a_bad_quote(
    reportgen: Callable[..., Ran], edit: Callable[[str, str, str], None]
) -> None:
    edit("issues.yaml", "整改状态: 基本完成", "整改状态: 差不多")
    edit("narrative.yaml", "{{ 事实.方面数 }}", "{{ 事实.没有 }}")
    codes = {problem["code"] for problem in json.loads(reportgen("build", "--json").out)["problems"]}
    assert {"data-choice", "narrative-quote"} <= codes


def test_a_date_before_the_feedback_has_no_data(reportgen: Callable[..., Ran]) -> None:
    ran = reportgen("build", "--as-of", "2020-01-01")
    assert ran.code == 1
    assert "早于反馈日期" in ran.err


def test_misuse_with_json_is_an_object_too(reportgen: Callable[..., Ran]) -> None:
    ran = reportgen("build", "报告书", "--json")
    assert ran.code == 2
    assert json.loads(ran.out)["ok"] is False
