"""Which paragraphs of a document are read for its language."""

import re
from collections.abc import Iterator

from reportgen.anatomy import Document, Paragraph, Role

_ATTACHED = frozenset({Role.ATTACHMENT_LABEL, Role.ATTACHMENT_TITLE})

_QUOTED = re.compile(r"“[^“”]*”|《[^《》]*》|‘[^‘’]*’")


def without_quotations(text: str) -> str:
    """A text as long, in which nothing can be found in quotation marks or titles of documents."""
    return _QUOTED.sub(lambda quoted: "□" * len(quoted[0]), text) if "“" in text or "《" in text else text


def printed_paragraphs(document: Document) -> Iterator[Paragraph]:
    """All that is printed: body, notes, headers and footers, each once; comments are not printed."""
    yield from (paragraph for paragraph in document.paragraphs if paragraph.text)
    yield from (paragraph for paragraph in document.others if paragraph.text and paragraph.story != "批注")
    seen: set[tuple[str, int]] = set()
    for section in document.sections:
        for paragraphs in (*section.headers.values(), *section.footers.values()):
            for paragraph in paragraphs:
                if paragraph.text and (paragraph.part, paragraph.number) not in seen:
                    seen.add((paragraph.part, paragraph.number))
                    yield paragraph


def main_paragraphs(document: Document) -> tuple[Paragraph, ...]:
    """The paragraphs before the first attachment, or before a document that follows the date of issue."""
    dated = False
    for index, paragraph in enumerate(document.paragraphs):
        dated = dated or paragraph.role is Role.DATE_OF_ISSUE
        if paragraph.role in _ATTACHED or (dated and paragraph.role is Role.TITLE):
            return document.paragraphs[:index]
    return document.paragraphs
