"""The lists that are attached, and the imprint."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportgen.drafting.markup import paragraph
from reportgen.standard import IMPRINT, LANDSCAPE, PAGE


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width, what stands in a row; merged over the rows of one loop or not."""

    head: str
    width_tw: int
    content: str
    centred: bool = False
    merged: bool = False

    def cell(self) -> str:
        style = "TableCentre" if self.centred else "TableText"
        return _cell(self.width_tw, paragraph(style, ("{% vm %}" if self.merged else "") + self.content))


def listing(columns: Sequence[Column], loops: Sequence[str]) -> str:
    """A table as wide as a turned page: a head that comes back on every page, one row in the given loops."""
    width = sum(column.width_tw for column in columns)
    if width != LANDSCAPE.text_width_tw:
        raise ValueError(f"columns are {width} twips wide, the page holds {LANDSCAPE.text_width_tw}")
    head = "".join(_cell(column.width_tw, paragraph("TableHead", column.head), middle=True) for column in columns)
    rows = (
        _row(head, "<w:tblHeader/>"),
        *(_tag_row(f"{{%tr for {loop} %}}", columns) for loop in loops),
        _row("".join(column.cell() for column in columns)),
        *(_tag_row("{%tr endfor %}", columns) for _ in loops),
    )
    return _table("Listing", [column.width_tw for column in columns], rows)


def imprint() -> str:
    """版记 (7.4) at the foot of the type area: 抄送 if there is any, 印发. Floats, so that text never moves it.

    Placed by the page's edge and not by the margin: LibreOffice leaves a table as wide as the text in the flow.
    Between two paragraphs: as the first thing of a section LibreOffice would put it on the page before.
    """
    width = IMPRINT.width_tw
    rows = (
        paragraph("Copies", "{%tr if 公文.抄送机关 %}"),
        paragraph("Copies", "抄送：{{ 公文.抄送机关|机关 }}。"),
        paragraph("Copies", "{%tr endif %}"),
        paragraph("Printed", "{{ 公文.印发机关 }}\t{{ 公文.印发日期|公文日期 }}印发"),
    )
    place = f'<w:tblpPr w:vertAnchor="margin" w:horzAnchor="page" w:tblpX="{PAGE.left_tw}" w:tblpYSpec="bottom"/>'
    table = _table("Imprint", (width,), (_row(_cell(width, row)) for row in rows), place)
    return paragraph("SectionEnd") + table + paragraph("SectionEnd")


def table_styles() -> str:
    """清单: thin lines all around. 版记: thick above and below, thin between, no margins (7.4.1)."""
    thick, thin = IMPRINT.thick_eighths, IMPRINT.thin_eighths
    all_around = ("top", "left", "bottom", "right", "insideH", "insideV")
    listing_edges = "".join(_border(edge, 4) for edge in all_around)
    imprint_edges = _border("top", thick) + _border("bottom", thick) + _border("insideH", thin)
    return _table_style("Listing", "清单", listing_edges, 30, 50) + _table_style("Imprint", "版记", imprint_edges, 0, 0)


def _table_style(ident: str, name: str, edges: str, upright_tw: int, sideways_tw: int) -> str:
    """A table style with these borders and cell margins."""
    sizes = {"top": upright_tw, "left": sideways_tw, "bottom": upright_tw, "right": sideways_tw}
    margins = "".join(f'<w:{edge} w:w="{size}" w:type="dxa"/>' for edge, size in sizes.items())
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{ident}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"<w:tblBorders>{edges}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>"
    )


def _table(style: str, widths: Sequence[int], rows: Iterable[str], place: str = "") -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>{place}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def _row(cells: str, properties: str = "") -> str:
    """A row that does not break over pages (the program lets those break that are taller than a page)."""
    return f"<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>{cells}</w:tr>"


def _cell(width_tw: int, content: str, span: int = 1, *, middle: bool = False) -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    placed = '<w:vAlign w:val="center"/>' if middle else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width_tw}" w:type="dxa"/>{spanned}{placed}</w:tcPr>{content}</w:tc>'


def _tag_row(tag: str, columns: Sequence[Column]) -> str:
    """A row that holds nothing but a tag and goes when the template is filled."""
    width = sum(column.width_tw for column in columns)
    return _row(_cell(width, paragraph("TableText", tag), len(columns)))


def _border(edge: str, eighths: int) -> str:
    return f'<w:{edge} w:val="single" w:sz="{eighths}" w:space="0" w:color="000000"/>'
