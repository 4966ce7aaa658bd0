"""问题清单、任务清单、责任清单, as the plan attaches them: the same values, the same columns."""

from collections.abc import Iterable, Mapping, Sequence

from reportgen.compose.issues import View
from reportgen.exchange.columns import THREE_LISTS
from reportgen.wording import FILTERS
from reportgen.workbook.plan import Area, ColumnPlan, Look, PlannedValue, SheetPlan, TablePlan

_Columns = tuple[tuple[str, str, Look], ...]
"""Heading, key of the view, look."""

_WIDTHS = (8, 24, 22, 30, 36, 20, 17, 14, 14)
"""In half-width characters: the tables stand one below the other, so they share the widths of their columns."""

_ISSUES: _Columns = (
    ("序号", "序号", "centre"),
    ("反馈方面", "方面", "text"),
    ("问题编号", "编号", "centre"),
    ("反馈问题（原文）", "标题", "text"),
    ("具体表现", "具体表现", "text"),
    ("重点关注情形", "重点关注", "text"),
    ("整改类型", "整改类型", "centre"),
    ("问题来源", "问题来源", "text"),
)
_TASKS: _Columns = (
    ("问题编号", "问题.编号", "centre"),
    ("反馈问题", "问题.标题", "text"),
    ("整改目标", "问题.整改目标", "text"),
    ("措施编号", "编号", "centre"),
    ("整改措施", "内容", "text"),
    ("措施类型", "措施类型", "centre"),
    ("完成时限", "整改时限", "centre"),
    ("集中整改期完成", "集中整改期完成", "centre"),
    ("常态化坚持", "常态化坚持", "centre"),
)
_DUTIES: _Columns = (
    ("问题编号", "问题.编号", "centre"),
    ("反馈问题", "问题.标题", "text"),
    ("措施编号", "编号", "centre"),
    ("责任领导", "责任领导", "text"),
    ("牵头单位", "牵头单位", "text"),
    ("责任单位", "责任单位", "text"),
    ("配合单位", "配合单位", "text"),
    ("责任人", "问题.责任人", "text"),
    ("督办单位", "问题.督办单位", "text"),
)


def three_lists(issues: Sequence[View]) -> SheetPlan:
    """The third sheet: not read back, so locked; each list begins a page."""
    tables = (
        _table("巡视反馈问题清单", _ISSUES, [[issue] for issue in issues]),
        _table("整改任务清单", _TASKS, map(_measures, issues)),
        _table("整改责任清单", _DUTIES, map(_measures, issues)),
    )
    return SheetPlan(THREE_LISTS, tables, locked=True, paged=True)


def _measures(issue: View) -> list[View]:
    """The measures of an issue, with the issue's own values under 问题.…; an issue without any is a row too."""
    shared = {f"问题.{key}": value for key, value in issue.items()}
    measures = issue["整改措施"]
    assert isinstance(measures, list), "compose gives measures as a list"
    return [{**shared, **measure} for measure in measures] or [shared]


def _table(title: str, columns: _Columns, groups: Iterable[Sequence[Mapping[str, object]]]) -> TablePlan:
    rows: list[tuple[PlannedValue, ...]] = []
    merged: list[Area] = []
    for group in groups:
        top = len(rows) + 1
        rows += [tuple(_shown(view.get(key), heading) for heading, key, _ in columns) for view in group]
        if len(group) > 1:
            shared = [col for col, (_, key, _) in enumerate(columns, 1) if key.startswith("问题.")]
            merged += [Area(top, col, len(rows), col) for col in shared]
    plans = tuple(ColumnPlan(heading, width, look) for (heading, _, look), width in zip(columns, _WIDTHS, strict=False))
    return TablePlan(title, "", plans, tuple(rows), tuple(merged))


def _shown(value: object, heading: str) -> PlannedValue:
    if isinstance(value, list):
        return FILTERS["顿号"](value) or None
    if value is None:
        return None
    text = str(value).replace("\a", "\n")
    return FILTERS["公文日期"](text) if heading == "完成时限" else text
