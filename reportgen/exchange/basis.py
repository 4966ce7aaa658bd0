"""What the ledger said when a workbook was exported: the workbook carries a digest of every value, among its marks.

So a cell that nobody touched is told from one that was changed, whatever has become of the ledger since.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reportgen.exchange.columns import MAIN_COLUMNS, SUB_COLUMNS, Column, Level
from reportgen.exchange.identity import Finder, Spot, is_mark, mark_of
from reportgen.exchange.values import Holder, Value, as_yaml, value_of
from reportgen.model import Issue

_LENGTH = 8
_COLUMNS: dict[Level, tuple[Column, ...]] = {
    "issue": tuple(column for column in MAIN_COLUMNS if column.level == "issue"),
    "measure": tuple(column for column in MAIN_COLUMNS if column.level == "measure"),
    "sub_issue": tuple(column for column in SUB_COLUMNS if column.level == "sub_issue"),
}


@dataclass(frozen=True, slots=True)
class Basis:
    """The digests of an export by record and column; a workbook that was not exported has none."""

    digests: Mapping[tuple[Spot, str], str] = field(default_factory=dict)

    def is_known(self, spot: Spot, column: Column) -> bool:
        """Whether the export says what the value was."""
        return (spot, column.heading) in self.digests

    def was(self, spot: Spot, column: Column, value: Value) -> bool:
        """Whether that was the value when the workbook was exported."""
        return self.digests.get((spot, column.heading)) == _digest(value)


NO_BASIS = Basis()


def basis_marks(issues: Sequence[Issue]) -> dict[str, str]:
    """The digests of every record, by its mark, as an export carries them."""
    marks: dict[str, str] = {}
    for issue in issues:
        marks[mark_of(issue)] = _digests(issue, "issue")
        marks |= {mark_of(issue, measure): _digests(measure, "measure") for measure in issue.measures}
        marks |= {mark_of(issue, sub_issue=sub): _digests(sub, "sub_issue") for sub in issue.sub_issues}
    return marks


def basis_in(marks: Mapping[str, str], issues: Sequence[Issue]) -> Basis:
    """The digests that a workbook carries, by the records of the ledger as it is now."""
    finder = Finder(issues)
    digests: dict[tuple[Spot, str], str] = {}
    for mark, text in marks.items():
        spot = finder.spot(mark) if is_mark(mark) else None
        if spot is not None:
            columns = _COLUMNS[_level(spot)]
            parts = [text[start : start + _LENGTH] for start in range(0, len(text), _LENGTH)]
            if len(parts) == len(columns):  # else it is of a version with other columns
                digests |= {(spot, column.heading): part for column, part in zip(columns, parts, strict=True)}
    return Basis(digests)


def _level(spot: Spot) -> Level:
    return "measure" if spot.measure is not None else "sub_issue" if spot.sub_issue is not None else "issue"


def _digests(record: Holder, level: Level) -> str:
    return "".join(_digest(value_of(record, column)) for column in _COLUMNS[level])


def _digest(value: Value) -> str:
    return hashlib.sha256(json.dumps(as_yaml(value), ensure_ascii=False).encode()).hexdigest()[:_LENGTH]
