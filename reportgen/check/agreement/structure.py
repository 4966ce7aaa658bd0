"""Below the headings: which aspect an issue stands under, and how many measures are written out."""

import re
from collections.abc import Iterator

from reportgen.check.agreement.book import Book
from reportgen.check.agreement.headings import Heading
from reportgen.check.agreement.lines import AspectHeading
from reportgen.check.agreement.paper import Paper
from reportgen.check.agreement.statement import COUNT, ORDER, TITLE, Remark, Spot, Statement
from reportgen.check.agreement.text import alike, bare, squeezed
from reportgen.model import Issue

ALIKE_ASPECTS = 0.6
_MEASURE = re.compile(r"\s*（(\d{1,2})）")


def aspect_findings(paper: Paper, book: Book) -> Iterator[Statement | Remark]:
    """Names and order of the headings of aspects."""
    names = [aspect.name for aspect in book.ledger.background.aspects]
    places: list[int] = []
    for heading in paper.aspects if names else ():
        place = _aspect_place(heading, names)
        if place is None:
            message = f"台账里没有“{heading.name}”这个方面；请核对名称"
            yield Remark(TITLE, message, heading.spot, "、".join(names), heading.name)
            continue
        same = bare(heading.name) == bare(names[place])
        yield Statement(
            TITLE, f"第{place + 1}个方面的名称", names[place] if same else heading.name, names[place], heading.spot
        )
        if places and place < places[-1]:
            yield Remark(ORDER, f"“{heading.name}”方面的先后与台账不一致；请按台账排列", heading.spot)
        places.append(place)


def _aspect_place(heading: AspectHeading, names: list[str]) -> int | None:
    likeness = [alike(bare(heading.name), bare(name)) for name in names]
    best = max(range(len(names)), key=lambda place: likeness[place], default=None)
    return best if best is not None and likeness[best] >= ALIKE_ASPECTS else None


def misplaced(known: list[Heading], paper: Paper) -> Iterator[Remark]:
    """An issue below the heading of another aspect."""
    aspects = {line.paragraph.number: line.aspect for line in paper.lines}
    for heading in known:
        aspect = aspects.get(heading.paragraph.number)
        if heading.issue and aspect and bare(aspect) != bare(heading.issue.aspect):
            message = (
                f"第{heading.issue.number}个问题放在“{aspect}”方面下，台账中属于“{heading.issue.aspect}”；请移到那里"
            )
            yield Remark(
                ORDER, message, Spot(heading.paragraph, heading.start, heading.end), heading.issue.aspect, aspect
            )


def measure_counts(paper: Paper) -> Iterator[Statement]:
    """Measures written one by one below an issue, “（1）……（2）……”, against the number of the ledger."""
    written: dict[int, list[Spot]] = {}
    issues: dict[int, Issue] = {}
    for line in paper.lines:
        numbered = _MEASURE.match(line.text) if line.issue and line.issue.measures else None
        if line.issue and numbered and _is_measure(line.text[numbered.end() :], line.issue):
            written.setdefault(line.issue.number, []).append(Spot(line.paragraph, 0, numbered.end()))
            issues[line.issue.number] = line.issue
    for number, spots in written.items():
        said, right = str(len(spots)), str(len(issues[number].measures))
        yield Statement(COUNT, f"第{number}个问题的措施条数", said, right, spots[-1])


def _is_measure(text: str, issue: Issue) -> bool:
    """Whether a numbered paragraph is a measure of the issue, its figures apart."""
    body = re.sub(r"\d", "", squeezed(text))
    return any(body.startswith(re.sub(r"\d", "", squeezed(measure.content))[:8]) for measure in issue.measures)
