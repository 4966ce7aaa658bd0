"""The ledger with edits: new contents of issues.yaml and journal.yaml, and what is wrong with the ledger they make."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reportgen.amending import Edit, amended, appended_lines, key_order
from reportgen.errors import Problem, errors_of
from reportgen.ledger.load import Loaded, load
from reportgen.ledger.rules import check
from reportgen.model import IssuesFile, Ledger
from reportgen.reading.files import ISSUES, JOURNAL
from reportgen.reading.places import Path as NodePath
from reportgen.reading.places import Sources
from reportgen.revision.recording import Occasion, Recorded, changes_to_record, journal_entry

_HEADER = """\
# yaml-language-server: $schema=schema/journal.schema.json
# 本文件逐条记录每个问题的状态变动，一行一次，只在末尾添加，不改、不删；各日期的状态由此得出。

状态记录:
"""
_STATE_FIELDS = ("整改状态", "销号")


Faulty = tuple[int | None, Problem]
"""An error with the 序号 of its issue, None where it belongs to none."""


@dataclass(frozen=True, slots=True)
class Revised:
    """What edits make of the ledger: the new bytes of the files that change, and the errors of the ledger they make.

    `loaded.ledger` is None where it cannot be read.
    """

    contents: Mapping[str, bytes]
    loaded: Loaded
    problems: tuple[Faulty, ...]


def revise(data: Path, edits: Sequence[Edit], occasion: Occasion) -> Revised:
    """Apply edits to issues.yaml and record every change of status that follows. Writes nothing."""
    contents: dict[str, bytes] = {}
    if edits:
        text = _text(data / ISSUES)
        contents[ISSUES] = amended(text, edits, key_order(IssuesFile)).encode()
    loaded = load(data, contents)
    ledger = loaded.ledger
    if ledger is None:
        follow = ("status-not-recorded",)  # what would be recorded if the rest were right
        return Revised(contents, loaded, _by_line(loaded, follow))
    recorded = _recorded(ledger, edits, occasion, data)
    if recorded.changes:
        before = _text(data / JOURNAL) if (data / JOURNAL).exists() else _HEADER
        entries = [journal_entry(change) for change in recorded.changes]
        contents[JOURNAL] = appended_lines(before, "状态记录", entries).encode()
        ledger = replace(ledger, journal=(*(ledger.journal or ()), *recorded.changes))
    lacking = {number for number, _ in recorded.problems}
    own = [
        each for each in _faults(ledger, loaded) if not (each[0] in lacking and each[1].code == "evidence-not-recorded")
    ]
    return Revised(contents, replace(loaded, ledger=ledger), (*recorded.problems, *own))


def _faults(ledger: Ledger, loaded: Loaded) -> Iterator[Faulty]:
    """The errors that the rules find, each once."""
    for fault in dict.fromkeys(check(ledger)):
        if fault.severity == "error":
            yield _number_at(ledger, fault.path), loaded.sources.problem(fault)


def _number_at(ledger: Ledger, path: NodePath) -> int | None:
    index = path[2] if len(path) > 2 else None
    if not isinstance(index, int):
        return None
    if path[0] == ISSUES:
        return ledger.issues[index].number
    return ledger.journal[index].issue_number if path[0] == JOURNAL and ledger.journal else None


def _recorded(ledger: Ledger, edits: Sequence[Edit], occasion: Occasion, data: Path) -> Recorded:
    """What is to be recorded. Edits begin a record only where they change a state, and then with what was before them.

    A record that is begun late takes every state for one that was there from the feedback on, as documents did before:
    dated on the day it is begun, running issues would not have started in any document of an earlier date.
    """
    if ledger.journal is not None:
        return changes_to_record(ledger.issues, ledger.journal, lambda _: occasion, data)
    touched = {ledger.issues[index].number for edit in edits if (index := _issue_whose_state(edit)) is not None}
    earlier = occasion.before_all_record(ledger.background.inspection.feedback_date)
    found = changes_to_record(ledger.issues, (), lambda number: occasion if number in touched else earlier, data)
    begins = not edits or any(change.issue_number in touched for change in found.changes)
    return found if begins else Recorded((), ())


def _issue_whose_state(edit: Edit) -> int | None:
    """The index of the issue whose state an edit may change; a new issue has one of its own."""
    is_new = len(edit.path) == 2
    return int(edit.path[1]) if is_new or (len(edit.path) > 2 and edit.path[2] in _STATE_FIELDS) else None


def _text(path: Path) -> str:
    """A data file as it stands, with its own line ends and mark of encoding."""
    return path.read_bytes().decode("utf-8")


def _by_line(loaded: Loaded, left_out: Sequence[str]) -> tuple[Faulty, ...]:
    """The errors of files that make no ledger, each with the issue whose lines it stands in."""
    starts = _starts(loaded.sources)
    lines = [line for line, _ in starts]
    file = f"{loaded.sources.folder}/{ISSUES}"
    found: list[Faulty] = []
    for problem in errors_of(loaded.problems):
        place = bisect_right(lines, problem.place.line or 0) - 1 if problem.place.file == file else -1
        if problem.code not in left_out:
            found.append((starts[place][1] if place >= 0 else None, problem))
    return tuple(found)


def _starts(sources: Sources) -> list[tuple[int, int | None]]:
    """First line and 序号 of each issue."""
    tree = sources.trees.get(ISSUES)
    top = tree.child("问题清单") if tree else None
    entries = []
    for node in top.value if top and isinstance(top.value, list) else []:
        said = node.child("序号")
        text = said.value if said and isinstance(said.value, str) else ""
        entries.append((node.mark[0], int(text) if text.isdecimal() else None))
    return entries
