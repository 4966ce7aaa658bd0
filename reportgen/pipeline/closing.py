"""What `ledger close` and `ledger record` do: steps of 销号, and changes of status that were made by hand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from reportgen.errors import Problem, ProblemsFound, errors_of
from reportgen.ledger.evidence import evidence_is_as_recorded
from reportgen.model import Issue, Ledger, StatusChange
from reportgen.pipeline.project import Project
from reportgen.pipeline.revising import Basis, Written, basis_of, write_revised
from reportgen.reading.files import ISSUES
from reportgen.revision.closing import Order, edits_of, missing_words, refusal, too_early
from reportgen.revision.recording import Occasion
from reportgen.revision.revise import Revised, revise

HAND = f"data/{ISSUES}"
_UNRECORDED = frozenset({"status-not-recorded", "journal-missing"})
COMMAND = "命令行"


@dataclass(frozen=True, slots=True)
class Closed:
    """The changes that were recorded, and what was written."""

    changes: tuple[StatusChange, ...]
    written: Written


def close(project: Project, numbers: Sequence[int], order: Order) -> Closed:
    """Take a step for the issues of these 序号; all of them or none. Raises ProblemsFound with what stands against it."""
    basis = basis_of(project)
    chosen = _chosen(basis.ledger, numbers)
    _stop([missing_words(order), *(refusal(issue, order) for _, issue in chosen)])
    _stop([too_early(issue, order, basis.ledger.journal or ()) for _, issue in chosen])
    if order.goes_on:
        _stop(_evidence_faults(project, basis, [issue for _, issue in chosen]))
    edits = [edit for index, _ in chosen for edit in edits_of(index, order)]
    revised = revise(project.data, edits, Occasion(order.reason, COMMAND, order.on))
    _stop([problem for _, problem in revised.problems])
    return Closed(_new(basis.ledger, revised), write_revised(project, basis, revised))


def record(project: Project, why: str, on: date, source: str = HAND) -> Closed:
    """Put on record every status that was changed by hand. Raises ProblemsFound for a ledger with other errors."""
    basis = basis_of(project, tolerate=_UNRECORDED)
    revised = revise(project.data, (), Occasion(why, source, on))
    _stop([problem for _, problem in revised.problems])
    return Closed(_new(basis.ledger, revised), write_revised(project, basis, revised))


def _evidence_faults(project: Project, basis: Basis, issues: Sequence[Issue]) -> list[Problem]:
    """What has become of the evidence that issues on their way to 销号 were applied for with."""
    ledger = replace(basis.ledger, issues=tuple(issues))
    return [basis.sources.problem(fault) for fault in evidence_is_as_recorded(ledger, project.data, contents=True)]


def _chosen(ledger: Ledger, numbers: Sequence[int]) -> list[tuple[int, Issue]]:
    by_number = {issue.number: (index, issue) for index, issue in enumerate(ledger.issues)}
    unknown = [number for number in numbers if number not in by_number]
    _stop([Problem("unknown-issue", f"台账里没有序号为 {number} 的问题；请核对“问题序号”") for number in unknown])
    return [by_number[number] for number in dict.fromkeys(numbers)]


def _stop(problems: Sequence[Problem | None]) -> None:
    found = [problem for problem in problems if problem is not None]
    if errors_of(found):
        raise ProblemsFound(found)


def _new(ledger: Ledger, revised: Revised) -> tuple[StatusChange, ...]:
    after = revised.loaded.ledger
    assert after is not None, "a ledger with errors stops the step before"
    return (after.journal or ())[len(ledger.journal or ()) :]
