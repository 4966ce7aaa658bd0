"""Whole documents, what is outside their text, and strange ones."""

from dataclasses import replace

import pytest

from reportgen.anatomy.formats import Run
from reportgen.anatomy.model import Cell, Document, Drawing, Paragraph, Role, Settings, Table
from reportgen.anatomy.roles import assign
from tests.anatomy.lines import (
    HEI,
    KAI,
    LINED,
    PAGE_WIDE,
    SONG,
    assigned,
    body,
    date,
    document,
    letters,
    line,
    mark,
    number,
    recipients,
    roles,
    signature,
    title,
)

WHOLE = (
    (mark(), Role.ISSUER_MARK),
    (line(), Role.BLANK),
    (number(), Role.DOCUMENT_NUMBER),
    (line(), Role.BLANK),
    (title(), Role.TITLE),
    (line(), Role.BLANK),
    (recipients(), Role.RECIPIENTS),
    (body(), Role.BODY),
    (line("一、总体要求", face=HEI, first=640), Role.HEADING_1),
    (line("（一）指导思想", face=KAI, first=640), Role.HEADING_2),
    (body(), Role.BODY),
    (line("1.加强领导", first=640), Role.HEADING_3),
    (body(), Role.BODY),
    (line("附件：任务清单", first=640), Role.ATTACHMENT_NOTE),
    (signature(), Role.SIGNATURE),
    (date(), Role.DATE_OF_ISSUE),
    (line("（此件公开发布）", first=640), Role.NOTE),
    (line("附件", face=HEI, page_break=True), Role.ATTACHMENT_LABEL),
    (title("任务清单"), Role.ATTACHMENT_TITLE),
    (body(), Role.BODY),
    (line("抄送：市委办公室。", pt=14), Role.COPIES),
    (line("示例市人民政府办公室　2022年3月2日印发", pt=14), Role.PRINTED),
)
EXPECTED = [role for _, role in WHOLE]


def test_every_part_of_a_document_is_known() -> None:
    assert roles(*(paragraph for paragraph, _ in WHOLE)) == EXPECTED


@pytest.mark.parametrize(
    "wrong", [{"size_half_pt": 32}, {"color": "auto"}, {"bold": True}], ids=["size", "colour", "bold"]
)
def test_parts_are_known_where_all_text_looks_alike(wrong: dict[str, object]) -> None:
    alike = [
        replace(each, runs=tuple(replace(run, letters=replace(run.letters, **wrong)) for run in each.runs))  # type: ignore[arg-type]
        for each, _ in WHOLE
    ]
    assert roles(*alike) == EXPECTED


def test_parts_are_known_where_all_text_has_one_face() -> None:
    faces = letters(SONG).faces
    alike = [
        replace(each, runs=tuple(replace(run, letters=replace(run.letters, faces=faces)) for run in each.runs))
        for each, _ in WHOLE
    ]
    assert roles(*alike) == EXPECTED


def test_parts_are_known_where_everything_is_flush_left() -> None:
    flush = [replace(each, shape=replace(each.shape, align="left", left_tw=0, first_tw=0)) for each, _ in WHOLE]
    assert roles(*flush) == EXPECTED


@pytest.mark.parametrize("dropped", [at for at, role in enumerate(EXPECTED) if role is not Role.BLANK])
def test_a_missing_part_does_not_hide_the_others(dropped: int) -> None:
    left = [each for at, (each, _) in enumerate(WHOLE) if at != dropped]
    assert roles(*left) == EXPECTED[:dropped] + EXPECTED[dropped + 1 :]


def test_a_style_of_a_part_on_other_text_is_not_believed() -> None:
    text = body().text * 2
    found = roles(
        title(), recipients(), line(text, style="主送机关"), line(text, style="成文日期"), line(text, style="heading 1")
    )
    assert found[2:] == [Role.BODY] * 3


def cells(*rows: tuple[str, ...], face: str = HEI) -> list[Paragraph]:
    return [
        line(text, cell=Cell(1, row, column), face=face if row == 1 else "仿宋_GB2312", pt=10.5)
        for row, texts in enumerate(rows, 1)
        for column, text in enumerate(texts, 1)
    ]


def test_rows_that_repeat_head_a_table() -> None:
    found = roles(*cells(("甲", "乙"), ("1", "")), tables=[Table(1, 2, 2, {}, borders=LINED, header_rows=1)])
    assert found == [Role.TABLE_HEAD, Role.TABLE_HEAD, Role.TABLE_TEXT, Role.BLANK]


def test_a_first_row_that_looks_like_it_heads_a_table() -> None:
    rows = (("序号", "责任单位", "完成时限"), ("1", "市财政局", "2022年5月31日"))
    found = roles(*cells(*rows), tables=[Table(1, 2, 3, {}, borders=LINED)])
    assert found == [Role.TABLE_HEAD] * 3 + [Role.TABLE_TEXT] * 3


def test_a_form_has_no_head() -> None:
    rows = (("项目名称", "示例市污水处理厂扩建工程（二期）"), ("项目类型", "新建"))
    found = roles(*cells(*rows, face="仿宋_GB2312"), tables=[Table(1, 2, 2, {}, borders=LINED)])
    assert found == [Role.TABLE_TEXT] * 4


def test_a_picture_without_text_is_no_blank_line() -> None:
    found = roles(title(), body(), line(), line(), drawings=[Drawing(1, "picture", 3, inline=True)])
    assert found[2:] == [Role.OTHER, Role.BLANK]


def test_text_in_a_drawing_is_judged_by_no_rule() -> None:
    assert roles(title(), body(), line("市委", box=1), drawings=[Drawing(1, "textbox", 2)])[2] is Role.OTHER


def footer(*runs: Run) -> Paragraph:
    return replace(line(), runs=runs, text="".join(run.text for run in runs), story="页脚", part="word/footer1.xml")


@pytest.mark.parametrize(
    "paragraph",
    [
        footer(Run("— ", letters()), Run("1", letters(), field="PAGE"), Run(" —", letters())),
        footer(Run("", letters(), field=" PAGE \\* MERGEFORMAT ")),
        footer(Run("— 1 —", letters())),
        footer(Run("-12-", letters())),
        footer(Run("1", letters())),
        footer(Run("第1页 共3页", letters())),
        footer(Run("—  —", letters())),
    ],
)
def test_a_page_number_is_a_field_or_digits(paragraph: Paragraph) -> None:
    section = replace(PAGE_WIDE, footers={"default": (paragraph,)})
    found = assign(document(body(), sections=(section,)))
    assert found.sections[0].footers["default"][0].role is Role.PAGE_NUMBER


def test_other_text_outside_the_body_has_the_role_of_its_place() -> None:
    head = replace(line("内部资料"), story="页眉", part="word/header1.xml")
    section = replace(PAGE_WIDE, headers={"default": (head,)}, footers={"default": (footer(Run("示例市", letters())),)})
    notes = (
        replace(line("见附件"), story="脚注", part="word/footnotes.xml"),
        replace(line("改"), story="批注", part="c"),
    )
    found = assign(document(body(), sections=(section,), others=notes))
    assert found.sections[0].headers["default"][0].role is Role.HEADER
    assert found.sections[0].footers["default"][0].role is Role.FOOTER
    assert [each.role for each in found.others] == [Role.FOOTNOTE, Role.OTHER]


def test_digits_between_dashes_typed_into_the_text_are_a_page_number() -> None:
    assert roles(title(), body(), line("— 3 —", align="center"), body())[2] is Role.PAGE_NUMBER


def test_a_document_without_anything_stays_so() -> None:
    empty = Document("空.docx", (), (), (), (), (), Settings(), {})
    assert assign(empty) == empty


def test_a_paragraph_of_a_section_or_table_that_is_not_there_is_no_fault() -> None:
    found = assigned(line("正文。", section=7), line("格", cell=Cell(9, 1, 1)), line("框", box=5))
    assert found.paragraphs[1].role is Role.TABLE_TEXT


def test_only_a_table_is_no_fault() -> None:
    assert roles(*cells(("甲", "乙"), ("丙", "丁")), tables=[Table(1, 2, 2, {}, borders=LINED)])[3] is Role.TABLE_TEXT


@pytest.mark.parametrize(
    "text", ["附件：1.清单", "2022年3月1日", "抄送：市委。", "示例市人民政府", "（一）要求", "（" * 60]
)
def test_ten_thousand_paragraphs_are_no_fault(text: str) -> None:
    assert len(roles(*[line(text)] * 10_000)) == 10_000
