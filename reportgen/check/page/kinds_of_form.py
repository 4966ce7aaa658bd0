"""Which form a document has: with masthead or without, and the special forms of clause 10, where other rules hold."""

from reportgen.anatomy import Document, Paragraph, Role

_MASTHEAD = (Role.ISSUER_MARK, Role.DOCUMENT_NUMBER)


def mark_of(document: Document) -> str:
    """The words of 发文机关标志, without blanks; empty where there is none."""
    return "".join("".join(mark.text.split()) for mark in document.of_role(Role.ISSUER_MARK))


def has_masthead(document: Document) -> bool:
    """Whether the document begins as an issued one does."""
    return any(paragraph.role in _MASTHEAD for paragraph in document.paragraphs)


def is_file(document: Document) -> bool:
    """Whether the mark is “……文件”: the ordinary form, for certain no letter, order or minutes."""
    return mark_of(document).endswith("文件")


def is_special(document: Document) -> bool:
    """Whether it is for certain, or may well be, a letter, an order or minutes (clause 10)."""
    mark = mark_of(document)
    return bool(mark) and not mark.endswith("文件")


def has_own_ending(document: Document) -> bool:
    """Whether it is an order or minutes, which end otherwise than with 署名 and 成文日期 (10.2, 10.3)."""
    return mark_of(document).endswith(("令", "纪要"))


def goes_upward(document: Document) -> bool:
    """Whether a signatory is named, as only upward documents do (7.2.6)."""
    carriers = document.of_role(Role.DOCUMENT_NUMBER, Role.SIGNATORY)
    return any("签发人" in paragraph.text for paragraph in carriers)


def first_label(document: Document) -> Paragraph | None:
    """The label of the first attachment: what follows is no longer the document itself."""
    return document.first(Role.ATTACHMENT_LABEL)


def without_attachments(document: Document) -> tuple[Paragraph, ...]:
    """The paragraphs before the first attachment."""
    label = first_label(document)
    if label is None:
        return document.paragraphs
    return tuple(paragraph for paragraph in document.paragraphs if paragraph.number < label.number)
