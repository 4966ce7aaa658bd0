"""Sections, and the page numbers in their headers and footers (clauses 7.5 and 8)."""

from reportgen.drafting.markup import paragraph, run
from reportgen.drafting.package import Part
from reportgen.standard import GRID, LANDSCAPE, PAGE, PAGE_NUMBER, Page


def _page_number() -> str:
    dash = PAGE_NUMBER.dash
    return f'{run(f"{dash} ")}<w:fldSimple w:instr=" PAGE ">{run("1")}</w:fldSimple>{run(f" {dash}")}'


def _turned(style: str, y_tw: int) -> str:
    """A number that stands upright when the sheet is turned back: a table fixed to the page, at its portrait foot."""
    width, length = PAGE_NUMBER.turned_width_tw, PAGE_NUMBER.turned_length_tw
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableNormal"/><w:tblpPr w:vertAnchor="page" w:horzAnchor="page" w:tblpX="{PAGE_NUMBER.turned_x_tw}" '
        f'w:tblpY="{y_tw}"/><w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid><w:tr><w:trPr><w:trHeight w:val="{length}" '
        f'w:hRule="exact"/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
        '<w:textDirection w:val="tbRl"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{paragraph(style, _page_number())}</w:tc></w:tr></w:tbl>{_EMPTY}"
    )


_EMPTY = paragraph("SectionEnd")

PARTS = (
    Part("headerEmpty", "header", _EMPTY),
    Part("headerTurnedOdd", "header", _turned("PageTurnedOdd", PAGE_NUMBER.turned_odd_y_tw)),
    Part("headerTurnedEven", "header", _turned("PageTurnedEven", PAGE_NUMBER.turned_even_y_tw)),
    Part("footerEmpty", "footer", _EMPTY),
    Part("footerOdd", "footer", paragraph("PageOdd", _page_number())),
    Part("footerEven", "footer", paragraph("PageEven", _page_number())),
)
UPRIGHT_PARTS = tuple(part for part in PARTS if part.ident in ("headerEmpty", "footerOdd", "footerEven"))


def portrait() -> str:
    """w:sectPr of upright pages."""
    return _section(PAGE, "", ("headerEmpty", "headerEmpty"), ("footerOdd", "footerEven"))


def landscape() -> str:
    """w:sectPr of turned pages: numbers in the headers, nothing in the footers."""
    return _section(
        LANDSCAPE, ' w:orient="landscape"', ("headerTurnedOdd", "headerTurnedEven"), ("footerEmpty", "footerEmpty")
    )


def section_end(section: str) -> str:
    """A paragraph that ends a section and is too low to need a line."""
    return paragraph("SectionEnd", inner=section)


def _section(page: Page, orient: str, headers: tuple[str, str], footers: tuple[str, str]) -> str:
    references = "".join(
        f'<w:{kind}Reference w:type="{turn}" r:id="{ident}"/>'
        for kind, pair in (("header", headers), ("footer", footers))
        for turn, ident in zip(("default", "even"), pair, strict=True)
    )
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{page.width_tw}" w:h="{page.height_tw}"{orient}/>'
        f'<w:pgMar w:top="{page.top_tw}" w:right="{page.right_tw}" w:bottom="{page.bottom_tw}" '
        f'w:left="{page.left_tw}" w:header="{page.header_tw}" w:footer="{page.footer_tw}" w:gutter="0"/>'
        f'<w:docGrid w:linePitch="{GRID.line_tw}"/></w:sectPr>'
    )
