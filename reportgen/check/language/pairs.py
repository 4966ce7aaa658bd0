"""Brackets and quotation marks that come in pairs (GB/T 15834-2011 4.8, 4.9, 4.15)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.check.language.prose import CHINESE, MARKS, Line, flaw, gathered
from reportgen.check.rule import Case, Flaw, Rule

_CLOSES = {"”": "“", "’": "‘", "》": "《", "〉": "〈", "）": "（", ")": "（", "〕": "〔", "】": "【"}
_OPENS = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "（": "）", "(": "）", "〔": "〕", "【": "】"}
_MARKS = re.compile("[" + re.escape("".join(_OPENS) + "".join(_CLOSES)) + "]")
_ITEM = re.compile(r"(?:^|[\s　。；：，、])[\da-zA-Z①-⑩]{1,3}$")
_APOSTROPHE = re.compile(r"[A-Za-z0-9]’|.?’\d{2}年", re.S)
_FAR, _NEAR = 40, 3
_REACH = {"“": _FAR, "‘": _FAR, "（": _FAR, "【": _FAR, "《": _NEAR, "〈": _NEAR, "〔": _NEAR}


@dataclass(frozen=True, slots=True)
class _Mark:
    at: int
    char: str

    @property
    def kind(self) -> str:
        """The opening mark of its pair."""
        return "（" if self.char == "(" else _CLOSES.get(self.char, self.char)


@dataclass(frozen=True, slots=True)
class _Read:
    """A line with the marks that found no partner in it, and with what it says of nesting."""

    line: Line
    unclosed: tuple[_Mark, ...]
    unopened: tuple[_Mark, ...]
    nesting: tuple[tuple[int, int, str, str, str], ...]


def pairs(case: Case) -> Iterator[Flaw]:
    """P4: every mark has its partner, here or (a quotation of several paragraphs) in a later one."""
    read = [_read(line) for line in case.lines]
    inside = _quoted_over_lines(read)
    for at, one in enumerate(read):
        unclosed = [mark for mark in one.unclosed if not _closed_later(mark, read, at)]
        unopened = [mark for mark in one.unopened if not _opened_before(mark, read, at)]
        if unclosed or unopened:
            yield _unpaired(one.line, unclosed, unopened)
        elif at not in inside:
            for start, end, wrong, right, why in one.nesting:
                yield flaw(one.line, start, end, f"{why}，改为“{right}”", right, wrong)


def _read(line: Line) -> _Read:
    stack: list[_Mark] = []
    lost: list[_Mark] = []
    nesting: list[tuple[int, int, str, str, str]] = []
    half_straight = '"' in line.text
    items = not _brackets_balanced(line.text)
    for found in _MARKS.finditer(line.text):
        mark = _Mark(found.start(), found[0])
        if _is_no_mark(line.text, mark, items) or (half_straight and mark.char in "“”"):
            continue
        if mark.char in _OPENS:
            stack.append(mark)
            continue
        depth = next((i for i in range(len(stack) - 1, -1, -1) if stack[i].kind == mark.kind), None)
        if depth is None:
            lost.append(mark)
            continue
        opened = stack[depth]
        lost.extend(stack[depth + 1 :])
        del stack[depth:]
        nesting.extend(_nesting(line.text, stack, opened, mark))
    unopened = tuple(mark for mark in lost if mark.char in _CLOSES)
    unclosed = (*stack, *(mark for mark in lost if mark.char in _OPENS))
    return _Read(line, tuple(unclosed), unopened, tuple(nesting))


def _brackets_balanced(text: str) -> bool:
    """Whether every bracket may have its partner: then none of them ends the number of an item, as in 1）."""
    return sum(map(text.count, "（(")) == sum(map(text.count, "）)"))


def _is_no_mark(text: str, mark: _Mark, items: bool) -> bool:
    if mark.char in "）)":
        return items and _ITEM.search(text[max(mark.at - 5, 0) : mark.at]) is not None
    return mark.char == "’" and _APOSTROPHE.match(text, max(mark.at - 1, 0)) is not None


def _nesting(
    text: str, stack: Sequence[_Mark], opened: _Mark, closed: _Mark
) -> Iterator[tuple[int, int, str, str, str]]:
    """What is wrong with a pair inside (or not inside) another of its family."""
    inner = text[opened.at + 1 : closed.at]
    outer = stack[-1].kind if stack else ""
    start, end, wrong = opened.at, closed.at + 1, text[opened.at : closed.at + 1]
    if opened.kind == "“" and outer == "“":
        yield start, end, wrong, f"‘{inner}’", "双引号里面再用引号要用单引号"
    elif opened.kind == "‘" and not stack and CHINESE.search(inner):
        yield start, end, wrong, f"“{inner}”", "单引号只用在双引号里面"
    elif opened.kind == "《" and outer == "《":
        yield start, end, wrong, f"〈{inner}〉", "书名号里面再用书名号要用单书名号"
    elif opened.kind == "〈" and not any(mark.kind == "《" for mark in stack) and CHINESE.search(inner):
        yield start, end, wrong, f"《{inner}》", "单书名号只用在双书名号里面"


def _closed_later(mark: _Mark, read: Sequence[_Read], at: int) -> bool:
    reach = read[at + 1 : at + 1 + _REACH[mark.kind]]
    if mark.kind == "“" and reach and reach[0].line.text.lstrip().startswith("“"):
        return True  # 15834 4.8.3.5: each paragraph of a long quotation opens it anew
    return any(other.kind == mark.kind for later in reach for other in later.unopened)


def _opened_before(mark: _Mark, read: Sequence[_Read], at: int) -> bool:
    reach = read[max(at - _REACH[mark.kind], 0) : at]
    return any(other.kind == mark.kind for before in reach for other in before.unclosed)


def _quoted_over_lines(read: Sequence[_Read]) -> set[int]:
    """Lines that stand wholly in a quotation that an earlier line opened."""
    inside: set[int] = set()
    for at, one in enumerate(read):
        if any(mark.kind == "“" for mark in one.unclosed):
            for later in range(at, min(at + 1 + _FAR, len(read))):
                inside.add(later)
                if any(mark.kind == "“" for mark in read[later].unopened):
                    break
    return inside


def _unpaired(line: Line, unclosed: Sequence[_Mark], unopened: Sequence[_Mark]) -> Flaw:
    first = min((*unclosed, *unopened), key=lambda mark: mark.at)
    if unclosed and unopened and {mark.kind for mark in unclosed} == {mark.kind for mark in unopened}:
        kind = first.kind
        right = kind + _OPENS[kind]
        message = f"{kind}{_OPENS[kind]}前后颠倒，前面用“{kind}”，后面用“{_OPENS[kind]}”"
        return flaw(line, first.at, first.at + 1, message, right, first.char)
    if first.char in _OPENS:
        partner, where = _OPENS[first.char], "后面"
    else:
        partner, where = first.kind, "前面"
    wrong = "前后引号用反，或" if first.kind in "“‘" else ""
    message = f"“{first.char}”没有配对，{wrong}{where}缺少“{partner}”；请补上，或改正用错的一个"
    return flaw(line, first.at, first.at + 1, message, partner, first.char)


RULES: tuple[Rule[Case], ...] = (
    Rule(
        "P4",
        f"{MARKS} 4.8、4.9、4.15",
        "MUST",
        "引号、书名号、括号成对使用；双引号里用单引号，双书名号里用单书名号。",
        lambda case: gathered(pairs(case)),
    ),
)
