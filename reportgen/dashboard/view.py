"""What the page shows, ready to be laid out: texts and shapes, nothing left to compute."""

from dataclasses import dataclass

from reportgen.dashboard.bars import Part
from reportgen.dashboard.course_chart import CourseChart


@dataclass(frozen=True, slots=True)
class Card:
    """One figure to be seen from afar; `tone` is alarm where something is late."""

    name: str
    figure: str
    unit: str
    note: str
    tone: str = "plain"


@dataclass(frozen=True, slots=True)
class BarRow:
    """One aspect, group or unit."""

    name: str
    parts: tuple[Part, ...]
    said: str
    total: int
    done: int
    overdue: int
    rate: str


@dataclass(frozen=True, slots=True)
class BarTable:
    """Bars of one kind; `more` counts rows that had no room."""

    title: str
    heading: str
    rows: tuple[BarRow, ...]
    more: int


@dataclass(frozen=True, slots=True)
class IssueRow:
    """One issue of a list; `wait` is the number of days over the deadline or up to it."""

    number: int
    title: str
    unit: str
    deadline: str
    wait: str


@dataclass(frozen=True, slots=True)
class IssueTable:
    """逾期 or 临期."""

    title: str
    heading: str
    rows: tuple[IssueRow, ...]
    more: int
    none: str
    late: bool


@dataclass(frozen=True, slots=True)
class LimitRow:
    """One rule of 时限规则."""

    matter: str
    period: str
    ends: str
    stands: str
    basis: str
    known: bool


@dataclass(frozen=True, slots=True)
class Need:
    """Something that the next document lacks, and where it belongs."""

    message: str
    where: str


@dataclass(frozen=True, slots=True)
class NextView:
    """下一份文书."""

    name: str
    dated: str
    complete: bool
    needs: tuple[Need, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page."""

    title: str
    inspection: str
    as_of: str
    within: int
    cards: tuple[Card, ...]
    ring: tuple[Part, ...]
    ring_said: str
    statuses: tuple[tuple[str, str, int, str], ...]
    rate: str
    total: int
    chart: CourseChart
    bars: tuple[BarTable, ...]
    lists: tuple[IssueTable, ...]
    limits: tuple[LimitRow, ...]
    steps: tuple[tuple[str, int], ...]
    next_document: NextView | None
