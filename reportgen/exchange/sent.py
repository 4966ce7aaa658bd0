"""What was sent, by the records of the ledger as it is now: they are found though numbers and places have moved."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from reportgen.exchange.changes import Change, spot_of
from reportgen.exchange.columns import Column
from reportgen.exchange.dispatch import Dispatch, Sent
from reportgen.exchange.identity import Finder, Spot
from reportgen.exchange.values import Value, as_yaml
from reportgen.model import Issue


@dataclass(frozen=True, slots=True)
class Sending:
    """A round as its workbooks are held against it: what was sent, or collected since, of each record.

    `marks` are those by which the records were sent. `unclear` are records that now stand for several that were sent: of two that said the same one is gone.
    """

    values: Mapping[Spot, Sent]
    filled: Mapping[str, frozenset[Spot]]
    unclear: frozenset[Spot]
    marks: Mapping[Spot, str] = field(default_factory=dict)

    def sent(self, spot: Spot) -> Sent:
        """What was sent of a record."""
        return self.values.get(spot, {})

    def filled_by(self, unit: str) -> frozenset[Spot]:
        """The records that a unit fills in."""
        return self.filled.get(unit, frozenset())


def sending_of(dispatch: Dispatch, issues: Sequence[Issue]) -> Sending:
    """The round, looked up in the issues of the ledger."""
    finder = Finder(issues)
    spots = {mark: spot for mark in dispatch.values if (spot := finder.spot(mark)) is not None}
    filled = {
        unit: frozenset(spots[mark] for mark in marks if mark in spots) for unit, marks in dispatch.filled.items()
    }
    unclear = frozenset(spot for spot, times in Counter(spots.values()).items() if times > 1)
    values = {spot: {**dispatch.values[mark], **dispatch.adopted.get(mark, {})} for mark, spot in spots.items()}
    return Sending(values, filled, unclear, {spot: mark for mark, spot in spots.items()})


def with_adopted(dispatch: Dispatch, issues: Sequence[Issue], changes: Iterable[Change]) -> Dispatch:
    """The round with what goes into the ledger now; `issues` are those before the changes."""
    marks = sending_of(dispatch, issues).marks
    adopted = {mark: dict(sent) for mark, sent in dispatch.adopted.items()}
    for change in changes:
        adopted.setdefault(marks[spot_of(change.target.path)], {})[change.column.heading] = as_yaml(change.new)
    return replace(dispatch, adopted=adopted)


def sent_value(sent: Sent, column: Column) -> Value:
    """What was sent in a column, as a value of the ledger."""
    value = sent.get(column.heading)
    if isinstance(value, list):
        return tuple(str(item) for item in value)
    if not isinstance(value, str):
        return None
    if column.form == "number":
        return int(value)
    return _date(value) if column.form in ("day", "deadline") else value


def _date(text: str) -> Value:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text
