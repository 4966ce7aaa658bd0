"""页码 of turned sheets: GB/T 9704-2012, clause 8, on printed pages."""

from collections.abc import Iterator, Sequence

from reportgen.check.rendered.printed import Print, pages_named
from reportgen.check.rule import Flaw, Rule
from reportgen.errors import Mark
from reportgen.pages import Page, number_in

_ONE_CHAR_MM = 14 / 72 * 25.4
_NEAR_MM = 4.0


def turned_numbers(subject: Print) -> Iterator[Flaw]:
    """A turned sheet keeps its number where upright sheets have it: turned with the sheet, at its left edge."""
    turned = [page for page in subject.pages if page.landscape and page.lines]
    ordinary = [page for page in turned if page.number in subject.feet and page.number not in subject.turned_feet]
    if ordinary:
        first = ordinary[0]
        yield Flaw(
            f"横排的{pages_named([page.number for page in ordinary])}的页码排在横页的下方；横页的页码位置应与竖页一致，即排在横页的左侧并随纸旋转。"
            "请在页眉中用竖排文字的文本框放页码。",
            expected="横页左侧，随纸旋转",
            mark=first.mark_of(subject.feet[first.number]),
        )
    without = [page for page in turned if page.number not in subject.feet and page.number not in subject.turned_feet]
    if without:
        yield Flaw(
            f"横排的{pages_named([page.number for page in without])}没有页码。请在页眉中用竖排文字的文本框放页码，位置与竖页一致。",
            mark=Mark(without[0].number, 22, 28, 35, 184),
        )
    yield from _displaced(subject, [page for page in turned if page.number in subject.turned_feet])


def _displaced(subject: Print, pages: Sequence[Page]) -> Iterator[Flaw]:
    """The line of a turned number 7 mm beyond the type area; odd numbers at the lower end, even ones at the upper."""
    wrong = []
    for page in pages:
        foot, area = subject.turned_feet[page.number], subject.area(page)
        dash = foot.glyphs[0]
        beyond = area.left - (dash.ink_left + dash.ink_right) / 2
        end = area.bottom - foot.bottom if (number_in(foot) or 0) % 2 else foot.top - area.top
        if abs(beyond - subject.norm.page_number_gap_mm) > _NEAR_MM or abs(end - _ONE_CHAR_MM) > _NEAR_MM:
            wrong.append(page)
    if wrong:
        yield Flaw(
            f"横排的{pages_named([page.number for page in wrong])}的页码位置与竖页不一致。"
            f"请把它放在版心左侧{subject.norm.page_number_gap_mm:g} mm处，单页在下端、双页在上端，各空一字。",
            mark=wrong[0].mark_of(subject.turned_feet[wrong[0].number]),
        )


RULES: tuple[Rule[Print], ...] = (
    Rule(
        "pdf-8-turned-number",
        "GB/T 9704-2012 8",
        "MUST",
        "A4纸型的表格横排时，页码位置与公文其他页码保持一致。",
        turned_numbers,
    ),
)
