"""What a rule is, and how its flaws become findings."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from reportgen.anatomy import Document, Paragraph
from reportgen.check.norm import Norm
from reportgen.check.running_text import Line, lines
from reportgen.errors import Finding, FindingSeverity, Mark, Place, Strength

SEVERITIES: dict[Strength, FindingSeverity] = {
    "MUST": "error",
    "GEN": "warning",
    "REC": "warning",
    "MAY": "info",
    "CALC": "info",
    "PRAC": "info",
}
"""Only what the standard states flatly is an error."""

STRENGTHS: dict[Strength, str] = {
    "MUST": "必须",
    "GEN": "一般",
    "REC": "推荐",
    "MAY": "可以",
    "CALC": "推算",
    "PRAC": "惯例",
}
"""Strengths as users read them."""

SHOWN_TEXT = 40
"""So many characters of a paragraph are shown with a finding."""

_NOWHERE = Place()

Subject = TypeVar("Subject")


@dataclass(frozen=True)
class Case:
    """A document to be judged, and the values that hold in this office."""

    document: Document
    norm: Norm

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Its running text, as the rules of language read it."""
        return tuple(lines(self.document))


@dataclass(frozen=True, slots=True)
class Flaw:
    """One breach of a rule: what is wrong with the repair (Chinese), where, and in figures.

    `strength` is given only where this breach weighs otherwise than its rule.
    """

    message: str
    place: Place = _NOWHERE
    expected: str | None = None
    measured: str | None = None
    strength: Strength | None = None
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Rule(Generic[Subject]):
    """One rule. `code` is stable; `clause` is its source, e.g. “GB/T 9704-2012 5.2.1”; `demand` says in one Chinese sentence what it asks for."""

    code: str
    clause: str
    strength: Strength
    demand: str
    judge: Callable[[Subject], Iterable[Flaw]]


def apply(
    rules: Sequence[Rule[Subject]], subject: Subject, switched_off: frozenset[str] = frozenset()
) -> Iterator[Finding]:
    """Every flaw that the rules find, as findings, in the order of the rules."""
    for rule in rules:
        if rule.code not in switched_off:
            for flaw in rule.judge(subject):
                yield _finding(rule, flaw)


def _finding(rule: Rule[Subject], flaw: Flaw) -> Finding:
    strength = flaw.strength or rule.strength
    return Finding(
        rule.code, SEVERITIES[strength], rule.clause, strength, flaw.message, flaw.place, flaw.expected, flaw.measured, flaw.mark
    )  # fmt: skip


def place_of(paragraph: Paragraph, start: int = 0, end: int | None = None) -> Place:
    """Where a paragraph stands, with its text around [start, end)."""
    cell = paragraph.cell
    return Place(
        part=paragraph.story if paragraph.part == "word/document.xml" else f"{paragraph.story}（{paragraph.part}）",
        paragraph=paragraph.number,
        table=cell.table if cell else None,
        row=cell.row if cell else None,
        col=cell.column if cell else None,
        text=_around(paragraph.text, start, end).translate(_ONE_LINE),
    )


_ONE_LINE = str.maketrans("\n\t\f", "   ")


def _around(text: str, start: int, end: int | None) -> str:
    """The text about a stretch, at most about SHOWN_TEXT characters, with … where it was cut."""
    if end is None:
        return text if len(text) <= SHOWN_TEXT else text[:SHOWN_TEXT] + "…"
    margin = max((SHOWN_TEXT - (end - start)) // 2, 5)
    low, high = max(start - margin, 0), min(end + margin, len(text))
    return ("…" if low else "") + text[low:high] + ("…" if high < len(text) else "")
