"""The text in a cell as the value it stands for, by the cell's type (ECMA-376 part 1, 18.18.11)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from types import MappingProxyType
from typing import Final

from openpyxl.utils.datetime import from_ISO8601

from reportgen.workbook.dates import as_date, plain, plain_number
from reportgen.workbook.grid import CellValue
from reportgen.workbook.xlsx.strings import unescaped


@dataclass(frozen=True, slots=True)
class Meanings:
    """What the numbers in cells stand for: shared texts, styles that show dates, the day that is zero."""

    strings: Sequence[str]
    date_styles: frozenset[str]
    epoch_1904: bool


def number(text: str, style: str, meanings: Meanings) -> CellValue:
    """An int, a float or, in a style that shows dates, a date; what is no number stays text."""
    try:
        found = _number(text)
    except ValueError:
        return text
    return as_date(found, epoch_1904=meanings.epoch_1904) if style in meanings.date_styles else found


def _number(text: str) -> int | float:
    if text.isdecimal():
        return int(text)
    found = float(text)
    if "_" in text or not isfinite(found):
        raise ValueError(text)
    return plain_number(found)


def shared(text: str, _: str, meanings: Meanings) -> CellValue:
    """The shared text of that number. Raises IndexError, ValueError."""
    place = int(text)
    if place < 0:
        raise IndexError(place)
    return meanings.strings[place]


def truth(text: str, _: str, __: Meanings) -> CellValue:
    """True or False; anything else stays text."""
    return {"1": True, "true": True, "0": False, "false": False}.get(text.strip().lower(), text)


def iso_date(text: str, _: str, __: Meanings) -> CellValue:
    """A date as ISO 8601 writes it; anything else stays text."""
    try:
        return plain(from_ISO8601(text))  # type: ignore[no-untyped-call] # openpyxl's stubs leave it out
    except (ValueError, OverflowError):
        return text


def words(text: str, _: str, __: Meanings) -> CellValue:
    """The text that a formula came to."""
    return unescaped(text)


def rich(text: str, _: str, __: Meanings) -> CellValue:
    """The text that was gathered from its runs."""
    return text


READERS: Final[Mapping[str, Callable[[str, str, Meanings], CellValue]]] = MappingProxyType(
    {"n": number, "s": shared, "b": truth, "d": iso_date, "str": words, "inlineStr": rich}
)
