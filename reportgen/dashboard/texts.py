"""Short texts that the terminal and the page share."""

from datetime import date

from reportgen.dashboard.overview import Overview
from reportgen.facts import TimeLimit
from reportgen.wording import official_date


def dated(overview: Overview) -> str:
    """“2026年11月28日（今天）”."""
    return f"{official_date(overview.as_of)}（{overview.dated_by}）"


def days_to(date_of_issue: date | None, as_of: date) -> str:
    """When a document is to be issued, and how long that is."""
    if date_of_issue is None:
        return "成文日期还没有填写"
    return f"成文日期 {official_date(date_of_issue)}，还有 {(date_of_issue - as_of).days} 天"


def stands(limit: TimeLimit, as_of: date) -> str:
    """“还剩 3 天”, “当天到期”, “已过 3 天”; nothing where the end is not known."""
    if limit.ends is None:
        return ""
    days = (limit.ends - as_of).days
    if days == 0:
        return "当天到期"
    return f"还剩 {days} 天" if days > 0 else f"已过 {-days} 天"
