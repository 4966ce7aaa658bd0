"""Documents made to exhaust a reader: each is judged or refused at once."""

import io
import time
import zipfile

import pytest

from reportgen.check.norm import NATIONAL
from reportgen.pipeline.judging import Background, judged, subject
from tests.corpus.official import upward

MAIN, LINKS = "word/document.xml", "word/_rels/document.xml.rels"
TEXT = "<w:p><w:r><w:t>整改措施落实。</w:t></w:r></w:p>"
BOX = (
    '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:9pt"><v:textbox><w:txbxContent>',
    "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
)
SECTION = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr></w:p>'
OPEN_FIELD = '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/><w:t>1</w:t></w:r></w:p>'
STRAY_END = '<w:p><w:fldSimple w:instr="PAGE"><w:r><w:fldChar w:fldCharType="end"/></w:r></w:fldSimple></w:p>'
SIGNS = '<w:p><w:r><w:sym w:char="D800"/><w:sym w:char="1B"/><w:sym w:char="0"/></w:r></w:p>'


def parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(upward())) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(content: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in content.items():
            package.writestr(name, part)
    return out.getvalue()


def with_text(markup: str) -> bytes:
    """A correct document with this at its end."""
    content = parts()
    before, mark, after = content[MAIN].rpartition(b"<w:sectPr")
    return packed({**content, MAIN: before + markup.encode() + mark + after})


def codes(raw: bytes) -> list[str]:
    found = judged([subject("文.docx", raw, Background(), "社会")], Background(), NATIONAL)[0]
    return [finding.code for finding in found.findings] if not found.checked else []


@pytest.mark.parametrize(
    "markup",
    [
        BOX[0] * 30 + TEXT + BOX[1] * 30,
        OPEN_FIELD * 3000,
        STRAY_END * 3,
        SIGNS,
        SECTION * 2000,
        "<w:p><w:r><w:t>" + "." * 100_000 + "</w:t></w:r></w:p>",
    ],
    ids=["nested boxes", "fields left open", "field ended twice", "signs that are none", "sections", "dots"],
)
def test_it_is_judged_within_seconds(markup: str) -> None:
    begun = time.process_time()
    assert codes(with_text(markup)) == []
    assert time.process_time() - begun < 5


def test_a_note_part_is_read_once_however_often_it_is_named() -> None:
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    named = b"".join(b'<Relationship Id="n%d" Type="%s" Target="document.xml"/>' % (each, kind) for each in range(500))
    content = parts()
    links = content[LINKS].replace(b"</Relationships>", named + b"</Relationships>")
    begun = time.process_time()
    assert codes(packed({**content, LINKS: links})) == []
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    "extra",
    [
        {"word/b.bin": b"\0" * (20 << 20)},
        {f"customXml/item{each}.xml": b"<x>" + b" " * (7 << 20) + b"</x>" for each in range(13)},
        {f"word/x{each}.xml": b"<x/>" for each in range(5001)},
        {"word/header9.xml": b"<x>" + b"<y/>" * 4_000_001 + b"</x>"},
    ],
    ids=["one large part", "many medium parts", "many parts", "many elements"],
)
def test_a_file_that_swells_is_refused(extra: dict[str, bytes]) -> None:
    assert codes(packed({**parts(), **extra})) == ["docx-too-large"]


def test_a_document_of_nothing_but_empty_paragraphs_is_refused() -> None:
    assert codes(with_text("<w:p/>" * 250_001)) == ["docx-too-large"]
