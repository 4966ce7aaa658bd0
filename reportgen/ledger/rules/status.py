"""整改状态 must agree with the rest of its issue."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from reportgen.model import DeadlineWord, Issue, Ledger, Status
from reportgen.model.issues import CloseOut
from reportgen.reading.files import ISSUES
from reportgen.reading.places import Fault, Path


def statuses_agree_with_the_record(ledger: Ledger) -> Iterator[Fault]:
    """Contradictions between status, dates, evidence, deadline and measures."""
    feedback = ledger.background.inspection.feedback_date
    for index, issue in enumerate(ledger.issues):
        here = (ISSUES, "问题清单", index)
        yield from _completion(issue, here, feedback)
        yield from _ongoing(issue, here)
        yield from _measures(issue, here, feedback)
        yield from _close_out(issue, here)


def _completion(issue: Issue, here: Path, feedback: date) -> Iterator[Fault]:
    who = f"问题 {issue.number}"
    if issue.status is Status.DONE and issue.completed_on is None:
        yield Fault(
            "done-without-date", (*here, "整改状态"), f"{who}状态是“已完成”，但没有“完成日期”；请补上，或改正状态"
        )
    if issue.status is Status.DONE and not issue.evidence:
        yield Fault(
            "done-without-evidence", (*here, "整改状态"), f"{who}状态是“已完成”，但没有“佐证材料”；请补上，或改正状态"
        )
    if issue.completed_on is None:
        return
    if issue.status is not Status.DONE:
        said = f"状态是“{issue.status}”" if issue.status else "没有写“整改状态”"
        yield Fault("date-without-done", (*here, "完成日期"), f"{who}写了“完成日期”，但{said}；请改正其中一项")
    if issue.completed_on < feedback:
        message = f"{who}的完成日期 {issue.completed_on} 早于反馈日期 {feedback}；请核对"
        yield Fault("done-before-feedback", (*here, "完成日期"), message)


def _ongoing(issue: Issue, here: Path) -> Iterator[Fault]:
    if issue.status is Status.ONGOING and isinstance(issue.deadline, date):
        message = (
            f"问题 {issue.number} 状态是“长期坚持”，整改时限却是日期 {issue.deadline}；请改成“长期坚持”，或改正状态"
        )
        yield Fault("ongoing-with-date", (*here, "整改时限"), message)


def _measures(issue: Issue, here: Path, feedback: date) -> Iterator[Fault]:
    for index, measure in enumerate(issue.measures):
        path, name = (*here, "整改措施", index), f"问题 {issue.number} 第 {index + 1} 条措施"
        due, until = measure.deadline, issue.deadline
        if isinstance(due, date) and isinstance(until, date) and due > until:
            yield Fault(
                "measure-after-issue", (*path, "整改时限"), f"{name}的时限 {due} 晚于问题的时限 {until}；请核对"
            )
        if due is DeadlineWord.ONGOING and until not in (None, DeadlineWord.ONGOING):
            message = f"{name}要长期坚持，问题的时限却是“{until}”；请核对"
            yield Fault("measure-after-issue", (*path, "整改时限"), message)
        if until is DeadlineWord.IMMEDIATE and isinstance(due, date):
            yield Fault("measure-after-issue", (*path, "整改时限"), f"{name}的时限 {due} 晚于问题的“立行立改”；请核对")
        if measure.completed_on and measure.completed_on < feedback:
            message = f"{name}的完成日期 {measure.completed_on} 早于反馈日期 {feedback}；请核对"
            yield Fault("done-before-feedback", (*path, "完成日期"), message)
    if isinstance(issue.deadline, date) and issue.deadline < feedback:
        message = f"问题 {issue.number} 的整改时限 {issue.deadline} 早于反馈日期 {feedback}；请核对"
        yield Fault("deadline-before-feedback", (*here, "整改时限"), message)


def _close_out(issue: Issue, here: Path) -> Iterator[Fault]:
    record = issue.close_out
    if record is None:
        return
    yield from _steps_taken(issue, record, (*here, "销号"))
    steps = [("完成日期", issue.completed_on), ("申请日期", record.applied_on), ("复核日期", record.reviewed_on)]
    steps.append(("销号日期", record.closed_on))
    known = [(name, day) for name, day in steps if day]
    for (before, first), (after, second) in pairwise(known):
        if second < first:
            message = f"问题 {issue.number} 的{after} {second} 早于{before} {first}；请核对"
            yield Fault("close-out-order", (*here, "销号", after), message)


def _steps_taken(issue: Issue, record: CloseOut, here: Path) -> Iterator[Fault]:
    """Only what is 已完成 is struck off, and no step is left out."""
    said = {
        "申请日期": record.applied_on, "复核日期": record.reviewed_on,
        "批准人": record.approver, "销号日期": record.closed_on,
    }  # fmt: skip
    written = [name for name in said if said[name]]
    if not written:
        return
    last = written[-1]
    if issue.status is not Status.DONE:
        message = f"问题 {issue.number} 写了“{last}”，但状态不是“已完成”；请核对"
        yield Fault("closed-but-not-done", (*here, last), message)
    lacking = [name for name in [*said][: [*said].index(last)] if name not in written]
    if lacking:
        message = (
            f"问题 {issue.number} 写了“{last}”，没有写{'、'.join(f'“{name}”' for name in lacking)}；请补上漏掉的步骤"
        )
        yield Fault("close-out-gap", (*here, last), message)
