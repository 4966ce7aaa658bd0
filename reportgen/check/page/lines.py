"""Where the one line of a paragraph stands, as far as a file says it: widths and edges in twips, as ranges.

Faces are not at hand, so a digit (but in Times) has between 0.5 and 0.64 of a 字 and a blank between a quarter and a half; a rule takes
a place for wrong only when no value of the range is right.
"""

import unicodedata
from dataclasses import dataclass

from reportgen.anatomy import Letters, Paragraph, Section, TabStop

BLANKS = " \u3000\u00a0\u2002\u2003\f"
_LINES_OF_ONE_CHARACTER = "—―─…"
_NO_WIDTH = "\n\t\f"


@dataclass(frozen=True, slots=True)
class Span:
    """A length in twips that lies between two values."""

    low: float
    high: float

    @staticmethod
    def of(value: float) -> "Span":
        return Span(value, value)

    def __add__(self, other: "Span") -> "Span":
        return Span(self.low + other.low, self.high + other.high)

    def __sub__(self, other: "Span") -> "Span":
        return Span(self.low - other.high, self.high - other.low)

    def times(self, factor: float) -> "Span":
        """The span, scaled by a positive factor."""
        return Span(self.low * factor, self.high * factor)

    def near(self, target: float, tolerance: float) -> bool:
        """Whether some value of the span lies within a tolerance of the target."""
        return self.low - tolerance <= target <= self.high + tolerance

    @property
    def middle(self) -> float:
        return (self.low + self.high) / 2


NOTHING = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Box:
    """Left and right edge of a line, from the type area's left edge, and its width."""

    left: Span
    right: Span
    width: Span

    @property
    def centre(self) -> Span:
        return (self.left + self.right).times(0.5) if self.width.low == self.width.high else self._loose_centre()

    def _loose_centre(self) -> Span:
        """Left and right hang together by the width: whichever is certain tells more."""
        from_left, from_right = self.left + self.width.times(0.5), self.right - self.width.times(0.5)
        return min(from_left, from_right, key=lambda span: span.high - span.low)


def glyphs(paragraph: Paragraph) -> tuple[tuple[str, Letters], ...]:
    """Each character of the text with its letters; the label's where there is one."""
    runs = paragraph.shown_runs()
    own = tuple((character, run.letters) for run in runs for character in run.text)
    label_letters = paragraph.label_letters or (runs[0].letters if runs else paragraph.mark_letters)
    length = len(paragraph.text) - len(own)
    if length <= 0 or label_letters is None:
        return own
    return tuple((character, label_letters) for character in paragraph.text[:length]) + own


def width_of(paragraph: Paragraph, section: Section, start: int = 0, end: int | None = None) -> Span:
    """Width of a part of the text, set in one line."""
    part = glyphs(paragraph)[start:end]
    low = high = 0.0
    before = ""
    for character, letters in part:
        advance = _advance(character, letters, section)
        low, high = low + advance.low, high + advance.high
        if paragraph.shape.auto_space and _script_changes(before, character):
            high += letters.size_half_pt * 2.5
        before = character
    return Span(low, high)


def _advance(character: str, letters: Letters, section: Section) -> Span:
    if character in _NO_WIDTH:
        return NOTHING
    em = letters.size_half_pt * 10 * letters.scale_percent / 100
    low, high = _ems(character, letters)
    gridded = section.char_space / 4096 * 20 if section.grid in ("linesAndChars", "snapToChars") else 0
    shift = (min(gridded, 0.0), max(gridded, 0.0)) if low == 1 else (0.0, 0.0)
    return Span(low * em + letters.spacing_tw + shift[0], high * em + letters.spacing_tw + shift[1])


def _ems(character: str, letters: Letters) -> tuple[float, float]:
    if character in _LINES_OF_ONE_CHARACTER:
        return 1, 1
    if character.isascii() and character.isdigit():
        return (0.5, 0.5) if "Times" in (letters.face_of(character) or "") else (0.5, 0.64)
    kind = unicodedata.east_asian_width(character)
    if kind in "WF":
        return 1, 1
    return (0.25, 1) if kind == "A" or not character.isspace() else (0.25, 0.5)


def _script_changes(before: str, character: str) -> bool:
    """Whether Word puts a quarter of a 字 between the two: Chinese beside western letters or digits."""
    if not before:
        return False
    return (before.isascii() and before.isalnum() and _is_ideograph(character)) or (
        character.isascii() and character.isalnum() and _is_ideograph(before)
    )


def _is_ideograph(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def line_box(paragraph: Paragraph, section: Section) -> Box | None:
    """The box of a paragraph that is one line in the flow; None where the file does not tell."""
    shape, text = paragraph.shape, paragraph.text
    if shape.frame or section.columns > 1 or shape.align == "distribute":
        return None
    body = text.strip(BLANKS + "\t\n")
    if not body or "\t" in body or "\n" in text.strip("\n\f"):
        return None
    first = text.index(body)
    lead = width_of(paragraph, section, 0, first)
    width = width_of(paragraph, section, first, first + len(body))
    trail = width_of(paragraph, section, first + len(body))
    if width.low > section.text_width_tw:
        return None
    tabs = text[:first].count("\t")
    if tabs:
        stop = _stop(paragraph, tabs)
        return _at_stop(stop, lead, width) if stop and shape.align in ("left", "both") else None
    return _aligned(paragraph, section, lead, width, Span(0, trail.high))


def _stop(paragraph: Paragraph, count: int) -> TabStop | None:
    start = paragraph.shape.left_tw + min(paragraph.shape.first_tw, 0)
    stops = sorted(
        (stop for stop in paragraph.shape.tabs if stop.position_tw > start), key=lambda stop: stop.position_tw
    )
    return stops[count - 1] if count <= len(stops) else None


def _at_stop(stop: TabStop, lead: Span, width: Span) -> Box | None:
    position = Span.of(stop.position_tw)
    if stop.alignment in ("right", "end"):
        return Box(position - width, position, width)
    if stop.alignment == "center":
        return Box(position - width.times(0.5), position + width.times(0.5), width)
    if stop.alignment in ("left", "start", "num"):
        return Box(position + lead, position + lead + width, width)
    return None


def _aligned(paragraph: Paragraph, section: Section, lead: Span, width: Span, trail: Span) -> Box | None:
    shape = paragraph.shape
    start, end = Span.of(shape.left_tw + shape.first_tw), Span.of(section.text_width_tw - shape.right_tw)
    if shape.align == "right":
        right = end - trail
        return Box(right - width, right, width)
    if shape.align == "center":
        centre = (start + end + lead - trail).times(0.5)
        return Box(centre - width.times(0.5), centre + width.times(0.5), width)
    return Box(start + lead, start + lead + width, width)


def wraps_for_certain(paragraph: Paragraph, section: Section) -> bool:
    """Whether the text cannot go into one line."""
    shape = paragraph.shape
    room = section.text_width_tw - shape.left_tw - shape.first_tw - shape.right_tw
    if len(paragraph.text) * 320 < room * 0.5 and "\n" not in paragraph.text:
        return False
    return width_of(paragraph, section).low > room or "\n" in paragraph.text.strip("\n")


def leading_blanks(paragraph: Paragraph) -> str:
    """Blanks and tabs that were typed before the text."""
    return paragraph.text[: len(paragraph.text) - len(paragraph.text.lstrip(BLANKS + "\t\n"))]


def starts_at(paragraph: Paragraph, section: Section) -> Span | None:
    """Where the first line of a left or justified paragraph begins, from the type area's left edge; typed blanks count."""
    blanks = leading_blanks(paragraph)
    if "\t" in blanks or paragraph.shape.align not in ("left", "both") or section.columns > 1:
        return None
    return Span.of(paragraph.shape.left_tw + paragraph.shape.first_tw) + width_of(paragraph, section, 0, len(blanks))
