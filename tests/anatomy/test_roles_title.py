"""Titles and addressees."""

import pytest

from reportgen.anatomy.model import Role
from tests.anatomy.lines import (
    FANG,
    HEI,
    KAI,
    SONG,
    body,
    date,
    line,
    mark,
    number,
    recipients,
    roles,
    signature,
    title,
)


@pytest.mark.parametrize(
    "wrong",
    [{"pt": 16}, {"pt": 18}, {"align": "left"}, {"face": SONG}, {"face": FANG}, {"bold": True}, {"color": "FF0000"}],
)
@pytest.mark.parametrize("masthead", [(), (mark(), number())])
def test_a_title_is_known_with_one_thing_wrong(masthead: tuple[object, ...], wrong: dict[str, object]) -> None:
    found = roles(*masthead, title(**wrong), recipients(), body())  # type: ignore[arg-type]
    assert found[len(masthead) :] == [Role.TITLE, Role.RECIPIENTS, Role.BODY]


def test_a_title_with_a_stop_at_its_end_is_known() -> None:
    assert roles(title("关于开展专项整治工作的通知。"), recipients(), body())[0] is Role.TITLE


def test_a_title_centred_with_blanks_is_known() -> None:
    assert roles(line("　　　　　　　关于开展专项整治工作的通知"), recipients(), body())[0] is Role.TITLE


def test_a_title_may_go_over_several_paragraphs() -> None:
    found = roles(
        mark(), number(), title("示例市人民政府"), title("关于印发《工作方案》"), title("的通知"), recipients()
    )
    assert found[2:] == [Role.TITLE, Role.TITLE, Role.TITLE, Role.RECIPIENTS]


def test_a_line_of_a_title_in_the_wrong_size_belongs_to_it() -> None:
    found = roles(title("示例市人民政府"), title("关于印发《工作方案》", pt=18), title("的通知"), recipients(), body())
    assert found[:3] == [Role.TITLE, Role.TITLE, Role.TITLE]


def test_what_stands_below_a_title_in_parentheses_is_judged_by_no_rule() -> None:
    found = roles(title("示例市资金管理办法"), line("（征求意见稿）", face=KAI, align="center"), body())
    assert found == [Role.TITLE, Role.OTHER, Role.BODY]


def test_a_document_that_begins_with_text_has_no_title() -> None:
    assert roles(body(), body()) == [Role.BODY, Role.BODY]


@pytest.mark.parametrize(
    "written",
    [
        "各县（市、区）委，临海新区党工委，市委各部委：",
        "各县（市、区）委，临海新区党工委，市委各部委:",
        "各县（市、区）委，临海新区党工委，市委各部委",
        "中共示例省委员会：",
        "省委：",
        "王书记：",
    ],
)
def test_addressees_are_known_with_any_colon(written: str) -> None:
    assert roles(title(), line(written), body())[1] is Role.RECIPIENTS


def test_indented_addressees_are_known() -> None:
    assert roles(title(), line("中共示例省委员会：", first=640), body())[1] is Role.RECIPIENTS


def test_addressees_may_go_over_several_paragraphs() -> None:
    found = roles(title(), line("各县（市、区）人民政府，"), line("市政府各部门，市直各单位："), body())
    assert found[1:3] == [Role.RECIPIENTS, Role.RECIPIENTS]


@pytest.mark.parametrize(
    "written",
    [
        "现将有关情况报告如下：",
        "同志们：",
        "根据会议安排，现将有关事项通知如下：",
        "市委高度重视整改工作，具体做法是：",
    ],
)
def test_a_first_sentence_that_ends_with_a_colon_is_text(written: str) -> None:
    assert roles(title(), line(written, first=640), body())[1] is Role.BODY


def test_addressees_wrongly_above_the_title_leave_both_known() -> None:
    assert roles(mark(), number(), recipients(), title(), body())[2:4] == [Role.RECIPIENTS, Role.TITLE]


def test_a_text_that_goes_with_a_notice_has_a_title_of_its_own() -> None:
    found = roles(
        title(), recipients(), body(), signature(), date(),
        title("示例市专项整治工作方案", page_break=True), line("一、总体要求", face=HEI, first=640),
    )  # fmt: skip
    assert found[-2:] == [Role.TITLE, Role.HEADING_1]


def test_a_style_named_title_is_evidence_enough() -> None:
    assert roles(line("付款通知书", style="Title"), body())[0] is Role.TITLE


def test_a_title_as_big_as_a_mark_is_no_mark_below_a_masthead() -> None:
    found = roles(mark(), number(), title("中共示例市委员会", pt=30), title("关于整改情况的报告", pt=30), recipients())
    assert found[2:4] == [Role.TITLE, Role.TITLE]


def test_a_style_for_addressees_on_a_first_sentence_is_not_believed() -> None:
    assert roles(title(), line("现将有关情况报告如下：", style="Salutation"), body())[1] is Role.BODY
