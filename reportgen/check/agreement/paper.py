"""A document as agreement reads it: its kind, its dates, its figures, and what each paragraph belongs to."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reportgen.anatomy import Document, Role
from reportgen.check.agreement.book import Book
from reportgen.check.agreement.counts import TIMELESS, Claim, claims
from reportgen.check.agreement.headings import Heading
from reportgen.check.agreement.lines import AspectHeading, Line, of_the_whole, read_lines
from reportgen.check.agreement.statement import Spot
from reportgen.check.agreement.text import DATE, alike, folded, found_date, squeezed
from reportgen.model import DocumentElements

_AS_OF = re.compile(rf"截[至止]到?\s*{DATE}")
_DAY = re.compile(rf"\s*{DATE}\s*$")
_GENRES = ("通报", "报告", "方案")
ALIKE_TITLES = 0.88


@dataclass(frozen=True, slots=True, eq=False)
class AsOf:
    """“截至X年X月X日” in a paragraph; each is itself alone, so that figures can be kept by it."""

    day: date
    spot: Spot
    claims: tuple[Claim, ...]  # the figures said as of it: those after it in its paragraph


@dataclass(frozen=True, slots=True)
class Paper:
    """A document with what agreement needs to know of it.

    `kind` is its key in documents.yaml, None where it is none of them; `issued` its 成文日期.
    """

    document: Document
    kind: str | None
    titles: tuple[Spot, ...]
    public: bool
    lines: tuple[Line, ...]
    headings: tuple[Heading, ...]
    aspects: tuple[AspectHeading, ...]
    issued: date | None
    mentions: tuple[AsOf, ...]
    claims: tuple[Claim, ...]
    elements: DocumentElements

    @property
    def name(self) -> str:
        """How other findings name it."""
        return self.document.name

    @property
    def due(self) -> date | None:
        """The date that the ledger gives its figures."""
        return self.elements.as_of or self.elements.date_of_issue

    @property
    def as_of(self) -> date | None:
        """The date of its figures where none stands beside them: most often stated, else 成文日期."""
        counted = Counter(mention.day for mention in self.mentions)
        if not counted:
            return self.issued or self.due
        most = max(counted.values())
        candidates = [day for day, times in counted.items() if times == most]
        return next((day for day in candidates if day in (self.due, self.issued)), candidates[0])


def read_paper(document: Document, book: Book) -> Paper:
    """A document as agreement reads it."""
    titles = tuple(Spot(paragraph) for paragraph in document.of_role(Role.TITLE))
    kind = _kind(document, titles, book)
    title = "".join(squeezed(spot.paragraph.text) for spot in titles)
    lines, headings, aspects = read_lines(document, book)
    figured = claims(lines, kind, book)
    elements = book.ledger.documents.get(kind or "") or DocumentElements()
    return Paper(
        document,
        kind,
        titles,
        "通报" in (kind or title),
        lines,
        headings,
        aspects,
        _issued(document),
        tuple(_mentions(lines, figured, book)),
        figured,
        elements,
    )


def _kind(document: Document, titles: tuple[Spot, ...], book: Book) -> str | None:
    """The kind whose 发文字号 or title it bears, the title changed a little at most."""
    numbers = "".join(squeezed(paragraph.text) for paragraph in document.of_role(Role.DOCUMENT_NUMBER))
    heads = [squeezed(spot.paragraph.text) for spot in titles]
    heads.append("".join(heads))
    genre = next((genre for genre in _GENRES if genre in heads[-1]), "")
    best, likeness = None, ALIKE_TITLES
    for name, elements in book.ledger.documents.items():
        if genre not in name:
            continue
        if elements.document_number and squeezed(elements.document_number) in numbers:
            return name
        for title in filter(None, (elements.title, elements.enclosed_title)):
            ratio = max(alike(head, squeezed(title)) for head in heads)
            if ratio > likeness:
                best, likeness = name, ratio
    return best


def _issued(document: Document) -> date | None:
    paragraph = document.first(Role.DATE_OF_ISSUE)
    found = _DAY.match(folded(paragraph.text)) if paragraph else None
    return found_date(found[1], found[2], found[3]) if found else None


def _mentions(lines: tuple[Line, ...], figured: tuple[Claim, ...], book: Book) -> Iterator[AsOf]:
    """Every “截至……” that figures which change with time are said as of."""
    for line in lines:
        found = list(_AS_OF.finditer(line.text)) if "截" in line.text and of_the_whole(line, book) else []
        ends = (*(match.start() for match in found[1:]), len(line.text))
        for match, end in zip(found, ends, strict=False):
            day = found_date(match[1], match[2], match[3])
            own = tuple(claim for claim in figured if claim.line is line and match.end() <= claim.start < end)
            if day and any(claim.fact not in TIMELESS for claim in own):
                yield AsOf(day, Spot(line.paragraph, match.start(1), match.end()), own)
