"""销号 of an issue: only what is done, every step in its turn."""

import pytest

from reportgen.ledger.rules.status import statuses_agree_with_the_record
from tests.ledgers import ledger_of

DONE = {"整改状态": "已完成", "完成日期": "2022-03-25", "佐证材料": ["验收单"]}
STEPS = {"申请日期": "2022-03-26", "复核日期": "2022-03-30", "批准人": "市委书记", "销号日期": "2022-04-01"}


def codes(**issue: object) -> list[str]:
    return [fault.code for fault in statuses_agree_with_the_record(ledger_of([issue]))]


def taken(count: int) -> dict[str, str]:
    """The first so many steps."""
    return dict(list(STEPS.items())[:count])


@pytest.mark.parametrize("count", range(5))
def test_steps_in_their_turn(count):
    assert codes(**DONE, 销号=taken(count)) == []


@pytest.mark.parametrize("count", range(1, 5))
@pytest.mark.parametrize("status", ["未启动", "正在整改", "基本完成", "长期坚持"])
def test_no_step_is_taken_for_what_is_not_done(count, status):
    assert codes(整改状态=status, 销号=taken(count)) == ["closed-but-not-done"]


@pytest.mark.parametrize("step", ["申请日期", "复核日期", "批准人"])
def test_no_step_is_left_out(step):
    gap = {name: said for name, said in STEPS.items() if name != step}
    (fault,) = statuses_agree_with_the_record(ledger_of([{**DONE, "销号": gap}]))
    assert (fault.code, fault.path[-1]) == ("close-out-gap", "销号日期")
    assert f"没有写“{step}”" in fault.message


def test_a_review_without_a_day_is_no_step_yet():
    assert codes(**DONE, 销号={"申请日期": "2022-03-26", "复核单位": "市委督查室", "复核意见": "同意"}) == []


def test_steps_do_not_go_back_in_time():
    assert codes(**DONE, 销号={**STEPS, "销号日期": "2022-03-29"}) == ["close-out-order"]
