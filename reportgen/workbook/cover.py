"""The first sheet of a workbook that is sent out: what it is, until when, and how to fill it in."""

from collections.abc import Iterator
from typing import Final

from reportgen.standard import FONTS
from reportgen.workbook.cells import Row
from reportgen.workbook.heights import row_height
from reportgen.workbook.looks import HEADING_FILL, CellLook, Looks
from reportgen.workbook.plan import Area, CoverPlan

NAME_WIDTH: Final = 20.0
VALUE_WIDTH: Final = 70.0
INSTRUCTIONS_HEADING: Final = "填报说明"

_TITLE_PT, _TEXT_PT = 22.0, 14.0
_INDENT_WIDTH = 3.0
_TITLE: Final = CellLook(face=FONTS.title, size=_TITLE_PT, across="center", bordered=False)
_NAME: Final = CellLook(face=FONTS.hei, size=_TEXT_PT, across="center", fill=HEADING_FILL)
_VALUE: Final = CellLook(size=_TEXT_PT, indent=1)
_HEADING: Final = CellLook(face=FONTS.hei, size=_TEXT_PT, bordered=False)
_INSTRUCTION: Final = CellLook(size=_TEXT_PT, bordered=False, down="top")


class CoverRows:
    """The rows of the cover, and what is merged in it."""

    def __init__(self, plan: CoverPlan, looks: Looks) -> None:
        self._plan = plan
        self._title, self._name, self._value, self._heading, self._instruction = map(
            looks.number, (_TITLE, _NAME, _VALUE, _HEADING, _INSTRUCTION)
        )

    @property
    def merges(self) -> list[Area]:
        """Title, heading and instructions go over both columns."""
        below = len(self._plan.lines) + 3
        return [Area(row, 1, row, 2) for row in (1, *range(below, self.last_row + 1))]

    @property
    def last_row(self) -> int:
        """The last row that holds anything."""
        lines, instructions = len(self._plan.lines), len(self._plan.instructions)
        return lines + 3 + instructions if instructions else lines + 1

    def __iter__(self) -> Iterator[Row]:
        plan, across = self._plan, NAME_WIDTH + VALUE_WIDTH
        yield _across(1, row_height([(plan.title, across)], _TITLE_PT) + 40, self._title, plan.title)
        for number, (name, value) in enumerate(plan.lines, 2):
            height = row_height([(name, NAME_WIDTH), (value, VALUE_WIDTH - _INDENT_WIDTH)], _TEXT_PT) + 12
            yield Row(number, height, True, 1, (self._name, self._value), (name, value))
        if not plan.instructions:
            return
        below = len(plan.lines) + 3
        yield _across(below, 32, self._heading, INSTRUCTIONS_HEADING)
        for number, instruction in enumerate(plan.instructions, 1):
            text = f"{number}．{instruction}"
            height = row_height([(text, across)], _TEXT_PT) + 4
            yield _across(below + number, height, self._instruction, text)


def _across(number: int, height: float, look: int, text: str) -> Row:
    return Row(number, height, True, 1, (look, look), (text, None))
