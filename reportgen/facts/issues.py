"""Figures counted from the issues."""

from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction

from reportgen.facts.status import DATED, DEADLINE_KINDS, IMMEDIATE, ONGOING, deadline_kind
from reportgen.facts.tally import STATUS_ORDER, StatusCount, Tally, share, tally
from reportgen.model import Issue, Ledger

NO_UNIT, NO_DEADLINE = "未明确牵头单位", "未明确时限"


def issue_figures(ledger: Ledger, as_of: date) -> dict[str, int | Fraction]:
    """Counts and rates of all issues as of a date, by Chinese name."""
    issues = ledger.issues
    all_of_them = tally("", issues, as_of)
    kinds = [deadline_kind(issue) for issue in issues]
    withheld = sum(bool(issue.withheld and issue.withheld.to_society) for issue in issues)
    return {
        "问题总数": all_of_them.total,
        "方面数": len(ledger.background.aspects),
        "措施总数": sum(len(issue.measures) for issue in issues),
        "专项整改组数": len(ledger.background.leading_group.special_groups),
        "已完成数": all_of_them.done,
        "基本完成数": all_of_them.basically_done,
        "正在整改数": all_of_them.in_progress,
        "未启动数": all_of_them.not_started,
        "长期坚持数": all_of_them.ongoing,
        "未完成数": all_of_them.total - all_of_them.done,
        "完成率": all_of_them.rate,
        "完成率含基本完成": share(all_of_them.done + all_of_them.basically_done, all_of_them.total),
        "立行立改数": kinds.count(IMMEDIATE),
        "限期整改数": kinds.count(DATED),
        "长期任务数": kinds.count(ONGOING),
        "逾期数": all_of_them.overdue,
        "公开问题数": len(issues) - withheld,
        "不公开问题数": withheld,
    }


def by_aspect(ledger: Ledger, as_of: date) -> tuple[Tally, ...]:
    """One tally per aspect, in the order of the feedback, empty ones included."""
    names = [aspect.name for aspect in ledger.background.aspects]
    return _grouped(ledger.issues, names, lambda issue: issue.aspect, as_of)


def by_unit(ledger: Ledger, as_of: date) -> tuple[Tally, ...]:
    """One tally per 牵头单位 that has issues, in the order of 单位, else of the issues."""
    tallies = _grouped(ledger.issues, ledger.background.units, lambda issue: issue.lead_unit or NO_UNIT, as_of)
    return tuple(unit for unit in tallies if unit.total)


def by_deadline(ledger: Ledger, as_of: date) -> tuple[Tally, ...]:
    """One tally per 整改类型; 未明确时限 only where an issue has no deadline."""
    return _grouped(ledger.issues, DEADLINE_KINDS, lambda issue: deadline_kind(issue) or NO_DEADLINE, as_of)


def by_status(ledger: Ledger, as_of: date) -> tuple[StatusCount, ...]:
    """The count of each status, zeros included."""
    counted = tally("", ledger.issues, as_of).as_row()
    return tuple(StatusCount(str(status), int(counted[f"{status}数"])) for status in STATUS_ORDER)


def _grouped(
    issues: Iterable[Issue], names: Iterable[str], group_of: Callable[[Issue], str], as_of: date
) -> tuple[Tally, ...]:
    """One tally per name, in this order, then per name that only issues have: nothing drops out of the sum."""
    groups: dict[str, list[Issue]] = {name: [] for name in names}
    for issue in issues:
        groups.setdefault(group_of(issue), []).append(issue)
    return tuple(tally(name, group, as_of) for name, group in groups.items())
