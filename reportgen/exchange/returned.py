"""Workbooks that came back: which round and unit each belongs to, and which cannot be used, by name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportgen.errors import Place, Problem
from reportgen.exchange.dispatch import BATCH, UNIT, Dispatch
from reportgen.exchange.ours import PROJECT
from reportgen.workbook.grid import Workbook
from reportgen.workbook.plan import MARKS


@dataclass(frozen=True, slots=True)
class Returned:
    """One workbook of the round in hand."""

    file: str
    unit: str
    workbook: Workbook


@dataclass(frozen=True, slots=True)
class Sorted:
    """The workbooks by what they are: usable ones, and a problem for each that is not."""

    usable: tuple[Returned, ...]
    missing: tuple[str, ...]
    problems: tuple[Problem, ...]


def marks_in(workbook: Workbook) -> dict[str, str]:
    """The marks that a workbook carries; none if it is not one of ours."""
    for sheet in workbook.sheets:
        if sheet.name == MARKS:
            pairs = ((row.get(1), row.get(2)) for row in sheet.rows.values())
            return {
                str(name.value): str(value.value) for name, value in pairs if name is not None and value is not None
            }
    return {}


def sort_returned(
    workbooks: Iterable[tuple[str, Workbook]], dispatch: Dispatch, project: str, earlier: Sequence[str]
) -> Sorted:
    """Tell the workbooks of this round from foreign, outdated and double ones, which are errors: what a unit filled in
    there is not used; and say who has sent none.

    `earlier` are the names of the rounds before.
    """
    by_unit: dict[str, list[Returned]] = {}
    problems: list[Problem] = []
    for file, workbook in workbooks:
        marks = marks_in(workbook)
        unit = marks.get(UNIT, "")
        fault = _fault(marks, dispatch, project, earlier)
        if fault:
            problems.append(Problem(fault[0], fault[1], Place(file)))
        else:
            by_unit.setdefault(unit, []).append(Returned(file, unit, workbook))
    usable = [returned[0] for returned in by_unit.values() if len(returned) == 1]
    for unit, returned in by_unit.items():
        if len(returned) > 1:
            files = "、".join(each.file for each in returned)
            message = f"“{unit}”交回了 {len(returned)} 份（{files}），分不清用哪一份，都没有采用；请只留一份"
            problems.append(Problem("collect-double", message, Place(returned[0].file)))
    missing = tuple(unit for unit in dispatch.files if unit not in by_unit)
    if missing:
        message = f"{len(missing)} 个还没有交回：{'、'.join(missing)}"
        problems.append(Problem("collect-missing", message, severity="warning"))
    return Sorted(tuple(usable), missing, tuple(problems))


def _fault(
    marks: Mapping[str, str], dispatch: Dispatch, project: str, earlier: Sequence[str]
) -> tuple[str, str] | None:
    if not marks:
        return "collect-foreign", "不是下发的表（没有下发时的标记），没有采用；要读它请用 reportgen ledger import"
    if marks.get(PROJECT) != project:
        return "collect-foreign", "是另一个台账的表，没有采用；请移到那个项目里汇总"
    batch = marks.get(BATCH, "")
    if batch == dispatch.batch and marks.get(UNIT, "") in dispatch.files:
        return None
    if batch in earlier:
        return (
            "collect-outdated",
            f"是以前第 {batch.split('-')[0]} 次下发的表，已经过时，没有采用；请对方用最近下发的表填报",
        )
    if not batch:
        return "collect-foreign", "是全部台账，不是下发给单位的表，没有采用；要读它请用 reportgen ledger import"
    return "collect-foreign", "不知道是哪一次下发的表（data/dispatch 里没有记录），没有采用"
