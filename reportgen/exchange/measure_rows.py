"""What the rows of an issue say of its measures."""

from collections.abc import Iterator, Sequence

from reportgen.errors import Problem
from reportgen.exchange.cells import is_empty, read_cell
from reportgen.exchange.changes import MEASURES, Change, below
from reportgen.exchange.columns import CONTENT, MAIN_COLUMNS, NUMBER, Column
from reportgen.exchange.measures import Piece, match, pieces_in
from reportgen.exchange.reading import Known, Unread
from reportgen.exchange.rows import Row
from reportgen.exchange.said import Found, Subject, different
from reportgen.exchange.values import value_of
from reportgen.model import Issue

_TWINS = {
    column.path: twin
    for twin in MAIN_COLUMNS
    for column in MAIN_COLUMNS
    if twin.level == "measure" and column.level == "issue" and column.path == twin.path
}
"""Columns that both an issue and its measures have: a cell of its own in each row speaks of the measure."""

MeasureColumn = tuple[Column, Column]
"""A column of the sheet, and the column of measures that it is read as."""


def columns_by_level(
    columns: Sequence[Column], rows: Sequence[Row], known: Known
) -> tuple[list[Column], list[MeasureColumn]]:
    """Columns that speak of the issue, and those that speak of its measures."""
    own: list[Column] = []
    of_measures: list[MeasureColumn] = []
    for column in columns:
        twin = _TWINS.get(column.path) if column.level == "issue" else None
        if column.level == "measure":
            of_measures.append((column, column))
        elif twin is not None and twin not in columns and len(different(rows, column, known)) > 1:
            of_measures.append((column, twin))
        elif column is not NUMBER:
            own.append(column)
    return own, of_measures


def measures_said(
    subject: Subject, issue: Issue | None, rows: Sequence[Row], columns: Sequence[MeasureColumn]
) -> Iterator[Found]:
    """What the rows of an issue say of its measures, those that nothing is said of, and cells that belong to none."""
    if not columns:
        return
    measures = issue.measures if issue else ()
    pieces = pieces_in(rows)
    named: set[int] = set()
    for piece, index in match(pieces, [measure.content for measure in measures]):
        named.add(index)
        record = measures[index] if index < len(measures) else None
        target = below(subject.target, MEASURES, index, new=record is None)
        yield from _piece(subject.of(target, record, piece.row.marked), piece, columns)
    yield from _homeless(subject, rows, pieces, columns)
    if pieces and subject.is_whole:
        absent = [index + 1 for index in range(len(measures)) if index not in named]
        yield from _absent(subject, rows[0], absent)


def _piece(subject: Subject, piece: Piece, columns: Sequence[MeasureColumn]) -> Iterator[Found]:
    for column, read_as in columns:
        if column is not CONTENT:
            yield from subject.said_in(piece.rows, column, read_as)
        elif piece.rule is None:
            yield from subject.said(piece.row, CONTENT, piece.row.cells.get(CONTENT))
        else:
            now = value_of(subject.record, CONTENT) if subject.record is not None else None
            if now != piece.content:
                place = subject.table.place(piece.row.cells.get(CONTENT))
                yield Change(subject.target, CONTENT, now, piece.content, place, piece.rule)


def _homeless(
    subject: Subject, rows: Sequence[Row], pieces: Sequence[Piece], columns: Sequence[MeasureColumn]
) -> Iterator[Problem]:
    """Cells of rows without a measure that no other row has."""
    home = {row.row for piece in pieces for row in piece.rows}
    read = {cell.address for row in rows if row.row in home for column, _ in columns if (cell := row.cells.get(column))}
    for row in rows:
        if row.row in home:
            continue
        content = row.cells.get(CONTENT)
        if content is not None and not is_empty(content):
            found = read_cell(content, CONTENT, subject.known)
            why = found.message if isinstance(found, Unread) else "整改措施看不懂"
            yield Problem("sheet-cell", f"{subject.name}：{why}", subject.table.place(content))
            continue
        for column, _ in columns:
            cell = row.cells.get(column)
            if cell is not None and not is_empty(cell) and cell.address not in read:
                message = (
                    f"第 {row.row} 行写了“{column.heading}”，没有写“整改措施”，不知道说的是哪一条；请补上，或合并单元格"
                )
                yield Problem("sheet-measure-none", message, subject.table.place(cell))


def _absent(subject: Subject, row: Row, absent: Sequence[int]) -> Iterator[Problem]:
    if absent:
        message = (
            f"{subject.name}的措施 {'、'.join(map(str, absent))} 表里没有，台账里的没有动；要删除请改 data/issues.yaml"
        )
        yield Problem("sheet-measure-absent", message, subject.table.place(row.cells.get(NUMBER)), "warning")
