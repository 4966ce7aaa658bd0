"""三文一致: documents re-read from their files, against the ledger and against each other."""

from collections.abc import Sequence

from reportgen.anatomy import Document
from reportgen.check.agreement.book import Book
from reportgen.check.agreement.paper import read_paper
from reportgen.check.agreement.rules import RULES, reviews
from reportgen.check.rule import apply
from reportgen.errors import Finding
from reportgen.model import Ledger

__all__ = ["RULES", "agreement"]


def agreement(
    documents: Sequence[Document], ledger: Ledger, switched_off: frozenset[str] = frozenset()
) -> list[list[Finding]]:
    """What disagrees in each document, in their order.

    Figures hold as of the date that stands beside them, else as of the document's own; what is not recognised is left alone.
    """
    book = Book(ledger)
    papers = [read_paper(document, book) for document in documents]
    return [list(dict.fromkeys(apply(RULES, review, switched_off))) for review in reviews(papers, book)]
