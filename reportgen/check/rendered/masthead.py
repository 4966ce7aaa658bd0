"""版头: GB/T 9704-2012, clauses 7.2.4, 7.2.5 and 7.2.7, on the first printed page."""

from collections.abc import Iterator

from reportgen.anatomy import Role
from reportgen.check.rendered.printed import Print, Printed, least, mm
from reportgen.check.rule import Flaw, Rule
from reportgen.errors import Strength

_EXACT_MM = 1.5
_SURE_MM = 3.0  # programmes put the letters one or two millimetres otherwise within a line
_ORDER_MARK_MM = 20.0  # 10.2 命令（令）
_GAP_EXACT_MM, _GAP_SURE_MM = 0.7, 1.6
_WIDTH_MM = 1.5
_CENTRED_MM = 2.0
_TALL_FACES = ("NotoSerifCJK", "NotoSansCJK")
_TALLER_EM = 0.29  # ascent of Noto CJK 1.15, of the faces of the standard 0.86
_POINT_MM = 25.4 / 72


def mark_top(subject: Print) -> Iterator[Flaw]:
    """The ink of 发文机关标志 begins 35 mm below the type area's top; 20 mm in an order (令)."""
    lines = _mark(subject)
    if not lines:
        return
    first = min(lines, key=lambda printed: printed.line.top)
    text = "".join(printed.line.text for printed in lines)
    wanted = _ORDER_MARK_MM if text.endswith("令") else subject.norm.mark_top_mm
    top = first.line.top - _lowered_by_stand_in(first)
    distance = wanted + least(top - area.top - wanted for area in subject.areas(first.page))
    strength = _weight(abs(distance - wanted), _EXACT_MM, _SURE_MM)
    if strength:
        yield Flaw(
            f"发文机关标志上边缘距版心上边缘{mm(distance)}，应为{wanted:g} mm。"
            "请调整标志前的空行、段前间距或文本框的垂直位置。" + _caution(strength),
            expected=f"{wanted:g} mm",
            measured=mm(distance),
            strength=strength,
            mark=first.mark,
        )


def _lowered_by_stand_in(printed: Printed) -> float:
    """How much lower a stand-in with a tall line puts the letters than the face that is meant; nothing in exact lines."""
    exact = printed.paragraph is not None and printed.paragraph.shape.line_rule == "exact"
    tall = any(face.startswith(_TALL_FACES) for face in printed.line.faces)
    return 0 if exact or not tall else _TALLER_EM * printed.line.size_pt * _POINT_MM


def mark_centred(subject: Print) -> Iterator[Flaw]:
    """发文机关标志 is centred; that of several organs as a whole."""
    lines = _mark(subject)
    if not lines:
        return
    left, right = min(printed.line.ink_left for printed in lines), max(printed.line.ink_right for printed in lines)
    off = least((left + right) / 2 - area.centre for area in subject.areas(lines[0].page))
    if abs(off) > _CENTRED_MM:
        yield Flaw(
            f"发文机关标志没有居中，偏{'右' if off > 0 else '左'}{mm(abs(off))}。请把标志设为居中，并去掉缩进和空格。",
            expected="居中",
            measured=f"偏{'右' if off > 0 else '左'}{mm(abs(off))}",
            mark=lines[0].page.mark_of(*(printed.line for printed in lines)),
        )


def red_line(subject: Print) -> Iterator[Flaw]:
    """The red line lies 4 mm below 发文字号, red, as wide as the type area."""
    numbers = [printed for printed in subject.of_role(Role.DOCUMENT_NUMBER, Role.SIGNATORY) if printed.page.number == 1]
    if not numbers or not _mark(subject) or subject.is_special:
        return
    lowest = max(numbers, key=lambda printed: printed.line.bottom)
    below = [rule for rule in subject.red_rules if rule.y > lowest.line.baseline - 1]
    if not below:
        if not lowest.page.pictures:
            yield Flaw("发文字号之下没有红色分隔线。请在发文字号下4 mm处加一条与版心等宽的红线。", mark=lowest.mark)
        return
    rule = below[0]
    areas = subject.areas(lowest.page)
    if all(abs(rule.right - area.right) > _WIDTH_MM or abs(rule.left - area.left) > _WIDTH_MM for area in areas):
        yield Flaw(
            f"红色分隔线宽{mm(rule.width)}、左端距纸边{mm(rule.left)}，应与版心等宽（{subject.norm.type_width_mm:g} mm）并居中。"
            "请去掉该段的左右缩进，或调整线的长度和位置。",
            expected=f"{subject.norm.type_width_mm:g} mm",
            measured=mm(rule.width),
            mark=lowest.mark,
        )
    gap = rule.y - rule.weight / 2 - lowest.line.bottom
    strength = _weight(abs(gap - subject.norm.red_line_gap_mm), _GAP_EXACT_MM, _GAP_SURE_MM)
    if strength:
        yield Flaw(
            f"红色分隔线在发文字号之下{mm(gap)}，应为{subject.norm.red_line_gap_mm:g} mm。请调整线与文字的距离。"
            + _caution(strength),
            expected=f"{subject.norm.red_line_gap_mm:g} mm",
            measured=mm(gap),
            strength=strength,
            mark=lowest.mark,
        )


def number_rows(subject: Print) -> Iterator[Flaw]:
    """发文字号 stands below two empty lines under the mark."""
    mark = _mark(subject)
    numbers = [printed for printed in subject.of_role(Role.DOCUMENT_NUMBER) if printed.page.number == 1]
    if not mark or not numbers or subject.is_special:
        return
    gap = numbers[0].line.top - max(printed.line.bottom for printed in mark)
    rows = gap / subject.line_mm
    if gap > 0 and not 1.6 <= rows <= 3.4:
        yield Flaw(
            f"发文字号与发文机关标志之间约空{max(rows - 0.5, 0):.0f}行，应空二行。请在两者之间保留两个空行。",
            expected="空二行",
            measured=mm(gap),
            mark=numbers[0].mark,
        )


def _mark(subject: Print) -> list[Printed]:
    """Lines of 发文机关标志 on page 1; none in the letter format, which places it otherwise (10.1)."""
    if subject.is_letter:
        return []
    return [printed for printed in subject.of_role(Role.ISSUER_MARK) if printed.page.number == 1]


def _weight(off: float, exact: float, sure: float) -> Strength | None:
    """How sure a deviation is: none, one that another programme may not show, one that every programme shows."""
    if off <= exact:
        return None
    return "MUST" if off > sure else "CALC"


def _caution(strength: Strength) -> str:
    return "（在Word、WPS中显示的位置可能差一两毫米，请用尺量打印稿。）" if strength == "CALC" else ""


RULES: tuple[Rule[Print], ...] = (
    Rule("pdf-7.2.4-mark-top", "GB/T 9704-2012 7.2.4", "MUST", "发文机关标志上边缘至版心上边缘为35 mm。", mark_top),
    Rule("pdf-7.2.4-mark-centred", "GB/T 9704-2012 7.2.4", "MUST", "发文机关标志居中排布。", mark_centred),
    Rule(
        "pdf-7.2.5-number-rows",
        "GB/T 9704-2012 7.2.5",
        "MUST",
        "发文字号编排在发文机关标志下空二行位置。",
        number_rows,
    ),
    Rule(
        "pdf-7.2.7-red-line",
        "GB/T 9704-2012 7.2.7",
        "MUST",
        "发文字号之下4 mm处居中印一条与版心等宽的红色分隔线。",
        red_line,
    ),
)
