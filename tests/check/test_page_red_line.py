"""Clause 7.2.7: the red line below 发文字号."""

import pytest

from reportgen.anatomy import Border, Cell, Drawing, Frame, Role, Table
from reportgen.check.page.red_line import RULES
from tests.check.building import blank, codes, document, findings, main_part, masthead, official, paragraph

MM = 1440 / 25.4
NO_LINE: dict[str, Border] = {}


def line(color="FF0000", space_pt=8, side="bottom", style="single"):
    return {side: Border(style, 12, color, space_pt)}


def ruled(borders, *below, drawings=(), tables=(), **changes):
    number = paragraph(Role.DOCUMENT_NUMBER, "示例委〔2022〕15号", borders=borders, **changes)
    return document(*masthead(number=number), *below, *main_part(), drawings=drawings, tables=tables)


def drawn(width_mm=156, color="FF0000", **changes):
    frame = Frame("column", "paragraph", 0, 700, width_tw=width_mm * MM, height_tw=0)
    return (Drawing(1, **({"kind": "line", "paragraph": 7, "frame": frame, "line_color": color} | changes)),)


def test_a_correct_line_has_no_finding():
    assert codes(RULES, official()) == []


def test_a_document_without_masthead_needs_no_line():
    assert codes(RULES, document(*main_part())) == []


def test_a_number_on_paper_with_a_printed_head_needs_no_line():
    number = paragraph(Role.DOCUMENT_NUMBER, "示例委〔2022〕15号", borders=NO_LINE)
    assert codes(RULES, document(*masthead(mark=None, number=number), *main_part())) == []


def test_a_missing_line_is_an_error():
    (found,) = findings(RULES, ruled(NO_LINE))
    assert (found.code, found.severity, found.measured) == ("7.2.7-red-line", "error", "没有")


@pytest.mark.parametrize("color", ["000000", "auto", "0070C0"])
def test_a_line_that_is_not_red_is_an_error(color):
    assert codes(RULES, ruled(line(color))) == ["7.2.7-red-line"]


@pytest.mark.parametrize("color", ["FF0000", "E60000", "C00000"])
def test_reds_are_red(color):
    assert codes(RULES, ruled(line(color))) == []


def test_a_line_shortened_by_indents_is_an_error():
    (found,) = findings(RULES, ruled(line(), left_tw=320, right_tw=320))
    assert found.measured == "144.7 mm"


def test_a_hanging_indent_does_not_shorten_the_line():
    assert codes(RULES, ruled(line(), left_tw=320, first_tw=-320)) == []


@pytest.mark.parametrize(("space_pt", "right"), [(6, True), (8, True), (11, True), (1, False), (20, False)])
def test_the_line_is_4_mm_below_the_number(space_pt, right):
    assert codes(RULES, ruled(line(space_pt=space_pt))) == ([] if right else ["7.2.7-red-line"])


def test_an_empty_paragraph_may_carry_the_line():
    carrier = paragraph(Role.RED_LINE, borders=line(space_pt=0), line_tw=160)
    assert codes(RULES, ruled(NO_LINE, carrier)) == []


def test_an_empty_line_between_number_and_line_is_too_much():
    carrier = paragraph(Role.RED_LINE, borders=line(space_pt=1))
    assert codes(RULES, ruled(NO_LINE, carrier)) == ["7.2.7-red-line"]


def test_a_drawn_line_is_right():
    assert codes(RULES, ruled(NO_LINE, drawings=drawn())) == []
    assert codes(RULES, ruled(NO_LINE, drawings=drawn(color=None))) == []


def test_a_drawn_line_in_another_colour_or_width_is_an_error():
    assert codes(RULES, ruled(NO_LINE, drawings=drawn(color="000000"))) == ["7.2.7-red-line"]
    assert codes(RULES, ruled(NO_LINE, drawings=drawn(width_mm=120))) == ["7.2.7-red-line"]


def test_a_picture_of_a_line_is_not_measured():
    assert codes(RULES, ruled(NO_LINE, drawings=drawn(kind="picture", color=None))) == []


def test_a_small_drawing_is_no_line():
    assert codes(RULES, ruled(NO_LINE, drawings=drawn(width_mm=20, kind="picture"))) == ["7.2.7-red-line"]


def test_the_edge_of_a_table_may_be_the_line():
    def tabled(color, width_mm):
        table = Table(1, 1, 1, {(1, 1): (7,)}, borders=line(color), width_tw=width_mm * MM)
        return ruled(NO_LINE, tables=(table,), cell=Cell(1, 1, 1))

    assert codes(RULES, tabled("FF0000", 156)) == []
    assert codes(RULES, tabled("000000", 156)) == ["7.2.7-red-line"]
    assert codes(RULES, tabled("FF0000", 120)) == ["7.2.7-red-line"]


@pytest.mark.parametrize(
    ("mark", "changes"),
    [
        ("示例市人民政府", {"borders": line(style="thickThinSmallGap")}),
        ("示例市人民政府", {"align": "right", "borders": NO_LINE}),
        ("示例市人民政府令", {"borders": NO_LINE}),
        ("示例市人民政府专题会议纪要", {"borders": NO_LINE}),
    ],
    ids=["double line of letters", "number of letters", "order", "minutes"],
)
def test_the_special_forms_have_lines_of_their_own(mark, changes):
    number = paragraph(Role.DOCUMENT_NUMBER, "示例函〔2022〕15号", **changes)
    above = masthead(mark=paragraph(Role.ISSUER_MARK, mark), number=number)
    assert codes(RULES, document(*above, *main_part())) == []


def test_the_long_lines_of_a_letter_tell_it():
    above = masthead(
        mark=paragraph(Role.ISSUER_MARK, "示例市人民政府"),
        number=paragraph(Role.DOCUMENT_NUMBER, "示例函〔2022〕15号", borders=NO_LINE),
    )
    assert codes(RULES, document(*above, *main_part(), drawings=drawn(width_mm=170))) == []


def test_a_line_below_the_mark_tells_a_letter():
    mark = paragraph(Role.ISSUER_MARK, "示例市人民政府", borders=line())
    number = paragraph(Role.DOCUMENT_NUMBER, "示例函〔2022〕15号", borders=NO_LINE)
    above = masthead(mark=mark, number=number)
    assert codes(RULES, document(*above, blank(), *main_part())) == []


def test_a_broken_line_is_a_warning():
    (found,) = findings(RULES, ruled(line(style="dashed")))
    assert (found.severity, found.measured) == ("warning", "虚线")


def test_a_line_above_the_number_is_an_error():
    (found,) = findings(RULES, ruled(line(side="top")))
    assert (found.severity, found.measured) == ("error", "发文字号之上")
