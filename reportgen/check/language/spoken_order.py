"""一是…二是…, 第一，…第二，…, 其一，… within a paragraph, in order."""

import re
from collections.abc import Iterator

from reportgen.check.language.prose import Line, flaw
from reportgen.check.rule import Case, Flaw
from reportgen.wording.numerals import numeral, parse_numeral

_N = "([一二三四五六七八九十]{1,3})"
_SERIES = (
    (re.compile(rf"({_N}是)(?=[^，。；：、])"), "{}是", "。；：，、！？;:,.\n"),
    (re.compile(rf"(第{_N}，)"), "第{}，", "。；！？;.\n"),
    (re.compile(rf"(其{_N}，)"), "其{}，", "。；！？;.\n"),
)


def spoken_order(case: Case) -> Iterator[Flaw]:
    """P3: a series that goes on in one paragraph leaves no number out and has none twice."""
    for line in case.lines:
        for pattern, form, after in _SERIES:
            if form[0] in line.text or form[-1] == "是":
                yield from _series(line, pattern, form, after)


def _series(line: Line, pattern: re.Pattern[str], form: str, after: str) -> Iterator[Flaw]:
    text = line.text
    found = [
        (_value(one[2]), one)
        for one in pattern.finditer(text)
        if (text[max(one.start() - 4, 0) : one.start()].rstrip(" 　") or "\n")[-1] in after
    ]
    expected = 0
    for at, (value, one) in enumerate(found):
        if value == 0:
            return
        following = found[at + 1][0] if at + 1 < len(found) else None
        if expected and value not in (1, expected):
            yield _told(line, one, form, expected)
            value = expected if following == expected + 1 else value
        elif value == 1 and expected == 2 and following == 3:
            yield _told(line, one, form, expected)
            value = expected
        expected = value + 1


def _told(line: Line, one: re.Match[str], form: str, expected: int) -> Flaw:
    right = form.format(numeral(expected))
    message = f"序次语“{one[1]}”与前面不连续，应为“{right}”；请改为“{right}”，或补上漏掉的内容"
    return flaw(line, one.start(1), one.end(1), message, right)


def _value(text: str) -> int:
    try:
        return parse_numeral(text)
    except ValueError:
        return 0
