"""What rows say of the sub-issues of an issue."""

from collections.abc import Iterator, Sequence

from reportgen.errors import Problem
from reportgen.exchange.cells import is_empty
from reportgen.exchange.changes import SUB_LIST, below
from reportgen.exchange.columns import NUMBER, SUB_TITLE
from reportgen.exchange.reading import folded
from reportgen.exchange.rows import Row
from reportgen.exchange.said import Found, Subject
from reportgen.model import Issue


def sub_issues_said(subject: Subject, issue: Issue | None, rows: Sequence[Row]) -> Iterator[Found]:
    """What rows of 子问题 say: each is found by its mark, else by its title; one with another title is new."""
    subs = issue.sub_issues if issue else ()
    titles = [folded(sub.title) for sub in subs]
    named: set[int] = set()
    for row in rows:
        index = _index(row, titles)
        if index is None:
            message = f"第 {row.row} 行没有写“{SUB_TITLE.heading}”，不知道说的是哪一个；请补上"
            yield Problem("sheet-row-lost", message, subject.table.place(row.cells.get(NUMBER)))
            continue
        named.add(index)
        record = subs[index] if index < len(subs) else None
        of = subject.of(below(subject.target, SUB_LIST, index, new=record is None), record, row.marked)
        for column in subject.table.heading.columns.values():
            if column.level == "sub_issue":
                yield from of.said(row, column, row.cells.get(column))
    absent = [str(index + 1) for index in range(len(subs)) if index not in named]
    if absent and subject.is_whole:
        message = f"{subject.name}的子问题 {'、'.join(absent)} 表里没有，台账里的没有动；要删除请改 data/issues.yaml"
        yield Problem("sheet-measure-absent", message, subject.table.place(rows[0].cells.get(NUMBER)), "warning")


def _index(row: Row, titles: list[str]) -> int | None:
    """The place of a row's sub-issue; a new title is added to `titles`."""
    if row.spot is not None and row.spot.sub_issue is not None:
        return row.spot.sub_issue
    cell = row.cells.get(SUB_TITLE)
    if cell is None or is_empty(cell):
        return None
    said = folded(str(cell.value))
    if said not in titles:
        titles.append(said)
    return titles.index(said)
