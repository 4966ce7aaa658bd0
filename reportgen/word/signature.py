"""署名 and 成文日期 without a seal (GB/T 9704-2012, clause 7.3.5.2).

The name ends 2 字 from the right edge; the date begins 2 字 right of the name. Where the date is
the longer one, the date ends 2 字 from the edge and the name moves left with it. Both indents
follow from the length of the text, which no style can say: this is the only formatting computed here.
"""

from typing import Any

from docx.document import Document
from docx.shared import Twips
from docx.text.paragraph import Paragraph

from reportgen.word.xml import paragraphs_in_style, style_of, text_of

NAME_STYLE, DATE_STYLE = "署名（不盖章）", "成文日期（不盖章）"
LINE_CHARACTERS = 28
TWIPS_PER_CHARACTER = 315  # 15.75 pt: three size (16 pt) less 0.25 pt, measured 28 to a line of 156 mm


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


def place_unsealed_signature(document: Document) -> None:
    """Set the left indents of each unsealed signature and the date below it."""
    ids = {style.name: style.style_id for style in document.styles}
    if NAME_STYLE not in ids or DATE_STYLE not in ids:
        return
    name: Any = None
    for paragraph in paragraphs_in_style(document.element.body, ids[NAME_STYLE], ids[DATE_STYLE]):
        if style_of(paragraph) == ids[NAME_STYLE]:
            name = paragraph
        elif name is not None:
            name_left, date_left = left_indents(text_of(name), text_of(paragraph))
            _indent(name, name_left)
            _indent(paragraph, date_left)
            name = None


def _indent(paragraph: Any, characters: float) -> None:
    layout = Paragraph(paragraph, paragraph.getparent()).paragraph_format
    layout.left_indent = Twips(round(characters * TWIPS_PER_CHARACTER))
    layout.right_indent = layout.first_line_indent = Twips(0)
