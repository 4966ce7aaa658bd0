"""Lists of issues and measures against the ledger, row by row."""

import re
from collections import Counter
from collections.abc import Iterator

from reportgen.anatomy import Paragraph
from reportgen.check.agreement.book import Book, titles_of
from reportgen.check.agreement.fields import FIELDS, Of, field_statement
from reportgen.check.agreement.grids import MEASURE, MEASURE_NUMBER, TITLE, Grid, Row, grids
from reportgen.check.agreement.headings import nearest
from reportgen.check.agreement.paper import Paper
from reportgen.check.agreement.prose import prose_statements
from reportgen.check.agreement.statement import MISSING, ORDER, Remark, Spot, Statement
from reportgen.check.agreement.statement import TITLE as A_TITLE
from reportgen.check.agreement.text import bare, folded, one_character_apart, squeezed
from reportgen.model import Issue, Measure

_PARTS = re.compile(r"。?其中：")
FEWEST = 3


def list_findings(paper: Paper, book: Book) -> Iterator[Statement | Remark]:
    """Everything the lists of a document say."""
    for grid in grids(paper.document):
        found = list(_grid(grid, paper, book))
        known = [each for each in found if isinstance(each, tuple)]
        if len({issue.number for issue, _ in known}) >= min(FEWEST, len(book.ledger.issues)):
            yield from (each for each in found if not isinstance(each, tuple))
            yield from _absent(grid, known, paper, book)


def _grid(grid: Grid, paper: Paper, book: Book) -> Iterator[Statement | Remark | tuple[Issue, Measure | None]]:
    codes = book.codes()
    place = 0
    before: Issue | None = None
    issues = [_issue(row, codes, book) for row in grid.rows]
    counted = Counter(issue.number for issue in issues if issue)
    for row, issue in zip(grid.rows, issues, strict=True):
        if issue is None:
            if row.text(TITLE) and before is not None:
                yield _unknown(row)
            continue
        place = place + 1 if issue is before else 1
        fresh = issue is not before
        before = issue
        whole = counted[issue.number] == len(issue.measures)
        measure = _measure(row, issue, place if whole else None) if grid.by_measure else None
        yield issue, measure
        of = Of(issue, measure, issue.measures.index(measure) + 1 if measure else 0, paper.as_of)
        if fresh or TITLE in row.own:
            yield from _identity(row, issue, codes, paper)
        if grid.by_measure and measure:
            yield from _measure_code(row, of, codes)
        yield from _values(row, of, book)


def _issue(row: Row, codes: dict[int, str], book: Book) -> Issue | None:
    """The issue of a row: by its title, else by its number."""
    title = _title(row)
    exact = book.titled(title) if title else None
    if exact:
        return exact
    written = {squeezed(code.text) for code in row.codes}
    numbered = [issue for issue in book.ledger.issues if written & {str(issue.number), codes[issue.number]}]
    if not title:
        return numbered[0] if numbered else None
    likeliest = nearest(title, book, numbered[0].number if numbered else None)
    return likeliest if likeliest or MEASURE_NUMBER in row.cells else None


def _title(row: Row) -> str:
    return _PARTS.split(squeezed(row.text(TITLE)))[0]


def _identity(row: Row, issue: Issue, codes: dict[int, str], paper: Paper) -> Iterator[Statement | Remark]:
    """The title of a row and the number beside it."""
    cell = row.cells.get(TITLE, ())
    title = _title(row)
    if cell and title:
        right = next((known for known in titles_of(issue) if bare(known) == bare(title)), issue.title)
        said = right if bare(right) == bare(title) else title
        one = len(titles_of(issue)) == 1
        yield Statement(A_TITLE, f"第{issue.number}个问题的标题", said, right, Spot(cell[0]), shared=one)
    for code in row.codes:
        written = squeezed(code.text)
        right = codes[issue.number] if re.search(r"\d\D+\d", written) else str(issue.number)
        if not paper.public and _misnumbered(written, right, r"\d+(-\d+)?"):
            message = f"编号“{written}”与问题“{issue.title}”对不上，台账中这个问题是“{right}”；请核对这一行"
            yield Remark(ORDER, message, Spot(code), right, written)


def _measure(row: Row, issue: Issue, place: int | None) -> Measure | None:
    """The measure of a row: by its text, else by its place if all are there, else by its number."""
    text = squeezed(row.text(MEASURE)).rstrip("。；")
    for measure in issue.measures:
        if text and squeezed(measure.content).rstrip("。；") == text:
            return measure
    written = re.search(r"(\d+)$", squeezed(row.text(MEASURE_NUMBER)))
    row_number = place or (int(written[1]) if written else 0)
    return issue.measures[row_number - 1] if 0 < row_number <= len(issue.measures) else None


def _measure_code(row: Row, of: Of, codes: dict[int, str]) -> Iterator[Remark]:
    cells = row.cells.get(MEASURE_NUMBER, ())
    written = squeezed(row.text(MEASURE_NUMBER))
    right = f"{codes[of.issue.number]}-{of.row}"
    if cells and _misnumbered(written, right, r"\d+-\d+-\d+"):
        message = f"措施编号“{written}”与{of.name}对不上，应为“{right}”；请核对这一行"
        yield Remark(ORDER, message, Spot(cells[0]), right, written)


def _misnumbered(written: str, right: str, form: str) -> bool:
    """Whether a number is not the right one: another of its form, or the right one garbled."""
    return written != right and bool(re.fullmatch(form, written) or one_character_apart(written, right))


def _values(row: Row, of: Of, book: Book) -> Iterator[Statement]:
    for field in FIELDS:
        cells = row.cells.get(field, ())
        if cells and field in row.own:
            yield from field_statement(field, row.text(field), of, book, Spot(cells[0]))
    for paragraph in (*row.prose, *_title_rest(row)):
        yield from prose_statements(paragraph, of.issue, book)


def _title_rest(row: Row) -> tuple[Paragraph, ...]:
    cells = row.cells.get(TITLE, ())
    return cells if TITLE in row.own and any("其中" in folded(cell.text) for cell in cells) else ()


def _unknown(row: Row) -> Remark:
    cell = row.cells[TITLE][0]
    message = f"台账里没有“{cell.text[:40]}”这个问题；请核对标题，或者在台账中补上"
    return Remark(MISSING, message, Spot(cell), "台账中的问题", cell.text[:40])


def _absent(grid: Grid, known: list[tuple[Issue, Measure | None]], paper: Paper, book: Book) -> Iterator[Remark]:
    """Issues and measures of the ledger that a list lacks; a list of a few issues lacks nothing."""
    listed = {issue.number for issue, _ in known}
    wanted = book.public if paper.public else book.ledger.issues
    if len(listed) * 2 < len(wanted):
        return
    missing = [issue for issue in wanted if issue.number not in listed]
    if missing:
        names = "、".join(f"第{issue.number}个“{issue.title}”" for issue in missing[:3])
        more = f"等{len(missing)}个" if len(missing) > 3 else ""
        message = f"清单里少了台账中的问题：{names}{more}；请补上，或者核对台账"
        yield Remark(MISSING, message, Spot(grid.head), f"{len(wanted)}个问题", f"{len(listed)}个问题")
    if grid.by_measure:
        yield from _absent_measures(grid, known, listed, book)


def _absent_measures(
    grid: Grid, known: list[tuple[Issue, Measure | None]], listed: set[int], book: Book
) -> Iterator[Remark]:
    for issue in book.ledger.issues:
        rows = [measure for found, measure in known if found is issue]
        if issue.number in listed and len(rows) != len(issue.measures):
            message = f"清单里第{issue.number}个问题有{len(rows)}条措施，台账有{len(issue.measures)}条；请核对"
            yield Remark(MISSING, message, Spot(grid.head), f"{len(issue.measures)}条", f"{len(rows)}条")
