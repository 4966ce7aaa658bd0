"""Changes: one value of the ledger that a workbook says otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.errors import Place
from reportgen.exchange.columns import Column
from reportgen.exchange.identity import Spot
from reportgen.exchange.values import Value, as_yaml, shown
from reportgen.model import Issue
from reportgen.reading.places import Path

ISSUE_LIST, MEASURES, SUB_LIST = "问题清单", "整改措施", "子问题"


@dataclass(frozen=True, slots=True)
class Target:
    """The record that a row speaks of: its path in issues.yaml, its issue, what it is called."""

    path: Path
    number: int
    title: str
    record: str = ""
    new: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """One value: where it stands in issues.yaml and in the workbook, old and new, and by which rule it was read."""

    target: Target
    column: Column
    old: Value
    new: Value
    place: Place
    rule: str | None = None

    @property
    def path(self) -> Path:
        """Keys and indexes within issues.yaml."""
        return (*self.target.path, *self.column.path)

    @property
    def field(self) -> str:
        """What is changed, in the words of the workbook: “措施 2 完成日期”."""
        return f"{self.target.record} {self.column.path[-1]}" if self.target.record else self.column.heading

    def as_dict(self) -> dict[str, object]:
        """The change for `--json`."""
        return {
            "issue": self.target.number,
            "field": self.field,
            "old": as_yaml(self.old),
            "new": as_yaml(self.new),
            "rule": self.rule,
            "file": self.place.file,
            "sheet": self.place.sheet,
            "cell": self.place.cell,
        }

    @property
    def was(self) -> str:
        """The old value on one line."""
        return shown(self.old)

    @property
    def comes(self) -> str:
        """The new value on one line."""
        return shown(self.new)

    @property
    def where(self) -> str:
        """Sheet and cell."""
        return " ".join(part for part in (self.place.sheet, self.place.cell) if part)


def issue_target(issues: Sequence[Issue], index: int) -> Target:
    """An issue that the ledger has."""
    return Target((ISSUE_LIST, index), issues[index].number, issues[index].title)


def below(target: Target, key: str, index: int, *, new: bool) -> Target:
    """A measure or sub-issue of an issue."""
    name = "措施" if key == MEASURES else SUB_LIST
    return Target((*target.path, key, index), target.number, target.title, f"{name} {index + 1}", new)


def spot_of(path: Path) -> Spot:
    """The record at a path of issues.yaml."""
    issue, key, index = (*path[1:], None, None)[:3]
    below_issue = index if isinstance(index, int) else None
    return Spot(
        int(issue or 0),
        measure=below_issue if key == MEASURES else None,
        sub_issue=below_issue if key == SUB_LIST else None,
    )
