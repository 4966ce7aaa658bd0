"""The dates that a document's figures stand for."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from reportgen.check.agreement.book import Book
from reportgen.check.agreement.counts import Claim
from reportgen.check.agreement.paper import AsOf, Paper
from reportgen.check.agreement.statement import DATE, Remark, Statement, shown
from reportgen.errors import Strength


def figure_findings(paper: Paper, book: Book) -> Iterator[Statement | Remark]:
    """Every figure as of the date that stands before it in its paragraph, else as of the document's own.

    Where the figures agree as of the document's own date and not as of the one beside them, that date is what is wrong.
    """
    own = paper.as_of
    if own is None:
        return
    dated = {id(claim) for mention in paper.mentions for claim in mention.claims}
    groups: dict[AsOf | None, Sequence[Claim]] = {mention: mention.claims for mention in paper.mentions}
    groups[None] = [claim for claim in paper.claims if id(claim) not in dated]
    own, wrong = _own(own, groups, paper, book)
    for mention, found in groups.items():
        day = mention.day if mention else own
        if mention and (mention in wrong or day != own):
            remark = _date_remark(mention, own, _differ(found, day, book), _differ(found, own, book))
            if remark:
                day = own
                yield remark
        for claim in found:
            statement = claim.statement(book, day)
            if statement:
                yield statement
    yield from _after_issue(paper)


def _own(
    own: date, groups: Mapping[AsOf | None, Sequence[Claim]], paper: Paper, book: Book
) -> tuple[date, frozenset[AsOf]]:
    """The document's own date: the ledger's where all figures agree as of that and some do not as of the stated one."""
    due = paper.due
    stated = [mention for mention in groups if mention and mention.day == own]
    if due is None or due == own or not stated:
        return own, frozenset()
    found = [claim for mention in (*stated, None) for claim in groups.get(mention, ())]
    if _differ(found, own, book) > 1 and not _differ(found, due, book):
        return due, frozenset(stated)
    return own, frozenset()


def _differ(found: Sequence[Claim], day: date, book: Book) -> int:
    statements = (claim.statement(book, day) for claim in found)
    return sum(not statement.agrees for statement in statements if statement)


def _date_remark(mention: AsOf, own: date, as_stated: int, as_own: int) -> Remark | None:
    """A date that its figures do not bear out, or that nothing sets apart from the document's own."""
    if as_own > as_stated or (as_own and as_own == as_stated):
        return None
    message = f"截至日期写的是“{shown(mention.day)}”，本文书的数据截至{shown(own)}；请核对日期"
    strength: Strength | None = None if as_stated > as_own else "GEN"
    return Remark(DATE, message, mention.spot, shown(own), shown(mention.day), strength)


def _after_issue(paper: Paper) -> Iterator[Remark]:
    """Figures as of a day after the document was issued."""
    late = next((mention for mention in paper.mentions if paper.issued and mention.day > paper.issued), None)
    if late and paper.issued:
        message = f"数据截至{shown(late.day)}，成文日期却是{shown(paper.issued)}；请改用不晚于成文日期的数据"
        yield Remark(DATE, message, late.spot, f"不晚于{shown(paper.issued)}", shown(late.day), "GEN")
