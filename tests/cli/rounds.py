"""Workbooks that were sent out, filled in as units do, in real files."""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

MAIN, SUB_ISSUES = "整改台账", "子问题"
HEADER_ROW = 3


class Ran(Protocol):
    """What a command did."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@dataclass(frozen=True)
class Round:
    """The project, and the folder that its workbooks were sent to and come back in."""

    project: Path
    folder: Path
    run: Run

    def book(self, unit: str) -> Path:
        return self.folder / f"{unit}.xlsx"

    def fill(self, unit: str, issue: int, heading: str, value: object, measure: int = 1, sheet: str = MAIN) -> str:
        """Type a value into a unit's workbook; the address of the cell."""
        book = openpyxl.load_workbook(self.book(unit))
        of = book[sheet]
        row = rows_of(of, issue)[measure - 1]
        cell = of.cell(row, column_of(of, heading))
        cell.value = value  # type: ignore[assignment] # whatever a unit types
        if isinstance(value, str):
            cell.data_type = "s"
        book.save(self.book(unit))
        return str(cell.coordinate)

    def collect(self, *arguments: str) -> Ran:
        return self.run("ledger", "collect", str(self.folder), "--yes", *arguments)

    def said(self, *arguments: str) -> dict[str, Any]:
        """What collecting says as JSON."""
        found: dict[str, Any] = json.loads(self.collect("--json", *arguments).out)
        return found

    def text(self, file: str = "issues.yaml") -> str:
        return (self.project / "data" / file).read_text("utf-8")

    def edit(self, old: str, new: str, file: str = "issues.yaml") -> None:
        path = self.project / "data" / file
        assert old in path.read_text("utf-8")
        path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")


def shorten(project: Path, issues: int) -> None:
    """Leave of the sample its first issues, and what is recorded of them."""
    data = project / "data"
    text = (data / "issues.yaml").read_text("utf-8")
    (data / "issues.yaml").write_text(text[: text.index(f"\n  - 序号: {issues + 1}\n") + 1], "utf-8")
    background = (data / "inspection.yaml").read_text("utf-8")
    (data / "inspection.yaml").write_text(re.sub(r"\n +问题数: \d+", "", background), "utf-8")
    lines = (data / "journal.yaml").read_text("utf-8").splitlines(keepends=True)
    said = [(line, re.search(r"问题序号: (\d+)", line)) for line in lines]
    kept = "".join(line for line, found in said if found is None or int(found[1]) <= issues)
    (data / "journal.yaml").write_text(kept, "utf-8")
    (data / "activities.yaml").unlink()
    (data / "narrative.yaml").write_text("{}\n", "utf-8")


def column_of(sheet: Worksheet, heading: str) -> int:
    return next(cell.column for cell in sheet[HEADER_ROW] if cell.value == heading)


def rows_of(sheet: Worksheet, issue: int) -> list[int]:
    """The rows of an issue."""
    marks = ((row[0].row, str(row[0].value)) for row in sheet.iter_rows(min_row=HEADER_ROW + 1, max_col=1))
    return [row for row, mark in marks if mark.startswith(f"{issue}-")]


def issues_in(path: Path, sheet: str = MAIN) -> list[int]:
    """序号 of the issues of a workbook, each once."""
    of = openpyxl.load_workbook(path)[sheet]
    marks = [str(row[0].value) for row in of.iter_rows(min_row=HEADER_ROW + 1, max_col=1) if row[0].value]
    return list(dict.fromkeys(int(mark.partition("-")[0]) for mark in marks))


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """Lines that are gone, and lines that came, without blanks around them."""
    old, new = before.splitlines(), after.splitlines()
    return [line.strip() for line in old if line not in new], [line.strip() for line in new if line not in old]


def bytes_of(project: Path) -> dict[str, bytes]:
    """The data files, without copies and records of rounds."""
    return {path.name: path.read_bytes() for path in (project / "data").glob("*.yaml")}


def codes(problems: Iterable[dict[str, Any]]) -> list[str]:
    return [problem["code"] for problem in problems]


MAY_31 = date(2022, 5, 31)
