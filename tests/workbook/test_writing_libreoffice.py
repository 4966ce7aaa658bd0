"""What LibreOffice makes of the files: opened and saved again, and printed. It runs once for all of these tests."""

import datetime
import os
import shutil
import subprocess
from pathlib import Path

import pdfplumber
import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from reportgen.export import available, missing_faces
from reportgen.export.fonts import write_configuration
from reportgen.workbook.plan import ColumnPlan, SheetPlan, TablePlan, WorkbookPlan
from reportgen.workbook.writing import workbook_bytes
from tests.sharing import once
from tests.workbook.sample import SOURCES, issues, ledger_table, sent_plan, workbook_plan

pytestmark = pytest.mark.xdist_group("workbooks-libreoffice")  # read once what was made once

TEXTS = (
    "=1+1", "+86", "-5", "@甲", "'引号", "002", "1:2", "3.10", " 前", "后 ", "一\n二", "一\n\n二\n", "\n一", "甲\t乙",
    "𠮷𝌆😀", "甲\u00a0乙", "　全角", "&lt;<b>&amp;", "]]>", "2022-05-31", "TRUE", "#N/A", "1e5", "０１２", "e\u0301", "\u200b甲",
    "{{ 事实 }}", "“引”‘号’", "字" * 300, "=" + "字" * 300,
)  # fmt: skip


def _cannot_run(why: str) -> None:
    """Skip and say so; where LibreOffice must work (.ci/run), fail."""
    if os.environ.get("REPORTGEN_NEED_LIBREOFFICE"):
        pytest.fail(why)
    pytest.skip(why)


@pytest.fixture(scope="session")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the workbooks (given/), saved again (saved/) and printed (pdf/)."""
    if not available():
        _cannot_run("LibreOffice is not installed")
    return once(tmp_path_factory, "workbooks", _convert)


def _convert(folder: Path) -> None:
    given = folder / "given"
    given.mkdir()
    for name, plan in (("ledger", workbook_plan()), ("sent", sent_plan()), ("texts", _texts_plan())):
        (given / f"{name}.xlsx").write_bytes(workbook_bytes(plan))
    files = sorted(map(str, given.iterdir()))
    environment = {**os.environ, "FONTCONFIG_FILE": str(write_configuration(folder))}
    program = shutil.which("soffice") or shutil.which("libreoffice") or "soffice"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for form, out in (("xlsx", "saved"), ("pdf", "pdf")):
        command = [
            program,
            profile,
            "--headless",
            "--norestore",
            "--convert-to",
            form,
            "--outdir",
            str(folder / out),
            *files,
        ]
        subprocess.run(command, env=environment, check=True, capture_output=True, timeout=240)


def _texts_plan() -> WorkbookPlan:
    columns = (ColumnPlan("序号", 6, "centre"), ColumnPlan("内容", 30))
    rows = tuple((f"{number:03}", text) for number, text in enumerate(TEXTS, 1))
    return WorkbookPlan("标题", (SheetPlan("台账", (TablePlan("标题", "", columns, rows),)),))


@pytest.fixture(scope="module")
def ledger(converted: Path) -> Worksheet:
    return load_workbook(converted / "saved" / "ledger.xlsx")["整改台账"]


def test_texts_outlive_libreoffice(converted):
    sheet = load_workbook(converted / "saved" / "texts.xlsx")["台账"]
    assert [sheet.cell(row, 2).value for row in range(3, 3 + len(TEXTS))] == list(TEXTS)
    assert [sheet.cell(row, 1).value for row in range(3, 6)] == ["001", "002", "003"]


def test_values_outlive_libreoffice(ledger):
    for row, values in enumerate(ledger_table(issues()).rows, 4):
        found = [ledger.cell(row, column).value for column in range(1, len(values) + 1)]
        dated = [value.date() if isinstance(value, datetime.datetime) else value for value in found]
        assert dated == list(values)


def test_merged_areas_outlive_libreoffice(converted, ledger):
    given = load_workbook(converted / "given" / "ledger.xlsx")["整改台账"]
    assert {str(area) for area in ledger.merged_cells.ranges} == {str(area) for area in given.merged_cells.ranges}


def test_frames_of_merged_areas_outlive_libreoffice(ledger):
    area = next(area for area in ledger.merged_cells.ranges if area.min_row > 3)
    left, right = ledger.cell(area.min_row, area.min_col - 1), ledger.cell(area.max_row, area.max_col)
    assert left.border.right.style or ledger.cell(area.min_row, area.min_col).border.left.style
    assert right.border.bottom.style == "thin"


def test_drop_downs_outlive_libreoffice(ledger):
    rules = {str(rule.sqref).split(":")[0]: rule for rule in ledger.data_validations.dataValidation}
    assert set(rules) == {"C4", "G4", "K4", "N4"}
    assert rules["N4"].formula1.replace("'", "") == "选项!$D$2:$D$6"
    assert rules["N4"].showErrorMessage
    assert not rules["K4"].showErrorMessage


def test_hidden_columns_and_sheets_outlive_libreoffice(converted, ledger):
    assert ledger.column_dimensions["A"].hidden
    assert ledger.column_dimensions["Q"].hidden
    states = {sheet.title: sheet.sheet_state for sheet in load_workbook(converted / "saved" / "ledger.xlsx").worksheets}
    assert states["选项"] != "visible"
    assert states["标记"] != "visible"


def test_colours_filter_and_print_settings_outlive_libreoffice(ledger):
    formulas = [rule.formula[0] for area in ledger.conditional_formatting for rule in area.rules]
    assert any("TODAY()" in formula for formula in formulas)
    assert ledger.auto_filter.ref == f"A3:V{ledger.max_row}"
    assert ledger.print_title_rows == "$3:$3"
    assert ledger.page_setup.orientation == "landscape"


def test_lock_outlives_libreoffice(converted):
    sheet = load_workbook(converted / "saved" / "sent.xlsx")["填报"]
    assert sheet.protection.sheet
    assert not sheet["P4"].protection.locked
    assert sheet["F4"].protection.locked


def _words(page: pdfplumber.page.Page) -> str:
    return "".join(page.extract_text().split())


@pytest.fixture(scope="module")
def pages(converted: Path):
    if missing_faces():
        _cannot_run(f"no look-alikes for {'、'.join(missing_faces())}; run .ci/fonts")
    with pdfplumber.open(converted / "pdf" / "ledger.pdf") as pdf:
        yield pdf.pages


def test_ledger_is_printed_on_a4_landscape_with_its_header_and_number_on_every_page(pages):
    ledger = [page for page in pages if "整改措施" in _words(page)]
    assert len(ledger) > 3
    for page in ledger:
        words = _words(page)
        assert (round(page.width), round(page.height)) == (842, 595)
        assert "序号方面反馈问题整改目标整改措施措施类型" in words
        assert f"第{page.page_number}页共{len(pages)}页" in words


def test_all_printed_text_is_on_the_pages_and_nothing_that_stands_aside(pages):
    printed = "".join(sorted("".join(_words(page) for page in pages)))
    whole = {character: printed.count(character) for character in set(printed)}
    needed = "".join(
        str(value)
        for row in ledger_table(issues()).rows
        for source, value in zip(SOURCES, row, strict=True)
        if isinstance(value, str) and not source.column.aside and not source.column.hidden
    )
    assert all(whole.get(character, 0) >= needed.count(character) for character in set(needed) if character.strip())
    assert not any("原因分析" in _words(page) for page in pages)


def test_no_text_is_cut_by_the_row_it_stands_in(pages):
    """A line that sticks out of its cell is drawn over the frame: its middle would be nearer to a rule than half its size."""
    for page in pages:
        rules = sorted(
            {round(edge["top"], 1) for edge in page.edges if edge["orientation"] == "h" and edge["width"] > 20}
        )
        for char in page.chars:
            if char["text"].strip("，。、；“”（）") and rules and rules[0] < char["top"] < rules[-1]:
                middle = (char["top"] + char["bottom"]) / 2
                crossing = [
                    edge
                    for edge in page.edges
                    if edge["orientation"] == "h"
                    and abs(edge["top"] - middle) < char["size"] * 0.3
                    and edge["x0"] < char["x0"] < edge["x1"]
                ]
                assert not crossing, f"{char['text']} on page {page.page_number} is cut"


def test_smallest_printed_type_can_be_read(pages):
    sizes = [char["size"] for page in pages for char in page.chars if char["text"].strip()]
    assert min(sizes) >= 7
