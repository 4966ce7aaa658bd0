"""Rules that span records, each shown on the sample ledger with one thing changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.ledger.load import load

Edit = Callable[[str, str, str], None]


def codes(project: Path) -> list[str]:
    return [problem.code for problem in load(project / "data").problems]


def messages(project: Path) -> str:
    return "\n".join(problem.message for problem in load(project / "data").problems)


def test_the_sample_ledger_has_no_problem(project: Path) -> None:
    loaded = load(project / "data")
    assert loaded.problems == ()
    assert loaded.ledger is not None


def test_done_without_completion_date(project: Path, edit: Edit) -> None:
    edit("issues.yaml", "    完成日期: 2022-03-25\n", "")
    assert "done-without-date" in codes(project)


def test_done_without_evidence(project: Path, edit: Edit) -> None:
    edit("issues.yaml", "    佐证材料: [专用资金监督管理办法, 账户清理核对表, 工程建设领域专项检查报告]\n", "")
    assert codes(project) == ["done-without-evidence"]


def test_completion_date_before_the_feedback(project: Path, edit: Edit) -> None:
    edit("issues.yaml", "完成日期: 2022-03-25", "完成日期: 2021-11-01")
    assert "done-before-feedback" in codes(project)


def test_completion_date_of_an_issue_that_is_not_done(project: Path, edit: Edit) -> None:
    edit("issues.yaml", "整改状态: 基本完成\n", "整改状态: 基本完成\n    完成日期: 2022-03-01\n")
    assert codes(project) == ["date-without-done"]


def test_ongoing_status_with_a_date_as_deadline(project: Path, edit: Edit) -> None:
    edit("issues.yaml", "整改时限: 长期坚持", "整改时限: 2023-12-31")
    assert codes(project) == ["ongoing-with-date"]


def test_measure_due_after_its_issue(project: Path, edit: Edit) -> None:
    edit("issues.yaml", "        整改时限: 2022-05-11", "        整改时限: 2022-10-01")
    assert codes(project) == ["measure-after-issue"]
    assert "问题 1 第 2 条措施的时限 2022-10-01 晚于问题的时限 2022-09-30" in messages(project)


@pytest.mark.parametrize(
    ("old", "new", "code", "hint"),
    [
        ("方面: 整改任务落实", "方面: 整改任务落时", "unknown-aspect", "是不是“整改任务落实”"),
        ("专项整改组: 城乡建设专项整改组", "专项整改组: 城乡建设整改组", "unknown-group", "是不是“城乡建设专项整改组”"),
        ("牵头单位: 市国资委", "牵头单位: 市国姿委", "unknown-unit", "是不是“市国资委”"),
        ("责任单位: [市财政局, 市审计局]", "责任单位: 市财政局、市审计局", "unknown-unit", "写成列表"),
    ],
)
def test_names_that_nobody_declared(project: Path, edit: Edit, old: str, new: str, code: str, hint: str) -> None:
    edit("issues.yaml", old, new)
    assert code in codes(project)
    assert hint in messages(project)


def test_meeting_of_an_unknown_kind(project: Path, edit: Edit) -> None:
    edit("activities.yaml", "类型: 市委常委会", "类型: 市委常委会议")
    assert codes(project) == ["unknown-meeting-kind"]


def test_two_issues_with_one_number(project: Path, edit: Edit) -> None:
    edit("issues.yaml", "序号: 3\n", "序号: 2\n")
    assert "issue-number-double" in codes(project)


def test_gap_in_the_numbers(project: Path, edit: Edit) -> None:
    edit("issues.yaml", "序号: 28\n", "序号: 30\n")
    assert "issue-number-gap" in codes(project)
    assert "缺 28、29" in messages(project)


def test_number_may_be_typed_with_full_width_digits_or_zeros(project: Path, edit: Edit) -> None:
    edit("issues.yaml", "序号: 1\n", "序号: ００１\n")
    assert codes(project) == []


def test_fewer_issues_than_the_feedback_lists(project: Path, edit: Edit) -> None:
    edit("inspection.yaml", "问题数: 28", "问题数: 29")
    assert codes(project) == ["issue-count"]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("inspection.yaml", "结束日期: 2021-09-30", "结束日期: 2021-08-30"),
        ("inspection.yaml", "反馈日期: 2021-11-11", "反馈日期: 2021-09-11"),
        ("documents.yaml", "成文日期: 2021-12-10", "成文日期: 2021-10-10"),
        ("documents.yaml", "成文日期: 2022-07-29", "成文日期: 2022-08-29"),
        ("documents.yaml", "印发日期: 2022-07-29", "印发日期: 2022-07-28"),
        ("documents.yaml", "成文日期: 2022-07-29", "成文日期: 2022-07-29\n  截至日期: 2022-07-30"),
    ],
)
def test_dates_out_of_order(project: Path, edit: Edit, file: str, old: str, new: str) -> None:
    edit(file, old, new)
    assert "dates-out-of-order" in codes(project)


def test_two_sided_wording_needs_two_points(project: Path, edit: Edit) -> None:
    edit(
        "issues.yaml",
        "句式: 一方面另一方面\n      分述:\n",
        "句式: 一方面另一方面\n      分述:\n        - 多出来的一项。\n",
    )
    assert codes(project) == ["two-sided-points"]


def test_withheld_issue_with_public_wording(project: Path, edit: Edit) -> None:
    edit("issues.yaml", "    公开表述: 由市级领导挂帅", "    不公开: {社会: 涉密}\n    公开表述: 由市级领导挂帅")
    assert codes(project) == ["withheld-and-public"]


def test_withheld_without_reason(project: Path, edit: Edit) -> None:
    edit("issues.yaml", "    公开表述: 由市级领导挂帅", "    不公开: {}\n    公开表述: 由市级领导挂帅")
    assert codes(project) == ["withheld-without-reason"]


def test_heavy_sanction_counted_in_a_lighter_form(project: Path, edit: Edit) -> None:
    edit(
        "activities.yaml",
        "党纪处分: 严重警告\n        形态: 第二种形态",
        "党纪处分: 开除党籍\n        形态: 第二种形态",
    )
    assert "outcome-form" in codes(project)


def test_closed_before_it_was_done(project: Path, edit: Edit) -> None:
    edit("issues.yaml", "销号日期: 2022-04-01", "销号日期: 2022-03-01")
    assert codes(project) == ["close-out-order"]


def test_a_reported_sum_that_the_records_do_not_give(project: Path, edit: Edit) -> None:
    edit("activities.yaml", "      第一种形态: 20\n      第二种形态: 49", "      第一种形态: 19\n      第二种形态: 50")
    found = codes(project)
    assert found.count("figures-records") == 2
    assert "台账截至 2022-07-29 的记录数出来是 20" in messages(project)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  - 日期: 2021-11-15", "  - 日期: 2019-11-15"),
        ("办结日期: 2022", "办结日期: 2012"),
        ("印发日期: 2022", "印发日期: 2012"),
        ("日期: 2022-03-30\n    方式: 追缴", "日期: 2002-03-30\n    方式: 追缴"),
    ],
)
def test_an_activity_before_the_feedback_is_not_counted_in_silence(
    project: Path, edit: Edit, old: str, new: str
) -> None:
    edit("activities.yaml", old, new)
    assert "activity-before-feedback" in codes(project)


def test_a_meeting_entered_twice_is_pointed_out(project: Path, edit: Edit) -> None:
    meeting = "  - 日期: 2021-11-15\n    类型: 市委常委会\n    议题: 传达巡视反馈意见，研究整改工作总体安排\n"
    edit("activities.yaml", meeting, meeting * 2)
    assert codes(project) == ["activity-double"]


def test_withheld_within_the_party_but_worded_for_the_public(project: Path, edit: Edit) -> None:
    edit("issues.yaml", "    公开表述: 由市级领导挂帅", "    不公开: {党内: 涉密}\n    公开表述: 由市级领导挂帅")
    assert codes(project) == ["withheld-and-public"]


def test_an_aspect_without_issues_is_pointed_out(project: Path, edit: Edit) -> None:
    edit("inspection.yaml", "方面:\n", "方面:\n  - 名称: 没有问题的方面\n")
    assert codes(project) == ["aspect-empty"]


def test_a_period_that_nobody_understands(project: Path, edit: Edit) -> None:
    edit("inspection.yaml", "期限: 6个月", "期限: 很久")
    assert codes(project) == ["time-rule-period"]


def test_one_number_far_off_is_two_problems_not_twenty(project: Path, edit: Edit) -> None:
    edit("issues.yaml", "序号: 5\n", "序号: 99999\n")
    assert len([code for code in codes(project) if code.startswith("issue-number")]) == 2


def test_a_missing_title_does_not_hide_a_contradiction_elsewhere(project: Path, edit: Edit) -> None:
    edit("issues.yaml", "    标题: 省委指出的", "    备注: 省委指出的")
    edit("issues.yaml", "完成日期: 2022-03-25", "完成日期: 2020-03-25")
    found = codes(project)
    assert "data-missing-field" in found
    assert "done-before-feedback" in found
