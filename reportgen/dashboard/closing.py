"""销号: how many issues have taken each of its steps by a date."""

from collections.abc import Iterable
from datetime import date

from reportgen.model import CloseOut, Ledger, StatusChange
from reportgen.model.journal import STEPS


def steps_taken(ledger: Ledger, as_of: date) -> dict[str, int]:
    """The count of issues that have taken each step, later steps included: what is 销号 has also been 申请.

    From the record of statuses where there is one, else from the dates of each issue.
    """
    if ledger.journal is None:
        reached = [_steps_dated(issue.close_out, as_of) for issue in ledger.issues]
    else:
        reached = [_steps_to(state) for state in _last_states(ledger.journal, as_of)]
    return {step: sum(count > place for count in reached) for place, step in enumerate(STEPS)}


def _last_states(journal: Iterable[StatusChange], as_of: date) -> Iterable[str]:
    states = {change.issue_number: change.after for change in journal if change.date <= as_of}
    return states.values()


def _steps_to(state: str) -> int:
    return STEPS.index(state) + 1 if state in STEPS else 0


def _steps_dated(record: CloseOut | None, as_of: date) -> int:
    """How many steps were taken by the date; 批准 has no date of its own and goes with the step after it, else before it."""
    if record is None:
        return 0
    approved_on = (record.closed_on or record.reviewed_on or record.applied_on) if record.approver else None
    dates = (record.applied_on, record.reviewed_on, approved_on, record.closed_on)
    return max((place for place, day in enumerate(dates, 1) if day is not None and day <= as_of), default=0)
