"""Who is sent which rows, and which of them each fills in."""

from datetime import date

import pytest

from reportgen.exchange.dispatch import Dispatch, dispatch_of, parse_dispatch
from reportgen.exchange.identity import mark_of
from reportgen.exchange.shares import WAYS, By, Share, shares_of
from reportgen.model import Ledger
from tests.ledgers import ledger_of

ISSUES = (
    {"标题": "甲", "牵头单位": "财政局", "责任单位": ["审计局", "水务局"], "专项整改组": "第一组",
     "整改措施": [{"内容": "一"}, {"内容": "二", "牵头单位": "水务局"}, {"内容": "三", "责任单位": ["教育局"]}]},
    {"标题": "乙", "牵头单位": "水务局", "专项整改组": "第二组"},
    {"标题": "丙", "责任单位": ["审计局"], "整改措施": [{"内容": "一", "牵头单位": "财政局"}], "子问题": [{"标题": "子"}]},
)  # fmt: skip
LEDGER = ledger_of(ISSUES, units=["审计局", "水务局", "财政局", "教育局", "没有任务的局"])


def shares(by: By, ledger: Ledger = LEDGER) -> dict[str, Share]:
    return {share.unit: share for share in shares_of(ledger, by)[0]}


def test_the_leader_of_an_issue_is_sent_all_its_measures_and_fills_in_its_own():
    share = shares("牵头单位")["财政局"]
    assert share.rows == {0: (0, 1, 2), 2: (0,)}
    assert share.fillable.issues == {0}
    assert share.fillable.measures == {(0, 0), (0, 2), (2, 0)}


def test_the_leader_of_one_measure_is_sent_that_alone_and_does_not_fill_in_the_issue():
    share = shares("牵头单位")["水务局"]
    assert share.rows == {0: (1,), 1: ()}
    assert share.fillable.issues == {1}
    assert share.fillable.measures == {(0, 1)}


def test_every_responsible_unit_fills_in_the_issue():
    found = shares("责任单位")
    assert set(found) == {"审计局", "水务局", "教育局"}
    assert found["审计局"].fillable.issues == {0, 2}
    assert found["水务局"].fillable.issues == {0}
    assert found["水务局"].fillable.measures == {(0, 0), (0, 1)}
    assert (found["教育局"].rows, found["教育局"].fillable.issues) == ({0: (2,)}, frozenset())


def test_a_group_is_sent_its_issues_whole():
    found = shares("专项整改组")
    assert set(found) == {"第一组", "第二组"}
    assert found["第一组"].rows == {0: (0, 1, 2)}
    assert found["第一组"].fillable.measures == {(0, 0), (0, 1), (0, 2)}


def test_units_come_in_the_order_of_their_list_then_of_the_issues():
    assert list(shares("牵头单位")) == ["水务局", "财政局"]
    without_list = ledger_of(ISSUES)
    assert list(shares("牵头单位", without_list)) == ["财政局", "水务局"]


@pytest.mark.parametrize(("by", "unsent"), [("牵头单位", (3,)), ("责任单位", (2,)), ("专项整改组", (3,))])
def test_issues_that_nobody_fills_in_are_named(by, unsent):
    assert shares_of(LEDGER, by)[1] == unsent


@pytest.mark.parametrize("by", WAYS)
def test_only_what_is_sent_can_be_filled_in(by):
    for share in shares(by).values():
        assert share.fillable.issues <= share.rows.keys()
        assert all(place in share.rows[index] for index, place in share.fillable.measures)


def round_of(by: By = "牵头单位", number: int = 1) -> Dispatch:
    found, _ = shares_of(LEDGER, by)
    files = {share.unit: f"{share.unit}.xlsx" for share in found}
    return dispatch_of(LEDGER, found, number, date(2022, 7, 1), by, date(2022, 7, 22), files)


def test_the_record_of_a_round_holds_every_value_that_was_sent():
    sent = round_of().values
    first, third = LEDGER.issues[0], LEDGER.issues[2]
    assert sent[mark_of(first)] == {
        "序号": "1", "方面": "甲", "反馈问题": "甲", "牵头单位": "财政局", "责任单位": ["审计局", "水务局"], "专项整改组": "第一组",
    }  # fmt: skip
    assert sent[mark_of(first, first.measures[1])] == {"整改措施": "二", "措施牵头单位": "水务局"}
    assert sent[mark_of(third, sub_issue=third.sub_issues[0])] == {"子问题": "子"}


def test_a_record_that_was_kept_is_read_back_as_it_was():
    sent = round_of("责任单位")
    assert parse_dispatch(sent.as_json()) == sent


@pytest.mark.parametrize(
    ("old", "new"),
    [('"反馈问题": "乙"', '"反馈问题": "丁"'), ('"次数": 1', '"次数": 2'), ('"3-', '"4-'), ('"按": "牵头单位"', '"按": "责任单位"')],
)  # fmt: skip
def test_a_record_that_was_edited_is_damaged(old, new):
    text = round_of().as_json()
    assert old in text
    with pytest.raises(ValueError, match="what was sent"):
        parse_dispatch(text.replace(old, new))


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", '{"批次": "1"}', '{"报送时限": 3}'])
def test_what_is_no_record_is_damaged(text):
    with pytest.raises((ValueError, KeyError, TypeError, AttributeError)):
        parse_dispatch(text)


def test_two_rounds_never_have_one_name():
    assert len({round_of(by, number).batch for by in WAYS for number in (1, 2)}) == 6
