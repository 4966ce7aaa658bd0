"""How cells look, as plain data, and the numbers under which a workbook keeps each look."""

from datetime import date
from typing import Final, Literal, NamedTuple

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet.dimensions import ColumnDimension
from openpyxl.worksheet.worksheet import Worksheet

from reportgen.standard import FONTS
from reportgen.workbook.plan import Look, PlannedValue

BODY_PT: Final = 10.5
HEADING_PT: Final = 10.5
TITLE_PT: Final = 18.0
NOTE_PT: Final = 10.5
POINTS_PER_UNIT: Final = BODY_PT / 2
"""The unit of column widths: a digit of the default face. That is the face of the body, so that a unit is half a 字."""

TO_FILL_IN: Final = "E8F5E9"
HEADING_FILL: Final = "DCE6F1"
HEADING_TO_FILL_IN: Final = "B7DFBB"

TEXT_FORMAT: Final = "@"
DATE_FORMAT: Final = "yyyy-mm-dd"
_NUMBER_FORMATS: Final[dict[Look, str]] = {"percent": "0.0%"}
LONGEST_AS_TEXT: Final = 255
"""Excel up to 2007 shows #### for longer text in a cell whose format is text; longer text is text in any format."""
TYPED_AS_FORMULA: Final = ("=", "+", "-", "@", "'")

Across = Literal["left", "center", "right"]


class CellLook(NamedTuple):
    """All that is said of how a cell looks; `quoted` keeps text as text when it is edited."""

    face: str = FONTS.song
    size: float = BODY_PT
    bold: bool = False
    across: Across = "left"
    down: Literal["top", "center"] = "center"
    number_format: str = TEXT_FORMAT
    fill: str | None = None
    bordered: bool = True
    unlocked: bool = False
    quoted: bool = False
    indent: int = 0


TITLE: Final = CellLook(face=FONTS.title, size=TITLE_PT, across="center", bordered=False)
NOTE: Final = CellLook(size=NOTE_PT, across="left", bordered=False)
PLAIN: Final = CellLook(bordered=False)


def heading(to_fill_in: bool) -> CellLook:
    """A cell of the header row."""
    fill = HEADING_TO_FILL_IN if to_fill_in else HEADING_FILL
    return CellLook(size=HEADING_PT, bold=True, across="center", fill=fill)


def body(look: Look, value: PlannedValue, to_fill_in: bool, size: float = BODY_PT) -> CellLook:
    """A data cell. Its format follows what it holds, and where it holds nothing, what will be typed there."""
    return CellLook(
        size=size,
        across="left" if look == "text" else "center",
        number_format=_number_format(look, value),
        fill=TO_FILL_IN if to_fill_in else None,
        unlocked=to_fill_in,
        quoted=isinstance(value, str) and value.startswith(TYPED_AS_FORMULA),
    )


def _number_format(look: Look, value: PlannedValue) -> str:
    if isinstance(value, date):
        return DATE_FORMAT
    if isinstance(value, int | float):
        return _NUMBER_FORMATS.get(look, "General")
    if look == "date":
        return DATE_FORMAT
    if isinstance(value, str):
        return TEXT_FORMAT if len(value) <= LONGEST_AS_TEXT else "General"
    return TEXT_FORMAT if look in ("text", "centre") else _NUMBER_FORMATS.get(look, "General")


def below_table(look: Look) -> CellLook:
    """A whole column, for what is typed below its table."""
    return body(look, None, False)._replace(bordered=False)


class Looks:
    """The looks of one workbook: each is kept once, under a number that its cells name."""

    def __init__(self, workbook: Workbook) -> None:
        workbook._fonts = IndexedList([Font(name=FONTS.song, size=BODY_PT)])  # type: ignore[attr-defined]  # the default face has no other name
        self._sheet = Worksheet(workbook)
        self._numbers: dict[CellLook, int] = {}

    def number(self, look: CellLook) -> int:
        """The number of a look, which is new to the workbook or was asked for before."""
        if look not in self._numbers:
            cell = Cell(self._sheet, 1, 1)
            dress(cell, look)
            self._numbers[look] = cell.style_id
        return self._numbers[look]


def dress(target: Cell | ColumnDimension, look: CellLook) -> None:
    """Gives a cell or a column its look."""
    target.font = Font(name=look.face, size=look.size, bold=look.bold)
    target.alignment = Alignment(horizontal=look.across, vertical=look.down, wrap_text=True, indent=look.indent)
    target.number_format = look.number_format
    target.protection = Protection(locked=not look.unlocked)
    target.quotePrefix = look.quoted
    if look.fill:
        target.fill = PatternFill("solid", fgColor=look.fill)
    if look.bordered:
        target.border = _BOX


_THIN = Side(style="thin", color="000000")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
