"""Documents against each other."""

from dataclasses import replace
from functools import cache

from reportgen.anatomy import Document
from reportgen.check.agreement import agreement
from reportgen.errors import Finding
from reportgen.model import Ledger
from tests.check.agreement_papers import sample_ledger, written


@cache
def _ledger() -> Ledger:
    return sample_ledger()


def _named(name: str, document: Document) -> Document:
    return replace(document, name=name)


def _between(*documents: Document) -> list[list[Finding]]:
    return [[each for each in found if each.code == "A-between"] for found in agreement(documents, _ledger())]


def test_what_time_does_not_change_is_the_same_everywhere() -> None:
    first = _named("甲.docx", written("反馈的28个问题已全部认领。", day="2021年12月10日"))
    second = _named("乙.docx", written("反馈的27个问题已全部认领。", day="2022年7月29日"))
    mine, others = _between(first, second)
    assert [(each.measured, each.expected) for each in mine] == [("28", "27")]
    assert [(each.measured, each.expected) for each in others] == [("27", "28")]
    assert "“甲.docx”第2段" in others[0].message
    assert "“乙.docx”第2段" in mine[0].message


def test_figures_of_different_days_may_differ() -> None:
    first = written("28个问题已完成整改15个。", day="2022年5月11日")
    second = written("28个问题已完成整改18个。", day="2022年7月29日")
    assert _between(first, second) == [[], []]


def test_figures_of_the_same_day_are_the_same() -> None:
    first = written("28个问题已完成整改18个。", day="2022年7月29日")
    second = written("截至2022年7月29日，28个问题已完成整改17个。", day="2022年8月16日")
    assert [len(found) for found in _between(first, second)] == [1, 1]


def test_what_only_grows_does_not_shrink() -> None:
    earlier = _named("早.docx", written("28个问题已完成整改18个。", day="2022年7月29日"))
    later = _named("晚.docx", written("28个问题已完成整改17个。", day="2022年8月16日"))
    before, after = _between(earlier, later)
    assert before == []
    assert "只会增加" in after[0].message
    assert "“早.docx”" in after[0].message


def test_titles_of_issues_are_the_same_everywhere() -> None:
    lines = [f"{issue.number}.关于“{issue.title}”问题" for issue in _ledger().issues[:5]]
    changed = [line.replace("长效机制", "长久机制") for line in lines]
    assert [len(found) for found in _between(written(*lines), written(*changed))] == [1, 1]


def test_documents_that_agree_say_nothing_of_each_other() -> None:
    text = "反馈的4个方面28个问题，制定整改措施89条。"
    assert _between(written(text), written(text), written(text)) == [[], [], []]
