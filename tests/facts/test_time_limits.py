"""时限规则 reckoned, and what is said of those that cannot be."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from reportgen.facts import TimeLimit, concentrated_end, time_limits
from reportgen.ledger.load import load
from reportgen.model import Ledger

LedgerOf = Callable[..., Ledger]
Edit = Callable[[str, str, str], None]


def only(ledger: Ledger) -> TimeLimit:
    (limit,) = time_limits(ledger)
    return limit


def test_a_rule_runs_from_the_feedback_and_names_its_basis(ledger_of: LedgerOf) -> None:
    rule = {"事项": "报送整改方案", "期限": "1个月", "依据": "省委通知"}
    assert only(ledger_of(time_rules=[rule])) == TimeLimit(
        matter="报送整改方案",
        period="1个月",
        counted_from="反馈日期",
        starts=date(2021, 11, 11),
        ends=date(2021, 12, 11),
        basis="省委通知",
    )


@pytest.mark.parametrize(
    ("counted_from", "ends"),
    [("开始日期", date(2021, 9, 16)), ("结束日期", date(2021, 10, 15)), ("反馈日期", date(2021, 11, 26))],
)
def test_a_rule_may_run_from_another_date(ledger_of: LedgerOf, counted_from: str, ends: date) -> None:
    assert only(ledger_of(time_rules=[{"事项": "报送", "期限": "十五日", "起算": counted_from}])).ends == ends


def test_working_days_are_reckoned_with_the_holidays_that_the_ledger_writes_down(ledger_of: LedgerOf) -> None:
    rules = [{"事项": "报送", "期限": "3个工作日"}]
    assert only(ledger_of(time_rules=rules)).ends == date(2021, 11, 16)
    holidays = [{"年份": "2021", "放假": "2021-11-15"}]
    assert only(ledger_of(time_rules=rules, holidays=holidays)).ends == date(2021, 11, 17)


def test_a_year_without_known_holidays_is_named_and_no_date_given(ledger_of: LedgerOf) -> None:
    limit = only(ledger_of(time_rules=[{"事项": "报送", "期限": "9999个工作日"}]))
    assert (limit.ends, limit.missing_year is not None) == (None, True)
    assert limit.unknown == (
        f"{limit.missing_year}年的放假安排没有收录，算不出工作日；请在 data/holidays.yaml 里写上这一年"
    )


def test_a_period_that_nobody_understands_is_said(ledger_of: LedgerOf) -> None:
    limit = only(ledger_of(time_rules=[{"事项": "报送", "期限": "很多个工作日"}]))
    assert (limit.ends, limit.missing_year) == (None, None)
    assert limit.unknown == "期限“很多个工作日”看不懂；请写成 6个月、15日、10个工作日，或者一个日期"


def test_the_concentrated_period_ends_as_its_rule_says(ledger_of: LedgerOf) -> None:
    rules = [{"事项": "报送", "期限": "1个月"}, {"事项": "集中整改", "期限": "6个月"}]
    assert concentrated_end(ledger_of(time_rules=rules)) == date(2022, 5, 11)
    assert concentrated_end(ledger_of(time_rules=rules[:1])) is None


def test_the_concentrated_period_may_be_given_in_working_days(ledger_of: LedgerOf) -> None:
    assert concentrated_end(ledger_of(time_rules=[{"事项": "集中整改", "期限": "二十个工作日"}])) == date(2021, 12, 9)


def test_working_days_in_an_unknown_year_are_a_warning_at_the_period(project: Path, edit: Edit) -> None:
    edit("inspection.yaml", "期限: 6个月", "期限: 9999个工作日")
    found = [problem for problem in load(project / "data").problems if problem.code.startswith("time-rule")]
    assert [(problem.code, problem.severity, problem.place.line) for problem in found] == [
        ("time-rule-year", "warning", 131)
    ]
    assert found[0].message.startswith("集中整改：")


def test_holidays_of_the_ledger_make_the_year_known(project: Path, edit: Edit) -> None:
    edit("inspection.yaml", "反馈日期: 2021-11-11", "反馈日期: 2098-11-10")
    edit("inspection.yaml", "期限: 6个月", "期限: 10个工作日")
    codes = [problem.code for problem in load(project / "data").problems]
    assert "time-rule-year" in codes
    (project / "data/holidays.yaml").write_text("放假安排:\n  - 年份: 2098\n", "utf-8")
    codes = [problem.code for problem in load(project / "data").problems]
    assert "time-rule-year" not in codes


def test_a_number_of_working_days_that_nobody_understands_is_an_error(project: Path, edit: Edit) -> None:
    edit("inspection.yaml", "期限: 6个月", "期限: 若干个工作日")
    found = [problem for problem in load(project / "data").problems if problem.code.startswith("time-rule")]
    assert [(problem.code, problem.severity) for problem in found] == [("time-rule-period", "error")]
