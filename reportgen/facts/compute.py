"""A ledger as of a date → every figure that a document may quote."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from reportgen.facts.activities import activity_figures
from reportgen.facts.figures import FactValue, Figure, Number, counted, reckoned
from reportgen.facts.history import as_it_stood
from reportgen.facts.issues import BY_ASPECT, BY_DEADLINE, BY_GROUP, BY_STATUS, BY_UNIT, ISSUE_FIGURES, Listing
from reportgen.facts.records import Records, records_of
from reportgen.facts.tally import StatusCount, Tally, tally
from reportgen.model import Ledger

AS_OF = "截至日期"


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
    by_group: tuple[Tally, ...]


def figures_of(ledger: Ledger) -> tuple[Figure, ...]:
    """The figures of the whole, in the order of documents."""
    return (*ISSUE_FIGURES, *activity_figures(ledger.activities))


def compute(ledger: Ledger, as_of: date) -> Facts:
    """The figures of a ledger as it stood on a date. Nothing else goes in: no clock, no kind of document."""
    stood = as_it_stood(ledger, as_of)
    records = records_of(stood, as_of)
    values: dict[str, FactValue] = {AS_OF: as_of, **reckoned(figures_of(stood), records)}
    return Facts(
        as_of=as_of,
        values=MappingProxyType(values),
        by_aspect=_tallies(BY_ASPECT, stood, records),
        by_unit=_tallies(BY_UNIT, stood, records),
        by_status=tuple(StatusCount(name, int(counts["问题数"])) for name, counts in _rows(BY_STATUS, stood, records)),
        by_deadline=_tallies(BY_DEADLINE, stood, records),
        by_group=_tallies(BY_GROUP, stood, records),
    )


def _tallies(listing: Listing, ledger: Ledger, records: Records) -> tuple[Tally, ...]:
    return tuple(tally(name, counts) for name, counts in _rows(listing, ledger, records))


def _rows(listing: Listing, ledger: Ledger, records: Records) -> Iterator[tuple[str, dict[str, Number]]]:
    for name, part in listing.parted(ledger, records).items():
        yield name, counted(listing.figures, part)
