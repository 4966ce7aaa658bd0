"""issues.yaml: the issues of the feedback, their measures, progress and public wording."""

from typing import Annotated

from reportgen.model.values import (
    AlsoAs,
    Count,
    Day,
    Deadline,
    OneOf,
    Record,
    StatusWord,
    Text,
    Texts,
)

MEASURE_TYPES = ("建章立制", "专项整治", "追责问责", "挽回损失", "举一反三", "其他")
LISTED, TWO_SIDED = "一是二是", "一方面另一方面"


class Measure(Record):
    """整改措施: one measure; what it does not say for itself holds as for its issue."""

    content: Text
    measure_type: Annotated[str, OneOf("measure_type", *MEASURE_TYPES)] | None = None
    responsible_leader: Text | None = None
    lead_unit: Text | None = None
    responsible_units: Texts = ()
    deadline: Deadline | None = None
    completed_on: Day | None = None


def _measure(value: object) -> object:
    """A measure may be written as its bare content."""
    return {"内容": value} if isinstance(value, str) else value


class PublicWording(Record):
    """公开表述: the only wording of an issue that the notice may use.

    `content` is a single paragraph (or several); `points` are joined as `pattern` says, between
    `lead_in` and `closing`.
    """

    public_title: Text | None = None
    content: Text | None = None
    lead_in: Text | None = None
    pattern: Annotated[str, OneOf("pattern", LISTED, TWO_SIDED)] = LISTED
    points: Texts = ()
    closing: Text | None = None


def _public_wording(value: object) -> object:
    """A text is one paragraph; a list is points joined by 一是、二是."""
    if isinstance(value, str):
        return {"内容": value}
    return {"分述": value} if isinstance(value, list) else value


PublicText = Annotated[PublicWording, AlsoAs(_public_wording, "string", "array")]


class Withheld(Record):
    """不公开: why an issue is not published, kept apart for the party and for society."""

    within_party: Text | None = None
    to_society: Text | None = None


class CloseOut(Record):
    """销号: the steps by which an issue is struck off."""

    applied_on: Day | None = None
    reviewing_unit: Text | None = None
    reviewed_on: Day | None = None
    review_opinion: Text | None = None
    approver: Text | None = None
    closed_on: Day | None = None


class SubIssue(Record):
    """子问题: an issue listed below another."""

    title: Text
    manifestation: Text | None = None
    progress: Text | None = None
    public_wording: PublicText | None = None


class Issue(Record):
    """问题: one issue of the feedback. Only what the feedback itself gives is always required."""

    number: Count
    aspect: Text
    title: Text
    manifestation: Text | None = None
    key_concern: Text | None = None
    origin: Text | None = None
    cause: Text | None = None
    target: Text | None = None
    special_group: Text | None = None
    responsible_leader: Text | None = None
    lead_unit: Text | None = None
    responsible_units: Texts = ()
    supporting_units: Texts = ()
    responsible_person: Text | None = None
    supervising_unit: Text | None = None
    deadline: Deadline | None = None
    status: StatusWord | None = None
    completed_on: Day | None = None
    progress: Text | None = None
    evidence: Texts = ()
    measures: tuple[Annotated[Measure, AlsoAs(_measure, "string")], ...] = ()
    sub_issues: tuple[SubIssue, ...] = ()
    public_wording: PublicText | None = None
    withheld: Withheld | None = None
    close_out: CloseOut | None = None
    remark: Text | None = None


class IssuesFile(Record):
    """The whole of issues.yaml."""

    issues: tuple[Issue, ...]
