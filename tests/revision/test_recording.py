"""What the record lacks is added: every state on the way, its day, its source, its evidence."""

import hashlib
from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from reportgen.ledger.rules.journal import may_follow
from reportgen.model import Issue, Journal
from reportgen.model.journal import STATES, STEPS
from reportgen.revision.recording import Occasion, changes_to_record, journal_entry, states_between

ON = date(2022, 8, 1)
OCCASION = Occasion("月度调度", "data/issues.yaml", ON)
DONE = {"整改状态": "已完成", "完成日期": "2022-03-25", "佐证材料": ["验收单"]}
CLOSED = {
    **DONE,
    "销号": {"申请日期": "2022-03-26", "复核日期": "2022-03-30", "批准人": "市委书记", "销号日期": "2022-04-01"},
}


@pytest.mark.parametrize("before", STATES)
@pytest.mark.parametrize("after", STATES)
def test_from_any_state_to_any_other_only_steps_that_may_be_taken(before, after):
    way = [before, *states_between(before, after)]
    assert way[-1] == after
    assert all(may_follow(*step) for step in pairwise(way))


@pytest.mark.parametrize(
    ("before", "after", "way"),
    [
        ("未启动", "销号", ["已完成", "申请", "复核", "批准", "销号"]),
        ("申请", "销号", ["复核", "批准", "销号"]),
        ("销号", "正在整改", ["正在整改"]),
        ("批准", "基本完成", ["正在整改", "基本完成"]),
        ("批准", "申请", ["正在整改", "已完成", "申请"]),
        ("复核", "已完成", ["正在整改", "已完成"]),
        ("已完成", "未启动", ["未启动"]),
        ("正在整改", "正在整改", []),
    ],
)
def test_the_shortest_way_is_recorded(before, after, way):
    assert list(states_between(before, after)) == way


def recorded(
    data: Path, issue: Mapping[str, Any], *lines: Mapping[str, Any], occasion: Occasion = OCCASION
) -> tuple[list[tuple[str, str]], list[str]]:
    """Days and states that are added for one issue, and the codes of what stands in their way."""
    model = Issue.model_validate({"序号": "1", "方面": "甲", "标题": "问题", **issue})
    journal = Journal.model_validate(
        {"状态记录": [{"问题序号": "1", "事由": "旧", "来源": "旧", **line} for line in lines]}
    )
    found = changes_to_record([model], journal.changes, lambda _: occasion, data)
    return [(str(change.date), change.after) for change in found.changes], [each.code for _, each in found.problems]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "evidence/01").mkdir(parents=True)
    (tmp_path / "evidence/01/验收单.pdf").write_bytes(b"evidence")
    return tmp_path


def test_the_days_are_those_that_the_issue_itself_says(data):
    assert recorded(data, CLOSED) == (
        [
            ("2022-03-25", "已完成"), ("2022-03-26", "申请"), ("2022-03-30", "复核"),
            ("2022-04-01", "批准"), ("2022-04-01", "销号"),
        ],
        [],
    )  # fmt: skip


def test_else_the_day_that_was_named(data):
    assert recorded(data, {"整改状态": "正在整改"}) == ([("2022-08-01", "正在整改")], [])


STARTED = {"日期": "2022-06-01", "原状态": "未启动", "新状态": "正在整改"}


def test_no_change_is_dated_before_the_one_recorded_last(data):
    assert recorded(data, DONE, STARTED) == ([("2022-06-01", "已完成")], [])


def test_a_day_that_was_named_is_not_moved_in_silence(data):
    early = Occasion("补记", "台账", date(2022, 5, 31))
    assert recorded(data, {"整改状态": "基本完成"}, STARTED, occasion=early)[1] == ["journal-order"]
    assert (
        recorded(data, {"整改状态": "基本完成"}, STARTED, occasion=Occasion("补记", "台账", date(2022, 6, 1)))[1] == []
    )


def test_an_issue_as_it_was_recorded_needs_nothing(data):
    assert recorded(data, {"整改状态": "正在整改"}, STARTED) == ([], [])
    assert recorded(data, {}) == ([], [])


@pytest.mark.parametrize("evidence", [[], ["没有的材料"], ["验收单", "没有的材料"]])
def test_no_application_without_every_file_of_its_evidence(data, evidence):
    assert recorded(data, {**CLOSED, "佐证材料": evidence})[1] == ["evidence-not-found"]


def test_an_application_keeps_size_and_digest_of_its_evidence(data):
    model = Issue.model_validate({"序号": "1", "方面": "甲", "标题": "问题", **CLOSED})
    found = changes_to_record([model], (), lambda _: OCCASION, data)
    entries = [journal_entry(change) for change in found.changes]
    assert [entry["新状态"] for entry in entries if "佐证材料" in entry] == [STEPS[0]]
    assert entries[1]["佐证材料"] == [
        {"文件": "01/验收单.pdf", "大小": "8",
         "sha256": hashlib.sha256(b"evidence").hexdigest()},
    ]  # fmt: skip


def test_a_line_says_when_which_from_to_why_and_source(data):
    model = Issue.model_validate({"序号": "1", "方面": "甲", "标题": "问题", "整改状态": "正在整改"})
    occasion = Occasion("月度调度", "全部", ON, {1: "市国资委.xlsx"})
    (change,) = changes_to_record([model], (), lambda _: occasion, data).changes
    assert journal_entry(change) == {
        "日期": "2022-08-01", "问题序号": "1", "原状态": "未启动", "新状态": "正在整改",
        "事由": "月度调度", "来源": "市国资委.xlsx",
    }  # fmt: skip
