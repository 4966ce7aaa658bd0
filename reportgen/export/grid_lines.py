"""Lines that snap to Word's grid, given the height that the grid gives them."""

import math
from collections.abc import Iterator

from lxml import etree

from reportgen.export.grid_formats import Formats, W, first_child, line_of, ordered_child, snaps

_NATURAL = 1.2  # height of a line of Chinese text without a grid, in sizes of its type
_OBJECTS = tuple(W + name for name in ("drawing", "pict", "object"))
_OFF_GRID = (f"{W}tc", f"{W}txbxContent")  # Word snaps neither table cells nor text boxes, unless it is told to


def fix_lines(document: etree._Element, formats: Formats) -> None:
    """Take the grid from every section and give its paragraphs exact lines instead."""
    for paragraphs, section in list(_sections(document)):
        grid = section.find(f"{W}docGrid")
        if grid is None or grid.get(f"{W}type") in (None, "default"):
            continue
        pitch = float(grid.get(f"{W}linePitch", "0"))
        if pitch > 0:
            for paragraph in paragraphs:
                _fix(paragraph, formats, pitch)
        etree.strip_attributes(grid, f"{W}type", f"{W}charSpace")


def _sections(document: etree._Element) -> Iterator[tuple[list[etree._Element], etree._Element]]:
    """The paragraphs of each section that can snap, with its properties."""
    paragraphs: list[etree._Element] = []
    for child in document.iterfind(f"{W}body/*"):
        paragraphs += [paragraph for paragraph in child.iter(f"{W}p") if _is_in_text(paragraph)]
        section = child if child.tag == f"{W}sectPr" else child.find(f"{W}pPr/{W}sectPr")
        if section is not None:
            yield paragraphs, section
            paragraphs = []


def _is_in_text(paragraph: etree._Element) -> bool:
    return not any(above.tag in _OFF_GRID for above in paragraph.iterancestors())


def _fix(paragraph: etree._Element, formats: Formats, pitch: float) -> None:
    """Lines of automatic height take as many grid lines as their letters need; a picture in them stays as it is."""
    sources = formats.sources(paragraph)
    line, rule = line_of(sources)
    if rule != "auto" or not snaps(sources) or any(True for _ in paragraph.iter(*_OBJECTS)):
        return
    cells = max(math.ceil(formats.largest_half_pt(paragraph) * 10 * _NATURAL / pitch), 1)
    spacing = ordered_child(first_child(paragraph, "pPr"), "spacing")
    spacing.set(f"{W}line", str(round(cells * pitch * line / 240)))
    spacing.set(f"{W}lineRule", "exact")
