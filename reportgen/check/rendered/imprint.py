"""版记: GB/T 9704-2012, clause 7.4.1, on the last printed page."""

from collections.abc import Iterator, Sequence

from reportgen.anatomy import Role
from reportgen.check.rendered.printed import Area, Print, Printed, least, mm
from reportgen.check.rule import Flaw
from reportgen.check.rule import Rule as Demand
from reportgen.pages import Page, Rule

_ROLES = (Role.COPIES, Role.PRINTED, Role.IMPRINT_RECIPIENTS)
_EXACT_MM, _SURE_MM = 1.5, 3.0
_WIDTH_MM = 2.0
_NEAR_MM = 12.0
_SHORTEST_MM = 100.0


def bottom(subject: Print) -> Iterator[Flaw]:
    """The last line of 版记 coincides with the foot of the type area of the last page; lines are as wide as it."""
    lines = subject.of_role(*_ROLES)
    if not lines:
        return
    last = subject.pages[-1]
    page = lines[-1].page
    if page is not last:
        yield Flaw(
            f"版记在第{page.number}页，不在公文最后一面（第{last.number}页）。请把版记移到最后一面的版心底部。",
            expected=f"第{last.number}页",
            measured=f"第{page.number}页",
            mark=lines[-1].mark,
        )
        return
    rules = _rules_of(page, [printed for printed in lines if printed.page is page])
    if rules:
        yield from _at_the_foot(subject, lines[-1], rules[-1])
        yield from _as_wide(subject, lines[-1], rules)
    elif not page.pictures:
        yield from _without_rules(subject, lines[-1])


def _rules_of(page: Page, lines: Sequence[Printed]) -> list[Rule]:
    """Long lines about 版记."""
    top, low = lines[0].line.top - _NEAR_MM, lines[-1].line.bottom + _NEAR_MM
    return [rule for rule in page.rules if top < rule.y < low and rule.width > _SHORTEST_MM]


def _at_the_foot(subject: Print, printed: Printed, rule: Rule) -> Iterator[Flaw]:
    foot = subject.area(printed.page).bottom
    off = least(rule.y - area.bottom for area in subject.areas(printed.page))
    if abs(off) > _EXACT_MM:
        side = "下" if off > 0 else "上"
        yield Flaw(
            f"版记末条分隔线在版心下边缘之{side}{mm(abs(off))}，应与版心下边缘重合。"
            "请把版记放在对齐到页边距底端的文本框或浮动表格中，不要用空行推到页底。",
            expected=f"距纸上边{mm(foot)}",
            measured=mm(rule.y),
            strength=None if abs(off) > _SURE_MM else "CALC",
            mark=printed.mark,
        )


def _as_wide(subject: Print, printed: Printed, rules: Sequence[Rule]) -> Iterator[Flaw]:
    area = subject.area(printed.page)
    for rule in rules:
        if not any(_spans(rule, each) for each in subject.areas(printed.page)):
            yield Flaw(
                f"版记分隔线从{mm(rule.left)}到{mm(rule.right)}，应与版心等宽（{area.left:g}—{area.right:g} mm）。请调整表格宽度或线长。",
                expected=mm(subject.norm.type_width_mm),
                measured=mm(rule.width),
                mark=printed.mark,
            )
            return


def _spans(rule: Rule, area: Area) -> bool:
    return abs(rule.left - area.left) <= _WIDTH_MM and abs(rule.right - area.right) <= _WIDTH_MM


def _without_rules(subject: Print, printed: Printed) -> Iterator[Flaw]:
    foot = subject.area(printed.page).bottom
    yield Flaw(
        "版记没有分隔线。请在版记首末各加一条与版心等宽的粗线（0.35 mm），中间加细线（0.25 mm）。",
        expected=f"末条分隔线距纸上边{mm(foot)}",
        mark=printed.mark,
    )


RULES: tuple[Demand[Print], ...] = (
    Demand(
        "pdf-7.4.1-imprint-bottom",
        "GB/T 9704-2012 7.4.1",
        "MUST",
        "版记分隔线与版心等宽，末条分隔线与公文最后一面的版心下边缘重合。",
        bottom,
    ),
)
