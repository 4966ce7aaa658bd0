"""Everything that a status shows, as of one date."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from reportgen.dashboard.closing import steps_taken
from reportgen.dashboard.course import Course, course
from reportgen.errors import Problem, errors_of
from reportgen.facts import Facts, TimeLimit, as_it_stood, compute, due_soon, overdue, time_limits
from reportgen.kinds.kind import Kind
from reportgen.model import InspectionFile, Issue, Ledger


@dataclass(frozen=True, slots=True)
class Due:
    """An issue whose deadline is a date; `days` run from the stated date to it, below zero once it has passed."""

    issue: Issue
    deadline: date
    days: int


@dataclass(frozen=True, slots=True)
class NextDocument:
    """The document to be handed in next; `date_of_issue` is None where none is set.

    `missing` are the errors and warnings that stand between the ledger and the document.
    """

    kind: Kind
    date_of_issue: date | None
    missing: tuple[Problem, ...]

    @property
    def complete(self) -> bool:
        """Whether it can be made: warnings stop nothing."""
        return not errors_of(self.missing)


@dataclass(frozen=True, slots=True)
class Overview:
    """How far the rectification has come.

    `dated_by` says where the date comes from; `within` is how many days ahead 临期 looks; both lists of issues stand in
    the order of the ledger; `close_out` counts the issues that have taken each step of 销号.
    """

    as_of: date
    dated_by: str
    within: int
    background: InspectionFile
    facts: Facts
    overdue: tuple[Due, ...]
    due_soon: tuple[Due, ...]
    time_limits: tuple[TimeLimit, ...]
    close_out: Mapping[str, int]
    course: Course
    next_document: NextDocument | None = None

    @property
    def total(self) -> int:
        """问题总数."""
        return sum(status.total for status in self.facts.by_status)

    @property
    def done(self) -> int:
        """已完成数."""
        return self.facts.by_status[0].total

    def most_overdue_first(self) -> tuple[Due, ...]:
        """Those that wait longest at the head."""
        return tuple(sorted(self.overdue, key=lambda due: due.days))

    def soonest_first(self) -> tuple[Due, ...]:
        """Those that are due next at the head."""
        return tuple(sorted(self.due_soon, key=lambda due: due.days))


def overview(
    ledger: Ledger, as_of: date, dated_by: str, within: int, next_document: NextDocument | None = None
) -> Overview:
    """The status of a ledger as it stood on the date."""
    issues = as_it_stood(ledger, as_of).issues
    return Overview(
        as_of=as_of,
        dated_by=dated_by,
        within=within,
        background=ledger.background,
        facts=compute(ledger, as_of),
        overdue=_dated(issues, as_of, lambda issue: overdue(issue, as_of)),
        due_soon=_dated(issues, as_of, lambda issue: due_soon(issue, as_of, within)),
        time_limits=time_limits(ledger),
        close_out=steps_taken(ledger, as_of),
        course=course(ledger, as_of),
        next_document=next_document,
    )


def _dated(issues: Iterable[Issue], as_of: date, wanted: Callable[[Issue], bool]) -> tuple[Due, ...]:
    return tuple(
        Due(issue, issue.deadline, (issue.deadline - as_of).days)
        for issue in issues
        if wanted(issue) and isinstance(issue.deadline, date)
    )
