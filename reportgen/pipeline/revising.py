"""A changed ledger is written: copies of the old files first, all new files or none."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from reportgen.errors import Place, Problem, ProblemsFound, errors_of
from reportgen.ledger.load import Loaded, load
from reportgen.model import Ledger
from reportgen.pipeline.lock import locked
from reportgen.pipeline.project import Project
from reportgen.pipeline.writing import BACKUP, back_up, sha256, write_files
from reportgen.reading.files import ISSUES, JOURNAL
from reportgen.reading.places import Sources
from reportgen.revision.revise import Revised

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Basis:
    """The ledger that changes are made from, where its values stand, and the digests of its files, so that nobody else's
    work is overwritten.
    """

    ledger: Ledger
    sources: Sources
    digests: dict[str, str]


@dataclass(frozen=True, slots=True)
class Written:
    """The data files that were written, and the copies of what they were."""

    files: tuple[Path, ...] = ()
    copies: tuple[Path, ...] = ()


def basis_of(project: Project, *, tolerate: frozenset[str] = frozenset()) -> Basis:
    """The ledger as it is. Raises ProblemsFound if it has errors other than those of the codes in `tolerate`."""
    digests = _digests(project)
    loaded: Loaded = load(project.data)
    errors = tuple(problem for problem in errors_of(loaded.problems) if problem.code not in tolerate)
    if errors or loaded.ledger is None:
        raise ProblemsFound(errors or loaded.problems)
    return Basis(loaded.ledger, loaded.sources, digests)


def write_revised(project: Project, basis: Basis, revised: Revised) -> Written:
    """Write the new files of the ledger.

    Raises ProblemsFound if the ledger was changed since it was read, or cannot be written; then it is as it was.
    """
    if not revised.contents:
        return Written()
    with locked(project.out):
        if _digests(project) != basis.digests:
            message = "台账在这期间被改过，没有写入；请再运行一次"
            raise ProblemsFound([Problem("ledger-changed-meanwhile", message, Place(file=project.data.name))])
        existing = [name for name in revised.contents if (project.data / name).exists()]
        with _no_copies_of_nothing(project.data / BACKUP):
            copies = back_up(project.data, existing)
            write_files(project.data, revised.contents)
    return Written(tuple(project.data / name for name in revised.contents), copies)


@contextmanager
def _no_copies_of_nothing(folder: Path) -> Iterator[None]:
    """Copies that were made before the writing failed go again."""
    before = set(folder.iterdir()) if folder.is_dir() else None
    try:
        yield
    except BaseException:
        for copy in set(folder.iterdir()) - (before or set()) if folder.is_dir() else ():
            copy.unlink()
        if before is None and folder.is_dir():
            folder.rmdir()
        raise


def _digests(project: Project) -> dict[str, str]:
    files = (project.data / ISSUES, project.data / JOURNAL)
    return {path.name: sha256(path.read_bytes()) for path in files if path.is_file()}
