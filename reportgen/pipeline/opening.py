"""Files that the user names, as bytes: only ordinary files, and none so large that it cannot be a document."""

import os
import stat
from pathlib import Path

from reportgen.anatomy.package import UNPACKED_LIMIT_BYTES
from reportgen.errors import Place, Problem, ReportgenError, os_reason


def content_of(path: Path) -> bytes:
    """What stands in a file. Raises ReportgenError: check-unreadable, docx-too-large."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode) and not stat.S_ISDIR(found.st_mode):
            raise _unreadable(path, "这不是普通的文件")  # a pipe would never end
        if found.st_size > UNPACKED_LIMIT_BYTES:
            message = f"文件有 {found.st_size >> 20} MB，不像是公文，没有打开；请核对是不是拿错了文件"
            raise ReportgenError([Problem("docx-too-large", message, Place(file=os.fspath(path)))])
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, os_reason(error)) from None


def _unreadable(path: Path, reason: str) -> ReportgenError:
    message = f"文件打不开（{reason}）；请核对文件名，或关闭正在使用它的程序"
    return ReportgenError([Problem("check-unreadable", message, Place(file=os.fspath(path)))])
