"""7.3.5 and 7.3.6: 署名, 成文日期 and 附注."""

from dataclasses import replace
from typing import Any

import pytest

from reportgen.anatomy import Document, Paragraph, Role, TabStop
from reportgen.anatomy.model import Cell
from reportgen.check.page.signature import RULES as FORM
from reportgen.check.page.signature_place import RULES as PLACE
from tests.check.building import blank, body, codes, document, findings, masthead, official, paragraph
from tests.check.building_body import UNSEALED_NAME_TW, unsealed

RIGHT: dict[str, Any] = {"align": "right", "left_tw": 0}


def ended(*tail: Paragraph, blanks: int = 1) -> Document:
    return document(paragraph(Role.TITLE, "关于整改的通报"), blank(), body(), *(blank() for _ in range(blanks)), *tail)


def signature(text: str = "中共示例市委员会", **changes: Any) -> Paragraph:
    return paragraph(Role.SIGNATURE, text, **changes)


def dated(text: str = "2022年8月16日", **changes: Any) -> Paragraph:
    return paragraph(Role.DATE_OF_ISSUE, text, **changes)


def test_a_sealed_signature_is_right() -> None:
    assert codes(PLACE, official()) == []


def test_an_unsealed_signature_is_right() -> None:
    assert codes(PLACE, ended(*unsealed())) == []


def test_a_sealed_signature_set_by_right_indents_is_right() -> None:
    tail = (signature(right_tw=1080, **RIGHT), dated(right_tw=1280, **RIGHT))
    assert codes(PLACE, ended(*tail, blanks=2)) == []


def test_an_unsealed_date_longer_than_its_name_is_right() -> None:
    tail = (signature("示例市委", right_tw=1900, **RIGHT), dated(right_tw=640, **RIGHT))
    assert codes(PLACE, ended(*tail)) == []


def test_a_sealed_name_too_long_to_stand_over_its_date_is_right() -> None:
    name = "中共示例市委巡视整改工作领导小组办公室综合协调组"
    assert codes(PLACE, ended(signature(name, right_tw=0, **RIGHT), dated(right_tw=2700, **RIGHT), blanks=2)) == []


@pytest.mark.parametrize(
    "tail",
    [
        (signature(), dated(right_tw=0, **RIGHT)),
        (signature(), dated(align="left", left_tw=0)),
        (signature(), dated(align="center", left_tw=0)),
        (signature(right_tw=0, **RIGHT), dated(right_tw=0, **RIGHT)),
        (signature(right_tw=640, **RIGHT), dated(right_tw=1280, **RIGHT)),
        unsealed(left_tw=UNSEALED_NAME_TW, auto_space=False),
        (signature(align="center", left_tw=0), dated(align="center", left_tw=0)),
    ],
)
def test_a_signature_that_fits_neither_clause_is_an_error(tail: tuple[Paragraph, ...]) -> None:
    [found] = findings(PLACE, ended(*tail, blanks=2))
    assert (found.code, found.severity) == ("7.3.5-signature-place", "error")


def test_a_centred_name_over_a_date_two_characters_from_the_right_is_a_warning() -> None:
    [found] = findings(PLACE, ended(signature(right_tw=440, **RIGHT), dated(right_tw=640, **RIGHT), blanks=2))
    assert found.severity == "warning"


@pytest.mark.parametrize("blanks", [0, 2])
def test_an_unsealed_signature_has_one_empty_line_above(blanks: int) -> None:
    assert codes(PLACE, ended(*unsealed(), blanks=blanks)) == ["7.3.5-signature-place"]


def test_an_empty_line_between_name_and_date_is_an_error() -> None:
    name, date = unsealed()
    assert codes(PLACE, ended(name, blank(), date)) == ["7.3.5-signature-place"]


@pytest.mark.parametrize(
    "date",
    [
        dated("\t\t\t2022年8月16日", align="left", left_tw=0),
        dated(align="distribute"),
        replace(dated(align="left", left_tw=0), cell=Cell(1, 1, 1)),
    ],
)
def test_a_place_that_the_file_does_not_tell_is_let_be(date: Paragraph) -> None:
    assert codes(PLACE, ended(signature(), date, blanks=2)) == []


def test_a_place_reached_by_typed_blanks_may_be_less_exact() -> None:
    typed = {"align": "left", "left_tw": 0}
    tail = (signature("　" * 17 + "中共示例市委员会", **typed), dated("　" * 19 + "2022年8月16日", **typed))
    assert codes(PLACE, ended(*tail)) == []


def test_a_date_set_by_tab_stops_is_measured() -> None:
    tail = [
        paragraph(role, f"\t{text}", align="left", left_tw=0, tabs=(TabStop(6400, "center"),))
        for role, text in ((Role.SIGNATURE, "中共示例市委员会"), (Role.DATE_OF_ISSUE, "2022年8月16日"))
    ]
    assert codes(PLACE, ended(*tail, blanks=2)) == []


def issued(*tail: Paragraph, mark: str = "中共示例市委员会文件", upward: bool = False) -> Document:
    number = "示例委〔2022〕15号" + ("　签发人：王示例" if upward else "")
    head = masthead(mark=paragraph(Role.ISSUER_MARK, mark), number=paragraph(Role.DOCUMENT_NUMBER, number))
    return document(
        *head, blank(), blank(), paragraph(Role.TITLE, "关于整改的通知"), blank(), body(), blank(), blank(), *tail
    )


def test_an_issued_document_without_date_is_an_error() -> None:
    [found] = findings(PLACE, issued(signature()))
    assert (found.severity, found.code) == ("error", "7.3.5-signature-place")


@pytest.mark.parametrize(("upward", "severity"), [(False, "warning"), (True, "error")])
def test_a_missing_signature_weighs_more_in_an_upward_document(upward: bool, severity: str) -> None:
    assert [found.severity for found in findings(PLACE, issued(dated(), upward=upward))] == [severity]


def test_a_date_above_the_signature_is_an_error() -> None:
    assert codes(PLACE, issued(dated(), signature())) == ["7.3.5-signature-place"]


@pytest.mark.parametrize("mark", ["示例市人民政府令", "中共示例市委常委会会议纪要"])
def test_orders_and_minutes_end_otherwise(mark: str) -> None:
    assert codes(PLACE, issued(mark=mark)) == []


def test_a_document_without_masthead_may_go_without_date() -> None:
    assert codes(PLACE, ended()) == []


def test_a_date_in_a_table_is_a_date() -> None:
    assert (
        codes(PLACE, issued(signature(), replace(paragraph(Role.TABLE_TEXT, "2022年8月16日"), cell=Cell(1, 1, 1))))
        == []
    )


@pytest.mark.parametrize("text", ["2022年8月16日", "1999年12月31日", "2024年2月29日", "XXXX年X月X日"])
def test_dates_written_in_full_are_right_and_gaps_left_to_fill_are_let_be(text: str) -> None:
    assert codes(FORM, ended(signature(), dated(text))) == []


@pytest.mark.parametrize(
    "text",
    [
        "二〇二二年七月二十九日", "2022-07-29", "2022.7.29", "2022/7/29", "2022年07月29日", "2022年7月09日", "2022年7月29号",
        "２０２２年７月２９日", "22年7月29日", "2022年2月30日", "2022年7月", "2022年7月29",
    ],
)  # fmt: skip
def test_dates_written_otherwise_are_an_error(text: str) -> None:
    assert codes(FORM, ended(signature(), dated(text))) == ["7.3.5.4-date-form"]


def test_a_date_that_no_role_tells_is_found_below_the_signature() -> None:
    assert codes(FORM, ended(signature(), paragraph(Role.OTHER, "2022-07-29"))) == ["7.3.5.4-date-form"]


def note(text: str = "（此件公开发布）", **changes: Any) -> Paragraph:
    return paragraph(Role.NOTE, text, **changes)


def test_a_note_in_brackets_below_the_date_is_right() -> None:
    assert codes(FORM, ended(signature(), dated(), note())) == []
    assert codes(FORM, ended(signature(), dated(), note(left_tw=640, first_tw=0))) == []


@pytest.mark.parametrize(
    "wrong", [note("(此件公开发布)"), note("此件公开发布"), note(first_tw=0), note(align="center")]
)
def test_a_note_without_full_width_brackets_or_indent_is_an_error(wrong: Paragraph) -> None:
    assert codes(FORM, ended(signature(), dated(), wrong)) == ["7.3.6-note"]


def test_a_note_above_the_date_or_below_an_empty_line_is_an_error() -> None:
    assert codes(FORM, ended(note(), signature(), dated())) == ["7.3.6-note"]
    assert codes(FORM, ended(signature(), dated(), blank(), note())) == ["7.3.6-note"]


def test_a_date_with_blanks_between_its_characters_is_a_warning() -> None:
    [found] = findings(FORM, ended(signature(), dated("2021 年 12 月 10 日")))
    assert (found.code, found.severity, found.measured) == ("7.3.5.4-date-form", "warning", "2021 年 12 月 10 日")
