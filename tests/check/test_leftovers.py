from dataclasses import replace

import pytest

from reportgen.anatomy import Paragraph, Role
from reportgen.check.language.leftovers import RULES
from tests.check.building import body, document, findings, official, paragraph, run, section


def measured(*content: Paragraph) -> list[tuple[str, str | None]]:
    return [(one.severity, one.measured) for one in findings(RULES, official(*content))]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("整改完成率为【待填写】。", "【待填写】"),
        ("会议由【此处填写姓名】主持。", "【此处填写姓名】"),
        ("共整改[请填写]个问题。", "[请填写]"),
        ("由（请填写单位名称）负责。", "（请填写单位名称）"),
        ("XX市召开会议。", "XX"),
        ("××县××局负责。", "××"),
        ("共完成XXX项。", "XXX"),
        ("于20XX年完成。", "20XX"),
        ("于X年X月X日召开会议。", "X年X月"),
        ("责任单位：{{ 单位.名称 }}。", "{{ 单位.名称 }}"),
        ("{%p for 问题 in 问题清单 %}", "{%p for 问题 in 问题清单 %}"),
        ("下一步工作TODO。", "TODO"),
        ("此处盖章", "此处盖章"),
        ("单击或点击此处输入文字。", "单击或点击此处输入"),
        ("详见错误！未找到引用源。", "错误！未找到"),
        ("详见Error! Reference source not found.", "Error! Reference"),
        ("合计#REF!万元", "#REF!"),
        ("责任单位：None。", "None"),
        ("共完成nan个。", "nan"),
        ("完成率nan%。", "nan"),
        ("Lorem ipsum dolor sit amet", "Lorem ipsum"),
    ],
)
def test_what_the_draft_left_behind_is_an_error(text: str, left: str) -> None:
    assert ("error", left) in measured(body(text))


@pytest.mark.parametrize(
    "text",
    [
        "推行“互联网＋监管”和“X＋1”模式，服装尺码为XXL。",
        "采用“××＋”工作法。",
        "联系电话：138****1234，身份证号：1304**********1234。",
        "二○二二年八月、二〇〇八年制定。",
        "会议听取了待核实线索（待核实3件）的汇报。",
        "示委〔2022〕15号、[2022]第3期。",
        "电子邮箱zgb@shilishi.example，网址http://www.example.cn/null/None。",
        "新增技改项目3×4米展位，规格为10×20厘米。",
        "Nano材料、Nanjing、Nonesuch公司。",
        "反馈意见中【整改】栏目和《请示报告条例》。",
        "许可证编号的编排方式为：X妆XXXXXXXX，第一位X代表许可部门。",
        "【改革开放】栏目、【修改说明】和〔确定〕按钮。",
        "女性染色体为XX染色体。",
        "点击量达12万次，在此基础上继续整改。",
        "坚持问题导向，把填写台账、补充材料作为基础工作。",
        "群众评价“没有发现错误”。",
    ],
)
def test_words_that_only_look_like_leftovers_are_left_alone(text: str) -> None:
    assert measured(body(text)) == []


def test_a_name_withheld_with_crosses_is_only_a_warning() -> None:
    assert measured(body("给予王××、李××党内警告处分。")) == [("warning", "××"), ("warning", "××")]


def test_crosses_in_an_attached_form_are_only_a_warning() -> None:
    attached = (paragraph(Role.ATTACHMENT_LABEL, "附件"), body("×××单位整改情况表"))
    assert [one.severity for one in findings(RULES, document(body(), *attached))] == ["warning"]


def test_blank_lines_to_fill_in_belong_into_forms_only() -> None:
    form = (paragraph(Role.ATTACHMENT_LABEL, "附件"), body("姓名：______"))
    assert measured(body("共整改____个问题。")) == [("warning", "____")]
    assert findings(RULES, document(body(), *form)) == []


def test_a_signature_has_no_word_for_the_seal() -> None:
    signed = paragraph(Role.SIGNATURE, "中共示例市委员会（盖章）")
    assert [one.measured for one in findings(RULES, document(body(), signed))] == ["（盖章）"]


def test_a_form_may_ask_for_a_seal() -> None:
    assert measured(body("填报单位（盖章）：")) == []


def test_a_numbered_document_is_no_longer_a_draft() -> None:
    title = paragraph(Role.TITLE, "关于巡视整改工作的通知（征求意见稿）")
    number = paragraph(Role.DOCUMENT_NUMBER, "示委〔2022〕15号")
    assert [one.severity for one in findings(RULES, document(number, title, body()))] == ["warning"]
    assert findings(RULES, document(title, body())) == []


def test_tracked_changes_are_told_once() -> None:
    changed = body(
        (run("整改"), replace(run("基本"), change="inserted"), replace(run("全部"), change="deleted"), run("完成。"))
    )
    found = findings(RULES, official(changed, changed))
    assert [(one.severity, one.measured) for one in found] == [("error", "2段")]


def test_comments_are_told_with_their_number() -> None:
    remark = replace(body("这里要核实。"), story="批注", part="word/comments.xml")
    assert [(one.code, one.measured) for one in findings(RULES, official(others=(remark,)))] == [("X4", "1段")]


def test_hidden_text_is_an_error_and_empty_hidden_runs_are_none() -> None:
    assert measured(body((run("公开。"), run("内部掌握", hidden=True)))) == [("error", "内部掌握")]
    assert measured(body((run("公开。"), run(" ", hidden=True)))) == []


def test_a_placeholder_in_the_footer_is_found() -> None:
    judged = document(body(), sections=(section(footers={"default": (paragraph(Role.FOOTER, "【待定】"),)}),))
    assert [one.measured for one in findings(RULES, judged)] == ["【待定】"]


def test_an_empty_document_holds_nothing() -> None:
    assert findings(RULES, document()) == []


def test_an_aside_that_something_is_still_to_be_done_is_left_over() -> None:
    assert measured(body("有关人员已受到处理（此处待核实）。")) == [("error", "（此处待核实）")]
    assert measured(body("该处土地（此处房产面积120平方米）已收回。")) == []
