import pytest

from reportgen.anatomy import Role
from reportgen.check.language.consistency import RULES
from tests.check.building import body, document, findings, paragraph
from tests.check.letters import letter, notice, told

INSPECTED = "2021年9月1日至9月30日，省委第七巡视组对示例市开展了巡视，2021年11月11日反馈了巡视意见。"


def test_a_right_document_agrees_with_itself() -> None:
    assert findings(RULES, letter(INSPECTED, "截至2022年7月29日，已完成18个。")) == []
    assert findings(RULES, notice()) == []
    assert findings(RULES, document()) == []


@pytest.mark.parametrize(
    ("title", "signed", "mark"),
    [
        ("中共示例市委员会关于整改的报告", ("中共示例市委",), "示例市委文件"),
        ("中共示例市委关于整改的报告", ("中国共产党示例市委员会",), "中共示例市委员会文件"),
        ("示例市人民政府办公室关于整改的报告", ("示例市政府办公室",), "示例市人民政府办公室文件"),
        (
            "中共示例市委员会\n示例市人民政府关于整改的报告",
            ("中共示例市委员会", "示例市人民政府"),
            "中共示例市委员会文件",
        ),
        ("中共示例市\n委员会关于整改的报告", ("中共示例市委员会",), "中共示例市委员会文件"),
        ("中共示例市财政局党组关于整改的报告", ("中共示例市财政局党组",), "示例市财政局文件"),
        ("关于整改的报告", ("中共示例市委员会",), "中 共 示 例 市 委 员 会 文 件"),
        ("中共示例市委员会关于整改的报告", ("中共示例市委员会（代章）",), "中共示例市委员会文件"),
        ("示例市2022年工作报告", ("示例市人民政府",), "示例市人民政府文件"),
        ("示例市财政局等八部门关于整改的通知", ("示例市审计局",), None),
    ],
)
def test_full_names_and_standard_short_forms_agree(title: str, signed: tuple[str, ...], mark: str | None) -> None:
    assert findings(RULES, letter(title=title, signed=signed, mark=mark)) == []


def test_a_title_and_a_signature_of_different_organs_are_one_error() -> None:
    found = findings(RULES, letter(signed=("中共示例市委办公室",)))
    assert [(one.code, one.severity, one.expected, one.measured) for one in found] == [
        ("R-B4", "error", "中共示例市委员会", "中共示例市委办公室")
    ]


def test_a_title_that_stands_alone_is_one_error() -> None:
    found = findings(RULES, letter(title="中共例示市委员会关于整改的报告"))
    assert [one.code for one in found if one.code == "R-B4"] == ["R-B4"]


def test_a_mark_that_agrees_with_neither_title_nor_signature_is_one_error() -> None:
    found = findings(RULES, letter(mark="中共模范市委员会文件"))
    assert [(one.code, one.measured) for one in found] == [("X1", "中共模范市委员会")]


@pytest.mark.parametrize("mark", ["示例市委常委会会议纪要", "示例市人民政府令", "内部明电"])
def test_marks_of_other_forms_are_left_alone(mark: str) -> None:
    assert told(RULES, "X1", letter(mark=mark)) == []


@pytest.mark.parametrize("slip", ["中共示例市委会", "中共例示市委员会", "中共示例市委委员会", "中共示示例市委员会"])
def test_a_slip_in_the_name_of_the_issuing_organ_is_an_error(slip: str) -> None:
    assert told(RULES, "X1", letter(f"{slip}召开会议。")) == [("error", slip)]


@pytest.mark.parametrize(
    "text",
    [
        "中共示例市委会议研究决定。",
        "中共唐山市委员会来访。",
        "中共示例市委员会召开会议。",
        "示例市委员会、中共示例市委。",
    ],
)
def test_other_organs_and_short_forms_are_no_slips(text: str) -> None:
    assert told(RULES, "X1", letter(text)) == []


def test_a_document_printed_before_it_was_issued_is_an_error() -> None:
    judged = letter(printed="中共示例市委办公室\t2022年7月28日印发")
    assert told(RULES, "X1", judged) == [("error", "2022年7月28日")]


def test_chinese_numerals_in_the_date_of_issue_are_read() -> None:
    assert told(RULES, "X1", letter(day="二〇二二年七月三十日")) == [("error", "2022年7月29日")]
    assert told(RULES, "X1", letter(day="二〇二二年七月二十九日")) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("2022年11月11日，省委第七巡视组反馈了巡视意见。", "2022年11月11日"),
        ("截至2022年8月16日，反馈的28个问题中，已完成18个。", "2022年8月16日"),
        ("整改状态：已完成（2022年8月25日完成）。", "2022年8月25日"),
        ("2021年9月30日至2021年9月1日开展巡视。", "2021年9月30日至2021年9月1日"),
        (INSPECTED.replace("11月11日", "8月11日"), "2021年8月11日"),
    ],
)
def test_dates_out_of_order_are_an_error(text: str, wrong: str) -> None:
    assert told(RULES, "X1", letter(text)) == [("error", wrong)]


def test_a_period_over_the_new_year_names_both_years() -> None:
    assert [severity for severity, _ in told(RULES, "X1", letter("2021年12月20日至1月10日开展督查。"))] == ["warning"]
    assert told(RULES, "X1", letter("2021年12月20日至2022年1月10日开展督查。")) == []


@pytest.mark.parametrize(
    "text",
    [
        "截至2025年12月31日，力争完成全部任务。",
        "2022年12月31日前反馈整改意见。",
        "拟于2022年9月1日向巡视组反馈有关情况。",
        "整改时限：2022年9月30日。",
        "有效期自2022年1月1日至2026年12月31日。",
        "2021年13月1日至2021年9月40日。",
    ],
)
def test_dates_still_to_come_are_right(text: str) -> None:
    assert told(RULES, "X1", letter(text)) == []


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("按照《条例》开展整改。", "根据《中国共产党巡视工作条例》（以下简称《条例》），结合实际整改。"),
        ("由市整改办负责。", "市委巡视整改领导小组办公室（以下简称“市整改办”）负责日常工作。"),
    ],
)
def test_a_short_form_before_its_declaration_is_a_warning(first: str, then: str) -> None:
    assert [severity for severity, _ in told(RULES, "X1", letter(first, then))] == ["warning"]
    assert told(RULES, "X1", letter(then, first)) == []


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("党建工作领导小组研究。", "市委巡视整改工作领导小组（以下简称领导小组）负责。"),
        ("维护用人单位权益。", "各类企业（以下统称用人单位）依法用工。"),
        ("市国资公司召开会议。", "示例市建设投资有限公司（以下简称公司）。"),
        ("省整改办指导。", "示例省示例市委整改办公室（以下简称市整改办）。"),
    ],
)
def test_words_that_may_mean_something_else_are_no_short_forms(first: str, then: str) -> None:
    assert told(RULES, "X1", letter(first, then)) == []


def test_what_follows_the_date_of_issue_is_another_document() -> None:
    plan = (paragraph(Role.TITLE, "中共模范市委员会关于整改的方案"), body("截至2023年7月29日，已完成18个。"))
    assert findings(RULES, letter(after=plan)) == []
