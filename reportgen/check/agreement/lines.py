"""Running text, with the aspect and the issue that each paragraph belongs to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportgen.anatomy import Document, Paragraph, Role
from reportgen.check.agreement.book import Book
from reportgen.check.agreement.headings import Heading, aspect_heading, is_chapter, is_section, issue_heading
from reportgen.check.agreement.statement import Spot
from reportgen.check.agreement.text import alike, bare, figures, folded, sentences
from reportgen.model import Issue

_WHOLE = re.compile(r"(?:巡视|巡察)?移交的?(?:问题)?线索|反馈的\s*\d+\s*个问题")
_ENDS_ISSUES = (Role.ATTACHMENT_LABEL, Role.ATTACHMENT_TITLE, Role.ATTACHMENT_NOTE, Role.SIGNATURE, Role.TITLE)
_NO_TEXT = (Role.PAGE_NUMBER, Role.HEADER, Role.FOOTER, Role.BLANK, Role.TABLE_HEAD, Role.TABLE_TEXT)
ALIKE_ASPECTS = 0.7


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of running text.

    `issue` is the issue it belongs to, `aspect` the aspect; `last` says that no other issue follows, `unknown` that
    it stands below the heading of an issue that the ledger does not have.
    """

    paragraph: Paragraph
    text: str
    aspect: str | None = None
    issue: Issue | None = None
    last: bool = False
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class AspectHeading:
    """A heading of an aspect, as it stands."""

    name: str
    spot: Spot


def of_the_whole(line: Line, book: Book) -> bool:
    """Whether a line speaks of the whole: outside issues, or after the last one in words that leave no doubt."""
    if line.issue is None or line.unknown:
        return not line.unknown
    if not line.last or not _WHOLE.search(line.text) or line.text.startswith(("整改", "（")):
        return False
    known = book.prose(line.issue)
    return not any(figures(sentence)[0] in known for _, sentence in sentences(line.text))


def read_lines(
    document: Document, book: Book
) -> tuple[tuple[Line, ...], tuple[Heading, ...], tuple[AspectHeading, ...]]:
    """The paragraphs of running text, the headings of issues, and those of aspects."""
    lines: list[Line] = []
    headings: list[Heading] = []
    aspects: list[AspectHeading] = []
    aspect: str | None = None
    issue: Issue | None = None
    unknown = False
    for paragraph in _running(document):
        text = folded(paragraph.text)
        heading = issue_heading(paragraph, book, issue)
        named = None if heading else aspect_heading(text)
        if heading:
            headings.append(heading)
            issue, unknown = heading.issue, heading.issue is None
        elif named and _is_aspect(named[0], text, book):
            aspect, issue, unknown = _aspect(named[0], book), None, False
            aspects.append(AspectHeading(named[0], Spot(paragraph, named[1], named[1] + len(named[0]))))
        elif is_chapter(text) or is_section(text) or paragraph.role in _ENDS_ISSUES:
            aspect, issue, unknown = None, None, False
        lines.append(Line(paragraph, text, aspect, issue, unknown=unknown))
    return tuple(_with_last(lines, headings)), tuple(headings), tuple(aspects)


def _with_last(lines: list[Line], headings: list[Heading]) -> Iterator[Line]:
    """Lines below the last issue are marked: what follows it without a heading may be about the whole again."""
    last = next((heading.paragraph.number for heading in reversed(headings) if heading.sub is None), 0)
    for line in lines:
        below = line.issue is not None and line.paragraph.number > last
        yield replace(line, last=below)


def _running(document: Document) -> Iterator[Paragraph]:
    for paragraph in document.paragraphs:
        if paragraph.cell is None and paragraph.role not in _NO_TEXT and paragraph.text.strip():
            yield paragraph


def _is_aspect(name: str, text: str, book: Book) -> bool:
    """Whether a heading names an aspect: in the form of one, or by a name of the ledger."""
    return "关于" in text or any(bare(name) == bare(aspect.name) for aspect in book.ledger.background.aspects)


def _aspect(name: str, book: Book) -> str | None:
    names = [aspect.name for aspect in book.ledger.background.aspects]
    best = max(names, key=lambda known: alike(bare(name), bare(known)), default="")
    return best if alike(bare(name), bare(best)) >= ALIKE_ASPECTS else None
