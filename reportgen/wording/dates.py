"""Dates as GB/T 9704 (7.3.5.4) writes them: Arabic figures, the full year, no padding."""

import re
from datetime import date

from reportgen.model import DeadlineWord

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WRITTEN = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")


def official_date(value: date | str | None) -> str:
    """A date (or its ISO text) as 2022年8月16日.

    立行立改, 长期坚持 and what is already written so pass through; None and "" give "".
    Raises ValueError, in Chinese, for anything else.
    """
    if value is None or value == "":
        return ""
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, str) and (value in tuple(DeadlineWord) or _WRITTEN.fullmatch(value)):
        return str(value)
    return official_date(_parsed(value))


def _parsed(value: object) -> date:
    found = _ISO.fullmatch(value) if isinstance(value, str) else None
    if not found:
        raise ValueError(f"“{value}”不是日期，请写成 2022-08-16")
    try:
        return date(*(int(part) for part in found.groups()))
    except ValueError:
        raise ValueError(f"日期“{value}”不存在，请核对年月日") from None


def period(first: date, last: date) -> str:
    """“2021年9月1日至9月30日”: the year stands once where both days share it."""
    until = official_date(last)
    if first.year == last.year:
        until = until.split("年", 1)[1]
    return f"{official_date(first)}至{until}" if first != last else official_date(first)
