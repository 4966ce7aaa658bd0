"""5.2.1: nothing but the page number stands outside the type area."""

from dataclasses import replace

import pytest

from reportgen.anatomy import Border, Document, Paragraph, Role, Settings
from reportgen.check.page.outside import RULES
from tests.check.building import body, codes, document, findings, paragraph, section
from tests.check.building_body import numbered, numbered_page


def headed(*head: Paragraph, **changes: object) -> Document:
    placed = tuple(replace(one, part="word/header1.xml", story="页眉") for one in head)
    made = replace(section(), headers={"default": placed, "even": placed})
    return document(body(), sections=[made], **changes)


def test_page_numbers_and_empty_headers_are_right() -> None:
    assert codes(RULES, document(body(), sections=[numbered()])) == []
    assert codes(RULES, headed(paragraph(Role.HEADER, ""))) == []


def test_text_in_a_header_is_one_warning_however_many_pages_share_it() -> None:
    [found] = findings(RULES, headed(paragraph(Role.HEADER, "内部资料")))
    assert (found.code, found.severity, found.measured) == ("5.2.1-outside", "warning", "内部资料")


def test_text_beside_the_page_number_is_no_matter_of_this_rule() -> None:
    assert codes(RULES, document(body(), sections=[numbered(numbered_page(text="第{}页"))])) == []


@pytest.mark.parametrize(("color", "expected"), [("auto", ["5.2.1-outside"]), ("FF0000", [])])
def test_a_line_in_the_header_is_told_but_not_the_red_one_of_a_letter(color: str, expected: list[str]) -> None:
    line = {"bottom": Border("single", 6, color, 1)}
    assert codes(RULES, headed(paragraph(Role.HEADER, "", borders=line))) == expected


def test_headers_of_pages_that_do_not_exist_are_let_be() -> None:
    made = replace(section(), headers={"first": (paragraph(Role.HEADER, "样稿"),)})
    assert codes(RULES, document(body(), sections=[made], settings=Settings(even_and_odd=True))) == []
