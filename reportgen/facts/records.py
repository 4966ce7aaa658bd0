"""The records that figures are counted from, as they stood on a date."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeAlias, TypeVar

from reportgen.facts.status import deadline_kind, overdue, status_as_of
from reportgen.model import (
    ClueDisposition,
    Fund,
    Issue,
    Ledger,
    Meeting,
    PeopleHandled,
    RuleDocument,
    SpecialGroup,
    Status,
)
from reportgen.model.inspection import Aspect

T = TypeVar("T")
Where: TypeAlias = tuple[str | int, ...]
"""Keys and places (from 0) inside a data file: ("问题线索处置", 2, "处理人员", 0)."""


@dataclass(frozen=True, slots=True)
class Placed(Generic[T]):
    """A record and where it stands."""

    where: Where
    record: T


@dataclass(frozen=True, slots=True)
class Standing:
    """An issue, its place in 问题清单 (from 0) and how it stands on the date."""

    place: int
    issue: Issue
    status: Status
    overdue: bool
    deadline_kind: str | None


@dataclass(frozen=True, slots=True)
class Handled:
    """处理人员 with the clue they were handled in."""

    where: Where
    people: PeopleHandled
    clue: Placed[ClueDisposition]


@dataclass(frozen=True, slots=True)
class Records:
    """Everything that figures count; what happened after the date is not among it."""

    issues: tuple[Standing, ...]
    aspects: tuple[Placed[Aspect], ...]
    special_groups: tuple[Placed[SpecialGroup], ...]
    meetings: tuple[Placed[Meeting], ...]
    rule_documents: tuple[Placed[RuleDocument], ...]
    clues: tuple[Placed[ClueDisposition], ...]
    people: tuple[Handled, ...]
    funds: tuple[Placed[Fund], ...]


def records_of(ledger: Ledger, as_of: date) -> Records:
    """The records of a ledger (as it stood) as of a date."""
    background, activities = ledger.background, ledger.activities
    clues = [clue for clue in _placed(activities.clues, "问题线索处置") if clue.record.concluded_on <= as_of]
    rules = _placed(activities.rule_documents, "制度文件")
    return Records(
        issues=tuple(_standing(place, issue, as_of) for place, issue in enumerate(ledger.issues)),
        aspects=_placed(background.aspects, "方面"),
        special_groups=_placed(background.leading_group.special_groups, "领导小组", "专项整改组"),
        meetings=tuple(held for held in _placed(activities.meetings, "会议") if held.record.date <= as_of),
        rule_documents=tuple(rule for rule in rules if rule.record.printed_on <= as_of),
        clues=tuple(clues),
        people=tuple(handled for clue in clues for handled in _handled(clue)),
        funds=tuple(fund for fund in _placed(activities.funds, "资金") if fund.record.date <= as_of),
    )


def _standing(place: int, issue: Issue, as_of: date) -> Standing:
    return Standing(place, issue, status_as_of(issue, as_of), overdue(issue, as_of), deadline_kind(issue))


def _placed(records: Iterable[T], *keys: str) -> tuple[Placed[T], ...]:
    return tuple(Placed((*keys, place), record) for place, record in enumerate(records))


def _handled(clue: Placed[ClueDisposition]) -> Iterable[Handled]:
    for place, people in enumerate(clue.record.people):
        yield Handled((*clue.where, "处理人员", place), people, clue)
