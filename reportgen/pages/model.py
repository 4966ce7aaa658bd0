"""What stands on a rendered page: letters, lines of text, drawn lines, pictures.

Lengths are millimetres from the sheet's upper left corner, x to the right, y down; pages count from 1.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from reportgen.errors import Mark


class Type(NamedTuple):
    """How letters look: face without its subset tag, size in points, colour as six hex digits, turned or upright."""

    face: str
    size_pt: float
    color: str
    turned: bool = False


class Glyph(NamedTuple):
    """One printed letter: `left` to `right` is its width in the line, the ink box what is really black."""

    text: str
    left: float
    right: float
    baseline: float
    ink_left: float
    ink_top: float
    ink_right: float
    ink_bottom: float
    type: Type


@dataclass(frozen=True)
class Line:
    """Letters on one baseline, from left to right, without blanks; never empty."""

    glyphs: tuple[Glyph, ...]

    @cached_property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)

    @cached_property
    def left(self) -> float:
        return self.glyphs[0].left

    @cached_property
    def right(self) -> float:
        return self.glyphs[-1].right

    @cached_property
    def ink_left(self) -> float:
        return min(glyph.ink_left for glyph in self.glyphs)

    @cached_property
    def ink_right(self) -> float:
        return max(glyph.ink_right for glyph in self.glyphs)

    @cached_property
    def top(self) -> float:
        """Where the ink begins."""
        return min(glyph.ink_top for glyph in self.glyphs)

    @cached_property
    def bottom(self) -> float:
        """Where the ink ends."""
        return max(glyph.ink_bottom for glyph in self.glyphs)

    @cached_property
    def baseline(self) -> float:
        return self.glyphs[0].baseline

    @cached_property
    def size_pt(self) -> float:
        """Of the largest letter."""
        return max(glyph.type.size_pt for glyph in self.glyphs)

    @cached_property
    def faces(self) -> frozenset[str]:
        return frozenset(glyph.type.face for glyph in self.glyphs)

    @cached_property
    def color(self) -> str:
        """Of the first letter."""
        return self.glyphs[0].type.color

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2

    @property
    def ink_centre(self) -> float:
        return (self.ink_left + self.ink_right) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line, horizontal or vertical; `weight` is its thickness."""

    left: float
    top: float
    right: float
    bottom: float
    weight: float
    color: str

    @property
    def y(self) -> float:
        """The middle of a horizontal line."""
        return (self.top + self.bottom) / 2

    @property
    def x(self) -> float:
        """The middle of a vertical line."""
        return (self.left + self.right) / 2

    @property
    def width(self) -> float:
        return self.right - self.left


class Picture(NamedTuple):
    """The box of an embedded picture."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """One printed side of a sheet.

    `lines` are upright, from top to bottom and left to right; `turned_lines` read from top to bottom. `glyphs` are all
    letters in the order in which they were written to the file, which is that of the document within a table too.
    """

    number: int
    width_mm: float
    height_mm: float
    lines: tuple[Line, ...] = ()
    turned_lines: tuple[Line, ...] = ()
    rules: tuple[Rule, ...] = ()
    verticals: tuple[Rule, ...] = ()
    pictures: tuple[Picture, ...] = ()
    glyphs: tuple[Glyph, ...] = ()

    @property
    def landscape(self) -> bool:
        return self.width_mm > self.height_mm

    def mark_of(self, *lines: Line) -> Mark:
        """The box around lines of this page."""
        return Mark(
            self.number,
            min(line.ink_left for line in lines),
            min(line.top for line in lines),
            max(line.ink_right for line in lines),
            max(line.bottom for line in lines),
        )
