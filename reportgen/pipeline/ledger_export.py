"""What `ledger export` does."""

from datetime import date
from pathlib import Path

from reportgen.errors import Misuse, Place, Problem
from reportgen.exchange.book import ledger_book
from reportgen.pipeline.project import Project
from reportgen.pipeline.revising import Say, basis_of
from reportgen.pipeline.writing import write_files
from reportgen.workbook.writing import workbook_bytes

SUFFIX = ".xlsx"


def export_ledger(project: Project, file: Path, as_of: date, due_days: int, *, force: bool, say: Say) -> Path:
    """Write the ledger as a workbook. Raises Misuse for a file that is not .xlsx or is there already."""
    refuse_target(file, force)
    say("读取台账")
    basis = basis_of(project)
    say("生成工作簿")
    content = workbook_bytes(ledger_book(basis.ledger, as_of, due_days))
    write_files(file.parent, {file.name: content})
    return file


def refuse_target(file: Path, force: bool) -> None:
    """Raises Misuse where a workbook cannot be written, or would overwrite what somebody may have filled in."""
    if file.suffix.lower() != SUFFIX:
        message = f"文件名要以 {SUFFIX} 结尾；请写成 {file.stem or '台账'}{SUFFIX}"
        raise Misuse([Problem("ledger-file-name", message, Place(str(file)))])
    if file.is_dir() or (file.exists() and not force):
        message = "已经有这个文件，没有覆盖；请换一个文件名，或加 --force 覆盖"
        raise Misuse([Problem("ledger-file-exists", message, Place(str(file)))])
