"""Figures counted from issues."""

from dataclasses import FrozenInstanceError
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.facts import FACT_MEANINGS, ROW_MEANINGS, compute, fact_meanings

AS_OF = date(2022, 5, 31)
STATUS_COUNTS = ("已完成数", "基本完成数", "正在整改数", "未启动数", "长期坚持数")

ISSUES = st.lists(
    st.fixed_dictionaries(
        {"方面": st.sampled_from(["甲", "乙"])},
        optional={
            "整改状态": st.sampled_from(["未启动", "正在整改", "基本完成", "已完成", "长期坚持"]),
            "完成日期": st.dates(date(2022, 1, 1), date(2022, 12, 31)),
            "整改时限": st.one_of(
                st.sampled_from(["立行立改", "长期坚持"]), st.dates(date(2022, 1, 1), date(2022, 12, 31))
            ),
            "牵头单位": st.sampled_from(["市委办公室", "市委组织部"]),
            "不公开": st.sampled_from([{"社会": "涉密"}, {"党内": "敏感"}]),
        },
    ),
    max_size=8,
)
DAYS = st.dates(date(2021, 12, 1), date(2023, 1, 31))


def test_issues_are_counted_by_status(ledger_of):
    done = {"整改状态": "已完成", "完成日期": "2022-05-01"}
    issues = [done, done, {"整改状态": "基本完成"}, {"整改状态": "正在整改"}, {"整改状态": "长期坚持"}, {}, {}]
    values = compute(ledger_of(issues), AS_OF).values
    assert {name: values[name] for name in STATUS_COUNTS} == {
        "已完成数": 2,
        "基本完成数": 1,
        "正在整改数": 1,
        "未启动数": 2,
        "长期坚持数": 1,
    }
    assert values["未完成数"] == 5


def test_the_rate_does_not_include_what_is_basically_completed(ledger_of):
    issues = [{"整改状态": "已完成", "完成日期": "2022-05-01"}] * 19 + [{"整改状态": "基本完成"}] * 6
    values = compute(ledger_of(issues), AS_OF).values
    assert values["完成率"] == Fraction(19, 25)
    assert values["完成率含基本完成"] == 1


def test_a_ledger_without_issues_has_figures_all_the_same(ledger_of):
    values = compute(ledger_of(), AS_OF).values
    assert values["问题总数"] == 0
    assert values["完成率"] == 0


def test_measures_groups_and_aspects_are_counted(ledger_of):
    ledger = ledger_of([{"整改措施": ["一条", "两条"]}, {"整改措施": ["三条"]}], aspects=["甲", "乙", "丙", "丁"])
    values = compute(ledger, AS_OF).values
    assert (values["措施总数"], values["专项整改组数"], values["方面数"]) == (3, 2, 4)


def test_issues_are_counted_by_kind_of_deadline(ledger_of):
    deadlines = ["立行立改", "2022-06-30", "2022-04-30", "长期坚持", None]
    facts = compute(ledger_of([{"整改时限": deadline} for deadline in deadlines]), AS_OF)
    assert [facts.values[name] for name in ("立行立改数", "限期整改数", "长期任务数", "逾期数")] == [1, 2, 1, 1]
    assert [(row.name, row.total) for row in facts.by_deadline] == [
        ("立行立改", 1),
        ("限期整改", 2),
        ("长期坚持", 1),
        ("未明确时限", 1),
    ]


def test_only_a_reason_towards_society_keeps_an_issue_from_the_public(ledger_of):
    issues = [{"不公开": {"社会": "涉密"}}, {"不公开": {"党内": "敏感"}}, {}]
    values = compute(ledger_of(issues), AS_OF).values
    assert (values["公开问题数"], values["不公开问题数"]) == (2, 1)


def test_aspects_come_in_the_order_of_the_feedback_with_empty_ones(ledger_of):
    facts = compute(ledger_of([{"方面": "丙"}, {"方面": "甲"}, {"方面": "甲"}], aspects=["甲", "乙", "丙"]), AS_OF)
    assert [(row.name, row.total) for row in facts.by_aspect] == [("甲", 2), ("乙", 0), ("丙", 1)]


def test_lead_units_come_in_the_order_of_the_list_of_units_without_idle_ones(ledger_of):
    leads = ["市水务局", "市财政局", "市水务局", None]
    issues = [{"牵头单位": lead, "整改状态": "已完成", "完成日期": "2022-05-01"} for lead in leads]
    facts = compute(ledger_of(issues, units=["市财政局", "市审计局", "市水务局"]), AS_OF)
    assert [(row.name, row.total, row.done) for row in facts.by_unit] == [
        ("市财政局", 1, 1),
        ("市水务局", 2, 2),
        ("未明确牵头单位", 1, 1),
    ]


def test_special_groups_come_in_their_order_and_issues_without_one_after_them(ledger_of):
    issues = [{}, {"专项整改组": "第二组", "整改状态": "已完成"}, {"专项整改组": "第二组"}]
    assert [(row.name, row.total, row.done) for row in compute(ledger_of(issues), AS_OF).by_group] == [
        ("第一组", 0, 0),
        ("第二组", 2, 1),
        ("未明确专项整改组", 1, 0),
    ]
    assert [row.name for row in compute(ledger_of(issues[1:]), AS_OF).by_group] == ["第一组", "第二组"]


def test_statuses_are_listed_with_zeros_done_first(ledger_of):
    facts = compute(ledger_of([{"整改状态": "正在整改"}]), AS_OF)
    assert [row.as_row() for row in facts.by_status] == [
        {"名称": "已完成", "问题数": 0},
        {"名称": "基本完成", "问题数": 0},
        {"名称": "正在整改", "问题数": 1},
        {"名称": "未启动", "问题数": 0},
        {"名称": "长期坚持", "问题数": 0},
    ]


def test_a_row_has_every_name_that_the_reference_explains(ledger_of):
    row = compute(ledger_of([{}]), AS_OF).by_aspect[0].as_row()
    assert set(row) == set(ROW_MEANINGS)


def test_every_fact_has_a_meaning_and_every_meaning_a_fact(ledger_of):
    facts = compute(ledger_of(activities={"会议类型": ["市委常委会"]}), AS_OF)
    assert set(facts.values) == {*FACT_MEANINGS, "市委常委会次数"}
    assert set(fact_meanings(["市委常委会"])) == set(facts.values)


def test_facts_cannot_be_changed(ledger_of):
    facts = compute(ledger_of([{}]), AS_OF)
    with pytest.raises(TypeError):
        facts.values["问题总数"] = 2
    with pytest.raises(FrozenInstanceError):
        facts.as_of = date(2022, 6, 1)


@settings(max_examples=40)
@given(ISSUES, DAYS)
def test_every_breakdown_adds_up_to_the_total(ledger_of, issues, as_of):
    facts = compute(ledger_of(issues, aspects=["甲", "乙"]), as_of)
    total = len(issues)
    assert sum(facts.values[name] for name in STATUS_COUNTS) == total
    assert facts.values["公开问题数"] + facts.values["不公开问题数"] == total
    for rows in (facts.by_aspect, facts.by_unit, facts.by_status, facts.by_deadline, facts.by_group):
        assert sum(row.total for row in rows) == total
    for row in facts.by_aspect:
        assert row.done + row.basically_done + row.in_progress + row.not_started + row.ongoing == row.total
        assert row.total - row.done == row.not_done


@settings(max_examples=40)
@given(ISSUES, DAYS)
def test_every_rate_lies_between_nothing_and_the_whole(ledger_of, issues, as_of):
    values = compute(ledger_of(issues), as_of).values
    assert 0 <= values["完成率"] <= values["完成率含基本完成"] <= 1


@settings(max_examples=40)
@given(ISSUES, DAYS, DAYS)
def test_fewer_issues_are_completed_as_of_an_earlier_date(ledger_of, issues, one, other):
    ledger = ledger_of(issues)
    earlier, later = (compute(ledger, as_of).values for as_of in sorted((one, other)))
    assert earlier["已完成数"] <= later["已完成数"]
    assert earlier["问题总数"] == later["问题总数"]
