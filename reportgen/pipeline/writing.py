"""Finished documents → files: all or none, hand edits kept, each written beside its target and renamed."""

import contextlib
import errno
import hashlib
import json
import os
import shutil
import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportgen.errors import Place, Problem, ProblemsFound, os_reason

MANIFEST, BACKUP = "manifest.json", "backup"
_TEMPORARY, _KEPT = ".reportgen-{}.tmp", ".reportgen-{}.old"
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_JOURNAL = ".reportgen-writing.json"  # what a build was about to write when it was killed


@dataclass(frozen=True, slots=True)
class Output:
    """One document to be written under the output folder; `record` is what the manifest keeps of it."""

    name: str
    content: bytes
    record: Mapping[str, object]


def sha256(content: bytes) -> str:
    """Hex digest."""
    return hashlib.sha256(content).hexdigest()


def read_manifest(folder: Path) -> dict[str, dict[str, object]]:
    """What earlier builds wrote, by file name; nothing if there is no manifest or it is damaged."""
    try:
        entries = json.loads((folder / MANIFEST).read_text("utf-8"))["documents"]
        return {str(entry["path"]): dict(entry) for entry in entries}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def edited_by_hand(folder: Path, outputs: Sequence[Output]) -> tuple[Problem, ...]:
    """Outputs that are not as the last build left them and would be lost."""
    built, unfinished = read_manifest(folder), _unfinished(folder)
    problems = []
    for output in outputs:
        path = folder / output.name
        if not path.exists():
            continue
        current = _digest(path)
        ours = (sha256(output.content), built.get(output.name, {}).get("sha256"), unfinished.get(output.name))
        if current in ours:
            continue
        message = "这个文件在上次生成之后被改过，没有覆盖；请先另存，或用 --force 覆盖（原文件会存到 backup 文件夹）"
        problems.append(Problem("output-edited", message, Place(file=str(path))))
    return tuple(problems)


def _unfinished(folder: Path) -> dict[str, str]:
    try:
        return dict(json.loads((folder / _JOURNAL).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return {}


def _digest(path: Path) -> str | None:
    try:
        return sha256(path.read_bytes())
    except OSError:
        return None


def write(folder: Path, outputs: Sequence[Output], manifest: bytes) -> None:
    """Write all outputs and the manifest, or leave everything as it was.

    Raises ProblemsFound if a file is open elsewhere, read-only, or the disk is full.
    """
    write_files(folder, {**{output.name: output.content for output in outputs}, MANIFEST: manifest})


def write_files(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write all files of a folder, by name, or leave everything as it was.

    Raises ProblemsFound if a file is open elsewhere, read-only, or the disk is full.
    """
    targets = [(folder / name, content) for name, content in contents.items()]
    stale = [(path, content) for path, content in targets if _digest(path) != sha256(content)]
    staged: list[tuple[Path, Path]] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _remove_leftovers(folder)
        for number, (path, content) in enumerate(stale):
            temporary = folder / _TEMPORARY.format(number)
            staged.append((temporary, path))
            _write_synced(temporary, content)
        _write_synced(folder / _JOURNAL, json.dumps({path.name: sha256(content) for path, content in stale}).encode())
        _replace_all(staged)
    except OSError as error:
        raise ProblemsFound([_write_problem(error, folder)]) from None
    finally:
        for leftover in (*(temporary for temporary, _ in staged), folder / _JOURNAL):
            with contextlib.suppress(OSError):
                leftover.unlink(missing_ok=True)


def _remove_leftovers(folder: Path) -> None:
    """What a killed build left behind."""
    for pattern in (_TEMPORARY, _KEPT):
        for leftover in folder.glob(pattern.format("*")):
            leftover.unlink()


def _write_synced(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _replace_all(staged: Sequence[tuple[Path, Path]]) -> None:
    """Rename into place; if one target cannot be replaced, put back those that were."""
    done: list[tuple[Path, Path | None]] = []
    try:
        for temporary, target in staged:
            if target.exists() and not target.stat().st_mode & stat.S_IWRITE:
                raise PermissionError(errno.EACCES, "文件是只读的", str(target))
            kept = _set_aside(target, target.with_name(_KEPT.format(len(done))))
            done.append((target, kept))
            temporary.replace(target)
    except BaseException:  # a full disk, a closed door or Ctrl-C: the earlier outputs come back
        for target, kept in reversed(done):
            if kept is not None:
                kept.replace(target)
            else:
                target.unlink(missing_ok=True)
        raise
    for _, kept in done:
        if kept is not None:
            kept.unlink(missing_ok=True)


def _set_aside(target: Path, kept: Path) -> Path | None:
    if not target.exists():
        return None
    shutil.copy2(target, kept)
    return kept


def back_up(folder: Path, names: Sequence[str]) -> tuple[Path, ...]:
    """Copies of files that are about to be overwritten, under backup/, never over an older copy.

    Raises ProblemsFound if a copy cannot be made.
    """
    copies = []
    for name in names:
        target = _free_name(folder / BACKUP / name)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(folder / name, target)
        except OSError as error:
            raise ProblemsFound([_write_problem(error, folder)]) from None
        copies.append(target)
    return tuple(copies)


def _free_name(path: Path) -> Path:
    number = 2
    free = path
    while free.exists():
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
        number += 1
    return free


def _write_problem(error: OSError, folder: Path) -> Problem:
    if error.errno in _FULL:
        return Problem("output-disk-full", "磁盘满了，没有写入任何文件；请腾出空间再试", Place(file=str(folder)))
    file = str(error.filename2 or error.filename or folder)
    reason = os_reason(error)
    message = f"写不进去（{reason}），没有改动任何文件；请关闭正在打开它的程序，去掉只读属性，再试一次"
    return Problem("output-unwritable", message, Place(file=file))
