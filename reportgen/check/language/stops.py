"""Forms of the ellipsis and the dash, doubled marks, sentences without their stop (GB/T 15834-2011)."""

import re
from collections.abc import Iterator
from itertools import pairwise

from reportgen.anatomy import Role
from reportgen.check.language.ordinals import opening
from reportgen.check.language.prose import HAN, MARKS, Line, flaw, gathered
from reportgen.check.rule import Case, Flaw, Rule

_ELLIPSIS = re.compile(
    r"…+|(?<![./\\\w])\.{3,}(?!\.|\s*\d+\s*$)|(?<=[一-鿿])\.{3,}(?!\.|\s*\d+\s*$)|。{3,}|·{3,}|．{3,}"
)
_DASH = re.compile(rf"(?<=[{HAN}”》）])(-{{2,}}|－{{2,}}|—{{3,}}|—-|-—)(?=[{HAN}“《（])")
_DOUBLED = re.compile(r"(?<![。，、；：])(?!。{3})[，、；：。]{2,}|[，、；：。][？！]|[？！][，、；：。]")
_ENDS = re.compile(rf"[{HAN}）”》\d%]\s*$")
_SENTENCE = re.compile(r"[。！？]")
_LABELLED = re.compile(r"[\s　]*[一-鿿]{1,8}：")
_LONG, _LAST = 50, 8
_SENTENCE_LENGTH, _CLAUSE, _FELLOWS = 25, 15, 5
_NEARLY_ALL = 0.8


def stops(case: Case) -> Iterator[Flaw]:
    """P8: …… and ——; never two marks in a row."""
    for line in case.lines:
        text = line.text
        if not line.in_table:
            yield from _ellipses(line)
        for found in _DASH.finditer(text) if "-" in text or "—" in text or "－" in text else ():
            yield flaw(line, found.start(), found.end(), f"破折号“{found[0]}”写法不对，改为“——”", "——")
        for found in _DOUBLED.finditer(text):
            yield from _doubled(line, found)


def _ellipses(line: Line) -> Iterator[Flaw]:
    for found in _ELLIPSIS.finditer(line.text):
        shown = found[0]
        if shown[0] == "…" and len(shown) in (2, 4):
            continue
        if shown[0] == "·" and len(shown) > 8:
            continue  # the leader of a table of contents
        if shown[0] in ".…" and (len(shown) > 12 or line.text[found.end() :].strip().isdigit()):
            continue
        yield flaw(line, found.start(), found.end(), f"省略号“{shown[:6]}”写法不对，改为六个圆点“……”", "……", shown[:6])


def _doubled(line: Line, found: re.Match[str]) -> Iterator[Flaw]:
    before, after = line.text[max(found.start() - 1, 0) : found.start()], line.text[found.end() : found.end() + 1]
    if before in ("“", "（") and after in ("”", "）"):
        return  # the marks themselves are meant
    marks = "".join(dict.fromkeys(found[0]))
    ends = found.end() == len(line.text.rstrip())
    right = marks if len(marks) == 1 else ("。" if "。" in marks and ends else "")
    repair = f"改为“{right}”" if right else f"按文意只留一个：“{'”或“'.join(marks)}”"
    yield flaw(line, found.start(), found.end(), f"标点“{found[0][:6]}”重叠，{repair}", right or "或".join(marks))


def missing_stops(case: Case) -> Iterator[Flaw]:
    """P8: a paragraph of several sentences ends with a mark."""
    usual = _usually_stopped(case)
    for line, following in pairwise((*case.lines, None)):
        if line is None:
            continue
        end = len(line.text.rstrip())
        if _lacks_stop(line, following) or (usual and _lacks_only_stop(line)):
            yield flaw(line, end - 1, end, "段末缺少句号，改为加上“。”", f"{line.text[end - 1]}。", strength="GEN")
        elif mark := _unfinished(line, following):
            yield flaw(
                line, end - 1, end, f"段末不用“{mark}”，改为“。”", "。", strength="GEN" if mark == "；" else None
            )


def _is_plain(line: Line, *, numbered: bool = False) -> bool:
    """A paragraph of the main text that is neither a labelled line such as 地址：… nor, unless asked for, numbered."""
    plain = line.role is Role.BODY and line.paragraph.story == "正文" and not line.in_table and not line.paragraph.box
    return plain and (numbered or not opening(line.text).level) and not _LABELLED.match(line.text)


def _usually_stopped(case: Case) -> bool:
    """Whether nearly every paragraph of the text ends with a mark: one that does not is a slip."""
    ends = [line.text.rstrip()[-1:] for line in case.lines if len(line.text) >= _SENTENCE_LENGTH and _is_plain(line)]
    return len(ends) >= _FELLOWS and sum(end in "。！？：；”）" for end in ends) >= _NEARLY_ALL * len(ends)


def _lacks_only_stop(line: Line) -> bool:
    text = line.text.rstrip()
    whole = len(text) >= _SENTENCE_LENGTH and "，" in text and re.match(f"[{HAN}]", text[-1]) is not None
    return whole and text.count("“") == text.count("”") and text.count("（") == text.count("）") and _is_plain(line)


def _unfinished(line: Line, following: Line | None) -> str:
    """The mark that a paragraph must not end with; ； only before what is certainly no further item."""
    text = line.text.rstrip()
    if text[-1:] not in ("，", "、", "；") or len(text) < _CLAUSE or not _is_plain(line, numbered=len(text) >= _LONG):
        return ""
    listed = following is not None and following.role is Role.BODY
    return "" if text[-1] == "；" and (listed or not re.search("[，。]", text)) else text[-1]


def _lacks_stop(line: Line, following: Line | None) -> bool:
    text = line.text.rstrip()
    if (
        line.role not in (Role.BODY, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4)
        or line.in_table
        or len(text) < _LONG
    ):
        return False
    if line.paragraph.story != "正文" or not _ENDS.search(text) or not re.match(f"[{HAN}]", text[-1]):
        return False
    marks = [found.end() for found in _SENTENCE.finditer(text)]
    if not marks or len(text) - marks[-1] < _LAST or "“" in text[marks[-1] :] or text.count("“") != text.count("”"):
        return False
    return following is None or following.role is not line.role or len(following.text) > _LAST


RULES: tuple[Rule[Case], ...] = (
    Rule(
        "P8",
        f"{MARKS} 4.1、4.10、4.11",
        "MUST",
        "省略号用“……”，破折号用“——”，标点不重叠，段末有句号。",
        lambda case: gathered((*stops(case), *missing_stops(case))),
    ),
)
