"""Figures counted from the records of activities."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from reportgen.facts.figures import Count, Figure, Table
from reportgen.facts.records import Handled, Placed
from reportgen.model import Activities, ClueDisposition, Fund, Meeting, PeopleHandled, RuleDocument
from reportgen.model.activities import FORMS

_FUND_NAMES = {"追缴": "追缴资金", "清退": "清退资金", "挽回": "挽回资金"}


def meeting_kinds(activities: Activities) -> tuple[str, ...]:
    """会议类型 as declared, then those that only meetings have, whatever the date."""
    used = (meeting.kind for meeting in activities.meetings)
    return tuple(dict.fromkeys([*activities.meeting_kinds, *used]))


def count_name(meeting_kind: str) -> str:
    """The name of the fact that counts meetings of a kind: 市委常委会 → 市委常委会次数."""
    return f"{meeting_kind}次数"


def activity_figures(activities: Activities) -> tuple[Figure, ...]:
    """Counts, and sums in 元, of what was held, printed, concluded or recovered by the date."""
    return (*_meeting_figures(meeting_kinds(activities)), *_RULE_FIGURES, _CLUES, *_PEOPLE_FIGURES, *_FUND_FIGURES)


def _clue_name(clue: Placed[ClueDisposition]) -> str:
    return f"线索 {clue.record.clue_number or f'（第 {int(clue.where[-1]) + 1} 条）'}"


def _people(row: Handled) -> str:
    people = row.people
    said = (
        people.party_sanction and f"党纪处分（{people.party_sanction}）",
        people.state_sanction and f"政务处分（{people.state_sanction}）",
        people.organisational and f"组织处理（{people.organisational}）",
        people.admonished and "诫勉谈话",
        people.transferred and "移送司法",
        people.form,
        people.rank,
    )
    return f"{_clue_name(row.clue)} {'、'.join(str(word) for word in said if word)}"


def _fund(fund: Fund) -> str:
    numbers = "、".join(str(number) for number in fund.issue_numbers)
    return f"{fund.manner} {fund.amount.figure}{fund.amount.unit}" + (f"（问题 {numbers}）" if numbers else "")


_MEETINGS: Table[Placed[Meeting]] = Table(
    rows=lambda records: records.meetings,
    where=lambda row: row.where,
    shown=lambda row: " ".join(filter(None, (row.record.kind, row.record.topic))),
    note=lambda row: f"召开日期 {row.record.date}",
)
_RULES: Table[Placed[RuleDocument]] = Table(
    rows=lambda records: records.rule_documents,
    where=lambda row: row.where,
    shown=lambda row: " ".join(filter(None, (row.record.name, row.record.rule_number))),
    note=lambda row: f"{row.record.manner}，印发日期 {row.record.printed_on}",
)
_CLUE_TABLE: Table[Placed[ClueDisposition]] = Table(
    rows=lambda records: records.clues,
    where=lambda row: row.where,
    shown=_clue_name,
    note=lambda row: f"办结日期 {row.record.concluded_on}",
)
_PEOPLE: Table[Handled] = Table(
    rows=lambda records: records.people,
    where=lambda row: row.where,
    shown=_people,
    note=lambda row: f"办结日期 {row.clue.record.concluded_on}",
)
_FUNDS: Table[Placed[Fund]] = Table(
    rows=lambda records: records.funds,
    where=lambda row: row.where,
    shown=lambda row: _fund(row.record),
    note=lambda row: f"日期 {row.record.date}",
)


def _meeting_figures(kinds: tuple[str, ...]) -> Iterator[Count[Placed[Meeting]]]:
    parts = tuple(count_name(kind) for kind in kinds)
    yield Count("会议总数", "截至当日召开的各类会议", _MEETINGS, parts=parts)
    yield from map(_held, kinds)


def _held(kind: str) -> Count[Placed[Meeting]]:
    return Count(count_name(kind), f"截至当日召开的“{kind}”", _MEETINGS, lambda row: row.record.kind == kind)


def _rules(name: str, manner: str) -> Count[Placed[RuleDocument]]:
    return Count(name, f"截至当日{manner}并印发的制度文件", _RULES, lambda row: row.record.manner == manner)


def _heads(
    name: str, rule: str, chosen: Callable[[PeopleHandled], object], parts: tuple[str, ...] = ()
) -> Count[Handled]:
    """Heads, not cases: whoever bears both a party and a state sanction is one person sanctioned."""
    whole = f"截至当日办结的线索中{rule}"
    return Count(name, whole, _PEOPLE, lambda row: chosen(row.people), _headcount, how="人数相加", parts=parts)


def _headcount(row: Handled) -> int:
    return row.people.headcount


def _of_form(form: str) -> Count[Handled]:
    return _heads(f"{form}人数", f"运用“{form}”处理的人员", lambda people: people.form == form)


def _yuan(row: Placed[Fund]) -> Decimal:
    return row.record.amount.yuan


def _money(name: str, rule: str, chosen: Callable[[Fund], object], parts: tuple[str, ...] = ()) -> Count[Placed[Fund]]:
    how, zero = "金额（元）相加", Decimal(0)
    return Count(name, rule, _FUNDS, lambda row: chosen(row.record), _yuan, how=how, zero=zero, parts=parts)


def _recovered(manner: str, name: str) -> Count[Placed[Fund]]:
    return _money(name, f"截至当日{manner}的资金", lambda fund: fund.manner == manner)


_RULE_FIGURES: tuple[Figure, ...] = (
    Count("制度文件数", "截至当日印发的制度文件", _RULES, parts=("新建制度数", "修订制度数")),
    _rules("新建制度数", "新建"),
    _rules("修订制度数", "修订"),
)
_CLUES: Figure = Count("问题线索数", "截至当日办结的移交问题线索", _CLUE_TABLE)
_PEOPLE_FIGURES: tuple[Figure, ...] = (
    _heads("处理人数", "处理的人员", lambda _: True, parts=tuple(f"{form}人数" for form in FORMS)),
    _heads(
        "党纪政务处分人数", "受党纪处分或政务处分的人员", lambda people: people.party_sanction or people.state_sanction
    ),
    _heads("党纪处分人数", "受党纪处分的人员", lambda people: people.party_sanction),
    _heads("政务处分人数", "受政务处分的人员", lambda people: people.state_sanction),
    _heads("组织处理人数", "受组织处理的人员", lambda people: people.organisational),
    _heads("诫勉谈话人数", "受诫勉谈话的人员", lambda people: people.admonished),
    _heads("移送司法人数", "移送司法机关的人员", lambda people: people.transferred),
    *map(_of_form, FORMS),
)
_FUND_FIGURES: tuple[Figure, ...] = (
    *(_recovered(manner, name) for manner, name in _FUND_NAMES.items()),
    _money("资金合计", "截至当日追缴、清退、挽回的资金", lambda _: True, parts=tuple(_FUND_NAMES.values())),
)
