"""How far the rectification has come, as a clerk reads it on a terminal."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from reportgen.console.problems import problem_lines
from reportgen.console.status_tables import SHOWN_ROWS, by_status, dues, figures_of, limits, tallies
from reportgen.console.tables import Screen, paragraph, rest, text_of
from reportgen.dashboard import NextDocument, Overview
from reportgen.dashboard.texts import dated, days_to
from reportgen.wording import rate


def status_text(overview: Overview, screen: Screen) -> str:
    """The whole status."""
    return text_of(screen, _parts(overview, screen))


def headline_text(overview: Overview, screen: Screen) -> str:
    """The figures in a few lines."""
    return text_of(screen, _headline(overview, screen))


def overdue_text(overview: Overview, screen: Screen) -> str:
    """What is overdue and nothing else; empty where nothing is."""
    return text_of(screen, _overdue(overview, screen)) if overview.overdue else ""


def _parts(overview: Overview, screen: Screen) -> Iterator[RenderableType]:
    facts = overview.facts
    yield from _headline(overview, screen)
    yield ""
    yield by_status(overview, screen)
    figures = figures_of(facts.by_aspect)
    for heading, rows in (("方面", facts.by_aspect), ("牵头单位", facts.by_unit), ("专项整改组", facts.by_group)):
        if rows:
            yield ""
            yield from tallies(heading, rows, figures, screen)
    yield ""
    yield from _overdue(overview, screen)
    yield ""
    yield from _due_soon(overview, screen)
    if overview.time_limits:
        yield ""
        yield from limits(overview, screen)
    yield ""
    yield from paragraph(screen, _close_out(overview))
    yield ""
    yield from _next_document(overview.next_document, overview, screen)


def _headline(overview: Overview, screen: Screen) -> Iterator[RenderableType]:
    counts = "、".join(f"{row.name} {row.total} 个" for row in overview.facts.by_status if row.total)
    share, late = rate(overview.done, overview.total), len(overview.overdue)
    soon = f"{overview.within} 天之内到期 {len(overview.due_soon)} 个"
    title = f"{overview.background.inspected.short_name}巡视整改进度  截至{dated(overview)}"
    yield from paragraph(screen, title, "bold")
    yield Text.assemble(
        f"{overview.total} 个问题，完成率 {share}；", (f"逾期 {late} 个", "red" if late else ""), f"，{soon}。"
    )
    yield from paragraph(screen, f"{counts}。" if counts else "")


def _overdue(overview: Overview, screen: Screen) -> Iterator[RenderableType]:
    late = overview.most_overdue_first()
    if not late:
        yield "没有逾期的问题。"
        return
    yield Text(f"逾期 {len(late)} 个", style="bold red")
    yield from dues("逾期天数", late, screen)


def _due_soon(overview: Overview, screen: Screen) -> Iterator[RenderableType]:
    soon = overview.soonest_first()
    if not soon:
        yield f"{overview.within} 天之内没有到期的问题。"
        return
    yield Text(f"临期 {len(soon)} 个（{overview.within} 天之内到期）", style="bold")
    yield from dues("剩余天数", soon, screen)


def _close_out(overview: Overview) -> str:
    steps = "，".join(f"{step} {count} 个" for step, count in overview.close_out.items())
    open_still = overview.done - list(overview.close_out.values())[-1]
    waiting = f"；已完成而没有销号的 {open_still} 个" if open_still > 0 else ""
    return f"销号：{steps}{waiting}。"


def _next_document(document: NextDocument | None, overview: Overview, screen: Screen) -> Iterator[RenderableType]:
    if document is None:
        yield "各文书的成文日期都已过，没有待办的文书。"
        return
    when = days_to(document.date_of_issue, overview.as_of)
    lacking = document.missing
    state = "数据齐全" if document.complete else "数据还不齐"
    more = f"，下面 {len(lacking)} 项要补正" if lacking else ""
    yield from paragraph(screen, f"下一份文书：{document.kind.name}，{when}；{state}{more}。", "bold")
    shown = screen.cut(len(lacking), SHOWN_ROWS)
    for problem in lacking[:shown]:
        yield "\n".join(problem_lines(problem, screen.width))
    yield from rest(len(lacking) - shown, "项")
