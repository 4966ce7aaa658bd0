"""状态记录: each issue's changes are an unbroken chain that ends where the issue says it is."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from reportgen.ledger.rules.journal import may_follow, statuses_are_on_record
from reportgen.model import Journal
from reportgen.model.journal import STATES, STEPS
from tests.ledgers import ledger_of

FILE = [{"文件": "01/验收单.pdf", "大小": "3", "sha256": "0" * 64}]
CLOSED = {
    "整改状态": "已完成",
    "完成日期": "2022-03-25",
    "销号": {
        "申请日期": "2022-03-26",
        "复核单位": "市委督查室",
        "复核日期": "2022-03-30",
        "批准人": "市委书记",
        "销号日期": "2022-04-01",
    },
}


def change(before: str, after: str, day: str, issue: int = 1, **more: object) -> dict[str, object]:
    return {
        "日期": day,
        "问题序号": str(issue),
        "原状态": before,
        "新状态": after,
        "事由": "调度",
        "来源": "台账",
        **more,
    }


CHAIN = [
    change("未启动", "正在整改", "2021-12-10"),
    change("正在整改", "已完成", "2022-03-25"),
    change("已完成", "申请", "2022-03-26", 佐证材料=FILE),
    change("申请", "复核", "2022-03-30"),
    change("复核", "批准", "2022-04-01"),
    change("批准", "销号", "2022-04-01"),
]


def codes(issue: Mapping[str, object], *changes: Mapping[str, object]) -> list[str]:
    """The codes of what is wrong with a ledger of one issue and this journal."""
    journal = Journal.model_validate({"状态记录": list(changes)}).changes
    return [fault.code for fault in statuses_are_on_record(replace(ledger_of([issue]), journal=journal))]


def test_an_issue_that_was_struck_off_step_by_step():
    assert codes(CLOSED, *CHAIN) == []


def test_an_issue_that_has_not_begun_needs_no_record():
    assert codes({"整改状态": "未启动"}) == []
    assert codes({}) == []


def test_a_status_that_the_record_does_not_carry_is_a_problem():
    assert codes({"整改状态": "正在整改"}) == ["status-not-recorded"]
    assert codes({"整改状态": "基本完成"}, change("未启动", "正在整改", "2021-12-10")) == ["status-not-recorded"]


def test_a_step_of_closing_that_the_record_does_not_carry_is_a_problem():
    assert codes(CLOSED, *CHAIN[:-1]) == ["status-not-recorded"]


def test_a_change_left_out_breaks_the_chain():
    assert codes(CLOSED, *CHAIN[:1], *CHAIN[2:]) == ["journal-chain"]


def test_steps_cannot_be_left_out():
    jump = [*CHAIN[:3], change("申请", "销号", "2022-04-01")]
    assert codes(CLOSED, *jump) == ["journal-step"]


def test_applying_without_evidence_on_record_is_a_problem():
    assert codes(CLOSED, *CHAIN[:2], change("已完成", "申请", "2022-03-26"), *CHAIN[3:]) == ["evidence-not-recorded"]


def test_what_was_struck_off_can_be_reopened_to_be_put_right_again():
    again = {"整改状态": "正在整改"}
    assert codes(again, *CHAIN, change("销号", "正在整改", "2022-05-06")) == []
    assert codes({"整改状态": "基本完成"}, *CHAIN, change("销号", "基本完成", "2022-05-06")) == ["journal-step"]


def test_dates_of_one_issue_do_not_go_back():
    changes = [change("未启动", "正在整改", "2021-12-10"), change("正在整改", "基本完成", "2021-12-09")]
    assert codes({"整改状态": "基本完成"}, *changes) == ["journal-order"]


def test_completed_later_than_the_record_says_is_a_problem():
    issue = {"整改状态": "已完成", "完成日期": "2022-03-26"}
    assert codes(issue, *CHAIN[:2]) == ["done-after-record"]


@pytest.mark.parametrize("step", ["申请日期", "复核日期", "销号日期"])
def test_a_step_dated_later_than_the_record_says_is_a_problem(step):
    later = {**CLOSED["销号"], step: "2022-04-02"}
    assert codes({**CLOSED, "销号": later}, *CHAIN) == ["done-after-record"]


def test_a_step_dated_earlier_than_it_was_recorded_is_none():
    earlier = {**CLOSED["销号"], "销号日期": "2022-03-31"}
    assert codes({**CLOSED, "销号": earlier}, *CHAIN) == []


def test_a_change_of_an_issue_that_is_not_there():
    assert codes({}, change("未启动", "正在整改", "2021-12-10", issue=9)) == ["journal-unknown-issue"]


def test_without_a_record_begun_issues_are_a_warning_with_the_command_to_make_one():
    (fault,) = statuses_are_on_record(ledger_of([{"整改状态": "正在整改"}, {"整改状态": "未启动"}]))
    assert (fault.code, fault.severity) == ("journal-missing", "warning")
    assert "1 个问题" in fault.message
    assert "reportgen ledger record" in fault.message


def test_every_state_can_be_left_and_none_follows_itself():
    for before in STATES:
        assert any(may_follow(before, after) for after in STATES)
        assert not may_follow(before, before)


def test_each_step_follows_only_the_one_before_it():
    for step, before in zip(STEPS, ("已完成", *STEPS), strict=False):
        assert [state for state in STATES if may_follow(state, step)] == [before]
