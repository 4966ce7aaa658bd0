"""How one issue stands as of a date.

Where no record of changes is kept, the ledger says the present status and dates only completion. So an issue
completed after the date counts as in progress; every other status is taken as it stands. Where a record is kept,
these rules are asked of the ledger as it stood (`history`).
"""

from datetime import date, timedelta

from reportgen.model import DeadlineWord, Issue, Status

IMMEDIATE, DATED, ONGOING = "立行立改", "限期整改", "长期坚持"
DEADLINE_KINDS = (IMMEDIATE, DATED, ONGOING)


def status_as_of(issue: Issue, as_of: date) -> Status:
    """整改状态 as of a date; an issue that says none is 未启动. 已完成 without a date counts as done."""
    if issue.status is None:
        return Status.NOT_STARTED
    if issue.status is Status.DONE and issue.completed_on and issue.completed_on > as_of:
        return Status.IN_PROGRESS
    return issue.status


def completed_as_of(issue: Issue, as_of: date) -> date | None:
    """完成日期, if the issue is 已完成 as of the date."""
    return issue.completed_on if status_as_of(issue, as_of) is Status.DONE else None


def deadline_kind(issue: Issue) -> str | None:
    """整改类型: 立行立改, 限期整改 (the deadline is a date) or 长期坚持; None without a deadline."""
    if issue.deadline is None:
        return None
    if isinstance(issue.deadline, DeadlineWord):
        return str(issue.deadline)
    return DATED


def overdue(issue: Issue, as_of: date) -> bool:
    """逾期: the deadline, a date, has passed and the issue is not 已完成 (基本完成 is not)."""
    due = _open_until(issue, as_of)
    return due is not None and due < as_of


def due_soon(issue: Issue, as_of: date, days: int) -> bool:
    """临期: the deadline, a date, falls on the day or within so many days after it, and the issue is not 已完成."""
    due = _open_until(issue, as_of)
    return due is not None and timedelta(0) <= due - as_of <= timedelta(days)


def _open_until(issue: Issue, as_of: date) -> date | None:
    """The date by which an issue that is not 已完成 is due."""
    if issue.deadline is None or isinstance(issue.deadline, DeadlineWord):
        return None
    return None if status_as_of(issue, as_of) is Status.DONE else issue.deadline
