"""Documents of a few lines, built by hand, and the roles that their lines are given."""

from collections.abc import Sequence
from dataclasses import replace

from reportgen.anatomy.formats import Alignment, Border, Letters, Run, Shape
from reportgen.anatomy.model import Cell, Document, Drawing, Paragraph, Role, Section, Settings, Table
from reportgen.anatomy.roles import assign

FANG, HEI, KAI, SONG, MARK_SONG = "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体", "方正小标宋简体"
PAGE_WIDE = Section(1, 11906, 16838, 2098, 1464, 1984, 1587)
LINED = {side: Border("single", 4) for side in ("top", "bottom", "left", "right", "insideH", "insideV")}


def letters(face: str = FANG, size_pt: float = 16, color: str = "auto", bold: bool = False) -> Letters:
    faces = dict.fromkeys(("eastAsia", "ascii", "hAnsi", "cs"), face)
    return Letters(faces=faces, size_half_pt=size_pt * 2, color=color, bold=bold)


def line(
    text: str = "",
    *,
    face: str = FANG,
    pt: float = 16,
    color: str = "auto",
    bold: bool = False,
    align: Alignment = "both",
    first: float = 0,
    left: float = 0,
    style: str = "",
    page_break: bool = False,
    border: tuple[str, str] | None = None,
    cell: Cell | None = None,
    box: int | None = None,
    label: str = "",
    rest: tuple[str, str] | None = None,
    section: int = 1,
) -> Paragraph:
    """A paragraph; `rest` is a second run as (text, face), `border` a side and its colour."""
    runs = (Run(text, letters(face, pt, color, bold)),) if text else ()
    if rest:
        runs = (*runs, Run(rest[0], letters(rest[1], pt)))
    borders = {border[0]: Border("single", 12, border[1])} if border else {}
    shape = Shape(style=style, align=align, left_tw=left, first_tw=first, page_break_before=page_break, borders=borders)
    shown = label + text + (rest[0] if rest else "")
    return Paragraph(0, runs, shape, cell=cell, box=box, label=label, text=shown, section=section)


def mark(text: str = "示例市人民政府文件") -> Paragraph:
    return line(text, face=MARK_SONG, pt=42, color="FF0000", align="center")


def number(text: str = "示政〔2022〕5号") -> Paragraph:
    return line(text, align="center", border=("bottom", "FF0000"))


def title(text: str = "关于开展专项整治工作的通知", **changed: object) -> Paragraph:
    return line(text, **{"face": MARK_SONG, "pt": 22, "align": "center", **changed})  # type: ignore[arg-type]


def recipients(text: str = "各县（市、区）人民政府：") -> Paragraph:
    return line(text)


def body(text: str = "现将有关事项通知如下，请认真贯彻执行，确保各项任务按期完成。") -> Paragraph:
    return line(text, first=640)


def signature(text: str = "示例市人民政府", **changed: object) -> Paragraph:
    return line(text, **{"align": "center", "left": 4095, **changed})  # type: ignore[arg-type]


def date(text: str = "2022年3月1日", **changed: object) -> Paragraph:
    return line(text, **{"align": "center", "left": 4095, **changed})  # type: ignore[arg-type]


def document(
    *paragraphs: Paragraph,
    tables: Sequence[Table] = (),
    drawings: Sequence[Drawing] = (),
    sections: Sequence[Section] = (PAGE_WIDE,),
    others: Sequence[Paragraph] = (),
) -> Document:
    numbered = tuple(replace(paragraph, number=number) for number, paragraph in enumerate(paragraphs, 1))
    return Document("例.docx", numbered, tuple(others), tuple(tables), tuple(drawings), tuple(sections), Settings(), {})


def assigned(*paragraphs: Paragraph, tables: Sequence[Table] = (), drawings: Sequence[Drawing] = ()) -> Document:
    return assign(document(*paragraphs, tables=tables, drawings=drawings))


def roles(*paragraphs: Paragraph, tables: Sequence[Table] = (), drawings: Sequence[Drawing] = ()) -> list[Role]:
    """The roles of the paragraphs of a document, in order."""
    return [paragraph.role for paragraph in assigned(*paragraphs, tables=tables, drawings=drawings).paragraphs]
