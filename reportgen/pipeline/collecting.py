"""What `ledger collect` does: every workbook that came back into the ledger, cell by cell."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from reportgen.errors import Misuse, Problem
from reportgen.exchange.changes import Change
from reportgen.exchange.comparing import Compared
from reportgen.exchange.dispatch import FOLDER, Dispatch
from reportgen.exchange.edits import edits_of
from reportgen.exchange.merging import Merged, between_units, merge
from reportgen.exchange.ours import known_lists, project_mark
from reportgen.exchange.returned import Returned, sort_returned
from reportgen.exchange.sent import Sending, sending_of, with_adopted
from reportgen.exchange.tables import tables_of
from reportgen.exchange.three_way import Conflict
from reportgen.model import Ledger
from reportgen.pipeline.dispatching import dispatches
from reportgen.pipeline.exchanging import located
from reportgen.pipeline.gathering import read_all, spreadsheets
from reportgen.pipeline.project import Project
from reportgen.pipeline.revising import Basis, Say, Written, basis_of, write_revised
from reportgen.pipeline.writing import write_files
from reportgen.revision.recording import Occasion
from reportgen.revision.revise import Revised, revise


@dataclass(frozen=True, slots=True)
class Collected:
    """What came back: by unit what goes in and what conflicts, changes held back, and what is said of workbooks.

    `held` are changes of issues that would make the ledger wrong, each with the reason as a problem at its cell.
    """

    dispatch: Dispatch
    basis: Basis
    returned: tuple[str, ...]
    missing: tuple[str, ...]
    merged: tuple[Merged, ...]
    held: tuple[Change, ...]
    problems: tuple[Problem, ...]
    revised: Revised | None

    @property
    def changes(self) -> tuple[Change, ...]:
        """What goes in."""
        return tuple(change for each in self.merged for change in each.changes)

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What is left alone."""
        return tuple(conflict for each in self.merged for conflict in each.conflicts)

    def as_dict(self) -> dict[str, object]:
        """The collection for `--json`."""
        return {
            "batch": self.dispatch.batch,
            "returned": list(self.returned),
            "missing": list(self.missing),
            "changes": [{"unit": each.unit, **change.as_dict()} for each in self.merged for change in each.changes],
            "conflicts": [conflict.as_dict() for conflict in self.conflicts],
            "held": [change.as_dict() for change in self.held],
            "problems": [problem.as_dict() for problem in self.problems],
        }


def prepare_collect(project: Project, folder: Path, on: date, say: Say) -> Collected:
    """Everything up to writing. Raises Misuse where nothing was sent or nothing came back."""
    paths, others = spreadsheets(folder)
    rounds = dispatches(project)
    if not rounds:
        message = "还没有下发过（data/dispatch 里没有记录）；请先运行 reportgen ledger split"
        raise Misuse([Problem("collect-nothing-sent", message)])
    say("读取台账")
    basis = basis_of(project)
    say(f"读取 {len(paths)} 个工作簿")
    workbooks, unread = read_all(folder, paths)
    earlier = [each.batch for each in rounds[:-1]]
    found = sort_returned(workbooks, rounds[-1], project_mark(basis.ledger), earlier)
    sending = sending_of(rounds[-1], basis.ledger.issues)
    merged = between_units([_merged(each, basis.ledger, sending) for each in found.usable])
    say("核对改动后的台账")
    merged, held, faults, revised = _proven(project, basis.ledger, merged, on)
    problems = (*unread, *others, *found.problems, *(problem for each in merged for problem in each.problems), *faults)
    returned = tuple(each.unit for each in found.usable)
    return Collected(rounds[-1], basis, returned, found.missing, merged, held, problems, revised)


def write_collected(project: Project, collected: Collected) -> Written:
    """Write the ledger with what came back, then keep what was collected."""
    if collected.revised is None:
        return Written()
    written = write_revised(project, collected.basis, collected.revised)
    adopted = with_adopted(collected.dispatch, collected.basis.ledger.issues, collected.changes)
    write_files(project.data / FOLDER, {adopted.file_name: adopted.as_json().encode()})
    return written


def _merged(returned: Returned, ledger: Ledger, sending: Sending) -> Merged:
    known = known_lists(ledger, epoch_1904=returned.workbook.epoch_1904)
    tables, problems = tables_of(returned.file, returned.workbook, known, ledger.issues)
    merged = merge(returned.unit, tables, ledger.issues, sending, known)
    return replace(merged, problems=(*problems, *merged.problems))


def _proven(
    project: Project, ledger: Ledger, merged: Sequence[Merged], on: date
) -> tuple[tuple[Merged, ...], tuple[Change, ...], tuple[Problem, ...], Revised | None]:
    """Without the changes of issues that would make the ledger wrong: issue by issue until it is right."""
    held: list[Change] = []
    faults: list[Problem] = []
    while True:
        changes = [change for each in merged for change in each.changes]
        if not changes:
            return tuple(merged), tuple(held), tuple(faults), None
        sources = _sources(changes)
        occasion = Occasion("单位填报", "、".join(dict.fromkeys(sources.values())), on, sources)
        revised = revise(project.data, edits_of(changes, ledger.issues), occasion)
        if not revised.problems:
            return tuple(merged), tuple(held), tuple(faults), revised
        compared = Compared(tuple(changes), (), ())
        faults += [located(number, problem, compared) for number, problem in revised.problems]
        wrong = {number for number, _ in revised.problems if number is not None} & set(sources)
        if not wrong:
            return tuple(_without(merged, set(sources))), (*held, *changes), tuple(faults), None
        held += [change for change in changes if change.target.number in wrong]
        merged = _without(merged, wrong)


def _sources(changes: Sequence[Change]) -> dict[int, str]:
    """The workbooks that change each issue, by 序号."""
    files: dict[int, list[str]] = {}
    for change in changes:
        files.setdefault(change.target.number, []).append(change.place.file or "")
    return {number: "、".join(dict.fromkeys(names)) for number, names in files.items()}


def _without(merged: Sequence[Merged], numbers: set[int]) -> list[Merged]:
    return [
        replace(each, changes=tuple(change for change in each.changes if change.target.number not in numbers))
        for each in merged
    ]
