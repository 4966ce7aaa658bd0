"""Figures counted from the records of activities; what happened after the date does not count."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

from reportgen.model import Activities, Fund, Meeting, PeopleHandled
from reportgen.model.activities import FORMS

_FUND_NAMES = {"追缴": "追缴资金", "清退": "清退资金", "挽回": "挽回资金"}


def meeting_kinds(activities: Activities) -> tuple[str, ...]:
    """会议类型 as declared, then those that only meetings have, whatever the date."""
    used = (meeting.kind for meeting in activities.meetings)
    return tuple(dict.fromkeys([*activities.meeting_kinds, *used]))


def count_name(meeting_kind: str) -> str:
    """The name of the fact that counts meetings of a kind: 市委常委会 → 市委常委会次数."""
    return f"{meeting_kind}次数"


def activity_figures(activities: Activities, as_of: date) -> dict[str, int | Decimal]:
    """Counts and sums (in 元) as of a date, by Chinese name."""
    clues = [clue for clue in activities.clues if clue.concluded_on <= as_of]
    rules = [rule.manner for rule in activities.rule_documents if rule.printed_on <= as_of]
    return {
        **_meeting_figures(activities, as_of),
        "制度文件数": len(rules),
        "新建制度数": rules.count("新建"),
        "修订制度数": rules.count("修订"),
        "问题线索数": len(clues),
        **_people_figures([people for clue in clues for people in clue.people]),
        **_fund_figures(fund for fund in activities.funds if fund.date <= as_of),
    }


def _meeting_figures(activities: Activities, as_of: date) -> dict[str, int]:
    held: list[Meeting] = [meeting for meeting in activities.meetings if meeting.date <= as_of]
    kinds = [meeting.kind for meeting in held]
    return {"会议总数": len(held)} | {count_name(kind): kinds.count(kind) for kind in meeting_kinds(activities)}


def _people_figures(people: list[PeopleHandled]) -> dict[str, int]:
    """Heads, not cases: whoever bears both a party and a state sanction is one person sanctioned."""

    def heads(chosen: Callable[[PeopleHandled], object]) -> int:
        return sum(entry.headcount for entry in people if chosen(entry))

    return {
        "处理人数": sum(entry.headcount for entry in people),
        "党纪政务处分人数": heads(lambda entry: entry.party_sanction or entry.state_sanction),
        "党纪处分人数": heads(lambda entry: entry.party_sanction),
        "政务处分人数": heads(lambda entry: entry.state_sanction),
        "组织处理人数": heads(lambda entry: entry.organisational),
        "诫勉谈话人数": heads(lambda entry: entry.admonished),
        "移送司法人数": heads(lambda entry: entry.transferred),
        **{f"{form}人数": _of_form(people, form) for form in FORMS},
    }


def _of_form(people: list[PeopleHandled], form: str) -> int:
    return sum(entry.headcount for entry in people if entry.form == form)


def _fund_figures(funds: Iterable[Fund]) -> dict[str, Decimal]:
    sums = dict.fromkeys(_FUND_NAMES.values(), Decimal(0))
    for fund in funds:
        sums[_FUND_NAMES[fund.manner]] += fund.amount.yuan
    return {**sums, "资金合计": sum(sums.values(), Decimal(0))}
