"""Half-width marks in Chinese text (GB/T 15834-2011 clause 4: the forms of the marks)."""

import re
from collections.abc import Iterator

from reportgen.check.language.ordinals import opening
from reportgen.check.language.prose import HAN, MARKS, Line, flaw, gathered
from reportgen.check.rule import Case, Flaw, Rule

_FULL = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", ".": "。", "(": "（", ")": "）", "｡": "。", "､": "、"}
_BEFORE = re.compile(rf"[{HAN}”’》〉）)】〕％%]")
_AFTER = re.compile(rf"[{HAN}“《（]")
_SIGN = re.compile(r"[,:;?!.｡､]")
_ANY = re.compile(r"[,:;?!.｡､()\"']")
_PAIR = re.compile(r"\(([^()（）\n]{0,200})\)")
_LONE = re.compile(rf"(?<=[{HAN}”》])\((?=[^()]*）)|(?<=（)[^()（）]{{0,80}}\)")
_QUOTED = re.compile(rf"\"([^\"\n]*)\"|(?<![A-Za-z])'([^'\n]*[{HAN}][^'\n]*)'")
_HAN = re.compile(f"[{HAN}]")


def half_width(case: Case) -> Iterator[Flaw]:
    """P1: marks of Chinese text are full-width, quotation marks curly."""
    for line in case.lines:
        if _ANY.search(line.text):
            yield from _of_line(line)


def _of_line(line: Line) -> Iterator[Flaw]:
    start = opening(line.text).end
    spots = sorted({*_marks(line.text, start), *_brackets(line.text, start)})
    if spots:
        yield _told(line, spots)
    straight = _straight_quotes(line.text)
    if straight:
        at, end, right = straight[0]
        more = f"；本段共 {len(straight)} 处" if len(straight) > 1 else ""
        message = (
            f"中文里用了直引号，应改为弯引号：改为“{right}”{more}"
            if right[0] == "‘"
            else f"中文里用了直引号，改为弯引号{right}{more}"
        )
        yield flaw(line, at, end, message, right)


def _told(line: Line, spots: list[int]) -> Flaw:
    found = "".join(dict.fromkeys(line.text[at] for at in spots))
    right = "".join(_FULL[mark] for mark in found)
    more = f"；本段共 {len(spots)} 处" if len(spots) > 1 else ""
    message = f"中文里用了半角标点“{found}”，改为全角“{right}”{more}"
    return flaw(line, spots[0], spots[0] + 1, message, right, found)


def _marks(text: str, start: int) -> Iterator[int]:
    for found in _SIGN.finditer(text, start):
        if _is_chinese(text, found.start()):
            yield found.start()


def _is_chinese(text: str, at: int) -> bool:
    """Whether a half-width mark belongs to Chinese text: not to a number, a time, a ratio, an address or foreign text."""
    mark, before, after = text[at], text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if mark in "｡､":
        return True
    stands_behind, stands_before = _BEFORE.match(before) is not None, _AFTER.match(after) is not None
    if mark == ".":
        return stands_behind and before not in "%％)" and (stands_before or not text[at + 1 :].strip())
    if stands_behind:
        return before not in "%)" or not after.isascii() or not after.strip()
    return stands_before and before.isalnum() and (mark != ":" or before.isascii())


def _brackets(text: str, start: int) -> Iterator[int]:
    if "(" not in text and ")" not in text:
        return
    for found in _PAIR.finditer(text, start):
        before, after = text[max(found.start() - 1, 0) : found.start()], text[found.end() : found.end() + 1]
        if before.isascii() and before.isalnum() and "\ue000" not in before and not _HAN.search(found[1]):
            continue
        if any(_HAN.search(part) for part in (before, found[1], after)):
            yield found.start()
            yield found.end() - 1
    for found in _LONE.finditer(text, start):
        yield found.start() if found[0] == "(" else found.end() - 1


def _straight_quotes(text: str) -> list[tuple[int, int, str]]:
    if '"' not in text and "'" not in text:
        return []
    found = []
    for quoted in _QUOTED.finditer(text):
        inside = quoted[1] if quoted[1] is not None else quoted[2]
        around = text[max(quoted.start() - 1, 0) : quoted.start()] + inside + text[quoted.end() : quoted.end() + 1]
        if _HAN.search(inside) or (inside and len(_HAN.findall(around)) >= 2):
            right = f"“{inside}”" if quoted[1] is not None else f"‘{inside}’"
            found.append((quoted.start(), quoted.end(), right))
    if not found and text.count('"') == 1:
        at = text.index('"')
        if _HAN.search(text[max(at - 1, 0) : at + 2]) and not text[max(at - 1, 0) : at].isdigit():
            found.append((at, at + 1, "“" if "”" in text[at:] else "”"))
    return found


RULES: tuple[Rule[Case], ...] = (
    Rule(
        "P1",
        f"{MARKS} 4",
        "MUST",
        "中文里的逗号、冒号、分号、问号、叹号、括号用全角，引号用弯引号“”。",
        lambda case: gathered(half_width(case)),
    ),
)
