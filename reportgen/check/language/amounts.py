"""Counts that stand in a row: 已完成18个，基本完成3个，…"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

UNITS = (
    "万元|亿元|元|万人|人次|平方米|平方公里|公里"
    "|个|件|项|条|次|起|份|名|人|家|场|处|户|宗|批|篇|期|套|亩|吨|辆|台|所|座|笔"
)
_COUNT = re.compile(rf"(?<![\d,.])(\d{{1,12}}(?:,\d{{3}})*(?:\.\d+)?)({UNITS})(?=[，、；。：）]|$)")
_LABEL = re.compile(r"[一-鿿“”（）《》]*$")
_LONGEST_LABEL = 16


@dataclass(frozen=True, slots=True)
class Amount:
    """One item: what is counted, how many, of which unit; [start, end) in the text, the figures from `at`."""

    label: str
    value: Decimal
    unit: str
    start: int
    at: int
    end: int


def rows(text: str) -> Iterator[tuple[Amount, ...]]:
    """Every run of two or more items of one unit that follow each other with nothing but 、 ， or ； between."""
    row: list[Amount] = []
    for found in _COUNT.finditer(text):
        amount = _amount(text, found)
        if row and amount.unit == row[-1].unit and amount.start == row[-1].end + 1 and text[row[-1].end] in "，、；":
            row.append(amount)
            continue
        if len(row) > 1:
            yield tuple(row)
        row = [amount]
    if len(row) > 1:
        yield tuple(row)


def exact(text: str) -> Decimal:
    """The value of printed figures, 1,200.5 too."""
    return Decimal(text.replace(",", ""))


def half_step(value: Decimal) -> Decimal:
    """Half a unit of the last printed place: so much a rounded figure may be off."""
    exponent = value.as_tuple().exponent
    return Decimal(5).scaleb((exponent if isinstance(exponent, int) else 0) - 1)


def _amount(text: str, found: re.Match[str]) -> Amount:
    before = text[max(found.start() - _LONGEST_LABEL, 0) : found.start()]
    label = _LABEL.search(before)
    name = label[0] if label else ""
    return Amount(name, exact(found[1]), found[2], found.start() - len(name), found.start(1), found.end())
