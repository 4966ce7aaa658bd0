"""A document together with its printed pages: which printed line belongs to which paragraph, and what role it has."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from reportgen.anatomy import Document, Paragraph, Role, Section
from reportgen.check.norm import Norm
from reportgen.check.page.kinds_of_form import has_own_ending
from reportgen.check.rule import place_of
from reportgen.errors import Mark, Place
from reportgen.pages import Line, Page, Rule, foot_of, spots, turned_foot_of

SHEET_MM = (210.0, 297.0)
HANGING_MARKS = frozenset("，。、；：！？”’）》〉〕】…")
_RED_AT_LEAST, _OTHERS_AT_MOST = 0xB0, 0x50
_LETTER_RULE_MM = (164.0, 176.0)
_LONG_RULE_MM = 100.0
_SIZE_PT = 1.0
_TWIP_MM = 25.4 / 1440


class Area(NamedTuple):
    """The type area on a page, in millimetres."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


class Printed(NamedTuple):
    """A printed line and the paragraph that it belongs to; None for headers, footers and what was not found."""

    page: Page
    line: Line
    paragraph: Paragraph | None

    @property
    def role(self) -> Role | None:
        return self.paragraph.role if self.paragraph else None

    @property
    def is_as_written(self) -> bool:
        """Whether its letters have the size the file gives them: programmes lose the formatting in some content controls."""
        runs = self.paragraph.shown_runs() if self.paragraph else ()
        sizes = [run.letters.size_half_pt / 2 for run in runs if run.text.strip()]
        return not sizes or abs(max(sizes) - self.line.size_pt) <= _SIZE_PT

    @property
    def mark(self) -> Mark:
        return self.page.mark_of(self.line)

    @property
    def place(self) -> Place:
        """Where its paragraph stands in the document."""
        return place_of(self.paragraph) if self.paragraph else Place()


@dataclass(frozen=True)
class Print:
    """A document, its pages as rendered, and the values that hold in this office.

    Nothing can be said of faces here: other ones may stand in for those that the document names.
    """

    document: Document
    pages: tuple[Page, ...]
    norm: Norm

    @cached_property
    def lines(self) -> tuple[Printed, ...]:
        """Every upright line but page numbers, page by page, from top to bottom."""
        owners = self._owners
        return tuple(
            Printed(page, line, next((owners[id(g)] for g in line.glyphs if id(g) in owners), None))
            for page in self.pages
            for line in page.lines
            if line is not self.feet.get(page.number)
        )

    @cached_property
    def by_page(self) -> dict[int, tuple[Printed, ...]]:
        """The same, by number of the page; pages without lines have none."""
        found: dict[int, list[Printed]] = {page.number: [] for page in self.pages}
        for printed in self.lines:
            found[printed.page.number].append(printed)
        return {number: tuple(lines) for number, lines in found.items()}

    @cached_property
    def feet(self) -> dict[int, Line]:
        """Upright page numbers by page."""
        return {page.number: foot for page in self.pages if (foot := foot_of(page))}

    @cached_property
    def turned_feet(self) -> dict[int, Line]:
        """Turned page numbers by page."""
        return {page.number: foot for page in self.pages if (foot := turned_foot_of(page))}

    @cached_property
    def starts(self) -> dict[int, int]:
        """Where in `lines` each paragraph begins, by the paragraph's identity."""
        found: dict[int, int] = {}
        for index, printed in enumerate(self.lines):
            if printed.paragraph is not None:
                found.setdefault(id(printed.paragraph), index)
        return found

    @cached_property
    def _owners(self) -> dict[int, Paragraph]:
        """The paragraph of each letter, by the letter's identity."""
        places = spots(self.pages, [paragraph.text for paragraph in self.document.paragraphs])
        return {
            id(glyph): paragraph
            for paragraph, spot in zip(self.document.paragraphs, places, strict=True)
            if spot is not None
            for _, glyphs in spot.pieces
            for glyph in glyphs
        }

    def of_role(self, *roles: Role) -> tuple[Printed, ...]:
        """Lines of paragraphs with one of these roles."""
        return tuple(printed for printed in self.lines if printed.role in roles)

    def area(self, page: Page) -> Area:
        """Where the type area should be (5.2.1); on a turned sheet as if it was turned clockwise (8)."""
        norm, (width, height) = self.norm, SHEET_MM
        right, bottom = width - norm.left_mm - norm.type_width_mm, height - norm.top_mm - norm.type_height_mm
        if page.landscape:
            return Area(bottom, norm.left_mm, page.width_mm - norm.top_mm, page.height_mm - right)
        if self.document.settings.mirror_margins and page.number % 2 == 0:
            return Area(right, norm.top_mm, page.width_mm - norm.left_mm, page.height_mm - bottom)
        return Area(norm.left_mm, norm.top_mm, page.width_mm - right, page.height_mm - bottom)

    def areas(self, page: Page) -> tuple[Area, ...]:
        """The type area as it should be, and as the section has it: wrong margins are the fault of one rule alone."""
        section = self._sections.get(page.number)
        if section is None:
            return (self.area(page),)
        own = Area(
            (section.left_tw + section.gutter_tw) * _TWIP_MM,
            section.top_tw * _TWIP_MM,
            (section.width_tw - section.right_tw) * _TWIP_MM,
            (section.height_tw - section.bottom_tw) * _TWIP_MM,
        )
        return self.area(page), own

    @cached_property
    def _sections(self) -> dict[int, Section]:
        """The section of each page that shows a paragraph of the body."""
        found = ((printed.page.number, self.section_of(printed.paragraph)) for printed in reversed(self.lines))
        return {number: section for number, section in found if section is not None}

    def section_of(self, paragraph: Paragraph | None) -> Section | None:
        """The section a paragraph stands in; None for what has none."""
        sections = self.document.sections
        if paragraph is None or not 1 <= paragraph.section <= len(sections):
            return None
        return sections[paragraph.section - 1]

    @property
    def line_mm(self) -> float:
        """One 行 (3.2) as lines fill the type area."""
        return self.norm.type_height_mm / self.norm.lines

    @property
    def char_mm(self) -> float:
        """One 字 (3.1) of the body."""
        return self.norm.type_width_mm / self.norm.chars

    @cached_property
    def is_letter(self) -> bool:
        """Whether page 1 has the two red double lines of the letter format (10.1), 170 mm wide."""
        low, high = _LETTER_RULE_MM
        return sum(low <= rule.width <= high for rule in self.red_rules) > 1

    @cached_property
    def is_special(self) -> bool:
        """Whether it is a letter, an order or minutes (10), whose masthead has rules of its own."""
        return self.is_letter or has_own_ending(self.document)

    @cached_property
    def red_rules(self) -> tuple[Rule, ...]:
        """Long red lines of page 1, each whole even if a star stands in its middle."""
        if not self.pages:
            return ()
        red = [rule for rule in self.pages[0].rules if is_red(rule.color)]
        rows: list[list[Rule]] = []
        for rule in red:
            if rows and abs(rows[-1][0].y - rule.y) < 1:
                rows[-1].append(rule)
            else:
                rows.append([rule])
        whole = (_across(row) for row in rows)
        return tuple(rule for rule in whole if rule.width > _LONG_RULE_MM)


def _across(row: Sequence[Rule]) -> Rule:
    """One line from the first piece to the last."""
    first = row[0]
    left, right = min(rule.left for rule in row), max(rule.right for rule in row)
    top, bottom = min(rule.top for rule in row), max(rule.bottom for rule in row)
    return Rule(left, top, right, bottom, max(rule.weight for rule in row), first.color)


def is_red(color: str) -> bool:
    """Whether six hex digits are a red."""
    red, green, blue = (int(color[place : place + 2], 16) for place in (0, 2, 4))
    return red >= _RED_AT_LEAST and green <= _OTHERS_AT_MOST and blue <= _OTHERS_AT_MOST


def least(deviations: Iterable[float]) -> float:
    """The deviation nearest to zero, with its sign."""
    return min(deviations, key=abs)


def mm(value: float) -> str:
    """A length as it is shown, e.g. “37.0 mm”."""
    return f"{value:.1f} mm"


def pages_named(numbers: Sequence[int]) -> str:
    """Pages in a message: “第3页”, “第3页等5页”."""
    return f"第{numbers[0]}页" if len(numbers) == 1 else f"第{numbers[0]}页等{len(numbers)}页"
