"""One part's text in reading order: paragraphs, tables with their cells, text boxes after the paragraph that anchors them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from reportgen.anatomy.drawings import drawn
from reportgen.anatomy.formats import Run
from reportgen.anatomy.inline import DEEPEST, Change, Fields, Inline, alternatives
from reportgen.anatomy.model import Cell, Drawing, Paragraph, Section, Story, Table
from reportgen.anatomy.names import Element, children, local, w
from reportgen.anatomy.numbering import Numbering
from reportgen.anatomy.package import Relationship
from reportgen.anatomy.resolving import NO_TABLE, Resolver, TableStyle
from reportgen.anatomy.styles import Styles
from reportgen.anatomy.tables import TableSaid, cell_shading, is_turned, table_said

_BLOCK_WRAPPERS = frozenset({"sdtContent", "customXml", "txbxContent"})
_BLOCK_CHANGES: Mapping[str, Change] = {
    "ins": "inserted",
    "moveTo": "inserted",
    "del": "deleted",
    "moveFrom": "deleted",
}


PARAGRAPHS_LIMIT = 250_000
"""A plan with 2,800 issues has 200,000."""


class TooManyParagraphs(Exception):
    """More text than any real document has."""


@dataclass(frozen=True)
class Formats:
    """What formatting is resolved with."""

    styles: Styles
    numbering: Numbering
    themes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where the reading stands."""

    story: Story
    cell: Cell | None = None
    box: int | None = None
    table: TableStyle = NO_TABLE
    change: Change = None
    depth: int = 0


@dataclass
class StoryReader:
    """Reads one part; `paragraphs`, `tables` and `drawings` hold what was found."""

    part: str
    formats: Formats
    sections: list[Section]
    relationships: Mapping[str, Relationship]
    paragraphs: list[Paragraph] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    drawings: list[Drawing] = field(default_factory=list)
    section: int = 1
    room: int = PARAGRAPHS_LIMIT
    _fields: Fields = field(default_factory=Fields)

    def __post_init__(self) -> None:
        self._resolver = Resolver(self.formats.styles, self.formats.numbering, self.formats.themes)

    def read(self, root: Element, story: Story) -> None:
        """Everything below `root`: a body, header, footer, footnote … Raises TooManyParagraphs before any is read."""
        if sum(1 for _ in root.iter(w("p"))) > self.room:
            raise TooManyParagraphs
        self._blocks(root, _Spot(story))

    def _blocks(self, parent: Element, spot: _Spot) -> None:
        if spot.depth > DEEPEST:
            return
        deeper = replace(spot, depth=spot.depth + 1)
        for child in children(parent):
            name = local(child)
            if name == "p":
                self._paragraph(child, spot)
            elif name == "tbl":
                self._table(child, deeper)
            elif name in _BLOCK_CHANGES:
                self._blocks(child, replace(deeper, change=_BLOCK_CHANGES[name]))
            else:
                for inner in _within(child, name):
                    self._blocks(inner, deeper)

    def _paragraph(self, element: Element, spot: _Spot) -> None:
        properties = element.find(w("pPr"))
        resolved = self._resolver.paragraph(properties, spot.table)
        inline = Inline(lambda rpr: self._resolver.letters(rpr, resolved), self._fields)
        inline.read(element, spot.change)
        label, label_letters = self._resolver.label(properties, resolved)
        runs = tuple(_joined_runs(inline.runs))
        size = runs[0].letters.size_half_pt if runs else resolved.mark.size_half_pt
        shape = self._resolver.shape(resolved, size, self.sections[self.section - 1])
        self.paragraphs.append(
            Paragraph(
                number=len(self.paragraphs) + 1, runs=runs, shape=shape, story=spot.story, part=self.part, section=self.section,
                cell=spot.cell, box=spot.box, label=label, label_letters=label_letters, mark_letters=resolved.mark,
                text=label + "".join(run.text for run in runs if run.change != "deleted" and not run.letters.hidden),
            )
        )  # fmt: skip
        self._anchored(inline.anchored, len(self.paragraphs), spot)
        if (
            spot.cell is None
            and spot.box is None
            and properties is not None
            and properties.find(w("sectPr")) is not None
        ):
            self.section = min(self.section + 1, len(self.sections))

    def _anchored(self, elements: list[Element], paragraph: int, spot: _Spot) -> None:
        for element in elements:
            for each in drawn(element):
                number = len(self.drawings) + 1
                target = self.relationships.get(each.target or "")
                self.drawings.append(
                    Drawing(
                        number, each.kind, paragraph, self.part, spot.story, each.frame, each.inline, each.line_color,
                        each.line_pt, each.fill, each.name, each.description, target.target if target else None,
                    )
                )  # fmt: skip
                if each.content is not None and spot.depth < DEEPEST:
                    story: Story = "文本框" if spot.story == "正文" else spot.story
                    self._blocks(each.content, _Spot(story, box=number, change=spot.change, depth=spot.depth + 1))

    def _table(self, element: Element, spot: _Spot) -> None:
        number = len(self.tables) + 1
        said = table_said(element, self.formats.styles)
        self.tables.append(_placed_table(number, said, self, spot))  # keeps its place before tables within it
        cells: dict[tuple[int, int], tuple[int, ...]] = {}
        shadings: dict[tuple[int, int], str] = {}
        turned: set[tuple[int, int]] = set()
        style = TableStyle(said.style, said.shape, said.letters)
        for row, column, cell in said.cells():
            first = len(self.paragraphs)
            here = replace(spot, cell=Cell(number, row, column), table=style)
            self._blocks(cell, here)
            cells[row, column] = tuple(each.number for each in self.paragraphs[first:] if each.cell == here.cell)
            if shade := cell_shading(cell) or said.shade(row, column):
                shadings[row, column] = shade
            if is_turned(cell):
                turned.add((row, column))
        self.tables[number - 1] = replace(
            self.tables[number - 1], cells=cells, shadings=shadings, turned=frozenset(turned)
        )


def _within(element: Element, name: str) -> Iterator[Element]:
    """The content of an element that only wraps blocks."""
    if name == "sdt":
        yield from element.iterchildren(w("sdtContent"))
    elif name == "AlternateContent":
        yield from alternatives(element)
    elif name in _BLOCK_WRAPPERS:
        yield element


def _placed_table(number: int, said: TableSaid, reader: StoryReader, spot: _Spot) -> Table:
    return Table(
        number, said.row_count, said.column_count, {}, said.borders, said.row_borders, said.width_tw, said.frame,
        said.header_rows, reader.section, spot.box, reader.part, said.align, said.indent_tw,
    )  # fmt: skip


def _joined_runs(runs: list[Run]) -> Iterator[Run]:
    """Neighbours that differ in nothing but their text, as one: programs split runs at will."""
    held: list[Run] = []
    for run in runs:
        if held and (held[0].letters, held[0].change, held[0].field, held[0].link) == (
            run.letters,
            run.change,
            run.field,
            run.link,
        ):
            held.append(run)
            continue
        yield from _one(held)
        held = [run]
    yield from _one(held)


def _one(runs: list[Run]) -> Iterator[Run]:
    if len(runs) == 1:
        yield runs[0]
    elif runs:
        yield replace(runs[0], text="".join(run.text for run in runs))
