"""Figures counted from the issues, of all of them and of each row of the lists."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from reportgen.facts.figures import Count, Figure, Share, Table
from reportgen.facts.records import Placed, Records, Standing
from reportgen.facts.status import DATED, DEADLINE_KINDS, IMMEDIATE, ONGOING
from reportgen.facts.tally import STATUS_ORDER
from reportgen.model import Ledger, SpecialGroup, Status
from reportgen.model.inspection import Aspect

NO_UNIT, NO_DEADLINE, NO_GROUP = "未明确牵头单位", "未明确时限", "未明确专项整改组"


def _note(row: Standing) -> str:
    """Status, and the date that bears on it."""
    issue = row.issue
    if row.status is Status.DONE:
        return f"{row.status}，完成日期 {issue.completed_on}" if issue.completed_on else str(row.status)
    later = f"，{issue.completed_on} 才完成" if issue.status is Status.DONE else ""
    due = f"，整改时限 {issue.deadline}" if issue.deadline else ""
    return f"{row.status}{later}{due}"


def _why_withheld(row: Standing) -> str:
    reasons = row.issue.withheld
    return f"不向社会公开：{reasons.to_society}" if reasons else ""


def _one_line(text: str) -> str:
    """Text that was typed over several lines, as one."""
    return "".join(line.strip() for line in text.splitlines())


ISSUES: Table[Standing] = Table(
    rows=lambda records: records.issues,
    where=lambda row: ("问题清单", row.place),
    shown=lambda row: f"问题 {row.issue.number} {_one_line(row.issue.title)}",
    note=_note,
)
_ASPECTS: Table[Placed[Aspect]] = Table(
    rows=lambda records: records.aspects,
    where=lambda row: row.where,
    shown=lambda row: row.record.name,
    note=lambda _: "",
)
_GROUPS: Table[Placed[SpecialGroup]] = Table(
    rows=lambda records: records.special_groups,
    where=lambda row: row.where,
    shown=lambda row: row.record.name,
    note=lambda row: f"组长 {row.record.head}",
)


def _of_status(status: Status) -> Count[Standing]:
    return Count(f"{status}数", f"整改状态为“{status}”的问题", ISSUES, lambda row: row.status is status)


def _due(name: str, kind: str, rule: str) -> Count[Standing]:
    return Count(name, rule, ISSUES, lambda row: row.deadline_kind == kind)


def _not_done(total: str) -> Count[Standing]:
    rule, parts = "整改状态不是“已完成”的问题", (total, "已完成数")
    return Count("未完成数", rule, ISSUES, lambda row: row.status is not Status.DONE, parts=parts, sign="－")


def _withheld(row: Standing) -> bool:
    return bool(row.issue.withheld and row.issue.withheld.to_society)


_STATUSES = tuple(_of_status(status) for status in STATUS_ORDER)
_OVERDUE: Count[Standing] = Count(
    "逾期数", "整改时限（日期）在截至日期之前、整改状态不是“已完成”的问题", ISSUES, lambda row: row.overdue
)
_MEASURES: Count[Standing] = Count(
    "措施总数",
    "全部问题的整改措施",
    ISSUES,
    lambda row: row.issue.measures,
    lambda row: len(row.issue.measures),
    how="按问题把条数相加",
    note=lambda row: f"整改措施 {len(row.issue.measures)} 条",
)
_WITHHELD: Count[Standing] = Count(
    "不公开问题数", "写明了不向社会公开理由的问题", ISSUES, _withheld, note=_why_withheld
)

ISSUE_FIGURES: tuple[Figure, ...] = (
    Count("问题总数", "台账中的全部问题", ISSUES),
    Count("方面数", "反馈意见所列的方面", _ASPECTS),
    _MEASURES,
    Count("专项整改组数", "领导小组下设的专项整改组", _GROUPS),
    *_STATUSES,
    _not_done("问题总数"),
    Share("完成率", ("已完成数",), "问题总数"),
    Share("完成率含基本完成", ("已完成数", "基本完成数"), "问题总数"),
    _due("立行立改数", IMMEDIATE, "整改时限为“立行立改”的问题"),
    _due("限期整改数", DATED, "整改时限为日期的问题"),
    _due("长期任务数", ONGOING, "整改时限为“长期坚持”的问题"),
    _OVERDUE,
    Count("公开问题数", "没有写明不向社会公开理由的问题", ISSUES, lambda row: not _withheld(row)),
    _WITHHELD,
)
"""Counts and rates of all issues."""

_TOTAL: Count[Standing] = Count("问题数", "这一行的全部问题", ISSUES)
ROW_FIGURES: tuple[Figure, ...] = (
    _TOTAL,
    *_STATUSES,
    _not_done("问题数"),
    _OVERDUE,
    Share("完成率", ("已完成数",), "问题数"),
)
"""Counts and rates of one row."""


@dataclass(frozen=True, slots=True)
class Listing:
    """How a list parts the issues: its rows in order, and what puts an issue into one.

    A row that only issues name comes after the others, so that nothing drops out of the sum. Rows without issues are
    left out where they would be `idle`.
    """

    name: str
    rows: Callable[[Ledger], Iterable[str]]
    row_of: Callable[[Standing], str]
    idle: bool = True
    figures: tuple[Figure, ...] = ROW_FIGURES

    def parted(self, ledger: Ledger, records: Records) -> Mapping[str, Records]:
        """The records of each row, by its name."""
        parts: dict[str, list[Standing]] = {name: [] for name in self.rows(ledger)}
        for row in records.issues:
            parts.setdefault(self.row_of(row), []).append(row)
        return {name: replace(records, issues=tuple(rows)) for name, rows in parts.items() if rows or self.idle}


BY_ASPECT = Listing(
    "按方面",
    lambda ledger: (aspect.name for aspect in ledger.background.aspects),
    lambda row: row.issue.aspect,
)
BY_UNIT = Listing(
    "按单位",
    lambda ledger: ledger.background.units,
    lambda row: row.issue.lead_unit or NO_UNIT,
    idle=False,
)
BY_STATUS = Listing("按状态", lambda _: map(str, STATUS_ORDER), lambda row: str(row.status), figures=(_TOTAL,))
BY_DEADLINE = Listing("按时限", lambda _: DEADLINE_KINDS, lambda row: row.deadline_kind or NO_DEADLINE)
BY_GROUP = Listing(
    "按组",
    lambda ledger: (group.name for group in ledger.background.leading_group.special_groups),
    lambda row: row.issue.special_group or NO_GROUP,
)
LISTINGS = (BY_ASPECT, BY_UNIT, BY_STATUS, BY_DEADLINE, BY_GROUP)
