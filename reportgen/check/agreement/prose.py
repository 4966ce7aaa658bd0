"""Figures within the text of an issue: a sentence that is the ledger's but for its figures."""

import re
from collections.abc import Iterator

from reportgen.anatomy import Paragraph
from reportgen.check.agreement.book import Book
from reportgen.check.agreement.statement import COUNT, DATE, SUM, Spot, Statement
from reportgen.check.agreement.text import figures, folded, sentences
from reportgen.model import Issue

_DIGIT = re.compile(r"[\d一二两三四五六七八九十百]")


def prose_statements(paragraph: Paragraph, issue: Issue, book: Book, begin: int = 0) -> Iterator[Statement]:
    """Every figure of a sentence whose words stand in the ledger's text of the issue."""
    text = folded(paragraph.text)
    if not _DIGIT.search(text, begin):
        return
    known = book.prose(issue)
    for start, sentence in sentences(text):
        skeleton, found = figures(sentence)
        candidates = known.get(skeleton)
        written = tuple(figure[0] for figure in found)
        if not candidates or written in candidates or start < begin:
            continue
        right = min(candidates, key=lambda known: sum(a != b for a, b in zip(known, written, strict=True)))
        for figure, expected in zip(found, right, strict=True):
            if figure[0] != expected:
                spot = Spot(paragraph, start + figure.start(), start + figure.end())
                about = f"第{issue.number}个问题的文字里的数字"
                yield Statement(_code(expected), about, figure[0], expected, spot, shared=False)


def _code(figure: str) -> str:
    if "年" in figure:
        return DATE
    return SUM if figure.endswith("元") else COUNT
