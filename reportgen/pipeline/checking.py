"""What `check` does: read → judge the files → print and judge the pages."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reportgen.check.disclosure import Audience
from reportgen.check.judge import CODES
from reportgen.check.judged import Judged
from reportgen.check.norm import NATIONAL, Norm
from reportgen.check.office import office_norm
from reportgen.errors import Misuse, Place, Problem, ProblemsFound, ReportgenError, errors_of
from reportgen.kinds.kind import load_kinds
from reportgen.ledger.load import load
from reportgen.pipeline.judging import LEDGER_AT_FAULT, Background, Subject, judged, subject
from reportgen.pipeline.opening import content_of
from reportgen.pipeline.printing import NOT_ASKED, prepare, printed, unprinted
from reportgen.pipeline.project import Project

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Order:
    """What a check was asked for. Without `project` there is no ledger; `pictures` is a folder for marked pages."""

    files: tuple[Path, ...]
    project: Project | None
    against: Audience | None = None
    render: bool = True
    pictures: Path | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """A finished check: every file judged, and what the office changed of the standard."""

    files: tuple[Judged, ...]
    changes: tuple[str, ...]

    def fails(self, strict: bool) -> bool:
        """Whether any document does not pass."""
        return any(each.fails(strict) for each in self.files)


def check(order: Order, say: Say) -> Checked:
    """Judge finished documents. Raises ProblemsFound for a standard.yaml at fault, Misuse for files that are not there."""
    norm = norm_of(order.project)
    if order.pictures is not None and order.render:
        prepare(order.pictures)
    say("读取台账")
    background = background_of(order.project)
    say("检查文件")
    subjects = [_subject(path, background, order.against) for path in order.files]
    found = judged(subjects, background, norm)
    if not order.render:
        return Checked(tuple(unprinted(each, NOT_ASKED) for each in found), norm.changes)
    say("排版并检查页面")
    return Checked(tuple(printed(subjects, found, norm, order.pictures)), norm.changes)


def norm_of(project: Project | None) -> Norm:
    """The values that hold in a project. Raises ProblemsFound where its standard.yaml is at fault."""
    if project is None:
        return NATIONAL
    norm, problems = office_norm(project.templates, CODES)
    if errors_of(problems):
        raise ProblemsFound(problems)
    return norm


def background_of(project: Project | None) -> Background:
    """The ledger and the kinds of a project; a ledger with errors is not used, and that is said."""
    if project is None:
        return Background()
    kinds, _ = load_kinds(project.templates)
    return Background(kinds, load(project.data).ledger, LEDGER_AT_FAULT)


def finished(folder: Path) -> tuple[Path, ...]:
    """The documents of an output folder. Raises Misuse where there are none."""
    found = tuple(sorted(path for path in folder.glob("*.docx") if not path.name.startswith(("~$", "."))))
    if not found:
        message = f"{folder} 里没有文书；请先运行 reportgen build，或写明要检查的文件"
        raise Misuse([Problem("check-nothing", message, Place(file=str(folder)))])
    return found


def _subject(path: Path, background: Background, against: Audience | None) -> Subject:
    try:
        raw = content_of(path)
    except ReportgenError as error:
        return Subject(str(path), b"", None, error.problems[0])
    return subject(str(path), raw, background, against)
