"""A project with a ledger of three issues, workbooks as offices make them, and the command that brings them in."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from reportgen.cli.entry import run
from tests.exchange.offices import FIRST_ROW, INSPECTION, ISSUES, JOURNAL, Imported, column_of, fill


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A project with three issues, of which one has begun."""
    folder = tmp_path / "小台账"
    (folder / "templates").mkdir(parents=True)
    data = folder / "data"
    data.mkdir()
    files = {"inspection": INSPECTION, "issues": ISSUES, "journal": JOURNAL, "documents": "{}\n", "narrative": "{}\n"}
    for name, text in files.items():
        (data / f"{name}.yaml").write_text(text, "utf-8")
    return folder


@pytest.fixture
def bring(small: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Imported]:
    """Imports a workbook into the project of three issues."""

    def call(file: Path, *arguments: str, into: Path = small) -> Imported:
        code = run(["ledger", "import", str(file), "--json", "--yes", "--project", str(into), *arguments])
        return Imported(code, json.loads(capsys.readouterr().out))

    return call


@pytest.fixture
def sheet_of(tmp_path: Path) -> Callable[..., Path]:
    """Makes a workbook with one sheet from its rows; None is an empty cell."""

    def make(
        *rows: Sequence[Any], merged: Iterable[str] = (), name: str = "Sheet1", file: str = "来自单位.xlsx"
    ) -> Path:
        book = openpyxl.Workbook()
        book.active.title = name
        fill(book.active, rows, merged)
        book.save(tmp_path / file)
        return tmp_path / file

    return make


@pytest.fixture
def exported(small: Path) -> Path:
    """The workbook that export makes of the three issues."""
    file = small.parent / "导出.xlsx"
    assert run(["ledger", "export", str(file), "-q", "--as-of", "2022-07-29", "--project", str(small)]) == 0
    return file


@pytest.fixture
def changed(exported: Path) -> Callable[..., Path]:
    """The exported workbook with other values: {(heading, row): value}, rows counted from 1 below the header."""

    def change(values: Mapping[tuple[str, int], Any], sheet: str = "整改台账") -> Path:
        book = openpyxl.load_workbook(exported)
        for (heading, row), value in values.items():
            book[sheet].cell(FIRST_ROW - 1 + row, column_of(book[sheet], heading)).value = value
        book.save(exported)
        return exported

    return change
