"""Workbooks of Excel before 2007 and of WPS (.xls, .et)."""

import struct
import sys
from datetime import datetime, time
from pathlib import Path

import pytest

from reportgen.workbook.grid import Cell, Range
from reportgen.workbook.refusing import Refused
from reportgen.workbook.xls.calamine import read_sheets
from tests.workbook.biff import (
    EXTERNAL_BOOK,
    NOT_AVAILABLE,
    OWN_BOOK,
    error,
    hidden_columns,
    hidden_row,
    merged,
    number,
    old_workbook,
    record,
    stream,
    text,
)
from tests.workbook.compound_files import compound
from tests.workbook.packing import cells_of, packed, parts, read, refusal, sheet_of, values_of


def test_values(tmp_path: Path) -> None:
    cells = number(0, 0, 2) + number(0, 1, 2.5) + number(1, 0, 44712, 1) + number(1, 1, 0.5, 1) + text(2, 1, 0)
    found = values_of(tmp_path, old_workbook(cells, ["责任单位\n"]))
    assert found == {"A1": 2, "B1": 2.5, "A2": datetime(2022, 5, 31), "B2": time(12), "B3": "责任单位\n"}
    assert type(found["A1"]) is int


def test_an_error_is_not_lost(tmp_path: Path) -> None:
    """calamine gives an empty cell for it."""
    result = struct.pack("<HHHBxBxxxH", 1, 0, 0, 2, 23, 0xFFFF) + bytes(8)
    found = cells_of(tmp_path, old_workbook(number(0, 0, 1) + error(0, 2, NOT_AVAILABLE) + record(0x06, result)))
    assert found["C1"] == Cell(None, "C1", error="#N/A")
    assert found["A2"] == Cell(None, "A2", error="#REF!")


def test_merged_ranges_and_what_is_hidden(tmp_path: Path) -> None:
    cells = b"".join(number(row, column, row) for row in range(4) for column in range(3))
    cells += hidden_row(2) + hidden_row(900) + hidden_columns(1, 2) + hidden_columns(9, 9) + merged(1, 3, 0, 0)
    found = sheet_of(tmp_path, old_workbook(cells))
    assert found.merged == (Range(2, 1, 4, 1),)
    assert (found.hidden_rows, found.hidden_columns) == ((3,), (2, 3))


def test_a_table_that_does_not_begin_in_the_corner(tmp_path: Path) -> None:
    assert values_of(tmp_path, old_workbook(number(4, 2, 7))) == {"C5": 7}


@pytest.mark.parametrize(("state", "visible"), [(0, True), (1, False), (2, False)])
def test_hidden_sheets(tmp_path: Path, state: int, visible: bool) -> None:
    assert sheet_of(tmp_path, old_workbook(number(0, 0, 1), state=state)).visible is visible


def test_several_sheets_one_of_them_empty(tmp_path: Path) -> None:
    raw = compound({"Workbook": stream([("一", number(0, 0, 1)), ("空", b""), ("三", number(1, 1, 3))])})
    found = read(tmp_path, raw)
    assert [(sheet.name, len(sheet.rows)) for sheet in found.sheets] == [("一", 1), ("空", 0), ("三", 1)]


def test_days_may_count_from_1904(tmp_path: Path) -> None:
    found = read(tmp_path, old_workbook(number(0, 0, 43250, 1), epoch_1904=True))
    assert found.epoch_1904
    assert found.sheets[0].rows[1][1].value == datetime(2022, 5, 31)


def test_a_file_of_many_megabytes(tmp_path: Path) -> None:
    """Its table of sectors does not fit into the header."""
    raw = old_workbook(number(0, 0, 1), besides={"Pictures": bytes(8 << 20)})
    assert values_of(tmp_path, raw) == {"A1": 1}


def test_the_extension_does_not_matter(tmp_path: Path) -> None:
    assert read(tmp_path, old_workbook(number(0, 0, 1)), "台账.et").sheets[0].rows[1][1].value == 1
    assert read(tmp_path, old_workbook(number(0, 0, 1)), "台账.xlsx").sheets[0].rows[1][1].value == 1
    assert read(tmp_path, packed(parts("<row><c><v>1</v></c></row>")), "台账.et").sheets[0].rows[1][1].value == 1


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (old_workbook(extra=record(0x2F, b"\1\0")), "workbook-password"),
        (old_workbook(besides={"_VBA_PROJECT_CUR": {"VBA": {"dir": b"x"}}}), "workbook-macro"),
        (old_workbook(kind=1), "workbook-macro"),
        (old_workbook(extra=record(0x1AE, EXTERNAL_BOOK)), "workbook-external"),
        (old_workbook(b"".join(number(row, 0, 1) for row in range(20_001))), "workbook-too-many-rows"),
        (old_workbook(number(0, 0, 1) + number(65_535, 255, 1)), "workbook-too-large"),
        (old_workbook(record(0) * 1_000_001), "workbook-too-large"),
        (old_workbook(merged(0, 255, 0, 255) * 2000), "workbook-too-large"),
        (compound({"Workbook": b""}), "workbook-damaged"),
        (compound({"Workbook": b"\x09\x08\xff\xff"}), "workbook-damaged"),
        (old_workbook(number(0, 0, 1))[:1500], "workbook-damaged"),
    ],
    ids=[
        "password",
        "macro",
        "macro sheet",
        "external",
        "rows",
        "far cell",
        "records",
        "merged",
        "empty",
        "cut record",
        "cut file",
    ],
)
def test_refused(tmp_path: Path, raw: bytes, code: str) -> None:
    assert refusal(tmp_path, raw, "台账.xls").code == code


def test_references_within_the_workbook_are_no_fault(tmp_path: Path) -> None:
    assert values_of(tmp_path, old_workbook(number(0, 0, 1), extra=record(0x1AE, OWN_BOOK))) == {"A1": 1}


def circling() -> bytes:
    """A file whose first sectors each follow themselves."""
    raw = bytearray(old_workbook(number(0, 0, 1)))
    table = struct.unpack_from("<I", raw, 76)[0]
    for sector in range(8):
        struct.pack_into("<I", raw, (table + 1) * 512 + sector * 4, sector)
    return bytes(raw)


def test_chains_that_go_in_circles(tmp_path: Path) -> None:
    assert refusal(tmp_path, circling(), "台账.xls").code == "workbook-damaged"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere memory has no limit")
def test_a_file_that_uses_up_the_memory_of_the_library_does_not_end_the_program() -> None:
    """calamine follows such a chain until there is no memory left, and is stopped with all its process."""
    with pytest.raises(Refused) as caught:
        read_sheets(circling())
    assert caught.value.problem.code == "workbook-damaged"


def test_without_the_library_the_command_that_installs_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    problem = refusal(tmp_path, old_workbook(number(0, 0, 1)), "台账.xls")
    assert problem.code == "workbook-needs-calamine"
    assert 'python -m pip install "reportgen[xls]"' in problem.message
    assert read(tmp_path, packed(parts("<row><c><v>1</v></c></row>"))).sheets
