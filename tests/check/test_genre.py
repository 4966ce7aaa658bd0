import pytest

from reportgen.anatomy import Role
from reportgen.check.language.genre import RULES
from tests.check.building import document, findings, paragraph
from tests.check.letters import END, TEXT, letter, notice, told


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("中共示例市委员会落实省委巡视反馈意见整改方案", "方案"),
        ("中共示例市委员会关于巡视整改工作的总结", "总结"),
        ("巡视反馈问题清单", "清单"),
        ("巡视整改台账", "台账"),
        ("示例市2022年工作要点（试行）", "要点"),
        ("关于巡视整改进展情况的汇报", "汇报"),
    ],
)
def test_a_plan_or_list_under_a_masthead_is_no_official_kind(title: str, word: str) -> None:
    assert told(RULES, "R-B1", letter(title=title)) == [("error", word)]


def test_a_title_without_any_kind_is_a_warning() -> None:
    assert [severity for severity, _ in told(RULES, "R-B1", letter(title="关于巡视整改进展"))] == ["warning"]


@pytest.mark.parametrize(
    "title",
    [
        "中共示例市委员会关于印发《示例市落实省委巡视反馈意见整改方案》的通知",
        "中共示例市委员会关于巡视整改进展情况的通报",
        "关于同意示例市整改方案的批复",
        "示例市人民政府令",
        "关于商请协助核实有关问题的函",
        "中共示例市委员会关于加强整改工作的意见（试行）",
        "示例市巡视整改工作管理办法",
        "中共示例市委员会关于巡视整改进展情况的报告。",
    ],
)
def test_an_official_kind_at_the_end_of_the_title_is_right(title: str) -> None:
    assert told(RULES, "R-B1", notice(title=title)) == []


def test_a_plan_without_masthead_or_among_the_attachments_is_right() -> None:
    plan = document(paragraph(Role.TITLE, "示例市落实省委巡视反馈意见整改方案"))
    attached = (paragraph(Role.ATTACHMENT_LABEL, "附件"), paragraph(Role.ATTACHMENT_TITLE, "整改方案"))
    assert findings(RULES, plan) == []
    assert told(RULES, "R-B1", letter(after=attached)) == []


def test_minutes_bear_their_kind_in_the_mark() -> None:
    assert told(RULES, "R-B1", letter(mark="示例市委常委会会议纪要", title="研究巡视整改工作")) == []


@pytest.mark.parametrize("title", ["关于解决整改经费的请示报告", "关于整改工作的报告请示", "关于增加经费请示的报告"])
def test_a_request_and_a_report_in_one_title_are_an_error(title: str) -> None:
    assert [severity for severity, _ in told(RULES, "X2", letter(title=title))] == ["error"]


def test_a_report_that_is_titled_as_a_request_is_an_error() -> None:
    assert told(RULES, "X2", letter(title="关于申请拨付整改经费的报告")) == [("error", "报告")]


@pytest.mark.parametrize(
    "title", ["关于执行重大事项请示报告制度情况的报告", "关于落实请示报告制度的通知", "关于贯彻《请示报告条例》的意见"]
)
def test_the_system_of_requests_and_reports_may_be_the_subject(title: str) -> None:
    assert told(RULES, "X2", letter("有关情况说明。", title=title)) == []


@pytest.mark.parametrize(
    ("title", "text", "phrase"),
    [
        ("关于巡视整改进展情况的通报", "现将整改进展情况报告如下。", "报告如下"),
        ("关于巡视整改进展情况的报告", "现将整改进展情况通报如下。", "通报如下"),
        ("关于做好整改工作的通知", "特此报告。", "特此报告"),
        ("关于增加经费的请示", "特此报告。妥否，请批示。", "特此报告"),
    ],
)
def test_words_of_another_kind_are_a_warning(title: str, text: str, phrase: str) -> None:
    assert told(RULES, "X2", letter(text, title=title)) == [("warning", phrase)]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("关于巡视整改进展情况的报告", "现将整改进展情况报告如下。"),
        ("关于巡视整改进展情况的报告", "特此报告。"),
        ("关于同意整改方案的批复", "特此函复。"),
        ("关于商请协助的函", "特此函达。"),
        ("关于加强整改工作的意见", "现将有关要求通知如下。"),
        ("关于转发上级通知的通知", "上级《关于整改情况的报告》已印发，现就有关事项通知如下。"),
        ("关于巡视整改进展情况的报告", "市委印发文件，要求“现将情况通报如下”的说法一律改正。"),
    ],
)
def test_words_that_fit_the_kind_are_right(title: str, text: str) -> None:
    assert told(RULES, "X2", letter(text, title=title)) == []


def test_a_request_for_several_matters_is_a_warning() -> None:
    judged = letter("拟增加经费、人员。", "以上两个事项，请一并予以批复。", title="关于整改经费和人员的请示")
    assert [severity for severity, _ in told(RULES, "X2", judged)] == ["warning"]


def test_a_request_for_one_matter_is_right() -> None:
    assert told(RULES, "X2", letter("拟增加经费50万元。", "妥否，请批示。", title="关于整改经费的请示")) == []


def test_a_report_without_its_usual_ending_is_only_remarked() -> None:
    found = findings(RULES, letter("整改工作已经完成。"))
    assert [(one.code, one.severity) for one in found] == [("X2", "info")]
    assert findings(RULES, letter(TEXT, END)) == []


def test_an_empty_document_has_no_kind() -> None:
    assert findings(RULES, document()) == []
