"""Dates and 整改时限 as people type them."""

import re
from calendar import monthrange
from datetime import date, datetime, timedelta

from reportgen.exchange.reading import Read, Reading, Unread, folded, narrow
from reportgen.model import DeadlineWord
from reportgen.workbook.grid import CellValue

_FIRST_SERIAL, _LAST_SERIAL = 36526, 73050  # 2000-01-01 to 2099-12-31 in the system of 1900
_DAYS_1904 = 1462
_BEFORE = "(?:(?:以|之)?前(?:完成)?)?"
_DAY = re.compile(r"(\d{4})[-./。年](\d{1,2})[-./。月](\d{1,2})日?(?:0?0:00(?::00)?)?" + _BEFORE)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
_MONTH_END = re.compile(r"(\d{4})[-./年](\d{1,2})(?:月份?)?(?:底|末)" + _BEFORE)
_YEAR_END = re.compile(r"(\d{4})年{0,2}(?:底|末)" + _BEFORE)
_REPAIR = "请写到日，例如 2022-05-31"
_WORDS = {
    DeadlineWord.IMMEDIATE: (
        "立行立改",
        "立即整改",
        "立即",
        "即行即改",
        "立改立行",
        "即知即改",
        "立查立改",
        "立整立改",
    ),
    DeadlineWord.ONGOING: ("长期坚持", "长期", "长期整改", "长期任务", "长期推进", "常态化坚持", "常态化", "常态长效"),
}
DEADLINE_WORDS = {said: word for word, said_as in _WORDS.items() for said in said_as}
"""What is written for 立行立改 and 长期坚持."""


def read_day(value: CellValue, epoch_1904: bool = False) -> Reading:
    """A date: a real one, a serial number, or text that says year, month and day (or the end of a month or year)."""
    if isinstance(value, datetime):
        return Read(value.date())
    if isinstance(value, date):
        return Read(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _serial(value, epoch_1904)
    return _typed(value) if isinstance(value, str) else Unread(f"“{value}”不是日期；{_REPAIR}")


def read_deadline(value: CellValue, epoch_1904: bool = False) -> Reading:
    """整改时限: a date, or a word for 立行立改 or 长期坚持."""
    if isinstance(value, str):
        word = DEADLINE_WORDS.get(narrow(value).strip("，。；,.;"))
        if word is not None:
            said = None if narrow(value) == word else f"“{' '.join(folded(value).split())}”读作“{word}”"
            return Read(str(word), said)
        if not re.search(r"\d", narrow(value)):
            return Unread(f"整改时限“{value.strip()}”看不懂；请写成日期（2022-05-31）、立行立改 或 长期坚持")
    return read_day(value, epoch_1904)


def _serial(value: float, epoch_1904: bool) -> Reading:
    number = int(value) + (_DAYS_1904 if epoch_1904 else 0)
    if int(value) == value and re.fullmatch(r"20\d{6}", str(int(value))):
        return _typed(str(int(value)))
    if not _FIRST_SERIAL <= number <= _LAST_SERIAL:
        return Unread(f"“{value:g}”是一个数，看不出是哪一天；{_REPAIR}")
    day = date(1899, 12, 30) + timedelta(days=number)
    return Read(day, f"数 {value:g} 按 Excel 的日期序号读作 {day}")


def _typed(text: str) -> Reading:
    said = narrow(text).rstrip("，。；,;")
    if re.fullmatch(r"\d{5}", said):
        return _serial(int(said), epoch_1904=False)
    found = _DAY.fullmatch(said) or _COMPACT.fullmatch(said)
    if found:
        return _real(said, *(int(part) for part in found.groups()))
    if found := _MONTH_END.fullmatch(said):
        return _month_end(said, int(found[1]), int(found[2]))
    if found := _YEAR_END.fullmatch(said):
        return _month_end(said, int(found[1]), 12)
    if re.search(r"(?<!\d)\d{1,2}(?:月|\.)\d{1,2}", said) and not re.search(r"\d{4}", said):
        return Unread(f"日期“{text.strip()}”没有年份；{_REPAIR}")
    return Unread(f"日期“{text.strip()}”看不懂；{_REPAIR}")


def _real(said: str, year: int, month: int, day: int) -> Reading:
    try:
        found = date(year, month, day)
    except ValueError:
        return Unread(f"日期“{said}”不存在；请核对年月日")
    return Read(found, None if said == found.isoformat() else f"“{said}”读作 {found}")


def _month_end(said: str, year: int, month: int) -> Reading:
    if not (1 <= month <= 12 and 1900 <= year <= 2999):
        return Unread(f"日期“{said}”不存在；请核对年月日")
    found = date(year, month, monthrange(year, month)[1])
    return Read(found, f"“{said}”按最后一天读作 {found}")
