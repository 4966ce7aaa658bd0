"""The lines of the imprint and its place: clause 7.4.1."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportgen.anatomy import Border, Document, Frame, Paragraph, Role, Section, Table
from reportgen.check.norm import Norm
from reportgen.check.page.colour import is_red
from reportgen.check.page.flow import Flow, flow_of, table_of
from reportgen.check.page.kinds_of_form import is_file
from reportgen.check.page.lengths import MM_TW, mm, mm_text
from reportgen.check.page.stretches import section_of
from reportgen.check.rule import Case, Flaw, Rule, place_of
from reportgen.standard import IMPRINT, RED

PARTS = (Role.IMPRINT_RECIPIENTS, Role.COPIES, Role.PRINTED)
_THICK = (IMPRINT.thick_eighths - 1, IMPRINT.thick_eighths + 2)
_THIN = (IMPRINT.thin_eighths - 2, IMPRINT.thin_eighths + 1)
_EIGHTHS_OF_MM = 8 * 72 / 25.4
_WIDTH_SLACK_TW = 170
_INDENT_SLACK_TW = 400
"""A paragraph's border follows its indent; text one 字 in is asked for, so that much is let be."""
_UNBROKEN = frozenset({"single", "thick"})
_STYLES = {"double": "双线", "triple": "三线", "wave": "波浪线"}
_NEAR = 3
"""A line drawn this many paragraphs off may belong to the imprint."""


@dataclass(frozen=True, slots=True)
class _Lines:
    """First, middle and last line; None where there is none."""

    first: Border | None
    middle: Sequence[Border | None]
    last: Border | None
    first_at: Paragraph
    last_at: Paragraph


def imprint_of(document: Document) -> tuple[Paragraph, ...]:
    """The paragraphs of the last imprint."""
    return document.of_role(*PARTS)


def judge_lines(case: Case) -> Iterator[Flaw]:
    """A thick first and last line and a thin one between, as wide as the type area."""
    document, parts = case.document, imprint_of(case.document)
    lines = _lines(document, parts) if parts else None
    if lines is None or _is_drawn(document, parts) or not is_plain_form(document):
        return
    if _shown(lines.first) is None:
        message = "版记没有首条分隔线；请在版记第一个要素之上加一条粗线（0.35 mm）"
        yield Flaw(message, place_of(lines.first_at), "有首条分隔线", "没有")
    if _shown(lines.last) is None:
        message = "版记没有末条分隔线；请在版记最后一个要素之下加一条粗线（0.35 mm）"
        yield Flaw(message, place_of(lines.last_at), "有末条分隔线", "没有")
    yield from _missing_middle(lines, parts)
    yield from _styles(lines)
    yield from _weights(lines)
    yield from _widths(document, parts, case.norm)


def is_plain_form(document: Document) -> bool:
    """Letters have an imprint without lines (10.1): only what is for certain no letter is judged by 7.4.1."""
    return is_file(document) or not document.of_role(Role.ISSUER_MARK)


def _lines(document: Document, parts: Sequence[Paragraph]) -> _Lines | None:
    table = table_of(document, parts[0])
    if table is not None and all(one.cell and one.cell.table == table.number for one in parts):
        return _of_table(table, parts)
    if any(one.cell for one in parts):
        return None
    return _of_paragraphs(document, parts)


def _of_table(table: Table, parts: Sequence[Paragraph]) -> _Lines:
    rows = sorted({one.cell.row for one in parts if one.cell})
    middle = [_between(table, row) for row in rows[:-1]]
    return _Lines(_top(table, rows[0]), middle, _bottom(table, rows[-1]), parts[0], parts[-1])


def _row(table: Table, row: int) -> Mapping[str, Border]:
    return table.row_borders.get(row, {})


def _top(table: Table, row: int) -> Border | None:
    if row > 1:
        return _between(table, row - 1)
    return _row(table, row).get("top") or table.borders.get("top")


def _missing_middle(lines: _Lines, parts: Sequence[Paragraph]) -> Iterator[Flaw]:
    """Between 抄送机关 and 印发机关 stands a line; rows of a table say for certain whether there is one."""
    rows = [one.cell.row if one.cell else 0 for one in parts]
    places = sorted(set(rows))
    if len(lines.middle) != len(places) - 1:
        return
    for above, below in itertools.pairwise(range(len(parts))):
        parted = rows[below] > rows[above] > 0 and parts[below].role is Role.PRINTED is not parts[above].role
        if parted and _shown(lines.middle[places.index(rows[above])]) is None:
            message = "印发机关和印发日期与上面的要素之间没有分隔线；请加一条细线（0.25 mm）"
            yield Flaw(message, place_of(parts[below]), "有细分隔线", "没有")


def _styles(lines: _Lines) -> Iterator[Flaw]:
    for border, name, place in (
        (lines.first, "首条", lines.first_at), *((line, "中间的", lines.last_at) for line in lines.middle), (lines.last, "末条", lines.last_at),
    ):  # fmt: skip
        shown = _shown(border)
        if shown is not None and shown.style not in _UNBROKEN:
            message = f"版记{name}分隔线应为一条实线；请改为单实线"
            yield Flaw(message, place_of(place), "单实线", _STYLES.get(shown.style, "虚线"), "GEN")
        if shown is not None and is_red(shown.color):
            message = f"版记{name}分隔线是红色；红色只用于版头，请改为黑色"
            yield Flaw(message, place_of(place), "黑色", "红色", "GEN")


def _bottom(table: Table, row: int) -> Border | None:
    if row < table.rows:
        return _between(table, row)
    return _row(table, row).get("bottom") or table.borders.get("bottom")


def _between(table: Table, row: int) -> Border | None:
    own = _shown(_row(table, row).get("bottom")) or _shown(_row(table, row + 1).get("top"))
    said = "bottom" in _row(table, row) or "top" in _row(table, row + 1)
    return own if said else table.borders.get("insideH")


def _of_paragraphs(document: Document, parts: Sequence[Paragraph]) -> _Lines:
    places = {one.number: index for index, one in enumerate(document.paragraphs)}
    first, last = places[parts[0].number], places[parts[-1].number]
    paragraphs = document.paragraphs
    above = paragraphs[first - 1] if first else None
    below = paragraphs[last + 1] if last + 1 < len(paragraphs) else None
    middle = [
        _side(upper, "bottom") or _side(lower, "top") or _side(upper, "between")
        for upper, lower in itertools.pairwise(parts)
    ]
    return _Lines(
        _side(parts[0], "top") or _side(above, "bottom") or _empty_side(above, "top"),
        [] if all(line is None for line in middle) else middle,
        _side(parts[-1], "bottom") or _side(below, "top") or _empty_side(below, "bottom"),
        parts[0],
        parts[-1],
    )


def _side(paragraph: Paragraph | None, side: str) -> Border | None:
    return paragraph.shape.borders.get(side) if paragraph else None


def _empty_side(paragraph: Paragraph | None, side: str) -> Border | None:
    """The line of an empty paragraph that stands there for its line alone."""
    return _side(paragraph, side) if paragraph and not paragraph.text.strip() else None


def _shown(border: Border | None) -> Border | None:
    return border if border is not None and border.style not in ("nil", "none") and border.eighths > 0 else None


def _is_drawn(document: Document, parts: Sequence[Paragraph]) -> bool:
    """Whether lines are drawn that may be the imprint's: black ones anywhere, others beside it; the file does not tell."""
    low, high = parts[0].number - _NEAR, parts[-1].number + _NEAR
    return any(
        drawing.kind in ("line", "shape")
        and drawing.part == parts[0].part
        and (low <= drawing.paragraph <= high or (drawing.kind == "line" and drawing.line_color != RED))
        for drawing in document.drawings
    )


def _weights(lines: _Lines) -> Iterator[Flaw]:
    for border, name, place in ((lines.first, "首条", lines.first_at), (lines.last, "末条", lines.last_at)):
        shown = _shown(border)
        if shown is not None and not _THICK[0] <= shown.eighths <= _THICK[1]:
            message = f"版记{name}分隔线推荐用粗线（0.35 mm，即1磅）；请调整线宽"
            yield Flaw(message, place_of(place), "0.35 mm", _weight(shown), "REC")
    for border in lines.middle:
        shown = _shown(border)
        if shown is not None and not _THIN[0] <= shown.eighths <= _THIN[1]:
            message = "版记中间的分隔线推荐用细线（0.25 mm，即0.75磅）；请调整线宽"
            yield Flaw(message, place_of(lines.last_at), "0.25 mm", _weight(shown), "REC")


def _weight(border: Border) -> str:
    return f"{border.eighths / _EIGHTHS_OF_MM:.2f} mm"


def _widths(document: Document, parts: Sequence[Paragraph], norm: Norm) -> Iterator[Flaw]:
    section = section_of(document, parts[0])
    table = table_of(document, parts[0])
    if section is None or (parts[0].box is not None and table is None) or section.landscape:
        return
    if table is not None:
        width = table.width_tw
        wrong = width is not None and not is_as_wide(width, section, norm)
    else:
        width = section.text_width_tw - _inset(parts[0])
        wrong = bool(parts[0].shape.borders) and _inset(parts[0]) > 2 * _INDENT_SLACK_TW
    if wrong and width is not None:
        message = "版记中的分隔线应当与版心等宽；请调整宽度"
        yield Flaw(message, place_of(parts[0]), mm_text(mm(section.text_width_tw)), mm_text(mm(width)))


def is_as_wide(width: float, section: Section, norm: Norm) -> bool:
    """As wide as the type area that is asked for, or as the page's own: that one is judged elsewhere (5.2.1)."""
    return any(abs(width - wide) <= _WIDTH_SLACK_TW for wide in (section.text_width_tw, norm.type_width_mm * MM_TW))


def _inset(paragraph: Paragraph) -> float:
    shape = paragraph.shape
    return max(shape.left_tw + min(shape.first_tw, 0), 0) + max(shape.right_tw, 0)


def judge_place(case: Case) -> Iterator[Flaw]:
    """The imprint ends the document, and its last line lies on the type area's lower edge."""
    document, parts = case.document, imprint_of(case.document)
    if not parts:
        return
    flow = flow_of(document)
    frame = _frame(document, parts[0])
    after = _after(flow, parts[-1], floats=frame is not None or parts[-1].box is not None)
    if after is not None:
        message = "版记之后还有内容；版记应当是公文的最后一部分，请移到最后（附件在版记之前）"
        yield Flaw(message, place_of(after), "版记在最后", "版记之后还有内容")
    if frame is not None and _is_misplaced(frame):
        message = "版记应当置于最后一面，末条分隔线与版心下边缘重合；请设为相对于页边距底端对齐"
        yield Flaw(message, place_of(parts[0]), "版心下边缘", _frame_place(frame))


def _frame(document: Document, paragraph: Paragraph) -> Frame | None:
    """Where the imprint floats, if it does: its box, its frame or its table."""
    if paragraph.box is not None:
        drawings = (one for one in document.drawings if one.number == paragraph.box and one.part == paragraph.part)
        return next((one.frame for one in drawings if not one.inline), None)
    table = table_of(document, paragraph)
    return table.frame if table is not None else paragraph.shape.frame


def _after(flow: Flow, last: Paragraph, floats: bool) -> Paragraph | None:
    """Text below the imprint; below one that floats, only what is for certain on a later page."""
    for paragraph in flow.below(last):
        in_same_table = paragraph.cell and last.cell and paragraph.cell.table == last.cell.table
        if not paragraph.text.strip() or in_same_table or paragraph.role in PARTS:
            continue
        if not floats or paragraph.role is Role.ATTACHMENT_LABEL or flow.gap_above(paragraph).page_begins:
            return paragraph
        return None
    return None


def _is_misplaced(frame: Frame) -> bool:
    if frame.y_align is not None and frame.y_from in ("margin", "page"):
        return frame.y_align != "bottom" or frame.y_from == "page"
    return False


def _frame_place(frame: Frame) -> str:
    where = {"page": "页面", "margin": "页边距"}.get(frame.y_from or "", "")
    side = {"top": "顶端", "center": "居中", "bottom": "底端"}.get(frame.y_align or "", frame.y_align or "")
    return f"相对于{where}{side}"


RULES = (
    Rule(
        "7.4.1-imprint-lines", "GB/T 9704-2012 7.4.1", "MUST",
        "版记中的分隔线与版心等宽，首条和末条用粗线（推荐0.35mm），中间的用细线（推荐0.25mm）", judge_lines,
    ),
    Rule(
        "7.4.1-imprint-place", "GB/T 9704-2012 7.4.1", "MUST",
        "版记置于公文最后一面，末条分隔线与最后一面的版心下边缘重合", judge_place,
    ),
)  # fmt: skip
