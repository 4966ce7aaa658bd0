"""Clauses 7.2.5 and 7.2.6: 发文字号 and 签发人."""

import pytest

from reportgen.anatomy import Cell, Role, TabStop
from reportgen.check.page import document_number, number_place, signatory
from tests.check.building import blank, codes, document, findings, main_part, masthead, official, paragraph, run

RULES = document_number.RULES + number_place.RULES + signatory.RULES
TABS = (TabStop(315, "left"), TabStop(8540, "right"))
LEFT = {"align": "left", "tabs": TABS}


def numbered(text, **changes):
    return document(*masthead(number=paragraph(Role.DOCUMENT_NUMBER, text, **changes)), *main_part())


def upward(label="签发人：", names="张三", number="\t示例委〔2022〕15号\t", name_face="楷体_GB2312", **changes):
    runs = [run(number + label), run(names, name_face)]
    return numbered(runs, **(LEFT | changes))


def test_a_correct_number_has_no_finding():
    assert codes(RULES, official()) == []
    assert codes(RULES, upward()) == []


def test_a_document_without_masthead_has_no_finding():
    assert codes(RULES, document(*main_part())) == []


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("示例委[2022]15号", "示例委〔2022〕15号"),
        ("示例委【2022】15号", "示例委〔2022〕15号"),
        ("示例委（2022）15号", "示例委〔2022〕15号"),
        ("示例委(2022)15号", "示例委〔2022〕15号"),
        ("示例委［2022］15号", "示例委〔2022〕15号"),
        ("示例委〔22〕15号", "示例委〔2022〕15号"),
        ("示例委〔2022〕第15号", "示例委〔2022〕15号"),
        ("示例委〔2022〕015号", "示例委〔2022〕15号"),
        ("示例委〔2022〕15", "示例委〔2022〕15号"),
        ("示例委〔2022〕 15 号", "示例委〔2022〕15号"),
        ("示例委〔2022年〕15号", "示例委〔2022〕15号"),
        ("示例委〔二〇二二〕15号", "示例委〔2022〕15号"),
        ("示例委〔２０２２〕１５号", "示例委〔2022〕15号"),
        ("示例委〔2022〕十五号", None),
        ("示例委〔2022〕号", None),
        ("示例委2022年15号", None),
        ("〔2022〕15号", None),
    ],
)
def test_a_number_in_another_form_is_an_error_with_its_repair(text, repaired):
    (found,) = findings(RULES, numbered(text))
    assert (found.code, found.severity, found.expected) == ("7.2.5-number-form", "error", repaired)


@pytest.mark.parametrize("text", ["示例委〔2022〕1号", "国办发明电〔2022〕108号", "示纪委函〔1999〕3号"])
def test_numbers_in_the_right_form(text):
    assert codes(RULES, numbered(text)) == []


def test_a_number_in_an_upward_document_is_judged_by_itself():
    assert codes(RULES, upward(number="\t示例委[2022]15号\t")) == ["7.2.5-number-form"]


def test_orders_and_minutes_are_numbered_otherwise():
    order = masthead(
        mark=paragraph(Role.ISSUER_MARK, "示例市人民政府令"), number=paragraph(Role.DOCUMENT_NUMBER, "第12号")
    )
    assert codes(RULES, document(*order, *main_part())) == []


def test_a_number_in_another_face_or_size_is_a_warning():
    assert codes(RULES, numbered("示例委〔2022〕15号", face="黑体")) == ["7.2.5-number-letters"]
    assert codes(RULES, numbered("示例委〔2022〕15号", size_half_pt=28)) == ["7.2.5-number-letters"]


@pytest.mark.parametrize("changes", [{"align": "left"}, {"align": "right"}, {"first_tw": 1280}])
def test_a_number_that_is_not_centred_is_an_error(changes):
    (found,) = findings(RULES, numbered("示例委〔2022〕15号", **changes))
    assert (found.code, found.severity) == ("7.2.5-number-place", "error")


def test_a_number_may_be_centred_by_blanks_or_a_tab():
    by_blanks = numbered("　" * 9 + "示例委〔2022〕15号", align="left")
    by_tab = numbered("\t示例委〔2022〕15号", align="left", tabs=(TabStop(4422, "center"),))
    assert codes(RULES, by_blanks) == []
    assert codes(RULES, by_tab) == []


def test_a_number_in_a_table_is_not_measured():
    assert codes(RULES, numbered("示例委〔2022〕15号", align="left", cell=Cell(1, 1, 1))) == []


@pytest.mark.parametrize("lines", [0, 1, 3])
def test_two_empty_lines_stand_below_the_mark(lines):
    above = masthead(first_blank=None, second_blank=None)
    found = findings(RULES, document(*above[:-1], *[blank()] * lines, above[-1], *main_part()))
    assert [each.code for each in found] == ["7.2.5-number-place"]
    assert found[0].measured == f"空 {lines} 行"


def test_space_before_the_number_may_take_the_place_of_empty_lines():
    number = paragraph(Role.DOCUMENT_NUMBER, "示例委〔2022〕15号", before_tw=1158)
    assert codes(RULES, document(*masthead(first_blank=None, second_blank=None, number=number), *main_part())) == []


def test_an_upward_number_stands_one_character_from_the_left():
    assert codes(RULES, upward(number="示例委〔2022〕15号\t", tabs=TABS[1:])) == ["7.2.5-number-place"]
    assert codes(RULES, upward(number="　示例委〔2022〕15号\t", tabs=TABS[1:])) == []
    assert codes(RULES, upward(number="示例委〔2022〕15号\t", tabs=TABS[1:], first_tw=320)) == []


def test_a_report_without_signatory_is_not_told_to_centre_its_number():
    title = paragraph(Role.TITLE, "关于整改情况的报告")
    number = paragraph(Role.DOCUMENT_NUMBER, "示例委〔2022〕15号", align="left", first_tw=320)
    assert codes(RULES, document(*masthead(number=number), title)) == []


def test_the_last_signatory_stands_on_the_line_of_the_number():
    signed = paragraph(Role.SIGNATORY, [run("签发人："), run("张三", "楷体_GB2312")], align="right", right_tw=320)
    number = paragraph(Role.DOCUMENT_NUMBER, "　示例委〔2022〕15号", align="left")
    apart = document(*masthead(number=signed), number, *main_part())
    assert codes(RULES, apart) == ["7.2.5-number-place"]


def test_several_signatories_end_on_the_line_of_the_number():
    first = [run("签发人："), run("张三　李四", "楷体_GB2312")]
    last = [run("　示例委〔2022〕15号\t"), run("王五", "楷体_GB2312")]
    upper = paragraph(Role.SIGNATORY, first, align="right", right_tw=320)
    lower = paragraph(Role.DOCUMENT_NUMBER, last, align="left", tabs=TABS[1:])
    assert codes(RULES, document(*masthead(number=upper), lower, *main_part())) == []


def test_number_and_signatory_may_share_a_row_of_a_table():
    signed = [run("签发人："), run("张三", "楷体_GB2312")]
    cells = (
        paragraph(Role.DOCUMENT_NUMBER, "示例委〔2022〕15号", align="left", cell=Cell(1, 1, 1)),
        paragraph(Role.SIGNATORY, signed, align="right", cell=Cell(1, 1, 2)),
    )
    assert codes(RULES, document(*masthead(number=cells[0]), cells[1], *main_part())) == []


@pytest.mark.parametrize("label", ["签发人:", "签发人", "签 发 人:"])
def test_the_colon_after_the_label_is_full_width(label):
    (found,) = findings(RULES, upward(label))
    assert (found.code, found.severity, found.expected) == ("7.2.6-signatory", "error", "签发人：")


@pytest.mark.parametrize("names", ["张三、李四", "张三，李四", "张三 、李四"])
def test_names_are_separated_by_blanks(names):
    assert codes(RULES, upward(names=names)) == ["7.2.6-signatory"]
    assert codes(RULES, upward(names="张三　李四")) == []


def test_names_are_in_kai():
    (found,) = findings(RULES, upward(name_face="仿宋_GB2312"))
    assert (found.code, found.measured) == ("7.2.6-signatory", "仿宋_GB2312")


def test_the_label_is_in_the_face_of_the_body():
    runs = [run("\t示例委〔2022〕15号\t"), run("签发人：张三", "楷体_GB2312")]
    assert codes(RULES, numbered(runs, **LEFT)) == ["7.2.6-signatory"]


def test_the_name_must_not_be_missing():
    assert codes(RULES, upward(names=" ")) == ["7.2.6-signatory"]


@pytest.mark.parametrize("position", [8855, 7900])
def test_the_signatory_ends_one_character_from_the_right(position):
    tabs = (TABS[0], TabStop(position, "right"))
    assert codes(RULES, upward(tabs=tabs)) == ["7.2.6-signatory"]


def test_a_signatory_on_the_right_with_a_character_free_is_right():
    signed = [run("签发人："), run("张三", "楷体_GB2312")]
    for right_tw, expected in ((320, []), (0, ["7.2.6-signatory"])):
        line = paragraph(Role.SIGNATORY, signed, align="right", right_tw=right_tw)
        assert codes(signatory.RULES, document(*masthead(number=line), *main_part())) == expected
