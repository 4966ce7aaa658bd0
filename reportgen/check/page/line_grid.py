"""22 lines that fill the type area: clause 5.2.3."""

from collections import Counter
from collections.abc import Iterable, Iterator
from math import ceil, floor

from reportgen.anatomy import HEADINGS, Document, Paragraph, Role, Section, Shape
from reportgen.check.norm import Norm
from reportgen.check.page.gather import gathered
from reportgen.check.page.lengths import MM_TW, pt_text
from reportgen.check.page.stretches import body_text, section_of
from reportgen.check.rule import Case, Flaw, Rule, place_of
from reportgen.errors import Place

_UNFILLED_TW = 10
"""A line may be so much lower than the highest that fits 22 times, and the lines still fill the type area."""
_NO_GAP_TW, _EQUAL_TW = 20, 2
_SURE_TW = 416
"""“At least” this is as good as exactly this for type of 三号."""
_NATURAL = 1.3
"""A line of single spacing is at most so many times as high as its type."""
_Line = tuple[str, float, bool]
"""What sets the height of a line: the rule, its value in twips, and whether the grid of the section counts."""


def judge_pitch(case: Case) -> Iterator[Flaw]:
    """5.2.3: the pitch of most of the body gives 22 lines and fills the type area; no paragraph has another pitch."""
    paragraphs = [paragraph for paragraph, _ in body_text(case.document) if _is_upright(case.document, paragraph)]
    weights: Counter[_Line] = Counter()
    for paragraph in paragraphs:
        weights[_line(paragraph.shape)] += len(paragraph.text)
    if not weights:
        return
    usual = weights.most_common(1)[0][0]
    first = next(paragraph for paragraph in paragraphs if _line(paragraph.shape) == usual)
    yield from _of_most(first, section_of(case.document, first), case.norm)
    yield from gathered(_of_others(case, first))


def _is_upright(document: Document, paragraph: Paragraph) -> bool:
    section = section_of(document, paragraph)
    return section is None or section.width_tw < section.height_tw


def _line(shape: Shape) -> _Line:
    rule = "exact" if shape.line_rule == "atLeast" and shape.line_tw > _SURE_TW else shape.line_rule
    return rule, shape.line_tw, rule == "auto" and shape.snap_to_grid


def _of_most(paragraph: Paragraph, section: Section | None, norm: Norm) -> Iterator[Flaw]:
    height = _height(section, norm)
    fitting = height / norm.lines
    pitch = line_pitch(paragraph.shape, section, norm)
    usual = f"固定值 {pt_text(floor(fitting) / 20)}"
    expected, place = f"每页 {norm.lines} 行，行距{usual}", place_of(paragraph)
    if pitch is None:
        own = _line_text(_line(paragraph.shape))
        message = f"正文行距是{own}，行高随字体变化，不能保证每页 {norm.lines} 行；请改为{usual}"
        yield Flaw(message, place, expected, own)
    elif floor(height / pitch + 1e-6) != norm.lines:
        yield _wrong_count(height, pitch, norm, expected, place)
    elif pitch < fitting - _UNFILLED_TW:
        left = (height - norm.lines * pitch) / MM_TW
        message = (
            f"正文行距 {pt_text(pitch / 20)}，每页 {norm.lines} 行但没有撑满版心（余 {left:.1f} mm）；可改为{usual}"
        )
        yield Flaw(message, place, expected, pt_text(pitch / 20), "CALC")


def _wrong_count(height: float, pitch: float, norm: Norm, expected: str, place: Place) -> Flaw:
    lines = floor(height / pitch + 1e-6)
    message = (
        f"正文行距 {pt_text(pitch / 20)}，版心高 {height / MM_TW:.0f} mm 每页只排得下 {lines} 行"
        if lines < norm.lines
        else f"正文行距 {pt_text(pitch / 20)}，每页排 {lines} 行，过密"
    )
    repair = f"，一般每面排 {norm.lines} 行；请把行距设为固定值 {pt_text(floor(height / norm.lines) / 20)}"
    return Flaw(message + repair, place, expected, f"每页 {lines} 行，行距 {pt_text(pitch / 20)}")


def _height(section: Section | None, norm: Norm) -> float:
    """Height of the type area in twips: the section's own where it is within the tolerance."""
    height = norm.type_height_mm * MM_TW
    own = section.text_height_tw if section is not None else height
    return own if abs(own - height) <= (norm.tolerance_mm + 0.05) * MM_TW else height


def line_pitch(shape: Shape, section: Section | None, norm: Norm) -> float | None:
    """Height of a line of the body in twips; None where the face decides."""
    if shape.line_rule != "auto":
        told = shape.line_tw > (0 if shape.line_rule == "exact" else norm.body_pt * 20 * _NATURAL)
        return shape.line_tw if told else None
    grid = section.line_pitch_tw if section is not None and section.grid and shape.snap_to_grid else None
    if not grid or grid < 0 or shape.line_tw <= 0:
        return None
    return ceil(norm.body_pt * 20 / grid) * grid * shape.line_tw / 240


def _of_others(case: Case, usual: Paragraph) -> Iterator[Flaw]:
    """Paragraphs of the body, headings among them, whose lines are of another height."""
    expected = _line_text(_line(usual.shape))
    for paragraph in _of_text(case.document):
        if not _is_as_high(paragraph, usual, case):
            measured = _line_text(_line(paragraph.shape))
            message = f"这一段的行距是{measured}，与正文其他段落（{expected}）不同；请统一"
            yield Flaw(message, place_of(paragraph), expected, measured)


def _is_as_high(paragraph: Paragraph, usual: Paragraph, case: Case) -> bool:
    if _line(paragraph.shape) == _line(usual.shape):
        return True
    own = line_pitch(paragraph.shape, section_of(case.document, paragraph), case.norm)
    others = line_pitch(usual.shape, section_of(case.document, usual), case.norm)
    return own is not None and others is not None and abs(own - others) <= _EQUAL_TW


def _line_text(line: _Line) -> str:
    rule, value, _ = line
    if rule == "auto":
        return f"{value / 240:.2g} 倍"
    return ("固定值 " if rule == "exact" else "最小值 ") + pt_text(value / 20)


def _of_text(document: Document) -> Iterable[Paragraph]:
    """Body and headings outside tables and text boxes, without those that hold a picture in the line."""
    pictures = {drawing.paragraph for drawing in document.drawings if drawing.inline and drawing.story == "正文"}
    return (
        paragraph
        for paragraph in document.of_role(Role.BODY, *HEADINGS)
        if paragraph.cell is None
        and paragraph.box is None
        and paragraph.text.strip()
        and paragraph.number not in pictures
        and _is_upright(document, paragraph)
    )


def judge_gaps(case: Case) -> Iterator[Flaw]:
    """5.2.3: 22 lines in even rows leave no space before or after a paragraph."""
    yield from gathered(
        Flaw(
            f"这一段{side}有间距 {pt_text(gap / 20)}，行列不齐，排不成每页 {case.norm.lines} 行；请改为 0",
            place_of(paragraph),
            "0磅",
            pt_text(gap / 20),
        )
        for paragraph in _of_text(case.document)
        for side, gap in (("段前", paragraph.shape.before_tw), ("段后", paragraph.shape.after_tw))
        if gap >= _NO_GAP_TW
    )


RULES = (
    Rule("5.2.3-line-pitch", "GB/T 9704-2012 5.2.3", "GEN", "一般每面排 22 行，并撑满版心", judge_pitch),
    Rule("5.2.3-paragraph-gap", "GB/T 9704-2012 5.2.3", "GEN", "正文段前、段后不留间距", judge_gaps),
)
