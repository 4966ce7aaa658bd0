"""The marks of ordinals: 一、 （一） 1. （1） ① 第一， (GB/T 9704-2012 7.3.3, GB/T 15834-2011 4.4.3, 4.5.3)."""

import re
from collections import Counter
from collections.abc import Iterator

from reportgen.anatomy import Role
from reportgen.check.language.ordinals import Opening, opening, written
from reportgen.check.language.prose import HAN, LAYOUT, Line, flaw, gathered
from reportgen.check.rule import Case, Flaw, Rule
from reportgen.errors import Strength
from reportgen.wording.numerals import numeral

_CIRCLED = re.compile(r"[\s　]*([①②③④⑤⑥⑦⑧⑨⑩])([、，,.．：。])")
_NUMERAL = "[一二三四五六七八九十]"
_SENTENCE_START = r"(?:^[\s　]*|(?<=[。；：！？\n]))"
_SPOKEN = re.compile(
    rf"{_SENTENCE_START}(第{_NUMERAL}{{1,2}}|其{_NUMERAL}|首先|其次|再次|最后)(、)"
    rf"(?!第|其{_NUMERAL}|其次|再次|最后|{_NUMERAL})(?=[{HAN}“《])"
)
_IS_FIRST = re.compile(rf"{_SENTENCE_START}({_NUMERAL}{{1,2}}是)([，、])(?=[{HAN}“《])")
_LIST_AFTER = re.compile(r"[、，,]\s*\d")
_NOT_NUMBERED = frozenset({Role.DOCUMENT_NUMBER, Role.DATE_OF_ISSUE, Role.SIGNATURE})


def ordinal_marks(case: Case) -> Iterator[Flaw]:
    """P2: the mark after an ordinal."""
    for line in case.lines:
        if line.role not in _NOT_NUMBERED:
            yield from _at_start(line)
            yield from _spoken(line)


def _at_start(line: Line) -> Iterator[Flaw]:
    circled = _CIRCLED.match(line.text)
    if circled:
        yield _told(line, circled.start(1), circled.end(), circled[1], "圈码序号后面不加标点")
    first = opening(line.text)
    if first.level and not _is_no_heading(line.text, first):
        fault = _fault(first)
        if fault:
            right = written(first.level, first.value, numeral(first.value))
            strength: Strength | None = "GEN" if line.in_table and first.level == 3 else None
            yield _told(line, first.start, first.end, right, fault, strength)


def _told(line: Line, start: int, end: int, right: str, fault: str, strength: Strength | None = None) -> Flaw:
    wrong = line.text[start:end].rstrip()
    return flaw(line, start, start + len(wrong), f"序号“{wrong}”不规范：{fault}，改为“{right}”", right, wrong, strength)


def _is_no_heading(text: str, first: Opening) -> bool:
    """1、2、3号楼 and 3，5… count things; a bare mark with nothing Chinese after it is no heading either."""
    after = text[first.end : first.end + 1]
    if first.level in (1, 3) and not re.match(rf"[{HAN}“《（(\s　]", after or "1"):
        return True
    return first.level == 3 and first.mark in "、，," and _LIST_AFTER.match(text, first.end) is not None


def _fault(first: Opening) -> str | None:
    if first.level in (2, 4):
        if first.label[0] == "(" or first.label[-1] == ")":
            return "括号要用全角"
        return "带括号的序号后面不加标点" if first.mark else None
    if first.extra:
        return "序号后面只用一个标点"
    if first.level == 1:
        return None if first.mark == "、" else "不带括号的汉字序号后面用顿号"
    return "阿拉伯数字序号后面用下脚点" if first.mark in "、，," else None


def _spoken(line: Line) -> Iterator[Flaw]:
    if "、" in line.text:
        for found in _SPOKEN.finditer(line.text):
            yield _said(line, found, f"{found[1]}，", "这类序次语后面用逗号", None)
    if "是" in line.text:
        for found in _IS_FIRST.finditer(line.text):
            yield _said(line, found, found[1], "“一是”这类序次语后面不加标点", "GEN")


def _said(line: Line, found: re.Match[str], right: str, fault: str, strength: Strength | None) -> Flaw:
    message = f"序次语“{found[0].strip()}”不规范：{fault}，改为“{right}”"
    return flaw(line, found.start(1), found.end(), message, right, strength=strength)


def mixed_dots(case: Case) -> Iterator[Flaw]:
    """P2: one document writes 1. or 1．, not both."""
    dotted: dict[str, list[tuple[Line, Opening]]] = {".": [], "．": []}
    for line in case.lines:
        first = opening(line.text)
        if first.level == 3 and first.mark in dotted and not line.in_table:
            dotted[first.mark].append((line, first))
    counts = Counter({mark: len(found) for mark, found in dotted.items()})
    if counts["."] and counts["．"]:
        rarer, usual = ("．", ".") if counts["．"] <= counts["."] else (".", "．")
        line, first = dotted[rarer][0]
        message = f"全文序号的点不一致：“{first.label}{rarer}”这样写的有 {counts[rarer]} 处，其余 {counts[usual]} 处用“{usual}”；统一改为“{first.label}{usual}”"
        yield flaw(line, first.start, first.end, message, f"{first.label}{usual}", f"{first.label}{rarer}", "GEN")


def _judge(case: Case) -> Iterator[Flaw]:
    yield from gathered(ordinal_marks(case))
    yield from mixed_dots(case)


RULES: tuple[Rule[Case], ...] = (
    Rule(
        "P2",
        f"{LAYOUT} 7.3.3",
        "MUST",
        "序号依次用“一、”“（一）”“1.”“（1）”；带括号的和圈码后面不加标点；“第一”“首先”“其一”后面用逗号。",
        _judge,
    ),
)
