"""Values of records by their Chinese path, as plain things: text, whole number, date, or a tuple of texts."""

from collections.abc import Sequence
from datetime import date
from functools import cache

from reportgen.exchange.columns import Column
from reportgen.model import Issue, Measure, Record, SubIssue

Value = str | int | date | tuple[str, ...] | None
"""One value of the ledger; None where nothing is written."""

Holder = Issue | Measure | SubIssue


def value_of(record: Holder, column: Column) -> Value:
    """What the ledger says at the column's place; an empty list counts as nothing."""
    return plain(_at(record, column.path))


def _at(record: Record | None, path: Sequence[str]) -> object:
    """What stands there; defaults that nobody wrote (句式) do not count as values."""
    found: object = record
    for key in path:
        if not isinstance(found, Record):
            return None
        name = _names(type(found))[key]
        found = getattr(found, name) if name in found.model_fields_set else None
    return found


@cache
def _names(model: type[Record]) -> dict[str, str]:
    """Names of fields by their Chinese names."""
    return {str(info.alias): name for name, info in model.model_fields.items()}


def plain(value: object) -> Value:
    """A value of the model without its types."""
    if value is None or value == ():
        return None
    if isinstance(value, tuple):
        return tuple(str(item) for item in value)
    if isinstance(value, date) or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    return str(value)


def as_yaml(value: Value) -> object:
    """The value as it is written in a data file: text, or a list of texts."""
    if value is None:
        return None
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def shown(value: Value) -> str:
    """The value on one line for lists of changes."""
    if value is None:
        return "（空）"
    if isinstance(value, tuple):
        return "、".join(value)
    return value.isoformat() if isinstance(value, date) else str(value).replace("\n", "⏎")
