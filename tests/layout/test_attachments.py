"""附件: clause 7.3.7, and tables that go on over pages."""

import re

import docx
import pdfplumber
import pytest

from reportgen.export import to_pdf
from reportgen.word.rows import release_tall_rows

pytestmark = pytest.mark.xdist_group("layout")

LINE = 10.21
TITLES = {
    "plan": {"附件1": "巡视反馈问题清单", "附件2": "整改任务清单", "附件3": "整改责任清单"},
    "report": {"附件": "示例市巡视反馈意见整改台账"},
}


@pytest.mark.parametrize("kind", TITLES)
def test_label_on_the_first_line_title_on_the_third(rendered, kind):
    starts = [sheet for sheet in rendered[kind].turned if re.fullmatch(r"附件\d?", sheet.lines[0].text)]
    assert {sheet.lines[0].text: sheet.lines[1].text for sheet in starts} == TITLES[kind]
    for sheet in starts:
        label, title = sheet.lines[:2]
        assert label.fonts == {"FandolHei-Regular"}
        assert label.size == 16
        assert label.left == pytest.approx(35, abs=0.5)
        assert 28 < label.baseline < 28 + LINE
        assert 28 + 2 * LINE < title.baseline < 28 + 3 * LINE + 1.5  # the title's line is 33 pt high
        assert title.centre == pytest.approx(35 + 112.5, abs=1)
        assert title.size == 22


@pytest.mark.parametrize("kind", TITLES)
def test_titles_are_those_of_the_list_of_attachments(rendered, kind):
    sheet, first = rendered[kind].line("附件：")
    listed = [line.text for line in sheet.text_lines[sheet.text_lines.index(first) :]]
    shown = [re.sub(r"^(附件：)?(\d\.)?", "", text) for text in listed[: len(TITLES[kind])]]
    assert shown == list(TITLES[kind].values())


@pytest.mark.parametrize("kind", TITLES)
def test_head_of_the_table_comes_back_on_every_page(rendered, kind):
    heads = {
        table.rows[0].cells[0].text + table.rows[0].cells[1].text
        for table in docx.Document(rendered[kind].docx).tables[:-1]
    }
    for sheet in rendered[kind].turned:
        (table,) = sheet.page.find_tables()
        cells = [re.sub(r"\s", "", cell or "") for cell in table.extract()[0]]
        assert cells[0] + cells[1] in heads, f"page {sheet.number}"
        assert table.bbox[0] / 72 * 25.4 == pytest.approx(35, abs=0.5)
        assert table.bbox[2] / 72 * 25.4 == pytest.approx(35 + 225, abs=0.7)


def test_rows_do_not_break_over_pages(report):
    for sheet in report.turned:
        (table,) = sheet.page.find_tables()
        assert all(re.fullmatch(r"\d+", row[0] or "") for row in table.extract()[1:]), f"page {sheet.number}"


@pytest.mark.parametrize("sentences", [60, 75, 90, 130])
def test_a_row_taller_than_a_page_breaks_and_loses_nothing(report, tmp_path, sentences):
    """LibreOffice 7.4 cuts off lines of a row that may not break and is a little taller than the page."""
    document = docx.Document(report.docx)
    cell = document.tables[0].rows[4].cells[2].paragraphs[0]
    for run in cell.runs[1:]:
        run._r.getparent().remove(run._r)
    cell.runs[0].text = "".join(f"第{number}句。" for number in range(sentences))
    release_tall_rows(document)
    path = tmp_path / "tall.docx"
    document.save(path)
    with pdfplumber.open(*to_pdf([path], tmp_path / "pdf")) as pdf:
        glyphs = [glyph for page in pdf.pages if page.width > page.height for glyph in page.chars]
    told = [glyph for glyph in glyphs if glyph["text"] == "句"]
    assert len(told) == sentences
    assert max(glyph["bottom"] for glyph in told) / 72 * 25.4 < 184.2


def test_measures_of_an_issue_share_its_cells(plan):
    """Issue cells of 整改任务清单 are merged over the measures, and every measure has its row."""
    table = docx.Document(plan.docx).tables[1]
    numbers = [row._tr.tc_lst[3].xpath("string(.)") for row in table.rows[1:]]
    assert len(numbers) == len(set(numbers))
    starts = [row._tr.tc_lst[0].vMerge for row in table.rows[1:]]
    issues = {number.rpartition("-")[0] for number in numbers}
    assert starts.count("restart") == len(issues)
    assert starts.count("continue") == len(numbers) - len(issues)
