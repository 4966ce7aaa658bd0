"""A ledger as of a date → every figure that a document may quote."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from reportgen.facts.activities import activity_figures
from reportgen.facts.issues import by_aspect, by_deadline, by_status, by_unit, issue_figures
from reportgen.facts.tally import StatusCount, Tally
from reportgen.model import Ledger

FactValue = int | Fraction | Decimal | date


@dataclass(frozen=True, slots=True)
class Facts:
    """All figures of a ledger as of one date.

    `values` holds them by Chinese name (their meanings: FACT_MEANINGS): counts as int, rates as Fraction
    (1 is the whole), sums of money as Decimal in 元, the date itself as a date.
    """

    as_of: date
    values: Mapping[str, FactValue]
    by_aspect: tuple[Tally, ...]
    by_unit: tuple[Tally, ...]
    by_status: tuple[StatusCount, ...]
    by_deadline: tuple[Tally, ...]


def compute(ledger: Ledger, as_of: date) -> Facts:
    """The figures of a ledger as of a date. Nothing else goes in: no clock, no kind of document."""
    values: dict[str, FactValue] = {
        "截至日期": as_of,
        **issue_figures(ledger, as_of),
        **activity_figures(ledger.activities, as_of),
    }
    return Facts(
        as_of=as_of,
        values=MappingProxyType(values),
        by_aspect=by_aspect(ledger, as_of),
        by_unit=by_unit(ledger, as_of),
        by_status=by_status(ledger, as_of),
        by_deadline=by_deadline(ledger, as_of),
    )
