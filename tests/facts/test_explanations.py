"""What stands behind a figure: its records add up to it, its parts reckon it again."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.facts import FACT_MEANINGS, Explanation, compute, explain, explainable
from reportgen.facts.activities import count_name
from reportgen.ledger.load import load
from reportgen.model import Ledger

LedgerOf = Callable[..., Ledger]
ROOT = Path(__file__).resolve().parents[2]
AS_OF = date(2022, 5, 31)
DAYS = st.dates(date(2021, 11, 1), date(2023, 1, 31))
FORMS = ("第一种形态", "第二种形态", "第三种形态", "第四种形态")
STATES = ("未启动", "正在整改", "基本完成", "已完成", "长期坚持")
NAMES = st.sampled_from(["甲", "乙", "丙.丁", "一｜二", "{{ 三 }}", "按方面"])
ISSUES = st.lists(
    st.fixed_dictionaries(
        {"方面": st.sampled_from(["甲", "乙"])},
        optional={
            "整改状态": st.sampled_from(STATES),
            "完成日期": DAYS,
            "整改时限": st.one_of(st.sampled_from(["立行立改", "长期坚持"]), DAYS),
            "牵头单位": NAMES,
            "专项整改组": st.sampled_from(["第一组", "第三组"]),
            "不公开": st.sampled_from([{"社会": "涉密"}, {"党内": "敏感"}]),
            "整改措施": st.lists(st.just("一条"), max_size=3),
        },
    ),
    max_size=6,
)
JOURNALS = st.one_of(
    st.none(),
    st.lists(
        st.fixed_dictionaries({"日期": DAYS, "问题序号": st.integers(1, 6), "新状态": st.sampled_from(STATES)}),
        max_size=6,
    ),
)
ACTIVITIES = st.fixed_dictionaries(
    {
        "会议类型": st.just(["常委会"]),
        "会议": st.lists(
            st.fixed_dictionaries({"日期": DAYS, "类型": st.sampled_from(["常委会", "专题会"])}), max_size=4
        ),
        "制度文件": st.lists(
            st.fixed_dictionaries(
                {"名称": st.just("办法"), "印发日期": DAYS, "方式": st.sampled_from(["新建", "修订"])}
            ),
            max_size=4,
        ),
        "问题线索处置": st.lists(
            st.fixed_dictionaries(
                {
                    "办结日期": DAYS,
                    "处理人员": st.lists(
                        st.fixed_dictionaries(
                            {"形态": st.sampled_from(FORMS), "人数": st.integers(1, 9)},
                            optional={
                                "党纪处分": st.just("警告"),
                                "政务处分": st.just("记过"),
                                "诫勉谈话": st.just("是"),
                            },
                        ),
                        max_size=3,
                    ),
                }
            ),
            max_size=3,
        ),
        "资金": st.lists(
            st.fixed_dictionaries(
                {
                    "日期": DAYS,
                    "方式": st.sampled_from(["追缴", "清退", "挽回"]),
                    "金额": st.decimals(0, 10**6, places=2).map(lambda figure: f"{figure}万元"),
                }
            ),
            max_size=4,
        ),
    }
)


@pytest.fixture(scope="module")
def sample() -> Ledger:
    ledger = load(ROOT / "data").ledger
    assert ledger is not None
    return ledger


def explained(ledger: Ledger, as_of: date, name: str) -> Explanation:
    found = explain(ledger, as_of, name)
    assert found is not None, name
    return found


def figures(ledger: Ledger, as_of: date) -> dict[str, object]:
    """Everything that documents can quote, by the names under which it is explained."""
    facts = compute(ledger, as_of)
    found: dict[str, object] = dict(facts.values)
    lists = {"按方面": facts.by_aspect, "按单位": facts.by_unit, "按时限": facts.by_deadline, "按组": facts.by_group}
    rows = [(name, row.as_row()) for name, listed in {**lists, "按状态": facts.by_status}.items() for row in listed]
    for name, row in rows:
        found |= {f"{name}.{row['名称']}.{key}": value for key, value in row.items() if key != "名称"}
    return found


def assert_borne_out(explanation: Explanation, value: object) -> None:
    """The records add up to the value; so do the parts, in the way that the formula says."""
    assert explanation.value == value, explanation.name
    assert type(explanation.value) is type(value)
    parts = [part for _, part in explanation.parts]
    if isinstance(value, Fraction):
        *done, whole = parts
        assert value == (Fraction(sum(done), whole) if whole else 0), explanation.name
        assert explanation.entries == ()
    elif isinstance(value, int | Decimal):
        assert sum(entry.weight for entry in explanation.entries) == value, explanation.name
        if parts:
            assert value == (parts[0] - parts[1] if " － " in explanation.formula else sum(parts)), explanation.name


def assert_all_borne_out(ledger: Ledger, as_of: date) -> None:
    expected = figures(ledger, as_of)
    assert set(explainable(ledger)) == set(expected)
    for name, value in expected.items():
        explanation = explained(ledger, as_of, name)
        assert explanation.name == name
        assert_borne_out(explanation, value)
        for part, known in explanation.parts:
            assert expected[part] == known


@pytest.mark.parametrize(
    "as_of", [date(2021, 12, 1), date(2022, 5, 31), date(2022, 7, 29), date(2022, 8, 16), date.max]
)
def test_every_figure_of_the_sample_is_borne_out_by_its_records(sample: Ledger, as_of: date) -> None:
    assert_all_borne_out(sample, as_of)


@settings(max_examples=40)
@given(ISSUES, ACTIVITIES, JOURNALS, DAYS)
def test_every_figure_of_any_ledger_is_borne_out_by_its_records(
    ledger_of: LedgerOf, issues: Any, activities: Any, journal: Any, as_of: date
) -> None:
    assert_all_borne_out(ledger_of(issues, activities, aspects=["甲", "乙"], journal=journal), as_of)


def test_every_record_is_found_where_the_explanation_says(sample: Ledger) -> None:
    files = {}
    for file in ("inspection", "issues", "activities"):
        files |= yaml.safe_load((ROOT / f"data/{file}.yaml").read_text("utf-8"))
    for name in explainable(sample):
        for entry in explained(sample, date.max, name).entries:
            found: Any = files
            for step in entry.where:
                found = found[step]
            if entry.where[0] == "问题清单":
                assert entry.shown.startswith(f"问题 {found['序号']} {found['标题']}")
            else:
                assert isinstance(found, dict)


def test_every_figure_has_its_meaning_and_a_formula_in_words(sample: Ledger) -> None:
    for name in explainable(sample):
        explanation = explained(sample, AS_OF, name)
        assert explanation.meaning
        assert explanation.formula
    assert explained(sample, AS_OF, "逾期数").meaning == FACT_MEANINGS["逾期数"]


def test_a_count_is_explained_by_the_issues_that_it_counts(ledger_of: LedgerOf) -> None:
    issues = [
        {"整改状态": "已完成", "完成日期": "2022-05-01", "标题": "水污染防治\n力度不足"},
        {"整改状态": "正在整改"},
    ]
    explanation = explained(ledger_of(issues), AS_OF, "已完成数")
    (entry,) = explanation.entries
    assert explanation.formula == "整改状态为“已完成”的问题，逐个计数"
    assert (entry.where, entry.shown) == (("问题清单", 0), "问题 1 水污染防治力度不足")
    assert (entry.weight, entry.note) == (1, "已完成，完成日期 2022-05-01")


def test_an_overdue_issue_is_shown_with_its_deadline_and_what_became_of_it(ledger_of: LedgerOf) -> None:
    issues = [{"整改状态": "已完成", "完成日期": "2022-06-01", "整改时限": "2022-05-30"}]
    (entry,) = explained(ledger_of(issues), AS_OF, "逾期数").entries
    assert entry.note == "正在整改，2022-06-01 才完成，整改时限 2022-05-30"


def test_a_rate_leads_on_to_what_it_is_made_of(ledger_of: LedgerOf) -> None:
    issues = [{"整改状态": "已完成"}] * 3 + [{"整改状态": "基本完成"}] * 2
    ledger = ledger_of(issues)
    rate = explained(ledger, AS_OF, "完成率")
    assert (rate.formula, rate.parts) == ("已完成数 ÷ 问题总数 ＝ 3 ÷ 5", (("已完成数", 3), ("问题总数", 5)))
    both = explained(ledger, AS_OF, "完成率含基本完成")
    assert both.formula == "（已完成数 ＋ 基本完成数） ÷ 问题总数 ＝ （3 ＋ 2） ÷ 5"


def test_a_rate_of_nothing_says_so(ledger_of: LedgerOf) -> None:
    assert explained(ledger_of(), AS_OF, "完成率").formula == "已完成数 ÷ 问题总数 ＝ 0 ÷ 0，没有问题时为 0"


def test_what_is_not_completed_is_listed_and_reckoned(ledger_of: LedgerOf) -> None:
    explanation = explained(ledger_of([{"整改状态": "已完成"}, {}, {"整改状态": "基本完成"}]), AS_OF, "未完成数")
    assert explanation.formula == "整改状态不是“已完成”的问题，逐个计数；即 问题总数 － 已完成数 ＝ 3 － 1"
    assert [entry.where[1] for entry in explanation.entries] == [1, 2]


def test_people_are_shown_with_what_they_bore_and_add_their_heads(ledger_of: LedgerOf) -> None:
    people = [{"人数": 2, "党纪处分": "警告", "政务处分": "记过", "形态": "第二种形态"}, {"形态": "第一种形态"}]
    activities = {"问题线索处置": [{"线索编号": "XS-01", "办结日期": "2022-05-01", "处理人员": people}]}
    (entry,) = explained(ledger_of(activities=activities), AS_OF, "党纪政务处分人数").entries
    assert entry.shown == "线索 XS-01 党纪处分（警告）、政务处分（记过）、第二种形态"
    assert (entry.where, entry.weight) == (("问题线索处置", 0, "处理人员", 0), 2)
    assert entry.note == "办结日期 2022-05-01"


def test_money_is_added_in_yuan_and_shown_as_it_was_typed(ledger_of: LedgerOf) -> None:
    funds = [
        {"日期": "2022-03-30", "方式": "追缴", "金额": "128.40万元", "问题序号": [2]},
        {"日期": "2022-05-18", "方式": "挽回", "金额": "20元"},
    ]
    explanation = explained(ledger_of(activities={"资金": funds}), AS_OF, "资金合计")
    assert [(entry.shown, entry.weight) for entry in explanation.entries] == [
        ("追缴 128.40万元（问题 2）", Decimal(1284000)),
        ("挽回 20元", Decimal(20)),
    ]
    assert explanation.formula.endswith("追缴资金 ＋ 清退资金 ＋ 挽回资金 ＝ 1284000元 ＋ 0元 ＋ 20元")


def test_rows_of_lists_are_explained_too(ledger_of: LedgerOf) -> None:
    issues = [{"牵头单位": "市国资委", "整改时限": "2022-05-01"}, {"牵头单位": "市水务局", "整改状态": "已完成"}]
    ledger = ledger_of(issues)
    overdue = explained(ledger, AS_OF, "按单位.市国资委.逾期数")
    assert (overdue.value, [entry.where for entry in overdue.entries]) == (1, [("问题清单", 0)])
    assert overdue.meaning == "按单位的“市国资委”一行：其中逾期的"
    rate = explained(ledger, AS_OF, "按单位.市水务局.完成率")
    assert rate.parts == (("按单位.市水务局.已完成数", 1), ("按单位.市水务局.问题数", 1))


@pytest.mark.parametrize("name", ["按状态.已完成", "按状态.已完成.问题数", "事实.按状态.已完成"])
def test_a_status_alone_means_its_count(ledger_of: LedgerOf, name: str) -> None:
    explanation = explained(ledger_of([{"整改状态": "已完成"}]), AS_OF, name)
    assert (explanation.name, explanation.value) == ("按状态.已完成.问题数", 1)


@pytest.mark.parametrize(
    "name", ["已完成数", "事实.已完成数", "{{ 事实.已完成数 }}", "{{ 事实.已完成数|汉字数字 }}", " 已完成数 "]
)
def test_a_name_may_stand_as_templates_write_it(ledger_of: LedgerOf, name: str) -> None:
    assert explained(ledger_of([{"整改状态": "已完成"}]), AS_OF, name).name == "已完成数"


@pytest.mark.parametrize("name", ["", "已完成", "事实", "按方面.丙.问题数", "按状态.已完成.逾期数", "问题.标题"])
def test_what_is_no_figure_has_no_explanation(ledger_of: LedgerOf, name: str) -> None:
    assert explain(ledger_of([{}]), AS_OF, name) is None


def test_the_date_itself_is_given_not_counted(ledger_of: LedgerOf) -> None:
    explanation = explained(ledger_of(), AS_OF, "截至日期")
    assert (explanation.value, explanation.entries, explanation.parts) == (AS_OF, (), ())


def test_kinds_of_meetings_have_names_of_their_own(ledger_of: LedgerOf) -> None:
    meetings = [{"日期": "2022-03-01", "类型": "调度会", "议题": "研究整改"}, {"日期": "2022-07-01", "类型": "调度会"}]
    explanation = explained(ledger_of(activities={"会议": meetings}), AS_OF, count_name("调度会"))
    (entry,) = explanation.entries
    assert (entry.shown, entry.note) == ("调度会 研究整改", "召开日期 2022-03-01")
    assert explanation.meaning == "截至当日召开的“调度会”次数"
