"""Names in records must be among those that inspection.yaml and activities.yaml declare."""

import difflib
from collections.abc import Collection, Iterator

from reportgen.model import Issue, Ledger
from reportgen.reading.files import ACTIVITIES, INSPECTION, ISSUES
from reportgen.reading.places import Fault, Path


def names_are_known(ledger: Ledger) -> Iterator[Fault]:
    """Unknown aspects, groups, units, meeting kinds and issue numbers; doubles among the declared."""
    background, activities = ledger.background, ledger.activities
    aspects = [aspect.name for aspect in background.aspects]
    groups = [group.name for group in background.leading_group.special_groups]
    yield from _doubles(aspects, (INSPECTION, "方面"), "方面")
    yield from _doubles(groups, (INSPECTION, "领导小组", "专项整改组"), "专项整改组")
    yield from _doubles(background.units, (INSPECTION, "单位"), "单位")
    for index, issue in enumerate(ledger.issues):
        here = (ISSUES, "问题清单", index)
        yield from _unknown("aspect", "方面", [issue.aspect], aspects, (*here, "方面"))
        if issue.special_group:
            yield from _unknown("group", "专项整改组", [issue.special_group], groups, (*here, "专项整改组"))
        for path, units in _units_of(issue, here):
            yield from _unknown_units(units, background.units, path)
    for index, group in enumerate(background.leading_group.special_groups):
        lead = (INSPECTION, "领导小组", "专项整改组", index, "牵头单位")
        yield from _unknown_units([group.lead_unit] if group.lead_unit else [], background.units, lead)
    for index, meeting in enumerate(activities.meetings):
        kinds = activities.meeting_kinds
        yield from _unknown("meeting-kind", "会议类型", [meeting.kind], kinds, (ACTIVITIES, "会议", index, "类型"))
    yield from _issue_numbers(ledger)


def _units_of(issue: Issue, here: Path) -> Iterator[tuple[Path, list[str]]]:
    yield (*here, "牵头单位"), [issue.lead_unit] if issue.lead_unit else []
    yield (*here, "责任单位"), list(issue.responsible_units)
    yield (*here, "配合单位"), list(issue.supporting_units)
    yield (*here, "督办单位"), [issue.supervising_unit] if issue.supervising_unit else []
    reviewer = issue.close_out.reviewing_unit if issue.close_out else None
    yield (*here, "销号", "复核单位"), [reviewer] if reviewer else []
    for index, measure in enumerate(issue.measures):
        below = (*here, "整改措施", index)
        yield (*below, "牵头单位"), [measure.lead_unit] if measure.lead_unit else []
        yield (*below, "责任单位"), list(measure.responsible_units)


def _unknown_units(units: list[str], known: Collection[str], path: Path) -> Iterator[Fault]:
    if not known:
        return
    for unit in units:
        if unit not in known and any(mark in unit for mark in "、；，"):
            message = f"“{unit}”像是几个单位写在了一起；请写成列表，每个单位一项"
            yield Fault("unknown-unit", path, message)
        else:
            yield from _unknown("unit", "单位", [unit], known, path)


def _unknown(code: str, what: str, names: list[str], known: Collection[str], path: Path) -> Iterator[Fault]:
    for name in names:
        if name in known:
            continue
        near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
        repair = f"是不是“{near[0]}”？" if near else f"请改正，或把它加进“{what}”名单"
        yield Fault(f"unknown-{code}", path, f"“{what}”名单里没有“{name}”；{repair}")


def _doubles(names: Collection[str], path: Path, what: str) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, name in enumerate(names):
        if name in seen:
            yield Fault("double-name", (*path, index), f"“{what}”名单里“{name}”写了两遍；请删除一个")
        seen.add(name)


def _issue_numbers(ledger: Ledger) -> Iterator[Fault]:
    numbers = {issue.number for issue in ledger.issues}
    named = {
        "制度文件": [entry.issue_numbers for entry in ledger.activities.rule_documents],
        "资金": [entry.issue_numbers for entry in ledger.activities.funds],
    }
    for key, entries in named.items():
        for index, entry in enumerate(entries):
            for number in entry:
                if number not in numbers:
                    path = (ACTIVITIES, key, index, "问题序号")
                    yield Fault("unknown-issue", path, f"台账里没有序号为 {number} 的问题；请核对“问题序号”")
