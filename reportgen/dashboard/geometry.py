"""Numbers and dates → coordinates, rounded so that the same figures always draw the same picture."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

_STEPS = (1, 2, 5)
_MONTHS = (1, 2, 3, 6, 12)


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight scale from `low`…`high` to the coordinates `start`…`end`; a scale without extent draws all at `start`."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The coordinate of a value, to a hundredth; beyond the ends it stays at the end."""
        if self.high <= self.low:
            return self.start
        share = min(max((value - self.low) / (self.high - self.low), 0.0), 1.0)
        return round(self.start + share * (self.end - self.start), 2)


def count_ticks(highest: int, most: int) -> tuple[int, ...]:
    """Round whole numbers from 0 to at least `highest` (and at least 1), no more than `most` steps."""
    top = max(highest, 1)
    step = next(step for step in _round_numbers() if step * most >= top)
    return tuple(range(0, -(-top // step) * step + 1, step))


def _round_numbers() -> Iterator[int]:
    size = 1
    while True:
        yield from (step * size for step in _STEPS)
        size *= 10


def month_ticks(first: date, last: date, most: int) -> tuple[date, ...]:
    """First days of months between two dates, every 1, 2, 3, 6 or 12 months (then years), at most `most`."""
    for step in _month_steps():
        ticks = tuple(_firsts_of_months(first, last, step))
        if len(ticks) <= most:
            return ticks
    raise AssertionError("some step is longer than any span of dates")


def _month_steps() -> Iterator[int]:
    yield from _MONTHS
    years = 2
    while True:
        yield years * 12
        years *= 2


def _firsts_of_months(first: date, last: date, step: int) -> Iterator[date]:
    """Months are counted from January of year 1, so that a quarter begins where quarters begin."""
    month = first.year * 12 + first.month - 1 + (first.day > 1)
    month = -(-month // step) * step
    while month // 12 <= date.max.year and date(month // 12, month % 12 + 1, 1) <= last:
        yield date(month // 12, month % 12 + 1, 1)
        month += step


def stairs(points: Sequence[tuple[float, float]], until: float) -> str:
    """An SVG path that keeps each height until the next point, and the last one until `until`."""
    if not points:
        return ""
    (x, y), *rest = points
    steps = "".join(f"H{_shown(x)}V{_shown(y)}" for x, y in rest)
    return f"M{_shown(x)},{_shown(y)}{steps}H{_shown(until)}"


def _shown(value: float) -> str:
    return f"{round(value, 2):g}"


def apart(first: float, second: float, least: float) -> tuple[float, float]:
    """Two heights moved from each other, equally far, until they are `least` apart; the first stays above if it was."""
    gap = abs(first - second)
    if gap >= least:
        return first, second
    move = (least - gap) / 2
    return (first - move, second + move) if first <= second else (first + move, second - move)


def shares(counts: Sequence[int], whole: int, length: float = 100.0) -> tuple[tuple[float, float], ...]:
    """Start and length of each part on a line of `length` that stands for `whole`, one after the other."""
    if whole <= 0:
        return tuple((0.0, 0.0) for _ in counts)
    ends = [round(sum(counts[: place + 1]) / whole * length, 2) for place in range(len(counts))]
    starts = [0.0, *ends[:-1]]
    return tuple((start, round(end - start, 2)) for start, end in zip(starts, ends, strict=True))
