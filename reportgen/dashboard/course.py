"""How 已完成 grew from day to day, beside how many should have been done by then."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from reportgen.facts import completed_as_of
from reportgen.model import DeadlineWord, Issue, Ledger, Status, StatusChange, status_of

Points = tuple[tuple[date, int], ...]
"""From each date on, this many; in the order of dates."""


@dataclass(frozen=True, slots=True)
class Course:
    """Both begin on the day of the feedback.

    `done` ends with the stated date. `expected` counts deadlines that are dates, and 立行立改 from the first day on;
    长期坚持 is never due.
    """

    done: Points
    expected: Points


def course(ledger: Ledger, as_of: date) -> Course:
    """The course up to a date: from the record of statuses where there is one, else from 完成日期."""
    start = ledger.background.inspection.feedback_date
    changes = _from_dates(ledger.issues, as_of) if ledger.journal is None else _from_record(ledger.journal, as_of)
    return Course(done=_summed(changes, start), expected=_summed(_deadlines(ledger.issues, start), start))


def _from_dates(issues: Iterable[Issue], as_of: date) -> Counter[date]:
    days = (completed_as_of(issue, as_of) for issue in issues)
    return Counter(day for day in days if day is not None)


def _from_record(journal: Iterable[StatusChange], as_of: date) -> Counter[date]:
    """What each day brought: one more for each issue that became 已完成, one less for each that was reopened."""
    changes: Counter[date] = Counter()
    for change in journal:
        if change.date <= as_of:
            before, after = (status_of(state) is Status.DONE for state in (change.before, change.after))
            changes[change.date] += after - before
    return changes


def _deadlines(issues: Iterable[Issue], start: date) -> Counter[date]:
    days: Counter[date] = Counter()
    for issue in issues:
        if isinstance(issue.deadline, date):
            days[issue.deadline] += 1
        elif issue.deadline is DeadlineWord.IMMEDIATE:
            days[start] += 1
    return days


def _summed(changes: Mapping[date, int], start: date) -> Points:
    """Running sums; what came before the start counts from it."""
    by_day: Counter[date] = Counter({start: 0})
    for day, change in changes.items():
        by_day[max(day, start)] += change
    days = sorted(by_day)
    return tuple(zip(days, accumulate(by_day[day] for day in days), strict=True))
