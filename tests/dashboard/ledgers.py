"""A ledger made of nothing but what a test is about."""

from collections.abc import Iterable, Mapping

from reportgen.model import Activities, InspectionFile, Issue, Journal, Ledger

Given = Mapping[str, object]


def ledger_of(issues: Iterable[Given], journal: Iterable[Given] | None = None, name: str = "示例市委") -> Ledger:
    """Issues (what they do not say is filled in) of one aspect, and their record of statuses, if they have one."""
    filled = [{"序号": row, "方面": "甲", "标题": "问题", **issue} for row, issue in enumerate(issues, 1)]
    lines = None if journal is None else [{"事由": "报送", "来源": "台账", **line} for line in journal]
    return Ledger(
        background=_background(name),
        issues=tuple(Issue.model_validate(issue) for issue in filled),
        activities=Activities.model_validate({}),
        documents={},
        narrative={},
        journal=None if lines is None else Journal.model_validate({"状态记录": lines}).changes,
    )


def change(number: int, day: str, before: str, after: str) -> Given:
    """A line of the record; 申请 has its evidence."""
    evidence = [{"文件": "甲.pdf", "大小": 1, "sha256": "0" * 64}] if after == "申请" else []
    return {"问题序号": number, "日期": day, "原状态": before, "新状态": after, "佐证材料": evidence}


def _background(name: str) -> InspectionFile:
    days = {"开始日期": "2021-09-01", "结束日期": "2021-09-30", "反馈日期": "2021-11-11"}
    return InspectionFile.model_validate(
        {
            "巡视": {"名称": "省委巡视", "巡视组": "省委第七巡视组", "上级党委": "省委", **days},
            "被巡视党组织": {"全称": "中共示例市委员会", "简称": name},
            "领导小组": {"名称": "领导小组", "组长": "市委书记"},
            "方面": ["甲"],
        }
    )
