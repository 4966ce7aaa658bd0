"""An overview → the view that the page lays out."""

from collections.abc import Sequence

from reportgen.dashboard.bars import CLASSES, bar, ring, said
from reportgen.dashboard.course_chart import course_chart
from reportgen.dashboard.overview import Due, NextDocument, Overview
from reportgen.dashboard.texts import days_to, stands
from reportgen.dashboard.view import BarRow, BarTable, Card, IssueRow, IssueTable, LimitRow, Need, NextView, Page
from reportgen.errors import Place, Problem
from reportgen.facts import Tally, TimeLimit
from reportgen.wording import official_date, rate

SHOWN_UNITS = 12
SHOWN_ISSUES = 100
SHOWN_NEEDS = 12
SHOWN_ROWS = 40
"""No office has so many aspects or groups; one that does still gets a page."""


def view(overview: Overview) -> Page:
    """The page of an overview."""
    facts, background = overview.facts, overview.background
    parts = ring(facts.by_status)
    feedback = official_date(background.inspection.feedback_date)
    return Page(
        title=f"{background.inspected.short_name}巡视整改进度",
        inspection=f"{background.inspection.name}，{feedback}反馈",
        as_of=official_date(overview.as_of),
        within=overview.within,
        cards=_cards(overview),
        ring=parts,
        ring_said=said(parts),
        statuses=_statuses(overview),
        rate=rate(overview.done, overview.total),
        total=overview.total,
        chart=course_chart(overview.course, overview.as_of),
        bars=_bars(overview),
        lists=_lists(overview),
        limits=tuple(_limit(limit, overview) for limit in overview.time_limits),
        steps=tuple(overview.close_out.items()),
        next_document=_next(overview.next_document, overview),
    )


def place_of(place: Place) -> str:
    """The file and line, where there are any."""
    return f"{place.file or ''}{f' 第 {place.line} 行' if place.line else ''}"


def _cards(overview: Overview) -> tuple[Card, ...]:
    soon, late = len(overview.due_soon), len(overview.overdue)
    unfinished = overview.total - overview.done
    closed = tuple(overview.close_out.values())[-1]
    return (
        Card("问题总数", str(overview.total), "个", f"{len(overview.facts.by_aspect)} 个方面"),
        Card("已完成", str(overview.done), "个", f"其中销号 {closed} 个"),
        Card("完成率", rate(overview.done, overview.total), "", "不含基本完成"),
        Card("未完成", str(unfinished), "个", "含长期坚持"),
        Card("逾期", str(late), "个", "时限已过未完成", "alarm" if late else "plain"),
        Card("临期", str(soon), "个", f"{overview.within} 天之内到期", "warn" if soon else "plain"),
    )


def _statuses(overview: Overview) -> tuple[tuple[str, str, int, str], ...]:
    counts = overview.facts.by_status
    return tuple((CLASSES[row.name], row.name, row.total, rate(row.total, overview.total)) for row in counts)


def _bars(overview: Overview) -> tuple[BarTable, ...]:
    facts = overview.facts
    largest_first = sorted(facts.by_unit, key=lambda tally: -tally.total)
    tables = (
        _bar_table("各方面", "方面", facts.by_aspect, SHOWN_ROWS),
        _bar_table("各专项整改组", "专项整改组", facts.by_group, SHOWN_ROWS),
        _bar_table("各牵头单位", "牵头单位", largest_first, SHOWN_UNITS),
    )
    return tuple(table for table in tables if table.rows)


def _bar_table(title: str, heading: str, tallies: Sequence[Tally], most: int) -> BarTable:
    longest = max((tally.total for tally in tallies), default=0)
    rows = tuple(_bar_row(tally, longest) for tally in tallies[:most])
    return BarTable(title, heading, rows, max(len(tallies) - most, 0))


def _bar_row(tally: Tally, longest: int) -> BarRow:
    parts = bar(tally, longest)
    done = rate(tally.done, tally.total)
    return BarRow(tally.name, parts, said(parts), tally.total, tally.done, tally.overdue, done)


def _lists(overview: Overview) -> tuple[IssueTable, ...]:
    late, soon = overview.most_overdue_first(), overview.soonest_first()
    return (
        _issue_table("逾期的问题", "逾期天数", late, "没有逾期的问题。", late=True),
        _issue_table("临期的问题", "剩余天数", soon, f"{overview.within} 天之内没有到期的问题。", late=False),
    )


def _issue_table(title: str, heading: str, dues: Sequence[Due], none: str, *, late: bool) -> IssueTable:
    rows = tuple(
        IssueRow(
            due.issue.number,
            due.issue.title,
            due.issue.lead_unit or "—",
            official_date(due.deadline),
            str(abs(due.days)),
        )
        for due in dues[:SHOWN_ISSUES]
    )
    return IssueTable(title, heading, rows, len(dues) - len(rows), none, late)


def _limit(limit: TimeLimit, overview: Overview) -> LimitRow:
    if limit.ends is None:
        return LimitRow(limit.matter, limit.period, "不能确定", limit.unknown or "", limit.basis, known=False)
    ends = official_date(limit.ends)
    return LimitRow(limit.matter, limit.period, ends, stands(limit, overview.as_of), limit.basis, known=True)


def _next(document: NextDocument | None, overview: Overview) -> NextView | None:
    if document is None:
        return None
    needs = tuple(_need(problem) for problem in document.missing[:SHOWN_NEEDS])
    when = days_to(document.date_of_issue, overview.as_of)
    return NextView(document.kind.name, when, document.complete, needs, len(document.missing) - len(needs))


def _need(problem: Problem) -> Need:
    return Need(problem.message, place_of(problem.place))
