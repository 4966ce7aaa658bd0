"""The amendment of one file while it is made: what stands where, how new text is laid out, and the splices so far."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reportgen.amending.fragments import Fragments, in_order
from reportgen.amending.source import Splice
from reportgen.amending.spans import Spans
from reportgen.reading.places import Node, Path


@dataclass(slots=True)
class Draft:
    """Gathers splices. Those for one place are made in the order in which their text has to stand there."""

    spans: Spans
    fragments: Fragments
    splices: list[Splice] = field(default_factory=list)
    _keeping_ends: set[int] | None = None

    def put(self, start: int, end: int, text: str) -> None:
        """Text in the place of the characters from `start` to `end`."""
        if start < end or text:
            self.splices.append(Splice(start, end, text))

    def put_lines(self, start: int, end: int, lines: Iterable[str]) -> None:
        """Lines in the place of whole lines."""
        self.put(start, end, "".join(f"{line}\n" for line in lines))

    def erase_lines(self, start: int, end: int, column: int) -> int:
        """Take the lines of an entry that stands in a column away; where they ended.

        What is then above must not take in what is below: blank lines go where a text would keep them, and a comment
        that was further in than the entry moves out to its column.
        """
        if self._keeping_ends is None:
            self._keeping_ends = self.spans.keeping_ends()
        below, floor = self.spans.not_blank(end), self.spans.floor(end)
        if start in self._keeping_ends:
            end = below
            self._keeping_ends.add(end)
        self.put(start, end, "")
        if floor > column + 1:
            self.put(below, below + floor - 1, " " * column)
        return end


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a value stands in block style: behind the colon of its key or behind its dash (`after`).

    `column` is that of the key, or of the item's first character.
    """

    node: Node
    path: Path
    after: int
    column: int
    is_item: bool


def anchored(staying: Sequence[str], new: Iterable[str], order: Sequence[str]) -> dict[str | None, list[str]]:
    """New keys by the key they come behind: the nearest before them that stays; None is before all."""
    anchors: dict[str | None, list[str]] = {}
    for key in in_order(new, order):
        before = order[: order.index(key)] if key in order else staying
        anchor = next((known for known in reversed(before) if known in staying), None)
        anchors.setdefault(anchor, []).append(key)
    return anchors
