"""Tables for a terminal: Chinese widths right, no characters that a GBK or ASCII console lacks, colour only where asked."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from rich.box import Box
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from reportgen.console.width import columns, wrapped

GAP = 2
"""Blank columns between two columns of a table."""

# A line below the headings and nothing else. A blank stands between columns, so padding is one less than the gap.
_RULED = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)


@dataclass(frozen=True, slots=True)
class Screen:
    """What is written to: its width in columns, whether it shows colours, whether it has the character ….

    With `everything`, long lists are not cut.
    """

    width: int = 80
    colour: bool = False
    unicode: bool = True
    everything: bool = False

    @property
    def ellipsis(self) -> str:
        """The mark of a shortened text; two columns on consoles where … may take one or two."""
        return "…" if self.unicode else ".."

    @property
    def table_width(self) -> int:
        """One less than there is: … and quotation marks take a column more on some consoles than rich thinks."""
        return self.width - 1

    def cut(self, count: int, most: int) -> int:
        """How many rows of a list are shown."""
        return count if self.everything else min(count, most)

    def shortened(self, text: str, width: int) -> str:
        """A text on one line of at most `width` columns."""
        line = "".join(part.strip() for part in text.splitlines()).replace("\t", " ")
        if columns(line) <= width:
            return line
        kept, room = "", width - 2
        for character in line:
            room -= columns(character)
            if room < 0:
                break
            kept += character
        return kept + self.ellipsis


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, its width, and whether its cells are set to the right."""

    heading: str
    width: int
    right: bool = False


def table(screen: Screen, layout: Sequence[Column], rows: Iterable[Sequence[str]], gap: int = GAP) -> Table:
    """Rows in columns of fixed widths; what is too long for its column is shortened."""
    drawn = Table(box=_RULED, show_edge=False, pad_edge=False, padding=(0, gap - 1, 0, 0), header_style="bold")
    for column in layout:
        drawn.add_column(
            Text(column.heading),
            width=column.width,
            no_wrap=True,
            justify="right" if column.right else "left",
        )
    for row in rows:
        cells = zip(row, layout, strict=True)
        drawn.add_row(*(Text(screen.shortened(text, column.width)) for text, column in cells))
    return drawn


def rest(count: int, unit: str) -> Iterator[RenderableType]:
    """That a list was cut, where it was."""
    if count:
        yield f"（还有 {count} {unit}，加 -v 列出全部）"


def paragraph(screen: Screen, text: str, style: str = "") -> Iterator[RenderableType]:
    """A text over as many lines as it needs."""
    for line in wrapped(text, screen.width):
        yield Text(line, style=style)


def text_of(screen: Screen, parts: Iterable[RenderableType]) -> str:
    """Everything as lines of text, without blanks at their ends."""
    out = StringIO()
    console = Console(
        file=out, width=screen.width, force_terminal=screen.colour, no_color=not screen.colour, legacy_windows=False,
        color_system="standard" if screen.colour else None, markup=False, emoji=False, highlight=False, _environ={},
    )  # fmt: skip
    for part in parts:
        console.print(part)
    return "\n".join(line.rstrip() for line in out.getvalue().rstrip("\n").split("\n"))
