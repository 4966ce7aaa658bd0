"""Ranges: their connecting mark (GB/T 15834-2011 4.13) and what is repeated (GB/T 15835-2011 5.1.3)."""

import re
from collections.abc import Iterator

from reportgen.check.language.prose import MARKS, NUMBERS, Line, flaw, gathered
from reportgen.check.rule import Case, Flaw, Rule
from reportgen.errors import Strength

_YEAR = r"(?:19|20)\d{2}"
_WRONG = r"(?:[-－–−~∼]{1,2}|——)"
_YEARS = re.compile(
    rf"(?<![\d.A-Za-z/-])({_YEAR})(年?)\s?([-－–−~∼～]{{1,2}}|——)\s?({_YEAR}|\d{{2}})(年|学年|财年)(?!代)"
)
_DAYS = re.compile(rf"((?:\d{{1,2}}月)?\d{{1,2}}[月日]?)\s?({_WRONG})\s?((?:\d{{1,2}}月)?\d{{1,2}}[月日])")
_MONTHS = re.compile(
    rf"((?:{_YEAR}年)?\d{{1,2}}月(?:\d{{1,2}}日|底|初|份)?)\s?({_WRONG})\s?({_YEAR}年\d{{1,2}}月(?:\d{{1,2}}日|底|初|份)?)"
    rf"|({_YEAR}年\d{{1,2}}月(?:\d{{1,2}}日)?)\s?({_WRONG})\s?(\d{{1,2}}月(?:\d{{1,2}}日|底|初|份)?)"
)
_CLOCK = re.compile(rf"(?<![\d:：])(\d{{1,2}}[:：][0-5]\d)\s?({_WRONG}|～)\s?(\d{{1,2}}[:：][0-5]\d)(?![\d:：])")
_WEEK = re.compile(rf"((?:周|星期)[一二三四五六])\s?({_WRONG}|～)\s?((?:周|星期)[二三四五六日天])")
_LASTING = re.compile("之?内|以内|左右|的?时间|后|前(?!往)")
_DAYS_BEFORE = re.compile(r"[\d.A-Za-z/－–—-]$")
_UNIT = r"(?:个|天|人|名|元|万|亿|[%％‰]|℃|公里|千米|米|厘米|毫米|平方|立方|吨|公斤|千克|克|亩|公顷|小时|分钟|秒|岁|次|件|项|条|页|周|倍|户|家|台|辆|套|座|年|kg|km|mm|cm)"
_AMOUNTS = re.compile(
    rf"(?<!附件)(?<!附表)(?<!图)(?<!表)(?<![\d.A-Za-z/～－–—−~∼-])(\d[\d,]*(?:\.\d+)?)([%％‰万亿]?)(?:\s?({_WRONG})\s?)(\d[\d,]*(?:\.\d+)?)(?={_UNIT})"
)
_BARE = re.compile(
    r"(?<![\d.A-Za-z/～－–—−~∼-])(\d+(?:\.\d+)?)\s?([-－–−~∼～]|—)\s?(\d+(?:\.\d+)?)([%％‰]|万|亿)(?!分之)"
)
_SIGNS = ("%", "％", "‰", "万", "亿")
_SHORT_YEARS = re.compile(r"(?:1[5-9]|2\d|3[0-5])\s?\D{1,2}\s?(?:1[5-9]|2\d|3[0-5])年度")
"""21—22年度 are years, which N2 wants in full."""
_NO_ZERO = re.compile(rf"(?<![\w.\ue000）)…])\.(\d+)(?={_UNIT})|(?<=[一-鿿])\.(\d+)(?={_UNIT})")


def connectors(case: Case) -> Iterator[Flaw]:
    """P7: — between times, ～ between amounts; never a hyphen."""
    for line in case.lines:
        if _has_connector(line.text):
            taken: set[int] = set()
            yield from _years(line, taken)
            yield from _months(line, taken)
            yield from _days(line, taken)
            yield from _amounts(line, taken)


def _has_connector(text: str) -> bool:
    return any(mark in text for mark in "-－–−~∼～—")


def _years(line: Line, taken: set[int]) -> Iterator[Flaw]:
    for found in _YEARS.finditer(line.text):
        taken.add(found.start(3))
        if len(found[4]) == 2 and found[4] <= found[1][2:]:
            continue
        right = f"{found[1]}{found[2]}—{found[4]}{found[5]}"
        yield _told(line, found, right, "起止年份之间用一字线“—”", "GEN" if found[3] == "～" else None)


def _months(line: Line, taken: set[int]) -> Iterator[Flaw]:
    """Months of different years, hours of the day, days of the week."""
    for found in _MONTHS.finditer(line.text):
        group = 2 if found[2] else 5
        taken.add(found.start(group))
        yield _told(line, found, f"{found[group - 1]}—{found[group + 1]}", "起止时间之间用一字线“—”", None)
    for pattern in (_CLOCK, _WEEK):
        for found in pattern.finditer(line.text):
            taken.add(found.start(2))
            yield _told(line, found, f"{found[1]}—{found[3]}", "起止时间之间用一字线“—”", "GEN")


def _days(line: Line, taken: set[int]) -> Iterator[Flaw]:
    for found in _DAYS.finditer(line.text):
        if found.start(2) in taken or _DAYS_BEFORE.search(line.text[max(found.start() - 1, 0) : found.start()]):
            continue
        numbers = [int(number) for number in re.findall(r"\d+", found[0])]
        if len(numbers) == 2 and numbers[0] >= numbers[1]:
            continue
        taken.add(found.start(2))
        if "月" not in found[0] and _LASTING.match(line.text, found.end()):
            yield _told(line, found, f"{found[1]}～{found[3]}", "数值范围之间用浪纹线“～”", None)
            continue
        yield _told(line, found, f"{found[1]}—{found[3]}", "起止时间之间用一字线“—”", None)


def _amounts(line: Line, taken: set[int]) -> Iterator[Flaw]:
    for found in _AMOUNTS.finditer(line.text):
        if found.start(3) in taken or not _number(found[1]) < _number(found[4]):
            continue
        if _SHORT_YEARS.match(line.text, found.start()):
            continue
        sign = line.text[found.end() : found.end() + 1]
        repeated = sign if sign in _SIGNS and not found[2] else found[2]
        right = f"{found[1]}{repeated}～{found[4]}"
        strength: Strength | None = "GEN" if found[3] in "~∼" else None
        yield _told(line, found, right, "数值范围之间用浪纹线“～”", strength)


def _told(line: Line, found: re.Match[str], right: str, why: str, strength: Strength | None) -> Flaw:
    return flaw(
        line, found.start(), found.end(), f"“{found[0]}”的连接号不对，{why}，改为“{right}”", right, strength=strength
    )


def _number(text: str) -> float:
    return float(text.replace(",", ""))


def repeated_signs(case: Case) -> Iterator[Flaw]:
    """N3: % and 万, 亿 stand with both ends of a range; 0 stands before the decimal point."""
    for line in case.lines:
        for found in _BARE.finditer(line.text) if _has_connector(line.text) else ():
            if 0 < _number(found[1]) < _number(found[3]):
                right = f"{found[1]}{found[4]}～{found[3]}{found[4]}"
                message = f"“{found[0]}”前一个数漏了“{found[4]}”，容易误解，改为“{right}”"
                yield flaw(line, found.start(), found.end(), message, right)
        for found in _NO_ZERO.finditer(line.text) if "." in line.text else ():
            right = f"0{found[0]}"
            yield flaw(line, found.start(), found.end(), f"小数点前面的“0”不能省，“{found[0]}”改为“{right}”", right)


RULES: tuple[Rule[Case], ...] = (
    Rule(
        "P7",
        f"{MARKS} 4.13.3",
        "MUST",
        "起止时间用一字线（2026—2030年），数值范围用浪纹线（15～30天），不用短横线。",
        lambda case: gathered(connectors(case)),
    ),
    Rule(
        "N3",
        f"{NUMBERS} 5.1.2、5.1.3",
        "MUST",
        "数值范围里的%、万、亿前后都要写（10%～15%，5万～8万元）；纯小数要写小数点前的0。",
        lambda case: gathered(repeated_signs(case)),
    ),
)
