"""Paper and type area: GB/T 9704-2012, clauses 5.1 and 5.2.1, on printed pages."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from reportgen.anatomy import Role
from reportgen.check.rendered.printed import HANGING_MARKS, SHEET_MM, Area, Print, Printed, mm, pages_named
from reportgen.check.rule import Flaw, Rule
from reportgen.errors import Mark
from reportgen.pages import Page

_PAPER_TOLERANCE_MM = 1.0
_TOP_TOLERANCE_MM = 2.5  # a programme may put the letters otherwise within a line
_FEWEST_LINES = 10
_TURNED_TOLERANCE_MM = 3.0


def paper(subject: Print) -> Iterator[Flaw]:
    """Every sheet is A4, upright or turned."""
    wrong = [page for page in subject.pages if not _is_a4(page)]
    if wrong:
        first = wrong[0]
        yield Flaw(
            f"{pages_named([page.number for page in wrong])}不是A4纸。请在“页面设置—纸张”中选A4（210×297 mm）。",
            expected="210×297 mm",
            measured=f"{first.width_mm:.0f}×{first.height_mm:.0f} mm",
            mark=Mark(first.number, 0, 0, first.width_mm, first.height_mm),
        )


def _is_a4(page: Page) -> bool:
    sides = sorted((page.width_mm, page.height_mm))
    return all(abs(side - wanted) <= _PAPER_TOLERANCE_MM for side, wanted in zip(sides, SHEET_MM, strict=True))


def type_area(subject: Print) -> Iterator[Flaw]:
    """Nothing but the page number leaves the type area, and running text begins at its left and upper edge."""
    beyond = [printed for printed in subject.lines if _a4_upright(printed.page) and _leaves(subject, printed)]
    yield from _outside([printed for printed in beyond if not _is_running_head(subject, printed)], subject)
    yield from _running_heads([printed for printed in beyond if _is_running_head(subject, printed)])
    yield from _left_edge(subject)
    yield from _upper_edge(subject)
    yield from _turned(subject)


def _a4_upright(page: Page) -> bool:
    return _is_a4(page) and not page.landscape


def _leaves(subject: Print, printed: Printed) -> bool:
    if subject.is_letter and printed.page.number == 1:
        return False
    area, line, tolerance = subject.area(printed.page), printed.line, subject.norm.tolerance_mm
    last = line.glyphs[-2] if line.glyphs[-1].text in HANGING_MARKS and len(line.glyphs) > 1 else line.glyphs[-1]
    return (
        line.ink_left < area.left - tolerance
        or last.ink_right > area.right + tolerance
        or line.top < area.top - tolerance
        or line.bottom > area.bottom + tolerance
    )


def _is_running_head(subject: Print, printed: Printed) -> bool:
    area = subject.area(printed.page)
    return not printed.paragraph and (printed.line.bottom < area.top or printed.line.top > area.bottom)


def _outside(lines: Sequence[Printed], subject: Print) -> Iterator[Flaw]:
    if lines:
        first = lines[0]
        pages = sorted({printed.page.number for printed in lines})
        yield Flaw(
            f"{pages_named(pages)}有文字超出版心：“{first.line.text[:15]}”。"
            "请检查页边距（上37 mm、左28 mm，版心156×225 mm）和段落缩进、表格宽度。",
            expected=_shown(subject.area(first.page)),
            measured=_shown(Area(first.line.ink_left, first.line.top, first.line.ink_right, first.line.bottom)),
            mark=first.mark,
        )


def _shown(area: Area) -> str:
    return f"横向{area.left:.1f}—{area.right:.1f} mm，纵向{area.top:.1f}—{area.bottom:.1f} mm"


def _running_heads(lines: Sequence[Printed]) -> Iterator[Flaw]:
    if lines:
        pages = sorted({printed.page.number for printed in lines})
        yield Flaw(
            f"{pages_named(pages)}的版心以外除页码还有文字：“{lines[0].line.text[:15]}”。请删去页眉、页脚中的这些内容。",
            strength="GEN",
            mark=lines[0].mark,
        )


def _left_edge(subject: Print) -> Iterator[Flaw]:
    """The usual left edge of lines that go on a paragraph of running text."""
    edges: Counter[float] = Counter()
    for before, printed in pairwise(subject.lines):
        goes_on = printed.paragraph is not None and printed.paragraph is before.paragraph
        if goes_on and _is_running_text(printed):
            edges[_inset(subject, printed)] += 1
    if sum(edges.values()) < _FEWEST_LINES:
        return
    inset = edges.most_common(1)[0][0]
    if abs(inset) > subject.norm.tolerance_mm + 0.2:
        edge = subject.norm.left_mm + inset
        where = next(printed for printed in subject.lines if _inset(subject, printed) == inset)
        yield Flaw(
            f"正文的左边缘距纸边{mm(edge)}，订口（左白边）应为{subject.norm.left_mm:g}±1 mm。请把左页边距改为28 mm。",
            expected=f"{subject.norm.left_mm:g}±{subject.norm.tolerance_mm:g} mm",
            measured=mm(edge),
            mark=where.mark,
        )


def _inset(subject: Print, printed: Printed) -> float:
    """How far right of the type area's left edge a line begins, in millimetres."""
    return round(printed.line.left - subject.area(printed.page).left, 1)


def _is_running_text(printed: Printed) -> bool:
    paragraph = printed.paragraph
    return paragraph is not None and paragraph.role is Role.BODY and not paragraph.cell and _a4_upright(printed.page)


def _upper_edge(subject: Print) -> Iterator[Flaw]:
    """The upper edge of the first line's space on pages of running text after the first."""
    tops = []
    for number, lines in subject.by_page.items():
        if number > 1 and len(lines) >= _FEWEST_LINES and _a4_upright(lines[0].page) and lines[0].role is Role.BODY:
            pitch = median(after.line.baseline - before.line.baseline for before, after in pairwise(lines))
            tops.append((lines[0].line.baseline - 0.8 * pitch, lines[0]))
    if not tops:
        return
    top, where = sorted(tops, key=lambda pair: pair[0])[len(tops) // 2]
    if abs(top - subject.norm.top_mm) > _TOP_TOLERANCE_MM:
        yield Flaw(
            f"正文首行的上边缘距纸边约{mm(top)}，天头（上白边）应为{subject.norm.top_mm:g}±1 mm。请把上页边距改为37 mm。",
            expected=f"{subject.norm.top_mm:g}±{subject.norm.tolerance_mm:g} mm",
            measured=mm(top),
            mark=where.mark,
        )


def _turned(subject: Print) -> Iterator[Flaw]:
    """Text of turned sheets within the type area that turns with them."""
    wrong = []
    for printed in subject.lines:
        if printed.page.landscape and _is_a4(printed.page):
            area, line = subject.area(printed.page), printed.line
            inside = (
                line.ink_left >= area.left - _TURNED_TOLERANCE_MM
                and line.ink_right <= area.right + _TURNED_TOLERANCE_MM
                and line.top >= area.top - _TURNED_TOLERANCE_MM
                and line.bottom <= area.bottom + _TURNED_TOLERANCE_MM
            )
            if not inside:
                wrong.append(printed)
    if wrong:
        pages = sorted({printed.page.number for printed in wrong})
        yield Flaw(
            f"横排的{pages_named(pages)}有文字超出版心：“{wrong[0].line.text[:15]}”。"
            "横页的页边距由竖页旋转而来：上28 mm、下26 mm、左35 mm、右37 mm。",
            strength="CALC",
            expected=_shown(subject.area(wrong[0].page)),
            mark=wrong[0].mark,
        )


RULES: tuple[Rule[Print], ...] = (
    Rule("pdf-5.1-paper", "GB/T 9704-2012 5.1", "MUST", "公文用纸采用A4型纸，210×297 mm。", paper),
    Rule(
        "pdf-5.2.1-type-area",
        "GB/T 9704-2012 5.2.1",
        "MUST",
        "天头37±1 mm，订口28±1 mm，版心156×225 mm（不含页码）。",
        type_area,
    ),
)
