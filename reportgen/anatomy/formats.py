"""Formatting that takes effect: of letters, of paragraphs, of lines, and where something that floats is put.

Units stand in the names: `_tw` twips (1/1440 inch), `_half_pt` half points, `_eighths` eighths of a point, `_pt` points.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Alignment = Literal["left", "center", "right", "both", "distribute"]
LineRule = Literal["auto", "exact", "atLeast"]


@dataclass(frozen=True, slots=True)
class Letters:
    """The formatting of a run that takes effect.

    `faces` maps "eastAsia", "ascii", "hAnsi" and "cs" to a face; one that nothing names is missing. `color` is
    "auto" or six capital hex digits. `shading` and `highlight` are None where there is none. `effects` names
    shadow, outline, emboss, imprint, glow, reflection, props3d, … as WordprocessingML does.
    """

    faces: Mapping[str, str] = field(default_factory=dict)
    east_asian_hint: bool = False
    size_half_pt: float = 20
    bold: bool = False
    italic: bool = False
    underline: str | None = None
    strike: bool = False
    color: str = "auto"
    highlight: str | None = None
    shading: str | None = None
    spacing_tw: float = 0
    scale_percent: int = 100
    raised_half_pt: float = 0
    hidden: bool = False
    effects: frozenset[str] = frozenset()

    def face_of(self, character: str) -> str | None:
        """The face that draws a character; None where no face is named for it."""
        if character.isascii():
            return self.faces.get("ascii") or self.faces.get("hAnsi")
        if _is_east_asian(character) or (self.east_asian_hint and character in _EITHER):
            return self.faces.get("eastAsia")
        return self.faces.get("hAnsi") or self.faces.get("ascii")


_EITHER = frozenset("“”‘’—…·×÷§°±①②③④⑤⑥⑦⑧⑨⑩")


def _is_east_asian(character: str) -> bool:
    return (
        "\u2e80" <= character <= "\ua4cf"
        or "\uf900" <= character <= "\ufaff"
        or "\ufe30" <= character <= "\uffef"
        or ord(character) >= 0x20000
    )


@dataclass(frozen=True, slots=True)
class Run:
    """Text with one formatting. `change` marks tracked text; `field` is the instruction of the field it is the result of."""

    text: str
    letters: Letters
    change: Literal["inserted", "deleted"] | None = None
    field: str | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Border:
    """A line of a paragraph, table or page. `style` as in WordprocessingML (single, double, thinThickSmallGap …)."""

    style: str
    eighths: float
    color: str = "auto"
    space_pt: float = 0


@dataclass(frozen=True, slots=True)
class TabStop:
    """A tab stop from the left margin."""

    position_tw: float
    alignment: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Where something that floats is put: a framed paragraph, a floating table, a drawing.

    `x_from`/`y_from` are "page", "margin", "column", "paragraph", "text" …; `x_align`/`y_align` "left", "center",
    "top", "bottom" …, or None where the offset counts.
    """

    x_from: str | None = None
    y_from: str | None = None
    x_tw: float | None = None
    y_tw: float | None = None
    x_align: str | None = None
    y_align: str | None = None
    width_tw: float | None = None
    height_tw: float | None = None


NOWHERE = Frame()
"""Nothing is said of the place."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The formatting of a paragraph that takes effect.

    Indents given in characters are in twips here already. `first_tw` is negative where the first line hangs out.
    """

    style: str = ""
    align: Alignment = "left"
    left_tw: float = 0
    right_tw: float = 0
    first_tw: float = 0
    before_tw: float = 0
    after_tw: float = 0
    line_tw: float = 240
    line_rule: LineRule = "auto"
    snap_to_grid: bool = True
    keep_next: bool = False
    keep_lines: bool = False
    page_break_before: bool = False
    borders: Mapping[str, Border] = field(default_factory=dict)
    shading: str | None = None
    tabs: tuple[TabStop, ...] = ()
    frame: Frame | None = None
    auto_space: bool = True
    outline_level: int | None = None
