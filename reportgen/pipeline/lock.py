"""One command that writes at a time per project. The system frees the lock when its process ends, however it ends."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from reportgen.errors import Place, Problem, ProblemsFound, os_reason

LOCK = ".reportgen.lock"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock of an output folder. Raises ProblemsFound if another command holds it or the folder is read-only."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = (folder / LOCK).open("ab")
    except OSError as error:
        message = f"输出文件夹写不进去（{os_reason(error)}）；请检查权限和磁盘，或用 --out 换一个文件夹"
        raise ProblemsFound([Problem("output-unwritable", message, Place(file=str(folder)))]) from None
    with handle:
        if not _try_lock(handle):
            message = "另一个 reportgen 命令正在写这个项目；请等它结束再试"
            raise ProblemsFound([Problem("output-locked", message, Place(file=str(folder)))])
        yield


if sys.platform == "win32":

    def _try_lock(handle: BinaryIO) -> bool:
        import msvcrt

        try:
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:

    def _try_lock(handle: BinaryIO) -> bool:
        import fcntl

        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
