"""Issues counted by how they stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from reportgen.facts.status import overdue, status_as_of
from reportgen.model import Issue, Status

STATUS_ORDER = (Status.DONE, Status.BASICALLY_DONE, Status.IN_PROGRESS, Status.NOT_STARTED, Status.ONGOING)
"""As documents list them: what is done first."""


@dataclass(frozen=True, slots=True)
class StatusCount:
    """How many issues have one status."""

    name: str
    total: int

    def as_row(self) -> dict[str, str | int]:
        """The row by Chinese name."""
        return {"名称": self.name, "问题数": self.total}


@dataclass(frozen=True, slots=True)
class Tally:
    """The issues of one aspect, unit or kind of deadline; the five statuses add up to the total."""

    name: str
    total: int
    done: int
    basically_done: int
    in_progress: int
    not_started: int
    ongoing: int
    overdue: int

    @property
    def rate(self) -> Fraction:
        """完成率: done / total, 基本完成 not included."""
        return share(self.done, self.total)

    def as_row(self) -> dict[str, str | int | Fraction]:
        """The row by Chinese name; 完成率 is a share."""
        return {
            "名称": self.name,
            "问题数": self.total,
            "已完成数": self.done,
            "基本完成数": self.basically_done,
            "正在整改数": self.in_progress,
            "未启动数": self.not_started,
            "长期坚持数": self.ongoing,
            "未完成数": self.total - self.done,
            "逾期数": self.overdue,
            "完成率": self.rate,
        }


def tally(name: str, issues: Iterable[Issue], as_of: date) -> Tally:
    """These issues counted as of a date."""
    counted = tuple(issues)
    statuses = [status_as_of(issue, as_of) for issue in counted]
    return Tally(
        name=name,
        total=len(counted),
        done=statuses.count(Status.DONE),
        basically_done=statuses.count(Status.BASICALLY_DONE),
        in_progress=statuses.count(Status.IN_PROGRESS),
        not_started=statuses.count(Status.NOT_STARTED),
        ongoing=statuses.count(Status.ONGOING),
        overdue=sum(overdue(issue, as_of) for issue in counted),
    )


def share(part: int, whole: int) -> Fraction:
    """part/whole; 0 where there is no whole, so that an empty ledger has figures too."""
    return Fraction(part, whole) if whole else Fraction(0)
