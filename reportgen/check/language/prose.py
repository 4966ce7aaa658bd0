"""The running text that the rules of language judge, and how they report a place in it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportgen.check.rule import Flaw, place_of
from reportgen.check.running_text import CHINESE, HAN, Line
from reportgen.errors import Strength

MARKS = "GB/T 15834-2011"
NUMBERS = "GB/T 15835-2011"
LAYOUT = "GB/T 9704-2012"

__all__ = ["CHINESE", "HAN", "LAYOUT", "MARKS", "NUMBERS", "Line", "flaw", "gathered", "together"]

_MOST = 20


def flaw(
    line: Line,
    start: int,
    end: int,
    message: str,
    right: str | None = None,
    wrong: str | None = None,
    strength: Strength | None = None,
) -> Flaw:
    """A flaw at a stretch of a line; `wrong` is what stands there if it is not given."""
    shown = line.paragraph.text[start:end] if wrong is None else wrong
    return Flaw(message, place_of(line.paragraph, start, end), right, shown, strength)


def gathered(flaws: Iterable[Flaw]) -> Iterator[Flaw]:
    """The first flaws each for itself; what is more than `_MOST` only as a count with the last."""
    shown: list[Flaw] = []
    more = 0
    for one in flaws:
        if len(shown) < _MOST:
            shown.append(one)
        else:
            more += 1
    if more:
        shown[-1] = replace(shown[-1], message=f"{shown[-1].message}；后文同类问题还有 {more} 处")
    yield from shown


def together(flaws: Iterable[Flaw]) -> Iterator[Flaw]:
    """One flaw for all: the first, with their number."""
    every = list(flaws)
    if len(every) > 1:
        yield replace(every[0], message=f"{every[0].message}；全文同类问题共 {len(every)} 处")
    else:
        yield from every
