"""P8: ellipsis, dash, doubled marks, missing stop."""

import pytest

from reportgen.check.language.stops import RULES
from tests.check.building import SENTENCE
from tests.check.language_texts import cell, found


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("包括资金、项目、土地...", "……"),
        ("包括资金、项目、土地。。。", "……"),
        ("包括资金、项目、土地…", "……"),
        ("包括资金、项目、土地......都要整改。", "……"),
        ("整改成效--群众满意。", "——"),
        ("整改成效———群众满意。", "——"),
        ("整改全部完成。。", "。"),
        ("市委高度重视，，迅速部署。", "，"),
        ("资金、、项目都要整改。", "、"),
        ("整改全部完成，。", "。"),
        ("整改全部完成；。", "。"),
        ("整改完成。，下一步继续巩固。", "。或，"),
        ("市委高度重视，，，迅速部署。", "，"),
    ],
)
def test_a_wrong_form_or_a_doubled_mark_is_an_error(text: str, right: str) -> None:
    (finding,) = found(RULES, text)
    assert (finding.code, finding.severity, finding.expected) == ("P8", "error", right)


def test_a_paragraph_of_sentences_without_its_last_stop_is_a_warning() -> None:
    (finding,) = found(RULES, SENTENCE + "下一步，市委将持续抓好后续整改工作", SENTENCE)
    assert (finding.severity, finding.place.paragraph) == ("warning", 1)
    assert "加上“。”" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "包括资金、项目、土地……",
        "包括资金、项目、土地……都要整改。",
        "第一章…………",
        "整改成效——群众满意。",
        "北京—上海高铁。",
        "是否到位？！",
        "坚决完成！！",
        "文件在../data/...目录下。",
        "一、总体情况......................3",
        "使用“，。”等标点要规范。",
        "会议强调：“要抓好整改。”各级要落实。",
        "印发《方案》；修订《办法》。",
        "增速为3.5%。A、B、C三类。",
        "--reportgen build 是命令。",
        "参数--strict生效。",
    ],
)
def test_right_marks_are_left_alone(text: str) -> None:
    assert found(RULES, text) == []


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        SENTENCE + "联系电话：0000-1234567",
        SENTENCE + "具体措施如下：",
        "一、总体情况",
        "中共示例市委员会",
        SENTENCE + "（此件公开发布）",
        "《中国共产党巡视工作条例》和《党政机关公文处理工作条例》等规定的有关要求和本市有关工作安排和部署",
    ],
)
def test_paragraphs_that_end_rightly_are_left_alone(text: str) -> None:
    assert found(RULES, text, SENTENCE) == []


def test_a_cell_needs_no_stop_and_may_hold_dots() -> None:
    assert found(RULES, cell("…"), cell(SENTENCE + "下一步，市委将持续抓好后续整改工作")) == []
