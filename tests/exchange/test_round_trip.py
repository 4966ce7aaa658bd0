"""What is exported and imported again changes nothing: whatever the ledger holds, and whoever saved it in between."""

import os
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportgen.cli.entry import run
from reportgen.exchange.book import ledger_book
from reportgen.exchange.comparing import Compared, compare
from reportgen.exchange.ours import known_lists
from reportgen.exchange.tables import tables_of
from reportgen.export import available
from reportgen.ledger.load import load
from reportgen.model import Ledger
from reportgen.model.issues import LISTED, MEASURE_TYPES, TWO_SIDED
from reportgen.reading.text import first_control
from reportgen.workbook.reading import read_workbook
from reportgen.workbook.writing import workbook_bytes
from tests.exchange.offices import Imported
from tests.facts.conftest import ledger_of as _ledger_of

ledger_of = _ledger_of
LedgerOf = Callable[..., Ledger]
Given = dict[str, Any]

# --- ledgers of any text ----------------------------------------------------------------------------------------------

REFUSED = "".join(chr(code) for code in range(0x10000) if code != 0x0A and first_control(chr(code)))
"""What the reader of data files refuses; all else that XML 1.0 allows is there, and what it forbids is among these."""
TEXT = st.text(st.characters(codec="utf-8", exclude_characters=REFUSED), min_size=1, max_size=40).filter(str.strip)
AWKWARD = st.sampled_from([
    "=1+1", "+86", "-3", "@甲", "'甲", "_x000D_", "_x005F_", "001", "1E5", "2022-05-31", "#REF!", "是", "TRUE", "&amp;<b>]]>",
    "甲\n\n乙", "　　缩进", "甲 乙", "甲\u00a0乙", "\u200b", "👩‍👩‍👧", "𠮷", "\ue000", "合计", "注：甲", "1.甲\n2.乙", "、", "甲、乙；丙",
    "行标识", "(空)", "立行立改", "a" * 3000,
])  # fmt: skip
ANY = st.one_of(AWKWARD, TEXT)
DAY = st.dates(date(1990, 1, 1), date(2199, 12, 31)).map(date.isoformat)
DEADLINE = st.one_of(DAY, st.sampled_from(["立行立改", "长期坚持"]))
UNITS = st.lists(ANY, max_size=3)


def some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Given]:
    return st.fixed_dictionaries({}, optional=fields)


PUBLIC = some(
    公开标题=ANY, 内容=ANY, 引语=ANY, 句式=st.sampled_from([LISTED, TWO_SIDED]), 分述=st.lists(ANY, max_size=3), 结语=ANY
)  # fmt: skip
MEASURE = st.builds(
    lambda content, more: {"内容": content, **more},
    ANY,
    some(
        措施类型=st.sampled_from(MEASURE_TYPES),
        责任领导=ANY,
        牵头单位=ANY,
        责任单位=UNITS,
        整改时限=DEADLINE,
        完成日期=DAY,
    ),
)
SUB_ISSUE = st.builds(
    lambda title, more: {"标题": title, **more}, ANY, some(具体表现=ANY, 进展情况=ANY, 公开表述=PUBLIC)
)
ISSUE = st.builds(
    lambda title, more: {"标题": title, **more},
    ANY,
    some(
        具体表现=ANY, 重点关注=ANY, 问题来源=ANY, 原因分析=ANY, 整改目标=ANY, 专项整改组=ANY, 责任领导=ANY, 牵头单位=ANY,
        责任单位=UNITS, 配合单位=UNITS, 责任人=ANY, 督办单位=ANY, 整改时限=DEADLINE,
        整改状态=st.sampled_from(["未启动", "正在整改", "基本完成", "已完成", "长期坚持"]), 完成日期=DAY, 进展情况=ANY,
        佐证材料=st.lists(ANY, max_size=3), 整改措施=st.lists(MEASURE, max_size=4), 子问题=st.lists(SUB_ISSUE, max_size=2),
        公开表述=PUBLIC, 不公开=some(党内=ANY, 社会=ANY), 备注=ANY,
        销号=some(申请日期=DAY, 复核单位=ANY, 复核日期=DAY, 复核意见=ANY, 批准人=ANY, 销号日期=DAY),
    ),
)  # fmt: skip


def come_back(ledger: Ledger, folder: Path) -> Compared:
    """Exported, written, read and compared."""
    file = folder / "台账.xlsx"
    file.write_bytes(workbook_bytes(ledger_book(ledger, date(2022, 7, 29), 15)))
    workbook = read_workbook(file)
    known = known_lists(ledger, epoch_1904=workbook.epoch_1904)
    tables, problems = tables_of(file.name, workbook, known, ledger.issues)
    compared = compare(tables, ledger.issues, known)
    assert problems == ()
    return compared


def times(ledger: Ledger, count: int) -> Ledger:
    """The ledger with its issues over and over, each with a number and a title of its own."""
    issues = ledger.issues
    many = [
        issues[row % len(issues)].model_copy(
            update={"number": row + 1, "title": f"{issues[row % len(issues)].title}（{row // len(issues)}）"}
        )
        for row in range(count)
    ]
    return replace(ledger, issues=tuple(many))


def unchanged(compared: Compared) -> bool:
    return compared == Compared((), (), ())


@given(st.lists(ISSUE, min_size=1, max_size=1))
@settings(max_examples=50)
@example([{"标题": "=甲", "整改措施": [{"内容": "_x000D_"}, {"内容": "_x000D_"}]}])
@example([{"标题": "\u200b", "备注": "\u200b", "整改措施": [{"内容": "\u200b"}]}])
def test_one_issue_of_any_text_comes_back_as_it_was(ledger_of: LedgerOf, issues: list[Given]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert unchanged(come_back(ledger_of(issues), Path(folder)))


@given(st.lists(ISSUE, min_size=1, max_size=4))
@settings(max_examples=15)
def test_28_issues_of_any_text_come_back_as_they_were(ledger_of: LedgerOf, issues: list[Given]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert unchanged(come_back(times(ledger_of(issues), 28), Path(folder)))


@given(st.lists(ISSUE, min_size=3, max_size=5))
@settings(max_examples=3)
def test_700_issues_come_back_as_they_were(ledger_of: LedgerOf, issues: list[Given]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert unchanged(come_back(times(ledger_of(issues), 700), Path(folder)))


def test_5000_issues_come_back_as_they_were(sample: Ledger, tmp_path: Path) -> None:
    """With one measure each: more rows in all sheets together are refused by the reader."""
    short = [issue.model_copy(update={"measures": issue.measures[:1]}) for issue in sample.issues]
    assert unchanged(come_back(times(replace(sample, issues=tuple(short)), 5000), tmp_path))


def test_issues_that_are_all_alike_are_told_apart_by_their_numbers(ledger_of: LedgerOf, tmp_path: Path) -> None:
    alike = {"标题": "甲", "整改措施": ["乙", "乙", "丙"], "子问题": [{"标题": "丁"}, {"标题": "丁"}]}
    assert unchanged(come_back(ledger_of([alike] * 50), tmp_path))


def test_texts_as_long_as_a_cell_holds(ledger_of: LedgerOf, tmp_path: Path) -> None:
    longest = "长" * 32_766 + "。"
    assert unchanged(come_back(ledger_of([{"标题": "甲", "进展情况": longest, "整改措施": [longest]}]), tmp_path))


# --- other programs in between ----------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def sample() -> Ledger:
    ledger = load(Path(__file__).resolve().parents[2] / "data").ledger
    assert ledger is not None
    return ledger


@pytest.fixture
def both(project: Path, bring: Callable[..., Imported]) -> Callable[[Path], Imported]:
    """Imports into the sample what came of its exported workbook."""
    return lambda file: bring(file, into=project)


@pytest.fixture
def workbook(project: Path, tmp_path: Path) -> Path:
    """The exported sample."""
    file = tmp_path / "台账.xlsx"
    assert run(["ledger", "export", str(file), "-q", "--as-of", "2022-07-29", "--project", str(project)]) == 0
    return file


def nothing_changed(found: Imported) -> bool:
    return (found.code, found.changes, found.problems, found.said["absent"]) == (0, [], [], [])


def test_the_sample_comes_back_as_it_was(workbook: Path, both: Callable[[Path], Imported]) -> None:
    assert nothing_changed(both(workbook))


def test_the_sample_saved_again_by_openpyxl(workbook: Path, both: Callable[[Path], Imported]) -> None:
    openpyxl.load_workbook(workbook).save(workbook)
    assert nothing_changed(both(workbook))


def test_the_sample_under_the_name_of_another_program(workbook: Path, both: Callable[[Path], Imported]) -> None:
    assert nothing_changed(both(workbook.rename(workbook.with_suffix(".et"))))


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods-xlsx"])
def test_the_sample_opened_and_saved_by_libreoffice(
    workbook: Path, both: Callable[[Path], Imported], kind: str
) -> None:
    if not available():
        cannot_convert("LibreOffice is not installed")
    file = workbook
    for step in kind.split("-"):
        file = converted(file, step)
    assert nothing_changed(both(file))


def converted(file: Path, kind: str) -> Path:
    folder = file.parent / kind
    with tempfile.TemporaryDirectory() as home:
        command = ["soffice", "--headless", f"-env:UserInstallation={Path(home).as_uri()}", "--convert-to", kind]
        subprocess.run([*command, "--outdir", str(folder), str(file)], check=True, capture_output=True, timeout=120)
    return folder / f"{file.stem}.{kind}"


def cannot_convert(why: str) -> None:
    """Skip and say so; where it must work (.ci/run), fail."""
    if os.environ.get("REPORTGEN_NEED_LIBREOFFICE"):
        pytest.fail(why)
    pytest.skip(why)
