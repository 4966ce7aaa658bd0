"""正文, its levels, 附件说明, 署名 and 成文日期: clauses 7.3.3 to 7.3.6, on rendered pages."""

import docx
import pytest

from reportgen.word.signature import width_in_characters

pytestmark = pytest.mark.xdist_group("layout")

KINDS = ("plan", "report", "notice")
CHAR = 15.75 / 72 * 25.4
SEALED = {"plan": "2021年12月10日", "report": "2022年7月29日"}


def _paragraphs(document, *styles):
    return [
        "".join(paragraph.text.split())
        for paragraph in docx.Document(document.docx).paragraphs
        if paragraph.style.name in styles
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_first_page_shows_text_of_the_body(rendered, kind):
    texts = _paragraphs(rendered[kind], "公文正文", "公文正文（与下段同页）")
    shown = "".join(line.text for line in rendered[kind].sheets[0].text_lines)
    assert texts[0][:20] in shown


@pytest.mark.parametrize(
    ("style", "font"),
    [("一级标题", "FandolHei"), ("二级标题", "FandolKai"), ("三级标题", "FandolFang")],
)
@pytest.mark.parametrize("kind", KINDS)
def test_levels_have_their_faces_and_an_indent_of_two_characters(rendered, kind, style, font):
    for heading in _paragraphs(rendered[kind], style):
        _, line = rendered[kind].line(heading[:18])
        assert line.fonts - {"LiberationSerif"} == {f"{font}-Regular"}
        assert line.left == pytest.approx(28 + 2 * CHAR, abs=2.2)  # an opening （ is half empty; origin, not ink
        assert line.size == 16


@pytest.mark.parametrize("kind", KINDS)
def test_run_in_headings_are_kai_and_go_on_in_fangsong(rendered, kind):
    _, line = rendered[kind].line("（一）")
    faces = [glyph["fontname"].partition("+")[2] for glyph in line.glyphs]
    assert faces[0] == "FandolKai-Regular"
    assert "FandolFang-Regular" in faces or line.text.endswith("方面")


@pytest.mark.parametrize("kind", KINDS)
def test_paragraphs_are_indented_by_two_characters(rendered, kind):
    for text in _paragraphs(rendered[kind], "公文正文")[:10]:
        _, line = rendered[kind].line(text[:12])
        assert line.left == pytest.approx(28 + 2 * CHAR, abs=0.4)


@pytest.mark.parametrize("kind", KINDS)
def test_no_heading_is_the_last_line_of_a_page(rendered, kind):
    headings = set(_paragraphs(rendered[kind], "一级标题", "二级标题", "三级标题"))
    for sheet in rendered[kind].upright[:-1]:
        last = sheet.text_lines[-1].text
        assert not any(heading.endswith(last) for heading in headings), f"page {sheet.number} ends with {last}"


@pytest.mark.parametrize("kind", SEALED)
def test_sealed_name_is_centred_over_a_date_four_characters_from_the_right(rendered, kind):
    sheet, name = next(
        (sheet, line)
        for sheet in rendered[kind].upright
        for line in sheet.lines
        if line.text == "中共示例市委员会" and line.size == 16
    )
    date = sheet.lines[sheet.lines.index(name) + 1]
    assert date.text == SEALED[kind]
    assert name.centre == pytest.approx(date.centre, abs=1)
    # the date ends 4 字 from the right; LibreOffice puts gaps between digits and 年月日 that Word does not
    assert 184 - date.centre == pytest.approx(4 * CHAR + width_in_characters(date.text) * CHAR / 2, abs=1)


def test_unsealed_date_begins_two_characters_right_of_the_name(notice):
    sheet = notice.sheets[-1]
    date, name = (
        next(line for line in sheet.lines if line.text == text) for text in ("2022年8月16日", "中共示例市委员会")
    )
    assert date.left - name.left == pytest.approx(2 * CHAR, abs=0.5)
    assert 184 - name.right == pytest.approx(2 * CHAR, abs=0.5)


@pytest.mark.parametrize("kind", KINDS)
def test_signature_has_text_of_the_body_on_its_page(rendered, kind):
    date = {**SEALED, "notice": "2022年8月16日"}[kind]
    sheet, line = next((sheet, line) for sheet in rendered[kind].upright for line in sheet.lines if line.text == date)
    assert sheet.lines.index(line) >= 2


def test_attachments_are_listed_one_below_another(plan):
    sheet, first = plan.line("附件：")
    listed = sheet.text_lines[sheet.text_lines.index(first) :]
    assert first.left == pytest.approx(28 + 2 * CHAR, abs=0.4)
    assert [line.text[0] for line in listed[1:]] == ["2", "3"]
    number = first.glyphs[3]["x0"] / 72 * 25.4
    assert [line.left for line in listed[1:]] == pytest.approx([number, number], abs=0.3)
    assert not any(line.text.endswith(("。", "；", "，")) for line in listed)
    above = sheet.text_lines[sheet.text_lines.index(first) - 1]
    assert first.baseline - above.baseline == pytest.approx(2 * 10.21, abs=0.1)


def test_note_stands_below_the_date_in_brackets(report):
    sheet, note = report.line("（联系人")
    above = sheet.lines[sheet.lines.index(note) - 1]
    assert above.text == SEALED["report"]
    assert note.left == pytest.approx(28 + 2 * CHAR, abs=0.5)
