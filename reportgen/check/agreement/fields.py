"""One field of an issue or measure, as a document words it, against the ledger."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from reportgen.check.agreement.book import Book, lead_of, responsible_of
from reportgen.check.agreement.statement import DATE, NAME, STATUS, UNIT, Spot, Statement, shown
from reportgen.check.agreement.text import folded, found_date, items, one_character_apart, squeezed
from reportgen.facts import deadline_kind
from reportgen.model import DeadlineWord, Issue, Measure, Status
from reportgen.terms import TERMS

_BLANK = ("", "—", "——", "-", "/", "无", "－", "–")
_FULL = re.compile(r"(\d{4})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})日?(?:前|之前|以前)?")
_MONTH = re.compile(r"(\d{4})(?:年|[-./])(\d{1,2})月?(?:底|末)?(?:之?前)?")

FIELDS = ("aspect", "key_concern", "origin", "special_group", "responsible_leader", "lead_unit", "responsible_units",
          "supporting_units", "responsible_person", "supervising_unit", "deadline", "status", "completed_on",
          "evidence", "measure_type", "deadline_kind", "within_period", "kept_up")  # fmt: skip
_OWN_NAMES = {"整改类型": "deadline_kind", "集中整改期完成": "within_period", "常态化坚持": "kept_up",
              "重点关注情形": "key_concern", "反馈方面": "aspect"}  # fmt: skip
FIELD_OF: dict[str, str] = {
    name: term.english for term in TERMS if term.english in FIELDS for name in (term.chinese, *term.aliases)
} | _OWN_NAMES
"""Headings and labels → field, by the vocabulary."""

NAMES = {FIELD_OF[name]: name for name in reversed(FIELD_OF)}


@dataclass(frozen=True, slots=True)
class Of:
    """What a value is said of: an issue, or a measure of it; with the date that statuses are taken as of."""

    issue: Issue
    measure: Measure | None
    row: int
    as_of: date | None

    @property
    def name(self) -> str:
        """How findings name it, alike in every document."""
        return f"第{self.issue.number}个问题" + (f"第{self.row}条措施" if self.measure else "")


def field_statement(field: str, text: str, of: Of, book: Book, spot: Spot) -> Iterator[Statement]:
    """What a document says of one field; nothing where the ledger has no value or the wording is not understood."""
    said = squeezed(text).rstrip("。；;")
    about = f"{of.name}的{NAMES[field]}"
    if field in ("responsible_units", "supporting_units", "evidence"):
        yield from _of_list(field, said, of, about, spot)
    elif field in ("deadline", "completed_on"):
        yield from _of_date(field, said, of, about, book, spot)
    else:
        right = _right(field, of, book)
        if right is None or (field == "status" and said not in tuple(Status) and not one_character_apart(said, right)):
            return
        if field in ("deadline_kind", "within_period", "kept_up") and said in _BLANK:
            return
        dated = of.as_of if field == "status" else None
        yield Statement(_CODES.get(field, NAME), about, said or "空白", squeezed(right), spot, dated)


_CODES = {"status": STATUS, "lead_unit": UNIT, "supervising_unit": UNIT, "special_group": UNIT, "deadline_kind": STATUS,
          "within_period": STATUS, "kept_up": STATUS}  # fmt: skip


def _right(field: str, of: Of, book: Book) -> str | None:
    """The ledger's value of a field that is one text."""
    issue, measure = of.issue, of.measure
    if field == "status":
        return str(book.status(issue, of.as_of)) if of.as_of else None
    if field == "responsible_leader":
        return (measure.responsible_leader if measure else None) or issue.responsible_leader
    if field == "lead_unit":
        return lead_of(issue, measure)
    if field == "deadline_kind":
        return deadline_kind(issue)
    if field == "measure_type":
        return measure.measure_type if measure else None
    if field in ("within_period", "kept_up"):
        return _timing(field, of, book)
    value = getattr(issue, field)
    return str(value) if value is not None else None


def _timing(field: str, of: Of, book: Book) -> str | None:
    """集中整改期完成 and 常态化坚持, which follow from the deadline."""
    deadline = (of.measure.deadline if of.measure else None) or of.issue.deadline
    if field == "kept_up":
        return "是" if deadline is DeadlineWord.ONGOING else "否"
    if isinstance(deadline, DeadlineWord):
        return "是" if deadline is DeadlineWord.IMMEDIATE else "否"
    end = book.concentrated_end()
    return None if deadline is None or end is None else "是" if deadline <= end else "否"


def _of_list(field: str, said: str, of: Of, about: str, spot: Spot) -> Iterator[Statement]:
    right = _listed(field, of)
    if not right or not said:
        return
    besides = {lead_of(of.issue, of.measure)} if field != "evidence" else set()
    if field == "supporting_units":
        besides |= set(responsible_of(of.issue, of.measure))
    names = [] if said in _BLANK else items(said)
    agrees = _squeezed(names) - _squeezed(besides) == _squeezed(right) - _squeezed(besides)
    shown_right = "、".join(name for name in right if name not in besides) or "—"
    code = NAME if field == "evidence" else UNIT
    yield Statement(code, about, said, said if agrees else shown_right, spot, shared=False)


def _listed(field: str, of: Of) -> tuple[str, ...]:
    if field == "responsible_units":
        return responsible_of(of.issue, of.measure)
    return of.issue.supporting_units if field == "supporting_units" else of.issue.evidence


def _squeezed(names: Iterable[str | None]) -> set[str]:
    return {squeezed(name) for name in names if name}


def _of_date(field: str, said: str, of: Of, about: str, book: Book, spot: Spot) -> Iterator[Statement]:
    right: date | DeadlineWord | None
    if field == "deadline":
        right = (of.measure.deadline if of.measure else None) or of.issue.deadline
    else:
        right = book.completed_on(of.issue, of.as_of) if of.as_of else None
    dated = of.as_of if field == "completed_on" else None
    if field == "completed_on" and right is None and of.as_of and _FULL.fullmatch(said):
        yield Statement(DATE, about, said, "—（尚未完成）", spot, dated)
    if right is None:
        return
    wanted = shown(right) if isinstance(right, date) else str(right)
    written = _written(said, right)
    if written is None and one_character_apart(said, wanted):
        written = False
    if written is not None:
        yield Statement(DATE, about, wanted if written else said, wanted, spot, dated)


def _written(said: str, right: date | DeadlineWord) -> bool | None:
    """Whether a date is written so; None where what stands there is not understood."""
    if said in tuple(DeadlineWord):
        return said == str(right)
    if said in _BLANK:
        return False if said else None
    if full := _FULL.fullmatch(folded(said)):
        return found_date(full[1], full[2], full[3]) == right
    if month := _MONTH.fullmatch(folded(said)):
        return isinstance(right, date) and (int(month[1]), int(month[2])) == (right.year, right.month)
    return None
