"""Which part of an official document each paragraph is, by several kinds of evidence together.

Order, wording, place on the line, style, size, face and colour all speak; one of them may be wrong and the role is still
found, because it is the rules that report the mistake. What no evidence speaks for is OTHER, which no rule judges.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reportgen.anatomy.model import Document, Drawing, Paragraph, Role
from reportgen.anatomy.role_headings import Heading
from reportgen.anatomy.role_line import is_red, lines_of
from reportgen.anatomy.role_masthead import MASTHEAD
from reportgen.anatomy.role_stories import sections_with_roles, with_roles
from reportgen.anatomy.role_tables import roles_in_tables
from reportgen.anatomy.role_texts import line_roles

_ABOVE_TEXT = (*MASTHEAD, Role.TITLE, Role.OTHER)
_PICTURES = ("picture", "ole", "chart")


def assign(document: Document) -> Document:
    """The document with role, level and heading length on every paragraph; in linear time."""
    in_tables = roles_in_tables(document)
    lines = lines_of(document, frozenset(in_tables))
    found = {line.index: heading for line, heading in zip(lines, line_roles(lines), strict=True)}
    found.update({index: Heading(role) for index, role in in_tables.items()})
    found.update({index: Heading(role) for index, role in _without_text(document, found)})
    return replace(
        document,
        paragraphs=tuple(_with_role(paragraph, found[index]) for index, paragraph in enumerate(document.paragraphs)),
        others=with_roles(document.others),
        sections=sections_with_roles(document.sections),
    )


def _with_role(paragraph: Paragraph, heading: Heading) -> Paragraph:
    return replace(paragraph, role=heading.role, level=heading.level, heading_length=heading.length)


def _without_text(document: Document, found: Mapping[int, Heading]) -> Iterator[tuple[int, Role]]:
    """Blank lines, those that carry a picture, and those that carry the red line of the masthead."""
    anchored = _drawings(document)
    above_text, last = True, None
    for index, paragraph in enumerate(document.paragraphs):
        if index in found:
            last = found[index].role
            above_text = above_text and last in _ABOVE_TEXT
            continue
        drawings = anchored.get(paragraph.number, ())
        below_number = last in (Role.DOCUMENT_NUMBER, Role.SIGNATORY)
        if any(drawing.kind in _PICTURES for drawing in drawings):
            yield index, Role.OTHER
        elif above_text and _carries_line(paragraph, drawings, below_number):
            last = Role.RED_LINE
            yield index, Role.RED_LINE
        else:
            yield index, Role.BLANK


def _drawings(document: Document) -> Mapping[int, Sequence[Drawing]]:
    """Drawings of the body by the number of the paragraph that anchors them."""
    part = document.paragraphs[0].part if document.paragraphs else ""
    anchored: dict[int, list[Drawing]] = defaultdict(list)
    for drawing in document.drawings:
        if drawing.part == part:
            anchored[drawing.paragraph].append(drawing)
    return anchored


def _carries_line(paragraph: Paragraph, drawings: Sequence[Drawing], below_number: bool) -> bool:
    if any(drawing.kind == "line" for drawing in drawings):
        return below_number
    borders = [border for side, border in paragraph.shape.borders.items() if side in ("top", "bottom", "between")]
    borders = [border for border in borders if border.style not in ("none", "nil")]
    return any(below_number or is_red(border.color) for border in borders)
