"""Workbooks that came back into the ledger: what each brings, and where two units say different things."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportgen.errors import Place, Problem, errors_of
from reportgen.exchange.changes import Change
from reportgen.exchange.columns import NUMBER
from reportgen.exchange.identity import Spot
from reportgen.exchange.parts import parts_of
from reportgen.exchange.reading import Known
from reportgen.exchange.rows import Table
from reportgen.exchange.sent import Sending
from reportgen.exchange.three_way import Brought, Comparison, Conflict
from reportgen.exchange.values import Value
from reportgen.model import Issue
from reportgen.reading.places import Path


@dataclass(frozen=True, slots=True)
class Merged:
    """What one workbook brings: clean changes, conflicts, and cells that cannot be used."""

    unit: str
    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]
    problems: tuple[Problem, ...]


def merge(unit: str, tables: Sequence[Table], issues: Sequence[Issue], sending: Sending, known: Known) -> Merged:
    """One workbook of this round into the ledger."""
    found: list[Brought] = [problem for table in tables for problem in table.problems]
    shown: set[Spot] = set()
    for table in tables:
        comparison = Comparison(unit, table, sending, known)
        parts = parts_of(table, issues)
        found += _foreign_rows(table)
        found += [each for part in parts for each in comparison.brought(part)]
        shown |= {part.spot for part in parts}
    if tables and not errors_of([problem for problem in found if isinstance(problem, Problem)]):
        found += _missing(tables[0].file, sending.filled_by(unit) - shown, issues)
    return Merged(
        unit,
        tuple(each for each in found if isinstance(each, Change)),
        tuple(each for each in found if isinstance(each, Conflict)),
        tuple(dict.fromkeys(each for each in found if isinstance(each, Problem))),
    )


def _foreign_rows(table: Table) -> Iterator[Problem]:
    """Rows that were not sent; all of them where the column of the marks is gone."""
    if table.heading.identity is None:
        message = "隐藏的“行标识”一列没有了，认不出各行是哪个问题，没有采用；请对方在下发的表里填报"
        yield Problem("collect-no-marks", message, table.place(None))
        return
    for row in table.rows:
        if row.spot is None:
            message = f"第 {row.row} 行不是下发的行，没有采用；新的措施、问题请在台账里加"
            yield Problem("collect-row-new", message, table.place(row.cells.get(NUMBER), row.row), "warning")


def _missing(file: str, spots: frozenset[Spot], issues: Sequence[Issue]) -> Iterator[Problem]:
    """Rows that a unit was sent to fill in and that did not come back."""
    numbers = sorted({issues[spot.issue].number for spot in spots})
    if numbers:
        said = "、".join(map(str, numbers))
        message = f"问题 {said} 有下发的行没有交回来，台账里的没有动；请核对是不是误删了"
        yield Problem("collect-row-missing", message, Place(file), "warning")


def between_units(merged: Sequence[Merged]) -> tuple[Merged, ...]:
    """The same with a conflict wherever two units fill in one cell differently; what they agree on goes in once."""
    said: dict[Path, set[Value]] = {}
    for each in merged:
        for change in each.changes:
            said.setdefault(change.path, set()).add(change.new)
    taken: set[Path] = set()
    found = []
    for each in merged:
        clean = [change for change in each.changes if len(said[change.path]) == 1 and change.path not in taken]
        clash = [Conflict(each.unit, change, change.old) for change in each.changes if len(said[change.path]) > 1]
        taken |= {change.path for change in clean}
        found.append(replace(each, changes=tuple(clean), conflicts=(*each.conflicts, *clash)))
    return tuple(found)
