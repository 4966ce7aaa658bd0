"""Workbooks as units get them and fill them in, without a disk: written and read for real, then typed into."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

from reportgen.exchange.columns import IDENTITY, MAIN, SUB_ISSUES
from reportgen.exchange.dispatch import Dispatch, dispatch_of
from reportgen.exchange.identity import mark_of
from reportgen.exchange.merging import Merged, between_units, merge
from reportgen.exchange.ours import known_lists
from reportgen.exchange.sending import unit_book
from reportgen.exchange.sent import sending_of
from reportgen.exchange.shares import By, shares_of
from reportgen.exchange.tables import tables_of
from reportgen.model import Issue, Ledger
from reportgen.workbook.grid import Cell, Sheet, Workbook, column_letter
from reportgen.workbook.writing import workbook_bytes
from reportgen.workbook.xlsx import read_xlsx

HEADER_ROW = 3
Typed = str | int | float | date | None


class Sent(NamedTuple):
    """A round: its record, and the workbook of each unit."""

    dispatch: Dispatch
    books: dict[str, Workbook]


def send(ledger: Ledger, by: By = "责任单位", number: int = 1) -> Sent:
    """A round of workbooks as they come out of the file that was written."""
    shares, _ = shares_of(ledger, by)
    files = {share.unit: f"{share.unit}.xlsx" for share in shares}
    dispatch = dispatch_of(ledger, shares, number, date(2022, 7, 1), by, date(2022, 7, 22), files)
    books = {}
    for share in shares:
        sheets, epoch = read_xlsx(workbook_bytes(unit_book(ledger, share, dispatch, 15)))
        books[share.unit] = Workbook(files[share.unit], sheets, epoch)
    return Sent(dispatch, books)


def merge_all(ledger: Ledger, dispatch: Dispatch, books: Mapping[str, Workbook]) -> tuple[Merged, ...]:
    """What the workbooks bring into a ledger."""
    sending = sending_of(dispatch, ledger.issues)
    found = []
    for unit, book in books.items():
        known = known_lists(ledger, epoch_1904=book.epoch_1904)
        tables, problems = tables_of(book.name, book, known, ledger.issues)
        merged = merge(unit, tables, ledger.issues, sending, known)
        found.append(replace(merged, problems=(*problems, *merged.problems)))
    return between_units(found)


def mark(issue: Issue, measure: int | None = None, sub: int | None = None) -> str:
    """The mark of a record when it was sent."""
    if measure is not None:
        return mark_of(issue, issue.measures[measure])
    return mark_of(issue) if sub is None else mark_of(issue, sub_issue=issue.sub_issues[sub])


def sheet(book: Workbook, name: str) -> Sheet:
    """A sheet by its name."""
    return next(each for each in book.sheets if each.name == name)


def columns(of: Sheet) -> dict[str, int]:
    """Where each heading stands."""
    return {str(cell.value): column for column, cell in of.rows[HEADER_ROW].items()}


def row_of(of: Sheet, wanted: str) -> int | None:
    """The row with a mark; of an issue the first."""
    identity = columns(of)[IDENTITY]
    for row, cells in of.rows.items():
        found = str(cells[identity].value) if row > HEADER_ROW and identity in cells else ""
        if found == wanted or found.startswith(f"{wanted}|"):
            return row
    return None


def typed(book: Workbook, name: str, row: int, heading: str, value: Typed) -> Workbook:
    """The workbook with something typed into a cell, or the cell emptied."""
    found = sheet(book, name)
    column = columns(found)[heading]
    cells = dict(found.rows.get(row, {}))
    if value is None:
        cells.pop(column, None)
    else:
        moment = datetime(value.year, value.month, value.day) if type(value) is date else value
        cells[column] = Cell(moment, f"{column_letter(column)}{row}")
    return with_rows(book, name, {**found.rows, row: dict(sorted(cells.items()))})


def with_rows(book: Workbook, name: str, rows: Mapping[int, Mapping[int, Cell]]) -> Workbook:
    """The workbook with other rows in a sheet."""
    changed = [replace(each, rows=dict(sorted(rows.items()))) if each.name == name else each for each in book.sheets]
    return replace(book, sheets=tuple(changed))


def fill_in(book: Workbook, wanted: str, heading: str, value: Typed) -> Workbook:
    """The workbook with a value in the row of a mark; as it was where it has no such row."""
    name = SUB_ISSUES if "|s" in wanted else MAIN
    if name not in (each.name for each in book.sheets):
        return book
    row = row_of(sheet(book, name), wanted)
    return book if row is None else typed(book, name, row, heading, value)


def all_marks(ledger: Ledger) -> Iterator[tuple[str, Issue, str]]:
    """Mark, issue and level of every record."""
    for issue in ledger.issues:
        yield mark(issue), issue, "issue"
        for place in range(len(issue.measures)):
            yield mark(issue, measure=place), issue, "measure"
        for place in range(len(issue.sub_issues)):
            yield mark(issue, sub=place), issue, "sub_issue"
