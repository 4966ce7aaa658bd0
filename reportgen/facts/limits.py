"""时限规则 reckoned: by when each matter is due, and by which rule."""

from dataclasses import dataclass
from datetime import date

from reportgen.facts.periods import period_end
from reportgen.facts.workdays import Calendar, YearUnknown, calendar_of
from reportgen.model import Inspection, Ledger
from reportgen.model.inspection import TimeRule

CONCENTRATED = "集中整改"
"""The 事项 of the 时限规则 that says how long the concentrated period lasts."""

_FROM_FEEDBACK = "反馈日期"


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """One of the 时限规则 with its dates.

    Without `ends`, `unknown` says in Chinese why, and `missing_year` names the year whose holidays would be needed.
    """

    matter: str
    period: str
    counted_from: str
    starts: date
    ends: date | None
    basis: str
    unknown: str | None = None
    missing_year: int | None = None


def time_limits(ledger: Ledger) -> tuple[TimeLimit, ...]:
    """One for each of the 时限规则, in their order."""
    calendar = calendar_of(ledger.holidays)
    return tuple(_limit(rule, ledger.background.inspection, calendar) for rule in ledger.background.time_rules)


def concentrated_end(ledger: Ledger) -> date | None:
    """The last day of the concentrated period; None where no rule says it, or not so that it can be reckoned."""
    return next((limit.ends for limit in time_limits(ledger) if limit.matter == CONCENTRATED), None)


def _limit(rule: TimeRule, inspection: Inspection, calendar: Calendar) -> TimeLimit:
    counted_from = rule.counted_from or _FROM_FEEDBACK
    starts = {"开始日期": inspection.started_on, "结束日期": inspection.ended_on}.get(
        counted_from, inspection.feedback_date
    )
    unknown, missing_year, ends = None, None, None
    try:
        ends = period_end(rule.period, starts, calendar)
        unknown = None if ends else f"期限“{rule.period}”看不懂；请写成 6个月、15日、10个工作日，或者一个日期"
    except YearUnknown as year:
        unknown, missing_year = str(year), year.year
    return TimeLimit(rule.matter, rule.period, counted_from, starts, ends, rule.basis, unknown, missing_year)
