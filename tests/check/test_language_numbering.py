"""P3: the numbers of headings follow each other."""

import pytest

from reportgen.anatomy import Role
from reportgen.check.language.numbering import RULES
from tests.check.building import SENTENCE, paragraph
from tests.check.language_texts import cell, found, heading, repairs, severities


def test_a_wrong_number_is_an_error_that_names_the_right_one() -> None:
    (finding,) = found(RULES, "一、总体情况", "三、整改成效", "三、工作打算")
    assert (finding.code, finding.severity, finding.expected, finding.place.paragraph) == ("P3", "error", "二、", 2)
    assert "改为“二、”" in finding.message


def test_a_number_left_out_is_an_error() -> None:
    (finding,) = found(RULES, "（一）加强领导", "（二）健全机制", "（四）压实责任")
    assert finding.expected == "（三）"
    assert "缺少“（三）”" in finding.message


def test_a_number_given_twice_is_an_error() -> None:
    assert repairs(RULES, "1.加强领导", "2.健全机制", "2.压实责任") == ["3."]


def test_a_new_part_that_begins_with_two_is_an_error() -> None:
    assert repairs(RULES, "一、总体情况", "（一）加强领导", "二、整改成效", "（三）资金监管") == ["（一）"]


def test_an_automatic_label_counts_like_a_typed_one() -> None:
    assert repairs(RULES, heading(1, "一、总体情况"), heading(1, "三、工作打算")) == ["二、"]


def test_a_level_left_out_is_a_warning() -> None:
    assert severities(RULES, heading(2, "（一）加强领导"), heading(4, "（1）健全机制")) == ["warning"]


def test_one_dot_below_yi_is_only_a_remark() -> None:
    assert severities(RULES, heading(1, "一、总体情况"), heading(3, "1.健全机制")) == ["info"]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("一是加强领导；二是健全机制；四是压实责任。", "三是"),
        ("一是加强领导。二是健全机制。二是压实责任。四是强化监督。", "三是"),
        ("第一，加强领导。第三，健全机制。", "第二，"),
        ("其一，认识不足。其三，责任不实。", "其二，"),
    ],
)
def test_a_series_in_running_text_with_a_gap_is_an_error(text: str, right: str) -> None:
    assert repairs(RULES, text) == [right]


@pytest.mark.parametrize(
    "texts",
    [
        ("一、总体情况", "（一）加强领导", "（二）健全机制", "二、整改成效", "（一）资金监管"),
        (
            "（一）关于责任落实方面",
            "1.关于甲问题",
            "2.关于乙问题",
            "（二）关于监督方面",
            "3.关于丙问题",
            "4.关于丁问题",
        ),
        ("1.关于甲问题", "（1）做法", "（2）成效", "2.关于乙问题", "（1）做法"),
        ("整改措施如下", "1.加强领导", "2.健全机制", "保障措施如下", "1.压实责任", "2.强化监督"),
        ("一、总体情况", "二、整改成效", "附件1", "一、编制依据", "二、主要内容"),
        ("第一条 为了规范管理，制定本办法。", "（一）甲；", "（二）乙。", "第二条 下列事项：", "（一）丙；"),
        ("要做到：（一）加强领导；（二）健全机制；", "（三）压实责任。"),
        ("十、组织保障", "十一、监督检查"),
        ("正文没有序号。", "还是没有。"),
        ("（一）一件事情。一是加强领导；二是健全机制。", "（二）又一件事情。一是压实责任；二是强化监督。"),
        ("一是加强领导。一是健全机制。",),
        ("二是健全机制。三是压实责任。",),
        ("关键是抓落实，第一是领导重视，问题是经费不足。",),
        ("本市是第三批试点，其一直运行平稳。",),
        ("十一、总则", "十二、范围", "三、各省的仲裁委员会", "四、各市的仲裁委员会"),
        ("（四）、（五）项所列人员，不得参加。", "（六）项规定同样适用。"),
        ("三、四季度工作安排如下。",),
    ],
)
def test_right_numbering_is_left_alone(texts: tuple[str, ...]) -> None:
    assert found(RULES, *texts) == []


def test_numbers_in_tables_and_attachment_notes_do_not_count() -> None:
    note = paragraph(Role.ATTACHMENT_NOTE, "2.任务清单")
    assert found(RULES, "一、总体情况", cell("四、其他"), note, "二、整改成效") == []


def test_a_number_left_out_is_an_error_though_its_numeral_occurs_in_the_text() -> None:
    texts = (heading(1, "一、总体情况"), "（二）压实责任，召开会议2次。", heading(1, "三、工作打算"))
    assert "二、" in repairs(RULES, *texts)


def test_two_headings_with_the_first_number_one_after_the_other_are_an_error() -> None:
    assert repairs(RULES, heading(3, "1.加强领导"), heading(3, "1.健全机制"), heading(3, "3.压实责任")) == ["2."]


def test_a_list_that_begins_again_under_another_heading_is_right() -> None:
    texts = (
        heading(2, "（一）加强领导"),
        heading(3, "1.落实责任"),
        heading(2, "（二）健全机制"),
        heading(3, "1.完善制度"),
    )
    assert repairs(RULES, *texts) == []


def test_a_first_heading_twice_under_the_same_chapter_is_an_error() -> None:
    texts = (heading(1, "一、总体情况"), heading(2, "（一）加强领导"), heading(3, "1.健全组织"))
    assert repairs(RULES, *texts, SENTENCE, heading(2, "（一）压实责任"), heading(3, "1.明确分工")) == ["（二）"]


def test_a_list_that_begins_again_under_a_heading_without_a_number_is_left_alone() -> None:
    texts = (heading(1, "一、总体情况"), heading(2, "（一）加强领导"), heading(3, "1.健全组织"), SENTENCE)
    assert repairs(RULES, *texts, "第二部分", heading(2, "（一）压实责任")) == []


def test_a_text_whose_first_chapter_is_the_second_is_an_error() -> None:
    texts = (SENTENCE, heading(1, "二、总体情况"), SENTENCE, heading(1, "三、工作打算"))
    assert [one.code for one in found(RULES, *texts)] == ["P3"]
