"""Who is sent which rows, and which cells of them each fills in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from reportgen.exchange.book import Fillable
from reportgen.model import Issue, Ledger, Measure

By = Literal["牵头单位", "责任单位", "专项整改组"]
WAYS: tuple[By, ...] = ("牵头单位", "责任单位", "专项整改组")


@dataclass(frozen=True, slots=True)
class Share:
    """What one unit (or group) is sent: issues by index with the indexes of their measures; what it fills in."""

    unit: str
    rows: dict[int, tuple[int, ...]]
    fillable: Fillable


def shares_of(ledger: Ledger, by: By) -> tuple[tuple[Share, ...], tuple[int, ...]]:
    """One share for each unit that has rows, in the order of the names in inspection.yaml; 序号 that nobody is sent."""
    named = [unit for issue in ledger.issues for unit in _all_units(issue, by)]
    background = ledger.background
    order = (
        [group.name for group in background.leading_group.special_groups]
        if by == "专项整改组"
        else list(background.units)
    )
    names = [name for name in dict.fromkeys([*order, *named]) if name in set(named)]
    shares = tuple(_share(ledger, name, by) for name in names)
    sent = {index for share in shares for index in share.fillable.issues}
    return shares, tuple(issue.number for index, issue in enumerate(ledger.issues) if index not in sent)


def _share(ledger: Ledger, unit: str, by: By) -> Share:
    rows: dict[int, tuple[int, ...]] = {}
    issues: set[int] = set()
    measures: set[tuple[int, int]] = set()
    for index, issue in enumerate(ledger.issues):
        own = unit in _issue_units(issue, by)
        mine = [place for place, measure in enumerate(issue.measures) if unit in _measure_units(issue, measure, by)]
        if own or mine:
            rows[index] = tuple(range(len(issue.measures))) if own else tuple(mine)
            measures |= {(index, place) for place in mine}
            issues |= {index} if own else set()
    return Share(unit, rows, Fillable(frozenset(issues), frozenset(measures)))


def _all_units(issue: Issue, by: By) -> Iterator[str]:
    yield from _issue_units(issue, by)
    for measure in issue.measures:
        yield from _measure_units(issue, measure, by)


def _issue_units(issue: Issue, by: By) -> tuple[str, ...]:
    if by == "责任单位":
        return issue.responsible_units
    return _one(issue.lead_unit if by == "牵头单位" else issue.special_group)


def _measure_units(issue: Issue, measure: Measure, by: By) -> Iterable[str]:
    """What a measure does not say for itself holds as for its issue."""
    if by == "责任单位":
        return measure.responsible_units or issue.responsible_units
    return _one((measure.lead_unit or issue.lead_unit) if by == "牵头单位" else issue.special_group)


def _one(name: str | None) -> tuple[str, ...]:
    return (name,) if name else ()
