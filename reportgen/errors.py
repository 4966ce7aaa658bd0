"""What can go wrong, and where.

Problem          a fault of the user's data or template: a value, gathered and shown together
  Place          where it stands: file, line and column, or sheet and cell, or part and paragraph
Finding          what the checker says of a finished document
  Mark           where it stands on a rendered page
ReportgenError   work cannot go on; carries the problems that say why
  ProblemsFound  data or templates hold errors
  Misuse         the command was called wrongly
"""

import errno
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fault stands; what does not apply is None. Lines, columns, rows and paragraphs count from 1."""

    file: str | None = None
    line: int | None = None
    column: int | None = None
    sheet: str | None = None
    cell: str | None = None
    part: str | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    col: int | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault in the user's data or template.

    `code` is stable and listed in docs/problems.md; `message` is one Chinese sentence or two
    that say what is wrong and how to put it right.
    """

    code: str
    message: str
    place: Place = Place()
    severity: Severity = "error"

    def as_dict(self) -> dict[str, object]:
        """The object P of `--json`: code, severity, message and the place, flat."""
        return {"code": self.code, "severity": self.severity, "message": self.message, **asdict(self.place)}


Strength = Literal["MUST", "GEN", "REC", "MAY", "CALC", "PRAC"]
"""How a rule is stated: flatly, 一般, 推荐, 可以; by arithmetic from other clauses; or by practice alone."""

FindingSeverity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A box on a rendered page, in millimetres from the sheet's upper left corner; pages count from 1."""

    page: int
    left_mm: float
    top_mm: float
    right_mm: float
    bottom_mm: float


@dataclass(frozen=True, slots=True)
class Finding:
    """What the checker says of a finished document.

    `code` is stable and listed in docs/checks.md; `clause` names the source of the rule; `message` says in Chinese what is
    wrong and how to put it right; `expected` and `measured` are short texts with units, or None.
    """

    code: str
    severity: FindingSeverity
    clause: str
    strength: Strength
    message: str
    place: Place = Place()
    expected: str | None = None
    measured: str | None = None
    mark: Mark | None = None

    def as_dict(self) -> dict[str, object]:
        """The object F of `--json`; `place` is the place, with the page where there is one."""
        place = {**asdict(self.place), "page": self.mark.page if self.mark else None}
        return {
            "code": self.code,
            "severity": self.severity,
            "clause": self.clause,
            "strength": self.strength,
            "message": self.message,
            "place": place,
            "expected": self.expected,
            "measured": self.measured,
        }


class ReportgenError(Exception):
    """Work cannot go on; `problems` say why, each with place and repair."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("；".join(problem.message for problem in self.problems))


class ProblemsFound(ReportgenError):
    """Data or templates hold errors, so nothing was written."""


class Misuse(ReportgenError):
    """The command was called wrongly: exit code 2."""


def os_reason(error: OSError) -> str:
    """Why the system refused, in Chinese."""
    return _OS_REASONS.get(error.errno or 0, f"系统错误 {error.errno}")


_OS_REASONS = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限，或文件是只读的",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.EISDIR: "这里是一个文件夹",
    errno.ENOTDIR: "路径中间有一段不是文件夹",
    errno.EEXIST: "已经有同名的文件",
    errno.ENAMETOOLONG: "文件名太长",
    errno.ENOSPC: "磁盘满了",
    errno.ELOOP: "链接绕成了圈",
    errno.EBUSY: "正被别的程序使用",
}


def errors_of(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those that stop a build, in their order."""
    return tuple(problem for problem in problems if problem.severity == "error")
