"""Issues as templates see them: everything for the party's own documents, only what is cleared for the public."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reportgen.compose.plain import NEW_PARAGRAPH, one_line, paragraphs, plain, plain_record
from reportgen.facts import completed_as_of, concentrated_end, deadline_kind, status_as_of
from reportgen.model import DeadlineWord, Issue, Ledger, Measure, PublicWording
from reportgen.model.issues import TWO_SIDED
from reportgen.wording import FILTERS, ensure_stop

View = dict[str, object]


@dataclass(frozen=True, slots=True)
class _Frame:
    """What views of issues need to know of the whole."""

    as_of: date
    period_ends: date | None


def internal_aspects(ledger: Ledger, as_of: date) -> list[View]:
    """方面清单 with every field of its issues, their status as of the date; the ledger is as it stood then."""
    frame = _Frame(as_of, concentrated_end(ledger))
    aspects: list[View] = []
    for aspect in ledger.background.aspects:
        issues = [issue for issue in ledger.issues if issue.aspect == aspect.name]
        views = [_internal(issue, f"{len(aspects) + 1}-{place}", frame) for place, issue in enumerate(issues, 1)]
        if views:
            aspects.append({"序号": len(aspects) + 1, "名称": aspect.name, "问题清单": views})
    return aspects


def public_aspects(ledger: Ledger) -> list[View]:
    """方面清单 with nothing but public wording, numbered through; withheld issues are left out."""
    aspects: list[View] = []
    number = 0
    for aspect in ledger.background.aspects:
        views = []
        for issue in ledger.issues:
            if issue.aspect == aspect.name and not (issue.withheld and issue.withheld.to_society):
                number += 1
                views.append(_public(issue, number))
        if views:
            aspects.append({"序号": len(aspects) + 1, "名称": aspect.name, "问题清单": views})
    return aspects


def flat(aspects: Iterable[View]) -> list[View]:
    """问题清单: the issues of all aspects, in order."""
    return [issue for aspect in aspects for issue in aspect["问题清单"]]  # type: ignore[attr-defined] # built above


def _internal(issue: Issue, code: str, frame: _Frame) -> View:
    completed = completed_as_of(issue, frame.as_of)
    measures = [_measure(measure, row, code, issue, frame) for row, measure in enumerate(issue.measures, 1)]
    return {
        **plain_record(issue),
        **_timing(issue.deadline, frame),
        "编号": code,
        "整改类型": deadline_kind(issue),
        "整改状态": str(status_as_of(issue, frame.as_of)),
        "完成日期": completed.isoformat() if completed else None,
        "整改措施": measures,
        "措施内容": [measure["内容"] for measure in measures],
        "子问题": [{"序号": row, **plain_record(sub)} for row, sub in enumerate(issue.sub_issues, 1)],
        "子问题标题": [one_line(sub.title) for sub in issue.sub_issues],
    }


def _measure(measure: Measure, row: int, code: str, issue: Issue, frame: _Frame) -> View:
    """A measure; what it does not say for itself holds as for its issue."""
    own = {key: value for key, value in plain_record(measure).items() if value not in (None, [])}
    deadline = measure.deadline or issue.deadline
    lead = measure.lead_unit or issue.lead_unit
    responsible = [unit for unit in measure.responsible_units or issue.responsible_units if unit != lead]
    return {
        "措施类型": None,
        "责任领导": issue.responsible_leader,
        "整改时限": plain(deadline),
        "完成日期": None,
        **own,
        "牵头单位": lead,
        "责任单位": responsible,
        "配合单位": [unit for unit in issue.supporting_units if unit not in (lead, *responsible)],
        "另有分工": _own_duty(own, _shared(issue)),
        **_timing(deadline, frame),
        "序号": row,
        "编号": f"{code}-{row}",
    }


def _own_duty(own: View, shared: View) -> str | None:
    """What a measure says otherwise than its issue: “牵头单位：…；整改时限：…”, or None."""
    differing = {key: own[key] for key, said in shared.items() if own.get(key) not in (None, said)}
    words = [
        f"{key}：{FILTERS['公文日期' if key == '整改时限' else '或横线'](value)}" for key, value in differing.items()
    ]
    return "；".join(words) or None


def _shared(issue: Issue) -> View:
    """What measures take from their issue unless they say otherwise."""
    return {
        "责任领导": issue.responsible_leader,
        "牵头单位": issue.lead_unit,
        "责任单位": list(issue.responsible_units),
        "整改时限": plain(issue.deadline),
    }


def _timing(deadline: date | DeadlineWord | None, frame: _Frame) -> View:
    within: str | None = None
    if deadline is DeadlineWord.IMMEDIATE:
        within = "是"
    elif deadline is DeadlineWord.ONGOING:
        within = "否"
    elif isinstance(deadline, date) and frame.period_ends:
        within = "是" if deadline <= frame.period_ends else "否"
    return {"集中整改期完成": within, "常态化坚持": "是" if deadline is DeadlineWord.ONGOING else "否"}


def _public(issue: Issue, number: int) -> View:
    subs = [sub for sub in issue.sub_issues if sub.public_wording]
    views = [
        {
            "序号": row,
            "标题": one_line((sub.public_wording and sub.public_wording.public_title) or sub.title),
            "公开段落": public_paragraphs(sub.public_wording),
        }
        for row, sub in enumerate(subs, 1)
    ]
    title = (issue.public_wording and issue.public_wording.public_title) or issue.title
    return {
        "序号": number,
        "标题": one_line(title),
        "公开段落": public_paragraphs(issue.public_wording),
        "子问题": views,
    }


def public_paragraphs(wording: PublicWording | None) -> list[str]:
    """The paragraphs of a 公开表述: its content, then its points joined as its pattern says."""
    if wording is None:
        return []
    found = [ensure_stop(line) for line in paragraphs(wording.content).split(NEW_PARAGRAPH)] if wording.content else []
    joined = FILTERS["一方面另一方面" if wording.pattern == TWO_SIDED else "一是二是"](wording.points)
    around = [ensure_stop(text) for text in (wording.lead_in, joined, wording.closing) if text]
    return [*found, "".join(around)] if around else found
