"""Documents held against the standard as they are printed: one LibreOffice run for all, measured page by page."""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reportgen import export, pages
from reportgen.anatomy import Document
from reportgen.check.judge import RENDERED
from reportgen.check.judged import Judged, Skipped, worst_first
from reportgen.check.norm import Norm
from reportgen.check.rendered import Print
from reportgen.check.rule import apply
from reportgen.errors import Finding, Mark, ReportgenError
from reportgen.pages import Page
from reportgen.pipeline.exporting import faces, on_word_grid
from reportgen.pipeline.judging import Subject

NOT_ASKED = "没有排版（--no-render）"
FACES, GRID = "pdf-faces", "pdf-grid"
"""Under these codes it is said what was not proved: faces that were drawn by others, Word's own grid."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A document as printed."""

    pdf: Path
    pages: tuple[Page, ...]


def unprintable() -> str | None:
    """Why pages cannot be rendered or measured on this machine; None where they can."""
    if not export.available():
        return "没有安装 LibreOffice，没有排版；安装命令：sudo apt install libreoffice-writer"
    if not pages.available():
        return f"没有安装读取页面的组件，没有检查排出的页面；安装命令：{pages.HINT}"
    missing = export.missing_faces()
    return f"缺少字体{'、'.join(missing)}（替代字体也没有），排出的版面不可信" if missing else None


def printed(subjects: Sequence[Subject], judged: Sequence[Judged], norm: Norm, pictures: Path | None) -> list[Judged]:
    """The same judgements with what the printed pages show; with `pictures`, findings are drawn on pages there."""
    reason = unprintable()
    if reason:
        return [unprinted(each, reason) for each in judged]
    with tempfile.TemporaryDirectory(prefix="reportgen-", ignore_cleanup_errors=True) as scratch:
        prints = _prints(subjects, Path(scratch))
        return [
            _judged_print(subject, each, prints[number], norm, pictures)
            for number, (subject, each) in enumerate(zip(subjects, judged, strict=True))
        ]


def unprinted(judged: Judged, reason: str) -> Judged:
    """The judgement, with every rule on printed pages skipped for this reason."""
    return replace(judged, skipped=(*judged.skipped, *(Skipped(code, reason) for code in RENDERED.codes)))


def _prints(subjects: Sequence[Subject], scratch: Path) -> list["Printed | str | None"]:
    """Each document as printed, or why it could not be; None for what is no document."""
    copies: dict[int, Path] = {}
    for number, subject in enumerate(subjects):
        if subject.document is not None:
            copies[number] = scratch / f"{number}.docx"
            copies[number].write_bytes(subject.raw)
    made = _pdfs(copies, scratch / "pdf")
    return [_measured(made[number]) if number in made else None for number in range(len(subjects))]


def _pdfs(copies: dict[int, Path], folder: Path) -> dict[int, "Path | str"]:
    """All in one run; where that fails, each by itself, so that one bad file does not keep the others from being judged."""
    try:
        return dict(zip(copies, export.to_pdf(list(copies.values()), folder), strict=True))
    except ReportgenError as error:
        if len(copies) == 1:
            return dict.fromkeys(copies, error.problems[0].message)
    return {number: path for each, copy in copies.items() for number, path in _pdfs({each: copy}, folder).items()}


def _measured(pdf: "Path | str") -> "Printed | str":
    if isinstance(pdf, str):
        return pdf
    try:
        return Printed(pdf, pages.measure(pdf))
    except ReportgenError as error:
        return error.problems[0].message


def _judged_print(
    subject: Subject, judged: Judged, sheets: "Printed | str | None", norm: Norm, pictures: Path | None
) -> Judged:
    if subject.document is None or sheets is None:
        return judged
    if isinstance(sheets, str):
        return unprinted(judged, f"排不出页面：{sheets}")
    found = list(apply(RENDERED.rules, Print(subject.document, sheets.pages, norm), norm.switched_off))
    of_file = _with_pages(judged.findings, subject.document, sheets.pages)
    findings = worst_first(_once(of_file, found))
    if pictures is not None:
        marks = [(finding.mark, finding.code) for finding in findings if finding.mark]
        pages.draw(sheets.pdf, pictures, marks, Path(subject.shown).stem)
    checked = tuple(code for code in RENDERED.codes if code not in norm.switched_off)
    return Judged(judged.path, findings, (*judged.checked, *checked), (*judged.skipped, *_unproved(subject)))


_SHOWN_BY = {
    "pdf-5.1-paper": "5.1-paper",
    "pdf-5.2.1-type-area": "5.2.1-margins",
    "pdf-5.2.3-lines": "5.2.3-line-pitch",
    "pdf-5.2.3-chars": "5.2.3-char-pitch",
    "pdf-7.2.4-mark-top": "7.2.4-mark-place",
    "pdf-7.2.4-mark-centred": "7.2.4-mark-place",
    "pdf-7.2.5-number-rows": "7.2.5-number-place",
    "pdf-7.2.7-red-line": "7.2.7-red-line",
    "pdf-7.3.1-title-shape": "7.3.1-title-shape",
    "pdf-7.3.3-indent": "7.3.3-indent",
    "pdf-7.3.5-signature": "7.3.5-signature-place",
    "pdf-7.4.1-imprint-bottom": "7.4.1-imprint-place",
    "pdf-7.5-page-number": "7.5-page-number-place",
}
"""Rules on pages that see from outside what a rule on the file sees at its cause."""


def _once(of_file: Sequence[Finding], of_pages: Sequence[Finding]) -> Iterator[Finding]:
    """Each fault once: where the file has shown the cause, the page only gives the place."""
    known = {finding.code for finding in of_file}
    places = {_SHOWN_BY[finding.code]: finding.mark for finding in of_pages if finding.code in _SHOWN_BY}
    for finding in of_file:
        yield replace(finding, mark=finding.mark or places.get(finding.code))
    for finding in of_pages:
        if _SHOWN_BY.get(finding.code) not in known:
            yield finding


def _with_pages(findings: Sequence[Finding], document: Document, sheets: tuple[Page, ...]) -> list[Finding]:
    """Findings of the file with the place on the page where their paragraph is printed."""
    marks = pages.locate_all(sheets, [paragraph.text for paragraph in document.paragraphs])
    return [replace(finding, mark=finding.mark or _mark_of(finding, document, marks)) for finding in findings]


def _mark_of(finding: Finding, document: Document, marks: Sequence[Mark | None]) -> Mark | None:
    number = finding.place.paragraph
    if number is None or finding.place.part not in ("正文", "文本框") or number > len(document.paragraphs):
        return None
    return marks[number - 1]


def _unproved(subject: Subject) -> tuple[Skipped, ...]:
    """What LibreOffice cannot show of this document: faces that others stood in for, Word's own grid."""
    assert subject.document is not None, "only a document is printed"
    skipped = []
    stand_ins = export.substitutions(sorted(faces(subject.document)))
    if stand_ins:
        named = "、".join(f"{face}（用 {stand_in}）" for face, stand_in in stand_ins.items())
        skipped.append(Skipped(FACES, f"这台机器没有 {named}，字形没有核对，断行可能与 Word 不同"))
    if on_word_grid(subject.document):
        skipped.append(
            Skipped(GRID, "文档用 Word 的字符网格，LibreOffice 排不准，已换算成行距和字距再排；行数、字数以 Word 为准")
        )
    return tuple(skipped)
