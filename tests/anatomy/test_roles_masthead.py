"""The masthead is found by several kinds of evidence, one of which may be wrong."""

from dataclasses import replace

import pytest

from reportgen.anatomy.formats import Border, Shape
from reportgen.anatomy.model import Cell, Drawing, Role, Table
from tests.anatomy.lines import HEI, LINED, body, line, mark, number, recipients, roles, title

REST = (title(), recipients(), body())


@pytest.mark.parametrize(
    "written",
    [
        "示政〔2022〕5号",
        "示政[2022]5号",
        "示政（2022）5号",
        "示政【2022】5号",
        "示政〔2022〕第5号",
        "示政〔2022〕05号",
        "示政〔22〕5号",
        "示政〔2022〕5",
        "示政〔二〇二二〕五号",
        "示政2022年5号",
        " 示政 〔2022〕 5 号",
        "\t示政〔2022〕5号\t签发人：李某",
        "示政〔2022〕5号　　签发人:李某",
    ],
)
def test_a_document_number_is_known_however_it_is_written(written: str) -> None:
    assert roles(mark(), number(written), *REST)[1] is Role.DOCUMENT_NUMBER


@pytest.mark.parametrize(
    "wrong",
    [
        {"color": "auto"},
        {"pt": 22},
        {"face": "宋体"},
        {"align": "left"},
    ],
)
def test_a_mark_is_known_with_one_thing_wrong(wrong: dict[str, object]) -> None:
    right: dict[str, object] = {"face": "方正小标宋简体", "pt": 42, "color": "FF0000", "align": "center"}
    wrong_mark = line("示例市人民政府文件", **{**right, **wrong})  # type: ignore[arg-type]
    assert roles(wrong_mark, number(), *REST)[0] is Role.ISSUER_MARK


def test_a_mark_without_the_word_for_document_is_known_by_colour_and_size() -> None:
    assert roles(mark("示例市财政局"), number(), *REST)[0] is Role.ISSUER_MARK


def test_joint_issuers_have_marks_on_several_lines() -> None:
    found = roles(mark("中共示例市委办公室"), mark("示例市人民政府办公室"), mark("文件"), number(), *REST)
    assert found[:4] == [Role.ISSUER_MARK, Role.ISSUER_MARK, Role.ISSUER_MARK, Role.DOCUMENT_NUMBER]


def test_copy_number_classification_and_urgency_stand_above_the_mark() -> None:
    found = roles(line("000001"), line("机密★1年", face=HEI), line("特　急", face=HEI), mark(), number(), *REST)
    assert found[:4] == [Role.COPY_NUMBER, Role.CLASSIFICATION, Role.URGENCY, Role.ISSUER_MARK]


def test_signatories_may_stand_beside_the_number_in_a_table_without_lines() -> None:
    table = Table(1, 2, 2, {})
    found = roles(
        mark(),
        line("示政〔2022〕5号", cell=Cell(1, 1, 1)),
        line("签发人：张　三", cell=Cell(1, 1, 2)),
        line("", cell=Cell(1, 2, 1)),
        line("李　四", cell=Cell(1, 2, 2)),
        *REST,
        tables=[table],
    )
    assert found[1:6] == [Role.DOCUMENT_NUMBER, Role.SIGNATORY, Role.BLANK, Role.SIGNATORY, Role.TITLE]


def test_a_table_of_document_numbers_is_data() -> None:
    table = Table(1, 2, 2, {}, borders=LINED)
    cells = [("文件名称", 1, 1), ("文号", 1, 2), ("工作方案", 2, 1), ("示政〔2022〕5号", 2, 2)]
    found = roles(
        title(), body(), *(line(text, cell=Cell(1, row, column)) for text, row, column in cells), tables=[table]
    )
    assert found[-1] is Role.TABLE_TEXT


def test_a_blank_paragraph_with_a_red_border_is_the_red_line() -> None:
    found = roles(mark(), line("示政〔2022〕5号", align="center"), line("", border=("top", "FF0000")), line(), *REST)
    assert found[2:5] == [Role.RED_LINE, Role.BLANK, Role.TITLE]


def test_a_blank_paragraph_that_anchors_a_line_below_the_number_is_the_red_line() -> None:
    found = roles(mark(), number(), line(), *REST, drawings=[Drawing(1, "line", 3)])
    assert found[2] is Role.RED_LINE


def test_a_border_between_paragraphs_of_text_is_no_red_line() -> None:
    found = roles(title(), recipients(), body(), line("", border=("bottom", "FF0000")), body())
    assert found[3] is Role.BLANK


def test_a_border_that_is_switched_off_is_no_red_line() -> None:
    blank = replace(line(), shape=Shape(borders={"bottom": Border("nil", 0)}))
    assert roles(mark(), line("示政〔2022〕5号"), blank, *REST)[2] is Role.BLANK


def test_minutes_are_numbered_by_issue() -> None:
    found = roles(
        line("示例市人民政府专题会议纪要", pt=40, color="FF0000", align="center"), line("第3期", align="center"), *REST
    )
    assert found[:2] == [Role.ISSUER_MARK, Role.DOCUMENT_NUMBER]


def test_a_mark_in_a_text_box_is_known() -> None:
    boxed = line("示例市人民政府文件", pt=42, color="FF0000", align="center", box=1)
    found = roles(line(), boxed, number(), *REST, drawings=[Drawing(1, "textbox", 1)])
    assert found[:3] == [Role.BLANK, Role.ISSUER_MARK, Role.DOCUMENT_NUMBER]


def test_a_title_above_the_number_stays_a_title() -> None:
    found = roles(title(), line("示政〔2022〕5号", align="center"), recipients(), body())
    assert found[:3] == [Role.TITLE, Role.DOCUMENT_NUMBER, Role.RECIPIENTS]


def test_joint_issuers_may_have_two_numbers() -> None:
    found = roles(mark(), line("示政〔2022〕5号", align="center"), line("示办〔2022〕7号", align="center"), *REST)
    assert found[1:4] == [Role.DOCUMENT_NUMBER, Role.DOCUMENT_NUMBER, Role.TITLE]
