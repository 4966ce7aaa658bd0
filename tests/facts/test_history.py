"""The ledger as it stood on a date, by the record of its changes."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.check.agreement.book import Book
from reportgen.compose import compose
from reportgen.facts import as_it_stood, compute
from reportgen.kinds.kind import load_kinds
from reportgen.ledger.load import load
from reportgen.model import STATES, Ledger, Status

LedgerOf = Callable[..., Ledger]
DAYS = st.dates(date(2022, 1, 1), date(2022, 3, 31))
JOURNALS = st.lists(
    st.fixed_dictionaries({"日期": DAYS, "问题序号": st.integers(1, 4), "新状态": st.sampled_from(STATES)}), max_size=12
)
ISSUES = st.lists(
    st.fixed_dictionaries(
        {}, optional={"整改状态": st.sampled_from([str(status) for status in Status]), "完成日期": DAYS}
    ),
    min_size=4,
    max_size=4,
)
REOPENED = [
    {"日期": "2022-01-10", "新状态": "正在整改"},
    {"日期": "2022-03-01", "新状态": "已完成"},
    {"日期": "2022-04-01", "新状态": "正在整改"},
    {"日期": "2022-05-20", "新状态": "已完成"},
]


def _first(ledger: Ledger, as_of: str) -> tuple[str, str | None]:
    issue = as_it_stood(ledger, date.fromisoformat(as_of)).issues[0]
    return str(issue.status), str(issue.completed_on) if issue.completed_on else None


def test_a_ledger_that_keeps_no_record_is_left_as_it_is(ledger_of: LedgerOf) -> None:
    ledger = ledger_of([{"整改状态": "正在整改"}])
    assert as_it_stood(ledger, date(2021, 12, 1)) is ledger


@pytest.mark.parametrize(
    ("as_of", "stood"),
    [
        ("2022-01-09", ("未启动", None)),
        ("2022-01-10", ("正在整改", None)),
        ("2022-03-01", ("已完成", "2022-03-01")),
        ("2022-04-01", ("正在整改", None)),
        ("2022-05-19", ("正在整改", None)),
        ("2022-05-20", ("已完成", "2022-05-18")),
    ],
)
def test_an_issue_has_the_status_of_its_last_change_by_the_date(
    ledger_of: LedgerOf, as_of: str, stood: tuple[str, str | None]
) -> None:
    ledger = ledger_of([{"整改状态": "已完成", "完成日期": "2022-05-18"}], journal=REOPENED)
    assert _first(ledger, as_of) == stood


def test_of_two_changes_on_one_day_the_later_in_the_file_counts(ledger_of: LedgerOf) -> None:
    journal = [{"日期": "2022-03-01", "新状态": "基本完成"}, {"日期": "2022-03-01", "新状态": "已完成"}]
    assert _first(ledger_of([{}], journal=journal), "2022-03-01") == ("已完成", "2022-03-01")


def test_a_line_out_of_order_counts_by_its_date(ledger_of: LedgerOf) -> None:
    journal = [{"日期": "2022-05-01", "新状态": "已完成"}, {"日期": "2022-03-01", "新状态": "正在整改"}]
    assert _first(ledger_of([{}], journal=journal), "2022-06-01")[0] == "已完成"


@pytest.mark.parametrize("step", ["申请", "复核", "批准", "销号"])
def test_an_issue_that_is_being_struck_off_is_completed_since_it_was(ledger_of: LedgerOf, step: str) -> None:
    journal = [{"日期": "2022-03-01", "新状态": "已完成"}, {"日期": "2022-03-09", "新状态": step}]
    assert _first(ledger_of([{}], journal=journal), "2022-03-31") == ("已完成", "2022-03-01")


def test_an_issue_that_the_record_does_not_mention_has_not_been_started(ledger_of: LedgerOf) -> None:
    ledger = ledger_of([{"整改状态": "已完成", "完成日期": "2022-01-05"}], journal=[])
    assert _first(ledger, "2022-12-31") == ("未启动", None)


def test_figures_follow_the_record(ledger_of: LedgerOf) -> None:
    issues = [{"整改状态": "已完成", "完成日期": "2022-05-18", "整改时限": "2022-04-15"}]
    ledger = ledger_of(issues, journal=REOPENED)
    done = {day: compute(ledger, date.fromisoformat(day)).values["已完成数"] for day in ("2022-03-15", "2022-04-30")}
    assert done == {"2022-03-15": 1, "2022-04-30": 0}
    assert compute(ledger, date(2022, 4, 30)).values["逾期数"] == 1


def test_documents_and_their_check_take_the_status_of_their_date(project: Path) -> None:
    """Issue 28, completed on 2022-08-08, was already completed once and reopened."""
    changes = [("2022-07-01", "已完成"), ("2022-08-02", "正在整改"), ("2022-08-08", "已完成")]
    lines = "".join(
        f"  - {{日期: {day}, 问题序号: 28, 原状态: 未启动, 新状态: {after}, 事由: 复核, 来源: 周报}}\n"
        for day, after in changes
    )
    (project / "data/journal.yaml").write_text(f"状态记录:\n{lines}", "utf-8")
    ledger = load(project / "data").partial
    assert ledger is not None
    issue = ledger.issues[27]
    kind = next(kind for kind in load_kinds(project / "templates")[0] if kind.id == "report")
    book = Book(ledger)
    for as_of, stood in {
        date(2022, 7, 29): ("已完成", "2022-07-01"),
        date(2022, 8, 5): ("正在整改", None),
        date(2022, 8, 16): ("已完成", "2022-08-08"),
    }.items():
        listed: Any = compose(kind, ledger, as_of, "").values["问题清单"]
        assert (listed[27]["整改状态"], listed[27]["完成日期"]) == stood
        completed = book.completed_on(issue, as_of)
        assert (book.status(issue, as_of), completed and completed.isoformat()) == stood


@settings(max_examples=60)
@given(ISSUES, JOURNALS, DAYS)
def test_what_stood_already_stays_as_it_is(ledger_of: LedgerOf, issues: Any, journal: Any, as_of: date) -> None:
    stood = as_it_stood(ledger_of(issues, journal=journal), as_of)
    assert as_it_stood(stood, as_of) is stood


@settings(max_examples=60)
@given(ISSUES, JOURNALS, DAYS)
def test_only_completed_issues_have_a_date_and_never_one_to_come(
    ledger_of: LedgerOf, issues: Any, journal: Any, as_of: date
) -> None:
    for issue in as_it_stood(ledger_of(issues, journal=journal), as_of).issues:
        assert issue.completed_on is None or (issue.status is Status.DONE and issue.completed_on <= as_of)


@settings(max_examples=60)
@given(ISSUES, JOURNALS, DAYS)
def test_what_is_recorded_later_does_not_change_what_stood(
    ledger_of: LedgerOf, issues: Any, journal: Any, as_of: date
) -> None:
    later = {"日期": as_of + timedelta(1), "问题序号": 1, "新状态": "长期坚持"}
    before, after = ledger_of(issues, journal=journal), ledger_of(issues, journal=[*journal, later])
    assert as_it_stood(before, as_of).issues == as_it_stood(after, as_of).issues
