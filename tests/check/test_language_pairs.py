"""P4: brackets and quotation marks in pairs."""

import pytest

from reportgen.check.language.pairs import RULES
from tests.check.language_texts import found, repairs


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("坚持“四个意识，做到知行合一。", "”"),
        ("坚持四个意识”，做到知行合一。", "“"),
        ("印发《整改方案，抓好落实。", "》"),
        ("印发整改方案》，抓好落实。", "《"),
        ("各县（市、区党委要认真落实。", "）"),
        ("各县市、区）党委要认真落实。", "（"),
        ("三）改革开放持续深化。", "（"),
        ("示委〔2022 15号文件。", "〕"),
        ("坚持”四个意识“，做到知行合一。", "“”"),
        ("坚持“四个意识“，做到知行合一。", "”"),
        ("坚持”四个意识”，做到知行合一。", "“"),
    ],
)
def test_a_mark_without_its_partner_is_an_error(text: str, right: str) -> None:
    (finding,) = found(RULES, "前面一段。", text, "后面一段。")
    assert (finding.code, finding.severity, finding.expected, finding.place.paragraph) == ("P4", "error", right, 2)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("关于“精准运用“四种形态”不够”问题", "‘四种形态’"),
        ("关于印发《落实《条例》办法》的通知", "〈条例〉"),
        ("坚持‘四个意识’，做到知行合一。", "“四个意识”"),
        ("根据〈条例〉规定办理。", "《条例》"),
    ],
)
def test_wrong_nesting_is_an_error(text: str, right: str) -> None:
    (finding,) = found(RULES, text)
    assert (finding.severity, finding.expected) == ("error", right)
    assert f"改为“{right}”" in finding.message


@pytest.mark.parametrize(
    "texts",
    [
        ("关于“实事求是运用‘四种形态’不够”问题",),
        ("关于印发《落实〈条例〉办法》的通知",),
        ("他说：“要抓整改。", "“要抓落实。", "“要抓长效。”"),
        ("会议指出：“要抓整改。", "中间一段没有引号。", "要抓长效。”"),
        (
            "（此件公开发布，",
            "有效期至2026年）",
        ),
        ("关于印发《示例市落实省委巡视", "反馈意见整改方案》的通知"),
        ("各县（市、区（含开发区））党委要认真落实。",),
        ("印发《关于“三件大事”的实施意见》（示委〔2022〕15号）。",),
        ("It’s the people’s report，照录。",),
        ("包括：1）责任不实；2）机制不全；a）制度缺失。",),
        ("1）加强领导", "2）健全机制"),
        ("“《条例》规定的‘四类情形’，一律从严。”",),
        ("推进“放管服”改革，“1+N”体系已建立（见附件1）。",),
        ("【整改目标】全面完成。",),
        ("没有任何标点",),
        ("名称里带“引用《某某“十四五”规划》”的，照录。",),
    ],
)
def test_right_pairs_are_left_alone(texts: tuple[str, ...]) -> None:
    assert found(RULES, *texts) == []


def test_a_straight_mark_beside_a_curly_one_is_left_to_the_rule_of_half_width() -> None:
    assert repairs(RULES, '坚持“四个意识"，做到知行合一。') == []


@pytest.mark.parametrize(
    "text", ["电话0000-1234567（工作日8：30至17：30）。", "详见附件（附件1、2）。", "见说明（第1，2条，表a、b）。"]
)
def test_a_bracket_behind_a_number_closes_what_was_opened(text: str) -> None:
    assert found(RULES, text) == []


def test_numbers_of_items_with_one_bracket_need_no_partner() -> None:
    assert found(RULES, "（包括：1）项目；2）资金；3）制度）已经完成。") == []
