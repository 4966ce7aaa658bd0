"""A new project folder: the sample ledger and the shipped templates."""

import shutil
from pathlib import Path

from reportgen.errors import Misuse, Place, Problem, ProblemsFound, os_reason

_SKIPPED = shutil.ignore_patterns("__pycache__", "~$*", ".*")


def start_project(folder: Path) -> None:
    """Make `folder` a project. Raises Misuse if it already holds something, ProblemsFound if it cannot be written."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        message = "这里已经有文件了；请换一个新的文件夹名"
        raise Misuse([Problem("init-not-empty", message, Place(file=str(folder)))])
    source = _starter()
    try:
        for name in ("data", "templates"):
            shutil.copytree(source / name, folder / name, ignore=_SKIPPED)
        (folder / "out").mkdir()
    except OSError as error:
        message = f"文件夹写不进去（{os_reason(error)}）；请检查权限和磁盘"
        raise ProblemsFound([Problem("output-unwritable", message, Place(file=str(folder)))]) from None


def _starter() -> Path:
    """Where the samples lie: inside the installed package, or at the top of a source tree."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_starter"
    return installed if installed.is_dir() else package.parent
