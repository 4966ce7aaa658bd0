"""7.3.3: face, weight and place of headings."""

from typing import Any

import pytest

from reportgen.anatomy import Paragraph, Run
from reportgen.check.page.headings import RULES
from tests.check.building import body, codes, document, findings, letters
from tests.check.building_body import heading, run_in

RIGHT = (
    heading(1, "一、总体要求"), heading(2, "（一）指导思想"), heading(3, "1.加强领导"), heading(4, "（1）明确分工"),
    run_in("（二）基本原则。", "坚持问题导向，逐项整改落实。"),
)  # fmt: skip


def test_headings_in_the_faces_of_their_levels_are_right() -> None:
    assert codes(RULES, document(*RIGHT)) == []


def test_other_makers_faces_are_right() -> None:
    made = (heading(1, "一、总体要求", face="方正黑体_GBK"), heading(2, "（一）指导思想", face="KaiTi_GB2312"))
    assert codes(RULES, document(*made, heading(3, "1.加强领导", face="方正仿宋_GBK"))) == []


@pytest.mark.parametrize(
    "wrong",
    [
        heading(1, "一、总体要求", face="仿宋_GB2312"),
        heading(2, "（一）指导思想", face="黑体"),
        heading(3, "1.加强领导", face="楷体_GB2312"),
        heading(4, "（1）明确分工", face="黑体"),
        heading(1, "一、总体要求", size_half_pt=36),
        run_in("（三）工作目标。", "集中整改期内全部完成。", "黑体"),
        run_in("（三）工作目标。", "集中整改期内全部完成。", "仿宋_GB2312"),
    ],
)
def test_a_heading_in_another_face_or_size_is_a_warning(wrong: Paragraph) -> None:
    assert codes(RULES, document(*RIGHT, wrong)) == ["7.3.3-heading-face"]


def test_the_face_of_an_automatic_number_counts_too() -> None:
    number = heading(1, "总体要求", label="一、", label_letters=letters("仿宋_GB2312"))
    [found] = findings(RULES, document(number))
    assert found.code == "7.3.3-heading-face"
    assert "自动编号" in found.message


def test_an_automatic_number_in_the_face_of_its_heading_is_right() -> None:
    number = heading(1, "总体要求", label="一、", label_letters=letters("黑体"))
    assert codes(RULES, document(number)) == []


def test_numbered_clauses_that_are_all_set_as_the_body_are_no_headings() -> None:
    clauses = [run_in(f"（{number}）同意你局意见。", "请认真落实。", "仿宋_GB2312") for number in "一二三"]
    assert codes(RULES, document(*clauses)) == []


@pytest.mark.parametrize("wrong", [heading(2, "（一）指导思想", bold=True), body("各单位要认真落实。", bold=True)])
def test_bold_headings_and_paragraphs_are_told(wrong: Paragraph) -> None:
    [found] = findings(RULES, document(wrong))
    assert (found.code, found.severity) == ("7.3.3-bold", "info")


def test_a_bold_word_in_a_paragraph_is_let_be() -> None:
    runs = (Run("各单位要", letters()), Run("务必", letters(bold=True)), Run("落实到位。", letters()))
    assert codes(RULES, document(body(runs))) == []


@pytest.mark.parametrize(("changes", "severity"), [({"align": "center"}, "warning"), ({"first_tw": 0}, "error")])
def test_a_heading_that_is_not_two_characters_in_is_found(changes: dict[str, Any], severity: str) -> None:
    [found] = findings(RULES, document(heading(1, "一、总体要求", **changes)))
    assert (found.code, found.severity) == ("7.3.3-heading-place", severity)
