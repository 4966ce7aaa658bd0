"""What the running text says of each issue: status, deadline, who answers for it, and its measures."""

import re
from collections.abc import Iterator

from reportgen.check.agreement.book import Book
from reportgen.check.agreement.fields import FIELD_OF, Of, field_statement
from reportgen.check.agreement.lines import Line
from reportgen.check.agreement.paper import Paper
from reportgen.check.agreement.prose import prose_statements
from reportgen.check.agreement.statement import DATE as A_DATE
from reportgen.check.agreement.statement import ORDER, Remark, Spot, Statement, shown
from reportgen.check.agreement.text import DATE, found_date, squeezed
from reportgen.model import Issue, Measure

_LABELS = "|".join(sorted(FIELD_OF, key=len, reverse=True))
_LABELLED = re.compile(rf"(?:(?<=[（；。，\s])|\A)({_LABELS})[：:]\s*([^；。\n]*?)(?=[；。\n]|）\s*$|\s*$)")
_STATUS = re.compile(r"(?:整改状态|完成情况)[：:]\s*([^；。（，\s]+)")
_DONE_ON = re.compile(rf"（\s*{DATE}\s*(?:完成|办结|销号)\s*）")
_MEASURE = re.compile(r"\s*（(\d{1,2})）\s*")


def detail_findings(paper: Paper, book: Book) -> Iterator[Statement | Remark]:
    """What stands below the headings of issues."""
    for line in paper.lines:
        if line.issue is not None:
            yield from prose_statements(line.paragraph, line.issue, book)
            yield from _status(line, line.issue, paper, book)
            yield from _labelled(line, line.issue, paper, book)


def _status(line: Line, issue: Issue, paper: Paper, book: Book) -> Iterator[Statement]:
    found = _STATUS.search(line.text)
    if found is None:
        return
    of = Of(issue, None, 0, paper.as_of)
    yield from field_statement("status", found[1], of, book, Spot(line.paragraph, found.start(1), found.end(1)))
    done = _DONE_ON.search(line.text, found.end(1))
    if done and paper.as_of:
        written = found_date(done[1], done[2], done[3])
        right = book.completed_on(issue, paper.as_of)
        said = shown(written) if written else squeezed(done[0])
        spot = Spot(line.paragraph, done.start(1), done.end())
        wanted = shown(right) if right else "—（尚未完成）"
        yield Statement(A_DATE, f"{of.name}的完成日期", said, wanted, spot, paper.as_of)


def _labelled(line: Line, issue: Issue, paper: Paper, book: Book) -> Iterator[Statement | Remark]:
    measure, row, begin = _measure(line, issue)
    numbered = _MEASURE.match(line.text)
    if measure and numbered and begin and int(numbered[1]) != row:
        message = f"第{issue.number}个问题的这条措施在台账中是第{row}条，文中写的是（{numbered[1]}）；请改正序号"
        yield Remark(ORDER, message, Spot(line.paragraph, 0, numbered.end()), f"（{row}）", f"（{numbered[1]}）")
    for found in _LABELLED.finditer(line.text, begin):
        field = FIELD_OF[found[1]]
        if field != "status":
            of = Of(issue, measure, row, paper.as_of)
            yield from field_statement(field, found[2], of, book, Spot(line.paragraph, found.start(2), found.end(2)))


def _measure(line: Line, issue: Issue) -> tuple[Measure | None, int, int]:
    """The measure that a paragraph “（2）……（牵头单位：……）” gives, its number, and where its text ends."""
    numbered = _MEASURE.match(line.text)
    if numbered is None:
        return None, 0, 0
    rest = squeezed(line.text[numbered.end() :])
    for row, measure in enumerate(issue.measures, 1):
        if rest.startswith(squeezed(measure.content).rstrip("。；")):
            return measure, row, numbered.end() + len(measure.content) - 1
    row = int(numbered[1])
    return (issue.measures[row - 1], row, 0) if 0 < row <= len(issue.measures) else (None, 0, len(line.text))
