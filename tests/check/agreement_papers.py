"""Documents for agreement: the three of the sample ledger, edited by hand, and short ones written for a test."""

import io
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import docx
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from reportgen.anatomy import Document, Paragraph, Role, Section, Settings, Shape
from reportgen.anatomy.reader import read
from reportgen.check.agreement import agreement
from reportgen.compose import compose
from reportgen.errors import Finding
from reportgen.kinds.kind import load_kinds
from reportgen.ledger.load import load
from reportgen.model import Ledger
from reportgen.word import fill

ROOT = Path(__file__).resolve().parent.parent.parent
PLAN, REPORT, NOTICE = "整改方案", "整改进展情况报告", "整改进展情况通报"
Files = dict[str, bytes]


def sample_ledger(folder: Path = ROOT) -> Ledger:
    """The ledger of a project, which must be without faults."""
    ledger = load(folder / "data").ledger
    assert ledger is not None
    return ledger


def built(ledger: Ledger, as_of: date | None = None) -> Files:
    """The three documents of a ledger, as files."""
    files: Files = {}
    for kind in load_kinds(ROOT / "templates")[0]:
        elements = ledger.documents[kind.name]
        day = as_of or elements.as_of or elements.date_of_issue
        assert day is not None
        composed = compose(kind, ledger, day, "成文日期")
        content = fill(kind.template, kind.name, composed.values, elements.date_of_issue or day).content
        assert content is not None
        files[kind.name] = content
    return files


def edited(content: bytes, old: str, new: str) -> bytes:
    """A file in which the first paragraph that holds `old` says `new` instead, as a clerk would change it in Word."""
    document = docx.Document(io.BytesIO(content))
    for paragraph in document.element.body.iter(qn("w:p")):
        texts = list(_texts(paragraph))
        whole = "".join(text.text or "" for text in texts)
        if old in whole:
            texts[0].text = whole.replace(old, new, 1)
            for text in texts[1:]:
                text.text = ""
            break
    else:
        raise AssertionError(f"{old!r} stands nowhere")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _texts(paragraph: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    yield from paragraph.iter(qn("w:t"))


def opened(files: Files) -> list[Document]:
    """The files, read."""
    return [read(f"{name}.docx", content) for name, content in files.items()]


def written(*texts: str, title: str = "关于巡视整改有关情况的材料", day: str = "2022年7月29日") -> Document:
    """A short document that another office wrote."""
    paragraphs = [Paragraph(1, (), Shape(), role=Role.TITLE, text=title)]
    paragraphs += [Paragraph(number, (), Shape(), role=Role.BODY, text=text) for number, text in enumerate(texts, 2)]
    paragraphs.append(Paragraph(len(paragraphs) + 1, (), Shape(), role=Role.DATE_OF_ISSUE, text=day))
    return Document("材料.docx", tuple(paragraphs), (), (), (), (Section(1),), Settings(), {})


def found_in(document: Document, ledger: Ledger) -> list[Finding]:
    """What is found in one document alone."""
    return agreement([document], ledger)[0]


def codes(findings: Sequence[Finding]) -> set[str]:
    """The codes of findings."""
    return {finding.code for finding in findings}
