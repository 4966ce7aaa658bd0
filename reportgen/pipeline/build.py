"""validate → compose → fill → check → write."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import repeat
from pathlib import Path

from reportgen.check.judged import Judged
from reportgen.compose import Composed, compose, narrative_problems
from reportgen.errors import Misuse, Place, Problem, ProblemsFound, errors_of
from reportgen.kinds.kind import Kind, load_kinds
from reportgen.kinds.needs import missing
from reportgen.ledger.evidence import evidence_is_as_recorded
from reportgen.ledger.load import Loaded, load
from reportgen.model import Ledger
from reportgen.pipeline.checking import norm_of
from reportgen.pipeline.choice import as_of_problems, chosen, unknown_document_kinds
from reportgen.pipeline.judging import Background, judged, subject
from reportgen.pipeline.lock import locked
from reportgen.pipeline.manifest import manifest
from reportgen.pipeline.project import Project
from reportgen.pipeline.writing import Output, back_up, edited_by_hand, sha256, write
from reportgen.word import Filled, fill

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Request:
    """What a build was asked for. `as_of` holds for all kinds; without it each has its own date, else `today`."""

    kinds: tuple[str, ...]
    out: Path
    today: date
    as_of: date | None = None
    force: bool = False
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a finished build."""

    kind: Kind
    path: Path
    sha256: str
    as_of: date
    dated_by: str


@dataclass(frozen=True, slots=True)
class Built:
    """A finished build: its documents, the warnings, what the checker says, and copies made of what was overwritten."""

    documents: tuple[Document, ...]
    warnings: tuple[Problem, ...]
    judged: tuple[Judged, ...]
    backups: tuple[Path, ...] = ()


class NotProven(ProblemsFound):
    """With `strict`: documents did not pass their own check, so nothing was written; `judged` says why."""

    def __init__(self, judged: Sequence[Judged]) -> None:
        self.judged = tuple(judged)
        message = "检查出了错误或提醒（--strict），没有写入；请改好数据或模板，或去掉 --strict"
        super().__init__(
            [Problem("output-findings", message, Place(file=each.path)) for each in judged if each.fails(True)]
        )


def validate(project: Project, request: Request) -> tuple[Problem, ...]:
    """The ledger alone, with its running text; and what the named kinds still need."""
    kinds, problems = load_kinds(project.templates)
    wanted = _wanted(kinds, request, problems) if request.kinds else ()
    loaded = load(project.data)
    return _ledger_problems(kinds, wanted, loaded, request, problems) + _evidence(project, loaded, contents=True)


def build(project: Project, request: Request, say: Say) -> Built:
    """All documents that were asked for, or none.

    Raises ProblemsFound with every problem of the first stage that finds errors. `say` is told each stage.
    """
    with locked(project.out):
        say("检查台账")
        kinds, problems = load_kinds(project.templates)
        wanted = _wanted(kinds, request, problems)
        loaded = load(project.data)
        problems = _ledger_problems(kinds, wanted, loaded, request, problems)
        problems += _evidence(project, loaded, contents=False)
        _stop_at_errors(problems, request.strict)
        composed = _composed(wanted, loaded, request)
        outputs, found = _filled(composed, project, say)
        problems += found
        _stop_at_errors(problems, request.strict)
        say("检查文书")
        proven = _judged(outputs, request.out, project, kinds, loaded)
        if request.strict and any(each.fails(strict=True) for each in proven):
            raise NotProven(proven)
        say("写入文件")
        backups = _guard_hand_edits(request, outputs)
        write(request.out, outputs, manifest(project, outputs, request.out))
    return Built(tuple(map(_document, composed, outputs, repeat(request))), problems, tuple(proven), backups)


def as_of_for(kind: Kind, ledger: Ledger, given: date | None, today: date) -> tuple[date, str]:
    """The date of a document's figures, and where that date comes from."""
    elements = ledger.documents.get(kind.name)
    if given:
        return given, "--as-of"
    if elements and elements.as_of:
        return elements.as_of, "截至日期"
    if elements and elements.date_of_issue:
        return elements.date_of_issue, "成文日期"
    return today, "今天"


def _wanted(kinds: Sequence[Kind], request: Request, problems: tuple[Problem, ...]) -> tuple[Kind, ...]:
    """The kinds that were asked for. A kind that cannot be found because its folder is at fault: that fault."""
    try:
        return chosen(kinds, request.kinds)
    except Misuse:
        if errors_of(problems):
            raise ProblemsFound(problems) from None
        raise


def _ledger_problems(
    kinds: Sequence[Kind], wanted: Sequence[Kind], loaded: Loaded, request: Request, problems: tuple[Problem, ...]
) -> tuple[Problem, ...]:
    """Every problem of the ledger, of its running text, and of what the wanted kinds need.

    A ledger that could be read only in part still shows what is wrong with its running text.
    """
    problems += loaded.problems
    readable = loaded.ledger or loaded.partial
    if readable is not None:
        problems += unknown_document_kinds(readable, loaded.sources, kinds)
        for kind in kinds if loaded.ledger is None or not request.kinds else wanted:
            dated, _ = as_of_for(kind, readable, request.as_of, request.today)
            problems += tuple(narrative_problems(kind, readable, loaded.sources, dated))
    if loaded.ledger is not None:
        problems += tuple(as_of_problems(request.as_of, loaded.ledger, wanted))
        for kind in wanted:
            problems += tuple(missing(kind, loaded.ledger, loaded.sources))
    return tuple(dict.fromkeys(problems))


def _evidence(project: Project, loaded: Loaded, *, contents: bool) -> tuple[Problem, ...]:
    """Evidence on record that is gone or was exchanged; its contents are read only to validate: they may be large."""
    if loaded.ledger is None:
        return ()
    faults = evidence_is_as_recorded(loaded.ledger, project.data, contents=contents)
    return tuple(map(loaded.sources.problem, faults))


def _stop_at_errors(problems: tuple[Problem, ...], strict: bool) -> None:
    if errors_of(problems) or (strict and problems):
        raise ProblemsFound(problems)


def _composed(wanted: Sequence[Kind], loaded: Loaded, request: Request) -> list[Composed]:
    ledger = loaded.ledger
    assert ledger is not None, "a ledger with errors stops the build before"
    return [compose(kind, ledger, *as_of_for(kind, ledger, request.as_of, request.today)) for kind in wanted]


def _filled(composed: Sequence[Composed], project: Project, say: Say) -> tuple[list[Output], tuple[Problem, ...]]:
    """Every document filled, before the first is written; the content is empty where its template is at fault."""
    outputs: list[Output] = []
    problems: tuple[Problem, ...] = ()
    for document in composed:
        say(f"生成{document.kind.name}")
        filled = _fill(document, project)
        problems += filled.problems
        record = {"kind": document.kind.id, "as_of": document.as_of.isoformat()}
        outputs.append(Output(document.kind.file_name, filled.content or b"", record))
    return outputs, problems


def _fill(document: Composed, project: Project) -> Filled:
    template = document.kind.template
    shown = str(Path(project.templates.name) / document.kind.id / template.name)
    return fill(template, shown, document.values, document.elements.date_of_issue or document.as_of)


def _judged(
    outputs: Sequence[Output], out: Path, project: Project, kinds: tuple[Kind, ...], loaded: Loaded
) -> list[Judged]:
    """What the rules that need no printed pages say of what is about to be written."""
    background = Background(kinds, loaded.ledger)
    subjects = [subject(str(out / output.name), output.content, background) for output in outputs]
    return judged(subjects, background, norm_of(project))


def _guard_hand_edits(request: Request, outputs: Sequence[Output]) -> tuple[Path, ...]:
    edited = edited_by_hand(request.out, outputs)
    if edited and not request.force:
        raise ProblemsFound(edited)
    return back_up(request.out, [Path(problem.place.file or "").name for problem in edited])


def _document(composed: Composed, output: Output, request: Request) -> Document:
    path = request.out / output.name
    return Document(composed.kind, path, sha256(output.content), composed.as_of, composed.dated_by)
