"""journal.yaml: every change of status, a line each; lines are added, never changed."""

from typing import Annotated

from pydantic import Field

from reportgen.model.issues import Issue
from reportgen.model.values import Count, Day, OneOf, Record, Status, Text

STEPS = ("申请", "复核", "批准", "销号")
"""The steps of 销号, in their order; each follows 已完成 or the step before it."""

STATES = (*(str(status) for status in Status), *STEPS)
"""What an issue can be in: one of the five statuses, or 已完成 and so far struck off."""

_DATED_BY = {"申请": "applied_on", "复核": "reviewed_on", "批准": "approver", "销号": "closed_on"}


class EvidenceFile(Record):
    """佐证材料 as it was when 销号 was applied for: a file below data/evidence/, its size in bytes, its SHA-256."""

    file: Text
    size: Count
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class StatusChange(Record):
    """状态记录: on a date an issue went from one state to another, why, and where that was read from."""

    date: Day
    issue_number: Count
    before: Annotated[str, OneOf("before", *STATES)]
    after: Annotated[str, OneOf("after", *STATES)]
    why: Text
    source: Text
    evidence: tuple[EvidenceFile, ...] = ()


class Journal(Record):
    """The whole of journal.yaml; a ledger of the planning stage has none."""

    changes: tuple[StatusChange, ...] = ()


def state_of(issue: Issue) -> str:
    """The state that the issue's own fields say: how far 销号 has come, else 整改状态, else 未启动."""
    record = issue.close_out
    taken = [step for step in STEPS if record is not None and getattr(record, _DATED_BY[step])]
    return taken[-1] if taken else str(issue.status or Status.NOT_STARTED)


def status_of(state: str) -> Status:
    """整改状态 of a state: whatever step 销号 has come to, the issue is 已完成."""
    return Status.DONE if state in STEPS else Status(state)
