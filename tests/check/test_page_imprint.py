"""7.4: lines, place and content of the imprint."""

from dataclasses import replace
from typing import Any

import pytest

from reportgen.anatomy import Border, Document, Drawing, Frame, Paragraph, Role, Table, TabStop
from reportgen.check.page.imprint import RULES as CONTENT
from reportgen.check.page.imprint_lines import RULES as LINES
from tests.check.building import blank, body, codes, document, findings, masthead, paragraph, section
from tests.check.building_body import BOTTOM, imprint_paragraphs, imprint_table, with_imprint

THICK, THIN = Border("single", 8), Border("single", 6)


def lined(**lines: Border) -> Document:
    return with_imprint(borders={"top": THICK, "insideH": THIN, "bottom": THICK} | lines)


def in_flow(*parts: Paragraph, **changes: Any) -> Document:
    return document(*masthead(), blank(), blank(), paragraph(Role.TITLE, "关于整改的报告"), body(), *parts, **changes)


def bordered(copies_tw: float = 0) -> tuple[Paragraph, ...]:
    copies, printed = imprint_paragraphs()
    top = replace(copies.shape, left_tw=copies_tw, first_tw=0, borders={"top": THICK, "bottom": THIN})
    return replace(copies, shape=top), replace(printed, shape=replace(printed.shape, borders={"bottom": THICK}))


def test_a_table_at_the_foot_of_the_type_area_is_right() -> None:
    assert codes(LINES + CONTENT, with_imprint()) == []


def test_lines_given_by_the_rows_are_right() -> None:
    rows = {1: {"top": THICK, "bottom": THIN}, 2: {"bottom": THICK}}
    assert codes(LINES, with_imprint(borders={}, row_borders=rows)) == []


def test_bordered_paragraphs_are_right() -> None:
    assert codes(LINES, in_flow(*bordered(280))) == []


def test_drawn_lines_are_let_be() -> None:
    line = Drawing(1, "line", paragraph=8, line_color="000000")
    assert codes(LINES, in_flow(*imprint_paragraphs(), drawings=(line,))) == []


def test_a_text_box_at_the_foot_is_right() -> None:
    rows, table = imprint_table(frame=None, box=1)
    box = Drawing(1, "textbox", paragraph=8, frame=BOTTOM)
    parts = tuple(replace(row, box=1, story="文本框") for row in rows)
    assert codes(LINES, in_flow(*parts, blank(), tables=(table,), drawings=(box,))) == []


@pytest.mark.parametrize("side", ["top", "bottom"])
def test_a_missing_first_or_last_line_is_an_error(side: str) -> None:
    [found] = findings(LINES, lined(**{side: Border("nil", 0)}))
    assert (found.code, found.severity) == ("7.4.1-imprint-lines", "error")


@pytest.mark.parametrize(("side", "eighths"), [("top", 4), ("bottom", 18), ("insideH", 12), ("insideH", 2)])
def test_a_line_of_another_weight_is_a_warning(side: str, eighths: float) -> None:
    [found] = findings(LINES, lined(**{side: Border("single", eighths)}))
    assert (found.code, found.severity) == ("7.4.1-imprint-lines", "warning")


def test_plain_paragraphs_without_lines_are_an_error() -> None:
    assert codes(LINES, in_flow(*imprint_paragraphs())) == ["7.4.1-imprint-lines"] * 2


def test_lines_narrower_than_the_type_area_are_an_error() -> None:
    assert codes(LINES, with_imprint(width_tw=7000)) == ["7.4.1-imprint-lines"]
    assert codes(LINES, in_flow(*bordered(1600))) == ["7.4.1-imprint-lines"]


def test_the_imprint_of_a_letter_has_no_lines() -> None:
    mark = paragraph(Role.ISSUER_MARK, "示例市人民政府办公室")
    assert codes(LINES, document(mark, body(), *imprint_paragraphs())) == []


@pytest.mark.parametrize("frame", [Frame(y_from="margin", y_align="top"), Frame(y_from="page", y_align="bottom")])
def test_an_imprint_put_elsewhere_is_an_error(frame: Frame) -> None:
    assert codes(LINES, with_imprint(frame=frame)) == ["7.4.1-imprint-place"]


def test_text_after_the_imprint_is_an_error() -> None:
    label = paragraph(Role.ATTACHMENT_LABEL, "附件")
    assert codes(LINES, with_imprint(label, body())) == ["7.4.1-imprint-place"]
    assert codes(LINES, in_flow(*bordered(), body())) == ["7.4.1-imprint-place"]


def test_text_beside_a_floating_imprint_is_let_be() -> None:
    assert codes(LINES, with_imprint(body())) == []


def worded(
    copies: str = "抄送：省委组织部。", printed: str = "中共示例市委办公室\t2022年7月29日印发", **changes: Any
) -> Document:
    return in_flow(*imprint_paragraphs(copies, printed, **changes))


@pytest.mark.parametrize("copies", ["抄送:省委组织部。", "抄送省委组织部。", "抄送：省委组织部"])
def test_copies_without_colon_or_full_stop_are_a_warning(copies: str) -> None:
    assert codes(CONTENT, worded(copies)) == ["7.4.2-copies"]


@pytest.mark.parametrize("changes", [{"size_half_pt": 32}, {"face": "黑体"}])
def test_an_imprint_in_other_letters_is_a_warning(changes: dict[str, Any]) -> None:
    assert codes(CONTENT, worded(**changes)) == ["7.4.2-copies", "7.4.3-printed"]


@pytest.mark.parametrize("left_tw", [0, 640])
def test_copies_that_are_not_one_character_in_are_a_warning(left_tw: float) -> None:
    copies, printed = imprint_paragraphs()
    moved = replace(copies, shape=replace(copies.shape, left_tw=left_tw, first_tw=0))
    assert codes(CONTENT, in_flow(moved, printed)) == ["7.4.2-copies"]


def test_copies_turned_over_behind_the_colon_are_right_and_elsewhere_a_warning() -> None:
    many = (
        "抄送："
        + "，".join(["省委巡视工作领导小组办公室", "省纪委监委机关", "省委组织部", "省委宣传部", "省委统战部"])
        + "。"
    )
    assert codes(CONTENT, worded(many)) == []
    copies, printed = imprint_paragraphs(many)
    flush = replace(copies, shape=replace(copies.shape, left_tw=280, first_tw=0))
    assert codes(CONTENT, in_flow(flush, printed)) == ["7.4.2-copies"]


@pytest.mark.parametrize(
    "date", ["2022年07月29日印发", "2022年7月29号印发", "2022-7-29印发", "2022年7月29日", "二〇二二年七月二十九日印发"]
)
def test_a_printing_date_written_otherwise_is_a_warning(date: str) -> None:
    assert codes(CONTENT, worded(printed=f"中共示例市委办公室\t{date}")) == ["7.4.3-printed"]


def test_a_printing_date_at_the_very_edge_is_a_warning() -> None:
    copies, printed = imprint_paragraphs()
    edge = replace(printed, shape=replace(printed.shape, tabs=(TabStop(section().text_width_tw, "right"),)))
    assert codes(CONTENT, in_flow(copies, edge)) == ["7.4.3-printed"]


def test_an_issued_document_without_imprint_is_told() -> None:
    [found] = findings(CONTENT, in_flow())
    assert (found.code, found.severity) == ("7.4.3-imprint", "info")


def test_a_document_without_masthead_needs_no_imprint() -> None:
    assert codes(LINES + CONTENT, document(body())) == []


def test_another_table_of_the_file_is_not_taken_for_the_imprint() -> None:
    rows, table = imprint_table()
    header = Table(1, 1, 1, {}, part="word/header1.xml")
    assert codes(LINES, in_flow(*rows, tables=(header, table))) == []


def test_no_line_between_copies_and_printing_is_an_error() -> None:
    [found] = findings(LINES, lined(insideH=Border("nil", 0)))
    assert (found.code, found.severity, found.expected) == ("7.4.1-imprint-lines", "error", "有细分隔线")


@pytest.mark.parametrize(
    ("line", "measured"),
    [(Border("double", 8), "双线"), (Border("dotted", 8), "虚线"), (Border("single", 8, "FF0000"), "红色")],
)
def test_a_line_that_is_not_one_black_stroke_is_a_warning(line: Border, measured: str) -> None:
    assert [(each.severity, each.measured) for each in findings(LINES, lined(bottom=line))] == [("warning", measured)]
