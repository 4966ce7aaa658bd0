"""P5 and P6: marks within lists."""

import pytest

from reportgen.check.language.listing import RULES
from tests.check.language_texts import found, repairs


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("学习《准则》、《条例》有关规定。", "》《"),
        ("增强“四个意识”、“四个自信”。", "”“"),
    ],
)
def test_a_mark_between_titles_or_quotations_side_by_side_is_a_warning(text: str, right: str) -> None:
    (finding,) = found(RULES, text)
    assert (finding.code, finding.severity, finding.expected) == ("P5", "warning", right)


def test_many_such_marks_are_one_warning_with_their_number() -> None:
    (finding,) = found(RULES, "学习《甲》、《乙》、《丙》。", "学习《丁》、《戊》。")
    assert "共 3 处" in finding.message


@pytest.mark.parametrize("text", ["资金、项目、土地、等领域。", "印发《准则》、等文件。"])
def test_a_mark_before_deng_is_an_error(text: str) -> None:
    (finding,) = found(RULES, text)
    assert (finding.code, finding.severity, finding.expected) == ("P6", "error", "等")


def test_an_ellipsis_with_deng_is_a_warning() -> None:
    assert repairs(RULES, "包括资金、项目……等领域。") == ["等"]


@pytest.mark.parametrize(
    "text",
    [
        "学习《准则》《条例》有关规定。",
        "增强“四个意识”、坚定“四个自信”、做到“两个维护”。",
        "《准则》（2016年）、《条例》（2018年）。",
        "处理好“当下改”与“长久立”、“开门教育”与“办实事”的关系。",
        "资金、项目、土地等领域。",
        "一级、二级、等级评定工作。",
        "克服不作为、等、靠、要思想。",
        "取消、等待、观望情绪得到纠正。",
        "人、财、物等，要统筹安排。",
        "……等候通知。",
        "招呼停车、等车，减量、等量替代，免耕、等高耕作。",
        "老师、父母、等爱的人。",
    ],
)
def test_right_lists_are_left_alone(text: str) -> None:
    assert found(RULES, text) == []
