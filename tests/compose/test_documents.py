"""What each document is filled with, and that figures agree between them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reportgen.compose import compose
from reportgen.kinds.kind import load_kinds
from reportgen.ledger.load import load
from reportgen.pipeline.build import as_of_for

Edit = Callable[[str, str, str], None]


def values(project: Path, kind_id: str) -> dict[str, Any]:
    kinds, _ = load_kinds(project / "templates")
    kind = next(kind for kind in kinds if kind.id == kind_id)
    loaded = load(project / "data")
    assert loaded.ledger is not None, loaded.problems
    return compose(kind, loaded.ledger, *as_of_for(kind, loaded.ledger, None, date(2030, 1, 1))).values


def leaves(value: object) -> list[object]:
    if isinstance(value, dict):
        return [leaf for child in value.values() for leaf in leaves(child)]
    if isinstance(value, list):
        return [leaf for child in value for leaf in leaves(child)]
    return [value]


@pytest.mark.parametrize("kind", ["plan", "report", "notice"])
def test_templates_get_nothing_but_plain_values(project: Path, kind: str) -> None:
    assert {type(leaf) for leaf in leaves(values(project, kind))} <= {str, int, bool, type(None)}


def test_figures_are_those_of_the_sample(project: Path) -> None:
    facts = values(project, "notice")["事实"]
    expected = {
        "问题总数": 28, "方面数": 4, "专项整改组数": 8, "市委常委会次数": 5, "书记专题会次数": 17, "其他会议次数": 4,
        "党纪政务处分人数": 62, "组织处理人数": 17, "诫勉谈话人数": 5, "移送司法人数": 1,
        "第一种形态人数": 20, "第二种形态人数": 49, "第三种形态人数": 15, "第四种形态人数": 1,
    }  # fmt: skip
    assert {name: facts[name] for name in expected} == expected


def test_an_issue_completed_after_the_report_is_in_progress_there_and_done_in_the_notice(project: Path) -> None:
    report, notice = values(project, "report"), values(project, "notice")
    assert report["事实"]["已完成数"] + 1 == notice["事实"]["已完成数"]
    late = next(issue for issue in report["问题清单"] if issue["序号"] == 28)
    assert (late["整改状态"], late["完成日期"]) == ("正在整改", None)


def test_a_meeting_held_later_does_not_count(project: Path, edit: Edit) -> None:
    before = values(project, "notice")["事实"]["市委常委会次数"]
    edit("activities.yaml", "  - 日期: 2021-11-15", "  - 日期: 2022-08-17")
    assert values(project, "notice")["事实"]["市委常委会次数"] == before - 1


def test_the_notice_lists_what_is_cleared_and_numbers_it_through(project: Path) -> None:
    notice = values(project, "notice")
    assert [issue["序号"] for issue in notice["问题清单"]] == list(range(1, 28))
    assert [len(aspect["问题清单"]) for aspect in notice["方面清单"]] == [8, 6, 7, 6]
    facts = notice["事实"]
    assert facts["公开问题数"] + facts["不公开问题数"] == facts["问题总数"] == 28


def test_the_notice_holds_nothing_that_is_not_public(project: Path) -> None:
    """No text of an internal field, not even a part of one, is among the notice's values."""
    notice = "\n".join(str(leaf) for leaf in leaves(values(project, "notice")))
    loaded = load(project / "data")
    assert loaded.ledger is not None
    for issue in loaded.ledger.issues:
        internal = (issue.manifestation, issue.cause, issue.target, issue.progress, issue.responsible_leader)
        texts = [text for text in internal if text and len(text) >= 12]
        texts += [measure.content for measure in issue.measures]
        texts += [issue.title] if issue.withheld and issue.withheld.to_society else []
        for text in texts:
            assert text not in notice


def test_points_are_joined_as_the_data_say(project: Path) -> None:
    issues = {issue["序号"]: issue for issue in values(project, "notice")["问题清单"]}
    assert issues[2]["公开段落"][0].startswith("一是把资金管住。")
    assert "。二是" in issues[2]["公开段落"][0]
    assert issues[6]["公开段落"][0].startswith("一方面")
    assert "另一方面" in issues[6]["公开段落"][0]
    assert issues[1]["公开段落"][0].startswith("由市级领导挂帅")
    assert [sub["序号"] for sub in issues[4]["子问题"]] == [1, 2]


def test_line_breaks_become_paragraphs_and_titles_stay_in_one(project: Path, edit: Edit) -> None:
    edit(
        "issues.yaml",
        "    公开表述: 由市级领导挂帅，",
        "    公开表述: |\n      第一段。\n\n        第二段。\n    备注: 由市级领导挂帅，",
    )
    edit("issues.yaml", "    标题: 省委指出的部分", "    标题: |\n      省委指出的\n      部分")
    issue = values(project, "notice")["问题清单"][0]
    assert issue["公开段落"] == ["第一段。", "第二段。"]
    assert issue["标题"].startswith("省委指出的部分")


def test_a_measure_takes_from_its_issue_what_it_does_not_say(project: Path) -> None:
    first = values(project, "plan")["问题清单"][0]["整改措施"]
    assert (first[0]["牵头单位"], first[0]["整改时限"]) == ("市住房城乡建设局", "2022-01-31")
    assert (first[2]["责任单位"], first[2]["整改时限"]) == (["市财政局", "市审计局"], "2022-09-30")
    assert [measure["另有分工"] for measure in first] == [
        "整改时限：2022年1月31日",
        "牵头单位：市行政审批局；整改时限：2022年5月11日",
        "责任单位：市财政局、市审计局",
    ]
    assert [measure["编号"] for measure in first] == ["1-1-1", "1-1-2", "1-1-3"]
    assert [measure["集中整改期完成"] for measure in first] == ["是", "是", "否"]


def test_titles_keep_their_authors_line_breaks(project: Path) -> None:
    elements = values(project, "plan")["公文"]
    assert elements["标题"].split("\n")[0] == "中共示例市委员会"
    assert elements["标题全文"] == "中共示例市委员会关于印发示例市落实省委巡视反馈意见整改方案的通知"


def test_running_text_quotes_figures_and_names(project: Path) -> None:
    plan, report = values(project, "plan"), values(project, "report")
    assert "4个方面28个问题" in plan["行文"]["任务引言"][0]["内容"]
    assert "市委常委会5次、书记专题会17次、其他会议4次" in report["行文"]["总体情况"][0]["内容"]
    assert plan["行文"]["通知正文"][0]["内容"].startswith("《示例市落实省委巡视反馈意见整改方案》已经")


def test_quotes_within_quotes_and_a_period_within_a_year(project: Path) -> None:
    from reportgen.wording import FILTERS, period

    assert FILTERS["引号内"]("运用“四种形态”") == "运用‘四种形态’"
    assert period(date(2021, 9, 1), date(2021, 9, 30)) == "2021年9月1日至9月30日"
    assert period(date(2021, 12, 1), date(2022, 1, 30)) == "2021年12月1日至2022年1月30日"
    assert values(project, "notice")["巡视"]["起止日期"] == "2021年9月1日至9月30日"


def test_a_measure_names_each_unit_once(project: Path) -> None:
    for issue in values(project, "plan")["问题清单"]:
        for measure in issue["整改措施"]:
            units = [measure["牵头单位"], *measure["责任单位"], *measure["配合单位"]]
            assert len(units) == len(set(units))
