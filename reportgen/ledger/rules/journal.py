"""状态记录: each issue's changes make one unbroken chain, and end where its own fields say it is."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from reportgen.model import Issue, Ledger, Status, StatusChange, state_of, status_of
from reportgen.model.journal import STEPS
from reportgen.reading.files import ISSUES, JOURNAL
from reportgen.reading.places import Fault, Path

RECORD = "reportgen ledger record"
_STATUSES = tuple(str(status) for status in Status)
_BACK_TO = (str(Status.IN_PROGRESS),)
Lines = list[tuple[int, StatusChange]]
"""The changes of one issue, each with its index in the file."""


def may_follow(before: str, after: str) -> bool:
    """Whether an issue can go from one state to another at once.

    The five statuses follow each other freely; 申请 needs 已完成, each later step the one before it; whatever step
    has been taken, the issue can be sent back or reopened to 正在整改.
    """
    if before == after:
        return False
    if after in STEPS:
        place = STEPS.index(after)
        return before == (STEPS[place - 1] if place else str(Status.DONE))
    return after in (_BACK_TO if before in STEPS else _STATUSES)


def statuses_are_on_record(ledger: Ledger) -> Iterator[Fault]:
    """Broken chains, steps left out, dates that go back, and a status that the record does not carry."""
    if ledger.journal is None:
        yield from _no_record(ledger)
        return
    chains = _chains(ledger.journal)
    yield from _unknown_issues(chains, {issue.number for issue in ledger.issues})
    for index, issue in enumerate(ledger.issues):
        lines = chains.get(issue.number, [])
        yield from _chain(issue, lines)
        yield from _end(issue, lines, (ISSUES, "问题清单", index))


def _chains(journal: tuple[StatusChange, ...]) -> dict[int, Lines]:
    chains: dict[int, Lines] = defaultdict(list)
    for row, change in enumerate(journal):
        chains[change.issue_number].append((row, change))
    return chains


def _no_record(ledger: Ledger) -> Iterator[Fault]:
    begun = [issue for issue in ledger.issues if state_of(issue) != Status.NOT_STARTED]
    if begun:
        message = f"还没有状态记录，{len(begun)} 个问题的状态没有来历；请运行 {RECORD} 建立 data/{JOURNAL}"
        yield Fault("journal-missing", (JOURNAL,), message, "warning")


def _unknown_issues(chains: dict[int, Lines], known: set[int]) -> Iterator[Fault]:
    for number, lines in chains.items():
        if number not in known:
            message = f"台账里没有序号为 {number} 的问题；请改正“问题序号”"
            yield Fault("journal-unknown-issue", (JOURNAL, "状态记录", lines[0][0], "问题序号"), message)


def _chain(issue: Issue, lines: Lines) -> Iterator[Fault]:
    before, day = str(Status.NOT_STARTED), date.min
    for row, change in lines:
        here: Path = (JOURNAL, "状态记录", row)
        who = f"问题 {issue.number}"
        if change.before != before:
            message = (
                f"{who}的上一个状态是“{before}”，这里的原状态却是“{change.before}”；请补上漏掉的变动，或改正这一行"
            )
            yield Fault("journal-chain", (*here, "原状态"), message)
        elif not may_follow(change.before, change.after):
            yield Fault("journal-step", (*here, "新状态"), f"{who}{_why_not(change)}")
        if change.date < day:
            message = f"{who}这次变动的日期 {change.date} 早于上一次的 {day}；请核对"
            yield Fault("journal-order", (*here, "日期"), message)
        if change.after == STEPS[0] and not change.evidence:
            message = f"{who}申请销号时没有记下佐证材料；请用 reportgen ledger close 申请 办理，材料放在 data/evidence"
            yield Fault("evidence-not-recorded", (*here, "新状态"), message)
        before, day = change.after, max(day, change.date)


def _why_not(change: StatusChange) -> str:
    if change.before == change.after:
        return f"的原状态和新状态都是“{change.before}”；请删除这一行，或改正"
    if change.after in STEPS:
        return f"不能从“{change.before}”直接到“{change.after}”；次序是 已完成、{'、'.join(STEPS)}，请补上中间的步骤"
    return f"已经“{change.before}”，只能退回或重开为“{Status.IN_PROGRESS}”，不能直接变成“{change.after}”；请改正"


def _end(issue: Issue, lines: Lines, here: Path) -> Iterator[Fault]:
    state = state_of(issue)
    recorded = lines[-1][1].after if lines else str(Status.NOT_STARTED)
    if state != recorded:
        where = (*here, "销号") if status_of(state) == status_of(recorded) else (*here, "整改状态")
        message = (
            f"问题 {issue.number} 是“{state}”，状态记录里却是“{recorded}”；请运行 {RECORD} 补记，或改回“{recorded}”"
        )
        yield Fault("status-not-recorded", where, message)
        return
    recorded_on = {change.after: change.date for _, change in lines}
    for after, path, day in _own_days(issue):
        if day and after in recorded_on and day > recorded_on[after]:
            message = (
                f"问题 {issue.number} 的{path[-1]} {day} 晚于状态记录里变成“{after}”的 {recorded_on[after]}；请核对"
            )
            yield Fault("done-after-record", (*here, *path), message)


def _own_days(issue: Issue) -> Iterator[tuple[str, tuple[str, ...], date | None]]:
    """The days that the issue itself gives: the state, where it stands, the day."""
    yield str(Status.DONE), ("完成日期",), issue.completed_on
    if record := issue.close_out:
        yield "申请", ("销号", "申请日期"), record.applied_on
        yield "复核", ("销号", "复核日期"), record.reviewed_on
        yield "销号", ("销号", "销号日期"), record.closed_on
