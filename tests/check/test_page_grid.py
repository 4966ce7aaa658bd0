"""Clause 5.2.3: 22 lines of 28 characters."""

import pytest

from reportgen.anatomy import Drawing, Role
from reportgen.check.page import char_grid, line_grid
from tests.check.building import body, codes, document, findings, official, paragraph, run, section

AUTO = {"line_rule": "auto", "line_tw": 240, "snap_to_grid": True}
WORDS_GRID = {"grid": "linesAndChars", "line_pitch_tw": 579, "char_space": -848, "left_tw": 1588, "right_tw": 1474}


def test_a_correct_document_has_no_finding():
    assert codes(line_grid.RULES + char_grid.RULES, official()) == []


@pytest.mark.parametrize(("line_tw", "lines"), [(580, 21), (600, 21), (660, 19), (500, 25)])
def test_a_pitch_that_does_not_give_22_lines_is_a_warning(line_tw, lines):
    (found,) = findings(line_grid.RULES, official(body(line_tw=line_tw)))
    assert (found.code, found.severity) == ("5.2.3-line-pitch", "warning")
    assert f"每页 {lines} 行" in found.measured


def test_22_lines_that_do_not_fill_the_page_are_information():
    (found,) = findings(line_grid.RULES, official(body(line_tw=560)))
    assert (found.severity, found.strength) == ("info", "CALC")


@pytest.mark.parametrize("line_tw", [570, 576, 578, 579, 579.6])
def test_pitches_that_fill_the_page_are_right(line_tw):
    assert codes(line_grid.RULES, official(body(line_tw=line_tw))) == []


def test_a_type_area_within_the_tolerance_gives_room_for_29_points():
    assert codes(line_grid.RULES, official(body(line_tw=580), sections=[section(bottom_tw=1975)])) == []


def test_single_spacing_on_a_grid_of_22_lines_is_right():
    assert codes(line_grid.RULES, official(body(**AUTO), sections=[section(grid="lines")])) == []


def test_single_spacing_on_the_grid_of_a_new_document_is_found():
    (found,) = findings(line_grid.RULES, official(body(**AUTO), sections=[section(grid="lines", line_pitch_tw=312)]))
    assert "20 行" in found.message


def test_spacing_that_the_face_decides_is_found():
    (found,) = findings(line_grid.RULES, official(body(**(AUTO | {"line_tw": 360}))))
    assert (found.measured, found.severity) == ("1.5 倍", "warning")


def test_one_paragraph_with_another_pitch_is_found_at_its_place():
    (found,) = findings(line_grid.RULES, official(body(), body(line_tw=700), body()))
    assert (found.place.paragraph, found.measured) == (14, "固定值 35磅")


def test_a_heading_with_another_pitch_is_found():
    heading = paragraph(Role.HEADING_1, "一、总体情况", line_tw=700)
    assert codes(line_grid.RULES, official(heading, body())) == ["5.2.3-line-pitch"]


def test_a_paragraph_on_the_grid_is_as_high_as_exact_lines():
    grid = [section(grid="lines")]
    assert codes(line_grid.RULES, official(body(), body(), body("短", **AUTO), sections=grid)) == []


def test_a_picture_in_the_line_may_need_another_pitch():
    picture = Drawing(1, "picture", 13, inline=True)
    assert codes(line_grid.RULES, official(body("图", **AUTO), body(), drawings=[picture])) == []


@pytest.mark.parametrize("gap", [{"before_tw": 120}, {"after_tw": 156}])
def test_space_before_and_after_paragraphs_is_found(gap):
    assert codes(line_grid.RULES, official(body(), body(**gap))) == ["5.2.3-paragraph-gap"]


def test_space_at_all_paragraphs_is_one_finding():
    assert codes(line_grid.RULES, official(*[body(after_tw=200)] * 30)) == ["5.2.3-paragraph-gap"]


def test_plain_letters_of_16_points_give_27_characters():
    (found,) = findings(char_grid.RULES, official(body(spacing_tw=0)))
    assert (found.code, found.severity, found.measured) == ("5.2.3-char-pitch", "warning", "每行 27 字")
    assert "0.25 磅" in found.message


def test_plain_letters_of_15_75_points_give_28_characters():
    assert codes(char_grid.RULES, official(body(spacing_tw=0, size_half_pt=31.5))) == []


def test_letters_set_too_close_give_29_characters():
    (found,) = findings(char_grid.RULES, official(body(spacing_tw=-20)))
    assert found.measured == "每行 29 字"


def test_the_grid_of_word_gives_28_characters():
    text = body(spacing_tw=0, snap_to_grid=True)
    assert codes(char_grid.RULES, official(text, sections=[section(**WORDS_GRID)])) == []


def test_the_grid_of_word_without_its_pitch_gives_27_characters():
    text = body(spacing_tw=0, snap_to_grid=True)
    sections = [section(**(WORDS_GRID | {"char_space": 0}))]
    assert codes(char_grid.RULES, official(text, sections=sections)) == ["5.2.3-char-pitch"]


def test_a_paragraph_that_leaves_the_grid_does_not_profit_from_it():
    text = body(spacing_tw=0, snap_to_grid=False)
    assert codes(char_grid.RULES, official(text, sections=[section(**WORDS_GRID)])) == ["5.2.3-char-pitch"]


def test_a_wrong_size_is_not_told_again_as_a_wrong_pitch():
    assert codes(char_grid.RULES, official(body(size_half_pt=28, spacing_tw=0))) == []


def test_a_stretch_set_wider_than_the_rest_is_found():
    wide = run("明确整改目标和时限", spacing_tw=20)
    (found,) = findings(char_grid.RULES, official(body(), body([run("各单位要"), wide])))
    assert found.measured == "1磅"


def test_a_name_of_two_characters_may_be_set_wide():
    name = run("张三", spacing_tw=160)
    assert codes(char_grid.RULES, official(body(), body([run("联系人："), name, run("。")]))) == []


def test_strange_values_do_no_harm():
    strange = body(spacing_tw=-400, line_tw=0), body(line_tw=-5), body(scale_percent=0, line_rule="auto", line_tw=-1)
    findings(line_grid.RULES + char_grid.RULES, document(*strange, sections=[section(grid="lines", line_pitch_tw=0)]))
    assert codes(line_grid.RULES + char_grid.RULES, document()) == []


def test_text_in_columns_is_a_warning():
    found = findings(char_grid.RULES, official(sections=[section(columns=2)]))
    assert [(each.severity, each.measured) for each in found] == [("warning", "2栏")]
