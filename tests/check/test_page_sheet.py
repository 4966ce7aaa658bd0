"""Clauses 5.1 and 5.2.1: sheet and margins."""

import pytest

from reportgen.anatomy import Table
from reportgen.check.norm import Norm
from reportgen.check.page.sheet import RULES
from tests.check.building import body, codes, document, findings, official, section, turned


def test_a_correct_document_has_no_finding():
    assert codes(RULES, official(sections=[section(), turned(number=2)])) == []


def test_letter_paper_is_not_a4():
    (found, *_) = findings(RULES, official(sections=[section(width_tw=12240, height_tw=15840)]))
    assert (found.code, found.severity, found.measured) == ("5.1-paper", "error", "215.9 mm×279.4 mm")


def test_the_a4_of_word_is_a4():
    assert codes(RULES, official(sections=[section(width_tw=11907, height_tw=16840)])) == []


def test_a_turned_sheet_is_a4_too():
    assert codes(RULES, document(body(), sections=[turned()])) == []


def test_a_document_that_lies_across_without_any_table_is_an_error():
    (found,) = findings(RULES, official(sections=[turned()]))
    assert (found.code, found.severity, found.measured) == ("5.1-paper", "error", "横向")


def test_a_turned_page_with_a_table_below_a_masthead_is_let_be():
    listing = Table(1, 5, 4, {(1, 1): (1,)})
    assert codes(RULES, official(sections=[turned()], tables=[listing])) == []


def test_on_wrong_paper_the_margins_are_judged_as_they_will_be_on_a4():
    assert codes(RULES, official(sections=[section(width_tw=12240, height_tw=15840)])) == ["5.1-paper"]


def test_many_sections_on_wrong_paper_are_one_finding():
    sections = [section(number=number, width_tw=10318, height_tw=14570) for number in range(1, 9)]
    found = [each for each in findings(RULES, official(sections=sections)) if each.code == "5.1-paper"]
    assert len(found) == 1
    assert "共8处" in found[0].message


@pytest.mark.parametrize(
    ("changes", "name", "expected", "measured"),
    [
        ({"top_tw": 1440}, "天头", "37.0 mm", "25.4 mm"),
        ({"left_tw": 1800, "right_tw": 1251}, "订口", "28.0 mm", "31.8 mm"),
        ({"right_tw": 1800}, "右边距", "156.0 mm", "150.3 mm"),
        ({"bottom_tw": 1440}, "下边距", "225.0 mm", "234.6 mm"),
        ({"gutter_tw": 284}, "装订线", "28.0 mm", "33.0 mm"),
    ],
)
def test_a_wrong_margin_is_named_with_its_measure(changes, name, expected, measured):
    found = findings(RULES, official(sections=[section(**changes)]))
    assert {each.code for each in found} == {"5.2.1-margins"}
    assert name in found[0].message
    assert (found[0].expected, found[0].measured) == (expected, measured)


@pytest.mark.parametrize(
    "changes",
    [
        {"left_tw": 1588, "right_tw": 1474},
        {"right_tw": 1463},
        {"top_tw": 2041, "bottom_tw": 2041},
        {"left_tw": 1021, "gutter_tw": 567, "right_tw": 1474},
        {"top_tw": -2098},
    ],
    ids=["26 mm", "25.8 mm", "a millimetre less", "gutter as part of the margin", "fixed top"],
)
def test_other_ways_to_the_same_type_area_are_right(changes):
    assert codes(RULES, official(sections=[section(**changes)])) == []


def test_the_office_may_adjust_a_margin():
    assert codes(RULES, official(sections=[section(top_tw=1984, bottom_tw=2098)]), Norm(top_mm=35)) == []


def test_a_turned_page_with_upright_margins_is_told_as_information():
    upright = turned(top_tw=2098, right_tw=1464, bottom_tw=1984, left_tw=1587)
    (found,) = findings(RULES, document(body(), sections=[upright]))
    assert (found.code, found.severity) == ("8-turned-margins", "info")


def test_a_turned_page_may_be_set_for_an_even_page():
    assert codes(RULES, document(body(), sections=[turned(top_tw=1474, bottom_tw=1588)])) == []


def test_a_document_without_sections_has_no_finding():
    assert codes(RULES, document(body(), sections=[])) == []
