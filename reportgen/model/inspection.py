"""inspection.yaml: the inspection, who was inspected, who leads the rectification."""

from typing import Annotated

from reportgen.model.values import AlsoAs, Count, Day, OneOf, Record, Text, Texts


class Inspection(Record):
    """巡视: one inspection and the feedback on it."""

    name: Text
    inspection_team: Text
    superior: Text
    started_on: Day
    ended_on: Day
    feedback_date: Day
    issue_count: Count | None = None


class Inspected(Record):
    """被巡视党组织."""

    full_name: Text
    short_name: Text
    region: Text | None = None


class SpecialGroup(Record):
    """专项整改组: one of the groups below the leading group."""

    name: Text
    head: Text
    lead_unit: Text | None = None
    members: Texts = ()
    duty: Text | None = None


class LeadingGroup(Record):
    """领导小组 with its special groups."""

    name: Text
    head: Text
    deputies: Texts = ()
    members: Texts = ()
    office: Text | None = None
    special_groups: tuple[SpecialGroup, ...] = ()


class TimeRule(Record):
    """时限规则: how long something may take, and by which rule (the source is never left out)."""

    matter: Text
    period: Text
    counted_from: Annotated[str, OneOf("counted_from", "反馈日期", "开始日期", "结束日期")] | None = None
    basis: Text


class Aspect(Record):
    """方面: one of the headings of the feedback, in its order."""

    name: Text
    issue_count: Count | None = None


def _named(value: object) -> object:
    """An aspect may be written as its bare name."""
    return {"名称": value} if isinstance(value, str) else value


class InspectionFile(Record):
    """The whole of inspection.yaml."""

    inspection: Inspection
    inspected: Inspected
    leading_group: LeadingGroup
    units: Texts = ()
    time_rules: tuple[TimeRule, ...] = ()
    aspects: tuple[Annotated[Aspect, AlsoAs(_named, "string")], ...]
