"""7.3.4: 附件说明."""

from typing import Any

import pytest

from reportgen.anatomy import Document, Paragraph, Role
from reportgen.check.page.attachment_note import RULES
from tests.check.building import CHAR, blank, body, codes, document, paragraph
from tests.check.building_body import flaws


def noted(*notes: Paragraph, blanks: int = 1) -> Document:
    return document(body(), *(blank() for _ in range(blanks)), *notes)


def only(text: str = "附件：巡视反馈问题整改台账", **changes: Any) -> Paragraph:
    return paragraph(Role.ATTACHMENT_NOTE, text, **changes)


def first(text: str = "附件：1.问题清单", **changes: Any) -> Paragraph:
    return only(text, **({"left_tw": 1920, "first_tw": -1280} | changes))


def further(text: str = "2.任务清单", **changes: Any) -> Paragraph:
    return only(text, **({"left_tw": 1920, "first_tw": -320} | changes))


def test_one_attachment_and_several_are_right() -> None:
    assert codes(RULES, noted(only())) == codes(RULES, noted(first(), further(), further("3.责任清单"))) == []


@pytest.mark.parametrize("text", ["附件：2022年度整改台账", "附件：《巡视整改台账》", "附件：整改台账（2022年）"])
def test_names_with_years_title_marks_and_brackets_are_right(text: str) -> None:
    assert codes(RULES, noted(only(text))) == []


def test_items_below_each_other_by_typed_blanks_are_right() -> None:
    lines = only("附件：1.问题清单\n　　　2.任务清单", left_tw=640, first_tw=0)
    assert codes(RULES, noted(lines)) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("附件:整改台账", "全角冒号"), ("附件整改台账", "全角冒号"), ("附件1：整改台账", "全角冒号"),
        ("附件：整改台账。", "不加标点"), ("附件：整改台账；", "不加标点"), ("附件：1.整改台账", "不编顺序号"),
    ],
)  # fmt: skip
def test_a_single_note_written_otherwise_is_an_error(text: str, said: str) -> None:
    assert [said in flaw.message for flaw in flaws(RULES, noted(only(text)))] == [True]


@pytest.mark.parametrize(
    ("second", "said"), [("2、任务清单", "圆点"), ("3.任务清单", "不连续"), ("2.任务清单，", "不加标点")]
)
def test_an_item_that_counts_or_ends_otherwise_is_an_error(second: str, said: str) -> None:
    assert [said in flaw.message for flaw in flaws(RULES, noted(first(), further(second)))] == [True]


def test_several_items_without_numbers_are_an_error() -> None:
    assert "顺序号" in flaws(RULES, noted(only("附件：问题清单"), only("任务清单", first_tw=0)))[0].message


@pytest.mark.parametrize("blanks", [0, 2])
def test_none_or_two_empty_lines_below_the_body_are_an_error(blanks: int) -> None:
    assert codes(RULES, noted(only(), blanks=blanks)) == ["7.3.4-attachment-note"]


@pytest.mark.parametrize(
    "changes", [{"left_tw": 0, "first_tw": 0}, {"left_tw": 1280, "first_tw": 0}, {"align": "center"}]
)
def test_a_note_that_is_not_two_characters_in_is_an_error(changes: dict[str, Any]) -> None:
    assert codes(RULES, noted(only(**changes))) == ["7.3.4-attachment-note"]


def test_names_that_are_not_below_each_other_are_an_error() -> None:
    assert "对齐" in flaws(RULES, noted(first(), further(left_tw=640, first_tw=0)))[0].message


LONG = "附件：中共示例市委关于落实省委第七巡视组巡视反馈意见的问题清单任务清单和责任清单"


def test_a_long_name_turned_over_below_its_first_character_is_right() -> None:
    assert codes(RULES, noted(only(LONG, left_tw=5 * CHAR, first_tw=-3 * CHAR))) == []


def test_a_long_name_turned_over_flush_left_is_an_error() -> None:
    assert "首字对齐" in flaws(RULES, noted(only(LONG, left_tw=0, first_tw=640)))[0].message
