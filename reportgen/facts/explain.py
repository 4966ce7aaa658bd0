"""Where a figure comes from: what it means, how it is counted, and the records behind it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from reportgen.facts.activities import meeting_kinds
from reportgen.facts.compute import AS_OF, figures_of
from reportgen.facts.figures import Count, Entry, FactValue, Figure, Share, reckoned
from reportgen.facts.history import as_it_stood
from reportgen.facts.issues import LISTINGS
from reportgen.facts.meanings import ROW_MEANINGS, fact_meanings
from reportgen.facts.records import Records, records_of
from reportgen.model import Ledger

Part: TypeAlias = tuple[str, FactValue]
"""Another fact by its name, and its value."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """One figure with what stands behind it.

    `formula` says in Chinese how it is counted; `entries` are the records that it counts, their weights add up to
    `value`; `parts` are other facts that it can be reckoned from. A rate has parts and no entries.
    """

    name: str
    meaning: str
    formula: str
    value: FactValue
    entries: tuple[Entry, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class _Scope:
    """Figures of the same records: all of them, or those of one row of a list. `prefix` stands before their names."""

    prefix: str
    figures: tuple[Figure, ...]
    records: Records
    meanings: Mapping[str, str]

    def explained(self, figure: Figure) -> Explanation:
        values = reckoned(self.figures, self.records)
        names = (*figure.parts, figure.whole) if isinstance(figure, Share) else figure.parts
        return Explanation(
            name=self.prefix + figure.name,
            meaning=self.meanings[figure.name],
            formula=_share_formula(figure, values) if isinstance(figure, Share) else _count_formula(figure, values),
            value=values[figure.name],
            entries=figure.entries(self.records) if isinstance(figure, Count) else (),
            parts=tuple((self.prefix + name, values[name]) for name in names),
        )


def explain(ledger: Ledger, as_of: date, name: str) -> Explanation | None:
    """Where a figure comes from as of a date; None where there is no such figure.

    The name stands as in `explainable`, or as templates write it: 事实.已完成数. A row alone means its 问题数.
    """
    plain = _plain(name)
    wanted = {name, plain, f"{plain}.问题数"}
    if plain == AS_OF:
        return Explanation(AS_OF, fact_meanings(())[AS_OF], "由生成文书的人指定，不是数出来的", as_of, (), ())
    for scope in _scopes(as_it_stood(ledger, as_of), as_of):
        for figure in scope.figures:
            if scope.prefix + figure.name in wanted:
                return scope.explained(figure)
    return None


def explainable(ledger: Ledger) -> tuple[str, ...]:
    """The names of all figures that can be explained, those of the rows of lists after the others."""
    scopes = _scopes(ledger, date.max)
    return (AS_OF, *(scope.prefix + figure.name for scope in scopes for figure in scope.figures))


def _plain(name: str) -> str:
    """The name without what templates write around it: {{ 事实.完成率|百分比 }}."""
    return re.split("[|｜]", name.strip("{} "))[0].strip().removeprefix("事实.")


def _scopes(ledger: Ledger, as_of: date) -> Iterator[_Scope]:
    records = records_of(ledger, as_of)
    yield _Scope("", figures_of(ledger), records, fact_meanings(meeting_kinds(ledger.activities)))
    for listing in LISTINGS:
        for row, part in listing.parted(ledger, records).items():
            meanings = {name: f"{listing.name}的“{row}”一行：{meaning}" for name, meaning in ROW_MEANINGS.items()}
            yield _Scope(f"{listing.name}.{row}.", listing.figures, part, meanings)


def _count_formula(figure: Count[object], values: Mapping[str, FactValue]) -> str:
    counted = f"{figure.rule}，{figure.how}"
    if not figure.parts:
        return counted
    names = f" {figure.sign} ".join(figure.parts)
    numbers = f" {figure.sign} ".join(_number(values[part]) for part in figure.parts)
    return f"{counted}；即 {names} ＝ {numbers}"


def _share_formula(figure: Share, values: Mapping[str, FactValue]) -> str:
    names, numbers = " ＋ ".join(figure.parts), " ＋ ".join(_number(values[part]) for part in figure.parts)
    if len(figure.parts) > 1:
        names, numbers = f"（{names}）", f"（{numbers}）"
    nothing = "" if values[figure.whole] else "，没有问题时为 0"
    return f"{names} ÷ {figure.whole} ＝ {numbers} ÷ {_number(values[figure.whole])}{nothing}"


def _number(value: FactValue) -> str:
    return f"{value.normalize():f}元" if isinstance(value, Decimal) else str(value)
