"""Which step of 销号 an issue can take, and what the step writes into it."""

from datetime import date

import pytest

from reportgen.amending import Edit
from reportgen.model import Issue
from reportgen.model.journal import STATES
from reportgen.revision.closing import ALL_STEPS, Order, edits_of, missing_words, refusal

ON = date(2022, 8, 1)
TAKEN = {
    "申请": {"申请日期": "2022-03-26"},
    "复核": {"申请日期": "2022-03-26", "复核日期": "2022-03-30"},
    "批准": {"申请日期": "2022-03-26", "复核日期": "2022-03-30", "批准人": "市委书记"},
    "销号": {"申请日期": "2022-03-26", "复核日期": "2022-03-30", "批准人": "市委书记", "销号日期": "2022-04-01"},
}


def issue_in(state: str) -> Issue:
    fields = {"整改状态": "已完成", "销号": TAKEN[state]} if state in TAKEN else {"整改状态": state}
    return Issue.model_validate({"序号": "1", "方面": "甲", "标题": "问题", **fields})


ALLOWED = {
    ("已完成", "申请"), ("申请", "复核"), ("复核", "批准"), ("批准", "销号"),
    ("申请", "退回"), ("复核", "退回"), ("批准", "退回"), ("销号", "重开"),
}  # fmt: skip


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("step", ALL_STEPS)
def test_each_step_has_its_place(state, step):
    refused = refusal(issue_in(state), Order(step, ON, by="市委督查室", why="理由"))
    assert (refused is None) == ((state, step) in ALLOWED)
    if refused:
        assert refused.code == "close-order"
        assert "问题 1 " in refused.message
        assert f"“{state}”" in refused.message


@pytest.mark.parametrize(("step", "needs"), [("复核", "--by"), ("批准", "--by"), ("退回", "--why"), ("重开", "--why")])
def test_steps_that_need_a_word_ask_for_it(step, needs):
    problem = missing_words(Order(step, ON))
    assert problem is not None
    assert (problem.code, needs in problem.message) == ("close-needs", True)
    assert missing_words(Order(step, ON, by="谁", why="为何")) is None


@pytest.mark.parametrize("step", ["申请", "销号"])
def test_the_others_need_none(step):
    assert missing_words(Order(step, ON)) is None


@pytest.mark.parametrize(
    ("order", "written"),
    [
        (Order("申请", ON), {"申请日期": "2022-08-01"}),
        (
            Order("复核", ON, by="督查室", opinion="同意"),
            {"复核单位": "督查室", "复核日期": "2022-08-01", "复核意见": "同意"},
        ),
        (Order("复核", ON, by="督查室"), {"复核单位": "督查室", "复核日期": "2022-08-01"}),
        (Order("批准", ON, by="市委书记"), {"批准人": "市委书记"}),
        (Order("销号", ON), {"销号日期": "2022-08-01"}),
    ],
)
def test_a_step_writes_what_belongs_to_it(order, written):
    assert edits_of(4, order) == tuple(Edit(("问题清单", 4, "销号", key), value) for key, value in written.items())


@pytest.mark.parametrize("step", ["退回", "重开"])
def test_going_back_begins_again(step):
    edits = {edit.path[2:]: edit.value for edit in edits_of(4, Order(step, ON, why="理由"))}
    assert edits == {("整改状态",): "正在整改", ("完成日期",): None, ("销号",): None}


@pytest.mark.parametrize(
    ("order", "reason"),
    [
        (Order("申请", ON), "申请销号"),
        (Order("复核", ON, by="督查室"), "复核销号"),
        (Order("复核", ON, by="督查室", opinion="同意"), "同意"),
        (Order("批准", ON, by="市委书记"), "批准销号"),
        (Order("销号", ON), "销号"),
        (Order("重开", ON, why="反弹"), "反弹"),
    ],
)
def test_the_record_always_says_why(order, reason):
    assert order.reason == reason
