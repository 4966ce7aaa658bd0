"""activities.yaml: the records that figures are counted from."""

from typing import Annotated

from pydantic import Field

from reportgen.model.values import (
    AlsoAs,
    Count,
    Day,
    Figure,
    OneOf,
    Record,
    Sum,
    Text,
    Texts,
    YesNo,
    as_list,
)

FORMS = ("第一种形态", "第二种形态", "第三种形态", "第四种形态")
LIGHT_PARTY, HEAVY_PARTY = ("警告", "严重警告"), ("撤销党内职务", "留党察看", "开除党籍")
LIGHT_STATE, HEAVY_STATE = ("警告", "记过", "记大过", "降级"), ("撤职", "开除")
ORGANISATIONAL = ("停职检查", "调整职务", "责令辞职", "免职", "降职", "其他")

Counts = Annotated[tuple[Count, ...], AlsoAs(as_list, "string", "integer")]


class Meeting(Record):
    """会议: one meeting; `kind` is one of 会议类型."""

    date: Day
    kind: Text
    topic: Text | None = None


class RuleDocument(Record):
    """制度文件: one rule that was made or revised."""

    name: Text
    rule_number: Text | None = None
    printed_on: Day
    manner: Annotated[str, OneOf("manner", "新建", "修订")]
    issue_numbers: Counts = ()


class PeopleHandled(Record):
    """处理人员: people handled alike; each person belongs to one 形态 and may bear several outcomes."""

    headcount: Count = 1
    party_sanction: Annotated[str, OneOf("party_sanction", *LIGHT_PARTY, *HEAVY_PARTY)] | None = None
    state_sanction: Annotated[str, OneOf("state_sanction", *LIGHT_STATE, *HEAVY_STATE)] | None = None
    organisational: Annotated[str, OneOf("organisational", *ORGANISATIONAL)] | None = None
    admonished: YesNo = False
    transferred: YesNo = False
    form: Annotated[str, OneOf("form", *FORMS)]
    rank: Text | None = None


class ClueDisposition(Record):
    """问题线索处置: one clue that the inspection handed over, and what came of it."""

    clue_number: Text | None = None
    concluded_on: Day
    people: tuple[PeopleHandled, ...] = ()


class Fund(Record):
    """资金: money recovered."""

    date: Day
    manner: Annotated[str, OneOf("manner", "追缴", "清退", "挽回")]
    amount: Sum
    issue_numbers: Counts = ()


class FourForms(Record):
    """四种形态 as reported; in 万人次 the parts are rounded."""

    unit_of_count: Annotated[str, OneOf("unit_of_count", "人", "人次", "万人次")] = "人次"
    total: Figure
    form_1: Figure
    form_2: Figure
    form_3: Figure
    form_4: Figure
    shares: tuple[Figure, ...] = Field(default=(), max_length=4)


class Sanctions(Record):
    """处分 as reported."""

    sanctioned: Count
    party_count: Count
    state_count: Count
    light_count: Count | None = None
    heavy_count: Count | None = None
    transferred_count: Count | None = None
    admonished_count: Count | None = None
    by_rank: dict[str, Count] = Field(default_factory=dict)


class Rectification(Record):
    """整改完成 as reported."""

    total: Count
    done: Count
    basically_done: Count = 0
    in_progress: Count = 0
    not_started: Count = 0
    ongoing: Count = 0
    rate: Figure | None = None
    rate_includes_basic: YesNo = False
    listed_count: Count | None = None
    withheld_count: Count = 0


class MoneyReported(Record):
    """资金汇总 as reported."""

    total: Sum
    money_items: dict[str, Sum]


class RulesReported(Record):
    """制度汇总 as reported."""

    total: Count
    created: Count
    revised: Count
    names: Texts = ()


class ReportedFigures(Record):
    """上报数据: sums that were already reported; the arithmetic of regulations.md section d is checked on them."""

    as_of: Day
    source: Text
    four_forms: FourForms | None = None
    sanctions: Sanctions | None = None
    rectification: Rectification | None = None
    money: MoneyReported | None = None
    rules_total: RulesReported | None = None


class Activities(Record):
    """The whole of activities.yaml; a ledger of the planning stage has none."""

    meeting_kinds: Texts = ()
    meetings: tuple[Meeting, ...] = ()
    rule_documents: tuple[RuleDocument, ...] = ()
    clues: tuple[ClueDisposition, ...] = ()
    funds: tuple[Fund, ...] = ()
    reported_figures: tuple[ReportedFigures, ...] = ()
