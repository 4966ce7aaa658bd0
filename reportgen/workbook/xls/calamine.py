"""calamine, which reads the cells of old workbooks, kept at arm's length."""

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any, Final

from reportgen.workbook.dates import plain
from reportgen.workbook.grid import CellValue, Range
from reportgen.workbook.refusing import damaged, needs_calamine
from reportgen.workbook.xls import apart

TIME_LIMIT_S: Final = 30
_QUIET: Final = {"RUST_BACKTRACE": "0", "PYTHONIOENCODING": "utf-8"}


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """A sheet as calamine gives it: values from a first cell on (counted from 1), empty ones as "".

    A chart on a sheet of its own has no `cells`.
    """

    name: str
    visible: bool
    cells: bool
    top: int
    left: int
    values: Sequence[Sequence[CellValue]]
    merged: tuple[Range, ...]


def read_sheets(raw: bytes) -> list[ReadSheet]:
    """All sheets of an old workbook in order. Refused: workbook-needs-calamine, workbook-damaged."""
    if importlib.util.find_spec("python_calamine") is None:
        raise needs_calamine()
    command = [sys.executable, str(Path(apart.__file__))]
    try:
        run = subprocess.run(
            command,
            input=raw,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **_QUIET},
            timeout=TIME_LIMIT_S,
            check=True,
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        raise damaged("表格数据读不懂") from None
    return [_sheet(each) for each in json.loads(run.stdout, object_hook=_from_object)]


def _sheet(told: dict[str, Any]) -> ReadSheet:
    top, left = told["start"] or (0, 0)
    merged = [Range(first[0] + 1, first[1] + 1, last[0] + 1, last[1] + 1) for first, last in told["merged"]]
    return ReadSheet(told["name"], told["visible"], told["cells"], top + 1, left + 1, told["values"], tuple(merged))


def _from_object(told: dict[str, Any]) -> object:
    if "date" in told:
        return datetime.fromisoformat(told["date"])
    if "time" in told:
        return time.fromisoformat(told["time"])
    return plain(timedelta(seconds=told["seconds"])) if "seconds" in told else told
