"""Marks between the items of a list (GB/T 15834-2011 4.5.3.5)."""

import re
from collections.abc import Iterator

from reportgen.check.language.prose import MARKS, flaw, gathered, together
from reportgen.check.rule import Case, Flaw, Rule

_BETWEEN = re.compile(r"》、《|”、“")
_PAIRED = re.compile(r"(?:[”》])(?:与|和|同|及|对|到)[“《][^“”《》]{1,20}$")
_BEFORE_AND_SO_ON = re.compile(
    r"、等(?!级|待|候|额|次|腰|身|同|价|值|距|闲|差|比|于|效|离子|、|靠|高|量|车|着|爱|温|压|速|长|积|式|位|熟|边|分|份|红|外|渗|号|我|你|他|她|到|电|式)"
)
_DOTS_AND_SO_ON = re.compile(r"…+等(?!级|待|候|额|次)")


def marks_between(case: Case) -> Iterator[Flaw]:
    """P5: no 、 between titles or quoted words that stand side by side."""
    for line in case.lines:
        if "、" in line.text:
            for found in _BETWEEN.finditer(line.text):
                if _PAIRED.search(line.text, max(found.start() - 24, 0), found.start()):
                    continue  # “甲”与“乙”、“丙”与“丁”: the mark parts the couples
                right = found[0].replace("、", "")
                message = f"并列的{'书名号' if right[0] == '》' else '引号'}之间通常不用顿号，“{found[0]}”改为“{right}”"
                yield flaw(line, found.start(), found.end(), message, right)


def mark_before_and_so_on(case: Case) -> Iterator[Flaw]:
    """P6: no mark before 等; …… and 等 not together."""
    for line in case.lines:
        if "等" in line.text:
            for found in _BEFORE_AND_SO_ON.finditer(line.text):
                yield flaw(line, found.start(), found.end(), "“等”前面不用顿号，“、等”改为“等”", "等")
            for found in _DOTS_AND_SO_ON.finditer(line.text):
                yield flaw(
                    line,
                    found.start(),
                    found.end(),
                    f"省略号和“等”不能同时用，“{found[0]}”改为“等”",
                    "等",
                    strength="GEN",
                )


RULES: tuple[Rule[Case], ...] = (
    Rule(
        "P5",
        f"{MARKS} 4.5.3.5",
        "GEN",
        "并列的书名号之间、并列的引号之间通常不用顿号。",
        lambda case: together(marks_between(case)),
    ),
    Rule(
        "P6",
        f"{MARKS} 4.5",
        "MUST",
        "列举之后的“等”前面不用顿号。",
        lambda case: gathered(mark_before_and_so_on(case)),
    ),
)
