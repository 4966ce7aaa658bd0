"""A spreadsheet that a unit sends back, as plain data; or the one reason why it cannot be read.

Nothing in the file is run, followed or trusted. Workbooks of today (.xlsx, whatever the file is called) are read here,
those of WPS and Excel before 2007 (.et, .xls) by calamine.
"""

import os
import stat
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from reportgen.errors import ReportgenError, os_reason
from reportgen.workbook.grid import Workbook
from reportgen.workbook.nature import nature_of
from reportgen.workbook.refusing import FILE_LIMIT_BYTES, Refused, too_large, unreadable
from reportgen.workbook.xls import read_xls
from reportgen.workbook.xlsx import read_xlsx


def read_workbook(path: Path, passed_over: Collection[str] = (), marked_by: str = "") -> Workbook:
    """The workbook in a file, its sheets in order, those without cells (charts) left out.

    Where it has a sheet called `marked_by`, it is one of ours, and sheets called as in `passed_over` are not read.

    Raises ReportgenError with one Problem: workbook-unreadable, -empty, -not-xlsx, -password, -damaged, -macro,
    -external, -too-many-rows, -too-many-columns, -too-large, -entities, -unsafe or -needs-calamine.
    """
    file = os.fspath(path)
    try:
        raw = _content(path)
        sheets, epoch_1904 = read_xlsx(raw, passed_over, marked_by) if nature_of(raw) == "zip" else read_xls(raw)
    except Refused as refusal:
        problem = refusal.problem
        raise ReportgenError([replace(problem, place=replace(problem.place, file=file))]) from None
    return Workbook(file, sheets, epoch_1904)


def _content(path: Path) -> bytes:
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode) and not stat.S_ISDIR(found.st_mode):
            raise unreadable("这不是普通的文件")  # a pipe would never end
        if found.st_size > FILE_LIMIT_BYTES:
            raise too_large(f"文件有 {found.st_size >> 20} MB")
        return path.read_bytes()
    except OSError as error:
        raise unreadable(os_reason(error)) from None
    except ValueError:
        raise unreadable("文件名里有不能用的字符") from None
