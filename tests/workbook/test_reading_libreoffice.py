"""What LibreOffice saves is read as it was. It runs once for all of these tests."""

import os
import shutil
import subprocess
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest

from reportgen.export import available
from reportgen.workbook.grid import Range, Workbook
from reportgen.workbook.reading import read_workbook
from tests.sharing import once

pytestmark = pytest.mark.xdist_group("workbooks-libreoffice")  # read once what was made once

FORMS = ("xlsx", "xls")
TEXTS = [" 前后 ", "一\n二", "002", "=不是公式", "&lt;", "𠮷", "_x000D_", "字" * 3000]


def _cannot_convert(why: str) -> None:
    """Skip and say so; where LibreOffice must work (.ci/run), fail."""
    if os.environ.get("REPORTGEN_NEED_LIBREOFFICE"):
        pytest.fail(why)
    pytest.skip(why)


@pytest.fixture(scope="session")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the workbook as LibreOffice saves it in each form."""
    if not available():
        _cannot_convert("LibreOffice is not installed")
    folder = once(tmp_path_factory, "read-workbooks", _save)
    if not (folder / "台账.xlsx").exists():
        _cannot_convert("LibreOffice has no Calc")
    return folder


def _save(folder: Path) -> None:
    given = folder / "given" / "台账.xlsx"
    given.parent.mkdir()
    _workbook().save(given)
    program = shutil.which("soffice") or shutil.which("libreoffice") or "soffice"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for form in FORMS:
        command = [
            program,
            profile,
            "--headless",
            "--norestore",
            "--convert-to",
            form,
            "--outdir",
            str(folder),
            str(given),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=240)


def _workbook() -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "整改台账"
    sheet.append(["序号", "内容", "时限", "时间", "数", "公式", "错误", "日期"])
    for number, text in enumerate(TEXTS, 1):
        sheet.append([number, None, date(2022, 5, number), time(8, number), number / 4, f"=A{number + 1}*2", "=1/0"])
        sheet.cell(number + 1, 2).value = text
        sheet.cell(number + 1, 2).data_type = "s"
        sheet.cell(number + 1, 8, 44712).number_format = 'yyyy"年"m"月"d"日"'
    sheet.merge_cells("A2:A4")
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["D"].hidden = True
    book.create_sheet("选项").sheet_state = "hidden"
    return book


@pytest.fixture(params=["xlsx", "xls"])
def workbook(saved: Path, request: pytest.FixtureRequest) -> Workbook:
    return read_workbook(saved / f"台账.{request.param}")


def column(workbook: Workbook, col: int) -> list[object]:
    found = [workbook.sheets[0].cell(row, col) for row in range(2, len(TEXTS) + 2)]
    return [cell.error or cell.value if cell else None for cell in found]


def test_texts(workbook: Workbook) -> None:
    assert [str(text).replace("\r", "_x000D_") for text in column(workbook, 2)] == TEXTS


def test_dates_times_and_numbers(workbook: Workbook) -> None:
    numbers = range(1, len(TEXTS) + 1)
    assert column(workbook, 1) == [1, None, None, *range(4, len(TEXTS) + 1)]
    assert column(workbook, 3) == [datetime(2022, 5, number) for number in numbers]
    assert column(workbook, 4) == [time(8, number) for number in numbers]
    assert column(workbook, 5) == [number / 4 for number in numbers]
    assert column(workbook, 8) == [datetime(2022, 5, 31) for _ in numbers]


def test_formulas_and_errors(workbook: Workbook) -> None:
    assert column(workbook, 6) == [2, 0, 0, *(number * 2 for number in range(4, len(TEXTS) + 1))]
    assert column(workbook, 7) == ["#DIV/0!" for _ in TEXTS]


def test_sheets_merged_ranges_and_what_is_hidden(workbook: Workbook) -> None:
    first, second = workbook.sheets
    assert [(each.name, each.visible) for each in (first, second)] == [("整改台账", True), ("选项", False)]
    assert first.merged == (Range(2, 1, 4, 1),)
    assert (first.hidden_rows, first.hidden_columns) == ((3,), (4,))
    assert [cell and cell.value for cell in (first.filled(row, 1) for row in range(2, 6))] == [1, 1, 1, 4]


def test_openpyxl_reads_the_same(saved: Path) -> None:
    sheet = openpyxl.load_workbook(saved / "台账.xlsx", data_only=True)["整改台账"]
    theirs = {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None}
    (ours, _) = read_workbook(saved / "台账.xlsx").sheets
    assert {cell.address: cell.error or cell.value for row in ours.rows.values() for cell in row.values()} == theirs
