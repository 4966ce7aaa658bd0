"""Clause 5.2.2: face and size of the body and of parts without a type of their own."""

import pytest

from reportgen.anatomy import Role
from reportgen.check.norm import Norm
from reportgen.check.page import letters, part_letters
from reportgen.check.page.typeface import is_one_of
from tests.check.building import SENTENCE, body, codes, document, findings, official, paragraph, run

RULES = letters.RULES + part_letters.RULES


def test_a_correct_document_has_no_finding():
    assert codes(RULES, official()) == []


def test_a_body_in_another_face_is_a_warning_at_its_place():
    (found,) = findings(RULES, official(body(), body(face="宋体"), body()))
    assert (found.code, found.severity, found.measured) == ("5.2.2-body-face", "warning", "宋体")
    assert found.place.paragraph == 14


def test_a_body_wholly_in_another_face_is_one_finding():
    (found,) = findings(RULES, official(*[body(face="宋体")] * 40))
    assert "共40处" in found.message


def test_a_stretch_in_another_face_is_found():
    (found,) = findings(RULES, official(body([run("各责任单位要"), run("明确整改目标", "宋体"), run("。")])))
    assert found.code == "5.2.2-body-face"


def test_a_body_without_a_chinese_face_is_found():
    (found,) = findings(RULES, official(body(faces={"ascii": "仿宋_GB2312"})))
    assert "没有指定中文字体" in found.message


@pytest.mark.parametrize(
    "face",
    [
        "仿宋",
        "FangSong",
        "方正仿宋_GBK",
        "方正仿宋_GB18030",
        "华文仿宋",
        "fangsong_gb2312",
        "仿宋_GB2312;仿宋",
        "FandolFang R",
    ],
)
def test_every_fangsong_is_right(face):
    assert codes(RULES, official(body(face=face))) == []


def test_the_office_may_name_other_faces():
    assert codes(letters.RULES, official(body(face="宋体")), Norm(body_faces=("宋体",))) == []
    assert codes(letters.RULES, official(body(face="仿宋")), Norm(body_faces=("宋体",))) == ["5.2.2-body-face"]


def test_western_faces_of_digits_are_not_judged():
    digits = run("2022", faces={"eastAsia": "宋体", "ascii": "Arial", "hAnsi": "Arial"})
    assert codes(RULES, official(body([run("截至"), digits, run("年底，任务全部完成。")]))) == []


def test_a_run_in_heading_and_a_lead_in_may_be_in_faces_of_headings():
    heading = run("（一）提高认识。", "楷体_GB2312")
    run_in = body([heading, run(SENTENCE)], level=2, heading_length=8)
    lead_in = body([run("责任单位：", "黑体"), run(SENTENCE)])
    assert codes(RULES, official(run_in, lead_in)) == []


def test_a_heading_without_a_number_is_not_taken_for_body():
    assert codes(RULES, official(body("下一步工作打算", face="黑体"))) == []


def test_a_whole_paragraph_in_the_face_of_headings_is_found():
    assert codes(RULES, official(body(face="楷体_GB2312"))) == ["5.2.2-body-face"]


def test_the_text_behind_a_run_in_heading_is_judged():
    heading = run("（一）提高认识。", "楷体_GB2312")
    whole = paragraph(Role.HEADING_2, [heading, run(SENTENCE, "黑体")], level=2, heading_length=8)
    assert codes(letters.RULES, official(whole)) == ["5.2.2-body-face"]


def test_a_body_in_another_size_is_found():
    (found,) = findings(RULES, official(body(size_half_pt=28)))
    assert (found.code, found.expected, found.measured) == ("5.2.2-body-size", "三号（16磅）", "四号（14磅）")


def test_the_printers_size_is_right():
    assert codes(RULES, official(body(size_half_pt=31.5, spacing_tw=0))) == []


def test_tables_and_hidden_text_are_not_body():
    cell = paragraph(Role.TABLE_TEXT, "责任单位")
    assert codes(RULES, official(cell, body([run(SENTENCE), run("批注", "宋体", hidden=True)]))) == []


@pytest.mark.parametrize("role", [Role.RECIPIENTS, Role.SIGNATURE, Role.DATE_OF_ISSUE, Role.ATTACHMENT_NOTE, Role.NOTE])
def test_parts_without_a_type_of_their_own_are_of_the_body(role):
    assert codes(RULES, document(paragraph(role, "省委：", face="宋体"))) == ["5.2.2-part-letters"]
    assert codes(RULES, document(paragraph(role, "省委：", size_half_pt=28))) == ["5.2.2-part-letters"]
    assert codes(RULES, document(paragraph(role, "省委："))) == []


def test_faces_are_compared_without_blanks_and_case():
    assert is_one_of("Fang Song", ("FANGSONG",))
    assert not is_one_of("微软雅黑", ("黑体",))
    assert not is_one_of(None, ("黑体",))
