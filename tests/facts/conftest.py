"""A ledger made of nothing but what a test is about."""

from collections.abc import Callable, Iterable, Mapping

import pytest

from reportgen.model import Activities, InspectionFile, Issue, Ledger

Given = Mapping[str, object]


@pytest.fixture(scope="session")
def ledger_of() -> Callable[..., Ledger]:
    """Issues (what they do not say is filled in) and activities → a ledger."""

    def build(
        issues: Iterable[Given] = (),
        activities: Given | None = None,
        aspects: Iterable[str] = ("甲",),
        units: Iterable[str] = (),
    ) -> Ledger:
        filled = [{"序号": row, "方面": "甲", "标题": "问题", **issue} for row, issue in enumerate(issues, 1)]
        return Ledger(
            background=_background(list(aspects), list(units)),
            issues=tuple(Issue.model_validate(issue) for issue in filled),
            activities=Activities.model_validate(activities or {}),
            documents={},
            narrative={},
        )

    return build


def _background(aspects: list[str], units: list[str]) -> InspectionFile:
    days = {"开始日期": "2021-09-01", "结束日期": "2021-09-30", "反馈日期": "2021-11-11"}
    return InspectionFile.model_validate(
        {
            "巡视": {"名称": "省委巡视", "巡视组": "省委第七巡视组", "上级党委": "省委", **days},
            "被巡视党组织": {"全称": "中共示例市委员会", "简称": "示例市委"},
            "领导小组": {
                "名称": "领导小组",
                "组长": "市委书记",
                "专项整改组": [{"名称": "第一组", "组长": "市长"}, {"名称": "第二组", "组长": "副市长"}],
            },
            "方面": aspects,
            "单位": units,
        }
    )
