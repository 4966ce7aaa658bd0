"""How one issue stands as of a date."""

from datetime import date

import pytest

from reportgen.facts import completed_as_of, deadline_kind, due_soon, overdue, status_as_of
from reportgen.model import Issue, Status

AS_OF = date(2022, 5, 31)


def _issue(**given: object) -> Issue:
    return Issue.model_validate({"序号": 1, "方面": "甲", "标题": "问题", **given})


def test_an_issue_completed_on_the_day_counts_as_completed():
    issue = _issue(整改状态="已完成", 完成日期="2022-05-31")
    assert status_as_of(issue, AS_OF) is Status.DONE
    assert completed_as_of(issue, AS_OF) == AS_OF


def test_an_issue_completed_later_counts_as_in_progress():
    issue = _issue(整改状态="已完成", 完成日期="2022-06-01")
    assert status_as_of(issue, AS_OF) is Status.IN_PROGRESS
    assert completed_as_of(issue, AS_OF) is None


def test_an_issue_without_a_status_counts_as_not_started():
    assert status_as_of(_issue(), AS_OF) is Status.NOT_STARTED


def test_an_issue_said_to_be_completed_without_a_date_counts_as_completed():
    assert status_as_of(_issue(整改状态="已完成"), AS_OF) is Status.DONE


@pytest.mark.parametrize("status", ["未启动", "正在整改", "基本完成", "长期坚持"])
def test_every_other_status_is_taken_as_it_stands(status):
    issue = _issue(整改状态=status, 完成日期="2022-05-01")
    assert status_as_of(issue, AS_OF) == status
    assert completed_as_of(issue, AS_OF) is None


@pytest.mark.parametrize(
    ("deadline", "kind"),
    [("立行立改", "立行立改"), ("2022-05-31", "限期整改"), ("长期坚持", "长期坚持"), (None, None)],
)
def test_the_deadline_says_what_kind_of_issue_it_is(deadline, kind):
    assert deadline_kind(_issue(整改时限=deadline)) == kind


def test_an_issue_is_overdue_the_day_after_its_deadline():
    assert overdue(_issue(整改时限="2022-05-30", 整改状态="正在整改"), AS_OF)
    assert not overdue(_issue(整改时限="2022-05-31", 整改状态="正在整改"), AS_OF)


def test_a_basically_completed_issue_can_be_overdue():
    assert overdue(_issue(整改时限="2022-05-30", 整改状态="基本完成"), AS_OF)


def test_a_completed_issue_is_not_overdue_even_if_it_was_late():
    assert not overdue(_issue(整改时限="2022-03-01", 整改状态="已完成", 完成日期="2022-05-31"), AS_OF)


def test_an_issue_completed_only_later_was_overdue_before():
    assert overdue(_issue(整改时限="2022-05-30", 整改状态="已完成", 完成日期="2022-06-01"), AS_OF)


@pytest.mark.parametrize("deadline", ["立行立改", "长期坚持", None])
def test_an_issue_without_a_date_for_deadline_is_never_overdue(deadline):
    assert not overdue(_issue(整改时限=deadline, 整改状态="未启动"), date.max)


@pytest.mark.parametrize(
    ("deadline", "soon"),
    [("2022-05-30", False), ("2022-05-31", True), ("2022-06-10", True), ("2022-06-11", False)],
)
def test_an_issue_is_due_soon_from_the_day_itself_to_so_many_days_after(deadline, soon):
    assert due_soon(_issue(整改时限=deadline, 整改状态="正在整改"), AS_OF, 10) is soon


@pytest.mark.parametrize("deadline", ["立行立改", "长期坚持", None])
def test_an_issue_without_a_date_for_deadline_is_never_due_soon(deadline):
    assert not due_soon(_issue(整改时限=deadline), AS_OF, 10_000)


def test_a_completed_issue_is_not_due_soon():
    done = _issue(整改时限="2022-06-01", 整改状态="已完成", 完成日期="2022-05-31")
    assert not due_soon(done, AS_OF, 10)
    assert due_soon(done, date(2022, 5, 30), 10)


def test_due_soon_reaches_to_the_end_of_time():
    assert not due_soon(_issue(整改时限="2022-06-01"), date.max, 10)
