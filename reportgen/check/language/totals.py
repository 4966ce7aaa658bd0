"""Sums, shares and numbers of items within one document, where there is no doubt what they are of."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.check.language.amounts import UNITS, Amount, exact, half_step, rows
from reportgen.check.language.enumerations import announced_items
from reportgen.check.language.partitions import partition
from reportgen.check.language.prose import Line, flaw, gathered
from reportgen.check.language.shares import rates
from reportgen.check.rule import Case, Flaw, Rule

_TOGETHER = "以上共计|以上共|共计|共|合计|总计|总共"
_ALTOGETHER = re.compile(rf"(?:{_TOGETHER})$")
_TOTAL_AFTER = re.compile(rf"[，、；](?:{_TOGETHER})(\d+(?:,\d{{3}})*(?:\.\d+)?)({UNITS})(?=[，、；。）]|$)")
_DIGIT = re.compile(r"\d")


def sums(case: Case) -> Iterator[Flaw]:
    """N5: parts add up to the total that stands before or behind them."""
    for line in case.lines:
        if _DIGIT.search(line.text):
            for row in rows(line.text):
                yield from _total_before(line, row)
                yield from _total_after(line, row)


def _total_before(line: Line, row: Sequence[Amount]) -> Iterator[Flaw]:
    told = partition(line.text, row)
    if told is None:
        return
    found = sum((part.value for part in told.parts), Decimal(0))
    wrong = abs(found - told.total) > _tolerance(told.parts, told.total)
    if wrong and (told.complete or (told.exclusive and found > told.total)):
        yield _told(line, told.start, told.end, told.total, told.parts)


def _total_after(line: Line, row: Sequence[Amount]) -> Iterator[Flaw]:
    last = row[-1]
    if _ALTOGETHER.match(last.label):
        parts, value, start, end = row[:-1], last.value, last.at, last.end
    else:
        found = _TOTAL_AFTER.match(line.text, last.end)
        if found is None or found[2] != last.unit:
            return
        parts, value, start, end = row, exact(found[1]), found.start(1), found.end(2)
    if len(parts) < 2 or line.text[: parts[0].start].endswith(("其中：", "其中，")) or any(map(_is_no_part, parts)):
        return
    if abs(sum((part.value for part in parts), Decimal(0)) - value) > _tolerance(parts, value):
        yield _told(line, start, end, value, parts)


def _is_no_part(amount: Amount) -> bool:
    """A part of a part, an open list, or a subtotal."""
    return "其中" in amount.label or amount.label.endswith("等") or _ALTOGETHER.match(amount.label) is not None


def _tolerance(parts: Sequence[Amount], total: Decimal) -> Decimal:
    """Counts are exact; what is given in 万, 亿 or with decimals may be rounded."""
    if not any("万" in part.unit or "亿" in part.unit or part.value % 1 for part in parts):
        return Decimal(0)
    return sum((half_step(part.value) for part in parts), half_step(total))


def _told(line: Line, start: int, end: int, written: Decimal, parts: Sequence[Amount]) -> Flaw:
    unit, right = parts[0].unit, sum((part.value for part in parts), Decimal(0))
    listed = "＋".join(f"{part.value:f}" for part in parts)
    message = (
        f"合计与分项不符：{listed}＝{right:f}{unit}，文中写{written:f}{unit}；请核对后改为“{right:f}{unit}”或改正分项"
    )
    return flaw(line, start, end, message, f"{right:f}{unit}", f"{written:f}{unit}")


def _judge(case: Case) -> Iterator[Flaw]:
    yield from gathered((*sums(case), *rates(case), *announced_items(case)))


RULES: tuple[Rule[Case], ...] = (
    Rule(
        "N5",
        "《党政机关公文处理工作条例》第十九条",
        "MUST",
        "合计等于分项之和，百分比等于两数之比，“以下三项”与列举的项数相符。",
        _judge,
    ),
)
