"""7.3.3 and 7.3.5.5: indents of the body, and “此页无正文”."""

from typing import Any

import pytest

from reportgen.anatomy import Role
from reportgen.check.page.body import RULES
from tests.check.building import CHAR, SENTENCE, body, codes, document, findings, official, paragraph


def test_paragraphs_two_characters_in_are_right() -> None:
    assert codes(RULES, official()) == []


@pytest.mark.parametrize("first_tw", [630, 632, 640, 2 * CHAR])
def test_two_characters_by_the_size_of_type_or_by_the_grid_are_right(first_tw: float) -> None:
    assert codes(RULES, document(body(first_tw=first_tw))) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"first_tw": 0}, {"first_tw": 320}, {"first_tw": 420}, {"first_tw": 1280}, {"first_tw": 0, "left_tw": 640},
        {"left_tw": 640, "first_tw": -640}, {"align": "center"}, {"right_tw": 640},
    ],
)  # fmt: skip
def test_other_indents_of_a_paragraph_are_an_error(changes: dict[str, Any]) -> None:
    assert set(codes(RULES, document(body(SENTENCE * 2, **changes)))) == {"7.3.3-indent"}


def test_a_short_line_pushed_in_by_its_left_indent_is_right() -> None:
    assert codes(RULES, document(body("特此报告。", left_tw=640, first_tw=0))) == []


def test_blanks_in_place_of_an_indent_are_only_told() -> None:
    [found] = findings(RULES, document(body("　　" + SENTENCE, first_tw=0)))
    assert (found.code, found.severity) == ("7.3.3-indent", "info")


def test_blanks_beside_an_indent_are_an_error() -> None:
    [found] = findings(RULES, document(body("　　" + SENTENCE)))
    assert (found.severity, found.measured) == ("error", "左空3.9字")


@pytest.mark.parametrize("text", ["单位：万元", "表1 问题清单", "示例市委"])
def test_lines_that_are_no_sentences_are_let_be(text: str) -> None:
    assert codes(RULES, document(body(text, first_tw=0, align="right"))) == []


def test_forms_in_an_attachment_are_let_be() -> None:
    form = body("联系人：张三。", first_tw=0)
    assert codes(RULES, document(body(), paragraph(Role.ATTACHMENT_LABEL, "附件"), form)) == []


def test_one_cause_in_many_paragraphs_is_told_once() -> None:
    [found] = findings(RULES, document(*(body(first_tw=0) for _ in range(20))))
    assert "20处" in found.message
    assert found.place.paragraph == 1


def test_a_page_said_to_be_without_text_is_told() -> None:
    [found] = findings(RULES, document(body(), paragraph(Role.OTHER, "（此页无正文）")))
    assert (found.code, found.severity) == ("7.3.5.5-no-text-page", "info")


def test_a_sentence_about_such_pages_is_let_be() -> None:
    assert (
        codes(RULES, document(body("各单位印发公文时，不得再用标注“此页无正文”的办法处理印章与正文不同页的问题。")))
        == []
    )


def test_a_line_break_that_begins_a_new_paragraph_without_indent_is_an_error() -> None:
    [found] = findings(RULES, official(body(f"{SENTENCE}\n{SENTENCE}")))
    assert (found.code, found.measured) == ("7.3.3-indent", "手动换行")


def test_a_line_break_within_a_sentence_is_let_be() -> None:
    assert codes(RULES, official(body("地址：示例市人民路1号，\n邮政编码和电话号码见本通知所附名单。"))) == []
