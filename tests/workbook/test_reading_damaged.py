"""Whatever happens to a file on its way: it is read, or refused with one problem, soon."""

import time
from functools import cache
from pathlib import Path

import openpyxl
import pytest

from reportgen.errors import ReportgenError
from reportgen.workbook.reading import read_workbook
from tests.workbook.biff import error, hidden_row, merged, number, old_workbook, text
from tests.workbook.damaging import damaged_file, damaged_part
from tests.workbook.packing import STRINGS, STYLES, packed, parts, shared, styles

SEEDS = 200
PER_TEST = 50
LIMIT_S = 5

ROWS = (
    '<row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>44712</v></c></row>'
    '<row r="2" hidden="1"><c r="A2" t="inlineStr"><is><r><t>整改</t></r></is></c><c r="B2"><f>B1+1</f><v>44713</v></c></row>'
    '<row r="3"><c r="A3" t="e"><v>#N/A</v></c><c r="B3" t="b"><v>1</v></c><c r="C3" t="str"><f>A1</f><v>甲</v></c></row>'
)


@cache
def new_workbook() -> bytes:
    after = '<mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells>'
    content = parts(ROWS, after, '<cols><col min="2" max="2" hidden="1"/></cols>')
    return packed({**content, STRINGS: shared("<t>市委办</t>", "<r><t>二</t></r>"), STYLES: styles(14, "yyyy/m/d")})


@cache
def old() -> bytes:
    cells = (
        number(0, 0, 2) + number(1, 0, 44712, 1) + text(2, 1, 0) + error(3, 2, 42) + hidden_row(2) + merged(0, 0, 0, 2)
    )
    return old_workbook(cells, ["责任单位", "整改时限"])


def outcome(path: Path, raw: bytes) -> str:
    """The code it is refused with, "read" where it is read; anything else that is raised is a fault."""
    path.write_bytes(raw)
    begun = time.monotonic()
    try:
        read_workbook(path)
        return "read"
    except ReportgenError as refused:
        (problem,) = refused.problems
        return problem.code
    finally:
        assert time.monotonic() - begun < LIMIT_S


@pytest.mark.parametrize("first", range(0, SEEDS, PER_TEST))
def test_bytes_of_the_file_changed(tmp_path: Path, first: int) -> None:
    found = {
        outcome(tmp_path / "a.xlsx", damaged_file(new_workbook(), seed)) for seed in range(first, first + PER_TEST)
    }
    assert "workbook-damaged" in found


@pytest.mark.parametrize("first", range(0, SEEDS, PER_TEST))
def test_parts_changed(tmp_path: Path, first: int) -> None:
    found = {
        outcome(tmp_path / "a.xlsx", damaged_part(new_workbook(), seed)) for seed in range(first, first + PER_TEST)
    }
    assert {"read", "workbook-damaged"} <= found


@pytest.mark.parametrize("first", range(0, SEEDS, PER_TEST))
def test_bytes_of_an_old_file_changed(tmp_path: Path, first: int) -> None:
    found = {outcome(tmp_path / "a.xls", damaged_file(old(), seed)) for seed in range(first, first + PER_TEST)}
    assert "workbook-damaged" in found


def test_every_length_of_a_file_cut_short(tmp_path: Path) -> None:
    raw = new_workbook()
    assert {outcome(tmp_path / "a.xlsx", raw[:length]) for length in range(4, len(raw), 97)} == {"workbook-damaged"}


def test_a_workbook_of_openpyxl_with_its_parts_taken_away_one_by_one(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.save(tmp_path / "whole.xlsx")
    raw = (tmp_path / "whole.xlsx").read_bytes()
    assert {outcome(tmp_path / "a.xlsx", damaged_part(raw, seed)) for seed in range(40)} <= {"read", "workbook-damaged"}
