"""A workbook against the ledger: every value that it says otherwise, and every cell that no rule reads."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reportgen.errors import Problem
from reportgen.exchange.basis import NO_BASIS, Basis
from reportgen.exchange.cells import is_empty, says
from reportgen.exchange.changes import ISSUE_LIST, Change, Target, issue_target
from reportgen.exchange.columns import NUMBER, SUB_TITLE, TITLE
from reportgen.exchange.measure_rows import columns_by_level, measures_said
from reportgen.exchange.reading import Known, folded
from reportgen.exchange.rows import Row, Table, groups_of
from reportgen.exchange.said import Found, Subject, settled
from reportgen.exchange.sub_issue_rows import sub_issues_said
from reportgen.model import Issue


@dataclass(frozen=True, slots=True)
class Compared:
    """What a workbook would change, what cannot be read, and the 序号 of issues that it does not mention."""

    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]
    absent: tuple[int, ...]


def compare(tables: Sequence[Table], issues: Sequence[Issue], known: Known, basis: Basis = NO_BASIS) -> Compared:
    """All tables of a workbook against the issues of the ledger, and against what they were when it was exported."""
    groups = [groups_of(table.rows) for table in tables]
    comparison = _Comparison(issues, known, basis, _added(tables, groups, issues))
    found: list[Found] = []
    for table, by_issue in zip(tables, groups, strict=True):
        alike = [
            other
            for other, at in zip(groups, tables, strict=True)
            if at.heading.has(SUB_TITLE) == table.heading.has(SUB_TITLE)
        ]
        found += table.problems
        for index, rows in by_issue.items():
            found += comparison.group(table, index, rows, shared=sum(index in other for other in alike) > 1)
    settled_ones = list(settled(found))
    changes = tuple(each for each in settled_ones if isinstance(each, Change))
    problems = tuple(dict.fromkeys(each for each in settled_ones if isinstance(each, Problem)))
    mentioned = {index for by_issue in groups for index in by_issue}
    absent = tuple(issue.number for index, issue in enumerate(issues) if index not in mentioned)
    return Compared(changes, problems, absent)


def _added(
    tables: Sequence[Table], groups: Sequence[Mapping[int, Sequence[Row]]], issues: Sequence[Issue]
) -> dict[int, Target]:
    """The issues that are new, behind those of the ledger, in the order of their 序号."""
    titles: dict[int, str] = {}
    for table, by_issue in zip(tables, groups, strict=True):
        for index, rows in by_issue.items():
            if index < 0 and not table.heading.has(SUB_TITLE):
                cell = rows[0].cells.get(TITLE)
                titles.setdefault(index, "" if cell is None else folded(str(cell.value or "")))
    return {
        index: Target((ISSUE_LIST, place), -index, titles[index], new=True)
        for place, index in enumerate(sorted(titles, reverse=True), len(issues))
    }


@dataclass(frozen=True, slots=True)
class _Comparison:
    """The ledger that tables are held against; `added` are the new issues, by -序号."""

    issues: Sequence[Issue]
    known: Known
    basis: Basis
    added: Mapping[int, Target]
    _numbers: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for issue in self.issues:
            self._numbers.setdefault(folded(issue.title), issue.number)

    def group(self, table: Table, index: int, rows: Sequence[Row], *, shared: bool) -> Iterator[Found]:
        """What the rows of one issue say."""
        issue = self.issues[index] if index >= 0 else None
        target = issue_target(self.issues, index) if index >= 0 else self.added.get(index)
        if target is None:
            message = f"“子问题”里的问题 {-index} 台账里没有；请先在“整改台账”里加上这个问题"
            yield Problem("sheet-row-lost", message, table.place(rows[0].cells.get(NUMBER)))
            return
        if misnumbered := self._misnumbered(table, rows, target, issue):
            yield misnumbered
            return
        subject = Subject(table, self.known, target, issue, any(row.marked for row in rows), shared, self.basis)
        if table.heading.has(SUB_TITLE):
            yield from sub_issues_said(subject, issue, rows)
            return
        if issue is None:
            yield Change(target, NUMBER, None, target.number, table.place(rows[0].cells.get(NUMBER)))
        own, of_measures = columns_by_level([*table.heading.columns.values()], rows, self.known)
        for column in own:
            yield from subject.said_in(rows, column)
        yield from measures_said(subject, issue, rows, of_measures)

    def _misnumbered(self, table: Table, rows: Sequence[Row], target: Target, issue: Issue | None) -> Problem | None:
        """Rows without a mark whose number is not that of the issue they speak of."""
        cell = next((cell for row in rows if (cell := row.cells.get(TITLE)) and not is_empty(cell)), None)
        if cell is None or any(row.marked for row in rows) or (issue is not None and says(cell, issue.title)):
            return None
        other = self._numbers.get(folded(str(cell.value)))
        if other is not None:
            message = f"序号 {target.number} 的反馈问题在台账里是问题 {other}；请核对序号"
        elif issue is not None and table.heading.identity is not None:
            message = f"序号 {target.number} 台账里已经有了，是“{issue.title[:20]}”；新的问题请用没有用过的序号"
        else:
            return None
        return Problem("sheet-number-title", message, table.place(rows[0].cells.get(NUMBER)))
