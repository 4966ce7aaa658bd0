"""7.3.2: 主送机关."""

from typing import Any

import pytest

from reportgen.anatomy import Document, Role
from reportgen.check.page.recipients import RULES
from tests.check.building import blank, body, codes, document, findings, official, paragraph


def addressed(
    text: str = "各县（市、区）委，市委各部委：", blanks: int = 1, below: int = 0, **changes: Any
) -> Document:
    recipients = paragraph(Role.RECIPIENTS, text, **changes)
    empty = [blank() for _ in range(blanks)], [blank() for _ in range(below)]
    return document(paragraph(Role.TITLE, "关于巡视整改的通知"), *empty[0], recipients, *empty[1], body())


def test_recipients_flush_left_one_line_below_the_title_are_right() -> None:
    assert codes(RULES, official()) == codes(RULES, addressed()) == []


@pytest.mark.parametrize("text", ["省委:", "省委", "省委；", "　　省委："])
def test_another_end_than_a_full_width_colon_or_typed_blanks_is_an_error(text: str) -> None:
    assert codes(RULES, addressed(text)) == ["7.3.2-recipients"]


@pytest.mark.parametrize("changes", [{"first_tw": 640}, {"align": "center"}, {"left_tw": 640}])
def test_recipients_not_flush_left_are_an_error(changes: dict[str, Any]) -> None:
    assert codes(RULES, addressed(**changes)) == ["7.3.2-recipients"]


def test_a_turned_over_line_that_is_not_flush_is_an_error() -> None:
    long = "各县（市、区）委，市委各部委，市直各单位党组（党委），各人民团体党组，各高等学校党委："
    assert codes(RULES, addressed(long, left_tw=640, first_tw=-640)) == ["7.3.2-recipients"]


@pytest.mark.parametrize("blanks", [0, 2])
def test_none_or_two_empty_lines_below_the_title_are_an_error(blanks: int) -> None:
    assert codes(RULES, addressed(blanks=blanks)) == ["7.3.2-recipients"]


def test_an_empty_line_between_recipients_and_body_is_an_error() -> None:
    assert codes(RULES, addressed(below=1)) == ["7.3.2-recipients"]


def test_organs_under_the_title_without_colon_are_taken_for_recipients() -> None:
    line = body("各县（市、区）党委，市直各部门", first_tw=0)
    assert codes(RULES, document(paragraph(Role.TITLE, "关于整改的通知"), blank(), line, body())) == [
        "7.3.2-recipients"
    ]


def test_an_ordinary_first_paragraph_is_not_taken_for_recipients() -> None:
    assert codes(RULES, document(paragraph(Role.TITLE, "关于整改的通报"), blank(), body())) == []


def test_recipients_that_the_body_runs_on_from_are_an_error() -> None:
    run_in = paragraph(Role.BODY, "各县（市、区）党委：现将有关事项通知如下，请认真贯彻执行。", first_tw=0)
    title = paragraph(Role.TITLE, "关于做好整改工作的通知")
    [found] = findings(RULES, document(title, blank(), run_in, body()))
    assert (found.code, found.measured) == ("7.3.2-recipients", "接排正文")
