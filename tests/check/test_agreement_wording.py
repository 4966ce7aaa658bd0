"""What counts as saying something of the ledger's matters, in words that no template wrote."""

from dataclasses import replace
from functools import cache

import pytest

from reportgen.check.agreement import RULES, agreement
from reportgen.model import Activities, Ledger
from tests.check.agreement_papers import codes, found_in, sample_ledger, written


@cache
def _ledger() -> Ledger:
    return sample_ledger()


RIGHT = [
    "反馈的4个方面28个问题已全部认领，制定具体措施89条。",
    "四个方面二十八个问题，逐条制定整改措施。",
    "截至目前，28个问题已完成整改18个，完成率64.3%。",
    "28个问题中，完成和基本完成21个，完成率（含基本完成）75%。",
    "“新发现问题”方面6个问题中，已完成1个。",
    "挽回经济损失315万元，清退资金46.85万元。",
    "２８个问题中，已完成 18 个。",
    "截至2022年5月11日，28个问题已完成15个；截至2022年7月29日，已完成18个。",
    "2021年9月1日至9月30日，省委第七巡视组对示例市开展巡视，11月11日反馈意见。",
]
OTHER_MATTERS = [
    "省委巡视反馈的5个立行立改问题已全部完成。",
    "选人用人专项检查反馈的3个方面9个问题，已完成整改7个。",
    "意识形态责任制专项检查指出的6个问题，已完成5个，正在整改1个。",
    "市委办公室牵头的5个问题，已完成4个，正在整改1个。",
    "全市实施重点项目126个，已完成98个，正在建设28个，项目完成率77.8%。",
    "从4个方面30类突出问题入手开展集中整治。",
    "上一轮巡视反馈的35个问题已完成34个。",
    "2022年以来，市委常委会12次研究生态环境工作。",
    "出台人才制度3项。",
    "全市共查处形式主义问题56起，处分73人，组织处理12人。",
    "追缴土地出让金1.2亿元。",
    "近30个问题得到解决，28个问题余下的逐项推进。",
    "截至2021年12月31日，全市地区生产总值4710亿元。",
    "上一轮省委第三巡视组于2018年9月1日至9月30日开展了巡视。",
    "2021年11月15日，市委常委会传达巡视反馈意见。",
    "市税务局、市统计局、县财政局参加，会同市委办、市发改委等单位。",
    "市委组织各部门、市财政局市民政局分头落实。",
    "追缴、清退资金175.25万元。",
    "专题民主生活会查摆问题41个，制定整改措施53条。",
    "梳理出12个问题，制定措施36条。",
    "1.关于“营商环境”问题。已完成。",
    "（一）关于“营商环境优化”方面",
    "党的十八大以来，处理问题线索300件，处分450人。",
    "全市纪检监察机关共立案120件，党纪政务处分98人，留置2人。",
    "问题整改完成率100%的县有5个。",
    "第一批反馈的12个问题已完成10个。",
    "全市各级党组织制定整改措施1260条。",
    "2.乡镇专项整改组。组长：乡镇党委书记；牵头单位：各乡镇党委。",
    "",
]


@pytest.mark.parametrize("text", RIGHT + OTHER_MATTERS)
def test_what_is_right_or_of_something_else_is_left_alone(text: str) -> None:
    assert found_in(written(text), _ledger()) == []


WRONG = [
    ("反馈的4个方面27个问题已全部认领。", "A-count"),
    ("四个方面二十九个问题，逐条制定整改措施。", "A-count"),
    ("制定具体整改措施88条。", "A-count"),
    ("28个问题已完成整改17个。", "A-count"),
    ("28个问题中，整改完成率60.7%。", "A-rate"),
    ("先后召开市委常委会6次、书记专题会17次。", "A-count"),
    ("办结问题线索13件。", "A-count"),
    ("处置移交线索，给予党纪政务处分60人。", "A-count"),
    ("挽回经济损失351万元。", "A-sum"),
    ("“新发现问题”方面6个问题中，已完成2个，正在整改2个。", "A-count"),
    ("成立7个专项整改组。", "A-count"),
    ("超过整改时限仍未完成的问题有2个。", "A-count"),
    ("印发制度文件14件，其中新建10件、修订4件。", "A-count"),
    ("2021年9月2日至9月30日，省委第七巡视组对示例市开展巡视。", "A-date"),
    ("2021年11月12日，省委第七巡视组向示例市委反馈了巡视意见。", "A-date"),
    ("省委第八巡视组于2021年9月1日至9月30日对示例市开展了巡视。", "A-name"),
    ("由市委副书记任巡视整改领导小组组长。", "A-name"),
    ("由市自然资源与规划局牵头。", "A-unit"),
    ("《示例市取用水全过程监察办法》已经印发。", "A-name"),
]


@pytest.mark.parametrize(("text", "code"), WRONG)
def test_what_is_wrong_is_found_in_any_wording(text: str, code: str) -> None:
    assert codes(found_in(written(text), _ledger())) == {code}


def test_a_finding_names_both_figures_the_place_and_the_date() -> None:
    finding = found_in(written("28个问题已完成整改17个。"), _ledger())[0]
    assert (finding.expected, finding.measured, finding.place.paragraph) == ("18", "17", 2)
    assert "截至2022年7月29日" in finding.message
    assert (finding.severity, finding.strength, finding.clause) == ("error", "MUST", "三文一致（与台账核对）")


def test_figures_hold_as_of_the_date_beside_them() -> None:
    text = "截至2022年5月11日，反馈的28个问题已完成18个。"
    assert [finding.expected for finding in found_in(written(text), _ledger())] == ["15"]


def test_figures_as_of_a_day_after_the_document_are_doubtful() -> None:
    text = "截至2022年8月16日，反馈的28个问题已完成19个。"
    assert [(each.code, each.severity) for each in found_in(written(text), _ledger())] == [("A-date", "warning")]


def test_a_document_without_dates_is_not_judged_by_figures_that_change() -> None:
    document = written("28个问题已完成整改17个。", day="")
    assert found_in(document, _ledger()) == []


TITLES = [issue.title for issue in sample_ledger().issues]


def _list_of(titles: list[str]) -> list[str]:
    return [f"{number}.关于“{title}”问题" for number, title in enumerate(titles, 1)]


def test_all_issues_in_order_are_right() -> None:
    assert (
        found_in(written(*_list_of([title.replace("“", "‘").replace("”", "’") for title in TITLES])), _ledger()) == []
    )


def test_a_few_issues_are_no_list_that_lacks_the_others() -> None:
    assert found_in(written(*_list_of(TITLES[:4])), _ledger()) == []


def test_a_missing_issue_is_named() -> None:
    lines = [line for line in _list_of(TITLES) if not line.startswith("5.")]
    findings = found_in(written(*lines), _ledger())
    assert [finding.code for finding in findings] == ["A-missing"]
    assert "巩固整改成果的长效机制尚未完全建立" in findings[0].message


def test_an_issue_the_ledger_does_not_have_is_found() -> None:
    findings = found_in(written(*_list_of(TITLES), "29.关于“营商环境优化不够”问题"), _ledger())
    assert [(finding.code, finding.measured) for finding in findings] == [("A-missing", "营商环境优化不够")]


def test_an_issue_written_twice_is_found() -> None:
    lines = _list_of(TITLES)
    assert codes(found_in(written(*lines, lines[-1]), _ledger())) == {"A-missing"}


def test_issues_out_of_order_are_found() -> None:
    lines = _list_of(TITLES)
    lines[3], lines[4] = lines[4], lines[3]
    assert codes(found_in(written(*lines), _ledger())) == {"A-order"}


def test_an_issue_below_the_wrong_aspect_is_found() -> None:
    lines = ["（一）关于“整改任务落实”方面", *_list_of(TITLES)[:9]]
    findings = found_in(written(*lines), _ledger())
    assert [(finding.code, finding.expected) for finding in findings] == [("A-order", "整改主体责任落实")]


def test_a_withheld_issue_in_a_notice_is_found() -> None:
    document = written(*_list_of(TITLES), title="中共示例市委员会关于巡视整改进展情况的通报", day="2022年8月16日")
    messages = [finding.message for finding in found_in(document, _ledger()) if finding.code == "A-missing"]
    assert len(messages) == 1
    assert "不向社会公开" in messages[0]


def test_a_rule_that_is_switched_off_says_nothing() -> None:
    document = written("反馈的4个方面27个问题已全部认领。")
    assert agreement([document], _ledger(), frozenset({"A-count"})) == [[]]


def test_codes_are_stable() -> None:
    assert [rule.code for rule in RULES] == [
        *("A-count", "A-sum", "A-rate", "A-status", "A-date", "A-unit", "A-name", "A-title"),
        *("A-element", "A-missing", "A-order", "A-between"),
    ]  # fmt: skip


def test_an_empty_document_agrees() -> None:
    assert found_in(written(title="", day=""), _ledger()) == []


def test_a_ledger_without_records_says_nothing_of_what_is_counted_from_them() -> None:
    ledger = replace(_ledger(), activities=Activities())
    text = "处置移交线索14件，处分62人，追缴资金128.4万元，召开市委常委会5次，印发制度文件14件。"
    assert found_in(written(text), ledger) == []


@pytest.mark.parametrize("garbled", ["20某2年9月30日", "2022年9月31日", "2022年9月3日"])
def test_a_garbled_deadline_is_found(garbled: str) -> None:
    lines = [
        *_list_of(TITLES[:3]),
        f"4.关于“{TITLES[3]}”问题",
        "责任领导：副市长（分管城乡建设）；整改时限：2022年10月31日。",
    ]
    assert found_in(written(*lines), _ledger()) == []
    lines[1:1] = [f"整改时限：{garbled}。"]
    assert codes(found_in(written(*lines), _ledger())) == {"A-date"}


@pytest.mark.parametrize("deadline", ["2022年9月30日前", "2022年9月底前", "2022-09-30", "2022年9月", "9月底"])
def test_a_deadline_in_other_words_is_left_alone(deadline: str) -> None:
    lines = _list_of(TITLES[:3])
    lines[1:1] = [f"整改时限：{deadline}。"]
    assert found_in(written(*lines), _ledger()) == []


def test_names_of_a_list_may_stand_in_any_order_and_with_the_lead_unit() -> None:
    line = "责任单位：市住房城乡建设局、市行政审批局、市财政局、市自然资源和规划局；整改时限：2022年9月。"
    lines = _list_of(TITLES[:3])
    assert found_in(written(lines[0], line, *lines[1:]), _ledger()) == []


def test_a_unit_of_another_issue_is_found() -> None:
    lines = _list_of(TITLES[:3])
    found = found_in(written(lines[0], "牵头单位：市国资委；整改状态：基本完成。", *lines[1:]), _ledger())
    assert [(each.code, each.expected) for each in found] == [("A-unit", "市住房城乡建设局")]


def test_a_status_is_that_of_the_day_of_the_document() -> None:
    lines = _list_of(TITLES[:3])
    lines.insert(2, "整改状态：正在整改。")
    assert found_in(written(*lines, day="2022年3月1日"), _ledger()) == []
    assert codes(found_in(written(*lines, day="2022年4月1日"), _ledger())) == {"A-status"}
