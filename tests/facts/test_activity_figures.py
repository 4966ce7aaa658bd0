"""Figures counted from meetings, rules, clues and funds."""

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.facts import compute

AS_OF = date(2022, 5, 31)
FORMS = ("第一种形态", "第二种形态", "第三种形态", "第四种形态")
DAYS = st.dates(date(2021, 11, 1), date(2022, 12, 31))
SUMS = st.decimals(0, 10**6, places=2).map(lambda figure: f"{figure}万元")

ACTIVITIES = st.fixed_dictionaries(
    {
        "会议": st.lists(st.fixed_dictionaries({"日期": DAYS, "类型": st.sampled_from(["市委常委会", "书记专题会"])})),
        "制度文件": st.lists(
            st.fixed_dictionaries(
                {"名称": st.just("办法"), "印发日期": DAYS, "方式": st.sampled_from(["新建", "修订"])}
            )
        ),
        "问题线索处置": st.lists(
            st.fixed_dictionaries(
                {
                    "办结日期": DAYS,
                    "处理人员": st.lists(
                        st.fixed_dictionaries(
                            {"形态": st.sampled_from(FORMS), "人数": st.integers(1, 9)},
                            optional={
                                "党纪处分": st.sampled_from(["警告", "开除党籍"]),
                                "政务处分": st.sampled_from(["记过", "撤职"]),
                            },
                        ),
                        max_size=3,
                    ),
                }
            ),
            max_size=4,
        ),
        "资金": st.lists(
            st.fixed_dictionaries({"日期": DAYS, "方式": st.sampled_from(["追缴", "清退", "挽回"]), "金额": SUMS}),
            max_size=4,
        ),
    }
)


def _people(*people: dict[str, object], concluded_on: str = "2022-05-01") -> dict[str, object]:
    return {"问题线索处置": [{"办结日期": concluded_on, "处理人员": list(people)}]}


def test_meetings_are_counted_by_kind_and_later_ones_are_not(ledger_of):
    held = [
        ("2022-05-31", "市委常委会"),
        ("2022-04-01", "市委常委会"),
        ("2022-06-01", "市委常委会"),
        ("2022-01-01", "其他会议"),
    ]
    meetings = [{"日期": day, "类型": kind} for day, kind in held]
    activities = {"会议类型": ["市委常委会", "书记专题会", "其他会议"], "会议": meetings}
    values = compute(ledger_of(activities=activities), AS_OF).values
    assert values["会议总数"] == 3
    assert [values[name] for name in ("市委常委会次数", "书记专题会次数", "其他会议次数")] == [2, 0, 1]


def test_a_kind_of_meeting_that_was_not_declared_is_counted_too(ledger_of):
    values = compute(ledger_of(activities={"会议": [{"日期": "2022-06-01", "类型": "调度会"}]}), AS_OF).values
    assert values["调度会次数"] == 0


def test_rules_are_counted_by_manner_and_later_ones_are_not(ledger_of):
    printed = [("2022-05-31", "新建"), ("2022-05-01", "修订"), ("2022-03-01", "新建"), ("2022-06-01", "修订")]
    rules = [{"名称": "办法", "印发日期": day, "方式": manner} for day, manner in printed]
    values = compute(ledger_of(activities={"制度文件": rules}), AS_OF).values
    assert [values[name] for name in ("制度文件数", "新建制度数", "修订制度数")] == [3, 2, 1]


def test_a_person_with_both_sanctions_is_one_person_sanctioned(ledger_of):
    activities = _people(
        {"人数": 2, "党纪处分": "严重警告", "政务处分": "记过", "形态": "第二种形态"},
        {"人数": 3, "党纪处分": "警告", "形态": "第二种形态"},
        {"政务处分": "撤职", "形态": "第三种形态"},
        {"人数": 4, "诫勉谈话": "是", "形态": "第一种形态"},
    )
    values = compute(ledger_of(activities=activities), AS_OF).values
    assert [values[f"{name}处分人数"] for name in ("党纪政务", "党纪", "政务")] == [6, 5, 3]
    assert values["处理人数"] == 10


def test_each_outcome_is_counted_by_heads(ledger_of):
    activities = _people(
        {"人数": 17, "组织处理": "免职", "形态": "第二种形态"},
        {"人数": 5, "诫勉谈话": "是", "形态": "第一种形态"},
        {"党纪处分": "开除党籍", "政务处分": "开除", "移送司法": "是", "形态": "第四种形态"},
    )
    values = compute(ledger_of(activities=activities), AS_OF).values
    assert [values[name] for name in ("组织处理人数", "诫勉谈话人数", "移送司法人数")] == [17, 5, 1]
    assert [values[f"{form}人数"] for form in FORMS] == [5, 17, 0, 1]


def test_a_clue_concluded_later_does_not_count_nor_do_its_people(ledger_of):
    activities = _people({"形态": "第一种形态"}, concluded_on="2022-06-01")
    values = compute(ledger_of(activities=activities), AS_OF).values
    assert (values["问题线索数"], values["处理人数"]) == (0, 0)


def test_funds_of_different_units_add_up_in_yuan_and_later_ones_do_not(ledger_of):
    taken = [("2022-05-31", "清退", "66.57万元"), ("2022-05-01", "追缴", "1460000元"), ("2022-06-01", "追缴", "1亿元")]
    funds = [{"日期": day, "方式": manner, "金额": money} for day, manner, money in taken]
    values = compute(ledger_of(activities={"资金": funds}), AS_OF).values
    assert values["清退资金"] == Decimal("665700")
    assert values["追缴资金"] == Decimal("1460000")
    assert values["挽回资金"] == 0
    assert values["资金合计"] == Decimal("2125700")


@settings(max_examples=40)
@given(ACTIVITIES, DAYS)
def test_parts_add_up_to_their_totals(ledger_of, activities, as_of):
    values = compute(ledger_of(activities=activities), as_of).values
    assert sum(count for name, count in values.items() if name.endswith("会次数")) == values["会议总数"]
    assert values["新建制度数"] + values["修订制度数"] == values["制度文件数"]
    assert sum(values[f"{form}人数"] for form in FORMS) == values["处理人数"]
    assert values["追缴资金"] + values["清退资金"] + values["挽回资金"] == values["资金合计"]
    sanctioned, party, state = (values[f"{name}处分人数"] for name in ("党纪政务", "党纪", "政务"))
    assert max(party, state) <= sanctioned <= party + state


@settings(max_examples=40)
@given(ACTIVITIES, DAYS, DAYS)
def test_nothing_is_more_as_of_an_earlier_date(ledger_of, activities, one, other):
    ledger = ledger_of(activities=activities)
    earlier, later = (compute(ledger, as_of).values for as_of in sorted((one, other)))
    assert list(earlier) == list(later)
    assert all(earlier[name] <= later[name] for name in earlier)
