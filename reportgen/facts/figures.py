"""What a figure is: the records it counts, or a share of other figures. Value and records come from one selection."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Generic, TypeAlias, TypeVar

from reportgen.facts.records import Records, Where

T = TypeVar("T")
Number: TypeAlias = int | Decimal
FactValue: TypeAlias = int | Fraction | Decimal | date


@dataclass(frozen=True, slots=True)
class Entry:
    """One record behind a figure.

    `where` leads to it inside its data file, `shown` says what it is, `weight` how much it adds (things, heads or 元),
    `note` what it was counted for.
    """

    where: Where
    shown: str
    weight: Number
    note: str


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """One sort of records: where they are, and how one is shown as an entry."""

    rows: Callable[[Records], Sequence[T]]
    where: Callable[[T], Where]
    shown: Callable[[T], str]
    note: Callable[[T], str]


def every(_: object) -> bool:
    """Chooses every record."""
    return True


def one(_: object) -> int:
    """A record that adds one."""
    return 1


@dataclass(frozen=True, slots=True)
class Count(Generic[T]):
    """A figure counted from records: those that are `chosen`, each with its `weight`.

    `rule` names them in Chinese and `how` says how they add up. The same can often be reckoned from other figures:
    these are `parts`, joined by `sign`. `note` stands in for that of the table.
    """

    name: str
    rule: str
    table: Table[T]
    chosen: Callable[[T], object] = every
    weight: Callable[[T], Number] = one
    how: str = "逐个计数"
    zero: Number = 0
    parts: tuple[str, ...] = ()
    sign: str = "＋"
    note: Callable[[T], str] | None = None

    def value(self, records: Records) -> Number:
        """What the chosen records add up to."""
        return sum(map(self.weight, self._selected(records)), self.zero)

    def entries(self, records: Records) -> tuple[Entry, ...]:
        """The chosen records, one by one."""
        table, note = self.table, self.note or self.table.note
        return tuple(
            Entry(table.where(row), table.shown(row), self.weight(row), note(row)) for row in self._selected(records)
        )

    def _selected(self, records: Records) -> Iterable[T]:
        return filter(self.chosen, self.table.rows(records))


@dataclass(frozen=True, slots=True)
class Share:
    """A rate: other figures, added up, divided by another."""

    name: str
    parts: tuple[str, ...]
    whole: str

    def value(self, values: Mapping[str, Number]) -> Fraction:
        """The share that the parts have in the whole."""
        return share(sum(int(values[part]) for part in self.parts), int(values[self.whole]))


Figure: TypeAlias = Count[Any] | Share


def counted(figures: Iterable[Figure], records: Records) -> dict[str, Number]:
    """The figures that are counted, by name."""
    return {figure.name: figure.value(records) for figure in figures if isinstance(figure, Count)}


def reckoned(figures: Sequence[Figure], records: Records) -> dict[str, Number | Fraction]:
    """All figures, by name and in order: counted, or shares of what was counted."""
    counts = counted(figures, records)
    return {
        figure.name: figure.value(counts) if isinstance(figure, Share) else counts[figure.name] for figure in figures
    }


def share(part: int, whole: int) -> Fraction:
    """part/whole; 0 where there is no whole, so that an empty ledger has figures too."""
    return Fraction(part, whole) if whole else Fraction(0)
