"""P2: the marks of ordinals."""

import pytest

from reportgen.anatomy import Role
from reportgen.check.language.ordinal_marks import RULES
from tests.check.building import paragraph
from tests.check.language_texts import cell, found, repairs, severities


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("一.总体情况", "一、"),
        ("二，整改成效", "二、"),
        ("十二．工作打算", "十二、"),
        ("(一)加强领导", "（一）"),
        ("（一)加强领导", "（一）"),
        ("（一）、加强领导", "（一）"),
        ("（三）.加强领导", "（三）"),
        ("1、加强领导", "1."),
        ("12，加强领导", "12."),
        ("1.、加强领导", "1."),
        ("(1)加强领导", "（1）"),
        ("（1）、加强领导", "（1）"),
        ("①、加强领导", "①"),
        ("第一、要加强领导。", "第一，"),
        ("加强领导。首先、要提高认识。", "首先，"),
        ("其一、认识不足。", "其一，"),
    ],
)
def test_a_wrong_mark_after_an_ordinal_is_an_error(text: str, right: str) -> None:
    (finding,) = found(RULES, text)
    assert (finding.code, finding.severity, finding.expected) == ("P2", "error", right)
    assert f"改为“{right}”" in finding.message


def test_a_comma_after_yi_shi_is_a_matter_of_style() -> None:
    assert severities(RULES, "主要做法如下。一是，坚持高位推动。") == ["warning"]


def test_in_a_table_a_number_with_a_wrong_mark_weighs_less() -> None:
    assert severities(RULES, cell("1、加强领导")) == ["warning"]


def test_both_kinds_of_dots_in_one_document_are_a_warning_at_the_rarer() -> None:
    (finding,) = found(RULES, "1.加强领导", "2.健全机制", "3．压实责任")
    assert (finding.severity, finding.expected, finding.place.paragraph) == ("warning", "3.", 3)


@pytest.mark.parametrize(
    "text",
    [
        "一、总体情况",
        "（一）加强领导。各级党委要认真落实。",
        "1.加强领导",
        "1．加强领导",
        "（1）加强领导",
        "①加强领导",
        "第一，要加强领导。第二，要健全机制。",
        "首先，要提高认识。其次，要健全机制。",
        "第一、第二、第三产业协调发展。",
        "第一、二、三产业协调发展。",
        "1、2、3号楼已经交付。",
        "3、5年内完成整改任务。",
        "15，000元已经追缴。",
        "3.5亿元资金已经到位。",
        "2022年8月16日",
        "一是坚持高位推动。二是压实责任。",
        "三、四线城市房地产问题得到化解。",
        "（四）、（五）项所列人员，不得参加。",
        "第一书记、工作队员全部到位。",
        "一季度，全市经济运行平稳。",
        "三天内完成整改。",
        "1,234个问题已经销号。",
    ],
)
def test_right_ordinals_and_plain_numbers_are_left_alone(text: str) -> None:
    assert found(RULES, text) == []


def test_the_date_of_issue_and_the_document_number_are_no_ordinals() -> None:
    assert (
        found(
            RULES, paragraph(Role.DATE_OF_ISSUE, "2022年8月16日"), paragraph(Role.DOCUMENT_NUMBER, "示委〔2022〕15号")
        )
        == []
    )


def test_a_document_with_one_kind_of_dots_is_right() -> None:
    assert repairs(RULES, "1．加强领导", "2．健全机制") == []
