"""署名 and 成文日期 (GB/T 9704-2012, clauses 7.3.5.1 and 7.3.5.2).

Sealed: the date ends 4 字 from the right edge, the name is centred over it. Unsealed: the name ends
2 字 from the edge and the date begins 2 字 right of it; where the date is the longer one, it ends
2 字 from the edge and the name moves left with it. All this follows from the length of the text,
which no style can say: it is the only formatting computed here.
"""

from collections.abc import Callable
from typing import Any

from docx.document import Document
from docx.shared import Twips
from docx.text.paragraph import Paragraph

from reportgen.standard import GRID, SIGNATURE
from reportgen.word.xml import paragraphs_in_style, style_of, text_of

UNSEALED_NAME, UNSEALED_DATE = "署名（不盖章）", "成文日期（不盖章）"
SEALED_NAME, SEALED_DATE = "署名（盖章）", "成文日期（盖章）"
LINE_CHARACTERS = GRID.chars


def width_in_characters(text: str) -> float:
    """Width in 字: digits and other ASCII count half (as in the official fonts), all else one."""
    return sum(0.5 if character.isascii() else 1 for character in text)


def left_indents(name: str, day: str) -> tuple[float, float]:
    """Left indents of name and date in 字, so that both stand as the clause says."""
    name_left = LINE_CHARACTERS - 2 - width_in_characters(name)
    date_left = name_left + 2
    if width_in_characters(day) > width_in_characters(name):
        date_left = LINE_CHARACTERS - 2 - width_in_characters(day)
        name_left = date_left - 2
    return max(name_left, 0), max(date_left, 0)


def sealed_indent(name: str, day: str) -> float:
    """Left indent in 字 of the box in which name and date are centred, its right edge that of the line.

    The date ends 4 字 from the right and the name is centred over it (7.3.5.1); a name too wide for
    that ends at the edge, the date still below its middle.
    """
    centre = max(SIGNATURE.sealed_right_chars + width_in_characters(day) / 2, width_in_characters(name) / 2)
    return max(LINE_CHARACTERS - 2 * centre, 0)


def place_signatures(document: Document) -> None:
    """Set the left indents of every signature and the date below it."""
    ids = {style.name: style.style_id for style in document.styles}
    for name_style, date_style, indents in (
        (UNSEALED_NAME, UNSEALED_DATE, left_indents),
        (SEALED_NAME, SEALED_DATE, lambda name, day: (sealed_indent(name, day),) * 2),
    ):
        if name_style in ids and date_style in ids:
            _place(document.element.body, ids[name_style], ids[date_style], indents)


def _place(body: Any, name_style: str, date_style: str, indents: Callable[[str, str], tuple[float, float]]) -> None:
    name: Any = None
    for paragraph in paragraphs_in_style(body, name_style, date_style):
        if style_of(paragraph) == name_style:
            name = paragraph
        elif name is not None:
            name_left, date_left = indents(text_of(name), text_of(paragraph))
            _indent(name, name_left)
            _indent(paragraph, date_left)
            name = None


def _indent(paragraph: Any, characters: float) -> None:
    layout = Paragraph(paragraph, paragraph.getparent()).paragraph_format
    layout.left_indent = Twips(round(characters * GRID.char_tw))
    layout.right_indent = layout.first_line_indent = Twips(0)
