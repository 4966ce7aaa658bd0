"""发文机关标志: clause 7.2.4."""

from collections.abc import Iterator, Sequence

from reportgen.anatomy import Document, Paragraph, Shape
from reportgen.check.page.colour import colour_text, is_red
from reportgen.check.page.gather import gathered
from reportgen.check.page.lengths import MM_TW, mm, mm_text
from reportgen.check.page.lines import Span, line_box, wraps_for_certain
from reportgen.check.page.masthead import Masthead, in_line, masthead_of
from reportgen.check.page.stretches import has_han, stretches
from reportgen.check.page.typeface import is_one_of
from reportgen.check.rule import Case, Flaw, Rule, place_of

_CENTRE_MM = 3
_TOP_MM = 3
"""The place of a glyph in its line differs between programs by a millimetre or two."""
_BASELINE, _ASCENT = 0.8, 0.85
"""Measured: the baseline of an exact line lies at four fifths; a character reaches 0.85 of its size above it."""
_LOOSE = 1.35
"""A line of single spacing is at most so many times as high as its type."""
_BOX_INSET_TW = 72


def judge_place(case: Case) -> Iterator[Flaw]:
    """7.2.4: centred, 35 mm below the top of the type area; silent where the file does not tell."""
    masthead = masthead_of(case.document)
    if not masthead.marks or not masthead.is_usual:
        return
    yield from gathered(flaw for mark in masthead.marks for flaw in _off_centre(masthead, mark))
    mark = masthead.marks[0]
    top = _top_tw(masthead, mark)
    wanted = case.norm.mark_top_mm
    if top is not None and not top.near(wanted * MM_TW, _TOP_MM * MM_TW):
        measured = mm_text(mm(top.middle))
        message = f"发文机关标志上边缘至版心上边缘应为 {wanted:g} mm，现约 {measured}；请调整段前间距或上面的空行"
        yield Flaw(message, place_of(mark), mm_text(wanted), f"约 {measured}")


def _off_centre(masthead: Masthead, mark: Paragraph) -> Iterator[Flaw]:
    section = masthead.section(mark)
    box = line_box(mark, section) if section and in_line(mark) else None
    if section and box and not box.centre.near(section.text_width_tw / 2, _CENTRE_MM * MM_TW):
        off = box.centre.middle - section.text_width_tw / 2
        measured = f"偏{'右' if off > 0 else '左'} {mm_text(mm(abs(off)))}"
        yield Flaw("发文机关标志应居中排布；请设为居中，去掉缩进", place_of(mark), "居中", measured)


def _top_tw(masthead: Masthead, mark: Paragraph) -> Span | None:
    """The upper edge of the mark, from the top of the type area."""
    inside = _ink_in_line(mark)
    line = _line_top(masthead, mark)
    return line + inside if line and inside else None


def _ink_in_line(mark: Paragraph) -> Span | None:
    """From the top of the mark's line to its ink."""
    sizes = [stretch.letters.size_half_pt * 10 for stretch in stretches(mark)]
    if not sizes:
        return None
    size, shape = max(sizes), mark.shape
    if shape.line_rule == "exact":
        return Span.of(_BASELINE * shape.line_tw - _ASCENT * size)
    single = shape.line_tw <= (size if shape.line_rule == "atLeast" else 240)
    return Span(0, 0.15 * size) if single else None


def _line_top(masthead: Masthead, mark: Paragraph) -> Span | None:
    """The top of the mark's line where frame, text box or the lines above tell it."""
    if mark.cell is not None:
        return None
    if mark.box is not None:
        return _top_of_box(masthead, mark)
    frame = mark.shape.frame
    if frame is not None:
        return _floating_top(masthead, mark, frame.y_from, frame.y_tw if frame.y_align is None else None)
    return _top_in_flow(masthead, mark)


def _top_of_box(masthead: Masthead, mark: Paragraph) -> Span | None:
    box = next((one for one in masthead.drawings if one.number == mark.box and one.part == mark.part), None)
    first = next((one for one in masthead.above if one.box == mark.box), None)
    if box is None or first is not mark or box.frame.y_align is not None:
        return None
    top = _floating_top(masthead, mark, box.frame.y_from, box.frame.y_tw)
    return top + Span(mark.shape.before_tw, mark.shape.before_tw + _BOX_INSET_TW) if top else None


def _floating_top(masthead: Masthead, mark: Paragraph, counted_from: str | None, y_tw: float | None) -> Span | None:
    section = masthead.section(mark)
    if y_tw is None or section is None or counted_from not in ("margin", "page"):
        return None
    return Span.of(y_tw - (abs(section.top_tw) if counted_from == "page" else 0))


def _top_in_flow(masthead: Masthead, mark: Paragraph) -> Span | None:
    section = masthead.section(mark)
    above = [one for one in masthead.above if one.number < mark.number]
    if section is None or _is_disturbed(masthead, mark, above) or mark.section != 1:
        return None
    top = Span.of(0)
    after = 0.0
    for paragraph in (*above, mark):
        shape = paragraph.shape
        top += Span(max(after, shape.before_tw), after + shape.before_tw)
        after = shape.after_tw
        height = _height(masthead.document, paragraph) if paragraph is not mark else Span.of(0)
        if height is None or (paragraph is not mark and wraps_for_certain(paragraph, section)):
            return None
        top += height
    return top


def _is_disturbed(masthead: Masthead, mark: Paragraph, above: Sequence[Paragraph]) -> bool:
    """Whether something beside plain lines stands above the mark."""
    numbers = {one.number for one in above} | {mark.number}
    drawn = any(one.kind != "line" and one.story != "页眉" and one.paragraph in numbers for one in masthead.drawings)
    return drawn or not all(in_line(one) and "\f" not in one.text and one.section == 1 for one in above)


def _height(document: Document, paragraph: Paragraph) -> Span | None:
    """The height of a paragraph of one line; a line of single spacing is between its type and a third more."""
    shape: Shape = paragraph.shape
    if shape.line_rule == "exact":
        return Span.of(shape.line_tw)
    letters = paragraph.runs[0].letters if paragraph.runs else paragraph.mark_letters
    section = document.sections[0]
    if letters is None:
        return None
    natural = Span(letters.size_half_pt * 10, letters.size_half_pt * 10 * _LOOSE)
    if shape.line_rule == "atLeast":
        return Span(max(natural.low, shape.line_tw), max(natural.high, shape.line_tw))
    if section.grid and section.line_pitch_tw and shape.snap_to_grid:
        fits = natural.high <= section.line_pitch_tw
        return Span.of(section.line_pitch_tw * shape.line_tw / 240) if fits else None
    return natural.times(shape.line_tw / 240)


def judge_style(case: Case) -> Iterator[Flaw]:
    """7.2.4: 小标宋 in red are recommended."""
    yield from gathered(
        flaw for mark in masthead_of(case.document).marks for flaw in _style_flaws(mark, case.norm.title_faces)
    )


def _style_flaws(mark: Paragraph, faces: tuple[str, ...]) -> Iterator[Flaw]:
    for stretch in stretches(mark):
        face, color = stretch.letters.faces.get("eastAsia"), stretch.letters.color
        if not has_han(stretch.text):
            continue
        if not is_red(color):
            measured = "黑色" if color in ("auto", "000000") else colour_text(color)
            yield Flaw(
                f"发文机关标志推荐用红色，现为{measured}；请改为红色（FF0000）",
                stretch.place,
                "红色（FF0000）",
                measured,
            )
        if not is_one_of(face, faces):
            message = f"发文机关标志推荐用小标宋体，现为{face or '未指定字体'}；请改为{faces[0]}"
            yield Flaw(message, stretch.place, faces[0], face or "未指定")


RULES = (
    Rule(
        "7.2.4-mark-place",
        "GB/T 9704-2012 7.2.4",
        "MUST",
        "发文机关标志居中排布，上边缘至版心上边缘为 35 mm",
        judge_place,
    ),
    Rule("7.2.4-mark-style", "GB/T 9704-2012 7.2.4", "REC", "发文机关标志推荐使用小标宋体字，颜色为红色", judge_style),
)
