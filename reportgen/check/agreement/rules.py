"""The rules of agreement: one for each way in which documents can disagree."""

from collections.abc import Callable, Iterator, Sequence

from reportgen.check.agreement.asof import figure_findings
from reportgen.check.agreement.background import background_findings
from reportgen.check.agreement.between import between
from reportgen.check.agreement.book import Book
from reportgen.check.agreement.details import detail_findings
from reportgen.check.agreement.elements import element_statements
from reportgen.check.agreement.listing import listing_findings
from reportgen.check.agreement.lists import list_findings
from reportgen.check.agreement.names import name_remarks
from reportgen.check.agreement.paper import Paper
from reportgen.check.agreement.statement import (
    BETWEEN,
    COUNT,
    DATE,
    ELEMENT,
    MISSING,
    NAME,
    ORDER,
    RATE,
    STATUS,
    SUM,
    TITLE,
    UNIT,
    Remark,
    Statement,
)
from reportgen.check.rule import Flaw, Rule

WITH_LEDGER, WITH_EACH_OTHER = "三文一致（与台账核对）", "三文一致（文书之间核对）"
Review = tuple[Statement | Remark, ...]
"""Everything found in one document: what it says of the ledger's matters, and flaws beside."""


def reviews(papers: Sequence[Paper], book: Book) -> list[Review]:
    """What each document says, with where the others say otherwise."""
    said = [tuple(_findings(paper, book)) for paper in papers]
    statements = [[each for each in found if isinstance(each, Statement)] for found in said]
    remarks = between(list(zip(papers, statements, strict=True)))
    return [(*found, *more) for found, more in zip(said, remarks, strict=True)]


def _findings(paper: Paper, book: Book) -> Iterator[Statement | Remark]:
    yield from element_statements(paper)
    yield from background_findings(paper, book)
    yield from figure_findings(paper, book)
    yield from listing_findings(paper, book)
    yield from detail_findings(paper, book)
    yield from list_findings(paper, book)
    yield from name_remarks(paper.document, book)


def _of(code: str) -> Callable[[Review], Iterator[Flaw]]:
    def judge(review: Review) -> Iterator[Flaw]:
        for each in review:
            if each.code == code and not (isinstance(each, Statement) and each.agrees):
                yield each.flaw()

    return judge


RULES: tuple[Rule[Review], ...] = (
    Rule(COUNT, WITH_LEDGER, "MUST", "文中的个数、次数、件数、人数与台账一致", _of(COUNT)),
    Rule(SUM, WITH_LEDGER, "MUST", "文中的金额与台账一致", _of(SUM)),
    Rule(RATE, WITH_LEDGER, "MUST", "文中的完成率与台账一致", _of(RATE)),
    Rule(STATUS, WITH_LEDGER, "MUST", "每个问题的整改状态、整改类型与台账一致", _of(STATUS)),
    Rule(DATE, WITH_LEDGER, "MUST", "文中的日期与台账一致", _of(DATE)),
    Rule(UNIT, WITH_LEDGER, "MUST", "单位和专项整改组的名称、分工与台账一致", _of(UNIT)),
    Rule(NAME, WITH_LEDGER, "MUST", "职务、机构和其他名称与台账一致", _of(NAME)),
    Rule(TITLE, WITH_LEDGER, "MUST", "公文、方面和问题的标题与台账一致", _of(TITLE)),
    Rule(ELEMENT, WITH_LEDGER, "MUST", "公文要素与台账一致", _of(ELEMENT)),
    Rule(MISSING, WITH_LEDGER, "MUST", "逐项写的问题和措施与台账相比不缺、不多、不重", _of(MISSING)),
    Rule(ORDER, WITH_LEDGER, "MUST", "方面和问题的归属、顺序、编号与台账一致", _of(ORDER)),
    Rule(BETWEEN, WITH_EACH_OTHER, "MUST", "各文书对同一时点的同一事项说法一致，只会增加的数不减少", _of(BETWEEN)),
)
