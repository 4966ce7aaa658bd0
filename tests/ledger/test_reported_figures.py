"""The arithmetic of sums that were already reported; figures of public reports hold, with one digit changed they do not."""

from typing import Any

import pytest

from reportgen.ledger.rules.arithmetic import reported_figures_add_up
from reportgen.model import Activities, InspectionFile, Ledger


def codes(*entries: dict[str, Any]) -> list[str]:
    """What the rules say of 上报数据 alone."""
    head = {"截至日期": "2022-07-29", "来源": "市纪委监委"}
    activities = Activities.model_validate({"上报数据": [{**head, **entry} for entry in entries]})
    background = InspectionFile.model_construct()
    return [fault.code for fault in reported_figures_add_up(Ledger(background, (), activities, {}, {}))]


def forms(unit: str, total: str, *parts: str, **more: Any) -> dict[str, Any]:
    names = ("第一种形态", "第二种形态", "第三种形态", "第四种形态")
    return {"四种形态": {"计数单位": unit, "总数": total, **dict(zip(names, parts, strict=True)), **more}}


@pytest.mark.parametrize(
    ("unit", "total", "parts"),
    [
        ("人次", "1005", ("663", "262", "35", "45")),
        ("人次", "51044", ("33650", "13315", "1430", "2649")),
        ("万人次", "212.5", ("148.7", "49.4", "7", "7.4")),
        ("万人次", "33.2", ("23.6", "7.4", "1.1", "1.2")),
    ],
)
def test_forms_sum_to_their_total_with_rounding_where_it_is_printed(
    unit: str, total: str, parts: tuple[str, ...]
) -> None:
    assert codes(forms(unit, total, *parts)) == []


def test_forms_that_miss_their_total_by_one_person() -> None:
    assert codes(forms("人次", "1006", "663", "262", "35", "45")) == ["figures-forms-total"]


def test_rounding_excuses_four_units_and_no_more() -> None:
    assert codes(forms("万人次", "33.8", "23.6", "7.4", "1.1", "1.2")) == ["figures-forms-total"]


def test_shares_follow_at_their_own_precision() -> None:
    assert codes(forms("人次", "1005", "663", "262", "35", "45", 占比=["66", "26", "3.5", "4.5"])) == []
    assert codes(forms("人次", "1005", "663", "262", "35", "45", 占比=["66", "26", "3.5", "4.4"])) == ["figures-shares"]


def sanctions(people: int, party: int, state: int, **more: Any) -> dict[str, Any]:
    return {"处分": {"处分人数": people, "党纪处分人数": party, "政务处分人数": state, **more}}


def test_people_with_two_sanctions_count_once() -> None:
    assert codes(sanctions(334, 315, 40, 按职级={"厅局级": 5, "县处级": 46, "乡科级": 12, "其他": 271})) == []


@pytest.mark.parametrize("people", [314, 356])
def test_sanctioned_people_lie_between_the_larger_and_the_sum(people: int) -> None:
    assert codes(sanctions(people, 315, 40)) == ["figures-sanctions"]


def test_ranks_sum_to_the_sanctioned() -> None:
    assert codes(sanctions(334, 315, 40, 按职级={"县处级": 46, "其他": 271})) == ["figures-ranks"]


def test_forms_have_room_for_their_outcomes() -> None:
    four = forms("人", "85", "20", "49", "15", "1")
    assert codes({**four, **sanctions(62, 54, 16, 轻处分人数=47, 重处分人数=15, 移送司法人数=1, 诫勉人数=5)}) == []
    assert codes({**four, **sanctions(62, 54, 16, 轻处分人数=50)}) == ["figures-forms-sanctions"]
    assert codes({**four, **sanctions(62, 54, 16, 移送司法人数=0)}) == ["figures-forms-sanctions"]


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({"总数": 697, "已完成": 688, "基本完成": 4, "正在整改": 5, "完成率": "98.71%"}, []),
        ({"总数": 25, "已完成": 19, "正在整改": 6, "完成率": "76"}, []),
        ({"总数": 471, "已完成": 453, "正在整改": 18, "完成率": "96.18"}, []),
        ({"总数": 306, "已完成": 279, "正在整改": 27, "完成率": "91.18"}, []),
        ({"总数": 697, "已完成": 688, "基本完成": 4, "正在整改": 5, "完成率": "99.28", "含基本完成": "是"}, []),
        ({"总数": 697, "已完成": 688, "基本完成": 4, "正在整改": 5, "完成率": "99.28"}, ["figures-rate"]),
        ({"总数": 26, "已完成": 19, "正在整改": 6}, ["figures-status-total"]),
        ({"总数": 28, "已完成": 28, "列出数": 27, "不公开数": 1}, []),
        ({"总数": 28, "已完成": 28, "列出数": 27}, ["figures-listed"]),
    ],
)
def test_statuses_rates_and_listed_issues_reconcile(figures: dict[str, Any], expected: list[str]) -> None:
    assert codes({"整改完成": figures}) == expected


def test_money_sums_in_one_unit() -> None:
    items = {"清退": "66.57万元", "追回": "146万元", "挽回": "1369.5万元"}
    assert codes({"资金汇总": {"总数": "1582.07万元", "分项": items}}) == []
    assert codes({"资金汇总": {"总数": "1582.7万元", "分项": items}}) == ["figures-money"]
    assert codes({"资金汇总": {"总数": "1.5万元", "分项": {"清退": "15000元"}}}) == ["figures-money-unit"]


def test_new_and_revised_rules_sum_and_are_all_named() -> None:
    assert codes({"制度汇总": {"总数": 3, "新建": 2, "修订": 1, "名单": ["甲", "乙", "丙"]}}) == []
    assert codes({"制度汇总": {"总数": 4, "新建": 2, "修订": 1, "名单": ["甲", "乙", "丙"]}}) == ["figures-rules"] * 2


def test_one_source_reports_a_date_once() -> None:
    four = forms("人", "85", "20", "49", "15", "1")
    assert codes(four, four) == ["figures-cut-off"]
