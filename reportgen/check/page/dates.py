"""The form of a date in an official document (7.3.5.4, 7.4.3)."""

import re
from datetime import date

_RIGHT = re.compile(r"([0-9]{4})年([1-9]|1[0-2])月([1-9]|[12][0-9]|3[01])日")
_LOOSE = re.compile(
    r"[0-9０-９〇零○Oo一二三四五六七八九十]{2,4}\s*[年\-./—．－–]\s*[0-9０-９一二三四五六七八九十]{1,3}"
    r"(?:\s*[月\-./—．－–]\s*[0-9０-９一二三四五六七八九十]{1,3}\s*[日号]?|\s*月)"
)
_FAULTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[〇○零一二三四五六七八九十]"), "日期用了汉字数字，应当用阿拉伯数字"),
    (re.compile(r"[０-９]"), "日期用了全角数字，应当用半角阿拉伯数字"),
    (re.compile(r"[\-./—．－–]"), "日期用了分隔符，应当写“年”“月”“日”"),
    (re.compile(r"^[0-9]{2}年"), "年份没有写全，应当写四位"),
    (re.compile(r"月0|年0"), "月、日不编虚位，1不写成01"),
    (re.compile(r"号"), "日期应当写“日”，不写“号”"),
    (re.compile(r"月$"), "日期没有写到日"),
    (re.compile(r"[0-9]$"), "日期缺少“日”"),
)
FORM = "如“2022年7月29日”"


def date_in(text: str) -> str | None:
    """What looks like a date in a text, however it is written, without blanks."""
    found = _LOOSE.search(text)
    return re.sub(r"\s", "", found.group()) if found else None


def fault_of(written: str) -> str | None:
    """What is wrong with the form of a date, in Chinese; None where it is right."""
    right = _RIGHT.fullmatch(written)
    if right:
        return None if _exists(*(int(number) for number in right.groups())) else "没有这一天，请核对日期"
    return next((fault for pattern, fault in _FAULTS if pattern.search(written)), "日期写法不对")


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
