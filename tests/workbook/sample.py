"""The sample ledger as a planned workbook, laid out as an office prints it."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from reportgen.workbook.plan import (
    Area,
    Choice,
    ColumnPlan,
    CoverPlan,
    DueColumns,
    PlannedValue,
    SheetPlan,
    TablePlan,
    WorkbookPlan,
)

ROOT = Path(__file__).resolve().parents[2]

STATUSES = ("未启动", "正在整改", "基本完成", "已完成", "长期坚持")


class _Source(NamedTuple):
    key: str
    of_measure: bool
    column: ColumnPlan


def _issue(key: str, width: float, look: str = "text", **more: object) -> _Source:
    return _Source(key, False, ColumnPlan(more.pop("heading", key), width, look, **more))  # type: ignore[arg-type]


def _measure(key: str, width: float, look: str = "text", **more: object) -> _Source:
    return _Source(key, True, ColumnPlan(more.pop("heading", key), width, look, **more))  # type: ignore[arg-type]


SOURCES = (
    _issue("行标识", 10, hidden=True),
    _issue("序号", 5, "centre"),
    _issue("方面", 8, "centre", choice=Choice("方面")),
    _issue("标题", 18, heading="反馈问题"),
    _issue("整改目标", 18),
    _measure("内容", 30, heading="整改措施", open=True),
    _measure("措施类型", 8, "centre", choice=Choice("措施类型")),
    _measure("整改时限", 10.5, "date", heading="措施时限"),
    _measure("完成日期", 12, "date", heading="措施完成日期", open=True),
    _issue("责任领导", 10, "centre"),
    _issue("牵头单位", 10, "centre", choice=Choice("单位", strict=False)),
    _issue("责任单位", 13),
    _issue("整改时限", 10.5, "date"),
    _issue("整改状态", 8, "centre", choice=Choice("整改状态"), open=True),
    _issue("完成日期", 10.5, "date", open=True),
    _issue("进展情况", 28, open=True),
    _issue("具体表现", 40, aside=True),
    _issue("原因分析", 40, aside=True),
    _issue("专项整改组", 16, "centre", aside=True),
    _issue("配合单位", 20, aside=True),
    _issue("佐证材料", 30, aside=True, open=True),
    _issue("备注", 20, aside=True, open=True),
)  # fmt: skip
DUE_OF_MEASURE = DueColumns(8, 9, ("已完成",), 30, also_done=14)
DUE_OF_ISSUE = DueColumns(13, 14, ("已完成",), 30)


def issues() -> list[dict[str, object]]:
    """The issues of the sample ledger as they are written."""
    return list(yaml.safe_load((ROOT / "data" / "issues.yaml").read_text("utf-8"))["问题清单"])


def ledger_table(entries: list[dict[str, object]]) -> TablePlan:
    """One row per measure, the issue's cells merged."""
    rows: list[tuple[PlannedValue, ...]] = []
    merged: list[Area] = []
    for entry in entries:
        block = list(_block(entry))
        top = len(rows) + 1
        if len(block) > 1:
            merged += [
                Area(top, index, top + len(block) - 1, index)
                for index, source in enumerate(SOURCES, 1)
                if not source.of_measure
            ]
        rows += block
    return TablePlan(
        title="示例市落实省委巡视反馈意见整改台账",
        note=f"截至2022年8月16日，共{len(entries)}个问题、{len(rows)}条措施。红色为逾期，黄色为30日内到期。",
        columns=tuple(source.column for source in SOURCES),
        rows=tuple(rows),
        merged=tuple(merged),
        due=(DUE_OF_MEASURE, DUE_OF_ISSUE),
    )


def _block(entry: dict[str, object]) -> Iterator[tuple[PlannedValue, ...]]:
    measures = entry.get("整改措施") or [{}]
    for place, measure in enumerate(measures):  # type: ignore[arg-type]  # a list of mappings, or of bare texts
        given = measure if isinstance(measure, dict) else {"内容": measure}
        yield tuple(
            _value(given.get(source.key)) if source.of_measure else _value(entry.get(source.key)) if not place else None
            for source in SOURCES
        )


def _value(given: object) -> PlannedValue:
    if isinstance(given, list):
        return "、".join(map(str, given))
    if given is None or isinstance(given, str | int | float | datetime.date):
        return given
    return str(given)


def lists() -> dict[str, tuple[str, ...]]:
    """What the drop-downs offer."""
    entries = issues()
    return {
        "方面": tuple(dict.fromkeys(str(entry["方面"]) for entry in entries)),
        "措施类型": ("建章立制", "专项整治", "追责问责", "挽回损失", "举一反三", "其他"),
        "单位": tuple(dict.fromkeys(str(entry["牵头单位"]) for entry in entries if entry.get("牵头单位"))),
        "整改状态": STATUSES,
    }


def statistics_table() -> TablePlan:
    """Numbers and rates."""
    columns = (
        ColumnPlan("方面", 30),
        ColumnPlan("问题数", 10, "number"),
        ColumnPlan("已完成", 10, "number"),
        ColumnPlan("完成率", 10, "percent"),
    )
    rows = (("整改任务落实", 7, 4, 4 / 7), ("合计", 28, 12, 12 / 28))
    return TablePlan("整改情况统计", "截至2022年8月16日", columns, rows)


def list_tables() -> tuple[TablePlan, ...]:
    """问题清单、任务清单、责任清单."""
    entries = issues()
    problems = TablePlan(
        "问题清单", "", (ColumnPlan("序号", 6, "centre"), ColumnPlan("反馈问题", 50), ColumnPlan("具体表现", 50)),
        tuple((_value(e["序号"]), _value(e["标题"]), _value(e.get("具体表现"))) for e in entries),
    )  # fmt: skip
    tasks = TablePlan(
        "任务清单", "", (ColumnPlan("序号", 6, "centre"), ColumnPlan("整改目标", 50), ColumnPlan("整改时限", 12, "date")),
        tuple((_value(e["序号"]), _value(e.get("整改目标")), _value(e.get("整改时限"))) for e in entries),
    )  # fmt: skip
    duties = TablePlan(
        "责任清单", "", (ColumnPlan("序号", 6, "centre"), ColumnPlan("牵头单位", 30), ColumnPlan("责任单位", 50)),
        tuple((_value(e["序号"]), _value(e.get("牵头单位")), _value(e.get("责任单位"))) for e in entries),
    )  # fmt: skip
    return problems, tasks, duties


def workbook_plan() -> WorkbookPlan:
    """Ledger, statistics and the three lists."""
    return WorkbookPlan(
        title="整改台账",
        sheets=(
            SheetPlan("整改台账", (ledger_table(issues()),)),
            SheetPlan("统计", (statistics_table(),)),
            SheetPlan("三张清单", list_tables(), paged=True),
        ),
        lists=lists(),
        marks={"格式": "1", "台账": "0f3a"},
    )


def sent_plan() -> WorkbookPlan:
    """What one unit is sent: locked but for what it fills in, a cover before it."""
    table = ledger_table([entry for entry in issues() if entry.get("整改状态") != "已完成"][:4])
    shut = frozenset({(1, 6)})
    table = TablePlan(table.title, table.note, table.columns, table.rows, table.merged, table.due, shut)
    cover = CoverPlan(
        "封面",
        "示例市巡视整改进展填报表",
        (("填报单位", "市住房城乡建设局"), ("报送期限", "2022年8月31日（星期三）17:00前"), ("报送至", "市委巡视整改办，整改台账专用邮箱")),
        (
            "只填写绿色单元格：整改状态、完成日期、进展情况、佐证材料。其他单元格已经锁定，如有错漏，请与整改办联系，不要另建表格。",
            "整改状态从下拉列表中选择；“已完成”的必须填写完成日期，并列出佐证材料的名称。",
            "填好后原样保存，不要改文件名、不要增删行列，报单位主要负责人审签后报送。",
        ),
    )  # fmt: skip
    return WorkbookPlan(
        "整改进展填报表", (SheetPlan("填报", (table,), locked=True),), lists(), {"单位": "市住房城乡建设局"}, cover
    )
