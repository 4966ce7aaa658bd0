"""Where page numbers stand: clause 7.5, and clause 8 on turned pages."""

from collections.abc import Iterator

from reportgen.anatomy import Document, Paragraph
from reportgen.check.norm import Norm
from reportgen.check.page.flow import table_of
from reportgen.check.page.gather import gathered
from reportgen.check.page.lengths import MM_TW, mm_text
from reportgen.check.page.lines import Span, line_box
from reportgen.check.page.page_numbers import Number, numbers_of
from reportgen.check.page.sheet import turned_text
from reportgen.check.rule import Case, Flaw, Rule, place_of
from reportgen.errors import Place

_SLACK_CHARS = 0.65
_DASH_ABOVE_FOOT = (0.44, 0.52)
"""Measured: how far above the foot of its line the dash lies, in heights of the line."""
_NATURAL_LINE = (1.15, 1.45)
"""Height of a line with automatic spacing, in sizes of type, over the faces in use."""
_GAP_SLACK_MM = 2
_FOOT_MM = 37
"""The margin at the foot of the upright sheet, or its head where the type area is turned the other way."""
_RIGHT_SIDE = {"default": "right", "even": "left", "first": "right"}


def _turned(number: Number) -> bool:
    return number.section.width_tw > number.section.height_tw


def judge_place(case: Case) -> Iterator[Flaw]:
    """Odd numbers one 字 from the right, even ones from the left, the dash 7 mm below the type area."""
    numbers = [number for number in numbers_of(case.document) if not _turned(number)]
    yield from gathered((flaw for number in _once(numbers) for flaw in _of(case, number)), 1)
    yield from _not_mirrored(case.document, numbers)


def _once(numbers: list[Number]) -> Iterator[Number]:
    seen: set[tuple[str, int, str, float]] = set()
    for number in numbers:
        key = (number.paragraph.part, number.paragraph.number, number.pages, number.section.footer_tw)
        if key not in seen:
            seen.add(key)
            yield number


def _of(case: Case, number: Number) -> Iterator[Flaw]:
    if not number.in_footer and not number.floats:
        message = "页码应当编排在版心下边缘之下；请把页码从页眉移到页脚"
        yield Flaw(message, place_of(number.paragraph), "版心下边缘之下", "页眉")
        return
    if _is_centred(number):
        message = "页码居中了，应当单页码居右空一字，双页码居左空一字；请设“奇偶页不同”并分别对齐"
        yield Flaw(message, place_of(number.paragraph), "单页居右、双页居左", "居中")
    elif number.floats:
        yield from _side_of_frame(case.document, number)
    elif not number.in_cell:
        yield from _side(case.document, number, case.norm)
    if not number.floats and not number.in_cell:
        yield from _height(number, case.norm)


def _is_centred(number: Number) -> bool:
    if number.floats:
        return number.frame is not None and number.frame.x_align == "center"
    if number.in_cell:
        return False
    shape = number.paragraph.shape
    at_centre_stop = number.paragraph.text.startswith("\t") and bool(shape.tabs) and shape.tabs[0].alignment == "center"
    return shape.align == "center" or (at_centre_stop and number.paragraph.text.count("\t") == 1)


def _side(document: Document, number: Number, norm: Norm) -> Iterator[Flaw]:
    """One 字 from the outer edge; which edge that is, only where odd and even pages differ."""
    box = line_box(number.paragraph, number.section)
    if box is None:
        return
    char = norm.page_number_pt * 20
    blanks = {"left": box.left, "right": Span.of(number.section.text_width_tw) - box.right}
    right_side = _RIGHT_SIDE[number.pages]
    if not document.settings.even_and_odd:
        right_side = min(blanks, key=lambda side: blanks[side].middle)
    blank = blanks[right_side]
    if blank.near(char, _SLACK_CHARS * char) or blank.near(norm.body_pt * 20, _SLACK_CHARS * char):
        return
    which, side = ("双页码", "左") if number.pages == "even" else ("单页码", "右")
    measured = f"{'左' if right_side == 'left' else '右'}空{blank.middle / char:.1f}字"
    message = f"{which}应当居{side}空一字；请调整对齐方式和缩进"
    yield Flaw(message, place_of(number.paragraph), f"居{side}空1字", measured)


def _side_of_frame(document: Document, number: Number) -> Iterator[Flaw]:
    """A box or frame that is put to the inner edge; one put by an offset is let be."""
    align = number.frame.x_align if number.frame else None
    wrong = {"left": "right", "right": "left"}[_RIGHT_SIDE[number.pages]]
    if document.settings.even_and_odd and align == wrong:
        which, side = ("双页码", "左") if number.pages == "even" else ("单页码", "右")
        message = f"{which}应当居{side}空一字；请调整页码文本框的对齐方式"
        yield Flaw(message, place_of(number.paragraph), f"居{side}空1字", "居左" if align == "left" else "居右")


def _height(number: Number, norm: Norm) -> Iterator[Flaw]:
    gap = dash_below_tw(number)
    wanted = norm.page_number_gap_mm * MM_TW
    if gap is not None and not gap.near(wanted, _GAP_SLACK_MM * MM_TW):
        measured = mm_text(gap.middle / MM_TW)
        message = f"页码一字线应当上距版心下边缘{norm.page_number_gap_mm:g} mm；请调整页脚距页边的距离"
        yield Flaw(message, place_of(number.paragraph), mm_text(norm.page_number_gap_mm), measured)


def dash_below_tw(number: Number) -> Span | None:
    """How far the dash lies below the type area, by margin, footer distance and line height; None where lines follow."""
    paragraphs = number.section.footers.get(number.pages, ())
    lower = [one for one in paragraphs if one.number > number.paragraph.number and one.box is None]
    if any(one.text.strip() or one.cell for one in lower) or len(lower) > 1:
        return None
    foot = Span.of(number.section.bottom_tw - number.section.footer_tw - number.paragraph.shape.after_tw)
    for one in lower:
        foot = foot - _line_height(one, number) - Span.of(one.shape.before_tw + one.shape.after_tw)
    line = _line_height(number.paragraph, number)
    least, most = _DASH_ABOVE_FOOT
    return foot - Span(line.low * least, line.high * most)


def _line_height(paragraph: Paragraph, number: Number) -> Span:
    """Height of a line, exact or by its size; on a line grid Word may take one of its lines."""
    shape = paragraph.shape
    if shape.line_rule == "exact":
        return Span.of(shape.line_tw)
    runs = paragraph.shown_runs()
    letters = runs[0].letters if runs else paragraph.mark_letters
    size = max((run.letters.size_half_pt for run in runs), default=letters.size_half_pt if letters else 28) * 10
    factor = shape.line_tw / 240 if shape.line_rule == "auto" else 1
    least, most = (size * natural * factor for natural in _NATURAL_LINE)
    if shape.line_rule == "atLeast":
        least, most = max(least, shape.line_tw), max(most, shape.line_tw)
    grid = number.section.line_pitch_tw if number.section.grid and shape.snap_to_grid else None
    return Span(least, max(most, grid * factor if grid else 0))


def _not_mirrored(document: Document, numbers: list[Number]) -> Iterator[Flaw]:
    """Without different odd and even pages a number cannot change sides, unless it floats to the outer one."""
    plain = [number for number in numbers if number.in_footer and not _goes_outside(number) and not _is_centred(number)]
    if document.settings.even_and_odd or not plain or any(number.in_cell for number in plain):
        return
    if any(number.floats and number.frame is None for number in plain):
        return
    message = "没有设“奇偶页不同”，双页码不会居左；请在页面设置中设“奇偶页不同”，单页码居右空一字，双页码居左空一字"
    yield Flaw(message, place_of(plain[0].paragraph), "奇偶页不同", "奇偶页相同")


def _goes_outside(number: Number) -> bool:
    return number.frame is not None and number.frame.x_align in ("outside", "inside")


def judge_turned(case: Case) -> Iterator[Flaw]:
    """8: on a turned page the number stays where it is on other pages: an ordinary footer of the turned page is wrong."""
    numbers, upright = numbers_of(case.document), turned_text(case.document)
    found: list[tuple[str, str, Place]] = []
    for section in case.document.sections:
        text = next((one for one in case.document.in_section(section.number) if one.text.strip()), None)
        if section.number in upright or section.width_tw <= section.height_tw or text is None or not numbers:
            continue
        own = [number for number in numbers if number.section.number == section.number]
        ordinary = [number for number in own if not number.floats]
        astray = [number for number in own if _is_astray(number)]
        if ordinary:
            found.append(("在页脚" if ordinary[0].in_footer else "在页眉", "横排", place_of(text)))
        elif upright_lines := [number for number in own if _is_upright(case.document, number)]:
            found.append(("横排文字", "未转", place_of(upright_lines[0].paragraph)))
        elif astray:
            found.append((_where(astray[0]), "错位", place_of(text)))
        elif not own:
            found.append(("没有页码", "没有", place_of(text)))
    for measured, kind, place in found:
        yield Flaw(_TURNED[kind], place, "与其他页码位置一致", measured)


def _is_astray(number: Number) -> bool:
    """Whether a floating number lies for certain beside the foot of the sheet, which is the turned page's left margin."""
    frame, section = number.frame, number.section
    if frame is None or frame.x_from != "page":
        return False
    if frame.x_align is not None:
        return frame.x_align in ("right", "center")
    return frame.x_tw is not None and frame.x_tw > max(section.left_tw, _FOOT_MM * MM_TW)


def _is_upright(document: Document, number: Number) -> bool:
    """Whether the number stands in a cell whose lines run across the turned page as those of the table do."""
    table, cell = table_of(document, number.paragraph), number.paragraph.cell
    return (
        table is not None
        and cell is not None
        and table.frame is not None
        and (cell.row, cell.column) not in table.turned
    )


def _where(number: Number) -> str:
    left = number.frame.x_tw if number.frame else None
    return "不在左边" if left is None else f"距横页左边 {mm_text(left / MM_TW)}"


_TURNED = {
    "错位": "横排表格页的页码应当与其他页码位置一致，即在横页的左边（纸张竖放时的页脚）；请把页码文本框移到那里",
    "横排": "横排表格页的页码放在了横页的页脚（页眉），应当与其他页的页码位置一致；请改用竖排文字的浮动文本框，放在纸张竖放时的页脚位置",
    "未转": "横排表格页的页码应当与其他页码一样竖放；请把页码所在单元格的文字方向改为竖排",
    "没有": "横排表格页没有页码，应当与其他页的页码位置一致；请补上页码",
}


RULES = (
    Rule(
        "7.5-page-number-place", "GB/T 9704-2012 7.5", "MUST",
        "页码编排在版心下边缘之下，一字线上距版心下边缘7mm，单页码居右空一字，双页码居左空一字", judge_place,
    ),
    Rule("8-turned-number", "GB/T 9704-2012 8", "MUST", "公文如需附横排表格，页码位置与其他页码位置保持一致", judge_turned),
)  # fmt: skip
