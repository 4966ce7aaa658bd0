"""Marks in the titles of documents and attachments."""

import re
from collections.abc import Iterator
from itertools import pairwise

from reportgen.anatomy import Role
from reportgen.check.language.prose import LAYOUT, Line, flaw, gathered
from reportgen.check.rule import Case, Flaw, Rule

_TITLES = (Role.TITLE, Role.ATTACHMENT_TITLE)
_ENDS = re.compile(r"[。，、；：！,.;:!]\s*$")
_NAMED = re.compile(r"《([^《》]*(?:方案|要点|意见|计划|规划|通知|报告|总结|安排|通报))(?:（[^（）]*）)?》")


def title_marks(case: Case) -> Iterator[Flaw]:
    """P9: a title ends without a mark; 《》 around names of laws and publications."""
    for line, following in pairwise((*case.lines, None)):
        if line is None or line.role not in _TITLES:
            continue
        if following is None or following.role is not line.role:
            yield from _end(line)
        for found in _NAMED.finditer(line.text):
            name = "".join(found[1].split())
            message = f"标题里除法规、规章名称外一般不加书名号，“《{name}》”可改为“{name}”"
            yield flaw(line, found.start(), found.end(), message, name, f"《{name}》", "PRAC")


def _end(line: Line) -> Iterator[Flaw]:
    found = _ENDS.search(line.text)
    if found:
        shown = found[0].strip()
        message = f"标题末尾不用标点，删去“{shown}”，改为“{line.text[: found.start()][-10:].strip()}”"
        yield flaw(line, found.start(), found.start() + 1, message, "无", shown)


RULES: tuple[Rule[Case], ...] = (
    Rule(
        "P9",
        f"{LAYOUT} 7.3.1",
        "MUST",
        "标题末尾不用标点；标题里书名号一般只用于法规、规章和出版物名称。",
        lambda case: gathered(title_marks(case)),
    ),
)
