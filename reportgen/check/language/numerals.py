"""Chinese and Arabic numerals for the same kind of thing in one document (GB/T 15835-2011 4.1.1)."""

import re
from collections.abc import Iterator

from reportgen.check.language.prose import NUMBERS, Line, flaw, together
from reportgen.check.rule import Case, Flaw, Rule

_UNITS = "平方公里|平方千米|平方米|立方米|公里|千米|公顷|公斤|千克|毫米|厘米|吨|万元|亿元|万吨|亿吨|万亩|千瓦|摄氏度"
_IN_CHINESE = re.compile(
    rf"(?<![第几数近每约上百千万亿点十一二三四五六七八九零〇\d])([一二三四五六七八九][一二三四五六七八九十百千零点]*)({_UNITS})(?![长宽])"
)
_IN_ARABIC = re.compile(rf"\d({_UNITS})")
_ROUGH = re.compile(r"^.$|[百千]$|^[一二三四五六七八九]{2}")
_PER_CENT = re.compile(r"百分之(?!百|一百)[一二三四五六七八九十零点]+")
_ARABIC_PER_CENT = re.compile(r"\d[%％]")
_SMALL = "个|件|项|条|次|起|份|名|人|家|场|处"
_SIDE_BY_SIDE = re.compile(
    rf"(?<!\d)\d+({_SMALL})[、，](?:其中)?[一-鿿]{{0,12}}?([二三四五六七八九]?十[一二三四五六七八九]?|[二三四五六七八九])\1(?=[、，；。])"
)
_HALF = re.compile(r"(?<![\d.])(\d+)千(?=[万亿元])|(?<![\d.])\d+百(?=[多余])")


def mixed_numerals(case: Case) -> Iterator[Flaw]:
    """N1: measured quantities in Arabic numerals, like things written alike."""
    every = list(case.lines)
    whole = "\n".join(line.text for line in every)
    per_cent = _ARABIC_PER_CENT.search(whole) is not None
    arabic = {found[1] for found in _IN_ARABIC.finditer(whole)}
    for line in every:
        yield from _measured(line, arabic)
        if per_cent and "百分之" in line.text:
            for found in _PER_CENT.finditer(line.text):
                yield _told(line, found.start(), found.end(), "全文百分数写法不一致，统一用阿拉伯数字和“%”")
        for found in _SIDE_BY_SIDE.finditer(line.text):
            yield _told(
                line, found.start(2), found.end(2) + len(found[1]), "前后并列的数字写法不一致，统一用阿拉伯数字"
            )
        if "千" not in line.text and "百" not in line.text:
            continue
        for found in _HALF.finditer(line.text):
            yield _told(line, found.start(), found.end(), "一个数里不混用阿拉伯数字和“千”“百”，全部写成数字")


def _measured(line: Line, arabic: set[str]) -> Iterator[Flaw]:
    if not arabic:
        return
    for found in _IN_CHINESE.finditer(line.text):
        if found[2] in arabic and not _ROUGH.search(found[1]):
            yield _told(line, found.start(), found.end(), "计量用的数字用阿拉伯数字")


def _told(line: Line, start: int, end: int, why: str) -> Flaw:
    shown = line.paragraph.text[start:end]
    return flaw(line, start, end, f"“{shown}”：{why}，改为阿拉伯数字", "阿拉伯数字", shown)


RULES: tuple[Rule[Case], ...] = (
    Rule(
        "N1",
        f"{NUMBERS} 4.1.1",
        "GEN",
        "计量用的数字用阿拉伯数字，同类的数字写法一致。",
        lambda case: together(mixed_numerals(case)),
    ),
)
