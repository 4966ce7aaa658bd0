"""Where the paragraphs of a document stand on its pages, found by their text."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.errors import Mark
from reportgen.pages.feet import foot_of, turned_foot_of
from reportgen.pages.model import Glyph, Page

_PREFIX = 12
"""So many characters stand for a paragraph that is interrupted on its pages, e.g. by a repeated table head."""
_NEAR = 1500
"""So many letters on, or back where cells are merged, the next paragraph is expected: about two pages."""


_HEAD_MM = 22.0
"""Running heads stand above this."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of printed letters, page by page; never empty."""

    pieces: tuple[tuple[int, tuple[Glyph, ...]], ...]

    @property
    def page(self) -> int:
        """The page on which it begins."""
        return self.pieces[0][0]

    @property
    def last_page(self) -> int:
        return self.pieces[-1][0]

    @property
    def mark(self) -> Mark:
        """The box around what stands on the first page."""
        page, glyphs = self.pieces[0]
        return Mark(
            page,
            min(glyph.ink_left for glyph in glyphs),
            min(glyph.ink_top for glyph in glyphs),
            max(glyph.ink_right for glyph in glyphs),
            max(glyph.ink_bottom for glyph in glyphs),
        )


def locate_all(pages: Sequence[Page], texts: Sequence[str]) -> list[Mark | None]:
    """Where each text stands, as a box on the page where it begins; None for what is not found. See `spots`."""
    return [spot.mark if spot else None for spot in spots(pages, texts)]


def spots(pages: Sequence[Page], texts: Sequence[str]) -> list[Spot | None]:
    """Where each text stands. Texts come in reading order: each is looked for near the last one, then anywhere."""
    stream = _Stream(pages)
    found: list[Spot | None] = []
    position = 0
    for text in texts:
        span = stream.find("".join(text.split()), position)
        found.append(stream.spot(*span) if span else None)
        if span and position <= span[0] and (span[0] <= position + _NEAR or span[1] - span[0] >= _PREFIX):
            position = span[1]
    return found


class _Stream:
    """All letters in the order of the file, without blanks, headers and footers: a paragraph over two pages is one."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._glyphs: list[Glyph] = []
        self._starts: list[int] = []
        self._pages = [page.number for page in pages]
        for page in pages:
            self._starts.append(len(self._glyphs))
            margin = _margin_letters(page)
            self._glyphs.extend(glyph for glyph in page.glyphs if id(glyph) not in margin)
        self._text = "".join(glyph.text if len(glyph.text) == 1 else "\ufffd" for glyph in self._glyphs)

    def find(self, text: str, position: int) -> tuple[int, int] | None:
        """Begin and end of the next occurrence; of the beginning alone where the whole is interrupted."""
        prefix = text[:_PREFIX]
        near, far = position + _NEAR + len(text), len(self._text)
        for start, stop in ((position, near), (max(position - _NEAR, 0), near), (position, far), (0, far)):
            for wanted in (text, prefix):
                if wanted and (wanted == text or len(wanted) == _PREFIX):
                    place = self._text.find(wanted, start, stop)
                    if place >= 0:
                        return place, place + len(wanted)
        return None

    def spot(self, begin: int, end: int) -> Spot:
        pieces: list[tuple[int, tuple[Glyph, ...]]] = []
        while begin < end:
            index = bisect_right(self._starts, begin) - 1
            stop = self._starts[index + 1] if index + 1 < len(self._starts) else len(self._glyphs)
            pieces.append((self._pages[index], tuple(self._glyphs[begin : min(end, stop)])))
            begin = min(end, stop)
        return Spot(tuple(pieces))


def _margin_letters(page: Page) -> frozenset[int]:
    """Identities of the letters of page number and running head, which stand between two halves of a paragraph."""
    feet = [foot for foot in (foot_of(page), turned_foot_of(page)) if foot]
    heads = [line for line in page.lines if line.baseline < _HEAD_MM]
    return frozenset(id(glyph) for line in (*feet, *heads) for glyph in line.glyphs)
