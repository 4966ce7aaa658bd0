"""Letters gathered to lines of text."""

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

from reportgen.pages.model import Glyph, Line, Rule

_SAME_LINE_MM = 1.0


def upright_lines(glyphs: Iterable[Glyph], verticals: Sequence[Rule]) -> tuple[Line, ...]:
    """Upright letters by baseline, from top to bottom; a drawn vertical line parts cells of a table."""
    rows = _rows((glyph for glyph in glyphs if not glyph.type.turned), key=lambda glyph: glyph.baseline)
    columns = sorted(verticals, key=lambda rule: rule.x)
    places = [rule.x for rule in columns]
    return tuple(Line(cell) for row in rows for cell in _cells(row, columns, places))


def turned_lines(glyphs: Iterable[Glyph]) -> tuple[Line, ...]:
    """Turned letters by column, from left to right; within a line from top to bottom."""
    rows = _rows(
        (glyph for glyph in glyphs if glyph.type.turned), key=lambda glyph: (glyph.ink_left + glyph.ink_right) / 2
    )
    return tuple(Line(tuple(sorted(row, key=lambda glyph: glyph.ink_top))) for row in rows)


def _rows(glyphs: Iterable[Glyph], key: Callable[[Glyph], float]) -> Iterator[list[Glyph]]:
    """Letters whose key differs by no more than _SAME_LINE_MM from the one before, sorted by x."""
    row: list[Glyph] = []
    last = 0.0
    for place, glyph in sorted(((key(glyph), glyph) for glyph in glyphs), key=lambda pair: pair[0]):
        if row and place - last > _SAME_LINE_MM:
            yield sorted(row, key=lambda glyph: glyph.left)
            row = []
        row.append(glyph)
        last = place
    if row:
        yield sorted(row, key=lambda glyph: glyph.left)


def _cells(row: Sequence[Glyph], columns: Sequence[Rule], places: Sequence[float]) -> Iterator[tuple[Glyph, ...]]:
    """The row, cut where a vertical line stands between two letters."""
    if not columns:
        yield tuple(row)
        return
    start = 0
    for index, (before, after) in enumerate(itertools.pairwise(row), 1):
        low, high = (before.left + before.right) / 2, (after.left + after.right) / 2
        between = columns[bisect_left(places, low) : bisect_right(places, high)]
        if any(rule.top <= after.baseline <= rule.bottom + 0.5 for rule in between):
            yield tuple(row[start:index])
            start = index
    yield tuple(row[start:])
