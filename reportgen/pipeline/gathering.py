"""The workbooks that came back, wherever they lie below a folder."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from reportgen.errors import Misuse, Place, Problem, ReportgenError
from reportgen.exchange.tables import PASSED_OVER
from reportgen.reading.names import shown_name
from reportgen.workbook.grid import Workbook
from reportgen.workbook.plan import MARKS
from reportgen.workbook.reading import read_workbook

_SUFFIXES = (".xlsx", ".xls", ".et", ".xlsm")
_TRACES = ("~$", ".")
_NAMED = 10


def spreadsheets(folder: Path) -> tuple[list[Path], list[Problem]]:
    """The spreadsheets below a folder, without the traces of open ones; and what is said of other files.

    Raises Misuse where there is no folder, or nothing to read in it.
    """
    if not folder.is_dir():
        raise Misuse([Problem("collect-no-folder", "没有这个文件夹；请核对路径", Place(str(folder)))])
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith(_TRACES)]
    found = [path for path in files if path.suffix.lower() in _SUFFIXES]
    if not found:
        raise Misuse([Problem("collect-empty", "这里没有电子表格；请核对文件夹", Place(str(folder)))])
    others = [_within(folder, path) for path in files if path.suffix.lower() not in _SUFFIXES]
    if not others:
        return found, []
    message = f"{_shortened(others)} 不是电子表格，没有读；里面有填好的表就请取出来放进这个文件夹"
    return found, [Problem("collect-other-files", message, Place(str(folder)), "warning")]


def _within(folder: Path, path: Path) -> str:
    """A file as it is called in messages: two units may name theirs alike in folders of their own."""
    return shown_name(path.relative_to(folder))


def _shortened(names: Sequence[str]) -> str:
    """The first few of many names."""
    shown = "、".join(names[:_NAMED])
    return shown if len(names) <= _NAMED else f"{shown} 等 {len(names)} 个文件"


def read_all(folder: Path, paths: Sequence[Path]) -> tuple[list[tuple[str, Workbook]], list[Problem]]:
    """Each workbook by its name within the folder, and why others cannot be read."""
    workbooks: list[tuple[str, Workbook]] = []
    problems: list[Problem] = []
    for path in paths:
        name = _within(folder, path)
        try:
            workbooks.append((name, read_workbook(path, PASSED_OVER, MARKS)))
        except ReportgenError as error:
            problems += [replace(problem, place=replace(problem.place, file=name)) for problem in error.problems]
    return workbooks, problems
