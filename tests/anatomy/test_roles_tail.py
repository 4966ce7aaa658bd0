"""What ends a text: 附件说明, 署名, 成文日期, 附注; attachments; the imprint."""

import pytest

from reportgen.anatomy.model import Cell, Drawing, Paragraph, Role, Table
from tests.anatomy.lines import FANG, HEI, LINED, body, date, line, mark, number, recipients, roles, signature, title

START = (mark(), number(), title(), recipients(), body(), body())


def tail(*paragraphs: Paragraph, **parts: object) -> list[Role]:
    """The roles of what follows a text."""
    return roles(*START, *paragraphs, **parts)[len(START) :]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "written",
    [
        "2022年7月29日",
        "二〇二二年七月二十九日",
        "二○二二年七月二十九日",
        "2022年07月29日",
        "2022 年 7 月 29 日",
        "２０２２年７月２９日",
        "2022年7月29号",
        "2022.7.29",
        "2022-07-29",
        "2022/7/29",
        "2022年7月29日。",
        "2022年7月  日",
        "2022年7月",
        "22年7月29日",
    ],
)
def test_a_date_of_issue_is_known_however_it_is_written(written: str) -> None:
    assert tail(signature(), date(written)) == [Role.SIGNATURE, Role.DATE_OF_ISSUE]


@pytest.mark.parametrize("place", [{"align": "right", "left": 0}, {"align": "left", "left": 0}, {"left": 0}])
def test_signature_and_date_are_known_in_the_wrong_place(place: dict[str, object]) -> None:
    assert tail(signature(**place), date(**place)) == [Role.SIGNATURE, Role.DATE_OF_ISSUE]


def test_joint_issuers_sign_one_below_the_other() -> None:
    found = tail(signature("中共示例市委办公室"), signature("示例市人民政府办公室"), date())
    assert found == [Role.SIGNATURE, Role.SIGNATURE, Role.DATE_OF_ISSUE]


def test_a_signature_is_known_without_a_date() -> None:
    assert tail(line("示例市人民政府", align="right")) == [Role.SIGNATURE]


def test_a_date_above_the_signature_is_known() -> None:
    assert tail(date(), signature()) == [Role.DATE_OF_ISSUE, Role.SIGNATURE]


def test_signatures_may_stand_in_a_table_without_lines() -> None:
    cells = [line("示例市人民政府", cell=Cell(1, 1, 2)), line("2022年3月1日", cell=Cell(1, 2, 2))]
    assert tail(*cells, tables=[Table(1, 2, 2, {})]) == [Role.SIGNATURE, Role.DATE_OF_ISSUE]


@pytest.mark.parametrize("closing", ["特此报告", "请认真贯彻执行", "妥否，请批示", "联系电话：0000-1234567"])
def test_the_last_line_of_the_text_is_no_signature(closing: str) -> None:
    assert tail(line(closing, first=640), date())[0] is Role.BODY


def test_a_date_within_the_text_is_no_date_of_issue() -> None:
    assert tail(line("2022年7月29日", first=640), body(), body())[0] is Role.BODY


@pytest.mark.parametrize(
    "written",
    [
        "附件：1.任务清单",
        "附件:1.任务清单",
        "附件：1、任务清单",
        "附 件：1.任务清单",
        "附件1.任务清单",
        "附件：任务清单。",
    ],
)
def test_a_note_of_attachments_is_known_however_it_is_written(written: str) -> None:
    assert tail(line(written, first=640), signature(), date())[0] is Role.ATTACHMENT_NOTE


def test_a_list_of_attachments_goes_on_by_its_numbers() -> None:
    found = tail(line("附件：1.任务清单"), line("2．责任清单"), line("问题清单", label="3."), signature(), date())
    assert found == [Role.ATTACHMENT_NOTE] * 3 + [Role.SIGNATURE, Role.DATE_OF_ISSUE]


def test_a_list_may_stand_below_the_word_attachments() -> None:
    found = tail(line("附件："), line("任务清单", label="1."), line("责任清单", label="2."), signature(), date())
    assert found[:3] == [Role.ATTACHMENT_NOTE] * 3


@pytest.mark.parametrize(
    "written", ["（此件公开发布）", "(此件公开发布)", "此件公开发布", "（联系人：王某；电话：0000-1234567"]
)
def test_a_note_below_the_date_is_known(written: str) -> None:
    assert tail(signature(), date(), line(written, first=640))[2] is Role.NOTE


@pytest.mark.parametrize("written", ["附件1", "附件", "附件：", "附件 1", "附件一", "附件1："])
@pytest.mark.parametrize("face", [HEI, FANG])
@pytest.mark.parametrize("page_break", [True, False])
def test_the_label_of_an_attachment_is_known(written: str, face: str, page_break: bool) -> None:
    attachment = (line(written, face=face, page_break=page_break), line(), title("任务清单"), body())
    assert tail(signature(), date(), *attachment)[2:] == [
        Role.ATTACHMENT_LABEL, Role.BLANK, Role.ATTACHMENT_TITLE, Role.BODY,
    ]  # fmt: skip


def test_the_title_of_an_attachment_is_known_in_the_wrong_type() -> None:
    found = tail(signature(), date(), line("附件", face=HEI, page_break=True), line("任务清单"), body())
    assert found[3] is Role.ATTACHMENT_TITLE


def test_an_attachment_without_its_label_is_known_by_the_name_that_the_note_gives() -> None:
    note = line("附件：示例市任务清单", first=640)
    found = tail(note, signature(), date(), title("示例市任务清单", page_break=True), body())
    assert found[3] is Role.ATTACHMENT_TITLE


def test_headings_in_an_attachment_are_headings() -> None:
    found = tail(signature(), date(), line("附件", page_break=True), title("实施细则"), line("一、总则", face=HEI))
    assert found[-1] is Role.HEADING_1


COPIES = "抄送：市委办公室，市人大常委会办公室。"
PRINTED = "示例市人民政府办公室\t2022年3月2日印发"


def test_an_imprint_may_be_paragraphs_with_borders() -> None:
    found = tail(signature(), date(), line(COPIES, pt=14, border=("top", "000000")), line(PRINTED, pt=14))
    assert found[2:] == [Role.COPIES, Role.PRINTED]


def test_an_imprint_may_be_a_table_with_lines() -> None:
    table = Table(1, 2, 2, {}, borders=LINED)
    cells = [line(COPIES, cell=Cell(1, 1, 1)), line("示例市人民政府办公室", cell=Cell(1, 2, 1))]
    found = tail(signature(), date(), *cells, line("2022年3月2日印发", cell=Cell(1, 2, 2)), tables=[table])
    assert found[2:] == [Role.COPIES, Role.PRINTED, Role.PRINTED]


def test_an_imprint_may_stand_in_a_text_box() -> None:
    boxed = [line(COPIES, pt=14, box=1), line(PRINTED, pt=14, box=1)]
    found = tail(signature(), date(), line(), *boxed, drawings=[Drawing(1, "textbox", len(START) + 3)])
    assert found[2:] == [Role.BLANK, Role.COPIES, Role.PRINTED]


@pytest.mark.parametrize("written", ["抄送:市委办公室。", "抄送市委办公室，市政协办公室。", "抄报：市委办公室"])
def test_copies_are_known_without_the_right_colon(written: str) -> None:
    assert tail(signature(), date(), line(written, pt=14), line(PRINTED, pt=14))[2] is Role.COPIES


def test_printed_is_known_without_its_word() -> None:
    last = line("示例市人民政府办公室　　　2022年3月2日", pt=14)
    assert tail(signature(), date(), line(COPIES, pt=14), last)[3] is Role.PRINTED
    assert tail(signature(), date(), last)[2] is Role.PRINTED


def test_addressees_moved_to_the_imprint_are_known() -> None:
    moved = line("主送：各县（市、区）人民政府，市政府各部门。", pt=14)
    assert tail(signature(), date(), moved, line(COPIES, pt=14))[2] is Role.IMPRINT_RECIPIENTS


def test_an_imprint_before_the_attachments_is_known() -> None:
    found = tail(
        signature(), date(), line(COPIES, pt=14), line(PRINTED, pt=14), line("附件", page_break=True), title("清单")
    )
    assert found[2:] == [Role.COPIES, Role.PRINTED, Role.ATTACHMENT_LABEL, Role.ATTACHMENT_TITLE]


def test_copies_wrongly_before_the_signature_do_not_swallow_it() -> None:
    found = tail(line(COPIES, pt=14), signature(), date())
    assert found == [Role.COPIES, Role.SIGNATURE, Role.DATE_OF_ISSUE]
