import pytest

from reportgen.anatomy import Role
from reportgen.check.language.routing import RULES
from tests.check.building import body, document, findings, paragraph
from tests.check.letters import letter, notice, told


def test_a_right_report_goes_its_way() -> None:
    assert findings(RULES, letter()) == []
    assert findings(RULES, notice()) == []
    assert findings(RULES, document()) == []


@pytest.mark.parametrize("number", ["示委〔2022〕15号", "示委〔2022〕15号\t签发人："])
def test_an_upward_document_without_signatory_is_an_error(number: str) -> None:
    assert [severity for severity, _ in told(RULES, "R-B3", letter(number=number))] == ["error"]


def test_the_signatory_may_stand_in_a_paragraph_of_its_own() -> None:
    judged = letter(number="示委〔2022〕15号", before=(paragraph(Role.SIGNATORY, "签 发 人：张三"),))
    assert told(RULES, "R-B3", judged) == []


def test_a_notification_needs_no_signatory() -> None:
    assert told(RULES, "R-B3", notice()) == []


def test_a_report_without_masthead_is_left_alone() -> None:
    assert told(RULES, "R-B3", letter(mark=None, number=None)) == []


@pytest.mark.parametrize("to", ["省委、省政府：", "省委组织部、省纪委监委：", "中共示例省委员会，省委组织部："])
def test_two_addressees_of_an_upward_document_are_a_warning(to: str) -> None:
    assert told(RULES, "R-B3", letter(to=to)) == [("warning", "2个")]


@pytest.mark.parametrize(
    "to", ["省住房和城乡建设厅：", "省委巡视工作领导小组（省委巡视办、省委巡视组）：", "中共示例省委员会："]
)
def test_one_addressee_is_right_whatever_its_name(to: str) -> None:
    assert told(RULES, "R-B3", letter(to=to)) == []


def test_an_upward_document_without_addressee_is_a_warning() -> None:
    assert told(RULES, "R-B3", letter(to=None)) == [("warning", "没有")]


@pytest.mark.parametrize(
    "copies", ["抄送：省委组织部，各县（市、区）委。", "抄送：市直各单位。", "抄送：各乡镇党委、下属单位。"]
)
def test_a_copy_to_subordinates_is_an_error(copies: str) -> None:
    assert told(RULES, "R-B3", letter(copies=copies))[0][0] == "error"


def test_a_notification_may_be_copied_to_subordinates() -> None:
    assert told(RULES, "R-B3", notice(copies="抄送：市直各单位。")) == []


def test_a_public_announcement_with_classification_is_an_error() -> None:
    secret = (paragraph(Role.COPY_NUMBER, "000012"), paragraph(Role.CLASSIFICATION, "秘密★1年"))
    judged = letter("有关事项公告如下。", title="示例市人民政府公告", before=secret)
    assert told(RULES, "R-B5", judged) == [("error", "000012"), ("error", "秘密★1年")]


def test_a_note_that_it_is_public_contradicts_a_classification() -> None:
    judged = notice(before=(paragraph(Role.CLASSIFICATION, "机密"),), after=(paragraph(Role.NOTE, "（此件公开发布）"),))
    assert told(RULES, "R-B5", judged) == [("error", "机密")]


def test_where_the_audience_is_unknown_a_classification_is_no_matter() -> None:
    secret = (paragraph(Role.CLASSIFICATION, "秘密★1年"),)
    assert told(RULES, "R-B5", letter(before=secret)) == []
    assert told(RULES, "R-B5", letter(title="关于整改情况的通报", before=secret)) == []


@pytest.mark.parametrize(
    ("to", "copies"),
    [
        ("中共示例省委员会：", "抄送：省委组织部，示例省委。"),
        ("省委：", "抄送：省委组织部、省纪委监委机关、省委组织部。"),
        ("各县（市、区）委，市委组织部，市委组织部：", "抄送：省委。"),
    ],
)
def test_an_organ_that_is_addressed_twice_is_a_warning(to: str, copies: str) -> None:
    assert told(RULES, "R-B6", notice(to=to, copies=copies)) == [("warning", "2次")]


@pytest.mark.parametrize(
    "copies",
    [
        "抄送：省委、省委办公厅、省委组织部。",
        "抄送：市纪委、市监委，市人大常委会、市政协。",
        "抄送：省委巡视办，省委第七巡视组。",
    ],
)
def test_different_organs_of_one_house_are_not_the_same(copies: str) -> None:
    assert told(RULES, "R-B6", notice(copies=copies)) == []


@pytest.mark.parametrize("to", ["王书记：", "示例省委王某同志：", "李省长：", "省委书记："])
def test_a_report_to_a_person_is_an_error(to: str) -> None:
    assert [severity for severity, _ in told(RULES, "R-B7", letter(to=to))] == ["error"]


@pytest.mark.parametrize("to", ["省委办公厅：", "中共中央书记处：", "省委巡视工作领导小组：", "省政协主席会议："])
def test_a_report_to_an_organ_is_right(to: str) -> None:
    assert told(RULES, "R-B7", letter(to=to)) == []


def test_a_letter_may_go_to_a_person() -> None:
    assert told(RULES, "R-B7", letter(body("有关情况函告如下。"), title="关于邀请出席会议的函", to="王主任：")) == []
