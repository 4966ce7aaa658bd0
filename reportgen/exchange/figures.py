"""统计 by status, aspect, unit, group and kind of deadline, and the figures that documents cite, as of a date."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction

from reportgen.exchange.columns import CITED, STATISTICS
from reportgen.facts import Facts, Tally, compute, fact_meanings, meeting_kinds
from reportgen.model import Ledger
from reportgen.wording import amount, official_date
from reportgen.workbook.plan import ColumnPlan, PlannedValue, SheetPlan, TablePlan

_COUNTS = ("问题数", "已完成数", "基本完成数", "正在整改数", "未启动数", "长期坚持数", "未完成数", "逾期数")


def statistics(ledger: Ledger, as_of: date) -> SheetPlan:
    """The second sheet: not read back, so locked."""
    facts = compute(ledger, as_of)
    note = _note(as_of)
    tables = (
        _statuses(facts, note),
        _tallies("按方面", note, facts.by_aspect),
        _tallies("按牵头单位", note, facts.by_unit),
        _tallies("按专项整改组", note, facts.by_group),
        _tallies("按整改时限", note, facts.by_deadline),
    )
    return SheetPlan(STATISTICS, tuple(table for table in tables if table.rows), locked=True)


def cited(ledger: Ledger, as_of: date) -> SheetPlan:
    """Every figure that a document may cite, with how it is counted."""
    facts = compute(ledger, as_of)
    meanings = fact_meanings(meeting_kinds(ledger.activities))
    columns = (ColumnPlan("名称", 30), ColumnPlan("数值", 20, "centre"), ColumnPlan("怎样数出", 90))
    rows = tuple((name, _shown(value), meanings.get(name, "")) for name, value in facts.values.items())
    return SheetPlan(CITED, (TablePlan("文书引用的各项数字", _note(as_of), columns, rows),), locked=True)


def _note(as_of: date) -> str:
    return f"截至{official_date(as_of)}，由台账的记录数出"


def _statuses(facts: Facts, note: str) -> TablePlan:
    total = sum(each.total for each in facts.by_status)
    columns = (ColumnPlan("名称", 30), ColumnPlan("问题数", 10, "number"), ColumnPlan("占比", 10, "percent"))
    rows = tuple((each.name, each.total, each.total / total if total else 0.0) for each in facts.by_status)
    return TablePlan("按整改状态统计", note, columns, rows)


def _tallies(title: str, note: str, tallies: Iterable[Tally]) -> TablePlan:
    columns = (
        ColumnPlan("名称", 30),
        *(ColumnPlan(name.removesuffix("数") if name != "问题数" else name, 10, "number") for name in _COUNTS),
        ColumnPlan("完成率", 10, "percent"),
    )
    rows: list[tuple[PlannedValue, ...]] = []
    for tally in tallies:
        row = tally.as_row()
        rows.append((tally.name, *(int(row[name]) for name in _COUNTS), float(tally.rate)))
    return TablePlan(f"{title}统计", note, columns, tuple(rows))


def _shown(value: object) -> PlannedValue:
    if isinstance(value, Fraction):
        return f"{float(value) * 100:.2f}%"
    if isinstance(value, Decimal):
        return amount(value)
    return value if isinstance(value, int | date) else str(value)
