"""A data file's text as the reader sees it, and new text spliced into it as it stands."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from reportgen.reading.places import Mark

_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Splice:
    """New text for the characters from `start` to `end` (offsets in the text as the reader sees it)."""

    start: int
    end: int
    text: str


class Source:
    """The text of a data file.

    `raw` is what the file holds. `text` is what the reader is given: without BOM, every line end a line feed. `whole`
    also ends its last line.
    """

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self._bom = raw.startswith(_BOM)
        self.text = raw.removeprefix(_BOM).replace("\r\n", "\n")
        self.ends_open = bool(self.text) and not self.text.endswith("\n")
        self.whole = self.text + "\n" if self.ends_open else self.text
        self._starts = [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]

    def offset(self, mark: Mark) -> int:
        """Where a mark points in `text`."""
        return min(self._starts[mark[0] - 1] + mark[1] - 1, len(self.text))

    def spliced(self, splices: Iterable[Splice]) -> str:
        """The raw text with the splices in their places; those for the same place in the order given.

        A last line without an end stays without one unless something comes behind it.
        """
        ordered = sorted(splices, key=lambda splice: (splice.start, splice.end))
        crlf = self._crlf()
        line_end = "\r\n" if 2 * len(crlf) > self.text.count("\n") else "\n"
        raw = self.raw + line_end if self.ends_open else self.raw
        if self.ends_open and line_end == "\r\n":
            crlf.append(len(self.text))
        pieces = []
        done = 0
        for splice in ordered:
            if splice.start < done:
                raise AssertionError(f"two splices overlap at {splice.start}")
            pieces.append(raw[self._raw_offset(done, crlf) : self._raw_offset(splice.start, crlf)])
            pieces.append(splice.text.replace("\n", line_end))
            done = splice.end
        pieces.append(raw[self._raw_offset(done, crlf) :])
        text = _BOM * self._bom + "".join(pieces)
        touched = any(splice.end == len(self.whole) for splice in ordered)
        return text.removesuffix(line_end) if self.ends_open and not touched else text

    def _crlf(self) -> list[int]:
        """The offsets in `text` of the line feeds that are CRLF in the file."""
        if "\r\n" not in self.raw:
            return []
        lines = self.raw.removeprefix(_BOM).split("\n")[:-1]
        behind = accumulate(len(line) + (not line.endswith("\r")) for line in lines)
        return [end - 1 for line, end in zip(lines, behind, strict=True) if line.endswith("\r")]

    def _raw_offset(self, offset: int, crlf: list[int]) -> int:
        return offset + bisect_left(crlf, offset) + self._bom
