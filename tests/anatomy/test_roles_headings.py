"""Headings of four levels, alone and at the head of a paragraph."""

import pytest

from reportgen.anatomy.model import Paragraph, Role
from tests.anatomy.lines import FANG, HEI, KAI, assigned, body, line, title

TEXT = "坚持问题导向，逐项抓好落实，确保各项任务按期完成。"


def judged(paragraph: Paragraph) -> tuple[Role, int, str]:
    """Role, level and heading of a paragraph in the middle of text."""
    found = assigned(title(), body(), paragraph, body(), body()).paragraphs[2]
    return found.role, found.level, found.text[: found.heading_length]


@pytest.mark.parametrize(
    ("written", "role"),
    [
        ("一、总体要求", Role.HEADING_1),
        ("一.总体要求", Role.HEADING_1),
        ("一，总体要求", Role.HEADING_1),
        ("十二、有关要求：", Role.HEADING_1),
        ("（一）指导思想", Role.HEADING_2),
        ("(一)指导思想", Role.HEADING_2),
        ("（一）、指导思想", Role.HEADING_2),
        ("1.加强领导", Role.HEADING_3),
        ("1．加强领导", Role.HEADING_3),
        ("1、加强领导", Role.HEADING_3),
        ("（1）成立专班", Role.HEADING_4),
        ("(1)成立专班", Role.HEADING_4),
        ("1.关于“水污染防治力度不足，部分沟渠仍有黑臭水体”问题。", Role.HEADING_3),
    ],
)
def test_the_number_gives_the_level_in_any_face(written: str, role: Role) -> None:
    level = int(role.name[-1])
    assert judged(line(written, first=640, face=FANG)) == (role, level, written)
    assert judged(line(written, first=640, face=HEI)) == (role, level, written)


def test_blanks_before_the_number_do_not_hide_it() -> None:
    assert judged(line("　　一、总体要求", face=HEI)) == (Role.HEADING_1, 1, "　　一、总体要求")


def test_an_automatic_number_is_part_of_the_text() -> None:
    assert judged(line("总体要求", face=HEI, label="一、")) == (Role.HEADING_1, 1, "一、总体要求")


def test_a_number_weighs_more_than_a_style() -> None:
    assert judged(line("（一）指导思想", style="heading 1")) == (Role.HEADING_2, 2, "（一）指导思想")


@pytest.mark.parametrize("style", ["heading 2", "标题 2", "二级标题", "Heading 2"])
def test_a_style_gives_the_level_where_no_number_does(style: str) -> None:
    assert judged(line("指导思想", style=style)) == (Role.HEADING_2, 2, "指导思想")


def test_a_style_that_runs_on_does_not_hide_a_heading() -> None:
    assert judged(line("二、工作任务", style="Date")) == (Role.HEADING_1, 1, "二、工作任务")


def test_a_heading_whose_sign_is_missing_is_known_by_its_face() -> None:
    assert judged(line("二工作任务", face=HEI, first=640))[0] is Role.HEADING_1


def test_a_heading_in_a_face_of_its_own_heads_the_paragraph() -> None:
    found = judged(line("（一）指导思想。", face=KAI, rest=(TEXT, FANG)))
    assert found == (Role.BODY, 2, "（一）指导思想。")


def test_a_long_heading_in_a_face_of_its_own_is_taken_whole() -> None:
    heading = "（一）把思想和行动统一到省委决策部署上来，以更高的标准、更严的要求、更实的作风推进整改落实。"
    assert judged(line(heading, face=KAI, rest=(TEXT, FANG))) == (Role.BODY, 2, heading)


def test_a_short_numbered_sentence_heads_the_paragraph_in_any_face() -> None:
    assert judged(line("（一）指导思想。" + TEXT)) == (Role.BODY, 2, "（一）指导思想。")


def test_a_long_numbered_sentence_has_a_level_but_no_heading() -> None:
    text = "（1）对遗留项目再次摸底，按手续、资金、管护三类列出清单，逐项写明处置办法和完成节点。"
    assert judged(line(text, first=640)) == (Role.BODY, 4, "")


def test_an_item_of_a_list_has_a_level_but_no_heading() -> None:
    assert judged(line("（二）事业单位；", first=640)) == (Role.BODY, 2, "")


@pytest.mark.parametrize(
    "text",
    [
        "一是加强学习。组织集中学习，统一思想认识。",
        "2022年年底前完成全部整改任务。",
        "2022.8.16起施行，以前的规定同时废止。",
        "3.5万元以上的项目须报市委审批。",
        "10.2%的项目没有按期完成。",
        "三、四季度继续推进各项工作，巩固整改成果。",
        "第一条　为了规范资金管理，制定本办法。",
        "特此报告。",
        "妥否，请批示。",
        "联系电话：0000-1234567",
        "邮政信箱：示例市第100号信箱",
    ],
)
def test_other_text_is_body_text(text: str) -> None:
    assert judged(line(text, first=640)) == (Role.BODY, 0, "")


@pytest.mark.parametrize("text", ["第一章　总则", "表1　任务分解", "单位：万元"])
def test_centred_lines_beside_the_text_are_judged_by_no_rule(text: str) -> None:
    assert judged(line(text, align="center"))[0] is Role.OTHER


def test_lines_of_a_table_of_contents_are_no_headings() -> None:
    assert judged(line("一、总体要求\t3", style="toc 1"))[0] is Role.OTHER
    assert judged(line("一、总体要求………………3"))[0] is Role.OTHER


def test_a_long_centred_paragraph_is_still_body_text() -> None:
    assert judged(line(TEXT * 2, align="center"))[0] is Role.BODY
