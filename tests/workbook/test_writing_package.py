"""The file itself: the same every time, nobody's name in it, valid, quick to make."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

from openpyxl import load_workbook

from reportgen.workbook.plan import ColumnPlan, SheetPlan, TablePlan, WorkbookPlan
from reportgen.workbook.writing import workbook_bytes
from tests.workbook.sample import sent_plan, workbook_plan

ROOT = Path(__file__).resolve().parents[2]
HASH = "import hashlib; from tests.workbook.sample import *; from reportgen.workbook.writing import workbook_bytes; print(hashlib.sha256(workbook_bytes(workbook_plan())).hexdigest())"


def test_same_plan_is_the_same_bytes():
    assert workbook_bytes(workbook_plan()) == workbook_bytes(workbook_plan())


def test_bytes_do_not_depend_on_the_seed_of_hashes():
    made = {
        subprocess.run(
            [sys.executable, "-c", HASH], cwd=ROOT, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(made) == 1


def test_nothing_tells_when_and_on_what_the_file_was_made():
    with zipfile.ZipFile(io.BytesIO(workbook_bytes(workbook_plan()))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.create_system for entry in package.infolist()} == {0}
        assert b"openpyxl" not in package.read("docProps/app.xml").lower()
    properties = load_workbook(io.BytesIO(workbook_bytes(workbook_plan()))).properties
    assert (properties.creator, properties.title, properties.lastModifiedBy) == ("reportgen", "整改台账", None)
    assert properties.created.year == properties.modified.year == 1980


def test_title_of_the_workbook_may_hold_anything():
    plan = WorkbookPlan("<甲> & 乙\x01", (SheetPlan("台账", (TablePlan("标题", "", (ColumnPlan("序号", 6),), ()),)),))
    assert load_workbook(io.BytesIO(workbook_bytes(plan))).properties.title == "<甲> & 乙"


def test_files_are_valid(tmp_path):
    from openxml_audit import OpenXmlValidator

    for name, plan in (("ledger", workbook_plan()), ("sent", sent_plan())):
        path = tmp_path / f"{name}.xlsx"
        path.write_bytes(workbook_bytes(plan))
        found = OpenXmlValidator().validate(path).errors
        # openpyxl orders what it says of a face as Excel itself never did but always took
        errors = [error for error in found if error.severity.value == "error" and "/font[" not in error.path]
        assert errors == []


def test_cells_and_merged_areas_are_all_there():
    plan = workbook_plan()
    table = plan.sheets[0].tables[0]
    sheet = load_workbook(io.BytesIO(workbook_bytes(plan))).worksheets[0]
    assert sheet.dimensions == f"A1:V{len(table.rows) + 3}"
    assert len(sheet.merged_cells.ranges) == len(table.merged) + 2
    measures = [row[5] for row in table.rows]
    assert [sheet.cell(row, 6).value for row in range(4, len(table.rows) + 4)] == measures
