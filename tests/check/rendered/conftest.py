"""Printed documents: short ones from the sample project, right and with one thing made wrong, rendered in one run."""

import datetime
import os
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest

from reportgen.anatomy.reader import read
from reportgen.check.norm import NATIONAL
from reportgen.check.rendered import RULES, Print
from reportgen.check.rule import apply
from reportgen.errors import Finding
from reportgen.export import available, missing_faces, to_pdf
from reportgen.pages import measure
from reportgen.pipeline.build import Request, build
from reportgen.pipeline.project import Project
from tests.sharing import once

ROOT = Path(__file__).resolve().parents[3]
DOCUMENT, STYLES, SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"
Change = Mapping[str, Callable[[str], str]]


def swap(old: str, new: str, count: int = 1) -> Callable[[str], str]:
    """Replace text that must be there."""

    def change(xml: str) -> str:
        assert old in xml, old
        return xml.replace(old, new, count)

    return change


def in_style(ident: str, old: str, new: str) -> Callable[[str], str]:
    """Replace text within one style."""

    def change(xml: str) -> str:
        found = re.search(rf'<w:style [^>]*w:styleId="{ident}">.*?</w:style>', xml, re.S)
        assert found, ident
        return xml.replace(found[0], swap(old, new)(found[0]))

    return change


def both(*changes: Callable[[str], str]) -> Callable[[str], str]:
    def change(xml: str) -> str:
        for each in changes:
            xml = each(xml)
        return xml

    return change


def without_blank_before(text: str) -> Callable[[str], str]:
    """Take away the empty line before the paragraph that holds a text."""

    def change(xml: str) -> str:
        blank = re.compile(r'<w:p><w:pPr><w:pStyle w:val="Blank(?:Kept)?"/></w:pPr></w:p>')
        place = xml.index(text)
        last = list(blank.finditer(xml, 0, place))[-1]
        return xml[: last.start()] + xml[last.end() :]

    return change


def indented(style: str, left_tw: int) -> Callable[[str], str]:
    """Give the paragraph of a style another left indent."""

    def change(xml: str) -> str:
        place = re.compile(rf'(<w:pStyle w:val="{style}"/>)(?:<w:ind [^>]*/>)?')
        assert place.search(xml), style
        return place.sub(rf'\1<w:ind w:left="{left_tw}" w:right="0"/>', xml, count=1)

    return change


def paragraph(style: str, text: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


BLANK = '<w:p><w:pPr><w:pStyle w:val="Blank"/></w:pPr></w:p>'
BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
MARGINS = 'w:top="2098" w:right="1464" w:bottom="1984" w:left="1587"'
GRID = '<w:docGrid w:linePitch="579"/>'

# name → the document it is made from and what is changed
CHANGES: dict[str, tuple[str, Change]] = {
    "letter-paper": ("notice", {DOCUMENT: swap('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"', 9)}),
    "word-margins": (
        "notice",
        {DOCUMENT: swap(MARGINS, 'w:top="1440" w:right="1800" w:bottom="1440" w:left="1800"', 9)},
    ),
    "narrow-left": ("notice", {DOCUMENT: swap('w:left="1587"', 'w:left="1361"', 9)}),
    "low-top": ("notice", {DOCUMENT: swap('w:top="2098"', 'w:top="2381"', 9)}),
    "running-head": ("notice", {"word/headerEmpty.xml": swap("</w:p>", "<w:r><w:t>内部资料</w:t></w:r></w:p>")}),
    "30-points": ("notice", {STYLES: swap('w:line="579"', 'w:line="600"', 99)}),
    "29-points": ("notice", {STYLES: swap('w:line="579"', 'w:line="580"', 99)}),
    "space-after-paragraphs": ("notice", {STYLES: in_style("BodyText", 'w:after="0"', 'w:after="312"')}),
    "no-spacing": ("notice", {STYLES: swap('<w:spacing w:val="-5"/>', "", 99)}),
    "no-indent": (
        "notice",
        {STYLES: in_style("BodyText", 'w:firstLineChars="200" w:firstLine="630"', 'w:firstLine="0"')},
    ),
    "one-paragraph-flush": (
        "notice",
        {
            DOCUMENT: swap(
                '<w:pStyle w:val="BodyText"/>',
                '<w:pStyle w:val="BodyText"/><w:ind w:firstLineChars="0" w:firstLine="0"/>',
            )
        },
    ),
    "title-left": ("notice", {STYLES: in_style("Headline", 'w:val="center"', 'w:val="left"')}),
    "title-with-a-waist": (
        "notice",
        {
            DOCUMENT: swap(
                "关于巡视整改进展情况的通报</w:t>", "关于巡视整改</w:t><w:br/><w:t>进展情况的通报及公示</w:t>"
            )
        },
    ),
    "unsealed-date-too-far": (
        "notice",
        {DOCUMENT: indented("SignatureUnsealed", 4200)},
    ),
    "number-centred": (
        "notice",
        {
            STYLES: both(
                in_style("PageOdd", 'w:val="right"', 'w:val="center"'),
                in_style("PageEven", 'w:val="left"', 'w:val="center"'),
            )
        },
    ),
    "number-always-right": ("notice", {SETTINGS: swap("<w:evenAndOddHeaders/>", "")}),
    "number-without-dashes": ("notice", {"word/footerOdd.xml": both(swap("— ", ""), swap(" —", ""))}),
    "number-too-low": ("notice", {DOCUMENT: swap('w:footer="1440"', 'w:footer="1000"', 9)}),
    "no-number": ("notice", {DOCUMENT: lambda xml: re.sub(r"<w:footerReference[^>]*>", "", xml)}),
    "number-starts-again": (
        "report",
        {DOCUMENT: lambda xml: xml.replace(GRID, '<w:pgNumType w:start="1"/>' + GRID)},
    ),
    "mark-10-mm-lower": ("report", {STYLES: in_style("Mark", 'w:before="163"', 'w:before="730"')}),
    "mark-2-mm-lower": ("report", {STYLES: in_style("Mark", 'w:before="163"', 'w:before="276"')}),
    "mark-left": ("report", {STYLES: in_style("Mark", 'w:val="center"', 'w:val="left"')}),
    "one-row-under-the-mark": ("report", {DOCUMENT: without_blank_before("示委〔2022〕")}),
    "red-line-far": ("report", {STYLES: in_style("NumberUpward", 'w:space="8"', 'w:space="20"')}),
    "red-line-indented": (
        "report",
        {
            STYLES: in_style(
                "NumberUpward", '<w:jc w:val="left"/>', '<w:ind w:left="315" w:right="315"/><w:jc w:val="left"/>'
            )
        },
    ),
    "red-line-black": ("report", {STYLES: in_style("NumberUpward", 'w:color="FF0000"', 'w:color="000000"')}),
    "one-row-above-the-title": ("report", {DOCUMENT: without_blank_before("关于省委巡视反馈意见")}),
    "no-body-on-page-1": (
        "report",
        {DOCUMENT: swap('<w:pStyle w:val="BodyText"/>', '<w:pStyle w:val="BodyText"/><w:pageBreakBefore/>')},
    ),
    "name-not-over-the-date": ("report", {DOCUMENT: indented("SignatureSealed", 2900)}),
    "date-at-the-edge": ("report", {DOCUMENT: both(indented("SignatureSealed", 6100), indented("DateSealed", 6100))}),
    "signature-alone": (
        "report",
        {STYLES: in_style("SignatureSealed", "<w:keepNext/>", "<w:keepNext/><w:pageBreakBefore/>")},
    ),
    "attachment-title-on-row-2": ("report", {DOCUMENT: without_blank_before('w:val="AttachmentTitle"')}),
    "attachment-label-on-row-3": (
        "report",
        {
            STYLES: in_style("AttachmentLabel", "<w:pageBreakBefore/>", ""),
            DOCUMENT: swap(
                '<w:p><w:pPr><w:pStyle w:val="AttachmentLabelFirst"/>',
                BLANK + BLANK + '<w:p><w:pPr><w:pStyle w:val="AttachmentLabelFirst"/>',
            ),
        },
    ),
    "imprint-in-the-flow": ("report", {DOCUMENT: lambda xml: re.sub(r"<w:tblpPr[^>]*/>", "", xml)}),
    "imprint-narrow": ("report", {DOCUMENT: lambda xml: xml.replace('w:w="8845"', 'w:w="7000"')}),
    "imprint-without-lines": (
        "report",
        {
            STYLES: lambda xml: re.sub(
                r'(styleId="Imprint">.*?)<w:tblBorders>.*?</w:tblBorders>', r"\1", xml, flags=re.S
            )
        },
    ),
    "ordinary-footer-on-turned-sheets": (
        "report",
        {
            DOCUMENT: lambda xml: (
                xml.replace("headerTurnedOdd", "headerEmpty")
                .replace("headerTurnedEven", "headerEmpty")
                .replace('"footerEmpty"', '"footerOdd"')
            )
        },
    ),
    "no-number-on-turned-sheets": (
        "report",
        {
            DOCUMENT: lambda xml: xml.replace("headerTurnedOdd", "headerEmpty").replace(
                "headerTurnedEven", "headerEmpty"
            )
        },
    ),
    "heading-at-the-foot": (
        "notice",
        {DOCUMENT: lambda xml: _heading_at_the_foot(xml), STYLES: in_style("Heading1", "<w:keepNext/>", "")},
    ),
    "blank-page": (
        "notice",
        {
            DOCUMENT: swap(
                '<w:p><w:pPr><w:pStyle w:val="Heading1"/>', BREAK + BREAK + '<w:p><w:pPr><w:pStyle w:val="Heading1"/>'
            )
        },
    ),
    # right as they are
    "word-grid": (
        "notice",
        {
            STYLES: both(
                swap('<w:snapToGrid w:val="0"/>', "", 99),
                swap('<w:spacing w:val="-5"/>', "", 99),
                swap('w:line="579" w:lineRule="exact"', 'w:line="240" w:lineRule="auto"', 99),
            ),
            DOCUMENT: both(
                swap(GRID, '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-848"/>', 9),
                swap('w:right="1464"', 'w:right="1474"', 9),
            ),
        },
    ),
    "exact-lines-on-word-s-usual-grid": (
        "notice",
        {
            STYLES: swap('<w:snapToGrid w:val="0"/>', "", 99),
            DOCUMENT: swap(GRID, '<w:docGrid w:type="lines" w:linePitch="312"/>', 9),
        },
    ),
    "gbk-faces": (
        "report",
        {STYLES: lambda xml: xml.replace("仿宋_GB2312", "方正仿宋_GBK").replace("方正小标宋简体", "方正小标宋_GBK")},
    ),
}


def _heading_at_the_foot(xml: str) -> str:
    """Nineteen lines of text, then a heading on the last line of page 1, which has 22 less title and blanks."""
    lines = "".join(paragraph("BodyText", f"第{number}段文字。") for number in range(15))
    heading = paragraph("Heading1", "九、落在页末的标题")
    return xml.replace(
        '<w:p><w:pPr><w:pStyle w:val="BodyText"/>', lines + heading + '<w:p><w:pPr><w:pStyle w:val="BodyText"/>', 1
    )


@dataclass(frozen=True)
class Judged:
    """A printed document and what the rules say of it."""

    subject: Print
    findings: tuple[Finding, ...]

    @property
    def codes(self) -> set[str]:
        return {finding.code for finding in self.findings}

    def __getitem__(self, code: str) -> Finding:
        return next(finding for finding in self.findings if finding.code == code)


def changed(raw: bytes, change: Change) -> bytes:
    """A .docx with some of its parts changed."""
    copy = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as source, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, change[name](data.decode()).encode() if name in change else data)
    return copy.getvalue()


def shortened(raw: bytes, kept: int) -> bytes:
    """The same document with so many paragraphs of text and a few rows in each table."""

    def change(xml: str) -> str:
        table = re.compile(r"(<w:tbl>(?:(?!<w:tbl>).)*?)((?:<w:tr\b(?:(?!</w:tr>).)*</w:tr>)+)(</w:tbl>)", re.S)
        xml = table.sub(
            lambda found: found[1] + "".join(re.findall(r"<w:tr\b.*?</w:tr>", found[2], re.S)[:3]) + found[3], xml
        )
        text = re.compile(r'<w:p><w:pPr><w:pStyle w:val="(?:BodyText|Heading\d)"/></w:pPr>(?:(?!</w:p>).)*</w:p>', re.S)
        for found in list(text.finditer(xml))[-4:kept:-1]:
            xml = xml[: found.start()] + xml[found.end() :]
        return xml

    return changed(raw, {DOCUMENT: change})


def _cannot_render(why: str) -> None:
    """Skip and say so; where rendering must work (.ci/run), fail."""
    if os.environ.get("REPORTGEN_NEED_LIBREOFFICE"):
        pytest.fail(why)
    pytest.skip(why)


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Judged]:
    """The sample documents by kind (“plan” …), and each change by its name."""
    if not available():
        _cannot_render("LibreOffice is not installed")
    if missing_faces():
        _cannot_render(f"no look-alikes for {'、'.join(missing_faces())}; run .ci/fonts")
    folder = once(tmp_path_factory, "printed", _print_all)
    return Prints(folder)


class Prints(dict[str, "Judged"]):
    """The judged documents of a folder by name, each measured when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def __missing__(self, name: str) -> "Judged":
        self[name] = _judged(self._folder / f"{name}.docx", self._folder / "pdf" / f"{name}.pdf")
        return self[name]


def _print_all(folder: Path) -> None:
    to_pdf(list(_written(folder)), folder / "pdf", timeout_s=300)


def _written(folder: Path) -> Iterator[Path]:
    for name in ("data", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    request = Request((), folder / "out", datetime.date(2022, 8, 16))
    short = {}
    for document in build(Project(folder), request, lambda _: None).documents:
        raw = document.path.read_bytes()
        short[document.kind.id] = shortened(raw, 22 if document.kind.id == "notice" else 8)
        yield _put(folder, document.kind.id, short[document.kind.id])
    for name, (kind, change) in CHANGES.items():
        yield _put(folder, name, changed(short[kind], change))


def _put(folder: Path, name: str, raw: bytes) -> Path:
    path = folder / f"{name}.docx"
    path.write_bytes(raw)
    return path


def _judged(docx: Path, pdf: Path) -> Judged:
    subject = Print(read(docx.name, docx.read_bytes()), measure(pdf), NATIONAL)
    return Judged(subject, tuple(apply(RULES, subject)))
