"""WordprocessingML from small pieces: runs, paragraphs, and the properties that styles are made of."""

from dataclasses import dataclass
from xml.sax.saxutils import escape

from reportgen.standard import RED

# Quotes, dashes and ellipses belong to both scripts; this makes Word take them from the Chinese face.
EAST_ASIAN = '<w:rFonts w:hint="eastAsia"/>'


@dataclass(frozen=True, slots=True)
class Type:
    """How characters look. `font` is the Chinese face; `western` the face of letters and digits."""

    font: str | None = None
    western: str | None = None
    half_pt: int | None = None
    spacing_tw: int | None = None
    colour: str | None = None

    def xml(self) -> str:
        """w:rPr, its children in the order the schema wants."""
        parts = []
        if self.font:
            western = self.western or self.font
            parts.append(
                f'<w:rFonts w:hint="eastAsia" w:ascii="{western}" w:hAnsi="{western}" '
                f'w:eastAsia="{self.font}" w:cs="{western}"/>'
            )
        if self.colour:
            parts.append(f'<w:color w:val="{self.colour}"/>')
        if self.spacing_tw is not None:
            parts.append(f'<w:spacing w:val="{self.spacing_tw}"/>')
        if self.half_pt:
            parts.append(f'<w:sz w:val="{self.half_pt}"/><w:szCs w:val="{self.half_pt}"/>')
        return f"<w:rPr>{''.join(parts)}</w:rPr>" if parts else ""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a paragraph lies. Lengths in twips; `line_tw` is exact."""

    keep_next: bool = False
    keep_lines: bool = False
    page_break_before: bool = False
    red_line: tuple[int, int] | None = None  # weight in eighths of a point, distance in points
    tabs: tuple[tuple[str, int], ...] = ()
    before_tw: int = 0
    line_tw: int | None = None
    left_tw: int = 0
    right_tw: int = 0
    first_tw: int = 0  # negative: hanging
    first_chars: int = 0  # what Word and WPS show and follow; LibreOffice takes first_tw
    align: str | None = None
    level: int | None = None  # outline level, 0 is the highest

    def xml(self) -> str:
        """w:pPr, its children in the order the schema wants."""
        parts = [
            "<w:keepNext/>" if self.keep_next else "",
            "<w:keepLines/>" if self.keep_lines else "",
            "<w:pageBreakBefore/>" if self.page_break_before else "",
            _bottom_border(self.red_line) if self.red_line else "",
            _tabs(self.tabs),
            self._spacing(),
            self._indent(),
            f'<w:jc w:val="{self.align}"/>' if self.align else "",
            "" if self.level is None else f'<w:outlineLvl w:val="{self.level}"/>',
        ]
        return f"<w:pPr>{''.join(parts)}</w:pPr>" if any(parts) else ""

    def _spacing(self) -> str:
        if self.line_tw is None:
            return ""
        line = f'w:line="{self.line_tw}" w:lineRule="exact"'
        return f'<w:spacing w:before="{self.before_tw}" w:after="0" {line}/>'

    def _indent(self) -> str:
        if not (self.left_tw or self.right_tw or self.first_tw):
            return ""
        first = ""
        if self.first_tw < 0:
            first = f' w:hanging="{-self.first_tw}"'
        elif self.first_tw:
            chars = f' w:firstLineChars="{self.first_chars}"' if self.first_chars else ""
            first = f'{chars} w:firstLine="{self.first_tw}"'
        return f'<w:ind w:left="{self.left_tw}" w:right="{self.right_tw}"{first}/>'


def run(text: str, style: str | None = None) -> str:
    """A run of text; `style` is the id of a character style. A tab in `text` is a tab in Word."""
    styled = f'<w:rStyle w:val="{style}"/>' if style else ""
    pieces = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in text.split("\t"))
    return f"<w:r><w:rPr>{styled}{EAST_ASIAN}</w:rPr>{pieces}</w:r>"


def paragraph(style: str, *content: str, inner: str = "") -> str:
    """A paragraph of a style. Content that is not yet markup becomes a run; `inner` goes into w:pPr."""
    runs = "".join(piece if piece.startswith("<w:") else run(piece) for piece in content if piece)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{inner}</w:pPr>{runs}</w:p>'


def _bottom_border(line: tuple[int, int]) -> str:
    weight, space = line
    return f'<w:pBdr><w:bottom w:val="single" w:sz="{weight}" w:space="{space}" w:color="{RED}"/></w:pBdr>'


def _tabs(tabs: tuple[tuple[str, int], ...]) -> str:
    stops = "".join(f'<w:tab w:val="{kind}" w:pos="{position}"/>' for kind, position in tabs)
    return f"<w:tabs>{stops}</w:tabs>" if stops else ""
