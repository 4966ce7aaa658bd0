"""Marks at the end of headings: none where the heading is a paragraph of its own, 。 where text runs on behind it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportgen.anatomy import HEADINGS, Paragraph, Role
from reportgen.check.language.ordinals import opening, starts_article
from reportgen.check.language.prose import HAN, LAYOUT, Line, flaw, gathered
from reportgen.check.rule import Case, Flaw, Rule
from reportgen.errors import Strength

_STOP = re.compile(r"[。；，、]\s*$")
_ITEM_END = re.compile(r"[；;]\s*$")
_FELLOWS = 2
"""So many headings without a mark make one with a mark a slip."""
_SENTENCE_END = re.compile(r"[。！？；]")
_SENTENCE = re.compile(r"适用|施行|应当|不得|必须|可以|负责|同意|依照|按照|之一|的[，；。]?$")
_LONGEST, _OWN_TEXT, _SHORT_HEADING = 45, 20, 30
_CHINESE_END = re.compile(f"[{HAN}”》）]$")


def headings(case: Case) -> Iterator[Flaw]:
    """P10: what one heading does otherwise than its fellows of the same level."""
    every = [line for line in case.lines if not line.in_table]
    yield from _alone(every)
    yield from _broken_off(every)
    for line in every:
        yield from _run_in(line, case)


def _alone(every: Sequence[Line]) -> Iterator[Flaw]:
    if any(starts_article(line.text) for line in every):
        return  # the items of a 条 are no headings
    for level, role in enumerate(HEADINGS, 1):
        of_level = [(at, line) for at, line in enumerate(every) if line.role is role]
        if level > 1 and any(_ITEM_END.search(line.text) for _, line in of_level):
            continue
        standing = [line for at, line in of_level if _stands_alone(every, at, level)]
        stopped = [line for line in standing if _STOP.search(line.text)]
        odd_ones = stopped and _FELLOWS * len(stopped) <= len(standing) - len(stopped)
        over_headings = {id(line) for at, line in of_level if _has_heading_below(every, at, level)}
        for line in stopped:
            if odd_ones or (level <= 2 and id(line) in over_headings):
                yield _told(line, None if level <= 2 else "GEN")


def _broken_off(every: Sequence[Line]) -> Iterator[Flaw]:
    """一、某某某， right above （一）: a heading, whatever its mark makes it look like."""
    for line, below in pairwise(every):
        first, text = opening(line.text), line.text.rstrip()
        if first.level not in (1, 2) or line.role is not Role.BODY or text[-1:] not in ("，", "、"):
            continue
        if len(text) <= _SHORT_HEADING and opening(below.text).level == first.level + 1:
            yield _told(line, None)


def _told(line: Line, strength: Strength | None) -> Flaw:
    text = line.text.rstrip()
    message = f"单独成行的标题末尾不用标点，删去“{text[-1]}”，改为“{text[:-1][-12:]}”"
    return flaw(line, len(text) - 1, len(text), message, "无", text[-1], strength)


def _stands_alone(every: Sequence[Line], at: int, level: int) -> bool:
    """A short paragraph that is a heading and no more, with text of its own below it."""
    text = every[at].text.rstrip()
    if len(text) > _LONGEST or _SENTENCE_END.search(text[:-1]) or _SENTENCE.search(text):
        return False
    below = every[at + 1] if at + 1 < len(every) else None
    if below is None:
        return False
    deeper = opening(below.text).level
    if deeper == 0:
        return len(below.text) >= _OWN_TEXT and not _ends_item(every, at, level)
    return deeper > level


def _has_heading_below(every: Sequence[Line], at: int, level: int) -> bool:
    """Whether the next line is a heading of the next level: then it can be nothing but a heading itself."""
    return at + 1 < len(every) and level < len(HEADINGS) and every[at + 1].role is HEADINGS[level]


def _ends_item(every: Sequence[Line], at: int, level: int) -> bool:
    """Whether it closes a list whose items end with ；."""
    before = every[at - 1].text.rstrip() if at else ""
    return opening(before).level == level and before[-1:] in "；，、;,"


def _run_in(line: Line, case: Case) -> Iterator[Flaw]:
    """（一）某某某后面是正文: the heading's own face ends where no 。 stands."""
    paragraph = line.paragraph
    if opening(line.text).level != 2:
        return
    length = _length_in_face(paragraph, frozenset(case.norm.kai_faces), frozenset(case.norm.body_faces))
    heading = line.text[:length]
    if 6 <= length <= _LONGEST and _CHINESE_END.search(heading) and len(line.text) - length >= 10:
        after = line.text[length : length + 1]
        if re.match(f"[{HAN}，；]", after):
            message = "标题后面接正文时，标题末尾用句号；改为" + f"“{heading[-8:]}。”"
            yield flaw(line, length - 1, length + 1, message, f"{heading[-1]}。", heading[-1] + after)


def _length_in_face(paragraph: Paragraph, kai: frozenset[str], body: frozenset[str]) -> int:
    """How many characters at the start are in 楷体, where text in 仿宋 follows; 0 where it is otherwise."""
    length = len(paragraph.label)
    in_kai = False
    for run in paragraph.shown_runs():
        if re.search(f"[{HAN}]", run.text):
            face = run.letters.face_of("中")
            if in_kai and face in body:
                return length
            if face not in kai:
                return 0
            in_kai = True
        length += len(run.text)
    return 0


RULES: tuple[Rule[Case], ...] = (
    Rule(
        "P10",
        f"{LAYOUT} 7.3.3",
        "MUST",
        "单独成行的标题末尾不用标点；后面接正文的标题以句号结束。",
        lambda case: gathered(headings(case)),
    ),
)
