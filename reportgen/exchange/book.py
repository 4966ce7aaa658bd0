"""The ledger → the plan of its workbook: the ledger itself, its sub-issues, the statistics, the three lists."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportgen.compose.issues import flat, internal_aspects
from reportgen.exchange.basis import basis_marks
from reportgen.exchange.cells import written
from reportgen.exchange.columns import (
    IDENTITY,
    MAIN,
    MAIN_COLUMNS,
    SUB_COLUMNS,
    SUB_ISSUES,
    Column,
)
from reportgen.exchange.figures import cited, statistics
from reportgen.exchange.identity import mark_of
from reportgen.exchange.lists import three_lists
from reportgen.exchange.ours import lists_of, marks_of
from reportgen.exchange.values import Holder, value_of
from reportgen.model import Issue, Ledger, Measure, Status
from reportgen.wording import official_date
from reportgen.workbook.plan import (
    Area,
    Choice,
    ColumnPlan,
    DueColumns,
    Look,
    PlannedValue,
    SheetPlan,
    TablePlan,
    WorkbookPlan,
)

_LOOKS: dict[str, Look] = {"number": "centre", "word": "centre", "status": "centre", "day": "date", "deadline": "date"}
_DONE = (str(Status.DONE), str(Status.ONGOING))
Rows = tuple[tuple[PlannedValue, ...], ...]


@dataclass(frozen=True, slots=True)
class Fillable:
    """Which cells a unit may fill in: all open ones of the issues in `issues`, of the measures in `measures`.

    Issues are given by index, measures by the indexes of issue and measure.
    """

    issues: frozenset[int]
    measures: frozenset[tuple[int, int]]


def ledger_book(ledger: Ledger, as_of: date, due_days: int) -> WorkbookPlan:
    """The whole ledger; statistics as of a date, deadlines within so many days coloured."""
    name = ledger.background.inspected.short_name
    title = f"{name}落实{ledger.background.inspection.name}反馈意见整改台账"
    everything = all_rows(ledger)
    sheets = [
        main_sheet(ledger, everything, title, f"截至{official_date(as_of)}", due_days),
        statistics(ledger, as_of),
        three_lists(flat(internal_aspects(ledger, as_of))),
    ]
    if any(issue.sub_issues for issue in ledger.issues):
        sheets.append(sub_sheet(ledger, everything))
    sheets.append(cited(ledger, as_of))
    return WorkbookPlan(title, tuple(sheets), lists_of(ledger), {**marks_of(ledger), **basis_marks(ledger.issues)})


def all_rows(ledger: Ledger) -> dict[int, tuple[int, ...]]:
    """Every issue by its index, with all its measures."""
    return {index: tuple(range(len(issue.measures))) for index, issue in enumerate(ledger.issues)}


def main_sheet(
    ledger: Ledger,
    chosen: Mapping[int, Sequence[int]],
    title: str,
    note: str,
    due_days: int,
    fillable: Fillable | None = None,
) -> SheetPlan:
    """整改台账: one row a measure, the cells of an issue merged; an issue without measures has a row too.

    `chosen` names the issues by index, each with the indexes of its measures.
    """
    rows: list[tuple[PlannedValue, ...]] = []
    merged: list[Area] = []
    shut: set[tuple[int, int]] = set()
    for index, places in chosen.items():
        issue = ledger.issues[index]
        top = len(rows) + 1
        for place in places or (None,):
            measure = None if place is None else issue.measures[place]
            rows.append(_row(issue, measure, MAIN_COLUMNS, covered=len(rows) >= top))
            shut |= _shut(index, place, len(rows), fillable)
        if len(rows) > top:
            merged += [
                Area(top, col, len(rows), col) for col, column in _numbered(MAIN_COLUMNS) if column.level == "issue"
            ]
    table = TablePlan(title, note, _plans(ledger, MAIN_COLUMNS, fillable), tuple(rows), tuple(merged),
                      _due(due_days), frozenset(shut))  # fmt: skip
    return SheetPlan(MAIN, (table,), locked=fillable is not None)


def sub_sheet(ledger: Ledger, chosen: Iterable[int], fillable: Fillable | None = None) -> SheetPlan:
    """子问题: one row each, below the 序号 of its issue."""
    rows: list[tuple[PlannedValue, ...]] = []
    shut: set[tuple[int, int]] = set()
    for index in chosen:
        issue = ledger.issues[index]
        for sub in issue.sub_issues:
            values: list[PlannedValue] = [mark_of(issue, sub_issue=sub)]
            values += [written(value_of(issue if column.level == "issue" else sub, column)) for column in SUB_COLUMNS]
            rows.append(tuple(values))
            if fillable is not None and index not in fillable.issues:
                shut |= {(len(rows), col) for col, _ in _numbered(SUB_COLUMNS)}
    plans = _plans(ledger, SUB_COLUMNS, fillable)
    table = TablePlan("子问题", "按所属问题的序号排列", plans, tuple(rows), shut=frozenset(shut))
    return SheetPlan(SUB_ISSUES, (table,), locked=fillable is not None)


def _row(
    issue: Issue, measure: Measure | None, columns: Sequence[Column], *, covered: bool
) -> tuple[PlannedValue, ...]:
    """A row; `covered` is one whose cells of the issue lie below the top of a merged area.

    What stood there would stay as it was when somebody types into the merged cell.
    """
    values: list[PlannedValue] = [mark_of(issue, measure)]
    for column in columns:
        owner: Holder | None = None if covered else issue
        record = owner if column.level == "issue" else measure
        values.append(written(value_of(record, column)) if record is not None else None)
    return tuple(values)


def _numbered(columns: Sequence[Column]) -> Iterator[tuple[int, Column]]:
    """Columns with their place in the sheet; the first is that of the marks."""
    return enumerate(columns, 2)


def _plans(ledger: Ledger, columns: Sequence[Column], fillable: Fillable | None) -> tuple[ColumnPlan, ...]:
    full = lists_of(ledger)
    plans = [ColumnPlan(IDENTITY, 10, hidden=True)]
    for column in columns:
        choice = Choice(column.choice, column.form != "units") if column.choice in full and column.choice else None
        look = _LOOKS.get(column.form, "text")
        opened = fillable is not None and column.filled
        plans.append(
            ColumnPlan(column.heading, column.width, look, choice, aside=_aside(column, fillable), open=opened)
        )
    return tuple(plans)


def _aside(column: Column, fillable: Fillable | None) -> bool:
    """What a unit fills in is in front of its eyes; everything else that is not printed stands aside."""
    return not column.printed and not (fillable is not None and column.filled)


def _due(days: int) -> tuple[DueColumns, ...]:
    places = {(column.level, column.path): col for col, column in _numbered(MAIN_COLUMNS)}
    status = places["issue", ("整改状态",)]
    issue = DueColumns(places["issue", ("整改时限",)], status, _DONE, days)
    own_date = places["measure", ("完成日期",)]
    return issue, DueColumns(places["measure", ("整改时限",)], own_date, _DONE, days, also_done=status)


def _shut(index: int, place: int | None, row: int, fillable: Fillable | None) -> set[tuple[int, int]]:
    """Cells of a row that this unit does not fill in."""
    if fillable is None:
        return set()
    levels = {"issue": index in fillable.issues, "measure": place is not None and (index, place) in fillable.measures}
    return {(row, col) for col, column in _numbered(MAIN_COLUMNS) if column.filled and not levels[column.level]}
