"""销号, step by step: what each step needs, and what it writes into the issue."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from reportgen.amending import Edit
from reportgen.errors import Problem
from reportgen.ledger.rules.journal import may_follow
from reportgen.model import Issue, Status, StatusChange, state_of
from reportgen.model.journal import STEPS

Step = Literal["申请", "复核", "批准", "销号", "退回", "重开"]
ALL_STEPS: tuple[Step, ...] = ("申请", "复核", "批准", "销号", "退回", "重开")
_BACK = ("退回", "重开")
_NEEDS = {"复核": "--by 复核单位", "批准": "--by 批准人", "退回": "--why 理由", "重开": "--why 理由"}


@dataclass(frozen=True, slots=True)
class Order:
    """A step that was asked for: the day, who takes it (复核单位 or 批准人), 复核意见, why."""

    step: Step
    on: date
    by: str | None = None
    opinion: str | None = None
    why: str | None = None

    @property
    def state(self) -> str:
        """The state that the step leads to."""
        return self.step if self.goes_on else str(Status.IN_PROGRESS)

    @property
    def goes_on(self) -> bool:
        """Whether the step leads on to 销号, and not back."""
        return self.step not in _BACK

    @property
    def reason(self) -> str:
        """事由 of the journal."""
        return self.why or self.opinion or ("销号" if self.step == STEPS[-1] else f"{self.step}销号")


def missing_words(order: Order) -> Problem | None:
    """What the step needs to be told and was not."""
    need = _NEEDS.get(order.step)
    if need is None or (order.why if "--why" in need else order.by):
        return None
    return Problem("close-needs", f"{order.step}要写明{need.split()[1]}；请加上 {need}")


def refusal(issue: Issue, order: Order) -> Problem | None:
    """Why an issue cannot take the step now."""
    state = state_of(issue)
    if order.step == "重开" and state != STEPS[-1]:
        said = f"问题 {issue.number} 没有销号（现在是“{state}”），不能重开；还没有销号的用“退回”"
    elif order.step == "退回" and state not in STEPS[:-1]:
        said = f"问题 {issue.number} 现在是“{state}”，没有可以退回的销号申请"
    elif may_follow(state, order.state):
        return None
    else:
        said = f"问题 {issue.number} 现在是“{state}”，不能“{order.step}”；次序是 已完成、{'、'.join(STEPS)}"
    return Problem("close-order", said)


def too_early(issue: Issue, order: Order, journal: Iterable[StatusChange]) -> Problem | None:
    """Why a step cannot be taken on its day: a later change is on record."""
    last = max((change.date for change in journal if change.issue_number == issue.number), default=order.on)
    if last <= order.on:
        return None
    message = f"问题 {issue.number} 在 {last} 还有变动，不能记在它之前的 {order.on}；请核对，用 --on 写明办理日期"
    return Problem("journal-order", message)


def edits_of(index: int, order: Order) -> tuple[Edit, ...]:
    """What the step writes into the issue at this index of 问题清单.

    退回 and 重开 begin again: 正在整改, without 完成日期 and 销号; what was is kept by the journal.
    """
    here = ("问题清单", index)
    if not order.goes_on:
        gone = (Edit((*here, "完成日期"), None), Edit((*here, "销号"), None))
        return (Edit((*here, "整改状态"), str(Status.IN_PROGRESS)), *gone)
    day = order.on.isoformat()
    written: dict[Step, dict[str, str | None]] = {
        "申请": {"申请日期": day},
        "复核": {"复核单位": order.by, "复核日期": day, "复核意见": order.opinion},
        "批准": {"批准人": order.by},
        "销号": {"销号日期": day},
    }
    return tuple(Edit((*here, "销号", key), value) for key, value in written[order.step].items() if value)
