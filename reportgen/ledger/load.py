"""The data files → one ledger, with every fault of every file in one run."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from types import MappingProxyType

from pydantic import BaseModel

from reportgen.errors import Problem, errors_of
from reportgen.ledger.rules import check
from reportgen.model import Activities, Documents, Holidays, InspectionFile, IssuesFile, Journal, Ledger, Narrative
from reportgen.reading.files import ACTIVITIES, DOCUMENTS, HOLIDAYS, INSPECTION, ISSUES, JOURNAL, NARRATIVE
from reportgen.reading.places import Fault, Path, Sources
from reportgen.reading.text import read_text, text_of
from reportgen.reading.validation import Validated, validate
from reportgen.reading.yaml_tree import parse_tree

MODELS: dict[str, type[BaseModel]] = {
    INSPECTION: InspectionFile,
    ISSUES: IssuesFile,
    ACTIVITIES: Activities,
    DOCUMENTS: Documents,
    NARRATIVE: Narrative,
    JOURNAL: Journal,
    HOLIDAYS: Holidays,
}
# A ledger of the planning stage has no activities and no changes of status yet; few need holidays of their own.
_MAY_BE_ABSENT = {ACTIVITIES, JOURNAL, HOLIDAYS}


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read: the ledger (None if any file is at fault), all problems, and where each value stands.

    `partial` is what could be read, without the values at fault; it serves only to find further problems.
    """

    ledger: Ledger | None
    problems: tuple[Problem, ...]
    sources: Sources = field(default_factory=Sources)
    partial: Ledger | None = None


def load(folder: FilePath, contents: Mapping[str, bytes] = MappingProxyType({})) -> Loaded:
    """Read and check the data folder. Nothing is raised for what a clerk wrote.

    `contents` stand in for files of these names, to see what a change would make of the ledger.
    """
    sources = Sources(folder=folder.name)
    problems: list[Problem] = []
    models: dict[str, BaseModel] = {}
    left_out: list[Path] = []
    whole = True
    for name, model in MODELS.items():
        if name in _MAY_BE_ABSENT and name not in contents and not (folder / name).exists():
            models[name] = model()
            continue
        found, faults = _read(folder / name, sources, contents.get(name))
        problems += faults
        result = validate(model, sources.trees[name], name) if found else Validated(None)
        problems += map(sources.problem, result.faults)
        left_out += result.left_out
        whole = whole and found and not errors_of(faults) and not result.faults
        if result.model is not None:
            models[name] = result.model
    if len(models) == len(MODELS):
        ledger = _ledger(models, kept=set(sources.trees))
        problems += [sources.problem(fault) for fault in check(ledger) if not _beside(fault, left_out)]
        return Loaded(ledger if whole else None, _sorted(problems), sources, ledger)
    return Loaded(None, _sorted(problems), sources)


def _read(path: FilePath, sources: Sources, raw: bytes | None) -> tuple[bool, tuple[Problem, ...]]:
    shown = f"{sources.folder}/{path.name}"
    text, problems = read_text(path, shown) if raw is None else text_of(raw, shown)
    if text is None:
        return False, problems
    tree, more = parse_tree(text, shown)
    if tree is not None:
        sources.trees[path.name] = tree
    elif not more:
        more = (
            Problem(
                "data-empty", "文件里只有注释，没有内容；请填写，或从样例中复制一份再改", sources.place((path.name,))
            ),
        )
    return tree is not None, (*problems, *more)


def _ledger(models: dict[str, BaseModel], kept: set[str]) -> Ledger:
    """The files together; `kept` are those that are there."""
    background, issues, activities = models[INSPECTION], models[ISSUES], models[ACTIVITIES]
    documents, narrative = models[DOCUMENTS], models[NARRATIVE]
    journal, holidays = models[JOURNAL], models[HOLIDAYS]
    assert isinstance(background, InspectionFile)
    assert isinstance(issues, IssuesFile)
    assert isinstance(activities, Activities)
    assert isinstance(documents, Documents)
    assert isinstance(narrative, Narrative)
    assert isinstance(journal, Journal)
    assert isinstance(holidays, Holidays)
    return Ledger(
        background,
        issues.issues,
        activities,
        documents.root,
        narrative.root,
        journal.changes if JOURNAL in kept else None,
        holidays.years,
    )


def _beside(fault: Fault, left_out: list[Path]) -> bool:
    """Whether a fault may only follow from a value that was left out of the same record."""
    return any(path[:3] == fault.path[:3] for path in left_out)


def _sorted(problems: list[Problem]) -> tuple[Problem, ...]:
    """Errors and warnings in the order of the files and lines."""
    order = {name: index for index, name in enumerate(MODELS)}

    def key(problem: Problem) -> tuple[int, int, int]:
        place = problem.place
        return order.get(FilePath(place.file or "").name, len(order)), place.line or 0, place.column or 0

    return tuple(sorted(dict.fromkeys(problems), key=key))
