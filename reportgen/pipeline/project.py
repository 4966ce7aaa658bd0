"""Where a project lies: the nearest folder upwards that has data/ and templates/."""

from dataclasses import dataclass
from pathlib import Path

from reportgen.errors import Misuse, Place, Problem


@dataclass(frozen=True, slots=True)
class Project:
    """A project folder."""

    root: Path

    @property
    def data(self) -> Path:
        """The ledger."""
        return self.root / "data"

    @property
    def templates(self) -> Path:
        """The kinds of documents, one folder each."""
        return self.root / "templates"

    @property
    def out(self) -> Path:
        """Where finished documents go unless told otherwise."""
        return self.root / "out"


def find_project(start: Path, given: Path | None = None) -> Project:
    """The project at `given`, or the nearest at or above `start`.

    Raises Misuse if there is none.
    """
    if given is not None:
        if _is_project(given):
            return Project(given)
        message = (
            f"“{given}”里没有 data 和 templates 两个文件夹；请用 --project 指定项目文件夹，或用 reportgen init 新建"
        )
        raise Misuse([Problem("project-none", message, Place(file=str(given)))])
    for folder in (start, *start.parents):
        if _is_project(folder):
            return Project(folder)
    message = "这里不是项目文件夹（没有 data 和 templates）；请先进入项目文件夹，或用 --project 指定，或用 reportgen init 新建"
    raise Misuse([Problem("project-none", message)])


def _is_project(folder: Path) -> bool:
    return (folder / "data").is_dir() and (folder / "templates").is_dir()
