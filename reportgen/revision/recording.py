"""What the journal lacks: the changes that lead each issue from its recorded state to the one its fields say."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from reportgen.errors import Place, Problem
from reportgen.ledger.evidence import FOLDER, evidence_files, recorded
from reportgen.model import Issue, Status, StatusChange, state_of
from reportgen.model.journal import STEPS

_DONE, _IN_PROGRESS = str(Status.DONE), str(Status.IN_PROGRESS)


@dataclass(frozen=True, slots=True)
class Occasion:
    """Why states change now: the reason, what was read, and the day that counts where the issue says none.

    What the issue itself says of the day counts too, but no change is dated before the one recorded last.
    `sources` names what was read for single issues, by 序号, where it is not the same for all. An occasion that `opens`
    the record knows of a completed issue only that it was being put right before.
    """

    why: str
    source: str
    on: date
    sources: Mapping[int, str] = field(default_factory=dict)
    opens: bool = False

    def before_all_record(self, feedback: date) -> "Occasion":
        """The occasion of states that issues already had when the record was begun: nobody knows since when."""
        return Occasion("开始记录时已是这个状态，变动日期不详", "data/issues.yaml", feedback, opens=True)


@dataclass(frozen=True, slots=True)
class Recorded:
    """Changes to be added to the journal, and what stands in their way, by 序号."""

    changes: tuple[StatusChange, ...]
    problems: tuple[tuple[int, Problem], ...]


def changes_to_record(
    issues: Sequence[Issue], journal: Sequence[StatusChange], occasion_of: Callable[[int], Occasion], data: Path
) -> Recorded:
    """The missing changes of all issues, in the order of the issues; evidence is looked for below `data`.

    `occasion_of` gives the occasion for the 序号 of an issue.
    """
    last = {change.issue_number: change for change in journal}
    changes: list[StatusChange] = []
    problems: list[tuple[int, Problem]] = []
    for issue in issues:
        before = last.get(issue.number)
        state, day = (before.after, before.date) if before else (str(Status.NOT_STARTED), date.min)
        occasion = occasion_of(issue.number)
        for after in _way(state, state_of(issue), occasion):
            own = _day_of(issue, after)
            if own is None and occasion.on < day:
                problems.append((issue.number, _too_early(issue, occasion.on, day)))
            day = max(day, own or occasion.on)
            evidence, faults = _evidence(issue, data) if after == STEPS[0] else ((), ())
            problems += [(issue.number, fault) for fault in faults]
            changes.append(_change(issue, day, state, after, occasion, evidence))
            state = after
    return Recorded(tuple(changes), tuple(problems))


def _way(before: str, after: str, occasion: Occasion) -> list[str]:
    way = list(states_between(before, after))
    return [_IN_PROGRESS, *way] if occasion.opens and way[:1] == [_DONE] else way


def states_between(before: str, after: str) -> Iterator[str]:
    """The states that lead from one to another, the last one included; none where they are the same."""
    if before == after:
        return
    if before in STEPS and not (after in STEPS and STEPS.index(after) > STEPS.index(before)):
        yield _IN_PROGRESS
        yield from states_between(_IN_PROGRESS, after)
        return
    if after in STEPS:
        if before not in STEPS:
            yield from states_between(before, _DONE)
        taken = STEPS.index(before) + 1 if before in STEPS else 0
        yield from STEPS[taken : STEPS.index(after) + 1]
        return
    yield after


def _day_of(issue: Issue, state: str) -> date | None:
    """The day that the issue itself gives for a state; 批准 has none of its own."""
    record = issue.close_out
    if state == _DONE:
        return issue.completed_on
    days = (record.applied_on, record.reviewed_on, record.closed_on, record.closed_on) if record else (None,) * 4
    return days[STEPS.index(state)] if state in STEPS else None


def _too_early(issue: Issue, on: date, last: date) -> Problem:
    message = f"问题 {issue.number} 这次变动的日期 {on} 早于上一次的 {last}；请核对，用 --on 写明变动的日期"
    return Problem("journal-order", message)


def _change(
    issue: Issue, day: date, before: str, after: str, occasion: Occasion, evidence: Sequence[object]
) -> StatusChange:
    source = occasion.sources.get(issue.number, occasion.source)
    fields = {"日期": day, "问题序号": issue.number, "原状态": before, "新状态": after}
    return StatusChange.model_validate({**fields, "事由": occasion.why, "来源": source, "佐证材料": tuple(evidence)})


def _evidence(issue: Issue, data: Path) -> tuple[tuple[object, ...], tuple[Problem, ...]]:
    files, lacking = evidence_files(data, issue)
    where = Place(file=f"{data.name}/{FOLDER}")
    problems = [
        Problem(
            "evidence-not-found",
            f"问题 {issue.number} 申请销号要有佐证材料“{entry}”；请把同名文件放进 {data.name}/{FOLDER}/{issue.number:02d}",
            where,
        )
        for entry in lacking
    ]
    if not issue.evidence:
        message = f"问题 {issue.number} 没有写“佐证材料”，不能申请销号；请先写上，并把文件放进 {data.name}/{FOLDER}"
        problems.append(Problem("evidence-not-found", message, where))
    return tuple(recorded(data, file) for file in files), tuple(problems)


def journal_entry(change: StatusChange) -> dict[str, object]:
    """A change as a line of journal.yaml."""
    entry: dict[str, object] = {
        "日期": change.date.isoformat(),
        "问题序号": str(change.issue_number),
        "原状态": change.before,
        "新状态": change.after,
        "事由": change.why,
        "来源": change.source,
    }
    if change.evidence:
        files = [{"文件": file.file, "大小": str(file.size), "sha256": file.sha256} for file in change.evidence]
        entry["佐证材料"] = files
    return entry
