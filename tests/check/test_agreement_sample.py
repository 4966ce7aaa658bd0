"""三文一致 on the documents of the sample ledger: right ones pass, every hand edit is found."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from reportgen.anatomy import Document
from reportgen.anatomy.reader import read
from reportgen.check.agreement import agreement
from reportgen.model import Ledger
from tests.check.agreement_papers import (
    NOTICE,
    PLAN,
    REPORT,
    built,
    codes,
    edited,
    found_in,
    opened,
    sample_ledger,
)


@cache
def _ledger() -> Ledger:
    return sample_ledger()


@cache
def _files() -> dict[str, bytes]:
    return built(_ledger())


@cache
def _documents() -> tuple[Document, ...]:
    return tuple(opened(_files()))


def _codes_after(kind: str, old: str, new: str) -> set[str]:
    """The codes found in a document that was edited."""
    return codes(found_in(read(f"{kind}.docx", edited(_files()[kind], old, new)), _ledger()))


def test_documents_as_built_agree() -> None:
    assert agreement(_documents(), _ledger()) == [[], [], []]


@pytest.mark.parametrize("kind", [PLAN, REPORT, NOTICE])
def test_each_document_alone_agrees(kind: str) -> None:
    document = _documents()[list(_files()).index(kind)]
    assert agreement([document], _ledger()) == [[]]


@pytest.mark.parametrize("day", ["2021-12-10", "2022-03-31", "2022-06-30"])
def test_documents_with_figures_as_of_another_day_agree(day: str) -> None:
    documents = opened(built(_ledger(), date.fromisoformat(day)))
    assert agreement(documents, _ledger()) == [[], [], []]


FIRST_NOT_STARTED = (
    ("issues.yaml", "整改状态: 基本完成", "整改状态: 未启动"),
    (
        "journal.yaml",
        "问题序号: 1, 原状态: 正在整改, 新状态: 基本完成",
        "问题序号: 1, 原状态: 正在整改, 新状态: 未启动",
    ),
)
LEDGERS = {
    "时限改为立行立改": ("issues.yaml", "整改时限: 2022-03-31", "整改时限: 立行立改"),
    "时限提前而逾期": ("issues.yaml", "整改时限: 2022-09-30", "整改时限: 2022-06-30"),
    "另有截至日期": ("documents.yaml", "成文日期: 2022-07-29", "成文日期: 2022-07-29\n  截至日期: 2022-06-30"),
    "换了单位名称": ("inspection.yaml", "办公室: 市委办公室", "办公室: 市委整改办"),
    "换了巡视日期": ("inspection.yaml", "开始日期: 2021-09-01", "开始日期: 2020-12-28"),
    "改了公开标题": (
        "issues.yaml",
        "    公开表述: 由市级领导挂帅",
        "    公开表述:\n      公开标题: 个别项目整改后仍有尾巴\n      内容: 由市级领导挂帅",
    ),
}


@pytest.mark.parametrize("change", LEDGERS)
def test_documents_of_another_ledger_agree_with_it(
    change: str, project: Path, edit: Callable[[str, str, str], None]
) -> None:
    edit(*LEDGERS[change])
    ledger = sample_ledger(project)
    assert agreement(opened(built(ledger)), ledger) == [[], [], []]


def test_documents_of_a_ledger_with_another_status_agree_with_it(
    project: Path, edit: Callable[[str, str, str], None]
) -> None:
    for change in FIRST_NOT_STARTED:
        edit(*change)
    ledger = sample_ledger(project)
    assert agreement(opened(built(ledger)), ledger) == [[], [], []]


def test_documents_of_one_ledger_disagree_with_another(project: Path, edit: Callable[[str, str, str], None]) -> None:
    for change in FIRST_NOT_STARTED:
        edit(*change)
    plan, report, notice = agreement(_documents(), sample_ledger(project))
    assert codes(plan) == set()
    assert codes(report) == {"A-count", "A-status"}
    assert codes(notice) == {"A-count"}


EDITS = [
    (PLAN, "4个方面28个问题", "4个方面27个问题", "A-count"),
    (PLAN, "4个方面28个问题", "5个方面28个问题", "A-count"),
    (PLAN, "整改措施89条", "整改措施88条", "A-count"),
    (PLAN, "立行立改4个", "立行立改5个", "A-count"),
    (PLAN, "限期整改21个", "限期整改20个", "A-count"),
    (PLAN, "长期坚持3个", "长期坚持4个", "A-count"),
    (PLAN, "下设8个专项整改组", "下设7个专项整改组", "A-count"),
    (PLAN, "整改时限：2022年9月30日。", "整改时限：2022年8月30日。", "A-date"),
    (PLAN, "（整改时限：2022年1月31日）", "（整改时限：2022年1月30日）", "A-date"),
    (PLAN, "牵头单位：市国资委", "牵头单位：市财政局", "A-unit"),
    (PLAN, "责任单位：市水务局、", "责任单位：市商务局、", "A-unit"),
    (PLAN, "责任领导：市委常委、常务副市长", "责任领导：市委常委、秘书长", "A-name"),
    (PLAN, "2.宣传思想专项整改组", "2.宣传文化专项整改组", "A-unit"),
    (PLAN, "成员：市委网信办", "成员：市委编办", "A-unit"),
    (PLAN, "由市委书记任组长", "由市委副书记任组长", "A-name"),
    (PLAN, "关于“整改监督责任落实”方面", "关于“整改监管责任落实”方面", "A-title"),
    (PLAN, "7.关于", "8.关于", "A-order"),
    (PLAN, "（2）对手续不全的", "（3）对手续不全的", "A-order"),
    (PLAN, "示委〔2021〕36号", "示委〔2021〕37号", "A-element"),
    (PLAN, "各人民团体党组：", "各人民团体党委：", "A-element"),
    (REPORT, "市委常委会5次", "市委常委会6次", "A-count"),
    (REPORT, "专题民主生活会1次", "专题民主生活会2次", "A-count"),
    (REPORT, "制度文件14件", "制度文件15件", "A-count"),
    (REPORT, "修订5件", "修订4件", "A-count"),
    (REPORT, "已完成18个", "已完成19个", "A-count"),
    (REPORT, "未启动1个", "未启动2个", "A-count"),
    (REPORT, "完成率为64.29%", "完成率为65.29%", "A-rate"),
    (REPORT, "仍未完成的问题0个", "仍未完成的问题1个", "A-count"),
    (REPORT, "问题线索14件", "问题线索15件", "A-count"),
    (REPORT, "党纪处分54人", "党纪处分45人", "A-count"),
    (REPORT, "第二种形态49人", "第二种形态48人", "A-count"),
    (REPORT, "追缴资金128.4万元", "追缴资金124.8万元", "A-sum"),
    (REPORT, "合计490.25万元", "合计490.25元", "A-sum"),
    (REPORT, "仍有10个问题", "仍有9个问题", "A-count"),
    (REPORT, "截至2022年7月29日，办结", "截至2022年6月29日，办结", "A-date"),
    (REPORT, "整改状态：正在整改", "整改状态：基本完成", "A-status"),
    (REPORT, "（2022年3月25日完成）", "（2022年3月26日完成）", "A-date"),
    (REPORT, "举办业务培训227场次", "举办业务培训272场次", "A-count"),
    (REPORT, "2021年9月1日至9月30日", "2021年9月1日至9月29日", "A-date"),
    (REPORT, "2021年11月11日反馈", "2021年11月12日反馈", "A-date"),
    (REPORT, "省委第七巡视组对", "省委第八巡视组对", "A-name"),
    (REPORT, "签发人：市委书记", "签发人：市委副书记", "A-element"),
    (REPORT, "关于“房地产领域突出问题", "关于“房地产行业突出问题", "A-title"),
    (NOTICE, "制度文件16件", "制度文件14件", "A-count"),
    (NOTICE, "逐项公布27个", "逐项公布28个", "A-count"),
    (NOTICE, "另有1个", "另有2个", "A-count"),
    (NOTICE, "党纪政务处分62人", "党纪政务处分61人", "A-count"),
    (NOTICE, "压力传导不到位", "压力传达不到位", "A-title"),
    (NOTICE, "研发平台增加21个", "研发平台增加12个", "A-count"),
    (NOTICE, "电话0000-1234567", "电话0000-1234576", "A-element"),
    (NOTICE, "2022年8月16日，省委", "2022年8月15日，省委", "A-date"),
]


@pytest.mark.parametrize(("kind", "old", "new", "code"), EDITS, ids=[f"{edit[0]}：{edit[2]}" for edit in EDITS])
def test_a_hand_edit_is_found(kind: str, old: str, new: str, code: str) -> None:
    assert code in _codes_after(kind, old, new)


CELLS = [
    (PLAN, 1, 5, 7, "立行立改", "A-status"),
    (PLAN, 1, 6, 1, "9", "A-order"),
    (PLAN, 1, 6, 4, "巩固整改成果的短效机制尚未完全建立", "A-title"),
    (PLAN, 2, 3, 7, "2022年5月12日", "A-date"),
    (PLAN, 2, 3, 8, "否", "A-status"),
    (PLAN, 2, 3, 4, "1-1-3", "A-order"),
    (PLAN, 3, 3, 5, "市财政局", "A-unit"),
    (REPORT, 1, 3, 8, "基本完成", "A-status"),
    (REPORT, 1, 3, 9, "2022年3月24日", "A-date"),
    (REPORT, 1, 3, 5, "市财政局", "A-unit"),
    (REPORT, 1, 3, 4, "市委常委、秘书长", "A-name"),
]


@pytest.mark.parametrize(("kind", "table", "row", "column", "text", "code"), CELLS)
def test_a_changed_cell_is_found(kind: str, table: int, row: int, column: int, text: str, code: str) -> None:
    place = list(_files()).index(kind)
    document = _documents()[place]
    grid = next(each for each in document.tables if each.number == table and each.columns > 1)
    number = grid.cells[row, column][0]
    paragraphs = list(document.paragraphs)
    paragraphs[number - 1] = replace(paragraphs[number - 1], text=text)
    changed = replace(document, paragraphs=tuple(paragraphs))
    assert code in codes(found_in(changed, _ledger()))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("0000-1234567", "0000—1234567"),
        ("0000-1234567", "0000 1234567"),
        ("zgb@shilishi.example", "ZGB@shilishi.example"),
    ],
)
def test_the_same_contact_written_otherwise_is_no_disagreement(old: str, new: str) -> None:
    assert "A-element" not in _codes_after(NOTICE, old, new)


def test_a_running_number_of_three_digits_is_no_code_of_an_aspect() -> None:
    ledger = _ledger()
    more = [
        ledger.issues[0].model_copy(update={"title": f"第{row}项工作推进不够有力", "sub_issues": ()})
        for row in range(1, 100)
    ]
    every = [issue.model_copy(update={"number": row}) for row, issue in enumerate([*more, *ledger.issues], 1)]
    grown = replace(ledger, issues=tuple(every))
    plan = read(f"{PLAN}.docx", built(grown)[PLAN])
    assert "A-order" not in codes(found_in(plan, grown))
