"""Template and values → the bytes of a finished document."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from reportgen.errors import Place, Problem, errors_of
from reportgen.word.finish import finish, mark_paragraphs
from reportgen.word.hidden import hidden_traces
from reportgen.word.package import read_template, same_every_time
from reportgen.word.sandbox import StrictEnvironment
from reportgen.word.template import RenderFailed, StrictTemplate


@dataclass(frozen=True, slots=True)
class Filled:
    """A document's bytes (None if the template is at fault) and what is to be said of it."""

    content: bytes | None
    problems: tuple[Problem, ...] = ()


def fill(template: Path, shown: str, values: Mapping[str, object], dated: date) -> Filled:
    """Fill one template. `shown` names it in messages; `dated` is the date kept in the file's properties.

    Nothing is raised for what a clerk did to the template.
    """
    raw, problems = read_template(template, shown)
    if raw is None:
        return Filled(None, problems)
    document = StrictTemplate(io.BytesIO(raw), shown)
    try:
        document.init_docx()
        whole = document.docx.element.body is not None and document.docx.core_properties.title is not None
    except (PackageNotFoundError, KeyError, ValueError, etree.XMLSyntaxError, AttributeError):
        whole = False
    if not whole:
        message = "模板文件损坏；请从备份恢复，或从样例中复制一份"
        return Filled(None, (Problem("template-damaged", message, Place(file=shown)),))
    traces = hidden_traces(document.docx, shown)
    return Filled(None, traces) if traces else _rendered(document, values, dated)


def _rendered(document: StrictTemplate, values: Mapping[str, object], dated: date) -> Filled:
    mark_paragraphs(document.docx)
    try:
        document.render(values, StrictEnvironment(values))
    except RenderFailed as failed:
        return Filled(None, failed.problems)
    if errors_of(document.problems):
        return Filled(None, tuple(document.problems))
    notes = finish(document.docx, document.shown)
    _own_properties(document, dated)
    out = io.BytesIO()
    document.docx.save(out)
    return Filled(same_every_time(out.getvalue()), (*document.problems, *notes))


def _own_properties(document: StrictTemplate, dated: date) -> None:
    """Who typed the template, when and for whom is nobody's business; only title and date of the document stay."""
    properties = document.docx.core_properties
    for name in ("author", "category", "comments", "content_status", "identifier", "keywords", "last_modified_by",
                 "subject", "version"):  # fmt: skip
        setattr(properties, name, "")
    for name in ("created", "modified", "last_printed"):
        setattr(properties, name, datetime.combine(dated, time()))
    properties.revision = 1
