"""The tables of a status: by status, by aspect or unit or group, issues that are due, and 时限."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType

from reportgen.console.tables import GAP, Column, Screen, paragraph, rest, table
from reportgen.dashboard import Due, Overview
from reportgen.dashboard.texts import stands
from reportgen.facts import Tally
from reportgen.wording import ensure_stop, rate

SHOWN_ROWS = 20
_BAR = 40
_FIGURES = ("问题数", "已完成", "基本完成", "正在整改", "未启动", "长期坚持", "逾期")
_ALWAYS = ("问题数", "已完成")
_RATE_WIDTH = 7
_WIDEST_NAME, _COMFORTABLE_NAME = 30, 20


def by_status(overview: Overview, screen: Screen) -> RenderableType:
    """One row for each 整改状态, with a bar."""
    layout = (
        Column("整改状态", 8),
        Column("问题数", 6, right=True),
        Column("占比", _RATE_WIDTH, right=True),
        Column("", _BAR),
    )
    total = overview.total
    rows = [
        (row.name, str(row.total), rate(row.total, total), "#" * _length(row.total, total))
        for row in overview.facts.by_status
    ]
    return table(screen, layout, rows)


def _length(count: int, whole: int) -> int:
    """How long a bar is: at least one mark for whatever is there."""
    return max(round(count * _BAR / whole), 1) if count else 0


def figures_of(tallies: Sequence[Tally]) -> tuple[str, ...]:
    """The columns that are not all zero."""
    return tuple(name for name in _FIGURES if name in _ALWAYS or any(_count(tally, name) for tally in tallies))


def tallies(heading: str, rows: Sequence[Tally], figures: Sequence[str], screen: Screen) -> Iterator[RenderableType]:
    """One row each. The gap is narrow where the names need the room."""
    columns = [
        *(_figure_column(name, max(_count(row, name) for row in rows)) for name in figures),
        Column("完成率", _RATE_WIDTH, right=True),
    ]
    left = screen.table_width - sum(column.width for column in columns)
    gap = GAP if left - GAP * len(columns) >= _COMFORTABLE_NAME else 1
    shown = screen.cut(len(rows), SHOWN_ROWS)
    layout = [Column(heading, min(left - gap * len(columns), _WIDEST_NAME)), *columns]
    cells = [
        (row.name, *(str(_count(row, name)) for name in figures), rate(row.done, row.total)) for row in rows[:shown]
    ]
    yield table(screen, layout, cells, gap)
    yield from rest(len(rows) - shown, "行")


def _figure_column(name: str, largest: int) -> Column:
    return Column(name, max(len(name) * 2, len(str(largest))), right=True)


def _count(row: Tally, name: str) -> int:
    return int(row.as_row()[name if name == "问题数" else f"{name}数"])


def dues(heading: str, rows: Sequence[Due], screen: Screen) -> Iterator[RenderableType]:
    """Issues with their days. The title stands last: it takes what is left, and quotes in it push nothing aside."""
    columns = (
        Column("序号", max(4, *(len(str(due.issue.number)) for due in rows)), right=True),
        Column("整改时限", 10),
        Column(heading, 8, right=True),
        Column("牵头单位", 20),
    )
    left = screen.table_width - sum(column.width + GAP for column in columns)
    shown = screen.cut(len(rows), SHOWN_ROWS)
    yield table(screen, (*columns, Column("标题", left)), map(_due_row, rows[:shown]))
    yield from rest(len(rows) - shown, "个")


def _due_row(due: Due) -> tuple[str, ...]:
    issue = due.issue
    return str(issue.number), due.deadline.isoformat(), str(abs(due.days)), issue.lead_unit or "", issue.title


def limits(overview: Overview, screen: Screen) -> Iterator[RenderableType]:
    """What each rule rests on stands below the table, once for all rules that rest on it."""
    layout = (Column("时限", 34), Column("期限", 12), Column("到期日", 10), Column("还剩／已过", 16))
    rules = overview.time_limits
    ends = [rule.ends.isoformat() if rule.ends else "不能确定" for rule in rules]
    rows = [
        (rule.matter, rule.period, end, stands(rule, overview.as_of)) for rule, end in zip(rules, ends, strict=True)
    ]
    yield table(screen, layout, rows)
    for rule in rules:
        if rule.unknown:
            yield from paragraph(screen, ensure_stop(f"{rule.matter}：{rule.unknown}"))
    for basis in dict.fromkeys(rule.basis for rule in rules):
        matters = "、".join(rule.matter for rule in rules if rule.basis == basis)
        yield from paragraph(screen, f"{matters}的依据：{basis}")
