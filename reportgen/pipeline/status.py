"""What `status` does: read → gather as of a date → explain a figure, write the page."""

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reportgen.compose import narrative_problems
from reportgen.dashboard import NextDocument, Overview, overview
from reportgen.errors import Misuse, Place, Problem, ProblemsFound, errors_of
from reportgen.facts import Entry, Explanation, explain, explainable
from reportgen.kinds.kind import Kind, load_kinds
from reportgen.kinds.needs import missing
from reportgen.ledger.load import Loaded, load
from reportgen.model import Ledger
from reportgen.pipeline.choice import as_of_problems, unknown_document_kinds
from reportgen.pipeline.project import Project
from reportgen.pipeline.writing import write_files
from reportgen.reading.places import Sources

_PAGES = (".html", ".htm")


@dataclass(frozen=True, slots=True)
class Known:
    """A ledger without errors, the kinds of documents, and the warnings."""

    ledger: Ledger
    kinds: tuple[Kind, ...]
    sources: Sources
    warnings: tuple[Problem, ...]


def known(project: Project, given: date | None) -> Known:
    """What a status is told from; `given` is the date of the command line.

    Raises ProblemsFound with every problem where there is an error.
    """
    kinds, problems = load_kinds(project.templates)
    loaded = load(project.data)
    problems = tuple(dict.fromkeys((*problems, *loaded.problems, *_of_the_whole(loaded, kinds, given))))
    if loaded.ledger is None or errors_of(problems):
        raise ProblemsFound(problems)
    return Known(loaded.ledger, kinds, loaded.sources, problems)


def standing(what: Known, as_of: date, dated_by: str, within: int) -> Overview:
    """How far the rectification has come as of a date, with what is due within so many days."""
    return overview(what.ledger, as_of, dated_by, within, _next_document(what, as_of))


def explained(what: Known, as_of: date, name: str) -> tuple[Explanation, tuple[tuple[Entry, Place], ...]]:
    """Where a figure comes from, and each of its records with its place. Raises Misuse for a name that is no figure's."""
    explanation = explain(what.ledger, as_of, name)
    if explanation is None:
        raise Misuse([_unknown(name, explainable(what.ledger))])
    places = (what.sources.place(_path(entry, what.sources)) for entry in explanation.entries)
    return explanation, tuple(zip(explanation.entries, places, strict=True))


def write_page(path: Path, content: bytes) -> None:
    """Write one page, or leave the earlier one as it was.

    Raises Misuse for a name that is no page's, ProblemsFound where the system refuses.
    """
    if path.suffix.lower() not in _PAGES:
        raise Misuse([Problem("usage", f"--html 后面要写以 .html 结尾的文件名，“{path.name}”不是")])
    write_files(path.parent, {path.name: content})


def _of_the_whole(loaded: Loaded, kinds: Sequence[Kind], given: date | None) -> tuple[Problem, ...]:
    readable = loaded.ledger or loaded.partial
    if readable is None:
        return ()
    return (*unknown_document_kinds(readable, loaded.sources, kinds), *as_of_problems(given, readable, ()))


def _next_document(what: Known, as_of: date) -> NextDocument | None:
    """The first kind that is not dated yet, or not before the date has passed."""
    for kind in what.kinds:
        elements = what.ledger.documents.get(kind.name)
        dated = elements.date_of_issue if elements else None
        if dated is None or dated > as_of:
            lacking = (
                *missing(kind, what.ledger, what.sources),
                *narrative_problems(kind, what.ledger, what.sources, as_of),
            )
            return NextDocument(kind, dated, tuple(dict.fromkeys(lacking)))
    return None


def _path(entry: Entry, sources: Sources) -> tuple[str | int, ...]:
    """The place of a record, with the file in front that has its first key."""
    head = str(entry.where[0])
    file = next((name for name, tree in sources.trees.items() if tree.child(head) is not None), head)
    return (file, *entry.where)


def _unknown(name: str, names: Sequence[str]) -> Problem:
    near = difflib.get_close_matches(name, names, n=3, cutoff=0.4)
    hint = f"是不是{'、'.join(f'“{each}”' for each in near)}？" if near else f"可以写：{'、'.join(names[:12])} 等"
    return Problem("status-unknown-figure", f"没有“{name}”这个数；{hint}")
