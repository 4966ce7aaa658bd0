"""What a .docx is made of: paragraphs with their role and the formatting that takes effect.

Everything is resolved: document defaults, theme fonts, the style chain, numbering, table styles, direct formatting and
the inheritance of headers and footers have been applied, so a rule reads a value and never asks where it came from.
Units stand in the names: `_tw` twips (1/1440 inch), `_half_pt` half points, `_eighths` eighths of a point, `_pt`
points. Paragraphs, tables, rows and columns count from 1.
"""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Literal

from reportgen.anatomy.formats import NOWHERE, Border, Frame, Letters, Run, Shape


class Role(str, Enum):
    """What a paragraph is in an official document (GB/T 9704-2012 clause 7)."""

    COPY_NUMBER = "份号"
    CLASSIFICATION = "密级"
    URGENCY = "紧急程度"
    ISSUER_MARK = "发文机关标志"
    DOCUMENT_NUMBER = "发文字号"  # upward documents: 签发人 stands in the same paragraph, or in one of its own
    SIGNATORY = "签发人"
    RED_LINE = "版头线"  # a paragraph without text that carries the line
    TITLE = "标题"
    RECIPIENTS = "主送机关"
    HEADING_1 = "一级标题"
    HEADING_2 = "二级标题"
    HEADING_3 = "三级标题"
    HEADING_4 = "四级标题"
    BODY = "正文"
    ATTACHMENT_NOTE = "附件说明"
    SIGNATURE = "署名"
    DATE_OF_ISSUE = "成文日期"
    NOTE = "附注"
    ATTACHMENT_LABEL = "附件标识"
    ATTACHMENT_TITLE = "附件标题"
    IMPRINT_RECIPIENTS = "版记主送"
    COPIES = "抄送"
    PRINTED = "印发"
    PAGE_NUMBER = "页码"
    TABLE_HEAD = "表头"
    TABLE_TEXT = "表格正文"
    BLANK = "空行"
    HEADER = "页眉"
    FOOTER = "页脚"
    FOOTNOTE = "脚注"
    OTHER = "其他"


HEADINGS = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4)

Story = Literal["正文", "文本框", "页眉", "页脚", "脚注", "尾注", "批注"]


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a paragraph stands in a table; `table` counts tables of its story, nested ones included."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph.

    `number` counts the paragraphs of its part and story (body: reading order, table cells and the text boxes that are
    anchored in a paragraph right after it). `label` is the number that Word puts before it by itself ("一、"), not part of
    `runs`; `label_letters` its formatting. `text` is what a reader sees: label and runs, without what is tracked as deleted
    or hidden; a line break is "\n", a tab "\t", a page break "\f".
    `level` is 1 to 4 for headings and for text that begins with a numbered heading ("（一）…。后面是正文"); then the first
    `heading_length` characters of `text` are the heading.
    """

    number: int
    runs: tuple[Run, ...]
    shape: Shape
    story: Story = "正文"
    part: str = "word/document.xml"
    section: int = 1
    cell: Cell | None = None
    box: int | None = None  # the drawing whose text box it stands in (its `number`)
    label: str = ""
    label_letters: Letters | None = None
    mark_letters: Letters | None = None  # of the paragraph mark: the size of an empty line
    role: Role = Role.OTHER
    level: int = 0
    heading_length: int = 0
    text: str = ""

    def shown_runs(self) -> tuple[Run, ...]:
        """Runs that are printed: not deleted, not hidden."""
        return tuple(run for run in self.runs if run.change != "deleted" and not run.letters.hidden)


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `borders` are its own (top, bottom, insideH …) after its style; `cells` maps (row, column) to paragraphs' numbers."""

    number: int
    rows: int
    columns: int
    cells: Mapping[tuple[int, int], tuple[int, ...]]
    borders: Mapping[str, Border] = field(default_factory=dict)
    row_borders: Mapping[int, Mapping[str, Border]] = field(
        default_factory=dict
    )  # direct borders of a row's first cell
    width_tw: float | None = None
    frame: Frame | None = None
    header_rows: int = 0
    section: int = 1
    box: int | None = None
    part: str = "word/document.xml"
    align: str = "left"
    indent_tw: float = 0
    shadings: Mapping[tuple[int, int], str] = field(default_factory=dict)  # colour behind a cell, where it has one
    turned: frozenset[tuple[int, int]] = frozenset()  # cells whose lines run down or up the page


@dataclass(frozen=True, slots=True)
class Drawing:
    """Something drawn or embedded. `paragraph` is the number of the paragraph that anchors it."""

    number: int
    kind: Literal["line", "textbox", "picture", "shape", "ole", "chart"]
    paragraph: int
    part: str = "word/document.xml"
    story: Story = "正文"
    frame: Frame = NOWHERE
    inline: bool = False
    line_color: str | None = None
    line_pt: float | None = None
    fill: str | None = None
    name: str = ""
    description: str = ""
    target: str | None = None  # the part of the package it shows


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its sheet, and the headers and footers that take effect ("default", "first", "even").

    `grid` is "lines", "linesAndChars", "snapToChars" or None; `char_space` as in w:charSpace (4096ths of a point).
    """

    number: int
    width_tw: float = 12240
    height_tw: float = 15840
    top_tw: float = 1440
    right_tw: float = 1800
    bottom_tw: float = 1440
    left_tw: float = 1800
    gutter_tw: float = 0
    header_tw: float = 720
    footer_tw: float = 720
    landscape: bool = False
    grid: str | None = None
    line_pitch_tw: float | None = None
    char_space: float = 0
    columns: int = 1
    starts: str = "nextPage"
    title_page: bool = False
    page_number_start: int | None = None
    page_number_format: str | None = None
    headers: Mapping[str, tuple[Paragraph, ...]] = field(default_factory=dict)
    footers: Mapping[str, tuple[Paragraph, ...]] = field(default_factory=dict)
    borders: Mapping[str, Border] = field(default_factory=dict)

    @property
    def text_width_tw(self) -> float:
        """Width of the type area."""
        return self.width_tw - self.left_tw - self.right_tw - self.gutter_tw

    @property
    def text_height_tw(self) -> float:
        """Height of the type area."""
        return self.height_tw - self.top_tw - self.bottom_tw


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for the whole document."""

    even_and_odd: bool = False
    mirror_margins: bool = False
    track_changes: bool = False
    background: str | None = None
    compatibility: int | None = None
    attached_template: str | None = None
    protected: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A .docx, read.

    `paragraphs` are those of the body in reading order, with table cells and text boxes; `others` those of footnotes,
    endnotes and comments, and the text boxes of headers and footers. `parts` are all parts of the package by name.
    """

    name: str
    paragraphs: tuple[Paragraph, ...]
    others: tuple[Paragraph, ...]
    tables: tuple[Table, ...]
    drawings: tuple[Drawing, ...]
    sections: tuple[Section, ...]
    settings: Settings
    parts: Mapping[str, bytes]

    def of_role(self, *roles: Role) -> tuple[Paragraph, ...]:
        """Paragraphs of the body with one of these roles, in order."""
        return tuple(paragraph for paragraph in self.paragraphs if paragraph.role in roles)

    def first(self, role: Role) -> Paragraph | None:
        """The first paragraph of the body with a role."""
        return next((paragraph for paragraph in self.paragraphs if paragraph.role is role), None)

    def in_section(self, number: int) -> tuple[Paragraph, ...]:
        """Paragraphs of the body that stand in a section."""
        first, after = (
            bisect_left(self.paragraphs, each, key=lambda one: one.section) for each in (number, number + 1)
        )
        return self.paragraphs[first:after]

    def section_of(self, paragraph: Paragraph) -> Section:
        """The section a paragraph stands in."""
        return self.sections[paragraph.section - 1]
