"""Texts: the runs of a rich text joined, readings above the characters left out, escapes resolved."""

import re
from typing import Final

from reportgen.workbook.refusing import CELLS_LIMIT, too_large
from reportgen.workbook.xlsx.archive import Archive
from reportgen.workbook.xlsx.markup import Attributes, read_markup

STRINGS_LIMIT: Final = CELLS_LIMIT // 2
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


class RichText:
    """Gathers one text from the elements it is written in."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._reading = False

    def begin(self, _: Attributes) -> None:
        """A text starts."""
        self._parts.clear()

    def begin_reading(self, _: Attributes) -> None:
        """What follows tells how the characters are pronounced."""
        self._reading = True

    def end_reading(self) -> None:
        """The text goes on."""
        self._reading = False

    def add(self, text: str) -> None:
        """A run of it."""
        if not self._reading:
            self._parts.append(unescaped(text))

    def whole(self) -> str:
        """The text so far."""
        return "".join(self._parts)


def shared_strings(archive: Archive, part: str | None) -> list[str]:
    """The texts that cells refer to by number; none if the workbook has no such part."""
    if part is None or not archive.has(part):
        return []
    strings: list[str] = []
    text = RichText()

    def end() -> None:
        strings.append(text.whole())
        if len(strings) > STRINGS_LIMIT:
            raise too_large(f"工作簿里的文字超过 {STRINGS_LIMIT:,} 条")

    starts = {"si": text.begin, "rPh": text.begin_reading}
    ends = {"si": end, "rPh": text.end_reading}
    read_markup(archive.chunks(part), part, starts=starts, ends=ends, texts={"t": text.add})
    return strings


def unescaped(text: str) -> str:
    """What is shown for `_x000D_` and its like, by which the format writes characters that XML has not."""
    return _ESCAPE.sub(_character, text) if "_x" in text else text


def _character(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return found[0] if 0xD800 <= code <= 0xDFFF else chr(code)
