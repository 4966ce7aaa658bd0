"""Documents held against the standard as they are printed: one LibreOffice run for all, measured page by page."""

import errno
import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reportgen import export, pages
from reportgen.anatomy import Document
from reportgen.check.judge import RENDERED
from reportgen.check.judged import Judged, Skipped, worst_first
from reportgen.check.norm import Norm
from reportgen.check.office import by_its_source
from reportgen.check.rendered import Print
from reportgen.check.rule import apply
from reportgen.errors import Finding, Mark, Place, Problem, ReportgenError, os_reason
from reportgen.pages import Page
from reportgen.pipeline.exporting import faces, on_word_grid
from reportgen.pipeline.judging import Subject

_COPY = re.compile(r"\b\d+\.(?:docx|pdf)\b", re.ASCII)
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
    names = _picture_names(subjects)
    try:
        with tempfile.TemporaryDirectory(prefix="reportgen-", ignore_cleanup_errors=True) as scratch:
            prints = _prints(subjects, Path(scratch))
            return [
                _judged_print(subject, each, prints[number], norm, pictures / names[number] if pictures else None)
                for number, (subject, each) in enumerate(zip(subjects, judged, strict=True))
            ]
    except OSError as error:
        return [
            unprinted(each, f"排不出页面：LibreOffice 运行不了，或临时文件写不进去（{os_reason(error)}）")
            for each in judged
        ]


def prepare(pictures: Path) -> None:
    """The folder for pictures, made before any work is done. Raises ReportgenError where that cannot be."""
    try:
        pictures.mkdir(parents=True, exist_ok=True)
        if not os.access(pictures, os.W_OK):
            raise PermissionError(errno.EACCES, "")
    except OSError as error:
        raise _unwritable(pictures, error) from None


def _unwritable(folder: Path, error: OSError) -> ReportgenError:
    message = f"图片写不进这个文件夹（{os_reason(error)}）；请检查权限和磁盘，或用 --pages 换一个文件夹"
    return ReportgenError([Problem("output-unwritable", message, Place(file=str(folder)))])


def _picture_names(subjects: Sequence[Subject]) -> list[str]:
    """What the pictures of each document are called; documents of the same name in different folders get numbers."""
    stems = [Path(subject.shown).stem for subject in subjects]
    earlier = [stems[:number].count(stem) for number, stem in enumerate(stems)]
    return [f"{stem}（{count + 1}）" if count else stem for stem, count in zip(stems, earlier, strict=True)]


def unprinted(judged: Judged, reason: str) -> Judged:
    """The judgement, with every rule on printed pages skipped for this reason; an unread file has none at all."""
    if not judged.checked:
        return judged
    return replace(judged, skipped=(*judged.skipped, *(Skipped(code, reason) for code in RENDERED.codes)))


def _prints(subjects: Sequence[Subject], scratch: Path) -> list["Printed | str | None"]:
    """Each document as printed, or why it could not be; None for what is no document."""
    copies: dict[int, Path] = {}
    for number, subject in enumerate(subjects):
        if subject.document is not None:
            copies[number] = scratch / f"{number}.docx"
            copies[number].write_bytes(subject.raw)
    made = _pdfs(copies, scratch / "pdf")
    return [
        _measured(made[number], Path(subject.shown).name) if number in made else None
        for number, subject in enumerate(subjects)
    ]


def _pdfs(copies: dict[int, Path], folder: Path) -> dict[int, "Path | str"]:
    """All in one run; where that fails, each by itself, so that one bad file does not keep the others from being judged."""
    try:
        return dict(zip(copies, export.to_pdf(list(copies.values()), folder), strict=True))
    except ReportgenError as error:
        if len(copies) == 1:
            return dict.fromkeys(copies, error.problems[0].message)
    return {number: path for each, copy in copies.items() for number, path in _pdfs({each: copy}, folder).items()}


def _measured(pdf: "Path | str", name: str) -> "Printed | str":
    """The pages, or why there are none, said of the document and not of its copy."""
    if isinstance(pdf, str):
        return _COPY.sub(lambda _: name, pdf)
    try:
        return Printed(pdf, pages.measure(pdf))
    except ReportgenError as error:
        return _COPY.sub(lambda _: name, error.problems[0].message)


def _judged_print(
    subject: Subject, judged: Judged, sheets: "Printed | str | None", norm: Norm, pictures: Path | None
) -> Judged:
    if subject.document is None or sheets is None:
        return judged
    if isinstance(sheets, str):
        return unprinted(judged, f"排不出页面：{sheets}")
    found = list(apply(RENDERED.rules, Print(subject.document, sheets.pages, norm), norm.switched_off))
    of_file = _with_pages(judged.findings, subject.document, sheets.pages)
    findings = worst_first(by_its_source(finding, norm) for finding in _once(of_file, found))
    if pictures is not None:
        marks = [(finding.mark, finding.code) for finding in findings if finding.mark]
        try:
            pages.draw(sheets.pdf, pictures.parent, marks, pictures.name)
        except OSError as error:
            raise _unwritable(pictures.parent, error) from None
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
