"""What is to be seen of a paragraph at a glance: the evidence for its role."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.anatomy.formats import Letters
from reportgen.anatomy.model import Document, Paragraph, Role
from reportgen.anatomy.role_styles import role_of_style
from reportgen.anatomy.role_wording import key_of

_MARK_SONG = ("小标宋", "XiaoBiaoSong", "简标宋", "大标宋")
_RED_AT_LEAST, _OTHER_AT_MOST = 0xA0, 0x60
_SHIFTED_SHARE = 0.25
_TAB_CHARS = 2
_LOOKED_AT = 400


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph outside tables of data. `index` counts in Document.paragraphs from 0; `key` as in role_wording.

    `size_pt` and `face` are those of most of its characters; `pushed_chars` the blanks typed before its text;
    `opens_page` says that it is the first text after a page break, outside tables and boxes; `follows_table` that a table of data
    stands between it and the text before; `enclosed` that it stands in a text box or a cell; `group` joins the lines of one table or text box.
    """

    index: int
    paragraph: Paragraph
    key: str
    hint: Role | None
    size_pt: float
    face: str
    bold: bool
    red: bool
    pushed_chars: int
    opens_page: bool
    follows_table: bool
    shifted: bool
    group: tuple[str, int] | None

    @property
    def centred(self) -> bool:
        return self.paragraph.shape.align == "center" or self.pushed_chars >= 3

    @property
    def enclosed(self) -> bool:
        return self.group is not None

    @property
    def bordered(self) -> bool:
        return any(side in self.paragraph.shape.borders for side in ("top", "bottom", "between"))

    @property
    def in_mark_song(self) -> bool:
        """小标宋, the face of marks and titles."""
        return any(name in self.face for name in _MARK_SONG)


def lines_of(document: Document, left_out: frozenset[int]) -> tuple[Line, ...]:
    """The lines with visible text, in order; `left_out` are indexes of paragraphs in tables of data."""
    return tuple(_lines(document, left_out))


def _lines(document: Document, left_out: frozenset[int]) -> Iterator[Line]:
    breaks, section, table = False, 1, False
    hints: dict[str, Role | None] = {}
    for index, paragraph in enumerate(document.paragraphs):
        in_flow = paragraph.cell is None and paragraph.box is None
        if in_flow:
            breaks = breaks or paragraph.shape.page_break_before or _new_page(document, section, paragraph.section)
            section = paragraph.section
        text = paragraph.text
        visible = text.strip()
        table = table or index in left_out
        if not visible or index in left_out:
            breaks = breaks or (in_flow and "\f" in text)
            continue
        style = paragraph.shape.style
        if style not in hints:
            hints[style] = role_of_style(style)
        yield _line(
            document,
            index,
            paragraph,
            hints[style],
            in_flow and (breaks or "\f" in text[: text.index(visible[0])]),
            table,
        )
        table = False
        if in_flow:
            breaks = "\f" in text[text.rindex(visible[-1]) :]


def _new_page(document: Document, before: int, now: int) -> bool:
    return now != before and now <= len(document.sections) and document.sections[now - 1].starts != "continuous"


def _line(
    document: Document, index: int, paragraph: Paragraph, hint: Role | None, opens_page: bool, follows_table: bool
) -> Line:
    letters = _usual_letters(paragraph)
    pushed = _pushed(paragraph.text)
    return Line(
        index=index,
        paragraph=paragraph,
        key=key_of(paragraph.text),
        hint=hint,
        size_pt=letters.size_half_pt / 2,
        face=letters.faces.get("eastAsia") or letters.faces.get("ascii") or "",
        bold=letters.bold,
        red=is_red(letters.color),
        pushed_chars=pushed,
        opens_page=opens_page,
        follows_table=follows_table,
        shifted=_is_shifted(document, paragraph, pushed),
        group=_group(paragraph),
    )


def _usual_letters(paragraph: Paragraph) -> Letters:
    """The formatting of most characters."""
    runs = paragraph.shown_runs()
    if len(runs) == 1:
        return runs[0].letters
    longest = max(runs, key=lambda run: len(run.text.strip()), default=None)
    if longest is not None:
        return longest.letters
    return paragraph.label_letters or paragraph.mark_letters or Letters()


def is_red(color: str) -> bool:
    """FF0000 and its neighbours."""
    try:
        red, green, blue = (int(color[start : start + 2], 16) for start in (0, 2, 4))
    except ValueError:
        return False
    return red >= _RED_AT_LEAST and green <= _OTHER_AT_MOST and blue <= _OTHER_AT_MOST


def _pushed(text: str) -> int:
    """Blanks before the text, in characters; a half-width blank is half of one."""
    blanks = text[: len(text) - len(text.lstrip())]
    return sum(_TAB_CHARS * 2 if blank == "\t" else 2 if blank == "\u3000" else 1 for blank in blanks) // 2


def _is_shifted(document: Document, paragraph: Paragraph, pushed: int) -> bool:
    """Whether the text stands to the right of where body text begins, as signatures do."""
    shape = paragraph.shape
    if shape.align == "right" or (paragraph.cell is not None and paragraph.cell.column > 1):
        return True
    sections = document.sections
    width = sections[paragraph.section - 1].text_width_tw if 0 < paragraph.section <= len(sections) else 8800
    return shape.left_tw + max(shape.first_tw, 0) >= _SHIFTED_SHARE * width or pushed >= 6


def _group(paragraph: Paragraph) -> tuple[str, int] | None:
    if paragraph.box is not None:
        return "box", paragraph.box
    return ("table", paragraph.cell.table) if paragraph.cell else None


def usual_type(lines: Sequence[Line]) -> tuple[float, str]:
    """Size and face that most of the text has."""
    types: Counter[tuple[float, str]] = Counter()
    for line in lines[:_LOOKED_AT]:
        types[line.size_pt, line.face] += len(line.key)
    return types.most_common(1)[0][0] if types else (0, "")
