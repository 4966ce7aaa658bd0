"""The number that a paragraph begins with: 一、 （一） 1. （1）, also where its marks are wrong."""

import re
from dataclasses import dataclass

from reportgen.wording.numerals import parse_numeral

_NUMERAL = "[一二三四五六七八九十百]{1,5}"
_OPENING = re.compile(
    rf"[\s　]*(?:"
    rf"(?P<l2>[（(](?P<n2>{_NUMERAL})[）)])(?!、?[（(]|[项款目至])(?P<m2>[、，,.．：:。]?)"
    rf"|(?P<l4>[（(](?P<n4>\d{{1,3}})[）)])(?!、?[（(]|[项款目至])(?P<m4>[、，,.．：:。]?)"
    rf"|(?P<l1>(?P<n1>{_NUMERAL}))(?P<m1>[、.．，,])(?![一二三四五六七八九十]{{1,2}}(?:[、，]|年级|线城|产业|等奖|级))(?P<x1>[、.．，,]?)"
    rf"|(?P<l3>(?P<n3>\d{{1,3}}))[ ]?(?P<m3>[.．、，,])(?![\d.])(?P<x3>[、.．，,]?)"
    rf")"
)
_ARTICLE = re.compile(r"[\s　]*第[一二三四五六七八九十百千零〇\d]{1,7}(?:编|章|节|条|部分|款|篇)")


@dataclass(frozen=True, slots=True)
class Opening:
    """The ordinal at the start of a text: its level (1 to 4; 0 where there is none), value, and where it ends with its marks.

    `label` is the ordinal without the mark after it, `mark` that mark, `extra` a second one.
    """

    level: int = 0
    value: int = 0
    start: int = 0
    end: int = 0
    label: str = ""
    mark: str = ""
    extra: str = ""


NONE = Opening()


def opening(text: str) -> Opening:
    """The ordinal that a text begins with."""
    found = _OPENING.match(text)
    if not found:
        return NONE
    level = next(level for level in (1, 2, 3, 4) if found[f"l{level}"] is not None)
    value = _value(found[f"n{level}"])
    if value is None:
        return NONE
    extra = (found[f"x{level}"] if level in (1, 3) else "") or ""
    return Opening(level, value, found.start(f"l{level}"), found.end(), found[f"l{level}"], found[f"m{level}"], extra)


def starts_article(text: str) -> bool:
    """Whether a text begins like 第三条, 第二章."""
    return _ARTICLE.match(text) is not None


def written(level: int, value: int, numeral: str) -> str:
    """How an ordinal of a level is written; `numeral` is its Chinese numeral."""
    return {1: f"{numeral}、", 2: f"（{numeral}）", 3: f"{value}.", 4: f"（{value}）"}[level]


def _value(text: str) -> int | None:
    if text.isdigit():
        return int(text)
    try:
        return parse_numeral(text)
    except ValueError:
        return None
