"""What `ledger import` does."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from reportgen.errors import Place, Problem, ProblemsFound, errors_of
from reportgen.exchange.basis import basis_in
from reportgen.exchange.changes import Change
from reportgen.exchange.comparing import Compared, compare
from reportgen.exchange.dispatch import UNIT
from reportgen.exchange.edits import edits_of
from reportgen.exchange.ours import PROJECT, known_lists, project_mark
from reportgen.exchange.returned import marks_in
from reportgen.exchange.tables import PASSED_OVER, tables_of
from reportgen.model import Ledger
from reportgen.pipeline.project import Project
from reportgen.pipeline.revising import Basis, Say, Written, basis_of, write_revised
from reportgen.revision.recording import Occasion
from reportgen.revision.revise import Revised, revise
from reportgen.workbook.grid import Workbook
from reportgen.workbook.plan import MARKS
from reportgen.workbook.reading import read_workbook

_MAY_BE_PUT_RIGHT = frozenset({
    "issue-count", "issue-number-gap", "unknown-issue", "done-without-date", "done-without-evidence", "date-without-done",
    "ongoing-with-date", "measure-after-issue",
})  # fmt: skip
"""Errors of a ledger that a workbook can repair; whether it has is seen in the ledger that it makes."""


@dataclass(frozen=True, slots=True)
class Import:
    """A workbook held against the ledger: the changes, what is to be said, and the ledger that they would make.

    `revised` is None where nothing changes, or where errors stand in the way.
    """

    file: Path
    basis: Basis
    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]
    absent: tuple[int, ...]
    revised: Revised | None

    @property
    def stopped(self) -> bool:
        """Whether errors keep everything out."""
        return bool(errors_of(self.problems))


def prepare_import(project: Project, file: Path, on: date, why: str | None, say: Say) -> Import:
    """Everything up to writing.

    Raises ProblemsFound for a ledger with errors that no workbook can repair, ReportgenError for a workbook that
    cannot be read.
    """
    say("读取台账")
    basis = basis_of(project, tolerate=_MAY_BE_PUT_RIGHT)
    say("读取工作簿")
    workbook = read_workbook(file, PASSED_OVER, MARKS)
    _refuse_foreign(file, workbook, basis.ledger)
    known = known_lists(basis.ledger, epoch_1904=workbook.epoch_1904)
    tables, problems = tables_of(file.name, workbook, known, basis.ledger.issues)
    if not tables:
        message = "没有找到整改台账（表头里要有“序号”和“反馈问题”或“整改措施”）；请核对文件和表头"
        raise ProblemsFound([*problems, Problem("sheet-none", message, Place(file.name))])
    compared = compare(tables, basis.ledger.issues, known, basis_in(marks_in(workbook), basis.ledger.issues))
    found = (*problems, *compared.problems)
    if errors_of(found) or not compared.changes:
        return Import(file, basis, compared.changes, found, compared.absent, None)
    say("核对改动后的台账")
    occasion = Occasion(why or f"导入{file.name}", file.name, on)
    revised = revise(project.data, edits_of(compared.changes, basis.ledger.issues), occasion)
    found = (*found, *(located(number, problem, compared) for number, problem in revised.problems))
    stopped = bool(errors_of(found))
    return Import(file, basis, compared.changes, found, compared.absent, None if stopped else revised)


def write_import(project: Project, prepared: Import) -> Written:
    """Write the ledger that a workbook makes."""
    return write_revised(project, prepared.basis, prepared.revised) if prepared.revised else Written()


def located(number: int | None, problem: Problem, compared: Compared) -> Problem:
    """An error of the changed ledger at the cell that brought it: the change of this issue that its words name, or any.

    Where no cell did, its file is named; its line would be one that is not written.
    """
    changes = [change for change in compared.changes if change.target.number == number]
    named = [change for change in changes if change.column.path[-1] in problem.message] or changes
    if named:
        return replace(problem, place=named[0].place)
    return replace(problem, place=replace(problem.place, line=None, column=None))


def _refuse_foreign(file: Path, workbook: Workbook, ledger: Ledger) -> None:
    marks = marks_in(workbook)
    if marks.get(UNIT):
        message = f"这是下发给“{marks[UNIT]}”的表；请放在一个文件夹里，运行 reportgen ledger collect 汇总，锁定的格和冲突才能查出来"
        raise ProblemsFound([Problem("ledger-dispatched", message, Place(str(file)))])
    if marks and marks.get(PROJECT) != project_mark(ledger):
        message = "这是另一个台账导出的表，没有读；请在它自己的项目里导入"
        raise ProblemsFound([Problem("ledger-foreign", message, Place(str(file)))])
