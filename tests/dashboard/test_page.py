"""The page as a file: needs nothing else, says what the figures say, and takes any text."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from reportgen.dashboard import overview
from reportgen.dashboard.page import page
from reportgen.pipeline.project import Project
from reportgen.pipeline.status import known, standing
from tests.dashboard.ledgers import ledger_of

AS_OF = date(2022, 12, 20)
HOSTILE = "</td><script>alert('1')</script> & \"引号\" {{ 问题 }} {% raw %} 👩‍👩‍👧 𠮷"


def written(html: bytes) -> Any:
    return etree.fromstring(html, etree.HTMLParser(encoding="utf-8"))


def texts(tree: Any, path: str) -> list[str]:
    return ["".join(each.itertext()).strip() for each in tree.xpath(path)]


def of_sample(project: Path, as_of: date = AS_OF, within: int = 30) -> bytes:
    return page(standing(known(Project(project), as_of), as_of, "--as-of", within))


def test_the_page_asks_nothing_of_a_network(project: Path) -> None:
    html = of_sample(project).decode("utf-8")
    assert not re.search(r"(?:src|href)\s*=\s*[\"'](?!data:|#)", html)
    assert not re.search(r"https?:|url\(|@import|<script|<iframe|<object|<link(?! rel=\"icon\")", html)
    assert "default-src 'none'" in html


def test_the_same_figures_give_the_same_bytes(project: Path) -> None:
    assert of_sample(project) == of_sample(project)


def test_cards_and_tables_show_the_figures(project: Path) -> None:
    tree = written(of_sample(project))
    cards = dict(zip(texts(tree, "//dl/div/dt"), texts(tree, "//dl/div/dd[1]"), strict=True))
    assert cards == {
        "问题总数": "28个",
        "已完成": "19个",
        "完成率": "67.86%",
        "未完成": "9个",
        "逾期": "2个",
        "临期": "3个",
    }
    assert texts(tree, "//table[@class='statuses']/tbody/tr") == [
        "已完成1967.86%", "基本完成310.71%", "正在整改27.14%", "未启动13.57%", "长期坚持310.71%",
    ]  # fmt: skip
    assert texts(tree, "(//table[@class='bars'])[1]/tbody/tr/td[2]") == ["8", "6", "8", "6"]
    assert texts(tree, "(//section[contains(@class,'lists')])[1]//tbody//th") == ["1", "4"]
    assert texts(tree, "(//section[contains(@class,'lists')])[2]//tbody/tr/td[4]") == ["11", "11", "11"]


def test_every_table_names_its_columns_and_rows_and_every_picture_has_words(project: Path) -> None:
    tree = written(of_sample(project))
    for table in tree.xpath("//table"):
        assert table.xpath("count(thead/tr/th[@scope='col']) > 2")
        assert not table.xpath("thead//th[not(@scope)] | tbody/tr[not(th[@scope='row'])]")
    for picture in tree.xpath("//svg"):
        assert picture.xpath("@role='img' and (@aria-label or (title and desc))")


@pytest.mark.parametrize("as_of", [date(2021, 11, 11), date(2022, 7, 29), date(2026, 11, 28), date(9999, 12, 31)])
def test_any_date_can_be_drawn(project: Path, as_of: date) -> None:
    tree = written(of_sample(project, as_of))
    assert f"{as_of.year}年{as_of.month}月{as_of.day}日" in texts(tree, "//header/p")[0]


def test_a_ledger_without_issues_has_a_page_without_a_rate() -> None:
    tree = written(page(overview(ledger_of([]), AS_OF, "今天", 15)))
    assert texts(tree, "//dl/div/dd[1]")[:3] == ["0个", "0个", "—"]


def test_markup_in_a_title_is_text() -> None:
    ledger = ledger_of([{"标题": HOSTILE, "牵头单位": HOSTILE, "整改时限": "2022-03-01"}], name="<b>甲</b>委")
    tree = written(page(overview(ledger, AS_OF, "今天", 15)))
    assert texts(tree, "//section[contains(@class,'lists')]//tbody/tr/td[1]") == [HOSTILE]
    assert texts(tree, "//h1") == ["<b>甲</b>委巡视整改进度"]
    assert tree.xpath("count(//script | //b[not(ancestor::ol)])") == 0


@settings(max_examples=40)
@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=200).filter(str.strip))
def test_any_text_comes_through_the_page(title: str) -> None:
    ledger = ledger_of([{"标题": title, "整改时限": "2022-03-01"}])
    html = page(overview(ledger, AS_OF, "今天", 15))
    found = texts(written(html), "//section[contains(@class,'lists')]//tbody/tr/td[1]")
    assert found == [ledger.issues[0].title.strip()]


def test_long_lists_are_cut_and_say_so() -> None:
    ledger = ledger_of([{"整改时限": "2022-03-01", "牵头单位": f"单位{row % 40}"} for row in range(150)])
    html = page(overview(ledger, AS_OF, "今天", 15)).decode("utf-8")
    assert "另有 50 个没有列出" in html
    assert "另有 28 个牵头单位没有列出" in html
