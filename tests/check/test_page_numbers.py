"""7.5 and 8: page numbers."""

from dataclasses import replace
from typing import Any

import pytest

from reportgen.anatomy import Document, Drawing, Frame, Paragraph, Role, Section, Settings, Table
from reportgen.anatomy.model import Cell
from reportgen.check.page.page_number_place import RULES as PLACE
from reportgen.check.page.page_numbers import RULES as FORM
from tests.check.building import SENTENCE, body, codes, document, findings, masthead, paragraph, section, turned
from tests.check.building_body import numbered, numbered_page

ALL = FORM + PLACE
ALIKE = Settings(even_and_odd=False)


def paged(*sections: Section, **changes: Any) -> Document:
    made = sections or (numbered(),)
    return document(*(body(section=each.number) for each in made), sections=made, **changes)


def both(**changes: Any) -> Document:
    even = numbered_page("left", part="word/footer2.xml", **changes)
    return paged(numbered(numbered_page(**changes), even))


def test_numbers_at_the_outer_edge_seven_millimetres_below_the_type_area_are_right() -> None:
    assert codes(ALL, paged()) == []


@pytest.mark.parametrize("text", ["—{}—", "— {} —", "—　{}　—"])
def test_dashes_with_and_without_blanks_are_right(text: str) -> None:
    assert codes(ALL, both(text=text)) == []


@pytest.mark.parametrize("text", ["- {} -", "–{}–", "－ {} －", "{}", "第{}页", "——{}——", "— {}", "～{}～"])
def test_other_signs_beside_the_number_are_an_error(text: str) -> None:
    assert codes(FORM, both(text=text)) == ["7.5-page-number-form"]


@pytest.mark.parametrize("field", ["PAGE \\* roman", "PAGE \\* ArabicDash", " page \\* CHINESENUM3 "])
def test_a_number_that_is_not_arabic_is_an_error(field: str) -> None:
    assert codes(FORM, both(field=field)) == ["7.5-page-number-form"]


def test_the_number_format_of_the_section_counts() -> None:
    assert codes(FORM, paged(numbered(page_number_format="numberInDash"))) == ["7.5-page-number-form"]


def test_a_field_that_other_programs_write_is_right() -> None:
    assert codes(FORM, both(field="PAGE   \\* MERGEFORMAT")) == []


def test_typed_digits_are_an_error() -> None:
    assert codes(FORM, both(field="")) == ["7.5-page-number-form"]


@pytest.mark.parametrize("changes", [{"face": "仿宋", "faces": {"ascii": "仿宋"}}, {"size_half_pt": 18}])
def test_numbers_in_other_letters_are_a_warning(changes: dict[str, Any]) -> None:
    page = numbered_page()
    look = {key: value for key, value in changes.items() if key != "face"}
    wrong = replace(page, runs=tuple(replace(run, letters=replace(run.letters, **look)) for run in page.runs))
    [found] = findings(FORM, paged(numbered(wrong)))
    assert (found.code, found.severity) == ("7.5-page-number-face", "warning")


def test_numbers_in_times_are_only_told() -> None:
    page = numbered_page()
    times = {"ascii": "Times New Roman"}
    made = replace(page, runs=tuple(replace(run, letters=replace(run.letters, faces=times)) for run in page.runs))
    assert [found.severity for found in findings(FORM, paged(numbered(made)))] == ["info"]


def test_several_pages_without_numbers_are_an_error() -> None:
    assert codes(FORM, document(*(body(SENTENCE * 3) for _ in range(20)))) == ["7.5-page-number-form"]


def test_one_page_may_go_without_number() -> None:
    assert codes(FORM, document(body(), body())) == []


def test_a_later_section_without_numbers_is_an_error() -> None:
    assert codes(FORM, paged(numbered(), section(number=2))) == ["7.5-page-number-form"]


def test_a_cover_may_go_without_number() -> None:
    assert codes(FORM, paged(section(), numbered(number=2))) == []


def test_even_pages_without_number_are_an_error() -> None:
    odd = {"default": (numbered_page(),)}
    assert codes(FORM, paged(section(footers=odd))) == ["7.5-page-number-form"]


def test_a_first_page_without_number_is_an_error_in_an_ordinary_document_only() -> None:
    made = numbered(title_page=True)
    assert codes(FORM, document(*masthead(), body(), sections=(made,))) == ["7.5-page-number-form"]
    letter = paragraph(Role.ISSUER_MARK, "示例市人民政府")
    assert codes(FORM, document(*masthead(mark=letter), body(), sections=(made,))) == []


def test_numbers_that_begin_anew_are_an_error() -> None:
    assert codes(FORM, paged(numbered(), numbered(number=2, page_number_start=1))) == ["7.5-page-number-form"]


def test_numbers_that_begin_after_a_cover_are_right() -> None:
    assert codes(FORM, paged(section(), numbered(number=2, page_number_start=1))) == []


def test_numbers_in_the_middle_are_an_error() -> None:
    assert codes(PLACE, both(align="center")) == ["7.5-page-number-place"]


@pytest.mark.parametrize(
    ("odd", "even"),
    [
        (numbered_page("left"), None),
        (None, numbered_page("right", part="word/footer2.xml")),
        (numbered_page(right_tw=0), None),
        (numbered_page(right_tw=1200), None),
        (None, numbered_page("left", part="word/footer2.xml", left_tw=0)),
    ],
)
def test_a_number_at_another_edge_or_distance_is_an_error(odd: Paragraph | None, even: Paragraph | None) -> None:
    assert codes(PLACE, paged(numbered(odd, even))) == ["7.5-page-number-place"]


@pytest.mark.parametrize("footer_tw", [851, 992, 1134, 1588, 1700])
def test_a_number_too_high_or_too_low_is_an_error(footer_tw: float) -> None:
    assert set(codes(PLACE, paged(numbered(footer_tw=footer_tw)))) == {"7.5-page-number-place"}


def test_a_line_of_automatic_height_is_measured_too() -> None:
    even = numbered_page("left", part="word/footer2.xml", line_rule="auto", line_tw=240)
    assert codes(PLACE, paged(numbered(numbered_page(line_rule="auto", line_tw=240), even, footer_tw=1417))) == []


def test_numbers_that_cannot_change_sides_are_an_error() -> None:
    assert codes(PLACE, paged(settings=ALIKE)) == ["7.5-page-number-place"]


@pytest.mark.parametrize("align", ["outside", "center"])
def test_a_number_in_a_text_box_is_judged_by_the_box(align: str) -> None:
    page = replace(numbered_page(), box=1)
    box = Drawing(1, "textbox", 1, "word/footer1.xml", "页脚", Frame("margin", "paragraph", x_align=align))
    found = codes(PLACE, paged(section(footers={"default": (page,)}), drawings=(box,), settings=ALIKE))
    assert found == ([] if align == "outside" else ["7.5-page-number-place"])


def test_a_text_box_at_the_inner_edge_is_an_error() -> None:
    page = replace(numbered_page(), box=1)
    box = Drawing(1, "textbox", 1, "word/footer1.xml", "页脚", Frame("margin", "paragraph", x_align="left"))
    even = {"even": (numbered_page("left", part="word/footer2.xml"),)}
    judged = paged(section(footers={"default": (page,), **even}), drawings=(box,))
    assert codes(PLACE, judged) == ["7.5-page-number-place"]


def test_a_number_in_the_header_of_an_upright_page_is_an_error() -> None:
    made = section(headers={"default": (numbered_page(part="word/header1.xml"),)})
    assert codes(PLACE, paged(made, settings=Settings())) == ["7.5-page-number-place"]


def landscape(**changes: Any) -> Document:
    second = turned(number=2, **changes)
    return paged(numbered(), second)


def test_a_number_in_a_floating_table_is_right_on_turned_pages() -> None:
    page = replace(numbered_page(part="word/header2.xml"), cell=Cell(1, 1, 1))
    assert codes(ALL, _in_head(page, Frame("page", "page", 1383, 7846), frozenset({(1, 1)}))) == []


def _in_head(page: Paragraph, frame: Frame, down: frozenset[tuple[int, int]]) -> Document:
    """A turned page with the number in a floating table of its header; `down` are the cells with lines running down."""
    table = Table(1, 1, 1, {(1, 1): (1,)}, frame=frame, part="word/header2.xml", turned=down)
    return paged(numbered(), turned(number=2, headers={"default": (page,), "even": (page,)}), tables=(table,))


def test_a_number_that_reads_across_a_turned_page_is_an_error() -> None:
    page = replace(numbered_page(part="word/header2.xml"), cell=Cell(1, 1, 1))
    [found] = findings(PLACE, _in_head(page, Frame("page", "page", 1383, 7846), frozenset()))
    assert (found.code, found.measured) == ("8-turned-number", "横排文字")


def test_a_number_at_the_wrong_side_of_a_turned_page_is_an_error() -> None:
    page = replace(numbered_page(part="word/header2.xml"), cell=Cell(1, 1, 1))
    [found] = findings(PLACE, _in_head(page, Frame("page", "page", 15000, 7846), frozenset({(1, 1)})))
    assert (found.code, found.measured) == ("8-turned-number", "距横页左边 264.6 mm")


def test_a_document_that_counts_its_pages_from_nought_is_an_error() -> None:
    [found] = findings(ALL, paged(numbered(page_number_start=0)))
    assert (found.code, found.measured) == ("7.5-page-number-form", "起始页码0")


def test_a_new_start_on_the_page_of_the_imprint_is_an_error() -> None:
    copies = paragraph(Role.COPIES, "抄送：示例市委办公室。", section=2)
    judged = document(body(), copies, sections=[numbered(), numbered(number=2, page_number_start=1)])
    assert [each.measured for each in findings(ALL, judged)] == ["起始页码1"]


@pytest.mark.parametrize(
    "changes", [{"footers": {"default": (numbered_page(),), "even": (numbered_page("left"),)}}, {}]
)
def test_an_ordinary_footer_or_none_on_turned_pages_is_an_error(changes: dict[str, Any]) -> None:
    assert codes(PLACE, landscape(**changes)) == ["8-turned-number"]


def test_without_any_numbers_nothing_is_said_of_their_place() -> None:
    assert codes(PLACE, document(body())) == []
