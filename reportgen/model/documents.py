"""documents.yaml: 公文要素, per kind of document."""

from typing import Annotated

from pydantic import Field, RootModel

from reportgen.model.values import Day, OneOf, Record, Text, Texts, YesNo


class Contact(Record):
    """联系方式: the one channel for supervision that a notice publishes."""

    telephone: Text | None = None
    mailbox: Text | None = None
    email: Text | None = None


class DocumentElements(Record):
    """公文要素 of one document (GB/T 9704-2012, clause 7). A line break in a title is where its line ends."""

    issuer_mark: Text | None = None
    copy_number: Text | None = Field(default=None, pattern=r"^\d{6}$")
    classification: Text | None = None
    urgency: Annotated[str, OneOf("urgency", "特急", "加急")] | None = None
    document_number: Text | None = None
    signatory: Texts = ()
    title: Text | None = None
    enclosed_title: Text | None = None
    main_recipients: Texts = ()
    copy_recipients: Texts = ()
    signature: Text | None = None
    sealed: YesNo = True
    date_of_issue: Day | None = None
    as_of: Day | None = None
    printing_office: Text | None = None
    printed_on: Day | None = None
    note: Text | None = None
    contact: Contact | None = None


class Documents(RootModel[dict[str, DocumentElements]]):
    """The whole of documents.yaml: name of the kind → its elements."""

    model_config = {"frozen": True}
