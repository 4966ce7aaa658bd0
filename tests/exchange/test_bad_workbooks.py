"""Workbooks that are not to be read: one clear error each, and the ledger untouched."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.exchange.offices import Imported, data_of
from tests.workbook.compound_files import compound

HEAD = ["序号", "反馈问题", "备注"]
ROW = [3, "制度不健全", "有"]


def with_part(file: Path, name: str, content: bytes) -> Path:
    with zipfile.ZipFile(file, "a") as package:
        package.writestr(name, content)
    return file


def many_rows(file: Path) -> Path:
    """200,000 rows behind the header."""
    with zipfile.ZipFile(file) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>{row}</v></c></row>' for row in range(3, 200_003))
    parts["xl/worksheets/sheet1.xml"] = sheet.replace("</sheetData>", rows + "</sheetData>").encode()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return file


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda file: file.write_bytes(compound({"EncryptionInfo": b"x", "EncryptedPackage": b"x" * 5000})), "workbook-password"),
        (lambda file: file.write_bytes(file.read_bytes()[:-300]), "workbook-damaged"),
        (lambda file: with_part(file, "xl/vbaProject.bin", b"x"), "workbook-macro"),
        (many_rows, "workbook-too-many-rows"),
        (lambda file: file.write_bytes(b""), "workbook-empty"),
        (lambda file: file.write_bytes(b"%PDF-1.7 ..."), "workbook-not-xlsx"),
    ],
    ids=["password", "damaged", "macro", "200000-rows", "empty", "pdf"],
)  # fmt: skip
def test_the_reason_is_said_and_nothing_written(
    bring: Callable[..., Imported],
    small: Path,
    sheet_of: Callable[..., Path],
    spoil: Callable[[Path], object],
    code: str,
) -> None:
    file = sheet_of(HEAD, ROW)
    spoil(file)
    before = data_of(small)
    found = bring(file)
    assert (found.code, [each for each, _ in found.problems]) == (1, [code])
    assert data_of(small) == before


def test_a_formula_that_points_outside_is_refused_with_its_cell(
    bring: Callable[..., Imported], sheet_of: Callable[..., Path]
) -> None:
    found = bring(sheet_of(HEAD, [3, "制度不健全", "='[别的.xlsx]一'!A1"]))
    assert (found.code, found.problems) == (1, [("workbook-external", "C2")])
