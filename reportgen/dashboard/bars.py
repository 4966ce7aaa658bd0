"""Counts by status → the parts of a stacked bar or of a ring."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from reportgen.dashboard.geometry import shares
from reportgen.facts import StatusCount, Tally
from reportgen.model import Status

CLASSES = MappingProxyType(
    {
        str(Status.DONE): "done",
        str(Status.BASICALLY_DONE): "basic",
        str(Status.IN_PROGRESS): "going",
        str(Status.NOT_STARTED): "idle",
        str(Status.ONGOING): "lasting",
    }
)
"""整改状态 → the class of its colour, in the order of the parts."""

_ROOM_PER_FIGURE = 2.6
"""Per cent of a full bar that one figure of a count needs."""


@dataclass(frozen=True, slots=True)
class Part:
    """One status within a bar; `start` and `length` in per cent. `legible` says that its count fits into it."""

    css: str
    name: str
    count: int
    start: float
    length: float
    legible: bool

    @property
    def middle(self) -> float:
        """Where its count stands."""
        return round(self.start + self.length / 2, 2)


def bar(tally: Tally, longest: int) -> tuple[Part, ...]:
    """The parts of a bar whose full length is `longest` issues; a status without issues has none."""
    row = tally.as_row()
    return _parts([(name, int(row[f"{name}数"])) for name in CLASSES], longest)


def ring(counts: Iterable[StatusCount]) -> tuple[Part, ...]:
    """The parts of a whole ring."""
    named = [(status.name, status.total) for status in counts]
    return _parts(named, sum(count for _, count in named))


def said(parts: Iterable[Part]) -> str:
    """“已完成 6，基本完成 2”: a bar in words."""
    return "，".join(f"{part.name} {part.count}" for part in parts)


def _parts(named: Sequence[tuple[str, int]], whole: int) -> tuple[Part, ...]:
    placed = shares([count for _, count in named], whole)
    return tuple(
        Part(CLASSES[name], name, count, start, length, length >= _ROOM_PER_FIGURE * len(str(count)))
        for (name, count), (start, length) in zip(named, placed, strict=True)
        if count
    )
