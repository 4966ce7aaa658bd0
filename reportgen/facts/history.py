"""The ledger as it stood on a date: statuses by the record of their changes, not as they are today."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from reportgen.model import Issue, Ledger, Status, StatusChange, status_of


@dataclass(frozen=True, slots=True)
class _Recorded:
    """What the record says of one issue: its status, and when it last became 已完成."""

    status: Status = Status.NOT_STARTED
    done_on: date | None = None


_UNTOUCHED = _Recorded()


def as_it_stood(ledger: Ledger, as_of: date) -> Ledger:
    """The ledger with every 整改状态 and 完成日期 as of a date, where its changes are on record.

    The last change of an issue by that date tells its status; an issue without one is 未启动. An issue that is
    已完成 keeps its own 完成日期 unless that is still to come: then it was completed before, was reopened, and
    the day of that earlier change stands. A ledger that keeps no record comes back as it is.
    """
    if ledger.journal is None:
        return ledger
    known = _by_issue(change for change in ledger.journal if change.date <= as_of)
    issues = tuple(_stood(issue, known.get(issue.number, _UNTOUCHED), as_of) for issue in ledger.issues)
    unchanged = all(stood is issue for stood, issue in zip(issues, ledger.issues, strict=True))
    return ledger if unchanged else replace(ledger, issues=issues)


def _by_issue(changes: Iterable[StatusChange]) -> dict[int, _Recorded]:
    """Where the changes leave each issue; of two on one day the later in the file counts."""
    known: dict[int, _Recorded] = {}
    for change in sorted(changes, key=lambda change: change.date):
        done_on = change.date if change.after == Status.DONE else known.get(change.issue_number, _UNTOUCHED).done_on
        known[change.issue_number] = _Recorded(status_of(change.after), done_on)
    return known


def _stood(issue: Issue, recorded: _Recorded, as_of: date) -> Issue:
    completed_on: date | None = None
    if recorded.status is Status.DONE:
        own = issue.completed_on
        completed_on = own if own and own <= as_of else recorded.done_on
    if (issue.status, issue.completed_on) == (recorded.status, completed_on):
        return issue
    return issue.model_copy(update={"status": recorded.status, "completed_on": completed_on})
