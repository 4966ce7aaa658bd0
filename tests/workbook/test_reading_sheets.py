"""Sheets: their order and names, what is hidden, what is merged."""

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from reportgen.errors import ReportgenError
from reportgen.workbook.grid import Range
from reportgen.workbook.reading import read_workbook
from reportgen.workbook.writing import workbook_bytes
from tests.workbook.packing import BOOK, LINKS, MAIN, OFFICE, PACKAGE, packed, parts, read, relationships, sheet_of
from tests.workbook.sample import workbook_plan


def numbered(*rows: int) -> str:
    return "".join(f'<row r="{row}"><c r="A{row}"><v>{row}</v></c></row>' for row in rows)


def test_sheets_come_in_order_with_what_is_hidden_marked(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    first.title = "台账"
    for title, state in (("说明", "visible"), ("选项", "hidden"), ("标记", "veryHidden")):
        book.create_sheet(title).sheet_state = state
    book.save(tmp_path / "a.xlsx")
    found = read_workbook(tmp_path / "a.xlsx")
    assert [(sheet.name, sheet.visible) for sheet in found.sheets] == [
        ("台账", True),
        ("说明", True),
        ("选项", False),
        ("标记", False),
    ]
    assert found.name == str(tmp_path / "a.xlsx")


def test_merged_ranges_and_hidden_rows_and_columns(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in range(1, 7):
        sheet.append([row, "文", "文", "文"])
    sheet.merge_cells("A2:A4")
    sheet.merge_cells("B1:D1")
    sheet.row_dimensions[3].hidden = True
    sheet.row_dimensions[90].hidden = True
    sheet.column_dimensions.group("B", "C", hidden=True)
    sheet.column_dimensions["Z"].hidden = True
    book.save(tmp_path / "a.xlsx")
    (found,) = read_workbook(tmp_path / "a.xlsx").sheets
    assert set(found.merged) == {Range(2, 1, 4, 1), Range(1, 2, 1, 4)}
    assert found.hidden_rows == (3,)
    assert found.hidden_columns == (2, 3)
    cell = found.filled(4, 1)
    assert cell
    assert cell.value == 2


def test_only_cells_that_hold_something_are_there(tmp_path: Path) -> None:
    found = sheet_of(
        tmp_path, parts('<row r="1"><c r="A1" s="1"/><c r="C1"><v>3</v></c></row><row r="9"><c r="A9"/></row>')
    )
    assert {row: list(cells) for row, cells in found.rows.items()} == {1: [3]}


def test_a_merge_over_the_whole_sheet_costs_nothing(tmp_path: Path) -> None:
    merged = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    found = sheet_of(tmp_path, parts(numbered(1), merged))
    cell = found.filled(1_000_000, 16_000)
    assert cell
    assert cell.value == 1


def test_empty_rows_with_a_format_are_passed_over(tmp_path: Path) -> None:
    blank = "".join(
        f'<row r="{row}" s="1" customFormat="1" hidden="1"><c r="A{row}" s="1"/><c r="B{row}" s="1"></c></row>'
        for row in range(3, 150_000)
    )
    bare = "".join(f'<row r="{row}" s="1" customFormat="1"/>' for row in range(150_000, 600_000))
    found = sheet_of(tmp_path, parts(numbered(1, 2) + blank + bare + numbered(1_048_576)))
    assert list(found.rows) == [1, 2, 1_048_576]
    assert found.hidden_rows == ()


def test_a_comment_that_looks_like_rows_changes_nothing(tmp_path: Path) -> None:
    """Empty rows are taken out of the bytes; what only looks like one must stay."""
    text = '<row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[a<row r="2"/><row r="3"/>b]]></t></is></c></row>'
    found = sheet_of(tmp_path, parts(text + numbered(4)))
    assert {row: cells[1].value for row, cells in found.rows.items()} == {1: 'a<row r="2"/><row r="3"/>b', 4: 4}


def test_rows_out_of_order_are_put_in_order(tmp_path: Path) -> None:
    backwards = '<row r="3"><c r="B3"><v>2</v></c><c r="A3"><v>1</v></c></row>'
    found = sheet_of(tmp_path, parts(backwards + numbered(1)))
    assert {row: list(cells) for row, cells in found.rows.items()} == {1: [1], 3: [1, 2]}
    assert list(found.rows) == [1, 3]


def test_a_chart_on_a_sheet_of_its_own_is_left_out(tmp_path: Path) -> None:
    links = relationships(
        ("rId1", f"{OFFICE}/worksheet", "worksheets/sheet1.xml"),
        ("rId9", f"{OFFICE}/chartsheet", "chartsheets/sheet1.xml"),
    )
    listed = '<sheet name="图" sheetId="2" r:id="rId9"/><sheet name="台账" sheetId="1" r:id="rId1"/>'
    book = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>'
    found = read(tmp_path, {**parts(numbered(1)), LINKS: links, BOOK: book})
    assert [sheet.name for sheet in found.sheets] == ["台账"]


def test_a_folder_or_a_missing_file_is_one_problem(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "没有.xlsx"):
        with pytest.raises(ReportgenError) as caught:
            read_workbook(path)
        (problem,) = caught.value.problems
        assert problem.code == "workbook-unreadable"
        assert problem.place.file == str(path)


def test_the_extension_does_not_matter(tmp_path: Path) -> None:
    raw = packed(parts(numbered(1)))
    for name in ("a.xls", "a.et", "a", "a.docx"):
        assert read(tmp_path, raw, name).sheets[0].rows[1][1].value == 1


def test_an_empty_sheet_is_a_sheet(tmp_path: Path) -> None:
    found = sheet_of(tmp_path, {**parts(), "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"/>'})
    assert (found.rows, found.merged) == ({}, ())
    assert found.filled(1, 1) is None


def test_what_this_package_writes_it_reads(tmp_path: Path) -> None:
    plan = workbook_plan()
    found = read(tmp_path, workbook_bytes(plan))
    assert [sheet.name for sheet in found.sheets if sheet.visible] == [sheet.name for sheet in plan.sheets]
    values = {cell.value for row in found.sheets[0].rows.values() for cell in row.values()}
    for row in plan.sheets[0].tables[0].rows:
        for value in row:
            assert value in (None, "") or _day(value) in values


def _day(value: object) -> object:
    return datetime(value.year, value.month, value.day) if isinstance(value, date) else value


def test_parts_that_are_not_read_may_be_anything(tmp_path: Path) -> None:
    """Pictures, comments, themes, drawings and properties do not hold the ledger."""
    odd = {
        "docProps/core.xml": "<broken",
        "xl/theme/theme1.xml": b"\0",
        "xl/drawings/drawing1.xml": f"<x xmlns='{PACKAGE}'/>",
    }
    assert read(tmp_path, {**parts(numbered(1)), **odd}).sheets[0].rows[1][1].value == 1
