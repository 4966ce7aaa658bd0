"""The sample documents as they are printed: no rule on pages says anything of them, and they are judged quickly."""

import time

import pytest

from reportgen.anatomy.reader import read
from reportgen.check.norm import NATIONAL
from reportgen.check.rendered import RULES, Print
from reportgen.check.rule import apply
from reportgen.pages import locate_all, measure

pytestmark = pytest.mark.xdist_group("layout")

KINDS = ("plan", "report", "notice")


@pytest.fixture(scope="module")
def printed(rendered):
    return {
        kind: Print(read(f"{kind}.docx", document.docx.read_bytes()), measure(document.pdf), NATIONAL)
        for kind, document in rendered.items()
    }


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_found_on_the_sample_documents(printed, kind):
    assert list(apply(RULES, printed[kind])) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_paragraph_is_found_on_the_pages_in_order(printed, kind):
    texts = [paragraph.text for paragraph in printed[kind].document.paragraphs if paragraph.text.strip()]
    marks = locate_all(printed[kind].pages, texts)
    assert [text for text, mark in zip(texts, marks, strict=True) if mark is None] == []
    pages = [mark.page for mark in marks if mark]
    assert pages == sorted(pages)


@pytest.mark.parametrize("kind", KINDS)
def test_lines_are_those_that_another_program_reads(printed, rendered, kind):
    for page, sheet in zip(printed[kind].pages, rendered[kind].sheets, strict=True):
        if not page.landscape:
            assert [line.text for line in page.lines] == [line.text for line in sheet.lines]
            assert [line.left for line in page.lines] == pytest.approx([line.left for line in sheet.lines], abs=0.05)
            assert [line.size_pt for line in page.lines] == [line.size for line in sheet.lines]


def test_measuring_and_judging_a_hundred_pages_takes_seconds(rendered):
    begin = time.perf_counter()
    for document in rendered.values():
        subject = Print(read("文.docx", document.docx.read_bytes()), measure(document.pdf), NATIONAL)
        assert not list(apply(RULES, subject))
    assert time.perf_counter() - begin < 20
