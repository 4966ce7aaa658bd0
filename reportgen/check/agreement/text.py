"""Reading figures, dates and names out of running text."""

import re
from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher

from reportgen.wording import parse_numeral

DATE = r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日"
NUMERAL = r"(?<![\d.第])(\d+(?:\.\d+)?(?![\d.])|[二三四五六七八九十百]+)"
_FOLDED = str.maketrans("０１２３４５６７８９％．\u3000\u00a0", "0123456789%.  ")
_QUOTES = re.compile(r"[“”‘’\"'「」『』]")
_FIGURE = re.compile(
    r"\d{4}年\d{1,2}月\d{1,2}日|\d+(?:\.\d+)?(?:%|亿元|万元|元)?|[一二两三四五六七八九十百]+(?=[个次件条项人名场家处类轮份])"
)
_SENTENCE = re.compile(r"[^。；！？\n]+")
_LEAD = re.compile(r"\s*(?:(?:整改措施|整改结果|整改目标|进展情况)[：:])?(?:[一二三四五六七八九十]+是|（\d+）)?")
_ITEM = re.compile(r"(?:[^、，,；;\s（）()]|（[^）]*）|\([^)]*\))+")


def folded(text: str) -> str:
    """Full-width figures and blanks as half-width ones; every character keeps its place."""
    return text.translate(_FOLDED)


def squeezed(text: str) -> str:
    """Without blanks and line breaks."""
    return "".join(folded(text).split())


def bare(text: str) -> str:
    """Without blanks and quotation marks, whose kind depends on where a title stands."""
    return _QUOTES.sub("", squeezed(text))


def number(text: str) -> str:
    """A figure or Chinese numeral in plain figures: 二十八 → 28, 005 → 5; what is none stays."""
    if re.fullmatch(r"\d+", text):
        return str(int(text))
    try:
        return str(parse_numeral(text))
    except ValueError:
        return text


def found_date(year: str, month: str, day: str) -> date | None:
    """A date from its written parts; None where there is no such day."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def items(text: str) -> list[str]:
    """The names of a list: “市财政局、各县（市、区）政府” holds two."""
    return [found.strip("。.") for found in _ITEM.findall(text) if found.strip("。.")]


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Sentences and clauses closed by ；, each with where it begins."""
    for found in _SENTENCE.finditer(text):
        lead = _LEAD.match(found[0])
        skip = lead.end() if lead else 0
        yield found.start() + skip, found[0][skip:]


def figures(sentence: str) -> tuple[str, tuple[re.Match[str], ...]]:
    """A sentence with # for every figure, and the figures."""
    return squeezed(_FIGURE.sub("#", sentence)), tuple(_FIGURE.finditer(sentence))


def alike(left: str, right: str) -> float:
    """How alike two texts are, from 0 to 1."""
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() > 0.5 else 0.0


def one_character_apart(left: str, right: str) -> bool:
    """Whether one character was changed, added or left out."""
    if left == right or abs(len(left) - len(right)) > 1:
        return False
    start = 0
    while start < min(len(left), len(right)) and left[start] == right[start]:
        start += 1
    if len(left) == len(right):
        return left[start + 1 :] == right[start + 1 :]
    longer, shorter = (left, right) if len(left) > len(right) else (right, left)
    return longer[start + 1 :] == shorter[start:]
