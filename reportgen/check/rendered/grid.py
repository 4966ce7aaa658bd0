"""Lines and characters: GB/T 9704-2012, clause 5.2.3, on printed pages."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from reportgen.anatomy import Role
from reportgen.check.rendered.printed import HANGING_MARKS, Print, Printed
from reportgen.check.rule import Flaw, Rule

_TEXT = frozenset({Role.BODY, Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4})
_EVEN_MM = 0.15
_LONG_STRETCH = 8
_FULL_PAGES = 2
_FULL_LINES = 5


def lines_of_a_page(subject: Print) -> Iterator[Flaw]:
    """A page of plain text holds 22 lines, by the distance of its lines and by counting where pages are full."""
    stretches = [stretch for lines in subject.by_page.values() for stretch in _stretches(lines)]
    if not stretches:
        return
    longest = max(stretches, key=len)
    count = _fitting(subject, longest)
    counted = _counted(subject)
    if counted:
        count = max(counted) if max(counted) > count or len(counted) >= _FULL_PAGES else count
    if count != subject.norm.lines and not (counted and subject.norm.lines in counted):
        pitch = _pitch(longest) / 25.4 * 72
        yield Flaw(
            f"正文每页排{count}行（行距{pitch:.1f}磅），一般应排{subject.norm.lines}行并撑满版心。"
            "请把正文行距设为固定值28.95磅，段前段后为0，并检查上下页边距。",
            expected=f"{subject.norm.lines}行",
            measured=f"{count}行",
            mark=longest[0].page.mark_of(*(printed.line for printed in longest)),
        )


def _stretches(lines: Sequence[Printed]) -> Iterator[list[Printed]]:
    """Runs of lines of running text, equally far from each other."""
    run: list[Printed] = []
    for before, after in pairwise(lines):
        gap = after.line.baseline - before.line.baseline
        if _is_text(before) and _is_text(after) and (len(run) < 2 or abs(gap - _pitch(run)) < _EVEN_MM):
            run = run or [before]
            run.append(after)
            continue
        if len(run) >= _LONG_STRETCH:
            yield run
        run = []
    if len(run) >= _LONG_STRETCH:
        yield run


def _is_text(printed: Printed) -> bool:
    return printed.role in _TEXT and not (printed.paragraph and printed.paragraph.cell) and not printed.page.landscape


def _pitch(lines: Sequence[Printed]) -> float:
    return (lines[-1].line.baseline - lines[0].line.baseline) / (len(lines) - 1)


def _fitting(subject: Print, stretch: Sequence[Printed]) -> int:
    """So many lines at that distance fit into the type area."""
    return math.floor((subject.norm.type_height_mm + 0.06) / _pitch(stretch))


def _counted(subject: Print) -> list[int]:
    """Lines of pages that hold running text alone down to the foot, and whose last paragraph goes on on the next page."""
    counts = []
    for page, following in pairwise(subject.pages):
        lines, after = subject.by_page[page.number], subject.by_page[following.number]
        if len(lines) <= _LONG_STRETCH or not after or lines[-1].paragraph is not after[0].paragraph:
            continue
        pitch = median(low.line.baseline - high.line.baseline for high, low in pairwise(lines))
        widest = max(low.line.baseline - high.line.baseline for high, low in pairwise(lines))
        room = subject.areas(page)[-1].bottom - lines[-1].line.baseline
        is_full = room < 1.15 * pitch or len(lines) > subject.norm.lines
        if is_full and widest < 1.6 * pitch and all(map(_is_text, lines)):
            counts.append(len(lines))
    return counts


def characters_of_a_line(subject: Print) -> Iterator[Flaw]:
    """The longest full lines of Chinese text hold 28 characters."""
    full = [
        before
        for before, after in pairwise(subject.lines)
        if before.paragraph is after.paragraph and before.role is Role.BODY and _is_text(before) and _is_chinese(before)
    ]
    flush = [printed for printed in full if printed.line.left < subject.area(printed.page).left + 4]
    if len(flush) < _FULL_LINES:
        return
    longest = max(flush, key=lambda printed: _letters(subject, printed))
    count = _letters(subject, longest)
    if count != subject.norm.chars:
        yield Flaw(
            f"正文满行排{count}个字，一般应排{subject.norm.chars}个字。"
            "请检查正文字号（三号）、左右页边距和字符间距（三号字需紧缩0.25磅，或用“指定行和字符网格”每行28字）。",
            expected=f"{subject.norm.chars}字",
            measured=f"{count}字",
            mark=longest.mark,
        )


def _is_chinese(printed: Printed) -> bool:
    return not any(glyph.text.isascii() for glyph in printed.line.glyphs)


def _letters(subject: Print, printed: Printed) -> int:
    """Characters of a line, without a mark that hangs over its end."""
    glyphs = printed.line.glyphs
    hangs = glyphs[-1].text in HANGING_MARKS and glyphs[-1].right > subject.area(printed.page).right + 2
    return len(glyphs) - hangs


RULES: tuple[Rule[Print], ...] = (
    Rule("pdf-5.2.3-lines", "GB/T 9704-2012 5.2.3", "GEN", "一般每面排22行，撑满版心。", lines_of_a_page),
    Rule("pdf-5.2.3-chars", "GB/T 9704-2012 5.2.3", "GEN", "一般每行排28个字，撑满版心。", characters_of_a_line),
)
