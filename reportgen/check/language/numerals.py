"""Chinese and Arabic numerals for the same kind of thing in one document (GB/T 15835-2011 4.1.1)."""

import re
from collections.abc import Iterator

from reportgen.check.language.prose import NUMBERS, Line, flaw, together
from reportgen.check.rule import Case, Flaw, Rule
from reportgen.wording.numerals import numeral

_UNITS = "平方公里|平方千米|平方米|立方米|公里|千米|公顷|公斤|千克|毫米|厘米|吨|万元|亿元|万吨|亿吨|万亩|千瓦|摄氏度"
_IN_CHINESE = re.compile(
    rf"(?<![第几数近每约上百千万亿点十一二三四五六七八九零〇\d])([一二三四五六七八九][一二三四五六七八九十百千零点]*)({_UNITS})(?![长宽])"
)
_IN_ARABIC = re.compile(rf"\d({_UNITS})")
_EXACT = re.compile(r"[一二三四五六七八九]+[百千十][一二三四五六七八九十百千零]+")
_ANY_ARABIC = re.compile(r"\d(?:个|件|项|条|次|名|人|家|户|年|月|日|[%％])")
_NEIGHBOURS = re.compile(
    r"(?<![第\d、.．表图章节条款件组版卷])([1-9])、([2-9])(?=(?:名|人|天|次|家|户|件|岁)(?!级|民))|(?<![\d.])\d*[1-9]0几(?=[个名件次项人家户条天])"
)
_ROUGH = re.compile(r"^.$|[百千]$|^[一二三四五六七八九]{2}")
_PER_CENT = re.compile(r"百分之(?!百|一百)[一二三四五六七八九十零点]+")
_ARABIC_PER_CENT = re.compile(r"\d[%％]")
_SMALL = "个|件|项|条|次|起|份|名|人|家|场|处"
_SIDE_BY_SIDE = re.compile(
    rf"(?<!\d)\d+({_SMALL})[、，](?:其中)?[一-鿿]{{0,12}}?([二三四五六七八九]?十[一二三四五六七八九]?|[二三四五六七八九])\1(?=[、，；。])"
)
_ENOUGH = 3
"""So many counts in Arabic numerals show how the document writes its numbers."""
_HALF = re.compile(r"(?<![\d.])(\d+)千(?=[万亿元])|(?<![\d.])\d+百(?=[多余])")


def mixed_numerals(case: Case) -> Iterator[Flaw]:
    """N1: measured quantities in Arabic numerals, like things written alike."""
    every = list(case.lines)
    whole = "\n".join(line.text for line in every)
    per_cent = _ARABIC_PER_CENT.search(whole) is not None
    usual = len(_ANY_ARABIC.findall(whole)) >= _ENOUGH
    arabic = {found[1] for found in _IN_ARABIC.finditer(whole)}
    for line in every:
        yield from _measured(line, arabic, usual)
        yield from _approximate(line)
        if (per_cent or usual) and "百分之" in line.text:
            for found in _PER_CENT.finditer(line.text):
                if per_cent or _EXACT.fullmatch(found[0][3:]):
                    yield _told(line, found.start(), found.end(), "百分数统一用阿拉伯数字和“%”")
        for found in _SIDE_BY_SIDE.finditer(line.text):
            yield _told(
                line, found.start(2), found.end(2) + len(found[1]), "前后并列的数字写法不一致，统一用阿拉伯数字"
            )
        if "千" not in line.text and "百" not in line.text:
            continue
        for found in _HALF.finditer(line.text):
            yield _told(line, found.start(), found.end(), "一个数里不混用阿拉伯数字和“千”“百”，全部写成数字")


def _approximate(line: Line) -> Iterator[Flaw]:
    """三四名, 十几次: rough numbers stand in Chinese numerals, without 、 between."""
    for found in _NEIGHBOURS.finditer(line.text) if "、" in line.text or "几" in line.text else ():
        if found[1] and int(found[2]) != int(found[1]) + 1:
            continue
        right = _rough(found)
        message = f"“{found[0]}”是概数，用汉字，改为“{right}”"
        yield flaw(line, found.start(), found.end(), message, right)


def _rough(found: re.Match[str]) -> str:
    if not found[1]:
        return f"{numeral(int(found[0][:-1]))}几"
    return "一两" if found[0] == "1、2" else numeral(int(found[1])) + numeral(int(found[2]))


def _measured(line: Line, arabic: set[str], usual: bool) -> Iterator[Flaw]:
    for found in _IN_CHINESE.finditer(line.text) if arabic or usual else ():
        if (found[2] in arabic or (usual and _EXACT.fullmatch(found[1]))) and not _ROUGH.search(found[1]):
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
