"""Names of WordprocessingML."""

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import nsmap

_W = f"{{{nsmap['w']}}}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"

PARAGRAPH_MARK = f"{_W}rsidRDefault"
"""An attribute of w:p that means nothing to the reader; used while filling, removed afterwards."""

PARAGRAPH_ID = f"{_W14}paraId"
TEXT_ID = f"{_W14}textId"


def w(name: str) -> str:
    """The qualified name of a WordprocessingML element or attribute."""
    return f"{_W}{name}"


def style_of(paragraph: Any) -> str | None:
    """The id of a paragraph's style."""
    found = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return found.get(f"{_W}val") if found is not None else None


def paragraphs_in_style(body: Any, *style_ids: str) -> Iterator[Any]:
    """The paragraphs that have one of the styles, in order."""
    styles = (style for style in body.iter(f"{_W}pStyle") if style.get(f"{_W}val") in style_ids)
    return (style.getparent().getparent() for style in styles)


def text_of(paragraph: Any) -> str:
    """The text of a paragraph, its runs joined."""
    return "".join(text.text or "" for text in paragraph.iter(f"{_W}t"))
