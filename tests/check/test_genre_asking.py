import pytest

from reportgen.anatomy import Role
from reportgen.check.language.asking import RULES
from tests.check.building import body, document, findings, paragraph
from tests.check.letters import letter, notice, told


@pytest.mark.parametrize(
    "text",
    [
        "妥否，请批示。",
        "当否，请予批复。",
        "以上报告如无不妥，请批转各地执行。",
        "请予批准。",
        "为此，恳请给予支持。",
        "整改经费缺口较大，恳请省委给予支持。",
        "请省委协调解决示例港体制问题。",
        "请求省委批准示例市调整整改时限。",
        "希望省委加大对示例市的资金支持力度。",
        "现请上级部门尽快批复体制改革方案。",
        "下一步，市委将继续整改。请予审批。",
    ],
)
def test_a_report_that_asks_its_reader_is_an_error(text: str) -> None:
    assert [severity for severity, _ in told(RULES, "R-B2", letter("整改进展情况报告如下。", text))] == ["error"]


@pytest.mark.parametrize(
    "text",
    [
        "特此报告。",
        "以上报告，请审阅。",
        "临海新区体制改革方案已按程序报请省委批准后实施。",
        "方案已提请省委审批，批复后即组织实施。",
        "经市委批准，成立8个专项整改组。",
        "落实重大事项请示报告制度，坚持请示、批准程序。",
        "市财政局申请专项资金支持，邀请专家解决技术难题。",
        "关于“请求支持多、自身努力少”问题。",
        "各责任单位向市委书面请示，市委同意后实施。",
        "提请市委常委会审定，聘请第三方帮助评估。",
        "干部请假审批制度进一步完善。",
        "得到省委大力支持，解决了一批历史遗留问题。",
        "请各责任单位予以支持。",
        "群众希望解决的问题已经解决。",
        "要求被巡察单位一并解决类似问题。",
    ],
)
def test_a_report_may_tell_of_requests(text: str) -> None:
    assert told(RULES, "R-B2", letter("整改进展情况报告如下。", text)) == []


def test_other_kinds_may_ask() -> None:
    assert told(RULES, "R-B2", notice("请予支持。")) == []
    assert told(RULES, "R-B2", letter("妥否，请批示。", title="关于整改经费的请示")) == []


def test_a_form_among_the_attachments_may_ask() -> None:
    attached = (paragraph(Role.ATTACHMENT_LABEL, "附件"), body("妥否，请批示。"))
    assert told(RULES, "R-B2", letter("整改进展情况报告如下。", after=attached)) == []


def test_the_place_shows_the_request() -> None:
    found = findings(RULES, letter("整改进展情况报告如下。", "以上报告妥否，请批示。"))
    assert "妥否，请批示" in (found[0].place.text or "")


def test_a_report_that_is_addressed_to_nobody_is_left_alone() -> None:
    title, text = paragraph(Role.TITLE, "政府工作报告"), body("请予审议，请予批准。")
    assert findings(RULES, document(title, text)) == []
