"""How rules measure: widths and edges of lines, empty lines between paragraphs, dates."""

from typing import Any

import pytest

from reportgen.anatomy import Paragraph, Role, TabStop
from reportgen.check.page.dates import date_in, fault_of
from reportgen.check.page.flow import flow_of
from reportgen.check.page.lines import Span, line_box, starts_at, width_of, wraps_for_certain
from tests.check.building import SENTENCE, blank, body, document, paragraph, section

SHEET = section()
ROOM = SHEET.text_width_tw


def line(text: str, **changes: Any) -> Paragraph:
    usual: dict[str, Any] = {"first_tw": 0, "spacing_tw": 0, "auto_space": False, "align": "left"}
    return paragraph(Role.BODY, text, **(usual | changes))


def test_a_chinese_character_is_as_wide_as_its_size_and_a_digit_in_times_half() -> None:
    assert width_of(line("示例市"), SHEET) == Span(960, 960)
    assert width_of(line("2022年"), SHEET) == Span(960, 960)


def test_a_digit_in_another_face_may_be_wider() -> None:
    width = width_of(line("2022", faces={"ascii": "仿宋"}), SHEET)
    assert (width.low, round(width.high)) == (640, 819)


def test_spaces_between_scripts_may_be_added_by_the_program() -> None:
    assert width_of(line("2022年", auto_space=True), SHEET) == Span(960, 1040)


@pytest.mark.parametrize(
    ("changes", "left", "right"),
    [
        ({"left_tw": 640}, 640, 1600),
        ({"align": "right", "right_tw": 640}, ROOM - 1600, ROOM - 640),
        ({"align": "center"}, (ROOM - 960) / 2, (ROOM + 960) / 2),
    ],
)
def test_the_edges_of_a_line_follow_from_alignment_and_indents(
    changes: dict[str, Any], left: float, right: float
) -> None:
    box = line_box(line("示例市", **changes), SHEET)
    assert box is not None
    assert (box.left, box.right) == (Span.of(left), Span.of(right))


def test_a_tab_leads_to_its_stop() -> None:
    box = line_box(line("\t示例市", tabs=(TabStop(8000, "right"),)), SHEET)
    assert box is not None
    assert (box.left, box.right) == (Span.of(7040), Span.of(8000))


@pytest.mark.parametrize("changes", [{"align": "distribute"}, {"tabs": ()}])
def test_no_box_where_the_file_does_not_tell(changes: dict[str, Any]) -> None:
    assert line_box(line("\t示例市", **changes), SHEET) is None


def test_typed_blanks_move_the_beginning_of_a_line() -> None:
    assert starts_at(line("　　示例市"), SHEET) == Span.of(640)


def test_only_a_text_that_cannot_go_into_one_line_wraps_for_certain() -> None:
    assert not wraps_for_certain(line("示" * 27), SHEET)
    assert wraps_for_certain(line("示" * 28), SHEET)


def gap_above(last: Paragraph, *before: Paragraph) -> float:
    judged = document(*before, last)
    return flow_of(judged).gap_above(judged.paragraphs[-1]).lines


def test_empty_paragraphs_line_breaks_and_spacing_are_empty_lines() -> None:
    assert gap_above(body(), body(), blank(), blank()) == 2
    assert gap_above(body("\n" + SENTENCE), body()) == 1
    assert gap_above(body(before_tw=580), body()) == 1
    assert gap_above(body(), body(), blank(line_rule="auto", line_tw=240)) == 1


def test_a_paragraph_that_only_carries_a_break_is_no_empty_line() -> None:
    assert gap_above(body(), body(), blank(line_tw=14)) == 0
    assert gap_above(body(), body(), blank(text="\f")) == 0


def test_empty_lines_of_the_page_before_do_not_count() -> None:
    judged = document(body(), blank(), blank(), body(page_break_before=True))
    gap = flow_of(judged).gap_above(judged.paragraphs[-1])
    assert (gap.page_begins, gap.lines) == (True, 0)


def test_a_date_is_found_however_it_is_written() -> None:
    assert date_in("示例市委办公室　2022年 7月29日印发") == "2022年7月29日"
    assert date_in("共12页") is None


def test_a_right_date_has_no_fault_and_another_is_told_why() -> None:
    assert fault_of("2022年7月29日") is None
    assert "虚位" in (fault_of("2022年07月29日") or "")
    assert "没有这一天" in (fault_of("2023年2月29日") or "")
