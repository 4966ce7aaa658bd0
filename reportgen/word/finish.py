"""What is put right in a filled document: things that no template can say for itself.

The look of a document is its template's alone. Here only identities are made unique, list numbers
restart, cells are whole, and the signature is set where clause 7.3.5 ties it to its own length.
"""

from typing import Any

from docx.document import Document
from lxml import etree

from reportgen.errors import Place, Problem
from reportgen.standard import PAGE
from reportgen.word.identity import make_ids_unique
from reportgen.word.numbering import restart_lists
from reportgen.word.rows import release_tall_rows
from reportgen.word.signature import place_signatures
from reportgen.word.xml import PARAGRAPH_MARK, paragraphs_in_style, text_of, w

MARK_STYLE = "发文机关标志"
_CELL_ORDER = ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar",
               "textDirection", "tcFitText", "vAlign", "hideMark")  # fmt: skip


def mark_paragraphs(document: Document) -> None:
    """Give every paragraph of the template a mark that its copies keep, so that copies can be told apart later."""
    for number, paragraph in enumerate(document.element.body.iter(w("p")), 1):
        paragraph.set(PARAGRAPH_MARK, f"{number:08X}")


def finish(document: Document, shown: str) -> tuple[Problem, ...]:
    """Put the filled document right, in place."""
    body: Any = document.element.body
    restart_lists(document)
    release_tall_rows(document)
    place_signatures(document)
    for paragraph in body.iter(w("p")):
        paragraph.attrib.pop(PARAGRAPH_MARK, None)
    _make_cells_whole(body)
    make_ids_unique(document)
    return _mark_too_long(document, shown)


def _make_cells_whole(body: Any) -> None:
    """A cell ends with a paragraph, and its properties stand in the order of the schema."""
    for cell in body.iter(w("tc")):
        if not len(cell) or cell[-1].tag != w("p"):
            etree.SubElement(cell, w("p"))
        properties = cell.find(w("tcPr"))
        if properties is not None and properties.find(w("vMerge")) is not None:
            children = sorted(properties, key=lambda child: _CELL_ORDER.index(etree.QName(child).localname)
                              if etree.QName(child).localname in _CELL_ORDER else len(_CELL_ORDER))  # fmt: skip
            properties[:] = children


def _mark_too_long(document: Document, shown: str) -> tuple[Problem, ...]:
    """发文机关标志 stands on one line; its size is the template's, and the standard leaves it open (7.2.4)."""
    style = next((style for style in document.styles if style.name == MARK_STYLE), None)
    size = getattr(getattr(style, "font", None), "size", None)
    if style is None or size is None:
        return ()
    room = int(PAGE.text_width_tw / 20 / size.pt)
    for mark in (text_of(paragraph) for paragraph in paragraphs_in_style(document.element.body, style.style_id)):
        if len(mark) > room:
            fitting = int(PAGE.text_width_tw / 20 / len(mark))
            message = (
                f"发文机关标志“{mark}”有 {len(mark)} 个字，按样式的 {size.pt:g} 磅一行只排得下 {room} 个；"
                f"请在模板里把样式“{MARK_STYLE}”的字号改成 {fitting} 磅以下，或改用规范化简称"
            )
            return (Problem("issuer-mark-too-long", message, Place(file=shown), "warning"),)
    return ()
