"""What a status is told from: the record of statuses where there is one, the dates of the issues where there is none."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from reportgen.dashboard import overview
from reportgen.dashboard.closing import steps_taken
from reportgen.dashboard.course import course
from reportgen.model import Ledger
from tests.dashboard.ledgers import change, ledger_of

FEEDBACK = date(2021, 11, 11)
DONE = {"整改状态": "已完成", "佐证材料": "记录"}


def reopened() -> Ledger:
    """An issue that was done, struck off, reopened; and one that was done later."""
    return ledger_of(
        [{"整改状态": "正在整改"}, {**DONE, "完成日期": "2022-05-01"}],
        [
            change(1, "2022-01-10", "未启动", "已完成"),
            change(1, "2022-01-20", "已完成", "申请"),
            change(1, "2022-02-01", "申请", "复核"),
            change(1, "2022-03-01", "复核", "正在整改"),
            change(2, "2022-05-01", "未启动", "已完成"),
        ],
    )


def test_the_course_follows_the_record_and_falls_where_an_issue_is_reopened() -> None:
    assert course(reopened(), date(2022, 12, 31)).done == (
        (FEEDBACK, 0),
        (date(2022, 1, 10), 1),
        (date(2022, 1, 20), 1),
        (date(2022, 2, 1), 1),
        (date(2022, 3, 1), 0),
        (date(2022, 5, 1), 1),
    )


def test_the_course_ends_with_the_date() -> None:
    assert course(reopened(), date(2022, 2, 28)).done[-1] == (date(2022, 2, 1), 1)


def test_without_a_record_the_course_follows_the_dates_of_completion() -> None:
    issues = [{**DONE, "完成日期": day} for day in ("2022-03-01", "2022-01-15", "2022-03-01", "2022-09-01")]
    found = course(ledger_of(issues), date(2022, 6, 1))
    assert found.done == ((FEEDBACK, 0), (date(2022, 1, 15), 1), (date(2022, 3, 1), 3))


def test_immediate_is_due_from_the_first_day_and_ongoing_never() -> None:
    issues = [
        {"整改时限": "立行立改"},
        {"整改时限": "长期坚持"},
        {"整改时限": "2022-06-30"},
        {},
        {"整改时限": "2022-06-30"},
    ]
    assert course(ledger_of(issues), FEEDBACK).expected == ((FEEDBACK, 1), (date(2022, 6, 30), 3))


def test_steps_of_close_out_follow_the_record_and_are_undone_by_it() -> None:
    assert steps_taken(reopened(), date(2022, 2, 28)) == {"申请": 1, "复核": 1, "批准": 0, "销号": 0}
    assert steps_taken(reopened(), date(2022, 1, 31)) == {"申请": 1, "复核": 0, "批准": 0, "销号": 0}
    assert steps_taken(reopened(), date(2022, 3, 1)) == {"申请": 0, "复核": 0, "批准": 0, "销号": 0}


def test_an_approval_without_a_date_goes_with_the_step_after_it_or_before_it() -> None:
    asked = {"申请日期": "2022-01-01", "复核日期": "2022-01-05", "批准人": "市长"}
    closed = {**DONE, "完成日期": "2021-12-01", "销号": {**asked, "销号日期": "2022-01-09"}}
    waiting = {**DONE, "完成日期": "2021-12-01", "销号": asked}
    ledger = ledger_of([closed, waiting])
    assert steps_taken(ledger, date(2022, 1, 5)) == {"申请": 2, "复核": 2, "批准": 1, "销号": 0}
    assert steps_taken(ledger, date(2022, 1, 9)) == {"申请": 2, "复核": 2, "批准": 2, "销号": 1}


def test_what_was_late_on_an_earlier_day_is_told_from_the_record() -> None:
    issue = {**DONE, "完成日期": "2022-05-01", "整改时限": "2022-03-31"}
    ledger = ledger_of([issue], [change(1, "2022-05-01", "未启动", "已完成")])
    assert [due.days for due in overview(ledger, date(2022, 4, 10), "今天", 15).overdue] == [-10]
    assert overview(ledger, date(2022, 5, 2), "今天", 15).overdue == ()


def test_the_longest_overdue_and_the_next_due_stand_first() -> None:
    days = ["2022-03-01", "2022-01-01", "2022-04-05", "2022-04-02"]
    found = overview(ledger_of([{"整改时限": day} for day in days]), date(2022, 4, 1), "今天", 15)
    assert [due.issue.number for due in found.most_overdue_first()] == [2, 1]
    assert [due.issue.number for due in found.soonest_first()] == [4, 3]


@given(
    st.lists(st.sampled_from(["未启动", "正在整改", "已完成", "长期坚持"]), max_size=12),
    st.integers(min_value=0, max_value=400),
)
def test_the_course_ends_at_the_number_of_done(statuses: list[str], days: int) -> None:
    as_of = date.fromordinal(FEEDBACK.toordinal() + days)
    issues = [
        {"整改状态": status, **({"完成日期": f"2022-{row % 12 + 1:02d}-01"} if status == "已完成" else {})}
        for row, status in enumerate(statuses)
    ]
    found = overview(ledger_of(issues), as_of, "今天", 15)
    assert found.course.done[-1][1] == found.done
    assert found.total == len(statuses)
