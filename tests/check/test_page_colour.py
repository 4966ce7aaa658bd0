"""Clauses 5.2.4 and 6.1: black text on a clean page."""

import pytest

from reportgen.anatomy import Border, Drawing, Frame, Role, Settings, Table
from reportgen.check.page import clean, colour
from tests.check.building import SENTENCE, body, codes, document, findings, official, paragraph, run, section

MM = 1440 / 25.4


def header(*paragraphs):
    return section(headers={"default": paragraphs})


def test_a_correct_document_has_no_finding():
    assert codes(colour.RULES + clean.RULES, official()) == []


@pytest.mark.parametrize("color", ["FF0000", "0563C1", "404040", "FFFFFF"])
def test_coloured_text_is_an_error(color):
    (found,) = findings(colour.RULES, official(body([run("各责任单位"), run("明确时限", color=color)])))
    assert (found.code, found.severity, found.place.paragraph) == ("5.2.4-colour", "error", 13)


@pytest.mark.parametrize("color", ["auto", "000000", "0D0D0D"])
def test_black_text_is_right(color):
    assert codes(colour.RULES, official(body(color=color))) == []


def test_white_text_is_told_as_invisible():
    (found,) = findings(colour.RULES, official(body(color="FFFFFF")))
    assert "看不见" in found.message


@pytest.mark.parametrize("role", [Role.TABLE_TEXT, Role.HEADING_1, Role.TITLE, Role.DATE_OF_ISSUE])
def test_no_other_part_may_be_coloured(role):
    assert codes(colour.RULES, document(body(), paragraph(role, "整改时限", color="FF0000"))) == ["5.2.4-colour"]


def test_a_coloured_header_is_found_once_for_all_sections():
    text = paragraph(Role.HEADER, "内部资料", color="0070C0", story="页眉", part="word/header1.xml")
    sections = [header(text), section(number=2, headers={"default": (text,), "even": (text,)})]
    assert codes(colour.RULES, official(sections=sections)) == ["5.2.4-colour"]


def test_a_coloured_automatic_number_is_found():
    label = run("一、", color="2E74B5").letters
    heading = paragraph(Role.HEADING_1, "总体情况", label="一、", label_letters=label)
    assert codes(colour.RULES, official(heading, body())) == ["5.2.4-colour"]


def test_the_mark_is_red_whatever_its_role():
    unknown = paragraph(Role.OTHER, "示例市人民政府文件", color="FF0000", size_half_pt=84)
    assert codes(colour.RULES, document(unknown, paragraph(Role.TITLE, "关于整改的通知"), body())) == []


def test_the_same_colour_in_many_places_is_one_finding():
    assert codes(colour.RULES, official(*[body(color="FF0000")] * 20)) == ["5.2.4-colour"]


@pytest.mark.parametrize(
    "changes",
    [
        {"highlight": "yellow"},
        {"shading": "D9D9D9"},
        {"effects": frozenset({"shadow"})},
        {"effects": frozenset({"glow"})},
    ],
)
def test_ornaments_of_text_are_errors(changes):
    (found,) = findings(clean.RULES, official(body([run(SENTENCE, **changes)])))
    assert (found.code, found.severity) == ("6.1-clean", "error")


def test_a_shaded_paragraph_is_an_error():
    assert codes(clean.RULES, official(body(shading="F2F2F2"))) == ["6.1-clean"]


def test_white_shading_and_effects_of_plain_text_are_right():
    text = run(SENTENCE, shading="FFFFFF", highlight="white", effects=frozenset({"textFill", "props3d"}))
    assert codes(clean.RULES, official(body([text]))) == []


def test_a_shaded_head_of_a_table_is_a_warning():
    table = Table(1, 1, 2, {}, shadings={(1, 1): "D9D9D9", (1, 2): "D9D9D9"})
    found = findings(clean.RULES, official(tables=[table]))
    assert {(each.severity, each.place.table) for each in found} == {("warning", 1)}


def test_a_page_background_is_an_error_and_a_white_one_is_not():
    assert codes(clean.RULES, official(settings=Settings(background="E7E6E6"))) == ["6.1-clean"]
    assert codes(clean.RULES, official(settings=Settings(background="FFFFFF"))) == []


@pytest.mark.parametrize("name", ["PowerPlusWaterMarkObject357831064", "WordPictureWatermark1", "水印 1"])
def test_a_watermark_is_an_error(name):
    drawing = Drawing(1, "shape", 1, part="word/header1.xml", story="页眉", name=name, description="内部资料")
    (found,) = findings(clean.RULES, official(drawings=[drawing]))
    assert (found.code, found.severity) == ("6.1-clean", "error")


def test_a_large_picture_behind_the_text_is_a_watermark():
    frame = Frame("page", "page", 0, 0, width_tw=150 * MM, height_tw=150 * MM)
    drawing = Drawing(1, "picture", 1, part="word/header1.xml", story="页眉", frame=frame)
    assert codes(clean.RULES, official(drawings=[drawing])) == ["6.1-clean"]


def test_lines_and_seals_are_no_watermarks():
    line = Drawing(1, "line", 1, story="页眉", frame=Frame(width_tw=170 * MM, height_tw=0))
    seal = Drawing(2, "picture", 17, frame=Frame(width_tw=42 * MM, height_tw=42 * MM), name="图片 1")
    assert codes(clean.RULES, official(drawings=[line, seal])) == []


def test_body_text_in_a_box_is_a_warning_and_a_line_below_it_is_let_be():
    sides = {side: Border("single", 4) for side in ("top", "left", "bottom", "right")}
    boxed = findings(clean.RULES, official(body(borders=sides)))
    assert [(each.severity, each.measured) for each in boxed] == [("warning", "有边框")]
    assert codes(clean.RULES, official(body(borders={"bottom": Border("single", 4)}))) == []
