"""Issues counted by how they stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from reportgen.facts.figures import Number, share
from reportgen.model import Status

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
    """The issues of one aspect, unit, group or kind of deadline; the five statuses add up to the total."""

    name: str
    total: int
    done: int
    basically_done: int
    in_progress: int
    not_started: int
    ongoing: int
    not_done: int
    overdue: int

    @property
    def rate(self) -> Fraction:
        """完成率: done / total, 基本完成 not included."""
        return share(self.done, self.total)

    def as_row(self) -> dict[str, str | int | Fraction]:
        """The row by Chinese name; 完成率 is a share."""
        counts = {key: getattr(self, field) for key, field in _FIELDS.items()}
        return {"名称": self.name, **counts, "完成率": self.rate}


_FIELDS = {
    "问题数": "total",
    "已完成数": "done",
    "基本完成数": "basically_done",
    "正在整改数": "in_progress",
    "未启动数": "not_started",
    "长期坚持数": "ongoing",
    "未完成数": "not_done",
    "逾期数": "overdue",
}


def tally(name: str, counts: Mapping[str, Number]) -> Tally:
    """A row from its counts by Chinese name."""
    return Tally(name, **{field: int(counts[key]) for key, field in _FIELDS.items()})
