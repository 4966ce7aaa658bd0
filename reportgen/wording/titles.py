"""A title in lines: broken where the meaning allows, shaped as a trapezoid or a diamond (GB/T 9704, 7.3.1)."""

import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from math import ceil

from reportgen.wording.title_breaks import break_costs

_MOST_LINES = 4
_EXTRA_LINE, _UNEVEN, _EQUAL_NEIGHBOURS, _RECTANGLE, _HOURGLASS = 2.0, 0.3, 2.0, 6.0, 25.0

Split = tuple[int, ...]


def title_lines(title: str, limit: int = 19) -> tuple[str, ...]:
    """The lines of a title, each at most `limit` full-width characters wide (a half-width one counts half).

    Line breaks in the title are its author's and hold, whatever the width. Otherwise a long title is
    broken at the best places; nothing is added or lost. An empty title has no lines.
    """
    lines = tuple(line.strip() for line in title.splitlines() if line.strip())
    return lines if len(lines) != 1 else _broken(lines[0], max(limit, 2))


def _broken(title: str, limit: int) -> tuple[str, ...]:
    costs, edges = break_costs(title, limit), _edges(title)
    start = 0
    cuts: list[int] = []
    while edges[-1] - edges[start] > _MOST_LINES * (limit - 0.5):  # a line may end half a character early
        start = _longest_good(start, costs, edges, limit)
        cuts.append(start)
    if edges[-1] - edges[start] > limit:
        cuts.extend(_best(start, costs, edges, limit))
    return tuple(title[left:right] for left, right in pairwise([0, *cuts, len(title)]))


def _edges(title: str) -> list[float]:
    """How wide the title is up to each place."""
    edges = [0.0]
    for char in title:
        edges.append(edges[-1] + (1 if unicodedata.east_asian_width(char) in "WFA" else 0.5))
    return edges


def _longest_good(start: int, costs: list[int], edges: list[float], limit: int) -> int:
    """The end of one line of a title too long for any shape: the cheapest place in its second half."""
    places = [place for place in range(start + 1, len(costs)) if edges[place] - edges[start] <= limit]
    return min(places[len(places) // 2 :], key=lambda place: (costs[place], -place))


def _best(start: int, costs: list[int], edges: list[float], limit: int) -> Split:
    fewest = ceil((edges[-1] - edges[start]) / limit)
    counts = range(fewest, max(fewest, min(fewest + 1, _MOST_LINES)) + 1)
    splits = (split for count in counts for split in _splits(start, count - 1, edges, limit))

    def cost(split: Split) -> float:
        widths = [edges[right] - edges[left] for left, right in pairwise((start, *split, len(edges) - 1))]
        return sum(costs[place] for place in split) + _shape_cost(widths) + _EXTRA_LINE * len(split)

    return min(splits, key=cost)


def _splits(start: int, cuts: int, edges: list[float], limit: int) -> Iterator[Split]:
    """All ways to cut the rest of the title into lines that are not too wide."""
    if cuts == 0:
        if edges[-1] - edges[start] <= limit:
            yield ()
        return
    for place in range(start + 1, len(edges) - cuts):
        if edges[place] - edges[start] > limit:
            return
        if edges[-1] - edges[place] <= cuts * limit:
            yield from ((place, *rest) for rest in _splits(place, cuts - 1, edges, limit))


def _shape_cost(widths: list[float]) -> float:
    """How far lines of these widths are from an even trapezoid or diamond."""
    mean = sum(widths) / len(widths)
    cost = _UNEVEN * sum(abs(width - mean) for width in widths)
    steps = [right - left for left, right in pairwise(widths)]
    cost += _EQUAL_NEIGHBOURS * steps.count(0)
    if not any(steps):
        cost += _RECTANGLE
    turns = [step for step in steps if step]
    if any(left < 0 < right for left, right in pairwise(turns)):
        cost += _HOURGLASS
    return cost
