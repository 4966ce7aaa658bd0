"""P8: ellipsis, dash, doubled marks, missing stop."""

import pytest

from reportgen.check.language.stops import RULES
from tests.check.building import SENTENCE
from tests.check.language_texts import cell, found, heading


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


PLAIN = ("市委坚持问题导向，逐项制定整改措施，推动各项任务落地见效。",) * 4 + (
    "各责任单位要对照反馈意见，逐条研究，按期完成整改任务。",
) * 2


@pytest.mark.parametrize("mark", ["，", "、"])
def test_a_paragraph_that_ends_with_a_comma_is_an_error(mark: str) -> None:
    (finding,) = found(RULES, f"对照反馈意见，逐条逐项抓好整改{mark}")
    assert (finding.severity, finding.expected) == ("error", "。")


def test_a_semicolon_before_a_heading_is_a_warning_and_before_another_item_nothing() -> None:
    assert [one.expected for one in found(RULES, "各单位完善了制度，堵塞了漏洞；", heading(2, "（二）压实责任"))] == [
        "。"
    ]
    assert found(RULES, "各单位完善了制度，堵塞了漏洞；", "各单位健全了机制，压实了责任。") == []


def test_a_single_sentence_without_its_stop_is_a_warning_where_the_others_have_theirs() -> None:
    (finding,) = found(RULES, *PLAIN, "对责任落实不到位的单位进行约谈提醒，督促举一反三、完善制度，防止问题反弹")
    assert (finding.severity, finding.expected) == ("warning", "弹。")


@pytest.mark.parametrize(
    "text",
    [
        "会议地点：市委会议中心三楼第二会议室，请各单位提前十分钟入场",
        "严格责任，严格标准",
        "一是问题导向，坚持对照反馈意见抓整改；",
    ],
)
def test_labelled_and_short_lines_and_items_need_no_stop(text: str) -> None:
    assert found(RULES, *PLAIN, text, *PLAIN) == []
