"""佐证材料 as files below data/evidence/: found by name, recorded by size and SHA-256, looked for again."""

import hashlib
from collections.abc import Iterator
from pathlib import Path as FilePath

from reportgen.model import EvidenceFile, Issue, Ledger, state_of
from reportgen.model.journal import STEPS
from reportgen.reading.files import ISSUES, JOURNAL
from reportgen.reading.places import Fault

FOLDER = "evidence"
_CHUNK_BYTES = 1 << 20


def evidence_files(data: FilePath, issue: Issue) -> tuple[tuple[FilePath, ...], tuple[str, ...]]:
    """The files that the issue's 佐证材料 name, and the entries for which there is none.

    “验收单” stands for 验收单.pdf (any extension) in data/evidence, or in its folder 3, 03 or 003 for issue 3; a path
    below data/evidence stands for itself.
    """
    found: list[FilePath] = []
    lacking: list[str] = []
    folders = [data / FOLDER / name for name in (*(f"{issue.number:0{width}d}" for width in (1, 2, 3)), "")]
    for entry in issue.evidence:
        files = _named(entry, [folder for folder in dict.fromkeys(folders) if folder.is_dir()], data / FOLDER)
        found += files
        if not files:
            lacking.append(entry)
    return tuple(dict.fromkeys(found)), tuple(lacking)


def _named(entry: str, folders: list[FilePath], top: FilePath) -> list[FilePath]:
    if "\\" in entry or "\n" in entry or entry.startswith(("/", "~")) or ".." in entry.split("/"):
        return []
    for folder in folders:
        exact = folder / entry
        try:
            if _has_content(exact) and exact.resolve().is_relative_to(top.resolve()):
                return [exact]
            alike = [path for path in folder.iterdir() if path.stem == entry and _has_content(path)]
        except OSError:
            continue
        if alike:
            return sorted(alike)
    return []


def _has_content(path: FilePath) -> bool:
    """An empty file proves nothing."""
    return path.is_file() and path.stat().st_size > 0


def recorded(data: FilePath, file: FilePath) -> EvidenceFile:
    """A file as it is now, for the journal; its name is that below data/evidence."""
    name = file.relative_to(data / FOLDER).as_posix()
    return EvidenceFile.model_validate({"文件": name, "大小": file.stat().st_size, "sha256": digest(file)})


def digest(file: FilePath) -> str:
    """SHA-256 of a file, read in pieces."""
    found = hashlib.sha256()
    with file.open("rb") as opened:
        while piece := opened.read(_CHUNK_BYTES):
            found.update(piece)
    return found.hexdigest()


def evidence_is_as_recorded(ledger: Ledger, data: FilePath, *, contents: bool) -> Iterator[Fault]:
    """Files recorded for issues on their way to 销号 that are gone or are others now, and 佐证材料 that names others.

    Without `contents` only their size is compared: large files are read when the ledger is validated, not for a build.
    """
    latest: dict[int, tuple[int, tuple[EvidenceFile, ...]]] = {}
    for row, change in enumerate(ledger.journal or ()):
        if change.after == STEPS[0]:
            latest[change.issue_number] = (row, change.evidence)
    for index, issue in enumerate(ledger.issues):
        if state_of(issue) in STEPS and issue.number in latest:
            row, files = latest[issue.number]
            if _names_others(issue.evidence, files):
                message = f"问题 {issue.number} 申请销号以后“佐证材料”改过了，和记下的不一样；请改回来，或退回（已销号的重开）后重新申请"
                yield Fault("evidence-changed", (ISSUES, "问题清单", index, "佐证材料"), message)
            for file in files:
                fault = _changed(file, data, contents)
                if fault:
                    code, what = fault
                    message = f"问题 {issue.number} 申请销号时的佐证材料“{file.file}”{what}"
                    yield Fault(code, (JOURNAL, "状态记录", row, "佐证材料"), message)


def _names_others(entries: tuple[str, ...], files: tuple[EvidenceFile, ...]) -> bool:
    """Whether an entry stands for no recorded file, or a recorded file for no entry."""
    said = [{file.file, FilePath(file.file).name, FilePath(file.file).stem} for file in files]
    return any(not any(entry in names for names in said) for entry in entries) or any(
        not names & set(entries) for names in said
    )


def _changed(file: EvidenceFile, data: FilePath, contents: bool) -> tuple[str, str] | None:
    path = data / FOLDER / file.file
    if not path.resolve().is_relative_to((data / FOLDER).resolve()):
        return "evidence-missing", f"不在 data/{FOLDER} 里；请改正状态记录"
    try:
        size = path.stat().st_size
        same = size == file.size and (not contents or digest(path) == file.sha256)
    except OSError:
        return "evidence-missing", f"不在 data/{FOLDER} 里了；请放回原处"
    if same:
        return None
    return "evidence-changed", "改过了，和申请时不是同一个文件；请换回原件，或退回（已销号的重开）后重新申请"
