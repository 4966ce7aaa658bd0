"""A small project on disk, whose issues can be written and read back without the program."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from reportgen.pipeline.project import Project

INSPECTION = """\
巡视: {名称: 省委第九轮巡视, 巡视组: 省委第七巡视组, 上级党委: 省委, 开始日期: 2021-09-01, 结束日期: 2021-09-30, 反馈日期: 2021-11-11}
被巡视党组织: {全称: 中共示例市委员会, 简称: 示例市委, 地区: 示例市}
领导小组: {名称: 领导小组, 组长: 市委书记}
方面: [甲]
"""
EVIDENCE = "验收单"


def make_project(folder: Path, issues: list[dict[str, Any]], journal: str | None = None) -> Project:
    """A project of these issues, each with one file of evidence; without a record unless it is given."""
    (folder / "templates").mkdir(parents=True)
    data = folder / "data"
    data.mkdir()
    (data / "inspection.yaml").write_text(INSPECTION, "utf-8")
    for name in ("documents", "narrative"):
        (data / f"{name}.yaml").write_text("{}\n", "utf-8")
    if journal is not None:
        (data / "journal.yaml").write_text(journal, "utf-8")
    project = Project(folder)
    write_issues(project, issues)
    for number in range(1, len(issues) + 1):
        evidence_of(project, number).parent.mkdir(parents=True)
        evidence_of(project, number).write_bytes(b"evidence")
    return project


def evidence_of(project: Project, number: int) -> Path:
    return project.data / f"evidence/{number:02d}/{EVIDENCE}.pdf"


def write_issues(project: Project, issues: list[dict[str, Any]]) -> None:
    """The issues, each with a comment of its own above it."""
    lines = ["# 台账", "问题清单:"]
    for number, issue in enumerate(issues, 1):
        lines.append(f"  # 第 {number} 个")
        entry = {"序号": number, "方面": "甲", "标题": f"问题{number}", **issue}
        dumped = yaml.safe_dump([entry], allow_unicode=True, sort_keys=False)
        lines += [f"  {line}" for line in dumped.splitlines()]
    (project.data / "issues.yaml").write_text("\n".join(lines) + "\n", "utf-8")


def issues_of(project: Project) -> list[dict[str, Any]]:
    return list(yaml.load((project.data / "issues.yaml").read_text("utf-8"), yaml.BaseLoader)["问题清单"])


def journal_of(project: Project) -> list[dict[str, Any]]:
    path = project.data / "journal.yaml"
    return list(yaml.load(path.read_text("utf-8"), yaml.BaseLoader)["状态记录"]) if path.exists() else []


def state_written(issue: Mapping[str, Any]) -> str:
    """The state that the fields of an issue say."""
    steps = {"销号日期": "销号", "批准人": "批准", "复核日期": "复核", "申请日期": "申请"}
    written = issue.get("销号", {})
    return next((step for key, step in steps.items() if key in written), issue.get("整改状态", "未启动"))


def bytes_of(project: Project) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in project.data.glob("*.yaml")}
