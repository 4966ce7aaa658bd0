"""Three things announced, three things named: 做到三个结合：一是…；二是…；三是…"""

import re
from collections.abc import Iterator

from reportgen.check.language.prose import Line, flaw
from reportgen.check.rule import Case, Flaw
from reportgen.wording.numerals import parse_numeral

_ANNOUNCED = re.compile(
    r"(?<![第\d“一二三四五六七八九十])([二两三四五六七八九十]{1,2}|\d{1,2})(个方面|方面|个[一-鿿]{1,4}|项[一-鿿]{1,4}|点|条|类|种|件)[一-鿿]{0,6}：一是"
)
_ITEM = re.compile(r"(?<=[。；：，、])([一二三四五六七八九十]{1,3})是(?=[^，。；：、])")


def announced_items(case: Case) -> Iterator[Flaw]:
    """N5: as many items follow as were announced, where they stand in the same paragraph."""
    every = list(case.lines)
    for at, line in enumerate(every):
        if "一是" in line.text:
            following = every[at + 1].text.lstrip() if at + 1 < len(every) else ""
            yield from _of_line(line, following)


def _of_line(line: Line, following: str) -> Iterator[Flaw]:
    for found in _ANNOUNCED.finditer(line.text):
        announced, named, end = _value(found[1]), 0, found.end() - 2
        for item in _ITEM.finditer(line.text, end):
            value = _value(item[1])
            if value != named + 1:
                named = 0  # another list begins, or a number is missing: nothing is proved
                break
            named = value
        goes_on = re.match(r"[一二三四五六七八九十]{1,3}是|[一二三四五六七八九十]{1,3}、|（", following) is not None
        if announced and named > 1 and announced != named and not (goes_on and announced > named):
            shown = line.text[found.start(1) : found.end(2)]
            message = f"前面说“{shown}”，后面列了 {named} 项；请核对后改为一致"
            yield flaw(line, found.start(1), found.end(2), message, f"{named}项", shown)


def _value(text: str) -> int:
    if text.isdigit():
        return int(text)
    try:
        return parse_numeral("二" if text == "两" else text)
    except ValueError:
        return 0
