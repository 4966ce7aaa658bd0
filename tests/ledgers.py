"""A ledger made of nothing but what a test is about."""

from collections.abc import Iterable, Mapping

from reportgen.model import Activities, InspectionFile, Issue, Ledger, StatusChange, YearOfHolidays

Given = Mapping[str, object]


def ledger_of(
    issues: Iterable[Given] = (),
    activities: Given | None = None,
    aspects: Iterable[str] = ("甲",),
    units: Iterable[str] = (),
    journal: Iterable[Given] | None = None,
    time_rules: Iterable[Given] = (),
    holidays: Iterable[Given] = (),
) -> Ledger:
    """Issues (what they do not say is filled in), activities, changes of status and rules → a ledger."""
    filled = [{"序号": row, "方面": "甲", "标题": "问题", **issue} for row, issue in enumerate(issues, 1)]
    return Ledger(
        background=_background(list(aspects), list(units), [{"依据": "通知", **rule} for rule in time_rules]),
        issues=tuple(Issue.model_validate(issue) for issue in filled),
        activities=Activities.model_validate(activities or {}),
        documents={},
        narrative={},
        journal=None if journal is None else tuple(map(_change, journal)),
        holidays=tuple(YearOfHolidays.model_validate(year) for year in holidays),
    )


def _change(given: Given) -> StatusChange:
    filled = {"问题序号": 1, "原状态": "未启动", "事由": "周报", "来源": "issues.yaml", **given}
    return StatusChange.model_validate(filled)


def _background(aspects: list[str], units: list[str], time_rules: list[Given]) -> InspectionFile:
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
            "时限规则": time_rules,
        }
    )
