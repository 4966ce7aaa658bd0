"""Rows that came back, by the records of the ledger that they speak of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.exchange.changes import MEASURES, SUB_LIST, Target, below, issue_target
from reportgen.exchange.columns import Level
from reportgen.exchange.identity import Spot
from reportgen.exchange.rows import Row, Table
from reportgen.exchange.values import Holder
from reportgen.model import Issue


@dataclass(frozen=True, slots=True)
class Part:
    """One record and the rows that show it: an issue stands in the rows of all its measures."""

    level: Level
    spot: Spot
    target: Target
    record: Holder
    rows: tuple[Row, ...]

    @property
    def name(self) -> str:
        """What the record is called in messages."""
        return f"问题 {self.target.number}{' ' + self.target.record if self.target.record else ''}"


def parts_of(table: Table, issues: Sequence[Issue]) -> tuple[Part, ...]:
    """The records of a table, in the order of its rows; rows without a mark belong to none."""
    rows: dict[Spot, list[Row]] = {}
    for row in table.rows:
        for spot in _spots(row):
            rows.setdefault(spot, []).append(row)
    return tuple(_part(spot, tuple(shown), issues) for spot, shown in rows.items())


def _spots(row: Row) -> Iterator[Spot]:
    if row.spot is None:
        return
    if row.spot.sub_issue is None:
        yield Spot(row.spot.issue)
    if row.spot != Spot(row.spot.issue):
        yield row.spot


def _part(spot: Spot, rows: tuple[Row, ...], issues: Sequence[Issue]) -> Part:
    issue, target = issues[spot.issue], issue_target(issues, spot.issue)
    if spot.sub_issue is not None:
        of = below(target, SUB_LIST, spot.sub_issue, new=False)
        return Part("sub_issue", spot, of, issue.sub_issues[spot.sub_issue], rows)
    if spot.measure is not None:
        of = below(target, MEASURES, spot.measure, new=False)
        return Part("measure", spot, of, issue.measures[spot.measure], rows)
    return Part("issue", spot, target, issue, rows)
