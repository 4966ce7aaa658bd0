"""Names of WordprocessingML elements, and how their attributes are read: anything odd counts as absent."""

import re
from collections.abc import Iterator

from lxml import etree

Element = etree._Element

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
SHAPES = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
ALTERNATIVES = "http://schemas.openxmlformats.org/markup-compatibility/2006"
VML = "urn:schemas-microsoft-com:vml"
OFFICE = "urn:schemas-microsoft-com:office:office"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"

_STRICT = {  # the same vocabulary under the names of the strict variant
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": WORD.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": RELATIONSHIP.encode(),
    b"http://purl.oclc.org/ooxml/drawingml/main": DRAWING.encode(),
    b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": PLACED.encode(),
}
_MEASURE = re.compile(r"\s*([+-]?\d+(?:\.\d+)?)\s*(pt|in|mm|cm|pc|pi|%|)\s*", re.ASCII)
_TWIPS = {"": 1.0, "%": 1.0, "pt": 20.0, "in": 1440.0, "mm": 1440 / 25.4, "cm": 14400 / 25.4, "pc": 240.0, "pi": 240.0}
_LARGEST = 1e7
EMU_PER_TWIP = 635


def transitional(content: bytes) -> bytes:
    """The content of a part, with strict names replaced by the usual ones."""
    if b"purl.oclc.org/ooxml" in content:
        for strict, usual in _STRICT.items():
            content = content.replace(strict, usual)
    return content


def w(name: str) -> str:
    """The qualified name of a WordprocessingML element or attribute."""
    return f"{{{WORD}}}{name}"


def r(name: str) -> str:
    """The qualified name of a relationship attribute."""
    return f"{{{RELATIONSHIP}}}{name}"


VAL = w("val")


def local(element: Element) -> str:
    """The name of an element without its namespace; nothing for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def namespace(element: Element) -> str:
    """The namespace of an element."""
    tag = element.tag
    return tag[1:].partition("}")[0] if isinstance(tag, str) and tag.startswith("{") else ""


def children(element: Element) -> Iterator[Element]:
    """Child elements; comments and processing instructions left out."""
    return (child for child in element if isinstance(child.tag, str))


def measure(value: str | None) -> float | None:
    """A length in twips (bare numbers are twips already, or whatever the attribute counts in)."""
    found = _MEASURE.fullmatch(value) if value is not None and len(value) < 40 else None
    if found is None:
        return None
    number = float(found[1]) * _TWIPS[found[2]]
    return number if abs(number) <= _LARGEST else None


def whole(value: str | None) -> int | None:
    """A whole number."""
    number = measure(value)
    return None if number is None else int(number)


def switch(element: Element | None) -> bool | None:
    """An on/off element: None where it is absent; on unless its value says otherwise."""
    if element is None:
        return None
    return element.get(VAL, "true") not in ("0", "false", "off", "none")
