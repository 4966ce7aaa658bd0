"""What a document says of one thing, and what is right."""

from dataclasses import dataclass
from datetime import date

from reportgen.anatomy import Paragraph
from reportgen.check.rule import Flaw, place_of
from reportgen.errors import Place, Strength

COUNT, SUM, RATE, STATUS = "A-count", "A-sum", "A-rate", "A-status"
DATE, UNIT, NAME, TITLE = "A-date", "A-unit", "A-name", "A-title"
ELEMENT, MISSING, ORDER, BETWEEN = "A-element", "A-missing", "A-order", "A-between"


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of a paragraph."""

    paragraph: Paragraph
    start: int = 0
    end: int | None = None

    @property
    def place(self) -> Place:
        """The place for a finding."""
        return place_of(self.paragraph, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing a document says.

    `about` names it, alike in every document; `said` is what stands there and `right` what the ledger holds, in the
    same spelling wherever they agree. `as_of` is None for what time does not change.
    """

    code: str
    about: str
    said: str
    right: str
    spot: Spot
    as_of: date | None = None
    shared: bool = True  # whether other documents speak of the same thing

    @property
    def agrees(self) -> bool:
        """Whether the ledger says the same."""
        return self.said == self.right

    def flaw(self) -> Flaw:
        """The disagreement with the ledger."""
        when = f"（截至{shown(self.as_of)}）" if self.as_of else ""
        message = f"{self.about}写的是“{self.said}”，台账{when}是“{self.right}”；请改正文书，台账有误的先改台账再生成"
        return Flaw(message, self.spot.place, self.right, self.said)


@dataclass(frozen=True, slots=True)
class Remark:
    """A flaw that is not a statement against another: something missing, doubled, out of order."""

    code: str
    message: str
    spot: Spot | None = None
    expected: str | None = None
    measured: str | None = None
    strength: Strength | None = None

    def flaw(self) -> Flaw:
        """As a flaw."""
        place = self.spot.place if self.spot else Place()
        return Flaw(self.message, place, self.expected, self.measured, self.strength)


def shown(day: date) -> str:
    """A date in words."""
    return f"{day.year}年{day.month}月{day.day}日"
