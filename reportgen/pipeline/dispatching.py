"""What `ledger split` does: one workbook for each unit, and a record of what was sent."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reportgen.errors import Misuse, Place, Problem, ProblemsFound
from reportgen.exchange.dispatch import FOLDER, Dispatch, dispatch_of, parse_dispatch
from reportgen.exchange.sending import unit_book
from reportgen.exchange.shares import By, Share, shares_of
from reportgen.pipeline.ledger_export import SUFFIX
from reportgen.pipeline.lock import locked
from reportgen.pipeline.project import Project
from reportgen.pipeline.revising import Say, basis_of
from reportgen.pipeline.writing import write_files
from reportgen.reading.names import safe_file_name
from reportgen.workbook.writing import workbook_bytes


@dataclass(frozen=True, slots=True)
class Split:
    """A finished round: its record, the files, and the 序号 that no unit was sent."""

    dispatch: Dispatch
    files: tuple[Path, ...]
    unsent: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SplitOrder:
    """What a split was asked for: where to, by what, on which day, due when, and from how many days a deadline is near."""

    folder: Path
    by: By
    on: date
    due: date | None
    due_days: int


def split(project: Project, order: SplitOrder, say: Say) -> Split:
    """Write the workbooks of a new round; all or none. Raises Misuse for a folder that holds workbooks already."""
    _refuse_folder(order.folder)
    say("读取台账")
    ledger = basis_of(project).ledger
    shares, unsent = shares_of(ledger, order.by)
    files = _names(shares, order.by)
    with locked(project.out):
        number = max((each.number for each in dispatches(project)), default=0) + 1
        dispatch = dispatch_of(ledger, shares, number, order.on, order.by, order.due, files)
        say("生成工作簿")
        contents = {
            files[share.unit]: workbook_bytes(unit_book(ledger, share, dispatch, order.due_days)) for share in shares
        }
        write_files(order.folder, contents)
        _keep(project, dispatch, order.folder, contents)
    return Split(dispatch, tuple(order.folder / name for name in contents), unsent)


def _keep(project: Project, dispatch: Dispatch, folder: Path, names: Iterable[str]) -> None:
    """Keep the record; workbooks without one could not be collected, so they go if it cannot be kept."""
    try:
        write_files(project.data / FOLDER, {dispatch.file_name: dispatch.as_json().encode()})
    except ProblemsFound:
        for name in names:
            (folder / name).unlink(missing_ok=True)
        raise


def _refuse_folder(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        message = "这里已经有文件了，里面可能有单位交回的表，没有覆盖；请换一个新的文件夹名"
        raise Misuse([Problem("split-not-empty", message, Place(str(folder)))])


def _names(shares: Sequence[Share], by: By) -> dict[str, str]:
    """The file of each unit. Raises ProblemsFound for units whose names cannot be file names, or where none has rows."""
    if not shares:
        raise ProblemsFound([Problem("split-nothing", f"台账里没有写“{by}”，没有可以下发的；请先写上")])
    names = {share.unit: f"{share.unit}{SUFFIX}" for share in shares}
    wrong = [unit for unit, name in names.items() if not safe_file_name(name, SUFFIX)]
    folded = [name.casefold() for name in names.values()]
    wrong += [unit for unit, name in names.items() if folded.count(name.casefold()) > 1]
    if wrong:
        raise ProblemsFound([Problem("split-name", f"“{unit}”不能作文件名；请改正这个名称") for unit in wrong])
    return names


def dispatches(project: Project) -> tuple[Dispatch, ...]:
    """All rounds so far, the latest last. Raises ProblemsFound for a record that is damaged."""
    found: list[Dispatch] = []
    for path in sorted((project.data / FOLDER).glob("*.json")):
        try:
            found.append(parse_dispatch(path.read_text("utf-8")))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            message = "下发的记录读不懂，可能被改过；请从备份里恢复，或删除它后重新下发"
            raise ProblemsFound([Problem("dispatch-damaged", message, Place(str(path)))]) from None
    return tuple(sorted(found, key=lambda each: each.number))
