"""序号: one number per issue, from 1, in order, as many as the feedback lists (regulations.md, Q8)."""

from collections import Counter
from collections.abc import Iterator

from reportgen.model import Ledger
from reportgen.reading.files import INSPECTION, ISSUES
from reportgen.reading.places import Fault


def numbers_run_from_one(ledger: Ledger) -> Iterator[Fault]:
    """Doubles, gaps and wrong order of 序号; counts that the feedback states."""
    seen: dict[int, int] = {}
    previous = 0
    for index, issue in enumerate(ledger.issues):
        path = (ISSUES, "问题清单", index, "序号")
        if issue.number in seen:
            message = f"序号 {issue.number} 用了两次（第 {seen[issue.number] + 1} 个问题已经用了）；请改成不重复的序号"
            yield Fault("issue-number-double", path, message)
            continue
        seen[issue.number] = index
        if issue.number > previous + 1:
            missing = "、".join(str(number) for number in range(previous + 1, min(issue.number, previous + 6)))
            message = f"序号从 {previous} 跳到了 {issue.number}，缺 {missing}；请补上漏项或改正序号"
            yield Fault("issue-number-gap", path, message)
        elif issue.number <= previous:
            yield Fault("issue-number-order", path, f"序号 {issue.number} 没有按顺序排列；请按序号从小到大排列")
        previous = issue.number
    yield from _stated_counts(ledger)


def _stated_counts(ledger: Ledger) -> Iterator[Fault]:
    stated = ledger.background.inspection.issue_count
    if stated is not None and stated != len(ledger.issues):
        message = f"反馈意见所列问题数写的是 {stated}，台账里有 {len(ledger.issues)} 个；请核对有没有漏项、拆分或合并"
        yield Fault("issue-count", (INSPECTION, "巡视", "问题数"), message)
    counted = Counter(issue.aspect for issue in ledger.issues)
    for index, aspect in enumerate(ledger.background.aspects):
        if ledger.issues and not counted[aspect.name]:
            message = f"“{aspect.name}”方面没有问题，文书中不会列出，但方面数把它算在内；请核对"
            yield Fault("aspect-empty", (INSPECTION, "方面", index), message, "warning")
        if aspect.issue_count is not None and aspect.issue_count != counted[aspect.name]:
            message = (
                f"“{aspect.name}”方面的问题数写的是 {aspect.issue_count}，台账里有 {counted[aspect.name]} 个；请核对"
            )
            yield Fault("issue-count", (INSPECTION, "方面", index, "问题数"), message)
