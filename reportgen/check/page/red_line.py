"""The red line below 发文字号: clause 7.2.7."""

from collections.abc import Iterator

from reportgen.anatomy import Border, Drawing, Paragraph, Shape, Table
from reportgen.check.norm import Norm
from reportgen.check.page.colour import colour_text, is_red
from reportgen.check.page.lengths import MM_TW, mm, mm_text
from reportgen.check.page.lines import Span
from reportgen.check.page.masthead import Masthead, in_line, masthead_of
from reportgen.check.rule import Case, Flaw, Rule, place_of

_ROUNDING_MM = 0.05
_TABLE_OFF_MM = 4
"""Tables stick out by the margins of their cells; only what is off by more than this is told."""
_GAP_OFF_MM = 1
_BASELINE, _DESCENT_PT, _LEAST_PT = 0.8, 2.27, 1
"""Between the characters of a line and its lower edge: a fifth of an exact line less what they reach below the base
line (measured), or hardly anything, according to the program."""
_SHORTEST_LINE_MM = 60
_BROKEN = frozenset(
    {"dashed", "dotted", "dashSmallGap", "dotDash", "dotDotDash", "dashDotStroked", "wave", "doubleWave"}
)
_DRAWN_OFF_MM = 3
"""Where the anchor's paragraph begins is told by the programs less exactly than a border's gap."""


def judge_red_line(case: Case) -> Iterator[Flaw]:
    """7.2.7: a red line as wide as the type area, 4 mm below 发文字号, whatever it is made of."""
    masthead = masthead_of(case.document)
    number = masthead.number
    if number is None or not masthead.marks or not masthead.is_usual:
        return
    bordered = [
        one for one in masthead.above if one.number >= number.number and _line_of(one.shape) and one.cell is None
    ]
    if bordered:
        yield from _paragraph_line(number, bordered[0], case.norm)
        return
    tables = [table for table in masthead.tables if _table_lines(table)]
    if tables:
        yield from _table_line(tables[-1], number, case.norm)
    elif drawings := [one for one in masthead.drawings if _may_be_line(one)]:
        yield from _drawn_line(drawings, number, case.norm)
    elif not _below_number_in_cell(masthead):
        message = (
            f"发文字号之下没有红色分隔线；应在其下 {case.norm.red_line_gap_mm:g} mm 处印一条与版心等宽的红色分隔线"
        )
        yield Flaw(message, place_of(number), "红色分隔线", "没有")


def _line_of(shape: Shape) -> Border | None:
    return shape.borders.get("bottom") or shape.borders.get("top") or shape.borders.get("between")


def _below_number_in_cell(masthead: Masthead) -> bool:
    """A line within a table's cell, or something else that the file does not tell of."""
    return any(one.cell is not None and _line_of(one.shape) for one in masthead.above)


def _paragraph_line(number: Paragraph, bearer: Paragraph, norm: Norm) -> Iterator[Flaw]:
    border = _line_of(bearer.shape)
    if border is None:
        return
    if bearer is number and "bottom" not in bearer.shape.borders and "top" in bearer.shape.borders:
        message = "红色分隔线画在了发文字号之上，应在其下；请把段落的上框线改为下框线"
        yield Flaw(message, place_of(number), "发文字号之下", "发文字号之上")
        return
    place = place_of(bearer if bearer.text.strip() else number)
    yield from _colour_flaw(border.color, number)
    yield from _style_flaw(border.style, number)
    shape = bearer.shape
    left, right = shape.left_tw + min(shape.first_tw, 0), shape.right_tw
    if in_line(bearer) and mm(abs(left) + abs(right)) > norm.tolerance_mm + _ROUNDING_MM:
        measured = mm_text(norm.type_width_mm - mm(left + right))
        message = "红色分隔线应与版心等宽；段落边框随缩进变短或变长，请去掉这一段的左右缩进（字号位置用制表符）"
        yield Flaw(message, place, mm_text(norm.type_width_mm), measured)
    gap = _gap_pt(number, bearer, border) if in_line(number) else None
    wanted = norm.red_line_gap_mm
    if gap is not None and not gap.near(wanted * 72 / 25.4, _GAP_OFF_MM * 72 / 25.4):
        measured = mm_text(gap.middle * 25.4 / 72)
        message = f"红色分隔线应在发文字号之下 {wanted:g} mm，现约 {measured}；请调整边框与文字的距离（约 8 磅）"
        yield Flaw(message, place, mm_text(wanted), f"约 {measured}")


def _gap_pt(number: Paragraph, bearer: Paragraph, border: Border) -> Span | None:
    """From the characters of 发文字号 to the line; None where the file does not tell."""
    shape = number.shape
    if shape.line_rule != "exact" or number.shape.borders.get("bottom") is not border:
        return None if bearer is number or bearer.number != number.number + 1 else _gap_over_empty(number, bearer)
    return _below_characters(shape) + Span.of(border.space_pt)


def _below_characters(shape: Shape) -> Span:
    exact = shape.line_tw / 20 * (1 - _BASELINE) - _DESCENT_PT
    return Span(min(_LEAST_PT, exact), max(_LEAST_PT, exact))


def _gap_over_empty(number: Paragraph, bearer: Paragraph) -> Span | None:
    """The gap where the next paragraph, an empty one of exact height, carries the line below itself."""
    border, shape = bearer.shape.borders.get("bottom"), bearer.shape
    known = number.shape.line_rule == shape.line_rule == "exact" and not bearer.text.strip()
    if border is None or not known:
        return None
    between = max(number.shape.after_tw, shape.before_tw) + shape.line_tw
    return _below_characters(number.shape) + Span.of(between / 20 + border.space_pt)


def _colour_flaw(color: str, number: Paragraph) -> Iterator[Flaw]:
    if not is_red(color):
        measured = "黑色" if color in ("auto", "000000") else colour_text(color)
        message = f"发文字号之下的分隔线应为红色，现为{measured}；请改为红色（FF0000）"
        yield Flaw(message, place_of(number), "红色（FF0000）", measured)


def _style_flaw(style: str, number: Paragraph) -> Iterator[Flaw]:
    """The clause speaks of one line; that it is unbroken it takes for granted."""
    if style in _BROKEN:
        message = "发文字号之下的红色分隔线用了虚线，应为一条实线；请改为单实线"
        yield Flaw(message, place_of(number), "单实线", "虚线", "GEN")


def _table_lines(table: Table) -> list[Border]:
    rows = [
        border
        for sides in table.row_borders.values()
        for side, border in sides.items()
        if side in ("top", "bottom") and border.style != "nil"
    ]
    return [*(table.borders[side] for side in ("top", "bottom", "insideH") if side in table.borders), *rows]


def _table_line(table: Table, number: Paragraph, norm: Norm) -> Iterator[Flaw]:
    lines = _table_lines(table)
    if not any(is_red(line.color) for line in lines):
        yield from _colour_flaw(lines[0].color, number)
    width = mm(table.width_tw) if table.width_tw else norm.type_width_mm
    if abs(width - norm.type_width_mm) > _TABLE_OFF_MM:
        yield _width_flaw(width, number, norm)


def _may_be_line(drawing: Drawing) -> bool:
    """Whether a drawing may be the line, or may hide it."""
    width = drawing.frame.width_tw
    return drawing.kind != "textbox" and (width is None or width >= _SHORTEST_LINE_MM * MM_TW)


def _drawn_line(drawings: list[Drawing], number: Paragraph, norm: Norm) -> Iterator[Flaw]:
    lines = [one for one in drawings if one.kind == "line" and one.frame.width_tw]
    if not lines or len(lines) < len(drawings):
        return
    if all(one.line_color and not is_red(one.line_color) for one in lines):
        yield from _colour_flaw(lines[0].line_color or "", number)
    width = max(mm(one.frame.width_tw or 0) for one in lines)
    if abs(width - norm.type_width_mm) > norm.tolerance_mm + _ROUNDING_MM:
        yield _width_flaw(width, number, norm)
    if len(lines) == 1:
        yield from _drawn_gap(lines[0], number, norm)


def _drawn_gap(line: Drawing, number: Paragraph, norm: Norm) -> Iterator[Flaw]:
    """The gap of a line that is anchored in the paragraph of 发文字号 and put by an offset from its top."""
    frame, shape = line.frame, number.shape
    known = frame.y_from in ("paragraph", "text") and frame.y_tw is not None and not line.inline
    if not known or line.paragraph != number.number or shape.line_rule != "exact" or not in_line(number):
        return
    wanted, below = norm.red_line_gap_mm, _below_characters(shape)
    gap = Span.of(((frame.y_tw or 0) - shape.line_tw) / 20) + below
    if not gap.near(wanted * 72 / 25.4, _DRAWN_OFF_MM * 72 / 25.4):
        measured = mm_text(gap.middle * 25.4 / 72)
        message = f"红色分隔线应在发文字号之下 {wanted:g} mm，现约 {measured}；请上下移动这条线"
        yield Flaw(message, place_of(number), mm_text(wanted), f"约 {measured}")


def _width_flaw(width: float, number: Paragraph, norm: Norm) -> Flaw:
    wanted = mm_text(norm.type_width_mm)
    message = f"红色分隔线应与版心等宽（{wanted}），现为 {mm_text(width)}；请改正"
    return Flaw(message, place_of(number), wanted, mm_text(width))


RULES = (
    Rule("7.2.7-red-line", "GB/T 9704-2012 7.2.7", "MUST", "发文字号之下 4 mm 处居中印一条与版心等宽的红色分隔线", judge_red_line),
)  # fmt: skip
